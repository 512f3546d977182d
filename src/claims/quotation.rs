//! Quotations: what stands between quotation marks, sentence by sentence.

use crate::article::{Article, Part};
use crate::language::{Document, Xpos};
use std::ops::Range;

/// The part of a quotation that lies in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub sentence: usize,
    /// From mark to mark, both included; a quotation over several sentences has marks at its ends only.
    pub tokens: Range<usize>,
    /// Counts the quotations of the article: pieces of one quotation share it.
    pub quotation: usize,
    /// Whether it says something by itself, rather than quoting a word or two inside the author's sentence.
    pub full: bool,
}

/// The longest quotation, in sentences, that is believed where its closing mark is missing.
const LONGEST_UNCLOSED: usize = 12;
/// The least words of a full quotation.
const LEAST_WORDS: usize = 3;

/// So many words in marks are a full quotation where a sentence begins with them, comma or not.
const LEADING_WORDS: usize = 6;

/// Finds all quotations. A mark that is never closed within its paragraph is closed at the paragraph's end
/// if the next paragraph opens with a mark again (as printers do) or if the paragraph began with it, else it
/// is passed over.
pub(super) fn find(article: &Article, document: &Document) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut quotation = 0;
    let mut first = 0;
    let sentences = &document.sentences;
    while first < sentences.len() {
        let end = (first..sentences.len())
            .find(|&i| !sentences[i].shares_paragraph(&sentences[first]))
            .unwrap_or(sentences.len());
        let mut open: Option<(usize, usize)> = None;
        let mut opened = Marks::Double;
        let mut closed: Option<usize> = None;
        for sentence in first..end {
            for token in 0..sentences[sentence].tokens.len() {
                let within = open.map(|_| opened);
                let Some((mark, marks)) = mark(article, document, sentence, token, within) else { continue };
                match (mark, open) {
                    (Mark::Open, _) => (open, opened) = (Some((sentence, token)), marks),
                    (Mark::Close, Some(start)) => {
                        push(document, start, (sentence, token + 1), quotation, &mut pieces);
                        quotation += 1;
                        open = None;
                        closed = Some(sentence);
                    }
                    // The opening mark was lost: the quotation is at least this sentence.
                    (Mark::Close, None)
                        if token + 1 < sentences[sentence].tokens.len() && closed != Some(sentence) =>
                    {
                        push(document, (sentence, 0), (sentence, token + 1), quotation, &mut pieces);
                        quotation += 1;
                    }
                    (Mark::Close, None) => {}
                }
            }
        }
        if let Some(start) = open
            && end - start.0 <= LONGEST_UNCLOSED
            && (continues(article, document, end) || start == (first, 0) || is_introduced(document, start))
        {
            let last = (end - 1, sentences[end - 1].tokens.len());
            push(document, start, last, quotation, &mut pieces);
            quotation += 1;
        }
        first = end;
    }
    pieces
}

#[derive(Debug, Clone, Copy)]
enum Mark {
    Open,
    Close,
}

/// Double marks or the single ones of British printers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    Double,
    Single,
}

/// Which mark a token is; `within` tells by which marks a quotation is open.
fn mark(
    article: &Article,
    document: &Document,
    sentence: usize,
    token: usize,
    within: Option<Marks>,
) -> Option<(Mark, Marks)> {
    let sentence = &document.sentences[sentence];
    let text = article.part(sentence.part);
    let span = sentence.tokens[token].span;
    let written = text.get(span.begin..)?.chars().next()?;
    let double = |mark| Some((mark, Marks::Double));
    match written {
        '“' | '„' | '«' => double(Mark::Open),
        '”' | '»' if within != Some(Marks::Single) => double(Mark::Close),
        '"' => double(straight(text, span, within == Some(Marks::Double))),
        '‘' if within.is_none()
            && token + 1 < sentence.tokens.len()
            && !sentence.tokens[token].space_after =>
        {
            Some((Mark::Open, Marks::Single))
        }
        '\'' if within.is_none() && opens_single(text, span) => Some((Mark::Open, Marks::Single)),
        '’' | '\'' if within == Some(Marks::Single) && span.len() == written.len_utf8() => {
            closes_single(text, span).then_some((Mark::Close, Marks::Single))
        }
        _ => None,
    }
}

/// Whether a straight single mark opens a quotation, and is no apostrophe: a space before it, a letter behind
/// it, and further on in the paragraph one that stands behind a comma or a full stop.
fn opens_single(text: &str, span: crate::article::Span) -> bool {
    let before = text[..span.begin].chars().next_back().is_none_or(char::is_whitespace);
    let rest = text[span.begin + 1..].split('\n').next().unwrap_or_default();
    let closed = [",'", ".'", "?'", "!'"].iter().any(|end| rest.contains(end));
    before && closed && rest.starts_with(char::is_uppercase)
}

/// Whether a single mark closes a quotation, and is no apostrophe of a plural: "the workers’ council".
fn closes_single(text: &str, span: crate::article::Span) -> bool {
    let before = text[..span.begin].chars().next_back();
    let next = text[span.end..].chars().next();
    let outside = next.is_none_or(|next| next.is_whitespace() || ".,;:!?)]—–".contains(next));
    let stopped = before.is_some_and(|before| ",.?!".contains(before));
    outside && (stopped || before != Some('s') || next.is_some_and(|next| !next.is_whitespace()))
}

/// Whether a comma or a colon stands before a mark: "…, said, “".
fn is_introduced(document: &Document, (sentence, token): (usize, usize)) -> bool {
    let tokens = &document.sentences[sentence].tokens;
    token.checked_sub(1).is_some_and(|before| matches!(tokens[before].lower.as_str(), "," | ":"))
}

/// Which mark a straight one is: what touches it tells, and where nothing or both sides do, what came before.
fn straight(text: &str, span: crate::article::Span, open: bool) -> Mark {
    let outside =
        |letter: Option<char>| letter.is_none_or(|letter| letter.is_whitespace() || "([—–".contains(letter));
    let before = outside(text[..span.begin].chars().next_back());
    let after = text[span.end..]
        .chars()
        .next()
        .is_none_or(|letter| letter.is_whitespace() || ".,;:!?)]—–".contains(letter));
    match (before, after) {
        (true, false) => Mark::Open,
        (false, true) => Mark::Close,
        _ if open => Mark::Close,
        _ => Mark::Open,
    }
}

/// Whether the paragraph that begins with sentence `next` opens with a quotation mark.
fn continues(article: &Article, document: &Document, next: usize) -> bool {
    document.sentences.get(next).is_some_and(|sentence| {
        sentence.part == Part::Text && article.text[sentence.span.begin..].starts_with(['“', '"', '„', '«'])
    })
}

/// Whether the sentence before one ends in a colon.
fn ends_in_colon(document: &Document, sentence: usize) -> bool {
    let before = sentence.checked_sub(1).map(|before| &document.sentences[before]);
    before.is_some_and(|before| {
        before.part == document.sentences[sentence].part
            && before.tokens.last().is_some_and(|token| token.lower == ":")
    })
}

fn push(
    document: &Document,
    start: (usize, usize),
    end: (usize, usize),
    quotation: usize,
    pieces: &mut Vec<Piece>,
) {
    for sentence in start.0..=end.0 {
        let tokens = &document.sentences[sentence].tokens;
        let from = if sentence == start.0 { start.1 } else { 0 };
        let to = if sentence == end.0 { end.1 } else { tokens.len() };
        let words =
            tokens[from..to].iter().filter(|token| token.lower.starts_with(char::is_alphanumeric)).count();
        let stops = |i: usize| matches!(tokens[i].lower.as_str(), "," | "." | "?" | "!" | ";" | ":" | "...");
        // Marks of a full quotation touch punctuation: American printers put it inside, British ones after.
        let ends = (to >= 2 && stops(to - 2)) || tokens.get(to).is_none_or(|_| stops(to)) || start.0 != end.0;
        let begins = from == 0 || stops(from - 1) || start.0 != end.0;
        // A comma inside the marks is how a printer parts direct speech from its cue, however short it is.
        let parted = from == 0
            && to >= 2
            && to < tokens.len()
            && matches!(tokens[to - 2].lower.as_str(), "," | "?" | "!");
        // Long words from the beginning of a sentence on are said, and so are those behind a colon.
        let leads = from == 0 && words >= LEADING_WORDS && to < tokens.len();
        let announced = match from.checked_sub(1) {
            Some(before) => tokens[before].lower == ":",
            None => ends_in_colon(document, sentence),
        };
        // What makes a sentence of its own is said, however short it is.
        let alone = from == 0 && to == tokens.len() && words > 1;
        // "The party, he believes, “should stop”": the quotation only goes on with the author's sentence.
        let first = tokens[from + 1..to].first();
        let goes_on = from > 0
            && tokens[from - 1].lower == ","
            && first.is_some_and(|first| {
                matches!(first.xpos, Xpos::Md | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb | Xpos::Vbn)
                    && first.form.starts_with(char::is_lowercase)
            })
            && !pieces.iter().any(|piece| piece.sentence == sentence && piece.full);
        let full = !goes_on
            && (ends || leads || announced)
            && begins
            && (words >= LEAST_WORDS || alone || (words > 0 && (parted || announced && ends)));
        pieces.push(Piece { sentence, tokens: from..to, quotation, full });
    }
}

//! Quotations and who said them.
//!
//! A quotation belongs to the nearest cue of its sentence that can introduce one; a sentence that is
//! nothing but quotation goes on with the quotation before it in the paragraph, or hangs on a cue that
//! ended in a colon; a paragraph that opens with a quotation after a quoted one keeps the speaker.

use super::cue::{Hit, cue_words, modality, polarity};
use super::frames::Attribution;
use super::introduction::introduced;
use super::parenthetical::{LONGEST_SOURCE, asserts, before_verb, speaker_in};
use super::phrase::Phrase;
use super::quotation::Piece;
use super::rules::{CuePart, Frame, Rules};
use super::subject::{is_passive, noun_phrase, subject};
use super::{Modality, Polarity, Stance};
use crate::language::{Document, Relation, Sentence, Upos, Xpos};

/// Direct speech with its speaker, over one or several sentences.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    /// The sentence of the cue; that of the quotation where there is no cue.
    pub sentence: usize,
    pub attribution: Option<Attribution>,
    /// The quotation, sentence by sentence.
    pub content: Vec<(usize, Phrase)>,
    /// Whose words go on here, as index into the list of speeches.
    pub continues: Option<usize>,
    pub stance: Stance,
    pub rule: String,
}

/// The longest way, in words, from a quotation to its cue.
const REACH: usize = 30;

/// Gathers the full quotations of an article with their cues; `hits` are the cues of each sentence.
pub(super) fn gather(document: &Document, pieces: &[Piece], hits: &[Vec<Hit>], rules: &Rules) -> Vec<Speech> {
    let mut speeches: Vec<Speech> = Vec::new();
    let mut last: Option<usize> = None;
    // Sentences that are all quotation and whose speaker is named only after the last of them.
    let mut waiting: Vec<(usize, Phrase)> = Vec::new();
    let mut i = 0;
    while i < pieces.len() {
        let sentence = pieces[i].sentence;
        let end = (i..pieces.len()).find(|&j| pieces[j].sentence != sentence).unwrap_or(pieces.len());
        let full: Vec<&Piece> = pieces[i..end].iter().filter(|piece| piece.full).collect();
        i = end;
        if full.is_empty() {
            continue;
        }
        let tree = &document.sentences[sentence];
        let content = full.iter().fold(Phrase::default(), |phrase, piece| phrase.with(piece.tokens.clone()));
        let outside = tree
            .tokens
            .iter()
            .enumerate()
            .filter(|(t, token)| !content.contains(*t) && token.upos != Upos::Punct)
            .count();
        if waiting.last().is_some_and(|(before, _)| {
            before + 1 != sentence
                || !document.sentences[*before].shares_paragraph(&document.sentences[sentence])
        }) {
            waiting.clear();
        }
        let beside = verb_beside(tree, &full);
        let cue = nearest_cue(tree, &full, &hits[sentence], rules)
            .filter(|(hit, _)| {
                // "Said there would be a vote, “if we must”": the quotation ends a clause that is said.
                let begin = full[0].tokens.start;
                let clause = hit.head + 1 < begin
                    && !matches!(tree.tokens[begin - 1].lower.as_str(), ":")
                    && rules.cues[hit.cue].frames.contains(&Frame::That)
                    && asserts(tree, hit.head + 1..begin);
                // "…, “with predictable results”, and recommended that": what comes next is said.
                let next = hit.words.last().map_or(hit.head, |&last| last) + 1;
                let another =
                    hit.head > begin && tree.tokens.get(next).is_some_and(|token| token.lower == "that");
                !clause && !another
            })
            .filter(|(hit, _)| {
                // "… ,” the contractor barked before vowing to return": the verb beside the quotation tells of it.
                beside.is_none_or(|verb| {
                    verb == hit.head
                        || distance(&full, hit.head) < distance(&full, verb)
                        || tree.ancestors(hit.head).take(3).any(|above| above == verb)
                        || tree.ancestors(verb).take(1).any(|above| above == hit.head)
                })
            });
        if let Some((hit, attribution)) = cue {
            let cue = &rules.cues[hit.cue];
            let mut whole = std::mem::take(&mut waiting);
            whole.push((sentence, content.clone()));
            speeches.push(Speech {
                sentence,
                attribution: Some(Attribution {
                    source: attribution.source.without(&content),
                    content,
                    ..attribution
                }),
                content: whole,
                continues: None,
                stance: cue.stance,
                rule: cue.id.clone(),
            });
            last = Some(speeches.len() - 1);
        } else if let Some(attribution) = before_colon(tree, &full)
            .or_else(|| verb_before_colon(tree, &full))
            .or_else(|| by_any_verb(tree, &full, beside?))
        {
            let rule = if beside.is_some() { "quotation/verb" } else { "quotation/colon" }.to_owned();
            let mut whole = std::mem::take(&mut waiting);
            whole.push((sentence, content.clone()));
            let attribution =
                Some(Attribution { source: attribution.source.without(&content), content, ..attribution });
            let content = whole;
            speeches.push(Speech {
                sentence,
                attribution,
                content,
                continues: None,
                stance: Stance::Asserts,
                rule,
            });
            last = Some(speeches.len() - 1);
        } else if outside == 0 {
            let near = last.filter(|&at| {
                is_near(
                    document,
                    speeches[at].content.last().map_or(0, |(s, _)| *s).max(speeches[at].sentence),
                    sentence,
                )
            });
            if let Some(at) = near {
                let told = &document.sentences[speeches[at].sentence];
                if told.shares_paragraph(&document.sentences[sentence]) {
                    speeches[at].content.push((sentence, content));
                } else {
                    speeches.push(Speech {
                        sentence,
                        attribution: None,
                        content: vec![(sentence, content)],
                        continues: Some(speeches[at].continues.unwrap_or(at)),
                        stance: Stance::Asserts,
                        rule: "quotation/carried-on".into(),
                    });
                    last = Some(speeches.len() - 1);
                }
            } else if let Some(speech) = introduced(document, hits, rules, sentence, &content) {
                speeches.push(speech);
                last = Some(speeches.len() - 1);
            } else {
                waiting.push((sentence, content));
            }
        }
    }
    speeches
}

/// Whether a quotation may still go on from one sentence to another: the next sentence, or the first of the
/// next paragraph.
fn is_near(document: &Document, from: usize, to: usize) -> bool {
    to == from + 1 && document.sentences[from].part == document.sentences[to].part
}

/// How far a token is from the nearest end of a quotation.
fn distance(full: &[&Piece], token: usize) -> usize {
    full.iter()
        .map(|piece| {
            if token < piece.tokens.start {
                piece.tokens.start - token
            } else {
                token + 1 - piece.tokens.end.min(token)
            }
        })
        .min()
        .unwrap_or(usize::MAX)
}

/// The verb, whichever it is, that follows a quotation parted from it by a comma inside of its marks: with its
/// subject before it ("…,” the contractor barked") or behind it ("…,” barked the contractor").
fn verb_beside(tree: &Sentence, full: &[&Piece]) -> Option<usize> {
    let tokens = &tree.tokens;
    full.iter().find_map(|piece| {
        let end = piece.tokens.end;
        let parted = end >= 3 && matches!(tokens[end - 2].lower.as_str(), "," | "?" | "!");
        // A participle that nothing follows as it would a passive is the past of a verb the tagger does not know.
        let finite = |at: usize| match tokens[at].xpos {
            Xpos::Vbd | Xpos::Vbz => true,
            Xpos::Vbn => {
                at > end && !tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "by" | "of"))
            }
            _ => false,
        };
        if !parted || end >= tokens.len() {
            return None;
        }
        let verb = (end..(end + LONGEST_SOURCE).min(tokens.len())).find(|&at| {
            finite(at)
                && (at == end
                    || before_verb(tree, main_verb(tree, at)).is_some_and(|source| source.start == end))
        })?;
        Some(main_verb(tree, verb))
    })
}

/// The verb that an auxiliary goes with, itself if it is none.
fn main_verb(tree: &Sentence, verb: usize) -> usize {
    match tree.tokens[verb].relation {
        Relation::Aux | Relation::AuxPass => {
            tree.tokens[verb].head.filter(|&head| head > verb).unwrap_or(verb)
        }
        _ => verb,
    }
}

/// What the verb beside a quotation tells, no cue of the rules though it be.
fn by_any_verb(tree: &Sentence, full: &[&Piece], verb: usize) -> Option<Attribution> {
    let inside = |token: usize| full.iter().any(|piece| piece.tokens.contains(&token));
    if tree.tokens[verb].upos != Upos::Verb || is_passive(tree, verb) {
        return None;
    }
    let hit = Hit { cue: usize::MAX, head: verb, words: vec![verb] };
    if let Some((speaker, source)) = source_behind(tree, full, verb) {
        return Some(Attribution { source, ..attribution(tree, &hit, Some(speaker)) });
    }
    let speaker = super::subject::own_subject(tree, verb)
        .filter(|&own| !inside(own))
        .or_else(|| beside(tree, verb, &inside))?;
    Some(attribution(tree, &hit, Some(speaker)))
}

/// The speaker between a quotation and its verb: "…,” Jan Weber, the minister, said".
fn source_behind(tree: &Sentence, full: &[&Piece], verb: usize) -> Option<(usize, Phrase)> {
    let source = before_verb(tree, verb)?;
    let follows = full.iter().any(|piece| piece.tokens.end == source.start);
    let speaker = follows.then(|| speaker_in(tree, verb, &source)).flatten()?;
    Some((speaker, Phrase::of(source).trimmed(tree)))
}

/// The cue outside the quotations that stands nearest to one of their ends.
fn nearest_cue(tree: &Sentence, full: &[&Piece], hits: &[Hit], rules: &Rules) -> Option<(Hit, Attribution)> {
    let inside = |token: usize| full.iter().any(|piece| piece.tokens.contains(&token));
    let distance = |token: usize| distance(full, token);
    let hit = hits
        .iter()
        .filter(|hit| rules.cues[hit.cue].frames.contains(&Frame::Quote))
        .filter(|hit| !inside(hit.head) && distance(hit.head) <= REACH)
        .filter(|hit| tree.tokens[hit.head].relation != Relation::AclRelcl || distance(hit.head) <= 2)
        .min_by_key(|hit| (rules.cues[hit.cue].part != CuePart::Verb, distance(hit.head)))?;
    let passive = is_passive(tree, hit.head);
    let speaker = if passive { None } else { speaker_of(tree, hit, rules, &inside) };
    // The verb that has the subject: "…,” the minister likes to say".
    let governing =
        tree.ancestors(hit.head).take(2).find(|_| tree.tokens[hit.head].relation == Relation::Xcomp);
    let behind =
        [Some(hit.head), governing].into_iter().flatten().find_map(|verb| source_behind(tree, full, verb));
    let mut found = attribution(tree, hit, speaker);
    if let Some((speaker, source)) = behind.filter(|_| !passive) {
        (found.speaker, found.source) = (Some(speaker), source);
    }
    Some((hit.clone(), found))
}

pub(super) fn speaker_of(
    tree: &Sentence,
    hit: &Hit,
    rules: &Rules,
    inside: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let by_tree = if rules.cues[hit.cue].part == CuePart::Noun {
        let possessor = tree.children_in(hit.head, &[Relation::NmodPoss]).next();
        possessor.or_else(|| tree.tokens[hit.head].head.and_then(|verb| subject(tree, verb, rules)))
    } else {
        subject(tree, having_to(tree, hit.head).unwrap_or(hit.head), rules)
    };
    by_tree.filter(|&s| !inside(s)).or_else(|| beside(tree, hit.head, inside))
}

/// "He had this to say": who has it says it.
fn having_to(tree: &Sentence, verb: usize) -> Option<usize> {
    let token = &tree.tokens[verb];
    let noun = token.head.filter(|_| token.relation == Relation::Acl && token.xpos == Xpos::Vb)?;
    tree.tokens[noun].head.filter(|&has| tree.tokens[noun].relation == Relation::Obj && has < noun)
}

/// A noun beside the cue, where the tree names no subject: "…," said Lavrov.
fn beside(tree: &Sentence, cue: usize, inside: &dyn Fn(usize) -> bool) -> Option<usize> {
    let nominal =
        |&i: &usize| matches!(tree.tokens[i].upos, Upos::Propn | Upos::Pron | Upos::Noun) && !inside(i);
    let after = (cue + 1..(cue + 7).min(tree.tokens.len()))
        .take_while(|&i| !inside(i) && tree.tokens[i].upos != Upos::Punct)
        .find(nominal);
    let before = || {
        (cue.saturating_sub(3)..cue)
            .rev()
            .take_while(|&i| !inside(i) && tree.tokens[i].upos != Upos::Punct)
            .find(nominal)
    };
    after.or_else(before).map(|found| {
        // The head of the noun phrase that was met.
        let mut head = found;
        while let Some(up) = tree.tokens[head].head
            && matches!(
                tree.tokens[head].relation,
                Relation::Compound | Relation::Flat | Relation::Amod | Relation::NmodPoss | Relation::Appos
            )
            && !inside(up)
        {
            head = up;
        }
        head
    })
}

pub(super) fn attribution(tree: &Sentence, hit: &Hit, speaker: Option<usize>) -> Attribution {
    let addressee =
        tree.children_in(hit.head, &[Relation::Obj, Relation::Iobj]).find(|&o| Some(o) != speaker);
    Attribution {
        speaker,
        source: speaker.map(|s| noun_phrase(tree, s, hit.head)).unwrap_or_default(),
        cue: cue_words(tree, hit),
        content: Phrase::default(),
        object: None,
        passive: false,
        addressee,
        polarity: polarity(tree, hit.head),
        modality: modality(tree, hit.head),
        hit: hit.clone(),
    }
}

/// `Lavrov: "…"`: a short nominal sentence before the colon speaks.
fn before_colon(tree: &Sentence, full: &[&Piece]) -> Option<Attribution> {
    let first = full.first()?.tokens.start;
    let colon = first.checked_sub(1).filter(|&i| tree.tokens[i].lower == ":")?;
    // "According to the minister: …" has the same shape.
    let begin =
        if colon > 2 && tree.tokens[0].lower == "according" && tree.tokens[1].lower == "to" { 2 } else { 0 };
    let nominal = (begin..colon).all(|i| !matches!(tree.tokens[i].upos, Upos::Verb | Upos::Aux));
    let cue = if begin > 0 { 0..begin } else { colon..colon + 1 };
    let speaker = (begin..colon).rev().find(|&i| matches!(tree.tokens[i].upos, Upos::Propn | Upos::Noun))?;
    (nominal && colon - begin <= 6).then(|| Attribution {
        hit: Hit { cue: usize::MAX, head: colon, words: vec![colon] },
        speaker: Some(speaker),
        source: Phrase::of(begin..colon),
        cue: Phrase::of(cue),
        content: Phrase::default(),
        object: None,
        passive: false,
        addressee: None,
        polarity: Polarity::Positive,
        modality: Modality::Certain,
    })
}

/// `The sergeant radioed: "…"`: before a colon any verb with a subject introduces what is quoted.
fn verb_before_colon(tree: &Sentence, full: &[&Piece]) -> Option<Attribution> {
    let first = full.first()?.tokens.start;
    let colon = first.checked_sub(1).filter(|&i| tree.tokens[i].lower == ":")?;
    let verb = (0..colon).rev().find(|&i| {
        tree.tokens[i].upos == Upos::Verb && super::subject::own_subject(tree, i).is_some_and(|s| s < i)
    })?;
    let hit = Hit { cue: usize::MAX, head: verb, words: vec![verb, colon] };
    Some(attribution(tree, &hit, super::subject::own_subject(tree, verb)))
}

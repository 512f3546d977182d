//! Noun chunks, names with titles, appositions: found from tags and neighbourhood, because greedy parsers
//! are weak here and most mistakes that they make with names are mistakes of attachment.

use super::{Sentence, Token, Upos, Xpos};
use std::ops::Range;

/// A noun with what stands before it: determiner, numbers, adjectives, other nouns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its last noun.
    pub head: usize,
    /// The name at its end: "Sergei Lavrov" in "Russian Foreign Minister Sergei Lavrov"; empty if there is
    /// none.
    pub name: Range<usize>,
}

/// A name and a description that stand for one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apposition {
    /// The name: "Sergei Lavrov".
    pub name: Range<usize>,
    /// The description: "the Russian foreign minister", or the title before the name.
    pub description: Range<usize>,
}

impl Sentence {
    /// The noun chunks of the sentence, in order; they do not overlap. Possessives divide: "Russia's" and
    /// "foreign minister" are two chunks, the second beginning after the 's.
    pub fn noun_chunks(&self) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let end = self.chunk_end(at);
            match self.tokens[at..end].iter().rposition(|token| is_noun(token) || is_number(token)) {
                Some(last) => {
                    let last = at + last;
                    let name = self.name_at_end(at, last + 1);
                    chunks.push(Chunk { tokens: at..last + 1, head: last, name });
                    at = last + 1;
                }
                None => at = end.max(at + 1),
            }
        }
        chunks
    }

    /// The chunk around `token`: the one of [`Sentence::noun_chunks`] that holds it.
    pub fn noun_chunk(&self, token: usize) -> Option<Chunk> {
        if token >= self.tokens.len() {
            return None;
        }
        // A chunk begins where no chunk goes on: look back that far, and no further than a chunk is long.
        let mut begin = token;
        while begin > 0
            && token - begin < LONGEST_CHUNK
            && goes_on(&self.tokens[begin - 1], &self.tokens[begin])
        {
            begin -= 1;
        }
        let mut at = begin;
        while at <= token {
            let end = self.chunk_end(at);
            let last = self.tokens[at..end].iter().rposition(|token| is_noun(token) || is_number(token));
            match last {
                Some(last) if at + last >= token => {
                    let last = at + last;
                    return Some(Chunk {
                        tokens: at..last + 1,
                        head: last,
                        name: self.name_at_end(at, last + 1),
                    });
                }
                Some(last) => at += last + 1,
                None => at = end.max(at + 1),
            }
        }
        None
    }

    /// One past the run of tokens that a chunk beginning at `at` may hold.
    fn chunk_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < self.tokens.len() && end - at < LONGEST_CHUNK && may_stand_in_chunk(&self.tokens[end]) {
            if end > at && !goes_on(&self.tokens[end - 1], &self.tokens[end]) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The run of names that a chunk ends with, without titles.
    fn name_at_end(&self, begin: usize, end: usize) -> Range<usize> {
        let mut first = end;
        while first > begin {
            let token = &self.tokens[first - 1];
            let joint = token.xpos == Xpos::Hyph
                && first < end
                && first - 1 > begin
                && is_name(&self.tokens[first - 2]);
            if !(joint || is_name(token)) {
                break;
            }
            first -= 1;
        }
        // The title is no part of the name, unless nothing else is left.
        let title = (first..end).rev().find(|&i| is_title(&self.tokens[i])).map(|i| i + 1);
        match title {
            Some(after) if after < end => after..end,
            _ => first..end,
        }
    }

    /// Names with a title before them ("Russian Foreign Minister Sergei Lavrov") and names that a
    /// description between commas explains, on either side ("Sergei Lavrov, the Russian foreign minister,";
    /// "the Russian foreign minister, Sergei Lavrov,").
    pub fn appositions(&self) -> Vec<Apposition> {
        let chunks = self.noun_chunks();
        let mut found = Vec::new();
        for (i, chunk) in chunks.iter().enumerate() {
            if !chunk.name.is_empty() && chunk.name.start > chunk.tokens.start {
                let description = chunk.tokens.start..chunk.name.start;
                if self.tokens[description.clone()].iter().any(|token| is_noun(token) || is_title(token)) {
                    found.push(Apposition { name: chunk.name.clone(), description });
                }
            }
            let Some(next) = chunks.get(i + 1) else { continue };
            let comma = next.tokens.start == chunk.tokens.end + 1
                && self.tokens[chunk.tokens.end].xpos == Xpos::Comma;
            if !comma {
                continue;
            }
            let is_whole_name = |chunk: &Chunk| !chunk.name.is_empty() && chunk.name == chunk.tokens;
            let describes = |chunk: &Chunk| {
                chunk.name.is_empty()
                    && self.tokens[chunk.head].upos == Upos::Noun
                    && self.tokens[chunk.head].xpos != Xpos::Nns
            };
            // A list goes on after its second member with a comma or a coordinator; an apposition closes.
            let (name, description) = match (is_whole_name(chunk), is_whole_name(next)) {
                (true, false) if describes(next) => (chunk.name.clone(), self.described(next)),
                (false, true) if describes(chunk) => (next.name.clone(), chunk.tokens.clone()),
                _ => continue,
            };
            let end = description.end.max(name.end);
            if self.closes_apposition(end) {
                found.push(Apposition { name, description });
            }
        }
        found
    }

    /// A description with the "of …" behind it: "the foreign minister of Russia".
    fn described(&self, chunk: &Chunk) -> Range<usize> {
        let mut end = chunk.tokens.end;
        while end + 1 < self.tokens.len()
            && matches!(self.tokens[end].lower.as_str(), "of" | "for" | "in" | "at" | "to")
        {
            let inner = self.chunk_end(end + 1);
            match self.tokens[end + 1..inner].iter().rposition(is_noun) {
                Some(last) => end += last + 2,
                None => break,
            }
        }
        chunk.tokens.start..end
    }

    fn closes_apposition(&self, end: usize) -> bool {
        match self.tokens.get(end) {
            None => true,
            Some(token) if token.xpos == Xpos::Comma => {
                // "Kerry, the minister, and …" could be a list of three.
                self.tokens.get(end + 1).is_none_or(|next| next.upos != Upos::Cconj)
            }
            Some(token) => {
                matches!(token.xpos, Xpos::Period | Xpos::Colon | Xpos::CloseQuote | Xpos::RightBracket)
            }
        }
    }
}

/// No chunk is longer.
const LONGEST_CHUNK: usize = 24;

fn is_noun(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn)
}

fn is_number(token: &Token) -> bool {
    token.upos == Upos::Num
}

fn is_name(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nnp | Xpos::Nnps)
}

/// Offices and forms of address that stand before names.
const TITLES: &[&str] = &[
    "adm.",
    "admiral",
    "ambassador",
    "archbishop",
    "ayatollah",
    "bishop",
    "brig.",
    "brigadier",
    "capt.",
    "captain",
    "cardinal",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "cmdr.",
    "col.",
    "colonel",
    "commander",
    "commissioner",
    "congressman",
    "congresswoman",
    "coordinator",
    "director",
    "dr.",
    "emir",
    "envoy",
    "gen.",
    "general",
    "gov.",
    "governor",
    "judge",
    "justice",
    "king",
    "lady",
    "lawmaker",
    "leader",
    "lieutenant",
    "lord",
    "lt.",
    "maj.",
    "major",
    "marshal",
    "mayor",
    "minister",
    "mr.",
    "mrs.",
    "ms.",
    "mullah",
    "official",
    "pope",
    "premier",
    "president",
    "prime",
    "prince",
    "princess",
    "prof.",
    "professor",
    "prosecutor",
    "queen",
    "rep.",
    "representative",
    "rev.",
    "secretary",
    "sen.",
    "senator",
    "sergeant",
    "sgt.",
    "sheikh",
    "sir",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "sultan",
];

fn is_title(token: &Token) -> bool {
    TITLES.binary_search(&token.lower.as_str()).is_ok()
}

/// Whether a token may stand in a noun chunk at all.
fn may_stand_in_chunk(token: &Token) -> bool {
    match token.upos {
        Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Det | Upos::Sym => true,
        Upos::Pron => token.xpos == Xpos::PrpPossessive,
        Upos::Verb => matches!(token.xpos, Xpos::Vbn | Xpos::Vbg) && token.relation == super::Relation::Amod,
        Upos::Punct => token.xpos == Xpos::Hyph,
        _ => false,
    }
}

/// Whether a chunk that holds `before` goes on with `token`.
fn goes_on(before: &Token, token: &Token) -> bool {
    if !may_stand_in_chunk(before) || !may_stand_in_chunk(token) {
        return false;
    }
    // A determiner or a possessive begins a new chunk, except after "all" and "both".
    let determiner = token.upos == Upos::Det || token.xpos == Xpos::PrpPossessive;
    !determiner || before.upos == Upos::Det
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(words: &str) -> Sentence {
        let mut lines = String::new();
        for (i, word) in words.split(' ').enumerate() {
            let (form, tags) = word.rsplit_once('/').unwrap_or((word, "NN"));
            let upos = match tags {
                "NNP" => "PROPN",
                "NN" | "NNS" => "NOUN",
                "DT" => "DET",
                "JJ" => "ADJ",
                "VBD" => "VERB",
                "CC" => "CCONJ",
                "IN" => "ADP",
                "CD" => "NUM",
                _ => "PUNCT",
            };
            lines.push_str(&format!("{form} {form} {upos} {tags} {} dep\n", usize::from(i > 0)));
        }
        Sentence::from_tree(&lines).1
    }

    fn words(sentence: &Sentence, range: &Range<usize>) -> String {
        let words: Vec<_> = sentence.tokens[range.clone()].iter().map(|token| token.form.as_str()).collect();
        words.join(" ")
    }

    fn check(tagged_words: &str, expected: &[(&str, &str)]) {
        let sentence = tagged(tagged_words);
        let found: Vec<(String, String)> = sentence
            .appositions()
            .iter()
            .map(|found| (words(&sentence, &found.name), words(&sentence, &found.description)))
            .collect();
        let expected: Vec<_> = expected.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_are_sorted_for_their_search() {
        assert!(TITLES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn titles_before_names() {
        check(
            "Russian/JJ Foreign/NNP Minister/NNP Sergei/NNP Lavrov/NNP spoke/VBD",
            &[("Sergei Lavrov", "Russian Foreign Minister")],
        );
        check("the/DT senator/NN John/NNP McCain/NNP left/VBD", &[("John McCain", "the senator")]);
    }

    #[test]
    fn descriptions_between_commas() {
        check(
            "Lavrov/NNP ,/, the/DT Russian/JJ minister/NN ,/, spoke/VBD",
            &[("Lavrov", "the Russian minister")],
        );
        check(
            "Lavrov/NNP ,/, the/DT minister/NN of/IN Russia/NNP ,/, spoke/VBD",
            &[("Lavrov", "the minister of Russia")],
        );
        check("the/DT minister/NN ,/, Lavrov/NNP ,/, spoke/VBD", &[("Lavrov", "the minister")]);
    }

    #[test]
    fn lists_are_no_appositions() {
        check("Kerry/NNP ,/, the/DT minister/NN ,/, and/CC others/NNS spoke/VBD", &[]);
        check("Kerry/NNP ,/, Lavrov/NNP and/CC Assad/NNP spoke/VBD", &[]);
    }

    #[test]
    fn chunks_are_found_alone_as_among_all() {
        let sentence =
            tagged("the/DT rebels/NNS fired/VBD 59/CD cruise/NN missiles/NNS on/IN the/DT base/NN");
        let chunks = sentence.noun_chunks();
        let spoken: Vec<_> = chunks.iter().map(|chunk| words(&sentence, &chunk.tokens)).collect();
        assert_eq!(spoken, ["the rebels", "59 cruise missiles", "the base"]);
        for chunk in chunks {
            for token in chunk.tokens.clone() {
                assert_eq!(sentence.noun_chunk(token).as_ref(), Some(&chunk));
            }
        }
        assert_eq!(sentence.noun_chunk(2), None);
    }
}

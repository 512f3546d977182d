//! Whom a verb is addressed to, and what somebody is beside his name, where the parser makes subjects of them.

use super::NONE;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// "wrote to the king accusing him of it": a gerund has no "to" before a subject of its own, so that whoever stands between them
/// is written to. "objected to the king accusing him" is no writing.
pub(super) fn give_addressees(sentence: &Sentence, heads: &mut [u32], relations: &mut [Relation]) {
    let tokens = &sentence.tokens;
    for gerund in 0..tokens.len() {
        let verb = heads[gerund];
        let hangs = relations[gerund] == Relation::Advcl && tokens[gerund].xpos == Xpos::Vbg && verb != NONE;
        if !hangs || !matches!(tokens[verb as usize].lemma.as_str(), "write" | "speak" | "talk" | "appeal") {
            continue;
        }
        let of_gerund =
            |at: usize, relation: Relation| heads[at] == gerund as u32 && relations[at] == relation;
        let Some(to) =
            (verb as usize + 1..gerund).find(|&at| of_gerund(at, Relation::Mark) && tokens[at].lower == "to")
        else {
            continue;
        };
        if let Some(addressee) = (to + 1..gerund).find(|&at| of_gerund(at, Relation::Nsubj)) {
            heads[addressee] = verb;
            relations[addressee] = Relation::Obl;
            heads[to] = addressee as u32;
            relations[to] = Relation::Case;
        }
    }
}

/// "by the account of Ann Lind, head of the bank, ten clerks were sacked": of two subjects of a passive verb the first one is what
/// somebody is who has his name right before it, if it stands between commas.
pub(super) fn give_titles(sentence: &Sentence, heads: &mut [u32], relations: &mut [Relation]) {
    let tokens = &sentence.tokens;
    for title in 2..tokens.len() {
        let verb = heads[title];
        let is_subject = |at: usize, heads: &[u32], relations: &[Relation]| {
            heads[at] == verb && relations[at] == Relation::NsubjPass
        };
        let bare = tokens[title].upos == Upos::Noun
            && tokens[title - 1].lower == ","
            && tokens[title - 2].upos == Upos::Propn;
        if verb == NONE || !bare || !is_subject(title, heads, relations) {
            continue;
        }
        let second = (title + 1..verb as usize).find(|&at| is_subject(at, heads, relations));
        let comma = second.is_some_and(|second| (title + 1..second).any(|at| tokens[at].lower == ","));
        if comma {
            let mut name = title - 2;
            while relations[name] == Relation::Flat && heads[name] != NONE {
                name = heads[name] as usize;
            }
            let below =
                std::iter::successors(Some(name), |&at| (heads[at] != NONE).then(|| heads[at] as usize))
                    .take(tokens.len())
                    .any(|at| at == title);
            if !below {
                heads[title] = name as u32;
                relations[title] = Relation::Appos;
            }
        }
    }
}

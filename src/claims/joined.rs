//! Verbs by which a speaker goes on saying something: "said it was over and promised an answer".

use super::bounds::{begins_clause, verb_cues};
use super::phrase::Phrase;
use super::rules::{CuePart, Frame, Rules};
use super::subject::{by_commas, own_subject};
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// A content without what its speaker says by another verb: "said it was over and promised an answer".
pub(super) fn without_next_saying(sentence: &Sentence, cue: usize, content: Phrase, rules: &Rules) -> Phrase {
    let next = content.tokens().find(|&at| at > cue && joined_cue(sentence, at, rules) == Some(cue));
    match next {
        Some(at) => {
            let and = (cue..at).rev().find(|&i| sentence.tokens[i].upos == Upos::Cconj).unwrap_or(at);
            content.without(&Phrase::of(and..sentence.tokens.len()))
        }
        None => content,
    }
}

/// The cue that a verb goes on from: both say something in the same tense, and only "and" (with an adverb)
/// stands before the second.
pub(super) fn joined_cue(sentence: &Sentence, verb: usize, rules: &Rules) -> Option<usize> {
    let tokens = &sentence.tokens;
    let cues = |at: usize| rules.by_lemma.get(&tokens[at].lemma).map_or(&[][..], Vec::as_slice);
    let says = |at: usize| {
        cues(at).iter().any(|&cue| {
            let cue = &rules.cues[cue];
            cue.part == CuePart::Verb
                && cue.words.len() == 1
                && cue.frames.iter().any(|frame| matches!(frame, Frame::Quote | Frame::As | Frame::To))
        })
    };
    // "Serious and repeated failures" joins no verbs.
    if tokens[verb].upos != Upos::Verb || tokens[verb].relation == Relation::Amod || !says(verb) {
        return None;
    }
    let past = |at: usize| matches!(tokens[at].xpos, Xpos::Vbd | Xpos::Vbn);
    // "And has told him so", "but would not speculate": auxiliaries go before the second verb.
    let first = sentence
        .children_in(verb, &[Relation::Aux, Relation::AuxPass])
        .filter(|&aux| aux < verb)
        .min()
        .unwrap_or(verb);
    let mut before = first.checked_sub(1)?;
    if tokens[before].upos == Upos::Adv {
        before = before.checked_sub(1)?;
    }
    if !matches!(tokens[before].lower.as_str(), "and" | "but") {
        return None;
    }
    // Behind a comma the sentence goes on rather than what is said in it: "ruled that it had erred when it refused, and ordered".
    let parted = before > 0 && tokens[before - 1].lower == ",";
    let goes_on = |at: usize| {
        let same = match tokens[first].xpos {
            Xpos::Md => tokens[before].lower == "but" && tokens[at].xpos == Xpos::Vbd,
            Xpos::Vbd => matches!(tokens[at].xpos, Xpos::Vbd) || (past(at) && first == verb),
            Xpos::Vbn => past(at),
            // "They oppose the first and defend the second".
            Xpos::Vb => first == verb && tokens[at].xpos == Xpos::Vbp,
            tag => matches!(tag, Xpos::Vbz | Xpos::Vbp) && tokens[at].xpos == tag,
        };
        // "Said that it had offered a truce and called it fair": what was done before is no part of what is going on.
        let earlier = tokens[verb].xpos == Xpos::Vbd
            && tokens[at].xpos == Xpos::Vbn
            && sentence.children_in(at, &[Relation::Aux]).any(|aux| tokens[aux].lemma == "have");
        // "Said she had heard screaming and had called the police": nor does what was done before go on with the saying.
        let past_perfect = first != verb && tokens[first].lower == "had" && tokens[at].xpos == Xpos::Vbd;
        same && !earlier
            && !past_perfect
            && tokens[at].upos == Upos::Verb
            && (says(at) || parted && says_that(at, rules, tokens))
            && (own_subject(sentence, at).is_some_and(|own| own < at) || by_commas(sentence, at).is_some())
            && !begins_anew(sentence, at, before)
    };
    match parted {
        true => (0..before).find(|&at| goes_on(at)),
        false => (0..before).rev().find(|&at| goes_on(at)),
    }
}

/// Whether a verb has what is said in a clause: "ruled that".
fn says_that(at: usize, rules: &Rules, tokens: &[Token]) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.lower == "that")
        && verb_cues(&tokens[at], rules).any(|cue| cue.frames.contains(&Frame::That))
}

/// Whether a clause with a subject of its own begins between two words behind a comma: ", but the bank cut it".
fn begins_anew(sentence: &Sentence, from: usize, to: usize) -> bool {
    let tokens = &sentence.tokens;
    (from + 1..to.saturating_sub(1)).any(|at| {
        tokens[at].lower == ","
            && matches!(tokens[at + 1].lower.as_str(), "but" | "and" | "while")
            && begins_clause(sentence, at + 2, false)
    })
}

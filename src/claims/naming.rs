//! What somebody calls something: "called the findings a fabrication", "what he described as a trap", "a possibility
//! she called remote".

use super::bounds::end_of_clause;
use super::cue::Hit;
use super::phrase::Phrase;
use super::rules::{Cue, Frame, Rules};
use super::subject::own_subject;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// "What it called a farce", "what he described as a trap": what follows the verb whose object is "what".
pub(super) fn called_what(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let own = own_subject(sentence, hit.head).filter(|&own| own < hit.head)?;
    let what = sentence.subtree(own).start.checked_sub(1).filter(|&at| tokens[at].lower == "what")?;
    let from = hit.words.last()? + 1;
    let opens = tokens.get(from).is_some_and(|next| {
        matches!(next.upos, Upos::Det | Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
            || matches!(next.lower.as_str(), "as" | "\"")
    });
    // A comma inside of quotation marks ends nothing.
    let quoted = tokens.get(from).filter(|next| next.lower == "\"");
    let close = quoted.and_then(|_| (from + 1..tokens.len()).find(|&i| tokens[i].lower == "\""));
    if let Some(close) = close {
        return (what + 6 > hit.head).then(|| Phrase::of(from..close + 1));
    }
    let end = (from..end_of_clause(sentence, from, rules))
        .find(|&i| i > from + 1 && (tokens[i].lower == "," || tokens[i].xpos.is_finite()));
    let end = end.unwrap_or_else(|| end_of_clause(sentence, from, rules));
    (opens && what + 6 > hit.head).then(|| Phrase::of(from..end))
}

/// "Which they described as “a betrayal” of the village": the pronoun, and what follows the verb whose object it is.
pub(super) fn called_which(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let own = own_subject(sentence, hit.head).filter(|&own| own < hit.head)?;
    let which = sentence.subtree(own).start.checked_sub(1)?;
    let behind_noun = which > 0 && matches!(tokens[which - 1].upos, Upos::Noun | Upos::Propn);
    let relative = matches!(tokens[which].lower.as_str(), "which" | "whom" | "who")
        || tokens[which].lower == "that" && behind_noun && tokens[which].relation != Relation::Mark;
    let from = hit.words.last()? + 1;
    let opens = tokens.get(from).is_some_and(|next| {
        matches!(next.upos, Upos::Det | Upos::Adj) || matches!(next.lower.as_str(), "as" | "\"")
    });
    (relative && opens && which + 1 < hit.head)
        .then(|| Phrase::of(which..which + 1).with(from..end_of_clause(sentence, from, rules)))
}

/// "A possibility she called remote": the name right behind the verb.
pub(super) fn named_behind(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Phrase> {
    let from = hit.words.last()? + 1;
    let own = sentence.children_in(hit.head, &[Relation::Xcomp, Relation::Obj]).any(|child| child >= from);
    let names = cue.frames.contains(&Frame::As) && !cue.frames.contains(&Frame::Object) && !cue.with_as;
    (own && names).then(|| Phrase::of(from..end_of_clause(sentence, from, rules)))
}

/// Verbs that tell what their object is by telling what it is like.
const LIKENING: [&str; 3] = ["liken", "compare", "equate"];

/// "Called the findings a fabrication", "dismissed the rumours as fantasy" by their words: a noun phrase and
/// right behind it another, an adjective, quoted words, or "as".
pub(super) fn naming(sentence: &Sentence, last: usize, with_as: bool, rules: &Rules) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let from = last + 1;
    let first = tokens.get(from)?;
    if !matches!(first.upos, Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Adj)
        && first.lower != "that"
    {
        return None;
    }
    let alone = matches!(first.lower.as_str(), "that" | "this" | "these" | "those")
        && tokens.get(from + 1).is_some_and(|next| matches!(next.lower.as_str(), "\"" | "a" | "an" | "as"));
    let end = match first.xpos {
        _ if alone => from + 1,
        Xpos::Prp => from + 1,
        _ => {
            let mut end = sentence.noun_chunk(from).filter(|chunk| chunk.tokens.start == from)?.tokens.end;
            // "The administration's plan", "the plan of the mayor".
            while tokens.get(end).is_some_and(|token| token.xpos == Xpos::Pos || token.lower == "of")
                && let Some(next) = sentence.noun_chunk(end + 1)
                && next.tokens.start == end + 1
            {
                end = next.tokens.end;
            }
            // "A justification cited by Tillerson": who did it tells which.
            let reduced = tokens.get(end).is_some_and(|token| matches!(token.xpos, Xpos::Vbn | Xpos::Vbd))
                && tokens.get(end + 1).is_some_and(|token| token.lower == "by");
            match sentence.noun_chunk(end + 2).filter(|agent| reduced && agent.tokens.start == end + 2) {
                Some(agent) => agent.tokens.end,
                None => end,
            }
        }
    };
    let next = tokens.get(end)?;
    let second = match next.lower.as_str() {
        "a" | "an" | "\"" | "one" => !with_as,
        "as" => tokens.get(end + 1).is_some_and(|token| token.upos != Upos::Adv),
        // "Likened the levy to a ransom", "compared the oath to “a loyalty test”".
        "to" => {
            LIKENING.contains(&tokens[last].lemma.as_str())
                && tokens.get(end + 1).is_some_and(|token| token.upos != Upos::Verb)
        }
        _ => {
            !with_as
                && next.upos == Upos::Adj
                && tokens.get(end + 1).is_none_or(|token| token.upos != Upos::Noun)
        }
    };
    second.then(|| Phrase::of(from..end_of_clause(sentence, from, rules)))
}

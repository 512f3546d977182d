//! Relative clauses that reach over a verb of saying: "the officers who the family believes are responsible",
//! "a video of what they said was a captured pilot".

use super::bounds::{behind_adverbials, end_of_clause};
use super::cue::Hit;
use super::parenthetical::{Parenthesis, source_before, speaker_in};
use super::phrase::Phrase;
use super::rules::Rules;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// What is said of the noun that a relative clause tells of: the pronoun and everything behind the cue.
pub(super) fn reaching(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Parenthesis> {
    let tokens = &sentence.tokens;
    let verb = hit.head;
    let reaches = rules.reaching_verbs.contains(tokens[verb].lemma.as_str());
    if !reaches || matches!(tokens[verb].xpos, Xpos::Vb | Xpos::Vbg) {
        return None;
    }
    let mut end = verb;
    while end > 0 && matches!(tokens[end - 1].upos, Upos::Aux | Upos::Adv) {
        end -= 1;
    }
    let begin = source_before(sentence, end)?;
    let first = behind_adverbials(sentence, *hit.words.last()? + 1, rules);
    // The tagger takes "said contained" for a participle.
    let past = tokens.get(first)?.xpos == Xpos::Vbn
        && tokens[first].head == Some(verb)
        && tokens[first].relation == Relation::Ccomp;
    let finite = tokens[first].xpos.is_finite() || past;
    let to_be = tokens[first].xpos == Xpos::To && tokens.get(first + 1)?.lemma == "be";
    if !finite && !to_be {
        return None;
    }
    let before = begin.checked_sub(1)?;
    let told_before = |at: usize| tokens[..at].iter().any(|token| token.xpos.is_finite());
    let said = first..end_of_reach(sentence, first, before, rules);
    let comma = before > 0 && tokens[before - 1].lower == ",";
    let content = match tokens[before].lower.as_str() {
        "who" | "whom" => Phrase::of(before..begin).with(said),
        "which" | "that" if comma || told_before(before) || goes_on(sentence, said.end) => {
            Phrase::of(before..begin).with(said)
        }
        // "Of what he said were secret sites", not "what he said was wrong".
        "what" if before > 0 && matches!(tokens[before - 1].upos, Upos::Adp | Upos::Verb | Upos::Aux) => {
            let is = tokens[first].lemma == "be" || tokens[first].xpos == Xpos::Md || to_be;
            is.then(|| Phrase::of(before..begin).with(said))?
        }
        // "A gun he said was stolen": nothing stands for the noun.
        _ if finite
            && matches!(tokens[before].upos, Upos::Noun | Upos::Propn)
            && tokens[begin].upos == Upos::Pron
            && told_before(before) =>
        {
            Phrase::of(said)
        }
        _ => return None,
    };
    let source = begin..end;
    let speaker = speaker_in(sentence, verb, &source)?;
    Some(Parenthesis { speaker, source: Phrase::of(source), content })
}

/// Where such a clause ends: before the verb of the clause around it, before the comma that closes it.
fn end_of_reach(sentence: &Sentence, first: usize, pronoun: usize, rules: &Rules) -> usize {
    let tokens = &sentence.tokens;
    let whole = end_of_clause(sentence, first, rules);
    let put_in = pronoun > 0 && tokens[pronoun - 1].lower == ",";
    let verbal = |at: usize| tokens.get(at).is_some_and(|token| token.xpos.is_finite());
    let closes = |at: usize| {
        tokens[at].lower == "," && (put_in || verbal(at + 1)) && (verbal(at + 1) || verbal(at + 2))
    };
    let joins = |at: usize| {
        matches!(tokens[at].upos, Upos::Punct | Upos::Cconj | Upos::Sconj)
            || matches!(tokens[at].xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb | Xpos::Prp)
    };
    let mut joined = false;
    let mut nominal = false;
    for at in first + 1..whole {
        if closes(at) {
            return at;
        }
        joined |= joins(at);
        nominal |= matches!(tokens[at].upos, Upos::Noun | Upos::Adj | Upos::Adv | Upos::Propn | Upos::Num);
        if verbal(at) && !joined && nominal {
            return at;
        }
    }
    whole
}

/// Whether the clause around goes on with its verb here.
fn goes_on(sentence: &Sentence, at: usize) -> bool {
    let verbal = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.xpos.is_finite());
    verbal(at) || verbal(at + 1)
}

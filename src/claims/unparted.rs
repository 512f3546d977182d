//! Reports whose comma was lost: "Two strikes hit the depot the monitors said".

use super::bounds::behind_adverbials;
use super::cue::Hit;
use super::parenthetical::{Parenthesis, end_of_names, finite, is_relative, source_before, speaker_in};
use super::phrase::Phrase;
use super::rules::Rules;
use super::subject::own_subject;
use crate::language::{Relation, Sentence, Upos, Xpos, says_clauses_only};

/// "Two strikes hit the depot the monitors said on Monday.": a cue with its subject at the end of a sentence
/// whose comma was lost.
pub(super) fn unparted(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Parenthesis> {
    let tokens = &sentence.tokens;
    let verb = hit.head;
    let stops = |at: usize| tokens.get(at).is_none_or(|token| token.lower == ".");
    let from = *hit.words.last()? + 1;
    // "… activists said keeping up their campaign."
    let trails = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.xpos == Xpos::Vbg && matches!(token.relation, Relation::Advcl | Relation::Xcomp)
        })
    };
    let end = behind_adverbials(sentence, from, rules);
    let (source, begin) = if stops(end) || trails(end) {
        // "… residents have reported."
        let helps = |at: &usize| tokens[at - 1].upos == Upos::Aux;
        let opening = (1..=verb).rev().find(|at| !helps(at)).unwrap_or(verb);
        let begin = source_before(sentence, opening)?;
        let begin = last_of_chunk(sentence, begin, opening).unwrap_or(begin);
        (begin..opening, begin)
    } else {
        // Only a finite verb stands before its subject: not "would let her claim a victory".
        let says = rules.continuing_verbs.contains(tokens[verb].lemma.as_str())
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
        if !says || own_subject(sentence, verb).is_some_and(|own| own < verb) {
            return None;
        }
        let chunk = sentence.noun_chunk(from).filter(|chunk| chunk.tokens.start == from)?;
        let end = end_of_names(sentence, chunk.tokens.end);
        stops(behind_adverbials(sentence, end, rules)).then_some((from..end, verb))?
    };
    let before = begin.checked_sub(1)?;
    // "retook the village the rebels claimed": a common noun before the speaker may be what such a verb is about.
    let whole = says_clauses_only(&tokens[verb].lemma);
    if begin < verb && !whole && matches!(tokens[before].upos, Upos::Noun | Upos::Pron) {
        return None;
    }
    let ends = matches!(
        tokens[before].upos,
        Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Adv | Upos::Verb | Upos::Pron
    ) && !is_relative(tokens[before].lower.as_str());
    let start =
        (0..begin).rev().find(|&i| matches!(tokens[i].lower.as_str(), ";" | ":")).map_or(0, |i| i + 1);
    let said = start..begin;
    let parted = said.clone().any(|i| tokens[i].lower == "," && i + 1 == begin);
    if !ends || parted || !finite(sentence, said.clone()) || is_relative(tokens[start].lower.as_str()) {
        return None;
    }
    let speaker = speaker_in(sentence, verb, &source)?;
    Some(Parenthesis { speaker, source: Phrase::of(source), content: Phrase::of(said) })
}

/// "a school in the port town | rebels said", "after the raids | Omar said": where the noun phrase before a verb holds the last
/// words of what is said, the plural or the name at its end speaks alone.
fn last_of_chunk(sentence: &Sentence, begin: usize, verb: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let last = verb.checked_sub(1).filter(|&last| last > begin)?;
    let named = (begin + 1..=last)
        .find(|&at| tokens[at].upos == Upos::Propn && tokens[at - 1].xpos == Xpos::Nns)
        .filter(|&at| (at..=last).all(|token| tokens[token].upos == Upos::Propn));
    let governed = begin.checked_sub(1).is_some_and(|before| tokens[before].upos == Upos::Adp);
    let several = governed && tokens[last].xpos == Xpos::Nns;
    let plural = match tokens[last - 1].xpos {
        // "in the port town | rebels", "on Thursday | activists"
        Xpos::Nn | Xpos::Nnp => Some(last),
        // "the province of Homs | local residents"
        Xpos::Jj if last > begin + 1 && tokens[last - 2].upos == Upos::Propn => Some(last - 1),
        _ => None,
    };
    named.or(plural.filter(|_| several))
}

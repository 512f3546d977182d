//! States that share a word: "North and South Korea", "the two Koreas".

use super::units::Unit;
use super::words::Words;
use crate::actors::Rules;
use crate::actors::rules::lexicon::Sense;
use crate::language::Sentence;

/// "North and South Korea", "North and South Korean troops": what stands before "and" is a name as well, whose last words are
/// those of the name behind it. Two states are one unit, whose words are those of both.
pub(super) fn with_first_of_two(
    sentence: &Sentence,
    words: &Words,
    rules: &Rules,
    second: Unit,
) -> Vec<Unit> {
    let Some((at, senses)) = first_of_two(sentence, words, rules, &second) else { return vec![second] };
    if second.is(|sense| matches!(sense, Sense::State(_))) {
        let senses = senses.into_iter().chain(second.senses).collect();
        return vec![Unit { tokens: at..second.tokens.end, senses, person: None }];
    }
    vec![Unit { tokens: at..at + 1, senses, person: None }, second]
}

/// Where the first of two such names stands, and what it can stand for.
fn first_of_two(
    sentence: &Sentence,
    words: &Words,
    rules: &Rules,
    second: &Unit,
) -> Option<(usize, Vec<Sense>)> {
    let at = second.tokens.start.checked_sub(2)?;
    let joins = matches!(sentence.tokens[at + 1].lower.as_str(), "and" | "or" | "&");
    let [first] = words.of(at) else { return None };
    if !joins || !first.capital || second.tokens.len() < 2 {
        return None;
    }
    let rest = words.numbers(second.tokens.start + 1..second.tokens.end);
    let node = rest
        .iter()
        .try_fold(rules.lexicon.start(first.word)?, |node, &word| rules.lexicon.step(node, word))?;
    let alike = |sense: &Sense| {
        second.is(|other| {
            matches!(
                (sense, other),
                (Sense::State(_), Sense::State(_))
                    | (Sense::Adjective(_), Sense::Adjective(_))
                    | (Sense::Demonym(_), Sense::Demonym(_))
            )
        })
    };
    let readings = rules.lexicon.readings(node).iter().map(|reading| reading.sense);
    let senses: Vec<Sense> = readings.filter(alike).collect();
    (!senses.is_empty()).then_some((at, senses))
}

/// "the two Koreas", "both Sudans": all states of that name, with or without a direction before it.
pub(super) fn both(sentence: &Sentence, words: &Words, rules: &Rules, token: usize) -> Option<Unit> {
    let before = sentence.tokens[token.checked_sub(1)?].lower.as_str();
    if !words.capital(token) || !matches!(before, "the" | "two" | "both" | "neighbouring" | "neighboring") {
        return None;
    }
    let name = sentence.tokens[token].lower.strip_suffix('s')?;
    let is_one = |state: &str| {
        let state = state.to_lowercase();
        match state.split_once(' ') {
            None => state == name,
            Some((direction, rest)) => {
                rest == name && matches!(direction, "north" | "south" | "east" | "west")
            }
        }
    };
    let senses: Vec<Sense> = (0..rules.states.len())
        .filter(|&state| is_one(&rules.states[state].name))
        .map(Sense::State)
        .collect();
    (senses.len() > 1).then(|| Unit { tokens: token..token + 1, senses, person: None })
}

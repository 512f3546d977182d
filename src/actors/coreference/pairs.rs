//! "both sides", "the two leaders": one mention for each of two.

use super::Reader;
use crate::actors::rules::tables::Owner;
use crate::actors::{ActorSort, MentionForm};

/// How far back, in sentences, a pair may reach.
const REACH: usize = 4;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Persons,
    States,
    Any,
}

fn wanted(noun: &str) -> Option<Wanted> {
    match noun {
        "leaders" | "men" | "women" | "presidents" | "ministers" | "diplomats" | "politicians"
        | "statesmen" => Some(Wanted::Persons),
        "countries" | "nations" | "states" | "governments" | "neighbours" | "neighbors" | "capitals"
        | "powers" | "allies" | "rivals" => Some(Wanted::States),
        "sides" | "parties" | "camps" => Some(Wanted::Any),
        _ => None,
    }
}

impl Reader<'_, '_> {
    /// Resolves "both X" and "the two X"; whether the token is the noun of such a phrase.
    pub(super) fn pair(&mut self, sentence: usize, token: usize) -> bool {
        let place = &self.registry.document.sentences[sentence];
        let Some(wanted) = wanted(&place.tokens[token].lower) else { return false };
        let word = |back: usize| token.checked_sub(back).map_or("", |at| place.tokens[at].lower.as_str());
        let begin = match (word(2), word(1)) {
            (_, "both") => token - 1,
            ("the" | "both", "two") => token - 2,
            _ => return false,
        };
        for actor in self.two(sentence, begin, wanted) {
            self.add(actor, sentence, begin..token + 1, MentionForm::Description, "pair");
        }
        true
    }

    /// The two last spoken of together: side by side, else alone in one sentence.
    fn two(&mut self, sentence: usize, token: usize, wanted: Wanted) -> Vec<usize> {
        for back in 0..=REACH.min(sentence) {
            let at = sentence - back;
            if self.registry.document.sentences[at].part != self.registry.document.sentences[sentence].part {
                break;
            }
            let here: Vec<(usize, std::ops::Range<usize>)> = self
                .candidates
                .iter()
                .filter(|candidate| {
                    candidate.sentence == at && (at < sentence || candidate.tokens.end <= token)
                })
                .map(|candidate| (candidate.actor, candidate.tokens.clone()))
                .collect();
            let mut actors: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
            for (actor, tokens) in here {
                if let Some(actor) = self.as_wanted(actor, wanted) {
                    actors.push((actor, tokens));
                }
            }
            if let Some(pair) = self.side_by_side(at, &actors) {
                return pair;
            }
            let mut distinct: Vec<usize> = Vec::new();
            for (actor, _) in &actors {
                if !distinct.contains(actor) {
                    distinct.push(*actor);
                }
            }
            match distinct.len() {
                2 => return distinct,
                0 | 1 => {}
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// An actor as the kind of pair wants it: of a person, people or body the state, if states are wanted.
    fn as_wanted(&mut self, actor: usize, wanted: Wanted) -> Option<usize> {
        let row = &self.registry.actors[actor];
        match wanted {
            Wanted::Persons => (row.sort == ActorSort::Person).then_some(actor),
            // "Hamas killed 20 people": just any people are no side.
            Wanted::Any => (row.sort != ActorSort::People || row.code != "CVL").then_some(actor),
            Wanted::States if row.sort == ActorSort::State => Some(actor),
            Wanted::States => {
                let (country, _) = row.code.split_once('.')?;
                let state = self.registry.rules.states.iter().position(|state| state.code == country)?;
                Some(self.registry.owner(Owner::State(state)))
            }
        }
    }

    /// The last two actors of a sentence that a conjunction joins: "Tillerson and Lavrov".
    fn side_by_side(
        &self,
        sentence: usize,
        actors: &[(usize, std::ops::Range<usize>)],
    ) -> Option<Vec<usize>> {
        let place = &self.registry.document.sentences[sentence];
        let joined = |left: &std::ops::Range<usize>, right: &std::ops::Range<usize>| {
            let mut gap = left.end..right.start;
            left == right
                || left.end < right.start
                    && gap.len() <= 2
                    && place.tokens[left.end].lower == "and"
                    && gap.all(|token| matches!(place.tokens[token].lower.as_str(), "and" | "the"))
        };
        actors.windows(2).rev().find_map(|pair| {
            let [(left, before), (right, behind)] = pair else { return None };
            let third = actors.iter().any(|(actor, tokens)| {
                tokens == before && before == behind && actor != left && actor != right
            });
            (left != right && joined(before, behind) && !third).then(|| vec![*left, *right])
        })
    }
}

//! Names that stand by themselves: states, bodies, persons, a capital that speaks for its government.

use super::{Owned, Reader};
use crate::actors::MentionForm;
use crate::actors::find::grammar::is_hyphen;
use crate::actors::find::places::speaks_of_government;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::{Owner, Sex};
use crate::language::{Relation, Upos};
use std::ops::Range;

impl Reader<'_, '_> {
    /// A unit that stands by itself: a state, a body, a person, a capital that speaks for its government.
    pub(super) fn name(&mut self, index: usize) {
        if self.used[index] {
            return;
        }
        let unit = &self.units[index];
        let tokens = unit.tokens.clone();
        if let Some(actor) = unit.person {
            self.add(actor, tokens, MentionForm::Name, "name");
            return;
        }
        if self.is_prefixed(index) || self.is_backed(tokens.end) {
            return;
        }
        for sense in unit.senses.clone() {
            match sense {
                Sense::State(_) => {
                    let form =
                        if self.describes_word(&tokens) { MentionForm::Adjective } else { MentionForm::Name };
                    // "the two Koreas" are several.
                    for sense in &unit.senses {
                        if let Sense::State(state) = *sense {
                            let actor = self.registry.state(state);
                            self.add(actor, tokens.clone(), form, "state");
                        }
                    }
                }
                Sense::Adjective(state) => self.adjective(state, tokens),
                Sense::Demonym(state) => self.demonym(state, tokens),
                Sense::Metonym(state)
                    if speaks_of_government(self.place, self.words, &tokens, self.shown_role(index)) =>
                {
                    let actor = self.registry.state(state);
                    self.add(actor, tokens, MentionForm::Name, "capital");
                }
                Sense::Seat(thing)
                    if speaks_of_government(self.place, self.words, &tokens, self.shown_role(index)) =>
                {
                    let actor = self.registry.thing(thing);
                    self.add(actor, tokens, MentionForm::Name, "seat");
                }
                Sense::Thing(thing) => match self.namesake(index, thing) {
                    Some((kind, owned)) => self.named_organisation(tokens, kind, None, Some(owned)),
                    None => {
                        let actor = self.registry.thing(thing);
                        self.add(actor, tokens, MentionForm::Name, "row");
                    }
                },
                _ => continue,
            }
            return;
        }
    }

    /// "the National Transitional Council of the Central African Republic" is not Libya's: the kind of the organisation, by
    /// its noun, and whose it is.
    fn namesake(&self, index: usize, thing: usize) -> Option<(usize, Owned)> {
        let rules = self.registry.rules;
        let own = rules.things[thing].code.get(..3)?;
        let owned = self.owner_behind(index)?;
        let Owner::State(state) = owned.owner else { return None };
        let unit = &self.units[index].tokens;
        let [noun] = self.words.of(unit.end - 1) else { return None };
        let kind = *rules.organisation_nouns.get(&noun.word)?;
        let national = rules.states.iter().any(|state| state.code == own);
        (unit.len() > 1 && national && rules.states[state].code != own).then_some((kind, owned))
    }

    /// Whether the next unit is a role that already speaks of the owner.
    pub(super) fn shown_role(&self, index: usize) -> bool {
        self.units
            .get(index + 1)
            .is_some_and(|next| next.tokens.start == self.units[index].tokens.end && next.person.is_none())
    }

    /// "US-backed", "Russian-made": the country does not act; in "US-led" it does.
    pub(super) fn is_backed(&self, end: usize) -> bool {
        let hyphen = is_hyphen(self.place, end) && end > 0 && !self.place.tokens[end - 1].space_after;
        hyphen
            && self.place.tokens.get(end + 1).is_some_and(|next| {
                next.form.starts_with(char::is_lowercase)
                    && !matches!(next.lower.as_str(), "led" | "brokered" | "mediated" | "sponsored")
            })
    }

    /// "Russian" before a noun stands for the state; by itself for one of its people.
    pub(super) fn adjective(&mut self, state: usize, tokens: Range<usize>) {
        let last = &self.place.tokens[tokens.end - 1];
        // "A Syrian was held": whatever the tagger says, what a verb has as its subject or object describes nothing.
        let nominal = matches!(last.upos, Upos::Noun | Upos::Propn)
            || last.upos == Upos::Adj && last.relation.is_argument();
        let by_itself = nominal
            && !self.describes_word(&tokens)
            && !matches!(last.relation, Relation::Compound | Relation::Amod | Relation::Flat);
        let one = self.place.tokens[..tokens.start].iter().any(|token| {
            token.head == Some(tokens.end - 1)
                && matches!(token.lower.as_str(), "a" | "an" | "one" | "another")
        });
        let actor = if by_itself && one { self.citizen(state, false) } else { self.registry.state(state) };
        self.add(actor, tokens, MentionForm::Adjective, "adjective");
    }

    /// "the Russians" are their state; "three Russians" are citizens.
    pub(super) fn demonym(&mut self, state: usize, tokens: Range<usize>) {
        let counted = tokens.start.checked_sub(1).is_some_and(|token| {
            let previous = &self.place.tokens[token];
            previous.upos == Upos::Num
                || previous.lower.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
                || matches!(
                    previous.lower.as_str(),
                    "of" | "many"
                        | "some"
                        | "several"
                        | "most"
                        | "few"
                        | "more"
                        | "other"
                        | "ordinary"
                        | "young"
                        | "two"
                        | "three"
                        | "four"
                        | "five"
                        | "six"
                        | "seven"
                        | "eight"
                        | "nine"
                        | "ten"
                        | "dozen"
                        | "hundred"
                        | "thousand"
                        | "million"
                        | "innocent"
                )
        });
        let one = !self.place.tokens[tokens.end - 1].lower.ends_with('s')
            && !self.place.tokens[tokens.end - 1].lower.ends_with("men");
        let actor = if counted || one { self.citizen(state, !one) } else { self.registry.state(state) };
        self.add(actor, tokens, MentionForm::Name, "demonym");
    }

    pub(super) fn citizen(&mut self, state: usize, plural: bool) -> usize {
        let row = &self.registry.rules.states[state];
        let kind = if plural { "citizens" } else { "citizen" };
        let (id, name, code) =
            (format!("{}/{kind}", row.id), format!("{kind} of {}", row.name), format!("{}.CVL", row.code));
        self.registry.actor(id, |id| crate::actors::Actor {
            id,
            name,
            code,
            sort: crate::actors::ActorSort::People,
            known: false,
            named: false,
            sex: Sex::Unknown,
            plural,
        })
    }

    /// Whether a tree puts a name before the noun that it describes: "US strikes".
    pub(super) fn describes_word(&self, tokens: &Range<usize>) -> bool {
        let last = &self.place.tokens[tokens.end - 1];
        matches!(last.relation, Relation::Compound | Relation::Amod | Relation::NmodDesc)
            && last.head.is_some_and(|head| head >= tokens.end)
    }
}

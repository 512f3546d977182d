//! Whose a role, a body or people are: the country, organisation or ruler before or behind them.

use super::{Owned, Reader};
use crate::actors::MentionForm;
use crate::actors::find::grammar::{is_determiner, is_hyphen, is_modifier, is_possessive, is_word};
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::Owner;
use crate::language::Relation;
use std::ops::Range;

impl Reader<'_, '_> {
    /// The country or organisation before a role: "Russian", "Russia's", "US", "the Trump".
    pub(super) fn owners_before(&self, index: usize) -> Vec<Owned> {
        let owners = self.owners_beside(index);
        if owners.is_empty() { self.ruler_before(index).into_iter().collect() } else { owners }
    }

    /// "the Bush administration", "Assad's government": whichever of those who are called so it is, they governed one
    /// state.
    fn ruler_before(&self, index: usize) -> Option<Owned> {
        let end = self.units[index].tokens.start.checked_sub(1)?;
        let name = if is_possessive(self.place, end) { end.checked_sub(1)? } else { end };
        let taken = self.units.iter().any(|unit| unit.tokens.contains(&name));
        if !self.is_rule(index) || taken || self.words.shouting || !self.words.capital(name) {
            return None;
        }
        let rules = self.registry.rules;
        let persons = rules.by_short_name.get(&self.words.numbers(name..name + 1))?;
        let roles = persons.iter().flat_map(|&person| &rules.persons[person].roles);
        let mut owners = roles
            .map(|role| &rules.posts[role.post])
            .filter(|post| {
                rules.offices[post.office].sector == "GOV" && matches!(post.owner, Owner::State(_))
            })
            .map(|post| post.owner);
        let owner = owners.next()?;
        let only = owners.all(|other| other == owner);
        only.then_some(Owned { owner, token: name, unit: index, named: true })
    }

    fn owners_beside(&self, index: usize) -> Vec<Owned> {
        let start = self.units[index].tokens.start;
        let Some(previous) = index.checked_sub(1) else { return Vec::new() };
        let unit = &self.units[previous];
        if self.serves_next(previous) && unit.tokens.end == start {
            return self.owners_before(previous);
        }
        let Some((owner, adjective)) = self.owner(previous) else { return Vec::new() };
        let gap = unit.tokens.end..start;
        let lost = self.words.possessive(gap.start - 1);
        let possessive = lost || is_possessive(self.place, gap.start) && !gap.is_empty();
        let person = unit.person.is_some();
        if person && !(self.is_rule(index) && (possessive && gap.len() <= 2 || gap.is_empty())) {
            return Vec::new();
        }
        let rest = if possessive && !lost { gap.start + 1..gap.end } else { gap.clone() };
        let longest = if possessive || adjective || self.is_acronym(previous) { 4 } else { 0 };
        let clear = rest.len() <= longest
            && rest
                .clone()
                .all(|token| is_modifier(self.place, token) || possessive && self.qualifier(token).is_some());
        let backed = is_hyphen(self.place, gap.start) && !gap.is_empty();
        if !clear || backed || self.is_prefixed(previous) || self.is_cut(unit.tokens.start, start) {
            return Vec::new();
        }
        let named = possessive || person;
        let mut owners = vec![Owned { owner, token: unit.tokens.start, unit: previous, named }];
        if !possessive {
            self.coordinated(previous, &mut owners);
        }
        owners
    }

    /// "regime" in "Syrian regime forces": the forces are the state's.
    pub(super) fn serves_next(&self, index: usize) -> bool {
        let unit = &self.units[index];
        let institution = unit.is(|sense| matches!(sense, Sense::Institution(_) | Sense::OneOf(_)))
            && !unit.is(|sense| matches!(sense, Sense::Office(_) | Sense::Title(_)));
        let people = |sense: &Sense| {
            matches!(sense, Sense::OneOf(_) | Sense::ManyOf(_) | Sense::Institution(_) | Sense::Office(_))
        };
        institution
            && self
                .units
                .get(index + 1)
                .is_some_and(|next| next.tokens.start == unit.tokens.end && next.is(people))
    }

    /// "regime" before "warplanes", where nothing tells which state's: the body and its unit.
    pub(super) fn serving(&self, index: usize) -> Option<(usize, usize)> {
        let before = index.checked_sub(1)?;
        let institution = self.body(before)?;
        let serves = !self.used[before] && self.serves_next(before) && self.owners_before(before).is_empty();
        serves.then_some((institution, before))
    }

    /// The body that every state has of which a unit speaks.
    pub(super) fn body(&self, index: usize) -> Option<usize> {
        self.units[index].senses.iter().find_map(|sense| match sense {
            Sense::Institution(institution) => Some(*institution),
            _ => None,
        })
    }

    /// "government" in "government and rebel forces": the forces of two, of whom the nearer is in `people`. Returns where the
    /// words for both begin.
    pub(super) fn joined_before(&mut self, index: usize, people: &Range<usize>) -> usize {
        let Some(before) = index.checked_sub(1) else { return people.start };
        let (unit, next) = (&self.units[before], &self.units[index]);
        let word = &self.place.tokens[unit.tokens.start];
        let joined = next.tokens.start == unit.tokens.end + 1
            && is_word(self.place, unit.tokens.end, "and")
            && matches!(word.relation, Relation::Compound | Relation::Amod)
            && word.head == Some(people.end - 1)
            && unit.tokens.len() == 1;
        let Some(institution) = self.body(before).filter(|_| joined) else { return people.start };
        let begin = unit.tokens.start;
        // "the government and rebel forces" speak of the government itself.
        if is_word(self.place, begin.wrapping_sub(1), "the") || !self.owners_before(before).is_empty() {
            return people.start;
        }
        self.used[before] = true;
        let actor = self.registry.institution(institution, None);
        self.add(actor, begin..people.end, MentionForm::Description, "institution");
        begin
    }

    /// "Syrian" in "Syrian and Russian forces", "Iranian, Syrian and Russian officials".
    pub(super) fn coordinated(&self, mut index: usize, owners: &mut Vec<Owned>) {
        while let Some(previous) = index.checked_sub(1) {
            let (unit, next) = (&self.units[previous], &self.units[index]);
            let gap = unit.tokens.end..next.tokens.start;
            let joined = !gap.is_empty()
                && gap.len() <= 2
                && gap.clone().all(|token| {
                    matches!(self.place.tokens[token].lower.as_str(), "and" | "or" | "," | "-" | "&" | "/")
                });
            let adjective =
                unit.is(|sense| matches!(sense, Sense::Adjective(_))) || self.is_acronym(previous);
            let Some((owner, _)) =
                self.owner(previous).filter(|_| joined && adjective && unit.person.is_none())
            else {
                break;
            };
            owners.push(Owned { owner, token: unit.tokens.start, unit: previous, named: false });
            index = previous;
        }
        owners.reverse();
    }

    /// The countries behind a role: "of Russia and Turkey", and for people "in" and "from" one.
    pub(super) fn owners_behind(&self, index: usize) -> Vec<Owned> {
        let mut owners: Vec<Owned> = self.owner_behind(index).into_iter().collect();
        let Some(first) = owners.first() else { return owners };
        let of = is_word(self.place, self.units[index].tokens.end, "of");
        let mut last = first.unit;
        while let Some(next) = self.units.get(last + 1) {
            let mut gap = self.units[last].tokens.end..next.tokens.start;
            let joined = !gap.is_empty()
                && gap.len() <= 3
                && gap.all(|token| matches!(self.place.tokens[token].lower.as_str(), "and" | "," | "the"));
            let state = next.is(|sense| matches!(sense, Sense::State(_)));
            if !(joined && state && of) || is_possessive(self.place, next.tokens.end) {
                break;
            }
            last += 1;
            let Some((owner, _)) = self.owner(last) else { break };
            owners.push(Owned { owner, token: next.tokens.end, unit: last, named: true });
        }
        // "the president of Russia, Ukraine and Poland said": a list behind a comma may begin something new.
        let closed = owners.len() < 2 || is_word(self.place, self.units[last].tokens.start - 1, "and");
        if !closed {
            owners.truncate(1);
        }
        owners
    }

    /// The country behind a role.
    pub(super) fn owner_behind(&self, index: usize) -> Option<Owned> {
        let end = self.units[index].tokens.end;
        let next = index + 1;
        let unit = self.units.get(next)?;
        let settled = |sense: &Sense| match sense {
            Sense::ManyOf(noun) | Sense::OneOf(noun) => {
                matches!(
                    self.registry.rules.nouns[*noun].sector.as_str(),
                    "REB" | "UAF" | "OPP" | "CVL" | "LEG" | "JUD" | "COP" | "LAB" | "AGR"
                )
            }
            Sense::Institution(institution) => !self.registry.rules.institutions[*institution].abroad,
            _ => false,
        };
        let preposition = self.place.tokens.get(end)?.lower.as_str();
        let plain = unit.is(|sense| matches!(sense, Sense::State(_) | Sense::Thing(_)))
            || unit.is(|sense| matches!(sense, Sense::Metonym(_))) && preposition == "in";
        let speaks = self.place.tokens[end - 1].lower.starts_with("spokes");
        let allowed = preposition == "of"
            || matches!(preposition, "in" | "from") && self.units[index].is(settled)
            || matches!(preposition, "for" | "with") && speaks;
        let mut gap = end + 1..unit.tokens.start;
        let clear = gap.len() <= 2
            && gap.all(|token| {
                is_determiner(&self.place.tokens[token].lower) || is_word(self.place, token, "federal")
            });
        let possessive =
            is_possessive(self.place, unit.tokens.end) || self.words.possessive(unit.tokens.end - 1);
        if !(allowed && plain && clear) || possessive && preposition != "in" {
            return None;
        }
        // "members of a Hezbollah-backed group" are not of Hezbollah, nor is "the Senate in the U.S. state of Ohio" that of the
        // United States.
        if self.is_backed(unit.tokens.end) || is_word(self.place, unit.tokens.end, "state") {
            return None;
        }
        let (owner, _) = self.owner(next)?;
        // "rebels in Syria's north" are Syria's, though the words go on.
        let token = if possessive { end } else { unit.tokens.end };
        Some(Owned { owner, token, unit: next, named: true })
    }

    /// The state or thing that a unit makes the owner of what stands beside it.
    pub(super) fn owner(&self, index: usize) -> Option<(Owner, bool)> {
        let unit = &self.units[index];
        if let Some(actor) = unit.person {
            return self.country_of(actor).map(|owner| (owner, false));
        }
        unit.senses.iter().find_map(|sense| match sense {
            Sense::State(i) | Sense::Metonym(i) => Some((Owner::State(*i), false)),
            Sense::Adjective(i) => Some((Owner::State(*i), true)),
            Sense::Thing(i) | Sense::Seat(i) => Some((Owner::Thing(*i), false)),
            _ => None,
        })
    }

    /// The state that a person governs.
    pub(super) fn country_of(&self, actor: usize) -> Option<Owner> {
        let (country, _) = self.registry.actors[actor].code.split_once(".GOV")?;
        let state = self.registry.rules.states.iter().position(|state| state.code == country)?;
        Some(Owner::State(state))
    }

    /// Whether a role is one that people lend their name to: "the Assad regime", "Assad's forces".
    pub(super) fn is_rule(&self, index: usize) -> bool {
        self.units[index].is(|sense| match sense {
            Sense::Institution(institution) => {
                matches!(self.registry.rules.institutions[*institution].sector.as_str(), "GOV" | "MIL")
            }
            Sense::ManyOf(noun) => self.registry.rules.nouns[*noun].sector == "MIL",
            _ => false,
        })
    }

    pub(super) fn is_acronym(&self, index: usize) -> bool {
        let tokens = &self.units[index].tokens;
        tokens.len() == 1 && self.words.of(tokens.start).iter().all(|piece| piece.upper)
    }

    /// "pro-Russian", "anti-American", "non-US".
    pub(super) fn is_prefixed(&self, index: usize) -> bool {
        let start = self.units[index].tokens.start;
        let attached =
            start >= 2 && is_hyphen(self.place, start - 1) && !self.place.tokens[start - 2].space_after;
        let prefix =
            |token: &str| matches!(token, "pro" | "anti" | "non" | "un" | "ex" | "post" | "pre" | "trans");
        attached && prefix(&self.place.tokens[start - 2].lower)
    }

    /// Whether a tree, if there is one, puts the owner under something else than the phrase of the role.
    pub(super) fn is_cut(&self, owner: usize, role: usize) -> bool {
        let token = &self.place.tokens[owner];
        let Some(head) = token.head else { return false };
        matches!(token.relation, Relation::Nsubj | Relation::Obj | Relation::Obl) && head < role
    }
}

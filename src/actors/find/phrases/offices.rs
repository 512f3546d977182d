//! Offices and titles, with the name of their holder or without: "Russian Foreign Minister Sergei Lavrov", "the president".

use super::{Owned, Reader};
use crate::actors::find::registry::Belongs;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::{Owner, Qualifier};
use crate::actors::{MentionForm, RoleMention};
use crate::language::{Relation, Upos};
use std::ops::Range;

impl Reader<'_, '_> {
    /// "Russian Foreign Minister Sergei Lavrov", "Gen. Smith", "the spokesman, Sean Spicer".
    pub(super) fn named_holder(
        &mut self,
        index: usize,
        named: usize,
        actor: usize,
        begin: usize,
        owned: Option<Owned>,
    ) {
        let unit = &self.units[index];
        let belongs = owned.map(|owned| owned.owner);
        let end = self.units[named].tokens.end;
        self.used[index..=named].fill(true);
        if let Some(owned) = owned {
            self.used[owned.unit] = !owned.named;
        }
        self.add(actor, begin..end, MentionForm::Name, "name-with-title");
        self.give_role(index, actor, belongs, begin..unit.tokens.end);
    }

    /// What an office or title says of the person who bears it.
    fn give_role(&mut self, index: usize, actor: usize, belongs: Belongs, tokens: Range<usize>) {
        let unit = &self.units[index];
        let former = self.is_former(&tokens) || self.is_former(&unit.tokens);
        let lesser = self.is_lesser(index);
        let sector = unit.senses.iter().find_map(|sense| match sense {
            Sense::Office(office) => Some(self.registry.rules.offices[*office].sector.clone()),
            Sense::Title(title) => {
                Some(self.registry.rules.titles[*title].sector.clone()).filter(|sector| !sector.is_empty())
            }
            Sense::OneOf(noun) => Some(self.registry.rules.nouns[*noun].sector.clone()),
            _ => None,
        });
        // Somebody of the table who has held no office yet is what the article calls him.
        let bare = |code: &str| !code.contains('.');
        if !self.registry.actors[actor].known || bare(&self.registry.actors[actor].code) && !former {
            let code = match (&sector, belongs) {
                (None, None) => String::new(),
                (_, None) if self.is_of_another(index, &tokens) => String::new(),
                (sector, belongs) => {
                    let sector = if former { "ELI" } else { sector.as_deref().unwrap_or("") };
                    self.registry.code(belongs, sector)
                }
            };
            let person = &mut self.registry.actors[actor];
            if person.code.len() < code.len() {
                person.code = code;
            }
        }
        if lesser && !former {
            return;
        }
        if let Some(post) = self.post(index, actor, belongs) {
            let location = self.place.location_of(tokens);
            self.registry.roles.push(RoleMention { actor, post, location, former });
        }
    }

    /// "Sampdoria President Riccardo Garrone": an office that states have one of, of what has a name and is no state.
    fn is_of_another(&self, index: usize, tokens: &Range<usize>) -> bool {
        let single = |sense: &Sense| match sense {
            Sense::Office(office) => self.registry.rules.offices[*office].single,
            _ => false,
        };
        let Some(before) = tokens.start.checked_sub(1).filter(|_| self.units[index].is(single)) else {
            return false;
        };
        let name = &self.place.tokens[before];
        name.upos == Upos::Propn
            && self.words.capital(before)
            && !self.words.shouting
            && self.qualifier(before).is_none()
            && matches!(name.relation, Relation::Compound | Relation::Flat | Relation::NmodDesc)
    }

    /// The post that an office with a country, or with its holder's name alone, speaks of.
    fn post(&self, index: usize, actor: usize, belongs: Belongs) -> Option<String> {
        let rules = self.registry.rules;
        let offices: Vec<usize> = self.offices(index, belongs);
        let person = rules
            .person_ids
            .get(self.registry.actors[actor].id.as_str())
            .map(|&person| &rules.persons[person]);
        let held = person.and_then(|row| {
            let fits = |post: &&crate::actors::rules::tables::Post| {
                offices.contains(&post.office) && belongs.is_none_or(|owner| owner == post.owner)
            };
            row.roles.iter().map(|role| &rules.posts[role.post]).find(fits)
        });
        match (held, belongs, offices.first()) {
            (Some(post), ..) => Some(post.id.clone()),
            (None, Some(owner), Some(&office)) => {
                let owner = match owner {
                    Owner::State(state) => &rules.states[state].id,
                    Owner::Thing(thing) => &rules.things[thing].id,
                };
                Some(format!("{owner}/{}", rules.offices[office].id))
            }
            _ => None,
        }
    }

    /// The offices that a title can mean for that owner.
    fn offices(&self, index: usize, belongs: Belongs) -> Vec<usize> {
        let rules = self.registry.rules;
        let owner = match belongs {
            Some(Owner::State(state)) => Some(rules.states[state].id.as_str()),
            Some(Owner::Thing(thing)) => Some(rules.things[thing].id.as_str()),
            None => None,
        };
        let all = self.units[index].senses.iter().filter_map(|sense| match sense {
            Sense::Office(office) => Some(*office),
            _ => None,
        });
        let (special, general): (Vec<usize>, Vec<usize>) = all
            .filter(|&office| {
                let only = &rules.offices[office].only;
                only.is_empty() || owner.is_none_or(|owner| only.iter().any(|allowed| allowed == owner))
            })
            .partition(|&office| !rules.offices[office].only.is_empty());
        if owner.is_some() {
            special.into_iter().chain(general).collect()
        } else {
            general.into_iter().chain(special).collect()
        }
    }

    /// An office without a name.
    pub(super) fn office(&mut self, index: usize, before: &[Owned], behind: Option<Owned>) -> bool {
        let tokens = self.units[index].tokens.clone();
        let owned = before.first().copied().or(behind);
        let belongs = owned.map(|owned| owned.owner);
        let start = before.iter().map(|owned| owned.token).min().unwrap_or(tokens.start);
        let previous =
            start.checked_sub(1).map(|token| self.place.tokens[token].lower.as_str()).unwrap_or("");
        let predicate = matches!(
            previous,
            "as" | "become"
                | "becomes"
                | "became"
                | "elected"
                | "appointed"
                | "named"
                | "any"
                | "no"
                | "every"
                | "each"
        );
        let definite = matches!(previous, "the" | "his" | "her" | "its" | "their" | "our");
        if predicate || belongs.is_none() && !definite || self.is_former(&(start..tokens.end)) {
            return false;
        }
        let mut offices = self.offices(index, belongs);
        if let (Some(Owner::State(state)), true) = (belongs, self.is_leader(index)) {
            offices = self.registry.rules.states[state].leader.into_iter().collect();
        }
        let Some(&office) = offices.first() else { return false };
        // "an al-Nusra leader" is one of several, whoever holds the office.
        let one_of_several = matches!(previous, "a" | "an" | "another" | "one" | "some");
        if one_of_several && self.registry.rules.offices[office].single {
            return false;
        }
        let actor = self.registry.office(office, belongs);
        let end = behind.filter(|_| before.is_empty()).map_or(tokens.end, |owned| owned.token);
        self.used[index] = true;
        if let Some(owned) = before.first().filter(|owned| !owned.named) {
            self.used[owned.unit] = true;
        }
        self.add(actor, start..end, MentionForm::Description, "office");
        true
    }

    /// "the foreign ministers of Russia and Turkey": one mention for each.
    pub(super) fn offices_of(&mut self, index: usize, before: &[Owned], behind: &[Owned]) -> bool {
        let owned: Vec<Owned> = if before.is_empty() { behind.to_vec() } else { before.to_vec() };
        let several = owned.len() > 1;
        let tokens = self.units[index].tokens.clone();
        let senses = self.units[index].senses.clone();
        let office = |owner: Owner| {
            let rules = self.registry.rules;
            let id = match owner {
                Owner::State(state) => &rules.states[state].id,
                Owner::Thing(thing) => &rules.things[thing].id,
            };
            let all = senses.iter().filter_map(|sense| match sense {
                Sense::Offices(office) => Some(*office),
                _ => None,
            });
            all.filter(|&office| rules.offices[office].single)
                .filter(|&office| {
                    rules.offices[office].only.is_empty() || rules.offices[office].only.contains(id)
                })
                .max_by_key(|&office| rules.offices[office].only.len())
        };
        let offices: Vec<(Owner, usize)> =
            owned.iter().filter_map(|owned| Some((owned.owner, office(owned.owner)?))).collect();
        if !several || offices.len() != owned.len() {
            return false;
        }
        self.used[index] = true;
        // "the leaders of Russia and Ukraine" are the two leaders, and not the two states besides.
        owned.iter().for_each(|owned| self.used[owned.unit] = true);
        self.each_owner(&owned, before, tokens, "offices", |registry, owner| {
            let office = offices.iter().find(|(other, _)| *other == owner).map_or(0, |(_, office)| *office);
            registry.office(office, Some(owner))
        });
        true
    }

    fn is_leader(&self, index: usize) -> bool {
        let tokens = &self.units[index].tokens;
        tokens.len() == 1
            && matches!(self.place.tokens[tokens.start].lower.as_str(), "leader" | "ruler" | "strongman")
    }

    /// The name right behind a role, with further titles between: "Foreign Minister Prince Saud".
    pub(super) fn person_behind(&self, index: usize) -> Option<(usize, usize)> {
        let plural = |sense: &Sense| matches!(sense, Sense::ManyOf(_) | Sense::Offices(_));
        let title = |sense: &Sense| matches!(sense, Sense::Title(_) | Sense::Office(_));
        let one = |sense: &Sense| title(sense) || matches!(sense, Sense::OneOf(_));
        if !self.units[index].is(one) || self.units[index].is(plural) && !self.units[index].is(title) {
            return None;
        }
        let mut last = index;
        loop {
            let unit =
                self.units.get(last + 1).filter(|unit| unit.tokens.start == self.units[last].tokens.end)?;
            match unit.person {
                Some(actor) => return Some((last + 1, actor)),
                None if unit.is(title) && last < index + 2 => last += 1,
                None => return None,
            }
        }
    }

    /// "foreign minister of Kampuchea Ieng Sary": the name behind the owner of an office.
    pub(super) fn person_behind_owner(&self, index: usize, owned: &Owned) -> Option<(usize, usize)> {
        let named = owned.unit + 1;
        let unit = self.units.get(named).filter(|unit| unit.tokens.start == owned.token)?;
        let office = self.units[index].is(|sense| matches!(sense, Sense::Office(_)));
        unit.person.filter(|_| office).map(|actor| (named, actor))
    }

    /// Whether the holder of an office is not meant, but a lesser or a coming one.
    pub(super) fn is_lesser(&self, index: usize) -> bool {
        let start = self.units[index].tokens.start;
        (start.saturating_sub(2)..start).any(|token| self.qualifier(token) == Some(Qualifier::Lesser))
    }

    fn is_former(&self, tokens: &Range<usize>) -> bool {
        (tokens.start.saturating_sub(2)..tokens.end)
            .any(|token| self.qualifier(token) == Some(Qualifier::Former))
    }
}

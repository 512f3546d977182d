//! From names and nouns to actors: whose minister, whose troops, which capital stands for its government.

mod alone;
mod owners;

use super::grammar::{is_function_word, is_hyphen, is_word};
use super::registry::{Belongs, Registry};
use super::units::Unit;
use super::words::Words;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::{Needs, Owner, Qualifier};
use crate::actors::{MentionForm, RoleMention};
use crate::language::{Relation, Sentence, Upos};
use std::ops::Range;

/// Reads the phrases of all sentences and adds their mentions.
pub fn read(registry: &mut Registry, words: &[Words], units: &[Vec<Unit>]) {
    for (sentence, units) in units.iter().enumerate() {
        let mut reader = Reader {
            place: &registry.document.sentences[sentence],
            words: &words[sentence],
            sentence,
            units,
            used: vec![false; units.len()],
            registry,
        };
        for unit in 0..units.len() {
            reader.role(unit);
        }
        for unit in 0..units.len() {
            reader.name(unit);
        }
        super::apposition::join(registry, sentence);
    }
}

struct Reader<'r, 'a> {
    registry: &'r mut Registry<'a>,
    place: &'a Sentence,
    words: &'r Words,
    sentence: usize,
    units: &'r [Unit],
    /// Units that are part of a longer mention, or no actor.
    used: Vec<bool>,
}

/// Somebody's: the owner, the token where the phrase begins or ends with it, and the owner's unit.
#[derive(Debug, Clone, Copy)]
struct Owned {
    owner: Owner,
    token: usize,
    unit: usize,
    /// "Russia's" and "of Russia" name the state in words of their own.
    named: bool,
}

impl Reader<'_, '_> {
    /// A unit that names an office, a title, people or a body.
    fn role(&mut self, index: usize) {
        let unit = &self.units[index];
        if self.used[index] || unit.person.is_some() || self.serves_next(index) || self.is_adjective(index) {
            return;
        }
        if let Some(kind) = unit.senses.iter().find_map(|sense| match sense {
            Sense::Organised(kind) => Some(*kind),
            _ => None,
        }) {
            self.organisation(index, kind);
            return;
        }
        if self.is_modifier_of_word(index) {
            self.modifier(index);
            return;
        }
        let before = self.owners_before(index);
        let behind = if before.is_empty() { self.owners_behind(index) } else { Vec::new() };
        if before.is_empty() && unit.is(|sense| matches!(sense, Sense::Thing(_))) {
            return;
        }
        let person = self.person_behind(index);
        let begin = before.iter().map(|owned| owned.token).min().unwrap_or(unit.tokens.start);
        // The readings are tried in turn; one that takes the words leaves nothing more to do.
        #[allow(clippy::if_same_then_else)]
        if let Some((named, actor)) = person {
            self.named_holder(index, named, actor, begin, before.first().copied());
        } else if unit.is(|sense| matches!(sense, Sense::Office(_)))
            && !self.is_lesser(index)
            && self.office(index, &before, behind.first().copied())
        {
        } else if unit.is(|sense| matches!(sense, Sense::Offices(_)))
            && self.offices_of(index, &before, &behind)
        {
        } else if unit.is(|sense| matches!(sense, Sense::OneOf(_) | Sense::ManyOf(_))) {
            self.people(index, &before, &behind);
        } else if let Some(institution) = unit.senses.iter().find_map(|sense| match sense {
            Sense::Institution(institution) => Some(*institution),
            _ => None,
        }) {
            self.institution(index, institution, &before, &behind);
        }
    }

    /// "a Syrian army position", "Iraqi police stations": whose a thing is, by a body or people with their country.
    fn modifier(&mut self, index: usize) {
        let unit = &self.units[index];
        let end = unit.tokens.end;
        // "a Malaysian general election" is no general's.
        let adjective = unit.tokens.len() == 1 && self.place.tokens[end - 1].upos == Upos::Adj;
        let rebels = |sense: &Sense| match sense {
            Sense::OneOf(noun) => self.registry.rules.nouns[*noun].sector == "REB",
            _ => false,
        };
        let institution = unit.is(|sense| matches!(sense, Sense::Institution(_)));
        if adjective && !institution && !unit.is(rebels) {
            return;
        }
        if is_hyphen(self.place, end) && !self.place.tokens[end - 1].space_after {
            return;
        }
        let owned = self.owners_before(index);
        let noun = unit.tokens.clone().all(|token| self.place.tokens[token].upos == Upos::Noun);
        let acts = |sense: &Sense| match sense {
            Sense::Institution(institution) => {
                let sector = self.registry.rules.institutions[*institution].sector.as_str();
                matches!(sector, "GOV" | "MIL" | "COP" | "OPP" | "LEG")
            }
            _ => false,
        };
        let bare = owned.is_empty() && noun && (unit.is(acts) || unit.is(rebels));
        if owned.is_empty() && !bare {
            return;
        }
        let start = owned.iter().map(|owned| owned.token).min().unwrap_or(unit.tokens.start);
        let words: Vec<&str> =
            unit.tokens.clone().map(|token| self.place.tokens[token].lower.as_str()).collect();
        let (words, sense) = (
            words.join(" "),
            unit.senses
                .iter()
                .copied()
                .find(|sense| matches!(sense, Sense::Institution(_) | Sense::OneOf(_) | Sense::ManyOf(_))),
        );
        // "a government siege" is whose that government is.
        let nobodys = bare.then_some(None);
        for owned in owned.into_iter().map(Some).chain(nobodys) {
            let owner = owned.map(|owned| owned.owner);
            let actor = match sense {
                Some(Sense::Institution(institution)) => self.registry.institution(institution, owner),
                // "Israeli settler homes" are those of settlers.
                Some(Sense::OneOf(noun) | Sense::ManyOf(noun)) => {
                    // A modifier has no plural: "rebel attacks" are the rebels'.
                    let one = self.registry.rules.nouns[noun].sector == "REB" && !words.ends_with('s');
                    let plural = if one { format!("{words}s") } else { words.clone() };
                    self.registry.people(noun, &plural, true, owner)
                }
                _ => return,
            };
            self.used[index] = true;
            if let Some(owned) = owned {
                self.used[owned.unit] |= !owned.named;
            }
            self.add(actor, start..end, MentionForm::Adjective, "modifier");
        }
    }

    /// Whether a noun for people is an adjective here: "criminal and civil proceedings", "the rebel Workers' Party".
    fn is_adjective(&self, index: usize) -> bool {
        let unit = &self.units[index];
        if unit.tokens.len() != 1 || !unit.is(|sense| matches!(sense, Sense::OneOf(_))) {
            return false;
        }
        let last = &self.place.tokens[unit.tokens.end - 1];
        let next = self.units.get(index + 1).filter(|next| next.tokens.start == unit.tokens.end);
        if next.is_some_and(|next| next.is(|sense| matches!(sense, Sense::Thing(_) | Sense::Organised(_)))) {
            return true;
        }
        last.upos == Upos::Adj
            && last.relation == Relation::Amod
            && last
                .head
                .is_some_and(|head| head >= unit.tokens.end && self.place.tokens[head].upos == Upos::Noun)
            && is_word(self.place, unit.tokens.end, "and")
    }

    /// "Russian Foreign Minister Sergei Lavrov", "Gen. Smith", "the spokesman, Sean Spicer".
    fn named_holder(&mut self, index: usize, named: usize, actor: usize, begin: usize, owned: Option<Owned>) {
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
        if !self.registry.actors[actor].known {
            let code = match (&sector, belongs) {
                (None, None) => String::new(),
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
            let location = crate::article::Location::new(self.place.part, self.place.span_of(tokens));
            self.registry.roles.push(RoleMention { actor, post, location, former });
        }
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
    fn office(&mut self, index: usize, before: &[Owned], behind: Option<Owned>) -> bool {
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
    fn offices_of(&mut self, index: usize, before: &[Owned], behind: &[Owned]) -> bool {
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

    /// People by kind.
    fn people(&mut self, index: usize, before: &[Owned], behind: &[Owned]) {
        let unit = &self.units[index];
        let Some((noun, plural)) = unit.senses.iter().find_map(|sense| match sense {
            Sense::OneOf(noun) => Some((*noun, false)),
            Sense::ManyOf(noun) => Some((*noun, true)),
            _ => None,
        }) else {
            return;
        };
        let tokens = unit.tokens.clone();
        let words: Vec<&str> = tokens.clone().map(|token| self.place.tokens[token].lower.as_str()).collect();
        let words = words.join(" ");
        let mut owned: Vec<Owned> = if before.is_empty() { behind.to_vec() } else { before.to_vec() };
        if self.registry.rules.nouns[noun].needs == Needs::State {
            // "the Hezbollah movement" is Hezbollah itself.
            owned.retain(|owned| matches!(owned.owner, Owner::State(_)));
        }
        self.used[index] = true;
        if owned.is_empty() {
            let proper = tokens.start > 0 && self.words.capital(tokens.start) && !self.words.shouting;
            let row = &self.registry.rules.nouns[noun];
            let vague = row.needs != Needs::Nothing
                && !(row.sector == "CVL" && plural && self.is_counted(tokens.start));
            if vague || proper {
                return;
            }
            let actor = self.registry.people(noun, &words, plural, None);
            self.add(actor, tokens, MentionForm::Description, "people");
            return;
        }
        self.each_owner(&owned, before, tokens, "people", |registry, owner| {
            registry.people(noun, &words, plural, Some(owner))
        });
    }

    /// "39 people", "dozens of children": whom an article counts takes part, though nothing says whose they are.
    fn is_counted(&self, start: usize) -> bool {
        let token = |back: usize| start.checked_sub(back).map(|at| &self.place.tokens[at]);
        let number = |back: usize| token(back).is_some_and(|token| token.upos == Upos::Num);
        let of = token(1).is_some_and(|token| token.lower == "of");
        let many = |token: &crate::language::Token| {
            matches!(token.lower.as_str(), "dozens" | "scores" | "hundreds" | "thousands" | "millions")
        };
        number(1)
            || token(1).is_some_and(|token| token.upos == Upos::Adj) && number(2)
            || of && token(2).is_some_and(many)
    }

    /// "the Russian foreign ministry", "the government of Sudan", "the Trump administration".
    fn institution(&mut self, index: usize, institution: usize, before: &[Owned], behind: &[Owned]) {
        let tokens = self.units[index].tokens.clone();
        let owned: Vec<Owned> = if before.is_empty() { behind.to_vec() } else { before.to_vec() };
        self.used[index] = true;
        if owned.is_empty() {
            let previous =
                tokens.start.checked_sub(1).map_or("", |token| self.place.tokens[token].lower.as_str());
            let row = &self.registry.rules.institutions[institution];
            let bare = matches!(row.sector.as_str(), "COP" | "JRN")
                || self.place.tokens[tokens.end - 1].lower.ends_with('s');
            let definite = matches!(previous, "the" | "its" | "their" | "his" | "her" | "'s" | "’s");
            let proper =
                tokens.start > 0 && self.words.capital(tokens.start) && !definite && !self.words.shouting;
            if !(definite || bare) || proper {
                return;
            }
            let actor = self.registry.institution(institution, None);
            self.add(actor, tokens, MentionForm::Description, "institution");
            return;
        }
        self.each_owner(&owned, before, tokens, "institution", |registry, owner| {
            registry.institution(institution, Some(owner))
        });
    }

    /// "the Brazilian Landless Workers Movement", known by its name alone.
    fn organisation(&mut self, index: usize, kind: usize) {
        let tokens = self.units[index].tokens.clone();
        let owned = self.owners_before(index).into_iter().next();
        let behind = if owned.is_none() { self.owners_behind(index).into_iter().next() } else { None };
        let belongs = owned.or(behind).map(|owned| owned.owner);
        let mut name = String::new();
        for token in &self.place.tokens[tokens.clone()] {
            name.push_str(&token.form);
            name.push_str(if token.space_after { " " } else { "" });
        }
        let name = name.trim_end().to_owned();
        let actor = self.registry.organisation(&name, kind, belongs);
        self.used[index] = true;
        let mut all = tokens;
        if let Some(owned) = owned {
            self.used[owned.unit] |= !owned.named;
            all.start = owned.token;
        }
        if let Some(behind) = behind {
            all.end = behind.token;
        }
        self.add(actor, all, MentionForm::Name, "organisation");
    }

    /// Adds a mention of what each of the owners has: "Syrian and Russian forces" are two.
    fn each_owner(
        &mut self,
        owned: &[Owned],
        before: &[Owned],
        tokens: Range<usize>,
        rule: &str,
        mut actor: impl FnMut(&mut Registry, Owner) -> usize,
    ) {
        let start = before.iter().map(|owned| owned.token).min().unwrap_or(tokens.start);
        let end = if before.is_empty() {
            owned.iter().map(|owned| owned.token).max().unwrap_or(tokens.end)
        } else {
            tokens.end
        };
        for owned in owned {
            let actor = actor(self.registry, owned.owner);
            self.used[owned.unit] |= !owned.named;
            self.add(actor, start..end.max(tokens.end), MentionForm::Description, rule);
        }
    }

    /// The name right behind a role, with further titles between: "Foreign Minister Prince Saud".
    fn person_behind(&self, index: usize) -> Option<(usize, usize)> {
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

    /// Whether the holder of an office is not meant, but a lesser or a coming one.
    fn is_lesser(&self, index: usize) -> bool {
        let start = self.units[index].tokens.start;
        (start.saturating_sub(2)..start).any(|token| self.qualifier(token) == Some(Qualifier::Lesser))
    }

    fn is_former(&self, tokens: &Range<usize>) -> bool {
        (tokens.start.saturating_sub(2)..tokens.end)
            .any(|token| self.qualifier(token) == Some(Qualifier::Former))
    }

    fn qualifier(&self, token: usize) -> Option<Qualifier> {
        self.registry.rules.qualifiers.get(self.place.tokens[token].lower.as_str()).copied()
    }

    /// Whether a role only describes the next word: "police station", "rebel-held town".
    fn is_modifier_of_word(&self, index: usize) -> bool {
        let end = self.units[index].tokens.end;
        let Some(next) = self.place.tokens.get(end) else { return false };
        if self.units.get(index + 1).is_some_and(|unit| unit.tokens.start == end) {
            return false;
        }
        if is_hyphen(self.place, end) && !self.place.tokens[end - 1].space_after {
            return true;
        }
        let last = &self.place.tokens[end - 1];
        let noun = matches!(next.upos, Upos::Noun) && !is_function_word(&next.lower);
        matches!(last.relation, Relation::Compound | Relation::Amod)
            && noun
            && last.head.is_some_and(|head| head >= end)
    }

    fn add(&mut self, actor: usize, tokens: Range<usize>, form: MentionForm, rule: &str) {
        self.registry.mention(actor, self.sentence, tokens, form, rule);
    }
}

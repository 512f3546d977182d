//! From names and nouns to actors: whose minister, whose troops, which capital stands for its government.

mod alone;
mod modifiers;
mod offices;
mod owners;

use super::registry::Registry;
use super::units::Unit;
use super::words::Words;
use crate::actors::MentionForm;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::{Needs, Owner, Qualifier};
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
        let titled = self.person_behind(index);
        let person = titled.or_else(|| self.person_behind_owner(index, behind.first()?));
        let begin = before.iter().map(|owned| owned.token).min().unwrap_or(unit.tokens.start);
        // The readings are tried in turn; one that takes the words leaves nothing more to do.
        #[allow(clippy::if_same_then_else)]
        if let Some((named, actor)) = person {
            let owned = before.first().or(behind.first().filter(|_| titled.is_none())).copied();
            self.named_holder(index, named, actor, begin, owned);
        } else if unit.is(|sense| matches!(sense, Sense::Office(_)))
            && !self.is_lesser(index)
            && self.office(index, &before, behind.first().copied())
        {
        } else if unit.is(|sense| matches!(sense, Sense::Offices(_)))
            && self.offices_of(index, &before, &behind)
        {
        } else if unit.is(|sense| matches!(sense, Sense::OneOf(_) | Sense::ManyOf(_))) {
            self.people(index, &before, &behind);
        } else if let Some(institution) = self.body(index) {
            self.institution(index, institution, &before, &behind);
        }
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
        let own = unit.tokens.clone();
        let words: Vec<&str> = own.clone().map(|token| self.place.tokens[token].lower.as_str()).collect();
        let mut words = words.join(" ");
        // "An Italian court convicts two": what has a subject is no word for people.
        let last = own.end - 1;
        let acts = self.place.tokens.iter().any(|token| {
            token.head == Some(last) && matches!(token.relation, Relation::Nsubj | Relation::NsubjPass)
        });
        if acts && self.place.tokens[last].upos == Upos::Verb {
            return;
        }
        let serving = if before.is_empty() && behind.is_empty() { self.serving(index) } else { None };
        let mut tokens = own.clone();
        if let Some((institution, unit)) = serving {
            // "regime forces" are government forces.
            words = format!("{} {words}", self.registry.rules.institutions[institution].name);
            tokens.start = self.units[unit].tokens.start;
        }
        let mut owned: Vec<Owned> = if before.is_empty() { behind.to_vec() } else { before.to_vec() };
        if self.registry.rules.nouns[noun].needs == Needs::State {
            // "the Hezbollah movement" is Hezbollah itself.
            owned.retain(|owned| matches!(owned.owner, Owner::State(_)));
        }
        self.used[index] = true;
        if owned.is_empty() {
            // "Islamist fighters", "members of Parliament" are no names: one of their ends has no capital.
            let capitals = self.words.capital(own.start) && self.words.capital(own.end - 1);
            let proper = own.start > 0 && capitals && !self.words.shouting;
            let row = &self.registry.rules.nouns[noun];
            let vague = row.needs != Needs::Nothing
                && serving.is_none()
                && !(row.sector == "CVL" && plural && self.is_counted(tokens.start));
            if vague || proper {
                return;
            }
            let nearer = serving.map_or(index, |(_, unit)| unit);
            self.used[nearer] = true;
            tokens.start = self.joined_before(nearer, &tokens);
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
        self.used[index] = true;
        self.named_organisation(tokens, kind, owned, behind);
    }

    /// An organisation of that name, with whoever it belongs to before or behind it.
    fn named_organisation(
        &mut self,
        tokens: Range<usize>,
        kind: usize,
        owned: Option<Owned>,
        behind: Option<Owned>,
    ) {
        let belongs = owned.or(behind).map(|owned| owned.owner);
        let mut name = String::new();
        for token in &self.place.tokens[tokens.clone()] {
            name.push_str(&token.form);
            name.push_str(if token.space_after { " " } else { "" });
        }
        let name = name.trim_end().to_owned();
        let actor = self.registry.organisation(&name, kind, belongs);
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

    fn qualifier(&self, token: usize) -> Option<Qualifier> {
        self.registry.rules.qualifiers.get(self.place.tokens[token].lower.as_str()).copied()
    }

    fn add(&mut self, actor: usize, tokens: Range<usize>, form: MentionForm, rule: &str) {
        self.registry.mention(actor, self.sentence, tokens, form, rule);
    }
}

//! From names and nouns to actors: whose minister, whose troops, which capital stands for its government.

use super::grammar::{
    is_determiner, is_function_word, is_hyphen, is_modifier, is_not_in_office, is_possessive, is_word,
};
use super::places::speaks_of_government;
use super::registry::{Belongs, Registry};
use super::units::Unit;
use super::words::Words;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::{Owner, Sex};
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
        if self.used[index]
            || unit.person.is_some()
            || self.is_modifier_of_word(index)
            || self.serves_next(index)
        {
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
        let person =
            rules.person_ids.get(&self.registry.actors[actor].id).map(|&person| &rules.persons[person]);
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
        let owned: Vec<Owned> = if before.is_empty() { behind.to_vec() } else { before.to_vec() };
        self.used[index] = true;
        if owned.is_empty() {
            let proper = tokens.start > 0 && self.words.capital(tokens.start) && !self.words.shouting;
            if self.registry.rules.nouns[noun].needs_country || proper {
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
            let definite = matches!(previous, "the" | "its" | "their" | "his" | "her");
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

    /// The country or organisation before a role: "Russian", "Russia's", "US", "the Trump".
    fn owners_before(&self, index: usize) -> Vec<Owned> {
        let start = self.units[index].tokens.start;
        let Some(previous) = index.checked_sub(1) else { return Vec::new() };
        let unit = &self.units[previous];
        if self.serves_next(previous) && unit.tokens.end == start {
            return self.owners_before(previous);
        }
        let Some((owner, adjective)) = self.owner(previous) else { return Vec::new() };
        let gap = unit.tokens.end..start;
        let possessive = is_possessive(self.place, gap.start) && !gap.is_empty();
        let person = unit.person.is_some();
        if person && !(self.is_rule(index) && (possessive && gap.len() <= 2 || gap.is_empty())) {
            return Vec::new();
        }
        let rest = if possessive { gap.start + 1..gap.end } else { gap.clone() };
        let longest = if possessive || adjective || self.is_acronym(previous) { 4 } else { 0 };
        let clear = rest.len() <= longest
            && rest.clone().all(|token| {
                is_modifier(self.place, token)
                    || possessive && is_not_in_office(&self.place.tokens[token].lower)
            });
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
    fn serves_next(&self, index: usize) -> bool {
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

    /// "Syrian" in "Syrian and Russian forces", "Iranian, Syrian and Russian officials".
    fn coordinated(&self, mut index: usize, owners: &mut Vec<Owned>) {
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
    fn owners_behind(&self, index: usize) -> Vec<Owned> {
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
    fn owner_behind(&self, index: usize) -> Option<Owned> {
        let end = self.units[index].tokens.end;
        let next = index + 1;
        let unit = self.units.get(next)?;
        let settled = |sense: &Sense| match sense {
            Sense::ManyOf(noun) | Sense::OneOf(noun) => {
                matches!(
                    self.registry.rules.nouns[*noun].sector.as_str(),
                    "REB" | "OPP" | "CVL" | "LEG" | "JUD" | "COP" | "LAB" | "AGR"
                )
            }
            Sense::Institution(_) => true,
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
        if !(allowed && plain && clear) || is_possessive(self.place, unit.tokens.end) {
            return None;
        }
        let (owner, _) = self.owner(next)?;
        Some(Owned { owner, token: unit.tokens.end, unit: next, named: true })
    }

    /// The state or thing that a unit makes the owner of what stands beside it.
    fn owner(&self, index: usize) -> Option<(Owner, bool)> {
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
    fn country_of(&self, actor: usize) -> Option<Owner> {
        let (country, _) = self.registry.actors[actor].code.split_once(".GOV")?;
        let state = self.registry.rules.states.iter().position(|state| state.code == country)?;
        Some(Owner::State(state))
    }

    /// Whether a role is one that people lend their name to: "the Assad regime", "Assad's forces".
    fn is_rule(&self, index: usize) -> bool {
        self.units[index].is(|sense| match sense {
            Sense::Institution(institution) => {
                matches!(self.registry.rules.institutions[*institution].sector.as_str(), "GOV" | "MIL")
            }
            Sense::ManyOf(noun) => self.registry.rules.nouns[*noun].sector == "MIL",
            _ => false,
        })
    }

    fn is_acronym(&self, index: usize) -> bool {
        let tokens = &self.units[index].tokens;
        tokens.len() == 1 && self.words.of(tokens.start).iter().all(|piece| piece.upper)
    }

    /// "pro-Russian", "anti-American", "non-US".
    fn is_prefixed(&self, index: usize) -> bool {
        let start = self.units[index].tokens.start;
        let attached =
            start >= 2 && is_hyphen(self.place, start - 1) && !self.place.tokens[start - 2].space_after;
        let prefix =
            |token: &str| matches!(token, "pro" | "anti" | "non" | "un" | "ex" | "post" | "pre" | "trans");
        attached && prefix(&self.place.tokens[start - 2].lower)
    }

    /// Whether a tree, if there is one, puts the owner under something else than the phrase of the role.
    fn is_cut(&self, owner: usize, role: usize) -> bool {
        let token = &self.place.tokens[owner];
        let Some(head) = token.head else { return false };
        matches!(token.relation, Relation::Nsubj | Relation::Obj | Relation::Obl) && head < role
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
        (start.saturating_sub(2)..start).any(|token| {
            matches!(
                self.place.tokens[token].lower.as_str(),
                "deputy" | "vice" | "assistant" | "shadow" | "junior" | "aspiring" | "future" | "would"
            )
        })
    }

    fn is_former(&self, tokens: &Range<usize>) -> bool {
        (tokens.start.saturating_sub(2)..tokens.end).any(|token| {
            matches!(
                self.place.tokens[token].lower.as_str(),
                "former"
                    | "ex"
                    | "then"
                    | "late"
                    | "deposed"
                    | "ousted"
                    | "toppled"
                    | "onetime"
                    | "previous"
                    | "exiled"
                    | "one-time"
            )
        })
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

    /// A unit that stands by itself: a state, a body, a person, a capital that speaks for its government.
    fn name(&mut self, index: usize) {
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
                Sense::State(state) => {
                    let actor = self.registry.state(state);
                    let form =
                        if self.describes_word(&tokens) { MentionForm::Adjective } else { MentionForm::Name };
                    self.add(actor, tokens, form, "state");
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
                Sense::Thing(thing) => {
                    let actor = self.registry.thing(thing);
                    self.add(actor, tokens, MentionForm::Name, "row");
                }
                _ => continue,
            }
            return;
        }
    }

    /// Whether the next unit is a role that already speaks of the owner.
    fn shown_role(&self, index: usize) -> bool {
        self.units
            .get(index + 1)
            .is_some_and(|next| next.tokens.start == self.units[index].tokens.end && next.person.is_none())
    }

    /// "US-backed", "Russian-made": the country does not act; in "US-led" it does.
    fn is_backed(&self, end: usize) -> bool {
        let hyphen = is_hyphen(self.place, end) && end > 0 && !self.place.tokens[end - 1].space_after;
        hyphen
            && self.place.tokens.get(end + 1).is_some_and(|next| {
                next.form.starts_with(char::is_lowercase)
                    && !matches!(next.lower.as_str(), "led" | "brokered" | "mediated" | "sponsored")
            })
    }

    /// "Russian" before a noun stands for the state; by itself for one of its people.
    fn adjective(&mut self, state: usize, tokens: Range<usize>) {
        let last = &self.place.tokens[tokens.end - 1];
        let by_itself = matches!(last.upos, Upos::Noun | Upos::Propn)
            && !self.describes_word(&tokens)
            && !matches!(last.relation, Relation::Compound | Relation::Amod | Relation::Flat);
        let one = tokens.start.checked_sub(1).is_some_and(|token| {
            matches!(self.place.tokens[token].lower.as_str(), "a" | "an" | "one" | "another")
        });
        let actor = if by_itself && one { self.citizen(state, false) } else { self.registry.state(state) };
        self.add(actor, tokens, MentionForm::Adjective, "adjective");
    }

    /// "the Russians" are their state; "three Russians" are citizens.
    fn demonym(&mut self, state: usize, tokens: Range<usize>) {
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

    fn citizen(&mut self, state: usize, plural: bool) -> usize {
        let row = &self.registry.rules.states[state];
        let (id, name, code) = (
            format!("{}/citizens", row.id),
            format!("citizens of {}", row.name),
            format!("{}.CVL", row.code),
        );
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
    fn describes_word(&self, tokens: &Range<usize>) -> bool {
        let last = &self.place.tokens[tokens.end - 1];
        matches!(last.relation, Relation::Compound | Relation::Amod | Relation::NmodDesc)
            && last.head.is_some_and(|head| head >= tokens.end)
    }

    fn add(&mut self, actor: usize, tokens: Range<usize>, form: MentionForm, rule: &str) {
        self.registry.mention(actor, self.sentence, tokens, form, rule);
    }
}

//! The actors of one article while they are being found.

use crate::actors::rules::tables::{Owner, Sex};
use crate::actors::{Actor, ActorMention, ActorSort, Actors, MentionForm, RoleMention, Rules};
use crate::language::Document;
use std::collections::HashMap;
use std::ops::Range;

/// The actors found so far and their mentions.
#[derive(Debug)]
pub struct Registry<'a> {
    pub rules: &'a Rules,
    pub document: &'a Document,
    pub actors: Vec<Actor>,
    pub mentions: Vec<ActorMention>,
    pub roles: Vec<RoleMention>,
    by_id: HashMap<String, usize>,
}

/// A country, an organisation or nothing that a person, body or people belong to.
pub type Belongs = Option<Owner>;

impl<'a> Registry<'a> {
    pub fn new(rules: &'a Rules, document: &'a Document) -> Self {
        Self {
            rules,
            document,
            actors: Vec::new(),
            mentions: Vec::new(),
            roles: Vec::new(),
            by_id: HashMap::new(),
        }
    }

    /// The actor of that id; a new one is made of `fresh`.
    pub fn actor(&mut self, id: String, fresh: impl FnOnce(String) -> Actor) -> usize {
        if let Some(&index) = self.by_id.get(&id) {
            return index;
        }
        let index = self.actors.len();
        self.actors.push(fresh(id.clone()));
        self.by_id.insert(id, index);
        index
    }

    pub fn state(&mut self, state: usize) -> usize {
        let row = &self.rules.states[state];
        self.actor(row.id.clone(), |id| Actor {
            name: row.name.clone(),
            code: row.code.clone(),
            sort: ActorSort::State,
            ..Actor::of_table(id)
        })
    }

    pub fn thing(&mut self, thing: usize) -> usize {
        let row = &self.rules.things[thing];
        self.actor(row.id.clone(), |id| Actor {
            name: row.name.clone(),
            code: row.code.clone(),
            sort: row.sort,
            ..Actor::of_table(id)
        })
    }

    /// A person of the table; the code is set once the date is known.
    pub fn person(&mut self, person: usize, code: String) -> usize {
        let row = &self.rules.persons[person];
        self.actor(row.id.clone(), |id| Actor {
            name: row.name.clone(),
            code,
            sort: ActorSort::Person,
            sex: row.sex,
            ..Actor::of_table(id)
        })
    }

    /// A person whom the table does not know.
    pub fn stranger(&mut self, name: &str, code: String, sex: Sex) -> usize {
        let index = self.actor(format!("person:{}", slug(name)), |id| Actor {
            id,
            name: name.to_owned(),
            code: String::new(),
            sort: ActorSort::Person,
            known: false,
            named: true,
            sex,
            plural: false,
        });
        let actor = &mut self.actors[index];
        if actor.code.len() < code.len() && !actor.known {
            actor.code = code;
        }
        if actor.sex == Sex::Unknown {
            actor.sex = sex;
        }
        index
    }

    /// The holder of an office, named by the office alone.
    pub fn office(&mut self, office: usize, belongs: Belongs) -> usize {
        let row = &self.rules.offices[office];
        let owner = self.owner_id(belongs);
        let name = self.label(belongs, &row.title);
        let code = self.code(belongs, &row.sector);
        self.actor(format!("{owner}/{}", row.id), |id| Actor {
            id,
            name,
            code,
            sort: ActorSort::Person,
            known: false,
            named: false,
            sex: Sex::Unknown,
            plural: false,
        })
    }

    /// A body that every state has.
    pub fn institution(&mut self, institution: usize, belongs: Belongs) -> usize {
        let row = &self.rules.institutions[institution];
        let owner = self.owner_id(belongs);
        let name = self.label(belongs, &row.name);
        let code = self.code(belongs, &row.sector);
        self.actor(format!("{owner}/{}", row.id), |id| Actor {
            id,
            name,
            code,
            sort: ActorSort::Body,
            known: belongs.is_some(),
            named: belongs.is_some(),
            sex: Sex::Unknown,
            plural: false,
        })
    }

    /// People by kind.
    pub fn people(&mut self, noun: usize, words: &str, plural: bool, belongs: Belongs) -> usize {
        let row = &self.rules.nouns[noun];
        let owner = self.owner_id(belongs);
        let name = self.label(belongs, words);
        let code = self.code(belongs, &row.sector);
        self.actor(format!("{owner}/{}", slug(words)), |id| Actor {
            id,
            name,
            code,
            sort: ActorSort::People,
            known: false,
            named: false,
            sex: Sex::Unknown,
            plural,
        })
    }

    /// An organisation that only its name tells; without a country it is the one of that name that has one.
    pub fn organisation(&mut self, name: &str, kind: usize, belongs: Belongs) -> usize {
        let slug = slug(name);
        let owner = self.owner_id(belongs);
        let code = self.code(belongs, &self.rules.organisation_kinds[kind]);
        if owner.is_empty() {
            let tail = format!("/{slug}");
            let same = |actor: &Actor| actor.named && !actor.known && actor.id.ends_with(&tail);
            if let Some(index) = self.actors.iter().position(same) {
                return index;
            }
        }
        let id = if owner.is_empty() { format!("group:{slug}") } else { format!("{owner}/{slug}") };
        self.actor(id, |id| Actor {
            id,
            name: name.to_owned(),
            code,
            sort: ActorSort::Group,
            known: false,
            named: true,
            sex: Sex::Unknown,
            plural: false,
        })
    }

    /// Adds a mention.
    pub fn mention(
        &mut self,
        actor: usize,
        sentence: usize,
        tokens: Range<usize>,
        form: MentionForm,
        rule: &str,
    ) {
        let place = &self.document.sentences[sentence];
        let location = place.location_of(tokens.clone());
        let head = head_of(place, &tokens);
        self.mentions.push(ActorMention {
            actor,
            location,
            sentence,
            tokens,
            head,
            form,
            rule: rule.to_owned(),
        });
    }

    /// The code of a sector of somebody's.
    pub fn code(&self, belongs: Belongs, sector: &str) -> String {
        match belongs {
            None => sector.to_owned(),
            Some(Owner::State(state)) if sector.is_empty() => self.rules.states[state].code.clone(),
            Some(Owner::State(state)) => format!("{}.{sector}", self.rules.states[state].code),
            // "Kurdish forces": of a people without a code of its own the sector says what they are.
            Some(Owner::Thing(thing)) if self.rules.things[thing].code.is_empty() => sector.to_owned(),
            Some(Owner::Thing(thing)) => self.rules.things[thing].code.clone(),
        }
    }

    fn owner_id(&self, belongs: Belongs) -> String {
        match belongs {
            None => String::new(),
            Some(Owner::State(state)) => self.rules.states[state].id.clone(),
            Some(Owner::Thing(thing)) => self.rules.things[thing].id.clone(),
        }
    }

    fn label(&self, belongs: Belongs, what: &str) -> String {
        match belongs {
            None => what.to_owned(),
            Some(Owner::State(state)) => format!("{what} of {}", self.rules.states[state].name),
            Some(Owner::Thing(thing)) => format!("{what} of {}", self.rules.things[thing].name),
        }
    }

    /// The actor that an owner is.
    pub fn owner(&mut self, owner: Owner) -> usize {
        match owner {
            Owner::State(state) => self.state(state),
            Owner::Thing(thing) => self.thing(thing),
        }
    }

    /// Brings the mentions into reading order, the longer first where two begin together.
    pub fn sort(&mut self) {
        self.mentions.sort_by_key(|mention| {
            (mention.sentence, mention.tokens.start, std::cmp::Reverse(mention.tokens.end), mention.actor)
        });
        self.mentions.dedup_by(|a, b| a.actor == b.actor && a.sentence == b.sentence && a.tokens == b.tokens);
    }

    /// The finished actors: in order of first mention, those without one left out.
    pub fn finish(mut self) -> Actors {
        self.sort();
        Actors { actors: self.actors, mentions: self.mentions, roles: self.roles }.in_order()
    }
}

/// The token of a range that depends on none of the others; the last one before a preposition or comma
/// where there is no tree.
pub fn head_of(sentence: &crate::language::Sentence, tokens: &Range<usize>) -> usize {
    let has_tree = tokens.clone().any(|token| sentence.tokens[token].head.is_some());
    if has_tree {
        let outside = |token: &usize| sentence.tokens[*token].head.is_none_or(|head| !tokens.contains(&head));
        if let Some(head) = tokens.clone().find(outside) {
            return head;
        }
    }
    let end = tokens
        .clone()
        .skip(1)
        .find(|&token| matches!(sentence.tokens[token].lower.as_str(), "of" | "for" | "to" | "in" | ","));
    let end = end.unwrap_or(tokens.end);
    let last = (tokens.start..end).rev().find(|&token| !super::grammar::is_possessive(sentence, token));
    last.unwrap_or(tokens.start)
}

/// A name in small ASCII letters with hyphens.
pub fn slug(name: &str) -> String {
    crate::rules::fold::folded(name).join("-")
}

//! Who is spoken of in an article, and where.

use super::sort::ActorSort;
use crate::article::Location;

pub use super::rules::tables::Sex;

/// The actors of one article and every place that speaks of them.
#[derive(Debug, Clone, Default)]
pub struct Actors {
    /// The actors, in order of first mention.
    pub actors: Vec<Actor>,
    /// Every mention, in reading order. Words that stand for several actors ("both sides") have one
    /// mention for each.
    pub mentions: Vec<ActorMention>,
    /// The offices that the article gives to named persons: what it takes to be so when it was written.
    pub roles: Vec<RoleMention>,
}

/// Words that give an office to a named person: "Secretary of State Rex Tillerson".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMention {
    /// Index into [`Actors::actors`].
    pub actor: usize,
    /// The post in the table of actors: `USA/secretary-of-state`.
    pub post: String,
    /// The words.
    pub location: Location,
    /// Whether the words say that it was held before ("former Secretary of State Colin Powell").
    pub former: bool,
}

/// A person, state, government body, organisation or armed group; or people known only by a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The id of its row in `rules/actors`, or one made from name and code: equal across articles.
    pub id: String,
    /// The name to show: the table's, or the article's fullest.
    pub name: String,
    /// PLOVER code (`RUS.GOV`, `NATO`); empty where no country or class is known.
    pub code: String,
    /// What sort of actor it is.
    pub sort: ActorSort,
    /// Whether `rules/actors` knows it.
    pub known: bool,
    /// Whether it is named; "a senior US official" is not.
    pub named: bool,
    /// The sex of a person, where table, title or given name tell.
    pub sex: Sex,
    /// Whether it is several people.
    pub plural: bool,
}

impl Actor {
    /// An actor of the table, its particulars to be filled in.
    pub(super) fn of_table(id: String) -> Self {
        Self {
            id,
            name: String::new(),
            code: String::new(),
            sort: ActorSort::State,
            known: true,
            named: true,
            sex: Sex::Unknown,
            plural: false,
        }
    }
}

/// One place that speaks of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorMention {
    /// Index into [`Actors::actors`].
    pub actor: usize,
    /// The words, without apposition or relative clause.
    pub location: Location,
    /// The sentence of the document.
    pub sentence: usize,
    /// The tokens of that sentence.
    pub tokens: std::ops::Range<usize>,
    /// The syntactic head among them.
    pub head: usize,
    /// How the words speak of it.
    pub form: MentionForm,
    /// The rule or row that found it.
    pub rule: String,
}

/// How words speak of an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionForm {
    /// By name, with or without a title.
    Name,
    /// By an adjective or a demonym as modifier: "Russian" in "the Russian veto".
    Adjective,
    /// By an office or a description: "the Russian foreign minister", "the group".
    Description,
    /// By a pronoun.
    Pronoun,
}

impl Actors {
    /// The actor that words are of which tell a number of people and no more: others may be as many.
    pub fn counted_at(&self, location: Location) -> Option<usize> {
        let counts =
            |mention: &&ActorMention| mention.location == location && mention.rule == super::find::COUNTED;
        self.mentions.iter().find(counts).map(|mention| mention.actor)
    }

    /// The same actors in order of first mention, without those that have none.
    pub(super) fn in_order(mut self) -> Self {
        let mut place = vec![usize::MAX; self.actors.len()];
        let mut order = Vec::new();
        for mention in &self.mentions {
            if place[mention.actor] == usize::MAX {
                place[mention.actor] = order.len();
                order.push(mention.actor);
            }
        }
        let mut actors: Vec<Option<Actor>> = self.actors.into_iter().map(Some).collect();
        self.actors = order.iter().filter_map(|&old| actors[old].take()).collect();
        self.roles.retain(|role| place[role.actor] != usize::MAX);
        self.roles.iter_mut().for_each(|role| role.actor = place[role.actor]);
        self.mentions.iter_mut().for_each(|mention| mention.actor = place[mention.actor]);
        self
    }

    /// The mentions whose tokens include `token` of `sentence`, the longest first.
    pub fn at(&self, sentence: usize, token: usize) -> Vec<&ActorMention> {
        let first = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let mut found: Vec<_> = self.mentions[first..]
            .iter()
            .take_while(|mention| mention.sentence == sentence)
            .filter(|mention| mention.tokens.contains(&token))
            .collect();
        found.sort_by_key(|mention| std::cmp::Reverse(mention.tokens.len()));
        found
    }
}

impl MentionForm {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Adjective => "adjective",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
        }
    }
}

//! Who is spoken of in an article, and where.

use crate::article::Location;

/// The actors of one article and every place that speaks of them.
#[derive(Debug, Clone, Default)]
pub struct Actors {
    /// The actors, in order of first mention.
    pub actors: Vec<Actor>,
    /// Every mention, in reading order. Words that stand for several actors ("both sides") have one
    /// mention for each.
    pub mentions: Vec<ActorMention>,
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
}

/// What sort of actor it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorSort {
    /// One person.
    Person,
    /// A state or territory; its government and capital when they stand for it.
    State,
    /// A body of a state: ministry, parliament, army, court.
    Body,
    /// An international organisation or one of its organs.
    Organisation,
    /// An armed or opposition group, a party, a company, a news outlet.
    Group,
    /// People by kind: "rebels", "Russian troops", "two Turkish diplomats".
    People,
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

impl ActorSort {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Body => "body",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::People => "people",
        }
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

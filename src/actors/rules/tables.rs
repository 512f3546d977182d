//! What the rows of `rules/actors` mean, checked and joined.

use super::lexicon::Word;
use super::term::Term;
use serde::{Deserialize, Serialize};

/// A state or territory, past or present.
#[derive(Debug, Serialize, Deserialize)]
pub struct State {
    /// The id of its row.
    pub id: String,
    /// Its name.
    pub name: String,
    /// ISO 3166 alpha-3; of a state that is no more, the code it had.
    pub code: String,
    /// The office whose holder is called its leader, by its place in `Rules::offices`.
    pub leader: Option<usize>,
}

/// A body, an organisation or a group.
#[derive(Debug, Serialize, Deserialize)]
pub struct Thing {
    /// The id of its row.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its PLOVER code.
    pub code: String,
    /// Which of the three.
    pub sort: crate::actors::ActorSort,
    /// The nouns that can speak of it once it was named: "the movement".
    pub nouns: Vec<String>,
}

/// A body that every state has.
#[derive(Debug, Serialize, Deserialize)]
pub struct Institution {
    /// The id of its row.
    pub id: String,
    /// Its first name, in small letters.
    pub name: String,
    /// Its PLOVER sector.
    pub sector: String,
    /// The nouns that can speak of it.
    pub nouns: Vec<String>,
    /// Whether it stands in another country than its own: the embassy in Tehran is not Iran's.
    pub abroad: bool,
}

/// Male, female or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Sex {
    /// "he"
    Male,
    /// "she"
    Female,
    /// Not known, or both.
    #[default]
    Unknown,
}

/// A person of the table.
#[derive(Debug, Serialize, Deserialize)]
pub struct Person {
    /// The id of its row.
    pub id: String,
    /// The full name.
    pub name: String,
    /// The names that speak of the person after a first mention, as words of the lexicon.
    pub short: Vec<Vec<Word>>,
    /// The sex.
    pub sex: Sex,
    /// The roles, in order of their begin.
    pub roles: Vec<Role>,
}

/// An office somebody held from a day to a day.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Role {
    /// The post, by its place in `Rules::posts`.
    pub post: usize,
    /// From when to when.
    pub term: Term,
}

/// An office of one state or organisation: `USA/secretary-of-state`.
#[derive(Debug, Serialize, Deserialize)]
pub struct Post {
    /// The whole id.
    pub id: String,
    /// Whose post it is.
    pub owner: Owner,
    /// The office, by its place in `Rules::offices`.
    pub office: usize,
    /// Who held it: places in `Rules::persons` with the term, in order of begin.
    pub holders: Vec<(usize, Term)>,
}

/// Whose post a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Owner {
    /// A state, by its place in `Rules::states`.
    State(usize),
    /// A body, organisation or group, by its place in `Rules::things`.
    Thing(usize),
}

/// A kind of office.
#[derive(Debug, Serialize, Deserialize)]
pub struct Office {
    /// The id of its row.
    pub id: String,
    /// Its first title, in small letters.
    pub title: String,
    /// PLOVER sector of its holders.
    pub sector: String,
    /// Whether there is one holder at a time.
    pub single: bool,
    /// What it is among its counterparts in other states: a secretary of state ranks as foreign minister.
    pub rank: String,
    /// The states and organisations that have it; empty where all may.
    pub only: Vec<String>,
}

/// A title before names.
#[derive(Debug, Serialize, Deserialize)]
pub struct Title {
    /// PLOVER sector of those who have it; empty where it says nothing.
    pub sector: String,
    /// The sex of those who have it.
    pub sex: Sex,
}

/// People by kind.
#[derive(Debug, Serialize, Deserialize)]
pub struct Noun {
    /// PLOVER sector.
    pub sector: String,
    /// What has to stand beside it.
    pub needs: Needs,
}

/// Without what beside it a noun says too little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Needs {
    /// It says enough alone.
    Nothing,
    /// A country, an organisation or a group.
    Country,
    /// A state: "the Turkish movement", since "the Hezbollah movement" is Hezbollah.
    State,
}

/// What a word before an office says of its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Qualifier {
    /// The office was held before: "former", "ousted".
    Former,
    /// A lesser office, or one not held yet: "deputy", "future".
    Lesser,
    /// The office is held, though not as usual: "acting", "outgoing".
    Other,
}

//! The names and nouns of the table in one trie over folded words.

use crate::rules::fold::pieces;
use crate::rules::table::Table;
use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// The number of a folded word; words that no name contains share [`UNKNOWN_WORD`].
pub type Word = u32;

/// A word that no name contains.
pub const UNKNOWN_WORD: Word = 0;

/// What a name or noun in the lexicon stands for; the numbers are rows of the tables in `Rules`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sense {
    /// A state by its name.
    State(usize),
    /// A state's adjective: "Russian".
    Adjective(usize),
    /// A state's people: "Russians".
    Demonym(usize),
    /// A capital, or a seat of government that stands for it: "Moscow", "Foggy Bottom".
    Metonym(usize),
    /// A body, an organisation or a group.
    Thing(usize),
    /// The seat of a body or organisation, which can stand for it: "Brussels", "the Kremlin".
    Seat(usize),
    /// A person by a name that suffices.
    Person(usize),
    /// An office by its title: "foreign minister".
    Office(usize),
    /// Several holders of an office: "foreign ministers".
    Offices(usize),
    /// A title that goes before a name: "General".
    Title(usize),
    /// A body that every state has: "foreign ministry".
    Institution(usize),
    /// An organisation that only its name tells, by the kind of its noun: "the Landless Workers Movement".
    Organised(usize),
    /// People by kind, one of them: "soldier".
    OneOf(usize),
    /// People by kind, several: "soldiers".
    ManyOf(usize),
}

/// One reading of a name: its sense and which of its words must be capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it stands for.
    pub sense: Sense,
    /// Bit *i* is set where the *i*th word begins with a capital letter.
    capitals: u16,
    /// Whether all letters must be capitals: "US" is no "us".
    pub acronym: bool,
}

impl Reading {
    /// Whether words written with these capitals can be this name.
    pub fn allows(&self, capitals: u16) -> bool {
        self.capitals & !capitals == 0
    }
}

/// A trie over the words of names.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    words: Table<CompactString, Word>,
    /// The node of each first word; 0 where no name begins with it.
    first: Vec<u32>,
    next: Table<(u32, Word), u32>,
    /// The readings at each node.
    readings: Vec<Readings>,
}

/// The readings at one node. There are tens of thousands of nodes, and hardly one has several.
#[derive(Debug, Default, Serialize, Deserialize)]
enum Readings {
    #[default]
    None,
    One(Reading),
    Several(Vec<Reading>),
}

impl Readings {
    fn as_slice(&self) -> &[Reading] {
        match self {
            Self::None => &[],
            Self::One(reading) => std::slice::from_ref(reading),
            Self::Several(readings) => readings,
        }
    }

    fn push(&mut self, reading: Reading) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(reading),
            Self::One(first) => Self::Several(vec![first, reading]),
            Self::Several(mut readings) => {
                readings.push(reading);
                Self::Several(readings)
            }
        };
    }
}

impl Lexicon {
    /// Makes room for about so many words and as many names of several words, so that the tables need not grow.
    pub fn reserve(&mut self, words: usize) {
        self.words.reserve(words);
        self.first.reserve(words);
        self.next.reserve(words);
        self.readings.reserve(2 * words);
    }

    /// Makes `spellings` of a word the same word.
    pub fn equate<'a>(&mut self, spellings: impl Iterator<Item = &'a str>) {
        let mut shared = None;
        for spelling in spellings {
            let mut buffer = String::new();
            pieces(spelling, &mut buffer, |piece| {
                let fresh = self.words.len() as Word + 1;
                let word = *shared.get_or_insert_with(|| self.words.get(piece).copied().unwrap_or(fresh));
                self.words.insert(CompactString::new(piece), word);
            });
        }
    }

    /// The number of a folded word.
    pub fn word(&self, piece: &str) -> Word {
        self.words.get(piece).copied().unwrap_or(UNKNOWN_WORD)
    }

    /// The words of a name; new ones get a number.
    pub fn intern(&mut self, name: &str) -> Vec<Word> {
        let (mut list, mut buffer) = (Vec::new(), String::new());
        pieces(name, &mut buffer, |piece| {
            list.push(self.number(piece));
        });
        list
    }

    /// The number of a folded word, a new one if it has none.
    fn number(&mut self, piece: &str) -> Word {
        let fresh = self.words.len() as Word + 1;
        *self.words.entry(CompactString::new(piece)).or_insert(fresh)
    }

    /// Adds a name and returns the senses it had before.
    pub fn add(&mut self, name: &str, sense: Sense) -> Vec<Sense> {
        if self.readings.is_empty() {
            self.readings.push(Readings::None);
        }
        let (mut node, mut buffer) = (0, String::new());
        pieces(name, &mut buffer, |piece| {
            let word = self.number(piece);
            let fresh = self.readings.len() as u32;
            if node == 0 {
                if self.first.len() <= word as usize {
                    self.first.resize(word as usize + 1, 0);
                }
                if self.first[word as usize] == 0 {
                    self.first[word as usize] = fresh;
                }
                node = self.first[word as usize];
            } else {
                node = *self.next.entry((node, word)).or_insert(fresh);
            }
            if node == fresh {
                self.readings.push(Readings::None);
            }
        });
        if node == 0 {
            return Vec::new();
        }
        let (capitals, acronym) = capitals(name);
        let here = &mut self.readings[node as usize];
        let before = here.as_slice().iter().map(|reading| reading.sense).collect();
        if !here.as_slice().iter().any(|reading| reading.sense == sense && reading.capitals == capitals) {
            here.push(Reading { sense, capitals, acronym });
        }
        before
    }

    /// The node that a first word leads to.
    pub fn start(&self, word: Word) -> Option<u32> {
        self.first.get(word as usize).copied().filter(|&node| node != 0)
    }

    /// The node that a further word leads to.
    pub fn step(&self, node: u32, word: Word) -> Option<u32> {
        self.next.get(&(node, word)).copied()
    }

    /// What a name that ends at `node` stands for.
    pub fn readings(&self, node: u32) -> &[Reading] {
        self.readings.get(node as usize).map_or(&[], Readings::as_slice)
    }
}

/// Which words of a name are capitalised, and whether it is an acronym.
fn capitals(name: &str) -> (u16, bool) {
    if name.is_ascii() {
        return plain_capitals(name.as_bytes());
    }
    let (mut mask, mut buffer, mut index) = (0, String::new(), 0);
    for part in name.split(|c: char| !c.is_alphanumeric() && c != '.' && !is_mark(c)) {
        let first = part.chars().next().is_some_and(char::is_uppercase);
        pieces(part, &mut buffer, |_| {
            if first && index < 16 {
                mask |= 1 << index;
            }
            index += 1;
        });
    }
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    (mask, index == 1 && letters().nth(1).is_some() && letters().all(char::is_uppercase))
}

/// The same for a name in plain letters, which nearly every one is.
fn plain_capitals(name: &[u8]) -> (u16, bool) {
    let (mut mask, mut index) = (0, 0);
    for part in name.split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'.') {
        if part.iter().any(|&byte| byte != b'.') {
            if index < 16 && part[0].is_ascii_uppercase() {
                mask |= 1 << index;
            }
            index += 1;
        }
    }
    let letters = || name.iter().filter(|byte| byte.is_ascii_alphabetic());
    (mask, index == 1 && letters().nth(1).is_some() && letters().all(u8::is_ascii_uppercase))
}

fn is_mark(character: char) -> bool {
    !character.is_ascii()
        && (unicode_normalization::char::is_combining_mark(character)
            || ('\u{2bb}'..='\u{2bf}').contains(&character))
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Sense, capitals};

    #[test]
    fn names_are_found_word_by_word() {
        let mut lexicon = Lexicon::default();
        lexicon.add("Islamic State", Sense::Thing(0));
        lexicon.add("Islamic Republic", Sense::Thing(1));
        assert_eq!(lexicon.add("islamic state", Sense::Thing(2)), [Sense::Thing(0)]);
        let node = lexicon.start(lexicon.word("islamic")).unwrap();
        assert!(lexicon.readings(node).is_empty());
        let node = lexicon.step(node, lexicon.word("state")).unwrap();
        assert!(lexicon.readings(node)[0].allows(0b11));
        assert!(!lexicon.readings(node)[0].allows(0b01));
        assert!(lexicon.readings(node)[1].allows(0b01));
        assert_eq!(lexicon.start(lexicon.word("state")), None);
    }

    #[test]
    fn spellings_are_one_word() {
        let mut lexicon = Lexicon::default();
        lexicon.equate(["Sergei", "Sergey"].into_iter());
        lexicon.add("Sergei Lavrov", Sense::Person(0));
        assert_eq!(lexicon.word("sergey"), lexicon.word("sergei"));
        assert_ne!(lexicon.word("sergey"), lexicon.word("lavrov"));
    }

    #[test]
    fn capitals_and_acronyms() {
        assert_eq!(capitals("US"), (1, true));
        assert_eq!(capitals("U.S."), (1, true));
        assert_eq!(capitals("Bank of England"), (0b101, false));
        assert_eq!(capitals("al-Qaeda"), (0b10, false));
        assert_eq!(capitals("Côte d’Ivoire"), (0b101, false));
        assert_eq!(capitals("ÖVP"), (1, true));
    }
}

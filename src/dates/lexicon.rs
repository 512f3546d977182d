//! What single words and figures mean in patterns: their classes and values.

use super::Unit;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A class of words that patterns name as `<class>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub(super) enum Class {
    /// A month by name that is hardly anything else.
    Month,
    /// A month whose name is a common word too: May, March.
    MonthWord,
    /// A day of the week.
    Weekday,
    /// A season, not counting "fall".
    Season,
    /// "fall", which is a season only where something says so.
    SeasonWord,
    /// A part of the day.
    Part,
    /// A unit in the singular.
    Unit,
    /// A unit in the plural.
    Units,
    /// A whole or broken number in words or figures.
    Number,
    /// A number of which only the words know how much: several, few.
    Vague,
    /// An ordinal number in words or figures.
    Ordinal,
    /// One or two figures that can be a day of the month.
    Day,
    /// An ordinal that can be a day of the month.
    Nth,
    /// One or two figures that can be a month.
    MonthNumber,
    /// Two figures.
    Year2,
    /// Four figures that can be a year on their own.
    Year,
    /// One to four figures: a year beside BC or AD.
    EraYear,
    /// "1990s".
    Decade,
    /// "90s", "nineties".
    Decade2,
    /// "16:30".
    Clock,
    /// Figures that can be an hour.
    Hour,
    /// Four figures that can be an hour and minutes.
    Military,
    /// "a.m.", "p.m.": 0 or 12.
    Meridiem,
    /// A time zone.
    Zone,
    /// A word with a capital letter: a name, for places in patterns.
    Capital,
}

impl Class {
    pub const ALL: [(Self, &'static str); 25] = [
        (Self::Month, "month"),
        (Self::MonthWord, "month-word"),
        (Self::Weekday, "weekday"),
        (Self::Season, "season"),
        (Self::SeasonWord, "season-word"),
        (Self::Part, "part"),
        (Self::Unit, "unit"),
        (Self::Units, "units"),
        (Self::Number, "number"),
        (Self::Vague, "vague"),
        (Self::Ordinal, "ordinal"),
        (Self::Day, "day"),
        (Self::Nth, "nth"),
        (Self::MonthNumber, "month-number"),
        (Self::Year2, "year2"),
        (Self::Year, "year"),
        (Self::EraYear, "era-year"),
        (Self::Decade, "decade"),
        (Self::Decade2, "decade2"),
        (Self::Clock, "clock"),
        (Self::Hour, "hour"),
        (Self::Military, "military"),
        (Self::Meridiem, "meridiem"),
        (Self::Zone, "zone"),
        (Self::Capital, "capital"),
    ];

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(class, _)| class)
    }
}

/// The parts of a day, with TIMEX3's letters. The index is the value of the class.
pub(super) const PARTS: [&str; 6] = ["MO", "MI", "AF", "EV", "NI", "DT"];

/// What a pattern matches in one place: a class, or a literal word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Symbol(pub u32);

/// Symbols below this are classes, the others literal words.
pub(super) const FIRST_LITERAL: u32 = 64;

impl Symbol {
    pub fn class(class: Class) -> Self {
        Self(class as u32)
    }
}

/// One meaning of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sense {
    pub class: Class,
    pub value: f64,
    /// Only where the word begins with a capital.
    pub capital: bool,
}

/// Words as they help to form numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// zero to nineteen
    Small,
    /// twenty, thirty, …
    Tens,
    /// hundred, thousand, million, …
    Scale,
    /// first to nineteenth, hundredth
    OrdinalSmall,
    /// twentieth, thirtieth, …
    OrdinalTens,
}

/// What is known of one word.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    pub literal: Option<Symbol>,
    pub senses: Vec<Sense>,
    pub number: Option<(NumberWord, f64)>,
}

/// All words of the rules.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    words: HashMap<Box<str>, Word, BuildHasherDefault<FastHasher>>,
    literals: u32,
}

impl Lexicon {
    /// The word, if any rule speaks of it; `lower` is in lower case.
    pub fn get(&self, lower: &str) -> Option<&Word> {
        self.words.get(lower)
    }

    /// The symbol of a literal word of a pattern.
    pub fn literal(&mut self, lower: &str) -> Symbol {
        let next = Symbol(FIRST_LITERAL + self.literals);
        let word = self.words.entry(lower.into()).or_default();
        *word.literal.get_or_insert_with(|| {
            self.literals += 1;
            next
        })
    }

    /// How many symbols there are.
    pub fn symbols(&self) -> usize {
        (FIRST_LITERAL + self.literals) as usize
    }

    /// Adds one row of `words.csv`.
    pub fn add(&mut self, word: &str, class: &str, value: &str, capital: bool) -> Result<(), String> {
        let number = |text: &str| text.parse::<f64>().map_err(|_| format!("`{text}` is no number"));
        let in_range = |low: f64, high: f64| {
            let value = number(value)?;
            if (low..=high).contains(&value) {
                Ok(value)
            } else {
                Err(format!("{value} is not in {low} to {high}"))
            }
        };
        let entry = self.words.entry(word.to_lowercase().into()).or_default();
        let number_word = match class {
            "small" => Some(NumberWord::Small),
            "tens" => Some(NumberWord::Tens),
            "scale" => Some(NumberWord::Scale),
            "ordinal-small" => Some(NumberWord::OrdinalSmall),
            "ordinal-tens" => Some(NumberWord::OrdinalTens),
            _ => None,
        };
        if let Some(kind) = number_word {
            entry.number = Some((kind, in_range(0.0, 1e12)?));
            return Ok(());
        }
        let class = Class::parse(class).ok_or_else(|| format!("there is no class `{class}`"))?;
        let value = match class {
            Class::Month | Class::MonthWord => in_range(1.0, 12.0)?,
            Class::Weekday => in_range(1.0, 7.0)?,
            Class::Season | Class::SeasonWord => {
                code(value, super::period::Season::ALL.map(|(_, code)| code))?
            }
            Class::Part => code(value, PARTS)?,
            Class::Unit | Class::Units => Unit::ALL
                .iter()
                .position(|(_, name)| *name == value)
                .map(|index| index as f64)
                .ok_or_else(|| format!("there is no unit `{value}`"))?,
            Class::Meridiem => in_range(0.0, 12.0)?,
            Class::Vague | Class::Decade2 | Class::Number | Class::Zone => number(value)?,
            _ => return Err("words of this class are recognised by their form".into()),
        };
        entry.senses.push(Sense { class, value, capital });
        Ok(())
    }
}

fn code<const N: usize>(value: &str, codes: [&str; N]) -> Result<f64, String> {
    codes
        .iter()
        .position(|code| *code == value)
        .map(|index| index as f64)
        .ok_or_else(|| format!("`{value}` is none of {}", codes.join(", ")))
}

/// FNV-1a: words are short, and this is asked once for every token.
#[derive(Debug, Clone, Copy)]
pub(super) struct FastHasher(u64);

impl Default for FastHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for FastHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

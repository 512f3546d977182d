//! What is put in the place of what was mined.

use crate::dates::DateValue;
use serde::{Deserialize, Serialize};

/// A field with its value: as it was given, and as it was understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// date, place, kind, mode, label, status, source, target; published; speaker, stance, aspect.
    pub field: String,
    /// As it was given.
    pub value: String,
    /// As it was understood.
    pub meaning: Meaning,
}

/// What a value means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Meaning {
    /// It is not known.
    Unknown,
    /// A word: a kind, a mode, a label, a status, a stance, an aspect.
    Word(String),
    /// A date as EDTF.
    Date(String),
    /// A place.
    Place {
        /// Its name.
        name: String,
        /// ISO 3166 alpha-3.
        country: Option<String>,
        /// Degrees north and east.
        coordinates: Option<(f64, f64)>,
    },
    /// Those who take part on one side, or the speaker.
    Parties(Vec<Party>),
}

/// Somebody, as an analyst named them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The actor's key.
    pub key: String,
    /// The actor's name at the time.
    pub name: String,
    /// The code that the actor had.
    pub code: String,
}

impl Correction {
    /// The word that is given, if it is a word.
    pub fn word(&self) -> Option<&str> {
        match &self.meaning {
            Meaning::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The date that is given, if it is a date.
    pub fn date(&self) -> Option<DateValue> {
        match &self.meaning {
            Meaning::Date(edtf) => DateValue::parse(edtf),
            _ => None,
        }
    }

    /// `date=2017-04-07`, as it is given on the command line.
    pub fn shown(&self) -> String {
        match self.value.contains(' ') {
            true => format!("{}={:?}", self.field, self.value),
            false => format!("{}={}", self.field, self.value),
        }
    }
}

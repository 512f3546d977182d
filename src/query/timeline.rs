//! The answer to a question about events, as plain data. It knows neither where it came from nor how it will be
//! printed.

use chrono::NaiveDate;

/// Events in the order of time, in parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    /// What was found, part after part.
    pub parts: Vec<(Part, Vec<Entry>)>,
    /// Whether more was found than asked for.
    pub more: bool,
    /// Events that answer but are hypothetical, and not shown.
    pub hypothetical: Count,
    /// Events that answer but are denied, and not shown.
    pub denied: Count,
    /// Events that answer but were rejected by an analyst, and not shown.
    pub rejected: Count,
    /// Events that answer but are told barely, and not shown.
    pub bare: Count,
    /// Events without a day, left out because days were asked for.
    pub undated: Count,
    /// Claims about the events shown, or all claims if everything was asked for.
    pub claims: Count,
    /// Articles among those told from that are machine-reworded.
    pub reworded: Vec<String>,
    /// Articles that are in another language than English, and so were not mined.
    pub foreign: Vec<String>,
}

/// A part of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What happened, or is claimed to have happened.
    Main,
    /// What is announced and not yet reported to have been held.
    Planned,
    /// What is told only in retrospect, outside the span of the rest.
    Background,
    /// What has no day.
    Undated,
    /// What is told barely: without a day and with one party at most, or with neither party nor place; only on request.
    Bare,
    /// What is hypothetical or denied; only on request.
    Aside,
    /// What an analyst rejected; only on request.
    Rejected,
}

impl Part {
    /// Every part, in the order of a timeline.
    pub const ALL: [Self; 7] =
        [Self::Main, Self::Planned, Self::Background, Self::Undated, Self::Bare, Self::Aside, Self::Rejected];

    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Planned => "planned",
            Self::Background => "background",
            Self::Undated => "undated",
            Self::Bare => "bare",
            Self::Aside => "aside",
            Self::Rejected => "rejected",
        }
    }
}

/// How many there are; counting stops at [`Count::LIMIT`], of what is not shown at [`Count::ASIDE`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count(pub usize);

impl Count {
    /// Where counting stops: what is more is "more than 999".
    pub const LIMIT: usize = 1000;
    /// Where counting stops of what is not shown: a page must not wait for it.
    pub const ASIDE: usize = 100;

    /// How many of what is not shown.
    pub fn aside(self) -> String {
        if self.0 < Self::ASIDE { self.0.to_string() } else { format!("more than {}", Self::ASIDE - 1) }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < Self::LIMIT {
            write!(f, "{}", self.0)
        } else {
            write!(f, "more than {}", Self::LIMIT - 1)
        }
    }
}

/// One of several readings of what is told differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The number, the date, the place.
    pub words: String,
    /// What explains it: that a copy altered it, that time zones do.
    pub note: Option<String>,
}

impl std::fmt::Display for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.note {
            Some(note) => write!(f, "{} ({note})", self.words),
            None => f.write_str(&self.words),
        }
    }
}

/// Readings side by side.
pub fn side_by_side(readings: &[Reading]) -> String {
    readings.iter().map(Reading::to_string).collect::<Vec<_>>().join(" / ")
}

/// One event.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its stable name: 16 hexadecimal digits.
    pub id: String,
    /// The shortest beginning of the name that no other has.
    pub short_id: String,
    /// PLOVER's kind, or one of ours.
    pub kind: String,
    /// What refines the kind.
    pub mode: Option<String>,
    /// The WHAT of a timeline.
    pub label: String,
    /// happened, planned, hypothetical, claimed, denied.
    pub status: String,
    /// When, if it is known.
    pub date: Option<EntryDate>,
    /// Who does it, the most often told first.
    pub sources: Vec<Participant>,
    /// To whom.
    pub targets: Vec<Participant>,
    /// Where.
    pub place: Option<EntryPlace>,
    /// The aspects over which speakers differ: actor, number, …
    pub disputed: Vec<String>,
    /// The speakers on both sides of each of these: aspect, who affirms, who disputes.
    pub disputed_by: Vec<(String, Vec<String>, Vec<String>)>,
    /// Independent origins that tell of it.
    pub origins: u32,
    /// Texts that tell of it.
    pub texts: u32,
    /// The day of the earliest publication that tells of it.
    pub first_reported: Option<String>,
    /// The day, as EDTF, on which it was announced, where it was before the day of the act itself.
    pub announced: Option<String>,
    /// What it came after, answers, or was caused by.
    pub relations: Vec<EntryRelation>,
    /// What is told of it differently: the thing with its readings ("killed", ["58", "72"]).
    pub variants: Vec<(String, Vec<Reading>)>,
    /// A planned event whose day had passed when the last article was published, without a report of it.
    pub unreported: bool,
    /// What analysts made of it: accepted, rejected.
    pub verdict: Option<String>,
    /// How sure it is, from 0 to 1; none where it was mined before that was weighed.
    pub sureness: Option<f64>,
    /// What else they did to it: corrected, merged, split, noted, … in the order of time.
    pub judged: Vec<String>,
}

/// When an event happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryDate {
    /// The EDTF value.
    pub edtf: String,
    /// The first day that it can be.
    pub earliest: Option<NaiveDate>,
    /// The last day that it can be.
    pub latest: Option<NaiveDate>,
    /// Whether it was reasoned rather than read.
    pub inferred: bool,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The actor's key; none for words that name no actor.
    pub actor: Option<String>,
    /// The name, or the words.
    pub name: String,
    /// The PLOVER code by the role on the day; empty where none is known.
    pub code: String,
    /// person, state, body, organisation, group, people; empty for words.
    pub sort: String,
}

/// Where an event happened.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryPlace {
    /// The name.
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north and east.
    pub coordinates: Option<(f64, f64)>,
}

/// What an event has to do with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRelation {
    /// after, response, cause, during, part, condition.
    pub kind: String,
    /// The other's name.
    pub id: String,
    /// The shortest beginning of that name.
    pub short_id: String,
    /// Whether other texts have it the other way round.
    pub contradicted: bool,
}

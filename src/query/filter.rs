//! A question as a tree, before it is written as SQL.

use super::{Party, QueryError, range};

/// Which events are asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// All of these hold; an empty list asks for everything.
    All(Vec<Filter>),
    /// At least one of these holds.
    Any(Vec<Filter>),
    /// The span of the event has a day in common with these days.
    Overlaps(i64, i64),
    /// The event lies within these days for certain.
    Within(i64, i64),
    /// One of the parties takes part.
    Takes(Role, Vec<Party>),
    /// One of the first acts on or with one of the second, or the other way round.
    Between(Vec<Party>, Vec<Party>),
    /// It happens at one of these places, by their rows.
    Place(Vec<i64>),
    /// Its kind or mode is one of these.
    Kind(Vec<String>),
    /// Its status is one of these.
    Status(Vec<String>),
    /// Its label, parties, place or words have these words.
    Text(String),
    /// One of these outlets tells of it, by their rows.
    Outlet(Vec<i64>),
    /// The text of this row tells of it.
    Told(i64),
    /// So many independent origins tell of it.
    MinOrigins(u32),
    /// It was reported by that day.
    AsOf(i64),
    /// The import of this number brought a mention of it.
    Import(i64),
    /// It may be told barely.
    Bare,
    /// It is at least so sure, from 0 to 1.
    Sure(f64),
    /// It was judged in one of these ways: accepted, rejected, corrected, merged, split, noted.
    Judged(Vec<String>),
}

/// The part that a party takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Either part.
    Either,
    /// It does it.
    Source,
    /// It is done to it.
    Target,
}

/// The statuses that an event can have.
pub const STATUSES: [&str; 5] = ["happened", "planned", "hypothetical", "claimed", "denied"];

/// The ways in which an event can have been judged.
pub const JUDGED: [&str; 6] = ["accepted", "rejected", "corrected", "merged", "split", "noted"];

impl Filter {
    /// The filter for `--from`, `--to` and `--certain`.
    ///
    /// # Errors
    /// If one is no date, or the end lies before the beginning.
    pub fn period(from: Option<&str>, to: Option<&str>, certain: bool) -> Result<Option<Self>, QueryError> {
        let Some((first, last)) = range(from, to)? else { return Ok(None) };
        Ok(Some(if certain { Self::Within(first, last) } else { Self::Overlaps(first, last) }))
    }

    /// The filter for `--status`.
    ///
    /// # Errors
    /// If one is no status.
    pub fn status(given: &[String]) -> Result<Self, QueryError> {
        let statuses = given.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>();
        match statuses.iter().find(|word| !STATUSES.contains(&word.as_str())) {
            Some(word) => Err(QueryError::value(
                format!("{word:?} is no status"),
                format!("give one of {}", STATUSES.join(", ")),
            )),
            None => Ok(Self::Status(statuses)),
        }
    }

    /// The filter for `--judged`; "any" is any of them.
    ///
    /// # Errors
    /// If one is no way of judging an event.
    pub fn judged(given: &[String]) -> Result<Self, QueryError> {
        let mut ways: Vec<String> = Vec::new();
        for word in given.iter().map(|word| word.to_lowercase()) {
            match word.as_str() {
                "any" => ways.extend(JUDGED.map(str::to_owned)),
                known if JUDGED.contains(&known) => ways.push(word),
                _ => {
                    return Err(QueryError::value(
                        format!("{word:?} is no way of judging"),
                        format!("give one of {}, or any", JUDGED.join(", ")),
                    ));
                }
            }
        }
        Ok(Self::Judged(ways))
    }

    /// What must hold together.
    pub(super) fn conditions(&self) -> &[Self] {
        match self {
            Self::All(filters) => filters,
            other => std::slice::from_ref(other),
        }
    }

    /// Whether events are asked for that were rejected.
    pub fn asks_for_rejected(&self) -> bool {
        match self {
            Self::Judged(ways) => ways.iter().any(|way| way == "rejected"),
            Self::All(filters) => filters.iter().any(Self::asks_for_rejected),
            _ => false,
        }
    }

    /// Whether events are asked for that are told barely.
    pub fn asks_for_bare(&self) -> bool {
        match self {
            Self::Bare => true,
            Self::All(filters) => filters.iter().any(Self::asks_for_bare),
            _ => false,
        }
    }

    /// The same filter without nested lists of one sort or lists of one.
    pub fn all(filters: Vec<Self>) -> Self {
        Self::All(
            filters
                .into_iter()
                .flat_map(|filter| match filter {
                    Self::All(inner) => inner,
                    other => vec![other],
                })
                .collect(),
        )
    }

    /// The statuses that are asked for, if any are.
    pub fn statuses(&self) -> Option<&[String]> {
        match self {
            Self::Status(statuses) => Some(statuses),
            Self::All(filters) => filters.iter().find_map(Self::statuses),
            _ => None,
        }
    }

    /// Whether days are asked for, so that events without a day cannot answer.
    pub fn asks_for_days(&self) -> bool {
        match self {
            Self::Overlaps(..) | Self::Within(..) => true,
            Self::All(filters) => filters.iter().any(Self::asks_for_days),
            _ => false,
        }
    }

    /// The day by which everything asked for was published, if one is given.
    pub fn as_of(&self) -> Option<i64> {
        match self {
            Self::AsOf(day) => Some(*day),
            Self::All(filters) => filters.iter().find_map(Self::as_of),
            _ => None,
        }
    }

    /// The same filter without its days.
    #[must_use]
    pub fn anytime(&self) -> Self {
        match self {
            Self::Overlaps(..) | Self::Within(..) => Self::All(Vec::new()),
            Self::All(filters) => Self::All(filters.iter().map(Self::anytime).collect()),
            other => other.clone(),
        }
    }
}

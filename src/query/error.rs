//! What is wrong with a question, and what would be right.

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// A value of a filter that makes no sense; with the remedy.
    #[error("{message}")]
    Value {
        /// What is wrong.
        message: String,
        /// What would be right.
        remedy: String,
    },
    /// A name that stands for several actors, or an id that begins several names.
    #[error("{what} {given:?} can be any of {}: {}", .candidates.len(), .candidates.join("; "))]
    Ambiguous {
        /// What sort of thing is named.
        what: &'static str,
        /// The words given.
        given: String,
        /// What they can mean, each in words that would be accepted.
        candidates: Vec<String>,
    },
    /// A name or an id that nothing answers to.
    #[error("nothing is known of {what} {given:?}")]
    Unknown {
        /// What sort of thing is named.
        what: &'static str,
        /// The words given.
        given: String,
        /// Names like it.
        likely: Vec<String>,
    },
    /// An id of something that is no longer there.
    #[error("{given:?} is no longer there: {reason}")]
    Retired {
        /// The id given.
        given: String,
        /// Why.
        reason: String,
    },
    /// The database failed.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

impl QueryError {
    /// A value that makes no sense.
    pub fn value(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::Value { message: message.into(), remedy: remedy.into() }
    }

    /// What to do about it.
    pub fn remedy(&self) -> Option<String> {
        match self {
            Self::Value { remedy, .. } => Some(remedy.clone()),
            Self::Ambiguous { .. } => Some("say which one, in those words".into()),
            Self::Unknown { likely, what, .. } if likely.is_empty() => {
                Some(format!("chancery {} lists what there is", list_of(what)))
            }
            Self::Unknown { likely, .. } => Some(format!("did you mean {}?", likely.join(", or "))),
            Self::Retired { .. } => {
                Some("chancery log lists what was withdrawn, and chancery events what there is".into())
            }
            Self::Database(_) => None,
        }
    }
}

fn list_of(what: &str) -> &'static str {
    match what {
        "actor" => "actors",
        "outlet" | "article" => "articles",
        "claim" => "claims",
        _ => "events",
    }
}

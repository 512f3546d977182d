//! How a command ends: its exit code, and a message that names the cause and the remedy.

use std::fmt::Display;
use std::process::ExitCode;

/// The exit codes of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All went well.
    Done,
    /// Something failed.
    Failed,
    /// The command line makes no sense.
    Usage,
    /// Some inputs were rejected; the rest was done.
    Rejected,
    /// The database is locked or damaged.
    Database,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Rejected => 3,
            Exit::Database => 4,
        })
    }
}

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    message: String,
    remedy: Option<String>,
    exit: Exit,
}

impl Failure {
    /// A failure of the work itself.
    pub fn new(message: impl Display) -> Self {
        Self { message: message.to_string(), remedy: None, exit: Exit::Failed }
    }

    /// A command line that makes no sense.
    pub fn usage(message: impl Display) -> Self {
        Self { exit: Exit::Usage, ..Self::new(message) }
    }

    /// A database that cannot be used.
    pub fn database(message: impl Display) -> Self {
        Self { exit: Exit::Database, ..Self::new(message) }
    }

    /// Faulty rules, each in a line of its own.
    pub fn rules(errors: &[impl Display]) -> Self {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let faults = if lines.len() == 1 { "a fault" } else { "faults" };
        Self::new(format!("{faults} in the rules:\n{}", lines.join("\n")))
    }

    /// A message that carries its remedy behind a semicolon.
    pub fn split(message: &str) -> Self {
        match message.split_once("; ") {
            Some((message, remedy)) => Self::new(message).remedy(remedy),
            None => Self::new(message),
        }
    }

    /// The same failure with another exit code.
    #[must_use]
    pub fn exit(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }

    /// Says what to do about it.
    #[must_use]
    pub fn remedy(self, remedy: impl Display) -> Self {
        Self { remedy: Some(remedy.to_string()), ..self }
    }

    /// Tells the user and gives the exit code. Whoever closed the pipe wanted no more: that is silent.
    pub(super) fn report(self) -> ExitCode {
        let exit = self.exit;
        if exit != Exit::Done {
            super::output::print_error(&self);
        }
        exit.into()
    }
}

impl miette::Diagnostic for Failure {
    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        self.remedy.as_ref().map(|remedy| Box::new(remedy) as Box<dyn Display>)
    }
}

impl From<std::io::Error> for Failure {
    /// From writing the output: a closed pipe is no error.
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self { exit: Exit::Done, ..Self::new("closed pipe") };
        }
        Self::new(format!("the output cannot be written: {error}"))
            .remedy("free some space, or write elsewhere")
    }
}

impl From<crate::query::QueryError> for Failure {
    fn from(error: crate::query::QueryError) -> Self {
        use crate::query::QueryError;
        let remedy = error.remedy();
        let failure = match error {
            QueryError::Database(error) => return crate::store::StoreError::from(error).into(),
            QueryError::Value { .. } | QueryError::Ambiguous { .. } => Self::usage(&error),
            QueryError::Unknown { .. } | QueryError::Retired { .. } => Self::new(&error),
        };
        match remedy {
            Some(remedy) => failure.remedy(remedy),
            None => failure,
        }
    }
}

impl From<crate::store::StoreError> for Failure {
    fn from(error: crate::store::StoreError) -> Self {
        let message = error.to_string();
        let exit = if error.is_locked_or_damaged() { Exit::Database } else { Exit::Failed };
        Self { exit, ..Self::split(&message) }
    }
}

impl From<crate::mine::EngineError> for Failure {
    fn from(error: crate::mine::EngineError) -> Self {
        match error {
            crate::mine::EngineError::Rules(errors) => Self::rules(&errors),
            other => Self::new(other),
        }
    }
}

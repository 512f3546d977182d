//! The logical dump: everything that a chronicle says, in one order, without row numbers, times of import or
//! batches. Two chronicles of the same articles dump alike, in whatever order they were imported.

mod lines;

use super::{Chronicle, StoreError};
use lines::LINES;
use rusqlite::types::ValueRef;
use std::io::Write;

/// Why a dump ended early.
#[derive(Debug, thiserror::Error)]
pub enum DumpError {
    /// The chronicle cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The output cannot be written.
    #[error("cannot write ({0})")]
    Output(#[from] std::io::Error),
}

impl From<rusqlite::Error> for DumpError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Lines that follow from the others and need no comparison of their own.
const DERIVED: [&str; 13] = [
    "event",
    "event participant",
    "event variant",
    "event relation",
    "timeline",
    "party",
    "words",
    "mention link",
    "text link",
    "mention",
    "judgement target",
    "event judgement",
    "claim judgement",
];

impl Chronicle {
    /// Writes the dump: JSON Lines, each an array that begins with the kind of line.
    ///
    /// # Errors
    /// If the chronicle cannot be read or the output not written.
    pub fn dump(&self, out: &mut impl Write) -> Result<(), DumpError> {
        self.dump_lines(out, |_| true)
    }

    /// The lines that are derived from the findings.
    pub(super) fn dump_derived(&self, out: &mut impl Write) -> Result<(), DumpError> {
        self.dump_lines(out, |kind| DERIVED.contains(&kind))
    }

    fn dump_lines(&self, out: &mut impl Write, wanted: impl Fn(&str) -> bool) -> Result<(), DumpError> {
        for (kind, sql) in LINES.iter().filter(|(kind, _)| wanted(kind)) {
            let mut statement = self.connection.prepare(sql)?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                write!(out, "[\"{kind}\"")?;
                for column in 0..columns {
                    out.write_all(b",")?;
                    let value = match row.get_ref(column)? {
                        ValueRef::Null => serde_json::Value::Null,
                        ValueRef::Integer(value) => value.into(),
                        ValueRef::Real(value) => value.into(),
                        ValueRef::Text(value) | ValueRef::Blob(value) => {
                            String::from_utf8_lossy(value).into()
                        }
                    };
                    serde_json::to_writer(&mut *out, &value).map_err(std::io::Error::from)?;
                }
                out.write_all(b"]\n")?;
            }
        }
        Ok(())
    }
}

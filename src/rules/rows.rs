//! Rule files that are tables, row by row.

use super::{RuleError, RuleFile};
use csv::{Position, Reader, ReaderBuilder, StringRecord};
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{Cursor, SeekFrom};

type Bytes = Cursor<Cow<'static, [u8]>>;

thread_local! {
    /// To make a reader takes as long as to read a page with it, and there are many small tables.
    static READER: RefCell<Reader<Bytes>> = RefCell::new(
        ReaderBuilder::new().comment(Some(b'#')).has_headers(false).flexible(true).from_reader(Bytes::default()),
    );
}

impl RuleFile {
    /// Reads the file as CSV with a header line; every row comes with its line, counted from 1. Lines that
    /// begin with `#` are comments.
    ///
    /// # Errors
    /// Where a row does not fit `T`, one error for each.
    pub fn csv<T: DeserializeOwned>(&self) -> Result<Vec<(usize, T)>, Vec<RuleError>> {
        READER.with_borrow_mut(|reader| {
            *reader.get_mut() = Cursor::new(match &self.text {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.clone().into_bytes()),
            });
            let begun = reader.seek_raw(SeekFrom::Start(0), Position::new());
            let mut header = StringRecord::new();
            match begun.and_then(|()| reader.read_record(&mut header)) {
                Ok(_) => self.rows(reader, &trimmed(header)),
                Err(error) => Err(vec![self.error_in_line(1, error.to_string(), "begin with a header line")]),
            }
        })
    }

    fn rows<T: DeserializeOwned>(
        &self,
        reader: &mut Reader<Bytes>,
        header: &StringRecord,
    ) -> Result<Vec<(usize, T)>, Vec<RuleError>> {
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        // Thousands of rows are read whenever anything is mined, so one record serves them all.
        let mut record = StringRecord::new();
        let line_of = |position: Option<&Position>| position.map_or(0, |position| position.line() as usize);
        loop {
            let parsed = match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) if record.len() != header.len() => {
                    let (cells, columns) = (record.len(), header.len());
                    Err((
                        line_of(record.position()),
                        format!("cells in the row: {cells}, columns: {columns}"),
                    ))
                }
                Ok(true) => {
                    record = trimmed(record);
                    let line = line_of(record.position());
                    let row = record.deserialize(Some(header));
                    row.map(|row| (line, row)).map_err(|error| (line_of(error.position()), error.to_string()))
                }
                Err(error) => Err((line_of(error.position()), error.to_string())),
            };
            match parsed {
                Ok(row) => rows.push(row),
                Err((line, message)) => {
                    errors.push(self.error_in_line(line, message, "see the header line for the columns"));
                }
            }
        }
        if errors.is_empty() { Ok(rows) } else { Err(errors) }
    }
}

/// A record without white space around its cells; most have none, and are not copied.
fn trimmed(mut record: StringRecord) -> StringRecord {
    if record.iter().any(|cell| cell.trim().len() < cell.len()) {
        record.trim();
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&[(usize, &str, &str)], &[&str]>) {
        let text = Cow::Owned(text.to_owned());
        let file = RuleFile { path: "t.csv".into(), shown: "t.csv".into(), text };
        let found = file.csv::<(String, String)>();
        let rows = found.as_ref().map(|rows| {
            rows.iter().map(|(line, (a, b))| (*line, a.as_str(), b.as_str())).collect::<Vec<_>>()
        });
        let faults =
            |faults: &Vec<RuleError>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        match (rows, expected) {
            (Ok(rows), Ok(expected)) => assert_eq!(rows, expected),
            (Err(found), Err(expected)) => assert_eq!(faults(found), expected.join("\n")),
            (found, _) => panic!("{found:?}"),
        }
    }

    #[test]
    fn one_reader_reads_every_table_from_its_beginning() {
        check("a,b\n1, 2 \n\"3,\",4\n# a remark\n", Ok(&[(2, "1", "2"), (3, "3,", "4")]));
        let remedy = "; see the header line for the columns";
        check(
            "a,b\n1,2,3\n4\n",
            Err(&[
                &format!("t.csv:2:1: cells in the row: 3, columns: 2{remedy}"),
                &format!("t.csv:3:1: cells in the row: 1, columns: 2{remedy}"),
            ]),
        );
        check("", Ok(&[]));
        check("a,b\n", Ok(&[]));
        check("a,b\n\"not closed", Err(&[&format!("t.csv:2:1: cells in the row: 1, columns: 2{remedy}")]));
        check("a,b\n5,6", Ok(&[(2, "5", "6")]));
    }
}

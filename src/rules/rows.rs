//! Rows of a CSV table, cut and read without a copy: thousands of them are read whenever anything is mined.

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::borrow::Cow;
use std::fmt::Display;

/// The rows of a text: cells between commas, without white space around them; a cell in double quotes may hold
/// commas, ends of lines and doubled quotes. Empty lines and lines that begin with `#` are no rows.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    rest: &'a str,
    /// The line at which `rest` begins, counted from 1.
    line: usize,
}

/// One row and the line on which it begins.
#[derive(Debug, Default)]
pub(super) struct Row<'a> {
    pub line: usize,
    pub cells: Vec<Cow<'a, str>>,
}

/// A row reads as a struct by the names in the header line.
pub(super) struct Named<'r, 'a> {
    pub header: &'r [Cow<'a, str>],
    pub row: &'r Row<'a>,
}

/// What is wrong with a row.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Fault(String);

impl<'a> Rows<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1 }
    }

    /// Reads the next row into `row`, whose cells it replaces, and tells whether there was one.
    ///
    /// # Errors
    /// If a quoted cell does not end, or ends before its comma; `row` tells the line.
    pub(super) fn read(&mut self, row: &mut Row<'a>) -> Result<bool, Fault> {
        row.cells.clear();
        loop {
            if self.rest.is_empty() {
                return Ok(false);
            }
            row.line = self.line;
            match self.rest.as_bytes()[0] {
                b'#' => self.skip_line(),
                b'\n' => self.skip(1),
                b'\r' if self.rest.starts_with("\r\n") => self.skip(2),
                _ if self.read_plain(row) => return Ok(true),
                _ => {
                    let read = self.read_quoted(row);
                    if read.is_err() {
                        // What follows is read all the same, so that every fault of a file is told at once.
                        self.skip_line();
                    }
                    return read.map(|()| true);
                }
            }
        }
    }

    /// Reads a row without a quotation mark, which is nearly every one, and tells whether it was one.
    fn read_plain(&mut self, row: &mut Row<'a>) -> bool {
        let end = memchr::memchr(b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let line = &self.rest[..end];
        if memchr::memchr(b'"', line.as_bytes()).is_some() {
            return false;
        }
        let mut begin = 0;
        for (at, &byte) in line.as_bytes().iter().enumerate() {
            if byte == b',' {
                row.cells.push(Cow::Borrowed(bare(&line[begin..at])));
                begin = at + 1;
            }
        }
        row.cells.push(Cow::Borrowed(bare(&line[begin..])));
        self.line += 1;
        self.rest = self.rest.get(end + 1..).unwrap_or("");
        true
    }

    /// Reads a row cell by cell, since a comma or the end of a line may stand in quotes.
    fn read_quoted(&mut self, row: &mut Row<'a>) -> Result<(), Fault> {
        loop {
            let blank = self.rest.len() - self.rest.trim_start_matches([' ', '\t']).len();
            let end = if self.rest[blank..].starts_with('"') {
                let (cell, after) = quoted(&self.rest[blank + 1..])
                    .ok_or_else(|| Fault("a cell begins with a quotation mark and never ends".into()))?;
                row.cells.push(cell);
                let after = blank + 1 + after;
                after + self.rest[after..].len()
                    - self.rest[after..].trim_start_matches([' ', '\t', '\r']).len()
            } else {
                let end = memchr::memchr2(b',', b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
                row.cells.push(Cow::Borrowed(self.rest[..end].trim()));
                end
            };
            let separator = self.rest.as_bytes().get(end).copied();
            if !matches!(separator, Some(b',' | b'\n') | None) {
                return Err(Fault("a cell goes on behind its closing quotation mark".into()));
            }
            self.skip(end + 1);
            if separator != Some(b',') {
                return Ok(());
            }
        }
    }

    fn skip_line(&mut self) {
        let end = memchr::memchr(b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        self.skip(end + 1);
    }

    fn skip(&mut self, bytes: usize) {
        let (read, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.line += memchr::memchr_iter(b'\n', read.as_bytes()).count();
        self.rest = rest;
    }
}

/// A cell without white space around it; most have none.
fn bare(cell: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_graphic());
    let bytes = cell.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) { cell } else { cell.trim() }
}

/// The cell that begins behind a quotation mark, and where the text goes on behind the closing one.
fn quoted(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let mut from = 0;
    loop {
        let mark = from + memchr::memchr(b'"', &text.as_bytes()[from..])?;
        if text[mark + 1..].starts_with('"') {
            from = mark + 2;
            continue;
        }
        let cell = text[..mark].trim();
        let cell = if from == 0 { Cow::Borrowed(cell) } else { Cow::Owned(cell.replace("\"\"", "\"")) };
        return Some((cell, mark + 1));
    }
}

impl<'de> Deserializer<'de> for Named<'_, 'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let named = self.header.iter().zip(&self.row.cells);
        visitor.visit_map(MapDeserializer::new(named.map(|(name, cell)| (name.as_ref(), Cell(cell)))))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        // Most tables have their columns in the order of the fields, so that no name need be looked for.
        if self.header.iter().map(Cow::as_ref).eq(fields.iter().copied()) {
            return visitor.visit_seq(SeqDeserializer::new(self.row.cells.iter().map(Cell)));
        }
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// What stands in one cell; nothing is no value where a value may be missing.
#[derive(Clone, Copy)]
struct Cell<'r, 'a>(&'r Cow<'a, str>);

impl<'de> IntoDeserializer<'de, Fault> for Cell<'_, 'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Reads a cell as a number.
macro_rules! numbers {
    ($($read:ident $visit:ident $number:ty),*) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            let number = self.0.parse::<$number>();
            visitor.$visit(number.map_err(|error| Fault(format!("“{}” is no number ({error})", self.0)))?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Cell<'_, 'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(text),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        StrDeserializer::new(self.0).deserialize_enum(name, variants, visitor)
    }

    numbers!(
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64, deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64, deserialize_f32 visit_f32 f32,
        deserialize_f64 visit_f64 f64
    );

    forward_to_deserialize_any! {
        bool i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

impl de::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Named, Row, Rows};
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Peak {
        name: String,
        metres: f64,
        range: Option<String>,
    }

    fn peak(name: &str, metres: f64, range: Option<&str>) -> Peak {
        Peak { name: name.into(), metres, range: range.map(str::to_owned) }
    }

    fn lines_and_peaks(text: &str) -> Vec<(usize, Result<Peak, String>)> {
        let (mut rows, mut header, mut row, mut read) =
            (Rows::of(text), Row::default(), Row::default(), vec![]);
        assert!(rows.read(&mut header).unwrap());
        loop {
            match rows.read(&mut row) {
                Ok(false) => return read,
                Ok(true) => {
                    let named = Named { header: &header.cells, row: &row };
                    read.push((row.line, Peak::deserialize(named).map_err(|fault| fault.to_string())));
                }
                Err(fault) => read.push((row.line, Err(fault.to_string()))),
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[(usize, Peak)]) {
        let sound = lines_and_peaks(text).into_iter().map(|(line, peak)| (line, peak.unwrap()));
        assert_eq!(sound.collect::<Vec<_>>(), expected, "{text}");
    }

    #[track_caller]
    fn check_fault(text: &str, line: usize, expected: &str) {
        let faults = lines_and_peaks(text).into_iter().filter_map(|(line, peak)| Some((line, peak.err()?)));
        let faults: Vec<_> = faults.collect();
        assert!(faults.iter().any(|(at, fault)| *at == line && fault.contains(expected)), "{faults:?}");
    }

    #[test]
    fn rows_read_by_the_names_of_their_columns() {
        check("name,metres,range\nElbrus,5642,Caucasus\n", &[(2, peak("Elbrus", 5642.0, Some("Caucasus")))]);
        check("range,name,metres\n,Ararat,5137", &[(2, peak("Ararat", 5137.0, None))]);
        check("name,metres\r\nUshba,4710\r\n", &[(2, peak("Ushba", 4710.0, None))]);
    }

    #[test]
    fn comments_and_empty_lines_are_no_rows() {
        let text = "# Heights are of the snow.\n\nname,metres,range\n# Two tops.\n\n Elbrus , 5642 ,\n";
        check(text, &[(6, peak("Elbrus", 5642.0, None))]);
    }

    #[test]
    fn quoted_cells_hold_commas_marks_and_lines() {
        let text = "name,metres,range\n\"Peak, \"\"Old\"\"\" ,7,x\n\"A\nB\",8,\"\"\nC,9,\n";
        let quoted = peak("Peak, \"Old\"", 7.0, Some("x"));
        check(text, &[(2, quoted), (3, peak("A\nB", 8.0, None)), (5, peak("C", 9.0, None))]);
    }

    #[test]
    fn faults_are_told_by_line() {
        check_fault("name,metres,range\na,1,\nb,high,\n", 3, "“high” is no number");
        check_fault("name,metres,range\n\"a,1,\n", 2, "never ends");
        check_fault("name,metres,range\n\"a\"b,1,\n", 2, "closing quotation mark");
        check_fault("name,metres,height\na,1,\n", 2, "height");
        check_fault("name,range\na,\n", 2, "metres");
    }
}

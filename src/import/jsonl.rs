//! JSON Lines: one article per line, in the form that `chancery mine` and `chancery import` document.

use super::draft::{Draft, StatedDate, filled};
use super::format::Drafts;
use super::input::{Input, LARGEST_FILE, LARGEST_TEXT, unreadable};
use super::{Format, Rejection};
use crate::article::PublishedBasis;
use serde::{Deserialize, Deserializer};
use std::io::BufRead;

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    doc: "One JSON object per line: id, title, outlet, url, published, text; all but the text may be absent",
    extensions: &["jsonl", "ndjson", "json"],
    sniff,
    read,
};

/// The longest line that is read. A longer one is passed over without ever being held.
const LONGEST_LINE: usize = LARGEST_FILE;

fn sniff(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let mut bytes = head.iter().filter(|byte| !byte.is_ascii_whitespace());
    bytes.next() == Some(&b'{') && matches!(bytes.next(), Some(b'"' | b'}'))
}

fn read(input: Input) -> Drafts {
    Box::new(Lines { input, line: Vec::new(), number: 0, broken: false, any: false })
}

/// The record of a line; fields that we do not know are passed over.
#[derive(Deserialize)]
struct Record {
    #[serde(default, deserialize_with = "words")]
    id: Option<String>,
    #[serde(default, deserialize_with = "words")]
    title: Option<String>,
    #[serde(default, deserialize_with = "words")]
    outlet: Option<String>,
    #[serde(default, deserialize_with = "words")]
    source: Option<String>,
    #[serde(default, deserialize_with = "words")]
    url: Option<String>,
    #[serde(default, deserialize_with = "words")]
    published: Option<String>,
    #[serde(default, deserialize_with = "words")]
    text: Option<String>,
}

/// A string; a number is taken as it is written, null as absent.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct Words;
    impl serde::de::Visitor<'_> for Words {
        type Value = Option<String>;
        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("a string")
        }
        fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
            Ok(Some(value.to_owned()))
        }
        fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
            Ok(Some(value))
        }
        fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
            Ok(Some(value.to_string()))
        }
        fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
            Ok(Some(value.to_string()))
        }
        fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
            Ok(Some(value.to_string()))
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    deserializer.deserialize_any(Words)
}

struct Lines {
    input: Input,
    line: Vec<u8>,
    number: usize,
    broken: bool,
    any: bool,
}

impl Iterator for Lines {
    type Item = Result<Draft, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.broken {
            self.number += 1;
            let read = match next_line(&mut *self.input.bytes, &mut self.line) {
                Ok(read) => read,
                Err(error) => {
                    self.broken = true;
                    return Some(Err(unreadable(&self.input.shown, &error).in_line(self.number)));
                }
            };
            if self.number == 1 && self.line.starts_with(b"\xef\xbb\xbf") {
                self.line.drain(..3);
            }
            match read {
                Read::Nothing => {
                    self.broken = true;
                    if !self.any {
                        let remedy = "give a file with one article per line";
                        return Some(Err(Rejection::new(&self.input.shown, "is empty", remedy)));
                    }
                }
                Read::Line if self.line.iter().all(u8::is_ascii_whitespace) => {}
                Read::Line => {
                    self.any = true;
                    return Some(self.draft());
                }
                Read::TooLong => {
                    self.any = true;
                    let what = format!("the line is longer than {} MB", LONGEST_LINE >> 20);
                    return Some(Err(
                        self.fault(what, "split what is in it into single articles, one per line")
                    ));
                }
            }
        }
        None
    }
}

impl Lines {
    fn draft(&self) -> Result<Draft, Rejection> {
        let line = std::str::from_utf8(&self.line).map_err(|error| {
            let what = format!("the line is not UTF-8 at byte {}", error.valid_up_to() + 1);
            self.fault(what, "convert the file to UTF-8, for instance with iconv")
        })?;
        // The end of the line is no part of it: a string that is never closed would be said to hold it.
        let record: Record = serde_json::from_str(line.trim_end_matches(['\n', '\r'])).map_err(|error| {
            // The line within the line is always the first; only the column says something.
            let message = error.to_string();
            let message = match message.split(" at line ").next() {
                _ if error.is_eof() => "it ends before the article does",
                message => message.unwrap_or_default(),
            };
            let (what, remedy) = if error.is_data() {
                ("is no article", "give an object with a text, and strings as its values")
            } else {
                ("is not JSON", "write each article as one JSON object in one line, as `jq -c .` does")
            };
            self.fault(format!("the line {what}: {message}, column {}", error.column()), remedy)
        })?;
        let text = record.text.unwrap_or_default();
        if text.trim().is_empty() {
            return Err(self.fault("the article has no text", "put it into the field \"text\""));
        }
        if text.len() > LARGEST_TEXT {
            let what = format!("the text is longer than {} MB", LARGEST_TEXT >> 20);
            return Err(self.fault(what, "split it into single articles"));
        }
        let values = [&record.id, &record.title, &record.outlet, &record.source, &record.url];
        if values.into_iter().flatten().chain([&text]).any(|value| value.contains('\0')) {
            return Err(self.fault("the article holds NUL characters", "remove them (\\u0000)"));
        }
        Ok(Draft {
            id: record.id.and_then(filled),
            title: record.title.and_then(filled),
            outlet: record.outlet.and_then(filled).or(record.source.and_then(filled)),
            url: record.url.and_then(filled),
            stated: record
                .published
                .and_then(filled)
                .map(|words| StatedDate { words, basis: PublishedBasis::Field }),
            text,
            line: Some(self.number),
            ..Draft::default()
        })
    }

    fn fault(&self, what: impl Into<String>, remedy: &str) -> Rejection {
        Rejection::new(&self.input.shown, what, remedy).in_line(self.number)
    }
}

enum Read {
    Line,
    TooLong,
    Nothing,
}

/// Reads up to and over the next line break, keeping no more than a line may have.
fn next_line(bytes: &mut dyn BufRead, line: &mut Vec<u8>) -> std::io::Result<Read> {
    // One very long line must not keep its memory for all the short ones that follow.
    if line.capacity() > 1 << 20 {
        *line = Vec::new();
    }
    line.clear();
    let (mut any, mut too_long) = (false, false);
    loop {
        let chunk = match bytes.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if chunk.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', chunk);
        let used = end.map_or(chunk.len(), |at| at + 1);
        if line.len() + used > LONGEST_LINE {
            too_long = true;
            *line = Vec::new();
        }
        if !too_long {
            line.extend_from_slice(&chunk[..used]);
        }
        bytes.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(if too_long {
        Read::TooLong
    } else if any {
        Read::Line
    } else {
        Read::Nothing
    })
}

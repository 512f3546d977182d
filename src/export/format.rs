//! The registry of formats.

use super::sheet::Sheet;
use super::{csv, json, markdown, table};
use serde_json::Value;
use std::io::{self, Write};

/// Something to be printed: for readers a sheet, for programs records.
pub trait Report {
    /// What a reader sees, one below the other.
    fn sheets(&self) -> Vec<Sheet>;

    /// One object for each row.
    fn records(&self) -> Vec<Value>;

    /// The columns of a flat file: their names, and where in a record they are (a JSON pointer).
    fn columns(&self) -> &'static [(&'static str, &'static str)];
}

/// The page that is written on.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// How many columns of a terminal it is wide.
    pub width: usize,
}

/// One format that reports are printed in.
pub struct Format {
    /// Its name, for `--format`.
    pub name: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// Writes a report.
    pub write: fn(&dyn Report, Layout, &mut dyn Write) -> io::Result<()>,
}

/// Every format, the one for readers first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "table",
        doc: "Columns of plain text that fit the terminal",
        write: |report, layout, writer| {
            apart(report, writer, |sheet, writer| table::write(sheet, layout.width, writer))
        },
    },
    Format {
        name: "markdown",
        doc: "A table for documents and web pages",
        write: |report, _, writer| apart(report, writer, markdown::write),
    },
    Format {
        name: "csv",
        doc: "A flat file for spreadsheets; cells that look like formulas begin with an apostrophe",
        write: |report, _, writer| csv::write(report.columns(), &report.records(), writer),
    },
    Format {
        name: "json",
        doc: "One array of objects",
        write: |report, _, writer| json::write_array(&report.records(), writer),
    },
    Format {
        name: "jsonl",
        doc: "One object a line",
        write: |report, _, writer| json::write_lines(&report.records(), writer),
    },
];

/// Writes each sheet of a report, an empty line between them.
fn apart(
    report: &dyn Report,
    writer: &mut dyn Write,
    write: impl Fn(&Sheet, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    for (nth, sheet) in report.sheets().iter().enumerate() {
        if nth > 0 {
            writeln!(writer)?;
        }
        write(sheet, writer)?;
    }
    Ok(())
}

impl Format {
    /// The format of that name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Format").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Cell, Column, Part, Row};
    use serde_json::json;

    struct Sample;

    impl Report for Sample {
        fn sheets(&self) -> Vec<Sheet> {
            vec![Sheet {
                columns: vec![Column::whole("ID"), Column::main("WHAT"), Column::side("WHO")],
                parts: vec![Part {
                    heading: Some("PLANNED".into()),
                    rows: vec![
                        Row::Heading("2017".into()),
                        Row::Cells(vec![
                            "7c1a".into(),
                            Cell {
                                text: "Talks | \u{1b}[2J on a hotline".into(),
                                below: vec!["after b80e".into()],
                            },
                            "=RUS – USA".into(),
                        ]),
                    ],
                }],
                notes: vec!["1 claim".into()],
            }]
        }

        fn records(&self) -> Vec<Value> {
            vec![
                json!({"id": "7c1a", "what": "Talks | \u{1b}[2J", "who": [{"name": "=RUS"}, {"name": "USA"}], "n": null}),
            ]
        }

        fn columns(&self) -> &'static [(&'static str, &'static str)] {
            &[("id", "/id"), ("what", "/what"), ("who", "/who"), ("n", "/n")]
        }
    }

    fn check(format: &str, width: usize, expected: &str) {
        let mut written = Vec::new();
        (Format::by_name(format).unwrap().write)(&Sample, Layout { width }, &mut written).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), expected, "{format}");
    }

    #[test]
    fn every_format_writes_the_same_report() {
        check(
            "table",
            80,
            "ID    WHAT                       WHO\nPLANNED\n2017\n7c1a  Talks | ␛[2J on a hotline  =RUS – USA\n        after b80e\n1 claim\n",
        );
        check(
            "markdown",
            80,
            "**PLANNED**\n\n| ID | WHAT | WHO |\n|---|---|---|\n| | **2017** | |\n| 7c1a | Talks \\| ␛\\[2J on a hotline<br>after b80e | =RUS – USA |\n\n1 claim\n",
        );
        check("csv", 80, "id,what,who,n\n7c1a,Talks | ␛[2J,'=RUS; USA,\n");
        check(
            "jsonl",
            80,
            "{\"id\":\"7c1a\",\"what\":\"Talks | \\u001b[2J\",\"who\":[{\"name\":\"=RUS\"},{\"name\":\"USA\"}],\"n\":null}\n",
        );
        check(
            "json",
            80,
            "[\n{\"id\":\"7c1a\",\"what\":\"Talks | \\u001b[2J\",\"who\":[{\"name\":\"=RUS\"},{\"name\":\"USA\"}],\"n\":null}\n]\n",
        );
    }

    #[test]
    fn names_are_unique_and_documented() {
        for (nth, format) in FORMATS.iter().enumerate() {
            assert!(!format.doc.is_empty());
            assert!(FORMATS[..nth].iter().all(|other| other.name != format.name), "{} twice", format.name);
        }
    }
}

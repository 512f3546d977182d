//! Prints a report in the format asked for.

use super::{Exit, Failure, Output};
use crate::export::{FORMATS, Format, Layout, Report};
use clap::Args;
use clap::builder::PossibleValue;

/// How to print.
#[derive(Debug, Args)]
pub(super) struct PrintArguments {
    /// How to print
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(), default_value = "table")]
    format: String,
}

/// A parser of the names of [`FORMATS`].
pub(super) fn format_parser() -> clap::builder::PossibleValuesParser {
    FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.doc)).collect::<Vec<_>>().into()
}

/// Pages narrower than this help nobody.
const NARROWEST: usize = 40;

/// The width of a page that nobody looks at while it is written.
const PIPED: usize = 80;

impl PrintArguments {
    /// Prints a report.
    pub fn print(&self, report: &dyn Report, output: &mut Output) -> Result<Exit, Failure> {
        let format = Format::by_name(&self.format).unwrap_or(&FORMATS[0]);
        (format.write)(report, layout(output), output)?;
        Ok(Exit::Done)
    }
}

/// As wide as the terminal; `COLUMNS` where there is none.
pub(super) fn layout(output: &Output) -> Layout {
    let terminal = output.is_terminal().then(terminal_size::terminal_size).flatten();
    let told = || std::env::var("COLUMNS").ok()?.parse::<usize>().ok();
    let width = terminal.map(|(width, _)| usize::from(width.0)).or_else(told).unwrap_or(PIPED);
    Layout { width: width.max(NARROWEST) }
}

//! Where a command writes: data to standard output, messages to standard error.

use super::Failure;
use std::io::{BufWriter, IsTerminal, StdoutLock, Write};

/// The data of a command: standard output, locked and buffered.
pub struct Output {
    writer: BufWriter<StdoutLock<'static>>,
    terminal: bool,
}

impl Output {
    /// Locks standard output.
    pub fn stdout() -> Self {
        let stdout = std::io::stdout();
        let terminal = stdout.is_terminal();
        Self { writer: BufWriter::with_capacity(1 << 16, stdout.lock()), terminal }
    }

    /// Whether a person looks at it.
    pub fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Writes what is left.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.writer.flush()?)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.writer.flush()
    }
}

/// Says something on standard error.
pub(super) fn say(message: &str) {
    // If standard error is closed, nobody is there to be told.
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

/// Shows an error with its remedy on standard error.
pub(super) fn print_error(error: &dyn miette::Diagnostic) {
    use miette::{GraphicalReportHandler, GraphicalTheme};
    let coloured = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let theme = if coloured { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut text = String::new();
    if GraphicalReportHandler::new_themed(theme).with_width(100).render_report(&mut text, error).is_ok() {
        say(text.trim_end());
    }
}

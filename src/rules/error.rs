//! What is wrong with a rule, where, and what would be right.

/// A fault in a rule file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {message}; {remedy}", place(.file, *.line, *.column))]
pub struct RuleError {
    /// The file, as the analyst knows it.
    pub file: String,
    /// Line, counted from 1; 0 where the fault is in no one line.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub remedy: String,
}

fn place(file: &str, line: usize, column: usize) -> String {
    if line == 0 { file.to_owned() } else { format!("{file}:{line}:{column}") }
}

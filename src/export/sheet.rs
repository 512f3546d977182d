//! A report as it is to be seen: columns, rows in parts, notes. Writers turn it into a table or a page.

/// What a reader sees of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The columns, shared by all parts.
    pub columns: Vec<Column>,
    /// The parts in order; empty ones are left out by whoever makes the sheet.
    pub parts: Vec<Part>,
    /// What must be known beside the rows.
    pub notes: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// How it yields where the page is narrow.
    pub flow: Flow,
}

/// How a column yields where the page is narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Never broken: ids, dates, numbers.
    Whole,
    /// Broken between words; gives way only after the others.
    Main,
    /// Broken between words.
    Side,
}

/// Rows that stand together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The heading, if it needs one.
    pub heading: Option<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A heading between rows: a year.
    Heading(String),
    /// One cell for each column.
    Cells(Vec<Cell>),
}

/// One cell: its text, and lines that stand indented below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// Lines that stand below it.
    pub below: Vec<String>,
}

impl Column {
    /// A column that is never broken.
    pub fn whole(name: &'static str) -> Self {
        Self { name, flow: Flow::Whole }
    }

    /// The column that matters most.
    pub fn main(name: &'static str) -> Self {
        Self { name, flow: Flow::Main }
    }

    /// A column that gives way.
    pub fn side(name: &'static str) -> Self {
        Self { name, flow: Flow::Side }
    }
}

impl Row {
    /// A row of cells.
    pub fn cells<T: Into<Cell>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self::Cells(cells.into_iter().map(Into::into).collect())
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), below: Vec::new() }
    }
}

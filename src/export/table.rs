//! A sheet as a table of plain text that fits a width: no lines drawn, columns apart by two spaces.
//!
//! What is ours is how wide the columns are, for all parts share them, and where a cell breaks into lines;
//! `comfy-table` sets the cells side by side.

use super::neutral::for_terminal;
use super::sheet::{Cell, Column, Flow, Row, Sheet};
use comfy_table::presets::NOTHING;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

const GAP: &str = "  ";
/// What columns yield to on a narrow page, step by step.
const STEPS: [Step; 3] = [
    Step { side: 14, word: 18, main: 34 },
    Step { side: 0, word: 12, main: 24 },
    Step { side: 0, word: 12, main: 16 },
];

/// The least widths that columns keep.
struct Step {
    /// Of a side column.
    side: usize,
    /// Words of a side column of up to so many letters are not cut.
    word: usize,
    /// Of the main column.
    main: usize,
}

const LEAST_SIDE: usize = 9;
const LEAST_MAIN: usize = 8;

/// Writes the sheet at most `width` columns wide, if words allow it.
///
/// # Errors
/// If the writer fails.
pub fn write(sheet: &Sheet, width: usize, writer: &mut dyn Write) -> io::Result<()> {
    let widths = widths(sheet, width);
    let has_names = sheet.columns.iter().any(|column| !column.name.is_empty());
    if has_names && sheet.parts.iter().any(|part| !part.rows.is_empty()) {
        let names: Vec<Cell> = sheet.columns.iter().map(|column| column.name.into()).collect();
        write_cells([&names[..]].into_iter(), &widths, writer)?;
    }
    for part in &sheet.parts {
        if let Some(heading) = &part.heading {
            write_wrapped(heading, width, writer)?;
        }
        let is_heading = |row: &Row| matches!(row, Row::Heading(_));
        for rows in part.rows.chunk_by(|a, b| !is_heading(a) && !is_heading(b)) {
            match rows {
                [Row::Heading(text)] => write_wrapped(text, width, writer)?,
                rows => rows.chunks(SET_AT_ONCE).try_for_each(|rows| {
                    let cells = rows.iter().filter_map(cells_of);
                    write_cells(cells, &widths, writer)
                })?,
            }
        }
    }
    sheet.notes.iter().try_for_each(|note| write_wrapped(note, width, writer))
}

/// Breaks text between words, and after the `…` of a span, into lines of at most `width` columns; a word that is
/// longer is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for piece in pieces(text) {
        // A piece that goes on where another broke off needs no blank before it.
        let blank = usize::from(used > 0 && starts_word(text, piece));
        let mut piece = piece.to_owned();
        if used > 0 && used + blank + columns(&piece) > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        while columns(&piece) > width {
            let head = prefix(&piece, width).to_owned();
            piece.drain(..head.len());
            lines.push(head);
        }
        if used > 0 && blank > 0 {
            line.push(' ');
        }
        line.push_str(&piece);
        used = columns(&line);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words of a text; those with an `…` inside are split after it.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| word.split_inclusive('…'))
}

/// Whether a piece stands at the beginning of a word of the text that it was cut from.
fn starts_word(text: &str, piece: &str) -> bool {
    let at = piece.as_ptr() as usize - text.as_ptr() as usize;
    text[..at].chars().next_back().is_none_or(char::is_whitespace)
}

/// The longest beginning that fits; at least one character, so that cutting always gets on.
fn prefix(word: &str, width: usize) -> &str {
    let mut end = word.chars().next().map_or(0, char::len_utf8);
    for (at, letter) in word.char_indices() {
        let next = at + letter.len_utf8();
        if columns(&word[..next]) > width {
            break;
        }
        end = end.max(next);
    }
    &word[..end]
}

/// How wide each column is: as its contents are, unless the page is too narrow for all.
fn widths(sheet: &Sheet, page: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = sheet.columns.iter().map(|column| columns(column.name)).collect();
    let rows = sheet.parts.iter().flat_map(|part| &part.rows);
    for cells in rows.filter_map(cells_of) {
        for (width, cell) in widths.iter_mut().zip(cells) {
            let below = cell.below.iter().map(|line| columns(line) + GAP.len());
            *width = below.chain([columns(&for_terminal(&cell.text)), *width]).max().unwrap_or(*width);
        }
    }
    let room = page.saturating_sub(GAP.len() * widths.len().saturating_sub(1));
    let heading = |nth: usize| columns(sheet.columns[nth].name);
    // Spans of days may be broken in two; nothing else of a whole column may.
    let spans: Vec<usize> =
        (0..widths.len()).map(|nth| longest(sheet, nth, halves).max(heading(nth))).collect();
    narrow(&mut widths, &sheet.columns, &spans, Flow::Whole, room);
    let words: Vec<usize> =
        (0..widths.len()).map(|nth| longest(sheet, nth, words).max(heading(nth)).max(LEAST_SIDE)).collect();
    for Step { side, word, main } in STEPS {
        let sides: Vec<usize> = words.iter().map(|&longest| longest.min(word).max(side)).collect();
        narrow(&mut widths, &sheet.columns, &sides, Flow::Side, room);
        narrow(&mut widths, &sheet.columns, &vec![main; words.len()], Flow::Main, room);
    }
    let cut: Vec<usize> = (0..widths.len()).map(|nth| heading(nth).max(LEAST_SIDE)).collect();
    narrow(&mut widths, &sheet.columns, &cut, Flow::Side, room);
    narrow(&mut widths, &sheet.columns, &vec![LEAST_MAIN; words.len()], Flow::Main, room);
    widths
}

/// The longest piece of the cells of a column.
fn longest<'a>(sheet: &'a Sheet, nth: usize, pieces: fn(&'a str) -> Vec<&'a str>) -> usize {
    let rows = sheet.parts.iter().flat_map(|part| &part.rows);
    let cells = rows.filter_map(|row| cells_of(row)?.get(nth));
    cells.flat_map(|cell| pieces(&cell.text)).map(columns).max().unwrap_or(0)
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn halves(text: &str) -> Vec<&str> {
    text.split_inclusive('…').collect()
}

/// Takes from the widest columns of one sort until all fit, or until none can give more.
fn narrow(widths: &mut [usize], columns: &[Column], least: &[usize], flow: Flow, room: usize) {
    while widths.iter().sum::<usize>() > room {
        let widest = (0..widths.len())
            .filter(|&i| columns[i].flow == flow && widths[i] > least[i])
            .max_by_key(|&i| (widths[i], i));
        match widest {
            Some(i) => widths[i] -= 1,
            None => return,
        }
    }
}

/// Rows are set together, which costs less than to set each, but not more than so many.
const SET_AT_ONCE: usize = 256;

fn write_cells<'s>(
    rows: impl Iterator<Item = &'s [Cell]>,
    widths: &[usize],
    writer: &mut dyn Write,
) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    for cells in rows {
        table.add_row(cells.iter().zip(widths).map(|(cell, &width)| lines(cell, width).join("\n")));
    }
    for (column, &width) in table.column_iter_mut().zip(widths) {
        let whole = u16::try_from(width + GAP.len()).unwrap_or(u16::MAX);
        column.set_padding((0, GAP.len() as u16));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(whole)));
    }
    table.lines().try_for_each(|line| writeln!(writer, "{}", line.trim_end()))
}

fn cells_of(row: &Row) -> Option<&[Cell]> {
    match row {
        Row::Cells(cells) => Some(cells),
        Row::Heading(_) => None,
    }
}

/// How many columns of a terminal a text takes. Plain letters, which most texts are made of, take one each.
fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) { text.len() } else { text.width() }
}

/// The lines of a cell, those below it set in.
fn lines(cell: &Cell, width: usize) -> Vec<String> {
    let mut lines = indented(&for_terminal(&cell.text), width);
    for below in &cell.below {
        let wrapped = wrap(&for_terminal(below), width.saturating_sub(GAP.len()));
        lines.extend(wrapped.into_iter().map(|line| format!("{GAP}{line}")));
    }
    lines
}

/// Like [`wrap`]; the blanks that a text begins with stand before each of its lines.
fn indented(text: &str, width: usize) -> Vec<String> {
    let indent = &text[..text.len() - text.trim_start().len()];
    let lines = wrap(text, width.saturating_sub(indent.len()));
    lines.into_iter().map(|line| format!("{indent}{line}")).collect()
}

fn write_wrapped(text: &str, width: usize, writer: &mut dyn Write) -> io::Result<()> {
    wrap(&for_terminal(text), width).iter().try_for_each(|line| writeln!(writer, "{line}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sheet::Part;

    fn check(width: usize, rows: &[[&str; 4]], expected: &str) {
        let sheet = Sheet {
            columns: vec![
                Column::whole("ID"),
                Column::whole("DATE"),
                Column::main("WHAT"),
                Column::side("WHO"),
            ],
            parts: vec![Part { heading: None, rows: rows.iter().map(|row| Row::cells(*row)).collect() }],
            notes: Vec::new(),
        };
        let mut written = Vec::new();
        write(&sheet, width, &mut written).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }

    #[test]
    fn a_wide_page_shows_all_in_one_line() {
        check(
            80,
            &[["7c1a", "04-04 Tue", "Talks", "A – B"]],
            "ID    DATE       WHAT   WHO\n7c1a  04-04 Tue  Talks  A – B\n",
        );
    }

    #[test]
    fn a_narrow_page_breaks_between_words_and_in_spans_only() {
        check(
            44,
            &[["7c1a", "2016-12-30…2017-01-02 ≈", "Missile strikes on an air base", "USA → SYR"]],
            "ID    DATE          WHAT           WHO\n\
             7c1a  2016-12-30…   Missile        USA → SYR\n      2017-01-02 ≈  strikes on an\n                    air base\n",
        );
    }

    #[test]
    fn wide_letters_count_double() {
        assert_eq!(wrap("北京 上海", 4), ["北京", "上海"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 3), [""]);
    }
}

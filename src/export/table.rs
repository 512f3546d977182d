//! A sheet as a table of plain text that fits a width: no lines drawn, columns apart by two spaces.
//!
//! The layout is our own because all parts share their columns' widths, notes and headings run across
//! them, and lines below a cell hang under it.

use super::neutral::for_terminal;
use super::sheet::{Cell, Column, Flow, Row, Sheet};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

const GAP: &str = "  ";
/// Columns that are broken between words keep at least this width, where their contents are that wide.
const LEAST_SIDE: usize = 8;
const LEAST_MAIN: usize = 20;
/// Words are not cut in columns that can hold them at this width.
const LONGEST_WORD: usize = 16;

/// Writes the sheet at most `width` columns wide, if words allow it.
///
/// # Errors
/// If the writer fails.
pub fn write(sheet: &Sheet, width: usize, writer: &mut dyn Write) -> io::Result<()> {
    let widths = widths(sheet, width);
    let has_names = sheet.columns.iter().any(|column| !column.name.is_empty());
    if has_names && sheet.parts.iter().any(|part| !part.rows.is_empty()) {
        let names: Vec<Cell> = sheet.columns.iter().map(|column| column.name.into()).collect();
        write_cells(&names, &widths, writer)?;
    }
    for part in &sheet.parts {
        if let Some(heading) = &part.heading {
            write_wrapped(heading, width, writer)?;
        }
        for row in &part.rows {
            match row {
                Row::Heading(text) => write_wrapped(text, width, writer)?,
                Row::Cells(cells) => write_cells(cells, &widths, writer)?,
            }
        }
    }
    sheet.notes.iter().try_for_each(|note| write_wrapped(note, width, writer))
}

/// Breaks text between words into lines of at most `width` columns; a word that is longer is cut.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        if used > 0 && used + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        while word.width() > width {
            let head = prefix(&word, width).to_owned();
            word.drain(..head.len());
            lines.push(head);
        }
        if used > 0 {
            line.push(' ');
        }
        line.push_str(&word);
        used = line.width();
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The longest beginning that fits; at least one character, so that cutting always gets on.
fn prefix(word: &str, width: usize) -> &str {
    let mut end = word.chars().next().map_or(0, char::len_utf8);
    for (at, letter) in word.char_indices() {
        let next = at + letter.len_utf8();
        if word[..next].width() > width {
            break;
        }
        end = end.max(next);
    }
    &word[..end]
}

/// How wide each column is: as its contents are, unless the page is too narrow for all.
fn widths(sheet: &Sheet, page: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = sheet.columns.iter().map(|column| column.name.width()).collect();
    let rows = sheet.parts.iter().flat_map(|part| &part.rows);
    for cells in rows.filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None }) {
        for (width, cell) in widths.iter_mut().zip(cells) {
            let below = cell.below.iter().map(|line| line.width() + GAP.len());
            *width = below.chain([for_terminal(&cell.text).width(), *width]).max().unwrap_or(*width);
        }
    }
    let room = page.saturating_sub(GAP.len() * widths.len().saturating_sub(1));
    let least: Vec<usize> =
        sheet.columns.iter().enumerate().map(|(nth, column)| least(sheet, nth, column)).collect();
    // Side columns keep a fair share as long as the main one can still give; only then are words cut.
    let share = room / widths.len().max(1);
    let fair: Vec<usize> = least.iter().map(|&least| least.max(share)).collect();
    let cut: Vec<usize> = sheet.columns.iter().map(|column| column.name.width().max(LEAST_SIDE)).collect();
    narrow(&mut widths, &sheet.columns, &fair, Flow::Side, room);
    narrow(&mut widths, &sheet.columns, &least, Flow::Main, room);
    narrow(&mut widths, &sheet.columns, &least, Flow::Side, room);
    narrow(&mut widths, &sheet.columns, &cut, Flow::Side, room);
    widths
}

/// The width below which a column helps nobody: that of its heading and of its words.
fn least(sheet: &Sheet, nth: usize, column: &Column) -> usize {
    let rows = sheet.parts.iter().flat_map(|part| &part.rows);
    let cells = rows.filter_map(|row| if let Row::Cells(cells) = row { cells.get(nth) } else { None });
    let words = cells.flat_map(|cell| cell.text.split_whitespace()).map(|word| word.width());
    let floor = if column.flow == Flow::Main { LEAST_MAIN } else { LEAST_SIDE };
    words.max().unwrap_or(0).min(LONGEST_WORD).max(floor).max(column.name.width())
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

fn write_cells(cells: &[Cell], widths: &[usize], writer: &mut dyn Write) -> io::Result<()> {
    let columns: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, &width)| {
            let mut lines = indented(&for_terminal(&cell.text), width);
            for below in &cell.below {
                let wrapped = wrap(&for_terminal(below), width.saturating_sub(GAP.len()));
                lines.extend(wrapped.into_iter().map(|line| format!("{GAP}{line}")));
            }
            lines
        })
        .collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for nth in 0..height {
        let mut line = String::new();
        for (column, &width) in columns.iter().zip(widths) {
            let text = column.get(nth).map_or("", String::as_str);
            line.push_str(text);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width()) + GAP.len()));
        }
        writeln!(writer, "{}", line.trim_end())?;
    }
    Ok(())
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

//! A sheet as Markdown (GitHub's tables, which most programs read).

use super::neutral::for_markdown;
use super::sheet::{Part, Row, Sheet};
use std::io::{self, Write};

/// Writes each part as a table below its heading, then the notes.
pub fn write(sheet: &Sheet, writer: &mut dyn Write) -> io::Result<()> {
    let mut first = true;
    for part in sheet.parts.iter().filter(|part| !part.rows.is_empty()) {
        if !std::mem::take(&mut first) {
            writeln!(writer)?;
        }
        write_part(part, sheet, writer)?;
    }
    for note in &sheet.notes {
        if !std::mem::take(&mut first) {
            writeln!(writer)?;
        }
        writeln!(writer, "{}", for_markdown(note))?;
    }
    Ok(())
}

fn write_part(part: &Part, sheet: &Sheet, writer: &mut dyn Write) -> io::Result<()> {
    if let Some(heading) = &part.heading {
        writeln!(writer, "**{}**\n", for_markdown(heading))?;
    }
    writeln!(
        writer,
        "| {} |",
        sheet.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(" | ")
    )?;
    writeln!(writer, "|{}", "---|".repeat(sheet.columns.len()))?;
    for row in &part.rows {
        match row {
            Row::Heading(text) => {
                // In the column of the text that matters most, so that it stands out without a table of its own.
                let cells = sheet.columns.iter().enumerate().map(|(nth, _)| {
                    if nth == 1 { format!(" **{}** ", for_markdown(text)) } else { " ".to_owned() }
                });
                writeln!(writer, "|{}|", cells.collect::<Vec<_>>().join("|"))?;
            }
            Row::Cells(cells) => {
                let cells = cells.iter().map(|cell| {
                    let lines = std::iter::once(&cell.text).chain(&cell.below).map(|line| for_markdown(line));
                    lines.collect::<Vec<_>>().join("<br>")
                });
                writeln!(writer, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
            }
        }
    }
    Ok(())
}

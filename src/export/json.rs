//! Records as JSON: an array, or an object a line.

use super::neutral::write_json;
use serde_json::Value;
use std::io::{self, Write};

/// One array, a record a line.
pub fn write_array(records: &[Value], writer: &mut dyn Write) -> io::Result<()> {
    writer.write_all(b"[")?;
    for (nth, record) in records.iter().enumerate() {
        writer.write_all(if nth == 0 { b"\n" } else { b",\n" })?;
        write_json(record, writer)?;
    }
    writer.write_all(if records.is_empty() { b"]\n" } else { b"\n]\n" })
}

/// One object a line.
pub fn write_lines(records: &[Value], writer: &mut dyn Write) -> io::Result<()> {
    for record in records {
        write_json(record, writer)?;
        writer.write_all(b"\n")?;
    }
    Ok(())
}

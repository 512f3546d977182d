//! Records as a flat file.

use super::neutral::for_csv;
use serde_json::Value;
use std::io::{self, Write};

/// Writes a line of names, then a line for each record.
pub fn write(columns: &[(&str, &str)], records: &[Value], writer: &mut dyn Write) -> io::Result<()> {
    let mut lines = csv::Writer::from_writer(writer);
    lines.write_record(columns.iter().map(|(name, _)| name)).map_err(io::Error::other)?;
    for record in records {
        let cells = columns.iter().map(|(_, pointer)| record.pointer(pointer).map_or(String::new(), flat));
        lines.write_record(cells.map(|cell| for_csv(&cell).into_owned())).map_err(io::Error::other)?;
    }
    lines.flush()
}

/// A value in one cell: of a list its items, of an object its name.
fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(flat).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            fields.get("name").or_else(|| fields.values().next()).map_or(String::new(), flat)
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

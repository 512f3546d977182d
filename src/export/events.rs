//! Events as a list: the same as a timeline, with what an analyst sorts and counts by.

use super::date::Calendar;
use super::format::Report;
use super::sheet::{Column, Part, Row, Sheet};
use super::who::who;
use crate::query::timeline::Timeline;
use serde_json::Value;

/// The events of a timeline in one list.
#[derive(Debug)]
pub struct EventList(pub Timeline);

impl Report for EventList {
    fn sheets(&self) -> Vec<Sheet> {
        let entries = self.0.parts.iter().flat_map(|(_, entries)| entries);
        let rows = entries.map(|entry| {
            let kind = match &entry.mode {
                Some(mode) => format!("{} {mode}", entry.kind),
                None => entry.kind.clone(),
            };
            Row::cells([
                entry.short_id.clone(),
                entry.date.as_ref().map_or(String::new(), |date| Calendar::Plain.show(date)),
                kind,
                entry.status.clone(),
                entry.label.clone(),
                who(entry),
                entry.origins.to_string(),
            ])
        });
        vec![Sheet {
            columns: vec![
                Column::whole("ID"),
                Column::whole("DATE"),
                Column::side("KIND"),
                Column::whole("STATUS"),
                Column::main("WHAT"),
                Column::side("WHO"),
                Column::whole("ORIGINS"),
            ],
            parts: vec![Part { heading: None, rows: rows.collect() }],
            notes: super::timeline::notes(&self.0),
        }]
    }

    fn records(&self) -> Vec<Value> {
        self.0.records()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        self.0.columns()
    }
}

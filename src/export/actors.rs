//! Actors as a sheet and as records.

use super::format::Report;
use super::sheet::{Cell, Column, Part, Row, Sheet};
use crate::query::{ActorEntry, ActorList};
use serde_json::{Value, json};

/// So many other names of an actor are shown.
const NAMES: usize = 3;

impl Report for ActorList {
    fn sheets(&self) -> Vec<Sheet> {
        let mut notes = Vec::new();
        if self.actors.is_empty() && !self.more {
            notes.push("No actor answers.".to_owned());
        }
        if self.more {
            notes.push("More follow: raise --limit.".to_owned());
        }
        vec![Sheet {
            columns: vec![
                Column::main("NAME"),
                Column::whole("CODE"),
                Column::whole("SORT"),
                Column::side("ALSO"),
                Column::whole("EVENTS"),
                Column::whole("CLAIMS"),
            ],
            parts: vec![Part { heading: None, rows: self.actors.iter().map(row).collect() }],
            notes,
        }]
    }

    fn records(&self) -> Vec<Value> {
        self.actors.iter().map(record).collect()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("actor", "/actor"),
            ("name", "/name"),
            ("code", "/code"),
            ("sort", "/sort"),
            ("aliases", "/aliases"),
            ("roles", "/roles"),
            ("events", "/events"),
            ("claims", "/claims"),
        ]
    }
}

fn row(actor: &ActorEntry) -> Row {
    let mut also = actor.aliases.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    if actor.aliases.len() > NAMES {
        also.push_str(", …");
    }
    Row::Cells(vec![
        Cell { text: actor.name.clone(), below: actor.roles.clone() },
        actor.code.as_str().into(),
        actor.sort.as_str().into(),
        also.into(),
        actor.events.to_string().into(),
        actor.claims.to_string().into(),
    ])
}

/// One actor as an object.
pub fn record(actor: &ActorEntry) -> Value {
    json!({
        "actor": actor.key,
        "name": actor.name,
        "code": Some(&actor.code).filter(|code| !code.is_empty()),
        "sort": actor.sort,
        "aliases": actor.aliases,
        "roles": actor.roles,
        "events": actor.events,
        "claims": actor.claims,
    })
}

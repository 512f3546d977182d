//! The log of judgements.

use super::format::Report;
use super::sheet::{Cell, Column, Part, Row, Sheet};
use crate::judgement::{Judgement, Subject, Verb};
use crate::store::Logged;
use serde_json::{Value, json};

/// Judgements in the order in which the chronicle came to know them.
#[derive(Debug)]
pub struct Log(pub Vec<Logged>);

impl Report for Log {
    fn sheets(&self) -> Vec<Sheet> {
        let rows = self.0.iter().map(|logged| {
            let judgement = &logged.judgement;
            let mut what: Cell = what(logged).into();
            what.below = logged.loose();
            Row::Cells(vec![
                logged.number.to_string().into(),
                judgement.made.get(..16).unwrap_or(&judgement.made).replace('T', " ").into(),
                judgement.who.as_str().into(),
                what,
                made_on(judgement).into(),
                judgement.why.as_deref().unwrap_or("").into(),
            ])
        });
        let notes = if self.0.is_empty() { vec!["No judgement answers.".to_owned()] } else { Vec::new() };
        vec![Sheet {
            columns: vec![
                Column::whole("NO"),
                Column::whole("WHEN"),
                Column::whole("WHO"),
                Column::main("WHAT"),
                Column::side("MADE ON"),
                Column::side("WHY"),
            ],
            parts: vec![Part { heading: None, rows: rows.collect() }],
            notes,
        }]
    }

    fn records(&self) -> Vec<Value> {
        self.0
            .iter()
            .map(|logged| {
                let mut record = serde_json::to_value(&logged.judgement).unwrap_or(Value::Null);
                if let Value::Object(fields) = &mut record {
                    fields.insert("number".into(), logged.number.into());
                    fields.insert("key".into(), logged.judgement.key().into());
                    fields.insert("stands".into(), logged.stands.into());
                    fields.insert("what".into(), what(logged).into());
                    fields.insert("loose".into(), logged.loose().into());
                    if let Some(Value::Array(targets)) = fields.get_mut("targets") {
                        for (target, now) in targets.iter_mut().zip(&logged.targets) {
                            if let Value::Object(target) = target {
                                target.insert("holds".into(), json!(now.holds));
                                target.insert("change".into(), json!(now.change));
                            }
                        }
                    }
                }
                record
            })
            .collect()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("number", "/number"),
            ("made", "/made"),
            ("who", "/who"),
            ("verb", "/verb"),
            ("subject", "/subject"),
            ("what", "/what"),
            ("why", "/why"),
            ("stands", "/stands"),
            ("key", "/key"),
        ]
    }
}

/// What was decided, in a few words.
fn what(logged: &Logged) -> String {
    let judgement = &logged.judgement;
    let mut what = match (&judgement.undoes, logged.undone) {
        (_, Some(number)) => format!("undid no. {number}"),
        (Some(key), None) => format!("undid {key}"),
        (None, None) => format!("{} {}", judgement.verb.past(), subject(judgement)),
    };
    let values: Vec<String> = judgement.corrections.iter().map(|correction| correction.shown()).collect();
    if !values.is_empty() {
        what.push_str(&format!(": {}", values.join(" ")));
    }
    if !logged.stands {
        what.push_str(" (undone)");
    }
    what
}

fn subject(judgement: &Judgement) -> &'static str {
    match (judgement.subject, judgement.verb) {
        (Subject::Event, Verb::Merge) => "events",
        (Subject::Origin, Verb::Merge | Verb::Split) => "origins",
        (Subject::Event, _) => "event",
        (Subject::Mention, _) => "mention",
        (Subject::Claim, _) => "claim",
        (Subject::Article, _) => "article",
        (Subject::Link, _) => "link",
        (Subject::Origin, _) => "common origin",
        (Subject::Judgement, _) => "judgement",
    }
}

/// The first of what it was made on, with its words, and how many there were.
fn made_on(judgement: &Judgement) -> String {
    let Some(first) = judgement.targets.first() else { return String::new() };
    let words: String = first.words.chars().take(40).collect();
    let name = first.name.get(..8).unwrap_or(&first.name);
    let more = match judgement.targets.len() {
        1 => String::new(),
        more => format!(" and {} more", more - 1),
    };
    if words.is_empty() { format!("{name}{more}") } else { format!("{name} “{words}”{more}") }
}

//! Articles as a sheet and as records.

use super::claims::article_record;
use super::format::Report;
use super::sheet::{Cell, Column, Part, Row, Sheet};
use crate::query::{ArticleEntry, Articles};
use serde_json::Value;

impl Report for Articles {
    fn sheets(&self) -> Vec<Sheet> {
        let mut notes = Vec::new();
        if self.articles.is_empty() && !self.more {
            notes.push("No article answers.".to_owned());
        }
        if self.more {
            notes.push("More follow: raise --limit.".to_owned());
        }
        vec![Sheet {
            columns: vec![
                Column::whole("ID"),
                Column::whole("PUBLISHED"),
                Column::side("OUTLET"),
                Column::main("ARTICLE"),
                Column::whole("EVENTS"),
                Column::whole("CLAIMS"),
            ],
            parts: vec![Part { heading: None, rows: self.articles.iter().map(row).collect() }],
            notes,
        }]
    }

    fn records(&self) -> Vec<Value> {
        self.articles.iter().map(record).collect()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("text", "/text"),
            ("id", "/id"),
            ("title", "/title"),
            ("outlet", "/outlet"),
            ("url", "/url"),
            ("published", "/published"),
            ("published_basis", "/published_basis"),
            ("wording", "/wording"),
            ("language", "/language"),
            ("superseded", "/superseded"),
            ("origin", "/origin"),
            ("events", "/events"),
            ("claims", "/claims"),
        ]
    }
}

/// How many digits of a text's hash are shown.
const DIGITS: usize = 8;

fn row(article: &ArticleEntry) -> Row {
    let name = &article.name;
    let mut what: Cell = name.title.as_deref().unwrap_or_else(|| name.shown()).into();
    if let (Some(_), Some(id)) = (&name.title, &name.given_id) {
        what.below.push(id.clone());
    }
    what.below.extend(remarks(article));
    let published = match &name.published {
        Some(day) if name.published_basis == "inferred" => format!("{day} ≈"),
        Some(day) => day.clone(),
        None => "unknown".into(),
    };
    Row::Cells(vec![
        name.text.get(..DIGITS).unwrap_or(&name.text).into(),
        published.into(),
        name.outlet.as_deref().unwrap_or("").into(),
        what,
        article.events.to_string().into(),
        article.claims.to_string().into(),
    ])
}

/// What must be known of an article beside its name.
pub fn remarks(article: &ArticleEntry) -> Vec<String> {
    let mut remarks = Vec::new();
    if article.name.is_reworded() {
        remarks.push("machine-reworded: its quotations are not the speakers' words".to_owned());
    }
    if let Some(language) = article.language.as_deref().filter(|language| *language != "eng") {
        remarks.push(format!("not mined: not English ({language})"));
    }
    if article.superseded {
        remarks.push("superseded by a newer version".to_owned());
    }
    if let Some(origin) = &article.origin {
        remarks.push(format!("of one origin with {}", origin.get(..DIGITS).unwrap_or(origin)));
    }
    if article.name.published.is_none() && !article.candidates.is_empty() {
        let years: Vec<&str> = article.candidates.iter().map(|day| day.get(..4).unwrap_or(day)).collect();
        remarks.push(format!("may be of {}", years.join(", ")));
    }
    if let Some(day) = &article.not_before {
        remarks.push(format!("not before {day}, by events that dated articles tell of"));
    }
    remarks
}

/// One publication as an object.
pub fn record(article: &ArticleEntry) -> Value {
    let mut record = article_record(&article.name);
    if let Value::Object(fields) = &mut record {
        fields.insert("language".into(), article.language.clone().into());
        fields.insert("superseded".into(), article.superseded.into());
        fields.insert("origin".into(), article.origin.clone().into());
        fields.insert("published_candidates".into(), article.candidates.clone().into());
        fields.insert("not_before".into(), article.not_before.clone().into());
        fields.insert("events".into(), article.events.into());
        fields.insert("claims".into(), article.claims.into());
    }
    record
}

//! One article or one actor, with its timeline.

use super::articles::{record as article_object, remarks};
use super::claims::claim_record;
use super::evidence::{basis_words, bearing_facts, bearing_records, facts};
use super::format::Report;
use super::sheet::{Cell, Sheet};
use crate::query::{ActorDetail, ArticleDetail};
use serde_json::Value;

/// A report that was put together of several.
#[derive(Debug)]
pub struct Assembled {
    sheets: Vec<Sheet>,
    records: Vec<Value>,
    columns: &'static [(&'static str, &'static str)],
}

impl Report for Assembled {
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn records(&self) -> Vec<Value> {
        self.records.clone()
    }

    fn columns(&self) -> &'static [(&'static str, &'static str)] {
        self.columns
    }
}

/// An article: its publications, its events, its claims.
pub fn article_report(detail: &ArticleDetail) -> Assembled {
    let mut sheets = Vec::new();
    for article in &detail.publications {
        let name = &article.name;
        let mut rows: Vec<(String, Cell)> = Vec::new();
        if let Some(title) = &name.title {
            rows.push(("title".into(), title.as_str().into()));
        }
        if let Some(outlet) = &name.outlet {
            rows.push(("outlet".into(), outlet.as_str().into()));
        }
        let published = match &name.published {
            Some(day) => format!("{day}, {}", basis_words(&name.published_basis)),
            None => "unknown".into(),
        };
        rows.push(("published".into(), published.into()));
        if let Some(url) = &name.url {
            rows.push(("url".into(), url.as_str().into()));
        }
        rows.push(("wording".into(), name.wording.as_str().into()));
        rows.extend(remarks(article).into_iter().map(|remark| ("note".to_owned(), remark.into())));
        rows.extend(bearing_facts(&detail.judgements));
        rows.extend(detail.diagnostics.iter().map(|message| ("note".to_owned(), message.as_str().into())));
        rows.push(("text".into(), name.text.as_str().into()));
        sheets.push(facts(name.shown().to_owned(), rows));
    }
    let mut records: Vec<Value> = detail.publications.iter().map(article_object).collect();
    for record in &mut records {
        if let Value::Object(fields) = record {
            fields.insert("judgements".into(), bearing_records(&detail.judgements));
            fields.insert("timeline".into(), detail.timeline.records().into());
            fields.insert("claim_list".into(), detail.claims.claims.iter().map(claim_record).collect());
        }
    }
    if !detail.timeline.parts.is_empty() {
        sheets.extend(detail.timeline.sheets());
    }
    if !detail.claims.claims.is_empty() {
        sheets.extend(detail.claims.sheets());
    }
    Assembled {
        sheets,
        records,
        columns: &[
            ("text", "/text"),
            ("id", "/id"),
            ("title", "/title"),
            ("outlet", "/outlet"),
            ("published", "/published"),
        ],
    }
}

/// An actor: its names and offices, its timeline.
pub fn actor_report(detail: &ActorDetail) -> Assembled {
    let actor = &detail.actor;
    let mut rows: Vec<(String, Cell)> = vec![("sort".into(), actor.sort.as_str().into())];
    if !actor.code.is_empty() {
        rows.push(("code".into(), actor.code.as_str().into()));
    }
    rows.extend(actor.roles.iter().map(|role| ("office".to_owned(), role.as_str().into())));
    if !actor.aliases.is_empty() {
        rows.push(("also".into(), actor.aliases.join(", ").into()));
    }
    rows.push(("key".into(), actor.key.as_str().into()));
    let mut sheets = vec![facts(actor.name.clone(), rows)];
    if !detail.timeline.parts.is_empty() {
        sheets.extend(detail.timeline.sheets());
    }
    let mut record = super::actors::record(actor);
    if let Value::Object(fields) = &mut record {
        fields.insert("timeline".into(), detail.timeline.records().into());
    }
    Assembled {
        sheets,
        records: vec![record],
        columns: &[
            ("actor", "/actor"),
            ("name", "/name"),
            ("code", "/code"),
            ("sort", "/sort"),
            ("aliases", "/aliases"),
        ],
    }
}

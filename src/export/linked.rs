//! Linked events as JSON, a contract that other programs rely on.

use super::timeline::entry_record;
use crate::query::LinkedEvent;
use serde_json::{Value, json};

/// One event with its mentions.
pub fn linked_record(event: &LinkedEvent) -> Value {
    let mut record = entry_record(event.part, &event.entry);
    if let Value::Object(fields) = &mut record {
        let mentions = event.mentions.iter().map(|mention| {
            json!({
                "id": mention.id,
                "article": mention.article,
                "text": mention.text,
                "in": mention.part,
                "begin": mention.begin,
                "end": mention.end,
            })
        });
        fields.insert("mentions".into(), mentions.collect());
    }
    record
}

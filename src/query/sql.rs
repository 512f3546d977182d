//! A piece of SQL with its arguments.

use rusqlite::types::Value;
use serde_json::Value as Json;

/// Text with a `?` for each value.
#[derive(Debug, Default)]
pub(super) struct Sql {
    pub text: String,
    pub values: Vec<Value>,
}

impl Sql {
    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.text.push('?');
        self
    }

    /// Any of these, as what stands after `IN`. One alone is looked up like an equal, which indexes answer best.
    pub fn bind_list<T: serde::Serialize>(&mut self, list: &[T]) -> &mut Self {
        if let [only] = list {
            match serde_json::to_value(only) {
                Ok(Json::String(text)) => return self.push("(").bind(text).push(")"),
                Ok(Json::Number(number)) if number.is_i64() => {
                    return self.push("(").bind(number.as_i64()).push(")");
                }
                _ => {}
            }
        }
        self.push("(SELECT value FROM json_each(");
        self.bind(json_list(list));
        self.push("))")
    }

    pub fn append(&mut self, other: Self) -> &mut Self {
        self.values.extend(other.values);
        self.push(&other.text)
    }
}

/// A list as `json_each` reads it.
pub(super) fn json_list<T: serde::Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_else(|_| "[]".into())
}

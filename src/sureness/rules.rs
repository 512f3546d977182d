//! The weights, read from `rules/sureness`.

use super::features::{FEATURES, KIND};
use crate::rules::{RuleError, RuleFile, RuleFiles};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What each feature weighs, and how an analyst is told of it.
#[derive(Debug, Default)]
pub struct Rules {
    weights: BTreeMap<String, Weight>,
}

/// What one feature weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// What a figure of 1 adds to the sum: below 0 it speaks against a line.
    pub weight: f64,
    /// What an analyst is told where it speaks against a line; empty where nothing is.
    pub words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    feature: String,
    weight: f64,
    words: String,
}

/// No weight is greater: a single figure must not decide alone.
const GREATEST: f64 = 5.0;

impl Rules {
    /// Compiles the files of `rules/sureness`. A feature that no row names weighs nothing.
    ///
    /// # Errors
    /// Features that are unknown or named twice, and weights that are no number between -5 and 5, with their files and
    /// lines.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let mut rules = Self::default();
        let mut errors = Vec::new();
        let kinds: BTreeSet<&str> = files.under("events").filter_map(|file| kind_of(&file.text)).collect();
        for file in files.under("sureness").filter(|file| file.path.ends_with(".csv")) {
            let rows = file.csv::<Row>().unwrap_or_else(|faults| {
                errors.extend(faults);
                Vec::new()
            });
            for (line, row) in rows {
                if let Err(error) = rules.add(file, line, row, &kinds) {
                    errors.push(error);
                }
            }
        }
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// What a feature weighs; nothing where no row names it.
    pub fn weight(&self, feature: &str) -> Option<&Weight> {
        self.weights.get(feature)
    }

    fn add(
        &mut self,
        file: &RuleFile,
        line: usize,
        row: Row,
        kinds: &BTreeSet<&str>,
    ) -> Result<(), RuleError> {
        let is_kind = row.feature.strip_prefix(KIND).is_some_and(|kind| kinds.contains(kind));
        if !FEATURES.contains(&row.feature.as_str()) && !is_kind {
            let known = FEATURES.join(", ");
            let remedy = format!("the features are {known}, and “{KIND}ASSAULT” for a kind of rules/events");
            return Err(file.error_in_line(line, format!("“{}” is no feature", row.feature), remedy));
        }
        if !row.weight.is_finite() || row.weight.abs() > GREATEST {
            let message = format!("a weight of {} for “{}”", row.weight, row.feature);
            let remedy = format!("write a number from -{GREATEST} to {GREATEST}");
            return Err(file.error_in_line(line, message, remedy));
        }
        if self.weights.contains_key(&row.feature) {
            let message = format!("“{}” has a weight already", row.feature);
            return Err(file.error_in_line(line, message, "leave one of the rows"));
        }
        self.weights.insert(row.feature, Weight { weight: row.weight, words: row.words });
        Ok(())
    }
}

/// The kind that a file of rules is about.
fn kind_of(text: &str) -> Option<&str> {
    text.lines().find_map(|line| line.strip_prefix("kind = \"")?.strip_suffix('"'))
}

//! The weights, read from `rules/sureness`.

use super::features::FEATURES;
use crate::rules::{RuleError, RuleFile, RuleFiles};
use serde::Deserialize;

/// What each feature weighs, and how an analyst is told of it.
#[derive(Debug, Default)]
pub struct Rules {
    weights: Vec<f64>,
    words: Vec<String>,
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
        let mut rules =
            Self { weights: vec![0.0; FEATURES.len()], words: vec![String::new(); FEATURES.len()] };
        let mut errors = Vec::new();
        let mut given = [false; FEATURES.len()];
        for file in files.under("sureness").filter(|file| file.path.ends_with(".csv")) {
            let rows = file.csv::<Row>().unwrap_or_else(|faults| {
                errors.extend(faults);
                Vec::new()
            });
            for (line, row) in rows {
                match checked(file, line, &row, &mut given) {
                    Ok(index) => (rules.weights[index], rules.words[index]) = (row.weight, row.words),
                    Err(error) => errors.push(error),
                }
            }
        }
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    pub(super) fn weights(&self) -> &[f64] {
        &self.weights
    }

    pub(super) fn words(&self) -> &[String] {
        &self.words
    }
}

fn checked(file: &RuleFile, line: usize, row: &Row, given: &mut [bool]) -> Result<usize, RuleError> {
    let Some(index) = FEATURES.iter().position(|feature| *feature == row.feature) else {
        let known = FEATURES.join(", ");
        let remedy = format!("the features are {known}");
        return Err(file.error_in_line(line, format!("“{}” is no feature", row.feature), remedy));
    };
    if !row.weight.is_finite() || row.weight.abs() > GREATEST {
        let message = format!("a weight of {} for “{}”", row.weight, row.feature);
        return Err(file.error_in_line(
            line,
            message,
            format!("write a number from -{GREATEST} to {GREATEST}"),
        ));
    }
    if std::mem::replace(&mut given[index], true) {
        let message = format!("“{}” has a weight already", row.feature);
        return Err(file.error_in_line(line, message, "leave one of the rows"));
    }
    Ok(index)
}

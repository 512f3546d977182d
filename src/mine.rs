//! Article to findings: the whole chain on one screen.

use crate::actors::Actors;
use crate::article::{Article, Location, Wording};
use crate::claims::Claim;
use crate::dates::Expression;
use crate::events::{EventRelation, Mention};
use crate::language::{Document, Model, ModelError};
use crate::rules::{RuleError, RuleFiles};
use chrono::NaiveDate;

/// What one article says. A pure function of article, rules and model.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// The publication date in force, given or inferred.
    pub published: crate::article::Published,
    /// Years (as their first days) that survive for an article without a date, if reasoning left several.
    pub published_candidates: Vec<NaiveDate>,
    /// Whose words the article is in.
    pub wording: Wording,
    /// ISO 639-3 code of the language; a text that is not English is not mined.
    pub language: Option<String>,
    /// Sentences with their trees.
    pub document: Document,
    /// Temporal expressions.
    pub dates: Vec<Expression>,
    /// Actors and their mentions.
    pub actors: Actors,
    /// Mentions of happenings.
    pub events: Vec<Mention>,
    /// Relations between them.
    pub relations: Vec<EventRelation>,
    /// Claims.
    pub claims: Vec<Claim>,
    /// What an analyst should know of how it went.
    pub diagnostics: Vec<Diagnostic>,
}

/// Something noteworthy about an article: a contradiction, a part that was not mined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable word for it ("weekday-contradicts-date").
    pub code: String,
    /// What, where and what it means for the reader.
    pub message: String,
    /// The place, if it is one.
    pub location: Option<Location>,
}

/// Rules and model, compiled once, shared by all threads.
#[derive(Debug)]
pub struct Engine {
    model: Model,
}

/// Why an engine cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The model is unreadable.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Rules are faulty; every fault is listed.
    #[error("{} fault(s) in the rules, the first: {}", .0.len(), .0[0])]
    Rules(Vec<RuleError>),
}

impl Engine {
    /// Compiles the rules and loads the model.
    ///
    /// # Errors
    /// If a rule is faulty or the model cannot be read.
    pub fn new(rules: &RuleFiles) -> Result<Self, EngineError> {
        let _ = rules;
        Ok(Self { model: Model::embedded()? })
    }

    /// Mines one article.
    pub fn mine(&self, article: &Article) -> Findings {
        let _ = (&self.model, article);
        Findings::default()
    }
}

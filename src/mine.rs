//! Article to findings: the whole chain on one screen.

use crate::actors::{self, Actors};
use crate::article::{Article, Location, Part, Span, Wording};
use crate::claims::{self, Claim};
use crate::dates::{self, Expression};
use crate::events::{self, EventRelation, Mention};
use crate::import::{self, Furniture};
use crate::language::{self, Document, Model, ModelError, Sentence};
use crate::placement::{self, Placement};
use crate::places;
use crate::rules::{RuleError, RuleFiles, embedded};
use crate::sureness;
use crate::wording;
use chrono::NaiveDate;
use rayon::prelude::*;

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

impl Diagnostic {
    /// The argument for the time of writing, where it was not told.
    fn of_placement(placement: &Placement) -> Option<Self> {
        let told = placement.published.date.is_some();
        let message = placement.reasons.join("; ");
        (!told).then(|| Self { code: "time-of-writing".into(), message, location: None })
    }
}

impl From<dates::Remark> for Diagnostic {
    fn from(remark: dates::Remark) -> Self {
        Self { code: remark.code.into(), message: remark.message, location: Some(remark.location) }
    }
}

/// Rules and model, compiled once, shared by all threads.
#[derive(Debug)]
pub struct Engine {
    model: Model,
    furniture: Furniture,
    wording: wording::Rules,
    places: places::Rules,
    dates: dates::Rules,
    actors: actors::Rules,
    placement: placement::Rules,
    events: events::Rules,
    claims: claims::Rules,
    sureness: sureness::Rules,
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
    pub fn new(files: &RuleFiles) -> Result<Self, EngineError> {
        // Whoever asks for one sentence waits for this, so that it is done side by side, in halves that take about as
        // long. The names, which are half of it, are not left to the threads of `rayon`: memory grows page by page there.
        let ((events, places, others, model), actors) = std::thread::scope(|scope| {
            let beside = scope.spawn(|| {
                let rules = (
                    embedded::EVENTS.or_compiled(files, events::Rules::compile),
                    embedded::PLACES.or_compiled(files, places::Rules::compile),
                );
                let others = (
                    furniture(files),
                    wording::Rules::compile(files),
                    dates::Rules::compile(files),
                    placement::Rules::compile(files),
                    embedded::CLAIMS.or_compiled(files, claims::Rules::compile),
                    sureness::Rules::compile(files),
                );
                (rules.0, rules.1, others, Model::embedded())
            });
            let actors = embedded::ACTORS.or_compiled(files, actors::Rules::compile);
            (beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), actors)
        });
        let (furniture, wording, dates, placement, claims, sureness) = others;
        let mut faults = Vec::new();
        let furniture = compiled(furniture, &mut faults);
        let wording = compiled(wording, &mut faults);
        let dates = compiled(dates, &mut faults);
        let places = compiled(places, &mut faults);
        let actors = compiled(actors, &mut faults);
        let placement = compiled(placement, &mut faults);
        let events = compiled(events, &mut faults);
        let claims = compiled(claims, &mut faults);
        let sureness = compiled(sureness, &mut faults);
        if faults.is_empty() {
            let model = model?;
            Ok(Self { model, furniture, wording, places, dates, actors, placement, events, claims, sureness })
        } else {
            Err(EngineError::Rules(faults))
        }
    }

    /// Mines one article.
    pub fn mine(&self, article: &Article) -> Findings {
        let language = import::language(&article.text);
        let mut findings = Findings {
            published: article.published.clone(),
            language: language.map(|language| language.code.to_owned()),
            ..Findings::default()
        };
        if language.is_some_and(|language| language.is_foreign) {
            findings.diagnostics.push(not_mined(findings.language.as_deref().unwrap_or("")));
            return findings;
        }
        (findings.document, findings.wording) = self.read(article);
        let found = dates::find(&findings.document, &self.dates);
        findings.actors = actors::find(article, &findings.document, &self.actors);
        let placement = self.placement.place(
            &article.published,
            &findings.document,
            &found,
            (&findings.actors, &self.actors),
        );
        findings.diagnostics.extend(Diagnostic::of_placement(&placement));
        (findings.published, findings.published_candidates) = (placement.published, placement.candidates);
        let reference = dates::Reference::of(&found, findings.published.date, placement.window);
        if reference.genre == dates::Genre::Narrative {
            let message = reference.reasons.join("; ");
            let code = "dates-follow-the-story".into();
            findings.diagnostics.push(Diagnostic { code, message, location: None });
        }
        let (expressions, remarks) = dates::resolve(&found, &findings.document, &reference, &self.dates);
        findings.dates = expressions;
        findings.diagnostics.extend(remarks.into_iter().map(Diagnostic::from));
        actors::hold_offices(&mut findings.actors, &self.actors, findings.published.date);
        let mut places = places::find(&findings.document, &self.places);
        let capitals = events::capitals(&findings.document, &findings.actors, &places, &self.places);
        places.extend(capitals);
        let told = events::find(
            article,
            reference.genre,
            &findings.document,
            &findings.actors,
            &places,
            &findings.dates,
            &self.events,
        );
        findings.events = told.mentions;
        findings.relations = told.relations;
        let reading = claims::Reading {
            article,
            document: &findings.document,
            actors: &findings.actors,
            events: &findings.events,
            dates: &findings.dates,
        };
        findings.claims = claims::find(&reading, &self.claims);
        let contents: Vec<_> =
            findings.claims.iter().map(|claim| content_of(claim, &findings.document)).collect();
        events::place_within_claims(&mut findings.events, &contents);
        for mention in &mut findings.events {
            (mention.sureness, mention.doubts) =
                self.sureness.weigh(mention, &findings.document, &findings.actors);
        }
        findings
    }

    /// Runs the examples and counter-examples that stand beside the rules, and tells which do not hold.
    pub fn failing_examples(&self) -> Vec<String> {
        let mine = |text: String| self.mine(&Article { text, ..Article::default() });
        let claims = self.claims.examples().iter();
        let dates = self.dates.failing_examples().into_iter().map(|error| error.to_string());
        let claims = claims.filter_map(|example| example.check(&mine(example.read().text).claims).err());
        let read = |text: &str| {
            let article = Article { text: text.to_string(), ..Article::default() };
            let findings = self.mine(&article);
            events::Read { article, actors: findings.actors, mentions: findings.events }
        };
        let events = self.events.failing_examples(read).into_iter().map(|error| error.to_string());
        self.furniture.failing_examples().into_iter().chain(dates).chain(events).chain(claims).collect()
    }

    /// Sentences with their trees, in the words that stood there before a machine reworded them.
    fn read(&self, article: &Article) -> (Document, Wording) {
        let mut sentences = Vec::new();
        if let Some(title) = article.separate_title() {
            let title_begin = article.part(Part::Title).find(title).unwrap_or(0);
            let whole = Span::new(title_begin, title_begin + title.len());
            sentences.extend(language::segment(article.part(Part::Title), Part::Title, whole));
        }
        for span in self.furniture.mined_spans(&article.text) {
            let paragraphs = sentences.last().map_or(0, |sentence: &Sentence| sentence.paragraph + 1);
            let mut found = language::segment(&article.text, Part::Text, span);
            found.iter_mut().for_each(|sentence| sentence.paragraph += paragraphs);
            sentences.append(&mut found);
        }
        let wording = wording::assess(&sentences, &self.wording).wording();
        if wording == Wording::Reworded {
            wording::restore(&mut sentences, &self.wording);
        }
        (self.model.analyse(sentences), wording)
    }
}

/// Mines several articles side by side; a single one has the threads for its sentences.
pub fn side_by_side<A: Send, F: Send>(articles: Vec<A>, mine: impl Fn(A) -> F + Sync) -> Vec<F> {
    match articles.len() {
        0 | 1 => articles.into_iter().map(mine).collect(),
        _ => articles.into_par_iter().map(&mine).collect(),
    }
}

fn furniture(files: &RuleFiles) -> Result<Furniture, Vec<RuleError>> {
    let (mut tables, mut faults) = (Vec::new(), Vec::new());
    for file in files.under("import") {
        match file.toml() {
            Ok(table) => tables.push(table),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(Furniture::new(tables)) } else { Err(faults) }
}

/// What the events stage needs to know of a claim.
fn content_of<'a>(claim: &'a Claim, document: &Document) -> events::ClaimContent<'a> {
    let sentence = document.sentences.get(claim.sentence);
    events::ClaimContent {
        part: claim.part,
        content: &claim.content,
        cue: &claim.cue,
        granted: claim.granted,
        telling: matches!(
            claim.stance,
            claims::Stance::Asserts
                | claims::Stance::Denies
                | claims::Stance::Doubts
                | claims::Stance::Accuses
                | claims::Stance::Predicts
                | claims::Stance::Believes
        ),
        reach: sentence.and_then(|sentence| events::reach(sentence, &claim.cue)),
        joined: sentence.map(|sentence| events::joined(sentence, &claim.cue)).unwrap_or_default(),
        denied: claim.stance == claims::Stance::Denies && claim.polarity == claims::Polarity::Positive,
    }
}

fn not_mined(language: &str) -> Diagnostic {
    Diagnostic {
        code: "not-english".into(),
        message: format!("the text is not in English ({language}) and was not mined"),
        location: None,
    }
}

/// The compiled rules of a stage; its faults, if any, join those of the others, so that all are told at once.
fn compiled<T: Default>(result: Result<T, Vec<RuleError>>, faults: &mut Vec<RuleError>) -> T {
    result.unwrap_or_else(|mut found| {
        faults.append(&mut found);
        T::default()
    })
}

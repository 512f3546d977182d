//! The running date of a story, and which events may take it.

use super::super::draft::Draft;
use super::super::mention::{EventDate, EventDateBasis, Status};
use super::super::reading::Reading;
use super::super::status::Tense;
use super::clause::{clauses, head_of, main_date, open_ended, owners, usable};
use super::is_day;
use crate::dates::{DateValue, Expression, ExpressionKind};
use chrono::NaiveDate;

/// How far before its publication a story's opening may be dated for the article to be news.
const NEWS: i64 = 12;

/// The running date of a story and where it lends it.
pub(super) struct Story {
    published: Option<NaiveDate>,
    news: bool,
    /// The day that the opening tells, if it tells one.
    opening: Option<EventDate>,
    running: Option<(EventDate, usize)>,
}

impl Story {
    pub fn new(published: Option<NaiveDate>, readings: &[Reading<'_>]) -> Self {
        let opening: Vec<NaiveDate> = readings
            .iter()
            .take(4)
            .flat_map(|reading| &reading.expressions)
            .filter(|expression| usable(expression))
            .filter_map(|expression| {
                expression.value.as_ref().filter(|value| is_day(value)).and_then(|value| value.earliest)
            })
            .collect();
        let news = published.is_some_and(|published| {
            opening.is_empty() || opening.iter().any(|day| (published - *day).num_days().abs() <= NEWS)
        });
        Self { published, news, opening: None, running: None }
    }

    pub fn run(mut self, readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
        for (index, reading) in readings.iter().enumerate() {
            let range = starts[index]..starts[index + 1];
            let paragraph = reading.grammar.sentence.paragraph;
            self.listen(reading, &drafts[range.clone()], index);
            let owners = owners(reading, &drafts[range.clone()], self.published);
            for at in range.clone() {
                if drafts[at].told.is_some() {
                    let told = drafts[at].told.clone();
                    drafts[at].mention.date = told;
                } else if !elsewhere(reading, &drafts[at], &owners, self.published) {
                    drafts[at].mention.date = self.lend(reading, &drafts[at], paragraph, index);
                }
            }
        }
    }

    /// Notes a day that the sentence sets for what follows.
    fn listen(&mut self, reading: &Reading<'_>, drafts: &[Draft], index: usize) {
        let set = drafts.iter().find_map(|draft| {
            let told = draft.told.as_ref()?;
            let narrates = draft.assessment.main
                && matches!(draft.assessment.tense, Tense::Past | Tense::Present)
                && draft.mention.status == Status::Happened
                && !draft.quoted
                && is_day(&told.value);
            narrates.then(|| told.clone())
        });
        let set = set.or_else(|| main_date(reading));
        let Some(mut date) = set else { return };
        date.basis = EventDateBasis::Narrative;
        date.inferred = true;
        date.reasons = vec!["the story is told of this day".to_string()];
        if self.opening.is_none() && index < 4 {
            let near = match (self.published, date.value.earliest) {
                (Some(published), Some(day)) => (published - day).num_days().abs() <= NEWS,
                _ => true,
            };
            if near {
                self.opening = Some(date.clone());
            }
        }
        self.running = Some((date, reading.grammar.sentence.paragraph));
    }

    /// The date that a mention without words of its own may take.
    fn lend(
        &self,
        reading: &Reading<'_>,
        draft: &Draft,
        paragraph: usize,
        index: usize,
    ) -> Option<EventDate> {
        let fact = matches!(draft.mention.status, Status::Happened | Status::Claimed)
            || draft.mention.status == Status::Denied && draft.assessment.averted;
        if !fact || draft.quoted {
            return None;
        }
        let (mut main, mut tense) = (draft.assessment.main, draft.assessment.tense);
        if !main && tense == Tense::Open {
            // "killed three people in an attack": the event is of the time of the clause that it is told in.
            if let Some(clause) = clauses(reading, draft).into_iter().next_back() {
                main = reading.grammar.parent(reading.grammar.first_conjunct(clause)).is_none();
                tense = super::super::status::tense(reading, clause);
            }
        }
        let narrated = (main || draft.assessment.beside) && matches!(tense, Tense::Past | Tense::Present)
            || (main && tense == Tense::Perfect && index < 4)
            || (index == 0 && draft.assessment.heading);
        if !narrated {
            return None;
        }
        if let Some((running, place)) = &self.running
            && (*place == paragraph || !self.news)
        {
            return Some(running.clone());
        }
        if let Some(opening) = &self.opening {
            return Some(opening.clone());
        }
        let day = self.published.filter(|_| self.news)?;
        Some(EventDate {
            value: DateValue::day(day),
            timex3: Some(day.format("%Y-%m-%d").to_string()),
            basis: EventDateBasis::Publication,
            inferred: true,
            reasons: vec!["a news article tells it in its main clause and names no other day".to_string()],
            anchor: None,
        })
    }
}

/// Whether the clause tells of another time than the story's ("agreed to destroy its weapons in 2013"), or of
/// no single time ("since 2012", "every week"). A time that another event owns says nothing.
fn elsewhere(
    reading: &Reading<'_>,
    draft: &Draft,
    owners: &[(&Expression, usize)],
    published: Option<NaiveDate>,
) -> bool {
    let anchor = draft.found.arguments.carrier.unwrap_or(draft.found.head);
    let chain = clauses(reading, draft);
    owners.iter().any(|(expression, owner)| {
        let Some(head) = head_of(reading, expression) else { return false };
        let own = *owner == anchor
            || *owner == draft.found.head
            || draft.found.rest.contains(owner)
            || chain.contains(owner);
        if !own || !reading.grammar.below(head, anchor) {
            return false;
        }
        match expression.kind {
            ExpressionKind::Set => true,
            ExpressionKind::Duration => false,
            _ => expression.value.as_ref().is_some_and(|value| match (value.latest, published) {
                (Some(latest), Some(published)) => (published - latest).num_days() > NEWS,
                _ => open_ended(reading, expression) && value.earliest.is_some(),
            }),
        }
    })
}

//! What a text looks back on: a sentence told of a time long before the news, and those that go on with it.

use super::super::reading::Reading;
use super::super::status::{Tense, tense};
use super::clause::{open_ended, usable};
use super::owner::head_of;
use super::telling::compares;
use crate::dates::{DateValue, Expression};
use crate::language::Relation;
use chrono::NaiveDate;

/// How many sentences without a time of their own go on with one that was told.
const GOES_ON: usize = 2;

/// The time that a text looks back on, if it does.
#[derive(Debug, Default)]
pub(super) struct Bygone(Option<Time>);

#[derive(Debug)]
struct Time {
    latest: NaiveDate,
    paragraph: usize,
    sentence: usize,
}

impl Bygone {
    /// Notes whether a sentence turns back, goes on with what lies back, or returns to the news, which begins on a day.
    pub fn listen(&mut self, reading: &Reading<'_>, sentence: usize, news: NaiveDate) {
        let paragraph = reading.grammar.sentence.paragraph;
        if let Some(latest) = time_told(reading, news) {
            self.0 = Some(Time { latest, paragraph, sentence });
            return;
        }
        let goes_on = self.0.as_ref().is_some_and(|time| {
            time.paragraph == paragraph && sentence - time.sentence <= GOES_ON && goes_on(reading)
        });
        if !goes_on {
            self.0 = None;
        }
    }

    /// Whether what a sentence tells as past goes on with a time before the day that the story would lend it.
    pub fn holds(&self, sentence: usize, day: &DateValue) -> bool {
        self.0.as_ref().is_some_and(|time| {
            sentence > time.sentence && day.earliest.is_some_and(|earliest| earliest > time.latest)
        })
    }
}

/// The end of the time that a sentence tells its past of, where all its times lie before the news: "In March the rebels took
/// the town", "inspectors found that gas was used in 2013".
fn time_told(reading: &Reading<'_>, news: NaiveDate) -> Option<NaiveDate> {
    let mut told = None;
    for &expression in reading.expressions.iter().filter(|expression| usable(expression)) {
        let latest = expression.value.as_ref()?.latest.filter(|&latest| latest < news)?;
        if is_of_main(reading, expression) {
            told = told.max(Some(latest));
        }
    }
    told
}

/// Whether a time is that of the main clause, or of what is said there, told as past.
fn is_of_main(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    if open_ended(reading, expression) || compares(reading, expression) {
        return false;
    }
    let tells = |&token: &usize| grammar.is_verb(token) || grammar.child(token, Relation::Cop).is_some();
    let verb = head_of(reading, expression).and_then(|head| grammar.upward(head).skip(1).find(tells));
    verb.is_some_and(|verb| {
        let clause = grammar.first_conjunct(verb);
        let main = match grammar.parent(clause) {
            None => true,
            Some(head) => grammar.relation(clause) == Relation::Ccomp && grammar.parent(head).is_none(),
        };
        main && matches!(tense(reading, verb), Tense::Past | Tense::Pluperfect)
    })
}

/// Whether a sentence names no time and is told as past.
fn goes_on(reading: &Reading<'_>) -> bool {
    let past = reading.grammar.root().is_some_and(|root| tense(reading, root) == Tense::Past);
    past && !reading.expressions.iter().any(|expression| usable(expression))
}

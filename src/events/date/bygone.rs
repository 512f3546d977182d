//! What a text looks back on: a sentence told of a time long before the news, and those that go on with it.

use super::super::reading::Reading;
use super::super::status::{Tense, tense};
use super::clause::{open_ended, usable};
use super::owner::head_of;
use super::telling::compares;
use crate::dates::{DateValue, Expression};
use crate::language::{Relation, Xpos};
use chrono::NaiveDate;

/// How many sentences without a time of their own go on with one that was told.
const GOES_ON: usize = 2;

/// The time that a text looks back on, if it does.
#[derive(Debug, Default)]
pub(super) struct Bygone(Option<Time>);

#[derive(Debug)]
struct Time {
    latest: NaiveDate,
    /// The sentence that tells it.
    told: usize,
    /// The last place that goes on with it.
    paragraph: usize,
    sentence: usize,
}

impl Bygone {
    /// Notes whether a sentence turns back, goes on with what lies back, or returns to the news, which begins on a day.
    pub fn listen(&mut self, reading: &Reading<'_>, sentence: usize, news: NaiveDate) {
        let paragraph = reading.grammar.sentence.paragraph;
        if let Some(latest) = time_told(reading, news) {
            self.0 = Some(Time { latest, told: sentence, paragraph, sentence });
            return;
        }
        let same = is_of_same(reading);
        match self.0.as_mut().filter(|time| {
            (time.paragraph == paragraph || same) && sentence - time.sentence <= GOES_ON && tells_on(reading)
        }) {
            // "In 1951 he left college. He joined the army. His father went to jail.": as far as it is told of him.
            Some(time) if same => (time.paragraph, time.sentence) = (paragraph, sentence),
            Some(_) => {}
            None => self.0 = None,
        }
    }

    /// Whether what a sentence tells as past goes on with a time before the day that the story would lend it.
    pub fn holds(&self, sentence: usize, day: &DateValue) -> bool {
        self.0.as_ref().is_some_and(|time| {
            sentence > time.told && day.earliest.is_some_and(|earliest| earliest > time.latest)
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
    let verb = head_of(reading, expression)
        .and_then(|head| grammar.upward(head).skip(1).find(|&token| grammar.is_predicate(token)));
    verb.is_some_and(|verb| {
        let clause = grammar.first_conjunct(verb);
        let main = match grammar.parent(clause) {
            None => true,
            Some(head) => grammar.relation(clause) == Relation::Ccomp && grammar.parent(head).is_none(),
        };
        main && matches!(tense(reading, verb), Tense::Past | Tense::Pluperfect)
    })
}

/// Whether a sentence is told of somebody by a pronoun, as of one named before: "He was jailed", "His father was jailed".
pub(super) fn is_of_same(reading: &Reading<'_>) -> bool {
    let grammar = &reading.grammar;
    let subject = grammar.root().and_then(|root| {
        grammar.child(root, Relation::Nsubj).or_else(|| grammar.child(root, Relation::NsubjPass))
    });
    let told_before = |word: usize| {
        matches!(grammar.xpos(word), Xpos::Prp | Xpos::PrpPossessive)
            && matches!(grammar.lower(word), "he" | "she" | "they" | "his" | "her" | "their")
    };
    subject.is_some_and(|subject| {
        told_before(subject) || grammar.child(subject, Relation::NmodPoss).is_some_and(told_before)
    })
}

/// Whether a sentence names no time and is told as past.
pub(super) fn tells_on(reading: &Reading<'_>) -> bool {
    let past = reading.grammar.root().is_some_and(|root| tense(reading, root) == Tense::Past);
    past && !reading.expressions.iter().any(|expression| usable(expression))
}

//! When a happening happened: what its own words say, then what the story says, then what follows from
//! other happenings.

mod bygone;
mod clause;
mod deadline;
mod distance;
mod first;
mod lend;
mod moment;
mod owner;
mod segment;
mod shared;
mod story;
mod stretch;
mod telling;
mod told;

pub(super) use lend::infer;

use super::draft::Draft;
use super::mention::Status;
use super::reading::Reading;
use crate::article::{Article, PublishedBasis};
use crate::dates::{DateValue, Genre};
use crate::language::Relation;
use chrono::NaiveDate;
use lend::interval;
use owner::head_of;
use shared::is_noun;
use story::Story;

/// Gives every mention the date that its own words, its clause or the story tell.
pub(super) fn tell(
    article: &Article,
    genre: Genre,
    readings: &[Reading<'_>],
    starts: &[usize],
    drafts: &mut [Draft],
) {
    let published = article.published.date.filter(|_| article.published.basis != PublishedBasis::None);
    for (index, reading) in readings.iter().enumerate() {
        clause::attach(reading, &mut drafts[starts[index]..starts[index + 1]], published);
    }
    // "the elections in May", "leaves on Wednesday": what lies ahead has not happened.
    for draft in drafts.iter_mut().filter(|draft| draft.mention.status == Status::Happened) {
        let rules = readings[draft.mention.sentence].rules;
        // What somebody says, asks or promises is said; the time to come is that of its content. "Announced a withdrawal in
        // October" withdraws then.
        let says = (!draft.found.content.is_empty()
            || rules.words.speech.contains(readings[draft.mention.sentence].grammar.lemma(draft.found.head)))
            && !rules.in_class("done-by-announcing", &draft.mention.kind);
        let ahead = draft.told.as_ref().and_then(|told| told.value.earliest).zip(published);
        if !says && ahead.is_some_and(|(earliest, published)| earliest > published) {
            draft.mention.status = Status::Planned;
        }
    }
    for draft in drafts.iter_mut() {
        if is_due(&readings[draft.mention.sentence], draft, published) {
            draft.mention.status = Status::Planned;
        }
    }
    // "agreed to recount the ballots of Friday's election": what its own words date in the past has happened.
    for draft in drafts.iter_mut() {
        if is_of_past_day(&readings[draft.mention.sentence], draft, published) {
            draft.mention.status = Status::Happened;
        }
    }
    for draft in drafts.iter_mut() {
        until_published(&readings[draft.mention.sentence], draft, published);
    }
    Story::new(published, genre, readings).run(readings, starts, drafts);
}

/// "launched a campaign for the elections in May": what has a day of its own lies ahead, whoever wants or fears what of it.
fn is_due(reading: &Reading<'_>, draft: &Draft, published: Option<NaiveDate>) -> bool {
    let grammar = &reading.grammar;
    let definite = |child: usize| {
        matches!(grammar.lower(child), "the" | "this" | "these")
            || grammar.relation(child) == Relation::NmodPoss
    };
    let ahead = draft.told.as_ref().and_then(|told| told.value.earliest).zip(published);
    draft.mention.status == Status::Hypothetical
        && ahead.is_some_and(|(earliest, published)| earliest > published)
        && is_noun(reading, draft)
        && reading.trigger(&draft.found).status.is_none()
        && reading.rules.in_class("of-the-calendar", &draft.mention.kind)
        && grammar.children(draft.found.head).any(definite)
}

/// "Friday's election", "last week's raid": an event noun behind a time that is over, in a plan or a wish.
fn is_of_past_day(reading: &Reading<'_>, draft: &Draft, published: Option<NaiveDate>) -> bool {
    let open = matches!(draft.mention.status, Status::Planned | Status::Hypothetical);
    let head = draft.found.head;
    let Some(told) = draft.told.as_ref().filter(|_| open && is_noun(reading, draft)) else { return false };
    let over = told.value.latest.zip(published).is_some_and(|(latest, published)| latest < published);
    over && reading.trigger(&draft.found).status.is_none()
        && reading.expressions.iter().any(|expression| {
            told.anchor == Some(expression.location)
                && head_of(reading, expression)
                    .is_some_and(|time| time < head && reading.grammar.parent(time) == Some(head))
        })
}

/// "promised this week to send troops": in so much of the week as was over when it was told.
fn until_published(reading: &Reading<'_>, draft: &mut Draft, published: Option<NaiveDate>) {
    let past = draft.mention.status.is_told_as_done() && draft.assessment.tense.is_past();
    let (Some(told), Some(published)) = (draft.told.as_mut().filter(|_| past), published) else { return };
    let this = reading.expressions.iter().any(|expression| {
        told.anchor == Some(expression.location)
            && expression.tokens.clone().any(|token| reading.grammar.lower(token) == "this")
    });
    let value = &told.value;
    if let (Some(earliest), Some(latest)) = (value.earliest, value.latest)
        && this
        && earliest <= published
        && published < latest
    {
        told.value = interval(Some(earliest), Some(published));
        told.timex3 = None;
        told.reasons.push(format!("it is told as past ({published} at the latest)"));
    }
}

fn is_day(value: &DateValue) -> bool {
    value.earliest.is_some() && value.earliest == value.latest
}

/// "an hour before", "minutes later": whether a word counts less than a day.
fn is_part_of_day(lemma: &str) -> bool {
    matches!(lemma, "hour" | "minute" | "moment")
}

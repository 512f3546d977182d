//! When a happening happened: what its own words say, then what the story says, then what follows from
//! other happenings.

mod clause;
mod distance;
mod lend;
mod segment;
mod story;
mod told;

pub(super) use lend::infer;

use super::draft::Draft;
use super::mention::Status;
use super::reading::Reading;
use crate::article::{Article, PublishedBasis};
use crate::dates::DateValue;
use story::Story;

/// Gives every mention the date that its own words, its clause or the story tell.
pub(super) fn tell(article: &Article, readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    let published = article.published.date.filter(|_| article.published.basis != PublishedBasis::None);
    for (index, reading) in readings.iter().enumerate() {
        clause::attach(reading, &mut drafts[starts[index]..starts[index + 1]], published);
    }
    // "the elections in May", "leaves on Wednesday": what lies ahead has not happened.
    for draft in drafts.iter_mut().filter(|draft| draft.mention.status == Status::Happened) {
        let rules = readings[draft.mention.sentence].rules;
        // What somebody says, asks or promises is said; the time to come is that of its content.
        let says = !draft.found.content.is_empty()
            || rules.words.speech.contains(readings[draft.mention.sentence].grammar.lemma(draft.found.head));
        let ahead = draft.told.as_ref().and_then(|told| told.value.earliest).zip(published);
        if !says && ahead.is_some_and(|(earliest, published)| earliest > published) {
            draft.mention.status = Status::Planned;
        }
    }
    Story::new(published, readings).run(readings, starts, drafts);
}

fn is_day(value: &DateValue) -> bool {
    value.earliest.is_some() && value.earliest == value.latest
}

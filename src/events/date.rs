//! When a happening happened: what its own words say, then what the story says, then what follows from
//! other happenings.

mod clause;
mod lend;
mod story;

pub(super) use lend::infer;

use super::draft::Draft;
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
    Story::new(published, readings).run(readings, starts, drafts);
}

fn is_day(value: &DateValue) -> bool {
    value.earliest.is_some() && value.earliest == value.latest
}

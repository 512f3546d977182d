//! The dates of a story so far, and how it moves on.

use super::super::Genre;
use super::super::Unit;
use super::super::find::Found;
use super::super::meaning::{Action, Meaning};
use super::super::period::Period;
use super::{Resolver, Tense, storyline};
use crate::article::Location;
use crate::language::Xpos;
use chrono::NaiveDate;

/// The last dates of the story so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// The last one told, however coarse.
    pub last: Option<(Period, Location)>,
    /// The sentence in which it was told.
    pub last_sentence: usize,
    /// The last one told that is over when the article is published.
    pub past: Option<(Period, Location)>,
    /// A day that was told as having been before the day of the news, and its sentence.
    pub before: Option<(Period, Location, usize)>,
    /// How many dates in a row were told of the same stretch of the past, far from publication.
    pub retrospects: usize,
    /// The last one told, decades and centuries included.
    pub coarse: Option<(Period, Location)>,
    /// The last one told to the day.
    pub day: Option<(NaiveDate, Location)>,
    /// The sentence in which that day was told.
    pub day_sentence: usize,
    /// The day that news opens with.
    pub opening: Option<(NaiveDate, Location)>,
}

/// So long before publication, in days, may the day lie that news opens with.
const NEWS: i64 = 2;

/// So long before a day of news, in days, another one lies that somebody is only described by.
const LONG_BEFORE: i64 = 30;

/// So long before the day of news, in days, lies what it tells by the way as having been before.
const BEFORE: i64 = 3;

/// So many sentences open an article.
const OPENING: usize = 4;

impl Resolver<'_> {
    /// Moves the story on. What looks back ("the previous year", "since 1960", an aside) does not move it, and
    /// centuries and decades are no places in it.
    pub(super) fn tell(&mut self, period: Period, found: &Found, meaning: &Meaning) {
        let is_behind =
            storyline::follows_since(found, self.document) && !storyline::is_told_of(found, self.document);
        if self.line.is_aside(self.current) || looks_back(meaning) || is_behind {
            return;
        }
        self.story.coarse = Some((period, found.location));
        if period.unit() > Unit::Year {
            return;
        }
        self.story.retrospects = if self.is_far(period) { self.story.retrospects + 1 } else { 0 };
        // News of Wednesday about a man "who died on 14 October" stays with Wednesday: "the same evening".
        let described = match (self.reference.genre, period, self.story.day) {
            (Genre::News, Period::Day(day), Some((told, _))) => {
                (told - day).num_days() > LONG_BEFORE && storyline::describes(found, self.document)
            }
            _ => false,
        };
        if described {
            return;
        }
        // "The minister had quit on August 7. By nightfall the camp was empty. The day before …": nor does it stay with August.
        let before = match (self.reference.genre, period, self.story.day) {
            (Genre::News, Period::Day(day), Some((told, _))) => {
                (told - day).num_days() > BEFORE && !self.is_far(period) && self.is_told_before(found)
            }
            _ => false,
        };
        if before {
            self.story.before = Some((period, found.location, found.sentence));
            return;
        }
        self.story.before = None;
        self.story.last = Some((period, found.location));
        self.story.last_sentence = found.sentence;
        let now = self.reference.published;
        if period.bounds().zip(now).is_some_and(|((_, end), now)| end <= now) {
            self.story.past = self.story.last;
        }
        if let Period::Day(day) = period {
            self.story.day = Some((day, found.location));
            self.story.day_sentence = found.sentence;
            let age =
                self.reference.published.map(|published| published.signed_duration_since(day).num_days());
            if self.story.opening.is_none()
                && found.sentence < OPENING
                && age.is_some_and(|age| (0..=NEWS).contains(&age))
            {
                self.story.opening = Some((day, found.location));
            }
        }
    }
}

impl Resolver<'_> {
    /// "had quit on August 7": whether the nearest verb with a tense before an expression tells what was before.
    fn is_told_before(&self, found: &Found) -> bool {
        self.document.sentences.get(found.sentence).is_some_and(|sentence| {
            let before = &sentence.tokens[..found.tokens.start.min(sentence.tokens.len())];
            let verb = before.iter().rposition(|token| token.xpos.is_finite());
            // "had talks", "had to resign" tell what was then.
            verb.and_then(|verb| before[verb..].split_first()).is_some_and(|(verb, behind)| {
                verb.lower == "had"
                    && behind.first().is_some_and(|next| next.xpos != Xpos::To)
                    && behind.iter().any(|token| token.xpos == Xpos::Vbn)
            })
        })
    }

    /// What the words go on from, by which a story tells its next time.
    pub(super) fn told_last(&self, found: &Found) -> Option<(Period, Location)> {
        let story = &self.story;
        if self.reference.genre != Genre::News {
            return story.last;
        }
        let sentences = &self.document.sentences;
        let shares = |told: usize| {
            let both = sentences.get(told).zip(sentences.get(found.sentence));
            both.is_some_and(|(told, here)| here.shares_paragraph(told))
        };
        // "The minister had quit on August 7. The same day his party …"
        let before = story.before.filter(|&(_, _, told)| found.sentence <= told + 1 && shares(told));
        if let Some((period, location, _)) = before {
            return Some((period, location));
        }
        // "Elections are due on July 25. Ann Cole was freed the same day": what was is of no day to come.
        let ahead = |(period, _): &(Period, Location)| {
            let begins = period.bounds().map(|(begin, _)| begin);
            begins.zip(self.reference.published).is_some_and(|(begin, now)| begin > now)
        };
        if story.last.as_ref().is_some_and(ahead) && self.tense(found) == Tense::Past {
            return story.past;
        }
        story.last
    }
}

fn looks_back(meaning: &Meaning) -> bool {
    matches!(meaning.action, Action::Step(by, _) | Action::Shift(by, _) if by < 0)
}

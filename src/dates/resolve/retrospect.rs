//! News that looks back: a passage about a past year gives the year once, and its further dates go without.

use super::super::find::Found;
use super::super::meaning::Fields;
use super::super::period::Period;
use super::super::{Anchor, Basis};
use super::{Base, Resolver, Tense, Unit, storyline};
use chrono::NaiveDate;

/// A date further away from publication than this, in days, is told in retrospect.
const FAR: i64 = 300;

/// A month or a day without a year that can lie so near to publication, in days, is of these days, even where the
/// same sentence speaks of a past year; where only the same paragraph does; where only the paragraph before does.
const NEAR: [i64; 3] = [10, 45, 60];

/// How far back a story steps, in days.
const BACKWARD: i64 = -15;

/// Any day at all, that of publication as well.
const ANY: i64 = -1;

/// How far on in the story such a month or day may be, in days: stories look back in steps, and forth.
const ONWARD: i64 = 250;

/// One step of a story, in days: what follows so soon in the same paragraph belongs to it however near publication.
const STEP: i64 = 45;

/// So many dates in retrospect, one after another, are a history.
const HISTORY: usize = 3;

impl Resolver<'_> {
    /// Whether the nearest such day or month lies wholly after publication.
    fn is_to_come(&self, fields: &Fields, found: &Found) -> bool {
        let (Some(published), Some(month)) = (self.reference.published, fields.month) else { return false };
        let year = self.nearest_year(published, month, fields.day, fields.weekday, found);
        storyline::middle(&Fields { year, ..*fields })
            .is_some_and(|(day, _)| day.signed_duration_since(published).num_days() > 20)
    }

    /// Whether a period is far from the day of publication.
    pub(super) fn is_far(&self, period: Period) -> bool {
        let (Some(published), Some((first, last))) = (self.reference.published, period.bounds()) else {
            return false;
        };
        let days = |day: NaiveDate| day.signed_duration_since(published).num_days();
        days(last) < -FAR || days(first) > FAR
    }

    /// The past date that a month or a day without a year belongs to, rather than to the days of publication;
    /// `away` is how far from publication it would be else, in days.
    pub(super) fn retrospect(&self, found: &Found, fields: &Fields, away: i64) -> Option<Base> {
        let (period, location) =
            self.story.last.filter(|(period, _)| self.is_far(*period) && period.unit() < Unit::Year)?;
        if self.tense(found) == Tense::Future {
            return None;
        }
        let (here, told) = (
            self.document.sentences.get(found.sentence)?,
            self.document.sentences.get(self.story.last_sentence)?,
        );
        if here.part != told.part {
            return None;
        }
        let ahead = self.ahead(period, fields, self.year_after(period, fields, found)?)?;
        let close = (BACKWARD..STEP).contains(&ahead) && found.sentence <= self.story.last_sentence + 2;
        // What is told as past was not on a day to come.
        let to_come = self.tense(found) == Tense::Past && self.is_to_come(fields, found);
        let near = match here.paragraph.checked_sub(told.paragraph)? {
            // Anniversaries are written on the very days of the year that they look back to.
            0 if close => ANY,
            // "On June 6 France invaded, and Spain recalled its envoy in September": so goes on a history.
            0 if found.sentence == self.story.last_sentence
                && self.story.retrospects >= HISTORY
                && self.tense(found) == Tense::Past =>
            {
                ANY
            }
            1 if close && self.story.retrospects >= HISTORY => 0,
            0..=2 if to_come && self.story.retrospects >= HISTORY => 0,
            0 if found.sentence == self.story.last_sentence => NEAR[0],
            0 => NEAR[1],
            1 if self.story.retrospects > 1 => NEAR[2],
            _ => return None,
        };
        (away > near && (BACKWARD..ONWARD).contains(&ahead)).then_some(Base {
            period,
            basis: Basis::Narrative,
            anchor: Some(Anchor::Expression(location)),
        })
    }

    /// How far on from a period a month or day lies in a year, in days.
    fn ahead(&self, period: Period, fields: &Fields, year: i32) -> Option<i64> {
        let on = storyline::middle(&Fields { year: Some(year), ..*fields })?.0;
        Some(on.signed_duration_since(period.bounds()?.0).num_days())
    }

    /// The year of the story, or the next where the day would lie well before what was told last. A history goes on in
    /// its years, however far the story leaps else.
    pub(super) fn year_after(&self, period: Period, fields: &Fields, found: &Found) -> Option<i32> {
        let onward = |year: i32| {
            let ahead = self.ahead(period, fields, year)?;
            Some((if ahead < BACKWARD { year.checked_add(1)? } else { year }, ahead))
        };
        let (year, ahead) = onward(self.line.year(self.current)?)?;
        let history = self.story.retrospects >= HISTORY && found.sentence <= self.story.last_sentence + 1;
        if history && ahead >= ONWARD {
            return Some(onward(period.year()?)?.0);
        }
        Some(year)
    }

    /// Whether an expression goes on with what was told last: close behind it in its paragraph, and not as to come.
    fn goes_on(&self, found: &Found) -> bool {
        let sentences = &self.document.sentences;
        let (Some(here), Some(told)) =
            (sentences.get(found.sentence), sentences.get(self.story.last_sentence))
        else {
            return false;
        };
        here.shares_paragraph(told)
            && found.sentence <= self.story.last_sentence + 2
            && self.tense(found) != Tense::Future
    }

    /// "landed on November 19, 1977. … on Christmas Day": the next such days of the past that was told just before.
    pub(super) fn holiday_told(
        &self,
        found: &Found,
        in_year: impl Fn(i32) -> Option<(NaiveDate, NaiveDate)>,
    ) -> Option<((NaiveDate, NaiveDate), Base)> {
        let (period, location) =
            self.story.last.filter(|(period, _)| self.is_far(*period) && period.unit() < Unit::Year)?;
        let last = period.bounds()?.0;
        let year = period.year()?;
        let onward = |(first, _): &(NaiveDate, NaiveDate)| {
            (BACKWARD..ONWARD).contains(&first.signed_duration_since(last).num_days())
        };
        let days =
            [year, year + 1].into_iter().filter_map(in_year).find(onward).filter(|_| self.goes_on(found))?;
        Some((days, Base { period, basis: Basis::Narrative, anchor: Some(Anchor::Expression(location)) }))
    }

    /// "the 14th" after "March 10, 2011": of the month that was told just before, or of the next where that day is past.
    pub(super) fn month_told(&self, found: &Found) -> Option<Base> {
        let (period, location) = self.story.last.filter(|(period, _)| period.unit() <= Unit::Month)?;
        let past = period.bounds()?.1 < self.reference.published?;
        (past && self.goes_on(found)).then_some(Base {
            period,
            basis: Basis::Narrative,
            anchor: Some(Anchor::Expression(location)),
        })
    }
}

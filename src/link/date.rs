//! When, as linking compares it: a span of days.

use crate::dates::{DateValue, Granularity};
use chrono::Datelike;

/// So many days after a deed it is still news.
const NEWS: i32 = 2;

/// The days on which something can have happened, both ends inclusive and counted from 0001-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day that it can be.
    pub earliest: i32,
    /// The last.
    pub latest: i32,
    /// Whether the text names the days rather than lets one reason them.
    pub told: bool,
}

impl Days {
    /// Whether one is a day that was told and the other a day or two later, and only reasoned from when it was
    /// reported: news is of the days before.
    pub fn reported_after(self, other: Self) -> bool {
        let after = |told: Self, reported: Self| {
            told.told && !reported.told && reported.earliest > told.latest && told.gap(reported) <= NEWS
        };
        after(self, other) || after(other, self)
    }

    /// A date with two ends; others say too little to compare.
    pub(super) fn new(value: &DateValue, told: bool) -> Option<Self> {
        let (earliest, latest) = (value.earliest?.num_days_from_ce(), value.latest?.num_days_from_ce());
        let told = told && value.granularity <= Granularity::Week;
        (earliest <= latest).then_some(Self { earliest, latest, told })
    }

    /// How many days it can be.
    pub fn length(self) -> i32 {
        self.latest.saturating_sub(self.earliest).saturating_add(1)
    }

    /// Whether it is a span of a week or more, whose edges are hardly ever meant to the day.
    pub(super) fn is_rounded(self) -> bool {
        self.length() >= 7
    }

    /// The days between the two spans; 0 where they share one.
    pub fn gap(self, other: Self) -> i32 {
        (self.earliest.saturating_sub(other.latest)).max(other.earliest.saturating_sub(self.latest)).max(0)
    }

    /// The days that both can be; none where they share none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (earliest, latest) = (self.earliest.max(other.earliest), self.latest.min(other.latest));
        let is_told = |one: Self| one.told && (one.earliest, one.latest) == (earliest, latest);
        let told = self.told && other.told || is_told(self) || is_told(other);
        (earliest <= latest).then_some(Self { earliest, latest, told })
    }
}

/// Days between told dates that midnight alone explains; more where a date was reasoned.
pub(super) fn tolerance(told: bool) -> i32 {
    if told { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::Days;

    #[test]
    fn gaps() {
        let days = |earliest, latest| Days { earliest, latest, told: true };
        for (a, b, gap) in
            [(days(1, 3), days(3, 9), 0), (days(1, 3), days(4, 9), 1), (days(9, 9), days(1, 2), 7)]
        {
            assert_eq!((a.gap(b), b.gap(a)), (gap, gap));
        }
    }

    #[test]
    fn news_is_of_the_days_before() {
        let on = |day, told| Days { earliest: day, latest: day, told };
        let check = |a: Days, b: Days, expected| {
            assert_eq!(a.reported_after(b), expected, "{a:?} {b:?}");
            assert_eq!(b.reported_after(a), expected, "the other way round");
        };
        check(on(5, true), on(6, false), true);
        check(on(5, true), on(7, false), true);
        check(on(5, true), on(8, false), false);
        check(on(6, true), on(5, false), false);
        check(on(5, true), on(6, true), false);
        check(on(5, false), on(6, false), false);
    }
}

//! When, as linking compares it: a span of days.

use crate::dates::{DateValue, Granularity};
use chrono::Datelike;

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

    /// The days between the two spans; 0 where they share one.
    pub fn gap(self, other: Self) -> i32 {
        (self.earliest.saturating_sub(other.latest)).max(other.earliest.saturating_sub(self.latest)).max(0)
    }

    /// The days that both can be; none where they share none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (earliest, latest) = (self.earliest.max(other.earliest), self.latest.min(other.latest));
        (earliest <= latest).then_some(Self { earliest, latest, told: self.told && other.told })
    }
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
}

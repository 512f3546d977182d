//! Acts of one sort that go on day after day: a day's difference between two of them is no matter of midnight.

use super::Days;
use super::date::tolerance;

/// The days of an act and of all that link with it for themselves, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Series {
    /// The first that ended and the last that began, of the days that were told.
    told: Option<(i32, i32)>,
    /// The same of all days.
    any: Option<(i32, i32)>,
}

/// A span of more days says too little of when an act was.
const PRECISE: i32 = 3;

impl Series {
    /// Takes in the days of one more act.
    pub fn add(&mut self, days: Option<Days>) {
        let Some(days) = days.filter(|days| days.length() <= PRECISE) else { return };
        for ends in [days.told.then_some(&mut self.told), Some(&mut self.any)].into_iter().flatten() {
            let (first, last) = ends.unwrap_or((days.latest, days.earliest));
            *ends = Some((first.min(days.latest), last.max(days.earliest)));
        }
    }

    /// Whether the days lie further apart than those of one act do in the telling of several.
    fn goes_on(self, told: bool) -> bool {
        let ends = if told { self.told } else { self.any };
        ends.is_some_and(|(first, last)| last - first > tolerance(told))
    }
}

/// Whether a link between acts on two days is void. Outlets differ by a day over one act, since midnight is not the
/// same everywhere; but where an act is told of the day before and of the day after as well, each day has its own.
/// So whatever goes on day after day does not hang together through the years.
pub fn parted(a: (Option<Days>, Series), b: (Option<Days>, Series)) -> bool {
    match (a.0, b.0) {
        (Some(x), Some(y)) if x.length().max(y.length()) <= PRECISE && x.gap(y) > 0 => {
            let told = x.told && y.told;
            a.1.goes_on(told) || b.1.goes_on(told)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the link between acts of two days is void, if the first links with acts of other days too.
    fn check(a: (i32, bool), b: (i32, bool), others: &[(i32, bool)], expected: bool) {
        let days = |(day, told)| Some(Days { earliest: day, latest: day, told });
        let mut of_b = Series::default();
        [a, b].map(days).into_iter().for_each(|days| of_b.add(days));
        let mut of_a = of_b;
        others.iter().for_each(|&other| of_a.add(days(other)));
        assert_eq!(parted((days(a), of_a), (days(b), of_b)), expected);
        assert_eq!(parted((days(b), of_b), (days(a), of_a)), expected, "the other way round");
    }

    #[test]
    fn midnight_is_no_series() {
        check((5, true), (6, true), &[], false);
        check((5, true), (6, true), &[(5, true), (6, true)], false);
        check((5, true), (6, true), &[(4, true)], true);
        check((5, true), (5, true), &[(4, true), (6, true)], false);
    }

    #[test]
    fn news_of_one_act_is_of_some_days() {
        check((5, false), (6, false), &[(7, false)], false);
        check((5, false), (6, false), &[(7, false), (4, false)], true);
        check((5, true), (6, true), &[(7, false)], false);
    }
}

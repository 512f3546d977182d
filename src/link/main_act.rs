//! What two texts are about, compared: two stories of one sort share their words, but not the day, the place or the
//! numbers of what they are about.

use super::date::tolerance;
use super::features::{ALIKE, day, numbers, told};
use super::happening::Happening;
use super::telling::{counts_compared, weekdays_agree};

/// What two texts are about, as far as it is of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Main {
    /// They are about acts of different sorts, or nothing tells.
    #[default]
    Unknown,
    /// The main acts agree in when they were or in how many were concerned.
    One,
    /// The main acts cannot be one: two incidents of one sort.
    Two,
}

/// What one text tells first and what the other tells first, compared: two stories of one sort share their words, but
/// not the day, the place or the numbers of what they are about. One main act that agrees is enough to be one story.
pub(super) fn main_acts(a: &[Happening], b: &[Happening]) -> Main {
    let is_main = |happening: &&Happening| happening.lead && !happening.hypothetical;
    let mut found = Main::Unknown;
    for x in a.iter().filter(is_main) {
        for y in b.iter().filter(is_main).filter(|y| told(x, y) >= ALIKE) {
            match main_act(x, y) {
                Main::One => return Main::One,
                Main::Two => found = Main::Two,
                Main::Unknown => {}
            }
        }
    }
    found
}

fn main_act(a: &Happening, b: &Happening) -> Main {
    let day = day(a, b);
    let week = if day == 0.0 { weekdays_agree(a.weekdays, b.weekdays) } else { None };
    let (counted, other_counts) = counts_compared(&a.counts, &b.counts);
    let [figures, other_figures] = numbers(a, b);
    let elsewhere = a.country.zip(b.country).is_some_and(|(x, y)| x != y);
    let other_day = a.days.zip(b.days).is_some_and(|(x, y)| x.gap(y) > tolerance(x.told && y.told));
    if elsewhere || other_day || week == Some(false) || other_figures > 0.0 {
        Main::Two
    } else if day > 0.0 || week == Some(true) || figures > 0.0 || counted > 0.5 {
        Main::One
    } else if other_counts {
        Main::Two
    } else {
        Main::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Count, Days};
    use super::*;

    /// A capture that opens a text.
    fn capture() -> Happening {
        Happening { kinds: vec![13], modes: vec![4], roots: vec![9], lead: true, ..Happening::default() }
    }

    fn on(day: i32) -> Happening {
        let days = Some(Days { earliest: day, latest: day, told: true });
        Happening { days, ..capture() }
    }

    fn of(pirates: f32) -> Happening {
        Happening { counts: vec![Count { what: 3, number: pirates }], ..capture() }
    }

    fn check(a: &[Happening], b: &[Happening], expected: Main) {
        assert_eq!(main_acts(a, b), expected, "{a:?} {b:?}");
        assert_eq!(main_acts(b, a), expected, "the other way round");
    }

    #[test]
    fn two_captures_are_two_stories() {
        check(&[on(5)], &[on(5)], Main::One);
        check(&[on(5)], &[on(12)], Main::Two);
        check(&[of(23.0)], &[of(23.0)], Main::One);
        check(&[of(23.0)], &[of(26.0)], Main::Two);
        check(&[capture()], &[on(5)], Main::Unknown);
        // One that agrees is enough: the other is what was before it.
        check(&[on(5), on(2)], &[on(5)], Main::One);
    }

    #[test]
    fn only_what_comes_first_counts_and_is_told_alike() {
        let later = |happening: Happening| Happening { lead: false, ..happening };
        let other =
            |happening: Happening| Happening { kinds: vec![1], modes: vec![2], roots: vec![8], ..happening };
        check(&[on(5)], &[later(on(12))], Main::Unknown);
        check(&[on(5)], &[other(on(12))], Main::Unknown);
    }
}

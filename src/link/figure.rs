//! Numbers told of a happening, and whether two of them can be one.

use super::hash::word;

/// A number told of a happening.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Hash of what is counted.
    pub what: u32,
    /// The least it can be.
    pub low: f32,
    /// The most it can be; infinite for "more than 50".
    pub high: f32,
}

/// How far two figures may be apart, one being rounded.
const ROUNDING: f32 = 1.1;
/// Counts that grow while the news comes in, so that reports of one happening differ.
const TOLLS: [&str; 4] = ["killed", "wounded", "injured", "missing"];

impl Figure {
    /// Whether both can be true of one happening.
    pub fn agrees(self, other: Self) -> bool {
        self.low <= other.high * ROUNDING && other.low <= self.high * ROUNDING
    }

    /// Whether it counts the dead or the like.
    pub fn is_toll(self) -> bool {
        TOLLS.iter().any(|toll| word(toll) == self.what)
    }
}

/// Whether two tellings have a figure in common; and whether they count the same otherwise (tolls apart, which are
/// the third).
pub(super) fn compared(a: &[Figure], b: &[Figure]) -> [bool; 3] {
    let (mut agreed, mut other, mut tolls) = (false, false, false);
    for x in a {
        let mut same = b.iter().filter(|y| y.what == x.what).peekable();
        if same.peek().is_none() {
            continue;
        }
        if same.any(|y| x.agrees(*y)) {
            agreed = true;
        } else if x.is_toll() {
            tolls = true;
        } else {
            other = true;
        }
    }
    [agreed, other && !agreed, tolls && !agreed]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: (&str, f32, f32), b: (&str, f32, f32), expected: [bool; 3]) {
        let figure = |(what, low, high)| Figure { what: word(what), low, high };
        assert_eq!(compared(&[figure(a)], &[figure(b)]), expected, "{a:?} {b:?}");
    }

    #[test]
    fn figures_are_compared_by_what_they_count() {
        check(("detained", 23.0, 23.0), ("detained", 26.0, 26.0), [false, true, false]);
        check(("killed", 58.0, 58.0), ("killed", 72.0, 72.0), [false, false, true]);
        check(("missiles", 50.0, f32::INFINITY), ("missiles", 59.0, 59.0), [true, false, false]);
        check(("killed", 58.0, 58.0), ("detained", 58.0, 58.0), [false; 3]);
    }
}

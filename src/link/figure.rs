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

    /// How little it can be had by chance: one or two of something are in the news every day. From 0.2 to 1.
    pub(super) fn rarity(self) -> f32 {
        let number = self.low.max(if self.high.is_finite() { self.high } else { 0.0 });
        match number {
            ..2.0 => 0.2,
            ..4.0 => 0.4,
            ..10.0 => 0.7,
            _ => 1.0,
        }
    }

    /// Whether it counts the dead or the like.
    pub fn is_toll(self) -> bool {
        TOLLS.iter().any(|toll| word(toll) == self.what)
    }
}

/// The rarest figure that two tellings have in common; and whether they count the same otherwise (tolls apart, which
/// are the third).
pub(super) fn compared(a: &[Figure], b: &[Figure]) -> (Option<Figure>, bool, bool) {
    let (mut agreed, mut other, mut tolls): (Option<Figure>, _, _) = (None, false, false);
    for x in a {
        let mut same = b.iter().filter(|y| y.what == x.what).peekable();
        if same.peek().is_none() {
            continue;
        }
        if same.any(|y| x.agrees(*y)) {
            agreed = Some(agreed.filter(|rarest| rarest.rarity() >= x.rarity()).unwrap_or(*x));
        } else if x.is_toll() {
            tolls = true;
        } else {
            other = true;
        }
    }
    (agreed, other && agreed.is_none(), tolls && agreed.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: (&str, f32, f32), b: (&str, f32, f32), expected: [bool; 3]) {
        let figure = |(what, low, high)| Figure { what: word(what), low, high };
        let (agreed, other, tolls) = compared(&[figure(a)], &[figure(b)]);
        assert_eq!([agreed.is_some(), other, tolls], expected, "{a:?} {b:?}");
    }

    #[test]
    fn figures_are_compared_by_what_they_count() {
        check(("detained", 23.0, 23.0), ("detained", 26.0, 26.0), [false, true, false]);
        check(("killed", 58.0, 58.0), ("killed", 72.0, 72.0), [false, false, true]);
        check(("missiles", 50.0, f32::INFINITY), ("missiles", 59.0, 59.0), [true, false, false]);
        check(("killed", 58.0, 58.0), ("detained", 58.0, 58.0), [false; 3]);
    }
}

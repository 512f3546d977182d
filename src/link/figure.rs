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
/// How far two figures may be apart that both are "at least" something.
const OPEN: f32 = 1.3;
/// By what a toll may grow from one report to the next, before the two rather tell of two happenings.
const GROWTH: f32 = 2.0;
/// Counts that grow while the news comes in, so that reports of one happening differ.
const TOLLS: [&str; 4] = ["killed", "wounded", "injured", "missing"];

impl Figure {
    /// Whether both can be true of one happening.
    pub fn agrees(self, other: Self) -> bool {
        if self.high.is_infinite() && other.high.is_infinite() {
            return self.low <= other.low * OPEN && other.low <= self.low * OPEN;
        }
        self.low <= other.high * ROUNDING && other.low <= self.high * ROUNDING
    }

    /// Whether one is so much more than the other that no news of the hour explains it.
    fn is_far_from(self, other: Self) -> bool {
        let number = |figure: Self| if figure.high.is_finite() { figure.high } else { figure.low };
        let (few, many) = (number(self).min(number(other)), number(self).max(number(other)));
        many > few * GROWTH
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

/// What the figures of two tellings have to do with each other.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Compared {
    /// How rare the rarest figure is that both have.
    pub(super) agreed: Option<f32>,
    /// Whether they count the same otherwise, and have no figure in common.
    pub(super) other: bool,
    /// The same of tolls, which grow while the news comes in.
    pub(super) other_toll: bool,
    /// Whether tolls are further apart than news of the hour explains.
    pub(super) far_toll: bool,
}

/// Compares the figures of two tellings, of which neither comes first.
pub(super) fn compared(a: &[Figure], b: &[Figure]) -> Compared {
    let mut compared = Compared::default();
    for x in a {
        let counted = |of: &&Figure| of.what == x.what;
        let mut same = b.iter().filter(counted).peekable();
        if same.peek().is_none() {
            continue;
        }
        let agreeing = same.filter(|y| x.agrees(**y)).map(|y| x.rarity().min(y.rarity()));
        if let Some(rarity) = agreeing.reduce(f32::max) {
            compared.agreed = Some(compared.agreed.map_or(rarity, |rarest| rarest.max(rarity)));
        } else if x.is_toll() {
            compared.other_toll = true;
            compared.far_toll |=
                a.iter().filter(counted).all(|one| b.iter().filter(counted).all(|y| one.is_far_from(*y)));
        } else {
            compared.other = true;
        }
    }
    match compared.agreed {
        Some(_) => Compared { agreed: compared.agreed, ..Compared::default() },
        None => compared,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: (&str, f32, f32), b: (&str, f32, f32), expected: [bool; 4]) {
        let figure = |(what, low, high)| Figure { what: word(what), low, high };
        let found = compared(&[figure(a)], &[figure(b)]);
        let flags = [found.agreed.is_some(), found.other, found.other_toll, found.far_toll];
        assert_eq!(flags, expected, "{a:?} {b:?}");
    }

    #[test]
    fn neither_telling_comes_first() {
        let killed = |low: f32| Figure { what: word("killed"), low, high: low };
        for (a, b) in
            [(vec![killed(23.0), killed(32.0)], vec![killed(48.0)]), (vec![killed(9.0)], vec![killed(9.9)])]
        {
            assert_eq!(compared(&a, &b), compared(&b, &a), "{a:?} {b:?}");
        }
    }

    #[test]
    fn figures_are_compared_by_what_they_count() {
        check(("detained", 23.0, 23.0), ("detained", 26.0, 26.0), [false, true, false, false]);
        check(("killed", 58.0, 58.0), ("killed", 72.0, 72.0), [false, false, true, false]);
        check(("killed", 3.0, 3.0), ("killed", 26.0, f32::INFINITY), [false, false, true, true]);
        check(("killed", 11.0, f32::INFINITY), ("killed", 27.0, f32::INFINITY), [false, false, true, true]);
        check(("missiles", 50.0, f32::INFINITY), ("missiles", 59.0, 59.0), [true, false, false, false]);
        check(("killed", 58.0, 58.0), ("detained", 58.0, 58.0), [false; 4]);
    }
}

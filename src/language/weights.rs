//! The weights of a linear model: one table of signed bytes that features share by hashing.

use pulp::Arch;
use std::borrow::Cow;

/// As many classes as a row of weights has room for: a line of the processor's cache.
pub const ROW: usize = 64;
/// As many classes as a row of a pass that knows only coarse classes has room for.
pub const NARROW: usize = 32;

/// A row for every hash: `WIDTH` cells from some cell on. Rows overlap, and begin anywhere: were they aligned, the few
/// frequent classes of all features would meet in few cells, and the others stand empty.
#[derive(Debug, Clone)]
pub struct Weights<const WIDTH: usize = ROW> {
    /// Signed numbers, but kept as the bytes that a table compiled into the program consists of.
    cells: Cow<'static, [u8]>,
    shift: u32,
    /// The widest instructions that this processor has: summing rows is most of the work of reading a text.
    arch: Arch,
}

impl<const WIDTH: usize> Weights<WIDTH> {
    /// A table of cells; there are a power of two of them, and `WIDTH` more so that the last row is whole.
    pub fn new(cells: impl Into<Cow<'static, [u8]>>) -> Option<Self> {
        let cells = cells.into();
        let size = cells.len().checked_sub(WIDTH)?;
        let arch = Arch::new();
        (size.is_power_of_two() && size > 1).then(|| Self { cells, shift: 64 - size.trailing_zeros(), arch })
    }

    /// The bytes of every cell.
    pub fn cells(&self) -> &[u8] {
        &self.cells
    }

    /// The sums of the rows of all features.
    #[inline]
    pub fn sums(&self, features: &[u64]) -> [i16; WIDTH] {
        self.arch.dispatch(
            #[inline(always)]
            || self.sums_of_rows(features),
        )
    }

    #[inline(always)]
    fn sums_of_rows(&self, features: &[u64]) -> [i16; WIDTH] {
        let mut sums = [0i16; WIDTH];
        for &hash in features {
            let begin = (hash >> self.shift) as usize;
            if let Some(row) = self.cells.get(begin..).and_then(|cells| cells.first_chunk::<WIDTH>()) {
                for (sum, &weight) in sums.iter_mut().zip(row) {
                    *sum += i16::from(weight as i8);
                }
            }
        }
        sums
    }
}

/// The most features that can be summed without overflow of 16 bits.
pub const MOST_FEATURES: usize = i16::MAX as usize / 128;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_rows() {
        let mut cells = vec![0; 256 + ROW];
        cells[0] = 3;
        cells[1] = -128i8 as u8;
        cells[255] = 5;
        let weights = Weights::<ROW>::new(cells).unwrap();
        let sums = weights.sums(&[0, 0, 255 << 56]);
        assert_eq!(sums[..2], [6 + 5, -256]);
        assert!(Weights::<ROW>::new(vec![0; 100 + ROW]).is_none());
    }
}

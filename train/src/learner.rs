//! The averaged perceptron.

use chancery::language::weights::Weights;
use pulp::Arch;

/// Weights while they are learned, with what is needed to average them over all steps.
pub struct Learner<const WIDTH: usize> {
    weights: Vec<i16>,
    moments: Vec<i64>,
    shift: u32,
    steps: i64,
    arch: Arch,
}

impl<const WIDTH: usize> Learner<WIDTH> {
    /// A learner with two to the power of `bits` cells, all 0.
    pub fn new(bits: u32) -> Self {
        let size = (1usize << bits) + WIDTH;
        Self { weights: vec![0; size], moments: vec![0; size], shift: 64 - bits, steps: 1, arch: Arch::new() }
    }

    /// The sums of the rows of all features.
    pub fn sums(&self, features: &[u64]) -> [i32; WIDTH] {
        self.arch.dispatch(
            #[inline(always)]
            || self.sums_of_rows(features),
        )
    }

    #[inline(always)]
    fn sums_of_rows(&self, features: &[u64]) -> [i32; WIDTH] {
        let mut sums = [0i32; WIDTH];
        for &hash in features {
            let begin = (hash >> self.shift) as usize;
            for (sum, &weight) in sums.iter_mut().zip(&self.weights[begin..begin + WIDTH]) {
                *sum += i32::from(weight);
            }
        }
        sums
    }

    /// Counts one decision.
    pub fn step(&mut self) {
        self.steps += 1;
    }

    /// Makes `right` more and `wrong` less likely where these features are seen.
    pub fn update(&mut self, features: &[u64], right: usize, wrong: usize) {
        for &hash in features {
            let begin = (hash >> self.shift) as usize;
            self.weights[begin + right] = self.weights[begin + right].saturating_add(1);
            self.moments[begin + right] += self.steps;
            self.weights[begin + wrong] = self.weights[begin + wrong].saturating_sub(1);
            self.moments[begin + wrong] -= self.steps;
        }
    }

    /// The weights averaged over all steps.
    pub fn averaged(&self) -> Vec<f32> {
        let steps = self.steps as f64;
        self.weights
            .iter()
            .zip(&self.moments)
            .map(|(&weight, &moment)| (f64::from(weight) - moment as f64 / steps) as f32)
            .collect()
    }
}

/// Averages weights learned from different seeds.
pub fn mean(tables: Vec<Vec<f32>>) -> Vec<f32> {
    let count = tables.len() as f32;
    let mut tables = tables.into_iter();
    let mut sum = tables.next().unwrap_or_default();
    for table in tables {
        for (sum, weight) in sum.iter_mut().zip(table) {
            *sum += weight;
        }
    }
    sum.iter_mut().for_each(|weight| *weight /= count);
    sum
}

/// Rounds weights to bytes: the largest becomes 127, those that round to less than `least` are dropped.
pub fn quantised<const WIDTH: usize>(weights: &[f32], least: i8) -> Weights<WIDTH> {
    let largest =
        weights.iter().fold(0f32, |largest, weight| largest.max(weight.abs())).max(f32::MIN_POSITIVE);
    let cells = weights
        .iter()
        .map(|weight| (weight / largest * 127.0).round() as i8)
        .map(|cell| if cell.unsigned_abs() < least.unsigned_abs() { 0 } else { cell as u8 })
        .collect();
    table(cells)
}

/// The weights in cells of a learner's table.
pub fn table<const WIDTH: usize>(cells: Vec<u8>) -> Weights<WIDTH> {
    Weights::new(cells).expect("a learner's table has a size that weights can have")
}

/// A small generator of pseudo-random numbers (SplitMix64): the same seed gives the same model.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Shuffles the order of training.
    pub fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            order.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }

    /// True in `percent` of all cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}

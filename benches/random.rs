//! A small generator, the same on every machine.

pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    /// A day of thirty years.
    pub fn day(&mut self) -> String {
        format!("{}-{:02}-{:02}", 1990 + self.below(30), self.below(12) + 1, self.below(28) + 1)
    }
}

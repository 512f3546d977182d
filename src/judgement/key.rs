//! The key of a judgement: the same in every chronicle that has it.

use super::Judgement;
use sha2::{Digest, Sha256};

impl Judgement {
    /// 64 bits of a hash of all that it says, as 16 hexadecimal digits.
    pub fn key(&self) -> String {
        // A value without maps or floats that are not numbers can always be written.
        let written = serde_json::to_vec(self).unwrap_or_default();
        Sha256::digest(&written).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Where it stands in the order of time.
    pub fn order(&self) -> (String, String) {
        (self.made.clone(), self.key())
    }
}

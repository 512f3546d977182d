//! Who says so: speaker, cue, content, stance, aspect.

mod claim;

pub use claim::{Aspect, Claim, ClaimId, Modality, Polarity, Quoted, Stance};

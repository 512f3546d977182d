//! Mentions inside what somebody says.

use super::mention::{Mention, Status, Within};
use crate::article::{Part, Span};

/// The content of one claim, as the claims stage knows it.
#[derive(Debug, Clone, Copy)]
pub struct ClaimContent<'a> {
    /// The part its spans count in.
    pub part: Part,
    /// What is said.
    pub content: &'a [Span],
    /// The words that say that it is said: the mention that stands there is the saying itself.
    pub cue: &'a [Span],
    /// Whether the saying takes it for granted.
    pub granted: bool,
    /// Whether it is wanted or promised rather than reported: what a relative clause tells in it is the writer's.
    pub willed: bool,
    /// Whether the speaker holds it false.
    pub denied: bool,
}

/// Sets `within` and status of the mentions that stand in the content of claims, the innermost claim
/// counting: told as past or present there they are claimed, or denied where the speaker denies them; a
/// planned or hypothetical one stays what it is, and so does one that the words or the saying take for granted.
/// Mentions that an act holds already stay in that act, but are no longer fact. `claims[i]` is the claim numbered i.
pub fn place_within_claims(mentions: &mut [Mention], claims: &[ClaimContent<'_>]) {
    for mention in mentions {
        let Some(trigger) = mention.trigger.first().copied() else { continue };
        let mut holding: Vec<(usize, &ClaimContent<'_>)> = claims
            .iter()
            .enumerate()
            .filter(|(_, claim)| {
                claim.part == mention.part
                    && claim.content.iter().any(|span| span.contains(trigger))
                    && !claim.cue.iter().any(|span| span.overlaps(trigger))
            })
            .collect();
        holding.sort_by_key(|(_, claim)| claim.content.iter().map(|span| span.len()).sum::<usize>());
        let Some((index, innermost)) = holding.first() else { continue };
        if mention.within.is_none() {
            mention.within = Some(Within::Claim(*index));
        }
        if mention.status != Status::Happened || mention.presupposed || innermost.granted {
            continue;
        }
        // What is told by the way inside a wish is the word of whoever tells of the wish.
        if let Some((_, claim)) = holding.iter().find(|(_, claim)| !(claim.willed && mention.by_the_way)) {
            mention.status = if claim.denied { Status::Denied } else { Status::Claimed };
        }
    }
}

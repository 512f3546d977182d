//! Whether two texts are of one origin: copy, excerpt, edited copy, rewording.

use super::Profile;
use super::wording::shared;

/// What a text is of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginRelation {
    /// The same words throughout.
    Copy,
    /// Some of its sentences.
    Excerpt,
    /// The same words with additions and cuts.
    Edited,
    /// Other words in the place of many, names and figures in the same order.
    Reworded,
}

impl OriginRelation {
    /// The word used in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Excerpt => "excerpt",
            Self::Edited => "edited",
            Self::Reworded => "reworded",
        }
    }
}

/// Why two texts share an origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OriginLink {
    /// What one is of the other.
    pub relation: OriginRelation,
    /// The share of the shorter one's sequences that both have.
    pub share: f32,
    /// Whether the first of the two compared is, as far as can be told, the original.
    pub first_is_original: bool,
}

/// Sequences that the shorter text must have to be judged at all.
const ENOUGH: usize = 10;
/// Names and figures in a row: fewer could be shared by chance.
const ENOUGH_ANCHORS: usize = 5;

pub(super) fn origin(a: &Profile, b: &Profile) -> Option<OriginLink> {
    let (x, y) = (&a.wording, &b.wording);
    let least = x.sequences.len().min(y.sequences.len());
    let most = x.sequences.len().max(y.sequences.len());
    if least >= ENOUGH {
        let share = shared(&x.sequences, &y.sequences) as f32 / least as f32;
        if share >= 0.4 {
            let similar = least as f32 >= 0.8 * most as f32;
            let relation = match share >= 0.8 {
                true if similar => OriginRelation::Copy,
                true => OriginRelation::Excerpt,
                false => OriginRelation::Edited,
            };
            return Some(link(relation, share, a, b));
        }
    }
    let least = x.anchors.len().min(y.anchors.len());
    if least >= ENOUGH_ANCHORS {
        let common = shared(&x.anchors, &y.anchors);
        let share = common as f32 / least as f32;
        if common >= ENOUGH_ANCHORS && share >= 0.5 {
            return Some(link(OriginRelation::Reworded, share, a, b));
        }
    }
    None
}

fn link(relation: OriginRelation, share: f32, a: &Profile, b: &Profile) -> OriginLink {
    let standing = |text: &Profile| {
        // An excerpt is shorter than what it is taken from; what is marked as reworded is no original; else the
        // earlier one is.
        let shorter = if relation == OriginRelation::Excerpt {
            std::cmp::Reverse(text.wording.words)
        } else {
            std::cmp::Reverse(0)
        };
        (text.reworded, shorter, text.published.unwrap_or(i32::MAX), text.text)
    };
    OriginLink { relation, share, first_is_original: standing(a) <= standing(b) }
}

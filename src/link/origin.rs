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
/// Sequences from which on a part in common shows an edited copy; stock phrases alone are shorter.
const ENOUGH_EDITED: usize = 20;
/// Sequences up to which a text is so short that few of them and its names tell where it is from.
const SHORT: usize = 60;
/// Names and figures in a row: fewer could be shared by chance.
const ENOUGH_ANCHORS: usize = 7;

pub(super) fn origin(a: &Profile, b: &Profile) -> Option<OriginLink> {
    let (x, y) = (&a.wording, &b.wording);
    let sequences = Common::of(&x.sequences, &y.sequences);
    let most = x.sequences.len().max(y.sequences.len());
    let least = if sequences.of >= ENOUGH_EDITED { 0.4 } else { 0.8 };
    if sequences.of >= ENOUGH && sequences.share() >= least {
        let similar = sequences.of as f32 >= 0.8 * most as f32;
        let relation = match sequences.share() >= 0.8 {
            true if similar => OriginRelation::Copy,
            true => OriginRelation::Excerpt,
            false => OriginRelation::Edited,
        };
        return Some(link(relation, sequences.share(), a, b));
    }
    let anchors = Common::of(&x.anchors, &y.anchors);
    if anchors.found == 0 && sequences.found == 0 {
        return None;
    }
    let gaps = Common::of(&x.gaps, &y.gaps);
    let reworded = anchors.found >= ENOUGH_ANCHORS && anchors.share() >= 0.5
        // The distances between names survive where words are replaced one by one, and nowhere else.
        || gaps.found >= 3 && gaps.share() >= 0.3 && sequences.found + anchors.found + gaps.found >= 6
        || anchors.found >= 4 && anchors.share() >= 0.8 && sequences.found + gaps.found >= 3
        || sequences.of <= SHORT
            && sequences.found >= 5
            && sequences.share() >= 0.2
            && (anchors.of < 3 || anchors.share() >= 0.6);
    reworded.then(|| {
        link(OriginRelation::Reworded, anchors.share().max(gaps.share()).max(sequences.share()), a, b)
    })
}

/// What two lists have in common, of the shorter one.
struct Common {
    found: usize,
    of: usize,
}

impl Common {
    fn of(a: &[u32], b: &[u32]) -> Self {
        Self { found: shared(a, b), of: a.len().min(b.len()) }
    }

    fn share(&self) -> f32 {
        if self.of == 0 { 0.0 } else { self.found as f32 / self.of as f32 }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::mine::Findings;

    const WIRE: &str = "The foreign minister of Russia, Sergei Lavrov, arrived in Geneva on Friday for talks with John Kerry.\n\
        He told reporters that the truce in Aleppo would hold if Washington kept its word of 9 September.\n\
        A spokesman of the United Nations said that 20 lorries with food and medicine waited at the border of Turkey.\n\
        In Damascus, state television blamed the rebels for 4 attacks on the Castello Road since Monday.\n\
        Mr Kerry is to fly on to London, where Boris Johnson receives the envoys of France and Germany on Saturday.";

    fn profile(text: &str) -> Profile {
        Profile::new(&Article { text: text.into(), ..Article::default() }, &Findings::default()).0
    }

    fn check(a: &str, b: &str, expected: Option<OriginRelation>) {
        let (a, b) = (profile(a), profile(b));
        let found = origin(&a, &b);
        assert_eq!(found.map(|link| link.relation), expected, "{found:?}");
        let back = origin(&b, &a);
        assert_eq!(found.map(|link| link.first_is_original), back.map(|link| !link.first_is_original));
    }

    #[test]
    fn copies() {
        check(WIRE, &format!("{WIRE}\nReporting by our staff."), Some(OriginRelation::Copy));
    }

    #[test]
    fn excerpts() {
        let three: Vec<&str> = WIRE.lines().take(3).collect();
        check(WIRE, &three.join("\n"), Some(OriginRelation::Excerpt));
    }

    #[test]
    fn words_replaced_one_by_one() {
        let mut text = WIRE.to_owned();
        for (word, other) in [
            ("foreign minister", "top diplomat"),
            ("arrived", "landed"),
            ("talks", "discussions"),
            ("told", "informed"),
            ("reporters", "journalists"),
            ("truce", "ceasefire"),
            ("hold", "last"),
            ("kept", "honoured"),
            ("spokesman", "speaker"),
            ("lorries", "trucks"),
            ("food", "nourishment"),
            ("waited", "stood"),
            ("border", "frontier"),
            ("blamed", "accused"),
            ("attacks", "assaults"),
            ("since", "from"),
            ("fly", "travel"),
            ("receives", "hosts"),
            ("envoys", "emissaries"),
            ("the ", "a "),
            (" of ", " for "),
            ("would", "will"),
        ] {
            text = text.replace(word, other);
        }
        check(WIRE, &text, Some(OriginRelation::Reworded));
    }

    #[test]
    fn another_report_of_the_same_day_is_no_copy() {
        let other = "John Kerry and Sergei Lavrov met for the third time this month, this time in Geneva.\n\
            Neither would say on Friday whether aid for Aleppo can move soon; the lorries stand in Turkey, the United Nations says.\n\
            Russia wants Washington to part the rebels from the jihadists first.\n\
            The Castello Road, the only way into the city, was shelled again according to Damascus.\n\
            London hosts the next round with France, Germany and Boris Johnson.";
        check(WIRE, other, None);
    }
}

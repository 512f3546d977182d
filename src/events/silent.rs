//! What says nothing: an attack of which no word tells who made it, whom it struck, where it was or what it cost.

use super::draft::Draft;
use super::mention::{EventDateBasis, EventRelation, Mention, Within};
use super::rule::{Needs, Rules};
use std::collections::HashSet;

/// Days in which acts of one sort are few enough to know one by its date.
const WEEK: i64 = 8;

/// The happenings of an article that no mention says anything of but that there was one. An analyst cannot use them, and
/// readers found hardly any of them right. Those on which something else rests are kept: what stands within them, what
/// followed them.
pub(super) fn happenings(drafts: &[Draft], relations: &[EventRelation], rules: &Rules) -> HashSet<usize> {
    let mut silent: HashSet<usize> = drafts.iter().map(|draft| draft.mention.happening).collect();
    let related: HashSet<_> = relations.iter().flat_map(|relation| [relation.from, relation.to]).collect();
    let holding: HashSet<_> = drafts
        .iter()
        .filter_map(|draft| match draft.mention.within {
            Some(Within::Mention(act)) => Some(act),
            _ => None,
        })
        .collect();
    for draft in drafts {
        let mention = &draft.mention;
        // An election and a ceasefire need nobody's name.
        let by_itself = rules.triggers[draft.found.trigger].needs == Needs::None;
        if by_itself || says(mention) || related.contains(&mention.id) || holding.contains(&mention.id) {
            silent.remove(&mention.happening);
        }
    }
    silent
}

/// Whether a mention tells who takes part, where, or how many; or what sort of act it was and on what day.
fn says(mention: &Mention) -> bool {
    let dated = mention.date.as_ref().is_some_and(|date| {
        matches!(date.basis, EventDateBasis::Expression | EventDateBasis::Clause)
            && date.value.days().is_some_and(|days| days <= WEEK)
    });
    dated && mention.mode.is_some()
        || !mention.sources.is_empty()
        || !mention.targets.is_empty()
        || mention.place.is_some()
        || !mention.particulars.is_empty()
}

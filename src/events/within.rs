//! What is agreed, demanded or threatened stands within the agreement, demand or threat.

use super::draft::Draft;
use super::file::Tone;
use super::mention::{Status, Within};
use super::reading::Reading;
use super::status::{
    granted_by_head, held_in_clause, is_counted_from, is_followed_on, is_told_by_the_way, is_under_terms,
    moved_by, said_beside, tells_of_party,
};

/// Sets `within` for the mentions of one sentence.
pub(super) fn place_within_acts(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let head = drafts[i].found.anchor();
        let path: Vec<usize> = reading.grammar.upward(drafts[i].found.head).collect();
        let mut nearest: Option<(usize, usize)> = None;
        for (j, act) in drafts.iter().enumerate() {
            // "offered talks": the noun is what is offered, though the verb carries it.
            let offered = act.found.content.contains(&drafts[i].found.head)
                && reading.rules.words.hypothetical.contains(reading.grammar.lemma(act.found.head));
            let same = act.found.head == head && !offered;
            if i == j || same || act.found.head == drafts[i].found.head {
                continue;
            }
            let depth = act
                .found
                .content
                .iter()
                .filter_map(|&content| path.iter().position(|&token| token == content))
                .filter(|&depth| !aside(reading, &path[..depth], &drafts[i]))
                .min();
            // An act told beside its content ("…, said the minister") is not below itself.
            let own = act.found.content.contains(&act.found.head);
            if let (Some(depth), false) = (depth, own)
                && nearest.is_none_or(|(least, _)| depth < least)
            {
                nearest = Some((depth, j));
            }
        }
        let Some((_, act)) = nearest else { continue };
        let id = drafts[act].mention.id;
        let trigger = reading.trigger(&drafts[act].found);
        let content_status = trigger.content_status.map_or(Status::Hypothetical, Status::from);
        let content = &mut drafts[i].mention;
        content.within = Some(Within::Mention(id));
        if content.status == Status::Happened {
            content.status = content_status;
        }
    }
}

/// Whether the way up to a content leads out of what the writer tells himself: "demanded an apology for an incident in
/// which its ship was seized", "the release of fighters arrested in May", "an investigation into the killing",
/// "called for a meeting, which was held on Friday", "called for calm after clashes", "asked for help, blaming the rebels",
/// "agreed to disarm under a deal brokered by Oslo", "vowed to hit back after rebels struck the base".
fn aside(reading: &Reading<'_>, path: &[usize], told: &Draft) -> bool {
    // "agreed to leave after the rebels freed the hostages" may lay down a term.
    let may_be_term = reading.kind(&told.found).tone == Tone::Friendly;
    let leads_out = |&token: &usize| {
        is_told_by_the_way(reading, token)
            || said_beside(reading, token).is_some()
            || is_followed_on(reading, token)
            || is_under_terms(reading, token)
            || is_counted_from(reading, token)
            || !may_be_term && moved_by(reading, token)
    };
    path.iter().any(leads_out)
        || path.first().is_some_and(|&head| {
            granted_by_head(reading, head)
                || tells_of_party(reading, head)
                || held_in_clause(reading, head).is_some()
        })
}

//! Whose act it is that somebody condemns, rejects or welcomes, where another mention tells it: "Rebels shelled the port.
//! The council condemned the attack."

use super::super::draft::Draft;
use super::super::matching::{known, same};
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use crate::language::Relation;

/// Gives such mentions without a target those who did what their objects speak of.
pub(in super::super) fn blame(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, reading) in readings.iter().enumerate() {
        let here = starts[index]..starts[index + 1];
        for at in here.clone() {
            let draft = &drafts[at];
            let kind = &reading.rules.kinds[reading.rules.triggers[draft.found.trigger].kind];
            if !kind.answers || draft.mention.targets.iter().any(known) {
                continue;
            }
            let objects: Vec<usize> = draft
                .found
                .content
                .iter()
                .chain(&draft.found.object)
                .map(|&object| reading.core(object))
                .collect();
            let told = drafts[here.clone()].iter().find(|other| objects.contains(&other.found.head));
            let doers = match told {
                Some(told) => Some(told.mention.sources.clone()).filter(|doers| doers.iter().any(known)),
                None => {
                    let points = |class| objects.iter().any(|&object| points_back(reading, object, class));
                    let strikes = points("pointing-strike");
                    let paragraph = |at: usize| readings[at].grammar.sentence.paragraph;
                    let before = index.checked_sub(1).filter(|&before| paragraph(before) == paragraph(index));
                    let from = before.map_or(here.start, |before| starts[before]);
                    let of_strike =
                        |other: &Draft| !strikes || reading.rules.triggers[other.found.trigger].strikes;
                    let points = strikes || points("pointing");
                    points.then(|| last_doers(&drafts[from..at], draft, of_strike)).flatten()
                }
            };
            let apart = |doers: &Vec<Participant>| {
                !doers.iter().any(|one| draft.mention.sources.iter().any(|own| same(one, own)))
            };
            if let Some(doers) = doers.filter(apart) {
                drafts[at].mention.targets = doers;
            }
        }
    }
}

/// "the decision", "this attack": a deed, by a class of words for such, that nothing beside it tells more of.
fn points_back(reading: &Reading<'_>, noun: usize, class: &str) -> bool {
    let grammar = &reading.grammar;
    let more = [Relation::Nmod, Relation::NmodPoss, Relation::AclRelcl, Relation::Acl, Relation::Compound];
    reading.rules.in_class(class, grammar.lemma(noun))
        && grammar.is_definite(noun)
        && !grammar.children(noun).any(|child| more.contains(&grammar.relation(child)))
}

/// Those who did what was told last of some acts, if it is one thing.
fn last_doers(
    before: &[Draft],
    taker: &Draft,
    may_be_meant: impl Fn(&Draft) -> bool,
) -> Option<Vec<Participant>> {
    let candidates = before.iter().rev().filter(|draft| {
        draft.mention.part == taker.mention.part
            && draft.assessment.main
            && may_be_meant(draft)
            && matches!(draft.mention.status, Status::Happened | Status::Planned)
            && draft.mention.sources.iter().any(known)
    });
    let mut candidates = candidates.peekable();
    let last = candidates.peek()?.mention.sentence;
    let mut sides =
        candidates.take_while(|draft| draft.mention.sentence == last).map(|draft| &draft.mention.sources);
    let first = sides.next()?;
    let alike = |other: &Vec<Participant>| {
        other.len() == first.len() && other.iter().zip(first).all(|(one, two)| same(one, two))
    };
    sides.all(alike).then(|| first.clone())
}

//! What the mentions of one happening in one sentence tell together: the dead with one verb, the wounded with another.

use super::super::draft::Draft;
use super::super::mention::{Participant, Particular};
use super::super::reading::Reading;
use super::lend::are_persons;
use super::sentence::elsewhere;
use crate::language::Relation;

/// "kills 16 and wounds 27": a timeline shows one of the two mentions, and both numbers are of what it tells. Where others
/// tell different numbers, nothing is shared.
pub(super) fn share_tolls(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let shared: Vec<Vec<Particular>> = (0..drafts.len())
        .map(|at| {
            ["killed", "wounded"].iter().filter_map(|what| told_beside(reading, drafts, at, what)).collect()
        })
        .collect();
    for (draft, mut numbers) in drafts.iter_mut().zip(shared) {
        draft.mention.particulars.append(&mut numbers);
    }
}

/// The one number that other mentions of its happening have of the dead or the wounded, where a mention has none.
fn told_beside(reading: &Reading<'_>, drafts: &[Draft], at: usize, what: &str) -> Option<Particular> {
    let draft = &drafts[at];
    let harms = |one: &Draft| reading.trigger(&one.found).strikes || reading.kind(&one.found).befalls;
    if !harms(draft) || draft.mention.number(what).is_some() {
        return None;
    }
    let of_it = |other: &&Draft| {
        other.mention.happening == draft.mention.happening
            && other.mention.status == draft.mention.status
            && harms(other)
            && !elsewhere(draft, other)
    };
    let mut told = drafts.iter().filter(of_it).filter_map(|other| other.mention.number(what));
    let first = told.next()?;
    told.all(|other| (other.low, other.high) == (first.low, first.high)).then(|| first.clone())
}

/// "Ninety were killed or wounded": one number is of both, and tells of each verb only what that verb says; of a deed with a
/// name of its own it tells neither.
pub(super) fn tell_once(reading: &Reading<'_>, draft: &mut Draft) {
    let head = draft.found.head;
    let words = &reading.rules.words;
    let [kills, wounds] =
        [&words.killing, &words.wounding].map(|class| class.contains(reading.grammar.lemma(head)));
    let place = |what: &str| draft.mention.number(what).map(|one| one.location);
    if place("killed").is_some() && place("killed") == place("wounded") {
        draft.mention.particulars.retain(|one| match one.what.as_str() {
            "killed" => kills,
            "wounded" => wounds,
            _ => true,
        });
    }
}

/// "The bus overturned, injuring nine": an accident is done to people, where it is told to have hurt any, and not to what
/// they were in; but what a verb has as its object is what it was done to: "a quake destroyed 50 villages and killed 90".
pub(super) fn leave_out_things(reading: &Reading<'_>, draft: &mut Draft) {
    let hurt = ["killed", "wounded"].iter().any(|what| draft.mention.number(what).is_some());
    let people = |one: &Participant| are_persons(reading, one) || reading.is_bare_count(one);
    if reading.kind(&draft.found).befalls && hurt && draft.mention.targets.iter().any(people) {
        let grammar = &reading.grammar;
        let struck = |one: &Participant| {
            reading.heads_of(one).any(|head| {
                let first = grammar.first_conjunct(head);
                matches!(grammar.relation(first), Relation::Obj | Relation::NsubjPass)
                    && grammar.parent(first) == Some(draft.found.head)
            })
        };
        draft.mention.targets.retain(|one| people(one) || struck(one));
    }
}

/// "A bombing leaves several injured": what happens suffers nothing by the verb that tells what it left behind.
pub(super) fn leave_out_deeds(reading: &Reading<'_>, draft: &mut Draft) {
    let grammar = &reading.grammar;
    let verb = draft.found.head;
    let leaves = |head: usize| {
        reading.happens(head)
            && grammar.relation(head) == Relation::Nsubj
            && grammar.parent(grammar.first_conjunct(head)).map(|above| grammar.first_conjunct(above))
                == Some(grammar.first_conjunct(verb))
    };
    if grammar.lemma(verb) == "leave" {
        draft.mention.targets.retain(|one| !reading.heads_of(one).any(leaves));
    }
}

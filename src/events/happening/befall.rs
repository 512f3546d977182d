//! What befalls people in what befalls things: "A bus overturned, leaving four people injured".

use super::super::draft::Draft;
use super::super::file::Tone;
use super::super::matching::known;
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use super::death::{causes, may_die_by};
use super::lend::are_persons;
use super::sentence::elsewhere;
use super::toll::may_cost;
use crate::language::{Relation, Upos, Xpos};

/// How many words up the tree what befell people hangs on what caused it.
const REACH: usize = 4;

/// Makes what befell people, if nobody is told to have done it, part of the accident or the disaster that it is told of
/// in one clause, or under whose name: "2013 Toledo flood: Four people are killed".
pub(in super::super) fn befall(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let grammar = &reading.grammar;
        let head = draft.found.head;
        let nobody = is_dying(reading, draft) || !draft.mention.sources.iter().any(known);
        // "died when a landslide buried a village": it is the landslide by which they died.
        let suffers = match reading.kind(&draft.found).befalls {
            true => grammar.is_verb(head) && reading.harms(head),
            // "the killing of a pilot whose plane had crashed" has its doer by its name.
            false => {
                let deed = reading.rules.in_class("deed", grammar.lemma(head));
                is_dying(reading, draft) || reading.befalls(head) && !deed
            }
        };
        if !suffers {
            continue;
        }
        let cause = drafts.iter().position(|other| {
            let clause = other.found.anchor();
            let below =
                || grammar.upward(head).skip(1).take(REACH).any(|at| at == clause || at == other.found.head);
            // "killed when a bus fell into a river"
            let occasion = || {
                grammar.upward(clause).skip(1).take(REACH).any(|at| at == head)
                    && grammar.tells_occasion(grammar.whole_clause(clause))
            };
            // "Ten were killed and thirty hurt in a crash": the last one tells it for all.
            let joined = || {
                let at = other.found.head;
                at > head
                    && grammar.first_conjunct(at) == grammar.first_conjunct(head)
                    && reading.harms(at)
                    && grammar.passive(head)
                    && !has_occasion(reading, head)
            };
            // "stormed a train that derailed, killing ten": which train is told, and not what killed.
            // "killed in Vail, when a bus overturned": no clause of the town's, though the parser hangs it there.
            let aside = grammar.relation(clause) == Relation::AclRelcl && !grammar.tells_occasion(clause);
            reading.kind(&other.found).befalls
                && other.found.head != head
                && !aside
                && (nobody || is_of_wreck(reading, head, other))
                && (below() || occasion() || joined())
        });
        let cause = cause
            .or_else(|| named_above(reading, drafts, at).filter(|_| nobody))
            .or_else(|| struck_before(reading, drafts, at))
            .or_else(|| sole_mishap(reading, drafts, at).filter(|_| nobody));
        if let Some(cause) = cause {
            make_part(reading, drafts, at, cause);
        }
    }
}

/// "The toll of the tornado rises to 24, with a hundred people injured": the mishap that a sentence tells of, where it tells
/// of nothing hostile by which people could have been hurt, on whatever the parser hangs the two.
fn sole_mishap(reading: &Reading<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let head = drafts[at].found.head;
    let befell = matches!(grammar.xpos(head), Xpos::Vbn | Xpos::Vbg)
        && !grammar
            .child(head, Relation::Nsubj)
            .is_some_and(|subject| !grammar.passive(head) && reading.may_act(subject))
        && reading.trigger(&drafts[at].found).strikes
        && !has_occasion(reading, head);
    let hurt = |draft: &Draft| reading.harms(draft.found.head) && !draft.mention.sources.iter().any(known);
    let peaceful = |draft: &Draft| reading.kind(&draft.found).tone != Tone::Hostile;
    let alone = drafts.iter().all(|other| peaceful(other) || hurt(other));
    drafts
        .iter()
        .position(|other| {
            reading.kind(&other.found).befalls
                && !reading.harms(other.found.head)
                && other.mention.status == Status::Happened
                && grammar.relation(other.found.anchor()) != Relation::AclRelcl
                && !elsewhere(other, &drafts[at])
        })
        .filter(|_| befell && alone)
}

/// "died when a rocket hit their house", "died after being shot": the attack in whose clause people are told to have died,
/// where they are no more than people and nothing else is told to be the cause.
fn struck_before(reading: &Reading<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let head = drafts[at].found.head;
    let dead: Vec<usize> = drafts[at].mention.sources.iter().flat_map(|one| reading.heads_of(one)).collect();
    // "nine on board a plane die": the plane does not.
    let dead: Vec<usize> = dead.into_iter().filter(|&one| reading.is_people(one)).collect();
    if dead.is_empty() || !is_dying(reading, &drafts[at]) {
        return None;
    }
    drafts.iter().position(|other| {
        let clause = grammar.whole_clause(other.found.anchor());
        reading.trigger(&other.found).strikes
            && other.mention.status == Status::Happened
            && grammar.is_verb(other.found.anchor())
            && grammar.parent(clause) == Some(head)
            && grammar.tells_occasion(clause)
            && !is_long_after(reading, head, other)
            && dead.iter().all(|&one| may_die_by(reading, head, one, other))
            && !elsewhere(other, &drafts[at])
    })
}

/// "died two years after rebels had shelled the town": a time between makes it another matter.
pub(super) fn is_long_after(reading: &Reading<'_>, verb: usize, deed: &Draft) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.whole_clause(deed.found.anchor());
    let after = grammar.opening(clause).filter(|_| grammar.parent(clause) == Some(verb));
    let before = after.and_then(|after| after.checked_sub(1));
    before.is_some_and(|before| {
        let span = reading.rules.in_class("span", grammar.lemma(before));
        let own = grammar.upos(before) == Upos::Adv && grammar.parent(before) == Some(clause);
        span && after.is_some_and(|word| grammar.lower(word) == "after") || own
    })
}

/// "The ship rammed the pier, destroying a crane": what crashes does the rest of the damage as well, and no state whose it
/// is.
fn is_of_wreck(reading: &Reading<'_>, verb: usize, cause: &Draft) -> bool {
    let grammar = &reading.grammar;
    grammar.is_verb(cause.found.head)
        && grammar.parent(verb) == Some(cause.found.head)
        && matches!(grammar.relation(verb), Relation::Conj | Relation::Advcl)
        && grammar.mark(verb).is_none()
        && !grammar.passive(verb)
        && !grammar.has_nominal_subject(verb)
}

/// Whether people die by no deed that their verb tells of: who dies is then the one whom something else befell.
pub(super) fn is_dying(reading: &Reading<'_>, draft: &Draft) -> bool {
    let head = draft.found.head;
    !reading.trigger(&draft.found).strikes
        && reading.grammar.is_verb(head)
        && !reading.befalls(head)
        && reading.harms(head)
        && draft.mention.targets.is_empty()
}

/// Makes a mention one of the kind and the mode of another: those who suffer it do not do it, but whoever strikes does.
fn make_part(reading: &Reading<'_>, drafts: &mut [Draft], at: usize, cause: usize) {
    let Ok([draft, cause]) = drafts.get_disjoint_mut([at, cause]) else { return };
    let doers = match reading.trigger(&cause.found).strikes {
        true => cause.mention.sources.clone(),
        false => Vec::new(),
    };
    let done = std::mem::replace(&mut draft.mention.sources, doers);
    if is_dying(reading, draft) {
        // "nine on board a plane die": the plane does not.
        let people = |one: &Participant| are_persons(reading, one);
        let several = done.iter().any(people);
        draft.mention.targets = done.into_iter().filter(|one| !several || people(one)).collect();
    }
    if draft.mention.kind != cause.mention.kind {
        draft.found.trigger = cause.found.trigger;
        draft.mention.kind.clone_from(&cause.mention.kind);
        draft.mention.rule.clone_from(&cause.mention.rule);
        draft.mention.contexts.clone_from(&cause.mention.contexts);
    }
    draft.found.mode = cause.found.mode;
    draft.mention.mode.clone_from(&cause.mention.mode);
}

/// So many sentences later it is still told what a disaster did.
const NEAR: usize = 2;

/// Makes what befell people in a sentence of its own part of the disaster told right before, where the article tells of
/// no other deed so far and the sentence of no occasion: "A tornado hits the town. Ten people are killed."
pub(in super::super) fn befall_after(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, range) in starts.windows(2).enumerate() {
        let Some(reading) = readings.get(index) else { break };
        let strikes = |draft: &Draft| reading.trigger(&draft.found).strikes;
        for at in range[0]..range[1] {
            let suffers = |draft: &Draft| {
                let head = draft.found.head;
                let hurt = strikes(draft)
                    && reading.befalls(head)
                    && reading.grammar.passive(head)
                    && draft.mention.sources.is_empty();
                (hurt || is_dying(reading, draft) && is_counted(reading, draft))
                    && draft.told.is_none()
                    && !has_occasion(reading, head)
            };
            let (before, later) = (&drafts[..range[0]], &drafts[range[0]..range[1]]);
            let alone =
                !before.iter().any(strikes) && later.iter().all(|other| !strikes(other) || suffers(other));
            let cause = before.iter().rposition(|other| {
                reading.kind(&other.found).befalls
                    && !elsewhere(other, &drafts[at])
                    && other.mention.status == Status::Happened
                    && other.mention.sentence + NEAR >= drafts[at].mention.sentence
            });
            let cause = cause.filter(|_| alone && suffers(&drafts[at]));
            if let Some(cause) = cause.or_else(|| violence_before(readings, drafts, at)) {
                make_part(reading, drafts, at, cause);
            }
        }
    }
}

/// "Gunmen attacked a bus. Six passengers died": the one deed of somebody that the sentence before tells, where people of
/// whom no more is told died of nothing else.
fn violence_before(readings: &[Reading<'_>], drafts: &[Draft], at: usize) -> Option<usize> {
    let toll = &drafts[at];
    let reading = &readings[toll.mention.sentence];
    let here = reading.grammar.sentence;
    let died = is_dying(reading, toll)
        && is_counted(reading, toll)
        && toll.told.is_none()
        && toll.mention.status == Status::Happened
        && !has_occasion(reading, toll.found.head);
    let before = toll.mention.sentence.checked_sub(1).filter(|_| died)?;
    let mut deeds = (0..at).filter(|&other| {
        drafts[other].mention.sentence == before && may_cost(&readings[before], &drafts[other])
    });
    let deed = deeds.next().filter(|_| deeds.next().is_none())?;
    let one = readings[before].grammar.sentence.shares_paragraph(here)
        && readings[before].trigger(&drafts[deed].found).strikes
        && !elsewhere(&drafts[deed], toll);
    one.then_some(deed)
}

/// Whether those who die are so many people, and nobody of whom more is told: "Seven people die".
fn is_counted(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let counted =
        |head: usize| grammar.upos(head) == Upos::Num || grammar.child(head, Relation::Nummod).is_some();
    !draft.mention.sources.is_empty()
        && draft.mention.sources.iter().all(|one| reading.heads_of(one).any(counted))
}

/// Whether something is told in which or by which people were hurt: "in clashes", "by a mine".
pub(super) fn has_occasion(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    // "injured by shattered glass" tells by what, not in what.
    let is_debris = |child: usize| reading.rules.in_class("debris", grammar.lemma(reading.core(child)));
    let told = |child: usize| match grammar.relation(child) {
        Relation::OblAgent => !is_debris(child),
        relation => relation == Relation::Advcl,
    };
    grammar.children(verb).any(told) || causes(reading, verb).any(|cause| !is_debris(cause))
}

/// The disaster in a heading, where what it is headed tells of no other deed that people could have died of.
fn named_above(reading: &Reading<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let colon = reading.grammar.heading_end()?;
    let own = reading.trigger(&drafts[at].found).kind;
    let suffered =
        |draft: &Draft| reading.trigger(&draft.found).kind != own || reading.harms(draft.found.head);
    let alone = reading.grammar.passive(drafts[at].found.head) && drafts.iter().all(suffered);
    drafts
        .iter()
        .position(|named| named.found.head < colon && reading.kind(&named.found).befalls)
        .filter(|_| alone && drafts[at].found.head > colon)
}

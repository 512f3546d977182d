//! What befalls people in what befalls things: "A bus overturned, leaving four people injured".

use super::super::draft::Draft;
use super::super::matching::known;
use super::super::mention::Status;
use super::super::reading::Reading;
use crate::language::Relation;

/// How many words up the tree what befell people hangs on what caused it.
const REACH: usize = 4;

/// Makes what befell people, if nobody is told to have done it, part of the accident or the disaster that it is told of
/// in one clause, or under whose name: "2013 Toledo flood: Four people are killed".
pub(in super::super) fn befall(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let grammar = &reading.grammar;
        let nobody = !draft.mention.sources.iter().any(known);
        // "died when a landslide buried a village": it is the landslide by which they died.
        let suffers = match reading.kind(&draft.found).befalls {
            true => grammar.is_verb(draft.found.head) && reading.harms(draft.found.head),
            // "the killing of a pilot whose plane had crashed" has its doer by its name.
            false => {
                let deed = reading.rules.in_class("deed", grammar.lemma(draft.found.head));
                reading.befalls(draft.found.head) && nobody && !deed
            }
        };
        if !suffers {
            continue;
        }
        let head = draft.found.head;
        let cause = drafts.iter().position(|other| {
            let clause = other.found.anchor();
            let below =
                || grammar.upward(head).skip(1).take(REACH).any(|at| at == clause || at == other.found.head);
            // "killed when a bus fell into a river"
            let occasion = || {
                grammar.upward(clause).skip(1).take(REACH).any(|at| at == head)
                    && grammar.tells_occasion(clause)
            };
            // "stormed a train that derailed, killing ten": which train is told, and not what killed.
            let aside = grammar.relation(clause) == Relation::AclRelcl;
            reading.kind(&other.found).befalls
                && other.found.head != head
                && !aside
                && (below() || occasion())
        });
        let cause = cause.or_else(|| named_above(reading, drafts, at));
        if let Some(cause) = cause {
            make_part(drafts, at, cause);
        }
    }
}

/// Makes a mention one of the kind and the mode of another.
fn make_part(drafts: &mut [Draft], at: usize, cause: usize) {
    let Ok([draft, cause]) = drafts.get_disjoint_mut([at, cause]) else { return };
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
            let head = drafts[at].found.head;
            let suffers = strikes(&drafts[at])
                && reading.befalls(head)
                && reading.grammar.passive(head)
                && drafts[at].mention.sources.is_empty()
                && drafts[at].told.is_none()
                && !has_occasion(reading, head);
            let (before, later) = (&drafts[..range[0]], &drafts[range[0]..range[1]]);
            let alone = before.iter().chain(later).all(|other| {
                let itself =
                    other.mention.sentence == drafts[at].mention.sentence && other.found.head == head;
                itself || !strikes(other)
            });
            let cause = before.iter().rposition(|other| {
                reading.kind(&other.found).befalls
                    && other.mention.status == Status::Happened
                    && other.mention.sentence + NEAR >= drafts[at].mention.sentence
            });
            if let Some(cause) = cause.filter(|_| suffers && alone) {
                make_part(drafts, at, cause);
            }
        }
    }
}

/// Whether something is told in which or by which people were hurt: "in clashes", "by a mine".
pub(super) fn has_occasion(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(verb).any(|child| match grammar.relation(child) {
        Relation::OblAgent | Relation::Advcl => true,
        Relation::Obl => {
            grammar
                .preposition(child)
                .is_some_and(|word| !matches!(grammar.lower(word), "on" | "at" | "near" | "of"))
                && reading.place_at(child).is_none()
        }
        _ => false,
    })
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

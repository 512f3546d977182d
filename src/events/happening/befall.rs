//! What befalls people in what befalls things: "A bus overturned, leaving four people injured".

use super::super::draft::Draft;
use super::super::matching::known;
use super::super::reading::Reading;
use crate::language::Relation;

/// How many words up the tree what befell people hangs on what caused it.
const REACH: usize = 4;

/// Makes what befell people, if nobody is told to have done it, part of the accident or the disaster that it is told of
/// in one clause, or under whose name: "2013 Toledo flood: Four people are killed".
pub(in super::super) fn befall(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let rules = reading.rules;
    let kind = |draft: &Draft| &rules.kinds[rules.triggers[draft.found.trigger].kind];
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let grammar = &reading.grammar;
        let nobody = !draft.mention.sources.iter().any(known);
        // "died when a landslide buried a village": it is the landslide by which they died.
        let suffers = match kind(draft).befalls {
            true => grammar.is_verb(draft.found.head) && reading.harms(draft.found.head),
            false => reading.befalls(draft.found.head) && nobody,
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
            kind(other).befalls && other.found.head != head && !aside && (below() || occasion())
        });
        let cause = cause.or_else(|| named_above(reading, drafts, at));
        if let Some(cause) = cause {
            let (trigger, mode) = (drafts[cause].found.trigger, drafts[cause].found.mode);
            let told = &drafts[cause].mention;
            let (name, shown, rule) = (told.kind.clone(), told.mode.clone(), told.rule.clone());
            let contexts = told.contexts.clone();
            let draft = &mut drafts[at];
            if draft.mention.kind == name {
                (draft.found.mode, draft.mention.mode) = (mode, shown);
                continue;
            }
            (draft.found.trigger, draft.found.mode) = (trigger, mode);
            (draft.mention.kind, draft.mention.mode) = (name, shown);
            (draft.mention.rule, draft.mention.contexts) = (rule, contexts);
        }
    }
}

/// The disaster in a heading, where what it is headed tells of no other deed that people could have died of.
fn named_above(reading: &Reading<'_>, drafts: &[Draft], at: usize) -> Option<usize> {
    let colon = reading.grammar.heading_end()?;
    let kind = |draft: &Draft| reading.rules.triggers[draft.found.trigger].kind;
    let own = kind(&drafts[at]);
    let suffered = |draft: &Draft| kind(draft) != own || reading.harms(draft.found.head);
    let alone = reading.grammar.passive(drafts[at].found.head) && drafts.iter().all(suffered);
    drafts
        .iter()
        .position(|named| named.found.head < colon && reading.rules.kinds[kind(named)].befalls)
        .filter(|_| alone && drafts[at].found.head > colon)
}

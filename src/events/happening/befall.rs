//! What befalls people in what befalls things: "A bus overturned, leaving four people injured".

use super::super::draft::Draft;
use super::super::matching::known;
use super::super::reading::Reading;
use crate::language::Relation;

/// How many words up the tree what befell people hangs on what caused it.
const REACH: usize = 4;

/// Makes what befell people, if nobody is told to have done it, part of the accident or the disaster that it is told of
/// in one clause.
pub(in super::super) fn befall(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let rules = reading.rules;
    let kind = |draft: &Draft| &rules.kinds[rules.triggers[draft.found.trigger].kind];
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let grammar = &reading.grammar;
        let suffers = reading.befalls(draft.found.head)
            && !kind(draft).befalls
            && !draft.mention.sources.iter().any(known);
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
            kind(other).befalls && !aside && (below() || occasion())
        });
        if let Some(cause) = cause {
            let (trigger, mode) = (drafts[cause].found.trigger, drafts[cause].found.mode);
            let told = &drafts[cause].mention;
            let (name, shown, rule) = (told.kind.clone(), told.mode.clone(), told.rule.clone());
            let contexts = told.contexts.clone();
            let draft = &mut drafts[at];
            (draft.found.trigger, draft.found.mode) = (trigger, mode);
            (draft.mention.kind, draft.mention.mode) = (name, shown);
            (draft.mention.rule, draft.mention.contexts) = (rule, contexts);
        }
    }
}

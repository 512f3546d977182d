//! Whether what is promised, demanded or threatened is told by an event that stands within it.

use super::super::draft::Draft;
use super::super::reading::Reading;
use crate::language::{Relation, Upos, Xpos};

/// "to resume the shelling" is the shelling; "a boycott of the election" is no election, and "to keep striking miners
/// from marching" no strike: such contents are told in their own words, if those of the article tell of one (`told`).
pub(super) fn says(readings: &[Reading<'_>], act: &Draft, event: &Draft, told: bool) -> bool {
    if act.mention.sentence != event.mention.sentence || act.found.content.is_empty() {
        return true;
    }
    let reading = &readings[act.mention.sentence];
    let grammar = &reading.grammar;
    let head = grammar.first_conjunct(event.found.head);
    act.found.content.iter().map(|&content| grammar.first_conjunct(content)).any(|content| {
        let itself = |content| {
            content == head
                || content == event.found.head
                || content == event.found.anchor()
                || event.found.rest.contains(&content)
        };
        // What lies between: "a boycott of the election", "urged miners to march".
        let aside: &[Relation] = match grammar.upos(content) {
            Upos::Noun => &[Relation::Nmod, Relation::Compound, Relation::Amod, Relation::AclRelcl],
            Upos::Verb => &[Relation::Amod, Relation::AclRelcl],
            // "to be more open about it as the election nears"
            Upos::Adj => &[Relation::Advcl, Relation::AclRelcl],
            _ => return true,
        };
        // "to turn away boats of people seeking asylum"
        let describes = |at| {
            grammar.relation(at) == Relation::Acl
                && grammar.is_verb(content)
                && matches!(grammar.xpos(at), Xpos::Vbg | Xpos::Vbn)
        };
        // "to stop deporting refugees" is no deportation; "to leave, as they promised" no promise; "of breaking a truce in their
        // war" no war.
        if told && grammar.is_verb(content) && leads_aside(reading, content, event) {
            return false;
        }
        // "spying on the camp and meeting his aides": the last of a row does not tell the first, where the first is told.
        let last_of_row = grammar.first_conjunct(event.found.head) != event.found.head
            && (grammar.is_verb(content) && (told || !grammar.is_verb(event.found.head))
                || grammar.upos(content) == Upos::Noun && grammar.is_verb(event.found.head))
            && event.found.head != content;
        if last_of_row || is_done_to(reading, content, event) {
            return false;
        }
        itself(content)
            || itself(reading.core(content))
            || grammar.below(event.found.head, content)
                && !grammar
                    .upward(head)
                    .take_while(|&at| at != content)
                    .any(|at| aside.contains(&grammar.relation(at)) || describes(at))
    })
}

/// Whether what a verb tells is another thing than an event below it: one that it ends, one of a clause about its
/// circumstances, or one that stands beside an object of its own.
fn leads_aside(reading: &Reading<'_>, content: usize, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let event = draft.found.head;
    if !grammar.below(event, content) {
        return false;
    }
    grammar.upward(event).take_while(|&at| at != content).any(|at| {
        let Some(above) = grammar.parent(at) else { return false };
        match grammar.relation(at) {
            Relation::Xcomp => reading.rules.in_class("ceasing", grammar.lemma(above)),
            // "warned that the cost would rise if they broke the truce" warns of the breach.
            Relation::Advcl => {
                let opening = grammar.opening(at).map(|word| grammar.lower(word));
                grammar.xpos(at).is_finite()
                    && opening.is_some_and(|word| !matches!(word, "if" | "unless" | "should"))
            }
            Relation::Obl => {
                // "played a role in the killing", "beat them to death"
                let beside = grammar.child(above, Relation::Obj).is_some_and(|object| {
                    object < at && !reading.rules.in_class("share-in-deed", grammar.lemma(object))
                });
                let own = draft.found.anchor() == above || draft.found.rest.contains(&above);
                beside && !own && !grammar.is_verb(event) && !is_light(reading, above)
            }
            _ => false,
        }
    })
}

/// "to delay the election": what a verb of its own is done to is not what is agreed, but for verbs that say little beside
/// their noun.
fn is_done_to(reading: &Reading<'_>, verb: usize, event: &Draft) -> bool {
    let (grammar, words) = (&reading.grammar, &reading.rules.words);
    let (head, lemma) = (event.found.head, grammar.lemma(verb));
    let undoes = words.averting.contains(lemma)
        || ["delaying", "ceasing"].iter().any(|class| reading.rules.in_class(class, lemma));
    grammar.is_verb(verb)
        && !grammar.is_verb(head)
        && grammar.relation(head) == Relation::Obj
        && grammar.parent(head) == Some(verb)
        && !event.found.rest.contains(&verb)
        && (undoes || !is_light(reading, verb) && event.found.anchor() != verb)
}

/// Whether a verb says little beside its noun or the verb below it: "hold talks", "begin to leave".
fn is_light(reading: &Reading<'_>, verb: usize) -> bool {
    let (words, lemma) = (&reading.rules.words, reading.grammar.lemma(verb));
    words.support.contains(lemma) || words.aspect.contains(lemma)
}

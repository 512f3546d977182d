//! Who says a sentence, told at its end: "ten people were killed in the port the agency reported".

use super::super::reading::Reading;
use crate::language::{Relation, Upos};

/// Whether a mention stands in what the last words of its sentence tell that somebody says, though the comma before them
/// may be lost.
pub(super) fn said_at_end(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    let Some(root) = grammar.root() else { return false };
    let behind = grammar.children(root).filter(|&child| grammar.relation(child) == Relation::Parataxis);
    let Some(verb) = behind.chain([root]).find(|&verb| closes(reading, verb)) else { return false };
    let content = grammar.children(verb).find(|&child| grammar.relation(child) == Relation::Ccomp);
    let content = if verb == root { content } else { Some(root) };
    let begin = grammar.children(verb).find(|&child| grammar.relation(child) == Relation::Nsubj);
    content.zip(begin).is_some_and(|(content, speaker)| {
        content < speaker
            && anchor < speaker
            && grammar.opening(content).is_none()
            && (anchor == content || grammar.below(anchor, content))
    })
}

/// Whether a verb of saying is the last word but for a time, and its subject stands right before it. Who speaks of himself
/// ("…, his office said") may do by it what he says.
fn closes(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let says = grammar.xpos(verb).is_finite()
        && reading.rules.words.speech.contains(grammar.lemma(verb))
        && grammar.child(verb, Relation::Obj).is_none();
    let speaker = grammar.child(verb, Relation::Nsubj).filter(|&speaker| {
        speaker < verb
            && matches!(grammar.upos(speaker), Upos::Noun | Upos::Propn)
            && grammar.child(speaker, Relation::NmodPoss).is_none()
            && (speaker + 1..verb).all(|token| grammar.below(token, speaker))
    });
    let timed =
        |token: usize| reading.expressions.iter().any(|expression| expression.tokens.contains(&token));
    says && speaker.is_some()
        && (verb + 1..grammar.len())
            .all(|token| matches!(grammar.upos(token), Upos::Punct | Upos::Adp) || timed(token))
}

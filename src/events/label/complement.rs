//! What is promised, demanded or threatened, in the words of the article: "withdraw troops", "be freed", "put the plan to a vote".

use super::super::draft::Draft;
use super::super::matching::{known, negated};
use super::super::reading::Reading;
use super::phrase::noun_phrase;
use super::template;
use crate::language::{Relation, Upos, Xpos};

/// "promised not to attack", "would not send troops": whether what is told of the content is that it is not done. A refusal says so
/// in its own word.
pub(super) fn leaves_undone(reading: &Reading<'_>, draft: &Draft) -> bool {
    let undone =
        |&verb: &usize| matches!(reading.grammar.xpos(verb), Xpos::Vb | Xpos::Vbg) && negated(reading, verb);
    !reading.trigger(&draft.found).refuses() && draft.found.content.iter().any(undone)
}

/// "to withdraw troops", in the words of the article, shortened.
pub(super) fn complement(reading: &Reading<'_>, draft: &Draft) -> Option<String> {
    let grammar = &reading.grammar;
    // "urged them to go" is told as an appeal to them already; compensation that is demanded is nobody.
    let addressed = |token: usize| {
        let core = reading.core(token);
        let span = grammar.sentence.tokens[core].span;
        let mut targets = draft.mention.targets.iter();
        targets.any(|one| one.location.span.contains(span) && (known(one) || reading.is_somebody(core)))
    };
    let head = draft.found.content.iter().copied().find(|&token| !addressed(token))?;
    // "must withdraw", "has to withdraw": what is demanded is one thing.
    let head = grammar.necessary(head).unwrap_or(head);
    // "complained that there was no name of theirs": what there is or is not is told by more than its verb.
    if head < draft.found.head || grammar.child(head, Relation::Expl).is_some() {
        return None;
    }
    let particle = particle(reading, head);
    if !grammar.is_verb(head) && particle.is_none() {
        let names = match grammar.upos(head) {
            Upos::Noun | Upos::Propn => true,
            // "appealed for calm", but "asked them to be calm"
            Upos::Adj => grammar.child(head, Relation::Cop).is_none(),
            _ => false,
        };
        return names.then(|| noun_phrase(reading, draft.found.head, head)).flatten();
    }
    let behind = || particle.filter(|&word| grammar.relation(word) == Relation::Case);
    let object = grammar
        .child(head, Relation::Obj)
        .or_else(|| behind().and_then(|word| grammar.parent(word)))
        .and_then(|object| noun_phrase(reading, draft.found.head, object));
    if grammar.sentence.tokens[head].reworded {
        return object;
    }
    // "demanded that the troops be withdrawn" demands to withdraw them; "asked to be freed" to be freed, and who warns them
    // that they will be held warns of more than a verb.
    let passive = grammar.passive(head) && object.is_none();
    let suffering = grammar.child(head, Relation::NsubjPass).filter(|_| passive);
    let told = template(reading, draft).contains("{target}");
    let object = object.or_else(|| {
        let suffering = suffering.filter(|&one| !told || !addressed(one))?;
        noun_phrase(reading, draft.found.head, suffering)
    });
    if passive && object.is_none() {
        let infinitive = grammar.mark(head).is_some_and(|mark| grammar.lower(mark) == "to");
        if infinitive || suffering.is_some_and(addressed) {
            return Some(format!("be {}", grammar.lower(head)));
        }
        if suffering.is_some() {
            return None;
        }
    }
    // "agreed to do so" says nothing by itself.
    if grammar.lemma(head) == "do" && object.is_none() {
        return None;
    }
    let mut text = grammar.lemma(head).to_string();
    if let Some(ended) = ended(reading, head) {
        text.push(' ');
        text.push_str(grammar.lower(ended));
        let object = grammar.child(ended, Relation::Obj);
        if let Some(object) = object.and_then(|object| noun_phrase(reading, draft.found.head, object)) {
            text.push(' ');
            text.push_str(&object);
        }
        return Some(text);
    }
    let end = match object {
        Some(_) => brought_to(reading, draft, head),
        None if particle.is_none() => goes_on(reading, draft, head),
        None => None,
    };
    // "to keep the border open"
    let state = grammar
        .child(head, Relation::Xcomp)
        .filter(|&state| {
            object.is_some() && grammar.upos(state) == Upos::Adj && grammar.mark(state).is_none()
        })
        .map(|state| grammar.lower(state));
    for more in particle
        .map(|word| grammar.lower(word))
        .into_iter()
        .chain(object.as_deref())
        .chain(end.as_deref())
        .chain(state)
    {
        text.push(' ');
        text.push_str(more);
    }
    Some(text)
}

/// "to stop treating rebels": what a verb of ending says is to end.
fn ended(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let ends = reading.rules.in_class("ceasing", grammar.lemma(verb));
    grammar.child(verb, Relation::Xcomp).filter(|&act| ends && grammar.xpos(act) == Xpos::Vbg)
}

/// "to begin disarming rebels", "to part with the island", "to withdraw from Lebanon": what follows a verb that has no object, and
/// says too little without it.
fn goes_on(reading: &Reading<'_>, draft: &Draft, verb: usize) -> Option<String> {
    let grammar = &reading.grammar;
    let phrase = |token| noun_phrase(reading, draft.found.head, token);
    // "agreed to let them pass": somebody stands between.
    if grammar.child(verb, Relation::Obj).is_some() {
        return None;
    }
    let act =
        grammar.child(verb, Relation::Xcomp).filter(|&act| grammar.is_verb(act) && !grammar.passive(act));
    if let Some(act) = act {
        let object = grammar.child(act, Relation::Obj).and_then(phrase)?;
        let to = if grammar.xpos(act) == Xpos::Vb { "to " } else { "" };
        return Some(format!("{to}{} {object}", grammar.lower(act)));
    }
    let next =
        grammar.children(verb).find(|&child| child > verb && grammar.relation(child) == Relation::Obl)?;
    let word = grammar.preposition(next)?;
    let told = matches!(grammar.lower(word), "from" | "to" | "with" | "into" | "against" | "for");
    let text = phrase(next).filter(|_| told && word == verb + 1 && !reading.is_time(next))?;
    Some(format!("{} {text}", grammar.lower(word)))
}

/// "to put the plan to a vote", "to bring the men before a court": where something is put, without which its verb says nothing.
fn brought_to(reading: &Reading<'_>, draft: &Draft, verb: usize) -> Option<String> {
    let grammar = &reading.grammar;
    let object = grammar.child(verb, Relation::Obj)?;
    let end =
        grammar.children(verb).find(|&child| child > object && grammar.relation(child) == Relation::Obl)?;
    let word = grammar.preposition(end).map(|word| grammar.lower(word))?;
    let incomplete = reading.rules.in_class("bringing", grammar.lemma(verb));
    let phrase =
        noun_phrase(reading, draft.found.head, end).filter(|_| incomplete && !reading.is_time(end))?;
    Some(format!("{word} {phrase}"))
}

/// "to set up a court", "to hand over the prison": the particle without which a verb says something else, though the
/// parser may take it for a preposition, and the bare verb behind "to" for a noun.
pub(super) fn particle(reading: &Reading<'_>, head: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let is_infinitive = || head > 0 && grammar.lower(head - 1) == "to" && grammar.xpos(head) == Xpos::Nn;
    if !grammar.is_verb(head) && !is_infinitive() {
        return None;
    }
    let next = head + 1;
    let is_bare = next < grammar.len() && reading.rules.in_class("particle", grammar.lower(next));
    grammar.child(head, Relation::CompoundPrt).or(is_bare.then_some(next))
}

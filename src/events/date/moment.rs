//! What is of the same moment as the verb that it stands beside.

use super::super::reading::Reading;
use crate::language::{Relation, Xpos};

/// The verb whose moment a clause or a noun shares by how it is joined.
pub(super) fn shared_with(reading: &Reading<'_>, at: usize) -> Option<usize> {
    if reading.grammar.is_verb(at) {
        set_off(reading, at).or_else(|| left_so(reading, at)).or_else(|| singled_out(reading, at))
    } else {
        at_occasion(reading, at).or_else(|| led_to(reading, at)).or_else(|| named_beside(reading, at))
    }
}

/// "…, killing 22 and injuring 44", "envoys, meeting at his house, demanded", "with police firing shots": a participle that
/// goes along with its verb, on whatever noun the parser hangs it.
pub(super) fn set_off(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    if !goes_along(reading, verb) {
        return None;
    }
    let head = grammar.parent(verb)?;
    let with = grammar.mark(verb).is_some();
    (with || !grammar.is_verb(head)).then_some(())?;
    grammar.upward(head).find(|&token| grammar.is_verb(token) && (!with || token < verb))
}

/// Whether a participle tells of what goes along with something told beside it: one of harm, behind a comma, or with "with".
pub(super) fn goes_along(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let free = match grammar.relation(verb) {
        Relation::Acl | Relation::Advcl => true,
        Relation::Conj | Relation::Dep => {
            grammar.parent(verb).is_some_and(|head| !grammar.is_verb(head) && head < verb)
        }
        _ => false,
    };
    // "…, following a bailout": no participle, but a preposition.
    let preposition = reading.rules.in_class("apart", grammar.lower(verb));
    if !free || preposition || grammar.child(verb, Relation::Aux).is_some() {
        return false;
    }
    let passive = grammar.child(verb, Relation::AuxPass).is_some_and(|being| grammar.lower(being) == "being");
    if grammar.xpos(verb) != Xpos::Vbg && !passive {
        return false;
    }
    match grammar.mark(verb).or_else(|| grammar.preposition(verb)) {
        Some(mark) => grammar.lower(mark) == "with",
        None => {
            let before = (0..verb).rev().find(|&token| grammar.relation(token) != Relation::Advmod);
            is_harm(reading, verb) || before.is_some_and(|token| grammar.lower(token) == ",")
        }
    }
}

/// "leaving ten people injured", "with dozens of people killed": a participle of harm behind a verb, with the number of those
/// who came to it.
fn left_so(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let bare = grammar.xpos(verb) == Xpos::Vbn
        && grammar.child(verb, Relation::Aux).is_none()
        && grammar.child(verb, Relation::AuxPass).is_none();
    if !bare || !is_harm(reading, verb) {
        return None;
    }
    let before = (0..verb)
        .rev()
        .find(|&token| grammar.is_verb(token) && grammar.relation(token) != Relation::Amod)
        .filter(|&token| grammar.xpos(token).is_finite() || grammar.xpos(token) == Xpos::Vbg)?;
    let with = (before + 1..verb).find(|&token| grammar.lower(token) == "with");
    let counted = with.is_some_and(|with| {
        (with + 1..verb).any(|token| {
            grammar.xpos(token) == Xpos::Cd || reading.rules.words.quantity.contains(grammar.lemma(token))
        })
    });
    // "The toll reaches 300, with 20 killed overall": over whatever time.
    let reckons = grammar
        .child(before, Relation::Nsubj)
        .or_else(|| grammar.child(before, Relation::NsubjPass))
        .is_some_and(|subject| reading.rules.in_class("reckoning", grammar.lemma(subject)));
    ((counted && !reckons) || grammar.lemma(before) == "leave").then_some(before)
}

/// "becomes the first writer elected there", "becomes the first country to withdraw".
pub(super) fn singled_out(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let noun = grammar.parent(verb).filter(|_| grammar.relation(verb) == Relation::Acl)?;
    let single = grammar
        .children(noun)
        .any(|child| child < noun && matches!(grammar.lower(child), "first" | "last" | "only" | "latest"));
    let open = matches!(grammar.xpos(verb), Xpos::Vb | Xpos::Vbn);
    grammar.parent(noun).filter(|&verb| {
        single
            && open
            && matches!(grammar.relation(noun), Relation::Xcomp | Relation::Obj)
            && grammar.lemma(verb) == "become"
    })
}

/// "killed in clashes", "said at a rally", "announced on a visit to the town": what people are at when they do something.
fn at_occasion(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let word = grammar.lower(grammar.preposition(noun)?);
    let lemma = grammar.lemma(noun);
    let verb = match grammar.relation(noun) {
        Relation::Obl => grammar.parent(noun)?,
        // "opens a clinic on a visit to the town", of which a parser hangs the visit on the clinic.
        Relation::Nmod if matches!(word, "on" | "for") => {
            grammar.upward(noun).find(|&token| grammar.is_verb(token))?
        }
        _ => return None,
    };
    let occasion = match word {
        "in" | "at" | "during" => reading.rules.in_class("attended", lemma),
        "on" => reading.rules.in_class("being-away", lemma),
        // "meet in Durban for a summit"
        "for" => reading.rules.in_class("attended", lemma) && gathers(reading, verb),
        _ => false,
    };
    (occasion || word == "in" && is_new_row(reading, noun)).then_some(verb)
}

fn gathers(reading: &Reading<'_>, verb: usize) -> bool {
    let lemma = reading.grammar.lemma(verb);
    lemma == "meet" || reading.rules.words.gathering.contains(lemma)
}

/// "in clashes", "in two bombings": events told of as new, and more than one.
fn is_new_row(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.xpos(noun) == Xpos::Nns
        && reading.rules.nouns.contains_key(grammar.lemma(noun))
        && !grammar.children(noun).any(|child| {
            matches!(grammar.relation(child), Relation::Det | Relation::NmodPoss)
                || matches!(grammar.lemma(child), "recent" | "past" | "previous" | "earlier")
        })
}

/// "results in a riot", "escalates into violence": what comes of it at once.
fn led_to(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    grammar.parent(noun).filter(|&verb| {
        grammar.relation(noun) == Relation::Obl
            && reading.rules.in_class("leading", grammar.lemma(verb))
            && grammar
                .preposition(noun)
                .is_some_and(|word| matches!(grammar.lower(word), "in" | "into" | "to"))
    })
}

/// "gather for a rally, a protest over prices": an event that another name is added for.
fn named_beside(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let added = grammar.relation(noun) == Relation::Appos
        && reading.rules.nouns.contains_key(grammar.lemma(noun))
        && grammar.children(noun).any(|child| {
            matches!(grammar.lower(child), "a" | "an") || grammar.relation(child) == Relation::NmodPoss
        });
    let phrase = |token: &usize| {
        matches!(
            grammar.relation(*token),
            Relation::Appos | Relation::Nmod | Relation::Obl | Relation::Obj | Relation::Conj
        )
    };
    let top = grammar.upward(noun).take_while(phrase).last().filter(|_| added)?;
    grammar.parent(top).filter(|&verb| grammar.is_verb(verb))
}

fn is_harm(reading: &Reading<'_>, verb: usize) -> bool {
    let words = &reading.rules.words;
    let lemma = reading.grammar.lemma(verb);
    words.killing.contains(lemma) || words.wounding.contains(lemma)
}

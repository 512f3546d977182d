//! What is left behind: "leaving a guard dead and 17 others injured".

use super::{SUBJECTS, depends, has, is_below, rehang};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};

/// What people are left.
static STATES: WordList = WordList::new(include_str!("states-of-the-hurt.txt"));

/// Participles of what comes of a disaster or a deed, which no place does.
static OUTCOMES: WordList = WordList::new(include_str!("participles-of-outcomes.txt"));

/// "leaving a guard dead and 17 others injured": the others are left so as well, and nobody injured anyone.
pub(super) fn leave_others(tokens: &mut [Token]) {
    for state in 0..tokens.len() {
        let joined = STATES.holds(&tokens[state].lower)
            && tokens[state].relation == Relation::Conj
            && !has(tokens, state, &[Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Obj]);
        let child =
            |relations: &[Relation]| (0..state).find(|&at| joined && depends(&tokens[at], state, relations));
        let (Some(people), Some(and)) = (child(&SUBJECTS), child(&[Relation::Cc])) else { continue };
        let Some(first) =
            and.checked_sub(1).filter(|&first| STATES.holds(&tokens[first].lower) && and < people)
        else {
            continue;
        };
        let over = tokens[first].head.filter(|&over| over < first);
        let Some((verb, object)) = over.and_then(|over| left(tokens, over, first)) else { continue };
        // What stands between must hang on nothing outside, or the new arcs would cross.
        let within = |at: usize| object <= at && at <= state;
        let loose = (object + 1..state).any(|at| {
            at != first && tokens[at].head.is_none_or(|head| !within(head) || head == state && at < and)
        });
        let from_outside = tokens.iter().enumerate().any(|(at, token)| {
            (at < object || at > state)
                && token.head.is_some_and(|head| object < head && head < state && head != first)
        });
        if loose || from_outside {
            continue;
        }
        rehang(tokens, 0..object, state, verb);
        let count = tokens.len();
        rehang(tokens, state + 1..count, state, verb);
        rehang(tokens, state + 1..count, first, verb);
        for at in and + 1..state {
            if at != people && tokens[at].head == Some(state) && at < people {
                tokens[at].head = Some(people);
            }
        }
        (tokens[first].head, tokens[first].relation) = (Some(object), Relation::Xcomp);
        (tokens[people].head, tokens[people].relation) = (Some(object), Relation::Conj);
        (tokens[and].head, tokens[and].relation) = (Some(people), Relation::Cc);
        (tokens[state].head, tokens[state].relation) = (Some(people), Relation::Acl);
        if tokens[state].xpos == Xpos::Vbd {
            tokens[state].xpos = Xpos::Vbn;
        }
    }
}

/// The verb "leave" above a state and the people whom it leaves so.
fn left(tokens: &[Token], over: usize, state: usize) -> Option<(usize, usize)> {
    let leaves = |verb: usize| tokens[verb].lemma == "leave";
    if leaves(over) {
        let object = (over + 1..state).find(|&at| depends(&tokens[at], over, &[Relation::Obj]))?;
        return Some((over, object));
    }
    let verb = tokens[over].head.filter(|&verb| verb < over && tokens[over].relation == Relation::Obj)?;
    leaves(verb).then_some((verb, over))
}

/// "Clashes leave at least 18 dead": a number behind a verb without an object is whom it leaves so.
pub(super) fn leave_counted(tokens: &mut [Token], number: usize, verb: usize) {
    let counted = tokens[verb].lemma == "leave"
        && tokens[verb].upos == Upos::Verb
        && verb < number
        && !has(tokens, verb, &[Relation::Obj, Relation::Xcomp]);
    if !counted {
        return;
    }
    tokens[number].relation = Relation::Obj;
    for state in &mut tokens[number + 1..] {
        if depends(state, number, &[Relation::Amod]) && STATES.holds(&state.lower) {
            (state.head, state.relation) = (Some(verb), Relation::Xcomp);
            break;
        }
    }
}

/// "A tunnel collapsed at a mine in Peru trapping thirty miners": Peru traps nobody.
pub(super) fn lift_outcome(tokens: &mut [Token], participle: usize, place: usize) {
    let is_outcome = tokens[participle].xpos == Xpos::Vbg
        && OUTCOMES.holds(&tokens[participle].lower)
        && place < participle
        && !has(tokens, participle, &[Relation::Mark, Relation::Nsubj, Relation::Case]);
    let is_where = |at: usize| {
        matches!(tokens[at].relation, Relation::Nmod | Relation::Obl)
            && tokens[..at].iter().any(|token| {
                depends(token, at, &[Relation::Case])
                    && matches!(token.lower.as_str(), "in" | "at" | "near" | "outside" | "off" | "along")
            })
    };
    if !is_outcome || !is_where(place) {
        return;
    }
    let mut at = place;
    while is_where(at) {
        let Some(head) = tokens[at].head.filter(|&head| head < at) else { return };
        at = head;
    }
    // What the places between have behind the participle would cross it.
    let crossed = tokens[participle + 1..]
        .iter()
        .any(|token| token.head.is_some_and(|head| at < head && head < participle));
    if tokens[at].upos == Upos::Verb && !crossed {
        (tokens[participle].head, tokens[participle].relation) = (Some(at), Relation::Advcl);
    }
}

/// "Rebels shelled the city Aleppo overnight, killing ten": what stands before the comma of a participle does nothing behind it,
/// and a name right behind a noun is its own.
pub(super) fn name_before_outcome(tokens: &mut [Token], name: usize, participle: usize) {
    let is_outcome = name + 1 < participle
        && tokens[participle].xpos == Xpos::Vbg
        && tokens[participle].relation == Relation::Advcl
        && OUTCOMES.holds(&tokens[participle].lower)
        && tokens[participle - 1].lower == ","
        && tokens[name].upos == Upos::Propn;
    let verb = tokens[participle].head.filter(|&verb| is_outcome && verb < name);
    let noun = name.checked_sub(1).filter(|&noun| matches!(tokens[noun].upos, Upos::Noun | Upos::Propn));
    // No noun that is a part of the name, or that the participle has as well.
    let noun = noun.filter(|&noun| !is_below(tokens, noun, participle));
    if let (Some(verb), Some(noun)) = (verb, noun) {
        rehang(tokens, name..participle, participle, verb);
        (tokens[name].head, tokens[name].relation) = (Some(noun), Relation::Appos);
    }
}

/// "A plane crashes after taking off, killing two", "A bus crashes when it tries to turn, hurting ten": what comes of it comes of the
/// whole, and not of what was done before.
pub(super) fn lift_from_setting_out(tokens: &mut [Token], participle: usize, before: usize) {
    let is_outcome = tokens[participle].xpos == Xpos::Vbg
        && OUTCOMES.holds(&tokens[participle].lower)
        && before < participle
        && tokens[participle - 1].lower == ","
        && !has(tokens, participle, &[Relation::Mark, Relation::Nsubj, Relation::NsubjPass]);
    if !is_outcome {
        return;
    }
    let clause = match (tokens[before].relation, tokens[before].head) {
        (Relation::Xcomp, Some(above)) if above < before => above,
        _ => before,
    };
    // "escaped by shooting at guards, hurting two": how something is done is no other thing.
    let is_opened = tokens[..clause].iter().any(|token| {
        depends(token, clause, &[Relation::Mark, Relation::Case])
            && matches!(token.lower.as_str(), "after" | "before" | "while" | "when" | "since")
    });
    let by_itself = tokens[clause].xpos == Xpos::Vbg && is_opened && !has(tokens, clause, &SUBJECTS);
    // "retreated after they shelled the town, killing ten": they did that to the town.
    let by_same = tokens[..clause]
        .iter()
        .any(|token| depends(token, clause, &SUBJECTS) && matches!(token.lower.as_str(), "it" | "they"))
        && !has(tokens, before, &[Relation::Obj]);
    let above = tokens[clause].head.filter(|&above| above < clause && (by_itself || by_same));
    let is_clause = tokens[clause].relation == Relation::Advcl;
    if let Some(verb) = above.filter(|&verb| is_clause && tokens[verb].upos == Upos::Verb) {
        tokens[participle].head = Some(verb);
    }
}

/// "leaving two people dead and five injured": the five are joined to those who are left dead, and not to how they are left.
pub(super) fn leave_as_well(tokens: &mut [Token], number: usize, state: usize) {
    let counted = tokens[number].upos == Upos::Num
        && STATES.holds(&tokens[state].lower)
        && (number + 1..tokens.len()).any(|at| {
            depends(&tokens[at], number, &[Relation::Acl, Relation::Amod]) && STATES.holds(&tokens[at].lower)
        });
    let over = tokens[state].head.filter(|&over| counted && over < state && state < number);
    let Some((_, object)) = over.and_then(|over| left(tokens, over, state)) else { return };
    // What hangs behind it on the state would cross it.
    if over == Some(object) && !tokens[number + 1..].iter().any(|token| token.head == Some(state)) {
        tokens[number].head = Some(object);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_and_stand_once() {
        for list in [&STATES, &OUTCOMES] {
            assert!(list.words().windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}

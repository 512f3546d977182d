//! Numbers that a greedy parser parts from what they count or from one another.

use super::{SUBJECTS, as_subject, depends, has, hurts, is_below, lead, lead_instead, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "The bomber who killed 22 was arrested": behind the verb of a relative clause that lacks its object stand those whom it
/// hurt, and not those of whom the sentence goes on to tell.
pub(super) fn hurt_in_clause(tokens: &mut [Token]) {
    for hurt in 2..tokens.len() {
        let Some(verb) = tokens[hurt].head.filter(|&verb| hurt < verb) else { continue };
        let people = matches!(tokens[hurt].upos, Upos::Num | Upos::Noun | Upos::Propn)
            && SUBJECTS.contains(&tokens[hurt].relation);
        let begin = (0..hurt).rev().take_while(|&at| is_below(tokens, at, hurt)).last();
        let Some(hurting) = begin.unwrap_or(hurt).checked_sub(1) else { continue };
        let Some(noun) = tokens[hurting].head.filter(|&noun| people && noun < hurting) else { continue };
        let is_relative = hurts(&tokens[hurting])
            && tokens[hurting].relation == Relation::AclRelcl
            && tokens[noun + 1..hurting].iter().any(|token| {
                depends(token, hurting, &[Relation::Nsubj])
                    && matches!(token.lower.as_str(), "who" | "which" | "that")
            })
            && !has(tokens, hurting, &[Relation::Obj]);
        if !is_relative {
            continue;
        }
        (tokens[hurt].head, tokens[hurt].relation) = (Some(hurting), Relation::Obj);
        if !has(tokens, verb, &SUBJECTS) {
            go_on_with(tokens, noun, verb);
        }
    }
}

/// Makes a verb that hangs on a noun before it the verb of which the noun, with what it hangs on, is the subject.
fn go_on_with(tokens: &mut [Token], noun: usize, verb: usize) {
    let is_nominal = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn);
    let above = |&at: &usize| tokens[at].head.filter(|&head| head < at && is_nominal(head));
    let Some(top) = std::iter::successors(Some(noun), above).last() else { return };
    if !is_nominal(top) || !is_below(tokens, verb, top) {
        return;
    }
    match tokens[top].head {
        None => lead(tokens, top, verb),
        // "A man wanted for the raid that hurt ten was arrested"
        Some(participle) if participle > 0 && depends(&tokens[participle - 1], participle, &SUBJECTS) => {
            let (count, subject) = (tokens.len(), participle - 1);
            if participle < top && !has(tokens, participle, &[Relation::Aux, Relation::AuxPass]) {
                for between in top..verb {
                    rehang(tokens, verb + 1..count, between, verb);
                }
                // Where the parser reads such a sentence rightly, its participle is still what the tagger took it for.
                let tag = tokens[participle].xpos;
                lead_instead(tokens, verb, participle, subject);
                tokens[participle].xpos = tag;
            }
        }
        Some(_) => {}
    }
}

/// "killed the mayor and two of his aides": the aides are those of whom there are two.
pub(super) fn count_of(tokens: &mut [Token], noun: usize, above: usize) {
    let of = (above + 1..noun)
        .rev()
        .find(|&of| depends(&tokens[of], noun, &[Relation::Case]) && tokens[of].lower == "of");
    let number = of.and_then(|of| of.checked_sub(1)).filter(|&number| {
        above < number
            && tokens[number].upos == Upos::Num
            && depends(&tokens[number], above, &[Relation::Conj])
            && tokens[noun].relation == Relation::Nmod
    });
    if let Some(number) = number {
        tokens[noun].head = Some(number);
    }
}

/// "Up to ten people are killed", "killed up to ten guards": what stands before the number counts so many of them, and is no
/// way to them.
pub(super) fn count_up_to(tokens: &mut [Token], noun: usize, verb: usize) {
    let Some(up) = (0..noun.saturating_sub(2)).rev().find(|&up| {
        tokens[up].lower == "up" && tokens[up + 1].lower == "to" && tokens[up + 2].upos == Upos::Num
    }) else {
        return;
    };
    let within = |at: usize| at == noun || is_below(tokens, at, noun) || tokens[at].head == Some(verb);
    let is_count = tokens[up + 2].head == Some(noun)
        && depends(&tokens[up + 1], noun, &[Relation::Case])
        && tokens[up].head == Some(verb)
        && !(up..noun).any(|at| at == verb)
        && (up..noun).all(within);
    let side = if noun < verb {
        has(tokens, verb, &[Relation::AuxPass]).then_some(Relation::NsubjPass)
    } else {
        hurts(&tokens[verb]).then_some(Relation::Obj)
    };
    let Some(side) = side.filter(|&side| is_count && !has(tokens, verb, &[side])) else { return };
    tokens[noun].relation = side;
    (tokens[up].head, tokens[up].relation) = (Some(up + 2), Relation::Advmod);
    (tokens[up + 1].head, tokens[up + 1].relation) = (Some(up), Relation::Fixed);
}

/// "Forty-two were killed": what hyphens join is one number.
pub(super) fn join_tens(tokens: &mut [Token]) {
    for unit in 2..tokens.len() {
        let (tens, hyphen) = (unit - 2, unit - 1);
        let is_number = is_tens(&tokens[tens].lower)
            && tokens[hyphen].lower == "-"
            && is_unit(&tokens[unit].lower)
            && !tokens.iter().any(|token| token.head == Some(hyphen));
        if !is_number {
            continue;
        }
        if is_below(tokens, unit, tens) {
            (tokens[unit].head, tokens[unit].relation) = (tokens[tens].head, tokens[tens].relation);
        }
        let count = tokens.len();
        rehang(tokens, 0..count, tens, unit);
        (tokens[tens].head, tokens[tens].relation) = (Some(unit), Relation::Compound);
        (tokens[hyphen].head, tokens[hyphen].relation) = (Some(unit), Relation::Punct);
    }
}

fn is_tens(word: &str) -> bool {
    matches!(word, "twenty" | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty" | "ninety")
}

fn is_unit(word: &str) -> bool {
    matches!(word, "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine")
}

/// "killed Sami ur-Haddad and two others": a small word within a name parts nobody from himself.
pub(super) fn name_wholly(tokens: &mut [Token]) {
    for name in 2..tokens.len() {
        let Some(first) = tokens[name].head.filter(|&first| first + 1 < name) else { continue };
        let between = &tokens[first + 1..name];
        let is_small = between[0].upos != Upos::Punct && between[0].form.starts_with(char::is_lowercase);
        let is_name = tokens[name].relation == Relation::Conj
            && [first, name].iter().all(|&at| tokens[at].upos == Upos::Propn)
            && is_small
            && between[1..].iter().all(|token| token.lower == "-")
            && depends(
                &between[0],
                name,
                &[Relation::NmodPoss, Relation::Compound, Relation::Amod, Relation::Det],
            );
        if is_name {
            let count = tokens.len();
            tokens[name].relation = Relation::Flat;
            rehang(tokens, name + 1..count, name, first);
        }
    }
}

/// "Around 30 workers, mainly from Chad, are injured", "Over 40 pupils, many of them ill, were moved": what stands before the
/// number counts, and the noun is the subject of the verb that has no other.
pub(super) fn count_around(tokens: &mut [Token], noun: usize, verb: usize) {
    let number = (1..noun).find(|&at| depends(&tokens[at], noun, &[Relation::Nummod]));
    let around = number.and_then(|number| number.checked_sub(1)).filter(|&around| {
        matches!(tokens[around].lower.as_str(), "around" | "over" | "about" | "nearly" | "almost")
            && (around == 0 || matches!(tokens[around - 1].lower.as_str(), "," | ":" | "that"))
    });
    let (Some(around), Some(number)) = (around, number) else { return };
    let cases = (0..noun).filter(|&at| at != around && depends(&tokens[at], noun, &[Relation::Case])).count();
    let finite = tokens[verb].xpos.is_finite()
        || tokens[..verb]
            .iter()
            .any(|token| depends(token, verb, &[Relation::Aux, Relation::AuxPass]) && token.xpos.is_finite());
    if noun > verb || cases > 0 || !finite || tokens[verb].upos != Upos::Verb {
        return;
    }
    let subject = (0..tokens.len()).find(|&at| {
        depends(&tokens[at], verb, &SUBJECTS)
            || depends(&tokens[at], verb, &[Relation::Csubj, Relation::Expl])
    });
    if let Some(subject) = subject {
        // "many of them"
        let some = noun < subject
            && tokens.get(subject + 1).is_some_and(|of| of.lower == "of")
            && tokens.get(subject + 2).is_some_and(|them| matches!(them.lower.as_str(), "them" | "whom"));
        let begins =
            (noun + 1..subject).all(|at| tokens[at].upos == Upos::Punct || is_below(tokens, at, noun));
        if !some || !begins {
            return;
        }
        rehang(tokens, noun + 1..subject, verb, noun);
        (tokens[subject].head, tokens[subject].relation) = (Some(noun), Relation::Appos);
    }
    tokens[noun].relation = as_subject(tokens, verb);
    if tokens[around].head == Some(noun) {
        (tokens[around].head, tokens[around].relation) = (Some(number), Relation::Advmod);
    }
}

/// "Two Danes were hurt": of two subjects side by side the number counts the other.
pub(super) fn count_second_subject(tokens: &mut [Token], noun: usize, verb: usize) {
    let Some(number) = noun.checked_sub(1).filter(|&number| {
        tokens[number].upos == Upos::Num
            && depends(&tokens[number], verb, &SUBJECTS)
            && matches!(tokens[noun].xpos, Xpos::Nns | Xpos::Nnps)
            && noun < verb
    }) else {
        return;
    };
    (tokens[number].head, tokens[number].relation) = (Some(noun), Relation::Nummod);
}

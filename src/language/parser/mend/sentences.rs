//! Sentences whose verb the parser took for part of something else.

use super::clauses::opening;
use super::{SUBJECTS, as_subject, depends, has, is_behind_comma, is_below, rehang, root_of};
use crate::language::{Relation, Token, Upos, Xpos};

/// What a verb has of its own where it is no part of a noun.
const OWN: [Relation; 5] =
    [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Aux, Relation::AuxPass];

/// "Airline executives say the rule will lead to delays": a bare noun before a plural tells which of them, and what they
/// say is no clause about it.
pub(super) fn describe_speakers(tokens: &mut [Token], verb: usize, noun: usize) {
    let speakers = noun + 1;
    let Some(later) = tokens[noun].head else { return };
    let is_clause = noun == 0
        && later > verb
        && depends(&tokens[noun], later, &[Relation::Nsubj])
        && tokens[later].head.is_none()
        && tokens[noun].xpos == Xpos::Nn
        && tokens[speakers].xpos == Xpos::Nns
        && depends(&tokens[speakers], verb, &[Relation::Nsubj])
        && matches!(tokens[verb].xpos, Xpos::Vbp | Xpos::Vbd);
    if !is_clause {
        return;
    }
    (tokens[noun].head, tokens[noun].relation) = (Some(speakers), Relation::Compound);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[later].head, tokens[later].relation) = (Some(verb), Relation::Ccomp);
    // What the parser took for the object of "say" is whom the clause is about.
    let object = (verb + 1..later).find(|&at| depends(&tokens[at], verb, &[Relation::Obj]));
    let without = !has(&tokens[verb + 1..], later, &[Relation::Nsubj, Relation::NsubjPass]);
    if let Some(object) = object.filter(|_| without) {
        (tokens[object].head, tokens[object].relation) = (Some(later), as_subject(tokens, later));
    }
}

/// "Leaders called for protests after officials announced that they had won", "Planes hit the port after rockets were
/// fired": the past tense right behind the subject is what it does, and the clause that begins later has a subject of its
/// own.
pub(super) fn begin_first(tokens: &mut [Token], verb: usize, noun: usize) {
    let Some(later) = tokens[noun].head.filter(|&later| later > verb) else { return };
    let auxiliaries = [Relation::Aux, Relation::AuxPass, Relation::Advmod];
    let mut begin = later;
    while begin > verb + 1 && depends(&tokens[begin - 1], later, &auxiliaries) {
        begin -= 1;
    }
    let is_whole = (0..begin)
        .all(|at| !depends(&tokens[at], later, &[Relation::Aux, Relation::AuxPass, Relation::Mark]));
    let is_first = noun + 1 == verb
        && tokens[verb].xpos == Xpos::Vbd
        && depends(&tokens[noun], later, &SUBJECTS)
        && (tokens[later].xpos == Xpos::Vbd || begin < later && tokens[later].xpos == Xpos::Vbn)
        && is_whole
        && !has(tokens, verb, &OWN)
        && !has(tokens, later, &[Relation::Mark]);
    // "after two men in the village were shot": what stands before the second verb may tell more of its subject.
    let is_noun = |at: &usize| {
        (verb + 2..begin).contains(at)
            && matches!(tokens[*at].upos, Upos::Noun | Upos::Propn)
            && matches!(tokens[*at].relation, Relation::Obl | Relation::Nmod)
            && is_below(tokens, *at, verb)
    };
    let opening = |subject: usize| opening(tokens, subject).filter(|&opening| opening > verb);
    let found = std::iter::successors(begin.checked_sub(1), |&at| tokens[at].head)
        .take(tokens.len())
        .take_while(is_noun)
        .find_map(|subject| opening(subject).map(|opening| (subject, opening)))
        .filter(|_| is_first);
    let Some((subject, opening)) = found else { return };
    (tokens[verb].head, tokens[verb].relation) = (tokens[later].head, tokens[later].relation);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
    (tokens[later].head, tokens[later].relation) = (Some(verb), Relation::Advcl);
    (tokens[subject].head, tokens[subject].relation) = (Some(later), as_subject(tokens, later));
    (tokens[opening].head, tokens[opening].relation) = (Some(later), Relation::Mark);
    // What stood before the subject of both, or closes the sentence, goes on with the first.
    for at in (0..noun).chain(later + 1..tokens.len()) {
        let closes = at < noun || tokens[at].relation == Relation::Punct && at + 1 == tokens.len();
        if tokens[at].head == Some(later) && closes {
            tokens[at].head = Some(verb);
        }
    }
}

/// "A spokesman for the bank denied reports that …": a past tense does not describe the noun behind it, but does something
/// to it, and what stands before is who does.
pub(super) fn begin_before_object(tokens: &mut [Token], verb: usize, object: usize) {
    let Some(root) = tokens[..verb].iter().position(|token| token.head.is_none()) else { return };
    let near =
        verb.checked_sub(1).filter(|&near| near > root && depends(&tokens[near], object, &[Relation::Nsubj]));
    let is_verb = tokens[verb].xpos == Xpos::Vbd && verb < object && !has(tokens, verb, &OWN);
    let is_subject = matches!(tokens[root].upos, Upos::Noun | Upos::Propn)
        && !has(tokens, root, &[Relation::Cop, Relation::Nsubj, Relation::NsubjPass, Relation::Case]);
    let Some(near) = near.filter(|_| is_verb && is_subject && is_below(tokens, object, root)) else { return };
    rehang(tokens, root + 1..near, object, near);
    (tokens[near].head, tokens[near].relation) = (Some(root), Relation::Nmod);
    let count = tokens.len();
    rehang(tokens, verb + 1..count, root, verb);
    (tokens[object].head, tokens[object].relation) = (Some(verb), Relation::Obj);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[root].head, tokens[root].relation) = (Some(verb), Relation::Nsubj);
}

/// "Lawyers for the man, a Yemeni who was held for years, say he is ill": a sentence without a verb of its own has the
/// finite one with what it says behind it, though a comma stands before.
pub(super) fn begin_behind_commas(tokens: &mut [Token], verb: usize) {
    let Some(noun) = tokens[..verb].iter().position(|token| token.head.is_none()) else { return };
    let first = (noun..verb)
        .find(|&at| depends(&tokens[at], verb, &[Relation::Aux, Relation::AuxPass]))
        .unwrap_or(verb);
    let opened = (noun + 1..first.saturating_sub(1)).any(|at| tokens[at].lower == ",");
    let closed = is_behind_comma(tokens, first);
    let is_verb = tokens[first].xpos.is_finite()
        && tokens[verb].upos == Upos::Verb
        && !has(tokens, verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Mark])
        && has(&tokens[verb + 1..], verb, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]);
    let is_subject = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && !has(tokens, noun, &[Relation::Cop, Relation::Nsubj, Relation::NsubjPass, Relation::Case]);
    if !(opened && closed && is_verb && is_subject) {
        return;
    }
    let count = tokens.len();
    rehang(tokens, verb + 1..count, noun, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), as_subject(tokens, verb));
}

/// "After the gunman killed a dog, police shot him": what a conjunction opens is no sentence where another clause follows a
/// comma.
pub(super) fn follow_opened(tokens: &mut [Token], verb: usize, opened: usize) {
    let opens = |token: &Token| {
        depends(token, opened, &[Relation::Mark, Relation::Advmod])
            && matches!(
                token.lower.as_str(),
                "after" | "before" | "when" | "while" | "as" | "because" | "since" | "although" | "though"
            )
    };
    let begins = tokens[..opened].iter().position(opens);
    let first = (opened + 1..verb).find(|&at| is_below(tokens, at, verb));
    let comma = first.is_some_and(|first| tokens[first].lower == "," || tokens[first - 1].lower == ",");
    let whole = has(tokens, verb, &SUBJECTS) && !has(tokens, verb, &[Relation::Mark, Relation::Cc]);
    let is_root = tokens[opened].relation == Relation::Root;
    let finite = tokens[verb].xpos.is_finite() || has(tokens, verb, &[Relation::Aux, Relation::AuxPass]);
    let Some(first) = first.filter(|_| is_root && begins == Some(0) && comma && whole && finite) else {
        return;
    };
    let count = tokens.len();
    rehang(tokens, first..count, opened, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[opened].head, tokens[opened].relation) = (Some(verb), Relation::Advcl);
}

/// "Truck bombs explode in Kano": what has a plural right before it for its subject, without "be" and with nothing that a
/// noun has, is a verb, whatever its tag.
pub(super) fn act_behind_plural(tokens: &mut [Token]) {
    let Some(verb) = root_of(tokens) else { return };
    let noun = [
        Relation::Cop,
        Relation::Det,
        Relation::NmodPoss,
        Relation::Amod,
        Relation::Nummod,
        Relation::Compound,
        Relation::Case,
    ];
    let done = verb.checked_sub(1).is_some_and(|subject| {
        depends(&tokens[subject], verb, &[Relation::Nsubj]) && tokens[subject].xpos == Xpos::Nns
    });
    if !done || tokens[verb].xpos != Xpos::Nn || has(tokens, verb, &noun) {
        return;
    }
    (tokens[verb].upos, tokens[verb].xpos) = (Upos::Verb, Xpos::Vbp);
    for at in verb + 1..tokens.len() {
        if depends(&tokens[at], verb, &[Relation::Nmod]) {
            tokens[at].relation = Relation::Obl;
        }
    }
}

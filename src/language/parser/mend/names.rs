//! Names behind a comma that a greedy parser takes for another name of the place before them, for a second subject, or for a
//! part of the verb behind them.

use super::{SUBJECTS, as_subject, depends, has, is_below, rehang};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};

/// Nouns for what befalls somebody, and for nobody.
static BEFALLING: WordList = WordList::new(include_str!("nouns-of-what-befalls-one.txt"));

/// Ranks as newspapers shorten them.
static RANKS: WordList = WordList::new(include_str!("ranks.txt"));

/// All that can be the subject of a verb, clauses and "there" among them.
const ANY_SUBJECT: [Relation; 5] =
    [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::CsubjPass, Relation::Expl];

/// "In Norway, Ola Berg, a former minister, resigns": where a sentence begins with a place and its verb has no subject, the name
/// behind the comma is that subject, and no other name of the place.
pub(super) fn begin_behind_place(tokens: &mut [Token], name: usize, place: usize) {
    let Some(verb) = tokens[place].head.filter(|&verb| name < verb && place < name) else { return };
    let opening = (0..place).find(|&at| depends(&tokens[at], place, &[Relation::Case]));
    let opens = opening.is_some_and(|at| {
        tokens[at].lower == "in"
            && (at == 0 || at.checked_sub(1).is_some_and(|before| tokens[before].lower == ":"))
    });
    let begin = first_of(tokens, name);
    let comma = begin.checked_sub(1).filter(|&comma| tokens[comma].lower == "," && place < comma);
    let Some(comma) = comma.filter(|_| opens && tokens[place].relation == Relation::Obl) else { return };
    let is_name = matches!(tokens[name].upos, Upos::Propn | Upos::Noun)
        && (place + 1..comma).all(|at| depends(&tokens[at], place, &[Relation::Flat]));
    let Some(helper) = finite_of(tokens, verb) else { return };
    if !is_name || has(tokens, verb, &ANY_SUBJECT) || has(tokens, verb, &[Relation::Mark]) {
        return;
    }
    // "In Bern, Switzerland, died …": one name between commas may tell where the place is.
    let later = (name + 1..verb).any(|at| {
        depends(&tokens[at], place, &[Relation::Appos]) || depends(&tokens[at], name, &[Relation::Appos])
    });
    if tokens[helper - 1].lower == "," && !later {
        return;
    }
    rehang(tokens, name + 1..verb, place, name);
    (tokens[name].head, tokens[name].relation) = (Some(verb), as_subject(tokens, verb));
}

/// The first word that makes a verb finite: itself or its auxiliary.
fn finite_of(tokens: &[Token], verb: usize) -> Option<usize> {
    let helps = [Relation::Aux, Relation::AuxPass];
    let helper = (1..verb).find(|&at| depends(&tokens[at], verb, &helps)).unwrap_or(verb);
    (verb > 0 && tokens[verb].upos == Upos::Verb && tokens[helper].xpos.is_finite()).then_some(helper)
}

/// The first word of what hangs on a word, but for a comma.
fn first_of(tokens: &[Token], top: usize) -> usize {
    let within = |at: &usize| tokens[*at].upos != Upos::Punct && is_below(tokens, *at, top);
    (0..=top).find(within).unwrap_or(top)
}

/// The last word of what hangs on a word, but for a comma.
fn last_of(tokens: &[Token], top: usize) -> usize {
    let within = |at: &usize| tokens[*at].upos != Upos::Punct && is_below(tokens, *at, top);
    (top..tokens.len()).rev().find(within).unwrap_or(top)
}

/// "A friend of hers, Carl Lind of Leeds, was charged": of two subjects the one between commas, with nothing that joins it, is
/// another name of the first.
pub(super) fn name_second(tokens: &mut [Token], second: usize, verb: usize) {
    let mut before = (0..second).filter(|&at| depends(&tokens[at], verb, &SUBJECTS));
    let (Some(first), None) = (before.next(), before.next()) else { return };
    let begin = first_of(tokens, second);
    let end = last_of(tokens, second) + 1;
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.lower == ",");
    let set_off = begin > 1 && comma(begin - 1) && last_of(tokens, first) + 2 == begin && comma(end);
    let is_name = |at: usize| tokens[at].upos == Upos::Propn;
    let noun = |at: usize| matches!(tokens[at].upos, Upos::Propn | Upos::Noun);
    let one = is_name(first) != is_name(second) && noun(first) && noun(second);
    let joined = has(tokens, second, &[Relation::Cc, Relation::Conj, Relation::Case])
        || has(tokens, first, &[Relation::Conj]);
    if second < verb && set_off && one && !joined && finite_of(tokens, verb) == Some(end + 1) {
        rehang(tokens, first + 1..second, verb, second);
        (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Appos);
    }
}

/// "Fighters loyal to the cleric Nils Holm attacked": of two subjects the name right behind a noun that tells more of the first is
/// whose name the noun bears.
pub(super) fn name_titled(tokens: &mut [Token], second: usize, verb: usize) {
    let mut before = (0..second).filter(|&at| depends(&tokens[at], verb, &SUBJECTS));
    let (Some(first), None) = (before.next(), before.next()) else { return };
    let Some(noun) = first_of(tokens, second).checked_sub(1) else { return };
    // "Gunmen from the group Dawn": a body bears a name of its own.
    let described = tokens[noun].head.is_some_and(|above| tokens[above].upos == Upos::Adj);
    let is_shape = tokens[second].upos == Upos::Propn
        && tokens[noun].xpos == Xpos::Nn
        && described
        && first < noun
        && second < verb
        && is_below(tokens, noun, first)
        && has(tokens, noun, &[Relation::Case])
        && !has(tokens, second, &[Relation::Cc, Relation::Conj, Relation::Case, Relation::Det]);
    if is_shape {
        (tokens[second].head, tokens[second].relation) = (Some(noun), Relation::Flat);
    }
}

/// "Former United States Navy SEAL Carl Holm was killed": of two names side by side, with nothing between them, the second goes on
/// with the first, and does nothing by itself.
pub(super) fn go_on_with_name(tokens: &mut [Token], second: usize, verb: usize) {
    let mut before = (0..second).filter(|&at| depends(&tokens[at], verb, &SUBJECTS));
    let (Some(first), None) = (before.next(), before.next()) else { return };
    let is_name = |at: usize| tokens[at].xpos == Xpos::Nnp;
    let only_flat = tokens.iter().all(|token| token.head != Some(second) || token.relation == Relation::Flat);
    let preposed = has(tokens, first, &[Relation::Case]);
    if first + 1 != second || second > verb || !is_name(first) || !is_name(second) || !only_flat || preposed {
        return;
    }
    let count = tokens.len();
    rehang(tokens, second + 1..count, second, first);
    (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Flat);
}

/// "Former club member Lee Ann Brown is jailed", "The trial of Danish Army private Dan Mellow begins": of two subjects with nothing
/// between them the name right behind a noun for one is the noun's, and the one behind whom he belongs to is whom the first is of.
pub(super) fn bear_name(tokens: &mut [Token], name: usize, verb: usize) {
    let mut before = (0..name).filter(|&at| depends(&tokens[at], verb, &SUBJECTS));
    let (Some(first), None) = (before.next(), before.next()) else { return };
    let begin = first_of(tokens, name);
    let others = [Relation::Cc, Relation::Case, Relation::Det, Relation::Nummod, Relation::NmodPoss];
    let is_name = tokens[name].xpos == Xpos::Nnp && name < verb && !has(tokens, name, &others);
    let Some(last) = begin.checked_sub(1).filter(|&last| is_name && first <= last) else { return };
    let full = (begin..=name).all(|at| tokens[at].upos == Upos::Propn) && begin < name;
    if last == first && tokens[first].xpos == Xpos::Nn && full && !has(tokens, first, &[Relation::Det]) {
        let count = tokens.len();
        rehang(tokens, 0..count, name, begin);
        (tokens[begin].head, tokens[begin].relation) = (Some(first), Relation::Appos);
        for token in &mut tokens[begin + 1..=name] {
            (token.head, token.relation) = (Some(begin), Relation::Flat);
        }
    } else if depends(&tokens[last], first, &[Relation::Nmod]) && last + 1 == begin {
        let of = (first + 1..last).find(|&at| depends(&tokens[at], last, &[Relation::Case]));
        // "The president of Chad Tom Hale arrived": the name alone is the first's.
        let trade = (begin..name).any(|at| matches!(tokens[at].upos, Upos::Noun | Upos::Adj));
        let whose =
            trade && tokens[last].upos == Upos::Propn && of.is_some_and(|of| tokens[of].lower == "of");
        let Some(of) = of.filter(|_| whose && first + 1 < last) else { return };
        (tokens[name].head, tokens[name].relation) = (Some(first), Relation::Nmod);
        tokens[of].head = Some(name);
        (tokens[last].head, tokens[last].relation) = (Some(name), Relation::Compound);
    }
}

/// "The sailors who had been held by pirates were freed": whoever stands behind "by" is no second subject, but has done what
/// the participle before him tells.
pub(super) fn give_to_participle(tokens: &mut [Token], agent: usize, verb: usize) {
    let by =
        (1..agent).find(|&at| depends(&tokens[at], agent, &[Relation::Case]) && tokens[at].lower == "by");
    let first = (0..agent).any(|at| depends(&tokens[at], verb, &SUBJECTS));
    let Some(by) = by.filter(|_| first && agent < verb) else { return };
    let participle = (0..by).rev().find(|&at| tokens[at].upos == Upos::Verb);
    let Some(participle) = participle.filter(|&at| {
        tokens[at].xpos == Xpos::Vbn
            && at != verb
            && !has(tokens, at, &[Relation::OblAgent])
            && !is_below(tokens, at, agent)
            && (at + 1..by).all(|between| is_below(tokens, between, at))
            && (by..agent).all(|between| is_below(tokens, between, agent))
    }) else {
        return;
    };
    (tokens[agent].head, tokens[agent].relation) = (Some(participle), Relation::OblAgent);
}

/// "the town which rebels stormed", "a village that troops shelled in May": the noun between a relative pronoun and a verb
/// without an object does to what stands before what the verb tells.
pub(super) fn relate_object(tokens: &mut [Token], verb: usize, noun: usize) {
    let Some(above) = tokens[noun].head.filter(|&above| above < noun && noun + 1 == verb) else { return };
    let begin = first_of(tokens, noun);
    let pronoun = begin;
    let is_pronoun = pronoun < noun
        && depends(&tokens[pronoun], noun, &[Relation::Nsubj])
        && matches!(tokens[pronoun].lower.as_str(), "which" | "that")
        && tokens[pronoun].xpos == Xpos::Wdt;
    let noun_is_clause = matches!(tokens[noun].relation, Relation::AclRelcl | Relation::Nmod)
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && !has(tokens, noun, &[Relation::Cop, Relation::Case]);
    let agent = tokens[verb..]
        .iter()
        .any(|token| token.lower == "by" && token.head.is_some_and(|head| tokens[head].head == Some(verb)));
    let active = matches!(tokens[verb].xpos, Xpos::Vbn | Xpos::Vbd)
        && !agent
        && !has(tokens, verb, &[Relation::Obj, Relation::OblAgent, Relation::Aux, Relation::AuxPass]);
    if !(is_pronoun && noun_is_clause && active) {
        return;
    }
    let count = tokens.len();
    rehang(tokens, verb + 1..count, noun, verb);
    (tokens[verb].head, tokens[verb].relation) = (Some(above), Relation::AclRelcl);
    tokens[verb].xpos = Xpos::Vbd;
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
    (tokens[pronoun].head, tokens[pronoun].relation) = (Some(verb), Relation::Obj);
}

/// "embargoes on Chad excluding aid": the name between a preposition and a gerund with an object stands under the preposition,
/// and is no part of what the gerund tells.
pub(super) fn stand_before_gerund(tokens: &mut [Token], name: usize, gerund: usize) {
    let mark = name.checked_sub(1).filter(|&mark| {
        name + 1 == gerund
            && depends(&tokens[mark], gerund, &[Relation::Mark])
            && matches!(tokens[mark].lower.as_str(), "on" | "in" | "against" | "for" | "to")
    });
    let Some(above) = mark.and(tokens[gerund].head) else { return };
    let is_shape = tokens[name].upos == Upos::Propn
        && tokens[gerund].xpos == Xpos::Vbg
        && above < name
        && matches!(tokens[above].upos, Upos::Noun | Upos::Propn)
        && tokens[above..name - 1].iter().all(|token| token.head != Some(gerund))
        && has(&tokens[gerund..], gerund, &[Relation::Obj]);
    if is_shape {
        (tokens[name].head, tokens[name].relation) = (Some(above), Relation::Nmod);
        (tokens[name - 1].head, tokens[name - 1].relation) = (Some(name), Relation::Case);
    }
}

/// "the resignation of Ada Lind who fell ill": what befalls people is not who fell ill, but the name before "who" is.
pub(super) fn relate_who(tokens: &mut [Token], clause: usize, noun: usize) {
    let who = (noun + 1..clause)
        .find(|&at| depends(&tokens[at], clause, &SUBJECTS) && tokens[at].lower == "who")
        .filter(|_| tokens[noun].upos == Upos::Noun && BEFALLING.holds(&tokens[noun].lemma));
    let Some(who) = who else { return };
    let last = who - 1 - usize::from(tokens[who - 1].lower == ",");
    let above = |&at: &usize| {
        tokens[at].head.filter(|_| matches!(tokens[at].relation, Relation::Flat | Relation::Compound))
    };
    let Some(name) = std::iter::successors(Some(last), above).take(tokens.len()).last() else { return };
    let is_name = tokens[name].upos == Upos::Propn && name != noun && is_below(tokens, name, noun);
    if is_name && noun < name && name < who {
        tokens[clause].head = Some(name);
    }
}

/// "Police Sgt. Carl Holm was hurt": what stands before a rank says whose it is, and the name bears both.
pub(super) fn bear_rank(tokens: &mut [Token], rank: usize, body: usize) {
    let name = rank + 1;
    let is_shape = body + 1 == rank
        && RANKS.holds(&tokens[rank].lower)
        && matches!(tokens[body].upos, Upos::Noun | Upos::Propn)
        && tokens
            .get(name)
            .is_some_and(|token| token.upos == Upos::Propn && depends(token, body, &[Relation::Flat]));
    if !is_shape {
        return;
    }
    (tokens[name].head, tokens[name].relation) = (tokens[body].head, tokens[body].relation);
    rehang(tokens, 0..tokens.len(), body, name);
    (tokens[body].head, tokens[body].relation) = (Some(name), Relation::Compound);
    (tokens[rank].head, tokens[rank].relation) = (Some(name), Relation::NmodDesc);
}

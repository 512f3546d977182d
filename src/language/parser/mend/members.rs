//! What belongs together: the members of a row, a relative clause and its object, a happening and its two sides.

use super::{SUBJECTS, depends, has, hurts, is_below};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};

/// "killed the mayor and two guards": a noun joined to a verb is no second verb, but joined to the object before it.
pub(super) fn join_object(tokens: &mut [Token], child: usize, verb: usize) {
    let predicate = [
        Relation::Cop,
        Relation::Nsubj,
        Relation::Mark,
        Relation::Case,
        Relation::Aux,
        Relation::Obj,
        Relation::Advmod,
    ];
    // "and three of his guards", but not "and three were hurt".
    let counts_some = tokens[child].upos == Upos::Num
        && tokens.get(child + 1).is_some_and(|next| next.lower == "of")
        && !has(tokens, child, &[Relation::Acl]);
    let is_noun = (matches!(tokens[child].upos, Upos::Noun | Upos::Propn) || counts_some)
        && tokens[verb].upos == Upos::Verb
        && verb < child
        && !has(tokens, child, &predicate);
    let Some(and) = (verb + 1..child).find(|&at| is_noun && depends(&tokens[at], child, &[Relation::Cc]))
    else {
        return;
    };
    // What stands between the conjunction and the noun tells more of the noun.
    if (and + 1..child).any(|at| !is_below(tokens, at, child)) {
        return;
    }
    // "killed the mayor, the head of the party, and two of his guards"
    let before = and - 1 - usize::from(counts_some && tokens[and - 1].lower == ",");
    let object = std::iter::successors(Some(before), |&at| tokens[at].head)
        .take(tokens.len())
        .find(|&at| depends(&tokens[at], verb, &[Relation::Obj]));
    if let Some(object) = object.filter(|&object| verb < object) {
        tokens[child].head = Some(object);
    }
}

/// "The man who shot the mayor was arrested": a verb has one subject, and what stands right behind a relative clause
/// without an object is that object.
pub(super) fn give_object(tokens: &mut [Token], noun: usize, verb: usize) {
    let Some(clause) = (0..noun).rev().find(|&at| !is_below(tokens, at, noun)) else { return };
    let of_clause = [Relation::Obj, Relation::NsubjPass, Relation::AuxPass];
    let is_open = tokens[clause].relation == Relation::AclRelcl
        && tokens[clause].upos == Upos::Verb
        && matches!(tokens[noun].upos, Upos::Propn | Upos::Noun)
        && noun < verb
        && !has(tokens, clause, &of_clause)
        && tokens[..clause].iter().any(|token| {
            depends(token, clause, &[Relation::Nsubj])
                && matches!(token.lower.as_str(), "that" | "which" | "who")
        });
    if is_open && tokens[clause].head.is_some_and(|subject| depends(&tokens[subject], verb, &SUBJECTS)) {
        (tokens[noun].head, tokens[noun].relation) = (Some(clause), Relation::Obj);
    }
}

/// "the party, which his family accused": of two subjects the relative pronoun is what it is done to.
pub(super) fn turn_relative(tokens: &mut [Token], pronoun: usize, verb: usize) {
    let is_relative = tokens[verb].relation == Relation::AclRelcl
        && pronoun < verb
        && matches!(tokens[pronoun].lower.as_str(), "which" | "whom" | "who" | "that")
        && !has(tokens, verb, &[Relation::Obj, Relation::AuxPass]);
    if is_relative && (pronoun + 1..verb).any(|at| depends(&tokens[at], verb, &[Relation::Nsubj])) {
        tokens[pronoun].relation = Relation::Obj;
    }
}

/// "followed Peru, which expelled the envoy": what a relative clause tells of is the noun before it, and no verb.
pub(super) fn follow_noun(tokens: &mut [Token], clause: usize, verb: usize) {
    let relative = |at: usize| {
        matches!(tokens[at].lower.as_str(), "which" | "who" | "whom" | "whose")
            && std::iter::successors(Some(at), |&up| tokens[up].head).take(4).any(|up| up == clause)
    };
    let Some(pronoun) = (verb + 1..clause).find(|&at| relative(at)) else { return };
    // "the poisoning three weeks ago, for which": what stands before the preposition and the comma.
    let opens = pronoun - usize::from(depends(&tokens[pronoun - 1], pronoun, &[Relation::Case]));
    let Some(mut noun) = opens.checked_sub(1 + usize::from(tokens[opens - 1].lower == ",")) else { return };
    if opens < pronoun && tokens[noun].lower == "ago" {
        let above =
            std::iter::successors(tokens[noun].head, |&at| tokens[at].head).take_while(|&at| verb < at);
        noun = above.filter(|&at| at < noun).last().unwrap_or(noun);
    }
    let mut named = noun;
    while tokens[named].relation == Relation::Flat {
        let Some(head) = tokens[named].head else { return };
        named = head;
    }
    // "the founder of the party, who was killed", "the incident at the fair which killed ten": not the party or the fair.
    let is_person = matches!(tokens[pronoun].lower.as_str(), "who" | "whom");
    while (is_person || noun + 1 == pronoun) && tokens[named].relation == Relation::Nmod {
        let Some(head) = tokens[named].head.filter(|&head| verb < head && head < named) else { break };
        named = head;
    }
    let is_noun = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn);
    // Nothing between the two hangs on what stands outside of them.
    let is_whole = (opens..clause)
        .all(|at| is_below(tokens, at, clause) || tokens[at].lower == "," && tokens[at].head == Some(verb));
    let is_outside = verb < named && !is_below(tokens, named, clause);
    if tokens[verb].upos == Upos::Verb && is_outside && is_noun(noun) && is_noun(named) && is_whole {
        if tokens[opens - 1].head == Some(verb) && tokens[opens - 1].upos == Upos::Punct {
            tokens[opens - 1].head = Some(clause);
        }
        tokens[clause].head = Some(named);
    }
}

/// "an attack that groups say killed ten": what others say is of the attack, and the pronoun before them is no subject of a noun.
pub(super) fn relate_said(tokens: &mut [Token], clause: usize, pronoun: usize) {
    let relative = matches!(tokens[pronoun].lower.as_str(), "that" | "which" | "who");
    let noun = tokens[pronoun].head.filter(|&noun| {
        relative
            && noun < pronoun
            && pronoun < clause
            && SUBJECTS.contains(&tokens[pronoun].relation)
            && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
    });
    let Some(noun) = noun.filter(|_| tokens[clause].xpos.is_finite()) else { return };
    tokens[clause].head = Some(noun);
    (tokens[pronoun].head, tokens[pronoun].relation) = (Some(clause), Relation::Obj);
}

/// Nouns before "of" and what goes on: an outbreak, days of it.
static GOING_ON: WordList = WordList::new(include_str!("nouns-of-what-goes-on.txt"));

/// "killed in fighting near the town", "moved during fighting between the army and rebels", "the outbreak of fighting": what
/// goes on, between two sides, for days or so that people are hurt in it, is a happening, and no clause of theirs.
pub(super) fn name_happening(tokens: &mut [Token], gerund: usize, head: usize) {
    let two_sided =
        tokens.get(gerund + 1).is_some_and(|next| matches!(next.lower.as_str(), "between" | "among"));
    let goes_on = gerund == head + 2 && tokens[head + 1].lower == "of" && GOING_ON.holds(&tokens[head].lemma);
    let hurt = hurts(&tokens[head]) && tokens[gerund].lemma == "fight";
    let is_gerund = tokens[gerund].xpos == Xpos::Vbg
        && head < gerund
        && !has(tokens, gerund, &[Relation::Obj, Relation::Xcomp, Relation::Ccomp, Relation::Nsubj])
        && (two_sided || goes_on || hurt);
    let Some(opening) = gerund.checked_sub(1).filter(|&at| {
        is_gerund
            && depends(&tokens[at], gerund, &[Relation::Mark, Relation::Case])
            && matches!(tokens[at].lower.as_str(), "in" | "during" | "amid" | "of")
    }) else {
        return;
    };
    tokens[opening].relation = Relation::Case;
    (tokens[gerund].upos, tokens[gerund].xpos) = (Upos::Noun, Xpos::Nn);
    tokens[gerund].lemma = tokens[gerund].lower.clone();
    tokens[gerund].relation = if tokens[head].upos == Upos::Verb { Relation::Obl } else { Relation::Nmod };
    for token in &mut tokens[gerund + 1..] {
        if token.head == Some(gerund) && token.relation == Relation::Obl {
            token.relation = Relation::Nmod;
        }
    }
}

/// Verbs whose form in "-ing" is an attack where a noun before it tells with what.
static ATTACKING: WordList = WordList::new(include_str!("verbs-of-attacking.txt"));

/// "killed in Israeli tank shelling": behind what it is done with stands the attack in which people are hurt, and no clause of
/// theirs.
pub(super) fn name_attack(tokens: &mut [Token], gerund: usize, verb: usize) {
    let Some(means) = gerund.checked_sub(1).filter(|&means| {
        tokens[gerund].xpos == Xpos::Vbg
            && ATTACKING.holds(&tokens[gerund].lemma)
            && hurts(&tokens[verb])
            && verb < means
            && tokens[means].upos == Upos::Noun
            && depends(&tokens[means], verb, &[Relation::Obl])
    }) else {
        return;
    };
    let within = |token: &Token| {
        depends(token, means, &[Relation::Case]) && matches!(token.lower.as_str(), "in" | "by" | "during")
    };
    let own = [Relation::Obj, Relation::Xcomp, Relation::Ccomp, Relation::Nsubj, Relation::Mark];
    if has(tokens, gerund, &own) || !tokens[verb..means].iter().any(within) {
        return;
    }
    for at in verb..tokens.len() {
        let token = &mut tokens[at];
        if at < means && token.head == Some(means) {
            token.head = Some(gerund);
        } else if at > gerund && token.head == Some(gerund) && token.relation == Relation::Obl {
            token.relation = Relation::Nmod;
        }
    }
    (tokens[gerund].upos, tokens[gerund].xpos) = (Upos::Noun, Xpos::Nn);
    tokens[gerund].lemma = tokens[gerund].lower.clone();
    tokens[gerund].relation = Relation::Obl;
    (tokens[means].head, tokens[means].relation) = (Some(gerund), Relation::Compound);
}

/// "suspended Chad the night before": who stands alone behind a verb is what it is done to, unless something is said to
/// him.
pub(super) fn turn_object(tokens: &mut [Token], noun: usize, verb: usize) {
    let more = [Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::Parataxis, Relation::Advcl];
    if verb < noun && !has(tokens, verb, &more) {
        tokens[noun].relation = Relation::Obj;
    }
}

/// "proclaimed himself head of state": nobody owns the head here, but becomes it.
pub(super) fn free_reflexive(tokens: &mut [Token], pronoun: usize, noun: usize) {
    let is_reflexive =
        matches!(tokens[pronoun].lower.as_str(), "himself" | "herself" | "itself" | "themselves");
    let verb = tokens[noun].head.filter(|&verb| {
        is_reflexive
            && verb + 1 == pronoun
            && pronoun < noun
            && tokens[verb].upos == Upos::Verb
            && tokens[noun].relation == Relation::Obj
    });
    if let Some(verb) = verb {
        (tokens[pronoun].head, tokens[pronoun].relation) = (Some(verb), Relation::Obj);
        tokens[noun].relation = Relation::Xcomp;
    }
}

/// Verbs that bring somebody or something down.
const FELLING: [&str; 7] = ["shoot", "gun", "bring", "mow", "knock", "hunt", "track"];

/// "shot down a drone": who fells something does not go down it.
pub(super) fn part_particle(tokens: &mut [Token], noun: usize, verb: usize) {
    let down = verb + 1;
    let is_felled = tokens[verb].upos == Upos::Verb
        && down < noun
        && FELLING.contains(&tokens[verb].lemma.as_str())
        && tokens[noun].relation == Relation::Obl
        && tokens[down].lower == "down"
        && depends(&tokens[down], noun, &[Relation::Case])
        && !has(tokens, verb, &[Relation::Obj, Relation::AuxPass]);
    if is_felled {
        (tokens[down].head, tokens[down].relation) = (Some(verb), Relation::CompoundPrt);
        (tokens[down].upos, tokens[down].xpos) = (Upos::Adp, Xpos::Rp);
        tokens[noun].relation = Relation::Obj;
    }
}

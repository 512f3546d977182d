//! Beginnings of sentences that lead a greedy parser astray: what looked like their verb, or like all of them, tells
//! more of the noun that the verb is about.

use super::clauses::opening;
use super::participles::VIOLENCE;
use super::{SUBJECTS, depends, has, is_below, lead_instead, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "Strikes carried out by troops killed hundreds": of two verbs the first, which has an agent, tells which strikes.
pub(super) fn reduce_first(tokens: &mut [Token], verb: usize, noun: usize) {
    let is_agent = matches!(tokens[noun].relation, Relation::Obl | Relation::OblAgent)
        && tokens[..noun].iter().any(|token| depends(token, noun, &[Relation::Case]) && token.lower == "by");
    let Some(participle) = tokens[noun].head.filter(|&first| is_agent && first < noun && noun < verb) else {
        return;
    };
    let taken = [Relation::Aux, Relation::AuxPass, Relation::Obj, Relation::Ccomp, Relation::NsubjPass];
    let is_past = |at: usize| matches!(tokens[at].xpos, Xpos::Vbd | Xpos::Vbn);
    let is_verb = is_past(verb)
        && tokens[verb + 1..].iter().any(|token| depends(token, verb, &[Relation::Obj]))
        && !has(tokens, verb, &[Relation::Aux, Relation::AuxPass, Relation::Nsubj]);
    let joined = tokens[noun..verb]
        .iter()
        .any(|token| matches!(token.lower.as_str(), "," | ";" | ":" | "and" | "or" | "but" | "who"));
    let subject = (0..participle)
        .rev()
        .find(|&at| depends(&tokens[at], participle, &SUBJECTS))
        .filter(|_| is_verb && !joined && is_past(participle) && !has(tokens, participle, &taken));
    let Some(subject) = subject else { return };
    lead_instead(tokens, verb, participle, subject);
}

/// "A petition demanding that they be tried drew crowds": a sentence without a verb of its own has the past tense that
/// has no subject, wherever it was hung; "Men armed with knives killed a guard" tells by its object that "killed" is one.
pub(super) fn begin_behind_subject(tokens: &mut [Token], verb: usize) {
    let Some(noun) = tokens[..verb].iter().position(|token| token.relation == Relation::Root) else { return };
    let own = [
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Mark,
        Relation::Aux,
        Relation::AuxPass,
        Relation::Cop,
    ];
    let is_subject = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn | Upos::Pron)
        && !has(
            tokens,
            noun,
            &[Relation::Cop, Relation::Nsubj, Relation::Case, Relation::Conj, Relation::Parataxis],
        );
    // What may be a participle is a verb only with an object.
    let harms = VIOLENCE.holds(&tokens[verb].lemma) && tokens[verb].xpos == Xpos::Vbn;
    let is_past = (tokens[verb].xpos == Xpos::Vbd || harms)
        && tokens[verb].head != Some(noun)
        && tokens[verb + 1..].iter().any(|token| depends(token, verb, &[Relation::Obj]));
    let is_bare = |tokens: &[Token]| !has(tokens, verb, &own) && is_below(tokens, verb, noun);
    let joined =
        matches!(tokens[verb - 1].lower.as_str(), "," | "and" | "or" | "but" | "that" | "who" | "which");
    if !is_subject || !is_past || joined || !is_bare(tokens) {
        return;
    }
    let count = tokens.len();
    for at in verb + 1..count {
        if tokens[at].head.is_some_and(|above| above < verb) {
            tokens[at].head = Some(verb);
        }
    }
    tokens[verb].xpos = Xpos::Vbd;
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
}

/// "a day after a jet shot down a plane": a finite verb with an object does not tell which jet, but begins a clause.
pub(super) fn begin_clause_with(tokens: &mut [Token], verb: usize, noun: usize) {
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Aux, Relation::AuxPass];
    let is_clause = tokens[verb].xpos == Xpos::Vbd
        && noun + 1 == verb
        && matches!(tokens[noun].relation, Relation::Obl | Relation::Nmod)
        && !has(tokens, verb, &own)
        && tokens[verb + 1..].iter().any(|token| depends(token, verb, &[Relation::Obj]));
    let opening = opening(tokens, noun).filter(|_| is_clause);
    if let (Some(opening), Some(above)) = (opening, tokens[noun].head) {
        (tokens[verb].head, tokens[verb].relation) = (Some(above), Relation::Advcl);
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
    }
}

/// "Russian and government planes bombed the town": a bare adjective is joined to no noun behind "and", but both words
/// tell which planes.
pub(super) fn describe_jointly(tokens: &mut [Token], noun: usize, adjective: usize) {
    let own = [
        Relation::Cop,
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Aux,
        Relation::Mark,
        Relation::Advmod,
    ];
    let governs = tokens[adjective].head.is_none_or(|head| head < adjective);
    let is_shape = tokens[adjective].upos == Upos::Adj
        && tokens[noun].upos == Upos::Noun
        && adjective < noun
        && governs
        && !matches!(tokens[adjective].relation, Relation::Amod | Relation::Conj | Relation::Xcomp)
        && !has(tokens, adjective, &own);
    let inner = [Relation::Cc, Relation::Compound, Relation::Amod];
    if !is_shape || !(adjective + 1..noun).all(|at| depends(&tokens[at], noun, &inner)) {
        return;
    }
    if !(adjective + 1..noun).any(|at| tokens[at].lower == "and") || adjective + 2 == noun {
        return;
    }
    let count = tokens.len();
    rehang(tokens, 0..count, adjective, noun);
    (tokens[noun].head, tokens[noun].relation) = (tokens[adjective].head, tokens[adjective].relation);
    (tokens[adjective].head, tokens[adjective].relation) = (Some(noun), Relation::Amod);
    let verb = (noun + 1..count).find(|&at| {
        tokens[at].head == Some(noun) && tokens[at].xpos.is_finite() && !has(tokens, at, &SUBJECTS)
    });
    if let Some(verb) = verb.filter(|_| tokens[noun].head.is_none()) {
        stand_above(tokens, noun, verb);
    }
}

/// "Rebel air strikes hit the market": a noun right before a subject, with nothing between them, is no sentence of its
/// own.
pub(super) fn begin_with_noun(tokens: &mut [Token]) {
    let Some(root) = tokens.iter().position(|token| token.head.is_none()) else { return };
    if !matches!(tokens[root].upos, Upos::Noun | Upos::Propn | Upos::Adj) {
        return;
    }
    let Some(verb) = (root + 1..tokens.len()).find(|&verb| {
        depends(&tokens[verb], root, &[Relation::Parataxis, Relation::Appos, Relation::Acl, Relation::Conj])
            && tokens[verb].xpos.is_finite()
    }) else {
        return;
    };
    let Some(subject) = (root + 1..verb).find(|&at| depends(&tokens[at], verb, &SUBJECTS)) else { return };
    let inner = [Relation::Compound, Relation::Amod, Relation::Nummod];
    let only = (0..tokens.len()).all(|at| {
        tokens[at].head != Some(root)
            || at == verb
            || at < root
            || tokens[at].upos == Upos::Punct && at > verb
    });
    let adjoins = (root + 1..subject).all(|at| depends(&tokens[at], subject, &inner));
    let bare = !has(tokens, root, &[Relation::Case, Relation::Cop, Relation::Nsubj]);
    if !only || !adjoins || !bare || tokens[subject].upos != Upos::Noun {
        return;
    }
    let count = tokens.len();
    rehang(tokens, 0..root, root, subject);
    rehang(tokens, verb + 1..count, root, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[root].head, tokens[root].relation) = (Some(subject), Relation::Compound);
}

/// "a town northeast of the city": the town is what the preposition before it governs, and not where it lies.
pub(super) fn turn_direction(tokens: &mut [Token], noun: usize, direction: usize) {
    let points = ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"];
    let is_shape = noun + 1 == direction
        && points.contains(&tokens[direction].form.as_str())
        && tokens[noun].upos == Upos::Noun
        && tokens.get(direction + 1).is_some_and(|next| next.lower == "of");
    if !is_shape {
        return;
    }
    rehang(tokens, 0..direction, direction, noun);
    (tokens[noun].head, tokens[noun].relation) = (tokens[direction].head, tokens[direction].relation);
    (tokens[direction].head, tokens[direction].relation) = (Some(noun), Relation::Advmod);
}

/// Makes a verb the root, of which the root before is the subject.
fn stand_above(tokens: &mut [Token], subject: usize, verb: usize) {
    let count = tokens.len();
    rehang(tokens, verb + 1..count, subject, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[subject].head, tokens[subject].relation) = (Some(verb), Relation::Nsubj);
}

/// "when rockets filled with gas struck the town", "Two rockets fired from Gaza hit Ashdod": of two verbs that nothing joins the
/// second, which has an object, is what the subject does, and the first, which has none, tells more of it.
pub(super) fn lead_behind_participle(tokens: &mut [Token], verb: usize) {
    let own = [
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Mark,
        Relation::Cc,
        Relation::Aux,
        Relation::AuxPass,
    ];
    let does = tokens[verb].xpos == Xpos::Vbd
        && tokens[verb].relation == Relation::Advcl
        && has(&tokens[verb + 1..], verb, &[Relation::Obj])
        && !has(tokens, verb, &own);
    let taken =
        [Relation::Obj, Relation::Aux, Relation::AuxPass, Relation::Cop, Relation::Ccomp, Relation::Xcomp];
    let participle = (1..verb).rev().find(|&at| tokens[at].upos == Upos::Verb);
    let Some(participle) = participle.filter(|&at| {
        does && matches!(tokens[at].xpos, Xpos::Vbd | Xpos::Vbn)
            && depends(&tokens[at - 1], at, &SUBJECTS)
            && tokens[at - 1].upos == Upos::Noun
            && !has(tokens, at, &taken)
            && has(&tokens[at..verb], at, &[Relation::Obl])
    }) else {
        return;
    };
    let above = tokens[participle].head;
    let beside = tokens[verb].head == above;
    let joined = (participle..verb).any(|at| tokens[at].upos == Upos::Punct || tokens[at].lower == "and")
        || (participle + 1..verb).any(|at| !is_below(tokens, at, participle));
    if joined || !beside && tokens[verb].head != Some(participle) {
        return;
    }
    let relation = tokens[verb].relation;
    lead_instead(tokens, verb, participle, participle - 1);
    if beside {
        tokens[verb].relation = relation;
    }
}

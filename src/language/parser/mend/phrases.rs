//! Phrases: what a preposition, a noun, a name or a verb may have and may not have.

use super::{SUBJECTS, behind_preposition, depends, has, is_behind_comma, is_below, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "Kim Jong-un and Donald Trump": what is joined to a part of a name is joined to the name.
pub(super) fn join_whole_name(tokens: &mut [Token], child: usize, head: usize) {
    if tokens[head].relation == Relation::Flat && head < child {
        tokens[child].head = tokens[head].head;
    }
}

/// "the mafia boss Aslan Usoyan": a verb has one subject, and a name right behind a noun is its name.
pub(super) fn join_name(tokens: &mut [Token], name: usize, verb: usize) {
    // "Grace Mwangi", whose first word the parser may hang on the last.
    let is_first =
        |at: usize| depends(&tokens[at], name, &[Relation::Compound]) && tokens[at].upos == Upos::Propn;
    let first = (0..name).rev().take_while(|&at| is_first(at)).last().unwrap_or(name);
    let Some(noun) = first.checked_sub(1).filter(|&noun| {
        tokens[name].upos == Upos::Propn
            && tokens[noun].upos == Upos::Noun
            && (first == name && depends(&tokens[noun], verb, &SUBJECTS) || ends_row(tokens, noun, verb))
    }) else {
        return;
    };
    for token in &mut tokens[name + 1..] {
        if token.head == Some(name) && token.relation == Relation::Flat {
            token.head = Some(noun);
        }
    }
    for token in &mut tokens[first..=name] {
        (token.head, token.relation) = (Some(noun), Relation::Flat);
    }
}

/// "author and critic": whether a noun in the singular, which no article begins, is the last of those that are the subject.
fn ends_row(tokens: &[Token], noun: usize, verb: usize) -> bool {
    tokens[noun].xpos == Xpos::Nn
        && tokens[noun].relation == Relation::Conj
        && tokens[noun].head.is_some_and(|row| depends(&tokens[row], verb, &SUBJECTS))
        && has(tokens, noun, &[Relation::Cc])
        && !has(tokens, noun, &[Relation::Det, Relation::Nummod, Relation::NmodPoss])
}

/// "received by the president": the preposition belongs to its noun, and the noun to the verb.
pub(super) fn turn_preposition(tokens: &mut [Token], child: usize, head: usize) {
    let is_preposition = tokens[head].xpos == Xpos::In && tokens[head].relation == Relation::Case;
    let Some(above) = tokens[head].head.filter(|&above| is_preposition && head < child && above < head)
    else {
        return;
    };
    tokens[child].head = Some(above);
    tokens[head].head = Some(child);
    if tokens[above].upos != Upos::Verb {
        tokens[child].relation = Relation::Nmod;
    } else if tokens[child].relation != Relation::OblAgent {
        tokens[child].relation = Relation::Obl;
    }
}

/// "received by the president for two hours": of two prepositions with a noun between them, the first is that noun's.
pub(super) fn part_prepositions(tokens: &mut [Token], second: usize, noun: usize) {
    let Some(above) = tokens[noun].head.filter(|&above| second < noun && above < second) else { return };
    let Some(first) = (above + 1..second).find(|&at| depends(&tokens[at], noun, &[Relation::Case])) else {
        return;
    };
    let is_noun = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Pron);
    let Some(between) = (first + 1..second).rev().find(|&at| tokens[at].head == Some(noun) && is_noun(at))
    else {
        return;
    };
    rehang(tokens, first..second, noun, between);
    let relation = behind_preposition(tokens, above, first);
    (tokens[between].head, tokens[between].relation) = (Some(above), relation);
    if tokens[noun].relation == Relation::OblAgent {
        tokens[noun].relation = Relation::Obl;
    }
}

/// "conferred for three hours with the minister": hours are with nobody.
pub(super) fn lift_from_hours(tokens: &mut [Token], child: usize, hours: usize) {
    let is_length = matches!(tokens[hours].lemma.as_str(), "minute" | "hour" | "day" | "week")
        && matches!(tokens[hours].relation, Relation::Obl | Relation::OblUnmarked | Relation::Obj);
    let with =
        (hours..child).any(|at| depends(&tokens[at], child, &[Relation::Case]) && tokens[at].lower == "with");
    let Some(verb) = tokens[hours].head.filter(|&verb| tokens[verb].upos == Upos::Verb && verb < hours)
    else {
        return;
    };
    if is_length && with && tokens[child].relation == Relation::Nmod {
        (tokens[child].head, tokens[child].relation) = (Some(verb), Relation::Obl);
    }
}

/// "a loan of $5 billion for Chad": what it is for is told of the loan, not of the billion.
pub(super) fn lift_from_money(tokens: &mut [Token], child: usize, money: usize) {
    let is_behind = |noun: usize, of: bool| {
        let mut cases = tokens[..noun].iter().filter(|token| depends(token, noun, &[Relation::Case]));
        cases.next().is_some_and(|case| (case.lower == "of") == of)
    };
    let is_money = matches!(tokens[money].upos, Upos::Sym | Upos::Num)
        && tokens[money].relation == Relation::Nmod
        && is_behind(money, true);
    if is_money && money < child && tokens[child].relation == Relation::Nmod && is_behind(child, false) {
        tokens[child].head = tokens[money].head;
    }
}

/// "signed a pact, along with other papers, during a visit": what a comma parts from the nouns before it tells when the verb's
/// happens.
pub(super) fn lift_from_listed(tokens: &mut [Token], child: usize, head: usize) {
    let case = (head + 1..child).find(|&at| depends(&tokens[at], child, &[Relation::Case]));
    let is_shape = tokens[child].relation == Relation::Nmod
        && case.is_some_and(|case| tokens[case].lower == "during" && is_behind_comma(tokens, case));
    if !is_shape {
        return;
    }
    let nominal = [Relation::Nmod, Relation::Obj, Relation::Obl, Relation::Conj, Relation::Appos];
    let mut above = head;
    while nominal.contains(&tokens[above].relation) && tokens[above].upos != Upos::Verb {
        match tokens[above].head.filter(|&next| next < above) {
            Some(next) => above = next,
            None => return,
        }
    }
    let (verb, inside) = (above, above + 1..child);
    let crossed = inside.clone().any(|at| tokens[at].head.is_some_and(|head| head > child))
        || tokens[child + 1..].iter().any(|token| token.head.is_some_and(|head| inside.contains(&head)));
    if tokens[verb].upos == Upos::Verb && !crossed {
        (tokens[child].head, tokens[child].relation) = (Some(verb), Relation::Obl);
    }
}

/// "the massacre of villagers by soldiers": who does it stands beside those to whom it is done, not below them.
pub(super) fn lift_agent(tokens: &mut [Token], child: usize, head: usize) {
    let is_behind = |tokens: &[Token], noun: usize, preposition: &str| {
        tokens[noun].relation == Relation::Nmod
            && tokens
                .iter()
                .take(noun)
                .any(|token| depends(token, noun, &[Relation::Case]) && token.lower == preposition)
    };
    if head < child && is_behind(tokens, child, "by") && is_behind(tokens, head, "of") {
        tokens[child].head = tokens[head].head;
    }
}

/// "awarded the president the prize": a noun has no object, but its verb has two.
pub(super) fn lift_second_object(tokens: &mut [Token], child: usize, head: usize) {
    let is_object = tokens[child].relation == Relation::Obj && tokens[head].relation == Relation::Obj;
    let is_noun = matches!(tokens[head].upos, Upos::Noun | Upos::Propn | Upos::Pron);
    let Some(verb) = tokens[head].head.filter(|&verb| is_object && is_noun && verb < head && head < child)
    else {
        return;
    };
    tokens[child].head = Some(verb);
    tokens[head].relation = Relation::Iobj;
}

/// "evacuated the wounded from the town": what is done to those who are named by a participle or an adjective has the
/// verb's place.
pub(super) fn lift_from_object(tokens: &mut [Token], child: usize, head: usize) {
    let is_named =
        tokens[head].relation == Relation::Obj && matches!(tokens[head].upos, Upos::Verb | Upos::Adj);
    if tokens[child].relation == Relation::Obl && is_named && head < child {
        tokens[child].head = tokens[head].head;
    }
}

/// "urged the president to allow inspectors in": an infinitive behind an object is what the verb wants of it, no part of
/// the noun.
pub(super) fn lift_infinitive(tokens: &mut [Token], infinitive: usize, noun: usize) {
    let is_nominal = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn | Upos::Pron)
        && matches!(tokens[noun].relation, Relation::Obj | Relation::Iobj)
        && noun < infinitive
        && has(tokens, infinitive, &[Relation::Mark]);
    // What the noun has behind the infinitive would cross it.
    let holds_more = tokens[infinitive + 1..].iter().any(|token| token.head == Some(noun));
    let Some(verb) = tokens[noun].head.filter(|&verb| tokens[verb].upos == Upos::Verb && verb < noun) else {
        return;
    };
    if is_nominal && !holds_more {
        tokens[infinitive].head = Some(verb);
    }
}

/// "stepped up uranium enrichment": what has neither preposition nor time is the object of a verb that has none.
pub(super) fn name_bare_object(tokens: &mut [Token], child: usize, verb: usize) {
    let of_verb = [Relation::Obj, Relation::NsubjPass, Relation::AuxPass, Relation::Xcomp, Relation::Ccomp];
    let is_bare = tokens[child].relation == Relation::Obl
        && (tokens[child].upos == Upos::Noun || tokens[child].xpos == Xpos::Nnps)
        && tokens[verb].upos == Upos::Verb
        && verb < child
        && !tokens.iter().any(|token| token.head == Some(child) && token.relation == Relation::Case);
    if is_bare && !tokens.iter().any(|token| token.head == Some(verb) && of_verb.contains(&token.relation)) {
        tokens[child].relation = Relation::Obj;
    }
}

/// "called off a strike": a noun with an article is what is called off, unless the verb says what somebody is or becomes.
pub(super) fn name_object(tokens: &mut [Token], child: usize, head: usize) {
    let is_noun = matches!(tokens[child].upos, Upos::Noun | Upos::Propn);
    let says_what = [
        "be", "become", "remain", "seem", "appear", "stay", "prove", "feel", "turn", "sound", "look", "keep",
    ];
    if !is_noun || tokens[head].upos != Upos::Verb || says_what.contains(&tokens[head].lemma.as_str()) {
        return;
    }
    let others = [Relation::Obj, Relation::Iobj, Relation::NsubjPass];
    let own = [Relation::Cop, Relation::Nsubj, Relation::Mark];
    let of_verb = has(tokens, head, &others);
    let of_noun = has(tokens, child, &own);
    let article = has(tokens, child, &[Relation::Det]);
    if article && !of_verb && !of_noun {
        tokens[child].relation = Relation::Obj;
    }
}

/// Nouns that say what somebody means to do, and take the infinitive behind them.
const INTENT: [&str; 32] = [
    "ability",
    "agreement",
    "attempt",
    "bid",
    "call",
    "capacity",
    "commitment",
    "deal",
    "decision",
    "demand",
    "effort",
    "failure",
    "intention",
    "invitation",
    "move",
    "offer",
    "order",
    "permission",
    "plan",
    "pledge",
    "promise",
    "proposal",
    "readiness",
    "reluctance",
    "refusal",
    "request",
    "right",
    "threat",
    "unwillingness",
    "vote",
    "vow",
    "willingness",
];

/// "resent the invasion and the refusal to apologise", "repelled attempts by the army to overrun the area": an
/// infinitive belongs to the noun before it that asks for one.
pub(super) fn name_intent(tokens: &mut [Token], verb: usize, above: usize) {
    let is_mark = |at: &usize| depends(&tokens[*at], verb, &[Relation::Mark]) && tokens[*at].lower == "to";
    let Some(to) = (above + 1..verb).find(is_mark) else { return };
    let asks = |noun: usize| tokens[noun].upos == Upos::Noun && INTENT.contains(&tokens[noun].lemma.as_str());
    let nearest = Some(to - 1).filter(|&noun| noun > above && asks(noun));
    // Behind the object stands nothing but who does it.
    let object =
        (above + 1..to).find(|&noun| depends(&tokens[noun], above, &[Relation::Obj])).filter(|&noun| {
            asks(noun)
                && !tokens[noun + 1..to].iter().any(|token| token.lower == ",")
                && (noun + 1..to).all(|at| tokens[at].head.is_some_and(|head| noun <= head && head < to))
        });
    let Some(noun) = nearest.or(object).filter(|&noun| !is_below(tokens, noun, verb)) else { return };
    tokens[verb].head = Some(noun);
    tokens[verb].relation = Relation::Acl;
}

/// "stabbed to death the poet Mara Lind": a name behind "to death" is whom it is done to.
pub(super) fn free_from_death(tokens: &mut [Token], name: usize, death: usize) {
    let Some(verb) = tokens[death].head.filter(|&verb| {
        name == death + 1
            && tokens[death].lower == "death"
            && tokens[name].upos == Upos::Propn
            && tokens[verb].upos == Upos::Verb
            && verb < death
            && !has(tokens, verb, &[Relation::Obj])
    }) else {
        return;
    };
    for token in &mut tokens[name + 1..] {
        if token.head == Some(death) && token.relation == Relation::Flat {
            token.head = Some(name);
        }
    }
    (tokens[name].head, tokens[name].relation) = (Some(verb), Relation::Obj);
}

/// "Singer Mara Lind dies": a sentence has a verb, and a name right behind its first noun is that noun's, not the subject
/// of a clause about it.
pub(super) fn name_subject(tokens: &mut [Token], verb: usize, noun: usize) {
    let name = noun + 1;
    let is_sentence = tokens[noun].head.is_none()
        && tokens[noun].upos == Upos::Noun
        && name < verb
        && tokens[name].upos == Upos::Propn
        && depends(&tokens[name], verb, &SUBJECTS)
        && (tokens[verb].xpos.is_finite() || has(tokens, verb, &[Relation::AuxPass]));
    // "the singer Bob married"
    let definite = tokens[..noun].iter().any(|token| token.head == Some(noun) && token.lower == "the");
    if !is_sentence || definite {
        return;
    }
    let subject = tokens[name].relation;
    let (flat, count) = (Relation::Flat, tokens.len());
    for token in &mut tokens[name + 1..verb] {
        if token.head == Some(name) && token.relation == flat {
            token.head = Some(noun);
        }
    }
    rehang(tokens, verb + 1..count, noun, verb);
    (tokens[name].head, tokens[name].relation) = (Some(noun), flat);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), subject);
}

/// "will be set free": what is read as an adverb is what is done to them.
pub(super) fn set_free(tokens: &mut [Token], set: usize, free: usize) {
    let phrase = tokens[set].lower == "set" && tokens[free].lower == "free" && set + 1 == free;
    if !phrase || !has(tokens, free, &[Relation::Cop]) {
        return;
    }
    (tokens[set].upos, tokens[set].xpos) = (Upos::Verb, Xpos::Vbn);
    (tokens[set].head, tokens[set].relation) = (tokens[free].head, tokens[free].relation);
    for token in tokens.iter_mut().filter(|token| token.head == Some(free)) {
        token.head = Some(set);
        token.relation = match token.relation {
            Relation::Cop => Relation::AuxPass,
            Relation::Nsubj => Relation::NsubjPass,
            other => other,
        };
    }
    (tokens[free].head, tokens[free].relation) = (Some(set), Relation::Xcomp);
}

/// "shot dead two guards": the shooting made them so.
pub(super) fn shoot_dead(tokens: &mut [Token], dead: usize, noun: usize) {
    if tokens[dead].lower == "dead" && tokens[noun].lemma == "shoot" && noun + 1 == dead {
        let count = tokens.len();
        for child in dead + 1..count {
            if depends(&tokens[child], dead, &[Relation::Obj]) {
                tokens[child].head = Some(noun);
            }
        }
    }
    let Some(verb) = dead.checked_sub(1).filter(|&verb| {
        tokens[dead].lower == "dead"
            && dead < noun
            && tokens[verb].upos == Upos::Verb
            && tokens[verb].lemma == "shoot"
            && tokens[noun].head == Some(verb)
    }) else {
        return;
    };
    (tokens[dead].head, tokens[dead].relation) = (Some(verb), Relation::Xcomp);
}

/// "Protests spread across Chile, with students gathering in the streets": who does something behind ", with" goes along with the
/// verb, and with no place before the comma.
pub(super) fn lift_doing(tokens: &mut [Token], noun: usize, place: usize) {
    let with = (place + 1..noun.max(place + 1))
        .find(|&at| depends(&tokens[at], noun, &[Relation::Case]) && tokens[at].lower == "with");
    let comma = with.is_some_and(|with| tokens[with - 1].lower == ",");
    let does = (noun + 1..tokens.len())
        .any(|at| depends(&tokens[at], noun, &[Relation::Acl]) && tokens[at].xpos == Xpos::Vbg);
    let stands = matches!(tokens[place].relation, Relation::Obl) && tokens[place].upos == Upos::Propn;
    let Some(verb) = tokens[place].head.filter(|&verb| comma && does && stands && verb < place) else {
        return;
    };
    if tokens[verb].upos == Upos::Verb && !tokens[noun + 1..].iter().any(|token| token.head == Some(place)) {
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Obl);
    }
}

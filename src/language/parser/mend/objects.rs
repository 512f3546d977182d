//! Objects that a greedy parser reads into one: whom a sum is taken from, whom a verdict is on.

use super::{depends, has, hurts, is_below, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "fines Fenwick €5 million", "finds Ann Lind guilty": a name right behind the verb is no part of the sum or the verdict
/// that follows it.
pub(super) fn part_name_from_sum(tokens: &mut [Token], object: usize, verb: usize) {
    let sum = tokens[object].xpos == Xpos::Dollar;
    let verdict = matches!(tokens[object].lower.as_str(), "guilty" | "innocent" | "liable");
    if !(sum || verdict) || object < verb || tokens[verb].upos != Upos::Verb {
        return;
    }
    let name = (verb + 1..object).find(|&at| {
        depends(&tokens[at], object, &[Relation::Compound, Relation::NmodDesc])
            && tokens[at].upos == Upos::Propn
    });
    let Some(name) = name else { return };
    rehang(tokens, verb + 1..name, object, name);
    (tokens[name].head, tokens[name].relation) =
        (Some(verb), if sum { Relation::Iobj } else { Relation::Obj });
    if verdict {
        tokens[object].relation = Relation::Xcomp;
    }
}

/// "hand over the jail", "hand back two suspects": what is handed over is the object of the verb, and its particle has none.
pub(super) fn hand_object(tokens: &mut [Token], verb: usize) {
    let particle = verb + 1;
    let hands = tokens[verb].lemma == "hand"
        && tokens[verb].upos == Upos::Verb
        && tokens.get(particle).is_some_and(|next| matches!(next.lower.as_str(), "over" | "back"));
    if !hands
        || depends(&tokens[particle], verb, &[Relation::CompoundPrt])
        || is_below(tokens, verb, particle)
    {
        return;
    }
    let Some(above) = tokens[particle].head else { return };
    if tokens[particle].relation == Relation::Case {
        if !depends(&tokens[above], verb, &[Relation::Obl]) {
            return;
        }
        tokens[above].relation = Relation::Obj;
    } else if above != verb {
        return;
    }
    let count = tokens.len();
    rehang(tokens, particle..count, particle, verb);
    (tokens[particle].head, tokens[particle].relation) = (Some(verb), Relation::CompoundPrt);
    let Some(object) = (particle + 1..count).find(|&at| depends(&tokens[at], verb, &[Relation::Obj])) else {
        return;
    };
    // "hand over the island to Chile": to whom, and no island to anybody.
    let to = |&at: &usize| {
        let is_to = |case: usize| depends(&tokens[case], at, &[Relation::Case]) && tokens[case].lower == "to";
        depends(&tokens[at], object, &[Relation::Nmod]) && (object + 1..at).any(is_to)
    };
    let Some(taker) = (object + 1..count).find(to) else { return };
    if (taker + 1..count).all(|at| tokens[at].head != Some(object)) {
        (tokens[taker].head, tokens[taker].relation) = (Some(verb), Relation::Obl);
    }
}

/// "named Ann Lind acting president": the name is who is named, and the office what.
pub(super) fn name_to_office(tokens: &mut [Token], name: usize, verb: usize) {
    let names = matches!(tokens[verb].lemma.as_str(), "name" | "appoint" | "elect" | "proclaim" | "declare");
    let bare = tokens[name].upos == Upos::Propn
        && verb + 1 == name
        && !has(tokens, verb, &[Relation::Obj, Relation::Iobj, Relation::AuxPass]);
    let office = (name + 1..tokens.len()).find(|&at| depends(&tokens[at], verb, &[Relation::OblUnmarked]));
    let Some(office) = office.filter(|&at| names && bare && tokens[at].upos == Upos::Noun) else { return };
    let between = |token: &Token| token.head == Some(name) || token.head == Some(office);
    if !tokens[name + 1..office].iter().all(between) {
        return;
    }
    tokens[name].relation = Relation::Obj;
    tokens[office].relation = Relation::Xcomp;
    if tokens[verb].xpos == Xpos::Vbn
        && has(tokens, verb, &[Relation::Nsubj])
        && !has(tokens, verb, &[Relation::Aux])
    {
        tokens[verb].xpos = Xpos::Vbd;
    }
}

/// "a man suspected of theft is held", "Ann Lind, the woman accused of fraud": who is accused of something without an object
/// does not accuse.
pub(super) fn accuse_subject(tokens: &mut [Token], subject: usize, verb: usize) {
    let accuses = matches!(tokens[verb].lower.as_str(), "accused" | "suspected" | "convicted" | "acquitted");
    let of = tokens.get(verb + 1).is_some_and(|next| next.lower == "of");
    // "a party that a family accused of murder": what the clause is of is its object.
    let relative = matches!(tokens[verb].relation, Relation::AclRelcl | Relation::Acl);
    let bare =
        !relative && !has(tokens, verb, &[Relation::Obj, Relation::Iobj, Relation::Aux, Relation::AuxPass]);
    if accuses && of && bare && subject < verb {
        tokens[subject].relation = Relation::NsubjPass;
        tokens[verb].xpos = Xpos::Vbn;
    }
}

/// "A bomber killed 30, including 20 children": a number right behind a verb of harm that has a subject is whom it harmed, and no
/// circumstance; nor is it behind a participle of harm: "killing three and injuring two others".
pub(super) fn count_harmed(tokens: &mut [Token], number: usize) {
    let verb = number - 1;
    let counts = tokens[number].upos == Upos::Num && hurts(&tokens[verb]);
    // "killed 9 May", "injured 12 %", "killed 3 km from the border"
    let measures = tokens.get(number + 1).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Sym | Upos::Num) || next.xpos == Xpos::Jj
    });
    // "kills six, hurts 13": nor does it count what a verb behind it tells.
    let counts_verb = tokens[number].head.is_some_and(|later| {
        number < later && tokens[later].upos == Upos::Verb && tokens[number].relation == Relation::Nummod
    });
    let hangs = depends(&tokens[number], verb, &[Relation::Obl, Relation::OblUnmarked, Relation::Nummod])
        || counts_verb;
    let acts = has(tokens, verb, &[Relation::Nsubj]) || tokens[verb].xpos == Xpos::Vbg;
    let told =
        acts && !has(tokens, verb, &[Relation::Obj, Relation::Aux, Relation::AuxPass, Relation::NsubjPass]);
    if counts && hangs && told && !measures && !has(tokens, number, &[Relation::Case]) {
        (tokens[number].head, tokens[number].relation) = (Some(verb), Relation::Obj);
        if tokens[verb].xpos == Xpos::Vbn {
            tokens[verb].xpos = Xpos::Vbd;
        }
    }
}

/// "was killed fighting rebels": who is killed has no object, and what stands behind the form in "-ing" is what he was at.
pub(super) fn fight_when_hurt(tokens: &mut [Token], object: usize, verb: usize) {
    let deed = verb + 1;
    let suffers = hurts(&tokens[verb])
        && deed < object
        && has(tokens, verb, &[Relation::NsubjPass])
        && has(tokens, verb, &[Relation::AuxPass])
        && depends(&tokens[deed], object, &[Relation::Amod, Relation::Compound]);
    if !suffers {
        return;
    }
    let lemma = match tokens[deed].lower.as_str() {
        "fighting" => Some("fight"),
        "battling" => Some("battle"),
        _ => None,
    };
    if let Some(lemma) = lemma {
        tokens[deed].lemma = lemma.into();
    } else if tokens[deed].xpos != Xpos::Vbg {
        return;
    }
    (tokens[deed].upos, tokens[deed].xpos) = (Upos::Verb, Xpos::Vbg);
    (tokens[deed].head, tokens[deed].relation) = (Some(verb), Relation::Advcl);
    (tokens[object].head, tokens[object].relation) = (Some(deed), Relation::Obj);
}

/// "awarded the president the Peace Prize": of two phrases without a comma between them behind a verb of giving, the first is
/// who gets the second.
pub(super) fn give_second(tokens: &mut [Token], thing: usize, person: usize) {
    let Some(verb) = tokens[person].head.filter(|&verb| verb < person && person < thing) else { return };
    let gives = matches!(
        tokens[verb].lemma.as_str(),
        "give" | "award" | "grant" | "hand" | "offer" | "deny" | "lend" | "send" | "promise"
    );
    let parted = tokens[person..thing].iter().any(|token| token.upos == Upos::Punct);
    let begins = (person + 1..thing).any(|at| depends(&tokens[at], thing, &[Relation::Det]));
    if gives && begins && !parted && depends(&tokens[person], verb, &[Relation::Obj]) {
        tokens[person].relation = Relation::Iobj;
        let count = tokens.len();
        rehang(tokens, thing + 1..count, person, verb);
        (tokens[thing].head, tokens[thing].relation) = (Some(verb), Relation::Obj);
    }
}

/// "holds a six-year-old boy hostage": nobody is a sort of hostage; he is held, as one.
pub(super) fn hold_hostage(tokens: &mut [Token], person: usize, hostage: usize) {
    let held = matches!(tokens[hostage].lower.as_str(), "hostage" | "captive" | "prisoner");
    let verb = tokens[hostage].head.filter(|&verb| {
        held && tokens[hostage].relation == Relation::Obj
            && verb < person
            && matches!(tokens[verb].lemma.as_str(), "hold" | "take" | "keep")
    });
    let Some(verb) = verb.filter(|_| person + 1 == hostage && tokens[person].upos == Upos::Noun) else {
        return;
    };
    rehang(tokens, verb + 1..person, hostage, person);
    (tokens[person].head, tokens[person].relation) = (Some(verb), Relation::Obj);
}

/// "Four people are taken hostage": who is taken so is the subject of the passive, and takes nobody.
pub(super) fn held_hostage(tokens: &mut [Token], hostage: usize, verb: usize) {
    let held = matches!(tokens[hostage].lower.as_str(), "hostage" | "captive" | "prisoner");
    let passive = verb + 1 == hostage
        && matches!(tokens[verb].lemma.as_str(), "hold" | "take" | "keep")
        && has(tokens, verb, &[Relation::AuxPass]);
    if held && passive && depends(&tokens[hostage], verb, &[Relation::Obj, Relation::Obl]) {
        tokens[hostage].relation = Relation::Xcomp;
    }
}

/// "finds artist and guide Ann Lind guilty": a name between a noun and what its bearer is found to be is the noun's.
pub(super) fn find_guilty(tokens: &mut [Token], guilty: usize) {
    let verb = tokens[guilty].head.filter(|&verb| {
        verb < guilty
            && tokens[verb].lemma == "find"
            && matches!(tokens[guilty].lower.as_str(), "guilty" | "innocent")
            && matches!(tokens[guilty].relation, Relation::Obl | Relation::Obj)
    });
    let Some(verb) = verb else { return };
    let name = (verb + 2..guilty).find(|&at| {
        tokens[at].upos == Upos::Propn && depends(&tokens[at], guilty, &[Relation::Compound, Relation::Nmod])
    });
    let Some((name, noun)) = name.map(|name| (name, name - 1)) else { return };
    let found = (verb + 1..=noun).find(|&at| depends(&tokens[at], verb, &[Relation::Obj]));
    let bears = tokens[noun].xpos == Xpos::Nn && found.is_some_and(|found| is_below(tokens, noun, found));
    let whole = (name + 1..guilty).all(|at| is_below(tokens, at, name));
    if bears && whole {
        (tokens[name].head, tokens[name].relation) = (Some(noun), Relation::Flat);
        tokens[guilty].relation = Relation::Xcomp;
    }
}

/// "condemned in the strongest terms the attack": what stands behind the manner is the verb's object, and no part of the terms.
pub(super) fn free_from_terms(tokens: &mut [Token], terms: usize, verb: usize) {
    let is_manner = matches!(tokens[terms].lemma.as_str(), "term" | "way" | "word" | "manner")
        && tokens[terms].relation == Relation::Obl
        && tokens[verb].upos == Upos::Verb
        && verb < terms
        && tokens[..terms]
            .iter()
            .any(|token| depends(token, terms, &[Relation::Case]) && token.lower == "in")
        && !has(tokens, verb, &[Relation::Obj, Relation::AuxPass, Relation::Ccomp, Relation::Xcomp]);
    let behind = [
        Relation::Obj,
        Relation::NmodUnmarked,
        Relation::Appos,
        Relation::AclRelcl,
        Relation::Acl,
        Relation::Conj,
    ];
    let own = [Relation::Case, Relation::Cc, Relation::Cop, Relation::Nsubj];
    let object = (terms + 1..tokens.len()).find(|&at| depends(&tokens[at], terms, &behind));
    let object = object.filter(|&object| {
        is_manner
            && matches!(tokens[object].upos, Upos::Noun | Upos::Propn)
            && !has(tokens, object, &own)
            && (terms + 1..object).all(|at| is_below(tokens, at, object) || tokens[at].upos == Upos::Punct)
    });
    if let Some(object) = object {
        (tokens[object].head, tokens[object].relation) = (Some(verb), Relation::Obj);
    }
}

/// "threatening its old enemy, the United States": a name behind a comma, with nothing that joins it, is no second verb, but who the
/// object is.
pub(super) fn name_object_behind_comma(tokens: &mut [Token], name: usize, verb: usize) {
    let own = [
        Relation::Cc,
        Relation::Case,
        Relation::Cop,
        Relation::Nsubj,
        Relation::Conj,
        Relation::Mark,
        Relation::Obj,
        Relation::Advmod,
    ];
    let is_name = matches!(tokens[name].xpos, Xpos::Nnp | Xpos::Nnps)
        && tokens[verb].upos == Upos::Verb
        && verb < name
        && !has(tokens, name, &own);
    let object = (verb + 1..name).rev().find(|&at| depends(&tokens[at], verb, &[Relation::Obj]));
    let Some(object) = object.filter(|&object| is_name && tokens[object].upos == Upos::Noun) else { return };
    let comma = object + 1;
    let whose = tokens[..object].iter().any(|token| depends(token, object, &[Relation::NmodPoss]));
    let beside = tokens[comma].lower == ","
        && (comma + 1..name).all(|at| is_below(tokens, at, name))
        && (tokens[comma].head == Some(name) || tokens[comma].head == Some(object));
    if whose && beside {
        (tokens[name].head, tokens[name].relation) = (Some(object), Relation::Appos);
    }
}

//! Subjects that a greedy parser gives to no verb or to the wrong one: names that end like an owner's, headings, names with a
//! clause behind them that it takes for the sentence.

use super::{SUBJECTS, as_subject, depends, has, hurts, is_below, rehang, root_of};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};

/// Nouns that tell when, or by what way, something is done, with no preposition before them: "last", "the way home".
static TIMES: WordList = WordList::new(include_str!("nouns-of-times-and-ways.txt"));

/// "Army air strikes hit the town", "Former trustee Ann Lind resigned": a noun right before the subject, with nothing between
/// them, tells whose or what it is, and not when something is done.
pub(super) fn describe_next(tokens: &mut [Token], noun: usize, verb: usize) {
    let subject = (noun + 1..verb).find(|&at| depends(&tokens[at], verb, &SUBJECTS));
    let Some(subject) = subject else { return };
    let begins =
        tokens[noun + 1..=subject].iter().all(|token| matches!(token.upos, Upos::Noun | Upos::Propn));
    let is_whole = (noun + 1..subject).all(|at| is_below(tokens, at, subject));
    let first_of_noun = (0..=noun).find(|&at| is_below(tokens, at, noun)).unwrap_or(noun);
    let is_shape = tokens[noun].xpos == Xpos::Nn
        && tokens[subject].upos != Upos::Pron
        && !TIMES.holds(&tokens[noun].lemma)
        && begins
        && is_whole
        && !has(tokens, noun, &[Relation::Case, Relation::Det, Relation::Nummod])
        && first_of_noun.checked_sub(1).is_none_or(|before| tokens[before].lower != "and");
    if is_shape {
        let names = tokens[noun + 1].upos == Upos::Propn && tokens[subject].upos == Upos::Propn;
        tokens[noun].head = Some(subject);
        tokens[noun].relation = if names { Relation::NmodDesc } else { Relation::Compound };
    }
}

/// "Children's Aid sued the city": whoever stands with a mark of ownership before the subject of a verb owns the subject.
pub(super) fn own_subject(tokens: &mut [Token], owner: usize, verb: usize) {
    let begin = owner + 2;
    let is_marked = begin < verb
        && depends(&tokens[owner + 1], owner, &[Relation::Case])
        && tokens[owner + 1].xpos == Xpos::Pos
        && tokens[verb].upos == Upos::Verb;
    let subject = (begin..verb).find(|&at| depends(&tokens[at], verb, &SUBJECTS)).filter(|_| is_marked);
    if let Some(subject) = subject.filter(|&subject| (begin..subject).all(|at| is_below(tokens, at, subject)))
    {
        tokens[owner].head = Some(subject);
    }
}

/// "Sotheby's sued the gallery": nobody owns a verb; the name ends in "'s" and is its subject.
pub(super) fn end_in_mark(tokens: &mut [Token], name: usize, verb: usize) {
    let mark = name + 1;
    let is_name = tokens[name].upos == Upos::Propn
        && mark < verb
        && depends(&tokens[mark], name, &[Relation::Case])
        && tokens[mark].xpos == Xpos::Pos
        && (mark + 1..verb).all(|at| depends(&tokens[at], verb, &[Relation::Advmod]));
    let none_of = [Relation::AuxPass, Relation::Aux, Relation::Cop, Relation::Mark, Relation::Det];
    // "Bern's hit by a storm" is hit.
    let is_finite = match tokens[verb].xpos {
        Xpos::Vbz | Xpos::Vbd | Xpos::Vbp => true,
        Xpos::Vbn => has(&tokens[verb + 1..], verb, &[Relation::Obj]),
        _ => false,
    };
    let is_verb = tokens[verb].upos == Upos::Verb
        && is_finite
        && !tokens.iter().enumerate().any(|(at, token)| at != name && depends(token, verb, &SUBJECTS))
        && !has(tokens, verb, &none_of);
    if !is_name || !is_verb {
        return;
    }
    if tokens[verb].xpos == Xpos::Vbn {
        tokens[verb].xpos = Xpos::Vbd;
    }
    tokens[mark].relation = Relation::Flat;
    tokens[name].relation = Relation::Nsubj;
}

/// "Battle of Bor: Troops are said to be shelling the town": what stands before the colon does not do what the second subject
/// does.
pub(super) fn part_heading(tokens: &mut [Token]) {
    let Some(colon) = tokens.iter().position(|token| token.lower == ":") else { return };
    for title in 0..colon {
        let Some(verb) =
            tokens[title].head.filter(|&verb| verb > colon && SUBJECTS.contains(&tokens[title].relation))
        else {
            continue;
        };
        if has(&tokens[colon + 1..verb], verb, &SUBJECTS) {
            tokens[title].relation = Relation::Dislocated;
            lead_instead_of_year(tokens, title, verb);
        }
    }
}

/// "2013 Nice flood: Two people die": the year that a title begins with tells of the title, and the sentence of what comes
/// behind the colon.
fn lead_instead_of_year(tokens: &mut [Token], title: usize, verb: usize) {
    let Some(year) = tokens[verb].head.filter(|&year| year < title) else { return };
    if tokens[year].head.is_some() || tokens[year].upos != Upos::Num {
        return;
    }
    for token in tokens.iter_mut().filter(|token| token.head == Some(year)) {
        token.head = Some(verb);
    }
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[year].head, tokens[year].relation) = (Some(title), Relation::Nummod);
}

/// "Ann Lind who served till May, the oldest member, dies", "Carl Orm whose men fight to topple the king also urged": a name
/// with a relative clause right behind it is the subject of the verb that is told beside that clause.
pub(super) fn begin_behind_relative(tokens: &mut [Token]) {
    let Some(told) = root_of(tokens) else { return };
    let Some(name) = (0..told).find(|&at| depends(&tokens[at], told, &SUBJECTS)) else { return };
    let pronoun = (name + 1..told).find(|&at| !depends(&tokens[at], name, &[Relation::Flat]));
    let is_relative = pronoun.is_some_and(|at| match tokens[at].lower.as_str() {
        "who" => depends(&tokens[at], told, &SUBJECTS),
        "whose" => tokens[at].relation == Relation::NmodPoss,
        _ => false,
    });
    let verb = (told + 1..tokens.len()).find(|&at| {
        depends(&tokens[at], told, &[Relation::Parataxis, Relation::AclRelcl])
            && tokens[at].upos == Upos::Verb
            && tokens[at].xpos.is_finite()
            && !has(tokens, at, &[Relation::Mark, Relation::Cc])
    });
    let Some(verb) = verb.filter(|_| is_relative && tokens[name].upos == Upos::Propn) else { return };
    let Some(second) = (told + 1..verb).find(|&at| depends(&tokens[at], verb, &SUBJECTS)) else { return };
    let first = (told + 1..=second).find(|&at| at == second || tokens[at].head == Some(second));
    let Some(before) = first.and_then(|first| first.checked_sub(1)) else { return };
    let (above, relation) = if tokens[before].lower == "," && tokens[second].upos == Upos::Noun {
        (name, Relation::Appos)
    } else if before > told && tokens[before].xpos == Xpos::Vb && !has(tokens, before, &[Relation::Obj]) {
        (before, Relation::Obj)
    } else {
        return;
    };
    (tokens[second].head, tokens[second].relation) = (Some(above), relation);
    let count = tokens.len();
    rehang(tokens, 0..name, told, verb);
    rehang(tokens, second + 1..count, told, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[name].head, tokens[name].relation) = (Some(verb), as_subject(tokens, verb));
    (tokens[told].head, tokens[told].relation) = (Some(name), Relation::AclRelcl);
}

/// "The mayor, who named Orm, a teacher, as treasurer, resigned": a verb whose subject a relative clause follows has no second
/// one within that clause.
pub(super) fn hold_in_relative(tokens: &mut [Token]) {
    let is_verb = |at: usize| tokens[at].upos == Upos::Verb && tokens[at].xpos.is_finite();
    let Some(told) = root_of(tokens).filter(|&told| is_verb(told)) else {
        return;
    };
    let Some(subject) = (0..told).find(|&at| depends(&tokens[at], told, &SUBJECTS)) else { return };
    let relative = |at: usize| depends(&tokens[at], subject, &[Relation::AclRelcl]) && is_verb(at);
    let Some(clause) = (subject + 1..told).find(|&at| relative(at)) else { return };
    let end = told - 1;
    let inside = clause + 1..end;
    // Only what hangs on the verb itself moves, so that no arcs cross: the rest hangs together already.
    let closed = tokens[end].lower == ","
        && inside.clone().all(|at| match tokens[at].head {
            Some(head) if head == subject => tokens[at].relation == Relation::Punct,
            Some(head) => head == told || (clause..end).contains(&head),
            None => false,
        })
        && tokens.iter().enumerate().all(|(at, token)| {
            (clause..=end).contains(&at) || token.head.is_none_or(|head| !inside.contains(&head))
        });
    let seconds: Vec<usize> = inside.clone().filter(|&at| depends(&tokens[at], told, &SUBJECTS)).collect();
    if !closed || seconds.is_empty() {
        return;
    }
    tokens[end].head = Some(told);
    for at in inside {
        if tokens[at].head == Some(told) || tokens[at].head == Some(subject) {
            tokens[at].head = Some(clause);
        }
    }
    for second in seconds {
        let begin = (clause + 1..=second).find(|&at| is_below(tokens, at, second)).unwrap_or(second);
        let before = begin - 1;
        // "as treasurer"
        if depends(&tokens[before], clause, &[Relation::Mark, Relation::Case]) {
            (tokens[before].head, tokens[before].relation) = (Some(second), Relation::Case);
            tokens[second].relation = Relation::Obl;
            continue;
        }
        let object = (clause + 1..before).find(|&at| depends(&tokens[at], clause, &[Relation::Obj]));
        let beside = object.filter(|&object| {
            tokens[before].lower == "," && before > object && is_below(tokens, before - 1, object)
        });
        match beside {
            Some(object) => {
                tokens[before].head = Some(second);
                (tokens[second].head, tokens[second].relation) = (Some(object), Relation::Appos);
            }
            None => tokens[second].relation = Relation::Dep,
        }
    }
}

/// "Fighting near the border has killed ten people, a watchdog said": a gerund that begins the sentence, and that no comma parts
/// from a finite verb without a subject, is its subject.
pub(super) fn begin_with_gerund(tokens: &mut [Token]) {
    let Some(head) = tokens.first().and_then(|first| first.head) else { return };
    let is_gerund = tokens[0].xpos == Xpos::Vbg
        && tokens[0].relation == Relation::Advcl
        && !has(tokens, 0, &[Relation::Mark, Relation::Nsubj]);
    let is_finite = |at: usize| {
        let aux =
            |token: &Token| depends(token, at, &[Relation::Aux, Relation::AuxPass]) && token.xpos.is_finite();
        tokens[at].upos == Upos::Verb && (tokens[at].xpos.is_finite() || tokens[..at].iter().any(aux))
    };
    let verb = (1..=head)
        .find(|&at| (at == head || depends(&tokens[at], head, &[Relation::Ccomp])) && is_finite(at))
        .filter(|_| is_gerund);
    let Some(verb) = verb else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::CsubjPass, Relation::Mark];
    if has(tokens, verb, &own) || tokens[..verb].iter().any(|token| token.lower == ",") {
        return;
    }
    if verb != head {
        rehang(tokens, 1..verb, head, verb);
    }
    let passive = has(tokens, verb, &[Relation::AuxPass]);
    let relation = if passive { Relation::CsubjPass } else { Relation::Csubj };
    (tokens[0].head, tokens[0].relation) = (Some(verb), relation);
}

/// "Since the coup in March the army has held dozens": of two subjects behind a preposition, which a parser takes for the
/// conjunction of their verb, the first is what stands under it.
pub(super) fn open_with_phrase(tokens: &mut [Token]) {
    for opening in 0..tokens.len() {
        let opens = matches!(tokens[opening].lower.as_str(), "since" | "after" | "before" | "until");
        let Some(verb) = tokens[opening].head.filter(|_| opens && tokens[opening].relation == Relation::Mark)
        else {
            continue;
        };
        let mut subjects =
            (opening + 1..verb).filter(|&at| depends(&tokens[at], verb, &SUBJECTS)).collect::<Vec<_>>();
        let Some(second) = subjects.pop() else { continue };
        let [first] = subjects[..] else { continue };
        let is_noun = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Pron);
        let is_whole = (opening + 1..first).all(|at| is_below(tokens, at, first))
            && !tokens[first..second].iter().any(|token| matches!(token.lower.as_str(), "," | "and"));
        if is_noun(first) && is_noun(second) && is_whole {
            (tokens[opening].head, tokens[opening].relation) = (Some(first), Relation::Case);
            tokens[first].relation = Relation::Obl;
        }
    }
}

/// "including singer Carl Orm killed in 2001": a name right behind what somebody is does no harm that is done to nobody, but
/// suffered it.
pub(super) fn suffer_by_name(tokens: &mut [Token], verb: usize, above: usize) {
    let Some(name) = (1..verb).find(|&at| depends(&tokens[at], verb, &[Relation::Nsubj])) else { return };
    let noun = name - 1;
    let is_shape = hurts(&tokens[verb])
        && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbn)
        && above <= noun
        && tokens[noun].upos == Upos::Noun
        && tokens[name].upos == Upos::Propn
        && (name + 1..verb).all(|at| is_below(tokens, at, name))
        && tokens[..name].iter().all(|token| token.head != Some(verb))
        // "whom dictator Carl Orm killed"
        && noun.checked_sub(1).is_none_or(|before| !matches!(tokens[before].lower.as_str(), "who" | "whom" | "which" | "that"))
        // "the man Smith killed"
        && !has(tokens, noun, &[Relation::Det])
        && !has(tokens, verb, &[Relation::Obj, Relation::Aux, Relation::AuxPass, Relation::Mark]);
    if is_shape {
        (tokens[name].head, tokens[name].relation) = (Some(noun), Relation::Flat);
        (tokens[verb].head, tokens[verb].relation) = (Some(noun), Relation::Acl);
        tokens[verb].xpos = Xpos::Vbn;
    }
}

/// "The Front, whose war has cost lives, pledged to disband": the verb behind the clause that "whose" begins, which the parser takes
/// for a participle, is that of the name before it.
pub(super) fn begin_behind_whose(tokens: &mut [Token]) {
    let Some(told) = root_of(tokens) else { return };
    let whose = (2..told).find(|&at| tokens[at].lower == "whose" && tokens[at - 1].lower == ",");
    let Some(whose) = whose.filter(|_| tokens[told].upos == Upos::Verb) else { return };
    let name = (0..whose - 1).find(|&at| {
        tokens[at].head == Some(told)
            && matches!(tokens[at].upos, Upos::Noun | Upos::Propn)
            && matches!(
                tokens[at].relation,
                Relation::Obl
                    | Relation::OblUnmarked
                    | Relation::Nsubj
                    | Relation::NsubjPass
                    | Relation::Dislocated
            )
            && !has(tokens, at, &[Relation::Case])
    });
    let Some(name) = name else { return };
    let owned = (whose + 1..told).find(|&at| {
        depends(&tokens[whose], at, &[Relation::NmodPoss, Relation::Det])
            && (depends(&tokens[at], told, &SUBJECTS)
                || depends(&tokens[at], name, &[Relation::Appos, Relation::Nmod]))
    });
    let Some(owned) = owned else { return };
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cc, Relation::Case];
    let verb = (told + 2..tokens.len()).find(|&at| {
        let first = (told + 1..at)
            .find(|&help| depends(&tokens[help], at, &[Relation::Aux, Relation::AuxPass]))
            .unwrap_or(at);
        tokens[at].upos == Upos::Verb
            && tokens[first - 1].lower == ","
            && (tokens[first].xpos.is_finite() || tokens[first].xpos == Xpos::Vbn)
            && !has(tokens, at, &own)
            && is_below(tokens, at, told)
            && tokens.get(at + 1).is_none_or(|next| next.lower != "by")
    });
    let Some(verb) = verb else { return };
    let count = tokens.len();
    rehang(tokens, 0..name, told, verb);
    for at in verb + 1..count {
        if tokens[at].head.is_some_and(|head| head < verb) {
            tokens[at].head = Some(verb);
        }
    }
    for at in name + 1..verb {
        // The comma before the verb closes the clause, and nothing within it hangs on what comes behind.
        let behind = tokens[at].head.is_some_and(|head| head > verb);
        if behind || tokens[at].head == Some(verb) && tokens[at].lower == "," {
            tokens[at].head = Some(told);
        }
    }
    if tokens[verb].xpos == Xpos::Vbn && !has(tokens, verb, &[Relation::AuxPass, Relation::Aux]) {
        tokens[verb].xpos = Xpos::Vbd;
    }
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[name].head, tokens[name].relation) = (Some(verb), as_subject(tokens, verb));
    (tokens[told].head, tokens[told].relation) = (Some(name), Relation::AclRelcl);
    rehang(tokens, owned + 1..told, name, told);
    (tokens[owned].head, tokens[owned].relation) = (Some(told), as_subject(tokens, told));
}

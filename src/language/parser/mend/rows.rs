//! Rows of people and counts of them, whose first member a greedy parser leaves outside.

use super::{as_subject, depends, has, is_below, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// "A baker, his wife and two sons were hurt": who stands before the first comma is the first of those who were.
pub(super) fn join_first(tokens: &mut [Token], subject: usize, verb: usize) {
    let begin = (0..=subject).find(|&at| tokens[at].upos != Upos::Punct && is_below(tokens, at, subject));
    let Some(comma) = begin.and_then(|begin| begin.checked_sub(1)).filter(|&at| tokens[at].lower == ",")
    else {
        return;
    };
    let Some(first) = comma.checked_sub(1) else { return };
    let row =
        tokens[subject..verb.max(subject)].iter().any(|token| depends(token, subject, &[Relation::Conj]));
    // A day has no such number: "One day, his wife and two sons left".
    let counted = (0..first).any(|at| {
        let several = tokens[at].xpos == Xpos::Cd && tokens[at].lower != "one";
        tokens[at].head == Some(first) && (several || matches!(tokens[at].lower.as_str(), "a" | "an"))
    });
    let outside =
        depends(&tokens[first], verb, &[Relation::Obl, Relation::Dislocated, Relation::NmodUnmarked])
            && !has(tokens, first, &[Relation::Case]);
    let opens = (0..first).all(|at| is_below(tokens, at, first));
    if row && counted && outside && opens && tokens[first].upos == Upos::Noun {
        tokens[first].relation = tokens[subject].relation;
        (tokens[subject].head, tokens[subject].relation) = (Some(first), Relation::Conj);
    }
}

/// "A teacher, a nurse and two pupils were taken", "two Syrians, one Iraqi and three Turks": whom a number or an article counts
/// beside others is no name for the first.
pub(super) fn join_second(tokens: &mut [Token], second: usize, first: usize) {
    let nouns = [first, second].iter().all(|&at| is_counted(tokens, at).is_some());
    let third = (second + 1..tokens.len()).find(|&at| depends(&tokens[at], second, &[Relation::Conj]));
    // "14 civilians, eleven Syrians and three Turks": where people are from tells more of those before.
    let alike = (tokens[first].upos == Upos::Noun) == (tokens[second].upos == Upos::Noun);
    let apart =
        tokens[first.min(second)..second].iter().any(|token| matches!(token.lower.as_str(), "(" | ":"));
    let third = third.filter(|&third| nouns && first < second && is_counted(tokens, third).is_some());
    let Some(third) = third.filter(|_| alike && !apart) else { return };
    // "a baker, a father and a singer, was hurt" is one man.
    let closed = (third + 1..tokens.len())
        .find(|&at| !is_below(tokens, at, third))
        .is_some_and(|at| tokens[at].lower == ",");
    // "two tourists, a Dane and a Finn": those are the two.
    let one = |at: usize| {
        is_counted(tokens, at).is_some_and(|count| matches!(tokens[count].lower.as_str(), "a" | "an" | "one"))
    };
    let told = is_counted(tokens, first).is_some_and(|count| tokens[count].lower == "two");
    let spelled_out = told && one(second) && one(third);
    if !closed && !spelled_out {
        tokens[second].relation = Relation::Conj;
    }
}

/// The number or the article that counts people, by a noun or by where they are from.
fn is_counted(tokens: &[Token], noun: usize) -> Option<usize> {
    let counts = |token: &Token| token.xpos == Xpos::Cd || matches!(token.lower.as_str(), "a" | "an");
    let counted = match tokens[noun].upos {
        Upos::Noun => true,
        Upos::Propn | Upos::Adj => is_capital(&tokens[noun]),
        _ => false,
    };
    (0..noun).find(|&at| counted && tokens[at].head == Some(noun) && counts(&tokens[at]))
}

fn is_capital(token: &Token) -> bool {
    token.form.starts_with(char::is_uppercase)
}

/// "one Iranian, one Lebanese and 16 Saudis": words for where people are from, each with a number of its own, are a row, on whatever
/// the parser hangs them.
pub(super) fn part_counted(tokens: &mut [Token]) {
    let mut begin = 0;
    while begin + 1 < tokens.len() {
        let row = counted_row(tokens, begin);
        match row.last() {
            Some(&last) if row.len() > 1 => {
                join_row(tokens, begin, &row);
                begin = last + 1;
            }
            _ => begin += 1,
        }
    }
}

/// The words for where people are from in a row that begins with a number: each behind a number, and "and" before the last.
fn counted_row(tokens: &[Token], begin: usize) -> Vec<usize> {
    let is_from = |at: usize| {
        matches!(tokens[at].xpos, Xpos::Jj | Xpos::Nnp | Xpos::Nnps | Xpos::Nns) && is_capital(&tokens[at])
    };
    let ends = |at: usize| {
        tokens.get(at).is_none_or(|next| {
            matches!(next.upos, Upos::Punct | Upos::Adp | Upos::Verb | Upos::Aux) && next.lower != "-"
                || next.lower == "and"
        })
    };
    let mut row = Vec::new();
    let mut number = begin;
    loop {
        let noun = number + 1;
        let counted =
            noun < tokens.len() && tokens[number].xpos == Xpos::Cd && is_from(noun) && ends(noun + 1);
        if !counted {
            return Vec::new();
        }
        row.push(noun);
        let before = tokens[number.saturating_sub(1)].lower.as_str();
        if row.len() > 1 && before == "and" {
            break;
        }
        let word = |at: usize| tokens.get(at).map_or("", |next| next.lower.as_str());
        number = match (word(noun + 1), word(noun + 2)) {
            (",", "and") => noun + 3,
            ("," | "and", _) => noun + 2,
            _ => return Vec::new(),
        };
    }
    // The parser reads a row of names alone by itself.
    let adjective = row.iter().any(|&noun| tokens[noun].xpos == Xpos::Jj);
    if adjective { row } else { Vec::new() }
}

/// Hangs a row on what its highest word hung on.
fn join_row(tokens: &mut [Token], begin: usize, row: &[usize]) {
    let Some((&first, &last)) = row.first().zip(row.last()) else { return };
    let within = |at: usize| (begin..=last).contains(&at);
    let upward = std::iter::successors(Some(first), |&at| tokens[at].head).take(tokens.len());
    let Some(top) = upward.filter(|&at| within(at)).last() else { return };
    let (above, mut relation) = (tokens[top].head, tokens[top].relation);
    let sides = [Relation::Obj, Relation::Nsubj, Relation::NsubjPass, Relation::OblAgent];
    if let Some(side) =
        tokens[begin..=last].iter().find(|token| token.head == above && sides.contains(&token.relation))
    {
        relation = side.relation;
    }
    // What hangs on a number hangs on whom it counts.
    for token in tokens.iter_mut() {
        let head = token.head.filter(|&head| within(head) && !row.contains(&head));
        if let Some(head) = head {
            token.head = row.iter().copied().find(|&noun| noun >= head).or(Some(last));
        }
    }
    let mut next = 0;
    for at in begin..=last {
        let noun = row[next];
        let (head, by) = match at {
            _ if at == first => (above, relation),
            _ if at == noun => (Some(first), Relation::Conj),
            _ if at + 1 == noun => (Some(noun), Relation::Nummod),
            _ if tokens[at].upos == Upos::Punct => (Some(noun), Relation::Punct),
            _ => (Some(noun), Relation::Cc),
        };
        (tokens[at].head, tokens[at].relation) = (head, by);
        if at == noun {
            next = (next + 1).min(row.len() - 1);
            if tokens[at].xpos == Xpos::Jj {
                (tokens[at].upos, tokens[at].xpos) = (Upos::Propn, Xpos::Nnp);
            }
        }
    }
}

/// "arm Kurds, Iraqis and Syrians": of names of peoples in a row none tells more of another.
pub(super) fn join_peoples(tokens: &mut [Token], second: usize, first: usize) {
    let is_people = |at: usize| tokens[at].xpos == Xpos::Nnps;
    let comma = second.checked_sub(1).is_some_and(|comma| tokens[comma].lower == "," && first + 1 == comma);
    let third = (second + 1..tokens.len()).find(|&at| depends(&tokens[at], second, &[Relation::Conj]));
    let bare = !has(tokens, second, &[Relation::Case, Relation::Det, Relation::Nummod]);
    if comma && bare && is_people(first) && is_people(second) && third.is_some_and(is_people) {
        tokens[second].relation = Relation::Conj;
    }
}

/// "Eight pupils and the driver die.", "The United States and its allies left.": what stands before "and" is no heading, and
/// does the same.
pub(super) fn begin_with_both(tokens: &mut [Token]) {
    let Some(first) = tokens.iter().position(|token| token.head.is_none()) else { return };
    let and = first + 1;
    let closed = tokens.last().is_some_and(|last| last.lower == ".");
    if !closed
        || !matches!(tokens[first].upos, Upos::Noun | Upos::Propn)
        || tokens.get(and).is_none_or(|token| token.lower != "and")
        || !(0..first).all(|at| is_below(tokens, at, first))
    {
        return;
    }
    let verb = (and + 1..tokens.len()).find(|&verb| {
        depends(&tokens[verb], first, &[Relation::Conj])
            && tokens[verb].upos == Upos::Verb
            && (tokens[verb].xpos.is_finite() || has(tokens, verb, &[Relation::Aux, Relation::AuxPass]))
    });
    let Some(verb) = verb else { return };
    let second = (and + 1..verb).find(|&at| {
        depends(&tokens[at], verb, &[Relation::Nsubj, Relation::NsubjPass]) && tokens[at].upos != Upos::Pron
    });
    // "Protests in Chad and the king flees": a name before "and" may end a heading, but not where the second is the first's.
    let own = |second: usize| {
        let whose = |token: &Token| matches!(token.lower.as_str(), "its" | "their" | "his" | "her");
        tokens[first].upos == Upos::Noun
            || tokens.iter().any(|token| depends(token, second, &[Relation::NmodPoss]) && whose(token))
    };
    let Some(second) = second.filter(|&second| {
        own(second) && is_below(tokens, and, verb) && (and + 1..second).all(|at| is_below(tokens, at, second))
    }) else {
        return;
    };
    let count = tokens.len();
    rehang(tokens, and + 1..count, first, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[first].head, tokens[first].relation) = (Some(verb), as_subject(tokens, verb));
    (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Conj);
    tokens[and].head = Some(second);
}

/// "kills nine, including three guards": the number before "including" is the whole, and no guards.
pub(super) fn count_whole(tokens: &mut [Token], number: usize, noun: usize) {
    let including = (number + 1..noun)
        .any(|at| tokens[at].lower == "including" && depends(&tokens[at], noun, &[Relation::Case]));
    let Some(above) = tokens[noun].head.filter(|&above| including && !(number..=noun).contains(&above))
    else {
        return;
    };
    rehang(tokens, 0..number, noun, number);
    (tokens[number].head, tokens[number].relation) = (Some(above), tokens[noun].relation);
    (tokens[noun].head, tokens[noun].relation) = (Some(number), Relation::Nmod);
}

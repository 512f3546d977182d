//! What somebody has won, told before his name: "the Nobel Prize-winning chemist Karl Braun".

use super::times::{is_calendar, is_unit};
use super::{SUBJECTS, as_subject, has};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};
use std::ops::Range;

/// Common nouns for what is won.
static PRIZES: WordList = WordList::new(include_str!("prizes.txt"));

/// "Oscar-winning actor Ben Holm dies": the prize and the winning describe whoever has the name behind them, and he is the
/// subject.
pub(super) fn describe_by_laurels(tokens: &mut [Token]) {
    for winning in 1..tokens.len() {
        if tokens[winning].lower == "winning"
            && let Some(phrase) = phrase(tokens, winning)
        {
            describe(tokens, winning, phrase);
        }
    }
}

/// The words from the prize to the end of the winner's name, where they are one phrase.
fn phrase(tokens: &[Token], winning: usize) -> Option<Range<usize>> {
    let is_nominal = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let hyphen = tokens[winning - 1].xpos == Xpos::Hyph;
    let prize = winning.checked_sub(if hyphen { 2 } else { 1 })?;
    let behind = tokens[winning + 1..].iter().take_while(|token| is_nominal(token)).count();
    let end = winning + 1 + behind;
    let acts = tokens.get(end).is_some_and(|next| next.upos == Upos::Verb && next.xpos.is_finite());
    let set_right = tokens[winning].relation == Relation::Amod
        && tokens[winning].head.is_some_and(|head| (winning..end).contains(&head));
    let joined = hyphen && is_nominal(&tokens[prize]) || PRIZES.holds(&tokens[prize].lower) && acts;
    let winner = tokens[winning + 1..end].iter().any(|token| matches!(token.upos, Upos::Noun | Upos::Propn));
    (joined && winner && !set_right).then(|| first_of_prize(tokens, prize, end)..end)
}

/// The first word of the name of a prize, or of how often it was won ("two-time"): neither a day nor a year before it, nor
/// where it was, is a part of it.
fn first_of_prize(tokens: &[Token], prize: usize, end: usize) -> usize {
    let is_name = |at: usize| tokens[at].upos == Upos::Propn && !is_calendar(&tokens[at]);
    let hangs = |at: usize| {
        tokens[at].head.is_some_and(|head| at < head && head < end)
            || tokens[at + 1..=prize].iter().any(|token| token.head == Some(at))
    };
    // "Pulitzer Prize": a prize is called by the name before it.
    let called = |at: usize| at + 1 == prize && PRIZES.holds(&tokens[prize].lower);
    let names = (0..prize).rev().take_while(|&at| is_name(at) && (called(at) || hangs(at)));
    let name = names.last().unwrap_or(prize);
    match name.checked_sub(3) {
        Some(times) if tokens[name - 1].lower == "time" && tokens[name - 2].xpos == Xpos::Hyph => times,
        _ => name,
    }
}

/// "Last year Grammy-winning singer Ada Holm died": the time that a parser takes for a part of the prize is the verb's.
fn part_from_time(tokens: &mut [Token], phrase: &Range<usize>, verb: usize) {
    let inside = |token: &Token| token.head.is_some_and(|head| phrase.contains(&head));
    let Some(time) = phrase.start.checked_sub(1).filter(|&time| {
        let year = tokens[time].xpos == Xpos::Cd && tokens[time].lower.len() == 4;
        inside(&tokens[time]) && (year || is_calendar(&tokens[time]) || is_unit(&tokens[time]))
    }) else {
        return;
    };
    let above = |at: &usize| tokens[*at].head;
    let below = std::iter::successors(Some(verb), above).take(tokens.len()).any(|at| at < phrase.start);
    let Some(opening) = time.checked_sub(1).filter(|_| !below) else { return };
    let (relation, within) = match tokens[opening].upos {
        Upos::Adp => (Relation::Obl, Relation::Case),
        Upos::Adj if is_unit(&tokens[time]) => (Relation::OblUnmarked, Relation::Amod),
        _ => return,
    };
    (tokens[time].head, tokens[time].relation) = (Some(verb), relation);
    (tokens[opening].head, tokens[opening].relation) = (Some(time), within);
}

fn describe(tokens: &mut [Token], winning: usize, phrase: Range<usize>) {
    let Some(last) = phrase.clone().rev().find(|&at| matches!(tokens[at].upos, Upos::Noun | Upos::Propn))
    else {
        return;
    };
    // The name is the row of names at the end, or else the last noun is whoever won.
    let named = (winning + 1..=last).rev().take_while(|&at| tokens[at].upos == Upos::Propn).last();
    let winner = named.unwrap_or(last);
    let verb = phrase.end;
    let acts = tokens.get(verb).is_some_and(|next| next.upos == Upos::Verb && next.xpos.is_finite());
    let above = std::iter::successors(Some(phrase.start), |&at| tokens[at].head).take(tokens.len());
    let Some(top) = above.filter(|at| phrase.contains(at)).last() else { return };
    let (mut head, mut relation) = (tokens[top].head, tokens[top].relation);
    let is_below = acts && tokens[verb].head.is_some_and(|head| phrase.contains(&head));
    if is_below {
        (tokens[verb].head, tokens[verb].relation) = (head, relation);
    }
    // "In March Oscar-winning actor Ben Holm died": of prize and name, one may be the subject already.
    let subject =
        phrase.clone().find(|&at| tokens[at].head == head && SUBJECTS.contains(&tokens[at].relation));
    if let Some(subject) = subject.filter(|_| head.is_some()) {
        relation = tokens[subject].relation;
    }
    let inside = |head: Option<usize>| head.is_some_and(|head| phrase.contains(&head));
    for at in 0..tokens.len() {
        if !phrase.contains(&at) && inside(tokens[at].head) {
            tokens[at].head = Some(if is_below && at > verb { verb } else { winner });
        }
    }
    // "On Monday Oscar-winning actor Ben Holm died": nor does he hang on the day.
    let under_day =
        head.is_some_and(|head| is_calendar(&tokens[head]) && acts && tokens[head].head == Some(verb));
    if acts && (is_below || (head == Some(verb) || under_day) && !has(tokens, verb, &SUBJECTS)) {
        head = Some(verb);
        relation = as_subject(tokens, verb);
    }
    if acts && head == Some(verb) {
        part_from_time(tokens, &phrase, verb);
    }
    let prize = (phrase.start..winning).rev().find(|&at| tokens[at].xpos != Xpos::Hyph);
    for at in phrase.clone() {
        let (above, by) = match at {
            _ if at == winner => (head, relation),
            _ if at == winning => (Some(winner), Relation::Amod),
            _ if tokens[at].xpos == Xpos::Hyph => (Some(winning), Relation::Punct),
            _ if at > winner => (Some(winner), Relation::Flat),
            _ if at > winning => (Some(winner), Relation::Compound),
            _ if Some(at) == prize => (Some(winning), Relation::Compound),
            _ => (prize, Relation::Compound),
        };
        (tokens[at].head, tokens[at].relation) = (above, by);
    }
    if named.is_some() && winner > winning + 1 {
        tokens[winner - 1].relation = Relation::NmodDesc;
    }
}

//! What somebody has won, told before his name: "the Nobel Prize-winning chemist Karl Braun".

use super::{SUBJECTS, as_subject, has};
use crate::language::{Relation, Token, Upos, Xpos};
use std::ops::Range;

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
    let is_hyphen = |token: &Token| token.xpos == Xpos::Hyph;
    let is_nominal = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num);
    let before = &tokens[winning - 1];
    let prize = matches!(before.lower.as_str(), "prize" | "award" | "medal");
    let begin =
        (0..winning).rev().take_while(|&at| is_hyphen(&tokens[at]) || is_nominal(&tokens[at])).last()?;
    let behind = tokens[winning + 1..].iter().take_while(|token| is_nominal(token)).count();
    let end = winning + 1 + behind;
    let acts = tokens.get(end).is_some_and(|next| next.upos == Upos::Verb && next.xpos.is_finite());
    let set_right = tokens[winning].relation == Relation::Amod
        && tokens[winning].head.is_some_and(|head| (winning..end).contains(&head));
    let joined = is_hyphen(before) || prize && acts;
    let winner = tokens[winning + 1..end].iter().any(|token| matches!(token.upos, Upos::Noun | Upos::Propn));
    (joined && winner && !set_right).then_some(begin..end)
}

fn describe(tokens: &mut [Token], winning: usize, phrase: Range<usize>) {
    let Some(last) = phrase.clone().rev().find(|&at| matches!(tokens[at].upos, Upos::Noun | Upos::Propn))
    else {
        return;
    };
    // The name is the row of names at the end, or else the last noun is whoever won.
    let named = (winning + 1..=last).rev().take_while(|&at| tokens[at].upos == Upos::Propn).last();
    let winner = named.unwrap_or(last);
    let above = std::iter::successors(Some(phrase.start), |&at| tokens[at].head).take(tokens.len());
    let Some(top) = above.filter(|at| phrase.contains(at)).last() else { return };
    let (mut head, mut relation) = (tokens[top].head, tokens[top].relation);
    let verb = phrase.end;
    let acts = tokens.get(verb).is_some_and(|next| next.upos == Upos::Verb && next.xpos.is_finite());
    let is_below = acts && tokens[verb].head.is_some_and(|head| phrase.contains(&head));
    if is_below {
        (tokens[verb].head, tokens[verb].relation) = (head, relation);
    }
    let inside = |head: Option<usize>| head.is_some_and(|head| phrase.contains(&head));
    for at in 0..tokens.len() {
        if !phrase.contains(&at) && inside(tokens[at].head) {
            tokens[at].head = Some(if is_below && at > verb { verb } else { winner });
        }
    }
    if acts && (is_below || head == Some(verb) && !has(tokens, verb, &SUBJECTS)) {
        head = Some(verb);
        relation = as_subject(tokens, verb);
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

//! Copies of training sentences as news in the wild has them: headings in title case that leave out articles
//! and auxiliaries, lost full stops, lost capitals.

use crate::learner::Random;
use chancery::language::{Relation, Sentence, Token, Xpos};
use compact_str::CompactString;

/// A copy of one sentence, if this sentence is chosen to have one.
pub fn copy(sentence: &Sentence, random: &mut Random, percent: u64) -> Option<Sentence> {
    if sentence.tokens.len() < 4 || !random.chance(percent) {
        return None;
    }
    let mut copy = sentence.clone();
    match random.next() % 8 {
        0..=3 if sentence.tokens.len() <= 18 => {
            keep(&mut copy, |token, leaf| !leaf || !is_left_out(token));
            copy.tokens.iter_mut().enumerate().for_each(|(i, token)| title_case(token, i == 0));
        }
        0..=4 => keep(&mut copy, |token, _| token.xpos != Xpos::Period),
        5 => keep(&mut copy, |token, _| !matches!(token.xpos, Xpos::Period | Xpos::Comma)),
        6 => copy.tokens.iter_mut().for_each(|token| token.form = token.lower.clone()),
        _ => copy.tokens.iter_mut().for_each(|token| token.form = token.form.to_uppercase()),
    }
    (copy.tokens.len() >= 2 && copy.tokens.iter().any(|token| token.head.is_none())).then_some(copy)
}

/// Articles, passive and progressive auxiliaries, full stops.
fn is_left_out(token: &Token) -> bool {
    let article = token.relation == Relation::Det && matches!(token.lower.as_str(), "the" | "a" | "an");
    let auxiliary = matches!(token.relation, Relation::AuxPass | Relation::Aux) && token.lemma == "be";
    article || auxiliary || token.xpos == Xpos::Period
}

/// Leaves tokens out; only leaves of the tree can go.
fn keep(sentence: &mut Sentence, wanted: impl Fn(&Token, bool) -> bool) {
    let kept: Vec<bool> = (0..sentence.tokens.len())
        .map(|i| {
            let leaf = sentence.children(i).next().is_none();
            !leaf || sentence.tokens[i].head.is_none() || wanted(&sentence.tokens[i], leaf)
        })
        .collect();
    let mut place = Vec::with_capacity(kept.len());
    let mut count = 0;
    for &kept in &kept {
        place.push(count);
        count += usize::from(kept);
    }
    let mut at = 0;
    sentence.tokens.retain(|_| {
        at += 1;
        kept[at - 1]
    });
    for token in &mut sentence.tokens {
        token.head = token.head.map(|head| place[head]);
    }
    sentence.index_tree();
}

/// Capitals for all words but the small ones.
fn title_case(token: &mut Token, first: bool) {
    let small = matches!(
        token.lower.as_str(),
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "but"
            | "by"
            | "for"
            | "in"
            | "of"
            | "on"
            | "or"
            | "the"
            | "to"
            | "n't"
            | "'s"
    );
    if (small && !first) || token.form.starts_with(char::is_uppercase) {
        return;
    }
    let mut rest = token.form.chars();
    if let Some(letter) = rest.next() {
        token.form = letter.to_uppercase().chain(rest).collect::<CompactString>();
    }
}

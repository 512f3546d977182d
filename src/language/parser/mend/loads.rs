//! Clauses whose subject has a load: "a truck carrying fuel explodes". A greedy parser makes the load the subject of the
//! verb, or the verb a load.

use super::{as_subject, depends, rehang};
use crate::language::{Relation, Token, Upos, Xpos};

/// Words that begin a clause before its subject.
const OPENINGS: [&str; 7] = ["when", "after", "as", "before", "while", "until", "since"];

/// "killed when a bus carrying pilgrims plunges into a ravine": the verb of one right behind what a participle has as its
/// object is that of the noun right before the participle.
pub(super) fn part_from_load(tokens: &mut [Token], participle: usize) {
    let Some(shape) = Shape::find(tokens, participle) else { return };
    let Shape { begin, carrier, verb } = shape;
    let opening = begin.checked_sub(1).filter(|&at| OPENINGS.contains(&tokens[at].lower.as_str()));
    let first = opening.unwrap_or(begin);
    let inside = first..verb + 1;
    let from_left = |token: &Token| token.head.is_some_and(|head| inside.contains(&head));
    if tokens[..first].iter().any(|token| token.upos != Upos::Punct && from_left(token)) {
        return;
    }
    let is_root = tokens[inside.clone()].iter().any(|token| token.head.is_none());
    let above = match (opening, is_root) {
        (Some(_), false) => {
            let outside =
                tokens[inside.clone()].iter().filter_map(|token| token.head).find(|&head| head < first);
            let up = std::iter::successors(outside, |&at| tokens[at].head).take(tokens.len());
            up.take_while(|&at| at < first).find(|&at| tokens[at].upos == Upos::Verb)
        }
        _ => None,
    };
    // What stands behind and hangs between the two verbs would cross the clause.
    let crossed = tokens[verb + 1..]
        .iter()
        .any(|token| token.head.is_some_and(|head| above.is_some_and(|above| above < head && head < first)));
    if above.is_none() != is_root || is_root && opening.is_some() || crossed {
        return;
    }
    let count = tokens.len();
    for at in (0..first).chain(verb + 1..count) {
        if tokens[at].head.is_some_and(|head| inside.contains(&head)) {
            let stray = at > verb && tokens[at].head != Some(verb) && tokens[at].relation == Relation::Nmod;
            tokens[at].head = Some(verb);
            if stray {
                tokens[at].relation = Relation::Obl;
            }
        }
    }
    gather(tokens, begin, carrier);
    gather(tokens, participle + 1, verb - 1);
    (tokens[verb].head, tokens[verb].relation) =
        (above, if above.is_some() { Relation::Advcl } else { Relation::Root });
    (tokens[carrier].head, tokens[carrier].relation) = (Some(verb), as_subject(tokens, verb));
    (tokens[participle].head, tokens[participle].relation) = (Some(carrier), Relation::Acl);
    (tokens[verb - 1].head, tokens[verb - 1].relation) = (Some(participle), Relation::Obj);
    if let Some(opening) = opening {
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
    }
}

/// "a mule train laden with arms": the noun before "laden" has a load, and is none.
pub(super) fn bear_load(tokens: &mut [Token], laden: usize) {
    let carrier = laden - 1;
    let shape = tokens[laden].lower == "laden"
        && matches!(tokens[laden].upos, Upos::Noun | Upos::Propn)
        && depends(&tokens[carrier], laden, &[Relation::Compound])
        && tokens.get(laden + 1).is_some_and(|with| with.lower == "with");
    if !shape {
        return;
    }
    rehang(tokens, 0..carrier, laden, carrier);
    (tokens[carrier].head, tokens[carrier].relation) = (tokens[laden].head, tokens[laden].relation);
    (tokens[laden].head, tokens[laden].relation) = (Some(carrier), Relation::Acl);
    (tokens[laden].upos, tokens[laden].xpos) = (Upos::Verb, Xpos::Vbn);
}

/// Where a subject begins and ends, and its verb.
struct Shape {
    begin: usize,
    carrier: usize,
    verb: usize,
}

impl Shape {
    /// The shape around a participle, where the tree does not have it already.
    fn find(tokens: &[Token], participle: usize) -> Option<Self> {
        let carrier = participle.checked_sub(1).filter(|_| tokens[participle].xpos == Xpos::Vbg)?;
        let named = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn);
        let verb = (participle + 1..tokens.len()).find(|&at| !is_of_load(tokens, at))?;
        let is_verb = tokens[verb].xpos == Xpos::Vbz && tokens[verb].upos == Upos::Verb;
        let is_shape =
            tokens[carrier].xpos == Xpos::Nn && is_verb && verb > participle + 1 && named(verb - 1);
        let right = depends(&tokens[participle], carrier, &[Relation::Acl])
            && depends(&tokens[carrier], verb, &[Relation::Nsubj]);
        if !is_shape || right {
            return None;
        }
        let described = |at: &usize| {
            matches!(tokens[*at].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
                || is_article(&tokens[*at])
        };
        let begin = (0..=carrier).rev().take_while(described).last()?;
        is_article(&tokens[begin]).then_some(Self { begin, carrier, verb })
    }
}

fn is_article(token: &Token) -> bool {
    matches!(token.lower.as_str(), "a" | "an" | "the")
}

/// Whether a word may stand in the phrase for a load: "40 Greek and Turkish pilgrims".
fn is_of_load(tokens: &[Token], at: usize) -> bool {
    let joins = tokens[at].lower == "and"
        && tokens[at - 1].upos == Upos::Adj
        && tokens.get(at + 1).is_some_and(|next| next.upos == Upos::Adj);
    joins || matches!(tokens[at].upos, Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn)
}

/// Hangs on the last word of a phrase what hangs outside it.
fn gather(tokens: &mut [Token], begin: usize, last: usize) {
    for at in begin..last {
        if tokens[at].head.is_some_and(|head| (begin..=last).contains(&head)) {
            continue;
        }
        tokens[at].relation = match tokens[at].upos {
            Upos::Det => Relation::Det,
            Upos::Num => Relation::Nummod,
            Upos::Adj => Relation::Amod,
            Upos::Noun | Upos::Propn => Relation::Compound,
            _ => tokens[at].relation,
        };
        tokens[at].head = Some(last);
    }
}

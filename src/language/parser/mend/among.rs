//! Who is told to be one of those whom something befell: "A mayor is among those killed".

use super::{as_subject, depends, has, hurts, rehang};
use crate::language::{Relation, Token, Xpos};

/// "A mayor is among those killed": as much as "a mayor is killed", and read like it.
pub(super) fn be_among(tokens: &mut [Token], be: usize) {
    let Some([among, those, fate]) = tokens.get(be + 1..be + 4) else { return };
    let told = tokens[be].lemma == "be"
        && matches!(among.lower.as_str(), "among" | "amongst")
        && those.lower == "those"
        && fate.xpos == Xpos::Vbn
        && hurts(fate);
    let (among, those, fate) = (be + 1, be + 2, be + 3);
    if !told || !depends(&tokens[fate], those, &[Relation::Acl]) {
        return;
    }
    let Some(subject) = subject(tokens, be, those) else { return };
    let before = if tokens[those].head == Some(be) { subject } else { those };
    let count = tokens.len();
    (tokens[fate].head, tokens[fate].relation) = (tokens[before].head, tokens[before].relation);
    (tokens[be].head, tokens[be].relation) = (Some(fate), Relation::AuxPass);
    (tokens[subject].head, tokens[subject].relation) = (Some(fate), as_subject(tokens, fate));
    (tokens[among].head, tokens[among].relation) = (Some(fate), Relation::Case);
    (tokens[those].head, tokens[those].relation) = (Some(fate), Relation::Det);
    rehang(tokens, 0..count, those, fate);
    rehang(tokens, be..count, subject, fate);
    rehang(tokens, fate + 1..count, be, fate);
}

/// The one who is among them: of whom "be" is told, or the subject of what the parser took for the predicate.
fn subject(tokens: &[Token], be: usize, those: usize) -> Option<usize> {
    if depends(&tokens[those], be, &[Relation::Obl]) {
        let said = tokens[be].head.filter(|&said| said < be && tokens[be].relation == Relation::Cop)?;
        let named = |&at: &usize| {
            let is_part = matches!(
                tokens[at].relation,
                Relation::Flat | Relation::Appos | Relation::Compound | Relation::Nmod
            );
            tokens[at].head.filter(|&head| is_part && head < be)
        };
        let subject = std::iter::successors(Some(said), named).take(tokens.len()).last()?;
        let is_whole = tokens[subject].head.is_none()
            || matches!(tokens[subject].relation, Relation::Ccomp | Relation::Parataxis | Relation::Conj);
        return (is_whole && !has(&tokens[..subject], subject, &[Relation::Nsubj])).then_some(subject);
    }
    let is_predicate = depends(&tokens[be], those, &[Relation::Cop]);
    (0..be).find(|&at| is_predicate && depends(&tokens[at], those, &[Relation::Nsubj]))
}

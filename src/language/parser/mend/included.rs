//! Those who are counted in: "Ten were killed, including a child, in a raid".

use super::{depends, has, hurts, is_behind_comma, is_below, rehang};
use crate::language::{Relation, Token, Upos};

/// "Ten people were killed, including a child, in a raid by the army": what stands behind a second comma tells of all who were
/// killed, and not of the child alone.
pub(super) fn lift_from_included(tokens: &mut [Token]) {
    for part in 1..tokens.len() {
        let counted = matches!(tokens[part].upos, Upos::Noun | Upos::Propn | Upos::Num);
        let Some(above) = tokens[part].head.filter(|&above| counted && above < part) else { continue };
        let Some((verb, including)) = harm_over(tokens, part, above) else { continue };
        let circumstance = (part + 1..tokens.len()).find(|&at| {
            depends(&tokens[at], part, &[Relation::Nmod, Relation::Obl, Relation::AclRelcl])
                && opening_of(tokens, at, part).is_some_and(|first| {
                    is_behind_comma(tokens, first) || including.is_some() && is_bare(tokens, first, at)
                })
        });
        let Some(circumstance) = circumstance else { continue };
        let count = tokens.len();
        let first = opening_of(tokens, circumstance, part).unwrap_or(circumstance);
        let passive = has(tokens, verb, &[Relation::AuxPass]);
        for at in first..count {
            let moves =
                tokens[at].head == Some(part) || including.is_some_and(|over| tokens[at].head == Some(over));
            if !moves {
                continue;
            }
            let by = (first..at)
                .any(|case| depends(&tokens[case], at, &[Relation::Case]) && tokens[case].lower == "by");
            let relation = match tokens[at].relation {
                Relation::Nmod if by && passive => Relation::OblAgent,
                Relation::Nmod => Relation::Obl,
                Relation::AclRelcl => Relation::Advcl,
                other => other,
            };
            (tokens[at].head, tokens[at].relation) = (Some(verb), relation);
        }
        if tokens[first - 1].upos == Upos::Punct {
            rehang(tokens, first - 1..first, part, verb);
        }
    }
}

/// The verb that tells what befell those of whom some are counted in, and "including" where it stands between as a verb.
fn harm_over(tokens: &[Token], part: usize, above: usize) -> Option<(usize, Option<usize>)> {
    let counts_in =
        |at: usize| depends(&tokens[at], part, &[Relation::Case]) && tokens[at].lower == "including";
    if hurts(&tokens[above]) {
        let behind = above + 1..part;
        let among = || {
            tokens[above + 1..part].windows(2).any(|pair| pair[0].lower == "among" && pair[1].lower == "them")
        };
        return (behind.clone().any(counts_in) || among()).then_some((above, None));
    }
    let verb = tokens[above].head.filter(|&verb| verb < above && tokens[above].lower == "including")?;
    hurts(&tokens[verb]).then_some((verb, Some(above)))
}

/// "Ten killed including two women in attacks": whether a headline has left the comma out, and nothing tells whose it is ("in their
/// homes").
fn is_bare(tokens: &[Token], first: usize, at: usize) -> bool {
    matches!(tokens[first].lower.as_str(), "in" | "by" | "when" | "after")
        && !(first..at).any(|word| depends(&tokens[word], at, &[Relation::NmodPoss]))
}

/// The preposition of a noun, or the word that opens a clause, as the first of its words.
fn opening_of(tokens: &[Token], at: usize, part: usize) -> Option<usize> {
    let first =
        (part + 1..=at).find(|&word| tokens[word].upos != Upos::Punct && is_below(tokens, word, at))?;
    let opens = depends(&tokens[first], at, &[Relation::Case])
        && matches!(tokens[first].lower.as_str(), "in" | "by" | "during" | "after" | "when" | "at" | "near")
        || depends(&tokens[first], at, &[Relation::Advmod, Relation::Mark])
            && matches!(tokens[first].lower.as_str(), "when" | "after" | "as");
    opens.then_some(first)
}

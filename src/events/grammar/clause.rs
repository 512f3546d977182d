//! Clauses that the parser does not see, since their subject or their object can be read as another word's.

use super::{Lexicon, NONE, REACH};
use crate::language::{Relation, Sentence, Upos, Xpos};

/// "injured after a car struck a wall", "killed as the army shells the town": what stands between such a word and a verb
/// that nothing else behind the word is the subject of is the verb's own, and the whole a clause.
pub(super) fn open_clauses(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    for opening in 0..tokens.len() {
        let noun = heads[opening] as usize;
        if relations[opening] != Relation::Case
            || !matches!(tokens[opening].lower.as_str(), "after" | "before" | "since" | "as")
            || heads[opening] == NONE
            || noun < opening
            || !matches!(relations[noun], Relation::Obl | Relation::Nmod)
        {
            continue;
        }
        // "a day after the two met" tells how far apart they are.
        if heads[noun] == NONE || tokens[heads[noun] as usize].upos == Upos::Noun {
            continue;
        }
        let verb = last_below(noun, heads) + 1;
        let is_finite = |verb: usize| {
            matches!(tokens[verb].xpos, Xpos::Vbz | Xpos::Vbd | Xpos::Vbp)
                && heads[verb] != NONE
                && (heads[verb] as usize) < opening
        };
        let has_subject = |verb: usize| {
            (opening..tokens.len())
                .any(|token| heads[token] as usize == verb && relations[token].is_subject())
        };
        if verb >= tokens.len() || !is_finite(verb) || has_subject(verb) {
            continue;
        }
        let own = heads[noun] as usize;
        let above = if is_below(own, verb, heads) { heads[verb] } else { heads[noun] };
        for before in (0..opening).filter(|&token| heads[token] as usize == verb).collect::<Vec<_>>() {
            let suffers = relations[before] == Relation::Nsubj
                && before + 1 < opening
                && matches!(tokens[before + 1].xpos, Xpos::Vbn | Xpos::Vbd)
                && (words.is_suffered)(&tokens[before + 1].lemma)
                && !is_below(before + 1, before, heads);
            heads[before] = if suffers { before as u32 + 1 } else { above };
            if suffers {
                relations[before] = Relation::NsubjPass;
            }
        }
        (heads[noun], relations[noun]) = (verb as u32, Relation::Nsubj);
        (heads[opening], relations[opening]) = (verb as u32, Relation::Mark);
        (heads[verb], relations[verb]) = (above, Relation::Advcl);
    }
}

/// "said on Monday that guards aimed to leave": a day that somebody speaks on is no part of who stands behind "that".
pub(super) fn part_times(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    for that in 2..tokens.len() {
        let (noun, time) = (heads[that] as usize, that - 1);
        if tokens[that].lower != "that"
            || heads[that] == NONE
            || noun < that
            || heads[time] as usize != noun
            || !(words.is_time)(&tokens[time].lower)
        {
            continue;
        }
        let verb = heads[noun] as usize;
        if heads[noun] == NONE || verb > time || !(words.is_speech)(&tokens[verb].lemma) {
            continue;
        }
        let told = last_below(noun, heads) + 1;
        let is_finite = tokens.get(told).is_some_and(|token| {
            matches!(token.xpos, Xpos::Vbz | Xpos::Vbd | Xpos::Vbp) && heads[told] as usize == verb
        });
        if !is_finite {
            continue;
        }
        for case in (0..time).filter(|&case| heads[case] as usize == noun).collect::<Vec<_>>() {
            heads[case] = time as u32;
        }
        (heads[time], relations[time]) = (verb as u32, Relation::Obl);
        (heads[noun], relations[noun]) = (told as u32, Relation::Nsubj);
        (heads[that], relations[that]) = (told as u32, Relation::Mark);
        relations[told] = Relation::Ccomp;
    }
}

/// "Rebels fighting to topple the president seized a port": of two subjects the one right behind an infinitive without an
/// object is that object.
pub(super) fn give_objects(sentence: &Sentence, heads: &mut [u32], relations: &mut [Relation]) {
    let tokens = &sentence.tokens;
    let of = |verb: usize, relation: Relation, heads: &[u32], relations: &[Relation]| {
        (0..tokens.len()).find(|&token| heads[token] as usize == verb && relations[token] == relation)
    };
    for noun in 0..tokens.len() {
        if relations[noun] != Relation::Nsubj || heads[noun] == NONE {
            continue;
        }
        let Some(infinitive) =
            first_below(noun, heads).checked_sub(1).filter(|&at| tokens[at].xpos == Xpos::Vb)
        else {
            continue;
        };
        let verb = heads[noun] as usize;
        let other = of(verb, Relation::Nsubj, heads, relations).is_some_and(|other| other < infinitive);
        let to = of(infinitive, Relation::Mark, heads, relations)
            .is_some_and(|mark| tokens[mark].lower == "to" && mark < infinitive);
        let bare = of(infinitive, Relation::Obj, heads, relations).is_none();
        if other && to && bare && !is_below(verb, infinitive, heads) && infinitive < verb {
            (heads[noun], relations[noun]) = (infinitive as u32, Relation::Obj);
        }
    }
}

/// The first word of what hangs on a word.
pub(super) fn first_below(top: usize, heads: &[u32]) -> usize {
    (0..=top).find(|&token| is_below(token, top, heads)).unwrap_or(top)
}

/// The last word of what hangs on a word.
pub(super) fn last_below(top: usize, heads: &[u32]) -> usize {
    (top..heads.len()).rev().find(|&token| is_below(token, top, heads)).unwrap_or(top)
}

/// Whether a word is another or hangs on it, through however many between.
pub(super) fn is_below(token: usize, top: usize, heads: &[u32]) -> bool {
    std::iter::successors(Some(token), |&at| Some(heads[at] as usize).filter(|_| heads[at] != NONE))
        .take(REACH)
        .any(|at| at == top)
}

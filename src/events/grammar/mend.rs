//! Faults of the parser that the words around them undo.

use super::{Lexicon, NONE, REACH};
use crate::language::{Relation, Sentence, Upos, Xpos};

/// Faults that news provokes in a parser trained on letters and reviews: the clause in "said today it had
/// expelled" taken for a relative clause of the time, and a closing ", the agency said" for one of the last noun.
pub(super) fn reattach(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    let count = tokens.len();
    let subject = |verb: usize, heads: &[u32], relations: &[Relation]| {
        (verb.saturating_sub(12)..verb).rev().find(|&i| heads[i] == verb as u32 && relations[i].is_subject())
    };
    for verb in 0..count {
        // "reminded him that one had called …, and that another had to …": both are what he was reminded of.
        if relations[verb] == Relation::Conj && heads[verb] != NONE && (heads[verb] as usize) < verb {
            let that = |verb: usize, heads: &[u32], relations: &[Relation]| {
                (verb.saturating_sub(16)..verb).any(|i| {
                    heads[i] == verb as u32 && relations[i] == Relation::Mark && tokens[i].lower == "that"
                })
            };
            let head = heads[verb];
            let twin = (head as usize + 1..verb)
                .find(|&i| heads[i] == head && relations[i] == Relation::Ccomp)
                .filter(|&i| that(i, heads, relations));
            if let Some(twin) = twin
                && that(verb, heads, relations)
                && !that(head as usize, heads, relations)
            {
                heads[verb] = twin as u32;
            }
        }
        if !matches!(relations[verb], Relation::AclRelcl | Relation::Acl) || heads[verb] == NONE {
            continue;
        }
        // "gave the envoys a week to leave": not a week that leaves.
        let noun = heads[verb] as usize;
        if tokens[verb].xpos == Xpos::Vb && noun < verb && (words.is_time)(&tokens[noun].lower) {
            let mut governor = heads[noun];
            if governor != NONE && relations[governor as usize] == Relation::Obj {
                governor = heads[governor as usize];
            }
            if governor != NONE && tokens[governor as usize].upos == Upos::Verb {
                heads[verb] = governor;
                relations[verb] = Relation::Xcomp;
                continue;
            }
        }
        // "suspended that bid after …": no clause about "that", but a noun that is also a verb.
        if verb >= 2
            && heads[verb] as usize == verb - 1
            && tokens[verb - 1].lower == "that"
            && heads[verb - 1] as usize == verb - 2
            && tokens[verb - 2].upos == Upos::Verb
            && tokens
                .get(verb + 1)
                .is_none_or(|next| matches!(next.upos, Upos::Adp | Upos::Punct | Upos::Sconj))
            && subject(verb, heads, relations).is_none()
        {
            heads[verb] = (verb - 2) as u32;
            relations[verb] = Relation::Obj;
            heads[verb - 1] = verb as u32;
            relations[verb - 1] = Relation::Det;
            continue;
        }
        let Some(own) = subject(verb, heads, relations) else { continue };
        if matches!(tokens[own].lower.as_str(), "who" | "which" | "that") {
            continue;
        }
        if noun >= verb {
            continue;
        }
        if (words.is_speech)(&tokens[verb].lemma) {
            let comma = (noun + 1..own).rev().take(6).any(|i| tokens[i].lower == ",");
            let closing = tokens[verb + 1..].iter().filter(|token| token.upos != Upos::Punct).count() <= 4;
            if comma
                && closing
                && let Some(root) = (0..count).find(|&i| heads[i] == NONE && i < own)
            {
                heads[verb] = root as u32;
                relations[verb] = Relation::Parataxis;
            }
            continue;
        }
        let governor = heads[noun];
        if governor != NONE
            && (governor as usize) < noun
            && (words.is_speech)(&tokens[governor as usize].lemma)
            && matches!(
                relations[noun],
                Relation::OblUnmarked | Relation::Obl | Relation::NmodUnmarked | Relation::Obj
            )
            && (words.is_time)(&tokens[noun].lower)
        {
            heads[verb] = governor;
            relations[verb] = Relation::Ccomp;
        }
    }
}

/// "Students demonstrated against the law." has a verb, whatever the parser says: a sentence with a full stop
/// and no other predicate is no heading. Returns the verbs that are finite after all.
pub(super) fn promote(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) -> Vec<u32> {
    let tokens = &sentence.tokens;
    let count = tokens.len();
    // "the wounded" is an object, not a clause.
    for i in 0..count {
        let is_noun = tokens[i].xpos == Xpos::Vbn
            && i > 0
            && tokens[i - 1].lower == "the"
            && matches!(relations[i], Relation::Acl | Relation::Xcomp | Relation::Ccomp | Relation::Advcl)
            && heads[i] != NONE
            && (heads[i] as usize) < i
            && tokens[heads[i] as usize].upos == Upos::Verb;
        if is_noun {
            relations[i] = Relation::Obj;
        }
    }
    if tokens.last().is_none_or(|token| token.lower != ".") {
        return Vec::new();
    }
    let Some(root) = heads.iter().position(|&head| head == NONE) else { return Vec::new() };
    // "The Dutch government collapsed." has a subject and no auxiliary: no participle.
    if tokens[root].xpos == Xpos::Vbn {
        let of_root = |i: usize, relation: Relation| heads[i] == root as u32 && relations[i] == relation;
        let subject = (0..root).any(|i| of_root(i, Relation::Nsubj));
        let auxiliary = (0..count).any(|i| of_root(i, Relation::Aux) || of_root(i, Relation::AuxPass));
        let passive =
            tokens.get(root + 1).is_some_and(|next| matches!(next.lower.as_str(), "in" | "by" | "as"));
        return if subject && !auxiliary && !passive { vec![root as u32] } else { Vec::new() };
    }
    if !matches!(tokens[root].upos, Upos::Noun | Upos::Propn) {
        return Vec::new();
    }
    // "Tonight, a crowd gathered to mourn": a day is no subject.
    if (words.is_time)(&tokens[root].lower) {
        let crowd = (root + 1..count)
            .find(|&i| heads[i] == root as u32 && relations[i] == Relation::Appos)
            .filter(|_| tokens.get(root + 1).is_some_and(|comma| comma.lower == ","));
        let verb = crowd.and_then(|crowd| {
            (crowd + 1..count).find(|&i| {
                heads[i] == crowd as u32
                    && relations[i] == Relation::Acl
                    && matches!(tokens[i].xpos, Xpos::Vbn | Xpos::Vbd)
            })
        });
        if let (Some(crowd), Some(verb)) = (crowd, verb) {
            heads[verb] = NONE;
            relations[verb] = Relation::Root;
            heads[root] = verb as u32;
            relations[root] = Relation::OblUnmarked;
            heads[crowd] = verb as u32;
            relations[crowd] = Relation::Nsubj;
            return vec![verb as u32];
        }
    }
    let depends = |i: usize, relation: Relation, heads: &[u32], relations: &[Relation]| {
        heads[i] == root as u32 && relations[i] == relation
    };
    if (0..count).any(|i| {
        depends(i, Relation::Cop, heads, relations)
            || depends(i, Relation::Nsubj, heads, relations)
            || depends(i, Relation::NsubjPass, heads, relations)
            || depends(i, Relation::Parataxis, heads, relations)
    }) {
        return Vec::new();
    }
    // "The consul, Ann Lind, left for Bern.": what stands behind the second comma is no part of the name.
    let named = (root + 1..count).find(|&i| depends(i, Relation::Appos, heads, relations));
    let behind_name = |i: usize| {
        named.is_some_and(|name| {
            heads[i] == name as u32
                && matches!(relations[i], Relation::Acl | Relation::Conj)
                && name < i
                && tokens[name..i].iter().any(|token| token.lower == ",")
                && !(0..i).any(|cc| heads[cc] == i as u32 && relations[cc] == Relation::Cc)
        })
    };
    // "Rebels and foreign powers rushed to blame him.": nor is it the last of a row alone who did.
    let behind_row = |i: usize| {
        let last = heads[i];
        last != NONE
            && relations[i] == Relation::Acl
            && (last as usize) + 1 == i
            && depends(last as usize, Relation::Conj, heads, relations)
            && (i + 1..count).any(|at| {
                heads[at] == i as u32 && relations[at] == Relation::Xcomp && tokens[at].xpos == Xpos::Vb
            })
    };
    let verb = (root + 1..count).find(|&i| {
        (depends(i, Relation::Acl, heads, relations) || behind_name(i) || behind_row(i))
            && tokens[i].upos == Upos::Verb
            && matches!(tokens[i].xpos, Xpos::Vbn | Xpos::Vbd)
    });
    let Some(verb) = verb else { return Vec::new() };
    heads[verb] = NONE;
    relations[verb] = Relation::Root;
    heads[root] = verb as u32;
    relations[root] = Relation::Nsubj;
    // "The parliament threatened on Monday to break relations": what it threatened belongs to it as well.
    for child in verb + 1..count {
        if heads[child] == root as u32 && matches!(relations[child], Relation::Acl | Relation::Advcl) {
            heads[child] = verb as u32;
            if relations[child] == Relation::Acl && tokens[child].xpos == Xpos::Vb {
                relations[child] = Relation::Xcomp;
            }
        }
    }
    vec![verb as u32]
}

/// "Four killed in blast", "lawyers arrested": headlines leave the auxiliary out, and those whom a verb is done to look
/// like those who do it.
pub(super) fn turn(sentence: &Sentence, words: &Lexicon<'_, '_>, heads: &[u32], relations: &mut [Relation]) {
    let tokens = &sentence.tokens;
    for subject in 0..tokens.len() {
        let verb = heads[subject] as usize;
        if relations[subject] != Relation::Nsubj || heads[subject] == NONE || verb < subject {
            continue;
        }
        let is_done = matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbn)
            && (words.is_done_to)(&tokens[verb].lemma)
            && !matches!(relations[verb], Relation::AclRelcl | Relation::Conj);
        let has_more = |token: usize| {
            heads[token] as usize == verb
                && matches!(
                    relations[token],
                    Relation::Obj
                        | Relation::Iobj
                        | Relation::Aux
                        | Relation::Ccomp
                        | Relation::CompoundPrt
                        | Relation::Conj
                )
        };
        let is_person = !matches!(tokens[subject].lower.as_str(), "that" | "which" | "who" | "it" | "what");
        if is_done && is_person && !(0..tokens.len()).any(|token| heads[token] != NONE && has_more(token)) {
            relations[subject] = Relation::NsubjPass;
        }
    }
}

/// "was arrested in March and sentenced to ten years": what is done to somebody next is done to him as well, and how
/// long he has to serve is no object. Returns the verbs that are participles after all.
pub(super) fn join_passives(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &[u32],
    relations: &mut [Relation],
) -> Vec<u32> {
    let tokens = &sentence.tokens;
    let mut found: Vec<u32> = Vec::new();
    for verb in 0..tokens.len() {
        let is_shape = relations[verb] == Relation::Conj
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbn)
            && heads[verb] != NONE
            && (heads[verb] as usize) < verb
            && (words.is_done_to)(&tokens[verb].lemma);
        if !is_shape {
            continue;
        }
        let head = heads[verb];
        let suffers = found.contains(&head)
            || (0..tokens.len())
                .any(|i| heads[i] == head && matches!(relations[i], Relation::AuxPass | Relation::NsubjPass));
        let term = (verb + 1..tokens.len()).find(|&i| {
            heads[i] == verb as u32 && relations[i] == Relation::Obj && (words.is_time)(&tokens[i].lemma)
        });
        let own = |i: usize, relation: Relation| heads[i] == verb as u32 && relations[i] == relation;
        let active = (0..tokens.len()).any(|i| {
            Some(i) != term
                && [Relation::Obj, Relation::Ccomp, Relation::Aux].iter().any(|&other| own(i, other))
        });
        // "six soldiers are killed and several others injured", "the firm is shut down and its founder arrested": who is hurt
        // or held as well does so to nobody.
        let subject = (0..verb).find(|&i| own(i, Relation::Nsubj));
        let hurt = [words.is_suffered, words.is_detaining].iter().any(|is| is(&tokens[verb].lemma));
        if suffers && !active && (subject.is_none() || hurt) {
            if let Some(subject) = subject {
                relations[subject] = Relation::NsubjPass;
            }
            found.push(verb as u32);
            if let Some(term) = term {
                relations[term] = Relation::OblUnmarked;
            }
        }
    }
    found
}

/// "Many people died in a barrage aimed at the town.": nobody is died, so that this is the verb, and the later one
/// tells more of the noun before it.
pub(super) fn stand_up_dying(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    for dying in 0..tokens.len() {
        let subject = heads[dying];
        let is_shape = relations[dying] == Relation::Acl
            && matches!(tokens[dying].xpos, Xpos::Vbd | Xpos::Vbn)
            && (words.is_dying)(&tokens[dying].lemma)
            && subject != NONE
            && (subject as usize) < dying
            && relations[subject as usize].is_subject();
        let verb = if is_shape { heads[subject as usize] } else { NONE };
        let is_participle = |at: u32| matches!(tokens[at as usize].xpos, Xpos::Vbn | Xpos::Vbd);
        if verb == NONE || (verb as usize) < dying || !is_participle(verb) {
            continue;
        }
        let auxiliary = (0..tokens.len()).any(|i| {
            heads[i] == verb
                && matches!(relations[i], Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Obj)
        });
        let noun = verb as usize - 1;
        let mut above = noun as u32;
        for _ in 0..REACH {
            if above == NONE || above == dying as u32 || above == verb {
                break;
            }
            above = heads[above as usize];
        }
        if auxiliary || above != dying as u32 || !matches!(tokens[noun].upos, Upos::Noun | Upos::Propn) {
            continue;
        }
        heads[dying] = heads[verb as usize];
        relations[dying] = relations[verb as usize];
        heads[subject as usize] = dying as u32;
        relations[subject as usize] = Relation::Nsubj;
        heads[verb as usize] = noun as u32;
        relations[verb as usize] = Relation::Acl;
    }
}

/// "detonated outside a mosque, killing four": the killing is of what happens, not of where it does.
pub(super) fn lift_effects(
    sentence: &Sentence,
    words: &Lexicon<'_, '_>,
    heads: &mut [u32],
    relations: &mut [Relation],
) {
    let tokens = &sentence.tokens;
    for effect in 0..tokens.len() {
        let is_effect = relations[effect] == Relation::Acl
            && tokens[effect].xpos == Xpos::Vbg
            && (words.is_suffered)(&tokens[effect].lemma);
        if !is_effect || heads[effect] == NONE {
            continue;
        }
        let mut at = heads[effect] as usize;
        for _ in 0..4 {
            // "a blast killing four"
            let above = heads[at] as usize;
            if (words.happens)(&tokens[at].lemma) || heads[at] == NONE || at > effect {
                break;
            }
            match relations[at] {
                Relation::Obj | Relation::Obl if tokens[above].upos == Upos::Verb && above < effect => {
                    heads[effect] = above as u32;
                    relations[effect] = Relation::Advcl;
                    break;
                }
                Relation::Nmod if (words.happens)(&tokens[above].lemma) && above < effect => {
                    heads[effect] = above as u32;
                    break;
                }
                // "hit the port and other towns killing four", but not "accused the army and the gangs killing four"
                Relation::Conj
                    if (words.is_struck)(&tokens[at].lemma) && tokens[above].upos != Upos::Verb =>
                {
                    at = above;
                }
                Relation::Nmod | Relation::Appos | Relation::Compound | Relation::Flat => at = above,
                _ => break,
            }
        }
    }
}

//! Who gets a post, and who is told to be among those of whom a participle tells, where a greedy parser takes the name for a part of
//! what it stands beside.

use super::{depends, has, rehang};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};

/// Verbs that give somebody a post.
static NAMING: WordList = WordList::new(include_str!("verbs-of-naming.txt"));

/// "named Ann Lind finance minister": a name of two words right behind a verb that gives posts is whom it gives the post that
/// follows, and no part of it.
pub(super) fn part_name_from_post(tokens: &mut [Token], post: usize) {
    let Some(verb) = tokens[post].head.filter(|_| tokens[post].relation == Relation::Obj) else { return };
    let names = tokens[verb].upos == Upos::Verb
        && NAMING.holds(&tokens[verb].lemma)
        && !has(tokens, verb, &[Relation::AuxPass, Relation::NsubjPass, Relation::Iobj, Relation::Xcomp]);
    if !names || post < verb || tokens[post].xpos != Xpos::Nn {
        return;
    }
    let is_name = |at: &usize| tokens[*at].upos == Upos::Propn;
    let first = verb + 1;
    let end = first + (first..post).take_while(is_name).count();
    let plain = (end..=post).all(|at| matches!(tokens[at].upos, Upos::Noun | Upos::Adj));
    // "named Green Bank director Ann Lind", "appointed Green Bank staff as guards": neither is a post.
    let next = tokens.get(post + 1);
    let goes_on = next.is_some_and(|next| {
        next.upos == Upos::Propn
            || next.upos == Upos::Part
            || matches!(next.lower.as_str(), "as" | "-" | "'s" | "’s")
    });
    let whole = (first..end)
        .all(|at| tokens[at].head.is_some_and(|head| head == post || (first..end).contains(&head)));
    if end - first < 2 || !plain || goes_on || !whole {
        return;
    }
    (tokens[first].head, tokens[first].relation) = (Some(verb), Relation::Obj);
    for token in &mut tokens[first + 1..end] {
        (token.head, token.relation) = (Some(first), Relation::Flat);
    }
    tokens[post].relation = Relation::Xcomp;
}

/// "The two elected were Tom Hale and Ann Lind": a name behind a form of "be" that has no preposition is what the noun before the
/// participle is, and no agent of it.
pub(super) fn predicate_of_participle(tokens: &mut [Token], name: usize, participle: usize) {
    let be = (participle + 1..name).find(|&at| depends(&tokens[at], name, &[Relation::Cop]));
    let noun = tokens[participle].head.filter(|&noun| {
        noun < participle
            && tokens[participle].relation == Relation::Acl
            && tokens[participle].xpos == Xpos::Vbn
            && tokens[name].upos == Upos::Propn
    });
    let (Some(be), Some(noun)) = (be, noun) else { return };
    let others = [Relation::Case, Relation::Mark, Relation::Cc];
    if has(tokens, name, &[Relation::Case])
        || has(tokens, noun, &others)
        || tokens[noun].relation == Relation::Nsubj
    {
        return;
    }
    let count = tokens.len();
    rehang(tokens, be..count, participle, name);
    rehang(tokens, name + 1..count, noun, name);
    (tokens[name].head, tokens[name].relation) = (tokens[noun].head, tokens[noun].relation);
    (tokens[noun].head, tokens[noun].relation) = (Some(name), Relation::Nsubj);
}

/// "Tom Hale of Labour and Ann Lind of the Green Party": who has a name of two words and what he is of behind it is joined to
/// another such name, and not to what that one is of.
pub(super) fn join_whose_alike(tokens: &mut [Token], second: usize, whose: usize) {
    let is_of = |tokens: &[Token], noun: usize, name: usize| {
        (name..noun).any(|at| {
            depends(&tokens[at], noun, &[Relation::Case])
                && matches!(tokens[at].lower.as_str(), "of" | "from")
        })
    };
    let is_full = |tokens: &[Token], name: usize| {
        tokens[name].xpos == Xpos::Nnp
            && tokens.get(name + 1).is_some_and(|next| depends(next, name, &[Relation::Flat]))
    };
    let Some(first) = tokens[whose].head.filter(|&first| {
        first < whose
            && whose < second
            && tokens[whose].relation == Relation::Nmod
            && is_full(tokens, first)
            && is_of(tokens, whose, first)
            && is_full(tokens, second)
    }) else {
        return;
    };
    let behind = (second + 1..tokens.len()).find(|&at| tokens[at].relation != Relation::Flat);
    let Some(of) = behind.filter(|&of| matches!(tokens[of].lower.as_str(), "of" | "from")) else { return };
    let own = tokens[of].head.filter(|&own| of < own && depends(&tokens[of], own, &[Relation::Case]));
    let Some(own) = own.filter(|&own| {
        tokens[own].relation == Relation::Nmod
            && tokens[own].head.is_some_and(|head| [whose, first, second].contains(&head))
    }) else {
        return;
    };
    let count = tokens.len();
    rehang(tokens, second + 1..count, whose, first);
    (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Conj);
    tokens[own].head = Some(second);
}

//! A verb joined to the verb before it, which a greedy parser takes for a word that describes a second object.

use super::{SUBJECTS, as_subject, depends, has, hurts, is_below, lead_instead, rehang};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos};

/// Participles that describe what stands behind them more often than they tell what was done next ("met judges and
/// elected officials").
static DESCRIBING: WordList = WordList::new(include_str!("participles-that-describe.txt"));

/// Participles without "-ed" that are past tenses as well.
static BOTH: WordList = WordList::new(include_str!("participles-that-are-pasts.txt"));

/// Participles of carrying out, which have an object where they are past tenses.
static CARRYING_OUT: WordList = WordList::new(include_str!("participles-of-carrying-out.txt"));

/// All that can be the subject of a verb, clauses and "there" among them.
const ANY_SUBJECT: [Relation; 4] = [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::Expl];

/// "closed its borders and banned rallies": a past form right behind "and" goes on with the verb of the clause.
pub(super) fn go_on(tokens: &mut [Token], verb: usize, noun: usize) {
    let Some(and) = verb.checked_sub(1).filter(|&and| {
        verb < noun
            && matches!(tokens[verb].xpos, Xpos::Vbn | Xpos::Vbd)
            && depends(&tokens[and], noun, &[Relation::Cc])
            && tokens[noun].relation == Relation::Conj
            && !DESCRIBING.holds(&tokens[verb].lower)
    }) else {
        return;
    };
    let Some(before) = verb_before(tokens, noun, and) else { return };
    let perfect = has_have(tokens, before);
    let is_past = tokens[before].xpos == Xpos::Vbd && may_be_past(&tokens[verb]);
    let is_passive = has(tokens, before, &[Relation::AuxPass, Relation::NsubjPass]);
    if is_passive || !is_past && !perfect {
        return;
    }
    // What the object has behind the verb would cross it.
    for at in verb + 1..tokens.len() {
        if tokens[at].head.is_some_and(|head| before < head && head < and) {
            tokens[at].head = Some(verb);
            if tokens[at].relation == Relation::Nmod {
                tokens[at].relation = Relation::Obl;
            }
        }
    }
    for at in before + 1..verb {
        if tokens[at].head == Some(noun) {
            tokens[at].head = Some(verb);
        }
    }
    (tokens[verb].head, tokens[verb].relation) = (Some(before), Relation::Conj);
    (tokens[verb].upos, tokens[verb].xpos) = (Upos::Verb, if perfect { Xpos::Vbn } else { Xpos::Vbd });
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Obj);
}

/// "upholds a verdict for the riot and jailed two guards": a finite verb with something behind it goes on with no noun, but with
/// the verb of whose clause the noun is a part.
pub(super) fn go_on_with_clause(tokens: &mut [Token], verb: usize, noun: usize) {
    let Some(and) = verb.checked_sub(1).filter(|&and| {
        noun < and
            && depends(&tokens[and], verb, &[Relation::Cc])
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz)
            && tokens[verb].upos == Upos::Verb
            && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
            && matches!(tokens[noun].relation, Relation::Obj | Relation::Obl | Relation::Nmod)
    }) else {
        return;
    };
    let own = [Relation::Cop, Relation::Acl, Relation::AclRelcl];
    let more = [Relation::Obj, Relation::Obl, Relation::Ccomp, Relation::Xcomp];
    if has(tokens, verb, &ANY_SUBJECT) || has(tokens, noun, &own) || !has(&tokens[and..], verb, &more) {
        return;
    }
    let Some(first) = verb_before(tokens, noun, and) else { return };
    let finite = matches!(tokens[first].xpos, Xpos::Vbd | Xpos::Vbz)
        && (tokens[first].xpos == Xpos::Vbz || tokens[verb].xpos == Xpos::Vbd);
    if !finite || !has(tokens, first, &ANY_SUBJECT) {
        return;
    }
    // What the noun has behind the verb would cross it.
    for at in verb + 1..tokens.len() {
        if tokens[at].head.is_some_and(|head| first < head && head < and) {
            tokens[at].head = Some(verb);
        }
    }
    tokens[verb].head = Some(first);
}

/// "captured the pirates near Aden and a German helicopter thwarted another raid": the noun before a verb of its own is not joined
/// to the nouns of the clause before, but is who does it.
pub(super) fn act_behind_and(tokens: &mut [Token], noun: usize) {
    let is_noun = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn);
    let adverb = usize::from(tokens.get(noun + 1).is_some_and(|next| next.upos == Upos::Adv));
    let verb = noun + 1 + adverb;
    let finite = tokens.get(verb).is_some_and(|next| {
        matches!(next.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            && next.upos == Upos::Verb
            && matches!(next.relation, Relation::Conj | Relation::Xcomp | Relation::Parataxis)
    });
    if !finite
        || tokens[noun].relation != Relation::Conj
        || !is_noun(&tokens[noun])
        || has(tokens, verb, &ANY_SUBJECT)
    {
        return;
    }
    let Some(first) = tokens[verb].head.filter(|&first| first < noun) else { return };
    let Some(and) = and_before(tokens, first, noun) else {
        return;
    };
    // What it was joined to stands in the clause of the first verb, or is that verb.
    let joined = match tokens[verb].relation {
        Relation::Conj | Relation::Parataxis => {
            tokens[noun].head.is_some_and(|head| first < head && head < and)
        }
        _ => tokens[noun].head == Some(first) && has(tokens, first, &ANY_SUBJECT),
    };
    if tokens[first].xpos.is_finite() && joined {
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
        tokens[verb].relation = Relation::Conj;
        tokens[and].head = Some(verb);
    }
}

/// "13 people are dead and 20 others are injured": the noun before the auxiliary of a predicate that goes on with the first one
/// is not joined to that one, but is its subject, whatever "more" stands between: "and dozens more were hurt".
pub(super) fn suffer_behind_and(tokens: &mut [Token], noun: usize) {
    let counts = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn | Upos::Num);
    let more = tokens.get(noun + 1).is_some_and(|next| {
        next.lower == "more" && !matches!(next.relation, Relation::Conj | Relation::Root)
    });
    let last = noun + usize::from(more);
    let Some(first) = tokens[noun].head.filter(|&first| counts && first < noun) else { return };
    let helps = [Relation::Aux, Relation::AuxPass, Relation::Cop];
    let Some(predicate) = tokens
        .get(last + 1)
        .filter(|next| helps.contains(&next.relation) && next.xpos.is_finite())
        .and_then(|next| next.head)
        .filter(|&predicate| depends(&tokens[predicate], first, &[Relation::Conj]))
    else {
        return;
    };
    // Only what has a subject itself goes on in a clause with another one.
    let goes_on = tokens[last + 1..].iter().any(|token| token.head == Some(noun));
    if tokens[noun].relation != Relation::Conj
        || goes_on
        || !has(tokens, first, &ANY_SUBJECT)
        || has(tokens, predicate, &ANY_SUBJECT)
    {
        return;
    }
    (tokens[noun].head, tokens[noun].relation) = (Some(predicate), as_subject(tokens, predicate));
    if more {
        (tokens[last].head, tokens[last].relation) = (Some(noun), Relation::Amod);
    }
    if let Some(and) = and_before(tokens, first, noun) {
        tokens[and].head = Some(predicate);
    }
}

/// "two were killed and a third injured": one of a row is not how the next is hurt, but is who is.
pub(super) fn suffer_as_next(tokens: &mut [Token], one: usize, verb: usize) {
    let article = one
        .checked_sub(1)
        .filter(|&article| tokens[article].lower == "a" && depends(&tokens[article], one, &[Relation::Det]));
    let next = ["second", "third", "fourth", "fifth", "sixth"].contains(&tokens[one].lower.as_str());
    let first = tokens[verb].head.filter(|&first| first < one && tokens[verb].relation == Relation::Conj);
    let suffers = one + 1 == verb
        && tokens[verb].xpos == Xpos::Vbn
        && first.is_some_and(|first| has(tokens, first, &[Relation::NsubjPass]))
        && !has(tokens, verb, &ANY_SUBJECT);
    if next && article.is_some() && suffers {
        tokens[one].relation = Relation::NsubjPass;
        tokens[one].upos = Upos::Noun;
    }
}

/// "killed and ninety others were hurt": an auxiliary that is taken for a verb of its own helps the participle right behind it,
/// whose subject it has.
pub(super) fn help_participle(tokens: &mut [Token], be: usize) {
    let participle = be + 1;
    let Some(first) = tokens[be].head.filter(|&first| first < be) else { return };
    let helps = tokens[be].lemma == "be"
        && tokens[be].relation == Relation::Conj
        && has(tokens, be, &SUBJECTS)
        && tokens.get(participle).is_some_and(|next| {
            next.upos == Upos::Verb && next.xpos == Xpos::Vbn && depends(next, first, &[Relation::Conj])
        })
        && !has(tokens, participle, &ANY_SUBJECT);
    if !helps {
        return;
    }
    for token in tokens.iter_mut().filter(|token| token.head == Some(be)) {
        token.head = Some(participle);
        if token.relation == Relation::Nsubj {
            token.relation = Relation::NsubjPass;
        }
    }
    (tokens[be].head, tokens[be].relation) = (Some(participle), Relation::AuxPass);
    (tokens[be].upos, tokens[be].xpos) = (Upos::Aux, Xpos::Vbd);
}

/// The word that joins a noun to what stands before it, behind the first of both.
fn and_before(tokens: &[Token], first: usize, noun: usize) -> Option<usize> {
    (first..noun).rev().find(|&at| depends(&tokens[at], noun, &[Relation::Cc]))
}

/// The verb whose object or circumstance the noun is joined to.
fn verb_before(tokens: &[Token], noun: usize, and: usize) -> Option<usize> {
    let mut at = tokens[noun].head.filter(|&first| first < and)?;
    for _ in 0..tokens.len() {
        if tokens[at].upos == Upos::Verb {
            return Some(at);
        }
        let hangs = matches!(
            tokens[at].relation,
            Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Conj | Relation::Xcomp
        );
        at = tokens[at].head.filter(|&head| hangs && head < at)?;
    }
    None
}

/// Whether "have" stands before a verb.
fn has_have(tokens: &[Token], verb: usize) -> bool {
    tokens[..verb].iter().any(|token| depends(token, verb, &[Relation::Aux]) && token.lemma == "have")
}

/// Whether a form is a past tense as well as a participle.
fn may_be_past(token: &Token) -> bool {
    token.lower.ends_with("ed") || BOTH.holds(&token.lower)
}

/// "A woman was killed and three others got injured by shells": what somebody gets is the verb, and "got" helps it.
pub(super) fn suffer_by_getting(tokens: &mut [Token], got: usize) {
    let verb = got + 1;
    let is_shape = tokens.get(verb).is_some_and(|next| {
        next.xpos == Xpos::Vbn
            && hurts(next)
            && next.head == tokens[got].head
            && next.relation == Relation::Conj
    });
    if !is_shape || tokens[got].lemma != "get" || tokens[got].relation != Relation::Conj {
        return;
    }
    let count = tokens.len();
    rehang(tokens, 0..count, got, verb);
    for token in tokens[..got].iter_mut() {
        if depends(token, verb, &[Relation::Nsubj]) {
            token.relation = Relation::NsubjPass;
        }
    }
    (tokens[got].head, tokens[got].relation) = (Some(verb), Relation::AuxPass);
}

/// "The raids carried out by Chad and its allies killed ten": of two verbs the first has no object and an agent right before
/// "and"; whoever stands behind "and" is joined to the agent, and the raids killed.
pub(super) fn join_agent(tokens: &mut [Token], verb: usize, participle: usize) {
    let subject = (0..participle).find(|&at| depends(&tokens[at], participle, &[Relation::Nsubj]));
    let second = (participle..verb).find(|&at| depends(&tokens[at], verb, &[Relation::Nsubj]));
    let and = (participle..verb).find(|&at| depends(&tokens[at], verb, &[Relation::Cc]));
    let (Some(subject), Some(second), Some(and)) = (subject, second, and) else { return };
    let agent = (participle + 1..and).find(|&at| {
        depends(&tokens[at], participle, &[Relation::Obl, Relation::OblAgent])
            && tokens[..at].iter().any(|word| depends(word, at, &[Relation::Case]) && word.lower == "by")
    });
    let Some(agent) = agent.filter(|&agent| (agent + 1..and).all(|at| is_below(tokens, at, agent))) else {
        return;
    };
    let own = [Relation::Obj, Relation::Aux, Relation::AuxPass];
    let is_shape = CARRYING_OUT.holds(&tokens[participle].lower)
        && !has(tokens, participle, &own)
        && second + 1 == verb
        && (and + 1..second).all(|at| is_below(tokens, at, second))
        && has(&tokens[verb..], verb, &[Relation::Obj]);
    if is_shape {
        lead_instead(tokens, verb, participle, subject);
        tokens[verb].xpos = Xpos::Vbd;
        (tokens[second].head, tokens[second].relation) = (Some(agent), Relation::Conj);
        tokens[and].head = Some(second);
    }
}

/// "He conferred with the minister and then was received by the king": what is told with a finite verb is joined to no noun,
/// but to the verb above it.
pub(super) fn join_to_verb(tokens: &mut [Token]) {
    for child in 1..tokens.len() {
        let Some(noun) = tokens[child].head.filter(|&head| head < child) else { continue };
        let helped = || {
            let helps = |token: &Token| depends(token, child, &[Relation::Aux, Relation::AuxPass]);
            tokens[noun + 1..child].iter().any(|token| helps(token) && token.xpos.is_finite())
        };
        let tells = tokens[child].relation == Relation::Conj
            && tokens[child].upos == Upos::Verb
            && (tokens[child].xpos.is_finite() || helped());
        let is_noun =
            matches!(tokens[noun].upos, Upos::Noun | Upos::Propn) && !has(tokens, noun, &[Relation::Cop]);
        if !(tells && is_noun) {
            continue;
        }
        let mut above = Some(noun);
        while let Some(at) = above.filter(|&at| at < child && tokens[at].upos != Upos::Verb) {
            // What the noun, or one that it belongs to, has behind the verb would be cut off.
            if tokens[child + 1..].iter().any(|token| {
                token.head == Some(at) && token.upos != Upos::Punct && token.relation != Relation::Conj
            }) {
                above = None;
                break;
            }
            above = tokens[at].head;
        }
        if let Some(verb) = above.filter(|&verb| verb < child) {
            tokens[child].head = Some(verb);
        }
    }
}

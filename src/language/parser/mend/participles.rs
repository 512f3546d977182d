//! Participles with an agent of their own, which a greedy parser takes for verbs of the sentence.

use super::{SUBJECTS, as_subject, depends, has, hurts, is_behind_comma, is_below, lead_instead, rehang};
use crate::language::words::WordList;
use crate::language::{Relation, Token, Upos, Xpos, fates};

/// "killed in strikes carried out by troops", "hurt in a barrage aimed at the port": who did it, or a past form that no verb
/// can ask for, tells of the noun right before.
pub(super) fn reduce_late(tokens: &mut [Token], participle: usize, head: usize) {
    let hangs = matches!(tokens[participle].relation, Relation::Xcomp | Relation::Advcl | Relation::Conj);
    // No verb asks for a finite one.
    let asked = tokens[participle].relation == Relation::Xcomp && tokens[participle].xpos == Xpos::Vbd;
    let is_reduced = is_done_by(tokens, participle) || asked && is_bare(tokens, participle);
    if !hangs || tokens[participle].head != Some(head) || head > participle || !is_reduced {
        return;
    }
    let begin = own_begin(tokens, participle, &[Relation::Advmod]);
    let Some(noun) = begin.checked_sub(1).filter(|&noun| noun > head) else { return };
    // "saw the bridge bombed by rebels" says what was seen.
    let is_told = tokens[participle].relation != Relation::Xcomp || has(tokens, noun, &[Relation::Case]);
    let is_whole = tokens[..begin].iter().all(|token| token.head != Some(participle));
    if tokens[noun].upos == Upos::Noun && is_told && is_whole {
        (tokens[participle].head, tokens[participle].relation) = (Some(noun), Relation::Acl);
        tokens[participle].xpos = Xpos::Vbn;
    }
}

/// "shot at a bank in Peru, injuring two": what goes on behind a comma goes on with the verb, not with a name before it.
/// Nor does a convoy hurt anybody in "bombed a convoy carrying troops, injuring two".
pub(super) fn lift_participle(tokens: &mut [Token], participle: usize, noun: usize) {
    let is_set_off = tokens[participle].xpos == Xpos::Vbg
        && noun < participle
        && tokens[participle - 1].lower == ","
        && !has(tokens, participle, &[Relation::Mark, Relation::Nsubj, Relation::NsubjPass]);
    let hurting = hurts(&tokens[participle]);
    let is_bare = |at: usize| {
        // "in Bor, ten kilometres north of Bern, killing two"
        let turned = tokens[at].upos == Upos::Adv && tokens[at].relation == Relation::Advmod;
        let describes = hurting && tokens[at].xpos == Xpos::Vbg && tokens[at].relation == Relation::Acl;
        (matches!(tokens[at].upos, Upos::Noun | Upos::Propn) || describes || turned)
            && !has(tokens, at, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cop])
            && tokens[at].relation != Relation::Root
    };
    if !is_set_off || !is_bare(noun) {
        return;
    }
    let above = std::iter::successors(Some(noun), |&at| tokens[at].head).take(tokens.len());
    let verb = above.skip(1).find(|&at| !is_bare(at)).filter(|&verb| tokens[verb].upos == Upos::Verb);
    // What the names between have behind the participle would cross it.
    let crossed = tokens[participle + 1..].iter().any(|token| {
        token.head.is_some_and(|head| verb.is_some_and(|verb| verb < head) && head < participle)
    });
    if let Some(verb) = verb.filter(|&verb| verb < noun && !crossed) {
        tokens[participle].head = Some(verb);
    }
}

/// "exploded near the High Court killing two men and wounding dozens": of a participle of harm that has its own object, and
/// of the last people hurt, a greedy parser makes one long name. What stands before the participle is where it was.
pub(super) fn part_harm_from_place(tokens: &mut [Token], participle: usize, last: usize) {
    let is_harm = tokens[participle].xpos == Xpos::Vbg
        && hurts(&tokens[participle])
        && participle < last
        && has(&tokens[participle..last], participle, &[Relation::Obj]);
    let second = (participle + 1..last).rev().find(|&at| {
        depends(&tokens[at], participle, &[Relation::Conj])
            && tokens[at].xpos == Xpos::Vbg
            && hurts(&tokens[at])
    });
    let place = (0..participle).rev().find(|&at| depends(&tokens[at], last, &[Relation::Compound]));
    let verb = tokens[last].head.filter(|&verb| tokens[verb].upos == Upos::Verb);
    let (Some(second), Some(place), Some(verb)) = (second.filter(|_| is_harm), place, verb) else { return };
    if verb > place || has(tokens, second, &[Relation::Obj]) {
        return;
    }
    rehang(tokens, 0..place, last, place);
    rehang(tokens, place + 1..participle, last, place);
    (tokens[place].head, tokens[place].relation) = (Some(verb), Relation::Obl);
    (tokens[participle].head, tokens[participle].relation) = (Some(verb), Relation::Advcl);
    (tokens[last].head, tokens[last].relation) = (Some(second), Relation::Obj);
}

/// People who stop work, as they are called in the plural.
static WORKERS: WordList = WordList::new(include_str!("nouns-of-workers.txt"));

/// "Police evicted striking miners": right behind another verb the word tells what the people do who are its object, and
/// nobody strikes them.
pub(super) fn describe_strikers(tokens: &mut [Token], striking: usize) {
    let verb = tokens[striking].head.filter(|&verb| verb + 1 == striking);
    let is_clause = matches!(
        tokens[striking].relation,
        Relation::Xcomp | Relation::Ccomp | Relation::Advcl | Relation::Acl | Relation::Dep
    );
    let people = (striking + 1..tokens.len())
        .find(|&at| depends(&tokens[at], striking, &[Relation::Obj]) && WORKERS.holds(&tokens[at].lower));
    let (Some(verb), Some(people)) = (verb.filter(|_| is_clause), people) else { return };
    let is_told = tokens[verb].upos == Upos::Verb && !has(tokens, verb, &[Relation::Obj]);
    let whole = (striking + 1..people).all(|at| tokens[at].head == Some(people));
    if tokens[striking].lower != "striking" || !is_told || !whole {
        return;
    }
    rehang(tokens, 0..tokens.len(), striking, verb);
    (tokens[people].head, tokens[people].relation) = (Some(verb), Relation::Obj);
    (tokens[striking].head, tokens[striking].relation) = (Some(people), Relation::Amod);
}

/// "The raid, reportedly carried out by rebels, killed ten": of a noun that begins the sentence the participle between
/// commas tells more, and the verb behind them is the sentence's.
pub(super) fn part_participle(tokens: &mut [Token], verb: usize, participle: usize) {
    let Some(noun) = tokens[participle].head.filter(|&noun| noun < participle && participle < verb) else {
        return;
    };
    let is_beginning = begins(tokens, noun) && tokens[participle].relation == Relation::Parataxis;
    let is_verb = tokens[verb].xpos.is_finite()
        && is_behind_comma(tokens, verb)
        && !has(tokens, verb, &[Relation::Cc, Relation::Nsubj, Relation::NsubjPass, Relation::Mark]);
    if !is_beginning
        || !is_verb
        || !is_behind_comma(tokens, own_begin(tokens, participle, &[Relation::Advmod]))
        || !is_done_by(tokens, participle)
    {
        return;
    }
    lead(tokens, noun, verb);
    tokens[participle].relation = Relation::Acl;
    tokens[participle].xpos = Xpos::Vbn;
}

/// "including actor Carl Orm killed in 2001": what tells more of a noun, has neither subject nor object and hurts is a participle,
/// whatever the tagger takes it for.
pub(super) fn befall(tokens: &mut [Token], verb: usize, noun: usize) {
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Obj, Relation::Aux];
    let is_past = tokens[verb].xpos == Xpos::Vbd && hurts(&tokens[verb]);
    if noun < verb && is_past && !has(tokens, verb, &own) {
        tokens[verb].xpos = Xpos::Vbn;
    }
}

/// "Chad, suspended in May, has asked for talks": between commas behind the subject the participle tells of it, and the
/// verb behind the second comma is the sentence's.
pub(super) fn describe_set_off(tokens: &mut [Token], verb: usize, participle: usize) {
    let auxiliaries = [Relation::Aux, Relation::AuxPass];
    let none_of = [Relation::Cc, Relation::Nsubj, Relation::NsubjPass, Relation::Mark, Relation::Cop];
    let is_participle = participle < verb
        && matches!(tokens[participle].xpos, Xpos::Vbn | Xpos::Vbd)
        && !has(tokens, participle, &[Relation::Aux, Relation::AuxPass, Relation::Obj, Relation::Mark])
        && is_behind_comma(tokens, own_begin(tokens, participle, &[Relation::Advmod]));
    let has_auxiliary = has(tokens, verb, &auxiliaries);
    let is_verb = (tokens[verb].xpos.is_finite() || has_auxiliary)
        && !has(tokens, verb, &none_of)
        && is_behind_comma(
            tokens,
            own_begin(tokens, verb, &[Relation::Aux, Relation::AuxPass, Relation::Advmod]),
        );
    let subject = (0..participle)
        .find(|&at| depends(&tokens[at], participle, &SUBJECTS))
        .filter(|&at| is_participle && is_verb && matches!(tokens[at].upos, Upos::Noun | Upos::Propn));
    let Some(subject) = subject else { return };
    lead_instead(tokens, verb, participle, subject);
}

/// "The generals named Myint Swe president": who names somebody something is no one of that name.
pub(super) fn begin_with_name(tokens: &mut [Token], verb: usize, noun: usize) {
    let name = verb + 1;
    let is_named = tokens[verb].lower == "named"
        && noun + 1 == verb
        && tokens[noun].head.is_none()
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && name < tokens.len()
        && depends(&tokens[name], verb, &[Relation::Xcomp])
        && tokens[name].upos == Upos::Propn;
    let mut end = name + 1;
    while end < tokens.len() && tokens[end].head == Some(name) && tokens[end].relation == Relation::Flat {
        end += 1;
    }
    let office = tokens.get(end).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Adj) || matches!(next.lower.as_str(), "acting" | "interim")
    });
    if !is_named || !office {
        return;
    }
    tokens[verb].xpos = Xpos::Vbd;
    tokens[name].relation = Relation::Obj;
    lead(tokens, noun, verb);
    for token in &mut tokens[end..] {
        if depends(token, verb, &[Relation::Obj]) {
            token.relation = Relation::Xcomp;
        }
    }
}

/// "A bomb planted by rebels exploded": the finite verb behind the agent is no participle too.
pub(super) fn begin_behind_agent(tokens: &mut [Token], verb: usize, agent: usize) {
    let participle = tokens[agent].head.filter(|&participle| {
        participle < agent
            && agent + 1 == verb
            && tokens[participle].relation == Relation::Acl
            && is_done_by(tokens, participle)
    });
    let noun = participle.and_then(|participle| tokens[participle].head).filter(|&noun| begins(tokens, noun));
    let is_verb = tokens[verb].xpos == Xpos::Vbd
        && !has(tokens, verb, &[Relation::Mark, Relation::Nsubj, Relation::NsubjPass]);
    let Some(noun) = noun.filter(|_| is_verb && !is_done_by(tokens, verb)) else { return };
    lead(tokens, noun, verb);
}

/// "Two die in a crash": a number before a verb that has no subject counts people. Those "killed" are no doers.
pub(super) fn count_subject(tokens: &mut [Token], number: usize, verb: usize) {
    let is_shape = tokens[number].upos == Upos::Num
        && number + 1 == verb
        && tokens[verb].upos == Upos::Verb
        && matches!(tokens[verb].xpos, Xpos::Vbp | Xpos::Vbz)
        && !has(tokens, verb, &SUBJECTS);
    if is_shape {
        tokens[number].relation = Relation::Nsubj;
    }
}

/// "Ten are dead and 20 are wounded": a number before a passive that has no subject counts those to whom it is done.
pub(super) fn count_suffering(tokens: &mut [Token], number: usize, head: usize) {
    let verb = number + 2;
    let is_shape = tokens[number].upos == Upos::Num
        && verb < tokens.len()
        && depends(&tokens[number + 1], verb, &[Relation::AuxPass])
        && !has(tokens, verb, &SUBJECTS)
        && (head == verb || tokens[verb].relation == Relation::Conj && tokens[verb].head == Some(head));
    if !is_shape {
        return;
    }
    (tokens[number].head, tokens[number].relation) = (Some(verb), Relation::NsubjPass);
    for and in &mut tokens[..number] {
        if depends(and, number, &[Relation::Cc]) {
            and.head = Some(verb);
        }
    }
}

/// "Ten are killed and 120 others injured in a stampede": the second befell others than the first, and both in what follows.
pub(super) fn part_fates(tokens: &mut [Token]) {
    for fate in 0..tokens.len() {
        // "and more than 200 injured" has nobody whom they injured.
        let bare = tokens[fate].xpos == Xpos::Vbd
            && hurts(&tokens[fate])
            && agent(tokens, fate).is_none()
            && !has(tokens, fate, &[Relation::Obj, Relation::Nsubj, Relation::Xcomp, Relation::Ccomp]);
        let done = agent(tokens, fate).is_some();
        let second = (tokens[fate].xpos == Xpos::Vbn || bare)
            && !has(tokens, fate, &[Relation::Aux, Relation::AuxPass]);
        let Some(and) = fates::joining(tokens, fate).filter(|&and| second && fates::befell(tokens, and))
        else {
            continue;
        };
        let verb = and - 1;
        let within = |at: usize| and <= at && at <= fate;
        // "dead" is no verb that could have it.
        let after = if done || tokens[verb].lower == "dead" { fate } else { verb };
        let is_passive = tokens[verb].upos == Upos::Verb && has(tokens, verb, &[Relation::NsubjPass])
            || tokens[verb].lower == "dead" && has(tokens, verb, &[Relation::Nsubj, Relation::Cop]);
        let is_below = tokens[..and].iter().any(|token| token.head.is_some_and(within));
        if !is_passive || is_below {
            continue;
        }
        let count = (and + 1..fate)
            .rev()
            .find(|&at| matches!(tokens[at].upos, Upos::Num | Upos::Noun | Upos::Pron | Upos::Adj))
            .unwrap_or(fate - 1);
        for at in and..tokens.len() {
            // What stands between belongs to the second, whatever the parser hung it on.
            let head = tokens[at].head.filter(|&head| at < fate || within(head) || head == verb);
            let Some(head) = head.filter(|_| at != fate) else { continue };
            if at > fate {
                tokens[at].head = Some(if within(head) { after } else { head });
            } else if at == and {
                (tokens[at].head, tokens[at].relation) = (Some(fate), Relation::Cc);
            } else if at == count {
                (tokens[at].head, tokens[at].relation) = (Some(fate), Relation::NsubjPass);
            } else if at > count {
                tokens[at].head = Some(fate);
            } else if !(and + 1..=count).contains(&head) {
                tokens[at].head = Some(count);
            }
        }
        (tokens[fate].head, tokens[fate].relation) = (Some(verb), Relation::Conj);
        tokens[fate].xpos = Xpos::Vbn;
    }
}

/// "Ten were killed and a boy wounded by gunmen": what hurt the second has no "was" of its own, but a doer, who did both.
pub(super) fn share_agent(tokens: &mut [Token], fate: usize) {
    let own = [Relation::Aux, Relation::AuxPass, Relation::Obj, Relation::Mark, Relation::Cc];
    let is_fate = tokens[fate].xpos == Xpos::Vbn
        && is_violence(&tokens[fate])
        && matches!(tokens[fate].relation, Relation::Acl | Relation::Conj)
        && !has(tokens, fate, &own)
        && !has(tokens, fate, &SUBJECTS)
        && agent(tokens, fate).is_some();
    let noun = own_begin(tokens, fate, &[Relation::Advmod]).checked_sub(1).filter(|_| is_fate);
    let Some(noun) = noun.filter(|&noun| {
        matches!(tokens[noun].upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron)
            && tokens[fate].head == Some(noun)
            && tokens[noun].head.is_some_and(|head| head < noun)
    }) else {
        return;
    };
    let within = |at: &usize| tokens[*at].lower != "and" && is_below(tokens, *at, noun);
    let Some(and) = (0..noun).rev().find(|at| !within(at)).filter(|&and| tokens[and].lower == "and") else {
        return;
    };
    let dead = and.checked_sub(1).filter(|&dead| tokens[dead].lower == "dead");
    let Some(verb) = dead.unwrap_or(and).checked_sub(1) else { return };
    let is_passive = tokens[verb].xpos == Xpos::Vbn
        && is_violence(&tokens[verb])
        && has(tokens, verb, &[Relation::AuxPass])
        && has(&tokens[..verb], verb, &[Relation::NsubjPass])
        && agent(tokens, verb).is_none();
    let inside = and..fate + 1;
    let is_inside = |head: Option<usize>| head.is_some_and(|head| inside.contains(&head));
    let is_above = inside.clone().any(|at| is_below(tokens, verb, at));
    if !is_passive || is_above || tokens[..and].iter().any(|token| is_inside(token.head)) {
        return;
    }
    for at in 0..tokens.len() {
        let head = tokens[at].head;
        if at > fate && is_inside(head) {
            tokens[at].head = Some(fate);
        } else if (and + 1..noun).contains(&at) && (head == Some(and) || !is_inside(head)) {
            tokens[at].head = Some(noun);
        }
    }
    (tokens[and].head, tokens[and].relation) = (Some(fate), Relation::Cc);
    (tokens[noun].head, tokens[noun].relation) = (Some(fate), Relation::NsubjPass);
    (tokens[fate].head, tokens[fate].relation) = (Some(verb), Relation::Conj);
}

/// What people do to people with one purpose: whoever did one of two did the other as well.
pub(super) static VIOLENCE: WordList = WordList::new(include_str!("verbs-of-violence.txt"));

fn is_violence(token: &Token) -> bool {
    token.upos == Upos::Verb && VIOLENCE.holds(&token.lemma)
}

/// Whether a past form has nothing that a clause of its own would have.
fn is_bare(tokens: &[Token], participle: usize) -> bool {
    let own = [
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::Aux,
        Relation::AuxPass,
        Relation::Mark,
        Relation::Cc,
        Relation::Obj,
    ];
    matches!(tokens[participle].xpos, Xpos::Vbd | Xpos::Vbn) && !has(tokens, participle, &own)
}

/// Whether a past form has somebody who does it, and no subject.
fn is_done_by(tokens: &[Token], participle: usize) -> bool {
    is_bare(tokens, participle) && agent(tokens, participle).is_some()
}

/// Whoever stands behind "by" after a participle.
fn agent(tokens: &[Token], participle: usize) -> Option<usize> {
    let by = |noun: usize| {
        tokens[..noun].iter().any(|token| depends(token, noun, &[Relation::Case]) && token.lower == "by")
    };
    (participle + 1..tokens.len()).find(|&noun| {
        depends(&tokens[noun], participle, &[Relation::Obl, Relation::OblAgent])
            && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
            && by(noun)
    })
}

/// Whether a bare noun is taken for the whole sentence.
fn begins(tokens: &[Token], noun: usize) -> bool {
    tokens[noun].head.is_none()
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && !has(tokens, noun, &[Relation::Cop, Relation::Nsubj, Relation::Case])
}

/// Makes a verb the root and what was the root its subject; all behind the verb that hung on what stands between the two
/// hangs on it.
pub(super) fn lead(tokens: &mut [Token], subject: usize, verb: usize) {
    for token in &mut tokens[verb + 1..] {
        if token.head.is_some_and(|head| (subject..verb).contains(&head)) {
            token.head = Some(verb);
        }
    }
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[subject].head, tokens[subject].relation) = (Some(verb), as_subject(tokens, verb));
}

/// Where the words right before a verb begin that depend on it by one of some relations.
fn own_begin(tokens: &[Token], verb: usize, relations: &[Relation]) -> usize {
    let mut begin = verb;
    while begin > 0 && depends(&tokens[begin - 1], verb, relations) {
        begin -= 1;
    }
    begin
}

//! Clauses: where they begin, what their subject is, and what makes no clause.

use super::{
    SUBJECTS, as_subject, behind_preposition, depends, has, is_below, lead_instead, rehang, root_of,
};
use crate::language::{Relation, Token, Upos, Xpos};

/// Verbs that say what somebody is made or called.
const NAMING: [&str; 10] = [
    "elect", "re-elect", "reelect", "name", "appoint", "declare", "proclaim", "crown", "nominate", "confirm",
];

/// "was elected president": not an elected president, but a verb and what it makes of somebody.
pub(super) fn begin_naming(tokens: &mut [Token], verb: usize, noun: usize) {
    let Some(be) =
        verb.checked_sub(1).filter(|&be| depends(&tokens[be], noun, &[Relation::Cop]) && verb < noun)
    else {
        return;
    };
    let is_naming = tokens[verb].xpos == Xpos::Vbn && NAMING.contains(&tokens[verb].lemma.as_str());
    let has_article = has(&tokens[..noun], noun, &[Relation::Det, Relation::NmodPoss]);
    if !is_naming || has_article {
        return;
    }
    for child in 0..tokens.len() {
        let token = &mut tokens[child];
        let stays = child > be && child < noun || matches!(token.relation, Relation::Nmod | Relation::Conj);
        if token.head == Some(noun) && !stays {
            token.head = Some(verb);
            token.relation = match token.relation {
                Relation::Nsubj => Relation::NsubjPass,
                Relation::Cop => Relation::AuxPass,
                other => other,
            };
        }
    }
    (tokens[verb].head, tokens[verb].relation) = (tokens[noun].head, tokens[noun].relation);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Xcomp);
}

/// "a battle between police and militants broke out": behind "and" stands no second subject, but what is joined to the
/// noun before.
pub(super) fn join_second_subject(tokens: &mut [Token], child: usize, verb: usize) {
    let first =
        (0..child).find(|&first| tokens[first].head == Some(verb) && tokens[first].relation.is_subject());
    let and = (0..child).find(|&and| tokens[and].head == Some(child) && tokens[and].relation == Relation::Cc);
    let (Some(first), Some(before)) = (first, and.and_then(|and| and.checked_sub(1))) else { return };
    let mut joined = before;
    while tokens[joined].relation == Relation::Flat {
        let Some(head) = tokens[joined].head else { return };
        joined = head;
    }
    // The noun behind "and", and what it has before it, are no nouns to join it to.
    let mut above = Some(joined);
    while let Some(ancestor) = above {
        if ancestor == child {
            return;
        }
        above = tokens[ancestor].head;
    }
    let is_noun = matches!(tokens[joined].upos, Upos::Noun | Upos::Propn);
    let is_argument = matches!(tokens[joined].relation, Relation::Nmod | Relation::Obl | Relation::Nsubj);
    if first <= joined && is_noun && is_argument {
        (tokens[child].head, tokens[child].relation) = (Some(joined), Relation::Conj);
    }
}

/// "died after heavy snow hit the town", "died after a lorry carrying fuel exploded": a finite verb right behind a noun,
/// or behind what describes it, has it as its subject, and what stands before the noun begins a clause.
pub(super) fn begin_clause(tokens: &mut [Token], verb: usize, above: usize) {
    mark_clause(tokens, verb);
    let auxiliaries = [Relation::Aux, Relation::AuxPass];
    let mut begin = verb;
    while begin > 0 && depends(&tokens[begin - 1], verb, &auxiliaries) {
        begin -= 1;
    }
    let elsewhere = tokens.iter().take(begin).any(|token| depends(token, verb, &auxiliaries));
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark];
    if !tokens[begin].xpos.is_finite() || elsewhere || has(tokens, verb, &own) {
        return;
    }
    let Some(last) = begin.checked_sub(1) else { return };
    // Only a clause that is told as one already, or a verb with "was" or "have", has its subject further off.
    let is_told = tokens[verb].relation == Relation::Advcl || begin < verb;
    let reach = if is_told { tokens.len() } else { 1 };
    let found = std::iter::successors(Some(last), |&at| tokens[at].head)
        .take(reach)
        .take_while(|&at| above < at && at < verb)
        .filter(|&noun| {
            matches!(tokens[noun].relation, Relation::Obl | Relation::Nmod)
                && tokens[noun].head.is_some_and(|head| above <= head && head < noun)
        })
        .find_map(|noun| opening(tokens, noun).map(|opening| (noun, opening)));
    if let Some((noun, opening)) = found {
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), as_subject(tokens, verb));
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
        tokens[verb].relation = Relation::Advcl;
    }
}

/// "killed three on Friday as police fought protesters": a clause that its conjunction opens tells more of a deed, and of no noun.
pub(super) fn lift_opened(tokens: &mut [Token], verb: usize, noun: usize) {
    let opened = tokens[verb].xpos.is_finite()
        && has(tokens, verb, &SUBJECTS)
        && tokens[..verb]
            .iter()
            .any(|token| depends(token, verb, &[Relation::Mark]) && may_open_clause(&token.lower));
    if !opened || noun > verb {
        return;
    }
    let above = std::iter::successors(tokens[noun].head, |&at| tokens[at].head).take(tokens.len());
    let Some(deed) = above.take_while(|&at| at < verb).find(|&at| tokens[at].upos == Upos::Verb) else {
        return;
    };
    // What hangs behind it on anything between would cross it.
    let crossed =
        tokens[verb + 1..].iter().any(|token| token.head.is_some_and(|head| deed < head && head < noun + 1));
    if !crossed {
        (tokens[verb].head, tokens[verb].relation) = (Some(deed), Relation::Advcl);
    }
}

/// "died after floods and landslides hit the town": what stands before the subject of a clause begins the clause.
fn mark_clause(tokens: &mut [Token], verb: usize) {
    if tokens[verb].relation != Relation::Advcl || has(tokens, verb, &[Relation::Mark]) {
        return;
    }
    let subject = (0..verb).find(|&at| depends(&tokens[at], verb, &SUBJECTS));
    if let Some(opening) = subject.and_then(|subject| opening(tokens, subject)) {
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
    }
}

/// The word before a noun, taken for its preposition, that may begin a clause.
pub(super) fn opening(tokens: &[Token], noun: usize) -> Option<usize> {
    (0..noun).find(|&at| depends(&tokens[at], noun, &[Relation::Case]) && may_open_clause(&tokens[at].lower))
}

/// Whether a word is a preposition or opens a clause, as what follows has it.
fn may_open_clause(word: &str) -> bool {
    matches!(word, "after" | "before" | "since" | "until" | "as")
}

/// "takes the office until a vote is held": a verb with a subject of its own is nobody's subject, and the clause behind it
/// begins with its conjunction.
pub(super) fn begin_second(tokens: &mut [Token], verb: usize, later: usize) {
    let is_clause = verb < later
        && tokens[verb].xpos.is_finite()
        && has(tokens, verb, &SUBJECTS)
        && tokens[later].upos == Upos::Verb
        && tokens.iter().filter(|token| depends(token, later, &SUBJECTS)).count() == 1;
    if !is_clause {
        return;
    }
    let opens = |word: &str| matches!(word, "after" | "before" | "since" | "until" | "as" | "when" | "while");
    let Some(opening) = (verb + 1..later).find(|&at| {
        matches!(tokens[at].relation, Relation::Case | Relation::Mark) && opens(tokens[at].lower.as_str())
    }) else {
        return;
    };
    let Some(noun) = tokens[opening].head.filter(|&noun| {
        opening < noun && noun < later && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn | Upos::Pron)
    }) else {
        return;
    };
    let count = tokens.len();
    let closing =
        (later + 1..count).rev().find(|&at| tokens[at].head == Some(later) && tokens[at].upos == Upos::Punct);
    (tokens[verb].head, tokens[verb].relation) = (tokens[later].head, tokens[later].relation);
    (tokens[later].head, tokens[later].relation) = (Some(verb), Relation::Advcl);
    (tokens[noun].head, tokens[noun].relation) = (Some(later), as_subject(tokens, later));
    (tokens[opening].head, tokens[opening].relation) = (Some(later), Relation::Mark);
    if let Some(closing) = closing {
        tokens[closing].head = Some(verb);
    }
}

/// "Cuba shot two planes": no name describes a finite verb; the one right before it is its subject.
pub(super) fn begin_sentence(tokens: &mut [Token], name: usize, verb: usize) {
    // A form that may be both, with an object and without "be" or "have", is finite.
    let auxiliaries = [Relation::Aux, Relation::AuxPass, Relation::Cop];
    if tokens[verb].xpos == Xpos::Vbn
        && has(tokens, verb, &[Relation::Obj])
        && !has(tokens, verb, &auxiliaries)
        && tokens[verb].head.is_none()
    {
        tokens[verb].xpos = Xpos::Vbd;
    }
    let is_finite = tokens[verb].upos == Upos::Verb
        && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
        && !has(tokens, verb, &SUBJECTS);
    if name + 1 == verb && is_finite && matches!(tokens[name].upos, Upos::Propn | Upos::Noun) {
        tokens[name].relation = as_subject(tokens, verb);
    }
}

/// "said that it was leaving, hours after missiles hit the base": what is said begins with "that", and the clause behind
/// it tells when.
pub(super) fn begin_said(tokens: &mut [Token], later: usize, verb: usize) {
    let opens = |word: &str| matches!(word, "after" | "before" | "since" | "until" | "when" | "while");
    let Some(opening) = (verb + 1..later)
        .rev()
        .find(|&at| depends(&tokens[at], later, &[Relation::Mark]) && opens(tokens[at].lower.as_str()))
    else {
        return;
    };
    let said = (verb + 1..opening).find(|&at| {
        depends(&tokens[at], later, &[Relation::Advcl, Relation::Ccomp])
            && tokens[..at].iter().any(|token| depends(token, at, &[Relation::Mark]) && token.lower == "that")
    });
    let Some(said) = said else { return };
    (tokens[said].head, tokens[said].relation) = (Some(verb), Relation::Ccomp);
    (tokens[later].head, tokens[later].relation) = (Some(said), Relation::Advcl);
    // What stood before what is said hangs on that.
    rehang(tokens, verb + 1..said, later, said);
}

/// "criticised by the minister for being late": a noun before the conjunction of a clause does not stand in it.
pub(super) fn leave_clause(tokens: &mut [Token], mark: usize, clause: usize) {
    let Some(above) = tokens[clause].head.filter(|_| mark < clause) else { return };
    let is_noun = |at: usize| matches!(tokens[at].upos, Upos::Noun | Upos::Propn);
    let Some(noun) = (above + 1..mark).rev().find(|&at| tokens[at].head == Some(clause) && is_noun(at))
    else {
        return;
    };
    let of_either = |at: usize| {
        depends(&tokens[at], clause, &[Relation::Case]) || depends(&tokens[at], noun, &[Relation::Case])
    };
    let Some(preposition) = (above + 1..noun).find(|&at| of_either(at)) else { return };
    // "for the army to leave" says who is to leave.
    if tokens[preposition].lower == "for" && tokens[mark].upos == Upos::Part {
        return;
    }
    rehang(tokens, preposition..mark, clause, noun);
    let relation = behind_preposition(tokens, above, preposition);
    (tokens[noun].head, tokens[noun].relation) = (Some(above), relation);
}

/// "China has been criticised": what has "be" and no object is done to its subject.
pub(super) fn suffer(tokens: &mut [Token], subject: usize, verb: usize) {
    let is_passive = tokens[verb].xpos == Xpos::Vbn
        && has(tokens, verb, &[Relation::AuxPass])
        && !has(tokens, verb, &[Relation::Obj, Relation::NsubjPass]);
    if is_passive && subject < verb {
        tokens[subject].relation = Relation::NsubjPass;
    }
}

/// "The men arrested on Monday were freed": of two verbs that nothing joins, the participle tells which men.
pub(super) fn reduce(tokens: &mut [Token], verb: usize, participle: usize) {
    let auxiliaries = [Relation::Aux, Relation::AuxPass];
    let is_participle = matches!(tokens[participle].xpos, Xpos::Vbn | Xpos::Vbd)
        && participle < verb
        && !has(tokens, participle, &auxiliaries);
    let is_infinitive =
        tokens[..verb].iter().any(|token| depends(token, verb, &[Relation::Mark]) && token.lower == "to");
    let is_clause = has(tokens, verb, &auxiliaries)
        && !is_infinitive
        && !has(tokens, verb, &[Relation::Cc, Relation::Nsubj, Relation::NsubjPass]);
    let joined = tokens
        .iter()
        .take(verb)
        .skip(participle)
        .any(|token| matches!(token.lower.as_str(), "," | ";" | ":" | "and" | "or" | "but"));
    let subject = (0..participle)
        .find(|&at| depends(&tokens[at], participle, &SUBJECTS))
        .filter(|_| is_participle && is_clause && !joined);
    let Some(subject) = subject else { return };
    lead_instead(tokens, verb, participle, subject);
}

/// "the brigade recently killed a leader", "parents had complained": a verb without "be" that has an object or "have" is
/// done by its subject.
pub(super) fn act(tokens: &mut [Token], subject: usize, verb: usize) {
    let passive = [Relation::AuxPass, Relation::Aux, Relation::Cop];
    let is_active = subject < verb
        && matches!(tokens[verb].xpos, Xpos::Vbn | Xpos::Vbd)
        && !has(tokens, verb, &passive)
        && tokens[verb + 1..].iter().any(|token| depends(token, verb, &[Relation::Obj]));
    let is_perfect = subject < verb
        && !has(tokens, verb, &[Relation::AuxPass, Relation::Cop])
        && has(tokens, verb, &[Relation::Aux])
        && tokens[..verb]
            .iter()
            .filter(|token| depends(token, verb, &[Relation::Aux]))
            .all(|aux| aux.lemma == "have" || aux.xpos == Xpos::Md)
        && tokens[..verb].iter().any(|token| depends(token, verb, &[Relation::Aux]) && token.lemma == "have");
    if is_active || is_perfect {
        tokens[subject].relation = Relation::Nsubj;
    }
}

/// "killed in the city and surrounding areas": what stands bare before a noun, joined to a finite verb, tells what kind
/// of noun it is.
pub(super) fn describe(tokens: &mut [Token], participle: usize, verb: usize) {
    let own = [Relation::Aux, Relation::Mark, Relation::Nsubj, Relation::Det];
    let is_finite = tokens[verb].xpos.is_finite() || has(tokens, verb, &[Relation::AuxPass]);
    let noun = participle + 1;
    let is_joined = verb < participle && is_finite && !has(tokens, participle, &own);
    if !is_joined || !is_bare(tokens, participle) || tokens[noun].upos != Upos::Noun {
        return;
    }
    let arguments = [Relation::Obl, Relation::Obj, Relation::OblAgent];
    let Some(before) = (verb + 1..participle).rev().find(|&at| depends(&tokens[at], verb, &arguments)) else {
        return;
    };
    describe_noun(tokens, participle, before, Relation::Conj);
}

/// Whether a participle stands right before a noun without an article that the parser took for its object.
fn is_bare(tokens: &[Token], participle: usize) -> bool {
    let noun = participle + 1;
    tokens[participle].xpos == Xpos::Vbg
        && tokens.get(noun).is_some_and(|token| {
            matches!(token.upos, Upos::Noun | Upos::Propn) && depends(token, participle, &[Relation::Obj])
        })
        && !has(tokens, noun, &[Relation::Det, Relation::NmodPoss])
}

/// Makes a participle tell of the noun behind it, which takes its place in the tree.
fn describe_noun(tokens: &mut [Token], participle: usize, above: usize, relation: Relation) {
    let (noun, count) = (participle + 1, tokens.len());
    rehang(tokens, 0..count, participle, noun);
    (tokens[noun].head, tokens[noun].relation) = (Some(above), relation);
    (tokens[participle].head, tokens[participle].relation) = (Some(noun), Relation::Amod);
}

/// Participles that say where or which a country, a party or a side is.
const DESCRIBING: [&str; 9] = [
    "adjoining",
    "bordering",
    "neighboring",
    "neighbouring",
    "outlying",
    "ruling",
    "surrounding",
    "visiting",
    "warring",
];

/// "withdraw from neighbouring Lebanon": a preposition governs no participle, but the name that it describes.
pub(super) fn describe_region(tokens: &mut [Token], noun: usize, participle: usize) {
    let describes = DESCRIBING.contains(&tokens[participle].lower.as_str());
    let preposition = (0..participle).rev().find(|&at| {
        depends(&tokens[at], participle, &[Relation::Case])
            || describes && depends(&tokens[at], participle, &[Relation::Mark])
    });
    let is_described = noun == participle + 1 && is_bare(tokens, participle);
    let (Some(preposition), Some(above), true) = (preposition, tokens[participle].head, is_described) else {
        return;
    };
    tokens[preposition].relation = Relation::Case;
    let relation = if tokens[above].upos == Upos::Verb { Relation::Obl } else { Relation::Nmod };
    describe_noun(tokens, participle, above, relation);
}

/// "Britain, France and Germany issued a statement": the first of a list is no sentence of its own.
pub(super) fn begin_list(tokens: &mut [Token]) {
    let Some(first) = root_of(tokens) else { return };
    if !matches!(tokens[first].upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let Some(verb) = (first + 1..tokens.len()).find(|&verb| {
        matches!(tokens[verb].relation, Relation::Parataxis | Relation::Conj | Relation::Appos)
            && tokens[verb].head == Some(first)
            && tokens[verb].xpos.is_finite()
    }) else {
        return;
    };
    let Some(second) = (first + 1..verb).find(|&second| depends(&tokens[second], verb, &[Relation::Nsubj]))
    else {
        return;
    };
    let Some(joined) = (second + 1..verb).find(|&joined| depends(&tokens[joined], second, &[Relation::Conj]))
    else {
        return;
    };
    let and = (second + 1..joined).any(|token| depends(&tokens[token], joined, &[Relation::Cc]));
    // Between the first and the second stands nothing but a comma and what belongs to either.
    let belongs = |token: usize| tokens[token].head == Some(first) || tokens[token].head == Some(second);
    let comma = (first + 1..second).filter(|&token| tokens[token].lower == ",").count() == 1;
    if !and || !comma || !(first + 1..second).all(belongs) {
        return;
    }
    for child in 0..tokens.len() {
        let is_joined = depends(&tokens[child], second, &[Relation::Conj]);
        let token = &mut tokens[child];
        if is_joined || child > verb && token.head == Some(first) {
            token.head = Some(if is_joined { first } else { verb });
        }
    }
    (tokens[second].head, tokens[second].relation) = (Some(first), Relation::Conj);
    (tokens[first].head, tokens[first].relation) = (Some(verb), Relation::Nsubj);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
}

/// "the town which rebels stormed": what stands between a relative pronoun and its verb is who does it, and the pronoun
/// what it is done to.
pub(super) fn relate(tokens: &mut [Token], verb: usize, noun: usize) {
    let own = [Relation::Aux, Relation::AuxPass, Relation::Mark, Relation::Nsubj, Relation::Obj];
    let Some(pronoun) = tokens[noun].head.filter(|&pronoun| {
        tokens[noun].relation == Relation::Nsubj
            && pronoun < noun
            && noun < verb
            && matches!(tokens[pronoun].lower.as_str(), "which" | "that" | "whom")
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbn)
            && !has(tokens, verb, &own)
    }) else {
        return;
    };
    let Some(named) = tokens[pronoun].head.filter(|&named| named < pronoun) else { return };
    rehang(tokens, verb + 1..tokens.len(), pronoun, verb);
    (tokens[verb].head, tokens[verb].relation) = (Some(named), Relation::AclRelcl);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
    (tokens[pronoun].head, tokens[pronoun].relation) = (Some(verb), Relation::Obj);
}

/// "Ann Lind, the woman accused of theft, was jailed": what stands between the commas tells who the subject is.
pub(super) fn describe_subject(tokens: &mut [Token], participle: usize, named: usize) {
    let is_noun = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn);
    let auxiliaries = [Relation::Aux, Relation::AuxPass, Relation::Cc, Relation::Mark];
    let is_bare = matches!(tokens[participle].xpos, Xpos::Vbn | Xpos::Vbd)
        && is_noun(&tokens[named])
        && named < participle
        && !has(tokens, participle, &auxiliaries);
    let Some(noun) =
        (named + 1..participle).find(|&at| depends(&tokens[at], participle, &SUBJECTS)).filter(|_| is_bare)
    else {
        return;
    };
    // The verb of the sentence has no subject of its own and stands behind the second comma.
    let Some(verb) = (participle + 1..tokens.len()).find(|&at| {
        let is_joined = depends(&tokens[at], named, &[Relation::Conj, Relation::Parataxis])
            || depends(&tokens[at], participle, &[Relation::Conj, Relation::Parataxis]);
        is_joined
            && tokens[at].upos == Upos::Verb
            && !has(tokens, at, &[Relation::Nsubj, Relation::NsubjPass, Relation::Cc, Relation::Mark])
    }) else {
        return;
    };
    let comma = |range: std::ops::Range<usize>| range.into_iter().any(|at| tokens[at].lower == ",");
    if !comma(named + 1..noun) || !comma(participle + 1..verb) {
        return;
    }
    let count = tokens.len();
    rehang(tokens, verb + 1..count, named, verb);
    rehang(tokens, verb + 1..count, participle, verb);
    (tokens[verb].head, tokens[verb].relation) = (tokens[named].head, tokens[named].relation);
    (tokens[named].head, tokens[named].relation) = (Some(verb), as_subject(tokens, verb));
    (tokens[noun].head, tokens[noun].relation) = (Some(named), Relation::Appos);
    (tokens[participle].head, tokens[participle].relation) = (Some(noun), Relation::Acl);
    tokens[participle].xpos = Xpos::Vbn;
}

/// "said on Friday that the talks had broken down": a weekday is not told of by a clause with "that", but the verb has it
/// as what is said.
pub(super) fn tell(tokens: &mut [Token], clause: usize, day: usize) {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"];
    if !days.contains(&tokens[day].lower.as_str()) {
        return;
    }
    let Some(that) =
        (day + 1..clause).find(|&at| tokens[at].lower == "that" && tokens[at].head == Some(clause))
    else {
        return;
    };
    let Some(verb) = tokens[day].head.filter(|&verb| verb < day && tokens[verb].upos == Upos::Verb) else {
        return;
    };
    if tokens[clause].upos == Upos::Verb {
        let has_subject = (that + 1..clause).any(|at| depends(&tokens[at], clause, &SUBJECTS));
        if has_subject && !has(tokens, verb, &[Relation::Ccomp]) {
            (tokens[clause].head, tokens[clause].relation) = (Some(verb), Relation::Ccomp);
            tokens[that].relation = Relation::Mark;
        }
        return;
    }
    let is_said =
        |at: &usize| depends(&tokens[*at], verb, &[Relation::Ccomp]) && !has(tokens, *at, &SUBJECTS);
    let Some(said) = (clause + 1..tokens.len()).find(is_said) else { return };
    (tokens[that].head, tokens[that].relation) = (Some(said), Relation::Mark);
    (tokens[clause].head, tokens[clause].relation) = (Some(said), as_subject(tokens, said));
}

/// "asked the guards how the men had fled": a clause behind whom somebody asks is what he asks, and tells neither when he
/// does nor of whom.
pub(super) fn ask_question(tokens: &mut [Token], clause: usize, head: usize) {
    let verb = match tokens[clause].relation {
        Relation::AclRelcl if matches!(tokens[head].relation, Relation::Obj | Relation::Iobj) => {
            tokens[head].head
        }
        _ => Some(head),
    };
    let Some(verb) = verb.filter(|&verb| verb < clause && tokens[verb].lemma == "ask") else { return };
    let asked = (verb + 1..clause)
        .find(|&at| depends(&tokens[at], verb, &[Relation::Obj, Relation::Iobj]))
        .map(|asked| asked + 1);
    let question = asked.is_some_and(|next| {
        matches!(tokens[next].lower.as_str(), "how" | "why")
            && tokens[next].head.is_some_and(|at| is_below(tokens, at, clause))
    });
    if question {
        (tokens[clause].head, tokens[clause].relation) = (Some(verb), Relation::Ccomp);
    }
}

/// Verbs of which one side is whoever is told what somebody will do, and the other what that is.
const PROMISING: [&str; 3] = ["promise", "assure", "reassure"];

/// "promised the monitors that it would leave": a clause with "that" behind whom somebody promises something is what he promises,
/// and says nothing of them.
pub(super) fn promise_somebody(tokens: &mut [Token], clause: usize, noun: usize) {
    let told = noun < clause
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && matches!(tokens[noun].relation, Relation::Obj | Relation::Iobj);
    let Some(verb) = tokens[noun]
        .head
        .filter(|&verb| told && verb < noun && PROMISING.contains(&tokens[verb].lemma.as_str()))
    else {
        return;
    };
    let that = noun + 1;
    // "promised reforms that voters want": what such a clause lacks is what stands before it.
    let whole = tokens[that].xpos == Xpos::In
        || tokens.iter().any(|token| depends(token, clause, &[Relation::NsubjPass]))
        || tokens[clause + 1..].iter().any(|token| depends(token, clause, &[Relation::Obj]));
    let opens = tokens[that].lower == "that"
        && whole
        && tokens[that].head == Some(clause)
        && (that + 1..clause).any(|at| depends(&tokens[at], clause, &SUBJECTS));
    // What hangs behind it on the noun would cross it.
    let crossed = tokens[clause + 1..].iter().any(|token| token.head == Some(noun));
    if opens && !crossed && !has(tokens, verb, &[Relation::Ccomp]) {
        (tokens[clause].head, tokens[clause].relation) = (Some(verb), Relation::Ccomp);
        tokens[that].relation = Relation::Mark;
    }
}

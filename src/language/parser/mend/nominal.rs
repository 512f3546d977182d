//! Sentences whose root the parser took for a noun although a finite verb stands behind it. Treebanks have headings
//! enough for a greedy parser to begin one wherever a sentence opens with a long name.

use super::{as_subject, depends, has, is_below, rehang, root_of};
use crate::language::{Relation, Token, Upos, Xpos};

/// How such a verb was hung below the noun.
const BELOW: [Relation; 9] = [
    Relation::Parataxis,
    Relation::AclRelcl,
    Relation::Acl,
    Relation::Advcl,
    Relation::Ccomp,
    Relation::Conj,
    Relation::Nmod,
    Relation::Appos,
    Relation::Dep,
];

/// What a noun has where it is a predicate or names an act of its own.
const OWN: [Relation; 6] =
    [Relation::Cop, Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::AuxPass, Relation::Expl];

/// A heading that is closed by no full stop has fewer words than this.
const TOO_LONG: usize = 16;

/// "Veteran journalist Ann Lind dies", "One of the towers, the tallest of the town, is damaged": the first finite verb that no
/// word subordinates is the sentence's.
pub(super) fn begin_with_verb(tokens: &mut [Token]) {
    let Some(noun) = root_of(tokens) else { return };
    // A heading needs no verb.
    let closed = tokens.last().is_some_and(|last| last.lower == ".") || tokens.len() >= TOO_LONG;
    let nominal = closed && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj);
    if !nominal || has(tokens, noun, &OWN) {
        return;
    }
    let Some(verb) = (noun + 1..tokens.len()).find(|&at| is_free(tokens, at, noun)) else { return };
    // "2013 Harlow collision: Two trains collide" has a title, and a headline may name its source so.
    if tokens[noun..verb].iter().any(|token| matches!(token.lower.as_str(), ":" | ";" | "\"" | "(")) {
        return;
    }
    let subject =
        (noun + 1..verb).find(|&at| depends(&tokens[at], verb, &[Relation::Nsubj, Relation::NsubjPass]));
    match subject {
        Some(subject) if has(tokens, noun, &[Relation::Case]) => tell_of_setting(tokens, noun, subject, verb),
        None if has(tokens, noun, &[Relation::Case]) => {}
        Some(subject) => tell_of_named(tokens, noun, subject, verb),
        None => tell_of(tokens, noun, verb),
    }
}

/// Whether a token is a finite verb below the noun that nothing opens.
fn is_free(tokens: &[Token], verb: usize, noun: usize) -> bool {
    let finite = |at: usize| tokens[at].xpos.is_finite();
    let by_auxiliary = || {
        (noun..verb).any(|at| depends(&tokens[at], verb, &[Relation::Aux, Relation::AuxPass]) && finite(at))
    };
    // "Letters from towns hit by rain": a past tense may be a participle where it has no object.
    let may_be_participle = tokens[verb].xpos == Xpos::Vbd
        && !by_auxiliary()
        && (tokens[verb].head != Some(noun) || tokens.get(verb + 1).is_some_and(|next| next.lower == "by"))
        && !has(&tokens[verb + 1..], verb, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp]);
    tokens[verb].upos == Upos::Verb
        && !may_be_participle
        && (finite(verb) || by_auxiliary())
        && BELOW.contains(&tokens[verb].relation)
        && !has(tokens, verb, &[Relation::Mark, Relation::Case, Relation::Cc])
        // Nothing else finite stands between.
        && std::iter::successors(tokens[verb].head, |&at| tokens[at].head)
            .take(tokens.len())
            .take_while(|&at| at != noun)
            .all(|at| at < verb && !finite(at) && !has(tokens, at, &[Relation::Mark, Relation::Aux, Relation::AuxPass]))
        // "the man who left", "the day when it ended"
        && !(noun + 1..verb).any(|at| {
            matches!(tokens[at].xpos, Xpos::Wp | Xpos::Wdt | Xpos::Wrb | Xpos::WpPossessive)
                && is_below(tokens, at, verb)
        })
}

/// The verb has no subject: the noun is it.
fn tell_of(tokens: &mut [Token], noun: usize, verb: usize) {
    let first = (noun + 1..verb)
        .find(|&at| depends(&tokens[at], verb, &[Relation::Aux, Relation::AuxPass, Relation::Advmod]))
        .unwrap_or(verb);
    // "Calls for peace, said the envoy": what goes on behind one comma is told of it.
    let commas = tokens[noun..first].iter().filter(|token| token.lower == ",").count();
    let subject_behind = tokens[verb..].iter().any(|token| depends(token, verb, &[Relation::Nsubj]));
    if commas == 1 && tokens[first - 1].lower == "," || subject_behind || tokens[noun].upos == Upos::Adj {
        return;
    }
    lead(tokens, noun, verb, None);
}

/// "In basketball, a star ends his career": the noun is where or when.
fn tell_of_setting(tokens: &mut [Token], noun: usize, subject: usize, verb: usize) {
    let begin = first_of(tokens, noun, subject);
    if tokens[begin - 1].lower == "," {
        lead(tokens, noun, verb, Some((verb, Relation::Obl)));
    }
}

/// The verb has a subject: the noun tells what it is, or is told what it is by it.
fn tell_of_named(tokens: &mut [Token], noun: usize, subject: usize, verb: usize) {
    let begin = first_of(tokens, noun, subject);
    let comma = |at: usize| tokens[at].lower == ",";
    let bare = !tokens[begin..subject].iter().any(|token| matches!(token.upos, Upos::Det | Upos::Pron));
    let joined = (noun + 1..begin).all(|at| !comma(at) && is_below(tokens, at, noun));
    let coordinated = begin == noun + 1 || joined && has(&tokens[..begin], noun, &[Relation::Conj]);
    if coordinated && bare && tokens[subject].upos != Upos::Pron {
        // "journalist Ann Lind", "writer and journalist Ann Lind", "Twin car bombs"
        let relation = match (tokens[subject].upos, tokens[noun].upos) {
            (_, Upos::Num) => Relation::Nummod,
            (_, Upos::Adj) => Relation::Amod,
            (Upos::Propn, _) => Relation::NmodDesc,
            _ => Relation::Compound,
        };
        lead(tokens, noun, verb, Some((subject, relation)));
    } else if begin > noun + 1 && comma(begin - 1) && tokens[subject].upos != Upos::Pron {
        let first = (subject + 1..verb)
            .find(|&at| depends(&tokens[at], verb, &[Relation::Aux, Relation::AuxPass]))
            .unwrap_or(verb);
        if comma(first - 1) {
            // "One of the towers, the tallest of the town, is damaged"
            lead(tokens, noun, verb, None);
            (tokens[subject].head, tokens[subject].relation) = (Some(noun), Relation::Appos);
        } else if tokens[subject].upos == Upos::Propn && begin == noun + 2 {
            // "The country's top rabbi, Gilles Bernheim resigns"
            lead(tokens, noun, verb, None);
            (tokens[subject].head, tokens[subject].relation) = (Some(noun), Relation::Appos);
        }
    }
}

/// The first word of a subject behind a noun, without the comma before it.
fn first_of(tokens: &[Token], noun: usize, subject: usize) -> usize {
    let within = |at: &usize| tokens[*at].upos != Upos::Punct && is_below(tokens, *at, subject);
    (noun + 1..=subject).find(within).unwrap_or(subject)
}

/// Makes the verb the root, and the noun its subject or, where it has one, what describes that.
fn lead(tokens: &mut [Token], noun: usize, verb: usize, described: Option<(usize, Relation)>) {
    let count = tokens.len();
    let relation = as_subject(tokens, verb);
    for at in verb + 1..count {
        if tokens[at].head.is_some_and(|above| above < verb) {
            tokens[at].head = Some(verb);
        }
    }
    for token in tokens[verb + 1..].iter_mut() {
        // "…, killing four", "…, capital of the region"
        if token.head == Some(verb) && token.relation == Relation::Conj {
            match token.xpos {
                Xpos::Vbg => token.relation = Relation::Advcl,
                _ if matches!(token.upos, Upos::Noun | Upos::Propn) => token.relation = Relation::Parataxis,
                _ => {}
            }
        }
    }
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[noun].head, tokens[noun].relation) = match described {
        Some((subject, relation)) => (Some(subject), relation),
        None => (Some(verb), relation),
    };
}

/// "in Bern following clashes": a place before "following" does not describe what it follows.
pub(super) fn follow(tokens: &mut [Token], following: usize, noun: usize) {
    let place = following.checked_sub(1).filter(|&place| {
        tokens[following].lower == "following"
            && following < noun
            && matches!(tokens[place].upos, Upos::Propn | Upos::Noun)
            && depends(&tokens[place], noun, &[Relation::Compound, Relation::Nmod, Relation::Amod])
    });
    let Some(place) = place else { return };
    let preposition = (0..place).rev().find(|&at| depends(&tokens[at], noun, &[Relation::Case]));
    let Some(preposition) = preposition else { return };
    let Some(above) = tokens[noun].head else { return };
    rehang(tokens, preposition..following, noun, place);
    (tokens[place].head, tokens[place].relation) = (Some(above), tokens[noun].relation);
    tokens[following].relation = Relation::Case;
}

/// "A blast outside the capital Bern kills ten": a verb has one subject, and a name right behind a noun is that noun's.
pub(super) fn name_capital(tokens: &mut [Token], name: usize, verb: usize) {
    let noun = name.checked_sub(1).filter(|&noun| {
        tokens[name].upos == Upos::Propn
            && tokens[noun].upos == Upos::Noun
            && matches!(
                tokens[noun].lower.as_str(),
                "capital" | "city" | "town" | "village" | "port" | "province"
            )
            && !depends(&tokens[noun], verb, &[Relation::Nsubj, Relation::NsubjPass])
    });
    let first = noun.and_then(|noun| {
        let subject =
            (0..noun).find(|&at| depends(&tokens[at], verb, &[Relation::Nsubj, Relation::NsubjPass]))?;
        is_below(tokens, noun, subject).then_some(noun)
    });
    // "besieged the ministry in the capital Bern demanding a ban": the name is the capital's, whoever demands it.
    let demands =
        noun.filter(|&noun| tokens[verb].xpos == Xpos::Vbg && depends(&tokens[verb], noun, &[Relation::Acl]));
    if let Some(noun) = first.or(demands) {
        (tokens[name].head, tokens[name].relation) = (Some(noun), Relation::Appos);
    }
}

/// "India claims two soldiers have been killed": a finite verb with a subject of its own is no subject of what it says, and
/// what the parser took for its object is.
pub(super) fn say_first(tokens: &mut [Token], verb: usize, later: usize) {
    let is_verb = |at: usize| tokens[at].xpos.is_finite() && tokens[at].upos == Upos::Verb;
    let finite = is_verb(later)
        || (verb + 1..later)
            .any(|at| depends(&tokens[at], later, &[Relation::Aux, Relation::AuxPass, Relation::Cop]));
    let object = (verb + 1..later).find(|&at| depends(&tokens[at], verb, &[Relation::Obj]));
    let own = has(tokens, verb, &[Relation::Nsubj]) && !has(tokens, verb, &[Relation::Mark]);
    let Some(object) = object.filter(|_| verb < later && is_verb(verb) && finite && own) else { return };
    // "rules the town until votes are held": a clause of its own begins between.
    let opens = |token: &Token| {
        matches!(
            token.lower.as_str(),
            "," | "after" | "before" | "since" | "until" | "as" | "when" | "while" | "and" | "but"
        )
    };
    if tokens[verb..later].iter().any(opens) {
        return;
    }
    (tokens[verb].head, tokens[verb].relation) = (tokens[later].head, tokens[later].relation);
    (tokens[later].head, tokens[later].relation) = (Some(verb), Relation::Ccomp);
    (tokens[object].head, tokens[object].relation) = (Some(later), as_subject(tokens, later));
    for at in 0..verb {
        if tokens[at].head == Some(later) {
            tokens[at].head = Some(verb);
        }
    }
    if let Some(last) =
        tokens.len().checked_sub(1).filter(|&last| depends(&tokens[last], later, &[Relation::Punct]))
    {
        tokens[last].head = Some(verb);
    }
}

/// "in Vail, Arizona, United States, when": the last of a row of places belongs to the one before it, and no clause tells
/// more of it.
pub(super) fn name_country(tokens: &mut [Token], name: usize, above: usize) {
    let joined = [Relation::Case, Relation::Cop, Relation::Cc];
    if tokens[name].upos != Upos::Propn || has(tokens, name, &joined) {
        return;
    }
    let mut begin = name;
    while begin > 0 && tokens[begin - 1].head == Some(name) && tokens[begin - 1].lower != "," {
        begin -= 1;
    }
    // "Chad, Mali and Niger" is no row of places that lie in each other.
    let listed = tokens[name].relation == Relation::Conj
        && tokens[name..].iter().any(|token| token.relation == Relation::Cc);
    if listed {
        return;
    }
    let place = begin.checked_sub(2).map(|last| match tokens[last].relation {
        Relation::Flat => tokens[last].head.unwrap_or(last),
        _ => last,
    });
    let place = place.filter(|&place| {
        let in_row =
            matches!(tokens[place].relation, Relation::NmodUnmarked | Relation::Appos | Relation::Conj);
        tokens[begin - 1].lower == ","
            && tokens[place].upos == Upos::Propn
            && (in_row || begins_row(tokens, place, name, above))
            && !tokens.iter().any(|token| token.relation == Relation::Cc && token.head == Some(place))
            && (above < place || is_second_subject(tokens, place, name, above))
    });
    // The row begins where something is told to be: "Homs, Hama, Idlib" are three.
    let row = [Relation::NmodUnmarked, Relation::Appos, Relation::Conj];
    let first = place.and_then(|place| {
        let mut chain = std::iter::successors(Some(place), |&at| tokens[at].head).take(tokens.len());
        chain.find(|&at| !row.contains(&tokens[at].relation))
    });
    let stands_somewhere = first.is_some_and(|first| {
        tokens[..first].iter().any(|word| {
            depends(word, first, &[Relation::Case])
                && matches!(
                    word.lower.as_str(),
                    "in" | "at" | "near" | "outside" | "off" | "around" | "across"
                )
        })
    });
    let Some(place) = place.filter(|&place| stands_somewhere && !is_below(tokens, place, name)) else {
        return;
    };
    (tokens[name].head, tokens[name].relation) = (Some(place), Relation::NmodUnmarked);
    let clause = (name + 1..tokens.len()).find(|&at| {
        depends(&tokens[at], name, &[Relation::AclRelcl])
            && (name..at)
                .any(|when| depends(&tokens[when], at, &[Relation::Advmod]) && tokens[when].xpos == Xpos::Wrb)
    });
    let mut upward = std::iter::successors(Some(above), |&at| tokens[at].head).take(tokens.len());
    let verb = upward.find(|&at| tokens[at].upos == Upos::Verb && at != name);
    if let (Some(clause), Some(verb)) = (clause, verb) {
        (tokens[clause].head, tokens[clause].relation) = (Some(verb), Relation::Advcl);
    }
}

/// "killed in Tulsa, Oklahoma, when a wall fell": whether a name alone between commas, which hangs on the verb, tells where the place
/// before it is.
fn begins_row(tokens: &[Token], place: usize, name: usize, above: usize) -> bool {
    let closed = tokens.get(name + 1).is_none_or(|next| matches!(next.lower.as_str(), "," | "."));
    matches!(tokens[place].relation, Relation::Obl | Relation::Nmod)
        && matches!(tokens[name].relation, Relation::Obl | Relation::Conj)
        && tokens[above].upos == Upos::Verb
        && closed
        && !has(tokens, name, &[Relation::Conj])
}

/// "A nurse in West, Texas, Chad is arrested": whether a verb has its subject before the place already.
fn is_second_subject(tokens: &[Token], place: usize, name: usize, verb: usize) -> bool {
    let subjects = [Relation::Nsubj, Relation::NsubjPass];
    subjects.contains(&tokens[name].relation)
        && verb > name
        && !has(tokens, name, &[Relation::Conj])
        && (0..place).any(|at| depends(&tokens[at], verb, &subjects) && is_below(tokens, place, at))
}

/// "in downtown Los Angeles": no place of its own, but a part of the one that follows.
pub(super) fn describe_quarter(tokens: &mut [Token], quarter: usize, above: usize) {
    let name = quarter + 1;
    let is_quarter = matches!(tokens[quarter].lower.as_str(), "downtown" | "central" | "midtown" | "uptown")
        && tokens.get(name).is_some_and(|name| name.upos == Upos::Propn && name.head == Some(above));
    if !is_quarter || has(tokens, name, &[Relation::Case]) {
        return;
    }
    tokens[name].relation = tokens[quarter].relation;
    rehang(tokens, 0..quarter, quarter, name);
    (tokens[quarter].head, tokens[quarter].relation) = (Some(name), Relation::Compound);
}

/// "members of the group Boko Haram": a name right behind a noun is that noun's, and not that of a noun before it.
pub(super) fn name_nearest(tokens: &mut [Token], name: usize, above: usize) {
    let mut begin = name;
    while begin > 0 && tokens[begin - 1].head == Some(name) && tokens[begin - 1].upos != Upos::Punct {
        begin -= 1;
    }
    let noun = begin.checked_sub(1).filter(|&noun| {
        tokens[name].upos == Upos::Propn
            && tokens[noun].upos == Upos::Noun
            && depends(&tokens[noun], above, &[Relation::Nmod])
            && matches!(
                tokens[noun].lower.as_str(),
                "group"
                    | "party"
                    | "movement"
                    | "organisation"
                    | "organization"
                    | "network"
                    | "militia"
                    | "sect"
                    | "faction"
                    | "company"
                    | "city"
                    | "town"
                    | "village"
                    | "capital"
                    | "province"
                    | "agency"
                    | "newspaper"
                    | "bank"
            )
    });
    if let Some(noun) = noun {
        tokens[name].head = Some(noun);
    }
}

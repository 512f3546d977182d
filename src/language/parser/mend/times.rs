//! Times and places: what the days, months, lengths of time and towns beside a verb take from it.

use super::{SUBJECTS, as_subject, behind_preposition, depends, has, is_behind_comma, is_below, rehang};
use crate::language::words::is_day_of_speech;
use crate::language::{Relation, Token, Upos, Xpos};

/// Names of days and months.
const CALENDAR: [&str; 19] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What time is counted in.
const UNITS: [&str; 9] = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"];
/// Verbs whose object is a length of time.
const LASTING: [&str; 8] = ["spend", "take", "last", "have", "need", "serve", "wait", "lose"];

/// Whether a token names a day or a month.
pub(super) fn is_calendar(token: &Token) -> bool {
    token.upos == Upos::Propn && CALENDAR.contains(&token.lower.as_str())
}

/// Whether a noun is what time is counted in.
pub(super) fn is_unit(token: &Token) -> bool {
    UNITS.contains(&token.lower.as_str())
}

/// Whether a noun is a day, a month or what time is counted in, one or several.
pub(super) fn is_time(token: &Token) -> bool {
    is_calendar(token) || UNITS.contains(&token.lemma.as_str())
}

/// Whether a noun has "after" or "following" as its preposition.
fn follows(tokens: &[Token], noun: usize) -> bool {
    let after = |token: &&Token| matches!(token.lower.as_str(), "after" | "following");
    tokens[..noun].iter().filter(|token| depends(token, noun, &[Relation::Case])).any(|token| after(&token))
}

/// "after strikes on a base following an attack": of two that follow one another without a comma, the second came
/// before the first.
pub(super) fn follow_what_follows(tokens: &mut [Token], child: usize, verb: usize) {
    if tokens[child].relation != Relation::Obl || !follows(tokens, child) {
        return;
    }
    let first = (verb + 1..child)
        .filter(|&at| depends(&tokens[at], verb, &[Relation::Obl]) && follows(tokens, at))
        .find(|&at| !tokens[at..child].iter().any(|token| matches!(token.lower.as_str(), "," | "and")));
    if let Some(first) = first {
        (tokens[child].head, tokens[child].relation) = (Some(first), Relation::Nmod);
    }
}

/// "froze the programme after strikes on a base": what follows something is the act, not what it was done to.
pub(super) fn follow_act(tokens: &mut [Token], child: usize, object: usize) {
    let is_object = tokens[object].relation == Relation::Obj && tokens[child].relation == Relation::Nmod;
    let is_length = UNITS.contains(&tokens[object].lemma.as_str());
    let verb = tokens[object].head.filter(|&verb| verb < object && tokens[verb].upos == Upos::Verb);
    if let Some(verb) = verb.filter(|_| is_object && !is_length && object < child && follows(tokens, child)) {
        (tokens[child].head, tokens[child].relation) = (Some(verb), Relation::Obl);
    }
}

/// "On Monday Putin received the king": nobody is called by a day.
pub(super) fn part_from_day(tokens: &mut [Token], name: usize, day: usize) {
    let verb = tokens[day].head.filter(|&verb| {
        is_calendar(&tokens[day])
            && day + 1 == name
            && tokens[name].upos == Upos::Propn
            && !is_calendar(&tokens[name])
            && name < verb
            && is_without_subject(tokens, verb)
            && day.checked_sub(1).is_some_and(|before| tokens[before].upos == Upos::Adp)
    });
    let Some(verb) = verb else { return };
    rehang(tokens, name + 1..verb, day, name);
    tokens[day].relation = Relation::Obl;
    (tokens[name].head, tokens[name].relation) = (Some(verb), as_subject(tokens, verb));
}

/// "In Tehran students gathered", "On Friday Turkish planes bombed a village", "On Monday Britain's minister met": what
/// stands between a day or a place and a verb that has no subject is its subject.
pub(super) fn part_from_setting(tokens: &mut [Token], preposition: usize, noun: usize) {
    let first = preposition + 1;
    if !matches!(tokens[preposition].lower.as_str(), "in" | "on" | "at") || noun <= first {
        return;
    }
    let is_subject = SUBJECTS.contains(&tokens[noun].relation);
    // "At a ceremony in Warsaw President Lind said": the place is that of the ceremony.
    let outer = tokens[noun].head.filter(|&outer| {
        outer < preposition
            && tokens[noun].relation == Relation::Nmod
            && tokens[outer].relation == Relation::Obl
    });
    let Some(verb) = outer.map_or(tokens[noun].head, |outer| tokens[outer].head).filter(|&verb| {
        noun < verb
            && (is_subject && tokens[verb].upos == Upos::Verb
                || (outer.is_some() || tokens[noun].relation == Relation::Obl)
                    && tokens[verb].relation != Relation::Conj
                    && is_without_subject(tokens, verb))
    }) else {
        return;
    };
    // "New" of "New York" hangs on "York", and that on the noun.
    let mut setting = first;
    while let Some(next) = tokens[setting].head.filter(|&next| setting < next && next < noun) {
        let is_title = tokens[next].relation == Relation::NmodDesc;
        if tokens[setting].relation != Relation::Compound || tokens[next].head != Some(noun) || is_title {
            break;
        }
        setting = next;
    }
    let joins = [Relation::Compound, Relation::NmodPoss, Relation::NmodUnmarked, Relation::NmodDesc];
    let above = tokens[setting].head.filter(|&above| {
        setting < above
            && above <= noun
            && is_below(tokens, above, noun)
            && joins.contains(&tokens[setting].relation)
    });
    let is_name = tokens[first..=setting].iter().all(|token| token.upos == Upos::Propn);
    let is_day = is_calendar(&tokens[setting]);
    // "In Hong Kong" has no subject in it, if nothing else tells.
    let may_be_name = tokens[noun].upos == Upos::Propn && !is_subject;
    // "in Warsaw President Lind said": towns do not go before titles.
    let is_titled = tokens[setting]
        .head
        .is_some_and(|title| title > setting && depends(&tokens[title], noun, &[Relation::NmodDesc]));
    if outer.is_some() && !is_titled {
        return;
    }
    let may_be_name = may_be_name && !is_titled;
    let Some(above) =
        above.filter(|_| is_name && (is_day || !may_be_name && tokens[preposition].lower != "on"))
    else {
        return;
    };
    let owner = (setting + 1..noun).find(|&at| depends(&tokens[at], setting, &[Relation::Flat]));
    let relation = tokens[setting].relation;
    if let Some(owner) = owner {
        rehang(tokens, setting + 1..noun, setting, owner);
        (tokens[owner].head, tokens[owner].relation) = (Some(above), relation);
    } else if relation == Relation::NmodPoss {
        // "In Tehran's streets students gathered" has its own owner.
        return;
    }
    rehang(tokens, setting + 1..noun, setting, noun);
    tokens[preposition].head = Some(setting);
    (tokens[setting].head, tokens[setting].relation) = match outer {
        Some(outer) => (Some(outer), Relation::Nmod),
        None => (Some(verb), Relation::Obl),
    };
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), as_subject(tokens, verb));
}

/// Whether a finite verb has no subject.
fn is_without_subject(tokens: &[Token], verb: usize) -> bool {
    let finite = matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
        || has(tokens, verb, &[Relation::Aux, Relation::AuxPass]);
    tokens[verb].upos == Upos::Verb && finite && !has(tokens, verb, &SUBJECTS)
}

/// "visited the city last December": a month is no object beside another.
pub(super) fn free_object(tokens: &mut [Token], time: usize, verb: usize) {
    let is_time = is_time(&tokens[time]);
    let is_told = time.checked_sub(1).is_some_and(|before| {
        tokens[before].head == Some(time) && matches!(tokens[before].lower.as_str(), "last" | "next" | "this")
    });
    let first = (verb + 1..time).find(|&at| depends(&tokens[at], verb, &[Relation::Iobj]));
    if let Some(first) = first.filter(|_| is_time && tokens[time].relation == Relation::Obj && is_told) {
        tokens[first].relation = Relation::Obj;
        tokens[time].relation = Relation::OblUnmarked;
    }
}

/// "resigned two months before voters went to the polls", "nine months before Russia annexed Crimea": a length of time
/// before a clause does nothing and is done nothing to.
pub(super) fn count_off(tokens: &mut [Token], unit: usize, verb: usize) {
    let follows = |token: &Token| matches!(token.lower.as_str(), "before" | "after");
    if !UNITS.contains(&tokens[unit].lemma.as_str())
        || tokens[verb].upos != Upos::Verb
        || !tokens.get(unit + 1).is_some_and(follows)
    {
        return;
    }
    if tokens[unit].relation == Relation::Obj {
        let clause = tokens[unit + 1].relation == Relation::Mark;
        if clause && !LASTING.contains(&tokens[verb].lemma.as_str()) {
            tokens[unit].relation = Relation::OblUnmarked;
        }
        return;
    }
    let subject = tokens[unit + 1].head.filter(|&noun| {
        SUBJECTS.contains(&tokens[unit].relation)
            && unit + 1 < noun
            && noun < verb
            && depends(&tokens[unit + 1], noun, &[Relation::Case])
            && depends(&tokens[noun], unit, &[Relation::Nmod])
            // "a year after Marathon, Lind was wounded": there Lind was.
            && !(noun..verb).any(|at| tokens[at].lower == ",")
            && (matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || has(tokens, verb, &[Relation::AuxPass]))
    });
    let Some(subject) = subject else { return };
    rehang(tokens, unit + 1..verb, unit, verb);
    (tokens[unit + 1].head, tokens[unit + 1].relation) = (Some(verb), Relation::Mark);
    (tokens[subject].head, tokens[subject].relation) = (Some(verb), as_subject(tokens, verb));
    tokens[unit].relation = Relation::OblUnmarked;
    if tokens[verb].relation == Relation::Parataxis {
        tokens[verb].relation = Relation::Advcl;
    }
}

/// "killed ten people, days after rebels struck the port": a length of time behind a comma is no second of what stands
/// before it, nor another name of it; it tells when the verb is that the clause is about.
pub(super) fn count_from(tokens: &mut [Token], unit: usize, head: usize) {
    let Some(next) = tokens.get(unit + 1).filter(|next| matches!(next.lower.as_str(), "after" | "before"))
    else {
        return;
    };
    let counts = UNITS.contains(&tokens[unit].lemma.as_str())
        && head < unit
        && matches!(tokens[unit].relation, Relation::Conj | Relation::Appos)
        && matches!(next.relation, Relation::Mark | Relation::Case)
        && !has(tokens, unit, &[Relation::Cc]);
    let first = (head + 1..=unit).find(|&at| is_below(tokens, at, unit) && tokens[at].upos != Upos::Punct);
    let Some(first) = first.filter(|&first| counts && tokens[first - 1].lower == ",") else { return };
    let is_main = |at: &usize| {
        tokens[*at].upos == Upos::Verb
            && (tokens[*at].xpos.is_finite() || has(tokens, *at, &[Relation::Aux, Relation::AuxPass]))
    };
    let above = std::iter::successors(Some(head), |&at| tokens[at].head).take(tokens.len());
    let Some(verb) = above.filter(|&at| at < first).find(is_main) else { return };
    for token in &mut tokens[first..] {
        if token.head.is_some_and(|head| verb < head && head < first) {
            token.head = Some(verb);
        }
    }
    (tokens[unit].head, tokens[unit].relation) = (Some(verb), Relation::OblUnmarked);
    let clause = tokens[unit + 1].head.filter(|&clause| clause > unit);
    if let Some(clause) = clause.filter(|&clause| depends(&tokens[clause], unit, &[Relation::Advcl])) {
        tokens[clause].head = Some(verb);
    }
}

/// "withdrew on Thursday from a conference", "met on Monday with the envoys": a day or a month is in no place and comes
/// from nowhere.
pub(super) fn lift_from_day(tokens: &mut [Token], noun: usize, day: usize) {
    let is_time = is_calendar(&tokens[noun])
        || UNITS.contains(&tokens[noun].lemma.as_str())
        || matches!(tokens[noun].upos, Upos::Num);
    let preposition = (day + 1..noun).find(|&at| depends(&tokens[at], noun, &[Relation::Case]));
    let lifts = preposition.is_some_and(|at| {
        matches!(
            tokens[at].lower.as_str(),
            "from" | "to" | "with" | "between" | "against" | "for" | "in" | "at"
        )
    });
    let above = tokens[day].head.filter(|&above| {
        lifts
            && !is_time
            && above < day
            && is_calendar(&tokens[day])
            && tokens[noun].relation == Relation::Nmod
            && matches!(tokens[day].relation, Relation::Obl | Relation::OblUnmarked | Relation::Nmod)
    });
    if let (Some(above), Some(preposition)) = (above, preposition) {
        tokens[noun].relation = behind_preposition(tokens, above, preposition);
        tokens[noun].head = Some(above);
    }
}

/// "After 13 hours of talks on Friday, Kerry and Lavrov announced a plan": hours announce nothing.
pub(super) fn begin_after_hours(tokens: &mut [Token], unit: usize, verb: usize) {
    let is_shape = UNITS.contains(&tokens[unit].lemma.as_str())
        && tokens[unit].relation == Relation::Nsubj
        && tokens[verb].upos == Upos::Verb
        && (unit + 1..verb).any(|at| depends(&tokens[at], unit, &[Relation::Nmod]))
        && tokens.get(unit + 1).is_some_and(|of| of.lower == "of");
    let after = (0..unit).find(|&at| {
        is_shape
            && tokens[at].head == Some(verb)
            && tokens[at].relation == Relation::Mark
            && tokens[at].lower == "after"
    });
    let Some(after) = after else { return };
    let comma = (unit + 1..verb).any(|at| tokens[at].lower == ",");
    if !comma || (after + 1..unit).any(|at| tokens[at].head == Some(verb) && tokens[at].upos == Upos::Noun) {
        return;
    }
    let joined = |at: usize| {
        tokens[at].relation == Relation::Conj
            && tokens[at].upos == Upos::Propn
            && !is_calendar(&tokens[at])
            && tokens[at].head.is_some_and(|day| unit < day && is_calendar(&tokens[day]))
    };
    if !(unit + 1..verb).any(|at| depends(&tokens[at], verb, &SUBJECTS) || joined(at)) {
        return;
    }
    (tokens[after].head, tokens[after].relation) = (Some(unit), Relation::Case);
    tokens[unit].relation = Relation::Obl;
}

/// "On Friday, Kerry and Lavrov met", "after talks on Friday, Kerry spoke": who is joined to a day behind a comma is the
/// subject of the verb that has none.
pub(super) fn part_from_date(tokens: &mut [Token], name: usize, day: usize) {
    let is_shape = is_calendar(&tokens[day])
        && day < name
        && tokens[name].upos == Upos::Propn
        && !is_calendar(&tokens[name])
        && (day..name).any(|at| tokens[at].lower == ",")
        && !(day..name).any(|at| depends(&tokens[at], name, &[Relation::Cc]));
    let verb = std::iter::successors(tokens[day].head, |&at| tokens[at].head)
        .take(6)
        .find(|&at| tokens[at].upos == Upos::Verb)
        .filter(|&verb| is_shape && name < verb && is_without_subject(tokens, verb));
    let Some(verb) = verb else { return };
    for token in tokens[name + 1..verb].iter_mut().filter(|token| depends(token, day, &[Relation::Conj])) {
        token.head = Some(name);
    }
    (tokens[name].head, tokens[name].relation) = (Some(verb), as_subject(tokens, verb));
}

/// "Tomorrow the president will speak": a day tells when the sentence is, and no clause tells more of it.
pub(super) fn begin_on_day(tokens: &mut [Token], verb: usize, day: usize) {
    let is_day = is_day_of_speech(&tokens[day].lower);
    let subject = tokens[day + 1..verb.max(day + 1)].iter().any(|token| depends(token, verb, &SUBJECTS));
    if !is_day || tokens[day].relation != Relation::Root || day > verb || !subject {
        return;
    }
    let count = tokens.len();
    rehang(tokens, 0..count, day, verb);
    (tokens[verb].head, tokens[verb].relation) = (None, Relation::Root);
    (tokens[day].head, tokens[day].relation) = (Some(verb), Relation::OblUnmarked);
}

/// "came hours after a bomber killed five": no subject has a preposition, so that it opens the clause.
pub(super) fn open_after(tokens: &mut [Token], verb: usize, head: usize) {
    let opening = (head + 1..verb).find(|&at| {
        matches!(tokens[at].lower.as_str(), "after" | "before" | "since" | "until")
            && depends_on_subject(tokens, at, verb)
    });
    if let Some(opening) = opening.filter(|_| depends(&tokens[verb], head, &[Relation::Parataxis])) {
        (tokens[opening].head, tokens[opening].relation) = (Some(verb), Relation::Mark);
        tokens[verb].relation = Relation::Advcl;
    }
}

/// Whether a preposition is that of the subject of a verb.
fn depends_on_subject(tokens: &[Token], preposition: usize, verb: usize) -> bool {
    tokens[preposition].head.is_some_and(|subject| {
        depends(&tokens[preposition], subject, &[Relation::Case])
            && depends(&tokens[subject], verb, &SUBJECTS)
    })
}

/// "was in Cairo last weekend", "fell in Aleppo this week": no place is the sort of a time, which stands by itself.
pub(super) fn part_place_from_time(tokens: &mut [Token], place: usize, time: usize) {
    let counted = tokens[place + 1..time.max(place + 1)].iter().any(|token| {
        token.head == Some(time)
            && matches!(token.lower.as_str(), "last" | "this" | "next" | "earlier" | "late")
    });
    let is_time = is_unit(&tokens[time]) || matches!(tokens[time].lower.as_str(), "weekend" | "night");
    let stands_before =
        depends(&tokens[place], time, &[Relation::Compound]) && tokens[place].upos == Upos::Propn;
    if !stands_before || is_calendar(&tokens[place]) || !counted || !is_time {
        return;
    }
    rehang(tokens, 0..place, time, place);
    let (head, relation) = (tokens[time].head, tokens[time].relation);
    let above = head.filter(|&verb| tokens[verb].upos == Upos::Verb).unwrap_or(place);
    let count = tokens.len();
    rehang(tokens, time + 1..count, time, above);
    (tokens[place].head, tokens[place].relation) = (head, relation);
    (tokens[time].head, tokens[time].relation) = (Some(above), Relation::OblUnmarked);
}

/// "officials said Saturday", "Hours later the ministry announced": where somebody does it, no time does.
pub(super) fn free_time(tokens: &mut [Token], time: usize, verb: usize) {
    let tells_when = is_time(&tokens[time]) || is_day_of_speech(&tokens[time].lower);
    let another = tokens
        .iter()
        .enumerate()
        .any(|(at, token)| at != time && depends(token, verb, &SUBJECTS) && !is_time(token));
    if tells_when && another && tokens[verb].upos == Upos::Verb {
        tokens[time].relation = Relation::OblUnmarked;
    }
}

/// "The militants later released the hostages": nobody is a measure of how much later.
pub(super) fn do_later(tokens: &mut [Token], noun: usize, adverb: usize) {
    let later = noun < adverb
        && matches!(tokens[adverb].lower.as_str(), "later" | "earlier")
        && tokens[adverb].relation == Relation::Advmod;
    let verb = tokens[adverb].head.filter(|&verb| later && verb > adverb && !is_time(&tokens[noun]));
    let verb = verb.filter(|&verb| tokens[verb].xpos.is_finite() && !has(tokens, verb, &SUBJECTS));
    if let Some(verb) = verb.filter(|_| depends(&tokens[noun], adverb, &[Relation::OblUnmarked])) {
        (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
    }
}

/// "suspended a pact that is meant to prevent collisions, hours after missiles hit a base": what is counted behind a comma
/// from a clause with "after" or "before" tells when the main thing was done, and nothing of the clause about the noun.
pub(super) fn lift_count(tokens: &mut [Token]) {
    for unit in 1..tokens.len() {
        let inside = |at: &usize| tokens[*at].upos != Upos::Punct && is_below(tokens, *at, unit);
        let begins = (0..=unit).rev().take_while(inside).last().unwrap_or(unit);
        let counts = UNITS.contains(&tokens[unit].lemma.as_str())
            && is_behind_comma(tokens, begins)
            && matches!(
                tokens[unit].relation,
                Relation::OblUnmarked | Relation::Obl | Relation::NmodUnmarked
            )
            && (unit + 1..tokens.len()).any(|verb| depends(&tokens[verb], unit, &[Relation::Advcl]));
        let Some(head) = tokens[unit].head.filter(|&head| counts && head < begins) else { continue };
        let above =
            |at: usize| std::iter::successors(tokens[at].head, |&at| tokens[at].head).take(tokens.len());
        let clause = std::iter::once(head).chain(above(head));
        let Some(clause) =
            clause.take_while(|&at| at < begins).find(|&at| tokens[at].relation == Relation::AclRelcl)
        else {
            continue;
        };
        let verb = above(clause).find(|&at| tokens[at].upos == Upos::Verb);
        // What follows in the clause about the noun keeps its words together.
        let last = (unit + 1..tokens.len()).all(|at| {
            is_below(tokens, at, unit) || tokens[at].upos == Upos::Punct || !is_below(tokens, at, clause)
        });
        if let Some(verb) = verb.filter(|&verb| last && verb < clause) {
            tokens[unit].head = Some(verb);
        }
    }
}

/// "Following the discovery of mould in a mill on May 19, Japan bans imports": a day before the comma is that of what the
/// sentence opens with, and not of what follows on it.
pub(super) fn open_with_day(tokens: &mut [Token], day: usize, verb: usize) {
    let on = (0..day).find(|&at| depends(&tokens[at], day, &[Relation::Case]) && tokens[at].lower == "on");
    let Some(on) = on.filter(|_| day < verb && !has(&tokens[day..], day, &[Relation::Cc])) else { return };
    let follows = |noun: usize| {
        tokens[0].head == Some(noun)
            && tokens[0].relation == Relation::Case
            && matches!(tokens[0].lower.as_str(), "following" | "after")
    };
    let opening = (1..on).find(|&at| depends(&tokens[at], verb, &[Relation::Obl]) && follows(at));
    let Some(noun) = opening else { return };
    let is_time = (on..=day).any(|at| is_calendar(&tokens[at]));
    let closed = tokens.get(day + 1).is_some_and(|next| next.lower == ",");
    let whole = (0..on).all(|at| tokens[at].lower != "," && is_below(tokens, at, noun));
    if is_time && closed && whole {
        (tokens[day].head, tokens[day].relation) = (Some(noun), Relation::Nmod);
    }
}

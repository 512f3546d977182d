//! Times and places: what the days, months, lengths of time and towns beside a verb take from it.

use super::{SUBJECTS, as_subject, depends, has, is_below, rehang};
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
fn is_calendar(token: &Token) -> bool {
    token.upos == Upos::Propn && CALENDAR.contains(&token.lower.as_str())
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
    let Some(verb) = tokens[noun].head.filter(|&verb| {
        noun < verb
            && (is_subject && tokens[verb].upos == Upos::Verb
                || tokens[noun].relation == Relation::Obl
                    && tokens[verb].relation != Relation::Conj
                    && is_without_subject(tokens, verb))
    }) else {
        return;
    };
    // "New" of "New York" hangs on "York", and that on the noun.
    let mut setting = first;
    while let Some(next) = tokens[setting].head.filter(|&next| setting < next && next < noun) {
        if tokens[setting].relation != Relation::Compound || tokens[next].head != Some(noun) {
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
    (tokens[setting].head, tokens[setting].relation) = (Some(verb), Relation::Obl);
    tokens[noun].relation = as_subject(tokens, verb);
}

/// Whether a finite verb has no subject.
fn is_without_subject(tokens: &[Token], verb: usize) -> bool {
    let finite = matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
        || has(tokens, verb, &[Relation::Aux, Relation::AuxPass]);
    tokens[verb].upos == Upos::Verb && finite && !has(tokens, verb, &SUBJECTS)
}

/// "visited the city last December": a month is no object beside another.
pub(super) fn free_object(tokens: &mut [Token], time: usize, verb: usize) {
    let is_time = is_calendar(&tokens[time]) || UNITS.contains(&tokens[time].lemma.as_str());
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
        tokens[unit].relation == Relation::Nsubj
            && unit + 1 < noun
            && noun < verb
            && depends(&tokens[unit + 1], noun, &[Relation::Case])
            && depends(&tokens[noun], unit, &[Relation::Nmod])
            && matches!(tokens[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
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

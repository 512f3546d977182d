//! Whose a time is: the trigger or the verb that it modifies, by the tree and by the order of words.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::super::status::{Tense, tense};
use super::clause::usable;
use super::shared::is_noun;
use super::{is_day, segment};
use crate::dates::{Expression, Granularity};
use crate::language::{Relation, Upos, Xpos};
use chrono::NaiveDate;

/// So many days before its publication lies what an article tells as long past.
const LONG: i64 = 200;

/// So many days before its publication lies what news that is told in the present does not tell of.
const STALE: i64 = 45;

/// A time and what it is the time of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owned<'a> {
    pub expression: &'a Expression,
    /// A trigger or a verb.
    pub owner: usize,
    /// Whether the clause that is told of follows the time: "since May, when he left".
    pub opens: bool,
}

/// What each expression of a sentence modifies: a trigger or a verb.
pub(super) fn owners<'a>(
    reading: &Reading<'a>,
    drafts: &[Draft],
    published: Option<NaiveDate>,
) -> Vec<Owned<'a>> {
    let mut owned = Vec::new();
    for &expression in &reading.expressions {
        if is_dateline(reading, expression)
            || is_titular(reading, expression, drafts)
            || is_sort(reading, expression)
            || is_in_name(reading, expression, drafts)
            || is_in_title(reading, expression)
            || is_heading_day(reading, expression, published)
            || counts_from(reading, expression)
        {
            continue;
        }
        let found = head_of(reading, expression).and_then(|head| owner(reading, head, expression, drafts));
        let found =
            found.map(|verb| behind_earlier(reading, expression, verb, published, drafts).unwrap_or(verb));
        let since = noun_behind_since(reading, expression, drafts)
            .or_else(|| subject_dated(reading, expression, found, drafts))
            .or_else(|| long_past(reading, expression, found, published));
        let owner = since.or_else(|| segment::owner(reading, expression, found, drafts)).or_else(|| {
            found.map(|owner| nearer_event(reading, expression, owner, drafts, published).unwrap_or(owner))
        });
        let owner = owner.map(|owner| last_listed(reading, expression, owner, drafts));
        owned.extend(owner.map(|owner| Owned { expression, owner, opens: false }));
        let told = segment::clause_opened(reading, expression);
        owned.extend(told.map(|owner| Owned { expression, owner, opens: true }));
    }
    one_day_each(reading, &mut owned, drafts);
    owned
}

/// "the day after Oslo closed the border": how long after what follows, and no day of the story.
fn counts_from(reading: &Reading<'_>, expression: &Expression) -> bool {
    let Some(last) = expression.tokens.end.checked_sub(1) else { return false };
    expression.offset.is_some()
        && expression.tokens.len() > 1
        && matches!(reading.grammar.lower(last), "after" | "before")
        && reading.grammar.relation(last) == Relation::Mark
}

/// "2013 Vienna train crash: A train leaves the rails": a year or a month in a heading is part of a name, and dates nothing
/// that is told behind the colon.
fn is_titular(reading: &Reading<'_>, expression: &Expression, drafts: &[Draft]) -> bool {
    let coarse = expression
        .value
        .as_ref()
        .is_some_and(|value| matches!(value.granularity, Granularity::Year | Granularity::Month));
    let Some(colon) = reading.grammar.heading_end().filter(|&colon| coarse && expression.tokens.end <= colon)
    else {
        return false;
    };
    let kind = |draft: &Draft| reading.trigger(&draft.found).kind;
    let (named, told): (Vec<_>, Vec<_>) = drafts.iter().partition(|draft| draft.found.head < colon);
    named.iter().all(|named| told.iter().any(|told| kind(told) == kind(named)))
}

/// "a winter storm": a season that stands before a noun tells of what sort it is.
fn is_sort(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    let season = expression.value.as_ref().is_some_and(|value| value.granularity == Granularity::Season);
    let word = expression.tokens.start;
    season
        && expression.tokens.len() == 1
        && matches!(grammar.relation(word), Relation::Compound | Relation::Amod)
        && grammar.parent(word).is_some_and(|noun| noun > word)
}

/// "in the 2013 24 Hours of Le Mans", "the 2013 budget": a year that stands before a noun is part of its name.
fn is_in_name(reading: &Reading<'_>, expression: &Expression, drafts: &[Draft]) -> bool {
    let grammar = &reading.grammar;
    let year = expression.value.as_ref().is_some_and(|value| value.granularity == Granularity::Year);
    let word = expression.tokens.start;
    year && expression.tokens.len() == 1
        && matches!(
            grammar.relation(word),
            Relation::Compound | Relation::Amod | Relation::Nummod | Relation::NmodUnmarked
        )
        && grammar.parent(word).is_some_and(|noun| {
            noun > word
                && !grammar.is_verb(noun)
                && !reading.rules.nouns.contains_key(grammar.lemma(noun))
                && !drafts.iter().any(|draft| draft.found.head == noun)
        })
}

/// "reads Russia Today", "opens the congress Feeding Tomorrow 2013": a day among capitals is part of a name, and so is a year
/// behind it.
fn is_in_title(reading: &Reading<'_>, expression: &Expression) -> bool {
    let word = expression.tokens.start;
    let capital = |token: usize| reading.grammar.sentence.tokens[token].form.starts_with(char::is_uppercase);
    let named = |day: usize| {
        matches!(reading.grammar.lower(day), "today" | "tomorrow" | "yesterday")
            && capital(day)
            && day.checked_sub(1).is_some_and(capital)
    };
    !is_all_capitals(reading) && (named(word) || word.checked_sub(1).is_some_and(named))
}

/// "Two Killed in Rome Today": a heading that writes nearly every longer word with a capital tells no name by one.
fn is_all_capitals(reading: &Reading<'_>) -> bool {
    let words = || reading.grammar.sentence.tokens.iter().filter(|token| token.form.chars().count() > 3);
    let capitals = words().filter(|token| token.form.starts_with(char::is_uppercase)).count();
    4 * capitals > 3 * words().count()
}

/// "7 July 2013 A bomb killed ten people on Monday": the full date that a text opens with is when it was published, where the
/// sentence names another day.
fn is_heading_day(reading: &Reading<'_>, expression: &Expression, published: Option<NaiveDate>) -> bool {
    let day = |expression: &Expression| {
        expression.value.as_ref().filter(|value| is_day(value)).and_then(|value| value.earliest)
    };
    expression.tokens.start == 0
        && expression.tokens.len() >= FULL_DATE
        && day(expression).is_some()
        && day(expression) == published
        && reading.expressions.iter().any(|&other| {
            other.tokens.start >= expression.tokens.end && usable(other) && day(other).is_some()
        })
}

/// "the invasion of Iraq in 2003 and the overthrow of its leader in 2011": of listed happenings, a time is that of the
/// last before it.
fn last_listed(reading: &Reading<'_>, expression: &Expression, owner: usize, drafts: &[Draft]) -> usize {
    let grammar = &reading.grammar;
    let heads = drafts.iter().map(|draft| draft.found.head);
    heads
        .filter(|&head| {
            head > owner
                && head < expression.tokens.start
                && grammar.relation(head) == Relation::Conj
                && grammar.first_conjunct(head) == grammar.first_conjunct(owner)
                && !grammar.is_verb(head)
                && !grammar.is_verb(owner)
        })
        .max()
        .unwrap_or(owner)
}

/// The token of an expression that the rest of it depends on.
pub(super) fn head_of(reading: &Reading<'_>, expression: &Expression) -> Option<usize> {
    reading.grammar.tops(expression.tokens.clone()).next()
}

/// "He mocked NATO's intervention in Kosovo in 1999": a time long past that stands behind an event noun is the
/// noun's rather than the verb's.
fn nearer_event(
    reading: &Reading<'_>,
    expression: &Expression,
    owner: usize,
    drafts: &[Draft],
    published: Option<NaiveDate>,
) -> Option<usize> {
    let grammar = &reading.grammar;
    let latest = expression.value.as_ref()?.latest?;
    let long_past = match published {
        Some(published) => (published - latest).num_days() >= LONG,
        None => expression.value.as_ref().is_some_and(|value| value.granularity == Granularity::Year),
    };
    let past = published.is_none_or(|published| latest < published);
    // "is appointed ahead of elections in May": what has happened is of no time to come, but what it is about may be.
    let ahead = expression.value.as_ref().and_then(|value| value.earliest).zip(published);
    let ahead = ahead.is_some_and(|(earliest, published)| earliest > published)
        && tense(reading, owner) != Tense::Future;
    // A time that no event of its own clause takes is the last noun's: "was an answer to the killing of a general on
    // January 3".
    let free = !drafts.iter().any(|draft| draft.found.anchor() == owner || draft.found.head == owner);
    let idle = free && past && !reading.rules.words.speech.contains(grammar.lemma(owner));
    let verbal = grammar.is_predicate(owner) || free;
    if !verbal || expression.tokens.start < owner || !(long_past || idle || ahead) {
        return None;
    }
    drafts
        .iter()
        .filter(|draft| {
            let head = draft.found.head;
            // "the delegation at the funeral returned on Friday" says nothing of the day of the funeral.
            let inside =
                || grammar.below(head, owner) && grammar.parent(grammar.first_conjunct(head)) != Some(owner);
            (head > owner || free && (ahead || !inside()))
                && head < expression.tokens.start
                && draft.found.arguments.carrier.is_none_or(|carrier| carrier > head)
                // "The war began as a revolt in 2011": on one day.
                && grammar.preposition(head).is_none_or(|word| grammar.lower(word) != "as")
                && reading.trigger(&draft.found).part == TriggerPart::Noun
                && (grammar.below(head, owner) || free)
                && expression.tokens.start - head <= 10
        })
        .map(|draft| draft.found.head)
        .next_back()
}

/// What an expression modifies: the nearest trigger above it, or else the nearest verb.
fn owner(reading: &Reading<'_>, head: usize, expression: &Expression, drafts: &[Draft]) -> Option<usize> {
    let grammar = &reading.grammar;
    let mut below = head;
    for token in grammar.upward(head).skip(1) {
        // "before dawn last Friday", of which a tagger makes "dawn" a verb.
        let timed = || {
            reading.expressions.iter().any(|other| other.tokens.contains(&token)) && grammar.is_verb(token)
        };
        if expression.tokens.contains(&token) || timed() {
            below = token;
            continue;
        }
        let is_trigger = drafts.iter().any(|draft| {
            draft.found.head == token
                || draft.found.arguments.carrier == Some(token)
                || draft.found.rest.contains(&token)
        });
        if !is_trigger && is_from(reading, token, expression) {
            below = token;
            continue;
        }
        if is_trigger || grammar.is_predicate(token) {
            return Some(token);
        }
        // "last month's election", "the 27 April stabbing": of that day and not of what is told of it; a meeting is
        // of the day on which something is said there.
        let before = matches!(
            grammar.relation(below),
            Relation::NmodPoss
                | Relation::Compound
                | Relation::Amod
                | Relation::Nummod
                | Relation::NmodUnmarked
        ) && below < token;
        if before && !reading.rules.in_class("occasion", grammar.lemma(token)) {
            return Some(token);
        }
        // "Ali Omar, a rebel leader in the 1990s, dies": what an apposition tells of somebody is not of the news.
        if grammar.relation(token) == Relation::Appos && is_years(expression) && is_set_off(reading, token) {
            return Some(token);
        }
        below = token;
    }
    // A date that the parser made the root, as in a chronology's "4 April: …", is of the whole.
    grammar.root()
}

/// "talks beginning on Monday", "a strike starting in May": a participle that says no more than a preposition would.
fn is_from(reading: &Reading<'_>, token: usize, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    // "ten years in prison starting in May": it is the prison that starts then.
    let of_term =
        grammar.upward(token).skip(1).take(2).any(|at| matches!(grammar.lemma(at), "prison" | "jail"));
    matches!(grammar.lower(token), "beginning" | "starting" | "commencing")
        && matches!(grammar.relation(token), Relation::Acl | Relation::Advcl)
        && !of_term
        && (token + 1..=token + 2).contains(&expression.tokens.start)
        && !grammar.children(token).any(|child| grammar.relation(child).is_subject())
}

/// "Japan suspends imports following the discovery of mould on 29 May": a day that is over, within what news in the present tense
/// is told to follow or to be about.
fn behind_earlier(
    reading: &Reading<'_>,
    expression: &Expression,
    verb: usize,
    published: Option<NaiveDate>,
    drafts: &[Draft],
) -> Option<usize> {
    let grammar = &reading.grammar;
    let over = expression.value.as_ref()?.latest.zip(published).is_some_and(|(day, now)| day < now);
    if !over || tense(reading, verb) != Tense::Present {
        return None;
    }
    let head = head_of(reading, expression)?;
    let noun = grammar.upward(head).take_while(|&token| token != verb).last()?;
    let earlier = noun != head
        && grammar.parent(noun) == Some(verb)
        && grammar.preposition(noun).is_some_and(|word| {
            matches!(grammar.lower(word), "after" | "following" | "over" | "for" | "about" | "despite")
        });
    // "die after an explosion on Monday": what they die of is no happening of its own.
    let fatal = ["disaster", "mishap"].iter().any(|class| reading.rules.in_class(class, grammar.lemma(noun)));
    let own = !fatal || drafts.iter().any(|draft| draft.found.head == noun);
    (earlier && own).then_some(noun)
}

fn is_years(expression: &Expression) -> bool {
    expression.value.as_ref().is_some_and(|value| value.granularity >= Granularity::Year)
}

/// Whether commas part an apposition from its sentence.
fn is_set_off(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let mut words = grammar.children(noun).filter(|&child| grammar.relation(child) != Relation::Punct);
    let begin = words.next().map_or(noun, |first| first.min(noun));
    begin.checked_sub(1).is_some_and(|comma| grammar.lower(comma) == ",")
}

/// How many words before a time "since" may stand.
const REACH: usize = 9;

/// "for the first time since the return of the war in 2011": a time that stands with what "since" counts from is its
/// noun's, on whatever the parser hangs it.
fn noun_behind_since(reading: &Reading<'_>, expression: &Expression, drafts: &[Draft]) -> Option<usize> {
    let grammar = &reading.grammar;
    let preposition = expression.tokens.start.checked_sub(1)?;
    let noun = preposition.checked_sub(1)?;
    if !matches!(grammar.lower(preposition), "in" | "on" | "of")
        || !matches!(grammar.upos(noun), Upos::Noun | Upos::Propn)
    {
        return None;
    }
    let since = (noun.saturating_sub(REACH)..noun)
        .rev()
        .take_while(|&token| {
            matches!(
                grammar.upos(token),
                Upos::Noun
                    | Upos::Propn
                    | Upos::Adj
                    | Upos::Det
                    | Upos::Adp
                    | Upos::Num
                    | Upos::Part
                    | Upos::Sconj
            ) || grammar.xpos(token) == Xpos::Vbn
        })
        .find(|&token| grammar.lower(token) == "since")?;
    let heads = drafts.iter().map(|draft| draft.found.head);
    Some(heads.filter(|head| (since..=noun).contains(head)).max().unwrap_or(noun))
}

/// "whose arrest last month led to protests": a time right behind the event that is the subject of a verb is the event's,
/// unless the verb is an event itself.
fn subject_dated(
    reading: &Reading<'_>,
    expression: &Expression,
    found: Option<usize>,
    drafts: &[Draft],
) -> Option<usize> {
    let grammar = &reading.grammar;
    let start = expression.tokens.start;
    let verb = found.filter(|&verb| verb >= expression.tokens.end && grammar.is_verb(verb))?;
    if drafts.iter().any(|draft| draft.found.head == verb || draft.found.anchor() == verb) {
        return None;
    }
    let opened = start.checked_sub(1).filter(|&word| matches!(grammar.lower(word), "on" | "in"));
    let noun = opened.unwrap_or(start).checked_sub(1)?;
    let named = drafts.iter().any(|draft| draft.found.head == noun && is_noun(reading, draft));
    (named && grammar.parent(noun) == Some(verb)).then_some(noun)
}

/// "recalled its envoy on Friday in answer to the killing of a writer on 14 May": a verb has one day; a second one behind
/// the name of another event is that event's.
fn one_day_each(reading: &Reading<'_>, owned: &mut [Owned<'_>], drafts: &[Draft]) {
    let grammar = &reading.grammar;
    let day = |expression: &Expression| {
        expression
            .value
            .as_ref()
            .filter(|value| usable(expression) && is_day(value))
            .map(|value| value.earliest)
    };
    for at in 1..owned.len() {
        let (before, this) = (owned[at - 1], owned[at]);
        let start = this.expression.tokens.start;
        let both = day(before.expression).zip(day(this.expression)).is_some_and(|(one, other)| one != other);
        let same = before.owner == this.owner && !before.opens && !this.opens && grammar.is_verb(this.owner);
        if !both || !same || before.expression.tokens.start < this.owner {
            continue;
        }
        let end = before.expression.tokens.end;
        let noun = drafts.iter().filter(|draft| is_noun(reading, draft)).map(|draft| draft.found.head);
        if let Some(noun) = noun.filter(|noun| (end..start).contains(noun)).max() {
            owned[at].owner = noun;
        }
    }
}

/// "visits the town to honour the dead of 26 April 1937": a time long past behind a verb told in the present is that of
/// the words before it.
fn long_past(
    reading: &Reading<'_>,
    expression: &Expression,
    owner: Option<usize>,
    published: Option<NaiveDate>,
) -> Option<usize> {
    let grammar = &reading.grammar;
    let latest = expression.value.as_ref().and_then(|value| value.latest);
    // "is accused by a man who was jailed in May": a verb told in the present is of no month that is over, others of none long past.
    let told_now = owner.is_some_and(|verb| tense(reading, verb) == Tense::Present);
    let days = if told_now { STALE } else { LONG };
    let far =
        latest.zip(published).is_some_and(|(latest, published)| (published - latest).num_days() >= days);
    let present = owner.is_some_and(|verb| {
        verb < expression.tokens.start
            && grammar.is_verb(verb)
            && grammar.root().is_some_and(|root| tense(reading, root) == Tense::Present)
            && !matches!(tense(reading, verb), Tense::Past | Tense::Pluperfect | Tense::Perfect)
    });
    let before = expression.tokens.start.checked_sub(2)?;
    // "hangs a man jailed for an attack in Lahore in 2009": what stands nearest before may tell of something.
    let nearest = || {
        grammar
            .upward(before)
            .take_while(|&at| Some(at) != owner)
            .find(|&at| grammar.is_verb(at) || reading.rules.nouns.contains_key(grammar.lemma(at)))
    };
    let long = latest.zip(published).is_some_and(|(day, now)| (now - day).num_days() >= LONG);
    // "A bomb kills ten in Kano in March": where nothing else is told, a month that is over is the verb's all the same.
    let other = nearest().or(long.then_some(before));
    other.filter(|_| far && present)
}

/// How many words a day, its month and its year are.
const FULL_DATE: usize = 3;

/// How many words a line that says when an article was posted has before the day.
const POSTING: usize = 4;

/// "Last updated on 2 February", "a soldier runs on Monday (AFP photo)": the day of an article or of a picture, and of no
/// event.
fn is_dateline(reading: &Reading<'_>, expression: &Expression) -> bool {
    let grammar = &reading.grammar;
    let range = &expression.tokens;
    let posted = range.start <= POSTING
        && (0..range.start).any(|token| reading.rules.in_class("posting", grammar.lower(token)));
    let end = grammar.len().min(range.end + POSTING);
    let pictured = range.end < end
        && grammar.lower(range.end) == "("
        && (range.end..end).any(|token| reading.rules.in_class("picture", grammar.lower(token)));
    posted || pictured
}

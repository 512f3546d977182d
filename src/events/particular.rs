//! Numbers told of a happening: killed, wounded, detained; weapons, money, duration.

mod fate;
mod toll;

pub(super) use fate::{Fate, fates};

use super::draft::Draft;
use super::mention::Particular;
use super::reading::Reading;
use super::rule::TriggerPart;
use crate::article::Location;
use crate::dates::ExpressionKind;
use crate::language::{Relation, Upos, Xpos};

/// Collects the particulars of the mentions of one sentence.
pub(super) fn collect(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut() {
        let mut found = Vec::new();
        if let Some(amount) = toll::of_toll(reading, draft) {
            number(reading, amount, "killed", &mut found);
        }
        let casualties = casualties(reading, draft);
        for told in casualties.chunk_by(|one, two| (one.verb, one.what) == (two.verb, two.what)) {
            let people: Vec<usize> = told.iter().map(|casualty| casualty.people).collect();
            sum(reading, &people, told[0].what, &mut found);
        }
        tools(reading, draft, &mut found);
        duration(reading, draft, &mut found);
        let mut seen: Vec<(String, Location)> = Vec::new();
        found.retain(|one: &Particular| {
            let key = (one.what.clone(), one.location);
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        draft.mention.particulars = found;
    }
}

fn category(reading: &Reading<'_>, verb: usize) -> Option<&'static str> {
    let words = &reading.rules.words;
    let lemma = reading.grammar.lemma(verb);
    if words.killing.contains(lemma) {
        Some("killed")
    } else if words.wounding.contains(lemma) {
        Some("wounded")
    } else if words.detaining.contains(lemma) {
        Some("detained")
    } else {
        None
    }
}

/// Somebody whom a verb tells to have been killed, wounded or detained.
pub(super) struct Casualty {
    pub verb: usize,
    pub people: usize,
    pub what: &'static str,
}

/// Those of whom the verb of the event itself tells, the verbs joined to it, and the verb that the event noun is subject
/// of.
pub(super) fn casualties(reading: &Reading<'_>, draft: &Draft) -> Vec<Casualty> {
    let grammar = &reading.grammar;
    let noun = reading.trigger(&draft.found).part == TriggerPart::Noun;
    let top = draft.found.anchor();
    let mut verbs = vec![draft.found.head, top];
    for at in [draft.found.head, top] {
        for child in grammar.children(at) {
            if matches!(
                grammar.relation(child),
                Relation::Advcl | Relation::Acl | Relation::AclRelcl | Relation::Conj
            ) {
                verbs.push(child);
                verbs.extend(
                    grammar.children(child).filter(|&inner| grammar.relation(inner) == Relation::Conj),
                );
            }
        }
    }
    if noun {
        let first = grammar.first_conjunct(draft.found.head);
        if let Some(head) = grammar.parent(first)
            && matches!(grammar.relation(first), Relation::Nsubj | Relation::Obl | Relation::OblAgent)
        {
            verbs.push(head);
            verbs.extend(
                grammar
                    .children(head)
                    .filter(|&inner| matches!(grammar.relation(inner), Relation::Conj | Relation::Advcl)),
            );
        }
    }
    verbs.extend(toll::killing_above(reading, draft));
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for verb in verbs {
        if seen.contains(&verb) {
            continue;
        }
        seen.push(verb);
        // "took 23 into custody"
        let arrest = verb == draft.found.head && draft.mention.mode.as_deref() == Some("arrest");
        let Some(what) = category(reading, verb).or(arrest.then_some("detained")) else {
            continue;
        };
        let casualty = |people: usize| Casualty { verb, people, what };
        if grammar.is_verb(verb) {
            let arguments = reading.verb_arguments(verb);
            let dies = matches!(grammar.lemma(verb), "die" | "perish");
            let place = if dies { super::grammar::Place::Subject } else { super::grammar::Place::Object };
            let victims: Vec<usize> = arguments.at(place).collect();
            let heads = victims.into_iter().flat_map(|victim| grammar.coordinated(victim));
            found.extend(heads.filter(|&head| may_suffer(reading, head)).map(casualty));
            // "… and more than 100 others injured"
        } else {
            found.push(casualty(verb));
        }
    }
    found.extend(grammar.children(top).flat_map(|child| left_behind(reading, child)));
    found
}

/// "leaving a man dead and 16 wounded", "resulting in 12 people dead".
fn left_behind(reading: &Reading<'_>, clause: usize) -> Vec<Casualty> {
    let grammar = &reading.grammar;
    let leaves =
        matches!(grammar.lemma(clause), "leave" | "result") && grammar.relation(clause) == Relation::Advcl;
    let Some(object) = grammar.child(clause, Relation::Obj).filter(|_| leaves) else { return Vec::new() };
    let casualty = |people: usize| {
        let states = [
            grammar.child(clause, Relation::Xcomp).filter(|_| people == object),
            grammar.child(people, Relation::Xcomp),
            grammar.child(people, Relation::Acl),
        ];
        let what = states.into_iter().flatten().find_map(|state| category(reading, state))?;
        Some(Casualty { verb: clause, people, what })
    };
    grammar.coordinated(object).into_iter().filter_map(casualty).collect()
}

/// Whether it is people who are counted: wildfires claim homes as well as lives.
fn may_suffer(reading: &Reading<'_>, head: usize) -> bool {
    // "27 injured and 3,000 evacuated": those are told to suffer something else.
    let next = head + 1;
    let grammar = &reading.grammar;
    let otherwise = grammar.upos(head) == Upos::Num
        && next < grammar.len()
        && grammar.parent(next) == Some(head)
        && grammar.xpos(next) == Xpos::Vbn
        && category(reading, next).is_none();
    if otherwise {
        return false;
    }
    let counted = reading.grammar.lemma(reading.core(head));
    let of_class = |class| reading.rules.in_class(class, counted);
    of_class("people") || !of_class("property") && !of_class("animal")
}

fn tools(reading: &Reading<'_>, draft: &Draft, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let words = &reading.rules.words;
    for argument in &draft.found.arguments.list {
        for head in reading.heads(argument.token) {
            let lemma = grammar.lemma(head);
            if words.weapons.contains(lemma) {
                number(reading, head, lemma, found);
            } else if words.money.contains(lemma) || matches!(grammar.lower(head), "$" | "€" | "£") {
                number(reading, head, "money", found);
            } else {
                for child in grammar.children(head) {
                    if words.money.contains(grammar.lemma(child))
                        || matches!(grammar.lower(child), "$" | "€" | "£")
                    {
                        number(reading, child, "money", found);
                    }
                }
            }
        }
    }
}

/// "three hours of talks", "met for two hours".
fn duration(reading: &Reading<'_>, draft: &Draft, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    for expression in &reading.expressions {
        if expression.kind != ExpressionKind::Duration {
            continue;
        }
        let near = expression.tokens.clone().any(|token| {
            token < grammar.len()
                && grammar
                    .upward(token)
                    .skip(1)
                    .take(3)
                    .any(|head| head == draft.found.head || Some(head) == draft.found.arguments.carrier)
        });
        let spent = grammar.parent(draft.found.head).is_some_and(|head| {
            grammar.lemma(head) == "spend"
                && expression
                    .tokens
                    .clone()
                    .any(|token| token < grammar.len() && grammar.parent(token) == Some(head))
        });
        if !near && !spent {
            continue;
        }
        let Some(minutes) = expression.timex3.as_deref().and_then(minutes) else { continue };
        found.push(Particular {
            what: "minutes".to_string(),
            low: Some(minutes),
            high: Some(minutes),
            location: expression.location,
        });
    }
}

/// The minutes of a TIMEX3 duration; only hours and minutes are the length of a meeting.
fn minutes(value: &str) -> Option<f64> {
    let rest = value.strip_prefix("PT")?;
    let (number, unit) = rest.split_at(rest.len().checked_sub(1)?);
    let number: f64 = number.parse().ok()?;
    match unit {
        "H" => Some(number * 60.0),
        "M" => Some(number),
        _ => None,
    }
}

/// Adds the numbers of those who are told beside a mention, where it has none of its own.
pub(super) fn count_fates(reading: &Reading<'_>, fates: &[&Fate], found: &mut Vec<Particular>) {
    for what in ["killed", "wounded"] {
        if found.iter().any(|one| one.what == what) {
            continue;
        }
        let told = || fates.iter().map(|fate| &fate.casualty).filter(|casualty| casualty.what == what);
        let Some(verb) = told().next().map(|casualty| casualty.verb) else { continue };
        let people: Vec<usize> =
            told().filter(|casualty| casualty.verb == verb).map(|casualty| casualty.people).collect();
        sum(reading, &people, what, found);
    }
}

/// How many all of a row are: "nine tourists and a guide", "the pilot and four villagers". Of those who are not counted there
/// is one at least, and of a single one no more.
fn sum(reading: &Reading<'_>, people: &[usize], what: &str, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let people: Vec<usize> = people
        .iter()
        .copied()
        .filter(|&head| {
            let core = reading.core(head);
            // "took 23 of them into custody"
            reading.is_people(core) || grammar.xpos(core) == Xpos::Prp
        })
        .filter(|&head| reading.place_at(head).is_none() && !reading.is_time(head))
        .collect();
    // "kills 10 people and wounds 31 others": the parser may take the second verb for a noun of the row.
    let fate_between = |one: usize, two: usize| (one + 1..two).any(|at| category(reading, at).is_some());
    let end = people.windows(2).position(|pair| fate_between(pair[0], pair[1]));
    let people = &people[..end.map_or(people.len(), |last| last + 1)];
    let Some((&first, rest)) = people.split_first() else { return };
    // "11 people, five children and a guard": those behind the comma may be some of the people.
    let apart = rest.first().is_some_and(|&next| (first..next).any(|at| grammar.lower(at) == ","));
    let anybody = reading.rules.in_class("anybody", grammar.lemma(first));
    let row = if apart && anybody { &people[..1] } else { people };
    let mut counted = Vec::new();
    let (mut low, mut high) = (0.0, Some(0.0));
    for &head in row {
        let before = counted.len();
        number(reading, head, what, &mut counted);
        let (least, most) = match counted.get(before) {
            Some(one) => (one.low.unwrap_or(1.0), one.high),
            None if grammar.xpos(head) == Xpos::Nns => (1.0, None),
            None => (1.0, Some(1.0)),
        };
        low += least;
        high = high.zip(most).map(|(one, two)| one + two);
    }
    match counted.as_slice() {
        [] => {}
        [one] if row.len() == 1 => found.push(one.clone()),
        all => {
            let location = all.iter().skip(1).fold(all[0].location, |whole, one| {
                Location::new(whole.part, whole.span.cover(one.location.span))
            });
            found.push(Particular { what: what.to_owned(), low: Some(low), high, location });
        }
    }
}

/// The number that stands before a noun, or that the noun itself is.
fn number(reading: &Reading<'_>, noun: usize, what: &str, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let numeral = if grammar.upos(noun) == Upos::Num {
        Some(noun)
    } else {
        grammar.children(noun).find(|&child| grammar.relation(child) == Relation::Nummod)
    };
    let vague = |lemma: &str| match lemma {
        "dozen" => Some((24.0, 99.0)),
        "hundred" => Some((200.0, 999.0)),
        "thousand" => Some((2000.0, 9999.0)),
        _ => None,
    };
    let (low, high, token) = match numeral {
        Some(token) => {
            let Some(value) = numeral_value(reading, token) else { return };
            (Some(value), Some(value), token)
        }
        None if grammar.xpos(noun) == Xpos::Nns => match vague(grammar.lemma(noun)) {
            Some((low, _)) => (Some(low), None, noun),
            None => return,
        },
        None if singular_person(reading, noun) => (Some(1.0), Some(1.0), noun),
        None => return,
    };
    let (low, high) = bounded(reading, token, low, high);
    let first = grammar.children(token).chain([token]).filter(|&child| child <= token).min().unwrap_or(token);
    found.push(Particular {
        what: what.to_string(),
        low,
        high,
        location: reading.grammar.sentence.location_of(first..noun.max(token) + 1),
    });
}

fn singular_person(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    reading.rules.in_class("people", grammar.lemma(noun))
        && grammar.xpos(noun) == Xpos::Nn
        && grammar.children(noun).any(|child| matches!(grammar.lower(child), "a" | "an" | "one"))
}

fn bounded(
    reading: &Reading<'_>,
    token: usize,
    low: Option<f64>,
    high: Option<f64>,
) -> (Option<f64>, Option<f64>) {
    let grammar = &reading.grammar;
    let before: Vec<&str> = (token.saturating_sub(3)..token).map(|i| grammar.lower(i)).collect();
    let ends = |words: &[&str]| before.ends_with(words);
    if ends(&["at", "least"]) {
        (low, None)
    } else if ends(&["more", "than"]) || ends(&["over"]) || ends(&["some-more", "than"]) {
        (low.map(|value| value + 1.0), None)
    } else if ends(&["up", "to"]) || ends(&["at", "most"]) {
        (None, high)
    } else if ends(&["fewer", "than"]) || ends(&["less", "than"]) || ends(&["under"]) {
        (None, high.map(|value| value - 1.0))
    } else {
        (low, high)
    }
}

/// "1,200", "12", "two", "2.5 million".
fn numeral_value(reading: &Reading<'_>, token: usize) -> Option<f64> {
    let grammar = &reading.grammar;
    number_of(grammar.lower(token))?;
    let belongs = |other: usize| {
        matches!(grammar.relation(other), Relation::Compound | Relation::Flat | Relation::Nummod)
    };
    let mut tokens: Vec<usize> = grammar.children(token).filter(|&other| belongs(other)).collect();
    tokens.push(token);
    tokens.sort_unstable();
    Some(amount(tokens.into_iter().map(|token| grammar.lower(token))))
}

/// What words for numbers come to: those from "dozen" on multiply what stands before them, others are added:
/// "thirty five", "two hundred fifty thousand".
fn amount<'a>(words: impl Iterator<Item = &'a str>) -> f64 {
    let (mut total, mut current) = (0.0_f64, 0.0_f64);
    for word in words {
        let Some(value) = number_of(word) else { continue };
        match word {
            "dozen" | "hundred" => current = current.max(1.0) * value,
            "thousand" | "million" | "billion" | "trillion" => {
                total += current.max(1.0) * value;
                current = 0.0;
            }
            _ => current += value,
        }
    }
    total + current
}

/// The number that a word in lower case is: "1,200", "twelve", "dozen".
pub fn number_of(word: &str) -> Option<f64> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        return word.replace(',', "").parse().ok();
    }
    if let Some(index) = WORDS.iter().position(|known| *known == word) {
        return Some(index as f64);
    }
    Some(match word {
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1000.0,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn words_for_numbers() {
        let check = |words: &str, expected: f64| {
            let found = amount(words.split(' '));
            assert!((found - expected).abs() < 1e-6, "{words}: {found}");
        };
        check("thirty five", 35.0);
        check("two dozen", 24.0);
        check("two hundred fifty", 250.0);
        check("two hundred fifty thousand", 250_000.0);
        check("2.5 million", 2_500_000.0);
        check("1,200", 1200.0);
        check("hundred", 100.0);
    }
}

//! The WHAT of a timeline, from templates: a mode (or else a kind) says it in its own words, with what it
//! was done to and the numbers told of it.
//!
//! `[…]` is left out where a name inside has nothing to stand for: "Missile strikes[ on {object}][, {weapons}]".

use super::draft::Draft;
use super::grammar::Place;
use super::mention::{Particular, Within};
use super::reading::Reading;
use crate::article::Location;
use crate::language::{Relation, Upos, Xpos};
use std::collections::HashMap;

/// How many words of the article a label takes for one name.
const WORDS: usize = 7;

/// Writes the labels; those of contents first, since an agreement is labelled by what is agreed.
pub(super) fn write(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts.iter_mut() {
        let label = render(readings, draft, None);
        draft.mention.label = label;
    }
    let contents: HashMap<_, _> = drafts
        .iter()
        .rev()
        .filter_map(|draft| match draft.mention.within {
            Some(Within::Mention(act)) => Some((act, draft.mention.label.clone())),
            _ => None,
        })
        .collect();
    for draft in drafts.iter_mut() {
        if let Some(content) = contents.get(&draft.mention.id) {
            let label = render(readings, draft, Some(content));
            draft.mention.label = label;
        }
    }
}

fn render(readings: &[Reading<'_>], draft: &Draft, content: Option<&str>) -> String {
    let reading = &readings[draft.mention.sentence];
    let kind = reading.kind(&draft.found);
    let template = draft.found.mode.map_or(kind.label.as_str(), |mode| kind.modes[mode].label.as_str());
    let mut out = String::new();
    let mut rest = template;
    while let Some(open) = rest.find('[') {
        fill(&rest[..open], reading, draft, content, &mut out);
        let Some(length) = rest[open..].find(']') else { break };
        let mut segment = String::new();
        if fill(&rest[open + 1..open + length], reading, draft, content, &mut segment) {
            out.push_str(&segment);
        }
        rest = &rest[open + length + 1..];
    }
    fill(rest, reading, draft, content, &mut out);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = out.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Writes a piece of a template; false where one of its names stands for nothing.
fn fill(piece: &str, reading: &Reading<'_>, draft: &Draft, content: Option<&str>, out: &mut String) -> bool {
    let mut rest = piece;
    let mut complete = true;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(length) = rest[open..].find('}') else { break };
        match value(&rest[open + 1..open + length], reading, draft, content) {
            Some(text) => out.push_str(&text),
            None => complete = false,
        }
        rest = &rest[open + length + 1..];
    }
    out.push_str(rest);
    complete
}

fn value(name: &str, reading: &Reading<'_>, draft: &Draft, content: Option<&str>) -> Option<String> {
    let arguments = &draft.found.arguments;
    match name {
        // "Attack on four" says less than "Attack, 4 wounded".
        "object" => draft
            .found
            .object
            // "supported the coup in Chad": what is spoken of is no side of it.
            .or_else(|| {
                let mut objects =
                    arguments.at(Place::Object).filter(|token| !draft.found.rest.contains(token));
                objects.next().filter(|_| !reading.trigger(&draft.found).strikes)
            })
            .filter(|&token| reading.grammar.upos(token) != Upos::Num && !is_itself(reading, draft, token))
            .and_then(|token| noun_phrase(reading, token)),
        // "took control of the town from the rebels": the town is taken, from whomever.
        "ground" => {
            let rest = &draft.found.rest;
            let mut objects = arguments.at(Place::Object).filter(|token| !rest.contains(token));
            let ground = objects.next().and_then(|token| noun_phrase(reading, token));
            ground.or_else(|| {
                let object = draft.found.object.filter(|token| !rest.contains(token));
                object.and_then(|token| noun_phrase(reading, token))
            })
        }
        "patient" => arguments.at(Place::Object).next().and_then(|token| noun_phrase(reading, token)),
        "subject" => arguments.at(Place::Subject).next().and_then(|token| noun_phrase(reading, token)),
        "target" => names(reading, draft, false),
        // "Relief: 130 people", not "to people" besides.
        "recipient" => {
            let patient =
                arguments.at(Place::Object).next().map(|token| reading.grammar.sentence.tokens[token].span);
            let given = |span| draft.mention.targets.iter().any(|one| one.location.span.contains(span));
            if patient.is_some_and(given) { None } else { names(reading, draft, false) }
        }
        "source" => names(reading, draft, true),
        "content" => content.map(lower_first).or_else(|| complement(reading, draft)),
        "topic" => preposition(reading, draft, &["about", "on", "over", "regarding"]),
        // "Sworn in as president": who holds an office is no name for it.
        "role" => argument_of(reading, draft, &["as"])
            .and_then(|token| words_of_article(reading, reading.core(token)))
            .map(|text| text.trim_start_matches("a ").trim_start_matches("an ").to_string()),
        "duration" => number(draft, "minutes").map(duration),
        "killed" => number(draft, "killed").map(|one| format!("{} killed", amount(one))),
        "wounded" => number(draft, "wounded").map(|one| format!("{} wounded", amount(one))),
        "detained" => number(draft, "detained").map(amount),
        "money" => number(draft, "money").map(amount),
        "weapons" => draft
            .mention
            .particulars
            .iter()
            .find(|one| reading.rules.words.weapons.contains(one.what.as_str()))
            .map(|one| format!("{} {}", amount(one), plural(&one.what, one.low))),
        other => preposition(reading, draft, &[other]),
    }
}

/// "those hurt in a gas attack on Monday": an attack is on no attack.
fn is_itself(reading: &Reading<'_>, draft: &Draft, object: usize) -> bool {
    reading.trigger(&draft.found).strikes
        && reading.rules.in_class("generic-event", reading.grammar.lemma(reading.core(object)))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let second_upper = text.chars().nth(1).is_some_and(char::is_uppercase);
    match letters.next() {
        Some(first) if !second_upper => first.to_lowercase().chain(letters).collect(),
        _ => text.to_string(),
    }
}

fn plural(what: &str, low: Option<f64>) -> String {
    if low == Some(1.0) { what.to_string() } else { format!("{what}s") }
}

fn number<'a>(draft: &'a Draft, what: &str) -> Option<&'a Particular> {
    draft.mention.particulars.iter().find(|one| one.what == what)
}

fn amount(one: &Particular) -> String {
    let digits = |value: f64| {
        if value >= 1e6 && value % 1e5 == 0.0 {
            format!("{} million", value / 1e6)
        } else {
            format!("{value}")
        }
    };
    match (one.low, one.high) {
        (Some(low), Some(high)) if low == high => digits(low),
        (Some(low), Some(high)) => format!("{}–{}", digits(low), digits(high)),
        (Some(low), None) if low > 1.0 => format!("> {}", digits(low - 1.0)),
        (Some(low), None) => format!("≥ {}", digits(low)),
        (None, Some(high)) => format!("≤ {}", digits(high)),
        (None, None) => String::new(),
    }
}

fn duration(one: &Particular) -> String {
    let minutes = one.low.or(one.high).unwrap_or(0.0);
    if minutes >= 60.0 { format!("{} h", (minutes / 6.0).round() / 10.0) } else { format!("{minutes} min") }
}

fn names(reading: &Reading<'_>, draft: &Draft, sources: bool) -> Option<String> {
    let side = if sources { &draft.mention.sources } else { &draft.mention.targets };
    let names: Vec<String> = side
        .iter()
        .filter_map(|one| match one.actor {
            // A thing that stands for its owner is called by its own words.
            Some(actor) if reading.mentions.iter().any(|mention| mention.location == one.location) => {
                Some(reading.actors.actors[actor].name.to_string())
            }
            Some(_) => words_of(reading, one.location),
            None if one.code.is_some() || reading.are_people(one) => words_of(reading, one.location),
            None => None,
        })
        .take(3)
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The words at a place of the sentence.
fn words_of(reading: &Reading<'_>, location: Location) -> Option<String> {
    let tokens: Vec<usize> = reading.grammar.sentence.tokens_at(location).take(WORDS).collect();
    (!tokens.is_empty()).then(|| spelled(reading, &tokens))
}

fn preposition(reading: &Reading<'_>, draft: &Draft, words: &[&str]) -> Option<String> {
    argument_of(reading, draft, words).and_then(|token| noun_phrase(reading, token))
}

fn argument_of(reading: &Reading<'_>, draft: &Draft, words: &[&str]) -> Option<usize> {
    draft.found.arguments.list.iter().find_map(|argument| match argument.place {
        Place::Preposition(word)
            if words.contains(&reading.grammar.lower(word))
                && !reading.grammar.is_verb(argument.token)
                && !dated(reading, argument.token) =>
        {
            Some(argument.token)
        }
        _ => None,
    })
}

fn dated(reading: &Reading<'_>, token: usize) -> bool {
    reading.expressions.iter().any(|expression| expression.tokens.contains(&token))
}

/// "to withdraw troops", in the words of the article, shortened.
fn complement(reading: &Reading<'_>, draft: &Draft) -> Option<String> {
    let grammar = &reading.grammar;
    let head = *draft.found.content.first()?;
    if head < draft.found.head {
        return None;
    }
    if !grammar.is_verb(head) {
        return noun_phrase(reading, head);
    }
    let object = grammar.child(head, Relation::Obj).and_then(|object| noun_phrase(reading, object));
    let verb =
        if reading.grammar.sentence.tokens[head].reworded { return object } else { grammar.lemma(head) };
    Some(match object {
        Some(object) => format!("{verb} {object}"),
        None => verb.to_string(),
    })
}

/// A noun phrase without what follows its head, but for "of …"; "the" becomes "a", since a timeline tells a
/// thing for the first time.
fn noun_phrase(reading: &Reading<'_>, token: usize) -> Option<String> {
    let head = reading.core(token);
    if let Some(mention) = reading.mentions_at(head).next() {
        let actor = &reading.actors.actors[mention.actor];
        if actor.named {
            return Some(actor.name.clone());
        }
    }
    words_of_article(reading, head)
}

/// The same in the words of the article, whoever is meant.
fn words_of_article(reading: &Reading<'_>, head: usize) -> Option<String> {
    let grammar = &reading.grammar;
    if grammar.upos(head) == Upos::Pron || grammar.is_verb(head) {
        return None;
    }
    let mut tokens: Vec<usize> = grammar
        .children(head)
        .filter(|&child| {
            child < head
                && (matches!(
                    grammar.relation(child),
                    Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Flat
                ) || grammar.relation(child) == Relation::NmodPoss && grammar.upos(child) == Upos::Propn)
                || child > head && grammar.relation(child) == Relation::Flat
        })
        .flat_map(|child| {
            grammar
                .children(child)
                .filter(move |&inner| {
                    matches!(
                        grammar.relation(inner),
                        Relation::Compound | Relation::Case | Relation::Flat | Relation::Amod
                    ) || grammar.lower(inner) == "-"
                })
                .chain([child])
        })
        .collect();
    tokens.push(head);
    let words = tokens.len();
    let glued: Vec<usize> =
        tokens.iter().flat_map(|&token| hyphenated(reading, token).chain(aged(reading, token))).collect();
    tokens.extend(glued);
    tokens.sort_unstable();
    tokens.dedup();
    let mut begin = tokens.len().saturating_sub(WORDS);
    while begin > 0 && [begin - 1, begin].iter().any(|&at| grammar.lower(tokens[at]) == "-") {
        begin -= 1;
    }
    let tokens = &tokens[begin..];
    let mut text = spelled(reading, tokens);
    let numbered = grammar.children(head).any(|child| grammar.relation(child) == Relation::Nummod);
    let countable = grammar.xpos(head) == Xpos::Nn
        && grammar
            .children(head)
            .any(|child| matches!(grammar.lower(child), "a" | "an" | "the" | "one" | "this"));
    if countable && !numbered {
        let vowel = text.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U', '8'])
            || text.starts_with("11-")
            || text.starts_with("18-");
        text = format!("{} {text}", if vowel { "an" } else { "a" });
    }
    let of = grammar.children(head).find(|&child| {
        child > head
            && grammar.relation(child) == Relation::Nmod
            && grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "of")
    });
    if let Some(inner) = of.filter(|_| words < 4)
        && let Some(more) = simple_phrase(reading, inner)
    {
        text.push_str(" of ");
        text.push_str(&more);
    }
    Some(text)
}

/// What hyphens join to a word from the left: "16-year-" of "16-year-old".
fn hyphenated(reading: &Reading<'_>, token: usize) -> std::ops::Range<usize> {
    let tokens = &reading.grammar.sentence.tokens;
    let mut begin = token;
    while begin > 1
        && tokens[begin - 1].lower == "-"
        && !tokens[begin - 1].space_after
        && !tokens[begin - 2].space_after
    {
        begin -= 2;
    }
    begin..token
}

/// The years of "16 years old".
fn aged(reading: &Reading<'_>, token: usize) -> std::ops::Range<usize> {
    let grammar = &reading.grammar;
    let is_aged = token > 1
        && grammar.lower(token) == "old"
        && matches!(grammar.lemma(token - 1), "year" | "month" | "week" | "day")
        && grammar.upos(token - 2) == Upos::Num;
    if is_aged { token - 2..token } else { token..token }
}

fn simple_phrase(reading: &Reading<'_>, head: usize) -> Option<String> {
    words_of(reading, reading.phrase(head))
}

/// The words of tokens, with blanks where the article has them and where something was left out.
fn spelled(reading: &Reading<'_>, list: &[usize]) -> String {
    let tokens = &reading.grammar.sentence.tokens;
    let mut text = String::new();
    for (position, &token) in list.iter().enumerate() {
        let before = position.checked_sub(1).map(|before| list[before]);
        if before.is_some_and(|before| before + 1 != token || tokens[before].space_after) {
            text.push(' ');
        }
        // "Three workers were killed": the capital is the sentence's.
        let capital =
            token == 0 && matches!(tokens[token].upos, Upos::Num | Upos::Noun | Upos::Det | Upos::Adv);
        if capital {
            text.push_str(&lower_first(&tokens[token].form));
        } else {
            text.push_str(&tokens[token].form);
        }
    }
    text
}

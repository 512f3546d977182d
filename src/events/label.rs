//! The WHAT of a timeline, from templates: a mode (or else a kind) says it in its own words, with what it
//! was done to and the numbers told of it.
//!
//! `[…]` is left out where a name inside has nothing to stand for: "Missile strikes[ on {object}][, {weapons}]".

mod complement;
mod content;
mod mishap;
mod phrase;

use complement::{complement, leaves_undone, particle};
use phrase::{WORDS, bare, noun_phrase, spelled, words_of_article};

use super::draft::Draft;
use super::grammar::Place;
use super::mention::{Participant, Particular, Within};
use super::reading::Reading;
use crate::article::Location;
use crate::language::{Relation, Upos, Xpos};
use std::collections::HashMap;

/// Writes the labels; those of contents first, since an agreement is labelled by what is agreed.
pub(super) fn write(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    let mishaps = mishap::called(readings, drafts);
    for (draft, mishap) in drafts.iter_mut().zip(&mishaps) {
        let beside = Beside { content: None, mishap: mishap.as_ref() };
        let label = render(readings, draft, &beside);
        draft.mention.label = label;
    }
    let contents: HashMap<_, _> = drafts
        .iter()
        .rev()
        .filter_map(|draft| match draft.mention.within {
            Some(Within::Mention(act)) => Some((act, draft)),
            _ => None,
        })
        .filter(|(act, draft)| {
            let within = drafts.iter().find(|other| other.mention.id == *act);
            within.is_none_or(|within| {
                let told = complement(&readings[within.mention.sentence], within).is_some();
                content::says(readings, within, draft, told)
            })
        })
        .map(|(act, draft)| (act, draft.mention.label.clone()))
        .collect();
    for (draft, mishap) in drafts.iter_mut().zip(&mishaps) {
        if let Some(content) = contents.get(&draft.mention.id) {
            let beside = Beside { content: Some(content), mishap: mishap.as_ref() };
            let label = render(readings, draft, &beside);
            draft.mention.label = label;
        }
    }
}

/// What other mentions tell of the one that is labelled.
struct Beside<'a> {
    /// The label of its content.
    content: Option<&'a str>,
    /// What its mishap is called.
    mishap: Option<&'a mishap::Told>,
}

fn render(readings: &[Reading<'_>], draft: &Draft, beside: &Beside<'_>) -> String {
    let reading = &readings[draft.mention.sentence];
    let mut out = String::new();
    let mut rest = template(reading, draft);
    while let Some(open) = rest.find('[') {
        fill(&rest[..open], reading, draft, beside, &mut out);
        let Some(length) = rest[open..].find(']') else { break };
        let mut segment = String::new();
        if fill(&rest[open + 1..open + length], reading, draft, beside, &mut segment) {
            say_once(&mut out, segment);
        }
        rest = &rest[open + length + 1..];
    }
    fill(rest, reading, draft, beside, &mut out);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = out.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Adds what refines a label: "Car accident", and not "Accident: car accident", nor "Referendum on a referendum". What begins
/// with "=" is the name of it, and stands for the words before: "Flood", and not "Natural disaster".
fn say_once(out: &mut String, segment: String) {
    if let Some(name) = segment.strip_prefix('=') {
        name.clone_into(out);
        return;
    }
    let word = out.trim().to_lowercase();
    let same = segment.split_whitespace().last() == Some(word.as_str());
    match segment.strip_prefix(": ") {
        Some(detail) if same => *out = detail.to_owned(),
        None if same => {}
        _ => out.push_str(&segment),
    }
}

/// The words of a mode, or else of a kind.
fn template<'r>(reading: &'r Reading<'_>, draft: &Draft) -> &'r str {
    let kind = reading.kind(&draft.found);
    draft.found.mode.map_or(kind.label.as_str(), |mode| kind.modes[mode].label.as_str())
}

/// Writes a piece of a template; false where one of its names stands for nothing.
fn fill(piece: &str, reading: &Reading<'_>, draft: &Draft, beside: &Beside<'_>, out: &mut String) -> bool {
    let mut rest = piece;
    let mut complete = true;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(length) = rest[open..].find('}') else { break };
        match value(&rest[open + 1..open + length], reading, draft, beside) {
            Some(text) => out.push_str(&text),
            None => complete = false,
        }
        rest = &rest[open + length + 1..];
    }
    out.push_str(rest);
    complete
}

fn value(name: &str, reading: &Reading<'_>, draft: &Draft, beside: &Beside<'_>) -> Option<String> {
    let arguments = &draft.found.arguments;
    let phrase = |token| noun_phrase(reading, draft.found.head, token);
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
            .filter(|&token| !is_counted(reading, draft, token) && !is_scene(reading, draft, token))
            .and_then(|token| {
                // "bombed Damascus": the town, and not the state for which it speaks elsewhere.
                let core = reading.core(token);
                let is_site = |one: &Participant| {
                    one.actor.is_none()
                        && one.location.span.contains(reading.grammar.sentence.tokens[core].span)
                };
                let struck = reading.place_at(core).is_some() && draft.mention.targets.iter().any(is_site);
                let words = || words_of_article(reading, draft.found.head, core);
                if struck { words() } else { phrase(token) }
            }),
        // "33 were killed": nothing but how many they were.
        "victims" => value("object", reading, draft, beside).or_else(|| {
            let count = draft.found.object.filter(|&token| reading.grammar.upos(token) == Upos::Num)?;
            let counted = |one: &Participant| {
                reading.is_bare_count(one)
                    && one.location.span.contains(reading.grammar.sentence.tokens[count].span)
            };
            let people = draft.mention.targets.iter().find(|one| counted(one))?;
            // "between 10 and 12"
            let range = draft.mention.particulars.iter().find(|one| {
                one.location.span.contains(people.location.span) && one.low.is_some() && one.low < one.high
            });
            let number = range.map(amount).or_else(|| words_of(reading, people.location))?;
            Some(if number == "one" { "one person".to_owned() } else { format!("{number} people") })
        }),
        // "took control of the town from the rebels": the town is taken, from whomever.
        "ground" => {
            let rest = &draft.found.rest;
            let mut objects = arguments.at(Place::Object).filter(|token| !rest.contains(token));
            let ground = objects.next().and_then(phrase);
            ground.or_else(|| {
                let object = draft.found.object.filter(|token| !rest.contains(token));
                object.and_then(phrase)
            })
        }
        "patient" => patient(reading, draft).and_then(|token| {
            let Some(purpose) = purpose(reading, draft, reading.core(token)) else { return phrase(token) };
            let text =
                phrase(token).or_else(|| words_of_article(reading, draft.found.head, reading.core(token)))?;
            Some(format!("{text} {purpose}"))
        }),
        "subject" => arguments.at(Place::Subject).next().and_then(phrase),
        "target" => names(reading, draft, false),
        // The words by which the one is told to whom it is done: "20 fans".
        "sufferer" => {
            let first = draft.mention.targets.first();
            first.and_then(|one| reading.heads_of(one).next()).and_then(phrase)
        }
        // "Relief: 130 people", not "to people" besides.
        "recipient" => {
            let patient =
                arguments.at(Place::Object).next().map(|token| reading.grammar.sentence.tokens[token].span);
            let given = |span| draft.mention.targets.iter().any(|one| one.location.span.contains(span));
            if patient.is_some_and(given) { None } else { names(reading, draft, false) }
        }
        "source" => names(reading, draft, true),
        "content" if leaves_undone(reading, draft) => {
            complement(reading, draft).map(|text| format!("not to {text}"))
        }
        "content" => beside.content.map(lower_first).or_else(|| complement(reading, draft)),
        "topic" => preposition(reading, draft, &["about", "on", "over", "regarding"]),
        // "Sworn in as president": who holds an office is no name for it.
        "role" => argument_of(reading, draft, &["as"])
            .or_else(|| made(reading, draft.found.head))
            .and_then(|token| words_of_article(reading, draft.found.head, reading.core(token)))
            .map(|text| bare(&text).to_owned()),
        // "charges of fraud", but "the trial of a banker".
        "charge" => argument_of(reading, draft, &["of", "with"])
            // "charged with being a spy"
            .filter(|&token| reading.grammar.child(token, Relation::Cop).is_none())
            .filter(|&token| !is_target(reading, draft, token))
            .and_then(phrase),
        // "the conviction of two guards for murder": who is told as the object is no reason for it.
        "for" => argument_of(reading, draft, &["for"])
            .filter(|&token| {
                !template(reading, draft).contains("{object}")
                    || !is_target(reading, draft, token)
                    || !reading.is_somebody(reading.core(token))
            })
            .and_then(phrase),
        "mishap" => beside.mishap.and_then(|all| all.name.clone()),
        "magnitude" => beside.mishap.and_then(|all| all.magnitude).map(|size| format!("{size:.1}")),
        "deed" => mishap::deed(reading, draft),
        "duration" => draft.mention.number("minutes").map(duration),
        "killed" => draft.mention.number("killed").map(|one| format!("{} killed", amount(one))),
        "wounded" => draft.mention.number("wounded").map(|one| format!("{} wounded", amount(one))),
        "detained" => draft.mention.number("detained").map(amount),
        "money" => draft.mention.number("money").map(amount),
        "weapons" => draft
            .mention
            .particulars
            .iter()
            .find(|one| reading.rules.words.weapons.contains(one.what.as_str()))
            .map(|one| format!("{} {}", amount(one), plural(&one.what, one.low))),
        "in" => match beside.mishap {
            Some(all) => all.scene.clone(),
            None => scene(reading, draft),
        },
        "between" => between(reading, draft),
        // "clashes with heavy shelling": no side.
        "with" => argument_of(reading, draft, &["with"])
            .filter(|&token| {
                let noun = reading.core(token);
                let words = [reading.grammar.lemma(noun), reading.grammar.lower(noun)];
                !words.iter().any(|word| reading.rules.in_class("deed", word))
            })
            .and_then(phrase),
        other => preposition(reading, draft, &[other]),
    }
}

/// "between police and students": both sides, or many who are one word: "between gangs".
fn between(reading: &Reading<'_>, draft: &Draft) -> Option<String> {
    let grammar = &reading.grammar;
    let first = argument_of(reading, draft, &["between"]).map(|token| grammar.first_conjunct(token))?;
    let sides = grammar.coordinated(first);
    let names: Vec<String> =
        sides.iter().filter_map(|&side| noun_phrase(reading, draft.found.head, side)).collect();
    // "between two halves of the Socialist Party": one that has a name is not two.
    let many = || {
        let named =
            reading.mentions_at(reading.core(first)).any(|one| reading.actors.actors[one.actor].named);
        matches!(grammar.xpos(first), Xpos::Nns | Xpos::Nnps) && !named
    };
    let whole = names.len() == sides.len() && (names.len() > 1 || many());
    whole.then(|| names.iter().map(|name| bare(name)).collect::<Vec<_>>().join(" and "))
}

/// Where it is told to be. "killed in a bus crash": the crash is told as what it was; "declared a curfew in a speech": nowhere is
/// told.
fn scene(reading: &Reading<'_>, draft: &Draft) -> Option<String> {
    let noun = reading.core(argument_of(reading, draft, &["in"])?);
    let word = reading.grammar.lemma(noun);
    let nowhere = mishap::is_name(reading, noun)
        || ["writing", "talks"].iter().any(|class| reading.rules.in_class(class, word));
    // "in San Juan de la Cruz": the whole name of the place, of which a parser may see half.
    let place = reading.place_at(noun).filter(|_| !reading.has_actor(noun));
    let whole = || place.map(|place| spelled(reading, &place.tokens.clone().collect::<Vec<_>>()));
    let named = reading.grammar.upos(noun) == Upos::Propn;
    let phrase = || noun_phrase(reading, draft.found.head, noun);
    let text = if named { whole().or_else(phrase) } else { phrase() };
    text.filter(|_| !nowhere)
}

/// Whether a token is one of those to whom it is done.
fn is_target(reading: &Reading<'_>, draft: &Draft, token: usize) -> bool {
    let span = reading.grammar.sentence.tokens[reading.core(token)].span;
    draft.mention.targets.iter().any(|one| one.location.span.contains(span))
}

/// "A bomb killed 60 people": the count of the dead tells of them, and nobody bombs people.
fn is_counted(reading: &Reading<'_>, draft: &Draft, token: usize) -> bool {
    let core = reading.core(token);
    let anybody = ["anybody", "elliptic"].iter().any(|class| {
        let grammar = &reading.grammar;
        reading.rules.in_class(class, grammar.lemma(core))
            || reading.rules.in_class(class, grammar.lower(core))
    });
    let people = reading.phrase(token);
    let counts = |one: &Particular| {
        matches!(one.what.as_str(), "killed" | "wounded")
            && template(reading, draft).contains(&format!("{{{}}}", one.what))
            && people.span.contains(one.location.span)
    };
    anybody && draft.mention.particulars.iter().any(counts)
}

/// "a gunfight in Chad", "a shooting in the south", "used gas in the war": where it was, and nothing that was shot at.
fn is_scene(reading: &Reading<'_>, draft: &Draft, token: usize) -> bool {
    let inside = reading.grammar.preposition(token).is_some_and(|word| reading.grammar.lower(word) == "in");
    let noun = reading.core(token);
    let lemma = reading.grammar.lemma(noun);
    let ground = || {
        reading.place_at(noun).is_some()
            || ["direction", "place-noun"].iter().any(|class| reading.rules.in_class(class, lemma))
    };
    inside
        && (matches!(lemma, "war" | "conflict" | "battle") || ground() && !is_target(reading, draft, token))
}

/// The object of the verb. "voted in favour of the bill": not the word that belongs to the verb; "voted 50 to 12 to cut
/// taxes": not how many they were.
fn patient(reading: &Reading<'_>, draft: &Draft) -> Option<usize> {
    let grammar = &reading.grammar;
    let of_verb = |token: usize| draft.found.rest.contains(&token) && grammar.preposition(token).is_some();
    let counts =
        |token: usize| grammar.upos(token) == Upos::Num && template(reading, draft).contains("{content}");
    let mut objects = draft.found.arguments.at(Place::Object);
    let first = objects.next()?;
    if of_verb(first) {
        return argument_of(reading, draft, &["of"]);
    }
    std::iter::once(first).chain(objects).find(|&token| !counts(token))
}

/// "rejected a plan to dam the river": what a noun of intent right before an infinitive is for.
fn purpose(reading: &Reading<'_>, draft: &Draft, noun: usize) -> Option<String> {
    let grammar = &reading.grammar;
    let intends = reading.rules.in_class("intent", grammar.lemma(noun));
    let verb = grammar.children(noun).find(|&child| {
        intends
            && grammar.relation(child) == Relation::Acl
            && grammar.xpos(child) == Xpos::Vb
            && grammar.mark(child) == Some(noun + 1)
            && grammar.lower(noun + 1) == "to"
    })?;
    // "an agreement to let the grain leave" says too little without its last verb.
    if grammar.child(verb, Relation::Xcomp).or_else(|| grammar.child(verb, Relation::Ccomp)).is_some() {
        return None;
    }
    let object = grammar.child(verb, Relation::Obj)?;
    let object = noun_phrase(reading, draft.found.head, object)?;
    let particle = particle(reading, verb).map_or("", |word| grammar.lower(word));
    Some(format!("to {} {particle} {object}", grammar.lemma(verb)))
}

/// "became president", "was elected speaker": what somebody is made.
fn made(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let mut complements = grammar.children(verb).filter(|&child| grammar.relation(child) == Relation::Xcomp);
    complements.find(|&child| child > verb && grammar.upos(child) == Upos::Noun)
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
                Some(reading.actors.actors[actor].name.replace(" - ", "-"))
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
    let grammar = &reading.grammar;
    // "whose brother died": a label stands alone, and tells of nobody before.
    let is_left_out = |&token: &usize| grammar.upos(token) == Upos::Punct || grammar.lower(token) == "whose";
    let tokens: Vec<usize> =
        grammar.sentence.tokens_at(location).skip_while(is_left_out).take(WORDS).collect();
    (!tokens.is_empty()).then(|| spelled(reading, &tokens))
}

fn preposition(reading: &Reading<'_>, draft: &Draft, words: &[&str]) -> Option<String> {
    argument_of(reading, draft, words).and_then(|token| noun_phrase(reading, draft.found.head, token))
}

fn argument_of(reading: &Reading<'_>, draft: &Draft, words: &[&str]) -> Option<usize> {
    draft.found.arguments.list.iter().find_map(|argument| match argument.place {
        Place::Preposition(word)
            if words.contains(&reading.grammar.lower(word))
                && !reading.grammar.is_verb(argument.token)
                && !reading.is_time(argument.token) =>
        {
            Some(argument.token)
        }
        _ => None,
    })
}

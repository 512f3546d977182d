//! Where a happening is told to be.

mod exact;
mod known;
mod unlisted;

pub(super) use known::known;

use super::PlaceMention;
use super::draft::Draft;
use super::grammar;
use super::mention::{Participant, Place};
use super::reading::{Reading, country_code};
use crate::language::{Relation, Xpos};

/// Gives the mentions of one sentence their places: from the phrase of the event, then from its clause, then
/// from what it is done to.
pub(super) fn settle(reading: &Reading<'_>, drafts: &mut [Draft]) {
    if reading.places.is_empty() {
        return;
    }
    for draft in drafts {
        let place = own_phrase(reading, draft)
            .or_else(|| modifier(reading, draft.found.head))
            .or_else(|| clause(reading, draft))
            .or_else(|| participant(reading, draft))
            .or_else(|| beneath(reading, draft));
        draft.mention.place = place.map(|place| place_of(exact::exact(reading, place)));
    }
}

fn place_of(place: &PlaceMention) -> Place {
    Place {
        name: place.name.clone(),
        country: place.country.clone(),
        coordinates: place.coordinates,
        location: place.location,
    }
}

/// "an attack on a village": where nearly everything that an article tells happens in one country, a place without
/// a name is there too. The words nearest before the event, or the first ones, stand for the country.
pub(super) fn of_the_story(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    let mut named: Vec<&PlaceMention> = Vec::new();
    for reading in readings {
        for &place in &reading.places {
            let Some(country) = place.country.as_deref().filter(|_| is_told_of(reading, place)) else {
                continue;
            };
            match counts.iter_mut().find(|(known, _)| *known == country) {
                Some((_, count)) => *count += 1,
                None => counts.push((country, 1)),
            }
            named.push(place);
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let next = counts.get(1).map_or(0, |&(_, count)| count);
    let Some(&(country, _)) = counts.first().filter(|&&(_, count)| count >= 3 && count >= 2 * next) else {
        return;
    };
    for draft in drafts.iter_mut().filter(|draft| draft.mention.place.is_none()) {
        let reading = &readings[draft.mention.sentence];
        let located = reading.rules.triggers[draft.found.trigger].located;
        let Some(object) = draft.found.object.filter(|_| located) else { continue };
        let object = reading.core(object);
        let nameless = reading.rules.in_class("territory", reading.grammar.lemma(object))
            && !reading.rules.in_class("abroad", reading.grammar.lemma(object))
            && !draft.mention.targets.iter().any(|target| target.actor.is_some());
        let of_country = |place: &&&PlaceMention| place.country.as_deref() == Some(country);
        let before = named.iter().filter(of_country).rfind(|place| place.sentence <= draft.mention.sentence);
        if let Some(place) = before.or_else(|| named.iter().find(of_country)).filter(|_| nameless) {
            draft.mention.place = Some(place_of(place));
        }
    }
}

/// Whether something is told to happen at a place ("in Syria", "a Syrian village") rather than the place to act.
fn is_told_of(reading: &Reading<'_>, place: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let Some(head) = head_of(reading, place) else { return false };
    let near = grammar.upward(head).take(3);
    near.take_while(|&at| !grammar.is_verb(at)).any(|at| {
        grammar.preposition(at).is_some_and(|word| local(grammar.lower(word)))
            || at != head && reading.rules.in_class("territory", grammar.lemma(at))
    })
}

fn head_of(reading: &Reading<'_>, place: &PlaceMention) -> Option<usize> {
    let mut tokens = place.tokens.start..place.tokens.end.min(reading.grammar.len());
    let within = tokens.clone();
    tokens.find(|&token| reading.grammar.parent(token).is_none_or(|head| !within.contains(&head)))
}

/// "killed 23 people in Tel Aviv", "demonstrators in Monrovia": people and things of no country told of have
/// that of the place.
pub(super) fn lend_countries(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(country) = draft.mention.place.as_ref().and_then(|place| place.country.clone()) else {
            continue;
        };
        for participant in &mut draft.mention.targets {
            if participant.code.is_some() {
                continue;
            }
            match participant.actor.map(|actor| &reading.actors.actors[actor]) {
                None => participant.code = Some(country.clone()),
                Some(actor) if !actor.named && country_code(&actor.code).is_none() => {
                    let class =
                        if actor.code.is_empty() { String::new() } else { format!(".{}", actor.code) };
                    participant.code = Some(format!("{country}{class}"));
                }
                Some(_) => {}
            }
        }
    }
}

/// "The authorities in Harare jailed opposition leaders", "Congolese rebels attacked the army": within a state, who
/// has no country of his own has that of those he deals with.
pub(super) fn share_countries(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let mention = &mut draft.mention;
        let mut countries: Vec<String> = Vec::new();
        let mut lacking = false;
        for participant in mention.sources.iter().chain(&mention.targets) {
            let code = match (&participant.code, participant.actor) {
                (Some(code), _) => code.as_str(),
                (None, Some(actor)) => reading.actors.actors[actor].code.as_str(),
                (None, None) => continue,
            };
            match country_code(code) {
                // A state may face anybody; its rebels, parties and courts face their own.
                Some(country) if code.get(4..).is_some_and(is_domestic) => {
                    if !countries.iter().any(|known| known == country) {
                        countries.push(country.to_string());
                    }
                }
                Some(_) => return_if_foreign(&mut countries),
                None => lacking |= is_domestic(code),
            }
        }
        let [country] = countries.as_slice() else { continue };
        if !lacking {
            continue;
        }
        for participant in mention.sources.iter_mut().chain(&mut mention.targets) {
            let Some(actor) = participant.actor.filter(|_| participant.code.is_none()) else { continue };
            let code = &reading.actors.actors[actor].code;
            if is_domestic(code) && !is_abroad_by_trade(reading, participant) {
                participant.code = Some(format!("{country}.{code}"));
            }
        }
    }
}

/// Whether the words are for people who deal with other states.
fn is_abroad_by_trade(reading: &Reading<'_>, participant: &Participant) -> bool {
    let sentence = reading.grammar.sentence;
    sentence.part == participant.location.part
        && sentence.tokens.iter().any(|token| {
            participant.location.span.contains(token.span)
                && reading.rules.in_class("abroad-by-trade", &token.lemma)
        })
}

/// Two countries, so that none is the one.
fn return_if_foreign(countries: &mut Vec<String>) {
    countries.extend([String::new(), String::new()]);
}

/// Sectors that stand within one state.
fn is_domestic(sector: &str) -> bool {
    matches!(
        sector,
        "REB" | "OPP" | "LEG" | "JUD" | "COP" | "PTY" | "LAB" | "GOV" | "ELI" | "SEP" | "AGR" | "EDU"
    )
}

fn local(word: &str) -> bool {
    matches!(
        word,
        "in" | "at"
            | "near"
            | "outside"
            | "inside"
            | "around"
            | "across"
            | "throughout"
            | "off"
            | "along"
            | "over"
            | "within"
            | "on"
            | "to"
            | "into"
    )
}

/// "strikes on a base in Syria", "met in Geneva", "talks at the Kremlin".
fn own_phrase<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    draft.found.arguments.list.iter().find_map(|argument| match argument.place {
        grammar::Place::Preposition(word) if local(reading.grammar.lower(word)) => {
            let direct = reading.place_at(argument.token);
            // "to" and "on" name a place only where the place itself is their object.
            if matches!(reading.grammar.lower(word), "on" | "to" | "over") {
                direct
            } else {
                direct.or_else(|| inside(reading, argument.token))
            }
        }
        _ => None,
    })
}

/// "the Damascus bombing", "the Syrian conflict".
fn modifier<'a>(reading: &Reading<'a>, head: usize) -> Option<&'a PlaceMention> {
    reading
        .grammar
        .children(head)
        .filter(|&child| matches!(reading.grammar.relation(child), Relation::Compound))
        .find_map(|child| reading.place_at(child))
}

/// A place told of the clause: "In Geneva, the two ministers met", "met … and signed a treaty in Moscow".
fn clause<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    let grammar = &reading.grammar;
    let anchor = draft.found.arguments.carrier.unwrap_or(draft.found.head);
    let mut below = anchor;
    for at in grammar.upward(anchor).take(4) {
        for child in grammar.children(at) {
            let oblique = matches!(grammar.relation(child), Relation::Obl | Relation::Nmod);
            if oblique
                && grammar.preposition(child).is_some_and(|word| {
                    matches!(
                        grammar.lower(word),
                        "in" | "at" | "near" | "outside" | "inside" | "across" | "throughout" | "off"
                    )
                })
                && let Some(place) = reading.place_at(child).or_else(|| inside(reading, child))
            {
                return Some(place);
            }
        }
        // "hit the town of Homs, killing six": what came of it was there.
        let came_of_it = at != below
            && grammar.is_verb(below)
            && matches!(grammar.relation(below), Relation::Advcl | Relation::Conj);
        below = at;
        if came_of_it
            && let Some(place) = grammar
                .children(at)
                .filter(|&child| grammar.relation(child) == Relation::Obj)
                .find_map(|object| reading.place_at(object).or_else(|| inside(reading, object)))
        {
            return Some(place);
        }
        // "the village where troops killed six": the noun that the clause tells of.
        if grammar.relation(at) == Relation::AclRelcl {
            let place = grammar.parent(at).filter(|_| begins_with_where(reading, at));
            return place.and_then(|noun| reading.place_at(noun).or_else(|| inside(reading, noun)));
        }
        let goes_on = grammar.relation(at) == Relation::Advcl && is_participle(reading, at);
        if !goes_on
            && matches!(
                grammar.relation(at),
                Relation::Ccomp | Relation::Advcl | Relation::Root | Relation::Parataxis
            )
        {
            break;
        }
    }
    None
}

/// "…, killing six": a participle without a subject of its own goes on with the clause around it.
fn is_participle(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Mark];
    grammar.sentence.tokens[verb].xpos == Xpos::Vbg
        && !grammar.children(verb).any(|child| own.contains(&grammar.relation(child)))
}

fn begins_with_where(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(verb).any(|child| child < verb && grammar.lower(child) == "where")
}

/// "shelled Aleppo", "arrived in Moscow": what it is done to, or the place that belongs to it.
fn participant<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    let object = draft.found.object?;
    if !reading.rules.triggers[draft.found.trigger].located {
        return None;
    }
    reading.place_at(object).or_else(|| inside(reading, object))
}

/// "received the emir of Qatar in Mecca": a place that the parser hung on a participant.
fn beneath<'a>(reading: &Reading<'a>, draft: &Draft) -> Option<&'a PlaceMention> {
    let grammar = &reading.grammar;
    let head = draft.found.head;
    let carrier = draft.found.arguments.carrier;
    let mut found: Option<&'a PlaceMention> = None;
    for &place in &reading.places {
        let Some(top) = head_of(reading, place).filter(|&top| top > head) else { continue };
        let mut told = false;
        for at in grammar.upward(top).take(6) {
            if at == head || Some(at) == carrier {
                if told && found.is_none() {
                    found = Some(place);
                }
                break;
            }
            let bound = matches!(
                grammar.relation(at),
                Relation::Ccomp | Relation::Advcl | Relation::AclRelcl | Relation::Acl | Relation::Parataxis
            );
            if bound || grammar.is_verb(at) {
                break;
            }
            told |= grammar.preposition(at).is_some_and(|word| {
                matches!(grammar.lower(word), "in" | "at" | "near" | "outside" | "inside" | "off")
            });
        }
    }
    found
}

fn inside<'a>(reading: &Reading<'a>, token: usize) -> Option<&'a PlaceMention> {
    reading
        .grammar
        .children(token)
        .filter(|&child| {
            matches!(
                reading.grammar.relation(child),
                Relation::Nmod | Relation::Compound | Relation::Appos | Relation::Amod | Relation::Flat
            )
        })
        .find_map(|child| {
            reading.place_at(child).or_else(|| {
                // "a base near the city of Homs"
                reading
                    .grammar
                    .children(child)
                    .filter(|&inner| {
                        matches!(
                            reading.grammar.relation(inner),
                            Relation::Nmod | Relation::Compound | Relation::Appos
                        )
                    })
                    .find_map(|inner| reading.place_at(inner))
            })
        })
}

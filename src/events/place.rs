//! Where a happening is told to be.

mod again;
mod around;
mod capital;
mod countries;
mod dateline;
mod exact;
mod homeland;
mod known;
mod land;
mod nation;
mod scene;
mod sole;
mod story;
mod told;
mod unlisted;
mod visit;

pub use capital::capitals;
pub(super) use countries::{keep_own_ground, lend_countries, share_countries};
pub(super) use homeland::at_home;
pub(super) use known::known;
pub(super) use land::in_the_land;
pub(super) use scene::carry_on;
pub(super) use sole::in_the_only_scene;
pub(super) use visit::with_the_hosts;

use super::PlaceMention;
use super::draft::Draft;
use super::mention::Place;
use super::reading::Reading;
use crate::language::Relation;
use told::Search;

/// Gives the mentions of one sentence their places: from the phrase of the event, then from its clause, then
/// from what it is done to.
pub(super) fn settle(reading: &Reading<'_>, drafts: &mut [Draft]) {
    if reading.places.is_empty() {
        return;
    }
    let kinds: Vec<_> =
        drafts.iter().map(|draft| (draft.found.head, reading.trigger(&draft.found).kind)).collect();
    for (at, draft) in drafts.iter_mut().enumerate() {
        let other = |&&(_, kind): &&(usize, usize)| kind != kinds[at].1;
        let others: Vec<_> = kinds.iter().filter(other).map(|&(head, _)| head).collect();
        let place = Search { reading, draft, others: &others }.place();
        // "the Syrian town of al-Rankus": what no list holds has the country of the place around it.
        let mut place = place.map(|outer| {
            let inner = place_of(exact::exact(reading, outer));
            Place { country: inner.country.clone().or_else(|| outer.country.clone()), ..inner }
        });
        // "on the Thai border in northern Laos"
        if let Some(side) = place.as_ref().and_then(|place| side_of_border(reading, place)) {
            place = Some(place_of(side));
        }
        // "on the Thai border": on which side is not said.
        if let Some(place) = place.as_mut().filter(|place| is_border(reading, place)) {
            place.country = None;
        }
        draft.mention.place = place;
    }
}

/// "the Thai border", "the border with Thailand"
fn is_border(reading: &Reading<'_>, place: &Place) -> bool {
    let tokens = &reading.grammar.sentence.tokens;
    let behind = tokens.iter().find(|token| token.span.begin >= place.location.span.end);
    behind.is_some_and(|token| matches!(token.lemma.as_str(), "border" | "frontier"))
        || is_across_border(reading, place)
}

/// "the border with Thailand": what lies behind it.
fn is_across_border(reading: &Reading<'_>, place: &Place) -> bool {
    let grammar = &reading.grammar;
    reading.places.iter().filter(|one| one.location == place.location).any(|one| {
        head_of(reading, one).is_some_and(|top| {
            grammar.preposition(top).is_some_and(|word| grammar.lower(word) == "with")
                && grammar.parent(top).is_some_and(|noun| is_frontier(reading, noun))
        })
    })
}

fn is_frontier(reading: &Reading<'_>, noun: usize) -> bool {
    matches!(reading.grammar.lemma(noun), "border" | "frontier")
}

/// The land that a border is told to be in, or that is told of beside it: "in the north of Laos, near the border with Thailand".
fn side_of_border<'a>(reading: &Reading<'a>, place: &Place) -> Option<&'a PlaceMention> {
    if !is_border(reading, place) {
        return None;
    }
    let grammar = &reading.grammar;
    let across = is_across_border(reading, place);
    reading.places.iter().copied().find(|other| {
        let Some(top) = head_of(reading, other).filter(|_| other.location != place.location) else {
            return false;
        };
        let inside = grammar.preposition(top).is_some_and(|word| grammar.lower(word) == "in");
        let of_border = grammar.parent(top).is_some_and(|noun| is_frontier(reading, noun));
        // "Benin's border with Nigeria"
        let owner = of_border && grammar.relation(top) == Relation::NmodPoss;
        inside && of_border || across && (owner || !of_border && is_told_of(reading, other))
    })
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
    let most = counts.first().filter(|&&(_, count)| count >= 3 && count >= 2 * next);
    let country = most.map(|&(country, _)| country);
    for draft in drafts.iter_mut().filter(|draft| draft.mention.place.is_none()) {
        let reading = &readings[draft.mention.sentence];
        let located = reading.trigger(&draft.found).located;
        let Some(object) = draft.found.object.filter(|_| located) else { continue };
        let object = reading.core(object);
        let nameless = reading.rules.in_class("territory", reading.grammar.lemma(object))
            && !reading.rules.in_class("abroad", reading.grammar.lemma(object))
            && !draft
                .mention
                .targets
                .iter()
                .any(|target| target.actor.is_some() && reading.country(target).is_some());
        let held = country_told(reading).filter(|_| is_held_by_rebels(reading, object));
        let taken = || draft.mention.targets.iter().any(|target| target.actor.is_some());
        let Some(country) = held.or_else(|| country.filter(|_| !taken())) else { continue };
        let of_country = |place: &&&PlaceMention| {
            place.country.as_deref() == Some(country) && place.location.part == draft.mention.part
        };
        let before = named.iter().filter(of_country).rfind(|place| place.sentence <= draft.mention.sentence);
        if let Some(place) = before.or_else(|| named.iter().find(of_country)).filter(|_| nameless) {
            draft.mention.place = Some(place_of(place));
        }
    }
}

/// "strikes on a Syrian base after an attack on a village in rebel territory": the one country in which a sentence tells
/// something to happen.
fn country_told<'a>(reading: &Reading<'a>) -> Option<&'a str> {
    let mut told = reading.places.iter().filter(|place| is_told_of(reading, place));
    let country = told.next()?.country.as_deref()?;
    told.all(|place| place.country.as_deref() == Some(country)).then_some(country)
}

/// "a village in rebel territory", "a rebel-held town": rebels hold ground in the state that they fight.
fn is_held_by_rebels(reading: &Reading<'_>, ground: usize) -> bool {
    let grammar = &reading.grammar;
    (ground.saturating_sub(2)..(ground + 4).min(grammar.len())).any(|token| {
        reading.rules.in_class("held-by-rebels", grammar.lower(token))
            && matches!(grammar.relation(token), Relation::Amod | Relation::Compound)
            && grammar
                .parent(token)
                .is_some_and(|owned| reading.rules.in_class("territory", grammar.lemma(owned)))
    })
}

/// Whether something is told to happen at a place ("in Syria", "a Syrian village") rather than the place to act.
fn is_told_of(reading: &Reading<'_>, place: &PlaceMention) -> bool {
    let grammar = &reading.grammar;
    let Some(head) = head_of(reading, place) else { return false };
    let near = grammar.upward(head).take(3);
    near.take_while(|&at| !grammar.is_verb(at)).any(|at| {
        grammar.preposition(at).is_some_and(|word| {
            let word = grammar.lower(word);
            reading.rules.in_class("scene", word) || reading.rules.in_class("goal", word)
        }) || at != head && reading.rules.in_class("territory", grammar.lemma(at))
    })
}

fn head_of(reading: &Reading<'_>, place: &PlaceMention) -> Option<usize> {
    reading.grammar.tops(place.tokens.clone()).next()
}

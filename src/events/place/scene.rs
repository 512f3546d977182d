//! What goes on where something else is told to have happened.

use super::super::draft::Draft;
use super::super::mention::{Participant, Place};
use super::super::reading::Reading;
use super::super::{Extent, PlaceMention};
use std::ops::Range;

/// How many sentences back a scene may be set.
const BACK: usize = 2;
/// How many days may lie between what goes on in one scene.
const DAYS: i64 = 7;
/// How many bytes stand at most between the names of a town and of what it lies in: "Taft, in central California".
const APART: usize = 16;

/// "A man opened fire in a mall in Bern. … The gunman was arrested": violence, arrests and deaths that are told without a
/// place are where those around them are told to be, if the sentence names no other place.
pub(in super::super) fn carry_on(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, range) in starts.windows(2).enumerate() {
        for at in range[0]..range[1] {
            let reading = &readings[index];
            let open = drafts[at].mention.place.is_none() && sets_scene(reading, &drafts[at]);
            if open && !is_elsewhere(reading, &drafts[at]) {
                let place = scene(readings, starts, drafts, at);
                drafts[at].mention.place = place;
            }
        }
    }
}

fn scene(readings: &[Reading<'_>], starts: &[usize], drafts: &[Draft], at: usize) -> Option<Place> {
    let index = drafts[at].mention.sentence;
    let reading = &readings[index];
    for back in (index.saturating_sub(BACK)..=index).rev() {
        if drafts[at].mention.part != readings[back].grammar.sentence.part {
            return None;
        }
        let lenders =
            || drafts[starts[back]..starts[back + 1]].iter().filter(|one| one.mention.place.is_some());
        let place = agreed(&readings[back], lenders());
        let near = back == index;
        let answered = near && lenders().any(|one| is_answered(reading, one, &drafts[at]));
        if answered {
            return None;
        }
        if !near && has_word(reading, "at-large") {
            return None;
        }
        if let Some(place) = place {
            let together = lenders().all(|one| !is_apart_in_time(one, &drafts[at]));
            let fits = together && is_free(reading, place, near) && are_of(reading, &drafts[at], place);
            return fits.then(|| place.clone());
        }
        // Another place is spoken of, or several; what the sentence itself speaks of is held against the scene's place.
        let spoken = !near && readings[back].places.iter().any(|place| place.extent < Extent::State);
        if lenders().next().is_some() || spoken {
            return None;
        }
    }
    None
}

/// "Planes struck the camp after rockets hit the town": whether a blow is told to follow another, which was elsewhere.
pub(super) fn is_answered(reading: &Reading<'_>, first: &Draft, answer: &Draft) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.first_conjunct(first.found.anchor());
    let after = grammar.opening(clause).is_some_and(|word| grammar.lower(word) == "after");
    after
        && !answer.mention.sources.is_empty()
        && [first, answer].into_iter().all(|one| reading.trigger(&one.found).strikes)
        && grammar.below(clause, answer.found.anchor())
}

/// The one place of what happens in a sentence; "protests in Iraq" are no second one beside "died in Fallujah".
fn agreed<'d>(reading: &Reading<'_>, lenders: impl Iterator<Item = &'d Draft>) -> Option<&'d Place> {
    let lenders: Vec<&Draft> = lenders.collect();
    let is_state = |place: &Place| {
        reading.places.iter().any(|one| one.location == place.location && one.extent == Extent::State)
    };
    let town_of = |state: &Place| {
        lenders
            .iter()
            .filter_map(|one| one.mention.place.as_ref())
            .any(|place| !is_state(place) && place.country.is_some() && place.country == state.country)
    };
    let exact = lenders
        .iter()
        .filter(|one| !one.mention.place.as_ref().is_some_and(|place| is_state(place) && town_of(place)));
    let mut places = exact.map(|one| (one.mention.place.as_ref(), sets_scene(reading, one)));
    let (first, sets) = places.next()?;
    let mut set = sets;
    let same = places.all(|(place, sets)| {
        set |= sets;
        place.zip(first).is_some_and(|(one, two)| one.name == two.name)
    });
    first.filter(|_| same && set)
}

/// Whether something is of those kinds that go on in one place, and told as true.
fn sets_scene(reading: &Reading<'_>, draft: &Draft) -> bool {
    reading.kind(&draft.found).on_the_spot
        && draft.mention.status.is_told_as_done()
        && !draft.mention.presupposed
}

/// "elsewhere", "in a nearby town": whether the sentence goes somewhere else that it does not name.
fn is_elsewhere(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let unnamed = |token: usize| {
        let noun = grammar.lemma(token);
        let word = grammar.preposition(token).map_or("", |word| grammar.lower(word));
        (reading.rules.in_class("scene", word) || word == "on")
            && (reading.rules.in_class("territory", noun)
                || reading.rules.in_class("place-noun", noun)
                || reading.rules.in_class("ground", noun)
                || reading.rules.in_class("direction", grammar.lower(token))
                || matches!(noun, "country" | "nation"))
    };
    let anchor = draft.found.anchor();
    let phrases = grammar.children(anchor).chain(grammar.children(draft.found.head));
    leads_away(reading)
        || phrases.flat_map(|child| std::iter::once(child).chain(grammar.children(child))).any(unnamed)
}

/// Whether a word leads away from the scene that a sentence is in: "elsewhere", "in a separate attack".
pub(super) fn leads_away(reading: &Reading<'_>) -> bool {
    (0..reading.grammar.len())
        .any(|at| reading.rules.in_class("elsewhere", reading.grammar.lower(at)) && !counts_on(reading, at))
}

/// "ten were killed and another six wounded": more of the same people, unless a sentence begins with them.
fn counts_on(reading: &Reading<'_>, word: usize) -> bool {
    let grammar = &reading.grammar;
    word > 0
        && grammar.lower(word) == "another"
        && grammar.parent(word).is_some_and(|people| reading.is_people(people))
}

fn has_word(reading: &Reading<'_>, class: &str) -> bool {
    (0..reading.grammar.len()).any(|at| reading.rules.in_class(class, reading.grammar.lower(at)))
}

/// Whether the sentence names no place but this one and what it lies in.
fn is_free(reading: &Reading<'_>, place: &Place, near: bool) -> bool {
    let span =
        |place: &PlaceMention| Range { start: place.location.span.begin, end: place.location.span.end };
    reading.places.iter().all(|other| {
        let state = other.extent == Extent::State;
        let same = other.name == place.name || state && other.country == place.country;
        let other = span(other);
        let around = near
            && other.start <= place.location.span.end + APART
            && place.location.span.begin <= other.end + APART;
        same || around
    })
}

/// Whether nobody of another country takes part, unless beside others: "an Afghan policeman and a Nepalese soldier are killed".
fn are_of(reading: &Reading<'_>, draft: &Draft, place: &Place) -> bool {
    let own =
        |one: &Participant| reading.country(one).map(|country| place.country.as_deref() == Some(country));
    // "broke up a march on the Saudi embassy": a mission is not in the state that it is of.
    let sentence = reading.grammar.sentence;
    let is_mission = |one: &&Participant| {
        let mut tokens = sentence.tokens_at(one.location);
        tokens.any(|token| reading.rules.in_class("mission", &sentence.tokens[token].lemma))
    };
    let targets = || draft.mention.targets.iter().filter(|one| !is_mission(one)).filter_map(own);
    draft.mention.sources.iter().filter_map(own).all(|own| own)
        && (targets().next().is_none() || targets().any(|own| own))
}

pub(super) fn is_apart_in_time(one: &Draft, two: &Draft) -> bool {
    let middle = |draft: &Draft| draft.mention.date.as_ref().and_then(|date| date.value.middle());
    match (middle(one), middle(two)) {
        (Some(one), Some(two)) => (one - two).num_days().abs() > DAYS,
        _ => false,
    }
}

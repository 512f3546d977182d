//! The country that an article is about, for what happens at no place that it names.

use super::super::draft::Draft;
use super::super::mention::Place;
use super::super::reading::{Reading, country_code, is_international};
use super::super::{Extent, PlaceMention};
use super::known::Known;
use super::{is_told_of, place_of, scene, story};
use crate::actors::{ActorSort, Actors};

/// Who tells of a country throughout does not name it again with everything that happens there: violence, arrests, protests, elections and
/// the moves of forces are in the country that an article is about, where the sentence speaks of no other one.
pub(in super::super) fn in_the_land(
    actors: &Actors,
    known: &Known,
    readings: &[Reading<'_>],
    drafts: &mut [Draft],
) {
    let Some(about) = story::country(actors, &known.all, known.dateline.as_ref()) else { return };
    let country = about.country;
    if !is_scene(readings, known, country) {
        return;
    }
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let Some(reading) = readings.get(draft.mention.sentence) else { continue };
        let kind = reading.kind(&draft.found);
        let inner = kind.on_the_spot || kind.sited || kind.domestic && reading.trigger(&draft.found).located;
        let open = draft.mention.place.is_none() && draft.mention.status.is_told_as_done();
        // "Planes struck the camp after rockets hit the town": the answer is elsewhere.
        let answers = || {
            let mut others = drafts.iter().filter(|other| other.mention.sentence == draft.mention.sentence);
            others.any(|other| scene::is_answered(reading, other, draft))
        };
        if inner && open && is_of(reading, country) && are_of(reading, draft, country) && !answers() {
            let place = named(readings, draft, country);
            drafts[at].mention.place = place;
        }
    }
}

/// Whether an article tells things to happen in a country, and in no other one as much: a state of which it speaks throughout may be
/// but the one whose police have been called in.
fn is_scene(readings: &[Reading<'_>], known: &Known, country: &str) -> bool {
    let told = |other: bool| {
        let places =
            readings.iter().flat_map(|reading| reading.places.iter().map(move |place| (reading, place)));
        // "in the Gulf of Aden": at sea is in no country; a village that no list holds may be in this one.
        let of_country = places
            .filter(|(_, place)| place.country.is_some() || place.kind == "sea")
            .filter(move |(_, place)| (place.country.as_deref() == Some(country)) != other);
        of_country.filter(|(reading, place)| is_told_of(reading, place)).count()
    };
    let dateline = known.dateline.as_ref().and_then(|one| one.place.country.as_deref());
    let dated = usize::from(dateline == Some(country));
    let (here, elsewhere) = (told(false) + dated, told(true));
    here > elsewhere && dateline.is_none_or(|dateline| dateline == country || here > 1)
}

/// Whether nobody takes part who is of many states or of none that is told by his name: an envoy of the United Nations resigns nowhere.
fn are_of(reading: &Reading<'_>, draft: &Draft, country: &str) -> bool {
    let mut participants = draft.mention.sources.iter().chain(&draft.mention.targets);
    participants.all(|one| {
        let named = one.actor.is_some_and(|actor| {
            let actor = &reading.actors.actors[actor];
            actor.named && actor.sort != ActorSort::Person || is_international(&actor.code)
        });
        reading.country(one).map_or(!named, |own| own == country)
    })
}

/// Whether a sentence speaks of no other country, and of none abroad.
fn is_of(reading: &Reading<'_>, country: &str) -> bool {
    let actors = reading.mentions.iter().map(|mention| &reading.actors.actors[mention.actor]);
    let places = reading.places.iter().filter_map(|place| place.country.as_deref());
    let abroad = |at: usize| {
        matches!(
            reading.grammar.lower(at),
            "abroad" | "overseas" | "worldwide" | "exile" | "neighbouring" | "neighboring"
        )
    };
    actors.filter_map(|actor| country_code(&actor.code)).chain(places).all(|other| other == country)
        && !(0..reading.grammar.len()).any(abroad)
}

/// The country by the words that name it nearest before a mention, or else by the first ones.
fn named(readings: &[Reading<'_>], draft: &Draft, country: &str) -> Option<Place> {
    let part = draft.mention.part;
    let here = || readings.iter().filter(move |reading| reading.grammar.sentence.part == part);
    let of_state =
        |place: &&&PlaceMention| place.extent == Extent::State && place.country.as_deref() == Some(country);
    let places = || here().flat_map(|reading| &reading.places).filter(of_state);
    let before = places().rfind(|place| place.sentence <= draft.mention.sentence);
    let place = before.or_else(|| places().next()).map(|place| place_of(place));
    let by_people = || {
        let mut mentions = here().flat_map(|reading| reading.mentions);
        mentions.find_map(|mention| {
            let actor = &readings.first()?.actors.actors[mention.actor];
            let state = actor.sort == ActorSort::State && actor.code == country;
            state.then(|| Place {
                name: actor.name.clone(),
                country: Some(country.to_owned()),
                coordinates: None,
                location: mention.location,
            })
        })
    };
    place.or_else(by_people)
}

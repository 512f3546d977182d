//! Meetings of a guest with those whom he is told to have travelled to.

use super::super::draft::Draft;
use super::super::mention::Place;
use super::super::reading::Reading;
use super::scene::is_apart_in_time;

/// A journey that an article tells of.
struct Journey {
    kind: usize,
    /// The actor who goes.
    guest: usize,
    draft: usize,
    place: Place,
}

/// "Kerry arrived in Oslo. … His talks with the Norwegian premier failed": who has travelled to a state meets its people
/// where he went, if one place is told.
pub(in super::super) fn with_the_hosts(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    let journeys: Vec<Journey> =
        drafts.iter().enumerate().flat_map(|(at, draft)| journeys_of(readings, draft, at)).collect();
    for at in 0..drafts.len() {
        if drafts[at].mention.place.is_none() {
            drafts[at].mention.place = host_town(readings, drafts, at, &journeys);
        }
    }
}

fn journeys_of(readings: &[Reading<'_>], draft: &Draft, at: usize) -> Vec<Journey> {
    let reading = &readings[draft.mention.sentence];
    let lemma = reading.grammar.lemma(draft.found.head);
    let goes = ["travel", "journey"].iter().any(|class| reading.rules.in_class(class, lemma));
    let Some(place) = draft.mention.place.as_ref().filter(|_| goes && draft.mention.status.is_told_as_done())
    else {
        return Vec::new();
    };
    let guests = draft
        .mention
        .sources
        .iter()
        .filter(|one| reading.country(one).is_some() && reading.country(one) != place.country.as_deref());
    let kind = reading.trigger(&draft.found).kind;
    guests
        .filter_map(|one| one.actor)
        .map(|guest| Journey { kind, guest, draft: at, place: place.clone() })
        .collect()
}

fn host_town(readings: &[Reading<'_>], drafts: &[Draft], at: usize, journeys: &[Journey]) -> Option<Place> {
    let draft = &drafts[at];
    if !draft.mention.status.is_told_as_done() {
        return None;
    }
    let reading = &readings[draft.mention.sentence];
    let kind = reading.trigger(&draft.found).kind;
    let participants = || draft.mention.sources.iter().chain(&draft.mention.targets);
    let mut fitting = journeys.iter().filter(|journey| {
        let host = |country: &str| journey.place.country.as_deref() == Some(country);
        journey.kind == kind
            && journey.place.location.part == draft.mention.part
            && participants().any(|one| one.actor == Some(journey.guest))
            && participants().any(|one| reading.country(one).is_some_and(host))
            && !is_apart_in_time(&drafts[journey.draft], draft)
    });
    let first = &fitting.next()?.place;
    fitting.all(|other| other.place.name == first.name).then(|| first.clone())
}

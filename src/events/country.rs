//! The country of "the government", "police", "rebels" where the words beside them name none.

use super::draft::Draft;
use super::mention::Participant;
use super::reading::{Reading, country_code};
use crate::actors::{Actor, ActorSort, MentionForm};

/// Gives those who govern, guard, judge or rebel in no country that is named the only country that the article
/// names; the police of a place are those of its country. Where the article names two, nothing is inferred.
pub(super) fn of_the_article(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    let only = only_country(readings);
    for draft in drafts {
        let mention = &mut draft.mention;
        let Some(reading) = readings.get(mention.sentence) else { continue };
        let here = mention.place.as_ref().and_then(|place| place.country.as_deref());
        // Those who confer somewhere need not be at home there.
        let helps = reading.helps(&draft.found);
        let kind = reading.kind(&draft.found).name.as_str();
        let venue = here.is_some() && here == only && matches!(kind, "CONSULT" | "AGREE" | "COOPERATE");
        let here = here.map(str::to_owned);
        let (sources, targets) = (mention.sources.clone(), mention.targets.clone());
        let sides = [(&mut mention.sources, targets), (&mut mention.targets, sources)];
        for (side, others) in sides {
            for participant in side.iter_mut().filter(|participant| participant.code.is_none()) {
                let Some(actor) = participant.actor.map(|actor| &reading.actors.actors[actor]) else {
                    continue;
                };
                // "French-led troops took the town": whose they are is told, if not by a name.
                if reading.are_sent_abroad(participant) {
                    continue;
                }
                let country = match here.as_deref() {
                    Some(country) if is_local(actor) => Some(country),
                    _ => only.filter(|country| {
                        !venue && is_domestic(actor) && !faces_state(reading, &others, country, actor, helps)
                    }),
                };
                participant.code = country.map(|country| format!("{country}.{}", actor.code));
            }
        }
    }
}

/// The one country that an article names, by itself or by a body of its; its people and its towns alone do not
/// tell it ("an American journalist" may be anywhere), but those of another one forbid it.
fn only_country<'a>(readings: &[Reading<'a>]) -> Option<&'a str> {
    let mentions =
        || readings.iter().flat_map(|reading| reading.mentions.iter().map(move |one| (reading, one)));
    let actors = || {
        let named = mentions().filter(|(_, mention)| mention.form != MentionForm::Pronoun);
        named
            .map(|(reading, mention)| &reading.actors.actors[mention.actor])
            .filter(|actor| !actor.code.ends_with(".JRN"))
    };
    let tells = |actor: &&Actor| {
        matches!(actor.sort, ActorSort::State | ActorSort::Body)
            || actor.sort == ActorSort::Person && actor.known && actor.code.ends_with(".GOV")
    };
    // "police outside the Saudi embassy": what a state keeps in another tells not where it is.
    let rules = readings.first()?.rules;
    let posted = |actor: &&Actor| {
        actor.sort == ActorSort::Body
            && actor.id.rsplit('/').next().is_some_and(|office| rules.in_class("posted-abroad", office))
    };
    let mut at_home = actors().filter(tells).filter(|actor| !posted(actor));
    let only = at_home.find_map(|actor| country_code(&actor.code))?;
    let places = readings.iter().flat_map(|reading| &reading.places);
    let countries = actors().filter_map(|actor| country_code(&actor.code));
    let mut all = countries.chain(places.filter_map(|place| place.country.as_deref()));
    all.all(|country| country == only).then_some(only)
}

/// Whether the other side is the state itself or its people: a government does not thank its own country, and
/// those who shot an American diplomat are no Americans. A country alone may be where it happened, but rebels whom a state
/// helps are another's.
fn faces_state(
    reading: &Reading<'_>,
    side: &[Participant],
    country: &str,
    actor: &Actor,
    helps: bool,
) -> bool {
    let rebels = matches!(actor.code.as_str(), "REB" | "UAF");
    side.iter().any(|one| {
        let Some(other) = one.actor.map(|actor| &reading.actors.actors[actor]) else { return false };
        let code = one.code.as_deref().unwrap_or(&other.code);
        let sector = code.get(4..).unwrap_or("");
        country_code(code) == Some(country)
            && (rebels && (helps || !sector.is_empty()) || !rebels && matches!(sector, "" | "GOV" | "MIL"))
    })
}

/// Police and courts act in their own country alone.
fn is_local(actor: &Actor) -> bool {
    !actor.named
        && matches!(actor.sort, ActorSort::Body | ActorSort::People)
        && matches!(actor.code.as_str(), "COP" | "JUD")
}

/// Whether somebody without a name or a country belongs to the state that is spoken of; diplomats, experts and
/// leaders may be another's.
fn is_domestic(actor: &Actor) -> bool {
    let code = actor.code.as_str();
    let nobodys = actor.id.starts_with('/');
    let far = ["/terror", "/extremist", "/jihad", "/foreign", "/suicide"];
    !actor.named
        && nobodys
        && !far.iter().any(|word| actor.id.starts_with(word))
        && match actor.sort {
            ActorSort::Body => {
                matches!(code, "GOV" | "MIL" | "COP" | "JUD" | "LEG" | "SPY" | "OPP" | "PTY")
            }
            ActorSort::People => {
                matches!(code, "REB" | "UAF" | "COP" | "LEG" | "JUD" | "OPP" | "MIL")
                    || matches!(
                        actor.id.as_str(),
                        "/officials" | "/protesters" | "/demonstrators" | "/ministers"
                    )
            }
            ActorSort::Person => matches!(actor.id.as_str(), "/president" | "/prime-minister" | "/king"),
            _ => false,
        }
}

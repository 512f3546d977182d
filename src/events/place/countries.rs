//! Whose people are dealt with, where the words do not say it but the place or the others do.

use super::super::draft::Draft;
use super::super::mention::Participant;
use super::super::reading::{Reading, country_code, is_international};

/// "killed 23 people in Tel Aviv", "demonstrators in Monrovia": people and things of no country told of have
/// that of the place.
pub(in super::super) fn lend_countries(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        let Some(country) = draft.mention.place.as_ref().and_then(|place| place.country.clone()) else {
            continue;
        };
        if is_own_name(draft) || is_offshore(reading, draft) {
            continue;
        }
        let kind = reading.kind(&draft.found);
        for participant in &mut draft.mention.targets {
            // A region of several states is of none.
            let region = reading
                .places
                .iter()
                .any(|place| place.country.is_none() && place.location == participant.location);
            // "the embassy" of nobody that is told is not of the state that it stands in.
            let abroad = is_of_elsewhere(reading, participant);
            if participant.code.is_some() || region || abroad || reading.are_foreign(participant) {
                continue;
            }
            match participant.actor.map(|actor| &reading.actors.actors[actor]) {
                // "condemned the barrage": who did it is blamed, and no deed.
                None if kind.answers && reading.is_of_happening(participant) => {}
                // "go to the polls for a mayoral election"
                None if reading.is_ballot(participant) => {}
                None => participant.code = Some(country.clone()),
                // "peacekeepers of the United Nations" are not of the state that they are in.
                Some(actor)
                    if !actor.named
                        && country_code(&actor.code).is_none()
                        && !is_international(&actor.code) =>
                {
                    let class =
                        if actor.code.is_empty() { String::new() } else { format!(".{}", actor.code) };
                    participant.code = Some(format!("{country}{class}"));
                }
                Some(_) => {}
            }
        }
    }
}

/// "Turkey arrested ten tourists": whether the place is but the name of the state that acts.
fn is_own_name(draft: &Draft) -> bool {
    let Some(place) = draft.mention.place.as_ref() else { return false };
    draft.mention.sources.iter().any(|one| one.location == place.location)
}

/// "a ship off Somalia", "a tanker off the coast of Yemen": what is at sea is of no state that is near.
fn is_offshore(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let sentence = grammar.sentence;
    draft.mention.place.as_ref().is_some_and(|place| {
        let own = sentence.part == place.location.part && sentence.span.contains(place.location.span);
        let mut tops = own.then(|| sentence.tokens_at(place.location)).into_iter().flatten();
        // "A bus veered off a road in Chad": the road is ashore.
        let at_sea = |at: usize| {
            let coast = matches!(grammar.lower(at), "coast" | "coasts" | "shore" | "shores");
            (coast || sentence.tokens_at(place.location).contains(&at))
                && grammar.preposition(at).is_some_and(|word| grammar.lower(word) == "off")
        };
        tops.any(|token| grammar.upward(token).take(4).any(at_sea))
    })
}

/// "flew to Jeddah for talks with the king": whoever goes there is not at home.
fn is_of_journey(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    grammar
        .upward(draft.found.anchor())
        .any(|above| grammar.is_verb(above) && reading.rules.in_class("travel", grammar.lemma(above)))
}

/// "The Syrian army shelled Homs": ground of those who act there stands for no state.
pub(in super::super) fn keep_own_ground(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts {
        let reading = &readings[draft.mention.sentence];
        if !reading.trigger(&draft.found).strikes {
            continue;
        }
        let mention = &mut draft.mention;
        // Gunmen whose country only the place tells are no state.
        let acting: Vec<&str> = mention
            .sources
            .iter()
            .filter_map(|one| country_code(&reading.actors.actors[one.actor?].code))
            .collect();
        let own = |one: &Participant| one.code.as_deref().is_some_and(|country| acting.contains(&country));
        for ground in mention.targets.iter_mut().filter(|one| one.actor.is_none()) {
            if own(ground) && reading.is_ground(ground) {
                ground.code = None;
            }
        }
    }
}

/// "The authorities in Harare jailed opposition leaders", "Congolese rebels attacked the army": within a state, who
/// has no country of his own has that of those he deals with.
pub(in super::super) fn share_countries(reading: &Reading<'_>, drafts: &mut [Draft]) {
    'drafts: for draft in drafts {
        if draft.found.reciprocal(reading) && is_of_journey(reading, draft) {
            continue;
        }
        let helps = reading.helps(&draft.found);
        let mention = &mut draft.mention;
        let scene = mention.place.as_ref().and_then(|place| place.country.as_deref());
        let mut countries: Vec<String> = Vec::new();
        let mut lacking = false;
        for participant in mention.sources.iter().chain(&mention.targets) {
            let code = match (&participant.code, participant.actor) {
                // "killed the minister and his guards": where it was tells nothing of whose they are.
                (Some(code), None) if scene == Some(code.as_str()) => continue,
                (Some(code), _) => code.as_str(),
                (None, Some(actor)) => reading.actors.actors[actor].code.as_str(),
                (None, None) => continue,
            };
            match country_code(code) {
                // A state may face anybody; its rebels, parties and courts face their own.
                Some(_) if is_of_elsewhere(reading, participant) => continue 'drafts,
                Some(country) if code.get(4..).is_some_and(is_domestic) => {
                    if !countries.iter().any(|known| known == country) {
                        countries.push(country.to_string());
                    }
                }
                Some(_) => continue 'drafts,
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
            // "The cabinet backs the rebels": nobody helps his own.
            let helped = helps && matches!(code.as_str(), "REB" | "UAF");
            if is_domestic(code) && !helped && !is_of_elsewhere(reading, participant) {
                participant.code = Some(format!("{country}.{code}"));
            }
        }
    }
}

/// Whether the words are for people, or for a house, of another state.
fn is_of_elsewhere(reading: &Reading<'_>, participant: &Participant) -> bool {
    let sentence = reading.grammar.sentence;
    let is_away = |token: usize| {
        ["abroad-by-trade", "mission"]
            .iter()
            .any(|class| reading.rules.in_class(class, &sentence.tokens[token].lemma))
    };
    sentence.tokens_at(participant.location).any(is_away)
}

/// Sectors that stand within one state.
fn is_domestic(sector: &str) -> bool {
    matches!(
        sector,
        "REB" | "UAF" | "OPP" | "LEG" | "JUD" | "COP" | "PTY" | "LAB" | "GOV" | "ELI" | "SEP" | "AGR" | "EDU"
    )
}

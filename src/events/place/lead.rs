//! What the first sentence of an article tells to have happened in the town that it is dated from.

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::dateline::Dateline;
use super::{head_of, homeland, is_told_of, place_of, scene};
use crate::language::{Relation, Upos};

/// "DHAKA, Dec 9 (AFP) - Police opened fire on Wednesday on a crowd, witnesses said": violence, arrests and protests that the
/// first sentence tells in its main clause, at no other place and without anybody of another country, are where it is dated from.
pub(in super::super) fn from_the_dateline(
    readings: &[Reading<'_>],
    dateline: Option<&Dateline>,
    starts: &[usize],
    drafts: &mut [Draft],
) {
    let Some(dateline) = dateline else { return };
    let Some(reading) = readings.get(dateline.lead) else { return };
    if scene::leads_away(reading) || tells_ground(reading) {
        return;
    }
    let here = starts[dateline.lead]..starts[dateline.lead + 1];
    let heads: Vec<usize> = drafts[here.clone()].iter().map(|draft| draft.found.head).collect();
    for draft in &mut drafts[here] {
        let open = draft.mention.place.is_none() && scene::sets_scene(reading, draft);
        // "MANAMA: The king of Bahrain declared an emergency": in the state that it is told of.
        let main = is_main(reading, draft.found.anchor()) && homeland::home(reading, draft).is_none();
        if open && main && is_of(reading, draft, dateline) && !is_placed(reading, draft, &heads) {
            draft.mention.place = Some(place_of(&dateline.place));
        }
    }
}

/// "in the southern town of Ulmo", "off the northern coast", "at Ulmo airport": whether a sentence tells a place of its own, whether
/// a list holds it or not.
fn tells_ground(reading: &Reading<'_>) -> bool {
    let grammar = &reading.grammar;
    let classes = ["territory", "place-noun", "region-noun"];
    (0..grammar.len()).any(|token| {
        let at = grammar
            .preposition(token)
            .is_some_and(|word| reading.rules.in_class("scene", grammar.lower(word)));
        let ground = classes.iter().any(|class| reading.rules.in_class(class, grammar.lemma(token)));
        // "this battered town", "the city"
        let here = grammar.children(token).any(|child| grammar.lower(child) == "this")
            || grammar
                .children(token)
                .all(|child| matches!(grammar.relation(child), Relation::Det | Relation::Case));
        at && !reading.is_time(token) && (grammar.upos(token) == Upos::Propn || ground && !here)
    })
}

/// Whether a verb is what the sentence tells, or is told to have been said: not in a clause about something or for the time of it.
fn is_main(reading: &Reading<'_>, anchor: usize) -> bool {
    let grammar = &reading.grammar;
    for at in grammar.upward(anchor) {
        match grammar.relation(at) {
            Relation::Root => return true,
            Relation::Conj | Relation::Parataxis | Relation::Xcomp => {}
            // "…, witnesses said", "Witnesses said that …"
            Relation::Ccomp => {
                let told = grammar
                    .parent(at)
                    .is_some_and(|verb| reading.rules.words.speech.contains(grammar.lemma(verb)));
                if !told {
                    return false;
                }
            }
            // "…, killing six"
            Relation::Advcl if grammar.opening(at).is_none() && !grammar.has_nominal_subject(at) => {}
            // "Riots broke out", "killed in clashes"
            Relation::Nsubj | Relation::NsubjPass | Relation::Obl | Relation::Obj if !grammar.is_verb(at) => {
            }
            _ => return false,
        }
    }
    false
}

/// Whether nobody of another country takes part, and nothing that takes part stands in one.
fn is_of(reading: &Reading<'_>, draft: &Draft, dateline: &Dateline) -> bool {
    let country = dateline.place.country.as_deref();
    let participants = || draft.mention.sources.iter().chain(&draft.mention.targets);
    let own = participants().filter_map(|one| reading.country(one)).all(|one| Some(one) == country);
    let sentence = reading.grammar.sentence;
    let at = |one: usize| participants().any(|side| sentence.tokens_at(side.location).contains(&one));
    own && !reading
        .places
        .iter()
        .any(|place| place.tokens.clone().any(at) && place.country.as_deref() != country)
}

/// Whether a place of the sentence is told of this event, or of what no other event tells of.
fn is_placed(reading: &Reading<'_>, draft: &Draft, heads: &[usize]) -> bool {
    let grammar = &reading.grammar;
    let (anchor, head) = (draft.found.anchor(), draft.found.head);
    reading.places.iter().filter(|place| is_told_of(reading, place)).any(|place| {
        let Some(top) = head_of(reading, place) else { return false };
        for at in grammar.upward(top) {
            if at == anchor || at == head {
                return true;
            }
            if heads.contains(&at) || grammar.is_verb(at) && at != top {
                return false;
            }
        }
        true
    })
}

//! Who did it, to whom it was done and where, if a mention does not say it and another one of the same happening does.

use super::super::draft::Draft;
use super::super::grammar::Place;
use super::super::matching::{known, same};
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::sentence::elsewhere;
use super::toll::is_bare_toll;
use crate::actors::ActorSort;
use crate::article::Part;
use crate::language::{Relation, Upos};
use std::collections::HashMap;

/// The two sides of what happens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Source,
    Target,
}

impl Side {
    fn of(self, draft: &Draft) -> &Vec<Participant> {
        match self {
            Self::Source => &draft.mention.sources,
            Self::Target => &draft.mention.targets,
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Source => Self::Target,
            Self::Target => Self::Source,
        }
    }
}

/// "Ten were killed when rebels attacked", "The strikes killed ten. … the Syrian strikes": what a mention does not say
/// itself it has from the others of its happening, those of its sentence first.
pub(in super::super) fn lend(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    let mut mentions: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        mentions.entry(draft.mention.happening).or_default().push(at);
    }
    lend_places(readings, starts, drafts, &mentions);
    for side in [Side::Source, Side::Target] {
        for (reading, range) in readings.iter().zip(starts.windows(2)) {
            let range = range[0]..range[1];
            for at in range.clone() {
                if drafts[at].found.reciprocal(reading) {
                    let others = mentions[&drafts[at].mention.happening].iter();
                    let near = others.filter(|other| range.contains(other)).map(|&other| &drafts[other]);
                    if let Some((sources, targets)) = met_with(reading, &drafts[at], near) {
                        drafts[at].mention.sources = sources;
                        drafts[at].mention.targets = targets;
                    }
                    continue;
                }
                let taker = &drafts[at];
                let others = || mentions[&taker.mention.happening].iter();
                let near = others().filter(|other| range.contains(other)).map(|&other| &drafts[other]);
                if !side.of(taker).is_empty() {
                    let after = others()
                        .map(|&other| &drafts[other])
                        .filter(|other| is_toll_of(readings, taker, other));
                    let here: Vec<&Draft> = near.collect();
                    let near = here.iter().copied().chain(after);
                    let mut more =
                        if side == Side::Target { beside(readings, taker, near) } else { Vec::new() };
                    if side == Side::Target {
                        more.extend(things_beside(readings, taker, here));
                    }
                    // "killed when a bomb exploded in the town": where it was is not whom it struck.
                    if !more.is_empty() && only_place(reading, &drafts[at]) {
                        drafts[at].mention.targets.clear();
                    }
                    let new = |one: &Participant| !side.of(&drafts[at]).iter().any(|old| same(old, one));
                    let more: Vec<_> = more.into_iter().filter(new).collect();
                    drafts[at].mention.targets.extend(more);
                    continue;
                }
                let lent = match side {
                    Side::Source => agreed(readings, taker, near, side),
                    Side::Target => Suffering::of(readings, taker, near)
                        .and_then(|suffering| suffering.any(reading.befalls(taker.found.head))),
                };
                let lent = lent.or_else(|| {
                    let far = others().map(|&other| &drafts[other]);
                    let far = far.filter(|lender| as_true(readings, taker, lender, side));
                    if points(reading, taker) { agreed(readings, taker, far, side) } else { None }
                });
                let lent = lent.or_else(|| {
                    let tolls = others()
                        .map(|&other| &drafts[other])
                        .filter(|other| is_toll_of(readings, taker, other));
                    let harms = reading.kind(&taker.found).befalls || reading.trigger(&taker.found).strikes;
                    (harms && side == Side::Target)
                        .then(|| Suffering::of(readings, taker, tolls))
                        .flatten()?
                        .any(true)
                });
                if let Some(lent) = lent {
                    match side {
                        Side::Source => drafts[at].mention.sources = lent,
                        Side::Target => drafts[at].mention.targets = lent,
                    }
                }
            }
        }
    }
}

/// "An attack in Bern killed two": all mentions of a happening are where one of them is told to be, if no two of them are
/// told to be at different places. Those of the sentence count first.
fn lend_places(
    readings: &[Reading<'_>],
    starts: &[usize],
    drafts: &mut [Draft],
    mentions: &HashMap<usize, Vec<usize>>,
) {
    for range in starts.windows(2).map(|range| range[0]..range[1]) {
        for at in range.clone() {
            if drafts[at].mention.place.is_some() {
                continue;
            }
            let all = &mentions[&drafts[at].mention.happening];
            let part = drafts[at].mention.part;
            let agreed = |near: bool| {
                // A mention's words stand all in one part of the article.
                let mut places = all
                    .iter()
                    .filter(|other| !near || range.contains(other))
                    .filter_map(|&other| drafts[other].mention.place.as_ref())
                    .filter(|place| place.location.part == part);
                let first = places.next()?;
                places.all(|place| place.name == first.name).then(|| first.clone())
            };
            let far = points(&readings[drafts[at].mention.sentence], &drafts[at]);
            drafts[at].mention.place = agreed(true).or_else(|| if far { agreed(false) } else { None });
        }
    }
}

/// Who stands on a side of all mentions of a happening that say it, if they agree.
fn agreed<'d>(
    readings: &[Reading<'_>],
    taker: &Draft,
    others: impl Iterator<Item = &'d Draft>,
    side: Side,
) -> Option<Vec<Participant>> {
    let mut lenders = others.filter(|lender| {
        let reading = &readings[lender.mention.sentence];
        side.of(lender).iter().any(|one| known(one) || reading.are_people(one))
            && !lender.found.reciprocal(reading)
    });
    let lent = side.of(lenders.next()?);
    let agree = lenders.all(|other| {
        let theirs = side.of(other);
        theirs.len() == lent.len() && theirs.iter().zip(lent).all(|(one, two)| same(one, two))
    });
    let actors = readings[taker.mention.sentence].actors;
    // "Fighters of the group were killed in the offensive": not in the group's own.
    let kin = |one: &Participant, two: &Participant| {
        let actor = |one: &Participant| one.actor.map(|actor| &actors.actors[actor]);
        actor(one).zip(actor(two)).is_some_and(|(group, people)| {
            matches!(group.sort, ActorSort::Group | ActorSort::Organisation)
                && people.id.strip_prefix(group.id.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })
    };
    let both = lent
        .iter()
        .any(|one| side.other().of(taker).iter().any(|two| same(one, two) || kin(one, two) || kin(two, one)));
    (agree && !both).then(|| lent.clone())
}

/// All to whom one happening is done in a sentence.
#[derive(Default)]
struct Suffering {
    people: Vec<Participant>,
    things: Vec<Participant>,
}

impl Suffering {
    /// "Missiles hit the town, killing ten": nothing where one of them acts.
    fn of<'d>(
        readings: &[Reading<'_>],
        taker: &Draft,
        others: impl Iterator<Item = &'d Draft>,
    ) -> Option<Self> {
        let mut found = Self::default();
        for lender in others {
            let reading = &readings[lender.mention.sentence];
            for one in &lender.mention.targets {
                let acts = taker.mention.sources.iter().any(|source| same(source, one));
                if lender.found.reciprocal(reading) || acts {
                    return None;
                }
                let side = match is_somebody(reading, one) {
                    true => &mut found.people,
                    false if reading.is_of_struck(one) => &mut found.things,
                    false => continue,
                };
                if !side.iter().any(|other| same(other, one)) {
                    side.push(one.clone());
                }
            }
        }
        Some(found)
    }

    /// The people, or what else is struck where there are none: "destroyed two vehicles, firing shells". What befalls
    /// people befalls no things.
    fn any(self, befalls: bool) -> Option<Vec<Participant>> {
        let things = if befalls { Vec::new() } else { self.things };
        [self.people, things].into_iter().find(|side| !side.is_empty())
    }
}

/// "flew to Bern for talks with the king": both sides of what two do together, where a mention tells only one of them.
fn met_with<'d>(
    reading: &Reading<'_>,
    taker: &Draft,
    mut others: impl Iterator<Item = &'d Draft>,
) -> Option<(Vec<Participant>, Vec<Participant>)> {
    let sides = |draft: &'d Draft| draft.mention.sources.iter().chain(&draft.mention.targets);
    let own = || taker.mention.sources.iter().chain(&taker.mention.targets);
    let more = others.find(|other| {
        other.found.reciprocal(reading)
            && own().count() == 1
            && sides(other).count() > 1
            && own().all(|one| sides(other).any(|two| same(one, two)))
    })?;
    Some((more.mention.sources.clone(), more.mention.targets.clone()))
}

/// "Two soldiers were killed in an attack on a base": an attack on a place is one on those whom it killed as well.
fn beside<'d>(
    readings: &[Reading<'_>],
    taker: &Draft,
    others: impl Iterator<Item = &'d Draft>,
) -> Vec<Participant> {
    let reading = &readings[taker.mention.sentence];
    let trigger = reading.trigger(&taker.found);
    let of_place = (trigger.strikes || reading.kind(&taker.found).befalls)
        && !taker.mention.targets.iter().any(|one| are_persons(reading, one) || is_count(reading, one));
    if !of_place {
        return Vec::new();
    }
    let others = others.filter(|other| other.found.head != taker.found.head);
    Suffering::of(readings, taker, others).map_or_else(Vec::new, |suffering| suffering.people)
}

/// "Bombs tore through a train, killing 15": a verb of harm that goes on from the clause that it hangs on harms what is struck there
/// as well, but for the ground where it was. "Nine were killed when a bomber struck a bus" tells of people alone.
fn things_beside(readings: &[Reading<'_>], taker: &Draft, others: Vec<&Draft>) -> Vec<Participant> {
    let reading = &readings[taker.mention.sentence];
    let grammar = &reading.grammar;
    let verb = taker.found.head;
    let goes_on = match grammar.relation(verb) {
        Relation::Advcl => grammar.mark(verb).is_none(),
        Relation::Conj => !grammar.has_nominal_subject(verb),
        _ => false,
    };
    let of_people =
        taker.mention.targets.iter().all(|one| are_persons(reading, one) || is_count(reading, one));
    if !goes_on
        || !of_people
        || taker.found.arguments.passive
        || !reading.trigger(&taker.found).strikes
        || !taker.mention.status.is_told_as_done()
    {
        return Vec::new();
    }
    let above = grammar.parent(verb);
    let deeds: Vec<&Draft> = others
        .into_iter()
        .filter(|other| Some(other.found.anchor()) == above && other.mention.status == taker.mention.status)
        .collect();
    let struck = |one: &Participant| {
        !is_ground(reading, one) && deeds.iter().any(|deed| is_done_to(reading, deed, one))
    };
    let all = Suffering::of(readings, taker, deeds.iter().copied());
    all.map_or_else(Vec::new, |suffering| suffering.things.into_iter().filter(struck).collect())
}

/// Whether a thing is ground or has the name of a place.
fn is_ground(reading: &Reading<'_>, one: &Participant) -> bool {
    let ground = |head: usize| reading.rules.in_class("territory", reading.grammar.lemma(head));
    reading.is_named_ground(one)
        || reading.heads_of(one).any(ground) && !reading.is_of_property(one)
        || reading.places.iter().any(|place| place.location.span.overlaps(one.location.span))
}

/// "hit a bus", "fired into the bus": whether a thing is what a deed is done to, and not only where it was, as in "exploded at a
/// market".
fn is_done_to(reading: &Reading<'_>, deed: &Draft, thing: &Participant) -> bool {
    let done_to = |place: &Place| match *place {
        Place::Object => true,
        Place::Preposition(word) => {
            matches!(reading.grammar.lower(word), "on" | "into" | "through" | "against" | "of")
        }
        _ => false,
    };
    let is_thing = |token: usize| {
        let core = reading.core(token);
        reading.heads_of(thing).any(|head| head == core || head == token)
    };
    let mut arguments = deed.found.arguments.list.iter();
    arguments.any(|argument| done_to(&argument.place) && is_thing(argument.token))
}

/// "killing 12": a number alone counts people.
fn is_count(reading: &Reading<'_>, one: &Participant) -> bool {
    let sentence = reading.grammar.sentence;
    let words = &sentence.tokens[sentence.tokens_at(one.location)];
    !words.is_empty() && words.iter().all(|token| !matches!(token.upos, Upos::Noun | Upos::Propn))
}

/// Whether all that a mention is told to be done to is the place where it is, and not what is struck or taken.
pub(super) fn only_place(reading: &Reading<'_>, draft: &Draft) -> bool {
    !is_struck(reading, draft)
        && draft.mention.place.as_ref().is_some_and(|place| {
            draft.mention.targets.iter().all(|one| {
                let town = reading.places.iter().any(|known| known.location == one.location);
                one.location == place.location || town && one.location.part == place.location.part
            })
        })
}

/// "bombed the town", "seized the port": whether a place is what it was done to, and not only where it was.
fn is_struck(reading: &Reading<'_>, draft: &Draft) -> bool {
    let (grammar, sentence) = (&reading.grammar, reading.grammar.sentence);
    let done_to = |place: &Place| match *place {
        Place::Object => true,
        Place::Preposition(word) => {
            !matches!(grammar.lower(word), "in" | "at" | "near" | "outside" | "inside" | "around")
        }
        _ => false,
    };
    // "the town of Bor": the name may stand below the word that is the object; "two people in Bor" are not Bor.
    let is_its_name = |token: usize| match grammar.relation(token) {
        Relation::Nmod => grammar.preposition(token).is_some_and(|word| grammar.lower(word) == "of"),
        relation => matches!(relation, Relation::Appos | Relation::Flat | Relation::Compound),
    };
    let names = |token: usize, object: usize| {
        token == object
            || grammar.below(token, object)
                && grammar.upward(token).take_while(|&above| above != object).all(is_its_name)
    };
    let named = |object: usize| {
        draft
            .mention
            .targets
            .iter()
            .any(|one| sentence.tokens_at(one.location).any(|token| names(token, object)))
    };
    let mut arguments = draft.found.arguments.list.iter();
    reading.trigger(&draft.found).strikes
        && arguments.any(|argument| done_to(&argument.place) && named(argument.token))
}

/// Whether a participant is people, by its words or by the actor that they are of.
pub(super) fn are_persons(reading: &Reading<'_>, one: &Participant) -> bool {
    reading.are_people(one) || is_person_by_kind(reading, one)
}

/// Whether a participant is people by their kind or by name, and no state, site or body.
fn is_person_by_kind(reading: &Reading<'_>, one: &Participant) -> bool {
    one.actor.is_some_and(|actor| {
        matches!(reading.actors.actors[actor].sort, ActorSort::Person | ActorSort::Group | ActorSort::People)
    })
}

/// Whether a participant is people, and no country or place.
fn is_somebody(reading: &Reading<'_>, one: &Participant) -> bool {
    match one.actor {
        Some(actor) => reading.actors.actors[actor].sort != ActorSort::State,
        None => reading.are_people(one),
    }
}

/// "Two trams collided. Three people were killed": whether a mention is what a disaster cost, told right behind it.
fn is_toll_of(readings: &[Reading<'_>], disaster: &Draft, toll: &Draft) -> bool {
    toll.mention.part == disaster.mention.part
        && toll.mention.sentence == disaster.mention.sentence + 1
        && !elsewhere(disaster, toll)
        && is_bare_toll(&readings[toll.mention.sentence], toll)
}

/// "the attack", "two were killed", "he was arrested": a mention that points at what was told before, and says by no pronoun
/// whose it is.
fn points(reading: &Reading<'_>, taker: &Draft) -> bool {
    let trigger = reading.trigger(&taker.found);
    match trigger.part {
        TriggerPart::Verb => {
            (trigger.strikes || reading.kind(&taker.found).on_the_spot) && taker.found.arguments.passive
        }
        _ => trigger.strikes && reading.grammar.is_definite(taker.found.head),
    }
}

/// Whether another sentence tells what it says for as true as this one. What is planned or denied has not been done by
/// anybody.
fn as_true(readings: &[Reading<'_>], taker: &Draft, lender: &Draft, side: Side) -> bool {
    let reading = &readings[lender.mention.sentence];
    taker.mention.status.is_told_as_done()
        && lender.mention.part == taker.mention.part
        && lender.mention.part != Part::Title
        && (lender.mention.status == Status::Happened || lender.mention.status == taker.mention.status)
        && side.of(lender).iter().all(|one| known(one) && (side == Side::Source || is_somebody(reading, one)))
}

//! Who does something by his very name: "Protests shook the capital, where thousands of protesters gathered", "killed when
//! gunmen storm a bar".

use super::super::draft::Draft;
use super::super::grammar;
use super::super::mention::{Participant, Place};
use super::super::reading::{Reading, country_code};
use crate::events::PlaceMention;
use crate::language::{Relation, Upos};

/// Gives what nobody is told to have done to those in its sentence who are named after it and do something there.
pub(in super::super) fn perform(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        for at in range[0]..range[1] {
            // "Bangladesh protests" are in Bangladesh, and not by the state.
            if is_named_by_state(reading, &drafts[at]) {
                move_there(reading, &mut drafts[at]);
            }
            let (beside, draft) = (&drafts[range[0]..range[1]], &drafts[at]);
            let performers = performers(reading, beside, draft)
                .or_else(|| assailants(reading, beside, draft))
                .or_else(|| deciders(reading, beside, draft));
            if let Some(performers) = performers {
                drafts[at].mention.sources = performers;
            }
        }
    }
}

fn performers(reading: &Reading<'_>, beside: &[Draft], draft: &Draft) -> Option<Vec<Participant>> {
    let mode = draft.found.mode?;
    let nouns = &reading.kind(&draft.found).modes[mode].performers;
    // Those who strike are told behind the deed as well, and another rule finds them.
    let strikes = reading.trigger(&draft.found).strikes;
    if strikes || !draft.mention.sources.is_empty() || !draft.mention.status.is_told_as_done() {
        return None;
    }
    let grammar = &reading.grammar;
    let performer = (0..grammar.len()).find(|&at| {
        grammar.upos(at) == Upos::Noun
            && nouns.iter().any(|noun| noun == grammar.lemma(at))
            && acts_here(reading, at, draft)
    })?;
    let found = reading.participants_as(performer, true);
    let suffers = |one: &Participant| {
        // Those who clash are on both sides.
        let deeds = beside.iter().filter(|other| !other.found.reciprocal(reading));
        let targets = deeds.flat_map(|other| &other.mention.targets);
        targets.into_iter().any(|target| target.location.span.overlaps(one.location.span))
    };
    Some(found).filter(|found| !found.iter().any(suffers))
}

/// Whether what people hold is told to be of a state that only tells where.
fn is_named_by_state(reading: &Reading<'_>, draft: &Draft) -> bool {
    let by = |token: usize| {
        let span = reading.grammar.sentence.tokens[token].span;
        reading.is_state_by_name(token)
            && draft.mention.sources.iter().all(|one| one.location.span.contains(span))
    };
    reading.kind(&draft.found).held && draft.found.arguments.at(grammar::Place::Modifier).any(by)
}

/// Makes the state by which something is called its place, and nobody who does it.
fn move_there(reading: &Reading<'_>, draft: &mut Draft) {
    let sources = std::mem::take(&mut draft.mention.sources);
    let state = sources.first().and_then(|one| Some((reading.actors.actors.get(one.actor?)?, one.location)));
    if let Some((state, location)) = state.filter(|_| draft.mention.place.is_none()) {
        let country = country_code(&state.code).map(str::to_owned);
        draft.mention.place = Some(Place { name: state.name.clone(), country, coordinates: None, location });
    }
}

/// "In the general election the Greens win most seats": whoever decides what nobody else is told to do.
fn deciders(reading: &Reading<'_>, beside: &[Draft], draft: &Draft) -> Option<Vec<Participant>> {
    let modes = &reading.kind(&draft.found).modes;
    let decided = &modes[draft.found.mode?].decided;
    let above = |other: &Draft| {
        let grammar = &reading.grammar;
        let mut way = grammar.upward(draft.found.head).skip(1);
        way.find(|&at| grammar.is_verb(at)) == Some(other.found.anchor())
    };
    let decides = |other: &&Draft| {
        other.mention.kind == draft.mention.kind
            && other.mention.status == draft.mention.status
            && other.found.mode.is_some_and(|mode| decided.iter().any(|name| *name == modes[mode].name))
            && !other.mention.sources.is_empty()
            && above(other)
    };
    let open = draft.mention.sources.is_empty() && draft.mention.status.is_told_as_done();
    beside.iter().filter(|_| open).find(decides).map(|other| other.mention.sources.clone())
}

/// "Ten are killed when gunmen storm a bar", "when bombers drive a van into the crowd": whoever is called after attacking and
/// attacks does what harms people meanwhile, but for those who are called so themselves.
fn assailants(reading: &Reading<'_>, beside: &[Draft], draft: &Draft) -> Option<Vec<Participant>> {
    let grammar = &reading.grammar;
    let harm = draft.found.head;
    let suffered = draft.mention.sources.is_empty()
        && draft.mention.status.is_told_as_done()
        && draft.found.arguments.passive
        && reading.befalls(harm);
    let is_assailant = |core: usize| reading.rules.in_class("assailant", grammar.lemma(core));
    let fighters = draft.mention.targets.iter().flat_map(|one| reading.heads_of(one)).any(is_assailant);
    let attacks = |verb: usize| {
        reading.rules.in_class("breaking-in", grammar.lemma(verb))
            || beside
                .iter()
                .any(|other| other.found.anchor() == verb && reading.trigger(&other.found).strikes)
    };
    let when = |&clause: &usize| {
        grammar.relation(clause) == Relation::Advcl
            && grammar.opening(clause).is_some_and(|word| grammar.lower(word) == "when")
            && !grammar.passive(clause)
            && !reading.harms(clause)
    };
    let clause = grammar.children(harm).find(when).filter(|_| suffered && !fighters)?;
    // "when car bombs go off and gunmen storm a bar"
    let mut verbs = grammar.coordinated(clause).into_iter().filter(|&verb| !grammar.passive(verb));
    // "killed when security forces broke up a sit-in": those who use force on a crowd, unless one of their own is hurt.
    let breaks_up = |verb: usize| {
        let phrase = grammar.phrasal(verb);
        reading.rules.in_class("breaking-up", phrase.as_deref().unwrap_or(grammar.lemma(verb)))
    };
    let is_force = |core: usize| reading.rules.in_class("force", grammar.lemma(core));
    let of_force = draft.mention.targets.iter().flat_map(|one| reading.heads_of(one)).any(is_force);
    let armed = |core: usize| {
        grammar.children(core).any(|child| child < core && matches!(grammar.lower(child), "armed" | "masked"))
    };
    let doer = verbs.find_map(|verb| {
        let doer = grammar.child(verb, Relation::Nsubj)?;
        let core = reading.core(doer);
        let bomber = grammar.lemma(core) == "bomber";
        let does = || bomber || grammar.coordinated(verb).into_iter().any(attacks);
        // "killed when armed guards fought gunmen"
        let fights =
            || grammar.child(verb, Relation::Obj).is_some_and(|other| is_assailant(reading.core(other)));
        let assails =
            (is_assailant(core) || armed(core) && !fights()) && reading.are_of_people(core) && does();
        (assails || is_force(core) && !of_force && breaks_up(verb)).then_some(doer)
    })?;
    Some(reading.participants_as(doer, true))
}

/// Whether a noun is the subject of what somebody does, or counted by it, and is not told to be elsewhere than what happens:
/// those for whom, against whose death or in whose land there is a protest do not hold it.
fn acts_here(reading: &Reading<'_>, noun: usize, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let discounted = |child: usize| reading.rules.in_class("discounting", grammar.lower(child));
    let whole = grammar.upward(noun).find(|&at| grammar.relation(at) != Relation::Nmod).unwrap_or(noun);
    let verb = grammar.parent(grammar.first_conjunct(whole)).filter(|_| reading.core(whole) == noun);
    let acts = verb.is_some_and(|verb| {
        grammar.relation(grammar.first_conjunct(whole)) == Relation::Nsubj
            && grammar.is_verb(verb)
            && !grammar.passive(verb)
    });
    let here = draft.mention.place.as_ref();
    let own = |at: usize| {
        let way = grammar.upward(at).skip(1);
        way.take_while(|&above| Some(above) == verb || !grammar.is_verb(above))
            .any(|above| Some(above) == verb)
    };
    let elsewhere = || {
        let places = (0..grammar.len()).filter(|&at| own(at)).filter_map(|at| reading.place_at(at));
        here.is_some_and(|here| places.into_iter().any(|place| are_apart(here, place)))
    };
    acts && !grammar.children(noun).chain(grammar.children(whole)).any(discounted) && !elsewhere()
}

/// Whether neither of two places can be where the other is.
fn are_apart(one: &Place, other: &PlaceMention) -> bool {
    let towns = one.coordinates.is_some() && other.coordinates.is_some();
    one.country != other.country || towns && one.name != other.name
}

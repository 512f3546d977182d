//! Who takes part, of all that stands where a participant would: things, days and matters do not, but what is attacked.

use super::draft::Draft;
use super::grammar::Place;
use super::matching::{Found, known};
use super::mention::Participant;
use super::reading::Reading;
use crate::article::Location;
use crate::language::{Relation, Upos};

/// Takes out what is neither an actor, nor of a country, nor called by a name or a noun for people: of "condemned
/// the invasion" the invasion is no target. The label keeps its words.
pub(super) fn keep(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts {
        let mention = &mut draft.mention;
        let reading = &readings[mention.sentence];
        let kind = reading.kind(&draft.found);
        let of_mode = draft.found.mode.is_some_and(|mode| kind.modes[mode].strikes);
        let strikes = reading.trigger(&draft.found).strikes || kind.befalls || of_mode;
        mention.sources.retain(|one| known(one) || is_somebody(readings, one, false));
        // "18 dead": a number alone tells how many suffered, but not who did something or died.
        mention.sources.retain(|one| !reading.is_bare_number(one));
        mention.targets.retain(|one| known(one) || is_somebody(readings, one, strikes));
        let sources = &mention.sources;
        if kind.held {
            let found = &draft.found;
            let there = |one: &Participant| is_where(reading, found, one) || is_within(reading, found, one);
            mention.targets.retain(|one| !there(one) || is_abroad(reading, sources, one));
        }
        if kind.sited && !sources.is_empty() {
            mention.targets.retain(|one| !reading.is_ground(one) || is_abroad(reading, sources, one));
        }
    }
}

/// Gives people whom no table knows the words that tell whose they are, where their own tell only of what kind they are:
/// "the husband of the candidate". What was told of them before this speaks of their kind.
pub(super) fn describe(readings: &[Reading<'_>], drafts: &mut [Draft]) {
    for draft in drafts {
        let mention = &mut draft.mention;
        for one in mention.sources.iter_mut().chain(&mut mention.targets) {
            if let Some(reading) = reading_of(readings, one.location) {
                one.location = reading.described(one);
            }
        }
    }
}

/// "a rally in Lima", "protests across Peru": whether a participant stands where the place would; who stormed "the parliament
/// in Lima" was not only there.
fn is_where(reading: &Reading<'_>, found: &Found, one: &Participant) -> bool {
    let grammar = &reading.grammar;
    let span = |token: usize| grammar.sentence.tokens[token].span;
    found.arguments.list.iter().any(|argument| match argument.place {
        Place::Preposition(word) => {
            // "at E. 52nd St."
            let street = |token: usize| {
                let name = |&at: &usize| matches!(grammar.upos(at), Upos::Propn | Upos::Adj | Upos::Num);
                matches!(grammar.lower(word), "at" | "on")
                    && (token..grammar.len())
                        .take_while(name)
                        .any(|at| reading.rules.in_class("underfoot", grammar.lower(at)))
            };
            (matches!(grammar.lower(word), "in" | "across" | "throughout") || street(argument.token))
                && grammar.sentence.part == one.location.part
                && span(word).end <= one.location.span.begin
                && one.location.span.contains(span(argument.token))
        }
        _ => false,
    })
}

/// "a rally of the party in Lima", "the port of Callao, where thousands marched": whether a town tells where those are who do it, or a
/// clause with "where" tells what they do there.
fn is_within(reading: &Reading<'_>, found: &Found, one: &Participant) -> bool {
    let grammar = &reading.grammar;
    let is_name = |&token: &usize| match grammar.relation(token) {
        Relation::Nmod => grammar.preposition(token).is_some_and(|word| grammar.lower(word) == "of"),
        relation => matches!(relation, Relation::Appos | Relation::Flat | Relation::Compound),
    };
    let above = |&at: &usize| Some(at).filter(is_name).and_then(|at| grammar.parent(at));
    let clause = found.anchor();
    let where_it_is = grammar.relation(clause) == Relation::AclRelcl
        && grammar.children(clause).any(|child| child < clause && grammar.lower(child) == "where");
    let of_doers = |token: usize| {
        let within = grammar.preposition(token).is_some_and(|word| grammar.lower(word) == "in");
        let doers = grammar.parent(token).filter(|_| within && grammar.relation(token) == Relation::Nmod);
        doers.is_some_and(|doers| {
            grammar.relation(doers) == Relation::Nmod && grammar.parent(doers) == Some(found.head)
        })
    };
    let is_there = |head: usize| {
        reading.place_at(head).is_some()
            && std::iter::successors(Some(head), above)
                .any(|at| where_it_is && grammar.parent(clause) == Some(at) || of_doers(at))
    };
    let mut heads = reading.heads_of(one).peekable();
    heads.peek().is_some() && heads.all(is_there)
}

/// Whether ground belongs to another state than those who act there.
fn is_abroad(reading: &Reading<'_>, sources: &[Participant], ground: &Participant) -> bool {
    let country = reading.country(ground);
    let mut acting = sources.iter().filter_map(|source| reading.country(source));
    country.is_some() && acting.any(|own| country != Some(own))
}

/// Whether words that are no actor stand for somebody all the same: "three tired men", "Amirkabir University"; or for
/// what is struck: "a weapons depot".
fn is_somebody(readings: &[Reading<'_>], participant: &Participant, struck: bool) -> bool {
    let Some(reading) = reading_of(readings, participant.location) else { return true };
    // "Killed 19" counts people.
    reading.heads_of(participant).any(|head| {
        // "interceptors on the West Coast": ground that has a name is nobody.
        let ground = !struck && reading.rules.in_class("ground", reading.grammar.lower(head));
        let name = reading.grammar.sentence.tokens[head].upos == Upos::Propn;
        !ground && (name || reading.is_people(head)) || struck && reading.is_struck(head)
    })
}

/// The reading of the sentence in which words stand.
pub(super) fn reading_of<'r, 'a>(readings: &'r [Reading<'a>], location: Location) -> Option<&'r Reading<'a>> {
    // Sentences stand in the order of the text, those of the title first.
    let at = readings.partition_point(|reading| {
        let sentence = reading.grammar.sentence;
        (sentence.part, sentence.span.end) < (location.part, location.span.end)
    });
    readings.get(at).filter(|reading| {
        let sentence = reading.grammar.sentence;
        sentence.part == location.part && sentence.span.contains(location.span)
    })
}

//! Mentions of one happening share a number.
//!
//! Each mention is held against the happenings of its kind told before it, the latest first. It joins one that it
//! contradicts nowhere and that it has enough in common with; how much is enough depends on its form: "the attack"
//! asks for something told before, "an attack" for something new, and two finite verbs are two acts unless nearly
//! everything agrees.

use super::draft::Draft;
use super::grammar::Place;
use super::matching::known;
use super::mention::{Participant, Status};
use super::reading::{Reading, country_code};
use super::rule::TriggerPart;
use crate::actors::ActorSort;
use crate::article::Part;
use crate::language::{Relation, Upos};
use chrono::NaiveDate;
use std::collections::HashMap;

/// How many earlier happenings of a kind a mention is compared with.
const MEMORY: usize = 12;

/// How many mentions of a happening speak for it: the first and the latest.
const VOICES: usize = 6;

/// How many sentences back "the attack" still points without further likeness.
const NEAR: usize = 8;

/// Numbers the happenings.
pub(super) fn join(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, draft) in drafts.iter_mut().enumerate() {
        draft.mention.happening = index;
    }
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        join_in_sentence(reading, &mut drafts[range[0]..range[1]]);
    }
    let reworded =
        readings.iter().any(|reading| reading.grammar.sentence.tokens.iter().any(|token| token.reworded));
    // The happenings of each kind told so far, the latest last, with their mentions.
    let mut memory: HashMap<usize, Vec<Told>> = HashMap::new();
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        for index in range[0]..range[1] {
            let kind = reading.rules.triggers[drafts[index].found.trigger].kind;
            let list = memory.entry(kind).or_default();
            let manner = Manner::of(reading, &drafts[index], reworded);
            let best = list
                .iter()
                .enumerate()
                .rev()
                .take(MEMORY)
                .filter(|(_, told)| told.sentence != reading.index || manner == Manner::Within)
                .filter_map(|(at, told)| {
                    let score = told.likeness(readings, drafts, &drafts[index], manner);
                    (score > 0).then_some((score, at))
                })
                .max_by_key(|&(score, at)| (score, at));
            let from = drafts[index].mention.happening;
            let to = best.map(|(_, at)| list[at].happening);
            if let Some(to) = to.filter(|&to| to != from) {
                // Only this sentence's mentions can bear the number yet.
                for draft in &mut drafts[range[0]..range[1]] {
                    if draft.mention.happening == from {
                        draft.mention.happening = to;
                    }
                }
            }
            remember(list, drafts[index].mention.happening, index, reading.index);
        }
    }
}

/// "ten were killed when rebels attacked": who did it where a mention does not say it, if another one of the same
/// happening in its sentence does, and none says otherwise.
pub(super) fn lend_sources(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        let sentence = &mut drafts[range[0]..range[1]];
        for at in 0..sentence.len() {
            let taker = &sentence[at];
            if !taker.mention.sources.is_empty() || taker.found.reciprocal(reading) {
                continue;
            }
            let mut lenders = sentence.iter().filter(|lender| {
                lender.mention.happening == taker.mention.happening
                    && lender.mention.sources.iter().any(|one| known(one) || reading.are_people(one))
                    && !lender.found.reciprocal(reading)
            });
            let Some(lender) = lenders.next() else { continue };
            let sources = &lender.mention.sources;
            let agree = lenders.all(|other| same_words(&other.mention.sources, sources));
            let suffers = sources.iter().any(|source| {
                taker.mention.targets.iter().any(|target| {
                    target.location == source.location
                        || target.actor.is_some() && target.actor == source.actor
                })
            });
            if agree && !suffers {
                let sources = sources.clone();
                sentence[at].mention.sources = sources;
            }
        }
    }
}

fn same_words(one: &[Participant], two: &[Participant]) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(a, b)| a.location == b.location || a.actor == b.actor)
}

/// Adds a mention to its happening, which thereby becomes the latest.
fn remember(list: &mut Vec<Told>, happening: usize, mention: usize, sentence: usize) {
    let mut told = match list.iter().position(|told| told.happening == happening) {
        Some(at) => list.remove(at),
        None => Told { happening, mentions: Vec::new(), first: sentence, sentence },
    };
    if told.mentions.len() >= VOICES {
        told.mentions.remove(VOICES / 2);
    }
    told.mentions.push(mention);
    told.sentence = sentence;
    list.push(told);
}

/// A happening told so far.
struct Told {
    happening: usize,
    mentions: Vec<usize>,
    /// The sentences of its first and its latest mention.
    first: usize,
    sentence: usize,
}

/// How a mention presents its happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// "the attack", "his visit": something told before.
    Back,
    /// "an attack", "another attack": something new.
    New,
    /// "attacks on Aleppo": either.
    Bare,
    /// "attacked".
    Verb,
    /// "four were wounded in the attack": part of what was told before.
    Within,
    /// "attacked again".
    Again,
}

impl Manner {
    /// Machine rewording puts "a" for "the": there the article says nothing.
    fn of(reading: &Reading<'_>, draft: &Draft, reworded: bool) -> Self {
        let grammar = &reading.grammar;
        let head = draft.found.head;
        if reading.rules.triggers[draft.found.trigger].part != TriggerPart::Noun {
            let again = grammar.children(head).any(|child| {
                matches!(grammar.lower(child), "again" | "later" | "another" | "meanwhile" | "previously")
            });
            return match again {
                true => Self::Again,
                false if happens_within(reading, draft) => Self::Within,
                false => Self::Verb,
            };
        }
        let mut manner = Self::Bare;
        for child in grammar.children(head) {
            match grammar.lower(child) {
                "another" | "other" | "further" | "new" | "second" | "third" | "previous" | "earlier"
                | "more" | "fresh" | "several" | "next" | "last" | "separate" | "similar" | "future"
                | "such" => {
                    return Self::New;
                }
                "a" | "an" | "one" if reworded => manner = Self::Back,
                "a" | "an" | "one" | "two" | "three" | "some" | "any" | "no" => return Self::New,
                "the" | "this" | "that" | "these" | "those" => manner = Self::Back,
                _ if grammar.relation(child) == Relation::NmodPoss => manner = Self::Back,
                _ => {}
            }
        }
        manner
    }
}

impl Told {
    /// Whether it was only told beside what the story tells, with a date of its own.
    fn is_background(&self, drafts: &[Draft]) -> bool {
        self.mentions.iter().all(|&index| {
            let draft = &drafts[index];
            draft.told.is_some() && !draft.assessment.main && !draft.assessment.heading
        })
    }

    /// How well a mention fits; nothing where it contradicts one of the mentions or has too little in common.
    fn likeness(&self, readings: &[Reading<'_>], drafts: &[Draft], later: &Draft, manner: Manner) -> i32 {
        if matches!(manner, Manner::Again) {
            return 0;
        }
        let reading = &readings[later.mention.sentence];
        let mut best = Common::default();
        for &index in &self.mentions {
            let earlier = &drafts[index];
            if contradiction(readings, earlier, later, manner) {
                return 0;
            }
            best = best.with(Common::of(readings, earlier, later));
        }
        let lead = self.first == 0 || drafts[self.mentions[0]].mention.part == Part::Title;
        let headline = lead && later.mention.sentence <= 3;
        let distance = later.mention.sentence.saturating_sub(self.sentence);
        let alike = best.word || best.mode;
        let score = i32::from(best.sources) * 2
            + i32::from(best.targets) * 2
            + i32::from(best.place)
            + i32::from(best.day)
            + i32::from(best.mode)
            + i32::from(best.word)
            + i32::from(best.object) * 2
            + i32::from(best.number) * 2
            + i32::from(headline) * 2;
        let own = later.told.is_some()
            && !self.mentions.iter().any(|&index| drafts[index].mention.date.is_some())
            || later.mention.place.is_some()
                && !self.mentions.iter().any(|&index| drafts[index].mention.place.is_some());
        match manner {
            Manner::Back => {
                // What brings a day or a place of its own need not be what was told before.
                let needed = if own { 3 } else { 0 };
                let generic =
                    reading.rules.in_class("generic-event", reading.grammar.lemma(later.found.head));
                let points = alike || generic;
                // "The attack came …" goes on from the story, not from what a clause beside it told of another year.
                let shared = best.sources || best.targets || best.place;
                if later.assessment.main && !shared && self.is_background(drafts) {
                    return 0;
                }
                // "the planes that bombed the town": who is told by the way what somebody did is told of another thing.
                let aside = self.mentions.iter().all(|&index| drafts[index].mention.by_the_way);
                if aside && !(best.sources || best.targets) && !later.mention.by_the_way {
                    return 0;
                }
                let reach = distance <= NEAR || lead || best.sources || best.targets || best.word;
                if points && reach && score >= needed {
                    score + 2 + i32::from(distance <= 2) + i32::from(lead)
                } else {
                    0
                }
            }
            Manner::New if later.mention.sentence > 3 || !headline => 0,
            Manner::New | Manner::Bare => {
                let shared = best.sources || best.targets || best.place;
                if alike && shared && score >= if headline { 4 } else { 5 } { score } else { 0 }
            }
            Manner::Verb => {
                let shared = best.sources && best.targets || best.object && (best.sources || best.targets);
                let enough = shared && score >= 6
                    || headline && (best.sources || best.targets || best.number) && score >= 5
                    || best.number && (best.targets || best.place);
                if alike && enough { score } else { 0 }
            }
            // The latest one, and no other.
            Manner::Within if distance <= 2 => 8 - distance as i32,
            Manner::Within | Manner::Again => 0,
        }
    }
}

/// What two mentions have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Common {
    sources: bool,
    targets: bool,
    place: bool,
    day: bool,
    /// Both have modes, and the same or like ones.
    mode: bool,
    /// The same word heads them.
    word: bool,
    object: bool,
    number: bool,
}

impl Common {
    fn of(readings: &[Reading<'_>], earlier: &Draft, later: &Draft) -> Self {
        let (one, two) = (&earlier.mention, &later.mention);
        let (first, reading) = (&readings[one.sentence], &readings[two.sentence]);
        let crossed =
            shared(&one.targets, &two.sources, reading) && shared(&one.sources, &two.targets, reading);
        let objects = |draft: &Draft, reading: &Reading<'_>| {
            let core = reading.core(draft.found.object?);
            (reading.grammar.upos(core) == Upos::Noun).then(|| reading.grammar.lemma(core).to_string())
        };
        let day = |draft: &Draft| {
            let value = &draft.mention.date.as_ref()?.value;
            (value.earliest.is_some() && value.earliest == value.latest).then_some(value.earliest)
        };
        Self {
            sources: shared(&one.sources, &two.sources, reading) || crossed,
            targets: shared(&one.targets, &two.targets, reading) || crossed,
            place: one
                .place
                .as_ref()
                .zip(two.place.as_ref())
                .is_some_and(|(a, b)| a.name == b.name || a.country.is_some() && a.country == b.country),
            day: day(earlier).zip(day(later)).is_some_and(|(a, b)| a == b),
            mode: one.mode.is_some() && two.mode.is_some(),
            word: first.grammar.lemma(earlier.found.head) == reading.grammar.lemma(later.found.head),
            object: objects(earlier, first).zip(objects(later, reading)).is_some_and(|(a, b)| a == b),
            number: one.particulars.iter().any(|a| {
                two.particulars.iter().any(|b| a.what == b.what && a.low == b.low && a.high == b.high)
            }),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            sources: self.sources || other.sources,
            targets: self.targets || other.targets,
            place: self.place || other.place,
            day: self.day || other.day,
            mode: self.mode || other.mode,
            word: self.word || other.word,
            object: self.object || other.object,
            number: self.number || other.number,
        }
    }
}

/// Whether two mentions cannot speak of one happening.
fn contradiction(readings: &[Reading<'_>], earlier: &Draft, later: &Draft, manner: Manner) -> bool {
    let (one, two) = (&earlier.mention, &later.mention);
    let reading = &readings[two.sentence];
    let within = manner == Manner::Within;
    let back = within || manner == Manner::Back;
    if !statuses_agree(one.status, two.status, back) {
        return true;
    }
    if !modes_agree(reading, earlier, later) {
        return true;
    }
    // Who did it is what claims dispute: there it tells no two happenings apart.
    let disputed = back && (one.status == Status::Claimed || two.status != Status::Happened);
    let apart = if earlier.found.reciprocal(reading) && later.found.reciprocal(reading) {
        let sides = |mention: &super::mention::Mention| -> Vec<Participant> {
            mention.sources.iter().chain(&mention.targets).filter(|one| known(one)).cloned().collect()
        };
        let (a, b) = (sides(one), sides(two));
        let (few, many) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
        few.iter().any(|side| !shared(std::slice::from_ref(side), many, reading))
    } else {
        !disputed && conflict(&one.sources, &two.sources, reading)
            // The wounded are others than the killed.
            || !within && conflict(&one.targets, &two.targets, reading)
    };
    if apart {
        return true;
    }
    if let (Some(a), Some(b)) = (&one.place, &two.place) {
        let countries = a.country.is_some() && b.country.is_some() && a.country != b.country;
        let towns = a.name != b.name && a.coordinates.is_some() && b.coordinates.is_some();
        if countries || towns && !back || towns && a.country != b.country {
            return true;
        }
    }
    let dates = if back { (&earlier.told, &later.told) } else { (&one.date, &two.date) };
    if let (Some(a), Some(b)) = dates {
        let before =
            |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).is_some_and(|(early, late)| early > late);
        if before(a.value.earliest, b.value.latest) || before(b.value.earliest, a.value.latest) {
            return true;
        }
    }
    two.particulars.iter().any(|particular| {
        one.particulars.iter().any(|other| {
            particular.what == other.what
                && other.high.is_some()
                && particular.low > other.high.or(other.low).map(|high| high + 1e-9)
        })
    })
}

/// Whether a mention may be of a happening told so: "the attack" that is denied, doubted or told by somebody is
/// still the attack.
fn statuses_agree(one: Status, two: Status, back: bool) -> bool {
    let told = |status| matches!(status, Status::Happened | Status::Claimed);
    one == two && one != Status::Hypothetical
        || told(one) && told(two)
        || back && told(one) && matches!(two, Status::Denied | Status::Hypothetical)
        || back && one == two
}

/// "An attack … killed 20", "attacked the village, burning houses": one happening in one sentence.
fn join_in_sentence(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for j in 1..drafts.len() {
        for i in 0..j {
            if drafts[i].mention.kind == drafts[j].mention.kind
                && drafts[i].mention.status == drafts[j].mention.status
                && drafts[i].mention.status != Status::Hypothetical
                && modes_agree(reading, &drafts[i], &drafts[j])
                && (one_clause(reading, &drafts[i], &drafts[j])
                    && !conflict(&drafts[i].mention.targets, &drafts[j].mention.targets, reading)
                    || suffered(reading, &drafts[i], &drafts[j]))
            {
                let (from, to) = (drafts[j].mention.happening, drafts[i].mention.happening);
                for draft in drafts.iter_mut() {
                    if draft.mention.happening == from {
                        draft.mention.happening = to;
                    }
                }
            }
        }
    }
}

/// Whether two mentions of one kind have modes that can be of one happening: who foils an attack and arrests the
/// attackers does two things.
fn modes_agree(reading: &Reading<'_>, one: &Draft, two: &Draft) -> bool {
    let kind = &reading.rules.kinds[reading.rules.triggers[two.found.trigger].kind];
    let (Some(a), Some(b)) = (one.found.mode, two.found.mode) else { return true };
    a == b
        || kind.modes[a].alike.contains(&kind.modes[b].name)
        || kind.modes[b].alike.contains(&kind.modes[a].name)
}

/// Whether one of two mentions is subject, object or bare clause of the other.
fn one_clause(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let (one, two) = (&first.found, &second.found);
    let (a, b) = (one.arguments.carrier.unwrap_or(one.head), two.arguments.carrier.unwrap_or(two.head));
    let linked = |upper: usize, lower: usize, lower_head: usize| {
        grammar.parent(lower_head) == Some(upper)
            && matches!(
                grammar.relation(lower_head),
                Relation::Nsubj | Relation::Obl | Relation::OblAgent | Relation::Obj
            )
            && !separate(reading, lower_head)
            || (grammar.parent(lower) == Some(upper)
                && matches!(grammar.relation(lower), Relation::Advcl | Relation::Acl | Relation::AclRelcl)
                && grammar.mark(lower).is_none_or(|mark| grammar.lower(mark) == "with"))
            || lower == upper
    };
    !one.gapped
        && !two.gapped
        && (linked(a, b, two.head)
            || linked(b, a, one.head)
            || linked(one.head, b, two.head)
            || linked(two.head, a, one.head))
}

/// "five were killed when rebels attacked a convoy": who suffers and who does it stand in a clause each.
fn suffered(reading: &Reading<'_>, first: &Draft, second: &Draft) -> bool {
    let grammar = &reading.grammar;
    let done = |upper: &Draft, lower: &Draft| {
        let (verb, clause) = (upper.found.head, lower.found.arguments.carrier.unwrap_or(lower.found.head));
        grammar.parent(clause) == Some(verb)
            && grammar.relation(clause) == Relation::Advcl
            && grammar
                .opening(clause)
                .is_some_and(|word| matches!(grammar.lower(word), "when" | "as" | "after"))
            && upper.found.arguments.passive
            && upper.mention.sources.is_empty()
            && !lower.found.arguments.passive
            && !lower.mention.sources.is_empty()
            && !shared(&lower.mention.sources, &upper.mention.targets, reading)
    };
    done(first, second) || done(second, first)
}

/// Whether a passive verb happens "in the attack", of which nothing else is said.
fn happens_within(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    draft.found.arguments.passive
        && draft.mention.sources.is_empty()
        && draft.found.arguments.list.iter().any(|argument| {
            let Place::Preposition(word) = argument.place else { return false };
            let definite =
                |child: usize| matches!(grammar.lower(child), "the" | "this" | "that" | "these" | "those");
            matches!(grammar.lower(word), "in" | "during")
                && reading.rules.in_class("generic-event", grammar.lemma(argument.token))
                && grammar.children(argument.token).any(definite)
                && grammar.children(argument.token).all(|child| {
                    matches!(grammar.relation(child), Relation::Det | Relation::Case | Relation::Punct)
                })
        })
}

/// "after the attack", "since the bombing": another happening than the clause's.
fn separate(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.grammar.preposition(token);
    word.is_some_and(|word| reading.rules.in_class("apart", reading.grammar.lower(word)))
}

/// Whether both sides are known and have nobody in common.
fn conflict(one: &[Participant], two: &[Participant], reading: &Reading<'_>) -> bool {
    one.iter().any(known) && two.iter().any(known) && !shared(one, two, reading)
}

fn shared(one: &[Participant], two: &[Participant], reading: &Reading<'_>) -> bool {
    one.iter().any(|a| {
        two.iter().any(|b| {
            (a.actor.is_some() && a.actor == b.actor)
                || !two_people(a, b, reading)
                    && match (country(a, reading), country(b, reading)) {
                        (Some(x), Some(y)) => x == y,
                        _ => false,
                    }
        })
    })
}

/// Whether both are persons by name: who represents the same state is another all the same.
fn two_people(one: &Participant, two: &Participant, reading: &Reading<'_>) -> bool {
    let person = |participant: &Participant| {
        participant.actor.filter(|&actor| {
            let actor = &reading.actors.actors[actor];
            actor.named && actor.sort == ActorSort::Person
        })
    };
    person(one).zip(person(two)).is_some_and(|(a, b)| a != b)
}

fn country<'a>(participant: &'a Participant, reading: &'a Reading<'_>) -> Option<&'a str> {
    participant
        .code
        .as_deref()
        .or_else(|| participant.actor.map(|actor| reading.actors.actors[actor].code.as_str()))
        .and_then(country_code)
}

//! What two mentions have in common, and what forbids that they are of one happening.

use super::super::draft::Draft;
use super::super::matching::known;
use super::super::mention::{EventDate, EventDateBasis, Mention, Participant, Status};
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::super::status::{Tense, tense};
use super::manner::Manner;
use crate::actors::ActorSort;
use crate::article::Part;
use crate::language::Upos;
use chrono::NaiveDate;

/// What two mentions have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Common {
    pub sources: bool,
    pub targets: bool,
    pub place: bool,
    pub day: bool,
    /// Both have modes, and the same or like ones.
    pub mode: bool,
    /// The same word heads them.
    pub word: bool,
    pub object: bool,
    pub number: bool,
}

impl Common {
    pub fn of(readings: &[Reading<'_>], earlier: &Draft, later: &Draft) -> Self {
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

    pub fn with(self, other: Self) -> Self {
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
pub(super) fn contradiction(
    readings: &[Reading<'_>],
    earlier: &Draft,
    later: &Draft,
    manner: Manner,
) -> bool {
    let (one, two) = (&earlier.mention, &later.mention);
    let reading = &readings[two.sentence];
    let within = matches!(manner, Manner::Within | Manner::Same);
    let back = within || manner == Manner::Back;
    let to_come = back && one.status == Status::Planned && is_to_come(reading, later);
    if !to_come && !statuses_agree(one.status, two.status, back) {
        return true;
    }
    if !modes_agree(reading, earlier, later) {
        return true;
    }
    if manner == Manner::Verb && contents_differ(readings, earlier, later) {
        return true;
    }
    // Who did it is what claims dispute: there it tells no two happenings apart.
    let disputed = back && (one.status == Status::Claimed || two.status != Status::Happened);
    let apart = if earlier.found.reciprocal(reading) && later.found.reciprocal(reading) {
        let sides = |mention: &Mention| -> Vec<Participant> {
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
        if before(earliest(a), b.value.latest) || before(earliest(b), a.value.latest) {
            return true;
        }
    }
    two.particulars.iter().any(|particular| {
        one.particulars.iter().any(|other| {
            // Of "hundreds" not even ten times as many are a later count.
            let most = other.high.or(other.low.filter(|&low| low >= DOZENS).map(|low| low * 10.0));
            particular.what == other.what && most.is_some() && particular.low > most.map(|most| most + 1e-9)
        })
    })
}

/// "agreed to share data … agreed to withdraw": two agreements, unless the first is the title, which has words of its own.
fn contents_differ(readings: &[Reading<'_>], earlier: &Draft, later: &Draft) -> bool {
    let lemmas = |draft: &Draft| -> Vec<String> {
        let reading = &readings[draft.mention.sentence];
        draft.found.content.iter().map(|&head| reading.grammar.lemma(head).to_string()).collect()
    };
    let (one, two) = (lemmas(earlier), lemmas(later));
    earlier.mention.part != Part::Title
        && !one.is_empty()
        && !two.is_empty()
        && !one.iter().any(|lemma| two.contains(lemma))
}

/// So many days before it was published news can have happened.
const NEWS: chrono::Days = chrono::Days::new(2);

/// The first day that a date can mean: a headline in the present tells of the days before.
fn earliest(date: &EventDate) -> Option<NaiveDate> {
    let told = date.value.earliest?;
    if date.basis == EventDateBasis::Publication { told.checked_sub_days(NEWS) } else { Some(told) }
}

/// "Dozens" are so many at least; a toll of one or two grows tenfold in a day.
const DOZENS: f64 = 24.0;

/// Whether nothing says that what a noun tells of is over: "parties will compete in the elections". The noun has no tense
/// of its own, and takes that of what was told before.
fn is_to_come(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    let verb = grammar.upward(draft.found.head).find(|&at| grammar.is_verb(at));
    reading.trigger(&draft.found).part == TriggerPart::Noun
        && draft.mention.status == Status::Happened
        && verb.is_none_or(|verb| tense(reading, verb) == Tense::Future)
}

/// Whether a mention may be of a happening told so: "the attack" that is denied, doubted or told by somebody is
/// still the attack.
fn statuses_agree(one: Status, two: Status, back: bool) -> bool {
    one == two && one != Status::Hypothetical
        || one.is_told_as_done() && two.is_told_as_done()
        || back && one.is_told_as_done() && matches!(two, Status::Denied | Status::Hypothetical)
        || back && one == two
}

/// Whether two mentions of one kind have modes that can be of one happening: who foils an attack and arrests the
/// attackers does two things.
pub(super) fn modes_agree(reading: &Reading<'_>, one: &Draft, two: &Draft) -> bool {
    let kind = reading.kind(&two.found);
    let (Some(a), Some(b)) = (one.found.mode, two.found.mode) else { return true };
    a == b
        || kind.modes[a].alike.contains(&kind.modes[b].name)
        || kind.modes[b].alike.contains(&kind.modes[a].name)
}

/// Whether both sides are known and have nobody in common.
pub(super) fn conflict(one: &[Participant], two: &[Participant], reading: &Reading<'_>) -> bool {
    one.iter().any(known) && two.iter().any(known) && !shared(one, two, reading)
}

pub(super) fn shared(one: &[Participant], two: &[Participant], reading: &Reading<'_>) -> bool {
    one.iter().any(|a| {
        two.iter().any(|b| {
            let counts = || reading.is_bare_count(a) || reading.is_bare_count(b);
            (a.actor.is_some() && a.actor == b.actor && !counts())
                || !two_people(a, b, reading)
                    && match (reading.country(a), reading.country(b)) {
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

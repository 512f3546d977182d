//! Who takes part in an event, by all that tell of it.

use super::told::{Told, ToldParticipant};
use crate::events::number_of;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who takes part by at least one mention.
pub(super) struct Participant {
    pub(super) source: bool,
    pub(super) actor: Option<i64>,
    pub(super) key: Option<String>,
    pub(super) name: String,
    /// By the roles they are in; the first stands for the rest.
    pub(super) codes: BTreeSet<String>,
    pub(super) texts: BTreeSet<i64>,
    pub(super) mentions: BTreeSet<i64>,
    /// Whether it is one person, by name or by office.
    pub(super) is_person: bool,
    /// What else it is called: the keys of those that are the same.
    pub(super) called: BTreeSet<String>,
    /// The codes of those that are the same.
    pub(super) also: BTreeSet<String>,
    /// Whether a mention tells of them beside an actor on the same side.
    pub(super) beside: bool,
}

impl Participant {
    /// The code that stands for all of them; empty where there is none.
    pub(super) fn code(&self) -> &str {
        self.codes.last().map_or("", String::as_str)
    }
}

/// One row for each actor and side, the most often told first. Words that name no actor count where a side has none, and
/// where somebody is told of beside an actor in one breath: "the bishop and two others".
pub(super) fn gather(told: Vec<ToldParticipant>) -> Vec<Participant> {
    let actors: Vec<ToldParticipant> = told.iter().filter(|one| one.actor.is_some()).cloned().collect();
    let mut found: BTreeMap<(bool, bool, String), Participant> = BTreeMap::new();
    for participant in told {
        let known = participant.actor.is_some();
        let key = participant.key.clone().unwrap_or_else(|| participant.name.to_lowercase());
        let entry = found.entry((participant.source, known, key)).or_insert_with(|| Participant {
            source: participant.source,
            actor: participant.actor,
            key: participant.key.clone(),
            name: participant.name.clone(),
            codes: BTreeSet::new(),
            texts: BTreeSet::new(),
            mentions: BTreeSet::new(),
            is_person: participant.is_person,
            called: BTreeSet::new(),
            also: BTreeSet::new(),
            beside: false,
        });
        entry.beside |= !known && actors.iter().any(|actor| are_joined(actor, &participant));
        // The same words in other capitals: the first in the alphabet, whichever came first.
        if participant.name < entry.name {
            entry.name = participant.name;
        }
        entry.codes.insert(participant.code);
        entry.texts.insert(participant.text);
        entry.mentions.insert(participant.mention);
    }
    let sides: BTreeSet<bool> =
        found.keys().filter(|(_, known, _)| *known).map(|(source, _, _)| *source).collect();
    let mut participants: Vec<(String, Participant)> = found
        .into_iter()
        .filter(|((source, known, _), one)| *known || one.beside || !sides.contains(source))
        .map(|((_, _, key), participant)| (key, participant))
        .collect();
    // "a spokesman" and "a spokesman for the union" are one.
    let fuller: Vec<(bool, String)> = participants
        .iter()
        .filter(|(_, one)| one.actor.is_none())
        .map(|(key, one)| (one.source, key.clone()))
        .collect();
    participants.retain(|(key, one)| {
        let is_told_better = |(source, other): &(bool, String)| {
            let more = other.strip_prefix(key.as_str());
            *source == one.source && more.is_some_and(tells_whose)
        };
        one.actor.is_some() || !fuller.iter().any(is_told_better)
    });
    participants.sort_by(|(a, x), (b, y)| {
        (Reverse(x.source), Reverse(x.texts.len()), a).cmp(&(Reverse(y.source), Reverse(y.texts.len()), b))
    });
    participants.into_iter().map(|(_, participant)| participant).collect()
}

/// So many independent origins are many.
const MANY: usize = 4;

/// Those on whom the texts agree: where many tell of an event and several of them of one who takes part, whom only one of
/// them has on that side was there for something else, or is a slip of reading.
pub(super) fn agreed(participants: Vec<Participant>, told: &[Told]) -> Vec<Participant> {
    let all: BTreeSet<i64> = told.iter().map(|mention| mention.origin).collect();
    if all.len() < MANY {
        return participants;
    }
    let is_told_alone = |one: &Participant| {
        let own = told.iter().filter(|mention| one.texts.contains(&mention.text));
        own.map(|mention| mention.origin).collect::<BTreeSet<i64>>().len() < 2
    };
    let agreed: BTreeSet<bool> =
        participants.iter().filter(|one| !is_told_alone(one)).map(|one| one.source).collect();
    participants.into_iter().filter(|one| !(agreed.contains(&one.source) && is_told_alone(one))).collect()
}

/// Whether a mention tells of two on one side as of a row: "the bishop and two others", but not "a guard near the bishop".
fn are_joined(one: &ToldParticipant, two: &ToldParticipant) -> bool {
    let in_row = one.at.as_ref().zip(two.at.as_ref()).is_some_and(|(one, two)| {
        let (first, second) = if one.begin <= two.begin { (one, two) } else { (two, one) };
        let gap = usize::try_from(second.begin - first.end);
        let between = gap.ok().filter(|&gap| gap <= first.behind.chars().count());
        one.part == two.part
            && between.is_some_and(|gap| goes_on(&first.behind.chars().take(gap).collect::<String>()))
    });
    in_row && one.source == two.source && one.mention == two.mention
}

/// Whether words between two who are told of only go on in a row: ", ", " and six ".
fn goes_on(between: &str) -> bool {
    let parted = between.replace(',', " , ");
    let (joining, others): (Vec<&str>, Vec<&str>) =
        parted.split_whitespace().partition(|word| matches!(*word, "," | "and" | "or" | "&"));
    let counts = |word: &str| matches!(word, "a" | "an" | "the") || number_of(word).is_some();
    !joining.is_empty() && others.into_iter().all(|word| counts(&word.to_lowercase()))
}

/// Whether words that go on behind those for somebody tell whose they are: " of the union".
fn tells_whose(more: &str) -> bool {
    [" of ", " for ", " from "].iter().any(|word| more.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::{ToldParticipant, are_joined};
    use crate::store::events::told::Words;

    #[test]
    fn whom_one_breath_joins() {
        let check = |text: &str, second: &str, expected: bool| {
            let one = |begin: usize, end: usize| ToldParticipant {
                mention: 1,
                source: false,
                actor: None,
                key: None,
                name: String::new(),
                code: String::new(),
                text: 1,
                is_person: false,
                at: Some(Words {
                    part: "text".to_owned(),
                    begin: begin as i64,
                    end: end as i64,
                    behind: text[end..].chars().take(12).collect(),
                }),
            };
            let at = text.find(second).expect("the second stands there");
            let (first, second) = (one(0, "bishop".len()), one(at, at + second.len()));
            assert_eq!(are_joined(&first, &second), expected, "{text}");
            assert_eq!(are_joined(&second, &first), expected, "{text}");
        };
        check("bishop and two others", "others", true);
        check("bishop, a guard", "guard", true);
        check("bishop or 12 monks", "monks", true);
        check("bishop near a guard", "guard", false);
        check("bishop of Lund", "Lund", false);
        check("bishop guards", "guards", false);
        check("bishop and, as they say, monks", "monks", false);
    }
}

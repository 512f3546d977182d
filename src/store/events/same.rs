//! Parties that several texts tell of in other words: "police" and "officers", "the navy" and "the Indian navy".

use super::parties::Participant;
use super::write::STATE_SECTORS;
use std::cmp::Reverse;

/// The sector whose people act as one force, whatever they are called.
const POLICE: &str = "COP";
/// The sector of soldiers, and what all of a country's are called: its navy is not its army.
const MILITARY: &str = "MIL";
const ARMED_FORCES: [&str; 6] = ["army", "military", "troops", "soldiers", "forces", "armed-forces"];

/// Makes one of parties that are told of on one side in other words; the one that says more stands for both. Who is told of
/// beside somebody in one breath is somebody else.
pub(super) fn unite(mut participants: Vec<Participant>) -> Vec<Participant> {
    while let Some((less, more)) = pair(&participants) {
        let other = participants.remove(less);
        let more = more - usize::from(less < more);
        let one = &mut participants[more];
        one.texts.extend(other.texts);
        one.mentions.extend(other.mentions);
        one.also.extend(other.codes.into_iter().chain(other.also));
        one.called.extend(other.key.into_iter().chain(other.called));
    }
    name_once(&mut participants);
    participants
}

/// "clashes with rebels" and "soldiers clashed with rebels" have the rebels on both sides: where others are told to do it, whoever it
/// is done to does not do it as well.
fn name_once(participants: &mut Vec<Participant>) {
    let targets: Vec<usize> = (0..participants.len()).filter(|&at| !participants[at].source).collect();
    let suffers = |at: usize| targets.iter().any(|&target| is_one(&participants[at], &participants[target]));
    let (both, only): (Vec<usize>, Vec<usize>) =
        (0..participants.len()).filter(|&at| participants[at].source).partition(|&at| suffers(at));
    if only.is_empty() {
        return;
    }
    let mut kept = (0..participants.len()).map(|at| !both.contains(&at)).collect::<Vec<_>>().into_iter();
    participants.retain(|_| kept.next().unwrap_or(true));
}

/// Whether two parties of different sides are the same.
fn is_one(one: &Participant, other: &Participant) -> bool {
    let same = |one: &Participant, other: &Participant| {
        is_same_kind(one, other) || is_same_force(one, other) || is_shorter_name(one, other)
    };
    let key = |party: &Participant| party.key.clone().unwrap_or_else(|| party.name.to_lowercase());
    key(one) == key(other) || same(one, other) || same(other, one)
}

/// The first party that another one on its side tells better, and that one: of several the one of whom the most texts tell.
fn pair(participants: &[Participant]) -> Option<(usize, usize)> {
    (0..participants.len()).find_map(|less| {
        let one = &participants[less];
        let better = |&more: &usize| {
            let other = &participants[more];
            more != less
                && other.source == one.source
                && other.mentions.is_disjoint(&one.mentions)
                && is_told_by(one, other)
        };
        let rivals: Vec<usize> = (0..participants.len()).filter(better).collect();
        // "the president", "Khan" beside two who may be meant is neither of them.
        let open = rivals.len() > 1
            && (is_bare_office(one) || rivals.iter().all(|&more| is_shorter_name(one, &participants[more])));
        let best = rivals.into_iter().max_by_key(|&more| (participants[more].texts.len(), Reverse(more)));
        best.filter(|_| !open).map(|more| (less, more))
    })
}

/// Whether a party is one that another tells of, and better.
fn is_told_by(one: &Participant, other: &Participant) -> bool {
    is_same_kind(one, other)
        || is_same_force(one, other)
        || is_of_state(one, other)
        || is_shorter_name(one, other)
        || is_bare_office(one) && is_holder(one, other)
}

/// "pirates" and "Somali pirates", "a protester" and "protesters".
fn is_same_kind(one: &Participant, other: &Participant) -> bool {
    let (Some((owner, kind)), Some((others, other_kind))) = (kind(one), kind(other)) else { return false };
    let vaguer = owner.is_empty() && !others.is_empty();
    let fewer = is_plural_of(other_kind, kind) && (owner == others || vaguer);
    kind == other_kind && vaguer || fewer
}

/// "police" and "officers", "the army" and "Syrian soldiers": the one of whom fewer texts tell, then the one without a country,
/// then the shorter one. One man is no force.
fn is_same_force(one: &Participant, other: &Participant) -> bool {
    let rank = |party: &Participant| {
        let (owner, _) = kind(party)?;
        Some((party.texts.len(), !owner.is_empty(), party.name.chars().count(), party.name.clone()))
    };
    let (Some(own), Some(others)) = (rank(one), rank(other)) else { return false };
    let ((country, sector), (other_country, other_sector)) = (parts(one), parts(other));
    let anywhere = country.is_empty() || other_country.is_empty() || country == other_country;
    let is_force = |party: &Participant| {
        kind(party).is_some_and(|(_, what)| match parts(party).1 {
            POLICE => what == "police" || what.ends_with('s') || what.ends_with("men"),
            MILITARY => ARMED_FORCES.contains(&what),
            _ => false,
        })
    };
    sector == other_sector && is_force(one) && is_force(other) && anywhere && own < others
}

/// A state and what acts for it, "India" and "the Indian navy": what acts says more; of a person more texts must tell.
fn is_of_state(one: &Participant, other: &Participant) -> bool {
    let acts_for = |organ: &Participant, state: &Participant| {
        let (country, sector) = parts(organ);
        is_state(state) && STATE_SECTORS.contains(&sector) && state.key.as_deref() == Some(country)
    };
    let stands =
        |organ: &Participant, state: &Participant| !organ.is_person || organ.texts.len() >= state.texts.len();
    acts_for(other, one) && stands(other, one) || acts_for(one, other) && !stands(one, other)
}

/// "Gray" and "16-year-old Kimani Gray", "agencies" and "federal agencies": the last word is the same, and the shorter one has
/// no other word than the longer.
fn is_shorter_name(one: &Participant, other: &Participant) -> bool {
    let is_told_by_name =
        |party: &Participant| party.key.as_ref().is_none_or(|key| key.starts_with("person:"));
    if !is_told_by_name(one) || !is_told_by_name(other) {
        return false;
    }
    let words = |party: &Participant| -> Vec<String> {
        party.name.split_whitespace().map(str::to_lowercase).collect()
    };
    let (own, others) = (words(one), words(other));
    let fewer = (own.len(), &one.name) < (others.len(), &other.name);
    let named = |party: &Participant| party.name.chars().any(char::is_uppercase);
    named(one) == named(other)
        && fewer
        && own.last() == others.last()
        && own.iter().all(|word| others.contains(word))
}

/// "the president", whose nobody tells.
fn is_bare_office(party: &Participant) -> bool {
    party.is_person && kind(party).is_some_and(|(owner, _)| owner.is_empty())
}

/// A named person who may hold that office.
fn is_holder(office: &Participant, person: &Participant) -> bool {
    person.is_person && kind(person).is_none() && parts(person).1 == parts(office).1
}

/// Whose and what, of a party that is told by its kind: `IND/navy`, `/pirates`.
fn kind(party: &Participant) -> Option<(&str, &str)> {
    party.key.as_deref()?.split_once('/')
}

fn is_state(party: &Participant) -> bool {
    party.code().len() == 3 && party.key.as_deref() == Some(party.code())
}

/// The country and the sector of a code, each empty where there is none.
fn parts(party: &Participant) -> (&str, &str) {
    let code = party.code();
    match code.split_once('.') {
        Some((country, sector)) => (country, sector),
        None if code.len() == 3 && STATE_SECTORS.contains(&code) => ("", code),
        None => (code, ""),
    }
}

/// "pirates" of "pirate", "policemen" of "policeman".
fn is_plural_of(many: &str, one: &str) -> bool {
    many.strip_suffix('s') == Some(one)
        || many.strip_suffix("men").is_some_and(|stem| one.strip_suffix("man") == Some(stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A party by its key and name ("=police" is a name that no actor has), its code, and the mentions that tell of it.
    fn party(source: bool, key: &str, name: &str, code: &str, mentions: &[i64]) -> Participant {
        Participant {
            source,
            actor: (!key.is_empty()).then_some(1),
            key: (!key.is_empty()).then(|| key.to_owned()),
            name: name.to_owned(),
            codes: BTreeSet::from([code.to_owned()]),
            texts: mentions.iter().copied().collect(),
            mentions: mentions.iter().copied().collect(),
            is_person: key.starts_with("person:") || key.contains("president") || key == "ana-bell",
            called: BTreeSet::new(),
            also: BTreeSet::new(),
            beside: false,
        }
    }

    fn check(parties: &[(&str, &str, &str, &[i64])], expected: &[&str]) {
        let told = parties.iter().map(|(key, name, code, mentions)| party(true, key, name, code, mentions));
        let names: Vec<String> = unite(told.collect()).into_iter().map(|party| party.name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn one_party_in_other_words() {
        let pirates = ("/pirates", "pirates", "CRM", &[1][..]);
        check(&[pirates, ("SOM/pirates", "pirates of Somalia", "SOM.CRM", &[2])], &["pirates of Somalia"]);
        check(
            &[("/protester", "protester", "CVL", &[1]), ("/protesters", "protesters", "CVL", &[2])],
            &["protesters"],
        );
        let police = ("/police", "police", "USA.COP", &[1, 2][..]);
        check(&[police, ("/police-officers", "police officers", "COP", &[3])], &["police"]);
        check(
            &[("IND", "India", "IND", &[1]), ("IND/navy", "navy of India", "IND.MIL", &[2])],
            &["navy of India"],
        );
        let bell = ("ana-bell", "Ana Bell", "PER.GOV", &[2][..]);
        check(&[("PER", "Peru", "PER", &[1, 3]), bell], &["Peru"]);
        check(&[("PER", "Peru", "PER", &[1]), bell], &["Ana Bell"]);
        check(&[("", "Gray", "", &[1]), ("person:tom-gray", "Tom Gray", "", &[2])], &["Tom Gray"]);
        check(&[("", "vessels", "", &[1]), ("", "merchant vessels", "", &[2])], &["merchant vessels"]);
        check(
            &[("/president", "president", "GOV", &[1]), ("ana-bell", "Ana Bell", "PER.GOV", &[2])],
            &["Ana Bell"],
        );
    }

    #[test]
    fn parties_that_are_several() {
        // In one breath.
        let both = &["police", "police officers"];
        check(
            &[("/police", "police", "COP", &[1]), ("/police-officers", "police officers", "COP", &[1])],
            both,
        );
        // One man is no force, and the navy is not the army.
        let shot = &["police chief", "policemen"];
        check(
            &[("/police-chief", "police chief", "COP", &[1, 2]), ("/policemen", "policemen", "COP", &[3])],
            shot,
        );
        let arms = &["army of India", "navy of India"];
        check(
            &[("IND/army", "army of India", "IND.MIL", &[1]), ("IND/navy", "navy of India", "IND.MIL", &[2])],
            arms,
        );
        // Of two states.
        let armies = &["army of Syria", "army of Iraq"];
        check(
            &[("SYR/army", "army of Syria", "SYR.MIL", &[1]), ("IRQ/army", "army of Iraq", "IRQ.MIL", &[2])],
            armies,
        );
        // Rebels do not act for their state.
        let syrians = &["Syria", "rebels of Syria"];
        check(&[("SYR", "Syria", "SYR", &[1]), ("SYR/rebels", "rebels of Syria", "SYR.REB", &[2])], syrians);
        // Other people with the same first name, or of another trade.
        check(&[("", "Tom", "", &[1]), ("person:tom-gray", "Tom Gray", "", &[2])], &["Tom", "Tom Gray"]);
        let civilians = &["women", "children"];
        check(&[("/women", "women", "CVL", &[1]), ("/children", "children", "CVL", &[2])], civilians);
        let khans = &["Khan", "Imran Khan", "Ali Khan"];
        check(
            &[
                ("", "Khan", "", &[1]),
                ("person:imran-khan", "Imran Khan", "", &[2]),
                ("person:ali-khan", "Ali Khan", "", &[3]),
            ],
            khans,
        );
        // Two may be the president.
        let three = &["president", "Ana Bell", "Eva Bell"];
        check(
            &[
                ("/president", "president", "GOV", &[1]),
                ("ana-bell", "Ana Bell", "PER.GOV", &[2]),
                ("person:eva-bell", "Eva Bell", "BOL.GOV", &[3]),
            ],
            three,
        );
    }

    #[test]
    fn whoever_suffers_it_does_it_only_where_nobody_else_does() {
        let sides = |parties: Vec<Participant>| -> Vec<(bool, String)> {
            unite(parties).into_iter().map(|party| (party.source, party.name)).collect()
        };
        let police = || party(false, "USA/police", "police of United States", "USA.COP", &[2]);
        let cops = || party(true, "/cops", "cops", "COP", &[1]);
        let mourners = party(true, "/mourners", "mourners", "CVL", &[1]);
        let expected = vec![(true, "mourners".to_owned()), (false, police().name)];
        assert_eq!(sides(vec![cops(), mourners, police()]), expected);
        assert_eq!(sides(vec![cops(), police()]).len(), 2);
    }
}

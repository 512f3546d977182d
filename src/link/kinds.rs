//! Kinds of events as small numbers, and which of them tell of one happening in other words.

use std::sync::OnceLock;

/// The kinds that we ship rules for, PLOVER's and ours after them; linking knows them by their place in this
/// list, and others share the number 255.
pub const KINDS: [&str; 21] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "RETREAT",
    "ELECT",
    "APPOINT",
    "LEAVE",
    "DIE",
    "DISASTER",
];

/// Kinds that writers choose among when they tell of one and the same happening: a bombing is an assault, a
/// death, a disaster; talks end in an agreement of the same hour.
const FAMILIES: [&[&str]; 10] = [
    &["CONSULT", "AGREE", "COOPERATE"],
    &["ASSAULT", "DIE", "DISASTER"],
    &["COERCE", "SANCTION"],
    // "Captured" and "arrested".
    &["COERCE", "ASSAULT"],
    &["ELECT", "APPOINT", "LEAVE"],
    &["ACCUSE", "REJECT", "REQUEST", "THREATEN"],
    &["AID", "SUPPORT"],
    &["CONCEDE", "RETREAT"],
    &["MOBILIZE"],
    &["PROTEST"],
];

/// The number of a kind.
pub(super) fn kind_code(kind: &str) -> u8 {
    KINDS.iter().position(|&known| known == kind).map_or(255, |index| index as u8)
}

/// The numbers of the families that a kind belongs to.
pub(super) fn families(code: u8) -> impl Iterator<Item = u8> {
    let kind = KINDS.get(usize::from(code));
    let of = move |family: &[&str]| kind.is_some_and(|kind| family.contains(kind));
    FAMILIES.iter().enumerate().filter(move |(_, family)| of(family)).map(|(index, _)| index as u8)
}

/// Whether writers choose among two kinds for one happening.
pub(super) fn are_kin(a: u8, b: u8) -> bool {
    a == b || memberships(a) & memberships(b) != 0
}

/// The families of a kind, a bit each.
fn memberships(code: u8) -> u16 {
    static TABLE: OnceLock<[u16; KINDS.len()]> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        std::array::from_fn(|code| families(code as u8).fold(0, |bits, family| bits | 1 << family))
    });
    table.get(usize::from(code)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_family() {
        for kind in KINDS {
            assert!(families(kind_code(kind)).next().is_some(), "{kind}");
        }
        assert_eq!(families(kind_code("PICNIC")).next(), None);
    }

    #[test]
    fn capture_and_arrest_are_kin() {
        assert!(are_kin(kind_code("ASSAULT"), kind_code("COERCE")));
        assert!(!are_kin(kind_code("ASSAULT"), kind_code("CONSULT")));
    }
}

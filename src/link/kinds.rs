//! Kinds of events as small numbers, and which of them tell of one happening in other words.

/// The kinds by number; others share the number 255.
const KINDS: [&str; 21] = [
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
const FAMILIES: [&[&str]; 9] = [
    &["CONSULT", "AGREE", "COOPERATE"],
    &["ASSAULT", "DIE", "DISASTER"],
    &["COERCE", "SANCTION"],
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

/// The number of the family that a kind belongs to.
pub(super) fn family(code: u8) -> u8 {
    let Some(kind) = KINDS.get(usize::from(code)) else { return 255 };
    FAMILIES.iter().position(|family| family.contains(kind)).map_or(255, |index| index as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_family() {
        for kind in KINDS {
            assert_eq!(FAMILIES.iter().filter(|family| family.contains(&kind)).count(), 1, "{kind}");
        }
        assert_eq!(family(kind_code("PICNIC")), 255);
    }
}

//! Kinds of events as small numbers, and which of them tell of one happening in other words.

use super::hash::word;
use crate::rules::RuleFiles;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
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

/// `rules/linking/kin.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KinFile {
    families: Vec<Vec<String>>,
    ways: Vec<Vec<String>>,
    outcomes: Vec<String>,
    mutual: Vec<String>,
    seldom: Vec<String>,
    spoken: Vec<String>,
    others: Vec<String>,
    once: Vec<String>,
    seasonal: Vec<String>,
}

/// The file, compiled.
#[derive(Debug, Default)]
struct Kin {
    /// For each kind the families that it belongs to, a bit each.
    families: [u32; KINDS.len()],
    /// For each mode (by the hash of "KIND/mode", or of the kind) the lists that it stands in.
    ways: HashMap<u32, Vec<u8>>,
    /// The kinds among them that stand there without modes alone: whoever dies does so in one way.
    without_modes: HashSet<u32>,
    /// The acts that tell what came of one, the graver last.
    outcomes: Vec<u32>,
    /// The acts that people do with one another.
    mutual: HashSet<u32>,
    /// The modes of which a day hardly sees two.
    seldom: HashSet<u32>,
    /// The acts that befall nobody twice.
    once: HashSet<u32>,
    /// The acts of which a country sees one in a season.
    seasonal: HashSet<u32>,
    /// The kinds of what somebody says, a bit each.
    spoken: u32,
    /// Words that set one act or party apart from those that a text is about.
    others: HashSet<String>,
}

/// What we ship. An analyst's own kinds are kin to themselves alone.
fn kin() -> &'static Kin {
    static KIN: OnceLock<Kin> = OnceLock::new();
    KIN.get_or_init(|| {
        let files = RuleFiles::embedded();
        let file: Option<KinFile> =
            files.get("linking/kin.toml").and_then(|file| toml::from_str(&file.text).ok());
        file.map(|file| Kin::of(&file)).unwrap_or_default()
    })
}

impl Kin {
    fn of(file: &KinFile) -> Self {
        let mut kin = Self::default();
        for (family, kinds) in file.families.iter().enumerate() {
            for kind in kinds {
                if let Some(bits) = kin.families.get_mut(usize::from(kind_code(kind))) {
                    *bits |= 1 << family;
                }
            }
        }
        for (way, modes) in file.ways.iter().enumerate() {
            for mode in modes {
                kin.ways.entry(word(mode)).or_default().push(way as u8);
            }
        }
        let hashes = |names: &[String]| -> HashSet<u32> { names.iter().map(|name| word(name)).collect() };
        let acts = || file.ways.iter().flatten();
        let has_modes = |kind: &String| {
            acts().any(|act| act.strip_prefix(kind.as_str()).is_some_and(|rest| rest.starts_with('/')))
        };
        let without = acts().filter(|act| !act.contains('/') && !has_modes(act));
        kin.without_modes = without.map(|kind| word(kind)).collect();
        kin.outcomes = file.outcomes.iter().map(|name| word(name)).collect();
        kin.mutual = hashes(&file.mutual);
        kin.spoken = file.spoken.iter().map(|kind| 1 << kind_code(kind).min(31)).fold(0, |a, b| a | b);
        kin.seasonal = hashes(&file.seasonal);
        kin.once = hashes(&file.once);
        kin.others = file.others.iter().cloned().collect();
        kin.seldom = hashes(&file.seldom);
        kin
    }
}

/// The number of a kind.
pub(super) fn kind_code(kind: &str) -> u8 {
    KINDS.iter().position(|&known| known == kind).map_or(255, |index| index as u8)
}

/// The numbers of the families that a kind belongs to, itself being one.
pub(super) fn families(code: u8) -> impl Iterator<Item = u8> {
    let bits = kin().families.get(usize::from(code)).copied().unwrap_or(0);
    std::iter::once(128 + code.min(127)).chain((0..32).filter(move |family| bits & 1 << family != 0))
}

/// Whether writers choose among two kinds for one happening.
pub(super) fn are_kin(a: u8, b: u8) -> bool {
    let families = |code: u8| kin().families.get(usize::from(code)).copied().unwrap_or(0);
    a == b || families(a) & families(b) != 0
}

/// How much a mode says beside others of the same event: more than any outcome, and of outcomes the graver more.
pub fn weight(kind: &str, mode: &str) -> usize {
    let outcomes = &kin().outcomes;
    let name = word(&format!("{kind}/{mode}"));
    outcomes.iter().position(|&outcome| outcome == name).unwrap_or(outcomes.len())
}

/// Whether a kind is something that somebody says: it is his alone.
pub(super) fn is_spoken(code: u8) -> bool {
    code < 31 && kin().spoken & 1 << code != 0
}

/// Whether a word sets what it stands with apart from what a text is about: "another", "foreign".
pub(super) fn sets_apart(word: &str) -> bool {
    kin().others.contains(word)
}

/// A mention's kind and mode, as the lists of the file name them: an act of which they say something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act<'a> {
    kind: &'a str,
    mode: Option<&'a str>,
    /// The hash of "KIND/mode", or of the kind where there is no mode.
    name: u32,
}

impl<'a> Act<'a> {
    pub(super) fn new(kind: &'a str, mode: Option<&'a str>) -> Self {
        let name = mode.map_or_else(|| word(kind), |mode| word(&format!("{kind}/{mode}")));
        Self { kind, mode, name }
    }

    /// The number of its kind.
    pub(super) fn kind(self) -> u8 {
        kind_code(self.kind)
    }

    /// The hash of its mode; of its kind, where like acts are named by a kind that has no modes.
    pub(super) fn mode(self) -> Option<u32> {
        match self.mode {
            Some(mode) => Some(word(mode)),
            None => Some(self.name).filter(|name| kin().without_modes.contains(name)),
        }
    }

    /// The lists of like acts that it stands in.
    pub(super) fn ways(self) -> impl Iterator<Item = u8> {
        kin().ways.get(&self.name).into_iter().flatten().copied()
    }

    /// Its hash, if a day hardly sees two of it.
    pub(super) fn seldom(self) -> Option<u32> {
        Some(self.name).filter(|name| kin().seldom.contains(name))
    }

    /// Whether a country sees one of it in a season.
    pub(super) fn is_seasonal(self) -> bool {
        kin().seasonal.contains(&self.name)
    }

    /// Whether it befalls nobody twice.
    pub(super) fn is_once(self) -> bool {
        kin().once.contains(&self.name)
    }

    /// Whether people do it with one another.
    pub(super) fn is_mutual(self) -> bool {
        kin().mutual.contains(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_mode_in_the_file_is_one_of_ours() {
        let files = RuleFiles::embedded();
        let file: KinFile = toml::from_str(&files.get("linking/kin.toml").unwrap().text).unwrap();
        assert!(file.families.len() <= 32);
        let known: Vec<(String, toml::Table)> = files
            .under("events")
            .filter(|file| !file.path.contains("words") && file.path.ends_with(".toml"))
            .map(|file| {
                let table: toml::Table = toml::from_str(&file.text).unwrap();
                (table["kind"].as_str().unwrap().to_owned(), table)
            })
            .collect();
        let acts = file
            .mutual
            .iter()
            .chain(&file.seldom)
            .chain(&file.spoken)
            .chain(&file.once)
            .chain(&file.seasonal)
            .chain(&file.outcomes);
        for name in file.families.iter().chain(&file.ways).flatten().chain(acts) {
            let (kind, mode) =
                name.split_once('/').map_or((name.as_str(), None), |(kind, mode)| (kind, Some(mode)));
            let (_, table) =
                known.iter().find(|(known, _)| known == kind).unwrap_or_else(|| panic!("{name}"));
            let modes = table.get("mode").and_then(|modes| modes.as_array()).into_iter().flatten();
            let mut names = modes.filter_map(|one| one["name"].as_str());
            assert!(mode.is_none_or(|mode| names.any(|name| name == mode)), "{name}");
        }
    }

    #[test]
    fn capture_and_arrest_are_kin() {
        assert!(are_kin(kind_code("ASSAULT"), kind_code("COERCE")));
        assert!(!are_kin(kind_code("ASSAULT"), kind_code("CONSULT")));
        assert!(are_kin(kind_code("PICNIC"), kind_code("PICNIC")));
        assert!(is_spoken(kind_code("ACCUSE")));
        assert!(!is_spoken(kind_code("ASSAULT")) && !is_spoken(kind_code("PICNIC")));
        let captured = Act::new("ASSAULT", Some("prisoner"));
        assert!(
            Act::new("COERCE", Some("arrest")).ways().any(|way| captured.ways().any(|other| way == other))
        );
        let plain = Act::new("ASSAULT", None);
        assert_eq!((plain.ways().next(), plain.mode()), (None, None));
        assert_eq!(Act::new("DIE", None).mode(), Some(word("DIE")));
    }
}

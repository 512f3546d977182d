//! WHO takes part, in few words.

use crate::query::timeline::{Entry, Participant};

/// Kinds in which all sides do the same.
const MUTUAL: [&str; 4] = ["AGREE", "CONSULT", "COOPERATE", "RETREAT"];

/// Parts of a family name that are no name by themselves.
const PARTICLES: [&str; 16] =
    ["al", "el", "bin", "ibn", "ben", "von", "van", "der", "den", "de", "da", "dos", "du", "di", "le", "la"];

/// Countries whose people put the family name first.
const FAMILY_FIRST: [&str; 6] = ["CHN", "PRK", "KOR", "TWN", "VNM", "KHM"];

/// More than so many on one side are counted rather than named.
const NAMED: usize = 3;

/// `USA → SYR`, `Tillerson – Putin`, or `(disputed)` where speakers differ over who did it.
pub fn who(entry: &Entry) -> String {
    let disputed = entry.disputed.iter().any(|aspect| aspect == "actor");
    let (sources, targets) = (side(&entry.sources), side(&entry.targets));
    if MUTUAL.contains(&entry.kind.as_str()) {
        with_one_another(&sources, &targets, disputed)
    } else {
        one_to_another(&sources, &targets, disputed)
    }
}

fn one_to_another(sources: &[String], targets: &[String], disputed: bool) -> String {
    match (sources.is_empty(), targets.is_empty()) {
        (true, true) if disputed => "(disputed)".into(),
        (true, true) => String::new(),
        (true, false) if disputed => format!("(disputed) → {}", list(targets)),
        (true, false) => format!("→ {}", list(targets)),
        (false, true) => list(sources),
        (false, false) => format!("{} → {}", list(sources), list(targets)),
    }
}

/// Where all sides do the same, each is named once: one article has the president receive the minister, another has the
/// minister meet the president.
fn with_one_another(sources: &[String], targets: &[String], disputed: bool) -> String {
    let targets: Vec<String> = targets.iter().filter(|target| !sources.contains(target)).cloned().collect();
    match (sources.is_empty(), targets.is_empty()) {
        (true, _) => one_to_another(sources, &targets, disputed),
        (false, true) => sources.join(" – "),
        (false, false) => format!("{} – {}", list(sources), list(&targets)),
    }
}

/// The short names of one side, each once.
fn side(participants: &[Participant]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for participant in participants {
        let name = short_actor(&participant.name, &participant.code, &participant.sort);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn list(names: &[String]) -> String {
    match names.len() {
        0..=NAMED => names.join(", "),
        more => format!("{} and {} more", names[..NAMED - 1].join(", "), more + 1 - NAMED),
    }
}

/// A state by its code, a person by the family name, everybody else by name.
pub fn short_actor(name: &str, code: &str, sort: &str) -> String {
    match sort {
        "state" if code.len() == 3 => code.to_owned(),
        "person" => family_name(name, code.get(..3).unwrap_or("")),
        "people" | "body" => of_state(name, code).unwrap_or_else(|| abbreviated(name)),
        _ => abbreviated(name),
    }
}

/// "soldiers of Ukraine" as "UKR soldiers".
fn of_state(name: &str, code: &str) -> Option<String> {
    let (who, state) = name.rsplit_once(" of ")?;
    let country = code.get(..3).filter(|country| country.bytes().all(|byte| byte.is_ascii_uppercase()))?;
    // "ministry of defence" names no state, "government of the Kingdom" does.
    state.starts_with(char::is_uppercase).then(|| format!("{country} {who}"))
}

/// Organisations that newspapers call by their letters.
const LETTERS: [(&str, &str); 6] = [
    ("United Nations", "UN"),
    ("North Atlantic Treaty Organization", "NATO"),
    ("European Union", "EU"),
    ("International Atomic Energy Agency", "IAEA"),
    ("Organisation for the Prohibition of Chemical Weapons", "OPCW"),
    ("Organization for Security and Co-operation in Europe", "OSCE"),
];

/// The name with the letters of its organisation in place of the words.
fn abbreviated(name: &str) -> String {
    let organisation = LETTERS.iter().find(|(words, _)| {
        name.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    match organisation {
        Some((words, letters)) => name.replacen(words, letters, 1),
        None => name.to_owned(),
    }
}

fn family_name(name: &str, country: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words[..] {
        [first, _, ..] if FAMILY_FIRST.contains(&country) => first.to_owned(),
        [.., last] => {
            let particles = words[..words.len() - 1]
                .iter()
                .rev()
                .take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str()))
                .count();
            let begin = words.len() - 1 - particles;
            // Somebody of one name only, or with nothing but particles before it, keeps all of it.
            if begin == 0 { name.to_owned() } else { words[begin..].join(" ") }
                .trim_end_matches(last)
                .to_owned()
                + last
        }
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{short_actor, with_one_another};

    fn check(name: &str, code: &str, sort: &str, expected: &str) {
        assert_eq!(short_actor(name, code, sort), expected);
    }

    #[test]
    fn each_side_of_talks_is_named_once() {
        let check = |sources: &[&str], targets: &[&str], expected: &str| {
            let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
            assert_eq!(with_one_another(&owned(sources), &owned(targets), false), expected);
        };
        check(&["Kerry"], &["Lavrov"], "Kerry – Lavrov");
        check(&["Kerry", "Lavrov"], &["Lavrov", "Kerry"], "Kerry – Lavrov");
        check(&["Kerry", "Lavrov"], &["Kerry", "Zarif"], "Kerry, Lavrov – Zarif");
        check(&[], &["Zarif"], "→ Zarif");
    }

    #[test]
    fn few_words_for_each_sort_of_actor() {
        check("Russia", "RUS", "state", "RUS");
        check("Sergei Lavrov", "RUS.GOV", "person", "Lavrov");
        check("Bashar al-Assad", "SYR.GOV", "person", "al-Assad");
        check("Mohammed bin Salman", "SAU.GOV", "person", "bin Salman");
        check("Ursula von der Leyen", "EEU", "person", "von der Leyen");
        check("Xi Jinping", "CHN.GOV", "person", "Xi");
        check("Ban", "", "person", "Ban");
        check("United Nations Security Council", "UNO.IGO", "organisation", "UN Security Council");
        check("European Union", "EEU", "organisation", "EU");
        check("soldiers of Ukraine", "UKR.MIL", "people", "UKR soldiers");
        check("ministry of defence", "RUS.GOV", "body", "ministry of defence");
        check("", "", "person", "");
    }
}

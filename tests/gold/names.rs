//! Whether a found actor is the one whom the gold means.

use super::articles::fixtures;
use serde::Deserialize;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The tables of `gold/names.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    states: BTreeMap<String, String>,
    words: BTreeMap<String, Vec<String>>,
}

impl Names {
    pub fn read() -> Self {
        let text = std::fs::read_to_string(fixtures().join("gold/names.toml")).expect("UTF-8");
        toml::from_str(&text).expect("the form of names.toml")
    }

    /// Whether an actor of this code, spoken of in these words, is the wanted one.
    pub fn is(&self, wanted: &str, code: &str, said: &str) -> bool {
        let said = format!(" {} ", folded(said));
        let has = |words: &str| said.contains(&format!(" {} ", folded(words)));
        if let Some(country) = self.states.get(wanted) {
            return code.split('.').next() == Some(country) || has(wanted);
        }
        match self.words.get(wanted) {
            Some(words) => words.iter().any(|words| has(words)),
            None => has(folded(wanted).split(' ').next_back().unwrap_or(wanted)),
        }
    }

    /// Whether it is the state of that name.
    pub fn is_country(&self, wanted: &str, country: &str) -> bool {
        self.states.get(wanted).is_some_and(|code| code == country)
    }
}

/// Lower case without accents, possessives and punctuation, one space between words.
fn folded(words: &str) -> String {
    let bare: String = words
        .replace("’s", "")
        .replace("'s", "")
        .nfd()
        .filter(|character| !('\u{300}'..='\u{36f}').contains(character))
        .flat_map(char::to_lowercase)
        .map(|character| if character.is_alphanumeric() { character } else { ' ' })
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn names_are_recognised_by_surname_code_or_words() {
    let names = Names::read();
    assert!(names.is("Recep Tayyip Erdogan", "TUR.GOV", "Erdoğan"));
    assert!(names.is("Russia", "RUS.GOV", "the Kremlin"));
    assert!(names.is("Kim Jong Un", "", "Mr. Kim’s"));
    assert!(names.is("United Nations", "UNO.IGO", "the U.N."));
    assert!(names.is("Bashar al-Assad", "SYR.GOV", "Mr. Assad"));
    assert!(!names.is("Sergei Lavrov", "RUS.GOV", "Vladimir Putin"));
    assert!(!names.is("Iran", "IRQ.GOV", "Iraq"));
}

//! In which language a text is written.

use whatlang::Lang;

/// The language of a text, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its ISO 639-3 code.
    pub code: &'static str,
    /// Whether it is certain that it is not English: such a text is stored and searched, but not mined.
    pub is_foreign: bool,
}

/// English, which a text is taken for until the contrary is certain.
const ENGLISH: &str = "eng";
/// The language of a shorter text, in characters, cannot be told from its letters.
const SHORTEST: usize = 200;
/// So much of a text tells as much as all of it.
const ENOUGH: usize = 8_000;

/// Tells the language of a text; nothing if the text is too short or too mixed for it. A text without a
/// language is to be treated as English.
pub fn language(text: &str) -> Option<Language> {
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(at, _)| at);
    let sample = &text[..end];
    let english = Language { code: ENGLISH, is_foreign: false };
    if speaks_english(sample) {
        return Some(english);
    }
    let found = whatlang::detect(sample)?;
    let latin = found.script() == whatlang::Script::Latin;
    // Other scripts give themselves away in a sentence; Latin letters need more.
    let letters = sample.chars().filter(|character| character.is_alphabetic()).take(SHORTEST).count();
    let enough = if latin { letters >= SHORTEST } else { letters >= 40 };
    if found.lang() == Lang::Eng {
        return found.is_reliable().then_some(english);
    }
    (enough && found.is_reliable()).then(|| Language { code: found.lang().code(), is_foreign: true })
}

/// Whether the commonest words of English, which no other language has together, are as frequent as in
/// English. Lists of foreign names mislead a count of letters, but not this.
fn speaks_english(sample: &str) -> bool {
    const COMMON: [&str; 12] =
        ["the", "of", "and", "that", "was", "with", "said", "is", "for", "has", "were", "from"];
    let (mut words, mut common) = (0_usize, 0_usize);
    let mut kinds = 0_u16;
    for word in sample.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words += 1;
        if let Some(at) = COMMON.iter().position(|other| other.eq_ignore_ascii_case(word)) {
            common += 1;
            kinds |= 1 << at;
        }
    }
    words >= 20 && common * 10 >= words && kinds.count_ones() >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, bool)>) {
        let found = language(text).map(|language| (language.code, language.is_foreign));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn foreign_texts_are_known_for_certain() {
        let french = "Le ministre des Affaires étrangères a déclaré mercredi que les négociations entre les deux pays \
             reprendraient la semaine prochaine à Genève. Il a ajouté que son gouvernement ne renoncerait pas à ses \
             exigences, et que la délégation quitterait la ville dès samedi.";
        let german = "Der Außenminister sagte am Mittwoch, die Verhandlungen zwischen beiden Ländern würden in der \
             kommenden Woche in Genf fortgesetzt. Seine Regierung werde auf ihre Forderungen nicht verzichten, und die \
             Abordnung werde die Stadt schon am Samstag verlassen.";
        let russian = "Министр иностранных дел заявил в среду, что переговоры между двумя странами возобновятся на следующей неделе.";
        check(french, Some(("fra", true)));
        check(german, Some(("deu", true)));
        check(russian, Some(("rus", true)));
    }

    #[test]
    fn english_and_what_cannot_be_told() {
        let english = "The foreign minister said on Wednesday that talks between the two countries would go on next week in \
             Geneva. His government was not ready to give up its demands, and the delegation would leave on Saturday.";
        check(english, Some(("eng", false)));
        check("Talks in Geneva.", None);
        check("Le ministre a parlé.", None);
        check("", None);
        check("1 2 3", None);
    }
}

//! Indefinite articles that do not fit the sound of the next word.

use crate::language::Sentence;

/// Beginnings that are written with a vowel and spoken with a consonant: "a union", "a European".
const SPOKEN_WITH_CONSONANT: [&str; 13] =
    ["uni", "eu", "usa", "use", "usu", "uti", "ute", "ubi", "ura", "one", "once", "ewe", "uk"];
/// Words that begin like those and are spoken with a vowel after all: "an unimportant".
const SPOKEN_WITH_VOWEL: [&str; 4] = ["unin", "unim", "unid", "oner"];

/// How often "a" stands before a vowel or "an" before a consonant. Capitalised words are passed over: many
/// are abbreviations, and spelling does not tell how they are spoken.
pub(super) fn misfits(sentence: &Sentence) -> usize {
    sentence
        .tokens
        .windows(2)
        .filter(|pair| pair[0].space_after)
        .filter(|pair| match pair[0].lower.as_str() {
            "a" => begins_with_vowel(&pair[1].form) == Some(true),
            "an" => begins_with_vowel(&pair[1].form) == Some(false),
            _ => false,
        })
        .count()
}

/// Whether a word is spoken with a vowel at its beginning; none where spelling does not tell.
fn begins_with_vowel(word: &str) -> Option<bool> {
    let first = word.chars().next()?;
    if !first.is_ascii_lowercase() || first == 'h' || word.len() < 2 {
        return None;
    }
    let consonant = SPOKEN_WITH_CONSONANT.iter().any(|beginning| word.starts_with(beginning));
    let vowel = SPOKEN_WITH_VOWEL.iter().any(|beginning| word.starts_with(beginning));
    Some("aeiou".contains(first) && (!consonant || vowel))
}

#[cfg(test)]
mod tests {
    use super::begins_with_vowel;

    #[test]
    fn spelling_and_sound() {
        let check = |word, expect| assert_eq!(begins_with_vowel(word), expect, "{word}");
        check("attack", Some(true));
        check("missile", Some(false));
        check("union", Some(false));
        check("unimportant", Some(true));
        check("uneasy", Some(true));
        check("hour", None);
        check("MP", None);
        check("European", None);
        check("once", Some(false));
    }
}

//! Inflected forms of regular verbs, for words that the lemmatiser has not met in its training.

use crate::rules::table::{Known, Table};
use compact_str::{CompactString, format_compact};

/// Irregular forms that news is full of and letters are not.
const IRREGULAR: [(&str, &str); 34] = [
    ("overthrew", "overthrow"),
    ("overthrown", "overthrow"),
    ("forgave", "forgive"),
    ("forgiven", "forgive"),
    ("laid", "lay"),
    ("slew", "slay"),
    ("slain", "slay"),
    ("fled", "flee"),
    ("sought", "seek"),
    ("fought", "fight"),
    ("struck", "strike"),
    ("withdrew", "withdraw"),
    ("withdrawn", "withdraw"),
    ("overran", "overrun"),
    ("forbade", "forbid"),
    ("forbidden", "forbid"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("sank", "sink"),
    ("sunk", "sink"),
    ("undertook", "undertake"),
    ("undertaken", "undertake"),
    ("hung", "hang"),
    ("shot", "shoot"),
    ("broke", "break"),
    ("broken", "break"),
    ("beat", "beat"),
    ("beaten", "beat"),
    ("held", "hold"),
    ("hid", "hide"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("burnt", "burn"),
    ("arisen", "arise"),
];

/// The forms of the verbs, each with its dictionary form; a form that two verbs share, or that is a verb
/// itself, is left to the lemmatiser.
pub(super) fn forms<'a>(
    verbs: impl Iterator<Item = &'a CompactString>,
) -> Table<CompactString, CompactString> {
    let verbs: Known<&CompactString> =
        verbs.filter(|verb| verb.chars().all(|c| c.is_ascii_lowercase())).collect();
    let mut found: Table<CompactString, CompactString> = Table::default();
    let mut shared: Known<CompactString> = Known::default();
    for verb in &verbs {
        for form in inflected(verb) {
            if verbs.contains(&form) {
                continue;
            }
            if let Some(other) = found.insert(form.clone(), (*verb).clone())
                && other != **verb
            {
                shared.insert(form);
            }
        }
    }
    for (form, verb) in IRREGULAR {
        if verbs.contains(&CompactString::new(verb)) && form != verb {
            found.insert(form.into(), verb.into());
        }
    }
    found.retain(|form, _| !shared.contains(form));
    found
}

fn inflected(verb: &str) -> Vec<CompactString> {
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let letters: Vec<char> = verb.chars().collect();
    let Some(&last) = letters.last() else { return Vec::new() };
    let stem = &verb[..verb.len() - last.len_utf8()];
    let before = letters.len().checked_sub(2).map(|i| letters[i]);
    if last == 'e' {
        return vec![format_compact!("{verb}d"), format_compact!("{stem}ing")];
    }
    if last == 'y' && before.is_some_and(|letter| !vowel(letter)) {
        return vec![format_compact!("{stem}ied"), format_compact!("{verb}ing")];
    }
    let vowels = letters.iter().filter(|letter| vowel(**letter)).count();
    let doubles = letters.len() >= 3
        && !vowel(last)
        && !matches!(last, 'w' | 'x' | 'y')
        && before.is_some_and(vowel)
        && !vowel(letters[letters.len() - 3]);
    let plain = vec![format_compact!("{verb}ed"), format_compact!("{verb}ing")];
    if doubles && vowels == 1 {
        return vec![format_compact!("{verb}{last}ed"), format_compact!("{verb}{last}ing")];
    }
    if doubles {
        // Stress decides, which letters do not tell: both spellings are known.
        let mut both = plain;
        both.extend([format_compact!("{verb}{last}ed"), format_compact!("{verb}{last}ing")]);
        return both;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::forms;
    use compact_str::CompactString;

    fn check(verb: &str, form: &str, expected: Option<&str>) {
        let verbs = [CompactString::new(verb)];
        let found = forms(verbs.iter());
        assert_eq!(found.get(form).map(CompactString::as_str), expected, "{verb}: {form}");
    }

    #[test]
    fn regular_forms_lead_to_their_verb() {
        check("boycott", "boycotted", Some("boycott"));
        check("riot", "rioted", Some("riot"));
        check("blame", "blamed", Some("blame"));
        check("deny", "denied", Some("deny"));
        check("ban", "banned", Some("ban"));
        check("ban", "baned", None);
        check("expel", "expelled", Some("expel"));
    }
}

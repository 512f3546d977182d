//! Words that the segmentation has to know.

/// Abbreviations that stand before a name and never end a sentence.
const TITLES: &[&str] = &[
    "Adm", "Amb", "Ambs", "Brig", "Capt", "Cmdr", "Col", "Cols", "Cpl", "Dr", "Drs", "Fr", "Ft", "Gen",
    "Gens", "Gov", "Govs", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Mx",
    "Pfc", "Pres", "Prof", "Profs", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Spc", "Sr", "St",
    "Ste", "Supt",
];

/// Abbreviations that keep their full stop and may end a sentence.
const OTHERS: &[&str] = &[
    "Apr", "Ariz", "Ark", "Assn", "Assoc", "Aug", "Ave", "Bldg", "Blvd", "Bros", "Calif", "Co", "Colo",
    "Conn", "Corp", "Cos", "Dec", "Del", "Dept", "Esq", "Est", "Feb", "Fla", "Fri", "Ga", "Govt", "Ill",
    "Inc", "Ind", "Intl", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Ltd", "Mass", "Md", "Mich", "Minn",
    "Mont", "Natl", "Neb", "Nev", "Nov", "Oct", "Okla", "Ore", "Penn", "Pty", "Rd", "Sep", "Sept", "Tenn",
    "Tex", "Thu", "Thur", "Thurs", "Tue", "Tues", "Univ", "Va", "Vt", "Wed", "Wis", "Wyo", "al", "approx",
    "cf", "dept", "est", "etc", "govt", "hrs", "incl", "mins", "viz", "vs",
];

/// Abbreviations only before a number: "No. 3", "Mar. 4", "p. 12".
const BEFORE_NUMBER: &[&str] = &[
    "Art", "Arts", "Ch", "Eq", "Fig", "Figs", "Mar", "Mon", "No", "Nos", "Op", "Pt", "Res", "Sat", "Sec",
    "Sun", "Vol", "art", "ca", "ch", "fig", "no", "nos", "p", "pp", "sec", "vol",
];

/// Prefixes that UD English does not split off at their hyphen.
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "cyber", "de", "e", "euro", "ex", "extra", "hyper", "inter", "intra",
    "macro", "mega", "meta", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "pan", "para",
    "poly", "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub",
    "super", "tele", "trans", "tri", "ultra", "un", "under", "uni", "vice",
];

/// Words with which a sentence begins and a name seldom does: after an abbreviation they begin a new one.
const STARTERS: &[&str] = &[
    "A",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "Did",
    "Do",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Following",
    "For",
    "From",
    "Given",
    "Has",
    "Have",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Much",
    "My",
    "No",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Thus",
    "To",
    "Two",
    "Under",
    "Until",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
    "Your",
];

/// Verbs of saying that go on after a quoted question or exclamation: "Why?" Kerry asked.
const SAYING: &[&str] = &[
    "added",
    "adds",
    "agreed",
    "asked",
    "asks",
    "cried",
    "declared",
    "exclaimed",
    "insisted",
    "replied",
    "replies",
    "said",
    "say",
    "says",
    "shouted",
    "stated",
    "told",
    "tweeted",
    "warned",
    "wondered",
    "writes",
    "wrote",
    "yelled",
];

/// Units that are written against their number.
const UNITS: &[&str] = &[
    "AM", "BN", "GB", "Hz", "K", "KM", "Kg", "M", "MB", "PM", "TB", "am", "b", "bn", "cc", "cm", "ft", "g",
    "ha", "hp", "hr", "hrs", "in", "k", "kHz", "kg", "km", "kph", "lb", "lbs", "m", "mg", "min", "ml", "mm",
    "mn", "mph", "oz", "pm", "sq", "t", "tn", "trn", "x",
];

/// Words that are two tokens, and the length of the first.
const TWO_TOKENS: &[(&str, usize)] = &[
    ("arent", 3),
    ("cannot", 3),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("gimme", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("hadnt", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("isnt", 2),
    ("lemme", 3),
    ("shouldnt", 6),
    ("theyre", 4),
    ("wanna", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("wouldnt", 5),
];

/// What a full stop after a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FullStop {
    /// It ends the sentence and is a token of its own.
    Own,
    /// It belongs to a title before a name.
    Title,
    /// It belongs to the word, and may end the sentence too.
    Abbreviation,
}

/// What the full stop after `word` means, given what follows it.
pub(super) fn full_stop(word: &str, after: &str) -> FullStop {
    if word.len() > 12 {
        return FullStop::Own;
    }
    let next = after.trim_start();
    let next_first = next.chars().next();
    if word.contains('.') {
        let acronym = word
            .split('.')
            .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
        return if acronym { FullStop::Abbreviation } else { FullStop::Own };
    }
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_uppercase()
    {
        // An initial stands before a name, or before another initial.
        let spaced = next.len() < after.len();
        let starter = known(STARTERS, first_word(next));
        let named = next_first.is_some_and(char::is_uppercase) && spaced && !starter;
        // "E. 52nd St."
        let street = matches!(letter, 'N' | 'S' | 'E' | 'W')
            && is_ordinal(next.split_whitespace().next().unwrap_or(""));
        return if named || street { FullStop::Title } else { FullStop::Own };
    }
    if known(TITLES, word) {
        return FullStop::Title;
    }
    if known(OTHERS, word) {
        return FullStop::Abbreviation;
    }
    if known(BEFORE_NUMBER, word) && next_first.is_some_and(|c| c.is_ascii_digit()) {
        return FullStop::Title;
    }
    FullStop::Own
}

/// "52nd", "14th".
fn is_ordinal(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(&word[number.len()..], "st" | "nd" | "rd" | "th")
}

/// Whether a hyphen after `word` joins a prefix to its word.
pub(super) fn is_prefix(word: &str) -> bool {
    word.len() <= 8 && {
        let mut buffer = [0u8; 8];
        let bytes = &mut buffer[..word.len()];
        bytes.copy_from_slice(word.as_bytes());
        bytes.make_ascii_lowercase();
        std::str::from_utf8(bytes).is_ok_and(|lower| known(PREFIXES, lower))
    }
}

/// Whether a sentence that follows an abbreviation begins with `word`.
pub(super) fn is_starter(word: &str) -> bool {
    known(STARTERS, word)
}

/// Whether `word` goes on a sentence after a quotation.
pub(super) fn is_saying(word: &str) -> bool {
    known(SAYING, word)
}

/// Whether `word` is a unit written against its number.
pub(super) fn is_unit(word: &str) -> bool {
    known(UNITS, word)
}

/// Where a word such as "cannot" is split.
pub(super) fn two_tokens(word: &str) -> Option<usize> {
    if !(4..=8).contains(&word.len()) {
        return None;
    }
    TWO_TOKENS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, split)| split)
}

/// The letters at the beginning of `text`.
fn first_word(text: &str) -> &str {
    let end = text.bytes().take(16).position(|b| !b.is_ascii_alphabetic()).unwrap_or(text.len().min(16));
    text.get(..end).unwrap_or("")
}

fn known(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_their_search() {
        for list in [TITLES, OTHERS, BEFORE_NUMBER, PREFIXES, STARTERS, SAYING, UNITS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }

    #[test]
    fn full_stops() {
        assert_eq!(full_stop("Gen", " Smith"), FullStop::Title);
        assert_eq!(full_stop("U.S", " He"), FullStop::Abbreviation);
        assert_eq!(full_stop("No", " He"), FullStop::Own);
        assert_eq!(full_stop("No", " 3"), FullStop::Title);
        assert_eq!(full_stop("F", " Kennedy"), FullStop::Title);
        assert_eq!(full_stop("B", " The"), FullStop::Own);
        assert_eq!(full_stop("war", " The"), FullStop::Own);
    }
}

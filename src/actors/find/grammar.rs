//! Small closed classes of words that tell what stands around a name.

use crate::language::{Sentence, Upos};

/// Words that part noun phrases: nothing reaches over them from a country to its people.
pub fn is_function_word(lower: &str) -> bool {
    matches!(
        lower,
        "a" | "an"
            | "the"
            | "and"
            | "or"
            | "but"
            | "nor"
            | "of"
            | "in"
            | "on"
            | "at"
            | "by"
            | "to"
            | "for"
            | "from"
            | "with"
            | "without"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "after"
            | "before"
            | "during"
            | "against"
            | "between"
            | "among"
            | "through"
            | "toward"
            | "towards"
            | "about"
            | "as"
            | "than"
            | "that"
            | "which"
            | "who"
            | "whom"
            | "whose"
            | "what"
            | "when"
            | "where"
            | "while"
            | "if"
            | "because"
            | "since"
            | "until"
            | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "has"
            | "have"
            | "had"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "not"
            | "no"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "him"
            | "her"
            | "them"
            | "us"
            | "his"
            | "its"
            | "their"
            | "our"
            | "my"
            | "this"
            | "these"
            | "those"
            | "there"
            | "here"
            | "so"
            | "too"
            | "also"
            | "then"
            | "now"
            | "said"
            | "says"
            | "say"
            | "told"
            | "called"
            | "urged"
            | "all"
            | "both"
            | "each"
            | "every"
            | "any"
            | "some"
    )
}

/// Articles and demonstratives.
pub fn is_determiner(lower: &str) -> bool {
    matches!(lower, "a" | "an" | "the" | "this" | "that" | "these" | "those")
}

/// Whether a token can stand between a country and its people: "Russia's *powerful* defence minister".
pub fn is_modifier(sentence: &Sentence, token: usize) -> bool {
    let Some(word) = sentence.tokens.get(token) else { return false };
    if is_function_word(&word.lower)
        || !word.form.starts_with(|c: char| c.is_alphanumeric()) && word.form != "-"
    {
        return false;
    }
    match word.upos {
        Upos::X => !word.form.starts_with(char::is_uppercase) && !word.lower.ends_with("ed"),
        Upos::Adj | Upos::Noun | Upos::Num => true,
        Upos::Punct => word.form == "-",
        Upos::Propn => false,
        Upos::Verb => word.lower.ends_with("ing") || word.lower.ends_with("ed"),
        Upos::Adv => false,
        _ => false,
    }
}

/// Parts of names that are written small.
pub fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "al" | "el"
            | "bin"
            | "ibn"
            | "ben"
            | "bint"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "du"
            | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "ul"
            | "ud"
            | "ur"
            | "abu"
            | "zu"
            | "ter"
            | "ten"
            | "af"
            | "-"
    )
}

/// Whether a token is a possessive mark.
pub fn is_possessive(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens.get(token).is_some_and(|word| matches!(word.form.as_str(), "'s" | "’s" | "'" | "’"))
}

/// Whether a token is a hyphen.
pub fn is_hyphen(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens.get(token).is_some_and(|word| matches!(word.form.as_str(), "-" | "–" | "‐"))
}

/// Whether the token is the word.
pub fn is_word(sentence: &Sentence, token: usize, lower: &str) -> bool {
    sentence.tokens.get(token).is_some_and(|word| word.lower == lower)
}

/// Prepositions after which the name of a city is a place and not its government.
pub fn is_locative(lower: &str) -> bool {
    matches!(
        lower,
        "in" | "at"
            | "near"
            | "outside"
            | "around"
            | "across"
            | "throughout"
            | "from"
            | "into"
            | "toward"
            | "towards"
            | "through"
            | "over"
            | "inside"
            | "within"
            | "via"
            | "of"
            | "to"
            | "beyond"
            | "off"
            | "above"
            | "surrounding"
            | "central"
            | "downtown"
            | "east"
            | "west"
            | "north"
            | "south"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "greater"
            | "outskirts"
            | "visit"
            | "visited"
            | "visiting"
            | "visits"
            | "left"
            | "leave"
            | "leaving"
            | "reach"
            | "reached"
            | "entered"
            | "enter"
            | "arrived"
            | "hit"
            | "bombed"
            | "shelled"
            | "attacked"
            | "captured"
            | "seized"
            | "capture"
            | "besieged"
            | "rocked"
            | "stormed"
            | "overran"
            | "mayor"
            | "metropolitan"
            | "suburban"
            | "neighboring"
            | "where"
            | "and"
            | ","
            | "capital"
            | "city"
            | "port"
    )
}

/// What is said or given to a government: "a warning *to* Tehran".
pub fn takes_government(lower: &str) -> bool {
    matches!(
        lower,
        "ties"
            | "aid"
            | "pressure"
            | "warning"
            | "warnings"
            | "message"
            | "messages"
            | "ultimatum"
            | "appeal"
            | "support"
            | "assistance"
            | "response"
            | "opposition"
            | "threat"
            | "threats"
            | "sold"
            | "sell"
            | "arms"
            | "sales"
            | "said"
            | "close"
            | "closer"
            | "loyal"
            | "concession"
            | "concessions"
            | "challenge"
            | "offer"
            | "commitment"
            | "relations"
            | "signal"
            | "signals"
            | "help"
            | "answer"
            | "letter"
            | "according"
            | "proposal"
            | "demand"
            | "alternative"
            | "blow"
            | "hostile"
            | "friendly"
            | "allied"
            | "subservient"
            | "overtures"
            | "protest"
    )
}

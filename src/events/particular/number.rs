//! Numbers in words and digits, beside the nouns that they count.

use crate::events::mention::Particular;
use crate::events::reading::Reading;
use crate::language::{Relation, Upos, Xpos};

/// The number that stands before a noun, or that the noun itself is; of a family, the one behind "of".
pub(super) fn number(reading: &Reading<'_>, noun: usize, what: &str, found: &mut Vec<Particular>) {
    let grammar = &reading.grammar;
    let numeral = if grammar.upos(noun) == Upos::Num {
        Some(noun)
    } else {
        count(reading, noun).or_else(|| members(reading, noun))
    };
    let vague = |lemma: &str| match lemma {
        "dozen" => Some((24.0, 99.0)),
        "hundred" => Some((200.0, 999.0)),
        "thousand" => Some((2000.0, 9999.0)),
        _ => None,
    };
    let (low, high, token) = match numeral {
        Some(token) => {
            let Some(value) = numeral_value(reading, token) else { return };
            if grammar.sentence.is_share(token) {
                return;
            }
            (Some(value), Some(value), token)
        }
        None if grammar.xpos(noun) == Xpos::Nns => match vague(grammar.lemma(noun)) {
            Some((low, _)) => (Some(low), None, noun),
            None => return,
        },
        None if singular_person(reading, noun) => (Some(1.0), Some(1.0), noun),
        None => return,
    };
    let (low, high) = bounded(reading, token, low, high);
    let first = grammar.children(token).chain([token]).filter(|&child| child <= token).min().unwrap_or(token);
    found.push(Particular {
        what: what.to_string(),
        low,
        high,
        location: reading.grammar.sentence.location_of(first.min(noun)..noun.max(token) + 1),
    });
}

/// The number that counts a noun. "20 government troops": the parser likes to hang it on the first word of the name, which
/// in the singular cannot be so many.
pub(super) fn count(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let names = |&part: &usize| {
        grammar.relation(part) == Relation::Compound && part < noun && grammar.xpos(part) == Xpos::Nn
    };
    let of_name = || {
        let number =
            grammar.children(noun).filter(names).find_map(|part| grammar.child(part, Relation::Nummod))?;
        let several = grammar.xpos(noun) == Xpos::Nns && grammar.lower(number) != "one";
        // "three-star generals"
        (several && number < noun && grammar.lower(number + 1) != "-").then_some(number)
    };
    grammar.child(noun, Relation::Nummod).or_else(of_name)
}

/// "a family of five", "a crew of 12".
fn members(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    grammar.children(noun).find(|&child| {
        is_collective(reading, noun)
            && child > noun
            && grammar.upos(child) == Upos::Num
            && grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "of")
    })
}

/// Whether a noun in the singular is several people.
pub(super) fn is_collective(reading: &Reading<'_>, noun: usize) -> bool {
    reading.grammar.xpos(noun) == Xpos::Nn
        && reading.rules.in_class("collective", reading.grammar.lemma(noun))
}

fn singular_person(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    reading.rules.is_people(grammar.lemma(noun))
        && grammar.xpos(noun) == Xpos::Nn
        && !is_collective(reading, noun)
        && grammar.children(noun).any(|child| matches!(grammar.lower(child), "a" | "an" | "one"))
}

fn bounded(
    reading: &Reading<'_>,
    token: usize,
    low: Option<f64>,
    high: Option<f64>,
) -> (Option<f64>, Option<f64>) {
    let grammar = &reading.grammar;
    let before: Vec<&str> = (token.saturating_sub(3)..token).map(|i| grammar.lower(i)).collect();
    let ends = |words: &[&str]| before.ends_with(words);
    // "between 10 and 12"
    if let [between, least, and] = before.as_slice()
        && (*between, *and) == ("between", "and")
        && let Some(least) = number_of(least)
    {
        return (Some(least), high);
    }
    if ends(&["at", "least"]) {
        (low, None)
    } else if ends(&["more", "than"]) || ends(&["over"]) || ends(&["some-more", "than"]) {
        (low.map(|value| value + 1.0), None)
    } else if ends(&["up", "to"]) || ends(&["at", "most"]) {
        (None, high)
    } else if ends(&["fewer", "than"]) || ends(&["less", "than"]) || ends(&["under"]) {
        (None, high.map(|value| value - 1.0))
    } else {
        (low, high)
    }
}

/// "1,200", "12", "two", "2.5 million".
fn numeral_value(reading: &Reading<'_>, token: usize) -> Option<f64> {
    let grammar = &reading.grammar;
    number_of(grammar.lower(token))?;
    let belongs = |other: usize| {
        matches!(grammar.relation(other), Relation::Compound | Relation::Flat | Relation::Nummod)
    };
    let mut tokens: Vec<usize> = grammar.children(token).filter(|&other| belongs(other)).collect();
    tokens.push(token);
    tokens.sort_unstable();
    Some(amount(tokens.into_iter().map(|token| grammar.lower(token))))
}

/// What words for numbers come to: those from "dozen" on multiply what stands before them, others are added:
/// "thirty five", "two hundred fifty thousand".
fn amount<'a>(words: impl Iterator<Item = &'a str>) -> f64 {
    let (mut total, mut current) = (0.0_f64, 0.0_f64);
    for word in words {
        let Some(value) = number_of(word) else { continue };
        match word {
            "dozen" | "hundred" => current = current.max(1.0) * value,
            "thousand" | "million" | "billion" | "trillion" => {
                total += current.max(1.0) * value;
                current = 0.0;
            }
            _ => current += value,
        }
    }
    total + current
}

/// The number that a word in lower case is: "1,200", "twelve", "dozen".
pub fn number_of(word: &str) -> Option<f64> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        return word.replace(',', "").parse().ok();
    }
    if let Some(index) = WORDS.iter().position(|known| *known == word) {
        return Some(index as f64);
    }
    Some(match word {
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1000.0,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn words_for_numbers() {
        let check = |words: &str, expected: f64| {
            let found = amount(words.split(' '));
            assert!((found - expected).abs() < 1e-6, "{words}: {found}");
        };
        check("thirty five", 35.0);
        check("two dozen", 24.0);
        check("two hundred fifty", 250.0);
        check("two hundred fifty thousand", 250_000.0);
        check("2.5 million", 2_500_000.0);
        check("1,200", 1200.0);
        check("hundred", 100.0);
    }
}

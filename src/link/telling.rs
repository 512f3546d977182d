//! What the sentences that tell of a happening say beyond what was mined of it: the day of the week, what is counted,
//! and the words for those who take part.

use super::hash::word;
use super::kinds::sets_apart;
use super::rarity::rarity;
use super::story::is_content;
use crate::article::Location;
use crate::events::{Mention, Participant};
use crate::language::{Relation, Sentence, Token, Upos};
use crate::mine::Findings;
use chrono::{Datelike, NaiveDate};

/// A number of something, as a text counts it: "23 pirates", "a 16-year-old".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count {
    /// Hash of the lemma of what is counted.
    pub what: u32,
    /// How many.
    pub number: f32,
}

/// The days of the week on which a mention can be, a bit each from Monday on; 0 where nothing tells.
pub(super) fn weekdays(mention: &Mention, findings: &Findings) -> u8 {
    if let Some(date) = &mention.date
        && let (Some(earliest), Some(latest)) = (date.value.earliest, date.value.latest)
    {
        // The day of a report tells no day of the week.
        if date.inferred {
            return 0;
        }
        let days = (latest - earliest).num_days();
        let bit = |day: NaiveDate| 1 << day.weekday().num_days_from_monday();
        return if (0..=1).contains(&days) { bit(earliest) | bit(latest) } else { 0 };
    }
    // A weekday that no date of publication makes a date of still tells one week's day from another.
    let near = |location: Location| {
        (location.span.begin.abs_diff(mention.span.end)).min(mention.span.begin.abs_diff(location.span.end))
    };
    let written = findings
        .dates
        .iter()
        .filter(|date| date.sentence == mention.sentence && date.location.part == mention.part)
        .filter_map(|date| Some((near(date.location), named(date.timex3.as_deref()?)?)));
    written.min().map_or(0, |(_, day)| 1 << day)
}

/// The day, from Monday 0, of a TIMEX3 value that is nothing but a day of the week.
fn named(timex3: &str) -> Option<u8> {
    let day = timex3.strip_prefix("XXXX-WXX-")?.bytes().next()?;
    (b'1'..=b'7').contains(&day).then(|| day - b'1')
}

/// Whether two sets of weekdays can be one; none where one is not known. Neighbouring days differ by midnight alone.
pub(super) fn weekdays_agree(a: u8, b: u8) -> Option<bool> {
    let around = |days: u8| (days | days << 1 | days >> 1 | days >> 6 | days << 6) & 0x7f;
    (a != 0 && b != 0).then(|| around(a) & b != 0)
}

/// What a sentence counts.
pub(super) fn counts(sentence: &Sentence) -> impl Iterator<Item = Count> + '_ {
    sentence.tokens.iter().enumerate().filter_map(move |(at, token)| count(sentence, at, token))
}

fn count(sentence: &Sentence, at: usize, token: &Token) -> Option<Count> {
    // "16-year-old" in one token.
    if let Some((number, unit)) = token.lower.split_once('-')
        && let Some(number) = number.parse().ok().filter(|_| unit.starts_with("year"))
    {
        return Some(Count { what: word("year-old"), number });
    }
    let number = number(&token.lower)?;
    if token.relation != Relation::Nummod {
        // "16", "-", "year", "-", "old".
        let next = |step: usize| sentence.tokens.get(at + step).map(|token| token.lower.as_str());
        let age = next(1) == Some("-") && next(2) == Some("year");
        return age.then(|| Count { what: word("year-old"), number });
    }
    let counted = sentence.tokens.get(token.head?)?;
    matches!(counted.upos, Upos::Noun | Upos::Propn)
        .then(|| Count { what: word(&counted.lemma.to_lowercase()), number })
}

fn number(words: &str) -> Option<f32> {
    const SMALL: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if words.starts_with(|first: char| first.is_ascii_digit()) {
        // "The 2012 League", "the 2012-13 season" count nothing.
        let is_year = |number: f32| words.len() == 4 && (1900.0..2100.0).contains(&number);
        return words.replace(',', "").parse().ok().filter(|&number| !is_year(number));
    }
    SMALL.iter().position(|small| *small == words).map(|number| number as f32)
}

/// Puts counts in order, each once.
pub(super) fn in_order(mut counts: Vec<Count>) -> Vec<Count> {
    counts.sort_by(|a, b| {
        (a.what, a.number).partial_cmp(&(b.what, b.number)).unwrap_or(std::cmp::Ordering::Equal)
    });
    counts.dedup();
    counts
}

/// Two of something are everywhere: that they are counted alike says next to nothing.
const FEW: f32 = 0.2;

/// The rarest number of something in common, from 0 to 1; and whether they count the same, but come to other numbers
/// throughout, or but for one and two.
pub(super) fn counts_compared(a: &[Count], b: &[Count]) -> (f32, bool) {
    let (mut agreed, mut other) = (0.0_f32, false);
    for x in a {
        let mut same = b.iter().filter(|y| y.what == x.what).peekable();
        if same.peek().is_none() {
            continue;
        }
        if same.any(|y| (y.number - x.number).abs() < 0.01) {
            agreed = agreed.max(if x.number < 3.0 {
                FEW
            } else if x.number < 10.0 {
                0.6
            } else {
                1.0
            });
        } else {
            other = true;
        }
    }
    (agreed, other && agreed <= FEW)
}

/// The weighty words by which a mention calls those who take part on a side, with the words of their names.
pub(super) fn side(participants: &[Participant], mention: &Mention, findings: &Findings) -> Vec<(u32, u8)> {
    let mut found = Vec::new();
    for participant in participants {
        let sentence = findings.document.sentences.get(mention.sentence);
        let inside = |token: &&Token| {
            token.span.begin >= participant.location.span.begin
                && token.span.end <= participant.location.span.end
        };
        let tokens = sentence
            .filter(|sentence| sentence.part == participant.location.part)
            .into_iter()
            .flat_map(|sentence| &sentence.tokens);
        let named = tokens.filter(inside).filter(|token| is_content(token));
        found.extend(named.map(|token| weighed(&token.lemma, token.upos)));
        if let Some(actor) = participant.actor.and_then(|index| findings.actors.actors.get(index))
            && actor.named
        {
            found.extend(actor.name.split_whitespace().map(|name| weighed(name, Upos::Propn)));
        }
    }
    each_once(found)
}

/// The words that say what sort of act a noun tells of: "parliamentary elections", "the nuclear talks". Who takes part
/// and how many are no sorts.
pub(super) fn sorts(mention: &Mention, findings: &Findings) -> Vec<(u32, u8)> {
    let Some(sentence) = findings.document.sentences.get(mention.sentence) else { return Vec::new() };
    let is_noun = |token: &Token| matches!(token.upos, Upos::Noun);
    if !sentence.tokens.get(mention.head).is_some_and(is_noun) {
        return Vec::new();
    }
    let of_it = sentence.tokens.iter().filter(|token| {
        token.head == Some(mention.head)
            && matches!(token.relation, Relation::Amod | Relation::Compound)
            && matches!(token.upos, Upos::Adj | Upos::Noun)
            && !takes_part(token, mention)
    });
    each_once(of_it.map(|token| weighed(&token.lemma, token.upos)).collect())
}

/// Whether a mention tells of another one than the text is about, by a word with its noun or with those who take part:
/// "a second bombing", "another attack", "most foreign navies".
pub(super) fn is_another(mention: &Mention, findings: &Findings) -> bool {
    let Some(sentence) = findings.document.sentences.get(mention.sentence) else { return false };
    // "most foreign navies": the word stands with the adjective.
    let noun = |token: &Token| {
        let above = |at: usize| Some((at, sentence.tokens.get(at)?));
        let (at, head) = above(token.head?)?;
        if head.upos == Upos::Adj { above(head.head?) } else { Some((at, head)) }
    };
    let of_it = |token: &Token| {
        noun(token).is_some_and(|(at, noun)| {
            let beside =
                noun.head == Some(mention.head) && matches!(noun.relation, Relation::Obj | Relation::Nsubj);
            noun.upos == Upos::Noun && (at == mention.head || beside || takes_part(noun, mention))
        })
    };
    let modifies =
        |token: &Token| matches!(token.relation, Relation::Det | Relation::Amod | Relation::Advmod);
    sentence.tokens.iter().any(|token| sets_apart(&token.lower) && modifies(token) && of_it(token))
}

/// Whether a word stands in what a mention says of those who take part.
fn takes_part(token: &Token, mention: &Mention) -> bool {
    mention.sources.iter().chain(&mention.targets).any(|participant| {
        let span = participant.location.span;
        participant.location.part == mention.part
            && token.span.begin >= span.begin
            && token.span.end <= span.end
    })
}

/// The hash of a word, and how much it says.
pub(super) fn weighed(lemma: &str, upos: Upos) -> (u32, u8) {
    let lemma = lemma.to_lowercase();
    (word(&lemma), (rarity(&lemma, upos) * 200.0) as u8)
}

/// Words that say anything in the order of their hashes, each once, with the most that it says anywhere.
pub(super) fn each_once(mut words: Vec<(u32, u8)>) -> Vec<(u32, u8)> {
    words.retain(|&(_, weight)| weight > 0);
    words.sort_unstable_by(|a, b| (a.0, b.1).cmp(&(b.0, a.1)));
    words.dedup_by_key(|(word, _)| *word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_week() {
        let check = |a: u8, b: u8, expected| {
            assert_eq!(weekdays_agree(a, b), expected);
            assert_eq!(weekdays_agree(b, a), expected);
        };
        check(1 << 6, 1, Some(true));
        check(1 << 5, 1 << 3, Some(false));
        check(1 << 5, 0, None);
        assert_eq!(
            [named("XXXX-WXX-6"), named("XXXX-WXX-7TNI"), named("2017-W14-6")],
            [Some(5), Some(6), None]
        );
    }

    #[test]
    fn a_year_is_no_number_of_anything() {
        let check = |words: &str, expected| assert_eq!(number(words), expected, "{words}");
        check("2012", None);
        check("2,012", Some(2012.0));
        check("2500", Some(2500.0));
        check("23", Some(23.0));
        check("two", Some(2.0));
    }

    #[test]
    fn what_is_counted() {
        let count = |what: &str, number| Count { what: word(what), number };
        let check = |a: &[Count], b: &[Count], expected| assert_eq!(counts_compared(a, b), expected);
        check(&[count("pirate", 23.0)], &[count("pirate", 23.0)], (1.0, false));
        check(&[count("pirate", 23.0)], &[count("pirate", 26.0)], (0.0, true));
        check(&[count("pirate", 23.0)], &[count("boat", 5.0)], (0.0, false));
        check(
            &[count("pirate", 23.0), count("boat", 2.0)],
            &[count("pirate", 26.0), count("boat", 2.0)],
            (0.2, true),
        );
        check(
            &[count("pirate", 23.0), count("boat", 2.0)],
            &[count("pirate", 23.0), count("boat", 3.0)],
            (1.0, false),
        );
    }
}

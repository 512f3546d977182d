//! The publication date that the text itself bears: a "Published …" line, a dateline with a year, a line
//! that is nothing but a date.
//!
//! Only what cannot be read otherwise counts: a date in a sentence is a date of something that the article
//! tells.

use super::calendar::{Written, begins_with_weekday, date_at, date_in};
use chrono::NaiveDate;

/// How far into a text a date of publication may stand, in lines that are not empty.
const HEAD_LINES: usize = 8;
/// And at its end.
const FOOT_LINES: usize = 3;
/// A longer line is a paragraph.
const LONGEST_LINE: usize = 120;

/// A date that the text bears, with the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dateline {
    pub written: Written,
    pub words: String,
}

/// Finds the publication date in the head or the foot of a text.
pub(super) fn dateline(text: &str) -> Option<Dateline> {
    let head: Vec<&str> = filled_lines(text.lines()).take(HEAD_LINES).collect();
    let foot: Vec<&str> = filled_lines(text.lines().rev()).take(FOOT_LINES).collect();
    head.iter()
        .find_map(|line| published_line(line))
        .or_else(|| head.iter().find_map(|line| place_and_date(line)))
        .or_else(|| head.iter().find_map(|line| byline(line)))
        .or_else(|| date_alone(text, &head))
        .or_else(|| head.iter().find_map(|line| agency_and_hour(line)))
        .or_else(|| foot.iter().find_map(|line| published_line(line)))
        .or_else(|| head.iter().find_map(|line| updated_to_the_hour(line)))
}

/// The day that a text opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opening {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is written with its weekday, as the head of a text is and the day that a text speaks of seldom.
    pub with_weekday: bool,
}

/// "Thursday August 22 2013 Rebels take the town": the date that a text opens with, before words that begin anew.
pub(super) fn opening_day(text: &str) -> Option<Opening> {
    let line = text.trim_start();
    let (Written::Day(day), length) = date_at(line)? else { return None };
    let rest = line[length..].trim_start_matches([' ', ',', '.', '-', '–', '—', '|', ':', '\u{a0}']);
    let with_weekday = begins_with_weekday(line);
    rest.trim_start().starts_with(char::is_uppercase).then_some(Opening { day, with_weekday })
}

fn filled_lines<'a>(lines: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    lines.map(str::trim).filter(|line| !line.is_empty())
}

/// "Published: 12 April 2017 | Updated …", also after an author and a separator.
fn published_line(line: &str) -> Option<Dateline> {
    const WORDS: [&str; 12] = [
        "first published",
        "first posted",
        "originally published",
        "date published",
        "published time",
        "published",
        "publication date",
        "posted",
        "for immediate release",
        "release date",
        "released",
        "date",
    ];
    if line.len() > LONGEST_LINE {
        return None;
    }
    pieces(line).find_map(|(at, piece)| {
        let length = WORDS.iter().find_map(|words| {
            let found = piece.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
            found.then_some(words.len())
        })?;
        let after = &line[at + length..];
        let date = after.trim_start_matches([':', ' ', '\u{a0}']);
        // "Published on": the preposition needs a space before it, and so does a date without a colon.
        if date.len() == after.len() {
            return None;
        }
        let on = date.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("on "));
        let on = on || date.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("on:"));
        let date = if on { date[3..].trim_start_matches([':', ' ', '\u{a0}']) } else { date };
        let date = skip_time(date);
        let (written, length) = date_at(date)?;
        closes(&date[length..]).then(|| Dateline { written, words: line.to_owned() })
    })
}

/// "Updated: 12 April 2017 10:33 BST": with the hour it is the desk's mark on news of the day. Without one, a page may
/// have been touched years later.
fn updated_to_the_hour(line: &str) -> Option<Dateline> {
    const WORDS: [&str; 3] = ["last updated", "updated", "edited"];
    if line.len() > LONGEST_LINE {
        return None;
    }
    let length = WORDS
        .iter()
        .find(|words| line.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words)))?;
    let mut date = line[length.len()..].trim_start_matches([':', ' ', '\u{a0}']);
    for word in ["on:", "on ", "at ", "time:"] {
        if date.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)) {
            date = date[word.len()..].trim_start_matches([':', ' ', '\u{a0}']);
        }
    }
    let (written, length) = date_at(skip_time(date))?;
    let after = &skip_time(date)[length..];
    let hour = has_clock(date) && only_time(after);
    hour.then(|| Dateline { written, words: line.to_owned() })
}

/// "AP Apr 12, 2017, 10.33AM GMT MOSCOW:", "Geneva, Apr 12, 2017/10:33 am (AP)": an agency or a place, a day, an hour.
fn agency_and_hour(line: &str) -> Option<Dateline> {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    if line.len() > LONGEST_LINE {
        return None;
    }
    let (written, begin, end) = date_in(line)?;
    let before = line[..begin].trim_start_matches("on ").trim_start_matches("On ");
    let mut after = line[end..].trim_start_matches([',', ' ', '/', '.']);
    if let Some((hour, rest)) = after.split_once(", updated ") {
        let (_, length) = date_at(rest)?;
        after = only_time(&rest[length..]).then_some(hour)?;
    }
    let agency = after.rsplit_once('(').filter(|(_, agency)| agency.ends_with(')'));
    let after = agency.map_or(after, |(hour, _)| hour).trim_end();
    let place = after.strip_suffix(':').map(|words| words.rsplit_once(' ').unwrap_or(("", words)));
    let hour = match place {
        Some((hour, place)) if capital(place) => hour,
        _ => after,
    };
    let lead = before.split([' ', ',']).filter(|word| !word.is_empty());
    (lead.clone().count() <= 3 && lead.clone().all(capital) && has_clock(hour) && only_time(hour))
        .then(|| Dateline { written, words: line.to_owned() })
}

/// Whether an hour of the clock stands in the words: "10:33", "10.33 a.m.", "8pm".
fn has_clock(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    let digit = |at: usize| lower.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let colon = lower.match_indices(':').any(|(at, _)| at > 0 && digit(at - 1) && digit(at + 1));
    let half = ["am", "pm", "a.m", "p.m"].iter().any(|half| {
        lower.match_indices(half).any(|(at, _)| at > 0 && (digit(at - 1) || at > 1 && digit(at - 2)))
    });
    colon || half
}

/// "MOSCOW, April 12, 2017 (AP) — The …", "GENEVA — 12 April 2017 — The …".
fn place_and_date(line: &str) -> Option<Dateline> {
    let head_end = line.char_indices().nth(100).map_or(line.len(), |(at, _)| at);
    let head = &line[..head_end];
    let place = head.split([',', ' ', '(', '\u{a0}']).next()?;
    let letters = place.chars().filter(|character| character.is_alphabetic());
    if letters.clone().count() < 2 || !letters.clone().all(char::is_uppercase) {
        return None;
    }
    let (written, begin, end) = date_in(head)?;
    // Between the place and the date stand more of the place, and an agency: no word in lower case.
    let lower = |words: &str| words.split([' ', ',']).any(|word| word.starts_with(char::is_lowercase));
    if lower(&head[..begin]) {
        return None;
    }
    let mut after = head[end..].trim_start_matches([',', ' ', '.', '/']);
    if let Some((_, rest)) = after.strip_prefix('(').and_then(|agency| agency.split_once(')')) {
        after = rest.trim_start();
    }
    let alone = after.is_empty() && head.len() == line.len() && begin > 0;
    (alone || after.starts_with(['-', '–', '—', ':']))
        .then(|| Dateline { written, words: head[..end].to_owned() })
}

/// "By Jane Roe | 12 April 2017".
fn byline(line: &str) -> Option<Dateline> {
    let divided = line.contains([' ', '\u{a0}']) && line.contains(['|', '·', '•']);
    if line.len() > LONGEST_LINE || !(divided || line.starts_with("By ")) {
        return None;
    }
    pieces(line).find_map(|(_, piece)| {
        let (written, length) = date_at(piece)?;
        closes(&piece[length..]).then(|| Dateline { written, words: line.to_owned() })
    })
}

/// A line that is nothing but a date, perhaps with an hour. Several of them make a chronology, whose dates
/// are those of its entries.
fn date_alone(text: &str, head: &[&str]) -> Option<Dateline> {
    let alone = |line: &str| {
        let line = skip_time(line);
        let (written, length) = date_at(line)?;
        only_time(&line[length..]).then_some(written)
    };
    let (line, written) = head.iter().find_map(|line| Some((*line, alone(line)?)))?;
    let others = filled_lines(text.lines()).filter_map(alone).any(|other| other != written);
    (!others).then(|| Dateline { written, words: line.to_owned() })
}

/// The pieces of a line between its separators, with where they begin.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split(['|', '·', '•', '–', '—']).map(move |piece| {
        let begin = at + (piece.len() - piece.trim_start().len());
        at += piece.len() + line[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
        (begin, piece.trim())
    })
}

/// "10:33 AM EDT, 12 April 2017", "8pm, 12 April 2017": the hour may come first.
fn skip_time(words: &str) -> &str {
    let hour = words.split([' ', ',']).next().unwrap_or("");
    if !(has_clock(hour) && hour.starts_with(|first: char| first.is_ascii_digit())) {
        return words;
    }
    let mut rest = words[hour.len()..].trim_start_matches([' ', ',']);
    while let Some(word) = rest.split([' ', ',']).next().filter(|word| {
        is_time_word(word.trim_matches('.')) && !word.starts_with(|first: char| first.is_ascii_digit())
    }) {
        rest = rest[word.len()..].trim_start_matches([' ', ',']);
    }
    rest
}

/// Whether a line may go on like this after its date of publication.
fn closes(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}', ',', '.', ';']);
    rest.starts_with(['|', '·', '•', '–', '—', '-', '(', '/'])
        || is_author(rest)
        || ["updated", "last updated", "modified"]
            .iter()
            .any(|word| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))
        || only_time(rest)
}

/// "by Jane Roe", but not "by the ministry".
fn is_author(rest: &str) -> bool {
    let name = rest.strip_prefix("by ").or_else(|| rest.strip_prefix("By "));
    name.is_some_and(|name| name.split(' ').all(|word| word.starts_with(char::is_uppercase)))
}

/// Nothing, or an hour with its zone: "T10:33:00Z", "at 10.33 a.m. EDT", "10h33 GMT+2".
fn only_time(rest: &str) -> bool {
    rest.split([' ', '\u{a0}', ',', '.', '|', '(', ')']).filter(|word| !word.is_empty()).all(is_time_word)
}

fn is_time_word(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let clock = word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || b":+-TZhapmAPGUMCT".contains(&byte));
    let zone = (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    clock
        || zone
        || ["at", "am", "pm", "a", "p", "m", "a.m", "p.m", "local", "time"].contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = dateline(text).map(|found| match found.written {
            Written::Day(day) => day.to_string(),
            other => format!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_text_may_open_with_its_day() {
        let day = |text: &str| opening_day(text).map(|opening| opening.day.to_string());
        for text in [
            "August 22 2013 Rebels take the town",
            "Thu Aug 22 2013 Car bomb kills four",
            "22 August 2013 - The army said",
            "22 August 2013\nRebels take the town",
        ] {
            assert_eq!(day(text).as_deref(), Some("2013-08-22"), "{text}");
        }
        assert_eq!(day("August 22, 2013 was the day of the raid."), None);
        assert_eq!(day("Rebels took the town on August 22, 2013."), None);
        let with_weekday = |text: &str| opening_day(text).is_some_and(|opening| opening.with_weekday);
        assert!(with_weekday("Thu Aug 22 2013 Car bomb kills four"));
        assert!(!with_weekday("August 22 2013 Rebels take the town"));
    }

    #[test]
    fn lines_that_say_when_they_were_published() {
        for line in [
            "Published 12 April 2017",
            "Published: April 12, 2017 10:33 AM EDT",
            "PUBLISHED ON 2017-04-12",
            "First published on Wednesday 12 April 2017 10.33 BST",
            "Posted: Apr 12, 2017 | Updated: Apr 14, 2017",
            "By Jane Roe · Published 10:33 GMT, 12 April 2017",
            "Date: 12.04.2017",
            "Jane Roe | April 12, 2017",
            "By Jane Roe — 12 April 2017",
            "Wednesday, April 12, 2017",
            "2017-04-12T10:33:00Z",
            "12 April 2017, 10:33 a.m. GMT+2",
            "APRIL 12, 2017 AT 1:10PM",
            "12:52 p.m. EDT April 12, 2017",
            "7:00pm UK, Wednesday 12 April 2017",
            "First Posted 23:37:00 12.04.2017",
            "Published on: Wed, 12 April 2017 at 09:56 IST",
            "Published time: April 12, 2017 02:03",
            "FOR IMMEDIATE RELEASE April 12, 2017",
            "Updated: April 12, 2017 20:09 IST",
            "Last updated on: April 12, 2017 19:04 IST",
            "updated 8:41 p.m. EST, Wed April 12, 2017",
            "TRNN Apr 12, 2017, 05.51AM IST GENEVA:",
            "Washington D.C., Apr 12, 2017/02:00 pm (ABC)",
            "on April 12, 2017 at 10:50 AM, updated April 29, 2017 at 12:16 PM",
            "WASHINGTON, DC, April 12, 2017",
            "MOSCOW, April 12, 2017 (AP) — The minister left.",
            "ST. PETERSBURG, Russia, 12 April 2017 - The minister left.",
            "GENEVA — April 12, 2017 — The minister left.",
        ] {
            check(line, Some("2017-04-12"));
            check(&format!("A headline\n\n{line}\n\nThe minister said so."), Some("2017-04-12"));
        }
        check("A headline\n\nThe minister left.\n\nPublished 12 April 2017\n", Some("2017-04-12"));
        check("A headline\n\nPublished 30 February 2017", Some("Impossible"));
    }

    #[test]
    fn dates_of_what_is_told() {
        for text in [
            "On September 1, 1939, Germany attacked.",
            "September 1, 1939 was a Friday.",
            "Published in 1999, the report was late.",
            "Published on 3 May 2012 by the ministry, the report names no one and gives no numbers at all, it said.",
            "Updated 12 April 2017",
            "The war began\n\n1 September 1939\n\nAttack.\n\n3 September 1939\n\nDeclaration.",
            "MOSCOW, April 12 (Reuters) - The minister left on May 3, 2017.",
            "NATO said on 12 April 2017 - a Wednesday - that it would.",
            "Date rape",
            "Posted to Kabul, he left on 12 April 2017",
            "Updated April 12, 2017 with the minister's answer",
            "Kabul Bombing, April 12, 2017",
            "Talks on April 12, 2017 at 10:30 AM",
            "",
        ] {
            check(text, None);
        }
    }
}

//! Days as publishers write them. Only complete days, in the few forms that by-lines, page metadata and
//! file names use; expressions in running text are the business of a later stage.

use chrono::NaiveDate;

/// What a written date turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// A day of the calendar.
    Day(NaiveDate),
    /// A day that the calendar does not have, such as 30 February.
    Impossible,
    /// Two numbers that could each be the month.
    Ambiguous,
}

/// The date that the words begin with, and how many bytes it takes.
pub(super) fn date_at(words: &str) -> Option<(Written, usize)> {
    let mut cursor = Cursor { words, at: 0 };
    if cursor.take_word(weekday).is_some() {
        cursor.skip(&['.', ',', ' ', '\u{a0}']);
    }
    let written = if cursor.peek().is_some_and(|next| next.is_ascii_digit()) {
        numeric_or_day_first(&mut cursor)?
    } else {
        month_first(&mut cursor)?
    };
    let ended = !cursor.peek().is_some_and(|next| next.is_ascii_digit());
    ended.then_some((written, cursor.at))
}

/// Whether the words begin with the name of a day of the week.
pub(super) fn begins_with_weekday(words: &str) -> bool {
    Cursor { words, at: 0 }.take_word(weekday).is_some()
}

/// The first date anywhere in the words, where it begins and where it ends.
pub(super) fn date_in(words: &str) -> Option<(Written, usize, usize)> {
    let mut before = ' ';
    for (at, character) in words.char_indices() {
        if character.is_alphanumeric()
            && !before.is_alphanumeric()
            && let Some((written, length)) = date_at(&words[at..])
        {
            return Some((written, at, at + length));
        }
        before = character;
    }
    None
}

/// The one date in the name of a file: `2017-04-12-talks.txt`, `talks_20170412.html`, `12-april-2017.md`.
pub(super) fn date_in_file_name(name: &str) -> Option<Written> {
    let words: String = name
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character } else { ' ' })
        .collect();
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, character) in words.char_indices() {
        // "report20170412" breaks between letters and digits too.
        if character.is_ascii_digit() && !before.is_ascii_digit()
            || character.is_ascii_alphabetic() && !before.is_ascii_alphanumeric()
        {
            found.extend(numbers(&words[at..]).or_else(|| date_at(&words[at..]).map(|(written, _)| written)));
        }
        before = character;
    }
    found.dedup();
    match found[..] {
        [written] => Some(written),
        _ => None,
    }
}

/// `2017 04 12` or `20170412`, of a year in which there were newspapers.
fn numbers(words: &str) -> Option<Written> {
    let mut cursor = Cursor { words, at: 0 };
    let digits = cursor.take_digits();
    let (year, month, day) = match digits.len() {
        8 => (&digits[..4], &digits[4..6], &digits[6..]),
        4 => {
            cursor.skip_one(&[' '])?;
            let month = cursor.take_digits();
            cursor.skip_one(&[' '])?;
            (digits, month, cursor.take_digits())
        }
        _ => return None,
    };
    let plausible = month.len() == 2 && day.len() == 2 && ("1600".."2200").contains(&year);
    plausible.then(|| day_of(year, month.parse().ok(), day)).flatten()
}

fn numeric_or_day_first(cursor: &mut Cursor<'_>) -> Option<Written> {
    let first = cursor.take_digits();
    let separator = cursor.peek()?;
    match first.len() {
        8 => numbers(first),
        4 if matches!(separator, '-' | '/' | '.') => {
            cursor.skip_one(&[separator])?;
            let month = cursor.take_digits();
            cursor.skip_one(&[separator])?;
            day_of(first, month.parse().ok(), cursor.take_digits())
        }
        1 | 2 => {
            let after_first = cursor.at;
            if matches!(separator, '/' | '.' | '-') {
                cursor.skip_one(&[separator])?;
                let second = cursor.take_digits();
                if !second.is_empty() {
                    cursor.skip_one(&[separator])?;
                    return either_order(first, second, cursor.take_digits(), separator);
                }
            }
            cursor.at = after_first;
            cursor.take_ordinal();
            cursor.skip(&[' ', '-', '\u{a0}']);
            if cursor.take_word(|word| (word == "of").then_some(())).is_some() {
                cursor.skip(&[' ']);
            }
            let month = cursor.take_word(month)?;
            cursor.skip(&['.', ',', ' ', '-', '\u{a0}']);
            day_of(cursor.take_digits(), Some(month), first)
        }
        _ => None,
    }
}

fn month_first(cursor: &mut Cursor<'_>) -> Option<Written> {
    let month = cursor.take_word(month)?;
    cursor.skip(&['.', ' ', '-', '\u{a0}']);
    let day = cursor.take_digits();
    cursor.take_ordinal();
    let comma_or_space = cursor.at;
    cursor.skip(&[',', ' ', '-', '\u{a0}']);
    (cursor.at > comma_or_space).then(|| day_of(cursor.take_digits(), Some(month), day)).flatten()
}

/// `13.4.2017`, with points, is day first everywhere; `4/12/2017` depends on where it was written.
fn either_order(first: &str, second: &str, year: &str, separator: char) -> Option<Written> {
    let (one, two): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    if year.len() != 4 {
        return None;
    }
    match separator {
        '.' => day_of(year, Some(two), first),
        _ if one > 12 => day_of(year, Some(two), first),
        _ if two > 12 || one == two => day_of(year, Some(one), second),
        _ => Some(Written::Ambiguous),
    }
}

fn day_of(year: &str, month: Option<u32>, day: &str) -> Option<Written> {
    if year.len() != 4 || day.is_empty() || day.len() > 2 {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month?, day.parse().ok()?);
    Some(date.map_or(Written::Impossible, Written::Day))
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let short = if word == "sept" { "sep" } else { word };
    let at = NAMES.iter().position(|name| *name == word || (short.len() == 3 && name.starts_with(short)))?;
    u32::try_from(at + 1).ok()
}

fn weekday(word: &str) -> Option<()> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let is_one = |name: &str| name == word || ((3..=5).contains(&word.len()) && name.starts_with(word));
    NAMES.into_iter().any(is_one).then_some(())
}

struct Cursor<'a> {
    words: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        &self.words[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, characters: &[char]) {
        self.at = self.words.len() - self.rest().trim_start_matches(characters).len();
    }

    fn skip_one(&mut self, characters: &[char]) -> Option<()> {
        let next = self.peek().filter(|next| characters.contains(next))?;
        self.at += next.len_utf8();
        Some(())
    }

    fn take_digits(&mut self) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.at += length;
        &rest[..length]
    }

    fn take_ordinal(&mut self) {
        let suffixes = ["st", "nd", "rd", "th"];
        let letters = self.rest().bytes().take_while(u8::is_ascii_alphabetic).count();
        if suffixes.iter().any(|suffix| self.rest()[..letters].eq_ignore_ascii_case(suffix)) {
            self.at += letters;
        }
    }

    /// Takes the next word if `meaning` knows it in lower case.
    fn take_word<T>(&mut self, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let length = self.rest().bytes().take_while(u8::is_ascii_alphabetic).count();
        if length == 0 || length > 9 {
            return None;
        }
        let meaning = meaning(&self.rest()[..length].to_ascii_lowercase())?;
        self.at += length;
        Some(meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &str) {
        let found = match date_at(words) {
            Some((Written::Day(day), length)) => format!("{day}|{}", &words[length..]),
            Some((other, _)) => format!("{other:?}"),
            None => "none".into(),
        };
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn forms_of_by_lines_and_metadata() {
        check("2017-04-12", "2017-04-12|");
        check("2017-04-12T23:30:00-04:00", "2017-04-12|T23:30:00-04:00");
        check("20170412", "none");
        check("20170412 ", "2017-04-12| ");
        check("2017/4/2 10:00", "2017-04-02| 10:00");
        check("12 April 2017", "2017-04-12|");
        check("Wed, 12 Apr 2017 10:00:00 GMT", "2017-04-12| 10:00:00 GMT");
        check("Wednesday 12th of April, 2017", "2017-04-12|");
        check("April 12, 2017, 10:33 AM", "2017-04-12|, 10:33 AM");
        check("Sept. 1st 1999", "1999-09-01|");
        check("12.04.2017", "2017-04-12|");
        check("13/4/2017", "2017-04-13|");
        check("4/13/2017", "2017-04-13|");
        check("4/12/2017", "Ambiguous");
    }

    #[test]
    fn what_is_no_day() {
        check("30 February 2017", "Impossible");
        check("2017-02-30", "Impossible");
        check("2017-13-01", "Impossible");
        for words in [
            "",
            "2017",
            "2017-04",
            "April 2017",
            "12 April",
            "12 people 2017",
            "April 12",
            "1 2 3",
            "é 12",
            "12:30",
        ] {
            check(words, "none");
        }
    }

    #[test]
    fn file_names() {
        let check = |name: &str, expected: Option<&str>| {
            let found = match date_in_file_name(name) {
                Some(Written::Day(day)) => Some(day.to_string()),
                Some(other) => Some(format!("{other:?}")),
                None => None,
            };
            assert_eq!(found.as_deref(), expected, "{name}");
        };
        check("2017-04-12-talks.txt", Some("2017-04-12"));
        check("talks_20170412.html", Some("2017-04-12"));
        check("talks20170412b.html", Some("2017-04-12"));
        check("talks-12-april-2017.md", Some("2017-04-12"));
        check("2017_04_12.txt", Some("2017-04-12"));
        check("2017-02-30.txt", Some("Impossible"));
        check("talks-2017.txt", None);
        check("98113.txt", None);
        check("2017-04-01_2017-04-30.txt", None);
        check("123456789012.txt", None);
        check("ümlaut-2017-04-12.txt", Some("2017-04-12"));
    }
}

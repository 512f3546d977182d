//! When an article was published: the strongest evidence that there is.

use super::ImportOptions;
use super::calendar::{Written, date_at, date_in_file_name};
use super::dateline::{dateline, opening_day};
use super::draft::Draft;
use crate::article::{Published, PublishedBasis};
use chrono::NaiveDate;

/// Decides on the publication date: what we were told, then what the record states, what the text bears,
/// what the file is called. Today is never evidence. `remark` is told of dates that cannot be.
pub(super) fn decide(
    draft: &Draft,
    file_name: Option<&str>,
    options: &ImportOptions,
    remark: &mut dyn FnMut(String, String),
) -> Published {
    let found = options
        .published
        .map(|day| (day, PublishedBasis::Given))
        .or_else(|| {
            let stated = draft.stated.as_ref()?;
            Some((stated_day(&stated.words, remark)?, stated.basis))
        })
        .or_else(|| {
            let found = dateline(&draft.text)?;
            Some((possible(found.written, &found.words, remark)?, PublishedBasis::Dateline))
        })
        .or_else(|| {
            let name = file_name?;
            Some((possible(date_in_file_name(name)?, name, remark)?, PublishedBasis::Filename))
        });
    let Some((day, basis)) = found else { return Published::default() };
    let (day, basis) = not_before_its_date(draft, (day, basis), options.today, remark);
    if options.today.is_some_and(|today| day > today) {
        remark(
            format!("the publication date {day} lies in the future"),
            "check it; --published sets another".into(),
        );
    }
    Published { date: Some(day), basis }
}

/// How many days a record may be late by. A text that opens with a day further ahead may speak of that day.
const LATE: i64 = 7;

/// Nothing is published before the day that it is dated: where a text opens with a later one than its record states, with
/// its weekday or a few days later, the record is wrong.
fn not_before_its_date(
    draft: &Draft,
    (day, basis): (NaiveDate, PublishedBasis),
    today: Option<NaiveDate>,
    remark: &mut dyn FnMut(String, String),
) -> (NaiveDate, PublishedBasis) {
    let stated = matches!(basis, PublishedBasis::Field | PublishedBasis::Metadata);
    let printed = opening_day(&draft.text).filter(|opening| {
        let ahead = (opening.day - day).num_days();
        let passed = today.is_none_or(|today| opening.day <= today);
        stated && passed && ahead > 0 && (opening.with_weekday || ahead <= LATE)
    });
    let Some(printed) = printed.map(|opening| opening.day) else { return (day, basis) };
    remark(
        format!(
            "the text is dated {printed}, after the publication date {day} of its record, and was taken to be of that day"
        ),
        "correct the record, or give the day with --published".into(),
    );
    (printed, PublishedBasis::Dateline)
}

fn stated_day(words: &str, remark: &mut dyn FnMut(String, String)) -> Option<NaiveDate> {
    // A closing space ends an unpunctuated date.
    let Some((written, _)) = date_at(&format!("{words} ")) else {
        remark(
            format!("the publication date \"{}\" names no day and was passed over", excerpt(words)),
            "write it as YYYY-MM-DD".into(),
        );
        return None;
    };
    possible(written, words, remark)
}

fn possible(written: Written, words: &str, remark: &mut dyn FnMut(String, String)) -> Option<NaiveDate> {
    let (what, remedy) = match written {
        Written::Day(day) => return Some(day),
        Written::Impossible => {
            ("names a day that does not exist", "correct it, or give the day with --published")
        }
        Written::Ambiguous => ("may be read with either number as the month", "write it as YYYY-MM-DD"),
    };
    remark(format!("the publication date \"{}\" {what} and was passed over", excerpt(words)), remedy.into());
    None
}

/// As much of the words as fits into a message.
fn excerpt(words: &str) -> String {
    let mut excerpt: String = words.chars().take(60).collect();
    if excerpt.len() < words.len() {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::super::draft::StatedDate;
    use super::*;

    fn decided(text: &str, record: &str, today: Option<&str>) -> (String, usize) {
        let stated = StatedDate { words: record.to_owned(), basis: PublishedBasis::Field };
        let draft = Draft { text: text.to_owned(), stated: Some(stated), ..Draft::default() };
        let options =
            ImportOptions { today: today.map(|day| day.parse().unwrap()), ..ImportOptions::default() };
        let mut remarks = 0;
        let found = decide(&draft, None, &options, &mut |_, _| remarks += 1);
        (found.date.unwrap().to_string(), remarks)
    }

    #[test]
    fn a_text_is_not_published_before_the_day_that_it_opens_with() {
        let record = "2014-03-01";
        let day = |text: &str| decided(text, record, None);
        assert_eq!(day("4 March 2014 Rebels take the town"), ("2014-03-04".to_owned(), 1));
        assert_eq!(day("Tuesday 4 August 2015 Rebels take the town"), ("2015-08-04".to_owned(), 1));
        // Days that a text may speak of, and those that the record may well come after.
        for text in
            ["9 May 2015 Victory Day: guests arrive", "27 February 2014 Rebels take the town", "Rebels wait."]
        {
            assert_eq!(day(text), (record.to_owned(), 0), "{text}");
        }
        let tomorrow = decided("4 March 2014 Rebels take the town", record, Some("2014-03-03"));
        assert_eq!(tomorrow, (record.to_owned(), 0));
    }
}

//! What an article says that only fits some years.

use super::landmarks::Landmark;
use crate::actors::{self, Actors, Term};
use crate::article::Part;
use crate::dates::{Direction, Found};
use crate::language::Document;
use chrono::{Datelike, NaiveDate, Weekday};

/// All that bears on the year of an article.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Those spoken of as in office.
    pub offices: Vec<Office>,
    /// Those spoken of as former holders.
    pub former: Vec<Office>,
    /// What it speaks of as known.
    pub since: Vec<Since>,
    pub days: Vec<Near>,
    pub dateline: Option<Dateline>,
    /// The latest year that the article speaks of as past.
    pub past_year: Option<i32>,
    /// Whether it tells of what was years ago.
    pub looks_back: bool,
}

/// Somebody with an office.
#[derive(Debug)]
pub(super) struct Office {
    pub words: String,
    pub post: String,
    pub terms: Vec<Term>,
}

/// A landmark that the article names.
#[derive(Debug)]
pub(super) struct Since {
    pub words: String,
    pub begin: NaiveDate,
    /// Whether the article names its very day without the year: then it is not long ago.
    pub recent: bool,
    /// Whether the article says of its very day that it was last year.
    pub last_year: bool,
}

/// A day without a year, near which the article was written.
#[derive(Debug)]
pub(super) struct Near {
    pub month: u32,
    pub day: u32,
    pub weekday: Option<Weekday>,
    /// Whether the words speak of the day as past or as coming.
    pub direction: Option<Direction>,
}

/// "HAVANA, Oct 3 (Northwire) - … on Sunday": the day of writing and the weekday of the news.
#[derive(Debug)]
pub(super) struct Dateline {
    pub month: u32,
    pub day: u32,
    pub news: Option<Weekday>,
}

/// News is written so many days before or after the days that it names without their year. Of another year than
/// that of writing they are only near, and so they are where their weekday is named, too.
const BEFORE: i64 = 150;
const AFTER: i64 = 300;
const OTHER_YEAR_BEFORE: i64 = 45;
const OTHER_YEAR_AFTER: i64 = 75;
const AFTER_WEEKDAY: i64 = 45;

/// More evidence than this adds nothing, and the search stays cheap.
const MOST: usize = 24;

impl Evidence {
    pub fn of(
        document: &Document,
        found: &[Found],
        (actors, rules): (&Actors, &actors::Rules),
        landmarks: &[&Landmark],
    ) -> Self {
        let mut evidence = Self { looks_back: looks_back(document), ..Self::default() };
        for role in &actors.roles {
            let actor = &actors.actors[role.actor];
            let terms = rules.terms(&actor.id, &role.post);
            let words = format!("{} as {}", actor.name, role.post);
            let list = if role.former { &mut evidence.former } else { &mut evidence.offices };
            if !terms.is_empty() && !list.iter().any(|known| known.words == words) {
                list.push(Office { words, post: role.post.clone(), terms });
            }
        }
        evidence.offices = of_one_time(latest_holders(evidence.offices));
        // Days that the article says were last year.
        let mut last_year: Vec<(u32, u32)> = Vec::new();
        for one in found {
            match (one.day_without_year(), of_year(document, one)) {
                (Some((month, day, weekday)), None) => {
                    let direction = one.direction(document);
                    evidence.days.push(Near { month, day, weekday, direction });
                }
                (Some((month, day, _)), Some("last")) => last_year.push((month, day)),
                _ => {}
            }
            if let Some(year) = one.past_year(document) {
                evidence.past_year = evidence.past_year.max(Some(year));
            }
        }
        evidence.dateline = Dateline::of(document, found);
        for landmark in landmarks {
            let (first, last) = landmark.begin;
            let named = |near: &Near| first == last && (near.month, near.day) == (first.month(), first.day());
            let recent = evidence.days.iter().any(named);
            // What has happened is past, in whatever words.
            let of_it = evidence.days.iter_mut().filter(|near| named(near));
            of_it.for_each(|near| near.direction = Some(Direction::Before));
            let last_year = first == last && last_year.contains(&(first.month(), first.day()));
            if recent || last_year || !landmark.with_day {
                let words = landmark.name.clone();
                evidence.since.push(Since { words, begin: first, recent, last_year });
            }
        }
        evidence.offices.truncate(MOST);
        evidence.days.truncate(MOST);
        evidence
    }

    /// Whether nothing is there to reason from.
    pub fn is_thin(&self) -> bool {
        self.offices.is_empty()
            && !self.days.iter().any(Near::is_telling)
            && !self.since.iter().any(|since| since.recent)
    }

    /// Whether a single survivor rests on two witnesses.
    pub fn is_enough(&self) -> bool {
        let dated = self.days.iter().filter(|near| near.is_telling()).count();
        let recent = self.since.iter().filter(|since| since.recent).count();
        let dateline = usize::from(self.dateline.as_ref().is_some_and(|line| line.news.is_some()));
        self.offices.len() + dated + recent + dateline >= 2
    }

    /// How many of the days that it names are near a day.
    pub fn near(&self, day: NaiveDate) -> usize {
        self.days.iter().filter(|near| near.fits(day)).count()
    }

    /// Why the article cannot have been written on that day, with the step of the argument.
    pub fn objection(&self, day: NaiveDate) -> Option<(usize, String)> {
        let held = |office: &&Office| !office.terms.iter().any(|term| term.may_include(day));
        if let Some(office) = self.offices.iter().find(held) {
            return Some((1, format!("{} was not in office", office.words)));
        }
        if let Some(office) = self.former.iter().find(|office| !office.is_over(day)) {
            return Some((2, format!("{} was not yet a former one", office.words)));
        }
        if let Some(since) = self.since.iter().find(|since| day < since.begin) {
            return Some((3, format!("it speaks of {}, not before {}", since.words, since.begin)));
        }
        if let Some(year) = self.past_year.filter(|year| *year > day.year()) {
            return Some((4, format!("{year} is spoken of as past")));
        }
        if let Some(near) = self.days.iter().filter(|near| near.is_telling()).find(|near| !near.fits(day)) {
            return Some((5, near.objection()));
        }
        if let Some(reason) = self.dateline.as_ref().and_then(|dateline| dateline.objection(day)) {
            return Some((6, reason));
        }
        let year_before = |since: &&Since| since.last_year && since.begin.year() + 1 != day.year();
        if let Some(since) = self.since.iter().find(year_before) {
            return Some((7, format!("the day of {} was last year", since.words)));
        }
        let latest = self.since.iter().filter(|since| since.recent).map(|since| since.begin).max();
        let old = |since: &&Since| {
            since.recent
                && Some(since.begin) == latest
                && day.year() != since.begin.year()
                && day.signed_duration_since(since.begin).num_days() > OTHER_YEAR_AFTER
        };
        if let Some(since) = self.since.iter().find(old) {
            let words = &since.words;
            return Some((
                7,
                format!("the day of {words} is named without its year, {}", since.begin.year()),
            ));
        }
        if 3 * self.near(day) < self.days.len() {
            return Some((8, "the days that it names are far from those on which all others fit".into()));
        }
        None
    }
}

impl Office {
    /// Whether it had been held before that day, and was not held then.
    fn is_over(&self, day: NaiveDate) -> bool {
        let ended = |term: &Term| term.end.is_some_and(|(first, _)| first <= day);
        let holds = |term: &Term| {
            term.begin.is_none_or(|(_, last)| last < day) && term.end.is_none_or(|(first, _)| day < first)
        };
        self.terms.iter().any(ended) && !self.terms.iter().any(holds)
    }
}

/// Of several holders of one post, the earlier ones belong to what the article looks back on.
fn latest_holders(offices: Vec<Office>) -> Vec<Office> {
    let begin =
        |office: &Office| office.terms.iter().filter_map(|term| term.begin).map(|(first, _)| first).max();
    let later = |a: &Office, b: &Office| a.post == b.post && begin(a) < begin(b);
    let keep: Vec<bool> =
        offices.iter().map(|office| !offices.iter().any(|other| later(office, other))).collect();
    offices.into_iter().zip(keep).filter_map(|(office, keep)| keep.then_some(office)).collect()
}

/// Those who left before another one spoken of came belong to what the article looks back on, too.
fn of_one_time(mut offices: Vec<Office>) -> Vec<Office> {
    let begin = |office: &Office| {
        let begins = office.terms.iter().map(|term| term.begin.map(|(first, _)| first));
        begins.min().flatten()
    };
    let latest = offices.iter().filter_map(begin).max();
    offices.retain(|office| {
        let left = |term: &Term| term.end.zip(latest).is_some_and(|((_, last), latest)| last < latest);
        !office.terms.iter().all(left)
    });
    offices
}

/// The word before "year" where words behind a day say of which year it is: "June 12 last year", "June 22 of that
/// year".
fn of_year<'a>(document: &'a Document, found: &Found) -> Option<&'a str> {
    let (sentence, tokens) = found.place();
    let behind = document.sentences.get(sentence)?.tokens.get(tokens.end..)?;
    let end = behind.iter().take(3).position(|token| token.lower == "year")?;
    let word = &behind[end.checked_sub(1)?];
    behind[..end].iter().all(|token| token.form != ",").then_some(word.lower.as_str())
}

/// Whether the beginning of an article says that its matter is years ago: "Twenty-five years ago today".
fn looks_back(document: &Document) -> bool {
    document.sentences.iter().take(4).any(|sentence| {
        sentence.tokens.windows(2).enumerate().any(|(at, pair)| {
            let before = at.checked_sub(1).map_or("", |at| sentence.tokens[at].lower.as_str());
            pair[0].lower == "anniversary"
                || pair[0].lower == "years"
                    && matches!(pair[1].lower.as_str(), "ago" | "after" | "later" | "on" | "since")
                    && !matches!(before, "two" | "2" | "few")
        })
    })
}

impl Near {
    /// Whether only some years have it.
    fn is_telling(&self) -> bool {
        self.weekday.is_some() || (self.month, self.day) == (2, 29)
    }

    /// Whether there is such a day, on that weekday, near the day of writing.
    fn fits(&self, written: NaiveDate) -> bool {
        around(written, self.month, self.day).any(|day| {
            let since = written.signed_duration_since(day).num_days();
            let told = match self.direction {
                Some(Direction::Before) => since >= 0,
                Some(Direction::After) => since <= 0,
                None => true,
            };
            let (before, after) = match (self.weekday, day.year() == written.year()) {
                (Some(_), _) => (OTHER_YEAR_BEFORE, AFTER_WEEKDAY),
                (None, true) => (BEFORE, AFTER),
                (None, false) => (OTHER_YEAR_BEFORE, OTHER_YEAR_AFTER),
            };
            told && (-before..=after).contains(&since)
                && self.weekday.is_none_or(|weekday| day.weekday() == weekday)
        })
    }

    fn objection(&self) -> String {
        match self.weekday {
            Some(weekday) => format!("{weekday} does not fall on {:02}-{:02} then", self.month, self.day),
            None => format!("there is no {:02}-{:02} then", self.month, self.day),
        }
    }
}

impl Dateline {
    /// A date at the head of the text, before the mark that parts it from the news.
    fn of(document: &Document, found: &[Found]) -> Option<Self> {
        let first = document.sentences.iter().position(|sentence| sentence.part == Part::Text)?;
        let (head, (month, day, weekday)) = found
            .iter()
            .filter(|one| (first..first + 3).contains(&one.place().0))
            .find_map(|one| Some((one.place(), one.day_without_year()?)))?;
        let tokens = &document.sentences[head.0].tokens;
        let parted = tokens[head.1.end.min(tokens.len())..]
            .iter()
            .take(5)
            .any(|token| matches!(token.form.as_str(), "(" | "-" | "–" | "—" | "--" | "―"));
        let alone = head.1.start == 0 && head.1.end + 1 >= tokens.len();
        if weekday.is_some() || !(alone || parted && head.1.start < 9) {
            return None;
        }
        let lead = head.0 + usize::from(alone);
        let news = found
            .iter()
            .filter(|one| (lead..=lead + 1).contains(&one.place().0))
            .find_map(|one| Some((one.bare_weekday()?, one.direction(document))));
        let news = news.filter(|(_, direction)| *direction != Some(Direction::After));
        Some(Self { month, day, news: news.map(|(weekday, _)| weekday) })
    }

    /// News is of the day of its dateline or of the days before.
    fn objection(&self, written: NaiveDate) -> Option<String> {
        let near = |day: &NaiveDate| written.signed_duration_since(*day).num_days().abs() <= 2;
        let Some(day) = around(written, self.month, self.day).find(near) else {
            return Some(format!("it is dated {:02}-{:02}", self.month, self.day));
        };
        let news = self.news?;
        // What happened on Friday or Saturday is still the news of Monday.
        let back = (day.weekday().num_days_from_monday() + 7 - news.num_days_from_monday()) % 7;
        let fits = back <= 2 || back == 3 && day.weekday() == Weekday::Mon;
        (!fits).then(|| format!("its news is of {news}, but {day} was a {}", day.weekday()))
    }
}

/// The days of that month and day about a day.
fn around(day: NaiveDate, month: u32, of_month: u32) -> impl Iterator<Item = NaiveDate> {
    [-1, 0, 1].into_iter().filter_map(move |by| NaiveDate::from_ymd_opt(day.year() + by, month, of_month))
}

//! Findings as column values: code points, JSON lists, days.

use crate::article::{Article, CodePoints, Location, Part, Span};
use crate::dates::Granularity;
use chrono::{Datelike, NaiveDate};

/// One article with both of its parts counted.
pub(super) struct Quoting<'a> {
    article: &'a Article,
    text: CodePoints<'a>,
    title: CodePoints<'a>,
}

impl<'a> Quoting<'a> {
    pub(super) fn new(article: &'a Article) -> Self {
        Self {
            article,
            text: CodePoints::new(&article.text),
            title: CodePoints::new(article.part(Part::Title)),
        }
    }

    /// The ends of a span in code points.
    pub(super) fn pair(&self, part: Part, span: Span) -> [usize; 2] {
        match part {
            Part::Text => self.text.pair(span),
            Part::Title => self.title.pair(span),
        }
    }

    /// The ends of a location in code points.
    pub(super) fn place(&self, location: Location) -> [usize; 2] {
        self.pair(location.part, location.span)
    }

    /// The words of a location.
    pub(super) fn words(&self, location: Location) -> &'a str {
        self.article.quote(location)
    }

    /// A list of spans as JSON.
    pub(super) fn spans(&self, part: Part, spans: &[Span]) -> String {
        let pairs: Vec<_> =
            spans.iter().map(|&span| self.pair(part, span)).map(|[b, e]| format!("[{b},{e}]")).collect();
        format!("[{}]", pairs.join(","))
    }

    /// The words of a list of spans; a gap between two is shown.
    pub(super) fn words_of(&self, part: Part, spans: &[Span]) -> String {
        let words: Vec<_> = spans.iter().map(|&span| self.words(Location::new(part, span))).collect();
        words.join(" … ")
    }
}

/// A list of words as JSON.
pub(super) fn list<S: AsRef<str>>(items: &[S]) -> String {
    if items.is_empty() {
        return "[]".into();
    }
    serde_json::Value::from(items.iter().map(|item| item.as_ref()).collect::<Vec<_>>()).to_string()
}

/// A day as the database writes it.
pub(super) fn day(day: NaiveDate) -> String {
    day.to_string()
}

/// The number of a day.
pub(super) fn number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// The day of a number.
pub(super) fn from_number(number: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)
}

/// The word for how fine a date is told.
pub(super) fn granularity(granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Time => "time",
        Granularity::PartOfDay => "part of day",
        Granularity::Day => "day",
        Granularity::Weekend => "weekend",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Season => "season",
        Granularity::Quarter => "quarter",
        Granularity::HalfYear => "half year",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
        Granularity::Millennium => "millennium",
        Granularity::Interval => "interval",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_counted_in_characters() {
        let article = Article { text: "“Erdoğan” met Putin".into(), ..Article::default() };
        let quoting = Quoting::new(&article);
        let begin = article.text.find("met").unwrap();
        let spans = [Span::new(begin, begin + 3), Span::new(begin + 4, begin + 9)];
        assert_eq!(quoting.spans(Part::Text, &spans), "[[10,13],[14,19]]");
        assert_eq!(quoting.words_of(Part::Text, &spans), "met … Putin");
    }

    #[test]
    fn days_have_numbers() {
        for (year, month, date) in [(2017, 4, 4), (1, 1, 1), (-216, 8, 2)] {
            let day = NaiveDate::from_ymd_opt(year, month, date).unwrap();
            assert_eq!(from_number(number(day)), Some(day));
        }
        assert_eq!(number(NaiveDate::from_ymd_opt(1, 1, 1).unwrap()), 1);
    }
}

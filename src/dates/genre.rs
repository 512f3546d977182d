//! News or narrative: what relative dates hang on, decided from the article's own words.

use super::find::Found;
use super::meaning::{Action, From};
use chrono::{Datelike, NaiveDate};

/// What the relative dates of an article hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Genre {
    /// The day of publication.
    News,
    /// The last date of the narrative.
    Narrative,
}

impl Genre {
    /// The genre of an article and why: news speaks of the days around its publication by "today", weekdays
    /// and dates without a year; a history gives years, and most of them are not the year of its publication.
    pub fn of(found: &[Found], published: Option<NaiveDate>) -> (Self, String) {
        let (mut deictic, mut near, mut far) = (0_usize, 0_usize, 0_usize);
        for expression in found {
            let (fields, action) = (&expression.meaning.fields, &expression.meaning.action);
            let speech = matches!(action, Action::Step(_, From::Speech) | Action::Shift(_, From::Speech));
            if speech || (fields.weekday.is_some() && fields.day.is_none()) {
                deictic += 1;
            }
            if let Some(year) = fields.year {
                match published {
                    Some(day) if (day.year() - year).abs() <= 1 => near += 1,
                    _ => far += 1,
                }
            }
        }
        let counts = format!(
            "{deictic} expression(s) such as \"today\" or a weekday, {far} explicit year(s){}",
            if published.is_some() {
                format!(" far from publication and {near} near it")
            } else {
                String::new()
            }
        );
        // A long history has a stray "last week"; a news story has a few years of background.
        let narrative = far >= 3 && far > 3 * deictic && far > 2 * near;
        if narrative {
            (Self::Narrative, format!("narrative: {counts}"))
        } else {
            (Self::News, format!("news: {counts}"))
        }
    }
}

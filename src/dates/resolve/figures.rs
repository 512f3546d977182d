//! Dates in figures: whether "02-09-2013" names the day or the month first.

use super::super::find::Found;
use super::super::meaning::{Action, Fields};
use super::super::{Basis, DateValue};
use super::{Placed, Reference, Resolver};
use chrono::NaiveDate;

/// What stands first in a date in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum FiguresOrder {
    MonthFirst,
    DayFirst,
}

impl FiguresOrder {
    /// The order that a rule says that it reads.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "month-first" => Some(Self::MonthFirst),
            "day-first" => Some(Self::DayFirst),
            _ => None,
        }
    }
}

/// A reading so soon before a day that the article is known to speak of, in days, is of the days of the article; what
/// comes after that day is rarely written in figures.
const NEAR: std::ops::RangeInclusive<i64> = -3..=31;

/// Where both readings are so near, this near is nearer.
const NEXT: i64 = 10;

/// Both readings of figures that can be read both ways, month first and day first.
fn readings(fields: &Fields) -> Option<[NaiveDate; 2]> {
    let (year, month, day) = (fields.year?, fields.month?, fields.day?);
    fields.figures?;
    let both = [NaiveDate::from_ymd_opt(year, month, day)?, NaiveDate::from_ymd_opt(year, day, month)?];
    (both[0] != both[1]).then_some(both)
}

/// The order in which an article writes its dates in figures, if anything tells: a date that can be read in one way
/// only, else one of which a single reading is near the day of publication, or near a day that is written out.
pub(super) fn order(found: &[Found], reference: &Reference) -> Option<FiguresOrder> {
    let calendar =
        || found.iter().filter(|one| one.meaning.action == Action::Calendar).map(|one| &one.meaning.fields);
    let single = calendar().find_map(|fields| {
        let figures = fields.figures.filter(|_| fields.year.is_some() && fields.day.is_some())?;
        (fields.month != fields.day && readings(fields).is_none()).then_some(figures)
    });
    let written = calendar()
        .filter(|fields| fields.figures.is_none())
        .filter_map(|fields| NaiveDate::from_ymd_opt(fields.year?, fields.month?, fields.day?));
    let days: Vec<NaiveDate> = match (reference.published, reference.window) {
        (Some(published), _) => vec![published],
        (None, Some((first, last))) => vec![first, last],
        (None, None) => written.collect(),
    };
    single.or_else(|| calendar().filter_map(readings).find_map(|both| nearer(both, &days)))
}

/// The order of the reading that alone is near one of some days.
fn nearer(both: [NaiveDate; 2], days: &[NaiveDate]) -> Option<FiguresOrder> {
    let away = |reading: NaiveDate| {
        let away = days.iter().map(|day| (*day - reading).num_days()).filter(|away| NEAR.contains(away));
        away.map(i64::abs).min()
    };
    match both.map(away) {
        [Some(month_first), Some(day_first)] if month_first.min(day_first) > NEXT => None,
        [Some(month_first), Some(day_first)] if month_first > day_first => Some(FiguresOrder::DayFirst),
        [Some(_), _] => Some(FiguresOrder::MonthFirst),
        [None, Some(_)] => Some(FiguresOrder::DayFirst),
        [None, None] => None,
    }
}

impl Resolver<'_> {
    /// Brings figures into the order that the article writes them in. Where nothing tells that order and both
    /// readings are days, the date stays open between them, and that is said.
    pub(super) fn ordered(&mut self, fields: &mut Fields, found: &Found) -> Option<Placed> {
        let both = readings(fields)?;
        match self.figures {
            Some(FiguresOrder::MonthFirst) => None,
            Some(FiguresOrder::DayFirst) => {
                std::mem::swap(&mut fields.month, &mut fields.day);
                None
            }
            None => {
                let [month_first, day_first] = both;
                let message = format!(
                    "nothing tells whether it is {month_first} (month first) or {day_first} (day first)"
                );
                self.remark("ambiguous-date", message, found.location);
                let value = DateValue::within(both.iter().min().copied(), both.iter().max().copied());
                let year = Fields { year: fields.year, ..Fields::default() };
                Some(Placed {
                    value,
                    basis: Basis::Explicit,
                    alternatives: both.map(DateValue::day).to_vec(),
                    ..Placed::text(super::timex::partial(&year, None))
                })
            }
        }
    }
}

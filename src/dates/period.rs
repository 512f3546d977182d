//! One unit of the calendar: a day, a week, a month, a season, a year, a century.

use super::unit::{LAST_YEAR, shift_day};
use super::{DateValue, Granularity, Modifier, Unit};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A unit of the calendar. Years are astronomical: 0 is 1 BC, -216 is 217 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// A day.
    Day(NaiveDate),
    /// The week that begins with this Monday.
    Week(NaiveDate),
    /// The Saturday and Sunday of the week that begins with this Monday.
    Weekend(NaiveDate),
    /// A month of a year.
    Month(i32, u32),
    /// A season of a year.
    Season(i32, Season),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u32),
    /// A half of a year, 1 or 2.
    HalfYear(i32, u32),
    /// A year.
    Year(i32),
    /// Ten years, by their first three digits: 199 is the 1990s.
    Decade(Era, i32),
    /// A hundred years, by their first two digits: 18 is the 19th century, `BC03` the 4th before Christ.
    Century(Era, i32),
    /// A thousand years, by their first digit.
    Millennium(Era, i32),
}

/// The two directions in which years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Era {
    /// Before Christ.
    Before,
    /// Since.
    Common,
}

/// The seasons of the northern year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The seasons in the order of the year, with TIMEX3's letters.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Spring, "SP"), (Self::Summer, "SU"), (Self::Autumn, "FA"), (Self::Winter, "WI")];

    fn index(self) -> usize {
        self as usize
    }
}

impl Period {
    /// The period of that unit in which `day` lies; none for units below a day.
    pub fn containing(day: NaiveDate, unit: Unit) -> Option<Self> {
        let year = day.year();
        let monday = || day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())));
        let digits = |by: i32| match year {
            1.. => (Era::Common, year / by),
            _ => (Era::Before, (1 - year) / by),
        };
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => Self::Day(day),
            Unit::Weekend => Self::Weekend(monday()?),
            Unit::Week => Self::Week(monday()?),
            Unit::Month => Self::Month(year, day.month()),
            Unit::Season => match day.month() {
                12 => Self::Season(year, Season::Winter),
                1 | 2 => Self::Season(year, Season::Winter),
                3..=5 => Self::Season(year, Season::Spring),
                6..=8 => Self::Season(year, Season::Summer),
                _ => Self::Season(year, Season::Autumn),
            },
            Unit::Quarter => Self::Quarter(year, day.month0() / 3 + 1),
            Unit::HalfYear => Self::HalfYear(year, day.month0() / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => {
                let (era, number) = digits(10);
                Self::Decade(era, number)
            }
            Unit::Century => {
                let (era, number) = digits(100);
                Self::Century(era, number)
            }
            Unit::Millennium => {
                let (era, number) = digits(1000);
                Self::Millennium(era, number)
            }
        })
    }

    /// The unit it is one of.
    pub fn unit(self) -> Unit {
        match self {
            Self::Day(_) => Unit::Day,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Month(..) => Unit::Month,
            Self::Season(..) => Unit::Season,
            Self::Quarter(..) => Unit::Quarter,
            Self::HalfYear(..) => Unit::HalfYear,
            Self::Year(_) => Unit::Year,
            Self::Decade(..) => Unit::Decade,
            Self::Century(..) => Unit::Century,
            Self::Millennium(..) => Unit::Millennium,
        }
    }

    /// How fine it is.
    pub fn granularity(self) -> Granularity {
        match self {
            Self::Day(_) => Granularity::Day,
            Self::Week(_) => Granularity::Week,
            Self::Weekend(_) => Granularity::Weekend,
            Self::Month(..) => Granularity::Month,
            Self::Season(..) => Granularity::Season,
            Self::Quarter(..) => Granularity::Quarter,
            Self::HalfYear(..) => Granularity::HalfYear,
            Self::Year(_) => Granularity::Year,
            Self::Decade(..) => Granularity::Decade,
            Self::Century(..) => Granularity::Century,
            Self::Millennium(..) => Granularity::Millennium,
        }
    }

    /// The year, where it is of one year.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => Some(day.year()),
            Self::Month(year, _)
            | Self::Season(year, _)
            | Self::Quarter(year, _)
            | Self::HalfYear(year, _)
            | Self::Year(year) => Some(year),
            Self::Decade(..) | Self::Century(..) | Self::Millennium(..) => None,
        }
    }

    /// Its first and last day; none where they lie outside of the calendar of four digits.
    pub fn bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        let months = |year: i32, first: u32, last: u32| {
            Some((NaiveDate::from_ymd_opt(year, first, 1)?, last_of_month(year, last)?))
        };
        let years = |era: Era, number: i32, length: i32| {
            let (low, high) =
                (number.checked_mul(length)?, number.checked_mul(length)?.checked_add(length - 1)?);
            // No year 0 was ever written: the first decade of either era has nine years.
            let low = low.max(1);
            match era {
                Era::Common => {
                    Some((NaiveDate::from_ymd_opt(low, 1, 1)?, NaiveDate::from_ymd_opt(high, 12, 31)?))
                }
                Era::Before => Some((
                    NaiveDate::from_ymd_opt(1 - high, 1, 1)?,
                    NaiveDate::from_ymd_opt(1 - low, 12, 31)?,
                )),
            }
        };
        let bounds = match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(monday) => Some((monday, monday.checked_add_days(Days::new(6))?)),
            Self::Weekend(monday) => {
                Some((monday.checked_add_days(Days::new(5))?, monday.checked_add_days(Days::new(6))?))
            }
            Self::Month(year, month) => months(year, month, month),
            Self::Season(year, season) => season_bounds(year, season),
            Self::Quarter(year, quarter) => {
                months(year, quarter.checked_mul(3)?.checked_sub(2)?, quarter * 3)
            }
            Self::HalfYear(year, half) => months(year, half.checked_mul(6)?.checked_sub(5)?, half * 6),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(era, number) => years(era, number, 10),
            Self::Century(era, number) => years(era, number, 100),
            Self::Millennium(era, number) => years(era, number, 1000),
        };
        bounds.filter(|(first, last)| first.year() >= -LAST_YEAR && last.year() <= LAST_YEAR)
    }

    /// The same unit `count` of `unit` later. Finer units move with the day, so that "two weeks" on from a
    /// month is refused: nothing is gained by pretending to know the day.
    pub fn shift(self, count: i64, unit: Unit) -> Option<Self> {
        if unit < Unit::Day {
            return Some(self);
        }
        let (era_number, length, build): (_, _, fn(Era, i32) -> Self) = match self {
            Self::Decade(era, number) => ((era, number), 10, Self::Decade),
            Self::Century(era, number) => ((era, number), 100, Self::Century),
            Self::Millennium(era, number) => ((era, number), 1000, Self::Millennium),
            _ => {
                if unit < self.unit() && !(matches!(self, Self::Week(_)) && unit == Unit::Weekend) {
                    return None;
                }
                let (first, _) = self.bounds()?;
                // Winter begins in the year before; its own year is what counts.
                let first = match self {
                    Self::Season(year, season) => {
                        NaiveDate::from_ymd_opt(year, SEASON_MONTHS[season.index()], 1)?
                    }
                    Self::Weekend(monday) => monday,
                    _ => first,
                };
                let moved = shift_day(first, count, unit)?;
                return match (self, unit) {
                    (Self::Season(year, season), Unit::Season | Unit::Quarter) => {
                        let total = i64::from(year) * 4 + season.index() as i64 + count;
                        let year = i32::try_from(total.div_euclid(4)).ok()?;
                        // The winter that begins in the last year is of a year that the calendar lacks.
                        let counted = (-LAST_YEAR..=LAST_YEAR).contains(&year);
                        counted.then_some(Self::Season(year, Season::ALL[total.rem_euclid(4) as usize].0))
                    }
                    (Self::Season(_, season), _) => Some(Self::Season(moved.year(), season)),
                    _ => Self::containing(moved, self.unit()),
                };
            }
        };
        let by = match unit {
            Unit::Decade => 10,
            Unit::Century => 100,
            Unit::Millennium => 1000,
            Unit::Year => 1,
            _ => return None,
        };
        let steps = count.checked_mul(by)?;
        if steps % length != 0 {
            return None;
        }
        let steps = steps / length;
        let (era, number) = era_number;
        // Count on one line: BC 0 is -1, common era 0 is 0.
        let line = match era {
            Era::Common => i64::from(number),
            Era::Before => -1 - i64::from(number),
        }
        .checked_add(steps)?;
        let shifted = match line {
            0.. => build(Era::Common, i32::try_from(line).ok()?),
            _ => build(Era::Before, i32::try_from(-1 - line).ok()?),
        };
        shifted.bounds().map(|_| shifted)
    }

    /// The TIMEX3 value.
    pub fn timex3(self) -> String {
        let digits = |era: Era, number: i32, width: usize| match era {
            Era::Common => format!("{number:0width$}"),
            Era::Before => format!("BC{number:0width$}"),
        };
        match self {
            Self::Day(day) => format!("{}-{:02}-{:02}", timex3_year(day.year()), day.month(), day.day()),
            Self::Week(monday) | Self::Weekend(monday) => {
                let week = monday.iso_week();
                let tail = if matches!(self, Self::Weekend(_)) { "-WE" } else { "" };
                format!("{}-W{:02}{tail}", timex3_year(week.year()), week.week())
            }
            Self::Month(year, month) => format!("{}-{month:02}", timex3_year(year)),
            Self::Season(year, season) => format!("{}-{}", timex3_year(year), Season::ALL[season.index()].1),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", timex3_year(year)),
            Self::HalfYear(year, half) => format!("{}-H{half}", timex3_year(year)),
            Self::Year(year) => timex3_year(year),
            Self::Decade(era, number) => digits(era, number, 3),
            Self::Century(era, number) => digits(era, number, 2),
            Self::Millennium(era, number) => digits(era, number, 1),
        }
    }

    /// The date value; none where the bounds lie outside of the calendar of four digits.
    pub fn value(self) -> Option<DateValue> {
        let (first, last) = self.bounds()?;
        let edtf = match self {
            Self::Day(day) => edtf_day(day),
            Self::Month(year, month) => format!("{}-{month:02}", edtf_year(year)),
            Self::Season(year, season) => format!("{}-{}", edtf_year(year), 21 + season.index()),
            Self::Quarter(year, quarter) => format!("{}-{}", edtf_year(year), 32 + quarter),
            Self::HalfYear(year, half) => format!("{}-{}", edtf_year(year), 39 + half),
            Self::Year(year) => edtf_year(year),
            Self::Decade(Era::Common, number) => format!("{number:03}X"),
            Self::Century(Era::Common, number) => format!("{number:02}XX"),
            Self::Millennium(Era::Common, number) => format!("{number}XXX"),
            // EDTF counts years before Christ from 0, so its masks do not fit the digits that were written.
            Self::Decade(Era::Before, _)
            | Self::Century(Era::Before, _)
            | Self::Millennium(Era::Before, _) => {
                format!("[{}..{}]", edtf_year(first.year()), edtf_year(last.year()))
            }
            Self::Week(_) | Self::Weekend(_) => format!("[{}..{}]", edtf_day(first), edtf_day(last)),
        };
        Some(DateValue { edtf, earliest: Some(first), latest: Some(last), granularity: self.granularity() })
    }

    /// The date value of its early, middle or late part: the EDTF text stays, the bounds narrow to a third.
    pub fn part(self, modifier: Modifier) -> Option<DateValue> {
        let mut value = self.value()?;
        let (first, last) = self.bounds()?;
        let days = last.signed_duration_since(first).num_days() + 1;
        let third = |n: i64| match self {
            // Thirds of a month are its decades of days, of a year four months each.
            Self::Month(..) => n * 10,
            _ => days * n / 3,
        };
        let at = |offset: i64| first.checked_add_days(Days::new(offset.unsigned_abs()));
        if days >= 3 {
            match modifier {
                Modifier::Start => value.latest = at(third(1) - 1),
                Modifier::Mid => (value.earliest, value.latest) = (at(third(1)), at(third(2) - 1)),
                Modifier::End => value.earliest = at(third(2)),
                _ => {}
            }
        }
        if modifier == Modifier::Approx {
            value.edtf.push('~');
        }
        Some(value)
    }
}

const SEASON_MONTHS: [u32; 4] = [3, 6, 9, 12];

/// Writers let seasons begin with the month or with the solstice, and the winter of a year is the one that
/// it begins or ends with: the bounds admit all of it.
fn season_bounds(year: i32, season: Season) -> Option<(NaiveDate, NaiveDate)> {
    let day = NaiveDate::from_ymd_opt;
    Some(match season {
        Season::Spring => (day(year, 3, 1)?, day(year, 6, 20)?),
        Season::Summer => (day(year, 6, 1)?, day(year, 9, 22)?),
        Season::Autumn => (day(year, 9, 1)?, day(year, 12, 20)?),
        Season::Winter => (day(year.checked_sub(1)?, 12, 1)?, day(year.checked_add(1)?, 3, 20)?),
    })
}

/// The last day of a month.
pub(super) fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// The day of that weekday in the week of `day`.
pub(super) fn weekday_in_week(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
    monday.checked_add_days(Days::new(u64::from(weekday.num_days_from_monday())))
}

/// A year as TimeML writes it: `2017`, `BC0217`.
pub(super) fn timex3_year(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i64::from(year)) }
}

/// A year as EDTF writes it: `2017`, `-0216`.
pub(super) fn edtf_year(year: i32) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}

/// A day as EDTF writes it.
pub(super) fn edtf_day(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", edtf_year(day.year()), day.month(), day.day())
}

impl Period {
    /// The year, decade or coarser period that a year lies in.
    pub(super) fn containing_year(year: i32, unit: Unit) -> Option<Self> {
        Self::containing(NaiveDate::from_ymd_opt(year, 1, 1)?, unit)
    }
}

//! Dates that are named: fields of a calendar date, of which the context fills the missing ones.

use super::super::find::Found;
use super::super::genre::Genre;
use super::super::meaning::{Fields, Meaning};
use super::super::period::{Period, edtf_day, weekday_in_week};
use super::super::{Anchor, Basis, DateValue, Unit, timex};
use super::{Base, Placed, Resolver, Tense, storyline, weekday_of};
use chrono::{Datelike, Days, NaiveDate};

impl Resolver<'_> {
    pub(super) fn calendar(&mut self, meaning: &Meaning, found: &Found) -> Placed {
        let mut fields = meaning.fields;
        if let Some(inner) = &meaning.inner {
            let outer = self.place(inner, found);
            if named(&fields) {
                return self.inside(&fields, outer);
            }
            return Placed {
                modifier: outer.modifier.or(inner.modifier),
                time: timex::time_of_day(&fields).or(outer.time.clone()),
                ..outer
            };
        }
        if let Some(short) = fields.short_year.take() {
            fields.year = Some(self.full_year(short));
        }
        if let Some(holiday) = fields.holiday {
            return self.holiday(holiday, &fields, found);
        }
        if let Some((era, number)) = fields.decade {
            return Placed::at(Some(Period::Decade(era, number)), Basis::Explicit);
        }
        if let Some((era, number)) = fields.century {
            return Placed::at(Some(Period::Century(era, number)), Basis::Explicit);
        }
        if let Some(short) = fields.short_decade {
            let year = self.full_year(short * 10);
            return Placed::at(Period::containing_year(year, Unit::Decade), Basis::Explicit);
        }
        if let Some(open) = self.ordered(&mut fields, found) {
            return open;
        }
        match fields.year {
            Some(year) => {
                let (period, alternatives) = self.in_year(year, &fields, found);
                let mut placed = Placed::at(period, Basis::Explicit);
                placed.alternatives = alternatives;
                if placed.period.is_none() {
                    placed.timex3 = Some(timex::partial(&fields, meaning.unit));
                }
                placed
            }
            None => self.without_year(&fields, meaning, found),
        }
    }

    /// The period that the fields name in a year that is known, and the other readings of it.
    fn in_year(&mut self, year: i32, fields: &Fields, found: &Found) -> (Option<Period>, Vec<DateValue>) {
        let mut alternatives = Vec::new();
        let period = match (fields.month, fields.day) {
            (Some(month), Some(day)) => {
                let date = NaiveDate::from_ymd_opt(year, month, day);
                if date.is_none() {
                    self.remark(
                        "impossible-date",
                        format!("{year} has no such day: month {month}, day {day}"),
                        found.location,
                    );
                }
                if let (Some(date), Some(weekday)) = (date, fields.weekday.and_then(weekday_of)) {
                    self.check_weekday(date, weekday, found, &mut alternatives);
                }
                date.map(Period::Day)
            }
            (Some(month), None) => (1..=12).contains(&month).then_some(Period::Month(year, month)),
            (None, _) => match (fields.season, fields.quarter, fields.half, fields.week) {
                (Some(season), ..) => Some(Period::Season(year, season)),
                (_, Some(quarter), ..) => Some(Period::Quarter(year, quarter)),
                (_, _, Some(half), _) => Some(Period::HalfYear(year, half)),
                (_, _, _, Some(week)) => {
                    NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon).map(Period::Week)
                }
                _ => Some(Period::Year(year)),
            },
        };
        (period.filter(|period| period.bounds().is_some()), alternatives)
    }

    /// A weekday that does not fit its date: both readings are kept. Before the calendar was reformed
    /// nothing can be said, since the days of the old one had other weekdays.
    fn check_weekday(
        &mut self,
        date: NaiveDate,
        weekday: chrono::Weekday,
        found: &Found,
        alternatives: &mut Vec<DateValue>,
    ) {
        if date.weekday() == weekday || date.year() < 1583 {
            return;
        }
        let near = [1_u64, 2, 3]
            .into_iter()
            .flat_map(|by| [date.checked_sub_days(Days::new(by)), date.checked_add_days(Days::new(by))]);
        alternatives.extend(near.flatten().filter(|day| day.weekday() == weekday).map(DateValue::day));
        self.remark(
            "weekday-contradicts-date",
            format!("{} was a {}, not a {}", edtf_day(date), long_name(date.weekday()), long_name(weekday)),
            found.location,
        );
    }

    /// "98" is the year nearest to what the article speaks of.
    fn full_year(&self, short: i32) -> i32 {
        let around = self
            .reference
            .published
            .map(|day| day.year())
            .or(self.reference.window.map(|(first, _)| first.year()))
            .or_else(|| self.story.last.and_then(|(period, _)| period.year()))
            .unwrap_or(1999);
        let candidate = around - around.rem_euclid(100) + short;
        // Few writers abbreviate years to come, and those only the next ones.
        if candidate > around + 15 { candidate - 100 } else { candidate }
    }

    /// What a date without year hangs on.
    pub(super) fn anchor(&self) -> Option<Base> {
        let published = self.reference.published.map(|day| Base {
            period: Period::Day(day),
            basis: Basis::Publication,
            anchor: Some(Anchor::Publication),
        });
        let story = self.story.last.map(|(period, location)| Base {
            period,
            basis: Basis::Narrative,
            anchor: Some(Anchor::Expression(location)),
        });
        match self.reference.genre {
            Genre::News => published,
            Genre::Narrative => story.or(published),
        }
    }

    fn without_year(&mut self, fields: &Fields, meaning: &Meaning, found: &Found) -> Placed {
        let open = Placed {
            value: timex::partial_value(fields),
            ..Placed::text(timex::partial(fields, meaning.unit))
        };
        let Some(base) = self.anchor() else {
            return self.by_day_told(fields, found).unwrap_or_else(|| self.by_window(fields, found, open));
        };
        if fields.is_only_time() {
            return match self.day_told(base, found) {
                Some(base) => Placed::at(Some(base.period), base.basis).anchored(base.anchor),
                None => open,
            };
        }
        let mut base = base;
        if base.basis == Basis::Publication
            && let Some(away) = self.away(fields, found)
            && let Some(past) = self.retrospect(found, fields, away)
        {
            base = past;
        }
        if base.basis == Basis::Publication
            && fields.month.is_none()
            && fields.day.is_some()
            && let Some(told) = self.month_told(found)
        {
            base = told;
        }
        let Some((first, _)) = base.period.bounds() else { return open };
        let news = base.basis == Basis::Publication;
        let period = match (fields.month, fields.day, fields.weekday) {
            (Some(month), day, weekday) => {
                let year = if news {
                    self.nearest_year(first, month, day, weekday, found)
                } else if self.reference.genre == Genre::News {
                    self.year_after(base.period, fields, found)
                } else {
                    self.line.year(self.current)
                };
                year.and_then(|year| self.in_year(year, fields, found).0)
            }
            (None, Some(day), weekday) => day_of_month(base.period, day, weekday.and_then(weekday_of), news),
            (None, None, Some(weekday)) => weekday_of(weekday).and_then(|weekday| {
                if news {
                    nearest_weekday(first, weekday, self.weekday_tense(found))
                } else if let Period::Day(day) = base.period {
                    nearest_weekday(day, weekday, Tense::Future)
                } else {
                    None
                }
            }),
            (None, None, None) => self.coarse(fields, &base, first, found),
        };
        match period {
            Some(period) => Placed::at(Some(period), base.basis).anchored(base.anchor),
            None => open,
        }
    }

    /// How far from publication the nearest such day or month is, in days.
    fn away(&self, fields: &Fields, found: &Found) -> Option<i64> {
        let (published, month) = (self.reference.published?, fields.month?);
        let year = self.nearest_year(published, month, fields.day, fields.weekday, found)?;
        let (day, _) = storyline::middle(&Fields { year: Some(year), ..*fields })?;
        Some(day.signed_duration_since(published).num_days().abs())
    }

    /// The day of which a part of the day is told: one told just before, else the day of the article.
    fn day_told(&self, base: Base, found: &Found) -> Option<Base> {
        // News goes on telling of the day that it opened with.
        let near = self.story.day.filter(|_| found.sentence.saturating_sub(self.story.day_sentence) <= 1);
        match near.or(self.story.opening) {
            Some((day, location)) => Some(Base {
                period: Period::Day(day),
                basis: Basis::Narrative,
                anchor: Some(Anchor::Expression(location)),
            }),
            _ => matches!(base.period, Period::Day(_)).then_some(base),
        }
    }

    /// Season, quarter, half, part of the day.
    fn coarse(&mut self, fields: &Fields, base: &Base, first: NaiveDate, found: &Found) -> Option<Period> {
        let news = base.basis == Basis::Publication;
        let year = base.period.year()?;
        let candidate = |year: i32| {
            fields
                .season
                .map(|season| Period::Season(year, season))
                .or(fields.quarter.map(|quarter| Period::Quarter(year, quarter)))
                .or(fields.half.map(|half| Period::HalfYear(year, half)))
        };
        let here = candidate(year)?;
        if !news {
            return self.line.year(self.current).and_then(candidate);
        }
        // Of quarters and seasons, news reports the last one that has begun, or announces the next.
        let begins = here.bounds()?.0;
        match self.tense(found) {
            Tense::Future if here.bounds()?.1 < first => candidate(year + 1),
            Tense::Future => Some(here),
            _ if begins > first => candidate(year - 1),
            _ => Some(here),
        }
    }

    /// The year that brings a month, or a day, nearest to the day of publication; the tense decides where
    /// both are months away.
    pub(super) fn nearest_year(
        &self,
        published: NaiveDate,
        month: u32,
        day: Option<u32>,
        weekday: Option<u32>,
        found: &Found,
    ) -> Option<i32> {
        let tense = self.tense(found);
        let promised = self
            .document
            .sentences
            .get(found.sentence)
            .is_some_and(|sentence| Tense::is_promised(sentence, found));
        let mut best: Option<(i64, i32)> = None;
        for year in published.year().checked_sub(1)?..=published.year().checked_add(1)? {
            let at = match day {
                Some(day) => match NaiveDate::from_ymd_opt(year, month, day) {
                    Some(at) => at,
                    None => continue,
                },
                None => NaiveDate::from_ymd_opt(year, month, 15)?,
            };
            let away = match day {
                Some(_) => at.signed_duration_since(published).num_days(),
                None => {
                    i64::from(year - published.year()) * 365
                        + (i64::from(month) - i64::from(published.month())) * 30
                }
            };
            let against = match tense {
                _ if promised && away < 0 => 400,
                _ if promised => 0,
                Tense::Future if away < -45 => 120,
                Tense::Past if away > 0 && day.is_none() => 120,
                Tense::Past if away > 45 => 200,
                Tense::Past if away > 20 => 90,
                _ => 0,
            };
            // A weekday that fits says more than nearness.
            let fits =
                day.is_none() || weekday.and_then(weekday_of).is_none_or(|weekday| at.weekday() == weekday);
            let cost = away.abs() + against + if fits { 0 } else { 400 };
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, year));
            }
        }
        best.map(|(_, year)| year)
    }

    /// Only a stretch of days of publication is known, by inference: the year must be the same from both ends.
    fn by_window(&mut self, fields: &Fields, found: &Found, open: Placed) -> Placed {
        let (Some((first, last)), Some(month)) = (self.reference.window, fields.month) else { return open };
        let year = |day| self.nearest_year(day, month, fields.day, fields.weekday, found);
        let Some(year) = year(first).filter(|known| Some(*known) == year(last)) else { return open };
        let (period, alternatives) = self.in_year(year, fields, found);
        match period {
            Some(period) => Placed { alternatives, ..Placed::at(Some(period), Basis::Publication) },
            None => open,
        }
    }

    /// "resigned on Monday, November 15. Parliament will meet on Thursday": of news whose day of publication is unknown,
    /// a coming weekday is the next after the day told just before.
    fn by_day_told(&self, fields: &Fields, found: &Found) -> Option<Placed> {
        let weekday = fields.weekday.filter(|_| fields.day.is_none() && fields.month.is_none())?;
        let (day, location) = self.story.day?;
        if found.sentence.saturating_sub(self.story.day_sentence) > 2 || self.tense(found) != Tense::Future {
            return None;
        }
        let period = nearest_weekday(day, weekday_of(weekday)?, Tense::Future)?;
        Some(Placed::at(Some(period), Basis::Narrative).anchored(Some(Anchor::Expression(location))))
    }

    /// Fields inside of a period that is known: "the third quarter of 2016", "Tuesday of last week".
    fn inside(&mut self, fields: &Fields, outer: Placed) -> Placed {
        let time = timex::time_of_day(fields).or(outer.time.clone());
        let Some(whole) = outer.period else {
            // "November 2 this year", of which the year is unknown, is a day of November all the same.
            if fields.month.is_some() {
                let value = timex::partial_value(fields);
                return Placed { time, value, ..Placed::text(timex::partial(fields, None)) };
            }
            let timex3 = outer.timex3.clone();
            return Placed { time, timex3, ..outer };
        };
        let year = whole.year();
        let period = if let Some(weekday) = fields.weekday.and_then(weekday_of) {
            match whole {
                Period::Week(monday) | Period::Weekend(monday) => {
                    weekday_in_week(monday, weekday).map(Period::Day)
                }
                Period::Day(day) => Some(Period::Day(day)),
                _ => None,
            }
        } else if let (Some(month), Some(year)) = (fields.month, year) {
            match fields.day {
                Some(day) => NaiveDate::from_ymd_opt(year, month, day).map(Period::Day),
                None => Some(Period::Month(year, month)),
            }
        } else if let (Some(day), Period::Month(year, month)) = (fields.day, whole) {
            NaiveDate::from_ymd_opt(year, month, day).map(Period::Day)
        } else if let (Some(day), Period::Day(given)) = (fields.day, whole) {
            NaiveDate::from_ymd_opt(given.year(), given.month(), day).map(Period::Day)
        } else if let (Some(season), Some(year)) = (fields.season, year) {
            Some(Period::Season(year, season))
        } else if let (Some(quarter), Some(year)) = (fields.quarter, year) {
            Some(Period::Quarter(year, quarter))
        } else if let (Some(half), Some(year)) = (fields.half, year) {
            Some(Period::HalfYear(year, half))
        } else if fields.part.is_some() || fields.clock.is_some() {
            Some(whole)
        } else {
            None
        };
        Placed { period, time, ..outer }
    }

    fn holiday(&mut self, index: u16, fields: &Fields, found: &Found) -> Placed {
        let rules = self.rules;
        let Some(holiday) = rules.holidays.get(index as usize) else { return Placed::text("XXXX-XX-XX") };
        let open = || match holiday.fixed() {
            Some((month, day)) => {
                let fields = Fields { month: Some(month), day: Some(day), ..Fields::default() };
                Placed { value: timex::partial_value(&fields), ..Placed::text(timex::partial(&fields, None)) }
            }
            None => Placed::text("XXXX-XX-XX"),
        };
        if let Some(year) = fields.year {
            return match holiday.in_year(year) {
                Some((first, last)) => whole_holiday(first, last, Basis::Explicit),
                None => open(),
            };
        }
        let Some(base) = self.anchor() else { return open() };
        if base.basis == Basis::Publication
            && let Some(((first, last), past)) = self.holiday_told(found, |year| holiday.in_year(year))
        {
            return whole_holiday(first, last, past.basis).anchored(past.anchor);
        }
        let Some((first, _)) = base.period.bounds() else { return open() };
        let near = |year: i32| holiday.in_year(year).map(|days| ((days.0 - first).num_days().abs(), days));
        let year = first.year();
        let best = match base.basis {
            Basis::Publication => {
                [year - 1, year, year + 1].into_iter().filter_map(near).min_by_key(|(away, _)| *away)
            }
            _ => near(year),
        };
        match best {
            Some((_, (first, last))) => whole_holiday(first, last, base.basis).anchored(base.anchor),
            None => open(),
        }
    }
}

fn whole_holiday(first: NaiveDate, last: NaiveDate, basis: Basis) -> Placed {
    if first == last {
        return Placed::at(Some(Period::Day(first)), basis);
    }
    let (begin, end) = (DateValue::day(first), DateValue::day(last));
    let timex3 = format!("{}/{}", begin.edtf, end.edtf);
    Placed { value: DateValue::lasting(&begin, &end), basis, ..Placed::text(timex3) }
}

fn named(fields: &Fields) -> bool {
    *fields != Fields::default()
}

/// "the 4th": in the month that is spoken of, or the nearest one.
fn day_of_month(base: Period, day: u32, weekday: Option<chrono::Weekday>, news: bool) -> Option<Period> {
    let (year, month) = match base {
        Period::Day(day) => (day.year(), day.month()),
        Period::Month(year, month) => (year, month),
        _ => return None,
    };
    let here = NaiveDate::from_ymd_opt(year, month, day);
    let (Period::Day(now), true) = (base, news) else {
        // "on June 29, and again on the 2nd"
        let next = || here.and_then(|here| here.checked_add_months(chrono::Months::new(1)));
        return match base {
            Period::Day(now) if here.is_some_and(|here| (now - here).num_days() > 20) => next(),
            _ => here,
        }
        .map(Period::Day);
    };
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let before = first.pred_opt()?.with_day(day);
    let after = first.checked_add_months(chrono::Months::new(1))?.with_day(day);
    [here, before, after]
        .into_iter()
        .flatten()
        .min_by_key(|date| {
            let fits = weekday.is_none_or(|weekday| date.weekday() == weekday);
            (!fits, date.signed_duration_since(now).num_days().abs())
        })
        .map(Period::Day)
}

/// The latest such weekday up to and including the day; the next one if the words look ahead.
fn nearest_weekday(day: NaiveDate, weekday: chrono::Weekday, tense: Tense) -> Option<Period> {
    let back = (7 + day.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    let latest = day.checked_sub_days(Days::new(u64::from(back)))?;
    Some(Period::Day(match tense {
        Tense::Future if back > 0 => latest.checked_add_days(Days::new(7))?,
        _ => latest,
    }))
}

fn long_name(weekday: chrono::Weekday) -> &'static str {
    match weekday {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    }
}

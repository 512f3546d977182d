//! Dates counted from somewhere: steps ("last week", "next Tuesday") and shifts ("two weeks ago").

use super::super::find::Found;
use super::super::genre::Genre;
use super::super::meaning::{Action, Amount, From, Meaning};
use super::super::period::{Period, weekday_in_week};
use super::super::unit::shift_day;
use super::super::{Anchor, Basis, Direction, Offset, Unit, timex};
use super::placed::{Base, Placed};
use super::{Resolver, Tense, weekday_of};
use chrono::{Datelike, Days, NaiveDate, Weekday};

impl Resolver<'_> {
    /// The day or period to count from.
    fn base(&mut self, from: From, meaning: &Meaning, found: &Found) -> Option<Base> {
        let published = || {
            self.reference.published.map(|day| Base {
                period: Period::Day(day),
                basis: Basis::Publication,
                anchor: Some(Anchor::Publication),
            })
        };
        let story = || {
            let decades = meaning.unit.is_some_and(|unit| unit > Unit::Year);
            let days = meaning.unit.is_none_or(|unit| unit <= Unit::Day);
            let last = match decades {
                true => self.story.coarse,
                false if days => self.told_last(found),
                false => self.story.last,
            };
            last.map(|(period, location)| Base {
                period,
                basis: Basis::Narrative,
                anchor: Some(Anchor::Expression(location)),
            })
        };
        match from {
            From::Inner => {
                let placed = self.place(meaning.inner.as_deref()?, found);
                let basis = if placed.basis == Basis::Explicit { Basis::Explicit } else { placed.basis };
                Some(Base { period: placed.period?, basis, anchor: placed.anchor })
            }
            From::Speech | From::Tense if self.reference.genre == Genre::News => published(),
            From::Speech | From::Tense => story(),
            // Without a story, "the following month" is that of nothing: not the one after the publication.
            From::Story => story().or_else(|| published().filter(|_| !looks_ahead(meaning))),
        }
    }

    /// "last week", "this summer", "the next day", "last Tuesday".
    pub(super) fn step(&mut self, by: i64, from: From, meaning: &Meaning, found: &Found) -> Placed {
        let open = || Placed {
            value: timex::partial_value(&meaning.fields),
            ..Placed::text(timex::partial(&meaning.fields, meaning.unit))
        };
        let Some(mut base) = self.base(from, meaning, found) else {
            return self.step_in_window(by, from, meaning).unwrap_or_else(open);
        };
        if meaning.unit.is_none() {
            let Some((first, _)) = base.period.bounds() else { return open() };
            return Placed::at(self.named_step(by, first, base.period, meaning), base.basis)
                .anchored(base.anchor);
        }
        let Some(unit) = meaning.unit else { return open() };
        if unit == Unit::Day && from == From::Speech && by == 0 && self.reference.genre == Genre::Narrative {
            // "Today" in a history is the time of its readers.
            return match meaning.fields.part {
                Some(_) => open(),
                None => Placed::text("PRESENT_REF"),
            };
        }
        if unit < Unit::Week
            && !matches!(base.period, Period::Day(_))
            && from == From::Story
            && let Some((day, location)) = self.story.day
            && by != 0
            && base.period.bounds().is_some_and(|(first, last)| (first..=last).contains(&day))
        {
            base = Base {
                period: Period::Day(day),
                basis: Basis::Narrative,
                anchor: Some(Anchor::Expression(location)),
            };
        }
        if base.period.unit() > unit && unit >= Unit::Day {
            return match base.period.year() {
                Some(_) if by == 0 && unit == Unit::Day && base.period.unit() == Unit::Month => {
                    Placed::text(format!("{}-XX", base.period.timex3()))
                }
                Some(_) if by == 0 && unit <= Unit::Month => Placed::text(base.period.timex3()),
                _ => open(),
            };
        }
        let Some((first, _)) = base.period.bounds() else { return open() };
        // Winter counts from its own year, and a week from its Thursday, which decides its year.
        let day = match base.period {
            Period::Season(year, _) => NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or(first),
            Period::Week(monday) => monday.checked_add_days(Days::new(3)).unwrap_or(first),
            _ => first,
        };
        // "was there this weekend", told on a Tuesday, is of the one just past.
        let past = unit == Unit::Weekend && by == 0 && self.weekday_tense(found) == Tense::Past;
        let by = if from == From::Tense || past { weekend_told(day, self.weekday_tense(found)) } else { by };
        let period = Period::containing(day, unit).and_then(|period| period.shift(by, unit));
        Placed::at(period, base.basis).anchored(base.anchor)
    }

    /// Only a stretch of days of publication is known, by inference: "last May", "next year" must be the same from
    /// both ends.
    fn step_in_window(&self, by: i64, from: From, meaning: &Meaning) -> Option<Placed> {
        let (first, last) = self.reference.window?;
        if from != From::Speech || self.reference.genre != Genre::News {
            return None;
        }
        let placed = |day: NaiveDate| match meaning.unit {
            Some(unit) if unit >= Unit::Month => Period::containing(day, unit)?.shift(by, unit),
            Some(_) => None,
            None => self.named_step(by, day, Period::Day(day), meaning),
        };
        let period = placed(first).filter(|known| Some(*known) == placed(last))?;
        Some(Placed::at(Some(period), Basis::Publication))
    }

    /// "last Tuesday", "next April", "this summer".
    fn named_step(&self, by: i64, day: NaiveDate, base: Period, meaning: &Meaning) -> Option<Period> {
        let fields = &meaning.fields;
        if let Some(weekday) = fields.weekday {
            let weekday = weekday_of(weekday)?;
            let here = weekday_in_week(day, weekday)?;
            return Some(Period::Day(match by {
                0 => here,
                1.. if here > day => here,
                1.. => here.checked_add_days(Days::new(7))?,
                _ if here < day => here,
                _ => here.checked_sub_days(Days::new(7))?,
            }));
        }
        if let (Some(month), Some(number)) = (fields.month, fields.day) {
            let year = day.year();
            let here = NaiveDate::from_ymd_opt(year, month, number)?;
            let year = match by {
                1.. if here <= day => year + 1,
                ..=-1 if here >= day => year - 1,
                _ => year,
            };
            return NaiveDate::from_ymd_opt(year, month, number).map(Period::Day);
        }
        let year = base.year()?;
        if let Some(month) = fields.month {
            return Some(Period::Month(
                match by {
                    1.. if month <= day.month() => year + 1,
                    ..=-1 if month >= day.month() => year - 1,
                    _ => year,
                },
                month,
            ));
        }
        if let Some(season) = fields.season {
            let now = match Period::containing(day, Unit::Season)? {
                Period::Season(_, now) => now,
                _ => return None,
            };
            return Some(Period::Season(
                match by {
                    1.. if season <= now => year + 1,
                    ..=-1 if season >= now => year - 1,
                    _ => year,
                },
                season,
            ));
        }
        if let Some(holiday) = fields.holiday {
            let holiday = &self.rules.holidays[holiday as usize];
            let day_in = |year: i32| holiday.in_year(year).map(|(first, _)| first);
            let here = day_in(day.year())?;
            return match by {
                1.. if here <= day => day_in(day.year() + 1),
                ..=-1 if here >= day => day_in(day.year() - 1),
                _ => Some(here),
            }
            .map(Period::Day);
        }
        if fields.part.is_some() || fields.clock.is_some() {
            let Period::Day(day) = base else { return None };
            return shift_day(day, by, Unit::Day).map(Period::Day);
        }
        None
    }

    /// "two weeks ago", "three days later", "the day after 4 April".
    pub(super) fn shift(&mut self, by: i64, from: From, meaning: &Meaning, found: &Found) -> Placed {
        let Some(unit) = meaning.count_unit.or(meaning.unit) else { return Placed::text("XXXX-XX-XX") };
        let count = match meaning.amount {
            None => Some(1.0),
            Some(Amount::Exact(number)) => Some(number),
            Some(Amount::Some) => None,
        };
        let open = || Placed::text(timex::partial(&meaning.fields, Some(unit)));
        let Some(count) = count else {
            return Placed::text(if by < 0 { "PAST_REF" } else { "FUTURE_REF" });
        };
        let Some(mut base) = self.base(from, meaning, found) else { return open() };
        if from == From::Story
            && unit < Unit::Month
            && !matches!(base.period, Period::Day(_))
            && let Some((day, location)) = self.story.day
            && base.period.bounds().is_some_and(|(first, last)| {
                // "… on August 24, after talks that began in 2012. Five days later": a step of days goes on from a day.
                let back = last < day && found.sentence <= self.story.day_sentence + 1;
                (first..=last).contains(&day) || back
            })
        {
            base = Base {
                period: Period::Day(day),
                basis: Basis::Narrative,
                anchor: Some(Anchor::Expression(location)),
            };
        }
        let (count, unit) = whole_units(count, unit);
        if count == 0 {
            return Placed::text(if by < 0 { "PAST_REF" } else { "FUTURE_REF" });
        }
        let period = if meaning.keep_unit {
            let whole = match (meaning.unit, base.period.bounds()) {
                // "ten years ago today" counts in years, but keeps the day.
                (Some(named), Some((first, _))) if named > base.period.unit() && from != From::Speech => {
                    Period::containing(first, named)
                }
                _ => Some(base.period),
            };
            whole.and_then(|period| period.shift(by.saturating_mul(count), unit))
        } else {
            shifted(base.period, by.saturating_mul(count), unit)
        };
        match period {
            Some(period) => Placed::at(Some(period), base.basis).anchored(base.anchor),
            None => open(),
        }
    }

    /// "two days after the attack": what an event can be counted from.
    pub(super) fn offset(&self, found: &Found) -> Option<Offset> {
        let meaning = &found.meaning;
        let unit = meaning.unit?;
        let last = || {
            let sentence = self.document.sentences.get(found.sentence)?;
            Some(sentence.tokens.get(found.tokens.end.checked_sub(1)?)?.lower.as_str())
        };
        let direction = match meaning.action {
            Action::Shift(by, From::Story | From::Inner) => by,
            // "the day after", "the night before": of what stands behind it.
            Action::Step(by, From::Story) if by != 0 && matches!(last(), Some("after" | "before")) => by,
            Action::Duration => {
                let sentence = self.document.sentences.get(found.sentence)?;
                match sentence.tokens.get(found.tokens.end).map(|token| token.lower.as_str())? {
                    "after" | "following" => 1,
                    "before" | "prior" => -1,
                    _ => return None,
                }
            }
            _ => return None,
        };
        let amount = match meaning.amount {
            None => Some(1),
            Some(Amount::Exact(number)) if number.fract() == 0.0 && (0.0..1e9).contains(&number) => {
                Some(number as u32)
            }
            _ => None,
        };
        Some(Offset {
            direction: if direction < 0 { Direction::Before } else { Direction::After },
            amount,
            unit,
        })
    }
}

/// Whether it goes on from what was told.
fn looks_ahead(meaning: &Meaning) -> bool {
    matches!(meaning.action, Action::Step(by, _) | Action::Shift(by, _) if by > 0)
}

/// Which weekend "the weekend" is, from a day of writing: the last one, unless the next has begun or the words look
/// ahead.
fn weekend_told(day: NaiveDate, tense: Tense) -> i64 {
    let begun = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    if begun || tense == Tense::Future { 0 } else { -1 }
}

/// The period so many units away, as coarse as the unit; what is counted in decades is known to the year.
fn shifted(base: Period, count: i64, unit: Unit) -> Option<Period> {
    let (count, unit) = match unit {
        Unit::Decade => (count.checked_mul(10)?, Unit::Year),
        Unit::Century => (count.checked_mul(100)?, Unit::Year),
        Unit::Millennium => (count.checked_mul(1000)?, Unit::Year),
        _ => (count, unit),
    };
    match base {
        Period::Day(day) => {
            let day = shift_day(day, count, unit)?;
            Period::containing(day, if unit < Unit::Day { Unit::Day } else { unit })
        }
        _ if unit < base.unit() => None,
        _ => {
            let (first, _) = base.bounds()?;
            let day = match base {
                Period::Season(year, _) => NaiveDate::from_ymd_opt(year, 6, 1)?,
                _ => first,
            };
            Period::containing(shift_day(day, count, unit)?, unit)
        }
    }
}

/// Half a century is fifty years, a year and a half eighteen months.
fn whole_units(count: f64, unit: Unit) -> (i64, Unit) {
    if count.fract() == 0.0 {
        return (count as i64, unit);
    }
    match unit {
        Unit::Millennium => ((count * 1000.0) as i64, Unit::Year),
        Unit::Century => ((count * 100.0) as i64, Unit::Year),
        Unit::Decade => ((count * 10.0) as i64, Unit::Year),
        Unit::Year => ((count * 12.0) as i64, Unit::Month),
        _ => (count as i64, unit),
    }
}

//! Resolving: from what the words say to a place on the calendar.

use super::find::{Found, RangeEnd};
use super::genre::Genre;
use super::meaning::{Action, Amount, From, Meaning};
use super::period::{Period, weekday_in_week};
use super::rules::Rules;
use super::timex;
use super::unit::shift_day;
use super::{
    Anchor, Basis, DateValue, Direction, Expression, ExpressionKind, Granularity, Modifier, Offset, Unit,
};
use crate::article::Location;
use crate::language::Document;
use chrono::{Datelike, Days, NaiveDate, Weekday};

mod calendar;
mod retrospect;
mod storyline;
mod tense;

use storyline::Storyline;
pub(super) use tense::Tense;

/// What relative dates are counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The day of publication, if it is known.
    pub published: Option<NaiveDate>,
    /// The days between which it was published, where no more could be inferred.
    pub window: Option<(NaiveDate, NaiveDate)>,
    /// News or narrative.
    pub genre: Genre,
    /// Why that genre.
    pub reasons: Vec<String>,
}

impl Reference {
    /// The reference of an article: its publication date, and the genre that its expressions speak for.
    pub fn of(found: &[Found], published: Option<NaiveDate>, window: Option<(NaiveDate, NaiveDate)>) -> Self {
        let (genre, reason) = Genre::of(found, published.or(window.map(|(first, _)| first)));
        Self { published, window, genre, reasons: vec![reason] }
    }
}

/// Something that an analyst should know about a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// A stable word for it.
    pub code: &'static str,
    /// What, and what it means for the reader.
    pub message: String,
    /// The place.
    pub location: Location,
}

/// Places expressions on the calendar, in reading order, and says what is strange about them.
pub fn resolve(
    found: &[Found],
    document: &Document,
    reference: &Reference,
    rules: &Rules,
) -> (Vec<Expression>, Vec<Remark>) {
    let mut resolver = Resolver {
        document,
        reference,
        rules,
        story: Story::default(),
        line: Storyline::of(found, document),
        remarks: Vec::new(),
        current: 0,
    };
    let mut expressions: Vec<Expression> = Vec::with_capacity(found.len());
    for (index, one) in found.iter().enumerate() {
        if rules.rules[one.meaning.rule as usize].genre.is_some_and(|genre| genre != reference.genre) {
            continue;
        }
        resolver.current = index;
        let expression = resolver.expression(one);
        expressions.push(expression);
        if one.range == Some(RangeEnd::Second) && expressions.len() > 1 {
            let end = expressions.len() - 1;
            let (before, last) = expressions.split_at_mut(end);
            if let (Some(first), Some(last)) = (before.last_mut(), last.first_mut()) {
                join(first, last);
            }
        }
    }
    (expressions, resolver.remarks)
}

/// Both ends of a range know the whole stretch.
fn join(first: &mut Expression, second: &mut Expression) {
    if let (Some(begin), Some(end)) = (&first.value, &second.value)
        && begin.is_bounded()
        && end.is_bounded()
    {
        let whole = DateValue::lasting(begin, end);
        first.range.clone_from(&whole);
        second.range = whole;
    }
}

/// The last dates of the story so far.
#[derive(Debug, Clone, Default)]
struct Story {
    /// The last one told, however coarse.
    last: Option<(Period, Location)>,
    /// The sentence in which it was told.
    last_sentence: usize,
    /// How many dates in a row were told of the same stretch of the past, far from publication.
    retrospects: usize,
    /// The last one told, decades and centuries included.
    coarse: Option<(Period, Location)>,
    /// The last one told to the day.
    day: Option<(NaiveDate, Location)>,
    /// The sentence in which that day was told.
    day_sentence: usize,
}

/// Where an expression was placed.
#[derive(Debug, Clone)]
struct Placed {
    /// The unit of the calendar, if all of it is known.
    period: Option<Period>,
    /// Else the TIMEX3 value with its open parts.
    timex3: Option<String>,
    value: Option<DateValue>,
    basis: Basis,
    anchor: Option<Anchor>,
    time: Option<String>,
    modifier: Option<Modifier>,
    alternatives: Vec<DateValue>,
}

impl Placed {
    fn at(period: Option<Period>, basis: Basis) -> Self {
        Self {
            period,
            timex3: None,
            value: None,
            basis: if period.is_some() { basis } else { Basis::None },
            anchor: None,
            time: None,
            modifier: None,
            alternatives: Vec::new(),
        }
    }

    fn text(timex3: impl Into<String>) -> Self {
        Self { timex3: Some(timex3.into()), ..Self::at(None, Basis::None) }
    }

    fn anchored(mut self, anchor: Option<Anchor>) -> Self {
        if self.period.is_some() {
            self.anchor = anchor;
        }
        self
    }
}

struct Resolver<'a> {
    document: &'a Document,
    reference: &'a Reference,
    rules: &'a Rules,
    story: Story,
    line: Storyline,
    remarks: Vec<Remark>,
    current: usize,
}

/// A day to count from, and how it is known.
#[derive(Debug, Clone)]
struct Base {
    period: Period,
    basis: Basis,
    anchor: Option<Anchor>,
}

impl Resolver<'_> {
    fn expression(&mut self, found: &Found) -> Expression {
        let meaning = &found.meaning;
        let placed = self.place(meaning, found);
        let kind = meaning.kind.unwrap_or_else(|| kind_of(meaning));
        let modifier = placed.modifier.or(meaning.modifier);
        let timex3 =
            placed.period.map(|period| timex::with_time(period, placed.time.as_deref())).or_else(|| {
                placed.timex3.as_ref().map(|text| match &placed.time {
                    Some(time) if text.len() > 4 && !text.contains('T') && !text.ends_with("REF") => {
                        format!("{text}{time}")
                    }
                    _ => text.clone(),
                })
            });
        let value = match (placed.period, kind) {
            (_, ExpressionKind::Duration | ExpressionKind::Set) => None,
            (Some(period), _) => match modifier {
                Some(modifier) => period.part(modifier),
                None => period.value(),
            },
            (None, _) => placed.value.clone(),
        }
        .map(|mut value| {
            if value.granularity == Granularity::Day
                && let Some(time) = &placed.time
            {
                let clock = time.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
                value.granularity = if clock { Granularity::Time } else { Granularity::PartOfDay };
            }
            value
        });
        if let Some(period) = placed.period
            && matches!(kind, ExpressionKind::Date | ExpressionKind::Time)
        {
            self.tell(period, found, meaning);
        }
        Expression {
            location: found.location,
            sentence: found.sentence,
            tokens: found.tokens.clone(),
            kind,
            timex3,
            modifier,
            value,
            basis: placed.basis,
            anchor: placed.anchor,
            offset: self.offset(found),
            range: None,
            alternatives: placed.alternatives,
            rule: self.rules.rules[meaning.rule as usize].id.clone(),
        }
    }

    /// Moves the story on. What looks back ("the previous year", "since 1960", an aside) does not move it, and
    /// centuries and decades are no places in it.
    fn tell(&mut self, period: Period, found: &Found, meaning: &Meaning) {
        let is_behind =
            storyline::follows_since(found, self.document) && !storyline::is_told_of(found, self.document);
        if self.line.is_aside(self.current) || looks_back(meaning) || is_behind {
            return;
        }
        self.story.coarse = Some((period, found.location));
        if period.unit() > Unit::Year {
            return;
        }
        self.story.retrospects = if self.is_far(period) { self.story.retrospects + 1 } else { 0 };
        self.story.last = Some((period, found.location));
        self.story.last_sentence = found.sentence;
        if let Period::Day(day) = period {
            self.story.day = Some((day, found.location));
            self.story.day_sentence = found.sentence;
        }
    }

    fn place(&mut self, meaning: &Meaning, found: &Found) -> Placed {
        let mut placed = match &meaning.action {
            Action::Fixed(value) => Placed::text(&**value),
            Action::Duration | Action::Set => self.repeated(meaning),
            Action::Calendar | Action::Part => self.calendar(meaning, found),
            Action::Step(by, from) => self.step(*by, *from, meaning, found),
            Action::Shift(by, from) => self.shift(*by, *from, meaning, found),
        };
        if placed.time.is_none() {
            placed.time = timex::time_of_day(&meaning.fields);
        }
        placed
    }

    fn repeated(&self, meaning: &Meaning) -> Placed {
        let fields = &meaning.fields;
        Placed::text(match meaning.unit {
            Some(unit) => timex::duration(meaning.amount, unit),
            None => timex::partial(fields, None),
        })
    }

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
            let last = if decades { self.story.coarse } else { self.story.last };
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
            From::Speech if self.reference.genre == Genre::News => published(),
            From::Speech => story(),
            // Without a story, "the following month" is that of nothing: not the one after the publication.
            From::Story => story().or_else(|| published().filter(|_| !looks_ahead(meaning))),
        }
    }

    /// "last week", "this summer", "the next day", "last Tuesday".
    fn step(&mut self, by: i64, from: From, meaning: &Meaning, found: &Found) -> Placed {
        let open = || Placed {
            value: timex::partial_value(&meaning.fields),
            ..Placed::text(timex::partial(&meaning.fields, meaning.unit))
        };
        let Some(mut base) = self.base(from, meaning, found) else { return open() };
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
        let period = Period::containing(day, unit).and_then(|period| period.shift(by, unit));
        Placed::at(period, base.basis).anchored(base.anchor)
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
    fn shift(&mut self, by: i64, from: From, meaning: &Meaning, found: &Found) -> Placed {
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
            && base.period.bounds().is_some_and(|(first, last)| (first..=last).contains(&day))
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
    fn offset(&self, found: &Found) -> Option<Offset> {
        let meaning = &found.meaning;
        let unit = meaning.unit?;
        let direction = match meaning.action {
            Action::Shift(by, From::Story | From::Inner) => by,
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

    fn tense(&self, found: &Found) -> Tense {
        self.document
            .sentences
            .get(found.sentence)
            .map_or(Tense::Unknown, |sentence| Tense::of(sentence, found))
    }

    fn remark(&mut self, code: &'static str, message: String, location: Location) {
        self.remarks.push(Remark { code, message, location });
    }
}

fn looks_back(meaning: &Meaning) -> bool {
    matches!(meaning.action, Action::Step(by, _) | Action::Shift(by, _) if by < 0)
}

/// Whether it goes on from what was told.
fn looks_ahead(meaning: &Meaning) -> bool {
    matches!(meaning.action, Action::Step(by, _) | Action::Shift(by, _) if by > 0)
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

fn kind_of(meaning: &Meaning) -> ExpressionKind {
    match meaning.action {
        Action::Duration => ExpressionKind::Duration,
        Action::Set => ExpressionKind::Set,
        _ => {
            let timed = |meaning: &Meaning| meaning.fields.part.is_some() || meaning.fields.clock.is_some();
            let hours = matches!(meaning.unit, Some(Unit::Hour | Unit::Minute | Unit::Second));
            if timed(meaning) || hours || meaning.inner.as_deref().is_some_and(timed) {
                ExpressionKind::Time
            } else {
                ExpressionKind::Date
            }
        }
    }
}

fn weekday_of(number: u32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
}

//! Resolving: from what the words say to a place on the calendar.

use super::find::{Found, RangeEnd};
use super::genre::Genre;
use super::meaning::{Action, Amount, Meaning};
use super::rules::Rules;
use super::timex;
use super::unit::shift_day;
use super::{DateValue, Expression, ExpressionKind, Granularity, Unit};
use crate::article::Location;
use crate::language::Document;
use chrono::{NaiveDate, Weekday};

mod calendar;
mod counted;
mod figures;
mod placed;
mod retrospect;
mod story;
mod storyline;
mod tense;

pub(super) use figures::FiguresOrder;
use placed::{Base, Placed};
use story::Story;
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
        figures: figures::order(found, reference),
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

struct Resolver<'a> {
    document: &'a Document,
    reference: &'a Reference,
    rules: &'a Rules,
    story: Story,
    line: Storyline,
    /// The order of day and month in the article's figures, if anything tells it.
    figures: Option<FiguresOrder>,
    remarks: Vec<Remark>,
    current: usize,
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
            range: self.up_to_now(meaning),
            alternatives: placed.alternatives,
            rule: self.rules.rules[meaning.rule as usize].id.clone(),
        }
    }

    /// "over the past ten days": the days that such a length of time reaches back from the publication of news.
    fn up_to_now(&self, meaning: &Meaning) -> Option<DateValue> {
        let published = self.reference.published.filter(|_| self.reference.genre == Genre::News)?;
        let rule = &self.rules.rules[meaning.rule as usize];
        let count = match meaning.amount {
            None => 1,
            Some(Amount::Exact(number)) if number.fract() == 0.0 && (1.0..1e4).contains(&number) => {
                number as i64
            }
            Some(_) => return None,
        };
        let first = match meaning.unit.filter(|_| rule.up_to_now)? {
            Unit::Second | Unit::Minute => published,
            Unit::Hour => shift_day(published, -(count + 23) / 24, Unit::Day)?,
            unit => shift_day(published, -count, unit)?,
        };
        DateValue::within(Some(first), Some(published))
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

    fn weekday_tense(&self, found: &Found) -> Tense {
        self.document.sentences.get(found.sentence).map_or(Tense::Unknown, |sentence| {
            let scheduled =
                Tense::is_scheduled(sentence, found) && Tense::is_told_in_past(&self.document.sentences);
            if scheduled { Tense::Future } else { Tense::of_weekday(sentence, found) }
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

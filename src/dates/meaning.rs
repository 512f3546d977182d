//! What the words of an expression say before anything is known of their context.

use super::grammar::Capture;
use super::lexicon::Class;
use super::period::{Era, Season};
use super::resolve::FiguresOrder;
use super::{ExpressionKind, Modifier, Unit};

/// What an expression says by itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    /// The rule that made it.
    pub rule: u16,
    /// The parts of a calendar date that are named.
    pub fields: Fields,
    /// What is to be done with them.
    pub action: Action,
    /// How many units.
    pub amount: Option<Amount>,
    /// Of which unit.
    pub unit: Option<Unit>,
    /// Of which unit, where the rule says it and not the words.
    pub count_unit: Option<Unit>,
    /// The result is as fine as what it is counted from: "the same month last year".
    pub keep_unit: bool,
    /// "early", "late".
    pub modifier: Option<Modifier>,
    /// The expression inside: the month in "the end of April".
    pub inner: Option<Box<Meaning>>,
    /// What sort of time it is, if the rule says so.
    pub kind: Option<ExpressionKind>,
}

/// The parts of a calendar date that words name.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Fields {
    /// Astronomical.
    pub year: Option<i32>,
    /// The year has two figures only.
    pub short_year: Option<i32>,
    pub decade: Option<(Era, i32)>,
    /// A decade of which the century is not told.
    pub short_decade: Option<i32>,
    pub century: Option<(Era, i32)>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    /// 1 is Monday.
    pub weekday: Option<u32>,
    pub season: Option<Season>,
    pub quarter: Option<u32>,
    pub half: Option<u32>,
    pub week: Option<u32>,
    /// An index into the parts of the day.
    pub part: Option<usize>,
    /// Seconds since midnight.
    pub clock: Option<f64>,
    /// An index into the holidays.
    pub holiday: Option<u16>,
    /// Day and month were written in figures, and read in this order.
    pub figures: Option<FiguresOrder>,
    pub utc: bool,
}

impl Fields {
    /// Whether they say a time or a part of the day and nothing else.
    pub fn is_only_time(&self) -> bool {
        let rest = Self { clock: None, part: None, utc: false, ..*self };
        (self.clock.is_some() || self.part.is_some()) && rest == Self::default()
    }
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    Exact(f64),
    Some,
}

/// Where a relative expression counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// The moment of writing ("last week", "two years ago").
    Speech,
    /// The moment of writing, back or forth as the tense has it ("over the weekend").
    Tense,
    /// The last date of the story ("the next day").
    Story,
    /// The expression inside.
    Inner,
}

/// What is to be done with what is named.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Action {
    /// A date as it is named.
    Calendar,
    /// This, the next, the last of a unit or a named period.
    Step(i64, From),
    /// So many units back or forth.
    Shift(i64, From),
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
    /// A fixed TIMEX3 value.
    Fixed(Box<str>),
    /// The expression inside, with more fields or a modifier.
    Part,
}

impl Meaning {
    /// Reads the captures of a match on to the meaning that its rule begins with. Nothing if they contradict
    /// each other.
    pub fn read(
        mut self,
        captures: &[Capture<Self>],
        number_is: Option<NumberIs>,
        era: Option<Era>,
    ) -> Option<Self> {
        let (mut hours, mut plural) = (None, false);
        for capture in captures {
            match capture {
                Capture::Open(_) | Capture::Close(_) => {}
                Capture::Inner(inner) => {
                    if let Some(holiday) = inner.fields.holiday
                        && inner.action == Action::Calendar
                        && inner.inner.is_none()
                    {
                        self.fields.holiday = Some(holiday);
                    } else if inner.action == Action::Calendar && inner.fields.is_only_time() {
                        self.fields.clock = inner.fields.clock;
                        self.fields.part = inner.fields.part;
                        self.fields.utc = inner.fields.utc;
                    } else {
                        self.inner = Some(Box::new(inner.clone()));
                    }
                }
                Capture::Sense(class, value) => {
                    plural |= *class == Class::Units;
                    self.sense(*class, *value, number_is, era, &mut hours)?;
                }
            }
        }
        if plural && self.amount.is_none() {
            self.amount = Some(Amount::Some);
        }
        if let Some(seconds) = hours {
            self.fields.clock = Some(seconds);
        }
        Some(self)
    }

    fn sense(
        &mut self,
        class: Class,
        value: f64,
        number_is: Option<NumberIs>,
        era: Option<Era>,
        hours: &mut Option<f64>,
    ) -> Option<()> {
        let fields = &mut self.fields;
        let whole = value as u32;
        match class {
            Class::Month | Class::MonthWord | Class::MonthNumber => fields.month = Some(whole),
            Class::Weekday => fields.weekday = Some(whole),
            Class::Season | Class::SeasonWord => fields.season = Some(Season::ALL.get(value as usize)?.0),
            Class::Part => fields.part = Some(value as usize),
            Class::Day | Class::Nth => fields.day = Some(whole),
            Class::Year => fields.year = Some(value as i32),
            Class::EraYear => {
                fields.year = Some(if era == Some(Era::Before) { 1 - value as i32 } else { value as i32 });
            }
            Class::Year2 => fields.short_year = Some(value as i32),
            Class::Decade => fields.decade = Some((era.unwrap_or(Era::Common), value as i32)),
            Class::Decade2 => fields.short_decade = Some(value as i32 / 10),
            Class::Clock | Class::Military => *hours = Some(value),
            Class::Hour => *hours = Some(value * 3600.0),
            Class::Meridiem => {
                let told = hours.as_mut()?;
                let hour = (*told / 3600.0).floor();
                if !(1.0..=12.0).contains(&hour) {
                    return None;
                }
                let rest = *told - hour * 3600.0;
                *told = (hour % 12.0 + value) * 3600.0 + rest;
            }
            Class::Zone => fields.utc = value == 0.0,
            Class::Unit | Class::Units => self.unit = Some(Unit::ALL[value as usize].0),
            Class::Vague => self.amount = Some(Amount::Some),
            Class::Capital => {}
            Class::Number | Class::Ordinal => match number_is {
                None => self.amount = Some(Amount::Exact(value)),
                Some(NumberIs::Day) => fields.day = (1..=31).contains(&whole).then_some(whole),
                Some(NumberIs::Quarter) => fields.quarter = (1..=4).contains(&whole).then_some(whole),
                Some(NumberIs::Half) => fields.half = (1..=2).contains(&whole).then_some(whole),
                Some(NumberIs::Week) => fields.week = (1..=53).contains(&whole).then_some(whole),
                Some(NumberIs::Century) => {
                    fields.century = Some((
                        era.unwrap_or(Era::Common),
                        (1..=99).contains(&whole).then_some(value as i32 - 1)?,
                    ));
                }
            },
        }
        Some(())
    }
}

/// What an ordinal counts in a rule that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberIs {
    Day,
    Quarter,
    Half,
    Week,
    Century,
}

impl NumberIs {
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "day" => Self::Day,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "week" => Self::Week,
            "century" => Self::Century,
            _ => return None,
        })
    }
}

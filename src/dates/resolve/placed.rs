//! Where an expression was placed, and what it was counted from.

use super::super::period::Period;
use super::super::{Anchor, Basis, DateValue, Modifier};

/// Where an expression was placed.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// The unit of the calendar, if all of it is known.
    pub period: Option<Period>,
    /// Else the TIMEX3 value with its open parts.
    pub timex3: Option<String>,
    pub value: Option<DateValue>,
    pub basis: Basis,
    pub anchor: Option<Anchor>,
    pub time: Option<String>,
    pub modifier: Option<Modifier>,
    pub alternatives: Vec<DateValue>,
}

impl Placed {
    pub fn at(period: Option<Period>, basis: Basis) -> Self {
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

    pub fn text(timex3: impl Into<String>) -> Self {
        Self { timex3: Some(timex3.into()), ..Self::at(None, Basis::None) }
    }

    pub fn anchored(mut self, anchor: Option<Anchor>) -> Self {
        if self.period.is_some() {
            self.anchor = anchor;
        }
        self
    }
}

/// A day to count from, and how it is known.
#[derive(Debug, Clone)]
pub(super) struct Base {
    pub period: Period,
    pub basis: Basis,
    pub anchor: Option<Anchor>,
}

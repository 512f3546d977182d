//! "By Monday", "within two months", "in three weeks": until when what is planned or wanted is to be done, or when.

use super::super::draft::Draft;
use super::super::mention::{EventDate, EventDateBasis, Status};
use super::super::reading::Reading;
use super::super::status::Tense;
use super::clause::{open_ended, usable};
use super::is_day;
use super::lend::interval;
use super::owner::Owned;
use super::telling::is_singled;
use crate::dates::{DateValue, Expression, ExpressionKind, Period, Unit};
use chrono::NaiveDate;

/// The time up to which the words give a plan or a wish. A length of time counts from the day of its clause, or else from that of
/// publication.
pub(super) fn find(
    reading: &Reading<'_>,
    draft: &Draft,
    owned: &[Owned<'_>],
    published: Option<NaiveDate>,
) -> Option<EventDate> {
    // "By 1974 they had retaken the valley."
    let had_been = draft.mention.status == Status::Happened && draft.assessment.tense == Tense::Pluperfect;
    if !had_been && !matches!(draft.mention.status, Status::Planned | Status::Hypothetical) {
        return None;
    }
    let own: Vec<usize> = [draft.found.head, draft.found.anchor()]
        .into_iter()
        .chain(draft.found.rest.iter().copied())
        .collect();
    owned.iter().filter(|told| own.contains(&told.owner)).find_map(|told| {
        let expression = told.expression;
        let word = reading.grammar.lower(expression.tokens.start.checked_sub(1)?);
        let is_length = expression.kind == ExpressionKind::Duration;
        let over = || {
            let day = day_of_plan(reading, draft, owned).or(published)?;
            let (count, unit) = length(expression)?;
            Some((day, DateValue::day(day).shift(count, unit)?.latest?, unit))
        };
        let value = match word {
            "by" if had_been => {
                let over = |day: &NaiveDate| published.is_none_or(|now| *day <= now);
                let end = expression.value.as_ref().filter(|_| usable(expression))?.latest.filter(over)?;
                interval(None, Some(end))
            }
            _ if had_been => return None,
            "by" if usable(expression) => {
                // "urged them to leave by Friday": of the Fridays not the one that is over.
                let told = expression.value.as_ref()?.latest;
                interval(None, Some(told.filter(|&day| published.is_none_or(|now| now <= day))?))
            }
            "within" if is_length => {
                let (begin, end, _) = over()?;
                interval(Some(begin), Some(end))
            }
            "in" if is_length
                && draft.mention.status == Status::Planned
                && reading.grammar.is_verb(told.owner)
                // "in two days of talks"
                && !(expression.tokens.end < reading.grammar.len()
                    && reading.grammar.lower(expression.tokens.end) == "of")
                && !(told.owner..expression.tokens.start).any(|token| is_singled(reading, token)) =>
            {
                let (_, end, unit) = over()?;
                Period::containing(end, unit)?.value()?
            }
            _ => return None,
        };
        Some(EventDate {
            value,
            timex3: None,
            basis: EventDateBasis::Expression,
            inferred: false,
            reasons: vec!["the words tell until when, or after how long".to_string()],
            anchor: Some(expression.location),
        })
    })
}

/// "agreed on Friday to reopen within two months": the day on which the plan was made.
fn day_of_plan(reading: &Reading<'_>, draft: &Draft, owned: &[Owned<'_>]) -> Option<NaiveDate> {
    let above: Vec<usize> = reading.grammar.upward(draft.found.anchor()).skip(1).collect();
    owned
        .iter()
        .filter(|told| above.contains(&told.owner) && !open_ended(reading, told.expression))
        .filter_map(|told| told.expression.value.as_ref().filter(|value| is_day(value)))
        .find_map(|value| value.earliest)
}

/// "two months" as a count of units.
pub(super) fn length(expression: &Expression) -> Option<(i64, Unit)> {
    let period = expression.timex3.as_deref()?.strip_prefix('P')?;
    let unit = match period.chars().last()? {
        'D' => Unit::Day,
        'W' => Unit::Week,
        'M' => Unit::Month,
        'Y' => Unit::Year,
        _ => return None,
    };
    Some((period[..period.len() - 1].parse().ok()?, unit))
}

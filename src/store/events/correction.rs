//! A correction laid over what was mined, of a mention or of an event.

use super::told::{ToldDate, ToldPlace};
use crate::judgement::{Correction, Meaning};
use crate::store::StoreError;
use crate::store::findings::place_of;
use crate::store::values::number;
use rusqlite::Connection;

/// The fields that a correction replaces by its value as it stands.
pub(super) struct Plain<'a> {
    pub(super) kind: &'a mut String,
    pub(super) mode: &'a mut Option<String>,
    pub(super) label: &'a mut String,
    pub(super) status: &'a mut String,
    pub(super) place: &'a mut Option<ToldPlace>,
}

/// What has the fields that an analyst can correct.
pub(super) trait Fields {
    fn plain(&mut self) -> Plain<'_>;
    /// Puts a date in the place of what stood there, and returns that.
    fn replace_date(&mut self, date: Option<ToldDate>) -> Option<String>;
    /// Puts those whom a correction names on one side, and returns the names of those who stood there.
    fn replace_parties(
        &mut self,
        connection: &Connection,
        correction: &Correction,
        source: bool,
    ) -> Result<Vec<String>, StoreError>;
}

/// Lays a correction over its field; returns what stood there, for people.
pub(super) fn lay_over(
    connection: &Connection,
    fields: &mut impl Fields,
    correction: &Correction,
) -> Result<Option<String>, StoreError> {
    let word = |into: &mut String| correction.word().map(|word| std::mem::replace(into, word.to_owned()));
    Ok(match correction.field.as_str() {
        "kind" => {
            // A mode refines its kind only.
            *fields.plain().mode = None;
            word(fields.plain().kind)
        }
        "mode" => std::mem::replace(fields.plain().mode, correction.word().map(str::to_owned)),
        "label" => word(fields.plain().label),
        "status" => word(fields.plain().status),
        "date" => fields.replace_date(date(correction)),
        "place" => {
            let given = place(connection, correction)?;
            std::mem::replace(fields.plain().place, given).map(|place| place.name)
        }
        side @ ("source" | "target") => {
            let before = fields.replace_parties(connection, correction, side == "source")?;
            (!before.is_empty()).then(|| before.join(", "))
        }
        _ => None,
    })
}

/// The date of a correction, as a text would tell it.
fn date(correction: &Correction) -> Option<ToldDate> {
    let value = correction.date()?;
    Some(ToldDate {
        edtf: value.edtf.clone(),
        earliest: value.earliest.map(number),
        latest: value.latest.map(number),
        inferred: false,
        clock: false,
    })
}

/// The place of a correction.
fn place(connection: &Connection, correction: &Correction) -> Result<Option<ToldPlace>, StoreError> {
    let Meaning::Place { name, country, coordinates } = &correction.meaning else { return Ok(None) };
    Ok(Some(ToldPlace {
        id: place_of(connection, name, country.as_deref(), *coordinates)?,
        name: name.clone(),
        country: country.clone(),
        located: coordinates.is_some(),
    }))
}

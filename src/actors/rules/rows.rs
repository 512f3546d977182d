//! The rows of the files in `rules/actors`, as they stand there. `rules/actors/README.md` tells what each
//! column means; cells with several values part them by `|`.

use compact_str::CompactString;
use serde::Deserialize;

/// A row of `sectors.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorRow {
    pub sector: String,
    #[allow(dead_code)] // for the reader of the table
    pub name: String,
}

/// A row of `states.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateRow {
    pub id: String,
    pub name: String,
    pub code: String,
    pub aliases: String,
    pub adjectives: String,
    pub demonyms: String,
    pub capital: String,
    pub metonyms: String,
    pub leader: String,
}

/// A row of `bodies.csv`, `organisations.csv` or `groups.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedRow {
    pub id: String,
    pub name: String,
    pub aliases: String,
    pub code: String,
    pub nouns: String,
}

/// A row of `institutions.csv`: bodies that every state has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstitutionRow {
    pub id: String,
    pub names: String,
    pub sector: String,
    pub nouns: String,
    pub posted: String,
}

/// A row of `qualifiers.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualifierRow {
    pub words: String,
    pub meaning: String,
}

/// A row of `persons.csv` or `persons/*.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRow {
    pub id: CompactString,
    pub name: CompactString,
    pub aliases: CompactString,
    pub short: CompactString,
    pub sex: CompactString,
}

/// A row of `roles.csv` or `roles/*.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    pub person: CompactString,
    pub office: CompactString,
    pub begin: CompactString,
    pub end: CompactString,
}

/// A row of `offices.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeRow {
    pub id: String,
    pub titles: String,
    pub sector: String,
    pub holders: String,
    pub rank: String,
    pub only: String,
}

/// A row of `titles.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleRow {
    pub titles: String,
    pub sector: String,
    pub sex: String,
}

/// A row of `nouns.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounRow {
    pub singular: String,
    pub plural: String,
    pub sector: String,
    pub needs: String,
}

/// A row of `organisation-nouns.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationNounRow {
    pub words: String,
    pub sector: String,
}

/// A row of `given-names.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenNameRow {
    pub names: String,
    pub sex: String,
}

/// A row of `not-names.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotNameRow {
    pub words: String,
}

/// A row of `spellings.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpellingRow {
    pub spellings: String,
}

/// The values of a cell.
pub fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|value| !value.is_empty())
}

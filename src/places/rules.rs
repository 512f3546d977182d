//! The gazetteer, read from `rules/places`.

use crate::rules::table::{Known, Table};
use crate::rules::{RuleError, RuleFile, RuleFiles};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// The compiled gazetteer.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    /// The places.
    pub(super) places: Vec<Place>,
    /// For each first word, the names that begin with it, the longest first.
    pub(super) names: Table<CompactString, Vec<Name>>,
}

/// A place.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Place {
    pub name: String,
    pub country: Option<String>,
    pub coordinates: (f64, f64),
    pub kind: String,
}

/// A name and the places that bear it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Name {
    pub words: Vec<CompactString>,
    pub places: Vec<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: CompactString,
    country: CompactString,
    latitude: f64,
    longitude: f64,
    kind: CompactString,
    aliases: String,
}

const KINDS: [&str; 8] = ["capital", "city", "town", "region", "base", "island", "sea", "site"];

impl Rules {
    /// Compiles the files of `rules/places`.
    ///
    /// # Errors
    /// Every fault with its file, line and remedy: coordinates off the globe, unknown kinds, countries that are
    /// no three letters, a place given twice.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let (mut rules, mut errors) = (Self::default(), Vec::new());
        let mut given = Known::default();
        for file in files.under("places").filter(|file| file.path.ends_with(".csv")) {
            match file.csv::<Row>() {
                Ok(rows) => {
                    for (line, row) in rows {
                        errors.extend(check(file, line, &row));
                        if !given.insert((row.name.clone(), row.country.clone())) {
                            let message = format!("{} in {} is given twice", row.name, row.country);
                            errors.push(file.error_in_line(line, message, "keep one of the rows"));
                        }
                        rules.add(row);
                    }
                }
                Err(faults) => errors.extend(faults),
            }
        }
        for names in rules.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }

    /// The number of places.
    pub fn size(&self) -> usize {
        self.places.len()
    }

    /// The places that bear a name: name, country, degrees north and east.
    pub fn named(&self, name: &str) -> Vec<(&str, Option<&str>, (f64, f64))> {
        let words = words(name);
        let names = words.first().and_then(|first| self.names.get(first)).into_iter().flatten();
        names
            .filter(|name| name.words == words)
            .flat_map(|name| &name.places)
            .filter_map(|&place| self.places.get(place))
            .map(|place| (place.name.as_str(), place.country.as_deref(), place.coordinates))
            .collect()
    }

    /// The capital of a state: its name, degrees north and east; none where the gazetteer gives several.
    pub fn capital(&self, country: &str) -> Option<(&str, (f64, f64))> {
        let mut capitals = self
            .places
            .iter()
            .filter(|place| place.kind == "capital" && place.country.as_deref() == Some(country));
        let only = capitals.next()?;
        capitals.next().is_none().then_some((only.name.as_str(), only.coordinates))
    }

    fn add(&mut self, row: Row) {
        let place = self.places.len();
        for name in std::iter::once(row.name.as_str()).chain(row.aliases.split('|')) {
            let words = words(name);
            let Some(first) = words.first().cloned() else { continue };
            let names = self.names.entry(first).or_default();
            match names.iter_mut().find(|other| other.words == words) {
                // "Elysee" and "Élysée" are one name.
                Some(other) if other.places.last() == Some(&place) => {}
                Some(other) => other.places.push(place),
                None => names.push(Name { words, places: vec![place] }),
            }
        }
        let country = Some(row.country.into_string()).filter(|country| !country.is_empty());
        self.places.push(Place {
            name: row.name.into_string(),
            country,
            coordinates: (row.latitude, row.longitude),
            kind: row.kind.into_string(),
        });
    }
}

fn check(file: &RuleFile, line: usize, row: &Row) -> Vec<RuleError> {
    let mut errors = Vec::new();
    let mut fault = |wrong: bool, message: String, remedy: &str| {
        if wrong {
            errors.push(file.error_in_line(line, message, remedy));
        }
    };
    let code = row.country.is_empty()
        || row.country.len() == 3 && row.country.bytes().all(|byte| byte.is_ascii_uppercase());
    fault(
        !code,
        format!("“{}” is no country code", row.country),
        "write the three capital letters of ISO 3166, or nothing for the sea",
    );
    let globe = row.latitude.abs() <= 90.0 && row.longitude.abs() <= 180.0;
    fault(
        !globe,
        format!("{}, {} is not on the globe", row.latitude, row.longitude),
        "write degrees north, then degrees east",
    );
    fault(
        !KINDS.contains(&row.kind.as_str()),
        format!("nothing is known of the kind “{}”", row.kind),
        "write capital, city, town, region, base, island, sea or site",
    );
    errors
}

/// The words of a name, folded: without case, accents and marks.
pub(super) fn words(name: &str) -> Vec<CompactString> {
    let (mut words, mut buffer) = (Vec::new(), String::new());
    crate::rules::fold::pieces(name, &mut buffer, |piece| words.push(CompactString::new(piece)));
    words
}

#[cfg(test)]
mod tests {
    use super::Rules;
    use crate::rules::RuleFiles;

    #[test]
    fn our_own_gazetteer_is_sound() {
        let errors = Rules::compile(&RuleFiles::embedded()).err().unwrap_or_default();
        let shown: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(shown.is_empty(), "{}", shown.join("\n"));
    }
}

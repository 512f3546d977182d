//! What every row goes through: names into the lexicon, ids, sectors and codes that must be right, faults.

use super::{Compiler, FORMAT, is_named, row_of};
use crate::actors::ActorSort;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::tables::Sex;
use crate::rules::{RuleFile, RuleFiles};
use compact_str::CompactString;
use serde::de::DeserializeOwned;

impl<'f> Compiler<'f> {
    /// Adds a proper name; two rows may not share one.
    pub(super) fn name(&mut self, file: &RuleFile, line: usize, name: &str, sense: Sense) {
        let before = self.rules.lexicon.add(name, sense);
        let clash = before.into_iter().find(|&other| is_named(other) && row_of(other) != row_of(sense));
        if let Some(other) = clash {
            let other = self.describe(other);
            self.error(
                file,
                line,
                format!("the name “{name}” is given twice, here and for {other}"),
                "keep it for one of them, or leave it out",
            );
        }
    }

    /// Adds a title or a noun: they may have several senses.
    pub(super) fn noun(&mut self, name: &str, sense: Sense) {
        self.rules.lexicon.add(name, sense);
    }

    pub(super) fn describe(&self, sense: Sense) -> String {
        match sense {
            Sense::State(i) | Sense::Adjective(i) | Sense::Demonym(i) | Sense::Metonym(i) => {
                self.rules.states[i].id.clone()
            }
            Sense::Thing(i) | Sense::Seat(i) => self.rules.things[i].id.clone(),
            Sense::Person(i) => self.rules.persons[i].id.clone(),
            _ => String::new(),
        }
    }

    pub(super) fn new_id(&mut self, file: &'f RuleFile, line: usize, id: &str) {
        if id.is_empty() {
            self.error(file, line, "the row has no id", FORMAT);
        } else if let Some((first, at)) = self.ids.insert(CompactString::new(id), (file, line)) {
            self.error(
                file,
                line,
                format!("the id “{id}” is given twice, first in {}:{at}", first.shown),
                "give each row its own id",
            );
        }
    }

    pub(super) fn check_sector(&mut self, file: &RuleFile, line: usize, sector: &str, may_be_empty: bool) {
        if !(self.sectors.contains(sector) || may_be_empty && sector.is_empty()) {
            self.error(file, line, format!("no sector “{sector}”"), "use one of sectors.csv");
        }
    }

    /// A code is a country with or without a sector, a sector, or an organisation's own with `IGO` or `NGO`.
    pub(super) fn check_code(&mut self, file: &RuleFile, line: usize, code: &str, sort: ActorSort) {
        let (first, sector) = code.split_once('.').unwrap_or((code, ""));
        let own = sort == ActorSort::Organisation && !first.is_empty() && matches!(sector, "IGO" | "NGO");
        let known = self.codes.contains(first) && (sector.is_empty() || self.sectors.contains(sector));
        let bare = sector.is_empty()
            && (self.sectors.contains(first) || first.is_empty() && sort == ActorSort::Group);
        if !(own || known || bare) {
            self.error(
                file,
                line,
                format!("“{code}” is no code"),
                "write COUNTRY.SECTOR, SECTOR, or for an international body its own code with .IGO or .NGO",
            );
        }
    }

    pub(super) fn sex(&mut self, file: &RuleFile, line: usize, sex: &str) -> Sex {
        match sex {
            "m" => Sex::Male,
            "f" => Sex::Female,
            "" => Sex::Unknown,
            _ => {
                self.error(file, line, format!("“{sex}” is no sex"), "write m, f or nothing");
                Sex::Unknown
            }
        }
    }

    pub(super) fn error(&mut self, file: &RuleFile, line: usize, message: impl Into<String>, remedy: &str) {
        self.errors.push(file.error_in_line(line, message, remedy));
    }

    /// The rows of `actors/TABLE.csv` and of all files in `actors/TABLE/`, which stay where they were read.
    pub(super) fn rows<T: DeserializeOwned>(
        &mut self,
        files: &'f RuleFiles,
        table: &str,
    ) -> impl Iterator<Item = (&'f RuleFile, usize, T)> + use<'f, T> {
        let (single, folder) = (format!("actors/{table}.csv"), format!("actors/{table}/"));
        let mut all = Vec::new();
        for file in files.under("actors").filter(|file| file.path == single || file.path.starts_with(&folder))
        {
            match file.csv::<T>() {
                Ok(rows) => all.push((file, rows)),
                Err(errors) => self.errors.extend(errors),
            }
        }
        all.into_iter().flat_map(|(file, rows)| rows.into_iter().map(move |(line, row)| (file, line, row)))
    }
}

//! Those who own offices: states, their bodies, organisations and groups.

use super::Compiler;
use crate::actors::ActorSort;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::rows::{NamedRow, StateRow, values};
use crate::actors::rules::tables::{Owner, State, Thing};
use crate::rules::RuleFiles;

impl<'f> Compiler<'f> {
    pub(super) fn states(&mut self, files: &'f RuleFiles) {
        let rows = self.rows::<StateRow>(files, "states").collect::<Vec<_>>();
        for (file, line, row) in &rows {
            if row.code.len() != 3 || !row.code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                self.error(
                    file,
                    *line,
                    format!("“{}” is no country code", row.code),
                    "write the three capital letters of ISO 3166",
                );
            }
            self.codes.insert(row.code.clone());
        }
        for (file, line, row) in rows {
            self.new_id(file, line, &row.id);
            let state = self.rules.states.len();
            self.owners.insert(row.id.clone(), Owner::State(state));
            self.name(file, line, &row.name, Sense::State(state));
            values(&row.aliases).for_each(|name| self.name(file, line, name, Sense::State(state)));
            values(&row.adjectives).for_each(|name| self.name(file, line, name, Sense::Adjective(state)));
            values(&row.demonyms).for_each(|name| self.name(file, line, name, Sense::Demonym(state)));
            for name in values(&row.capital).chain(values(&row.metonyms)) {
                self.name(file, line, name, Sense::Metonym(state));
            }
            if !row.leader.is_empty() {
                let unknown = file.error_in_line(
                    line,
                    format!("no office “{}”", row.leader),
                    "name an id of offices.csv",
                );
                self.leaders.push((state, row.leader, unknown));
            }
            self.rules.states.push(State { id: row.id, name: row.name, code: row.code, leader: None });
        }
    }

    pub(super) fn things(&mut self, files: &'f RuleFiles) {
        let tables = [
            ("bodies", ActorSort::Body),
            ("organisations", ActorSort::Organisation),
            ("groups", ActorSort::Group),
        ];
        for (table, sort) in tables {
            for (file, line, row) in self.rows::<NamedRow>(files, table) {
                self.new_id(file, line, &row.id);
                self.check_code(file, line, &row.code, sort);
                let thing = self.rules.things.len();
                self.owners.insert(row.id.clone(), Owner::Thing(thing));
                self.rules.things_by_id.insert(row.id.clone(), thing);
                if !values(&row.aliases).any(|alias| alias.strip_prefix('@') == Some(&row.name)) {
                    self.name(file, line, &row.name, Sense::Thing(thing));
                }
                for name in values(&row.aliases) {
                    match name.strip_prefix('@') {
                        Some(seat) => self.name(file, line, seat, Sense::Seat(thing)),
                        None => self.name(file, line, name, Sense::Thing(thing)),
                    }
                }
                let nouns = values(&row.nouns).map(str::to_owned).collect();
                self.rules.things.push(Thing { id: row.id, name: row.name, code: row.code, sort, nouns });
            }
        }
    }
}

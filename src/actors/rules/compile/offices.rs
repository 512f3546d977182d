//! Kinds of office, and the posts that owners have of them.

use super::Compiler;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::rows::{OfficeRow, values};
use crate::actors::rules::tables::{Office, Post};
use crate::rules::{RuleFile, RuleFiles};

impl<'f> Compiler<'f> {
    pub(super) fn offices(&mut self, files: &'f RuleFiles) {
        for (file, line, row) in self.rows::<OfficeRow>(files, "offices") {
            self.new_id(file, line, &row.id);
            self.check_sector(file, line, &row.sector, true);
            let office = self.rules.offices.len();
            for title in values(&row.titles) {
                self.noun(title, Sense::Office(office));
                self.noun(&plural(title), Sense::Offices(office));
            }
            let only: Vec<String> = values(&row.only).map(str::to_owned).collect();
            for owner in
                only.iter().filter(|&owner| !self.owners.contains_key(owner)).cloned().collect::<Vec<_>>()
            {
                self.error(
                    file,
                    line,
                    format!("no state or organisation “{owner}”"),
                    "name an id of states.csv, bodies.csv, organisations.csv or groups.csv",
                );
            }
            if !matches!(row.holders.as_str(), "one" | "many") {
                self.error(file, line, format!("“{}” holders", row.holders), "write one or many");
            }
            self.office_ids.insert(row.id.as_str().into(), office);
            let rank = if row.rank.is_empty() { row.id.clone() } else { row.rank };
            self.rules.offices.push(Office {
                title: values(&row.titles).next().unwrap_or("").to_owned(),
                id: row.id,
                sector: row.sector,
                single: row.holders == "one",
                rank,
                only,
            });
        }
    }

    pub(super) fn post(&mut self, file: &RuleFile, line: usize, id: &str) -> Option<usize> {
        if let Some(&post) = self.rules.post_ids.get(id) {
            return Some(post);
        }
        let (owner_id, office_id) = id.split_once('/').unwrap_or(("", id));
        let owner = self.owners.get(owner_id).copied();
        let office = self.office_ids.get(office_id).copied();
        let (Some(owner), Some(office)) = (owner, office) else {
            let missing = if owner.is_none() { owner_id } else { office_id };
            self.error(file, line, format!("“{missing}” of “{id}” is unknown"), "write OWNER/OFFICE with an id of states.csv, bodies.csv, organisations.csv or groups.csv and one of offices.csv");
            return None;
        };
        let only = &self.rules.offices[office].only;
        if !only.is_empty() && !only.iter().any(|allowed| allowed == owner_id) {
            let message = format!("{owner_id} has no office “{office_id}”");
            self.error(file, line, message, "see the column only of offices.csv");
        }
        let post = self.rules.posts.len();
        self.rules.posts.push(Post { id: id.to_owned(), owner, office, holders: Vec::new() });
        self.rules.post_ids.insert(id.into(), post);
        self.rules.post_of.insert((owner, office), post);
        Some(post)
    }

    pub(super) fn leaders(&mut self) {
        for (state, leader, unknown) in std::mem::take(&mut self.leaders) {
            match self.office_ids.get(leader.as_str()) {
                Some(&office) => self.rules.states[state].leader = Some(office),
                None => self.errors.push(unknown),
            }
        }
    }
}

/// Several holders of an office: "secretaries of state", "foreign ministers".
fn plural(title: &str) -> String {
    let cut =
        [" of ", " to ", " for "].iter().filter_map(|word| title.find(word)).min().unwrap_or(title.len());
    let (head, rest) = title.split_at(cut);
    match head.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies{rest}"),
        _ if head.ends_with("man") => format!("{}men{rest}", &head[..head.len() - 3]),
        _ if head.ends_with(['s', 'x']) => format!("{head}es{rest}"),
        _ => format!("{head}s{rest}"),
    }
}

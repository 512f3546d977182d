//! Persons and the terms in which they held their offices.

use super::Compiler;
use crate::actors::rules::lexicon::{Sense, Word};
use crate::actors::rules::rows::{PersonRow, RoleRow, values};
use crate::actors::rules::tables::{Person, Role};
use crate::actors::rules::term::Term;
use crate::rules::{RuleFile, RuleFiles};

impl<'f> Compiler<'f> {
    pub(super) fn persons(&mut self, files: &'f RuleFiles) {
        for (file, line, row) in self.rows::<PersonRow>(files, "persons") {
            self.new_id(file, line, &row.id);
            let sex = self.sex(file, line, &row.sex);
            let person = self.rules.persons.len();
            self.rules.person_ids.insert(row.id.clone(), person);
            self.name(file, line, &row.name, Sense::Person(person));
            for alias in values(&row.aliases) {
                self.name(file, line, alias, Sense::Person(person));
            }
            let last = row.name.rsplit(' ').next().unwrap_or("");
            let mut short: Vec<Vec<Word>> = Vec::new();
            for name in values(&row.short).chain(row.short.is_empty().then_some(last)) {
                let words = self.rules.lexicon.intern(name);
                let bare = without_article(&words, self.rules.lexicon.word("al"));
                short.extend([words].into_iter().chain(bare));
            }
            short.retain(|name| !name.is_empty());
            for name in &short {
                match self.rules.by_short_name.get_mut(name) {
                    Some(others) => others.push(person),
                    None => {
                        self.rules.by_short_name.insert(name.clone(), vec![person]);
                    }
                }
            }
            let (id, name) = (row.id.into_string(), row.name.into_string());
            self.rules.persons.push(Person { id, name, short, sex, roles: Vec::new() });
        }
    }

    pub(super) fn roles(&mut self, files: &'f RuleFiles) {
        let mut terms: Vec<Vec<(&RuleFile, usize, usize, Term)>> = Vec::new();
        for (file, line, row) in self.rows::<RoleRow>(files, "roles") {
            let term = match Term::parse(&row.begin, &row.end) {
                Ok(term) => term,
                Err(message) => {
                    self.error(
                        file,
                        line,
                        message,
                        "write begin and end as 2017-02-01, 2017-02 or 2017; leave an open one empty",
                    );
                    continue;
                }
            };
            let Some(&person) = self.rules.person_ids.get(&row.person) else {
                self.error(
                    file,
                    line,
                    format!("no person “{}”", row.person),
                    "add a row to a file of persons, or correct the id",
                );
                continue;
            };
            let Some(post) = self.post(file, line, &row.office) else { continue };
            terms.resize_with(self.rules.posts.len(), Vec::new);
            terms[post].push((file, line, person, term));
            self.rules.persons[person].roles.push(Role { post, term });
        }
        for (post, mut held) in terms.into_iter().enumerate() {
            held.sort_by_key(|(_, _, person, term)| (term.begin, term.end, *person));
            if self.rules.offices[self.rules.posts[post].office].single {
                self.overlaps(post, &held);
            }
            self.rules.posts[post].holders =
                held.iter().map(|&(_, _, person, term)| (person, term)).collect();
        }
        for person in &mut self.rules.persons {
            person.roles.sort_by_key(|role| (role.term.begin, role.term.end));
        }
    }

    /// Refuses terms of one office that overlap; `held` is in order of begin.
    fn overlaps(&mut self, post: usize, held: &[(&RuleFile, usize, usize, Term)]) {
        for (i, (_, _, person, term)) in held.iter().enumerate() {
            for (file, line, other, later) in
                held[i + 1..].iter().take_while(|(_, _, _, later)| term.overlaps(later))
            {
                let name = |person: usize| self.rules.persons[person].id.clone();
                let message = format!(
                    "{} and {} hold {} at the same time",
                    name(*person),
                    name(*other),
                    self.rules.posts[post].id
                );
                let _ = later;
                self.error(
                    file,
                    *line,
                    message,
                    "correct the terms, or let the office have many holders in offices.csv",
                );
            }
        }
    }
}

/// The name without its first Arabic article, if it has one.
fn without_article(words: &[Word], article: Word) -> Option<Vec<Word>> {
    (words.len() > 1 && words[0] == article).then(|| words[1..].to_vec())
}

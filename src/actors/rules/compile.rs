//! From the files of `rules/actors` to the compiled table.

mod checks;
mod offices;
mod owners;
mod persons;
mod vocabulary;

use super::exceptions::{ExceptionFile, Exceptions};
use super::lexicon::{Lexicon, Sense, Word};
use super::tables::{Institution, Noun, Office, Owner, Person, Post, Qualifier, Sex, State, Thing, Title};
use crate::rules::table::{Known, Table};
use crate::rules::{RuleError, RuleFile, RuleFiles};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The compiled table of actors.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    /// Every name and noun.
    pub(crate) lexicon: Lexicon,
    pub(crate) states: Vec<State>,
    pub(crate) things: Vec<Thing>,
    pub(crate) institutions: Vec<Institution>,
    pub(crate) offices: Vec<Office>,
    pub(crate) posts: Vec<Post>,
    pub(crate) persons: Vec<Person>,
    pub(crate) titles: Vec<Title>,
    pub(crate) nouns: Vec<Noun>,
    /// The last words of organisations' names, and the sector of such an organisation by its place in
    /// `organisation_kinds`.
    pub(crate) organisation_nouns: Table<Word, usize>,
    pub(crate) organisation_kinds: Vec<String>,
    pub(crate) given_names: Table<Word, Sex>,
    /// Capitalised words that are no part of a person's name, in small letters.
    pub(crate) not_names: Known<String>,
    /// Words before an office, in small letters.
    pub(crate) qualifiers: Table<String, Qualifier>,
    /// The persons who are called by a short name.
    pub(crate) by_short_name: Table<Vec<Word>, Vec<usize>>,
    /// Persons and posts by their ids.
    pub(crate) person_ids: Table<CompactString, usize>,
    pub(crate) post_ids: Table<CompactString, usize>,
    /// Bodies, organisations and groups by their ids.
    pub(crate) things_by_id: Table<String, usize>,
    /// Where names are something else.
    pub(crate) exceptions: Exceptions,
    /// Posts by owner and office.
    pub(crate) post_of: Table<(Owner, usize), usize>,
}

impl Rules {
    /// Compiles the files of `rules/actors`.
    ///
    /// # Errors
    /// Every fault with its file, line and remedy: unknown codes, sectors, persons or offices, ids or aliases
    /// given twice, terms that run backward, overlapping terms of an office that has one holder.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let mut compiler = Compiler::default();
        let bytes: usize = files.under("actors").map(|file| file.text.len()).sum();
        compiler.rules.lexicon.reserve(bytes / BYTES_A_WORD);
        compiler.vocabulary(files);
        compiler.states(files);
        compiler.things(files);
        compiler.offices(files);
        compiler.persons(files);
        compiler.roles(files);
        compiler.leaders();
        compiler.exceptions(files);
        if compiler.errors.is_empty() { Ok(compiler.rules) } else { Err(compiler.errors) }
    }

    /// The number of persons and of their dated roles.
    pub fn size(&self) -> (usize, usize) {
        (self.persons.len(), self.persons.iter().map(|person| person.roles.len()).sum())
    }
}

#[derive(Default)]
struct Compiler<'f> {
    rules: Rules,
    errors: Vec<RuleError>,
    sectors: HashSet<String>,
    codes: HashSet<String>,
    /// Where each id was given, for messages.
    ids: Table<CompactString, (&'f RuleFile, usize)>,
    owners: Table<String, Owner>,
    office_ids: Table<CompactString, usize>,
    /// The leader column of each state and where it stands.
    leaders: Vec<(usize, String, RuleError)>,
}

/// There is a new word of a name, or a little less, in so many bytes of our files.
const BYTES_A_WORD: usize = 60;

const FORMAT: &str = "rules/actors/README.md tells the columns";

impl Compiler<'_> {
    fn exceptions(&mut self, files: &RuleFiles) {
        let mut all = Exceptions::default();
        let (single, folder) = ("actors/context.toml", "actors/context/");
        for file in files.under("actors").filter(|file| file.path == single || file.path.starts_with(folder))
        {
            match file.toml::<ExceptionFile>() {
                Ok(rows) => {
                    for row in rows.exception {
                        if row.examples.is_empty() || row.counter_examples.is_empty() {
                            let at = file.text.find(&format!("\"{}\"", row.id)).unwrap_or(0);
                            let message = format!("the exception “{}” lacks examples", row.id);
                            self.errors.push(file.error_at(
                                at,
                                message,
                                "give examples and counter_examples",
                            ));
                        }
                        all.add(row, &mut self.rules.lexicon);
                    }
                }
                Err(error) => self.errors.push(error),
            }
        }
        self.rules.exceptions = all;
    }
}

fn is_named(sense: Sense) -> bool {
    row_of(sense).is_some()
}

/// The table and row of a sense that is a proper name.
fn row_of(sense: Sense) -> Option<(u8, usize)> {
    match sense {
        Sense::State(i) | Sense::Adjective(i) | Sense::Demonym(i) | Sense::Metonym(i) => Some((0, i)),
        Sense::Thing(i) | Sense::Seat(i) => Some((1, i)),
        Sense::Person(i) => Some((2, i)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;
    use crate::rules::RuleFiles;

    /// Compiles our rules with one file of `rules/actors` laid over them and returns the faults.
    fn faults(name: &str, text: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("actors").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        let files = RuleFiles::with_overlay(folder.path()).unwrap();
        let shown =
            |error: crate::rules::RuleError| format!("{}: {}; {}", error.line, error.message, error.remedy);
        Rules::compile(&files).err().unwrap_or_default().into_iter().map(shown).collect()
    }

    #[track_caller]
    fn check(name: &str, text: &str, expected: &str) {
        let faults = faults(name, text);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{faults:#?}");
    }

    const PERSONS: &str = "id,name,aliases,short,sex\n";
    const ROLES: &str = "person,office,begin,end\n";

    #[test]
    fn our_own_table_is_sound() {
        let errors = Rules::compile(&RuleFiles::embedded()).err().unwrap_or_default();
        let shown: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(shown.is_empty(), "{}", shown.join("\n"));
    }

    #[test]
    fn an_added_row_is_accepted() {
        assert!(faults("persons/own.csv", &format!("{PERSONS}a-b,Aaa Bbbcc,,,f\n")).is_empty());
    }

    #[test]
    fn faulty_rows_are_named() {
        let roles = |rows: &str| format!("{ROLES}{rows}");
        check("roles/own.csv", &roles("nobody-here,RUS/president,2001,2002\n"), "2: no person “nobody-here”");
        check(
            "roles/own.csv",
            &roles("sergei-lavrov,RUS/wizard,2001,2002\n"),
            "“wizard” of “RUS/wizard” is unknown",
        );
        check("roles/own.csv", &roles("sergei-lavrov,RUX/president,2001,2002\n"), "“RUX” of");
        check(
            "roles/own.csv",
            &roles("sergei-lavrov,RUS/minister,2005,2002\n"),
            "ends (2002) before it begins (2005)",
        );
        check("roles/own.csv", &roles("sergei-lavrov,RUS/minister,05,\n"), "“05” is no date");
        check("roles/own.csv", &roles("sergei-lavrov,RUS/president,2015,2016\n"), "at the same time");
        check(
            "roles/own.csv",
            &roles("sergei-lavrov,RUS/secretary-of-state,2015,2016\n"),
            "RUS has no office",
        );
    }

    #[test]
    fn names_and_ids_are_given_once() {
        let persons = |rows: &str| format!("{PERSONS}{rows}");
        check("spellings.csv", "spellings\nKhamenei|Khamene'i\n", "is not one word");
        check("persons/own.csv", &persons("a-b,Sergey Lavrov,,,m\n"), "is given twice, here and for");
        check(
            "persons/own.csv",
            &persons("sergei-lavrov,Somebody Elsewhere,,,m\n"),
            "the id “sergei-lavrov” is given twice",
        );
        check("persons/own.csv", &persons("a-b,Somebody Elsewhere,,,x\n"), "“x” is no sex");
        let groups = "id,name,aliases,code,nouns\nOWN,Own Group of Ours,,QQQ.REB,\n";
        check("groups/own.csv", groups, "“QQQ.REB” is no code");
    }
}

//! From the files of `rules/actors` to the compiled table.

mod checks;

use super::exceptions::{ExceptionFile, Exceptions};
use super::lexicon::{Lexicon, Sense, Word};
use super::rows::{
    GivenNameRow, InstitutionRow, NamedRow, NounRow, OfficeRow, PersonRow, QualifierRow, RoleRow, SectorRow,
    SpellingRow, StateRow, TitleRow, values,
};
use super::tables::{
    Institution, Noun, Office, Owner, Person, Post, Qualifier, Role, Sex, State, Thing, Title,
};
use super::term::Term;
use crate::actors::ActorSort;
use crate::rules::{RuleError, RuleFile, RuleFiles};
use std::collections::{HashMap, HashSet};

/// The compiled table of actors.
#[derive(Debug, Default)]
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
    pub(crate) given_names: HashMap<Word, Sex>,
    /// Words before an office, in small letters.
    pub(crate) qualifiers: HashMap<String, Qualifier>,
    /// The persons who are called by a short name.
    pub(crate) by_short_name: HashMap<Vec<Word>, Vec<usize>>,
    /// Persons and posts by their ids.
    pub(crate) person_ids: HashMap<String, usize>,
    pub(crate) post_ids: HashMap<String, usize>,
    /// Bodies, organisations and groups by their ids.
    pub(crate) things_by_id: HashMap<String, usize>,
    /// Where names are something else.
    pub(crate) exceptions: Exceptions,
    /// Posts by owner and office.
    pub(crate) post_of: HashMap<(Owner, usize), usize>,
}

impl Rules {
    /// Compiles the files of `rules/actors`.
    ///
    /// # Errors
    /// Every fault with its file, line and remedy: unknown codes, sectors, persons or offices, ids or aliases
    /// given twice, terms that run backward, overlapping terms of an office that has one holder.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let mut compiler = Compiler::default();
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
struct Compiler {
    rules: Rules,
    errors: Vec<RuleError>,
    sectors: HashSet<String>,
    codes: HashSet<String>,
    /// Where each id was given, for messages.
    ids: HashMap<String, String>,
    owners: HashMap<String, Owner>,
    office_ids: HashMap<String, usize>,
    /// The leader column of each state and where it stands.
    leaders: Vec<(usize, String, RuleError)>,
}

const FORMAT: &str = "rules/actors/README.md tells the columns";

impl Compiler {
    fn vocabulary(&mut self, files: &RuleFiles) {
        for (_, _, row) in self.rows::<SectorRow>(files, "sectors") {
            self.sectors.insert(row.sector);
        }
        for (_, _, row) in self.rows::<SpellingRow>(files, "spellings") {
            self.rules.lexicon.equate(values(&row.spellings));
        }
        for (file, line, row) in self.rows::<GivenNameRow>(files, "given-names") {
            let sex = self.sex(file, line, &row.sex);
            for name in values(&row.names) {
                for word in self.rules.lexicon.intern(name) {
                    self.rules.given_names.insert(word, sex);
                }
            }
        }
        for (file, line, row) in self.rows::<TitleRow>(files, "titles") {
            self.check_sector(file, line, &row.sector, true);
            let sex = self.sex(file, line, &row.sex);
            let title = self.rules.titles.len();
            self.rules.titles.push(Title { sector: row.sector, sex });
            values(&row.titles).for_each(|name| self.noun(name, Sense::Title(title)));
        }
        for (file, line, row) in self.rows::<QualifierRow>(files, "qualifiers") {
            let meaning = match row.meaning.as_str() {
                "former" => Qualifier::Former,
                "lesser" => Qualifier::Lesser,
                "other" => Qualifier::Other,
                unknown => {
                    let message = format!("“{unknown}” is no meaning of a qualifier");
                    self.error(file, line, message, "write former, lesser or other");
                    continue;
                }
            };
            self.rules.qualifiers.extend(values(&row.words).map(|word| (word.to_owned(), meaning)));
        }
        for (file, line, row) in self.rows::<NounRow>(files, "nouns") {
            self.check_sector(file, line, &row.sector, true);
            let noun = self.rules.nouns.len();
            values(&row.singular).for_each(|name| self.noun(name, Sense::OneOf(noun)));
            values(&row.plural).for_each(|name| self.noun(name, Sense::ManyOf(noun)));
            if !matches!(row.needs.as_str(), "" | "country") {
                self.error(
                    file,
                    line,
                    format!("nothing is known of the need “{}”", row.needs),
                    "leave it empty or write country",
                );
            }
            self.rules.nouns.push(Noun { sector: row.sector, needs_country: row.needs == "country" });
        }
        for (file, line, row) in self.rows::<InstitutionRow>(files, "institutions") {
            self.check_sector(file, line, &row.sector, false);
            self.new_id(file, line, &row.id);
            let institution = self.rules.institutions.len();
            values(&row.names).for_each(|name| self.noun(name, Sense::Institution(institution)));
            self.rules.institutions.push(Institution {
                id: row.id,
                name: values(&row.names).next().unwrap_or("").to_owned(),
                sector: row.sector,
                nouns: values(&row.nouns).map(str::to_owned).collect(),
            });
        }
    }

    fn states(&mut self, files: &RuleFiles) {
        let rows = self.rows::<StateRow>(files, "states");
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

    fn things(&mut self, files: &RuleFiles) {
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

    fn offices(&mut self, files: &RuleFiles) {
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
            self.office_ids.insert(row.id.clone(), office);
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

    fn persons(&mut self, files: &RuleFiles) {
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
                self.rules.by_short_name.entry(name.clone()).or_default().push(person);
            }
            self.rules.persons.push(Person { id: row.id, name: row.name, short, sex, roles: Vec::new() });
        }
    }

    fn roles(&mut self, files: &RuleFiles) {
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

    fn post(&mut self, file: &RuleFile, line: usize, id: &str) -> Option<usize> {
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
        self.rules.post_ids.insert(id.to_owned(), post);
        self.rules.post_of.insert((owner, office), post);
        Some(post)
    }

    fn leaders(&mut self) {
        for (state, leader, unknown) in std::mem::take(&mut self.leaders) {
            match self.office_ids.get(&leader) {
                Some(&office) => self.rules.states[state].leader = Some(office),
                None => self.errors.push(unknown),
            }
        }
    }

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

/// The name without its first Arabic article, if it has one.
fn without_article(words: &[Word], article: Word) -> Option<Vec<Word>> {
    (words.len() > 1 && words[0] == article).then(|| words[1..].to_vec())
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

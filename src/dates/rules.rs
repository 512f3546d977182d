//! The rules of `rules/dates`, compiled.

use super::grammar::{Capture, Grammar, Interpreter, Trie};
use super::holiday::Holiday;
use super::lexicon::{Lexicon, Symbol};
use super::meaning::{Action, Fields, From, Meaning, NumberIs};
use super::pattern::{Pattern, Reader};
use super::period::Era;
use super::resolve::FiguresOrder;
use super::{ExpressionKind, Genre, Modifier, Unit};
use crate::rules::{RuleError, RuleFile, RuleFiles};
use chrono::Datelike;
use serde::Deserialize;
use std::collections::HashMap;

/// The rules for dates, compiled; shared by all threads.
#[derive(Debug, Default)]
pub struct Rules {
    pub(super) lexicon: Lexicon,
    pub(super) grammar: Grammar,
    pub(super) rules: Vec<Rule>,
    pub(super) holidays: Vec<Holiday>,
    /// The trie of whole expressions.
    pub(super) whole: usize,
    pub(super) examples: Vec<Example>,
}

/// One rule, without its pattern.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub id: String,
    pub makes: Meaning,
    pub number_is: Option<NumberIs>,
    pub era: Option<Era>,
    pub context: Context,
    /// Two extents are the ends of a range.
    pub range: bool,
    /// The length of time ends with the present.
    pub up_to_now: bool,
    /// Its words are passed over: they are no date.
    pub nothing: bool,
    /// It finds something only in articles of this genre.
    pub genre: Option<Genre>,
}

/// What must and must not stand beside a match.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    pub previous: Vec<Symbol>,
    pub not_previous: Vec<Symbol>,
    pub next: Vec<Symbol>,
    pub not_next: Vec<Symbol>,
}

/// A text that a rule must find something in, or must not.
#[derive(Debug, Clone)]
pub(super) struct Example {
    pub rule: String,
    pub file: String,
    pub line: usize,
    pub text: String,
    pub published: Option<String>,
    pub matches: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    rule: Vec<toml::Spanned<RawRule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawRule {
    id: String,
    doc: String,
    patterns: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default = "yes")]
    alone: bool,
    #[serde(rename = "type")]
    kind: Option<String>,
    modifier: Option<String>,
    value: Option<String>,
    step: Option<i64>,
    shift: Option<i64>,
    from: Option<String>,
    #[serde(default)]
    set: bool,
    #[serde(default)]
    duration: bool,
    #[serde(default)]
    within: bool,
    number_is: Option<String>,
    amount: Option<f64>,
    unit: Option<String>,
    part: Option<String>,
    era: Option<String>,
    figures: Option<String>,
    #[serde(default)]
    range: bool,
    #[serde(default)]
    up_to_now: bool,
    #[serde(default)]
    nothing: bool,
    #[serde(default)]
    keep_unit: bool,
    count_unit: Option<String>,
    genre: Option<String>,
    #[serde(default)]
    previous: Vec<String>,
    #[serde(default)]
    not_previous: Vec<String>,
    #[serde(default)]
    next: Vec<String>,
    #[serde(default)]
    not_next: Vec<String>,
    published: Option<String>,
    examples: Vec<toml::Spanned<String>>,
    #[serde(default)]
    not: Vec<toml::Spanned<String>>,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct WordRow {
    word: String,
    class: String,
    value: String,
    capital: Option<String>,
}

#[derive(Deserialize)]
struct HolidayRow {
    name: String,
    when: String,
}

#[derive(Deserialize)]
struct TableRow {
    name: String,
    edtf: String,
}

impl Rules {
    /// Compiles the files of `rules/dates`.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let mut compiler = Compiler::default();
        for file in files.under("dates") {
            match file.path.as_str() {
                "dates/words.csv" => compiler.words(file),
                "dates/holidays.csv" => compiler.holidays(file),
                _ => {}
            }
        }
        if let Some(file) = files.get("dates/holiday-years.csv") {
            compiler.holiday_years(file);
        }
        for file in files.under("dates").filter(|file| file.path.ends_with(".toml")) {
            compiler.rules(file);
        }
        compiler.finish()
    }
}

impl Interpreter for Rules {
    type Meaning = Meaning;

    fn interpret(&self, rule: u16, captures: &[Capture<Meaning>]) -> Option<Meaning> {
        let rule = &self.rules[rule as usize];
        rule.makes.clone().read(captures, rule.number_is, rule.era)
    }
}

#[derive(Default)]
struct Compiler {
    lexicon: Lexicon,
    groups: Vec<String>,
    /// Patterns with their rule, the groups they belong to, and whether they stand alone.
    patterns: Vec<(Pattern, u16, Vec<usize>, bool)>,
    rules: Vec<Rule>,
    holidays: Vec<Holiday>,
    names: HashMap<String, usize>,
    examples: Vec<Example>,
    errors: Vec<RuleError>,
}

impl Compiler {
    fn words(&mut self, file: &RuleFile) {
        match file.csv::<WordRow>() {
            Err(errors) => self.errors.extend(errors),
            Ok(rows) => {
                for (line, row) in rows {
                    let capital = row.capital.as_deref() == Some("capital");
                    if let Err(fault) = self.lexicon.add(&row.word, &row.class, &row.value, capital) {
                        self.errors.push(file.error_in_line(
                            line,
                            fault,
                            "see the classes in the head of the file",
                        ));
                    }
                }
            }
        }
    }

    fn holidays(&mut self, file: &RuleFile) {
        let rows = match file.csv::<HolidayRow>() {
            Ok(rows) => rows,
            Err(errors) => return self.errors.extend(errors),
        };
        for (line, row) in rows {
            let Some(holiday) = Holiday::parse(&row.when) else {
                let message = format!("`{}` does not say when the holiday falls", row.when);
                let remedy =
                    "write `12-25`, `easter-2`, `orthodox-easter`, `4th thu 11`, `last mon 5` or `table`";
                self.errors.push(file.error_in_line(line, message, remedy));
                continue;
            };
            let index = self.holidays.len();
            self.holidays.push(holiday);
            self.names.insert(row.name.to_lowercase(), index);
            let mut makes = calendar(self.rules.len() as u16);
            makes.fields.holiday = u16::try_from(index).ok();
            let id = format!("holiday/{}", row.name.to_lowercase().replace(' ', "-"));
            let words = row.name.to_lowercase().replace('’', "'").replace("'s", " 's").replace('-', " - ");
            let mut reader = Reader { lexicon: &mut self.lexicon, groups: &mut self.groups };
            match reader.read(&words) {
                Ok(pattern) => {
                    let group = self.group("holiday");
                    self.patterns.push((pattern, self.rules.len() as u16, vec![group], false));
                    let (number_is, era, context) = (None, None, Context::default());
                    self.rules.push(Rule {
                        id,
                        makes,
                        number_is,
                        era,
                        context,
                        range: false,
                        up_to_now: false,
                        nothing: false,
                        genre: None,
                    });
                }
                Err(fault) => {
                    self.errors.push(file.error_in_line(line, fault, "write the name in plain words"))
                }
            }
        }
    }

    fn holiday_years(&mut self, file: &RuleFile) {
        let rows = match file.csv::<TableRow>() {
            Ok(rows) => rows,
            Err(errors) => return self.errors.extend(errors),
        };
        for (line, row) in rows {
            let table = self.names.get(&row.name.to_lowercase()).map(|index| &mut self.holidays[*index]);
            let Some(Holiday::Table(years)) = table else {
                let message = format!("`{}` is no holiday with a table", row.name);
                self.errors.push(file.error_in_line(line, message, "add it to holidays.csv with `table`"));
                continue;
            };
            match super::DateValue::parse(&row.edtf).and_then(|value| Some((value.earliest?, value.latest?)))
            {
                Some((first, last)) => {
                    years.insert(first.year(), (first, last));
                }
                None => {
                    let message = format!("`{}` is no day or interval", row.edtf);
                    self.errors.push(file.error_in_line(
                        line,
                        message,
                        "write 2017-06-25 or 2017-05-27/2017-06-24",
                    ));
                }
            }
        }
    }

    fn group(&mut self, name: &str) -> usize {
        self.groups.iter().position(|known| known == name).unwrap_or_else(|| {
            self.groups.push(name.to_owned());
            self.groups.len() - 1
        })
    }

    fn rules(&mut self, file: &RuleFile) {
        let raw = match file.toml::<RawFile>() {
            Ok(raw) => raw,
            Err(error) => return self.errors.push(error),
        };
        for rule in raw.rule {
            let at = rule.span().start;
            let rule = rule.into_inner();
            let id = rule.id.clone();
            if self.rules.iter().any(|known| known.id == id) {
                self.errors.push(file.error_at(
                    at,
                    format!("there are two rules `{id}`"),
                    "rename one of them",
                ));
            }
            if (rule.examples.is_empty() && !rule.nothing) || rule.doc.trim().is_empty() {
                let message = format!("`{id}` lacks a doc line or examples");
                self.errors.push(file.error_at(at, message, "say what it finds and show it"));
            }
            if let Err(fault) = self.rule(file, rule) {
                let remedy = "compare it with the other rules of this folder";
                self.errors.push(file.error_at(at, format!("rule `{id}`: {fault}"), remedy));
            }
        }
    }

    fn rule(&mut self, file: &RuleFile, raw: RawRule) -> Result<(), String> {
        let index = u16::try_from(self.rules.len()).map_err(|_| "there are too many rules")?;
        let groups: Vec<usize> = raw.groups.iter().map(|name| self.group(name)).collect();
        let mut reader = Reader { lexicon: &mut self.lexicon, groups: &mut self.groups };
        for text in &raw.patterns {
            let pattern = reader.read(text).map_err(|fault| format!("pattern `{text}`: {fault}"))?;
            self.patterns.push((pattern, index, groups.clone(), raw.alone));
        }
        let mut symbols =
            |words: &[String]| words.iter().map(|word| reader.symbol(word)).collect::<Result<Vec<_>, _>>();
        let context = Context {
            previous: symbols(&raw.previous)?,
            not_previous: symbols(&raw.not_previous)?,
            next: symbols(&raw.next)?,
            not_next: symbols(&raw.not_next)?,
        };
        let unknown = |what: &str, word: &str| format!("there is no {what} `{word}`");
        let parsed = |word: &Option<String>, what: &str| {
            word.as_deref().map(|word| (word.to_owned(), what.to_owned()))
        };
        let mut makes = calendar(index);
        makes.action = action(&raw)?;
        makes.amount = raw.amount.map(super::meaning::Amount::Exact);
        if let Some((word, what)) = parsed(&raw.unit, "unit") {
            makes.unit = Some(Unit::parse(&word).ok_or_else(|| unknown(&what, &word))?);
        }
        if let Some((word, what)) = parsed(&raw.count_unit, "unit") {
            makes.count_unit = Some(Unit::parse(&word).ok_or_else(|| unknown(&what, &word))?);
        }
        makes.keep_unit = raw.keep_unit;
        if let Some((word, what)) = parsed(&raw.modifier, "modifier") {
            makes.modifier = Some(Modifier::parse(&word).ok_or_else(|| unknown(&what, &word))?);
        }
        if let Some((word, what)) = parsed(&raw.kind, "type") {
            makes.kind = Some(ExpressionKind::parse(&word).ok_or_else(|| unknown(&what, &word))?);
        }
        if let Some((word, what)) = parsed(&raw.part, "part of the day") {
            let part = super::lexicon::PARTS.iter().position(|code| *code == word);
            makes.fields.part = Some(part.ok_or_else(|| unknown(&what, &word))?);
        }
        if let Some((word, what)) = parsed(&raw.figures, "order of figures") {
            makes.fields.figures = Some(FiguresOrder::parse(&word).ok_or_else(|| unknown(&what, &word))?);
        }
        let number_is = match &raw.number_is {
            Some(word) => Some(NumberIs::parse(word).ok_or_else(|| unknown("meaning of a number", word))?),
            None => None,
        };
        let era = match raw.era.as_deref() {
            None => None,
            Some("BC") => Some(Era::Before),
            Some("AD") => Some(Era::Common),
            Some(word) => return Err(unknown("era", word)),
        };
        for (texts, matches) in [(&raw.examples, true), (&raw.not, false)] {
            for text in texts {
                let line = file.error_at(text.span().start, "", "").line;
                self.examples.push(Example {
                    rule: raw.id.clone(),
                    file: file.shown.clone(),
                    line,
                    text: text.get_ref().clone(),
                    published: raw.published.clone(),
                    matches,
                });
            }
        }
        let genre = match raw.genre.as_deref() {
            None => None,
            Some("news") => Some(Genre::News),
            Some("narrative") => Some(Genre::Narrative),
            Some(word) => return Err(unknown("genre", word)),
        };
        self.rules.push(Rule {
            id: raw.id,
            makes,
            number_is,
            era,
            context,
            range: raw.range,
            up_to_now: raw.up_to_now,
            nothing: raw.nothing,
            genre,
        });
        Ok(())
    }

    fn finish(mut self) -> Result<Rules, Vec<RuleError>> {
        for word in ["-", "/", "and", ","] {
            self.lexicon.literal(word);
        }
        let whole = self.groups.len();
        let mut tries = vec![Trie::default(); whole + 1];
        for (pattern, rule, groups, alone) in &self.patterns {
            for trie in groups.iter().copied().chain(alone.then_some(whole)) {
                if let Err(fault) = tries[trie].insert(pattern, *rule) {
                    self.errors.push(RuleError {
                        file: "rules/dates".into(),
                        line: 0,
                        column: 0,
                        message: format!("rule `{}`: {fault}", self.rules[*rule as usize].id),
                        remedy: "let one of its words be required".into(),
                    });
                }
            }
        }
        for (index, name) in self.groups.iter().enumerate() {
            if !self.patterns.iter().any(|(_, _, groups, _)| groups.contains(&index)) {
                self.errors.push(RuleError {
                    file: "rules/dates".into(),
                    line: 0,
                    column: 0,
                    message: format!("a pattern speaks of the group `{{{name}}}`, which no rule belongs to"),
                    remedy: "correct its name, or name it in the `groups` of a rule".into(),
                });
            }
        }
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let symbols = self.lexicon.symbols();
        Ok(Rules {
            grammar: Grammar::new(tries, symbols),
            lexicon: self.lexicon,
            rules: self.rules,
            holidays: self.holidays,
            whole,
            examples: self.examples,
        })
    }
}

fn calendar(rule: u16) -> Meaning {
    Meaning {
        rule,
        fields: Fields::default(),
        action: Action::Calendar,
        amount: None,
        unit: None,
        count_unit: None,
        keep_unit: false,
        modifier: None,
        inner: None,
        kind: None,
    }
}

fn action(raw: &RawRule) -> Result<Action, String> {
    let from = match raw.from.as_deref() {
        None | Some("speech") => From::Speech,
        Some("tense") => From::Tense,
        Some("story") => From::Story,
        Some("inner") => From::Inner,
        Some(word) => return Err(format!("`from` is speech, story or inner, not `{word}`")),
    };
    let mut actions = Vec::new();
    actions.extend(raw.value.as_deref().map(|value| Action::Fixed(value.into())));
    actions.extend(raw.step.map(|by| Action::Step(by, from)));
    actions.extend(raw.shift.map(|by| Action::Shift(by, from)));
    actions.extend(raw.duration.then_some(Action::Duration));
    actions.extend(raw.set.then_some(Action::Set));
    actions.extend(raw.within.then_some(Action::Part));
    match actions.len() {
        0 => Ok(Action::Calendar),
        1 => Ok(actions.swap_remove(0)),
        _ => Err("only one of value, step, shift, duration, set and within can be given".into()),
    }
}

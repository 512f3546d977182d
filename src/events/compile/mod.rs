//! Rule files to compiled rules; every fault is named with its place and what would be right.

use super::file::{
    ClassFile, Example, FutureForm, KindFile, Needs, RefineForm, RelationFile, StatusForm, TriggerForm,
};
use super::relation_kind::EventRelationKind;
use super::rule::*;
use crate::rules::table::Table;
use crate::rules::{RuleError, RuleFile, RuleFiles};
use compact_str::CompactString;
use toml::Spanned;

mod condition;

use condition::{choice, slot, words_of};

const FOLDER: &str = "events";
const WORDS: &str = "events/words/";
const CAMEO: &str = "events/cameo.csv";
const RELATIONS: &str = "events/words/relations.toml";

impl Rules {
    /// Compiles `rules/events`.
    ///
    /// # Errors
    /// All faults of all files.
    pub fn compile(files: &RuleFiles) -> Result<Self, Vec<RuleError>> {
        let mut compiler = Compiler::default();
        let mut kinds = Vec::new();
        for file in files.under(FOLDER).filter(|file| file.path.ends_with(".toml")) {
            if file.path == RELATIONS {
                compiler.relations(file);
            } else if file.path.starts_with(WORDS) {
                compiler.classes(file);
            } else {
                match file.toml::<KindFile>() {
                    Ok(kind) => kinds.push((file, kind)),
                    Err(error) => compiler.errors.push(error),
                }
            }
        }
        compiler.kinds = kinds.iter().map(|(_, kind)| kind.kind.as_ref().clone()).collect();
        for (file, kind) in &kinds {
            compiler.kind(file, kind);
        }
        compiler.finish(files)
    }
}

/// A row of the table for export.
#[derive(serde::Deserialize)]
struct CameoRow {
    kind: String,
    mode: String,
    cameo: String,
    gloss: String,
}

#[derive(Default)]
struct Compiler {
    errors: Vec<RuleError>,
    kinds: Vec<String>,
    /// Whether the kind being compiled happens where its target is.
    located: bool,
    strikes: bool,
    compiled_kinds: Vec<Kind>,
    triggers: Vec<Trigger>,
    verbs: Table<CompactString, Vec<Candidate>>,
    nouns: Table<CompactString, Vec<Candidate>>,
    adjectives: Table<CompactString, Vec<Candidate>>,
    classes: Table<String, Words>,
    told: Table<CompactString, CompactString>,
    connectives: Vec<Connective>,
    /// By the name of the kind announced.
    futures: Table<String, usize>,
    examples: Vec<CompiledExample>,
    ids: Table<String, String>,
    /// Classes that are spoken of, with the place that does.
    spoken_of: Vec<(String, RuleError)>,
}

impl Compiler {
    fn fault<T>(&mut self, file: &RuleFile, at: &Spanned<T>, message: String, remedy: &str) {
        self.errors.push(file.error_at(at.span().start, message, remedy));
    }

    fn classes(&mut self, file: &RuleFile) {
        match file.toml::<ClassFile>() {
            Ok(form) => {
                for class in form.class {
                    if let Some(told) = &class.told {
                        let told = CompactString::new(told);
                        self.told
                            .extend(class.words.iter().map(|word| (CompactString::new(word), told.clone())));
                    }
                    let words = class.words.iter().map(|word| CompactString::new(word)).collect();
                    if self.classes.insert(class.name.as_ref().clone(), words).is_some() {
                        let message = format!("the class \"{}\" is there twice", class.name.as_ref());
                        self.fault(file, &class.name, message, "put the words into one class");
                    }
                    let _ = class.doc;
                }
            }
            Err(error) => self.errors.push(error),
        }
    }

    fn relations(&mut self, file: &RuleFile) {
        let forms = match file.toml::<RelationFile>() {
            Ok(forms) => forms.relation,
            Err(error) => return self.errors.push(error),
        };
        for form in forms {
            let kind = match form.relation.as_ref().as_str() {
                "after" => EventRelationKind::After,
                "response" => EventRelationKind::Response,
                "cause" => EventRelationKind::Cause,
                "during" => EventRelationKind::During,
                "part" => EventRelationKind::Part,
                "condition" => EventRelationKind::Condition,
                other => {
                    let message = format!("there is no relation \"{other}\"");
                    let remedy = "write after, response, cause, during, part or condition";
                    self.fault(file, &form.relation, message, remedy);
                    continue;
                }
            };
            let phrases = |list: &[String]| list.iter().map(|phrase| words_of(phrase)).collect();
            let _ = (&form.id, &form.doc);
            self.connectives.push(Connective {
                kind,
                prepositions: phrases(&form.prepositions),
                adverbs: phrases(&form.adverbs),
                verbs: form.verbs.iter().map(|word| CompactString::new(word)).collect(),
                reversed: form.reversed,
            });
        }
    }

    fn kind(&mut self, file: &RuleFile, form: &KindFile) {
        let name = form.kind.as_ref().clone();
        let index = self.compiled_kinds.len();
        if self.compiled_kinds.iter().any(|kind| kind.name == name) {
            self.fault(
                file,
                &form.kind,
                format!("the kind {name} has another file"),
                "keep one file for each kind",
            );
        }
        if form.doc.trim().is_empty() {
            self.fault(file, &form.kind, format!("the kind {name} has no doc"), "say what belongs to it");
        }
        let modes: Vec<Mode> = form
            .mode
            .iter()
            .map(|mode| {
                let _ = &mode.doc;
                Mode {
                    name: mode.name.as_ref().clone(),
                    label: mode.label.clone(),
                    contexts: mode.contexts.clone(),
                    alike: mode.alike.clone(),
                    performers: mode.performers.iter().map(CompactString::from).collect(),
                    decided: mode.decided.iter().map(CompactString::from).collect(),
                    helps: mode.helps,
                    strikes: mode.strikes,
                }
            })
            .collect();
        self.compiled_kinds.push(Kind {
            name,
            tone: form.tone,
            label: form.label.clone(),
            contexts: form.contexts.clone(),
            sited: form.sited,
            befalls: form.befalls,
            mortal: form.mortal,
            answers: form.answers,
            held: form.held,
            called: form.called.iter().map(CompactString::from).collect(),
            said: form.said,
            retaliates: form.retaliates,
            on_the_spot: form.on_the_spot,
            domestic: form.domestic,
            leaves: form.leaves,
            helps: form.helps,
            modes,
            refinements: Vec::new(),
        });
        for refinement in &form.refine {
            self.refinement(file, index, refinement);
        }
        self.located = form.located;
        self.strikes = form.strikes;
        for future in &form.future {
            self.future(file, index, future);
        }
        for (part, list) in [
            (TriggerPart::Verb, &form.verb),
            (TriggerPart::Noun, &form.noun),
            (TriggerPart::Adjective, &form.adjective),
        ] {
            for trigger in list {
                self.trigger(file, index, part, trigger);
            }
        }
    }

    fn mode_of(&mut self, file: &RuleFile, kind: usize, mode: &Spanned<String>) -> Option<usize> {
        let found = self.compiled_kinds[kind].modes.iter().position(|known| known.name == *mode.as_ref());
        if found.is_none() {
            let message = format!("{} has no mode \"{}\"", self.compiled_kinds[kind].name, mode.as_ref());
            self.fault(file, mode, message, "add it as [[mode]] with doc and label");
        }
        found
    }

    fn refinement(&mut self, file: &RuleFile, kind: usize, form: &RefineForm) {
        if let Some(mode) = self.mode_of(file, kind, &form.mode) {
            let conditions = self.conditions(file, &form.mode, &form.when);
            self.compiled_kinds[kind].refinements.push((mode, conditions));
        }
    }

    fn future(&mut self, file: &RuleFile, kind: usize, form: &FutureForm) {
        let id = form.id.as_ref().clone();
        if form.doc.trim().is_empty() || form.examples.is_empty() {
            self.fault(file, &form.id, format!("\"{id}\" has no doc or no example"), "give both");
        }
        for name in &form.kinds {
            if !self.kinds.iter().any(|known| known == name.as_ref()) {
                self.fault(
                    file,
                    name,
                    format!("there is no kind \"{}\"", name.as_ref()),
                    "name a kind that has a file",
                );
            }
            self.futures.insert(name.as_ref().clone(), self.triggers.len());
        }
        let mode = self.mode_of(file, kind, &form.mode);
        let trigger = self.triggers.len();
        self.triggers.push(Trigger {
            id,
            kind,
            mode,
            contexts: Vec::new(),
            part: TriggerPart::Verb,
            source: Vec::new(),
            target: Vec::new(),
            content: Vec::new(),
            content_status: None,
            located: false,
            strikes: false,
            reciprocal: false,
            needs: Needs::Source,
            when: Vec::new(),
            unless: Vec::new(),
            by_content: false,
            priority: 0,
            // Nobody is told to have said so: the announcement is as much future as what it announces.
            status: Some(StatusForm::Planned),
        });
        self.add_examples(file, trigger, &form.examples, &form.counter);
    }

    fn trigger(&mut self, file: &RuleFile, kind: usize, part: TriggerPart, form: &TriggerForm) {
        let id = form.id.as_ref().clone();
        if let Some(other) = self.ids.insert(id.clone(), file.shown.clone()) {
            let message = format!("the id \"{id}\" is taken in {other}");
            self.fault(file, &form.id, message, "choose an id of its own");
        }
        if form.examples.is_empty() {
            self.fault(
                file,
                &form.id,
                format!("\"{id}\" has no example"),
                "add a sentence that it must match",
            );
        }
        if form.words.is_empty() || form.doc.trim().is_empty() {
            self.fault(file, &form.id, format!("\"{id}\" has no words or no doc"), "give both");
        }
        let mode = form.mode.as_ref().and_then(|mode| self.mode_of(file, kind, mode));
        let when = self.conditions(file, &form.id, &form.when);
        let unless = self.conditions(file, &form.id, &form.unless);
        let (default_source, default_target): (&[&str], &[&str]) = match part {
            TriggerPart::Verb => (&["subject"], &["object"]),
            TriggerPart::Noun => (&["by", "subject", "possessor", "modifier"], &["on", "against", "of"]),
            TriggerPart::Adjective => (&["by"], &["head"]),
        };
        let slots = |list: &Option<Vec<String>>, default: &[&str]| -> Vec<SlotChoice> {
            match list {
                Some(list) => list.iter().map(|text| choice(text)).collect(),
                None => default.iter().map(|text| choice(text)).collect(),
            }
        };
        let source = slots(&form.source, default_source);
        let target = slots(&form.target, default_target);
        let trigger = self.triggers.len();
        self.triggers.push(Trigger {
            id,
            kind,
            mode,
            contexts: form.contexts.clone(),
            part,
            source,
            target,
            content: form.content.iter().map(|text| slot(text)).collect(),
            content_status: form.content_status,
            located: form.located || self.located,
            strikes: self.strikes,
            reciprocal: form.reciprocal,
            needs: form.needs.unwrap_or(Needs::Any),
            by_content: when.iter().any(|condition| condition.of == Subject::Content),
            when,
            unless,
            priority: form.priority,
            status: form.status,
        });
        for phrase in &form.words {
            self.index(file, form, part, trigger, phrase);
        }
        self.add_examples(file, trigger, &form.examples, &form.counter);
    }

    fn index(
        &mut self,
        file: &RuleFile,
        form: &TriggerForm,
        part: TriggerPart,
        trigger: usize,
        phrase: &str,
    ) {
        if let Some(class) = phrase.strip_prefix('@') {
            // Classes are complete only after all files are read; those of words come first by their path.
            match self.classes.get(class) {
                Some(words) => {
                    let words: Vec<_> = words.iter().cloned().collect();
                    for word in words {
                        self.index(file, form, part, trigger, &word);
                    }
                }
                None => {
                    let message = format!("there is no class \"{class}\"");
                    self.fault(file, &form.id, message, "name a class of rules/events/words");
                }
            }
            return;
        }
        let mut words = words_of(phrase);
        let head = if part == TriggerPart::Noun {
            words.pop()
        } else {
            (!words.is_empty()).then(|| words.remove(0))
        };
        let Some(head) = head else {
            return self.fault(file, &form.id, "an empty word".into(), "remove it");
        };
        let index = match part {
            TriggerPart::Verb => &mut self.verbs,
            TriggerPart::Noun => &mut self.nouns,
            TriggerPart::Adjective => &mut self.adjectives,
        };
        index.entry(head).or_default().push(Candidate { trigger, rest: words });
    }

    fn add_examples(
        &mut self,
        file: &RuleFile,
        trigger: usize,
        examples: &[Example],
        counter: &[Spanned<String>],
    ) {
        let mut add = |text: &Spanned<String>, expected: Option<Expected>| {
            let at = file.error_at(text.span().start, "", "");
            self.examples.push(CompiledExample {
                file: at.file,
                line: at.line,
                column: at.column,
                trigger,
                text: text.as_ref().clone(),
                expected,
            });
        };
        for example in examples {
            let Example { text, source, target, mode, status } = example.clone();
            add(&text, Some(Expected { source, target, mode, status }));
        }
        for counter in counter {
            add(counter, None);
        }
    }

    /// CAMEO codes by kind and mode.
    fn cameo(&mut self, file: &RuleFile) -> Table<(String, String), String> {
        let rows = match file.csv::<CameoRow>() {
            Ok(rows) => rows,
            Err(mut errors) => {
                self.errors.append(&mut errors);
                return Table::default();
            }
        };
        let mut codes = Table::default();
        for (line, row) in rows {
            let kind = self.compiled_kinds.iter().find(|kind| kind.name == row.kind);
            let known = kind.is_some_and(|kind| {
                row.mode.is_empty() || kind.modes.iter().any(|mode| mode.name == row.mode)
            });
            if !known {
                let message = format!("there is no {} of mode \"{}\"", row.kind, row.mode);
                self.errors.push(file.error_in_line(
                    line,
                    message,
                    "name a kind and one of its modes, or no mode",
                ));
            } else if codes.insert((row.kind, row.mode), row.cameo).is_some() {
                self.errors.push(file.error_in_line(
                    line,
                    "the mode is there twice",
                    "keep one code for each mode",
                ));
            }
            let _ = row.gloss;
        }
        codes
    }

    fn finish(mut self, files: &RuleFiles) -> Result<Rules, Vec<RuleError>> {
        for (class, error) in std::mem::take(&mut self.spoken_of) {
            if !self.classes.contains_key(&class) {
                self.errors.push(error);
            }
        }
        let mut words = GrammarWords::default();
        for (name, place) in words.slots() {
            match self.classes.get(name) {
                Some(class) => place.clone_from(class),
                None => self.errors.push(RuleError {
                    file: files.under(FOLDER).next().map_or(FOLDER.into(), |file| file.shown.clone()),
                    line: 0,
                    column: 0,
                    message: format!("the class \"{name}\" is missing"),
                    remedy: "the grammar of events needs it: restore it in rules/events/words/grammar.toml"
                        .into(),
                }),
            }
        }
        let cameo = files.get(CAMEO).map(|file| self.cameo(file)).unwrap_or_default();
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        let futures = self
            .compiled_kinds
            .iter()
            .enumerate()
            .filter_map(|(index, kind)| self.futures.get(&kind.name).map(|&trigger| (index, trigger)))
            .collect();
        Ok(Rules {
            futures,
            forms: super::inflection::forms(self.verbs.keys()),
            cameo,
            kinds: self.compiled_kinds,
            triggers: self.triggers,
            verbs: self.verbs,
            nouns: self.nouns,
            adjectives: self.adjectives,
            classes: self.classes,
            told: self.told,
            words,
            connectives: self.connectives,
            examples: self.examples,
        })
    }
}

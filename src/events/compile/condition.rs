//! Conditions and slots, from the words of an analyst to what the matcher asks.

use super::super::file::Tone;
use super::super::rule::{Condition, Keyword, Slot, SlotChoice, Subject, Test};
use super::Compiler;
use crate::actors::ActorSort;
use crate::rules::RuleFile;
use compact_str::CompactString;
use std::collections::BTreeMap;
use toml::Spanned;

impl Compiler {
    pub(super) fn conditions(
        &mut self,
        file: &RuleFile,
        at: &Spanned<String>,
        form: &BTreeMap<String, Vec<String>>,
    ) -> Vec<Condition> {
        let mut found = Vec::new();
        for (name, tests) in form {
            let of = match name.as_str() {
                "any" => Subject::Any,
                "voice" => Subject::Voice,
                "form" => Subject::Form,
                "complement-form" => Subject::ComplementForm,
                "complement-verb" => Subject::ComplementVerb,
                "complement-any" => Subject::ComplementAny,
                "content" => Subject::Content,
                "governor" => Subject::Governor,
                "joined" => Subject::Joined,
                "before" => Subject::Before,
                "sentence" => Subject::Sentence,
                other => Subject::Slot(slot(other)),
            };
            let tests = tests.iter().filter_map(|text| self.test(file, at, &of, text)).collect();
            found.push(Condition { of, tests });
        }
        found
    }

    fn test(&mut self, file: &RuleFile, at: &Spanned<String>, of: &Subject, text: &str) -> Option<Test> {
        if text == "*" {
            return Some(Test::Present);
        }
        if let Some(class) = text.strip_prefix('@') {
            let error = file.error_at(
                at.span().start,
                format!("there is no class \"{class}\""),
                "name a class of rules/events/words",
            );
            self.spoken_of.push((class.to_string(), error));
            return Some(Test::Class(class.to_string()));
        }
        if let Some(sort) = text.strip_prefix('#') {
            let test = match sort {
                "actor" => Test::Actor,
                "person" => Test::Sort(ActorSort::Person),
                "state" => Test::Sort(ActorSort::State),
                "body" => Test::Sort(ActorSort::Body),
                "organisation" => Test::Sort(ActorSort::Organisation),
                "group" => Test::Sort(ActorSort::Group),
                "people" => Test::Sort(ActorSort::People),
                "place" => Test::Place,
                "name" => Test::Name,
                "pronoun" => Test::Pronoun,
                "number" => Test::Number,
                other => {
                    let message = format!("there is no sort \"#{other}\"");
                    let remedy = "write #actor, #person, #state, #body, #organisation, #group, #people, #place, #name, #number or #pronoun";
                    self.fault(file, at, message, remedy);
                    return None;
                }
            };
            return Some(test);
        }
        match of {
            Subject::Voice | Subject::Form | Subject::ComplementForm => match keyword(text) {
                Some(keyword) => Some(Test::Keyword(keyword)),
                None if *of == Subject::Form => Some(Test::Word(text.into())),
                None => {
                    let message = format!("\"{text}\" says nothing about form");
                    self.fault(file, at, message, "see rules/events/README.md for the words that do");
                    None
                }
            },
            Subject::Content => match text {
                "friendly" => Some(Test::Tone(Tone::Friendly)),
                "hostile" => Some(Test::Tone(Tone::Hostile)),
                kind if self.kinds.iter().any(|known| known == kind) => Some(Test::Word(kind.into())),
                other => {
                    let message = format!("there is no kind \"{other}\"");
                    self.fault(file, at, message, "write a kind, friendly or hostile");
                    None
                }
            },
            // What stands before is a single token, if only a hyphen.
            Subject::Before => Some(Test::Word(text.into())),
            _ if text.contains('-') => Some(Test::Compound(text.into())),
            _ => Some(Test::Word(text.into())),
        }
    }
}

pub(super) fn words_of(phrase: &str) -> Vec<CompactString> {
    phrase.split_whitespace().map(CompactString::new).collect()
}

pub(super) fn choice(text: &str) -> SlotChoice {
    match text.strip_prefix('+') {
        Some(rest) => SlotChoice { slot: slot(rest), added: true },
        None => SlotChoice { slot: slot(text), added: false },
    }
}

/// Names of slots; anything else is a preposition.
pub(super) fn slot(text: &str) -> Slot {
    match text {
        "subject" => Slot::Subject,
        "object" => Slot::Object,
        "indirect" => Slot::Indirect,
        "complement" => Slot::Complement,
        "possessor" => Slot::Possessor,
        "modifier" => Slot::Modifier,
        "particle" => Slot::Particle,
        "content-subject" => Slot::ContentSubject,
        "condition-subject" => Slot::ConditionSubject,
        "content-target" => Slot::ContentTarget,
        "content-source" => Slot::ContentSource,
        "head" => Slot::Head,
        "circumstance" => Slot::Circumstance,
        "object-owner" => Slot::ObjectOwner,
        "object-doer" => Slot::ObjectDoer,
        "payer" => Slot::Payer,
        "subject-scene" => Slot::SubjectScene,
        preposition => Slot::Preposition(preposition.into()),
    }
}

fn keyword(text: &str) -> Option<Keyword> {
    Some(match text {
        "active" => Keyword::Active,
        "passive" => Keyword::Passive,
        "plural" => Keyword::Plural,
        "singular" => Keyword::Singular,
        "definite" => Keyword::Definite,
        "finite" => Keyword::Finite,
        "infinitive" => Keyword::Infinitive,
        "gerund" => Keyword::Gerund,
        "will" => Keyword::Will,
        "must" => Keyword::Must,
        "would" => Keyword::Would,
        "negative" => Keyword::Negative,
        "positive" => Keyword::Positive,
        "same-subject" => Keyword::SameSubject,
        "other-subject" => Keyword::OtherSubject,
        "past" => Keyword::Past,
        "subjunctive" => Keyword::Subjunctive,
        "question" => Keyword::Question,
        "unless" => Keyword::Unless,
        _ => return None,
    })
}

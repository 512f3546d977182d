//! Rules as the matcher uses them.

pub(super) use super::file::Needs;
use super::file::{StatusForm, Tone};
use super::relation_kind::EventRelationKind;
use crate::actors::ActorSort;
use crate::rules::table::{Known, Table};
use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// All rules of `rules/events`, compiled.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    pub(super) kinds: Vec<Kind>,
    pub(super) triggers: Vec<Trigger>,
    pub(super) verbs: Table<CompactString, Vec<Candidate>>,
    pub(super) nouns: Table<CompactString, Vec<Candidate>>,
    pub(super) adjectives: Table<CompactString, Vec<Candidate>>,
    pub(super) classes: Table<String, Words>,
    /// The nouns by which labels tell of what verbs say: "collapse" tells of the "collapse of" something.
    pub(super) told: Table<CompactString, CompactString>,
    /// Kinds whose announcement by their own doer is an event, with the trigger that stands for it.
    pub(super) futures: Table<usize, usize>,
    pub(super) cameo: Table<(String, String), String>,
    /// Inflected forms of the verbs and nouns that rules speak of, where only one word has them.
    pub(super) forms: Table<CompactString, CompactString>,
    pub(super) words: GrammarWords,
    pub(super) connectives: Vec<Connective>,
    pub(super) examples: Vec<CompiledExample>,
}

/// A set of dictionary forms.
pub(super) type Words = Known<CompactString>;

/// A kind with its modes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kind {
    pub name: String,
    pub tone: Tone,
    pub label: String,
    pub contexts: Vec<String>,
    /// Whether towns and ground are where it happens, and no targets, unless they are another state's.
    pub sited: bool,
    /// Whether nobody does it: whoever is hurt in it is hurt by it.
    pub befalls: bool,
    /// Whether those who do it are people, and no states or things.
    pub mortal: bool,
    /// Whether its target is whoever did what its object speaks of.
    pub answers: bool,
    /// Whether the place that it is in is no target of it, unless another state's.
    pub held: bool,
    /// Nouns for such acts that tell of none by themselves.
    pub called: Vec<CompactString>,
    /// Whether it is something said to somebody.
    pub said: bool,
    /// Whether its target is whoever did what it is for or over.
    pub retaliates: bool,
    /// Whether it goes on amid what is told around it.
    pub on_the_spot: bool,
    /// Whether it happens within the state that its words name.
    pub domestic: bool,
    /// Whether whoever does it goes away from where it happens.
    pub leaves: bool,
    /// Whether one side helps the other.
    pub helps: bool,
    pub modes: Vec<Mode>,
    pub refinements: Vec<(usize, Vec<Condition>)>,
}

/// A mode with its label.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Mode {
    pub name: String,
    pub label: String,
    pub contexts: Vec<String>,
    /// Modes that may tell of the same happening.
    pub alike: Vec<String>,
    /// Nouns for people who by their very name do it.
    pub performers: Vec<CompactString>,
    /// Modes of the same kind whose doer in the same clause decides it.
    pub decided: Vec<CompactString>,
    /// Whether one side helps the other by it, whatever the kind.
    pub helps: bool,
    /// Whether things can be its targets as well as people, whatever the kind.
    pub strikes: bool,
}

/// Words that tell of an event, and where its participants stand.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Trigger {
    pub id: String,
    pub kind: usize,
    pub mode: Option<usize>,
    pub contexts: Vec<String>,
    pub part: TriggerPart,
    pub source: Vec<SlotChoice>,
    pub target: Vec<SlotChoice>,
    pub content: Vec<Slot>,
    pub content_status: Option<StatusForm>,
    pub located: bool,
    pub strikes: bool,
    pub reciprocal: bool,
    pub needs: Needs,
    pub when: Vec<Condition>,
    pub unless: Vec<Condition>,
    /// Whether a condition speaks of events in the content: such triggers are tried last.
    pub by_content: bool,
    pub priority: i32,
    pub status: Option<StatusForm>,
}

impl Trigger {
    /// Whether it asks for what somebody says that he will not do: the negation is what it tells of.
    pub fn refuses(&self) -> bool {
        let negative = |test: &Test| matches!(test, Test::Keyword(Keyword::Negative));
        let mut forms = self.when.iter().filter(|condition| condition.of == Subject::ComplementForm);
        forms.any(|condition| condition.tests.iter().any(negative))
    }
}

/// The part of speech of a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum TriggerPart {
    Verb,
    Noun,
    Adjective,
}

/// A trigger that a word may be the head of, with the further words of its phrase.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Candidate {
    pub trigger: usize,
    pub rest: Vec<CompactString>,
}

/// A slot to look for a participant in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SlotChoice {
    pub slot: Slot,
    /// Looked at even where an earlier slot held somebody.
    pub added: bool,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Slot {
    Subject,
    Object,
    Indirect,
    Complement,
    Possessor,
    Modifier,
    Particle,
    Preposition(CompactString),
    /// The subject of the complement ("demanded that Israel withdraw").
    ContentSubject,
    /// The target of the event in the content ("promised to send arms to Israel").
    ContentTarget,
    /// The source of the event in the content.
    ContentSource,
    /// Who has to do, or not to do, something lest it comes to it: "unless Israel withdraws", "should Iran cheat".
    ConditionSubject,
    /// The noun that an adjective or participle modifies.
    Head,
    /// Whose the object is: "the resignation of the minister", "the minister's resignation".
    ObjectOwner,
    /// Who does what the object tells of: "allegations that officers took bribes", "expenses claimed by a senator".
    ObjectDoer,
    /// Who gives what it is done in return for: "agreed to disarm in exchange for aid from Chad".
    Payer,
    /// Where the subject is: "a blast at a factory".
    SubjectScene,
    /// What it happens in, after or while: the heads of circumstances and of their clauses, with the subjects of these
    /// ("when their helicopter crashed") and where that is ("in a blast at a factory").
    Circumstance,
}

/// Something that must hold, or must not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Condition {
    pub of: Subject,
    pub tests: Vec<Test>,
}

/// What a condition speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Subject {
    Slot(Slot),
    /// Any argument whatever.
    Any,
    Voice,
    Form,
    /// How the complement is built.
    ComplementForm,
    ComplementVerb,
    /// The complement and its arguments.
    ComplementAny,
    /// Kinds or tones of the events in the content.
    Content,
    /// The verb (or noun) that the trigger depends on.
    Governor,
    /// The first of joined verbs, of which the trigger is a later one.
    Joined,
    /// The word right before a noun that has no article: "in protest".
    Before,
    /// Any word of the sentence: what world it speaks of.
    Sentence,
}

/// One of the things that a condition is content with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum Test {
    /// Anything at all.
    Present,
    Word(CompactString),
    /// A word with a hyphen, whose parts are tokens of their own: "cease-fire".
    Compound(CompactString),
    Class(String),
    Actor,
    Sort(ActorSort),
    Place,
    Name,
    Pronoun,
    /// A number that stands for people: "15 dead".
    Number,
    Keyword(Keyword),
    Tone(Tone),
}

/// Words with a fixed meaning in conditions on form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Keyword {
    Active,
    Passive,
    Plural,
    Singular,
    Definite,
    Finite,
    Infinitive,
    Gerund,
    Will,
    Must,
    Would,
    Negative,
    Positive,
    SameSubject,
    OtherSubject,
    Past,
    Subjunctive,
    Question,
    Unless,
}

/// The word classes that the grammar of status and support speaks of.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct GrammarWords {
    pub support: Words,
    pub aspect: Words,
    pub engagement: Words,
    pub aiming: Words,
    pub done_to: Words,
    pub object_control: Words,
    pub planning: Words,
    pub hypothetical: Words,
    pub averting: Words,
    pub attempting: Words,
    pub able: Words,
    pub denying: Words,
    pub factual: Words,
    pub speech: Words,
    pub quantity: Words,
    pub doubtful: Words,
    pub scheduled: Words,
    pub alleged: Words,
    pub weapons: Words,
    pub money: Words,
    pub killing: Words,
    pub wounding: Words,
    pub detaining: Words,
    pub memorial: Words,
    pub memory: Words,
    pub attitude: Words,
    pub occurring: Words,
    pub gathering: Words,
}

impl GrammarWords {
    /// Name, and where the class goes; every one of them must exist.
    pub fn slots(&mut self) -> Vec<(&'static str, &mut Words)> {
        vec![
            ("support", &mut self.support),
            ("aspect", &mut self.aspect),
            ("engagement", &mut self.engagement),
            ("aiming", &mut self.aiming),
            ("done-to", &mut self.done_to),
            ("object-control", &mut self.object_control),
            ("planning", &mut self.planning),
            ("hypothetical", &mut self.hypothetical),
            ("averting", &mut self.averting),
            ("attempting", &mut self.attempting),
            ("able", &mut self.able),
            ("denying", &mut self.denying),
            ("factual", &mut self.factual),
            ("speech", &mut self.speech),
            ("quantity", &mut self.quantity),
            ("doubtful", &mut self.doubtful),
            ("scheduled", &mut self.scheduled),
            ("alleged", &mut self.alleged),
            ("weapons", &mut self.weapons),
            ("money", &mut self.money),
            ("killing", &mut self.killing),
            ("wounding", &mut self.wounding),
            ("detaining", &mut self.detaining),
            ("memorial", &mut self.memorial),
            ("memory", &mut self.memory),
            ("attitude", &mut self.attitude),
            ("occurring", &mut self.occurring),
            ("gathering", &mut self.gathering),
        ]
    }
}

/// Words that join happenings.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Connective {
    pub kind: EventRelationKind,
    pub prepositions: Vec<Vec<CompactString>>,
    pub adverbs: Vec<Vec<CompactString>>,
    pub verbs: Vec<CompactString>,
    pub reversed: bool,
}

/// An example of a rule, ready to be run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct CompiledExample {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub trigger: usize,
    pub text: String,
    /// What must be found; none where the rule's kind must not be found.
    pub expected: Option<Expected>,
}

/// How an example must be read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Expected {
    pub source: Option<String>,
    pub target: Option<String>,
    pub mode: Option<String>,
    pub status: Option<StatusForm>,
}

impl Rules {
    /// Whether `word` belongs to a class.
    pub(super) fn in_class(&self, class: &str, word: &str) -> bool {
        self.classes.get(class).is_some_and(|words| words.contains(word))
    }

    /// Whether a noun is of people, alone or behind what makes others of them: "co-defendant".
    pub(super) fn is_people(&self, noun: &str) -> bool {
        self.in_class("people", noun)
            || noun.split_once('-').is_some_and(|(before, rest)| {
                self.in_class("people-prefix", before) && self.in_class("people", rest)
            })
    }

    /// Whether a noun is of what is struck: property, ground, machines of war.
    pub(super) fn is_struck(&self, noun: &str) -> bool {
        ["property", "territory", "craft", "struck"].iter().any(|class| self.in_class(class, noun))
    }

    /// The CAMEO code of a kind and mode, where it has one.
    pub fn cameo(&self, kind: &str, mode: Option<&str>) -> Option<&str> {
        let code = |mode: &str| self.cameo.get(&(kind.to_string(), mode.to_string())).map(String::as_str);
        mode.and_then(code).or_else(|| code(""))
    }

    /// The names of all kinds, in order.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|kind| kind.name.as_str())
    }
}

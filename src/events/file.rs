//! The form of the files in `rules/events`, as an analyst writes them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

/// One kind of event: `rules/events/KIND.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct KindFile {
    /// The word used everywhere: "ASSAULT".
    pub kind: Spanned<String>,
    /// What belongs to it and what does not.
    pub doc: String,
    /// Whether a promise of it is an agreement or a threat.
    #[serde(default)]
    pub tone: Tone,
    /// The label where no mode has one.
    pub label: String,
    /// Whether it happens where the one is that it is done to: what a town suffers happens there.
    #[serde(default)]
    pub located: bool,
    /// Whether it is done to things as well as to people: a depot is attacked.
    #[serde(default)]
    pub strikes: bool,
    /// Whether towns and ground in it are where it happens, and no targets, unless they are another state's: troops leave
    /// a town.
    #[serde(default)]
    pub sited: bool,
    /// Whether nobody does it, so that whoever is hurt in it is hurt by it: an accident.
    #[serde(default)]
    pub befalls: bool,
    /// Whether those who do it are people, in whose place no thing of theirs and no state can stand: death.
    #[serde(default)]
    pub mortal: bool,
    /// Whether it answers what others do: whoever did what its object speaks of is its target.
    #[serde(default)]
    pub answers: bool,
    /// Whether it is held somewhere, so that the place that it is in is no target of it, unless another state's: a rally.
    #[serde(default)]
    pub held: bool,
    /// Nouns for such acts that tell of none by themselves: who rejects "the claim" answers an accusation.
    #[serde(default)]
    pub called: Vec<String>,
    /// Whether it is something said, so that whoever was spoken to in the same breath is the one it is said to.
    #[serde(default)]
    pub said: bool,
    /// Whether it pays somebody back: whoever did what it is for or over is its target.
    #[serde(default)]
    pub retaliates: bool,
    /// Whether it goes on amid what is told around it: who is arrested after a shooting is arrested where it was.
    #[serde(default)]
    pub on_the_spot: bool,
    /// Whether it happens within the state that its words name: "the president of Iceland resigned".
    #[serde(default)]
    pub domestic: bool,
    /// Whether whoever does it goes away from where it happens: "withdrew from Lebanon".
    #[serde(default)]
    pub leaves: bool,
    /// Whether one side helps the other: a state helps no rebels of its own.
    #[serde(default)]
    pub helps: bool,
    /// Contexts of every mention.
    #[serde(default)]
    pub contexts: Vec<String>,
    #[serde(default)]
    pub mode: Vec<ModeForm>,
    #[serde(default)]
    pub refine: Vec<RefineForm>,
    #[serde(default)]
    pub future: Vec<FutureForm>,
    #[serde(default)]
    pub verb: Vec<TriggerForm>,
    #[serde(default)]
    pub noun: Vec<TriggerForm>,
    #[serde(default)]
    pub adjective: Vec<TriggerForm>,
}

/// How the one acted upon takes it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Tone {
    /// Welcome: promising it is agreeing.
    Friendly,
    /// To somebody's harm: promising it is threatening.
    Hostile,
    /// Neither.
    #[default]
    Neutral,
}

/// What refines a kind.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ModeForm {
    pub name: Spanned<String>,
    pub doc: String,
    pub label: String,
    /// Other modes of the kind that may tell of the same happening ("met", "the talks").
    #[serde(default)]
    pub alike: Vec<String>,
    /// Nouns for people who by their very name do it: a protester protests.
    #[serde(default)]
    pub performers: Vec<String>,
    /// Modes of the same kind whose doer in the same clause decides it: whoever wins an election.
    #[serde(default)]
    pub decided: Vec<String>,
    /// As of the kind, for one mode.
    #[serde(default)]
    pub helps: bool,
    #[serde(default)]
    pub strikes: bool,
    #[serde(default)]
    pub contexts: Vec<String>,
}

/// When a mention whose trigger leaves the mode open gets which.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RefineForm {
    pub mode: Spanned<String>,
    pub when: BTreeMap<String, Vec<String>>,
}

/// Acts of a tone told as their doer's own future are announced: "Finland will give Tanzania a grant".
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FutureForm {
    pub id: Spanned<String>,
    pub doc: String,
    pub mode: Spanned<String>,
    pub kinds: Vec<Spanned<String>>,
    pub examples: Vec<Example>,
    #[serde(default)]
    pub counter: Vec<Spanned<String>>,
}

/// Words that tell of an event, and where its participants stand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TriggerForm {
    pub id: Spanned<String>,
    pub doc: String,
    /// Dictionary forms; further words of a phrase stand behind a verb ("call off") or before a noun
    /// ("hunger strike"); `@class` stands for the words of a class.
    pub words: Vec<String>,
    #[serde(default)]
    pub mode: Option<Spanned<String>>,
    #[serde(default)]
    pub contexts: Vec<String>,
    /// Slots that hold who does it, the first that holds somebody counts; a slot joined by `+` is added.
    #[serde(default)]
    pub source: Option<Vec<String>>,
    #[serde(default)]
    pub target: Option<Vec<String>>,
    /// Slots whose events stand within this one.
    #[serde(default)]
    pub content: Vec<String>,
    /// The status of a past or present event in the content: of an accusation "claimed".
    #[serde(default)]
    pub content_status: Option<StatusForm>,
    /// As of the kind, for one trigger.
    #[serde(default)]
    pub located: bool,
    /// Whether both sides do it.
    #[serde(default)]
    pub reciprocal: bool,
    /// Sides that must hold an actor: "source", "target", "both", "any", "none".
    #[serde(default)]
    pub needs: Option<Needs>,
    #[serde(default)]
    pub when: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub unless: BTreeMap<String, Vec<String>>,
    /// Wins over others that fit as well.
    #[serde(default)]
    pub priority: i32,
    /// The status of every mention it finds, where the words themselves settle it ("averted").
    #[serde(default)]
    pub status: Option<StatusForm>,
    pub examples: Vec<Example>,
    #[serde(default)]
    pub counter: Vec<Spanned<String>>,
}

/// Which sides must hold an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Needs {
    Source,
    Target,
    Both,
    Any,
    None,
}

/// A status that words settle by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum StatusForm {
    Happened,
    Planned,
    Hypothetical,
    Claimed,
    Denied,
}

/// A sentence that the rule must read so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Example {
    pub text: Spanned<String>,
    #[serde(default)]
    pub source: Option<String>,
    #[serde(default)]
    pub target: Option<String>,
    #[serde(default)]
    pub mode: Option<String>,
    #[serde(default)]
    pub status: Option<StatusForm>,
}

/// `rules/events/words/*.toml`: classes of words that conditions and the grammar of status speak of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClassFile {
    pub class: Vec<ClassForm>,
}

/// A class of words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClassForm {
    pub name: Spanned<String>,
    pub doc: String,
    pub words: Vec<String>,
    /// How a label calls what these verbs tell of, and what joins it to whatever it happens to: "collapse of".
    pub told: Option<String>,
}

/// `rules/events/words/relations.toml`: words that join happenings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RelationFile {
    pub relation: Vec<RelationForm>,
}

/// Words that join two happenings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RelationForm {
    pub id: Spanned<String>,
    pub doc: String,
    /// after, response, cause, during, part, condition.
    pub relation: Spanned<String>,
    /// Prepositions and conjunctions; what depends on the words is `to`.
    #[serde(default)]
    pub prepositions: Vec<String>,
    /// Adverbs that point back at the happening told before.
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// Verbs whose subject brings about their object.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Whether the dependent happening is the later one ("before").
    #[serde(default)]
    pub reversed: bool,
}

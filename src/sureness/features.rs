//! What is looked at to tell how sure a mention is.

use crate::actors::{ActorSort, Actors};
use crate::events::{EventDateBasis, Mention, Participant, Status};
use crate::language::{Document, Xpos};
use std::borrow::Cow;

/// The features by their names in `rules/sureness`. Beside them every kind of event is a feature of its own: [`KIND`].
pub const FEATURES: [&str; 18] = [
    "always",
    "neither side",
    "source unknown",
    "target unknown",
    "more parties",
    "person",
    "object",
    "number",
    "claimed",
    "within",
    "quotation",
    "not news",
    "narrative",
    "participle",
    "length",
    "unsettled",
    "further on",
    "long text",
];

/// What precedes a kind of event in the name of its feature: `kind ASSAULT`.
pub const KIND: &str = "kind ";

/// The figures of a mention by the names of the features: 1 where one holds, or how much of it there is. What is not named is 0.
pub type Figures = Vec<(Cow<'static, str>, f64)>;

/// Sentences of so many words are no harder to read than shorter ones.
const SHORT: usize = 15;
/// What is longer than this beyond the short counts no more.
const LONGEST: usize = 40;
/// More parties than these on both sides beside the first of each count no more.
const MOST_PARTIES: usize = 3;
/// A sentence of which so many tenths of the words are unsettled is as hard to read as can be.
const MOST_UNSETTLED: f64 = 4.0;
/// Texts of so many sentences are no harder to read than shorter ones.
const SHORT_TEXT: f64 = 4.0;
/// How often a text of the short length is doubled until it is as long as can be.
const DOUBLED: f64 = 3.0;
/// What joins an object to the head of a label: "Bombing of a bank", "Demand: a truce".
const JOINS: [&str; 8] = [" of ", " on ", " to ", " for ", " with ", " against ", " at ", ": "];

/// The figures of a mention of a text and its actors.
pub fn features(mention: &Mention, document: &Document, actors: &Actors) -> Figures {
    let sentence = document.sentences.get(mention.sentence);
    let words = sentence.map_or(0, |sentence| sentence.tokens.len());
    let unsettled = sentence.map_or(0, |sentence| sentence.unsettled);
    let head = sentence.and_then(|sentence| sentence.tokens.get(mention.head));
    let mut marks = sentence.into_iter().flat_map(|sentence| &sentence.tokens).map(|token| token.xpos);
    let unknown = |side: &[Participant]| side.iter().all(|participant| participant.actor.is_none());
    let beside = |side: &[Participant]| side.len().saturating_sub(1);
    let mut parties = mention.sources.iter().chain(&mention.targets);
    let is_person = |participant: &Participant| {
        let actor = participant.actor.and_then(|index| actors.actors.get(index));
        actor.is_some_and(|actor| actor.sort == ActorSort::Person && actor.named)
    };
    let basis = mention.date.as_ref().map(|date| date.basis);
    let length = words.saturating_sub(SHORT).min(LONGEST) as f64 / 10.0;
    let hard = (10.0 * unsettled as f64 / words.max(1) as f64).min(MOST_UNSETTLED);
    let sentences = document.sentences.len().max(1) as f64;
    // A title is no sentence of the text.
    let first = document.sentences.iter().position(|sentence| sentence.part == mention.part);
    let much = [
        ("always", 1.0),
        ("more parties", (beside(&mention.sources) + beside(&mention.targets)).min(MOST_PARTIES) as f64),
        ("length", length),
        ("unsettled", hard),
        ("long text", ((sentences / SHORT_TEXT).log2() / DOUBLED).clamp(0.0, 1.0)),
    ];
    let held = [
        ("neither side", mention.sources.is_empty() && mention.targets.is_empty()),
        ("source unknown", unknown(&mention.sources)),
        ("target unknown", unknown(&mention.targets)),
        ("person", parties.any(is_person)),
        ("object", JOINS.iter().any(|join| mention.label.contains(join))),
        ("number", !mention.particulars.is_empty()),
        ("claimed", mention.status == Status::Claimed),
        ("within", mention.within.is_some()),
        ("quotation", marks.any(|mark| matches!(mark, Xpos::OpenQuote | Xpos::CloseQuote))),
        ("not news", basis != Some(EventDateBasis::Publication)),
        ("narrative", basis == Some(EventDateBasis::Narrative)),
        ("participle", head.is_some_and(|head| head.xpos == Xpos::Vbg)),
        ("further on", first != Some(mention.sentence)),
    ];
    let held = held.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| (name, 1.0));
    let named = much.into_iter().chain(held).map(|(name, figure)| (Cow::Borrowed(name), figure));
    named.chain([(Cow::Owned(format!("{KIND}{}", mention.kind)), 1.0)]).collect()
}

/// The share of certainty that a weighed sum stands for, from 0 to 1 (the logistic function).
pub fn share(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

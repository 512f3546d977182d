//! What is looked at to tell how sure a mention is.

use crate::actors::{ActorSort, Actors};
use crate::events::{EventDateBasis, Mention, Participant, Status};
use crate::language::{Document, Sentence, Xpos};
use std::borrow::Cow;

/// The features by their names in `rules/sureness`. Beside them every kind of event is a feature of its own: [`KIND`].
pub const FEATURES: [&str; 35] = [
    "always",
    "source unknown",
    "target unknown",
    "source untold",
    "target untold",
    "more parties",
    "person",
    "object",
    "number",
    "split",
    "noun",
    "participle",
    "source behind",
    "target ahead",
    "party afar",
    "party elsewhere",
    "pronoun",
    "no code",
    "claimed",
    "planned",
    "hypothetical",
    "denied",
    "within",
    "place",
    "day untold",
    "day told",
    "day of the clause",
    "narrative",
    "related",
    "quotation",
    "length",
    "clauses",
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
/// A party that stands farther from the trigger than so many words counts no more.
const FARTHEST: usize = 30;
/// A sentence of more clauses than these is no harder to read.
const MOST_CLAUSES: usize = 5;
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
    let head = sentence.and_then(|sentence| sentence.tokens.get(mention.head)).map(|head| head.xpos);
    let tags = || sentence.into_iter().flat_map(|sentence| &sentence.tokens).map(|token| token.xpos);
    let unknown = |side: &[Participant]| side.iter().all(|participant| participant.actor.is_none());
    let beside = |side: &[Participant]| side.len().saturating_sub(1);
    let parties = || mention.sources.iter().chain(&mention.targets);
    let actor = |party: &Participant| party.actor.and_then(|index| actors.actors.get(index));
    let is_person = |party| actor(party).is_some_and(|actor| actor.sort == ActorSort::Person && actor.named);
    let has_no_code =
        |party: &Participant| party.code.is_none() && actor(party).is_none_or(|actor| actor.code.is_empty());
    let stands = |party: &Participant| sentence.and_then(|sentence| standing(party, mention, sentence));
    let side = |side: &[Participant]| side.iter().filter_map(stands).collect::<Vec<_>>();
    let (sources, targets) = (side(&mention.sources), side(&mention.targets));
    let farthest = sources.iter().chain(&targets).map(|party| party.distance).max().unwrap_or(0);
    let basis = mention.date.as_ref().map(|date| date.basis);
    let clauses = tags().filter(|tag| tag.is_finite()).count().saturating_sub(1);
    let length = words.saturating_sub(SHORT).min(LONGEST) as f64 / 10.0;
    let hard = (10.0 * unsettled as f64 / words.max(1) as f64).min(MOST_UNSETTLED);
    let sentences = document.sentences.len().max(1) as f64;
    // A title is no sentence of the text.
    let first = document.sentences.iter().position(|sentence| sentence.part == mention.part);
    let much = [
        ("always", 1.0),
        ("more parties", (beside(&mention.sources) + beside(&mention.targets)).min(MOST_PARTIES) as f64),
        ("party afar", farthest.min(FARTHEST) as f64 / 10.0),
        ("length", length),
        ("clauses", clauses.min(MOST_CLAUSES) as f64),
        ("unsettled", hard),
        ("long text", ((sentences / SHORT_TEXT).log2() / DOUBLED).clamp(0.0, 1.0)),
    ];
    let held = [
        ("source unknown", unknown(&mention.sources)),
        ("target unknown", unknown(&mention.targets)),
        ("source untold", mention.sources.is_empty()),
        ("target untold", mention.targets.is_empty()),
        ("person", parties().any(is_person)),
        ("object", JOINS.iter().any(|join| mention.label.contains(join))),
        ("number", !mention.particulars.is_empty()),
        ("split", mention.trigger.len() > 1),
        ("noun", matches!(head, Some(Xpos::Nn | Xpos::Nns))),
        ("participle", head == Some(Xpos::Vbg)),
        ("source behind", sources.iter().any(|party| party.is_behind)),
        ("target ahead", targets.iter().any(|party| !party.is_behind)),
        ("party elsewhere", sources.len() + targets.len() < parties().count()),
        ("pronoun", sources.iter().chain(&targets).any(|party| party.is_pronoun)),
        ("no code", parties().any(has_no_code)),
        ("claimed", mention.status == Status::Claimed),
        ("planned", mention.status == Status::Planned),
        ("hypothetical", mention.status == Status::Hypothetical),
        ("denied", mention.status == Status::Denied),
        ("within", mention.within.is_some()),
        ("place", mention.place.is_some()),
        ("day untold", basis.is_none()),
        ("day told", basis == Some(EventDateBasis::Expression)),
        ("day of the clause", basis == Some(EventDateBasis::Clause)),
        ("narrative", basis == Some(EventDateBasis::Narrative)),
        ("related", basis == Some(EventDateBasis::Relation)),
        ("quotation", tags().any(|mark| matches!(mark, Xpos::OpenQuote | Xpos::CloseQuote))),
        ("further on", first != Some(mention.sentence)),
    ];
    let held = held.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| (name, 1.0));
    let named = much.into_iter().chain(held).map(|(name, figure)| (Cow::Borrowed(name), figure));
    named.chain([(Cow::Owned(format!("{KIND}{}", mention.kind)), 1.0)]).collect()
}

/// Where a party stands in the sentence of its event.
struct Standing {
    /// Behind the trigger.
    is_behind: bool,
    /// How many words it stands away from the trigger.
    distance: usize,
    is_pronoun: bool,
}

/// Where a party stands in the sentence of its event; nothing if it stands in another.
fn standing(party: &Participant, mention: &Mention, sentence: &Sentence) -> Option<Standing> {
    let tokens = sentence.tokens_at(party.location);
    let last = sentence.tokens[tokens.clone()].last()?;
    Some(Standing {
        is_behind: tokens.start > mention.head,
        distance: tokens.start.saturating_sub(mention.head).max(mention.head.saturating_sub(tokens.end)),
        is_pronoun: matches!(
            last.xpos,
            Xpos::Prp | Xpos::PrpPossessive | Xpos::Wp | Xpos::Wdt | Xpos::WpPossessive
        ),
    })
}

/// The share of certainty that a weighed sum stands for, from 0 to 1 (the logistic function).
pub fn share(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

//! What the frames of a cue find in one sentence: who says what.

use super::adjunct::{adverb, attribute_of, preposition};
use super::cue::{Hit, cue_words, modality, polarity};
use super::noun::noun;
use super::phrase::Phrase;
use super::predicate::predicate;
use super::rules::{CuePart, Frame, Rules};
use super::subject::own_subject;
use super::{Modality, Polarity};
use crate::language::{Relation, Sentence, Upos};

/// What a frame found.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub hit: Hit,
    /// The head of the noun phrase that names the speaker.
    pub speaker: Option<usize>,
    pub source: Phrase,
    pub cue: Phrase,
    pub content: Phrase,
    /// The object of the cue, if its content is no more than that.
    pub object: Option<usize>,
    /// Whether the cue stands in the passive.
    pub passive: bool,
    pub addressee: Option<usize>,
    pub polarity: Polarity,
    pub modality: Modality,
}

/// What a cue found by its own frames, quotations aside.
pub(super) fn attribute(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let cue = &rules.cues[hit.cue];
    match cue.part {
        CuePart::Verb | CuePart::Adjective if cue.frames.contains(&Frame::Attribute) => {
            attribute_of(sentence, hit, rules)
        }
        CuePart::Verb | CuePart::Adjective => predicate(sentence, hit, cue, rules),
        CuePart::Noun => noun(sentence, hit, cue, rules),
        CuePart::Adverb => adverb(sentence, hit, rules),
        CuePart::Preposition => preposition(sentence, hit, rules),
    }
}

/// An attribution of what was found, its parts cleared of one another.
pub(super) fn finish(
    sentence: &Sentence,
    hit: &Hit,
    speaker: Option<usize>,
    source: Phrase,
    content: Phrase,
    passive: bool,
    rules: &Rules,
) -> Option<Attribution> {
    let cue = cue_words(sentence, hit);
    let source =
        speaker.map_or_else(|| source.clone(), |speaker| without_occasion(sentence, speaker, &source, rules));
    let content = content.without(&cue).without(&source).trimmed(sentence);
    if content.is_empty() {
        return None;
    }
    let addressee = if passive {
        own_subject(sentence, hit.head).filter(|&s| !content.contains(s))
    } else {
        sentence.children_in(hit.head, &[Relation::Iobj, Relation::Obj]).find(|&o| !content.contains(o))
    };
    let objects: &[Relation] =
        if passive { &[Relation::NsubjPass, Relation::Nsubj] } else { &[Relation::Obj] };
    let object = sentence.children_in(hit.head, objects).find(|&object| content.contains(object));
    Some(Attribution {
        speaker,
        source,
        cue,
        object,
        passive,
        addressee,
        polarity: polarity(sentence, hit.head),
        modality: modality(sentence, hit.head),
        content,
        hit: hit.clone(),
    })
}

/// A source without the "by", "from" or "'s" that makes it one.
pub(super) fn without_case(sentence: &Sentence, speaker: Option<usize>, source: &Phrase) -> Phrase {
    let case: Vec<usize> =
        speaker.map(|speaker| sentence.children_in(speaker, &[Relation::Case]).collect()).unwrap_or_default();
    source.without(&Phrase::of_tokens(&case))
}

/// A source without the occasion on which it speaks: "Kempthorne, at a news conference in Washington".
pub(super) fn without_occasion(
    sentence: &Sentence,
    speaker: usize,
    source: &Phrase,
    rules: &Rules,
) -> Phrase {
    let tokens = &sentence.tokens;
    let Some(last) = source.tokens().last() else { return source.clone() };
    let occasion = (speaker + 1..last).find(|&at| {
        tokens[at].upos == Upos::Adp
            && matches!(tokens[at].lower.as_str(), "in" | "at" | "on" | "during" | "after")
            && (at + 1..(at + 5).min(last + 1))
                .take_while(|&i| tokens[i].upos != Upos::Punct)
                .any(|i| rules.occasions.contains(tokens[i].lemma.as_str()))
    });
    match occasion {
        Some(at) => source.without(&Phrase::of(at..last + 1)).trimmed(sentence),
        None => source.clone(),
    }
}

//! Sentences that introduce the quotation of the next one: "The letter ended with a plea:", "The sergeant put it
//! more bluntly."

use super::cue::Hit;
use super::phrase::Phrase;
use super::quoted_speech::{Speech, attribution, speaker_of};
use super::rules::{CuePart, Frame, Rules};
use crate::language::{Document, Relation};

/// A sentence that ended in a colon just before the quotation.
pub(super) fn introduced(
    document: &Document,
    hits: &[Vec<Hit>],
    rules: &Rules,
    sentence: usize,
    content: &Phrase,
) -> Option<Speech> {
    let before = sentence.checked_sub(1)?;
    let tree = &document.sentences[before];
    if tree.part != document.sentences[sentence].part {
        return None;
    }
    // "She shrugged. “…”": a verb that says something only with a quotation has it in the next sentence.
    let gesture = tree.tokens.last()?.lower != ":";
    let introduces = |hit: &&Hit| {
        let cue = &rules.cues[hit.cue];
        let only = cue.part == CuePart::Verb && cue.frames.iter().all(|frame| *frame == Frame::Quote);
        let main = tree.tokens[hit.head].relation == Relation::Root;
        cue.frames.contains(&Frame::Quote) && (!gesture || only && main)
    };
    if gesture && !document.sentences[before].shares_paragraph(&document.sentences[sentence]) {
        return None;
    }
    let head = hits[before].iter().filter(introduces).map(|hit| hit.head).max()?;
    let hit = hits[before].iter().filter(introduces).find(|hit| hit.head == head)?;
    let cue = &rules.cues[hit.cue];
    let speaker = speaker_of(tree, hit, rules, &|_| false);
    Some(Speech {
        sentence: before,
        attribution: Some(attribution(tree, hit, speaker)),
        content: vec![(sentence, content.clone())],
        continues: None,
        stance: cue.stance,
        rule: cue.id.clone(),
    })
}

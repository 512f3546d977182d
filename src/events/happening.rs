//! Mentions of one happening share a number.
//!
//! Each mention is held against the happenings of its kind told before it, the latest first. It joins one that it
//! contradicts nowhere and that it has enough in common with; how much is enough depends on its form: "the attack"
//! asks for something told before, "an attack" for something new, and two finite verbs are two acts unless nearly
//! everything agrees.

mod address;
mod answered;
mod befall;
mod blame;
mod common;
mod culprit;
mod death;
mod harm;
mod heading;
mod lend;
mod made;
mod manner;
mod perform;
mod reach;
mod sentence;
mod share;
mod toll;
mod victims;

pub(super) use address::address;
pub(super) use befall::{befall, befall_after};
pub(super) use blame::blame;
pub(super) use culprit::charge;
pub(super) use lend::lend;
pub(super) use perform::perform;
pub(super) use victims::tell_victims;

use super::draft::Draft;
use super::mention::Status;
use super::reading::Reading;
use crate::article::Part;
use answered::points_back;
use common::{Common, contradiction};
use manner::Manner;
pub(super) use sentence::elsewhere;
use sentence::{join_in_sentence, renumber};
use std::collections::HashMap;
use toll::{is_bare_toll, is_of_own, may_cost};

/// How many earlier happenings of a kind a mention is compared with.
const MEMORY: usize = 12;

/// How many mentions of a happening speak for it: the first and the latest.
const VOICES: usize = 6;

/// How many sentences back "the attack" still points without further likeness.
const NEAR: usize = 8;

/// Numbers the happenings.
pub(super) fn join(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, draft) in drafts.iter_mut().enumerate() {
        draft.mention.happening = index;
    }
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        join_in_sentence(reading, &mut drafts[range[0]..range[1]]);
    }
    let reworded =
        readings.iter().any(|reading| reading.grammar.sentence.tokens.iter().any(|token| token.reworded));
    // The happenings of each kind told so far, the latest last, with their mentions.
    let mut memory: HashMap<usize, Vec<Told>> = HashMap::new();
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        for index in range[0]..range[1] {
            let kind = reading.trigger(&drafts[index].found).kind;
            let list = memory.entry(kind).or_default();
            let manner = Manner::of(reading, &drafts[index], reworded);
            let right_before = list.iter().filter(|told| told.sentence + 1 == reading.index).count();
            let toll = manner == Manner::Verb && right_before == 1 && is_bare_toll(reading, &drafts[index]);
            let best = list
                .iter()
                .enumerate()
                .rev()
                .take(MEMORY)
                .filter(|(_, told)| {
                    told.sentence != reading.index
                        || manner == Manner::Within
                        // "killed ten, and blamed the rebels for the attack"; "killed in the attack" is of one before.
                        || manner == Manner::Back
                            && told.happening != drafts[index].mention.happening
                            && points_at_strike(reading, &drafts[index])
                })
                .filter_map(|(at, told)| {
                    let score = match told.likeness(readings, drafts, &drafts[index], manner) {
                        0 if toll && told.costs(readings, drafts, &drafts[index]) => 1,
                        score => score,
                    };
                    (score > 0).then_some((score, at))
                })
                .max_by_key(|&(score, at)| (score, at));
            let from = drafts[index].mention.happening;
            let planned = best.is_some_and(|(_, at)| {
                let mut statuses = list[at].mentions.iter().map(|&index| drafts[index].mention.status);
                manner == Manner::Back && statuses.all(|status| status == Status::Planned)
            });
            if planned {
                drafts[index].mention.status = Status::Planned;
            }
            let to = best.map(|(_, at)| list[at].happening);
            if let Some(to) = to.filter(|&to| to != from) {
                // Only this sentence's mentions can bear the number yet.
                renumber(&mut drafts[range[0]..range[1]], from, to);
            }
            remember(list, drafts[index].mention.happening, index, reading.index);
        }
    }
}

/// "the attack": violence of which nothing else is said than that it was told before.
fn points_at_strike(reading: &Reading<'_>, draft: &Draft) -> bool {
    points_back(reading, draft.found.head, "pointing-strike")
}

/// Adds a mention to its happening, which thereby becomes the latest.
fn remember(list: &mut Vec<Told>, happening: usize, mention: usize, sentence: usize) {
    let mut told = match list.iter().position(|told| told.happening == happening) {
        Some(at) => list.remove(at),
        None => Told { happening, mentions: Vec::new(), first: sentence, sentence },
    };
    if told.mentions.len() >= VOICES {
        told.mentions.remove(VOICES / 2);
    }
    told.mentions.push(mention);
    told.sentence = sentence;
    list.push(told);
}

/// A happening told so far.
struct Told {
    happening: usize,
    mentions: Vec<usize>,
    /// The sentences of its first and its latest mention.
    first: usize,
    sentence: usize,
}

impl Told {
    /// Whether it was only told beside what the story tells, with a date of its own.
    fn is_background(&self, drafts: &[Draft]) -> bool {
        self.mentions.iter().all(|&index| {
            let draft = &drafts[index];
            draft.told.is_some() && !draft.assessment.main && !draft.assessment.heading
        })
    }

    /// Whether it is the violence of the sentence before, to which a toll can only belong.
    fn costs(&self, readings: &[Reading<'_>], drafts: &[Draft], toll: &Draft) -> bool {
        let [told, here] =
            [self.sentence, toll.mention.sentence].map(|sentence| readings[sentence].grammar.sentence);
        self.sentence + 1 == toll.mention.sentence
            && told.shares_paragraph(here)
            && self.mentions.iter().any(|&index| {
                let told = &drafts[index];
                told.mention.sentence == self.sentence && may_cost(&readings[self.sentence], told)
            })
            && !self.mentions.iter().any(|&index| {
                let told = &drafts[index];
                // Those whom it hurt need not be what was attacked.
                let sentences = [told, toll].map(|draft| &readings[draft.mention.sentence]);
                elsewhere(told, toll)
                    || is_of_own(sentences, told, toll)
                    || contradiction(readings, told, toll, Manner::Within)
            })
    }

    /// How well a mention fits; nothing where it contradicts one of the mentions or has too little in common.
    fn likeness(&self, readings: &[Reading<'_>], drafts: &[Draft], later: &Draft, manner: Manner) -> i32 {
        if matches!(manner, Manner::Again) {
            return 0;
        }
        let reading = &readings[later.mention.sentence];
        let mut best = Common::default();
        for &index in &self.mentions {
            let earlier = &drafts[index];
            if contradiction(readings, earlier, later, manner) {
                return 0;
            }
            best = best.with(Common::of(readings, earlier, later));
        }
        // Headline and first sentence: whatever they tell, in whatever clause, is the story.
        let above = self.first.checked_sub(1).map(|above| readings[above].grammar.sentence.part);
        let lead = above.is_none_or(|part| part == Part::Title);
        let headline = lead && later.mention.sentence <= 3;
        let distance = later.mention.sentence.saturating_sub(self.sentence);
        let alike = best.word || best.mode;
        let score = i32::from(best.sources) * 2
            + i32::from(best.targets) * 2
            + i32::from(best.place)
            + i32::from(best.day)
            + i32::from(best.mode)
            + i32::from(best.word)
            + i32::from(best.object) * 2
            + i32::from(best.number) * 2
            + i32::from(headline) * 2;
        let own = later.told.is_some()
            && !self.mentions.iter().any(|&index| drafts[index].mention.date.is_some())
            || later.mention.place.is_some()
                && !self.mentions.iter().any(|&index| drafts[index].mention.place.is_some());
        match manner {
            Manner::Back => {
                // What brings a day or a place of its own need not be what was told before.
                let needed = if own { 3 } else { 0 };
                let generic =
                    reading.rules.in_class("generic-event", reading.grammar.lemma(later.found.head));
                let points = alike || generic;
                // "The attack came …" goes on from the story, not from what a clause beside it told of another year.
                let shared = best.sources || best.targets || best.place;
                if later.assessment.main && !shared && !lead && self.is_background(drafts) {
                    return 0;
                }
                // "the planes that bombed the town": who is told by the way what somebody did is told of another thing.
                let aside = self.mentions.iter().all(|&index| drafts[index].mention.by_the_way);
                let tied = lead || best.sources || best.targets || later.mention.by_the_way;
                if aside && !tied {
                    return 0;
                }
                let reach = distance <= NEAR || lead || best.sources || best.targets || best.word;
                if points && reach && score >= needed {
                    score + 2 + i32::from(distance <= 2) + i32::from(lead)
                } else {
                    0
                }
            }
            Manner::New if later.mention.sentence > 3 || !headline => 0,
            Manner::New | Manner::Bare => {
                let shared = best.sources || best.targets || best.place;
                if alike && shared && score >= if headline { 4 } else { 5 } { score } else { 0 }
            }
            Manner::Verb => {
                let shared = best.sources && best.targets || best.object && (best.sources || best.targets);
                let enough = shared && score >= 6
                    || headline && (best.sources || best.targets || best.number) && score >= 5
                    || best.number && (best.targets || best.place);
                if alike && enough { score } else { 0 }
            }
            // The latest one, and no other.
            Manner::Within if distance <= 2 => 8 - distance as i32,
            Manner::Same if distance == 1 => 8,
            Manner::Within | Manner::Same | Manner::Again => 0,
        }
    }
}

//! Whom somebody speaks to, or turns on, who has just been told to do so: "lodged a protest with the ministry and asked for
//! compensation", "accused the council of bias and demanded an apology", "expelled Mali's envoy and froze the grants".

use super::super::draft::Draft;
use super::super::file::Tone;
use super::super::matching::known;
use super::super::mention::{Participant, Within};
use super::super::reading::Reading;
use super::super::rule::Slot;
use super::answered::is_one_side;
use crate::language::Relation;

/// Gives what is said or done to nobody the one to whom the same speaker speaks, or on whom he turns, in the clause that it
/// hangs on.
pub(in super::super) fn address(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        let sentence = &mut drafts[range[0]..range[1]];
        for at in 0..sentence.len() {
            if let Some(addressed) = addressed(reading, sentence, at) {
                sentence[at].mention.targets = addressed;
            }
        }
    }
}

fn addressed(reading: &Reading<'_>, drafts: &[Draft], at: usize) -> Option<Vec<Participant>> {
    let grammar = &reading.grammar;
    let draft = &drafts[at];
    let verb = draft.found.anchor();
    let hangs = matches!(grammar.relation(verb), Relation::Conj | Relation::Advcl | Relation::Xcomp);
    let (said, retaliates) = (reading.kind(&draft.found).said, reading.kind(&draft.found).retaliates);
    let acts = (said || retaliates) && !draft.found.arguments.passive;
    // "asked for compensation" is asked of nobody yet, though its words stand where somebody would.
    let told = |one: &Participant| known(one) || reading.are_people(one);
    if !(hangs && acts) || draft.mention.targets.iter().any(told) || grammar.has_nominal_subject(verb) {
        return None;
    }
    let of_same = |other: &Draft| {
        let sources = &draft.mention.sources;
        other.mention.sources.iter().any(|one| sources.iter().any(|own| is_one_side(reading, one, own)))
    };
    let above = grammar.parent(verb)?;
    let other = drafts.iter().find(|other| other.found.anchor() == above && of_same(other))?;
    let told = said
        && (speaks_to(reading, other)
            || reading.kind(&other.found).said && demands_good(reading, drafts, draft));
    let fits = told || retaliates && reading.kind(&other.found).retaliates;
    let others: Vec<Participant> =
        other.mention.targets.iter().filter(|&one| fits && known(one)).cloned().collect();
    (!others.is_empty()).then_some(others)
}

/// "wrote to the governor", "protested to the ministry": whether the targets of an act are those whom it is said to.
fn speaks_to(reading: &Reading<'_>, other: &Draft) -> bool {
    let trigger = reading.trigger(&other.found);
    let to = |slot: &Slot| match slot {
        Slot::Indirect => true,
        Slot::Preposition(word) => matches!(word.as_str(), "to" | "with"),
        _ => false,
    };
    reading.kind(&other.found).said && trigger.target.first().is_some_and(|choice| to(&choice.slot))
        || trigger.target.iter().any(|choice| to(&choice.slot))
            && reading.kind(&other.found).tone == Tone::Neutral
}

/// Whether somebody demands what harms nobody, which is wanted of whoever is blamed: an apology, a withdrawal; sanctions are
/// demanded of others.
fn demands_good(reading: &Reading<'_>, drafts: &[Draft], draft: &Draft) -> bool {
    let within = Some(Within::Mention(draft.mention.id));
    let mut contents = drafts.iter().filter(|other| other.mention.within == within);
    reading.rules.in_class("demanding", reading.grammar.lemma(draft.found.anchor()))
        && contents.all(|other| reading.kind(&other.found).tone == Tone::Friendly)
}

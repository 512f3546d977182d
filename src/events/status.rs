//! Whether a happening is told as fact: negation, modality, and the verbs and nouns it depends on.

mod climb;
mod closing;
mod known;
mod purpose;
mod setting;
mod tense;
mod unwilled;
mod weight;

use super::file::StatusForm;
use super::matching::Found;
use super::mention::Status;
use super::reading::Reading;
use super::rule::TriggerPart;
use climb::climb;
use closing::said_at_end;
use known::{declared, said_of_oneself};
pub(super) use purpose::done_by;
use setting::{
    aside, beside, by_the_way, ends_in_question, heading, in_quotation, presupposed, spoken_of, stands_apart,
    subject_of,
};
pub(super) use setting::{come_for, granted_by_head, held_as_participle, held_in_clause, is_told_by_the_way};
pub(super) use tense::{Tense, tense};
pub(super) use unwilled::{
    coming_about, is_counted_from, is_followed_on, is_under_terms, moved_by, said_beside, tells_of_party,
};
use weight::{Weights, weigh_noun, weigh_verb};

/// How a mention stands to fact.
#[derive(Debug, Clone, Copy)]
pub(super) struct Assessment {
    pub status: Status,
    pub tense: Tense,
    /// Whether its clause is the main one, or directly what is said.
    pub main: bool,
    /// Whether it is told beside the main clause, as of the same time ("as police fought protesters").
    pub beside: bool,
    /// Whether it is a noun that heads its clause, as in a headline ("Air strikes on Aleppo").
    pub heading: bool,
    /// Whether it was prevented: that it did not happen is told of the day on which it did not.
    pub averted: bool,
    /// Whether it was tried: what comes of it is left open, but the attempt is of the day on which it was made.
    pub attempted: bool,
    /// Whether it stands under a word that sets it apart from its clause ("after the attack").
    pub apart: bool,
    /// Whether the words take it for granted.
    pub presupposed: bool,
    /// Whether it is done by saying that one does it ("says it rejects the plan").
    pub performed: bool,
    /// Whether the writer tells it by the way, in a relative clause.
    pub by_the_way: bool,
    /// Whether the end of its sentence tells who says it.
    pub reported: bool,
}

impl From<StatusForm> for Status {
    fn from(form: StatusForm) -> Self {
        match form {
            StatusForm::Happened => Self::Happened,
            StatusForm::Planned => Self::Planned,
            StatusForm::Hypothetical => Self::Hypothetical,
            StatusForm::Claimed => Self::Claimed,
            StatusForm::Denied => Self::Denied,
        }
    }
}

/// Judges a found trigger.
pub(super) fn assess(reading: &Reading<'_>, found: &Found) -> Assessment {
    let trigger = reading.trigger(found);
    let mut weights = Weights::default();
    let noun = trigger.part == TriggerPart::Noun;
    if noun {
        weigh_noun(reading, found.head, &mut weights);
    }
    let anchor =
        found.arguments.carrier.filter(|_| trigger.part != TriggerPart::Adjective).unwrap_or(found.head);
    let finite = reading.grammar.is_verb(anchor);
    if finite {
        weigh_verb(reading, anchor, &mut weights);
        // "The talks brought no result": the talks were held.
        weights.denied &= !(noun && subject_of(reading, found.head, anchor))
            || reading.rules.words.occurring.contains(reading.grammar.lemma(anchor));
    }
    let (main, said) = match held_in_clause(reading, found.head).filter(|_| noun) {
        // What a clause of its own tells to be held is as much fact as that clause, whoever called for it.
        Some(verb) => {
            weigh_verb(reading, verb, &mut weights);
            weights.planned |= reading.rules.words.planning.contains(reading.grammar.lemma(verb));
            climb(reading, anchor, &mut Weights::default())
        }
        None if aside(reading, anchor) || noun && spoken_of(reading, found.head) => {
            climb(reading, anchor, &mut Weights::default())
        }
        None => climb(reading, anchor, &mut weights),
    };
    if ends_in_question(reading) && !said {
        weights.hypothetical = true;
    }
    let kind = &reading.kind(found).name;
    let presupposed = presupposed(reading, anchor, noun.then_some(found.head));
    let performed = !noun && said_of_oneself(reading, anchor, kind)
        || noun && declared(reading, found.head) && reading.rules.in_class("done-by-announcing", kind);
    weights.claimed |= in_quotation(reading, found.head) && !presupposed;
    if weights.voted && reading.rules.in_class("sent-by-vote", kind) {
        // "voted to send troops": they are not there yet.
        weights.planned = true;
    }
    let status = match trigger.status {
        Some(fixed) => fixed.into(),
        None if weights.hypothetical => Status::Hypothetical,
        None if weights.denied => Status::Denied,
        None if weights.planned => Status::Planned,
        None if weights.claimed => Status::Claimed,
        None => Status::Happened,
    };
    Assessment {
        status,
        tense: tense(reading, anchor),
        main,
        beside: beside(reading, anchor),
        heading: noun && heading(reading, found.head),
        averted: weights.averted,
        attempted: weights.attempted,
        apart: noun && stands_apart(reading, found.head),
        by_the_way: by_the_way(reading, anchor),
        reported: !performed && !presupposed && said_at_end(reading, anchor),
        presupposed,
        performed,
    }
}

//! Whose act it is that somebody condemns, rejects or welcomes, where another mention tells it: "Rebels shelled the port.
//! The council condemned the attack."

use super::super::draft::Draft;
use super::super::grammar::Place;
use super::super::matching::{known, same};
use super::super::mention::{Participant, Status};
use super::super::reading::Reading;
use crate::language::{Relation, Upos};

/// How many sentences back "the attack" still points.
const REACH: usize = 3;

/// Gives such mentions without a target those who did what their objects speak of.
pub(in super::super) fn blame(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, reading) in readings.iter().enumerate() {
        for at in starts[index]..starts[index + 1] {
            let draft = &drafts[at];
            let kind = &reading.rules.kinds[reading.rules.triggers[draft.found.trigger].kind];
            if !kind.answers || draft.mention.targets.iter().any(known) {
                continue;
            }
            let doers = Answer { readings, starts, drafts, index, at }.doers();
            let apart = |doers: &Vec<Participant>| {
                !doers.iter().any(|one| draft.mention.sources.iter().any(|own| same(one, own)))
            };
            if let Some(doers) = doers.filter(apart) {
                drafts[at].mention.targets = doers;
            }
        }
    }
}

/// A mention that answers what others did, among all mentions of its article.
struct Answer<'r, 'a> {
    readings: &'r [Reading<'a>],
    starts: &'r [usize],
    drafts: &'r [Draft],
    /// Its sentence.
    index: usize,
    at: usize,
}

impl<'r, 'a> Answer<'r, 'a> {
    /// Those who did what it answers.
    fn doers(&self) -> Option<Vec<Participant>> {
        let found = &self.drafts[self.at].found;
        let reading = self.reading();
        let objects: Vec<usize> =
            found.content.iter().chain(&found.object).map(|&object| reading.core(object)).collect();
        let here = &self.drafts[self.starts[self.index]..self.starts[self.index + 1]];
        let told = here.iter().find(|other| objects.contains(&other.found.head));
        told.map(|told| told.mention.sources.clone())
            .filter(|doers| !doers.is_empty())
            .or_else(|| self.named(&objects))
            .or_else(|| self.striking(&objects))
            .or_else(|| self.aside(&objects))
            .or_else(|| self.pointed_at(&objects))
    }

    fn reading(&self) -> &'r Reading<'a> {
        &self.readings[self.index]
    }

    /// The mentions before it, from so many sentences back in its paragraph.
    fn before(&self, reach: usize) -> &'r [Draft] {
        let paragraph = |at: usize| self.readings[at].grammar.sentence.paragraph;
        let mut near = self.index.saturating_sub(reach)..self.index;
        let first = near.find(|&at| paragraph(at) == paragraph(self.index)).unwrap_or(self.index);
        &self.drafts[self.starts[first]..self.at]
    }

    /// "rejected the demand": whoever demanded.
    fn named(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let (reading, draft) = (self.reading(), &self.drafts[self.at]);
        let object = *objects.iter().find(|&&object| is_alone(reading, object))?;
        let told = |exactly: bool| {
            last_doers(self.before(REACH), draft, |other| names(reading, object, other, exactly))
        };
        told(true).or_else(|| told(false))
    }

    /// "condemned the attack": whoever attacked.
    fn striking(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let reading = self.reading();
        let points = objects.iter().any(|&object| points_back(reading, object, "pointing-strike"));
        let strikes =
            |other: &Draft| other.assessment.main && reading.rules.triggers[other.found.trigger].strikes;
        points.then(|| last_doers(self.before(REACH), &self.drafts[self.at], strikes)).flatten()
    }

    /// "closed the border, a step that Chad condemned": whoever did it.
    fn aside(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let (reading, draft) = (self.reading(), &self.drafts[self.at]);
        let deed = *objects.iter().find(|&&object| is_aside(reading, draft, object))?;
        let before = |other: &Draft| other.assessment.main && other.found.head < deed;
        let here = &self.drafts[self.starts[self.index]..self.at];
        last_doers(here, draft, before).or_else(|| subject(reading, reading.grammar.upward(deed).skip(1)))
    }

    /// "denounced the decision", "called it a provocation": whoever was last told to have done something.
    fn pointed_at(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let reading = self.reading();
        let stands_for_deed = |&object: &usize| {
            matches!(reading.grammar.lower(object), "it" | "this" | "that")
                && reading.grammar.upos(object) == Upos::Pron
                || points_back(reading, object, "pointing")
        };
        if !objects.iter().any(stands_for_deed) {
            return None;
        }
        let doers = last_doers(self.before(1), &self.drafts[self.at], |other| other.assessment.main);
        doers.or_else(|| {
            let before = &self.readings[self.index.checked_sub(1)?];
            let paragraph = before.grammar.sentence.paragraph == reading.grammar.sentence.paragraph;
            subject(before, before.grammar.root().filter(|_| paragraph).into_iter())
        })
    }
}

/// "closed the border, a step that Chad condemned": a deed that is told of beside what was done.
fn is_aside(reading: &Reading<'_>, draft: &Draft, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let clause = grammar.upward(draft.found.head).find(|&at| grammar.relation(at) == Relation::AclRelcl);
    let article = grammar.children(noun).find(|&child| matches!(grammar.lower(child), "a" | "an"));
    let comma = article.and_then(|article| article.checked_sub(1));
    reading.rules.in_class("pointing", grammar.lemma(noun))
        && clause.is_some_and(|clause| grammar.parent(clause) == Some(noun))
        && comma.is_some_and(|comma| matches!(grammar.lower(comma), "," | "–" | "—" | "-"))
}

/// Who acts in the first clause of some words, where nobody is only said to.
fn subject(reading: &Reading<'_>, mut words: impl Iterator<Item = usize>) -> Option<Vec<Participant>> {
    let grammar = &reading.grammar;
    let verb = words.find(|&at| grammar.is_verb(at))?;
    let arguments = reading.verb_arguments(verb);
    let subject = arguments.at(Place::Subject).next()?;
    let says = reading.rules.words.speech.contains(grammar.lemma(verb));
    let doers: Vec<Participant> = reading.participants_as(subject, true).into_iter().filter(known).collect();
    (!says && !arguments.passive && !doers.is_empty()).then_some(doers)
}

/// "the decision", "this attack": a deed, by a class of words for such, that nothing beside it tells more of.
fn points_back(reading: &Reading<'_>, noun: usize, class: &str) -> bool {
    reading.rules.in_class(class, reading.grammar.lemma(noun)) && is_alone(reading, noun)
}

/// Whether nothing beside a definite noun tells more of it.
fn is_alone(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let more = [Relation::Nmod, Relation::NmodPoss, Relation::AclRelcl, Relation::Acl, Relation::Compound];
    grammar.is_definite(noun) && !grammar.children(noun).any(|child| more.contains(&grammar.relation(child)))
}

/// Whether a noun is by itself a name for what a mention tells of, or at least for its kind: "the veto" for what somebody
/// vetoed.
fn names(reading: &Reading<'_>, noun: usize, told: &Draft, exactly: bool) -> bool {
    let kind = reading.rules.triggers[told.found.trigger].kind;
    let nouns = reading.rules.nouns.get(reading.grammar.lemma(noun)).into_iter().flatten();
    let mut triggers = nouns
        .filter(|candidate| candidate.rest.is_empty())
        .map(|candidate| &reading.rules.triggers[candidate.trigger]);
    triggers.any(|trigger| trigger.kind == kind && (!exactly || trigger.mode == told.found.mode))
}

/// Those who did what was told last of some acts, if it is one thing.
fn last_doers(
    before: &[Draft],
    taker: &Draft,
    may_be_meant: impl Fn(&Draft) -> bool,
) -> Option<Vec<Participant>> {
    let candidates = before.iter().rev().filter(|draft| {
        draft.mention.part == taker.mention.part
            && may_be_meant(draft)
            && matches!(draft.mention.status, Status::Happened | Status::Planned)
            && !draft.mention.sources.is_empty()
    });
    let mut candidates = candidates.peekable();
    let last = candidates.peek()?.mention.sentence;
    let mut sides =
        candidates.take_while(|draft| draft.mention.sentence == last).map(|draft| &draft.mention.sources);
    let first = sides.next()?;
    let alike = |other: &Vec<Participant>| {
        other.len() == first.len() && other.iter().zip(first).all(|(one, two)| same(one, two))
    };
    sides.all(alike).then(|| first.clone())
}

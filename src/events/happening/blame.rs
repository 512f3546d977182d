//! Whose act it is that somebody condemns, rejects or welcomes, where another mention tells it: "Rebels shelled the port.
//! The council condemned the attack."

use super::super::draft::Draft;
use super::super::file::Tone;
use super::super::grammar::Place;
use super::super::matching::known;
use super::super::mention::Participant;
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::answered::{
    is_alone, is_aside, is_one_side, known_subjects, last_doers, names, points_back, state_of, subject,
};
use super::made;
use crate::language::{Relation, Upos};

/// How many sentences back "the attack" still points.
const REACH: usize = 3;

/// Gives such mentions without a target those who did what their objects speak of.
pub(in super::super) fn blame(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for (index, reading) in readings.iter().enumerate() {
        for at in starts[index]..starts[index + 1] {
            let draft = &drafts[at];
            let kind = reading.kind(&draft.found);
            if !(kind.answers || kind.retaliates) || draft.mention.targets.iter().any(known) {
                continue;
            }
            let answer = Answer { readings, starts, drafts, index, at };
            let doers = if kind.answers { answer.doers() } else { answer.retaliation() };
            let apart = |doers: &Vec<Participant>| {
                let own = |one| draft.mention.sources.iter().any(|own| is_one_side(reading, one, own));
                !doers.iter().any(own)
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
        // "denied the charge": what is no side of it either is what it is about.
        let about = found.arguments.at(Place::Object).map(|object| reading.core(object));
        let about: Vec<usize> = objects.iter().copied().chain(about).collect();
        let here = &self.drafts[self.starts[self.index]..self.starts[self.index + 1]];
        let told = here.iter().find(|other| objects.contains(&other.found.head));
        told.map(|told| told.mention.sources.clone())
            .filter(|doers| !doers.is_empty())
            .or_else(|| self.named(&about))
            .or_else(|| self.striking(&objects))
            .or_else(|| self.aside(&objects))
            .or_else(|| made::maker(reading, &self.drafts[self.at], &about))
            .or_else(|| self.pointed_at(&objects))
            .or_else(|| self.spoken(&about))
            .or_else(|| self.unspoken(&objects))
    }

    /// Whoever did what it pays him back for: what it is told to be over, or the last harm done to the one who retaliates.
    fn retaliation(&self) -> Option<Vec<Participant>> {
        let is_verb = |draft: &Draft| self.reading().trigger(&draft.found).part == TriggerPart::Verb;
        let draft = &self.drafts[self.at];
        let harms = |other: &Draft| {
            is_verb(other)
                && self.tone(other) == Tone::Hostile
                && self.is_to_him(other)
                && !self.is_met_by(other)
        };
        let struck = || last_doers(self.before(1), draft, harms).filter(|_| is_verb(draft));
        self.occasion().or_else(struck)
    }

    /// "Police clash with workers protesting the rise": what those are at whom an act meets is no answer to it, where it is told what
    /// it is about.
    fn is_met_by(&self, other: &Draft) -> bool {
        let grammar = &self.reading().grammar;
        let draft = &self.drafts[self.at];
        let verb = draft.found.anchor();
        let above = other.found.anchor();
        let is_about = |word: usize| matches!(grammar.lower(word), "against" | "over" | "about");
        let mut own = draft.found.arguments.list.iter().map(|argument| argument.token);
        let is_told = own.any(|noun| grammar.preposition(noun).is_some_and(is_about))
            || draft.found.arguments.at(Place::Object).any(|object| !self.is_thrown(object));
        let tells_of = |at: usize| matches!(grammar.relation(at), Relation::Acl | Relation::AclRelcl);
        is_told
            && other.mention.sentence == draft.mention.sentence
            && grammar.below(verb, above)
            && grammar.upward(verb).take_while(|&at| at != above).any(tells_of)
    }

    /// "youths throwing stones": what is thrown is not what it is about.
    fn is_thrown(&self, object: usize) -> bool {
        let reading = self.reading();
        reading.rules.in_class("weapon", reading.grammar.lemma(object))
    }

    fn tone(&self, draft: &Draft) -> Tone {
        self.reading().kind(&draft.found).tone
    }

    /// "imposed sanctions over the invasion", "marched against the decree that the president had signed": whoever did what
    /// it is over.
    fn occasion(&self) -> Option<Vec<Participant>> {
        let reading = self.reading();
        let grammar = &reading.grammar;
        let found = &self.drafts[self.at].found;
        let is_over = |noun: usize| {
            grammar
                .preposition(noun)
                .is_some_and(|word| matches!(grammar.lower(word), "over" | "for" | "against"))
        };
        let own = found.arguments.list.iter().map(|argument| argument.token);
        let objects = found.arguments.at(Place::Object);
        let inner = objects.flat_map(|object| grammar.children(object));
        let mut deeds = own.chain(inner).filter(|&noun| is_over(noun)).map(|noun| reading.core(noun));
        let here = &self.drafts[self.starts[self.index]..self.starts[self.index + 1]];
        deeds.find_map(|deed| {
            let told =
                here.iter().find(|other| other.found.head == deed && self.tone(other) == Tone::Hostile);
            let doers = told.map(|told| told.mention.sources.clone()).filter(|doers| doers.iter().any(known));
            let before = || {
                let is_it = |other: &Draft| names(reading, deed, other, true);
                is_alone(reading, deed).then(|| last_doers(self.before(REACH), &self.drafts[self.at], is_it))
            };
            doers.or_else(|| self.maker(deed)).or_else(|| before().flatten())
        })
    }

    /// "the decree that the president had signed": he, where he is not only said to say something.
    fn maker(&self, deed: usize) -> Option<Vec<Participant>> {
        let grammar = &self.reading().grammar;
        let mut clauses = grammar.children(deed);
        let clause = clauses.find(|&child| {
            matches!(grammar.relation(child), Relation::AclRelcl | Relation::Acl)
                && grammar.has_nominal_subject(child)
        })?;
        subject(self.reading(), std::iter::once(clause))
    }

    fn reading(&self) -> &'r Reading<'a> {
        &self.readings[self.index]
    }

    /// The mentions before it, from so many sentences back in its paragraph.
    fn before(&self, reach: usize) -> &'r [Draft] {
        let mut near = self.index.saturating_sub(reach)..self.index;
        let first = near.find(|&at| self.is_in_paragraph(&self.readings[at])).unwrap_or(self.index);
        &self.drafts[self.starts[first]..self.at]
    }

    /// The sentence before, if it stands in the same paragraph.
    fn sentence_before(&self) -> Option<&'r Reading<'a>> {
        let before = &self.readings[self.index.checked_sub(1)?];
        self.is_in_paragraph(before).then_some(before)
    }

    fn is_in_paragraph(&self, other: &Reading<'_>) -> bool {
        self.reading().grammar.sentence.shares_paragraph(other.grammar.sentence)
    }

    /// "rejected the demand": whoever demanded, of the one who answers rather than of others.
    fn named(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let (reading, draft) = (self.reading(), &self.drafts[self.at]);
        let object = *objects.iter().find(|&&object| is_alone(reading, object))?;
        let told = |exactly: bool, to_him: bool| {
            last_doers(self.before(REACH), draft, |other| {
                names(reading, object, other, exactly) && (!to_him || self.is_to_him(other))
            })
        };
        let of_him = told(true, true).or_else(|| told(false, true));
        of_him.or_else(|| told(true, false)).or_else(|| told(false, false))
    }

    /// Whether another act is done to the one who answers, or to people of the state that he stands for.
    fn is_to_him(&self, other: &Draft) -> bool {
        let reading = self.reading();
        let answering = &self.drafts[self.at].mention.sources;
        let is_he = |target| {
            answering.iter().any(|own| {
                let state = state_of(reading, own);
                is_one_side(reading, target, own) || state.is_some() && state == reading.country(target)
            })
        };
        other.mention.targets.iter().any(is_he)
    }

    /// "Kenya said that Uganda had armed the rebels; Uganda denied the allegation": whoever said so last.
    fn spoken(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let (reading, draft) = (self.reading(), &self.drafts[self.at]);
        let is_said = |&&object: &&usize| points_back(reading, object, "pointing-speech");
        let object = *objects.iter().find(is_said)?;
        let anchor = draft.found.anchor().min(object);
        speaker(reading, anchor).or_else(|| {
            let before = self.sentence_before()?;
            speaker(before, before.grammar.len())
        })
    }

    /// "Ghana demanded the officers. Togo refused": whoever wanted something of the one who answers.
    fn unspoken(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let (reading, draft) = (self.reading(), &self.drafts[self.at]);
        let told = |place: Place| draft.found.arguments.at(place).next().is_some();
        let bare = objects.is_empty() && !told(Place::Object) && !told(Place::Complement);
        let asked = |other: &Draft| reading.kind(&other.found).said && self.is_to_him(other);
        (bare && reading.kind(&draft.found).said).then(|| last_doers(self.before(1), draft, asked)).flatten()
    }

    /// "condemned the attack": whoever attacked.
    fn striking(&self, objects: &[usize]) -> Option<Vec<Participant>> {
        let reading = self.reading();
        let points = objects.iter().any(|&object| points_back(reading, object, "pointing-strike"));
        let strikes = |other: &Draft| other.assessment.main && reading.trigger(&other.found).strikes;
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
            let before = self.sentence_before()?;
            subject(before, before.grammar.root().into_iter())
        })
    }
}

/// Who is the last to say something before a word of a sentence.
fn speaker(reading: &Reading<'_>, end: usize) -> Option<Vec<Participant>> {
    let grammar = &reading.grammar;
    let says = |&verb: &usize| {
        grammar.is_verb(verb) && reading.rules.in_class("putting-forward", grammar.lemma(verb))
    };
    let verb = (0..end).rev().find(says)?;
    known_subjects(reading, &reading.verb_arguments(verb))
}

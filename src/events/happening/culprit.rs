//! Who did a deed that nobody is told to have done, told behind it: by what he is called ("Two die in a shooting. The
//! gunman fled"), by what he says ("The rebels claimed responsibility") or by whom it is laid at his door ("The rebels are
//! suspected").

use super::super::draft::Draft;
use super::super::file::Tone;
use super::super::grammar::Place;
use super::super::matching::known;
use super::super::mention::Participant;
use super::super::reading::Reading;
use super::super::rule::Mode;
use super::answered::{known_subjects, names, points_back};
use super::sentence::meet;
use crate::language::{Relation, Upos};

/// How many sentences behind a deed its doer is still told by no more than "the gunman".
const REACH: usize = 2;

/// Gives violent deeds without a doer those who are told behind them to have done them.
pub(in super::super) fn charge(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for index in 0..readings.len() {
        for culprit in culprits(&readings[index]) {
            let told = Told { readings, starts, drafts, index };
            if let Some(at) = told.deed(&culprit) {
                drafts[at].mention.sources = culprit.who;
            }
        }
    }
}

/// Somebody who is told to have done something.
struct Culprit {
    /// The word by which he is told.
    token: usize,
    who: Vec<Participant>,
    trace: Trace,
}

/// What tells that he has done it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trace {
    /// He is called after it.
    Called,
    /// He owns up to it, or it is laid at his door: what is named as his, if anything.
    Answers(Option<usize>),
}

fn culprits(reading: &Reading<'_>) -> Vec<Culprit> {
    let tokens = 0..reading.grammar.len();
    tokens.filter_map(|token| called(reading, token).or_else(|| answering(reading, token))).collect()
}

/// "the gunman", "the suspect", "a suspect" who is caught.
fn called(reading: &Reading<'_>, token: usize) -> Option<Culprit> {
    let grammar = &reading.grammar;
    let noun = grammar.lemma(token);
    let suspect = reading.rules.in_class("suspect", noun);
    if grammar.upos(token) != Upos::Noun || !suspect && !reading.rules.in_class("culprit", noun) {
        return None;
    }
    let discounted = |child: usize| {
        reading.rules.in_class("discounting", grammar.lower(child))
            || matches!(grammar.lower(child), "no" | "another" | "other" | "any" | "would-be")
    };
    let pointed = grammar.is_definite(token) || suspect && is_caught(reading, token);
    // "the gunman's brother", "the killers of the judge" are of a deed that is named beside them.
    let own = grammar.relation(token) == Relation::Compound || grammar.relation(token) == Relation::NmodPoss;
    let more = |child: usize| {
        grammar.relation(child) == Relation::Nmod && child > token
            || matches!(grammar.relation(child), Relation::Acl | Relation::AclRelcl | Relation::NmodPoss)
    };
    if !pointed
        || own
        || is_cleared(reading, token)
        || grammar.children(token).any(|child| discounted(child) || more(child))
    {
        return None;
    }
    let who = reading.participants_as(token, true);
    (!who.is_empty()).then_some(Culprit { token, who, trace: Trace::Called })
}

/// "A suspect was arrested", unless it was for another matter.
fn is_caught(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let detained = |verb: &usize| {
        matches!(grammar.relation(noun), Relation::Obj | Relation::NsubjPass)
            && reading.rules.words.detaining.contains(grammar.lemma(*verb))
    };
    let verb = grammar.parent(noun).filter(detained);
    let is_matter = |child: usize| {
        let about = |word: usize| matches!(grammar.lower(word), "in" | "for" | "over" | "on");
        grammar.preposition(child).is_some_and(about)
            && reading.place_at(child).is_none()
            && !reading.is_time(child)
            && grammar.lemma(child) != "connection"
            && !points_back(reading, child, "pointing-strike")
    };
    verb.is_some_and(|verb| !grammar.children(verb).any(is_matter))
}

/// "The suspect was cleared": whoever is has done nothing.
fn is_cleared(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let cleared = |verb: usize| reading.rules.in_class("clearing", grammar.lemma(verb));
    matches!(grammar.relation(noun), Relation::Obj | Relation::NsubjPass)
        && grammar.parent(noun).is_some_and(cleared)
}

/// "The rebels claimed responsibility for it", "The rebels are suspected", "with the rebels blamed for the attack".
fn answering(reading: &Reading<'_>, verb: usize) -> Option<Culprit> {
    let grammar = &reading.grammar;
    if !grammar.is_verb(verb) || is_unsure(reading, verb) {
        return None;
    }
    let lemma = grammar.lemma(verb);
    let owned = grammar
        .child(verb, Relation::Obj)
        .filter(|&owned| reading.rules.in_class("owned-up", grammar.lemma(owned)))
        .filter(|_| reading.rules.in_class("owning-up", lemma));
    let blamed = reading.rules.in_class("blaming", lemma);
    let who = match owned {
        Some(owned) if !grammar.children(owned).any(|child| grammar.lower(child) == "no") => {
            known_subjects(reading, &reading.verb_arguments(verb))?
        }
        None if blamed => {
            let whom = blamed_one(reading, verb)?;
            reading.participants_as(whom, true).into_iter().filter(known).collect()
        }
        _ => return None,
    };
    let whose = |at: usize| {
        grammar.children(at).find(|&child| {
            grammar.preposition(child).is_some_and(|word| matches!(grammar.lower(word), "for" | "of" | "in"))
        })
    };
    let deed = whose(verb).or_else(|| owned.and_then(whose)).filter(|&deed| !reading.is_time(deed));
    (!who.is_empty()).then_some(Culprit { token: verb, who, trace: Trace::Answers(deed) })
}

/// "The rebels are suspected", "with the rebels blamed", of which the parser makes a past tense.
fn blamed_one(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let opening = |subject| grammar.preposition(subject).or_else(|| grammar.mark(verb));
    let with = grammar.child(verb, Relation::Nsubj).filter(|&subject| {
        let behind = opening(subject).is_some_and(|word| grammar.lower(word) == "with");
        behind && grammar.child(verb, Relation::Obj).is_none()
    });
    with.or_else(|| grammar.child(verb, Relation::NsubjPass))
}

/// Whether a verb is told not to be done, or that it might be.
fn is_unsure(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(verb).any(|child| {
        matches!(
            grammar.lower(child),
            "not" | "n't" | "never" | "may" | "might" | "could" | "would" | "can" | "should" | "if"
        )
    })
}

/// What is told before a culprit.
struct Told<'r, 'a> {
    readings: &'r [Reading<'a>],
    starts: &'r [usize],
    drafts: &'r [Draft],
    /// The sentence of the culprit.
    index: usize,
}

impl Told<'_, '_> {
    /// The deed that he has done: the last one told before him, if nobody is told to have done it.
    fn deed(&self, culprit: &Culprit) -> Option<usize> {
        let reading = &self.readings[self.index];
        let paragraph =
            |at: &usize| self.readings[*at].grammar.sentence.shares_paragraph(reading.grammar.sentence);
        let first = (self.index.saturating_sub(REACH)..=self.index).find(paragraph)?;
        let last = (self.starts[first]..self.starts[self.index + 1]).rev().find(|&at| {
            let draft = &self.drafts[at];
            self.is_deed(draft)
                && (draft.mention.sentence < self.index || draft.found.head < culprit.token)
                && !self.is_done_to(draft, culprit)
        })?;
        let happening = self.drafts[last].mention.happening;
        let mut mentions = self.drafts.iter().filter(|draft| draft.mention.happening == happening);
        let fits = mentions.all(|draft| {
            draft.mention.sources.is_empty()
                && draft.mention.status.is_told_as_done()
                && self.can_do(draft, culprit)
        });
        (fits && !self.does_another(culprit, happening)).then_some(last)
    }

    fn is_deed(&self, draft: &Draft) -> bool {
        let reading = &self.readings[draft.mention.sentence];
        // "Jets drove them out, killing ten": whose jets they are is another matter than who is met there.
        let by_craft = draft.found.arguments.at(Place::Subject).any(|subject| {
            reading
                .heads(subject)
                .into_iter()
                .any(|head| reading.rules.in_class("craft", reading.grammar.lemma(head)))
        });
        let hostile = reading.kind(&draft.found).tone == Tone::Hostile;
        hostile && !by_craft && reading.trigger(&draft.found).strikes && !draft.found.reciprocal(reading)
    }

    /// "The gunman was shot": that is another deed than his.
    fn is_done_to(&self, draft: &Draft, culprit: &Culprit) -> bool {
        meet(&draft.mention.targets, &culprit.who)
    }

    /// Whether he is told in his sentence to have struck elsewhere: whose deed is told with him need not have done another.
    fn does_another(&self, culprit: &Culprit, happening: usize) -> bool {
        let here = &self.drafts[self.starts[self.index]..self.starts[self.index + 1]];
        here.iter().any(|other| {
            other.mention.happening != happening
                && self.is_deed(other)
                && meet(&other.mention.sources, &culprit.who)
        })
    }

    /// Whether a deed can be of one who is so called, or is the one that he answers for.
    fn can_do(&self, draft: &Draft, culprit: &Culprit) -> bool {
        let reading = &self.readings[self.index];
        let grammar = &reading.grammar;
        match culprit.trace {
            Trace::Called => self.is_called_after(draft, grammar.lemma(culprit.token)),
            Trace::Answers(None) => true,
            Trace::Answers(Some(deed)) => {
                let core = reading.core(deed);
                matches!(grammar.lower(deed), "it" | "this")
                    || points_back(reading, core, "pointing-strike")
                    || grammar.is_definite(core) && names(reading, core, draft, true)
            }
        }
    }

    /// Whoever attacks or is suspected may have done anything; a bomber bombs, a gunman shoots, and both kill.
    fn is_called_after(&self, draft: &Draft, noun: &str) -> bool {
        let modes = &self.readings[draft.mention.sentence].kind(&draft.found).modes;
        let is_own = |mode: &&Mode| mode.performers.iter().any(|performer| performer == noun);
        let mut own = modes.iter().filter(is_own).peekable();
        let Some(mode) = draft.found.mode.map(|mode| &modes[mode]) else { return true };
        let named_by_doer = !mode.performers.is_empty();
        own.peek().is_none()
            || own.any(|own| {
                let alike = own.alike.contains(&mode.name) || mode.alike.contains(&own.name);
                own.name == mode.name || alike && !named_by_doer
            })
    }
}

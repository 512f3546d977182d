//! Whom pronouns and descriptions speak of: "he", "their", "the minister", "both sides".
//!
//! Sentences are read in order and every mention becomes a candidate for the words after it. A word that no
//! candidate clearly fits stays unresolved. "I" and "we" belong to whoever the tree says speaks.

mod descriptions;
mod pairs;
mod pronouns;
mod speakers;

use crate::actors::find::Registry;
use crate::actors::{ActorSort, MentionForm};
use crate::language::{Relation, Sentence};
use chrono::NaiveDate;
use std::ops::Range;

/// How far back, in sentences, a pronoun may reach.
const REACH: usize = 2;

/// Somebody who was spoken of.
#[derive(Debug, Clone)]
struct Candidate {
    actor: usize,
    sentence: usize,
    tokens: Range<usize>,
    /// The grammatical function of the mention.
    function: Function,
    form: MentionForm,
}

/// What a mention is in its clause, from the least to the most salient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Function {
    Other,
    Oblique,
    Object,
    Subject,
    MainSubject,
}

/// The reading so far.
struct Reader<'r, 'a> {
    registry: &'r mut Registry<'a>,
    date: Option<NaiveDate>,
    candidates: Vec<Candidate>,
}

/// Resolves pronouns and descriptions; `date` is the publication date, if it is known.
pub fn resolve(registry: &mut Registry, date: Option<NaiveDate>) {
    registry.sort();
    let mut next = 0;
    let found = registry.mentions.len();
    let mut reader = Reader { registry, date, candidates: Vec::new() };
    for sentence in 0..reader.registry.document.sentences.len() {
        let first = next;
        while next < found && reader.registry.mentions[next].sentence == sentence {
            next += 1;
        }
        reader.sentence(sentence, first..next);
    }
}

impl Reader<'_, '_> {
    fn sentence(&mut self, sentence: usize, mentions: Range<usize>) {
        let place = &self.registry.document.sentences[sentence];
        let mut next = mentions.start;
        for token in 0..place.tokens.len() {
            while next < mentions.end && self.registry.mentions[next].tokens.start <= token {
                self.known_mention(next, mentions.start);
                next += 1;
            }
            let covered = self.registry.mentions[mentions.start..next]
                .iter()
                .any(|mention| mention.tokens.contains(&token) && mention.form != MentionForm::Adjective);
            if covered {
                // "the two men" are those two, and not just any men.
                self.pair(sentence, token);
                continue;
            }
            if !self.pronoun(sentence, token)
                && !self.pair(sentence, token)
                && !self.counterpart(sentence, token)
            {
                self.description(sentence, token);
            }
        }
    }

    /// A mention that was found before: a description may still be resolved, and it becomes a candidate.
    fn known_mention(&mut self, index: usize, _first: usize) {
        let mention = &self.registry.mentions[index];
        let (actor, sentence, tokens) = (mention.actor, mention.sentence, mention.tokens.clone());
        let unresolved = matches!(mention.form, MentionForm::Description | MentionForm::Adjective)
            && self.registry.actors[actor].id.starts_with('/');
        let earlier = if unresolved {
            self.of_government(actor, sentence, &tokens).or_else(|| self.earlier(actor, sentence, &tokens))
        } else {
            None
        };
        let actor = match earlier {
            Some(earlier) => {
                self.registry.mentions[index].actor = earlier;
                self.registry.mentions[index].rule.push_str("; coreference");
                earlier
            }
            None => actor,
        };
        self.candidate(index, actor);
    }

    fn candidate(&mut self, index: usize, actor: usize) {
        let mention = &self.registry.mentions[index];
        let place = &self.registry.document.sentences[mention.sentence];
        let function = function(place, mention.head);
        let (sentence, tokens, form) = (mention.sentence, mention.tokens.clone(), mention.form);
        self.candidates.push(Candidate { actor, sentence, tokens, function, form });
    }

    /// Adds a mention for a pronoun or description.
    fn add(&mut self, actor: usize, sentence: usize, tokens: Range<usize>, form: MentionForm, rule: &str) {
        self.registry.mention(actor, sentence, tokens, form, rule);
        let index = self.registry.mentions.len() - 1;
        self.candidate(index, actor);
    }

    /// The candidates of the same part of the article, the latest first, back to `reach` sentences.
    fn back(&self, sentence: usize, reach: usize) -> impl Iterator<Item = &Candidate> {
        let part = self.registry.document.sentences[sentence].part;
        self.candidates
            .iter()
            .rev()
            .take_while(move |candidate| candidate.sentence + reach >= sentence)
            .filter(move |candidate| self.registry.document.sentences[candidate.sentence].part == part)
    }

    fn sort(&self, actor: usize) -> ActorSort {
        self.registry.actors[actor].sort
    }
}

/// The function of a token in its clause; a conjunct has that of the first of its row.
fn function(place: &Sentence, token: usize) -> Function {
    let mut at = token;
    for _ in 0..8 {
        let word = &place.tokens[at];
        match (word.relation, word.head) {
            (
                Relation::Conj | Relation::Flat | Relation::Compound | Relation::Appos | Relation::NmodDesc,
                Some(head),
            ) if word.relation != Relation::Compound || head == at + 1 => at = head,
            (Relation::Nsubj | Relation::NsubjPass, Some(head)) => {
                let main = place.tokens[head].head.is_none();
                return if main { Function::MainSubject } else { Function::Subject };
            }
            (Relation::Obj | Relation::Iobj, _) => return Function::Object,
            (Relation::Obl | Relation::OblAgent | Relation::NmodPoss, _) => return Function::Oblique,
            _ => return Function::Other,
        }
    }
    Function::Other
}

/// The nearest verb or predicate that governs a token.
fn clause(place: &Sentence, token: usize) -> Option<usize> {
    let mut at = token;
    for _ in 0..place.tokens.len() {
        let word = &place.tokens[at];
        let head = word.head?;
        if word.relation.is_argument()
            || matches!(word.relation, Relation::Xcomp | Relation::Advcl | Relation::Ccomp)
        {
            return Some(head);
        }
        at = head;
    }
    None
}

/// The subject of a predicate, looked for upward through the clauses that contain it.
fn subject(place: &Sentence, predicate: usize) -> Option<usize> {
    let subjects = [Relation::Nsubj, Relation::NsubjPass];
    place.children_in(predicate, &subjects).next()
}

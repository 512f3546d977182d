//! How a mention presents its happening: as something told before, or as something new.

use super::super::draft::Draft;
use super::super::grammar::Place;
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use crate::language::Relation;

/// How a mention presents its happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// "the attack", "his visit": something told before.
    Back,
    /// "an attack", "another attack": something new.
    New,
    /// "attacks on Aleppo": either.
    Bare,
    /// "attacked".
    Verb,
    /// "four were wounded in the attack": part of what was told before.
    Within,
    /// "It was the worst attack in years": what was told right before, by another name.
    Same,
    /// "attacked again".
    Again,
}

impl Manner {
    /// Machine rewording puts "a" for "the": there the article says nothing.
    pub fn of(reading: &Reading<'_>, draft: &Draft, reworded: bool) -> Self {
        let grammar = &reading.grammar;
        let head = draft.found.head;
        if reading.trigger(&draft.found).part != TriggerPart::Noun {
            let again = grammar.children(head).any(|child| {
                matches!(grammar.lower(child), "again" | "later" | "another" | "meanwhile" | "previously")
            });
            return match again {
                true => Self::Again,
                false if happens_within(reading, draft) => Self::Within,
                false => Self::Verb,
            };
        }
        if is_told_of_last(reading, head) {
            return Self::Same;
        }
        let mut manner = Self::Bare;
        for child in grammar.children(head) {
            match grammar.lower(child) {
                "another" | "other" | "further" | "new" | "second" | "third" | "previous" | "earlier"
                | "more" | "fresh" | "several" | "next" | "last" | "separate" | "similar" | "future"
                | "such" => {
                    return Self::New;
                }
                "a" | "an" | "one" if reworded => manner = Self::Back,
                "a" | "an" | "one" | "two" | "three" | "some" | "any" | "no" => return Self::New,
                "the" | "this" | "that" | "these" | "those" => manner = Self::Back,
                _ if grammar.relation(child) == Relation::NmodPoss => manner = Self::Back,
                _ => {}
            }
        }
        manner
    }
}

/// Whether a passive verb happens "in the attack", of which nothing else is said.
fn happens_within(reading: &Reading<'_>, draft: &Draft) -> bool {
    let grammar = &reading.grammar;
    draft.found.arguments.passive
        && draft.mention.sources.is_empty()
        && draft.found.arguments.list.iter().any(|argument| {
            let Place::Preposition(word) = argument.place else { return false };
            matches!(grammar.lower(word), "in" | "during")
                && ["generic-event", "pointing-strike"]
                    .iter()
                    .any(|class| reading.rules.in_class(class, grammar.lemma(argument.token)))
                && grammar.is_definite(argument.token)
                && grammar.children(argument.token).all(|child| {
                    matches!(grammar.relation(child), Relation::Det | Relation::Case | Relation::Punct)
                })
        })
}

/// "It was the third attack in a week", "This was one of the worst raids": whether a noun only tells what the sentence before
/// has been about.
fn is_told_of_last(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let one = grammar.parent(noun).filter(|&one| {
        let of = grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "of");
        of && grammar.relation(noun) == Relation::Nmod && grammar.lower(one) == "one"
    });
    let predicate = one.unwrap_or(noun);
    let is_pronoun = |child: usize| {
        grammar.relation(child).is_subject()
            && matches!(grammar.lower(child), "it" | "this" | "that" | "they" | "these" | "those")
    };
    // "It was not an attack", "It was the attack on the port that began the war".
    let turned = |child: usize| {
        matches!(grammar.lower(child), "not" | "n't" | "never" | "no")
            || grammar.relation(child) == Relation::AclRelcl
    };
    grammar.child(predicate, Relation::Cop).is_some()
        && grammar.children(predicate).any(is_pronoun)
        && ![predicate, noun].into_iter().any(|at| grammar.children(at).any(turned))
}

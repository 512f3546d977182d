//! In, after or while what something happens, and on what condition.

use super::super::grammar::{Arguments, Place};
use super::condition::Matcher;
use crate::language::Relation;

impl Matcher<'_, '_> {
    /// Who acts in the conditions on which a verb, or what it has for its content, is told: "if Israel does not withdraw".
    pub(super) fn condition_subjects(&self) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        let lays_down = |clause: usize| {
            let subject = grammar.child(clause, Relation::Nsubj).unwrap_or(clause);
            matches!(grammar.relation(clause), Relation::Advcl | Relation::Parataxis)
                && grammar.children(clause).any(|child| match grammar.lower(child) {
                    "if" | "unless" => child < clause,
                    "should" => child < subject,
                    _ => false,
                })
        };
        let told = std::iter::once(self.token).chain(self.reading.complements(self.arguments));
        told.flat_map(|verb| grammar.children(verb))
            .filter(|&clause| clause > self.token && lays_down(clause))
            .flat_map(|clause| {
                let inner = self.reading.verb_arguments(clause);
                inner.at(Place::Subject).collect::<Vec<_>>()
            })
            .collect()
    }

    /// What stands under "in", "after", "when" and the like, and who does it there to what.
    pub(super) fn circumstances(&self) -> Vec<usize> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        let mut found = self.stands_under(self.arguments);
        // "Ten were killed and thirty were injured after a crash": what is told last holds for both.
        if found.is_empty()
            && self.arguments.passive
            && let Some(later) = grammar.passive_conjuncts(self.token).next()
        {
            found = self.stands_under(&reading.verb_arguments(later));
        }
        // "killed following an avalanche"
        for child in grammar.children(self.token) {
            if grammar.lemma(child) == "follow"
                && matches!(grammar.relation(child), Relation::Advcl | Relation::Acl | Relation::Conj)
            {
                found.extend(grammar.child(child, Relation::Obj));
            }
        }
        found
    }

    /// Where the noun is: "a blast at a factory".
    pub(super) fn scenes(&self, noun: usize) -> impl Iterator<Item = usize> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        grammar.children(noun).filter(move |&child| {
            grammar.relation(child) == Relation::Nmod
                && grammar
                    .preposition(child)
                    .is_some_and(|word| reading.rules.in_class("scene", grammar.lower(word)))
        })
    }

    /// What stands under such a word among some arguments, with whoever does it there.
    fn stands_under(&self, arguments: &Arguments) -> Vec<usize> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        let mut found = Vec::new();
        for argument in &arguments.list {
            let Place::Preposition(word) = argument.place else { continue };
            if !matches!(
                grammar.lower(word),
                "in" | "after" | "when" | "as" | "while" | "during" | "by" | "following"
            ) {
                continue;
            }
            // "killed as rebels stormed a clinic" tells of no storm, and "when soldiers fired on a crowd" or "in the fire of
            // tanks" of no fire.
            let is = |class| reading.rules.in_class(class, grammar.lemma(argument.token));
            let harms = self.trigger.strikes || reading.rules.kinds[self.trigger.kind].befalls;
            let acts = grammar.is_verb(argument.token) && is("storming") && is("mishap")
                || self.is_gunfire(argument.token);
            if !(harms && acts) {
                found.push(argument.token);
            }
            found.extend(self.scenes(argument.token));
            // "killed in Oman in some of the heaviest rainfall": the parser may hang what it happens in on where.
            if harms && reading.place_at(argument.token).is_some() {
                let inner = grammar.children(argument.token).filter(|&child| {
                    child > argument.token
                        && grammar
                            .preposition(child)
                            .is_some_and(|word| matches!(grammar.lower(word), "in" | "during" | "after"))
                });
                found.extend(inner.flat_map(|child| [child, reading.core(child)]));
            }
            if grammar.is_verb(argument.token) {
                let met = reading.rules.in_class("met", grammar.lemma(argument.token));
                found.extend(grammar.children(argument.token).filter(|&child| {
                    grammar.relation(child).is_subject() || met && grammar.relation(child) == Relation::Obj
                }));
            }
        }
        found
    }

    /// "sniper fire", "the fire of government tanks": fire that somebody opens.
    fn is_gunfire(&self, token: usize) -> bool {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        let is_armed = |at: usize| {
            ["weapon", "craft", "striker", "force", "shooter"].iter().any(|class| {
                reading.rules.in_class(class, grammar.lemma(at))
                    || reading.rules.in_class(class, grammar.lower(at))
            })
        };
        grammar.lemma(token) == "fire"
            && grammar.children(token).any(|child| match grammar.relation(child) {
                Relation::Compound | Relation::Amod | Relation::NmodPoss => is_armed(child),
                Relation::Nmod => {
                    grammar
                        .preposition(child)
                        .is_some_and(|word| matches!(grammar.lower(word), "of" | "by" | "from"))
                        && is_armed(child)
                }
                _ => false,
            })
    }
}

//! Who is told to have done what somebody looks into, condemns or rejects: "allegations that two officers took bribes",
//! "expenses claimed by a senator", "whether the bank cheated".

use super::super::grammar::Place;
use super::condition::Matcher;
use crate::language::{Relation, Upos, Xpos};

impl Matcher<'_, '_> {
    /// Those who do what the object does not say by itself, or what an inquiry is into; people answer for themselves.
    pub(super) fn object_doers(&self) -> Vec<usize> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        let about = self.arguments.list.iter().filter(|argument| match argument.place {
            Place::Object => true,
            Place::Preposition(word) => matches!(grammar.lower(word), "into" | "of"),
            _ => false,
        });
        let matters: Vec<usize> = about
            .map(|argument| argument.token)
            .filter(|&token| {
                !grammar.is_verb(token) && !reading.is_people(token) && !reading.has_actor(token)
            })
            // "claims" of "expenses claims" may hang on either.
            .flat_map(|matter| {
                let more = grammar.children(matter).filter(move |&child| {
                    child > matter && matches!(grammar.relation(child), Relation::Obj | Relation::Conj)
                });
                std::iter::once(matter).chain(more)
            })
            .collect();
        let told = matters.iter().flat_map(|&matter| self.told_of(matter));
        let asked = grammar.children(self.token).filter_map(|clause| self.asked(clause));
        let involved = grammar.children(self.token).flat_map(|clause| self.involved(clause));
        told.chain(asked).chain(involved).filter(|&token| reading.may_act(token)).collect()
    }

    /// Who does it in the clause or behind the participle that says what a matter is.
    fn told_of(&self, matter: usize) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        // "an omission criticised by some", "a plan brokered by others" are not theirs.
        let participles = grammar
            .children(matter)
            .filter(|&child| grammar.relation(child) == Relation::Acl && child != self.token)
            .filter(|&child| self.reading.rules.in_class("doing", grammar.lemma(child)));
        let mut found: Vec<usize> = participles
            .flat_map(|participle| match grammar.xpos(participle) {
                Xpos::Vbn | Xpos::Vbd => self.agents(participle),
                _ => self.involved(participle),
            })
            .collect();
        // The parser hangs such a clause on the noun, on the inquiry or on its verb; the word between is the same.
        let that = (matter + 1 < grammar.len() && grammar.lower(matter + 1) == "that").then_some(matter + 1);
        let clause = that
            .and_then(|that| grammar.parent(that))
            .filter(|&verb| verb > matter + 1 && verb != self.token);
        found.extend(clause.into_iter().flat_map(|verb| self.doers_in(verb)));
        found.extend(self.doers_of(matter));
        found
    }

    /// "claims of fraud by the bank", "alleged use of poison by the army": who stands behind "by" in what a wrong is told by.
    fn doers_of(&self, matter: usize) -> Vec<usize> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        let is_wrong = |noun: usize| {
            ["crime", "deed"].iter().any(|class| reading.rules.in_class(class, grammar.lemma(noun)))
                || grammar
                    .children(noun)
                    .any(|child| child < noun && reading.rules.in_class("imputed", grammar.lower(child)))
        };
        let under = |noun: usize| grammar.children(noun).filter(move |&child| reading.is_of_thing(child));
        let nouns: Vec<usize> = std::iter::once(matter).chain(under(matter)).collect();
        // "condemned the killing at the hands of rebels": nobody condemns at others' hands, wherever the parser hangs them.
        let above = nouns.iter().copied().chain(std::iter::once(self.token));
        let at_the_hands: Vec<usize> = above.flat_map(|word| self.at_the_hands_of(word)).collect();
        if !at_the_hands.is_empty() {
            return at_the_hands;
        }
        let Some(&wrong) = nouns.iter().find(|&&noun| is_wrong(noun)) else { return Vec::new() };
        let by = |child: &usize| {
            grammar.relation(*child) == Relation::Nmod
                && grammar.preposition(*child).is_some_and(|word| grammar.lower(word) == "by")
        };
        let own =
            std::iter::once(wrong).chain(under(wrong)).flat_map(|noun| grammar.children(noun)).filter(by);
        // Nor does an active verb have an agent: the parser may hang the wrong's on it.
        let active = !self.arguments.passive && grammar.is_verb(self.token);
        own.chain(self.agents(self.token).into_iter().filter(|_| active)).collect()
    }

    /// "the deaths of ten people at the hands of rebels": the rebels.
    fn at_the_hands_of(&self, noun: usize) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        let behind = |above: usize, word: &'static str| {
            grammar.children(above).filter(move |&child| {
                child > above
                    && matches!(grammar.relation(child), Relation::Nmod | Relation::Obl)
                    && grammar.preposition(child).is_some_and(|at| grammar.lower(at) == word)
            })
        };
        let hands = behind(noun, "at").filter(|&hands| grammar.lower(hands) == "hands");
        hands.flat_map(|hands| behind(hands, "of")).collect()
    }

    /// The subject of a clause, or the agent of a passive one.
    fn doers_in(&self, verb: usize) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        if grammar.passive(verb) {
            return self.agents(verb);
        }
        let subject = grammar.child(verb, Relation::Nsubj);
        subject.filter(|&subject| grammar.lower(subject) != "that").into_iter().collect()
    }

    fn agents(&self, verb: usize) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        let by = |&child: &usize| {
            child > verb
                && matches!(grammar.relation(child), Relation::OblAgent | Relation::Obl)
                && grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "by")
        };
        grammar.children(verb).filter(by).collect()
    }

    /// "is investigating whether the bank cheated": of whom it is asked.
    fn asked(&self, clause: usize) -> Option<usize> {
        let grammar = &self.reading.grammar;
        let asks = grammar.is_verb(clause)
            && clause > self.token
            && matches!(grammar.relation(clause), Relation::Ccomp | Relation::Advcl)
            && grammar
                .children(clause)
                .any(|word| word < clause && matches!(grammar.lower(word), "whether" | "how" | "why"));
        asks.then(|| self.doers_in(clause)).into_iter().flatten().find(|&subject| {
            // "how he became a target": he may well be who asks.
            grammar.upos(subject) != Upos::Pron
        })
    }

    /// "an inquiry involving deals by the mayor": who deals, or whom it involves.
    fn involved(&self, participle: usize) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        let involves = grammar.relation(participle) == Relation::Acl
            && matches!(grammar.lower(participle), "involving" | "concerning" | "implicating");
        if !involves {
            return Vec::new();
        }
        let agents = self.agents(participle);
        let inner = grammar.child(participle, Relation::Obj).into_iter().flat_map(|object| {
            let by = grammar
                .children(object)
                .filter(|&child| grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "by"));
            by.chain(std::iter::once(object)).collect::<Vec<_>>()
        });
        agents.into_iter().chain(inner).take(1).collect()
    }
}

//! One rule tried at one word: whether its conditions hold.

use super::super::grammar::{Arguments, Place};
use super::super::reading::Reading;
use super::super::rule::{Condition, Keyword, Slot, Subject, Test, Trigger, TriggerPart};
use super::{Found, is_negated_act, negated};
use crate::language::{Relation, Upos, Xpos};

/// One rule tried at one token.
pub(super) struct Matcher<'a, 'b> {
    pub reading: &'a Reading<'b>,
    pub token: usize,
    pub arguments: &'a Arguments,
    pub known: &'a [Found],
    pub trigger: &'a Trigger,
}

impl Matcher<'_, '_> {
    pub fn fits(&self) -> bool {
        self.trigger.when.iter().all(|condition| self.holds(condition))
            && !self
                .trigger
                .unless
                .iter()
                .any(|condition| self.holds(condition) || self.holds_nested(condition))
            && self.subject_may_act()
    }

    /// Unless its conditions speak of the subject, a verb needs one that can act.
    fn subject_may_act(&self) -> bool {
        if self.trigger.part != TriggerPart::Verb
            || self.trigger.when.iter().any(|condition| condition.of == Subject::Slot(Slot::Subject))
        {
            return true;
        }
        let mut subjects = self.arguments.at(Place::Subject).peekable();
        // "Planes bombed" alone tells too little.
        let strikes = self.trigger.strikes && self.arguments.at(Place::Object).next().is_some();
        subjects.peek().is_none()
            || subjects.any(|subject| self.reading.may_act(subject) || strikes && self.is_craft(subject))
    }

    /// "warplanes": machines of war strike for those who send them.
    pub(super) fn is_craft(&self, token: usize) -> bool {
        self.reading.rules.in_class("craft", self.reading.grammar.lemma(self.reading.core(token)))
    }

    /// Whether a condition on a preposition holds of one that the parser hung on the object: "fired missiles into the
    /// sea".
    fn holds_nested(&self, condition: &Condition) -> bool {
        let Subject::Slot(slot @ Slot::Preposition(_)) = &condition.of else { return false };
        self.trigger.part == TriggerPart::Verb
            && self
                .tokens_or_nested(slot)
                .into_iter()
                .any(|token| condition.tests.iter().any(|test| self.token_passes(test, token)))
    }

    /// Whether a condition holds.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        let tests = &condition.tests;
        match &condition.of {
            Subject::Slot(slot) => self
                .tokens_in(slot)
                .into_iter()
                .any(|token| tests.iter().any(|test| self.token_passes(test, token))),
            Subject::Any => self
                .arguments
                .list
                .iter()
                .any(|argument| tests.iter().any(|test| self.token_passes(test, argument.token))),
            Subject::Voice => tests.iter().any(|test| match test {
                Test::Keyword(Keyword::Passive) => self.arguments.passive,
                Test::Keyword(Keyword::Active) => !self.arguments.passive,
                _ => false,
            }),
            Subject::Form => tests.iter().any(|test| self.form_passes(test)),
            Subject::ComplementForm => {
                // Every keyword must hold of one complement.
                self.reading
                    .complements(self.arguments)
                    .into_iter()
                    .any(|complement| tests.iter().all(|test| self.complement_passes(test, complement)))
            }
            Subject::ComplementVerb => self
                .reading
                .complements(self.arguments)
                .into_iter()
                .any(|complement| tests.iter().any(|test| self.token_passes(test, complement))),
            Subject::ComplementAny => self
                .reading
                .complements(self.arguments)
                .into_iter()
                .flat_map(|complement| {
                    let inner = self.reading.verb_arguments(complement);
                    // Whoever does it there is no part of what is asked.
                    let told = inner.list.iter().filter(|argument| argument.place != Place::Subject);
                    // "deploy missiles along the border", which a parser hangs on the missiles.
                    let grammar = &self.reading.grammar;
                    let beneath = |token| {
                        grammar.children(token).filter(|&child| grammar.relation(child) == Relation::Nmod)
                    };
                    let tokens = told.map(|argument| argument.token);
                    let tokens = tokens.flat_map(|token| std::iter::once(token).chain(beneath(token)));
                    tokens.chain([complement]).collect::<Vec<_>>()
                })
                .any(|token| tests.iter().any(|test| self.token_passes(test, token))),
            // "promised not to attack": what is not done is no deed, unless the rule itself is about what is refused.
            Subject::Content => self.contents().any(|found| {
                if !self.trigger.refuses() && is_negated_act(self.reading, found) {
                    return false;
                }
                let kind = self.reading.kind(found);
                tests.iter().any(|test| match test {
                    Test::Tone(tone) => kind.tone == *tone,
                    Test::Word(name) => kind.name == name.as_str(),
                    _ => false,
                })
            }),
            Subject::Before => self.token.checked_sub(1).is_some_and(|before| {
                tests.iter().any(
                    |test| matches!(test, Test::Word(word) if word == self.reading.grammar.lower(before)),
                )
            }),
            Subject::Sentence => (0..self.reading.grammar.len())
                .any(|token| tests.iter().any(|test| self.token_passes(test, token))),
            Subject::Governor => {
                let top = self.reading.grammar.first_conjunct(self.token);
                self.reading
                    .grammar
                    .parent(top)
                    .is_some_and(|head| tests.iter().any(|test| self.token_passes(test, head)))
            }
            Subject::Joined => {
                let top = self.reading.grammar.first_conjunct(self.token);
                top != self.token && tests.iter().any(|test| self.token_passes(test, top))
            }
        }
    }

    /// The events that stand in the content: under the complement, or as its object.
    pub(super) fn contents(&self) -> impl Iterator<Item = &Found> {
        let complements = if self.trigger.content.is_empty() {
            self.reading.complements(self.arguments)
        } else {
            self.trigger.content.iter().flat_map(|slot| self.tokens_in(slot)).collect()
        };
        self.known.iter().filter(move |found| {
            found.head != self.token && complements.iter().any(|&complement| self.leads_to(complement, found))
        })
    }

    /// Whether an event is what a complement comes down to: it itself, its object, or what it begins or
    /// continues ("to resume shelling", "to continue aid").
    fn leads_to(&self, complement: usize, found: &Found) -> bool {
        let grammar = &self.reading.grammar;
        let words = &self.reading.rules.words;
        if found.arguments.carrier == Some(complement) {
            return true;
        }
        let mut at = grammar.first_conjunct(found.head);
        for step in 0..4 {
            if at == complement || found.head == complement {
                return true;
            }
            let Some(head) = grammar.parent(at) else { return false };
            let object = matches!(
                grammar.relation(at),
                Relation::Obj
                    | Relation::Xcomp
                    | Relation::NsubjPass
                    | Relation::Obl
                    | Relation::Nmod
                    | Relation::Conj
            );
            let lemma = grammar.lemma(head);
            let light = words.factual.contains(lemma)
                || words.support.contains(lemma)
                || words.aspect.contains(lemma);
            if !object || (step > 0 && !light && head != complement) {
                return false;
            }
            at = head;
        }
        false
    }

    /// The heads in a slot.
    pub(super) fn tokens_in(&self, slot: &Slot) -> Vec<usize> {
        let arguments = self.arguments;
        let grammar = &self.reading.grammar;
        match slot {
            Slot::Subject => arguments.at(Place::Subject).collect(),
            Slot::Object => {
                arguments.at(Place::Object).filter(|&token| !self.reading.is_time(token)).collect()
            }
            Slot::Indirect => arguments.at(Place::Indirect).collect(),
            Slot::Complement => self.reading.complements(arguments),
            Slot::Possessor => arguments.at(Place::Possessor).collect(),
            Slot::Modifier => arguments.at(Place::Modifier).collect(),
            Slot::Particle => arguments.at(Place::Particle).collect(),
            Slot::Preposition(word) => arguments
                .list
                .iter()
                .filter(|argument| match argument.place {
                    Place::Preposition(token) => {
                        grammar.lower(token) == word.as_str() && !self.reading.is_time(argument.token)
                    }
                    _ => false,
                })
                .map(|argument| argument.token)
                .collect(),
            Slot::Head => grammar.parent(self.token).into_iter().collect(),
            Slot::ContentSubject => self
                .reading
                .complements(arguments)
                .into_iter()
                // "complained that there was no bread": nobody does that.
                .filter(|&complement| grammar.child(complement, Relation::Expl).is_none())
                .filter_map(|complement| {
                    let inner = self.reading.verb_arguments(complement);
                    inner.at(Place::Subject).next().or_else(|| inner.at(Place::Object).next())
                })
                .collect(),
            Slot::ConditionSubject => self.condition_subjects(),
            Slot::Circumstance => self.circumstances(),
            Slot::ObjectDoer => self.object_doers(),
            Slot::Payer => self.payers(),
            Slot::ObjectOwner => arguments
                .at(Place::Object)
                .flat_map(|object| grammar.children(object))
                .filter(|&child| match grammar.relation(child) {
                    Relation::NmodPoss => true,
                    Relation::Nmod => {
                        grammar.preposition(child).is_some_and(|word| grammar.lower(word) == "of")
                    }
                    _ => false,
                })
                .collect(),
            Slot::SubjectScene => arguments
                .at(Place::Subject)
                // "a series of blasts at a factory"
                .flat_map(|subject| [subject, self.reading.core(subject)])
                .flat_map(|noun| self.scenes(noun))
                .collect(),
            Slot::ContentTarget | Slot::ContentSource => Vec::new(),
        }
    }

    fn token_passes(&self, test: &Test, token: usize) -> bool {
        let reading = self.reading;
        match test {
            Test::Present => true,
            Test::Word(word) => self.some_head(token, |head| match word.rsplit_once(' ') {
                Some((before, noun)) => self.is_noun_behind(head, before, noun),
                None => self.is_word(head, word),
            }),
            // Some of them are a single token ("co-operation"), and some are written in two words.
            Test::Compound(word) => self.some_head(token, |head| {
                let in_two = |(before, noun)| self.is_noun_behind(head, before, noun);
                self.is_word(head, word)
                    || word.rsplit_once('-').is_some_and(in_two)
                    || reading.grammar.compounds(head).any(|compound| word == compound.as_str())
            }),
            Test::Class(class) => {
                let is_of_class = |head: usize| {
                    let lower = reading.grammar.lower(head);
                    reading.rules.in_class(class, reading.grammar.lemma(head))
                        || reading.rules.in_class(class, lower)
                        || reading.grammar.compounds(head).any(|word| reading.rules.in_class(class, &word))
                        || reading.grammar.upos(head) == Upos::Propn
                            && lower.strip_suffix('s').is_some_and(|stem| reading.rules.in_class(class, stem))
                };
                match self.only_counts(token) {
                    true => reading.heads(token).into_iter().any(is_of_class),
                    false => self.some_head(token, is_of_class),
                }
            }
            Test::Actor => reading.is_actor(token) || reading.may_act(token),
            Test::Sort(sort) => reading.is_sort(token, *sort),
            Test::Place => reading.place_at(reading.core(token)).is_some(),
            Test::Name => self.some_head(token, |head| reading.grammar.upos(head) == Upos::Propn),
            Test::Number => reading.grammar.upos(token) == Upos::Num && reading.core(token) == token,
            Test::Pronoun => self.some_head(token, |head| reading.grammar.upos(head) == Upos::Pron),
            Test::Keyword(_) | Test::Tone(_) => false,
        }
    }

    fn is_word(&self, token: usize, word: &str) -> bool {
        self.reading.grammar.lemma(token) == word || self.reading.grammar.lower(token) == word
    }

    /// "rescue team": a noun with what stands before it.
    fn is_noun_behind(&self, token: usize, before: &str, noun: &str) -> bool {
        let mut children = self.reading.grammar.children(token);
        self.is_word(token, noun) && children.any(|child| child < token && self.is_word(child, before))
    }

    fn some_head(&self, token: usize, passes: impl Fn(usize) -> bool) -> bool {
        passes(token)
            || self.reading.heads(token).into_iter().any(&passes)
            || self.thing_named(token).is_some_and(passes)
    }

    /// "the ferry Sewol": what it is that has a name and is wrecked.
    fn thing_named(&self, token: usize) -> Option<usize> {
        let (reading, grammar) = (self.reading, &self.reading.grammar);
        let befalls = reading.rules.kinds[self.trigger.kind].befalls;
        grammar
            .child(token, Relation::NmodDesc)
            .filter(|&thing| befalls && grammar.upos(token) == Upos::Propn && reading.is_struck(thing))
    }

    /// "a team of bombers": whether a noun only counts others, which are of its class or not.
    fn only_counts(&self, token: usize) -> bool {
        let reading = self.reading;
        reading.rules.words.quantity.contains(reading.grammar.lemma(token)) && reading.core(token) != token
    }

    fn form_passes(&self, test: &Test) -> bool {
        let grammar = &self.reading.grammar;
        let plural = matches!(grammar.xpos(self.token), Xpos::Nns | Xpos::Nnps);
        match test {
            Test::Word(word) => grammar.lower(self.token) == word.as_str(),
            Test::Keyword(Keyword::Plural) => plural,
            Test::Keyword(Keyword::Singular) => !plural,
            Test::Keyword(Keyword::Definite) => grammar.is_definite(self.token),
            Test::Keyword(Keyword::Gerund) => grammar.xpos(self.token) == Xpos::Vbg,
            Test::Keyword(Keyword::Past) => matches!(grammar.xpos(self.token), Xpos::Vbd | Xpos::Vbn),
            _ => false,
        }
    }

    fn complement_passes(&self, test: &Test, complement: usize) -> bool {
        let grammar = &self.reading.grammar;
        let Test::Keyword(keyword) = test else { return false };
        let auxiliary = |words: &[&str]| {
            grammar.children(complement).any(|child| {
                matches!(grammar.relation(child), Relation::Aux | Relation::Cop)
                    && words.contains(&grammar.lemma(child))
                    || (grammar.relation(child) == Relation::Aux && words.contains(&grammar.lower(child)))
            })
        };
        let to = grammar
            .children(complement)
            .any(|child| grammar.relation(child) == Relation::Mark && grammar.lower(child) == "to");
        // "named Ann Lind envoy": a post without a form of "be" is no clause.
        let bare = grammar.relation(complement) == Relation::Xcomp
            && grammar.upos(complement) == Upos::Noun
            && self.reading.rules.in_class("office", grammar.lemma(complement))
            && grammar.child(complement, Relation::Cop).is_none();
        match keyword {
            Keyword::Infinitive => to,
            Keyword::Finite => !to && !bare && grammar.xpos(complement) != Xpos::Vbg,
            Keyword::Gerund => grammar.xpos(complement) == Xpos::Vbg,
            Keyword::Will => auxiliary(&["will", "shall", "'ll", "would", "wo", "’ll"]),
            Keyword::Would => auxiliary(&["would", "could", "may", "might"]),
            Keyword::Must => {
                auxiliary(&["must", "should", "ought"])
                    // "had to be rescued", "are having to pay": told, and not asked of anybody.
                    || grammar.necessary(complement).is_some_and(|deed| {
                        let told = grammar.xpos(complement) == Xpos::Vbd && grammar.passive(deed);
                        grammar.xpos(complement) != Xpos::Vbg && !told
                    })
            }
            Keyword::Negative => negated(self.reading, complement),
            Keyword::Positive => !negated(self.reading, complement),
            Keyword::Past => grammar.xpos(complement) == Xpos::Vbd || auxiliary(&["have", "be"]) && !to,
            Keyword::Passive => grammar.passive(complement),
            Keyword::Subjunctive => grammar.xpos(complement) == Xpos::Vb && !to,
            Keyword::Question => grammar.children(complement).any(|child| {
                child < complement
                    && matches!(
                        grammar.lower(child),
                        "whether" | "if" | "why" | "how" | "what" | "who" | "where"
                    )
            }),
            Keyword::Unless => (0..grammar.len())
                .any(|token| grammar.lower(token) == "unless" && grammar.below(token, complement)),
            Keyword::SameSubject => self.same_subject(complement),
            Keyword::OtherSubject => !self.same_subject(complement),
            _ => false,
        }
    }

    /// Whether the complement is about what its speaker does: the same person or side, or a pronoun that
    /// nobody else claims.
    fn same_subject(&self, complement: usize) -> bool {
        let reading = self.reading;
        let grammar = &reading.grammar;
        let own = grammar.children(complement).find(|&child| {
            matches!(grammar.relation(child), Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter)
        });
        let Some(inner) = own else { return true };
        let Some(outer) = self.arguments.at(Place::Subject).next() else { return false };
        let (inner_actors, outer_actors) = (reading.participants(inner), reading.participants(outer));
        if inner_actors.iter().all(|one| one.actor.is_none() && one.code.is_none()) {
            return matches!(grammar.lower(inner), "it" | "he" | "she" | "they" | "we" | "i");
        }
        inner_actors.iter().any(|one| {
            outer_actors.iter().any(|two| {
                (one.actor.is_some() && one.actor == two.actor)
                    || match (reading.country(one), reading.country(two)) {
                        (Some(a), Some(b)) => a == b,
                        _ => false,
                    }
            })
        })
    }
}

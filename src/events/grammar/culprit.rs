//! Who has done a deed by what is told to come of it: whoever claims it, confesses it or is punished for it.

use super::argument::Control;
use super::{Arguments, Grammar, NounSupport, Place};
use crate::language::{Relation, Xpos};

/// How many nouns stand between a deed and the verb by which somebody answers for it: "jailed for his part in the raid".
const BETWEEN: usize = 3;

impl Grammar<'_> {
    /// "claims responsibility for a raid": whoever owns up to a deed has done it, whatever the parser hangs it on.
    pub(super) fn add_claimant(
        &self,
        deed: usize,
        head: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        // "claimed the raid", "The raid was claimed by rebels"
        let claimed = matches!(self.relation(deed), Relation::Obj | Relation::NsubjPass)
            && (words.is_claiming)(self.lemma(head))
            && [self.lemma(deed), self.lower(deed)].into_iter().any(words.is_violence);
        if claimed {
            self.lend_subject(head, control, found);
            found.carrier.get_or_insert(head);
        }
        if self.preposition(deed).is_none_or(|word| self.lower(word) != "for") {
            return;
        }
        let verb = if self.is_verb(head) { Some(head) } else { self.parent(head) };
        let owns_up = |&verb: &usize| {
            (words.is_owning_up)(self.lemma(verb))
                && self.child(verb, Relation::Obj).is_some_and(|owned| {
                    (words.is_owned_up)(self.lemma(owned)) && (head == verb || head == owned)
                })
        };
        if let Some(verb) = verb.filter(owns_up) {
            self.lend_subject(verb, control, found);
        }
    }

    /// "pleads guilty to the murder", "jailed for his part in the raid": whoever confesses a deed, or is tried or punished
    /// for it, has done it.
    pub(super) fn add_culprit(
        &self,
        deed: usize,
        top: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        let said = self.children(deed).any(|child| {
            self.relation(child) == Relation::NmodPoss
                || self.preposition(child).is_some_and(|word| matches!(self.lower(word), "by" | "between"))
        });
        if said {
            return;
        }
        // "jailed for planning the raid"
        let planned = self.parent(top).filter(|&gerund| {
            self.relation(top) == Relation::Obj
                && self.xpos(gerund) == Xpos::Vbg
                && (words.is_masterminding)(self.lemma(gerund))
        });
        let mut at = planned.unwrap_or(top);
        for _ in 0..BETWEEN {
            let behind = self
                .preposition(at)
                .or_else(|| self.mark(at).filter(|_| planned == Some(at)))
                .is_some_and(|word| matches!(self.lower(word), "to" | "of" | "with" | "for" | "in" | "over"));
            let Some(head) = self.parent(at).filter(|_| behind) else { return };
            if self.is_verb(head) {
                self.add_answering(head, at, (words, control), found);
                return;
            }
            if (words.is_confessing)(self.lemma(head)) {
                self.add_guilty(head, control, found);
                return;
            }
            // "charges three men with the murder"
            let whose = self.relation(head) == Relation::Obj && !(words.is_share)(self.lemma(head));
            if whose {
                if let Some(verb) = self.parent(head).filter(|&verb| self.is_verb(verb)) {
                    self.add_answering(verb, at, (words, control), found);
                }
                return;
            }
            if !(words.is_share)(self.lemma(head)) {
                // "sentenced to death for the raid", "to 20 years in prison for it": the parser hangs it on the punishment.
                let punishment = self.upward(head).take(BETWEEN).find(|&noun| {
                    self.preposition(noun).is_some_and(|word| self.lower(word) == "to")
                        && self.parent(noun).is_some_and(|verb| self.is_verb(verb))
                });
                let verb = punishment.and_then(|noun| self.parent(noun));
                if let Some(verb) = verb.filter(|&verb| (words.is_condemning)(self.lemma(verb))) {
                    self.add_answering(verb, at, (words, control), found);
                }
                return;
            }
            at = head;
        }
    }

    /// "found guilty of the murder", "is guilty of the murder": whoever is has done it, unless he is not.
    fn add_guilty(&self, guilty: usize, control: &dyn Control, found: &mut Arguments) {
        let verb = self.parent(guilty).filter(|&verb| self.is_verb(verb));
        let is_no = |at: usize| matches!(self.lower(at), "not" | "n't" | "never");
        let denied = [Some(guilty), verb].into_iter().flatten().any(|at| self.children(at).any(is_no));
        if denied {
            return;
        }
        let own = self.children(guilty).filter(|&child| self.relation(child) == Relation::Nsubj);
        own.for_each(|child| found.push(Place::Subject, child));
        if let Some(verb) = verb.filter(|&verb| self.passive(verb)) {
            let judged = self.verb_arguments(verb, control);
            let whom = judged.list.iter().filter(|one| matches!(one.place, Place::Object | Place::Indirect));
            whom.filter(|one| one.token != guilty).for_each(|one| found.push(Place::Subject, one.token));
        }
    }

    /// "blamed the raid on the rebels": they are held to have raided, and were not raided. Of "the raid on the port on the
    /// rebels" the first is what was raided.
    pub(super) fn is_blamed_on(&self, deed: usize, preposition: usize, words: &NounSupport<'_>) -> bool {
        let on = |word: usize| matches!(self.lower(word), "on" | "upon");
        self.relation(deed) == Relation::Obj
            && on(preposition)
            && self.parent(deed).is_some_and(|verb| {
                (words.is_blamed)(self.lemma(verb))
                    && !(preposition + 1..self.len()).any(|word| on(word) && self.below(word, verb))
            })
    }

    fn add_answering(
        &self,
        verb: usize,
        below: usize,
        (words, control): (&NounSupport<'_>, &dyn Control),
        found: &mut Arguments,
    ) {
        let lemma = self.lemma(verb);
        let confesses = (words.is_confessing)(lemma)
            || self
                .children(verb)
                .any(|child| (words.is_confessing)(&format!("{lemma} {}", self.lower(child))));
        let denies = self.children(verb).any(|child| {
            let is_no = |at: usize| matches!(self.lower(at), "not" | "n't");
            is_no(child) || child > verb && child < below && self.children(child).any(is_no)
        });
        if denies {
            return;
        }
        // "sentenced to imprisonment": that is what is done to him.
        let behind = |word: &str| self.preposition(below).is_some_and(|before| self.lower(before) == word);
        let punishes = behind("to");
        // "detained in a raid", "forty detained over a bombing": nor did he raid, and hardly all of them bombed.
        let caught = (behind("in") || behind("over"))
            && (words.is_detaining)(lemma)
            && !(words.is_share)(self.lemma(below));
        // "accused the rebels of an unheard-of attack": that is what was told before, by what they think of it.
        let judged = (words.is_blaming)(lemma)
            && self.children(below).any(|child| matches!(self.lower(child), "a" | "an"));
        if confesses {
            self.lend_subject(verb, control, found);
        } else if (words.is_condemning)(lemma) && !punishes && !caught && !judged {
            self.verb_arguments(verb, control)
                .at(Place::Object)
                .filter(|&token| token != below)
                .for_each(|token| found.push(Place::Subject, token));
        }
    }
}

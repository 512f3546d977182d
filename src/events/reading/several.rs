//! Whether words are of one or of several: "British author and critic Ann Lind", "plans of Britain's Alpine Motors".

use super::Reading;
use crate::actors::{ActorMention, ActorSort, MentionForm};
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// "British author and critic Ann Lind was buried": nouns without articles before a name tell what one person is, where
    /// the verb does not speak of several.
    pub fn in_one_person(&self, heads: Vec<usize>) -> Vec<usize> {
        let Some((&last, before)) = heads.split_last() else { return heads };
        let row = before.iter().zip(&heads[1..]).all(|(&role, &next)| self.is_role_beside(role, next));
        let person = if self.is_called(last) { Some(last) } else { self.name_behind(&heads, last) };
        match person {
            Some(person) if row && !self.is_of_several(heads[0], last) => vec![person],
            _ => self.one_apposed(&heads).map_or(heads, |name| vec![name]),
        }
    }

    /// "The financier and Chad's envoy, Tom Hale, was there": the name behind two nouns for one, where the verb speaks of one.
    fn one_apposed(&self, heads: &[usize]) -> Option<usize> {
        let &[first, last] = heads else { return None };
        let one = heads.iter().all(|&head| self.grammar.xpos(head) == Xpos::Nn) && self.is_of_one(first);
        let is_name = |child: usize| {
            child > last
                && self.grammar.relation(child) == Relation::Appos
                && self.grammar.upos(child) == Upos::Propn
                && self.place_at(child).is_none()
        };
        self.grammar.children(last).find(|&child| one && is_name(child))
    }

    /// Whether a noun only tells what somebody is, of whom the next head of the row tells more.
    fn is_role_beside(&self, role: usize, next: usize) -> bool {
        let grammar = &self.grammar;
        let is_kind = |mention: &ActorMention| {
            let actor = &self.actors.actors[mention.actor];
            actor.sort == ActorSort::People
                || actor.sort == ActorSort::Person && !actor.named
                || mention.form == MentionForm::Adjective
        };
        // "author and critic Ann Lind": the name hangs on the last of its trades.
        let bearer =
            grammar.parent(next).filter(|_| grammar.relation(next) == Relation::Flat).unwrap_or(next);
        let own = grammar.children(next).chain(grammar.children(bearer)).chain([bearer]);
        let first = own.filter(|&child| child > role).min().unwrap_or(next).min(next);
        let settled = |child: usize| {
            matches!(grammar.lower(child), "a" | "an" | "another" | "his" | "her" | "their" | "its")
        };
        // "innovator and award-winning producer Ann Lind"
        let describes = |at: usize| {
            let above = [Some(at), grammar.parent(at)].into_iter().flatten();
            at >= first && above.map(|at| grammar.relation(at)).any(|by| by == Relation::Amod)
        };
        // "Canadian Senator and former director Ann Lind"
        let titled = grammar.xpos(role) == Xpos::Nnp
            && self.rules.in_class("office", grammar.lower(role))
            && grammar.child(role, Relation::Flat).is_none();
        let one = self.is_of_one(role);
        (grammar.xpos(role) == Xpos::Nn || titled)
            && !self.is_relative(role)
            && self.mentions_at(role).all(is_kind)
            && !grammar.children(role).any(|child| child < role && settled(child))
            && role < next
            && (role + 1..next).all(|at| {
                matches!(grammar.lower(at), "and" | ",")
                    || describes(at)
                    // "former governor of Utah and ambassador Ann Lind dies"
                    || one && grammar.below(at, role) && !grammar.below(at, next)
                    || at >= first && matches!(grammar.upos(at), Upos::Adj | Upos::Noun | Upos::Propn)
            })
            && grammar.child(next, Relation::Det).is_none()
    }

    /// Whether a head is a person's name or a noun that bears one.
    fn is_called(&self, head: usize) -> bool {
        self.mentions_at(head).any(|mention| {
            let actor = &self.actors.actors[mention.actor];
            actor.named && actor.sort == ActorSort::Person && mention.form == MentionForm::Name
        })
    }

    /// The name right behind a noun for people, which the parser hangs on another noun of the row or on its verb.
    fn name_behind(&self, heads: &[usize], last: usize) -> Option<usize> {
        let grammar = &self.grammar;
        let name = last + 1;
        if name >= grammar.len() || grammar.upos(name) != Upos::Propn || grammar.xpos(last) != Xpos::Nn {
            return None;
        }
        let above = grammar.parent(name)?;
        let own = above == last
            && heads.len() > 1
            && matches!(grammar.relation(name), Relation::Appos | Relation::Flat);
        let beside = own
            || heads.contains(&above) && above != last
            || grammar.parent(heads[0]) == Some(above) && grammar.relation(name) == Relation::Compound;
        let somebody = heads.len() > 1 || self.rules.is_people(grammar.lemma(last));
        let free = self.place_at(name).is_none() && !self.is_time(name);
        let person =
            self.mentions_at(name).all(|mention| self.actors.actors[mention.actor].sort == ActorSort::Person);
        (beside && somebody && free && person).then_some(name)
    }

    /// Whether the verb that a row is the subject of speaks of one, by its form.
    fn is_of_one(&self, role: usize) -> bool {
        let grammar = &self.grammar;
        let first = grammar.first_conjunct(role);
        let verb = grammar.parent(first).filter(|_| grammar.relation(first).is_subject());
        verb.is_some_and(|verb| {
            let singular = |child: usize| matches!(grammar.lower(child), "is" | "was" | "has");
            grammar.xpos(verb) == Xpos::Vbz || grammar.children(verb).any(singular)
        })
    }

    /// Whether the verb of a row speaks of several, by its form.
    fn is_of_several(&self, first: usize, last: usize) -> bool {
        if first == last {
            return false;
        }
        let grammar = &self.grammar;
        let Some(verb) = grammar.parent(first) else { return false };
        if !grammar.relation(first).is_subject() {
            return false;
        }
        let plural = |word: &str| matches!(word, "are" | "were" | "have");
        let helped = grammar.children(verb).filter(|&child| {
            matches!(grammar.relation(child), Relation::Aux | Relation::AuxPass | Relation::Cop)
        });
        let mut helped = helped.peekable();
        match helped.peek() {
            Some(_) => helped.any(|helper| plural(grammar.lower(helper))),
            None => grammar.xpos(verb) == Xpos::Vbp,
        }
    }

    /// "plans of Britain's Alpine Motors": something that has a name of its own is not whose country it is in.
    pub(super) fn is_something_named(&self, above: usize, child: usize) -> bool {
        let grammar = &self.grammar;
        !self.is_people(above)
            && grammar.relation(child) == Relation::Nmod
            && grammar.upos(child) == Upos::Propn
            && grammar.child(child, Relation::NmodPoss).is_some()
            && !self.has_actor(child)
            && self.place_at(child).is_none()
    }

    /// "cars in Spain", "the use of gas in Homs": whether a thing, which is no ground and nothing that is struck, is tied to an
    /// actor or a place only by where it is.
    pub fn is_thing_somewhere(&self, token: usize) -> bool {
        let head = self.core(token);
        let grammar = &self.grammar;
        let thing = grammar.upos(head) == Upos::Noun
            && !self.is_people(head)
            && !self.is_struck(head)
            && self.place_at(head).is_none()
            && !self.has_actor(head)
            && ["territory", "place-noun", "abroad", "force"]
                .iter()
                .all(|class| !self.rules.in_class(class, grammar.lemma(head)));
        let tied = |at: usize| self.has_actor(at) || self.place_at(at).is_some();
        let mut ties =
            grammar.children(head).filter(|&child| tied(child) || self.inner_actor(child, 2).is_some());
        thing
            && ties.all(|child| {
                grammar.relation(child) == Relation::Nmod
                    && grammar.preposition(child).is_some_and(|word| {
                        matches!(
                            grammar.lower(word),
                            "in" | "at" | "near" | "inside" | "outside" | "across" | "within" | "on"
                        )
                    })
            })
    }

    /// "the slaughter in Syria": whether what happens is tied to nobody but the place where it does.
    pub fn is_deed_in_place(&self, token: usize) -> bool {
        let head = self.core(token);
        let mut ties =
            self.grammar.children(head).filter(|&child| self.grammar.relation(child) == Relation::Nmod);
        self.happens(head)
            && self.is_thing_somewhere(token)
            && ties.all(|child| self.place_at(child).is_some())
    }

    /// "a protest outside the embassy": whether what people hold is tied to nobody but those where they hold it.
    pub fn is_held_somewhere(&self, token: usize) -> bool {
        let head = self.core(token);
        let nouns = self.rules.nouns.get(self.grammar.lemma(head)).into_iter().flatten();
        let mut kinds = nouns.map(|one| &self.rules.kinds[self.rules.triggers[one.trigger].kind]);
        kinds.any(|kind| kind.held)
            && !self.has_actor(head)
            && self.inner_actor(head, 1).is_some_and(|(child, _)| {
                self.grammar.relation(child) == Relation::Nmod
                    && self.grammar.preposition(child).is_some_and(|word| {
                        !matches!(self.grammar.lower(word), "of" | "by" | "from" | "against")
                    })
            })
    }

    /// "Each accused the other": whether words tell no more than that somebody is another.
    pub fn is_the_other(&self, participant: &Participant) -> bool {
        let mut heads = self.heads_of(participant).peekable();
        participant.actor.is_none()
            && participant.code.is_none()
            && heads.peek().is_some()
            && heads.all(|head| {
                self.grammar.lower(head) == "other"
                    && self
                        .grammar
                        .child(head, Relation::Det)
                        .is_some_and(|the| self.grammar.lower(the) == "the")
            })
    }

    /// "abuse of prisoners", "the killing of a guard": what is done to those whom its words tell.
    pub fn is_deed_to_somebody(&self, token: usize) -> bool {
        let grammar = &self.grammar;
        let done = ["deed", "crime"].iter().any(|class| self.rules.in_class(class, grammar.lemma(token)));
        let joined = grammar.coordinated(token);
        done && joined
            .iter()
            .flat_map(|&deed| grammar.children(deed))
            .any(|child| self.is_of(child) && self.heads(child).into_iter().any(|head| self.is_people(head)))
    }

    /// "Greek cargo ships": craft of no navy are of their country and not the state.
    pub(super) fn civil(&self, head: usize) -> Option<Participant> {
        let grammar = &self.grammar;
        let lemma = grammar.lemma(head);
        let before = || grammar.children(head).filter(|&child| child < head);
        let of_trade = before().any(|child| self.rules.in_class("trade", grammar.lower(child)));
        if !(self.rules.in_class("civil-craft", lemma) || self.rules.in_class("craft", lemma) && of_trade) {
            return None;
        }
        let state = before()
            .flat_map(|child| self.mentions_at(child))
            .find(|mention| self.actors.actors[mention.actor].sort == ActorSort::State)?;
        let code = self.actors.actors[state.actor].code.clone();
        Some(Participant { actor: None, location: self.phrase(head), code: Some(code) })
    }
}

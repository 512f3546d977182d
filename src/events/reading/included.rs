//! Those who are counted in by name: "12 people, including the journalist Ann Lind", "three leaders, among them Ann Lind".

use super::Reading;
use crate::events::mention::Participant;
use crate::language::{Relation, Upos, Xpos};

impl Reading<'_> {
    /// Those of some people, states or bodies who are told of by name. Of others who are counted in the whole tells enough:
    /// "ten people, including a child".
    pub(super) fn included(&self, head: usize) -> Vec<Participant> {
        let grammar = &self.grammar;
        if !matches!(grammar.xpos(head), Xpos::Nns | Xpos::Nnps) || self.is_struck(head) {
            return Vec::new();
        }
        // "a number of people, including …" hangs on the number.
        let whole = grammar.parent(head).filter(|&whole| self.core(whole) == head);
        let children = std::iter::once(head).chain(whole).flat_map(|above| grammar.children(above));
        let members = children.filter(|&child| child > head).flat_map(|child| self.counted_in(child));
        let members: Vec<usize> = members.filter(|&member| self.bears_own_name(member)).collect();
        let mut included = self.of_heads(members, false);
        // "militants, including commander Hassan Dahir": he commands them, and no army.
        let armed = self.mentions_at(head).map(|mention| &self.actors.actors[mention.actor].code);
        let armed = armed.filter(|code| matches!(code.rsplit('.').next(), Some("REB" | "UAF"))).last();
        if let Some(code) = armed {
            for one in &mut included {
                if self.role(one) == "MIL" && self.country(one).is_none() {
                    one.code = Some(code.clone());
                }
            }
        }
        included
    }

    /// Who stands behind "including" or "among them".
    fn counted_in(&self, child: usize) -> Vec<usize> {
        let grammar = &self.grammar;
        let opens = |word: &str| grammar.preposition(child).is_some_and(|at| grammar.lower(at) == word);
        if opens("including") {
            return self.listed(self.heads(child));
        }
        let under = |relations: &[Relation]| {
            let own = grammar.children(child).filter(|&one| relations.contains(&grammar.relation(one)));
            own.flat_map(|one| self.listed(self.heads(one))).collect()
        };
        match grammar.lower(child) {
            "them" | "whom" if opens("among") => under(&[Relation::Appos, Relation::Conj]),
            "including" => under(&[Relation::Obj]),
            _ => Vec::new(),
        }
    }

    /// Whether a word is the name of a person, a state or a body; ground is nobody.
    fn bears_own_name(&self, member: usize) -> bool {
        let named = self
            .mentions_at(member)
            .any(|mention| mention.head == member && self.actors.actors[mention.actor].named);
        let name = || {
            self.grammar.upos(member) == Upos::Propn
                && self.place_at(member).is_none()
                && self.grammar.children(member).any(|child| self.grammar.relation(child) == Relation::Flat)
        };
        named || name()
    }
}

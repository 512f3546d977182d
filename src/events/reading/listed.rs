//! Lists of names: "France, Britain, the United States and Poland", with or without commas.

use super::Reading;
use crate::actors::{ActorMention, ActorSort, MentionForm};

impl Reading<'_> {
    /// The coordinated heads with the members that a tree lost between the first and the last name of a list.
    pub(super) fn listed(&self, heads: Vec<usize>) -> Vec<usize> {
        let (Some(&first), Some(&last)) = (heads.iter().min(), heads.iter().max()) else { return heads };
        let begin = self.begin_of_list(first);
        let last = self.end_of_list(last);
        let and = (begin..=last).any(|at| self.grammar.lower(at) == "and");
        if !and || !(begin..=last).all(|at| self.is_in_list(at)) {
            return heads;
        }
        let mut all: Vec<usize> = self
            .names()
            .filter(|mention| begin <= mention.tokens.start && mention.head <= last)
            .map(|mention| mention.head)
            .collect();
        if all.len() < 3 {
            return heads;
        }
        all.extend(heads);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Where the row of names begins that a name belongs to. Behind a preposition of place there may be another
    /// one: "In Syria, France, Britain and …".
    fn begin_of_list(&self, first: usize) -> usize {
        let own = self.names().find(|mention| mention.tokens.contains(&first));
        let start = own.map_or(first, |mention| mention.tokens.start);
        let word = |back: usize| start.checked_sub(back).map_or("", |at| self.grammar.lower(at));
        // The tree may give the last name alone: the "and" before it is inside the list.
        let closing = match (word(2), word(1)) {
            (_, "and") => Some(start - 1),
            ("and", "the") => Some(start - 2),
            _ => None,
        };
        let mut begin = first;
        while begin > 0
            && self.is_in_list(begin - 1)
            && (self.grammar.lower(begin - 1) != "and" || closing == Some(begin - 1))
        {
            begin -= 1;
        }
        let before = begin.checked_sub(1).map_or("", |at| self.grammar.lower(at));
        // "a day after Chad, Niger and Mali signed": within a sentence this begins a clause.
        if begin > 1 && matches!(before, "after" | "since" | "before") {
            return begin;
        }
        let place =
            matches!(before, "in" | "at" | "near" | "from" | "after" | "since" | "for" | "to" | "of" | "on");
        if place { first } else { begin }
    }

    /// The head of the name behind the "and" that closes the list.
    fn end_of_list(&self, last: usize) -> usize {
        let Some(and) = (last + 1..self.grammar.len())
            .take_while(|&at| self.is_in_list(at))
            .find(|&at| self.grammar.lower(at) == "and")
        else {
            return last;
        };
        let behind = |mention: &&ActorMention| (and + 1..and + 3).contains(&mention.tokens.start);
        self.names().find(behind).map_or(last, |mention| mention.head)
    }

    fn is_in_list(&self, at: usize) -> bool {
        matches!(self.grammar.lower(at), "," | "the" | "and")
            || self.names().any(|mention| mention.tokens.contains(&at))
    }

    /// The names of states, organisations and groups.
    fn names(&self) -> impl Iterator<Item = &ActorMention> {
        self.mentions.iter().filter(|mention| {
            let sort = self.actors.actors[mention.actor].sort;
            (mention.form == MentionForm::Name || mention.rule == "state")
                && matches!(sort, ActorSort::State | ActorSort::Organisation | ActorSort::Group)
        })
    }
}

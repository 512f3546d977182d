//! Learns the parser, with the exact dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).

use crate::folds::in_parallel;
use crate::learner::{Learner, Random, mean, quantised};
use crate::train::Recipe;
use chancery::language::parser::configuration::Configuration;
use chancery::language::parser::features::{FEATURES, features};
use chancery::language::parser::{Action, Actions, Parser, begin, perform};
use chancery::language::{Relation, Sentence};
use std::collections::BTreeMap;

/// A gold tree.
struct Gold {
    /// The head of every token; the number of tokens for the root.
    heads: Vec<usize>,
    relations: Vec<Relation>,
    /// The last dependent of every node, the root included.
    dependents: Vec<Vec<usize>>,
}

impl Gold {
    fn of(sentence: &Sentence) -> Self {
        let length = sentence.tokens.len();
        let heads: Vec<usize> = sentence.tokens.iter().map(|token| token.head.unwrap_or(length)).collect();
        let mut dependents = vec![Vec::new(); length + 1];
        for (child, &head) in heads.iter().enumerate() {
            dependents[head].push(child);
        }
        Self { heads, relations: sentence.tokens.iter().map(|token| token.relation).collect(), dependents }
    }

    /// How many gold arcs are lost by each kind of action: shift, left, right.
    fn costs(&self, state: &Configuration) -> [usize; 3] {
        let length = state.length();
        let (top, below, next) = (state.stack(0), state.stack(1), state.next());
        let mut costs = [0; 3];
        if top < length {
            let head = self.heads[top];
            let lost = self.dependents[top].iter().rev().take_while(|&&child| child >= next).count();
            costs[1] = lost + usize::from(head != next && (head == below || head > next));
            costs[2] = lost + usize::from(head != below && head >= next);
        }
        if next < length {
            let waiting = |node: usize| node < next && state.heads[node] as usize == state.nothing();
            let children = self.dependents[next].iter().take_while(|&&child| child < next);
            costs[0] = children.filter(|&&child| waiting(child)).count()
                + usize::from(self.heads[next] != top && waiting(self.heads[next]));
        }
        costs
    }

    /// The class with the highest score of those that lose least, and how much `found` loses beyond that.
    fn best<S: Copy + PartialOrd>(
        &self,
        state: &Configuration,
        actions: &Actions,
        scores: &[S],
        found: usize,
    ) -> (usize, usize) {
        let costs = self.costs(state);
        let top = state.stack(0);
        let cost = |class: usize| match actions.action(class) {
            Action::Shift => costs[0],
            Action::Left(relation) => costs[1] + usize::from(relation != self.relations[top]),
            Action::Right(relation) => costs[2] + usize::from(relation != self.relations[top]),
        };
        let mut best = found;
        let mut least = usize::MAX;
        for class in (0..actions.len()).filter(|&class| actions.permits(state, class)) {
            let this = cost(class);
            if this < least || this == least && scores[class] > scores[best] {
                least = this;
                best = class;
            }
        }
        (best, cost(found).saturating_sub(least))
    }
}

/// The actions that gold trees need.
pub fn actions(sentences: &[Sentence]) -> Actions {
    let mut left: BTreeMap<Relation, usize> = BTreeMap::new();
    let mut right: BTreeMap<Relation, usize> = BTreeMap::new();
    for sentence in sentences {
        for (i, token) in sentence.tokens.iter().enumerate() {
            match token.head {
                Some(head) if head > i => *left.entry(token.relation).or_default() += 1,
                Some(_) => *right.entry(token.relation).or_default() += 1,
                None => {}
            }
        }
    }
    let frequent = |counts: BTreeMap<Relation, usize>| -> Vec<Relation> {
        counts
            .into_iter()
            .filter(|&(relation, count)| count >= 3 && relation != Relation::Root)
            .map(|(r, _)| r)
            .collect()
    };
    let mut actions = Actions { left: vec![Relation::Root], right: frequent(right) };
    actions.left.extend(frequent(left));
    actions
}

/// Trains on sentences that carry predicted tags and lemmas, and gold heads.
pub fn train(sentences: &[Sentence], recipe: &Recipe) -> Parser {
    let actions = actions(sentences);
    let golds: Vec<Gold> = sentences.iter().map(Gold::of).collect();
    let tables =
        in_parallel(recipe.seeds, |seed| learn(sentences, &golds, &actions, recipe, seed as u64 + 1));
    Parser { actions, weights: quantised(&mean(tables), 2) }
}

fn learn(sentences: &[Sentence], golds: &[Gold], actions: &Actions, recipe: &Recipe, seed: u64) -> Vec<f32> {
    let mut learner = Learner::new(recipe.parser_bits);
    let mut random = Random(recipe.seed ^ seed << 32 ^ 3);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut state = Configuration::default();
    let mut hashes = [0; FEATURES];
    for epoch in 0..recipe.epochs {
        random.shuffle(&mut order);
        let (mut wrong, mut steps) = (0usize, 0usize);
        for &i in &order {
            let gold = &golds[i];
            begin(&mut state, &sentences[i]);
            while !state.finished() {
                features(&state, &mut hashes);
                let scores = learner.sums(&hashes);
                let found = actions.best(&state, &scores);
                let (right, cost) = gold.best(&state, actions, &scores, found);
                steps += 1;
                if cost > 0 {
                    wrong += 1;
                    learner.update(&hashes, right, found);
                }
                learner.step();
                let explore = epoch > 0 && random.chance(recipe.exploration);
                perform(&mut state, actions.action(if cost == 0 || explore { found } else { right }));
            }
        }
        eprintln!(
            "parser, seed {seed}, epoch {}: {:.2} % of actions wrong",
            epoch + 1,
            wrong as f64 * 100.0 / steps as f64
        );
    }
    learner.averaged()
}

//! Learns the parser, with the exact dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).

use crate::folds::{FOLDS, in_parallel};
use crate::learner::{Learner, Random, mean, quantised};
use crate::train::Recipe;
use chancery::language::parser::configuration::{Configuration, Guide};
use chancery::language::parser::features::{FEATURES, GUIDED, features, guided_features};
use chancery::language::parser::{Action, Actions, Parser, Pass, Room, begin, begin_backwards, perform};
use chancery::language::{Relation, Sentence};
use std::collections::BTreeMap;

/// The least weights of the pass backwards that the model keeps; it is only a guide.
const LEAST_BACKWARDS: i8 = 3;
/// The least weights of the pass forwards that the model keeps.
const LEAST_FORWARDS: i8 = 2;

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

/// What is learned from: sentences with predicted tags and lemmas, read in one direction.
struct Lessons<'a> {
    sentences: &'a [Sentence],
    golds: Vec<Gold>,
    actions: Actions,
    backwards: bool,
    /// What the pass backwards made of each sentence, for the pass forwards.
    guides: Vec<Vec<Guide>>,
}

impl Lessons<'_> {
    fn begin(&self, state: &mut Configuration, i: usize) {
        if self.backwards {
            begin_backwards(state, &self.sentences[i]);
        } else {
            begin(state, &self.sentences[i]);
            state.guides.extend_from_slice(&self.guides[i]);
        }
    }
}

/// The same sentences from the last word to the first, for what gold trees need.
fn reversed(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut sentences = sentences.to_vec();
    for sentence in &mut sentences {
        let length = sentence.tokens.len();
        sentence.tokens.reverse();
        for token in &mut sentence.tokens {
            token.head = token.head.map(|head| length - 1 - head);
        }
    }
    sentences
}

/// Trains on sentences that carry predicted tags and lemmas, and gold heads.
pub fn train(sentences: &[Sentence], folds: &[usize], recipe: &Recipe) -> Parser {
    let turned = reversed(sentences);
    let mut lessons = Lessons {
        sentences,
        golds: turned.iter().map(Gold::of).collect(),
        actions: actions(&turned),
        backwards: true,
        guides: Vec::new(),
    };
    drop(turned);
    let all: Vec<usize> = (0..sentences.len()).collect();
    // The guides of a fold come from a pass that has not seen it.
    let results = in_parallel(FOLDS + recipe.guide_seeds, |job| {
        let chosen: Vec<usize> = all.iter().copied().filter(|&i| folds[i] != job).collect();
        let table =
            learn::<FEATURES>(&lessons, &chosen, recipe, job as u64, |state, hashes| features(state, hashes));
        if job >= FOLDS {
            return (table, Vec::new());
        }
        let pass = Pass { actions: lessons.actions.clone(), weights: quantised(&table, 2) };
        let mut room = Room::default();
        let guides = all.iter().filter(|&&i| folds[i] == job).map(|&i| {
            begin_backwards(&mut room.backwards, &sentences[i]);
            pass.run::<FEATURES>(&mut room.backwards, |state, hashes| features(state, hashes));
            begin(&mut room.forwards, &sentences[i]);
            room.forwards.guide(&room.backwards);
            (i, room.forwards.guides.clone())
        });
        (Vec::new(), guides.collect())
    });
    let mut guides = vec![Vec::new(); sentences.len()];
    let mut tables = Vec::new();
    for (table, made) in results {
        for (i, guide) in made {
            guides[i] = guide;
        }
        if !table.is_empty() {
            tables.push(table);
        }
    }
    let backwards = Pass { actions: lessons.actions, weights: quantised(&mean(tables), LEAST_BACKWARDS) };
    lessons.guides = guides;
    lessons.backwards = false;
    lessons.golds = sentences.iter().map(Gold::of).collect();
    lessons.actions = actions(sentences);
    let tables = in_parallel(recipe.seeds, |seed| {
        learn::<GUIDED>(&lessons, &all, recipe, 100 + seed as u64, guided_features)
    });
    Parser {
        backwards,
        forwards: Pass { actions: lessons.actions, weights: quantised(&mean(tables), LEAST_FORWARDS) },
    }
}

fn learn<const SIZE: usize>(
    lessons: &Lessons,
    chosen: &[usize],
    recipe: &Recipe,
    seed: u64,
    fill: impl Fn(&Configuration, &mut [u64; SIZE]),
) -> Vec<f32> {
    let mut learner = Learner::new(if lessons.backwards { recipe.guide_bits } else { recipe.parser_bits });
    let mut random = Random(recipe.seed ^ seed << 32 ^ 3);
    let mut order = chosen.to_vec();
    let mut state = Configuration::default();
    let mut hashes = [0; SIZE];
    let actions = &lessons.actions;
    for epoch in 0..if lessons.backwards { recipe.guide_epochs } else { recipe.epochs } {
        random.shuffle(&mut order);
        let (mut wrong, mut steps) = (0usize, 0usize);
        for &i in &order {
            let gold = &lessons.golds[i];
            lessons.begin(&mut state, i);
            while !state.finished() {
                if let Some(class) = actions.forced(&state) {
                    perform(&mut state, actions.action(class));
                    continue;
                }
                fill(&state, &mut hashes);
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
        let direction = if lessons.backwards { "backwards" } else { "forwards" };
        let share = wrong as f64 * 100.0 / steps.max(1) as f64;
        eprintln!("{direction}, seed {seed}, epoch {}: {share:.2} % of actions wrong", epoch + 1);
    }
    learner.averaged()
}

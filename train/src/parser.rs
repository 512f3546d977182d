//! Learns the parser, with the exact dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).

use crate::folds::{FOLDS, in_parallel};
use crate::learner::{Learner, Random, mean, quantised};
use crate::train::Recipe;
use chancery::language::parser::configuration::{Configuration, Guide};
use chancery::language::parser::features::{BACKWARDS, FORWARDS, backwards, forwards};
use chancery::language::parser::{Action, Actions, Parser, Pass, Room, begin, begin_backwards, perform};
use chancery::language::weights::{NARROW, ROW};
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
        // Only what the parser may do is asked of it: it would never learn what it is forbidden.
        for class in actions.permitted(state).into_iter().flatten() {
            let this = cost(class);
            if this < least || this == least && scores[class] > scores[best] {
                least = this;
                best = class;
            }
        }
        (best, cost(found).saturating_sub(least))
    }
}

/// The most frequent actions that gold trees need, as many as a row of weights has room for.
pub fn actions(sentences: &[Sentence], most: usize) -> Actions {
    let mut counts: BTreeMap<(bool, Relation), usize> = BTreeMap::new();
    for sentence in sentences {
        for (i, token) in sentence.tokens.iter().enumerate() {
            match token.head {
                Some(_) if token.relation == Relation::Root => {}
                Some(head) => *counts.entry((head > i, token.relation)).or_default() += 1,
                None => {}
            }
        }
    }
    let mut frequent: Vec<_> = counts.into_iter().filter(|&(_, count)| count >= 3).collect();
    frequent.sort_by_key(|&(action, count)| (std::cmp::Reverse(count), action));
    // The shift and the root take two places.
    frequent.truncate(most.saturating_sub(2));
    frequent.sort();
    let side = |wanted: bool| {
        frequent.iter().filter(move |&&((left, _), _)| left == wanted).map(|&((_, relation), _)| relation)
    };
    Actions {
        left: std::iter::once(Relation::Root).chain(side(true)).collect(),
        right: side(false).collect(),
    }
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

/// The same sentences from the last word to the first, with coarse relations, for what gold trees need.
fn reversed(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut sentences = sentences.to_vec();
    for sentence in &mut sentences {
        let length = sentence.tokens.len();
        sentence.tokens.reverse();
        for token in &mut sentence.tokens {
            token.head = token.head.map(|head| length - 1 - head);
            token.relation = coarse(token.relation);
        }
    }
    sentences
}

/// The relation that stands for a group of relations: the pass backwards, which is only a guide, need not tell more.
fn coarse(relation: Relation) -> Relation {
    use Relation as R;
    match relation {
        R::DetPredet | R::CcPreconj | R::NmodPoss => R::Det,
        R::NsubjPass | R::NsubjOuter | R::Csubj | R::CsubjPass | R::CsubjOuter | R::Expl => R::Nsubj,
        R::Discourse => R::Advmod,
        R::Nummod => R::Amod,
        R::Iobj => R::Obj,
        R::OblUnmarked | R::OblAgent => R::Obl,
        R::NmodUnmarked | R::NmodDesc | R::Appos => R::Nmod,
        R::Flat | R::Fixed | R::Goeswith | R::CompoundPrt => R::Compound,
        R::AuxPass | R::Cop => R::Aux,
        R::AdvclRelcl => R::Advcl,
        R::AclRelcl => R::Acl,
        R::List | R::Vocative | R::Reparandum | R::Orphan | R::Dislocated | R::Dep => R::Parataxis,
        other => other,
    }
}

/// Trains on sentences that carry predicted tags and lemmas, and gold heads.
pub fn train(sentences: &[Sentence], folds: &[usize], recipe: &Recipe) -> Parser {
    let turned = reversed(sentences);
    let lessons = Lessons {
        sentences,
        golds: turned.iter().map(Gold::of).collect(),
        actions: actions(&turned, NARROW),
        backwards: true,
        guides: Vec::new(),
    };
    drop(turned);
    let all: Vec<usize> = (0..sentences.len()).collect();
    // The guides of a fold come from a pass that has not seen it.
    let results = in_parallel(FOLDS + recipe.guide_seeds, |job| {
        let chosen: Vec<usize> = all.iter().copied().filter(|&i| folds[i] != job).collect();
        let table = learn::<BACKWARDS, NARROW>(&lessons, &chosen, recipe, job as u64, backwards);
        if job >= FOLDS {
            return (table, Vec::new());
        }
        let pass = Pass::<NARROW> { actions: lessons.actions.clone(), weights: quantised(&table, 2) };
        let mut room = Room::default();
        let guides = all.iter().filter(|&&i| folds[i] == job).map(|&i| {
            begin_backwards(&mut room.backwards, &sentences[i]);
            pass.run::<BACKWARDS>(&mut room.backwards, backwards);
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
    let guide = Pass { actions: lessons.actions, weights: quantised(&mean(tables), 1) };
    Parser { backwards: guide, forwards: train_forwards(sentences, guides, recipe) }
}

/// Trains the pass forwards, with what another pass, or another parser, made of each sentence.
pub fn train_forwards(sentences: &[Sentence], guides: Vec<Vec<Guide>>, recipe: &Recipe) -> Pass {
    let lessons = Lessons {
        sentences,
        golds: sentences.iter().map(Gold::of).collect(),
        actions: actions(sentences, ROW),
        backwards: false,
        guides,
    };
    let all: Vec<usize> = (0..sentences.len()).collect();
    let tables = in_parallel(recipe.seeds, |seed| {
        learn::<FORWARDS, ROW>(&lessons, &all, recipe, 100 + seed as u64, forwards)
    });
    Pass { actions: lessons.actions, weights: quantised(&mean(tables), 1) }
}

fn learn<const SIZE: usize, const WIDTH: usize>(
    lessons: &Lessons,
    chosen: &[usize],
    recipe: &Recipe,
    seed: u64,
    fill: impl Fn(&Configuration, &mut [u64; SIZE]),
) -> Vec<f32> {
    let mut learner =
        Learner::<WIDTH>::new(if lessons.backwards { recipe.guide_bits } else { recipe.parser_bits });
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

//! A greedy arc-hybrid dependency parser (Kuhlmann, Gómez-Rodríguez and Satta 2011).

pub mod configuration;
pub mod features;

use super::weights::{ROW, Weights};
use super::{Relation, Sentence};
use configuration::{Configuration, Sort, TokenAtoms};
use features::FEATURES;

use super::atoms::word_atom;

/// What the parser does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Move the next word to the stack.
    Shift,
    /// The top of the stack depends on the next word.
    Left(Relation),
    /// The top of the stack depends on the node below it.
    Right(Relation),
}

/// The actions that a model knows, shift first, then those to the left, then those to the right: the
/// classes that weights are learned for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Actions {
    /// Relations of arcs to the left; the root comes first, at class 1.
    pub left: Vec<Relation>,
    /// Relations of arcs to the right.
    pub right: Vec<Relation>,
}

impl Actions {
    /// The number of classes.
    pub fn len(&self) -> usize {
        1 + self.left.len() + self.right.len()
    }

    /// Whether there is only the shift.
    pub fn is_empty(&self) -> bool {
        self.len() == 1
    }

    /// The action of a class.
    pub fn action(&self, class: usize) -> Action {
        match class.checked_sub(1) {
            None => Action::Shift,
            Some(i) if i < self.left.len() => Action::Left(self.left[i]),
            Some(i) => Action::Right(self.right[i - self.left.len()]),
        }
    }

    /// The class of an action.
    pub fn class(&self, action: Action) -> Option<usize> {
        match action {
            Action::Shift => Some(0),
            Action::Left(relation) => Some(1 + self.left.iter().position(|&known| known == relation)?),
            Action::Right(relation) => {
                Some(1 + self.left.len() + self.right.iter().position(|&known| known == relation)?)
            }
        }
    }

    /// Whether a class may be taken.
    pub fn permits(&self, state: &Configuration, class: usize) -> bool {
        match self.action(class) {
            Action::Shift => state.may_shift(),
            Action::Left(relation) => {
                state.may_attach_left() && (relation == Relation::Root) == (state.next() == state.length())
            }
            Action::Right(_) => state.may_attach_right(),
        }
    }

    /// The permitted class with the highest score; the first of equals.
    pub fn best<S: Copy + PartialOrd>(&self, state: &Configuration, scores: &[S; ROW]) -> usize {
        let mut best: Option<usize> = None;
        let mut look = |classes: std::ops::Range<usize>| {
            for class in classes {
                if best.is_none_or(|best| scores[class] > scores[best]) {
                    best = Some(class);
                }
            }
        };
        if state.may_shift() {
            look(0..1);
        }
        let right = 1 + self.left.len();
        if state.may_attach_left() {
            // The first class to the left is the root's.
            look(if state.next() == state.length() { 1..2 } else { 2..right });
        }
        if state.may_attach_right() {
            look(right..self.len());
        }
        best.unwrap_or(0)
    }
}

/// Carries out an action.
pub fn perform(state: &mut Configuration, action: Action) {
    match action {
        Action::Shift => state.shift(),
        Action::Left(relation) => state.attach_left(relation),
        Action::Right(relation) => state.attach_right(relation),
    }
}

/// A trained parser.
#[derive(Debug)]
pub struct Parser {
    /// Its classes.
    pub actions: Actions,
    /// Its weights.
    pub weights: Weights,
}

impl Parser {
    /// Sets heads and relations of a tagged and lemmatised sentence.
    pub fn parse(&self, sentence: &mut Sentence, state: &mut Configuration) {
        begin(state, sentence);
        let mut hashes = [0; FEATURES];
        while !state.finished() {
            let class = if state.may_shift() && !state.may_attach_left() {
                0
            } else if !state.may_shift() && !state.may_attach_right() {
                1
            } else {
                features::features(state, &mut hashes);
                self.actions.best(state, &self.weights.sums(&hashes))
            };
            perform(state, self.actions.action(class));
        }
        for (i, token) in sentence.tokens.iter_mut().enumerate() {
            token.head = Some(state.heads[i] as usize).filter(|&head| head < state.length());
            token.relation = Relation::ALL[usize::from(state.labels[i])];
        }
    }
}

/// Begins the configuration of a tagged sentence.
pub fn begin(state: &mut Configuration, sentence: &Sentence) {
    state.begin(sentence.tokens.iter().map(|token| TokenAtoms {
        word: word_atom(&token.lower),
        lemma: word_atom(&token.lemma),
        tag: tag_atom(token.upos, token.xpos),
        sort: Sort::of(token.upos, token.xpos),
    }));
    let last = sentence.tokens.iter().rev().find(|token| !matches!(token.form.as_str(), "\"" | ")" | "'"));
    state.question = last.is_some_and(|token| token.form.ends_with('?'));
}

/// One number for both tags; of the universal tag only what the other does not tell.
fn tag_atom(upos: super::Upos, xpos: super::Xpos) -> u8 {
    use super::Upos;
    let group = match upos {
        Upos::Aux => 1,
        Upos::Sconj | Upos::Pron => 2,
        Upos::Adj | Upos::Det => 3,
        _ => 0,
    };
    xpos as u8 + 1 + 50 * group
}

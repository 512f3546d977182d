//! A greedy arc-hybrid dependency parser (Kuhlmann, Gómez-Rodríguez and Satta 2011).

pub mod configuration;
pub mod features;
mod mend;

use super::weights::{NARROW, ROW, Weights};
use super::{Relation, Sentence, Token};
use configuration::{Configuration, Sort, TokenAtoms};
use features::{BACKWARDS, FORWARDS};

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

    /// The only class that may be taken, where there is but one.
    pub fn forced(&self, state: &Configuration) -> Option<usize> {
        match (state.may_shift(), state.may_attach_left(), state.may_attach_right()) {
            (true, false, false) => Some(0),
            (false, _, false) => Some(1),
            _ => None,
        }
    }

    /// The permitted class with the highest score; the first of equals.
    pub fn best<S: Copy + PartialOrd>(&self, state: &Configuration, scores: &[S]) -> usize {
        let mut best: Option<usize> = None;
        for classes in self.permitted(state) {
            for class in classes {
                if best.is_none_or(|best| scores[class] > scores[best]) {
                    best = Some(class);
                }
            }
        }
        best.unwrap_or(0)
    }

    /// The classes that may be taken: the shift, those to the left, those to the right. A punctuation mark becomes a
    /// head only where nothing else can be done.
    pub fn permitted(&self, state: &Configuration) -> [std::ops::Range<usize>; 3] {
        let right = 1 + self.left.len();
        let may_shift = state.may_shift();
        let may_left = state.may_attach_left() && !(may_shift && state.is_mark(state.next()));
        let may_right = state.may_attach_right() && !(may_shift && state.is_mark(state.stack(1)));
        [
            0..usize::from(may_shift),
            match (may_left, state.next() == state.length()) {
                (false, _) => 0..0,
                // The first class to the left is the root's.
                (true, true) => 1..2,
                (true, false) => 2..right,
            },
            if may_right { right..self.len() } else { 0..0 },
        ]
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

/// One pass over a sentence.
#[derive(Debug)]
pub struct Pass<const WIDTH: usize = ROW> {
    /// Its classes.
    pub actions: Actions,
    /// Its weights.
    pub weights: Weights<WIDTH>,
}

impl<const WIDTH: usize> Pass<WIDTH> {
    /// Runs until every word has a head.
    pub fn run<const SIZE: usize>(
        &self,
        state: &mut Configuration,
        fill: impl Fn(&Configuration, &mut [u64; SIZE]),
    ) {
        let mut hashes = [0; SIZE];
        while !state.finished() {
            let class = match self.actions.forced(state) {
                Some(class) => class,
                None => {
                    fill(state, &mut hashes);
                    self.actions.best(state, &self.weights.sums(&hashes))
                }
            };
            perform(state, self.actions.action(class));
        }
    }
}

/// A trained parser: a pass from the last word to the first, and a pass from the first to the last that
/// knows what the other made of the sentence. Each is greedy; what one has to decide before it has seen
/// enough, the other decides late.
#[derive(Debug)]
pub struct Parser {
    /// The first pass, backwards; it knows only coarse relations.
    pub backwards: Pass<NARROW>,
    /// The second pass.
    pub forwards: Pass,
}

/// Room for both passes.
#[derive(Debug, Clone, Default)]
pub struct Room {
    /// The configuration of the pass backwards.
    pub backwards: Configuration,
    /// The configuration of the pass forwards.
    pub forwards: Configuration,
}

impl Parser {
    /// Sets heads and relations of a tagged and lemmatised sentence.
    pub fn parse(&self, sentence: &mut Sentence, room: &mut Room) {
        let Room { backwards, forwards } = room;
        begin_backwards(backwards, sentence);
        self.backwards.run::<BACKWARDS>(backwards, features::backwards);
        begin(forwards, sentence);
        forwards.guide(backwards);
        self.forwards.run::<FORWARDS>(forwards, features::forwards);
        sentence.unsettled = forwards.unsettled();
        forwards.free_marks();
        forwards.hang(&mut sentence.tokens);
        mend::mend(sentence);
    }
}

/// Begins the configuration of the pass backwards: the same tokens, the last first.
pub fn begin_backwards(state: &mut Configuration, sentence: &Sentence) {
    state.begin(sentence.tokens.iter().rev().map(atoms));
    state.question = is_question(sentence);
}

/// Begins the configuration of a tagged sentence.
pub fn begin(state: &mut Configuration, sentence: &Sentence) {
    state.begin(sentence.tokens.iter().map(atoms));
    state.question = is_question(sentence);
}

fn atoms(token: &Token) -> TokenAtoms {
    TokenAtoms {
        word: word_atom(&token.lower),
        lemma: word_atom(&token.lemma),
        tag: tag_atom(token.upos, token.xpos),
        sort: Sort::of(token.upos, token.xpos),
    }
}

fn is_question(sentence: &Sentence) -> bool {
    let mut last = sentence.tokens.iter().rev().take(4);
    last.find(|token| !matches!(token.form.as_str(), "\"" | ")" | "'"))
        .is_some_and(|token| token.form.ends_with('?'))
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

//! What the tagger looks at.

use super::Tags;
use crate::language::atoms::{Atom, exact_atom, mix, word_atom};
use crate::language::{Sentence, Upos, Xpos};

/// The number of templates of the first reading.
pub const FIRST: usize = 51;
/// The number of templates of the second reading: those of the first and more.
pub const SECOND: usize = FIRST + 19;

/// No tag: before the beginning and after the end.
const NO_TAG: u8 = 255;

/// What does not change about a token while it is tagged.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    lower: Atom,
    exact: Atom,
    suffixes: [Atom; 5],
    prefixes: [Atom; 3],
    shape: u32,
    class: u16,
}

/// A sentence as the tagger sees it; one is reused for many sentences.
#[derive(Debug, Clone, Default)]
pub struct View {
    words: Vec<Word>,
    tags: Vec<u8>,
    ahead: Vec<u8>,
    /// The nearest finite verb or auxiliary after each token, as the first reading has it.
    verb_after: Vec<u8>,
    /// Coarse sorts of the tags of the first reading.
    sorts: Vec<u8>,
    title: u32,
}

/// Tokens of padding at both ends.
const PADDING: usize = 2;

impl View {
    /// Begins a sentence; `class` knows the ambiguity classes of words.
    pub fn begin(&mut self, sentence: &Sentence, mut class: impl FnMut(Atom) -> u16) {
        let length = sentence.tokens.len();
        self.words.clear();
        let outside = |which| Word { lower: which, exact: which, shape: which, ..Word::default() };
        self.words.extend([outside(3), outside(4)]);
        let mut capitals = 0;
        let mut letters = 0;
        for (i, token) in sentence.tokens.iter().enumerate() {
            let word = Word::new(&token.form, &token.lower, class(word_atom(&token.lower)));
            if i > 0 && token.form.len() > 3 && token.form.starts_with(char::is_alphabetic) {
                letters += 1;
                capitals += u32::from(token.form.starts_with(char::is_uppercase));
            }
            self.words.push(word);
        }
        self.words.extend([outside(5), outside(6)]);
        // A heading in title case: capitals say nothing of names there.
        self.title = if letters >= 2 && capitals * 5 >= letters * 4 { 1 } else { 0 };
        self.tags.clear();
        self.tags.resize(length + 2 * PADDING, NO_TAG);
        self.ahead.clear();
        self.ahead.resize(length + 2 * PADDING, NO_TAG);
    }

    /// The number of tokens.
    pub fn length(&self) -> usize {
        self.words.len() - 2 * PADDING
    }

    /// The class given to a token.
    pub fn tag(&self, token: usize) -> usize {
        usize::from(self.tags[token + PADDING])
    }

    /// Gives a token a class.
    pub fn set_tag(&mut self, token: usize, class: usize) {
        self.tags[token + PADDING] = class as u8;
    }

    /// Keeps the classes given so far as those of the first reading, for the second.
    pub fn keep_first_reading(&mut self, tags: &Tags) {
        self.ahead.copy_from_slice(&self.tags);
        let length = self.tags.len();
        self.verb_after.clear();
        self.verb_after.resize(length, 0);
        self.sorts.clear();
        self.sorts.extend(
            self.ahead.iter().map(|&class| tags.get(usize::from(class)).map_or(0, |&pair| sort(pair))),
        );
        let mut verb = 0;
        for token in (0..length).rev() {
            self.verb_after[token] = verb;
            match self.sorts[token] {
                0 => {}
                CLAUSE_END => verb = 0,
                found => verb = found,
            }
        }
    }

    /// The nearest verb or auxiliary before `at`, with its distance and its word; nothing beyond a clause.
    fn verb_before(&self, at: usize) -> (u32, Atom) {
        for back in 1..=6usize {
            let Some(i) = at.checked_sub(back).filter(|&i| i >= PADDING) else { break };
            match self.sorts[i] {
                0 => {}
                CLAUSE_END => return (1, 0),
                found => {
                    let near = if back <= 2 { back } else { 3 };
                    return (u32::from(found) * 4 + near as u32, self.words[i].lower);
                }
            }
        }
        (0, 0)
    }
}

/// The sort of token that ends a clause.
const CLAUSE_END: u8 = 7;

fn sort((xpos, upos): (Xpos, Upos)) -> u8 {
    match (xpos, upos) {
        (Xpos::Md, _) => 1,
        (_, Upos::Aux) => 2,
        (Xpos::Vbd | Xpos::Vbz | Xpos::Vbp, _) => 3,
        (Xpos::Vbn, _) => 4,
        (Xpos::Vb, _) => 5,
        (Xpos::To, _) => 6,
        (Xpos::Period | Xpos::Colon, _) => CLAUSE_END,
        _ => 0,
    }
}

impl Word {
    fn new(form: &str, lower: &str, class: u16) -> Self {
        let mut suffixes = [0; 5];
        let mut prefixes = [0; 3];
        // Beyond some length a suffix is a word, and one more character would say nothing.
        let mut ends = lower.char_indices().rev().map(|(i, _)| i);
        for suffix in &mut suffixes {
            match ends.next() {
                Some(i) => *suffix = word_atom(&lower[i..]),
                None => break,
            }
        }
        let mut starts = form.char_indices().map(|(i, c)| i + c.len_utf8());
        for prefix in &mut prefixes {
            match starts.next() {
                Some(i) => *prefix = exact_atom(&form[..i]),
                None => break,
            }
        }
        Self {
            lower: word_atom(lower),
            exact: exact_atom(form),
            suffixes,
            prefixes,
            shape: shape(form),
            class,
        }
    }
}

/// Capitals, small letters, digits and marks in their order, each run once.
fn shape(form: &str) -> u32 {
    let mut shape = 1u32;
    let mut last = 0;
    for c in form.chars().take(24) {
        let sort = if c.is_ascii_digit() {
            1
        } else if c.is_lowercase() {
            2
        } else if c.is_uppercase() {
            3
        } else if c.is_alphabetic() {
            4
        } else if c == '-' {
            5
        } else if c == '.' {
            6
        } else {
            7
        };
        if sort != last {
            shape = shape.wrapping_mul(9).wrapping_add(sort);
            last = sort;
        }
    }
    shape
}

/// Fills in the features of a token in the first reading.
pub fn first(view: &View, token: usize, hashes: &mut [u64; FIRST]) {
    fill(view, token, hashes);
}

/// Fills in the features of a token in the second reading.
pub fn second(view: &View, token: usize, hashes: &mut [u64; SECOND]) {
    fill(view, token, hashes);
    let i = token + PADDING;
    let mut at = FIRST;
    let mut add = |a: u32, b: u32, c: u32| {
        hashes[at] = mix(at as u32, a, b, c, 0);
        at += 1;
    };
    let word = view.words[i];
    let (before, before2) = (u32::from(view.tags[i - 1]), u32::from(view.tags[i - 2]));
    let own = u32::from(view.ahead[i]);
    let (next, next2) = (u32::from(view.ahead[i + 1]), u32::from(view.ahead[i + 2]));
    let class = u32::from(word.class);
    let (verb_before, verb_word) = view.verb_before(i);
    let verb_after = u32::from(view.verb_after[i]);
    add(own, 0, 0);
    add(next, 0, 0);
    add(next, next2, 0);
    add(before, next, 0);
    add(before, next, class);
    add(word.lower, next, 0);
    add(word.lower, before, next);
    add(word.lower, next, next2);
    add(word.suffixes[1], before, next);
    add(word.suffixes[2], before, next);
    add(before << 8 | before2, next << 8 | next2, 0);
    add(before << 8 | before2, next, class);
    add(own, verb_before, verb_after);
    add(own, verb_word, verb_before);
    add(word.lower, verb_before, verb_after);
    add(class, verb_before, verb_after);
    add(class, verb_word, verb_before);
    add(word.suffixes[1], verb_before, verb_after);
    add(own, before, next);
    debug_assert_eq!(at, SECOND);
}

fn fill(view: &View, token: usize, hashes: &mut [u64]) {
    let i = token + PADDING;
    let mut at = 0;
    let mut add = |a: u32, b: u32, c: u32| {
        hashes[at] = mix(at as u32, a, b, c, 0);
        at += 1;
    };
    let word = view.words[i];
    let (last, next) = (view.words[i - 1], view.words[i + 1]);
    let (last2, next2) = (view.words[i - 2], view.words[i + 2]);
    let (tag, tag2) = (u32::from(view.tags[i - 1]), u32::from(view.tags[i - 2]));
    let class = u32::from(word.class);
    let (class_last, class_next, class_next2) =
        (u32::from(last.class), u32::from(next.class), u32::from(next2.class));
    let begins = u32::from(token == 0) << 1 | view.title;
    add(word.lower, 0, 0);
    add(word.exact, 0, 0);
    for suffix in word.suffixes {
        add(suffix, 0, 0);
    }
    for prefix in word.prefixes {
        add(prefix, 0, 0);
    }
    add(word.shape, begins, 0);
    add(word.shape, begins, word.suffixes[1]);
    add(class, 0, 0);
    add(class, word.shape, begins);
    // 14. The word and its suffix among tags.
    add(tag, 0, 0);
    add(tag, tag2, 0);
    add(tag, word.lower, 0);
    add(tag, tag2, word.lower);
    add(tag, class, 0);
    add(tag, tag2, class);
    add(tag, word.suffixes[1], word.shape);
    add(tag, word.suffixes[2], 0);
    add(tag, word.shape, begins);
    // 23. Words around.
    add(last.lower, 0, 0);
    add(last2.lower, 0, 0);
    add(next.lower, 0, 0);
    add(next2.lower, 0, 0);
    add(last.lower, word.lower, 0);
    add(word.lower, next.lower, 0);
    add(last.lower, next.lower, 0);
    add(last2.lower, last.lower, 0);
    add(next.lower, next2.lower, 0);
    add(last.lower, class, 0);
    add(next.lower, class, 0);
    add(next.lower, tag, 0);
    // 35. What the words around may be.
    add(class_last, 0, 0);
    add(class_next, 0, 0);
    add(class_next2, 0, 0);
    add(class, class_next, 0);
    add(class_last, class, class_next);
    add(class, class_next, class_next2);
    add(tag, class_next, 0);
    add(tag, class, class_next);
    add(tag, tag2, class_next);
    add(word.lower, class_next, 0);
    add(tag, word.lower, class_next);
    // 46. Shapes and endings around.
    add(next.shape, word.shape, 0);
    add(last.shape, word.shape, 0);
    add(next.suffixes[2], class, 0);
    add(last.suffixes[2], class, 0);
    add(next.shape, tag, class);
    debug_assert_eq!(at, FIRST);
}

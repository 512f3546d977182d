//! Compares analysed sentences with gold ones.

use chancery::article::Span;
use chancery::language::{Relation, Sentence, Token};
use std::collections::HashMap;

/// The relations whose precision and recall are told.
pub const TOLD: [&str; 9] =
    ["nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "conj", "aux:pass", "negation"];

/// Right, found and gold counts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Found and gold.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Gold.
    pub gold: usize,
}

impl Counts {
    fn add(&mut self, right: bool, found: bool, gold: bool) {
        self.right += usize::from(right);
        self.found += usize::from(found);
        self.gold += usize::from(gold);
    }

    /// The harmonic mean of precision and recall, in percent.
    pub fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }

    /// Precision in percent.
    pub fn precision(&self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    /// Recall in percent.
    pub fn recall(&self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }
}

/// What is measured on one test set.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Tokens with the right span.
    pub tokens: Counts,
    /// Sentences with the right span.
    pub sentences: Counts,
    /// Penn tags.
    pub xpos: Counts,
    /// Universal tags.
    pub upos: Counts,
    /// Lemmas.
    pub lemmas: Counts,
    /// Heads, all tokens.
    pub heads: Counts,
    /// Heads and universal relations (without subtypes), all tokens, as in the shared task of 2018.
    pub labelled_universal: Counts,
    /// Heads, without punctuation.
    pub heads_of_words: Counts,
    /// Heads and relations with their subtypes, without punctuation.
    pub labelled: Counts,
    /// The relations of [`TOLD`].
    pub relations: [Counts; TOLD.len()],
    /// Verbs that are tagged as other than verbs, and the reverse; past tenses taken for participles.
    pub confusions: [usize; 3],
}

/// A token with what surrounds it.
struct Placed<'a> {
    token: &'a Token,
    /// The span of the head; none for the root.
    head: Option<Span>,
    children: Vec<&'a Token>,
}

/// Compares sentences over the same text.
pub fn compare(gold: &[Sentence], found: &[Sentence]) -> Scores {
    let mut scores = Scores::default();
    let gold_sentences: std::collections::HashSet<Span> = gold.iter().map(|sentence| sentence.span).collect();
    scores.sentences.gold = gold.len();
    scores.sentences.found = found.len();
    scores.sentences.right = found.iter().filter(|sentence| gold_sentences.contains(&sentence.span)).count();
    let gold_tokens = placed(gold);
    let found_tokens = placed(found);
    for (key, token) in &gold_tokens {
        count(&mut scores, Some(token), found_tokens.get(key));
    }
    for (key, token) in &found_tokens {
        if !gold_tokens.contains_key(key) {
            count(&mut scores, None, Some(token));
        }
    }
    scores
}

/// Every token by its span; tokens that share one are told apart by their number.
fn placed(sentences: &[Sentence]) -> HashMap<(Span, usize), Placed<'_>> {
    let mut tokens = HashMap::new();
    for sentence in sentences {
        for (i, token) in sentence.tokens.iter().enumerate() {
            let same = sentence.tokens[..i].iter().rev().take_while(|other| other.span == token.span).count();
            let place = Placed {
                token,
                head: token.head.map(|head| sentence.tokens[head].span),
                children: sentence.children(i).map(|child| &sentence.tokens[child]).collect(),
            };
            tokens.insert((token.span, same), place);
        }
    }
    tokens
}

fn count(scores: &mut Scores, gold: Option<&Placed>, found: Option<&Placed>) {
    let (is_gold, is_found) = (gold.is_some(), found.is_some());
    let both = |test: fn(&Placed, &Placed) -> bool| match (gold, found) {
        (Some(gold), Some(found)) => test(gold, found),
        _ => false,
    };
    scores.tokens.add(is_gold && is_found, is_found, is_gold);
    scores.xpos.add(both(|a, b| a.token.xpos == b.token.xpos), is_found, is_gold);
    scores.upos.add(both(|a, b| a.token.upos == b.token.upos), is_found, is_gold);
    scores.lemmas.add(both(|a, b| a.token.lemma == b.token.lemma || a.token.lemma == "_"), is_found, is_gold);
    scores.heads.add(both(|a, b| a.head == b.head), is_found, is_gold);
    let universal = |a: &Placed, b: &Placed| {
        a.head == b.head && universal(a.token.relation) == universal(b.token.relation)
    };
    scores.labelled_universal.add(both(universal), is_found, is_gold);
    let word = |place: Option<&Placed>| place.is_some_and(|place| place.token.relation != Relation::Punct);
    let (gold_word, found_word) = (word(gold), word(found));
    // Where tokens are given, what is punctuation is given by the gold tree.
    let found_counts = if is_gold && is_found { gold_word } else { found_word };
    scores.heads_of_words.add(gold_word && both(|a, b| a.head == b.head), found_counts, gold_word);
    let labelled = both(|a, b| a.head == b.head && a.token.relation == b.token.relation);
    scores.labelled.add(gold_word && labelled, found_counts, gold_word);
    for (name, counts) in TOLD.iter().zip(&mut scores.relations) {
        if *name == "negation" {
            let (a, b) = (gold.and_then(negation), found.and_then(negation));
            counts.add(a.is_some() && a == b, b.is_some(), a.is_some());
        } else {
            let is =
                |place: Option<&Placed>| place.is_some_and(|place| place.token.relation.as_str() == *name);
            counts.add(is(gold) && is(found) && both(|a, b| a.head == b.head), is(found), is(gold));
        }
    }
    if let (Some(gold), Some(found)) = (gold, found) {
        let (a, b) = (gold.token.xpos.as_str(), found.token.xpos.as_str());
        let verb = |tag: &str| tag.starts_with("VB");
        scores.confusions[0] += usize::from(!verb(a) && verb(b));
        scores.confusions[1] += usize::from(verb(a) && !verb(b));
        scores.confusions[2] +=
            usize::from(a != b && ["VBD", "VBN"].contains(&a) && ["VBD", "VBN"].contains(&b));
    }
}

/// The negated head, if this token negates one.
fn negation(place: &Placed) -> Option<Span> {
    let negative = matches!(place.token.lower.as_str(), "not" | "n't" | "never" | "no" | "nt");
    let relation = matches!(place.token.relation, Relation::Advmod | Relation::Det);
    let _ = &place.children;
    (negative && relation).then_some(place.head).flatten()
}

fn universal(relation: Relation) -> &'static str {
    relation.as_str().split(':').next().unwrap_or_default()
}

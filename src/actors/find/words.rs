//! The words of a sentence as the lexicon knows them.

use crate::actors::rules::lexicon::{Lexicon, UNKNOWN_WORD, Word};
use crate::language::Sentence;
use crate::rules::fold::pieces;
use std::collections::HashMap;

/// One folded word; a token has none (a hyphen), one or several ("al-Assad").
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Its number, in the lexicon or in this article.
    pub word: Word,
    /// The token it belongs to.
    pub token: u32,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether the token is written in capitals.
    pub upper: bool,
    /// Whether it is a single letter.
    pub initial: bool,
    /// Whether it is a known word whose possessive lost its apostrophe: "Syrias north".
    pub possessive: bool,
}

/// The folded words of one sentence.
#[derive(Debug, Default)]
pub struct Words {
    /// In reading order.
    pub pieces: Vec<Piece>,
    /// The first piece of each token, and the end of all.
    pub first: Vec<u32>,
    /// Whether the whole sentence is written in capitals, so that capitals say nothing.
    pub shouting: bool,
    /// Whether most words begin with a capital, as in headlines, so that a row of them is no name.
    pub headline: bool,
}

/// Numbers for the capitalised words of an article that the lexicon does not know.
#[derive(Debug, Default)]
pub struct Vocabulary {
    own: HashMap<Box<str>, Word>,
}

const FIRST_OWN: Word = 1 << 31;

impl Vocabulary {
    /// The number of a word that may be a name.
    fn number(&mut self, lexicon: &Lexicon, piece: &str, capital: bool) -> (Word, bool) {
        let known = lexicon.word(piece);
        if known != UNKNOWN_WORD || !capital {
            return (known, false);
        }
        // Texts that lost their apostrophes write "Assads forces" and "Syrias north".
        let stem = piece
            .strip_suffix('s')
            .filter(|stem| stem.len() >= 4)
            .map_or(UNKNOWN_WORD, |stem| lexicon.word(stem));
        if stem != UNKNOWN_WORD {
            return (stem, true);
        }
        if let Some(&word) = self.own.get(piece) {
            return (word, false);
        }
        let fresh = FIRST_OWN + self.own.len() as Word;
        self.own.insert(piece.into(), fresh);
        (fresh, false)
    }

    /// The words of one sentence.
    pub fn read(&mut self, lexicon: &Lexicon, sentence: &Sentence) -> Words {
        let mut words =
            Words { shouting: is_shouting(sentence), headline: is_headline(sentence), ..Words::default() };
        let mut buffer = String::new();
        for (index, token) in sentence.tokens.iter().enumerate() {
            words.first.push(words.pieces.len() as u32);
            // "US$" is money.
            let form = if token.form.ends_with('$') { "" } else { token.form.as_str() };
            let letters = || form.chars().filter(|c| c.is_alphabetic());
            let upper = letters().next().is_some() && letters().all(char::is_uppercase);
            let mut rest = form;
            pieces(form, &mut buffer, |piece| {
                let start = rest.find(char::is_alphanumeric).unwrap_or(0);
                let capital = rest[start..].starts_with(char::is_uppercase);
                // Pieces are parted by a mark; what follows the next one belongs to the next piece.
                let end = rest[start..].find(['-', '\'', '’', '–', '/']).map_or(rest.len(), |at| start + at);
                rest = &rest[end..];
                let (word, possessive) = self.number(lexicon, piece, capital);
                let initial = piece.len() == 1 && capital;
                words.pieces.push(Piece { word, token: index as u32, capital, upper, initial, possessive });
            });
        }
        words.first.push(words.pieces.len() as u32);
        words
    }
}

impl Words {
    /// The pieces of a token.
    pub fn of(&self, token: usize) -> &[Piece] {
        match (self.first.get(token), self.first.get(token + 1)) {
            (Some(&begin), Some(&end)) => &self.pieces[begin as usize..end as usize],
            _ => &[],
        }
    }

    /// Whether a token begins with a capital letter.
    pub fn capital(&self, token: usize) -> bool {
        self.of(token).last().is_some_and(|piece| piece.capital)
    }

    /// Whether a token is a possessive that lost its apostrophe.
    pub fn possessive(&self, token: usize) -> bool {
        self.of(token).last().is_some_and(|piece| piece.possessive)
    }

    /// The numbers of a range of tokens.
    pub fn numbers(&self, tokens: std::ops::Range<usize>) -> Vec<Word> {
        tokens.flat_map(|token| self.of(token).iter().map(|piece| piece.word)).collect()
    }
}

/// A heading in capitals: at least three words, hardly a small letter.
fn is_shouting(sentence: &Sentence) -> bool {
    let (mut words, mut small) = (0, 0);
    for token in &sentence.tokens {
        if token.form.starts_with(char::is_alphabetic) {
            words += 1;
            small += usize::from(token.form.contains(char::is_lowercase));
        }
    }
    words >= 3 && small * 4 < words
}

/// A headline: of its longer words hardly one begins with a small letter.
fn is_headline(sentence: &Sentence) -> bool {
    let (mut words, mut small) = (0, 0);
    for token in &sentence.tokens {
        let form = token.form.as_str();
        let mixed = form.contains(char::is_lowercase);
        if mixed && form.len() > 3 && form.starts_with(char::is_alphabetic) {
            words += 1;
            small += usize::from(form.starts_with(char::is_lowercase));
        }
    }
    words >= 6 && small * 5 < words
}

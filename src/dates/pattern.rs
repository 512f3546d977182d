//! The patterns of rules: words, classes, groups, alternatives.
//!
//! `word` matches itself in any case; `<class>` a word of that class; `{group}` whatever the rules of that
//! group match; `( a | b )` either; `x?` x or nothing; `~` before an element: no white space before it;
//! `[ … ]` the extent of an expression, where it is not the whole match. One pattern may have two extents.

use super::lexicon::{Class, Lexicon, Symbol};

/// A pattern, read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Pattern {
    Symbol { symbol: Symbol, glued: bool },
    Group(usize),
    Sequence(Vec<Pattern>),
    Either(Vec<Pattern>),
    Optional(Box<Pattern>),
    Open,
    Close,
}

/// Reads patterns; groups are numbered as they are met.
pub(super) struct Reader<'a> {
    pub lexicon: &'a mut Lexicon,
    pub groups: &'a mut Vec<String>,
}

impl Reader<'_> {
    pub fn read(&mut self, text: &str) -> Result<Pattern, String> {
        let spaced: String = text.chars().fold(String::with_capacity(text.len() + 16), |mut out, letter| {
            match letter {
                '(' | ')' | '|' | '[' | ']' => out.extend([' ', letter, ' ']),
                '?' => out.push_str(" ? "),
                '~' => out.push_str(" ~ "),
                _ => out.push(letter),
            }
            out
        });
        let mut words = spaced.split_whitespace().peekable();
        let pattern = self.alternatives(&mut words)?;
        match words.next() {
            None => Ok(pattern),
            Some(word) => Err(format!("`{word}` closes nothing")),
        }
    }

    /// One symbol, for contexts: a word or a `<class>`.
    pub fn symbol(&mut self, word: &str) -> Result<Symbol, String> {
        match word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            Some(class) => {
                Class::parse(class).map(Symbol::class).ok_or_else(|| format!("there is no class `{class}`"))
            }
            None => Ok(self.lexicon.literal(&unescape(word).to_lowercase())),
        }
    }

    fn alternatives<'t>(
        &mut self,
        words: &mut std::iter::Peekable<impl Iterator<Item = &'t str>>,
    ) -> Result<Pattern, String> {
        let mut either = Vec::new();
        loop {
            either.push(self.sequence(words)?);
            if words.peek() != Some(&"|") {
                break;
            }
            words.next();
        }
        Ok(if either.len() == 1 { either.swap_remove(0) } else { Pattern::Either(either) })
    }

    fn sequence<'t>(
        &mut self,
        words: &mut std::iter::Peekable<impl Iterator<Item = &'t str>>,
    ) -> Result<Pattern, String> {
        let mut sequence = Vec::new();
        let mut glued = false;
        while let Some(&word) = words.peek() {
            if matches!(word, "|" | ")") {
                break;
            }
            words.next();
            let element = match word {
                "(" => {
                    let inside = self.alternatives(words)?;
                    if words.next() != Some(")") {
                        return Err("a `(` is not closed".into());
                    }
                    inside
                }
                "[" => Pattern::Open,
                "]" => Pattern::Close,
                "~" => {
                    glued = true;
                    continue;
                }
                "?" => {
                    let last = sequence.pop().ok_or("`?` follows nothing")?;
                    Pattern::Optional(Box::new(last))
                }
                word => match word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(group) => {
                        let known = self.groups.iter().position(|name| name == group);
                        Pattern::Group(known.unwrap_or_else(|| {
                            self.groups.push(group.to_owned());
                            self.groups.len() - 1
                        }))
                    }
                    None => Pattern::Symbol { symbol: self.symbol(word)?, glued: std::mem::take(&mut glued) },
                },
            };
            sequence.push(element);
        }
        Ok(Pattern::Sequence(sequence))
    }
}

/// `\(` stands for the mark itself.
fn unescape(word: &str) -> &str {
    match word {
        "LPAREN" => "(",
        "RPAREN" => ")",
        _ => word,
    }
}

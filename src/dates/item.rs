//! The words of a sentence as patterns see them: tokens, split at hyphens, with numbers put together.

use super::lexicon::{Class, Lexicon, NumberWord, Sense, Symbol};
use crate::language::Sentence;

/// One word, figure or mark.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The first and the last token it is made of.
    pub tokens: (u32, u32),
    /// Its bytes in the part of the article.
    pub begin: usize,
    pub end: usize,
    /// Whether no white space parts it from the item before.
    pub glued: bool,
    /// Its literal symbol, if a pattern has the word.
    pub literal: Option<Symbol>,
    /// Its senses, a range of [`Items::senses`].
    senses: (u32, u32),
}

/// The items of one sentence. Kept from sentence to sentence to save allocations.
#[derive(Debug, Default)]
pub(super) struct Items {
    pub items: Vec<Item>,
    senses: Vec<Sense>,
    numbers: Vec<Option<(NumberWord, f64)>>,
    marks: Marks,
    lower: String,
}

/// Symbols of marks, looked up once.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Marks {
    pub dash: Option<Symbol>,
    pub slash: Option<Symbol>,
    pub and: Option<Symbol>,
}

impl Items {
    pub fn new(lexicon: &Lexicon) -> Self {
        let literal = |word: &str| lexicon.get(word).and_then(|word| word.literal);
        Self {
            marks: Marks { dash: literal("-"), slash: literal("/"), and: literal("and") },
            ..Self::default()
        }
    }

    /// What an item can mean.
    pub fn senses(&self, item: &Item) -> &[Sense] {
        &self.senses[item.senses.0 as usize..item.senses.1 as usize]
    }

    /// Reads a sentence; returns whether anything in it could begin an expression at all.
    pub fn read(&mut self, sentence: &Sentence, lexicon: &Lexicon) {
        self.items.clear();
        self.senses.clear();
        self.numbers.clear();
        let mut previous_end = usize::MAX;
        for (index, token) in sentence.tokens.iter().enumerate() {
            let (form, lower) = (token.form.as_str(), token.lower.as_str());
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            // A restored word has no letters in the text that could be split.
            let faithful = form.len() == token.span.len() && !token.reworded;
            let glued = token.span.begin == previous_end;
            previous_end = token.span.end;
            if let Some(word) = lexicon.get(lower) {
                self.push(index, token.span.begin, token.span.end, glued, form, Some(word));
            } else if faithful && form.len() > 1 && self.splits(form) {
                self.split(index, token.span.begin, glued, form, lexicon);
            } else if faithful
                && form.len() > 2
                && form.starts_with('\'')
                && form.as_bytes()[1].is_ascii_digit()
            {
                // "'98", "'90s"
                self.push(index, token.span.begin, token.span.begin + 1, glued, "'", lexicon.get("'"));
                self.figures(index, token.span.begin + 1, true, &form[1..], lexicon);
            } else if form.as_bytes().first().is_some_and(|b| b.is_ascii_digit()) && faithful {
                self.figures(index, token.span.begin, glued, form, lexicon);
            } else {
                self.push(index, token.span.begin, token.span.end, glued, form, None);
            }
        }
        self.join_numbers();
    }

    fn splits(&self, form: &str) -> bool {
        // Dashes are ASCII or begin with this byte.
        let bytes = form.as_bytes();
        bytes.iter().any(|byte| matches!(byte, b'-' | b'/' | 0xE2))
            && (form.chars().any(is_dash) || (bytes.contains(&b'/') && bytes.iter().any(u8::is_ascii_digit)))
    }

    /// A token with hyphens or strokes, such as "mid-August", "1861–1863" or "04/04/2017".
    fn split(&mut self, token: u32, begin: usize, glued: bool, form: &str, lexicon: &Lexicon) {
        let mut glued = glued;
        let mut start = 0;
        let mut emit = |items: &mut Self, from: usize, to: usize| {
            if from == to {
                return;
            }
            let piece = &form[from..to];
            items.piece(token, begin + from, glued, piece, lexicon);
            glued = true;
        };
        for (at, letter) in form.char_indices() {
            if is_dash(letter) || letter == '/' {
                emit(self, start, at);
                start = at + letter.len_utf8();
                emit(self, at, start);
            }
        }
        emit(self, start, form.len());
    }

    fn piece(&mut self, token: u32, begin: usize, glued: bool, piece: &str, lexicon: &Lexicon) {
        if piece.as_bytes()[0].is_ascii_digit() {
            return self.figures(token, begin, glued, piece, lexicon);
        }
        let mut lower = std::mem::take(&mut self.lower);
        lower.clear();
        lower.extend(piece.chars().flat_map(char::to_lowercase));
        let word = lexicon.get(&lower);
        self.push(token, begin, begin + piece.len(), glued, piece, word);
        self.lower = lower;
    }

    /// Figures, perhaps with letters after them: "1990s", "3rd", "10am", "FY2016" is not one of them.
    fn figures(&mut self, token: u32, begin: usize, glued: bool, form: &str, lexicon: &Lexicon) {
        let digits = form.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &form[digits..];
        if !tail.is_empty() && tail.len() <= 4 && tail.as_bytes()[0].is_ascii_alphabetic() {
            let lower = tail.to_ascii_lowercase();
            let known = lexicon.get(&lower).is_some_and(|word| {
                word.senses
                    .iter()
                    .any(|s| matches!(s.class, Class::Meridiem | Class::Zone | Class::Unit | Class::Units))
            });
            if known && lower != "s" {
                self.push(token, begin, begin + digits, glued, &form[..digits], None);
                self.piece(token, begin + digits, true, tail, lexicon);
                return;
            }
        }
        // "7.30pm", "10:30am"
        if let Some(at) = form.find(|c: char| c.is_ascii_alphabetic())
            && at > digits
            && form.get(at..).is_some_and(|tail| {
                lexicon
                    .get(&tail.to_ascii_lowercase())
                    .is_some_and(|word| word.senses.iter().any(|s| s.class == Class::Meridiem))
            })
        {
            self.push(token, begin, begin + at, glued, &form[..at], None);
            self.piece(token, begin + at, true, &form[at..], lexicon);
            return;
        }
        self.push(token, begin, begin + form.len(), glued, form, None);
    }

    fn push(
        &mut self,
        token: u32,
        begin: usize,
        end: usize,
        glued: bool,
        form: &str,
        word: Option<&super::lexicon::Word>,
    ) {
        let first = self.senses.len() as u32;
        let first_byte = form.as_bytes().first().copied().unwrap_or(b' ');
        let initial =
            if first_byte.is_ascii() { first_byte as char } else { form.chars().next().unwrap_or(' ') };
        let capital =
            if first_byte.is_ascii() { first_byte.is_ascii_uppercase() } else { initial.is_uppercase() };
        let mut literal = word.and_then(|word| word.literal);
        let mut number = None;
        if let Some(word) = word {
            self.senses.extend(word.senses.iter().filter(|sense| capital || !sense.capital));
            number = word.number;
        }
        if initial.is_ascii_digit() {
            numeric_senses(form, &mut self.senses);
        } else if word.is_none() && is_dash(initial) && form.chars().count() == 1 {
            literal = self.marks.dash;
        } else if form == "/" {
            literal = self.marks.slash;
        }
        if capital {
            self.senses.push(Sense { class: Class::Capital, value: 0.0, capital: false });
        }
        self.items.push(Item {
            tokens: (token, token),
            begin,
            end,
            glued,
            literal,
            senses: (first, self.senses.len() as u32),
        });
        self.numbers.push(number);
    }

    /// Puts the words of a number together: "two hundred and fifty", "twenty-first", "3.5 million".
    fn join_numbers(&mut self) {
        if self.numbers.iter().all(Option::is_none) {
            return;
        }
        let mut read = 0;
        let mut write = 0;
        while read < self.items.len() {
            let joined = self.number_at(read);
            match joined {
                Some((end, value, ordinal)) => {
                    let first = self.senses.len() as u32;
                    let single = end == read + 1;
                    if single {
                        let old = self.items[read].senses;
                        self.senses.extend_from_within(old.0 as usize..old.1 as usize);
                    }
                    if ordinal {
                        self.senses.push(Sense { class: Class::Ordinal, value, capital: false });
                    } else {
                        self.senses.push(Sense { class: Class::Number, value, capital: false });
                    }
                    let (head, last) = (self.items[read].clone(), &self.items[end - 1]);
                    self.items[write] = Item {
                        tokens: (head.tokens.0, last.tokens.1),
                        end: last.end,
                        literal: if single { head.literal } else { None },
                        senses: (first, self.senses.len() as u32),
                        ..head
                    };
                    read = end;
                }
                None => {
                    self.items.swap(write, read);
                    read += 1;
                }
            }
            write += 1;
        }
        self.items.truncate(write);
    }

    /// The number in words that begins at an item: its end, its value and whether it is an ordinal.
    fn number_at(&self, start: usize) -> Option<(usize, f64, bool)> {
        let figure = |at: usize| {
            self.senses(&self.items[at])
                .iter()
                .find(|sense| sense.class == Class::Number)
                .map(|sense| sense.value)
        };
        let (mut total, mut group, mut position) = (0.0, 0.0, start);
        let mut last = None;
        if self.numbers[start].is_none() {
            // Figures are numbers already; only a scale after them makes something new.
            if !matches!(self.numbers.get(start + 1), Some(Some((NumberWord::Scale, _)))) {
                return None;
            }
            group = figure(start)?;
            last = Some(NumberWord::Small);
            position = start + 1;
        }
        let mut end = position;
        let mut value = group;
        while let Some(Some((word, amount))) = self.numbers.get(position).copied() {
            let fits = match (last, word) {
                (None, _) => true,
                (Some(NumberWord::Tens), NumberWord::Small | NumberWord::OrdinalSmall) => amount < 10.0,
                (Some(NumberWord::Scale), _) => true,
                (Some(_), NumberWord::Scale) => true,
                _ => false,
            };
            if !fits {
                break;
            }
            match word {
                NumberWord::Scale if amount >= 1000.0 => {
                    total += group.max(1.0) * amount;
                    group = 0.0;
                }
                NumberWord::Scale => group = group.max(1.0) * amount,
                _ => group += amount,
            }
            value = total + group;
            position += 1;
            end = position;
            if matches!(word, NumberWord::OrdinalSmall | NumberWord::OrdinalTens) {
                return Some((end, value, true));
            }
            last = Some(word);
            // "twenty-one", "two hundred and fifty"
            let bridge = self.items.get(position).is_some_and(|item| {
                item.literal.is_some()
                    && ((item.literal == self.marks.dash && item.glued && word == NumberWord::Tens)
                        || (item.literal == self.marks.and && word == NumberWord::Scale))
            });
            if bridge {
                let next = self.numbers.get(position + 1).copied().flatten();
                let continues = match (word, next) {
                    (NumberWord::Tens, Some((NumberWord::Small | NumberWord::OrdinalSmall, amount))) => {
                        amount < 10.0
                    }
                    (NumberWord::Scale, Some((next, _))) => next != NumberWord::Scale,
                    _ => false,
                };
                if continues {
                    position += 1;
                }
            }
        }
        (end > start && last.is_some()).then_some((end, value, false))
    }
}

pub(super) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What figures can mean by their form.
fn numeric_senses(form: &str, senses: &mut Vec<Sense>) {
    let mut add = |class: Class, value: f64| senses.push(Sense { class, value, capital: false });
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let (head, tail) = form.split_at(digits);
    if digits > 9 {
        return;
    }
    let Ok(value) = head.parse::<u32>() else { return };
    let number = f64::from(value);
    match tail {
        "" => {
            add(Class::Number, number);
            if digits <= 2 {
                if (1..=31).contains(&value) {
                    add(Class::Day, number);
                }
                if (1..=12).contains(&value) {
                    add(Class::MonthNumber, number);
                }
                if value <= 24 {
                    add(Class::Hour, number);
                }
                if digits == 2 {
                    add(Class::Year2, number);
                }
            }
            if digits == 4 && (1000..=2199).contains(&value) {
                add(Class::Year, number);
            }
            if digits == 4 && value / 100 < 24 && value % 100 < 60 {
                add(Class::Military, f64::from(value / 100 * 3600 + value % 100 * 60));
            }
            if digits <= 4 && value > 0 {
                add(Class::EraYear, number);
            }
        }
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" => {
            add(Class::Ordinal, number);
            if (1..=31).contains(&value) {
                add(Class::Nth, number);
            }
        }
        "s" | "'s" | "’s" | "S" if value % 10 == 0 => match digits {
            4 => add(Class::Decade, f64::from(value / 10)),
            3 => add(Class::Decade, f64::from(value / 10)),
            2 => add(Class::Decade2, number),
            _ => {}
        },
        _ => {
            if let Some(seconds) = clock(form) {
                add(Class::Clock, seconds);
            }
            if let Some(number) = grouped_number(form) {
                add(Class::Number, number);
            }
        }
    }
}

/// Seconds since midnight of "16:30", "7.45" or "16:30:05"; a quarter of a second marks that seconds were told.
fn clock(form: &str) -> Option<f64> {
    let mut parts = form.split([':', '.']);
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || hour.len() > 2 || minute.len() != 2 || second.is_some_and(|s| s.len() != 2) {
        return None;
    }
    let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
    let second = second.map(str::parse::<u32>).transpose().ok()?;
    if hour > 24 || minute > 59 || second.is_some_and(|s| s > 59) {
        return None;
    }
    let total = f64::from(hour * 3600 + minute * 60 + second.unwrap_or(0));
    Some(if second.is_some() { total + 0.25 } else { total })
}

/// "1,000", "3.5", "1,234.5".
fn grouped_number(form: &str) -> Option<f64> {
    if !form.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') || form.ends_with([',', '.']) {
        return None;
    }
    let whole = form.split('.').next()?;
    if whole.contains(',') && whole.split(',').skip(1).any(|group| group.len() != 3) {
        return None;
    }
    form.replace(',', "").parse().ok()
}

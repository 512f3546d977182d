//! The model file: a head of text (tags, relations, lemmas), the words of the lexicon, then the tables of weights.

use super::{Model, ModelError, coding, words};
use crate::language::lemmatiser::{Lemmatiser, Script};
use crate::language::lexicon::Lexicon;
use crate::language::parser::{Actions, Parser, Pass};
use crate::language::tagger::Tagger;
use crate::language::weights::{NARROW, ROW, Weights};
use crate::language::{Relation, Upos, Xpos};
use compact_str::CompactString;
use std::fmt::Write as _;

/// The first bytes of every model file of this version.
const MAGIC: &[u8] = b"chancery language model 4\n";
/// No model is larger than this when it is unpacked: a damaged length must not exhaust the memory.
const LARGEST: usize = 1 << 26;

/// Reads a model.
pub(super) fn read(bytes: &[u8]) -> Result<Model, ModelError> {
    read_with(bytes, |mut coded| {
        Some(Tables {
            lexicon: Lexicon::new(words::next(&mut coded)?.into_iter()),
            first: table(&mut coded)?,
            second: table(&mut coded)?,
            backwards: table(&mut coded)?,
            forwards: table(&mut coded)?,
        })
    })
}

/// The lexicon and the tables of weights of a model.
pub(super) struct Tables {
    /// Of the tagger.
    pub lexicon: Lexicon,
    /// Of the tagger's first reading.
    pub first: Weights,
    /// Of the tagger's second reading.
    pub second: Weights,
    /// Of the parser's pass backwards.
    pub backwards: Weights<NARROW>,
    /// Of the parser's pass forwards.
    pub forwards: Weights,
}

/// Reads all of a model but its lexicon and its tables of weights, which `tables` makes of their code.
pub(super) fn read_with(
    bytes: &[u8],
    tables: impl FnOnce(&[u8]) -> Option<Tables>,
) -> Result<Model, ModelError> {
    let packed =
        bytes.strip_prefix(MAGIC).ok_or_else(|| ModelError("it is not a model of this version".into()))?;
    let damaged = |what: &str| ModelError(format!("its {what} is damaged"));
    let (length, packed) = packed.split_first_chunk::<4>().ok_or_else(|| damaged("length"))?;
    let (head, rest) =
        packed.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(|| damaged("length"))?;
    if head.first_chunk().is_none_or(|&size| u32::from_le_bytes(size) as usize > LARGEST) {
        return Err(damaged("length"));
    }
    let head = lz4_flex::decompress_size_prepended(head).map_err(|_| damaged("head"))?;
    let head = std::str::from_utf8(&head).map_err(|_| damaged("head"))?;
    let tables = tables(rest).ok_or_else(|| damaged("lexicon or table of weights"))?;
    let head = Head::read(head).ok_or_else(|| damaged("head"))?;
    Ok(Model {
        tagger: Tagger {
            tags: head.tags,
            lexicon: tables.lexicon,
            first: tables.first,
            second: tables.second,
        },
        lemmatiser: head.lemmatiser,
        parser: Parser {
            backwards: Pass { actions: head.backwards, weights: tables.backwards },
            forwards: Pass { actions: head.forwards, weights: tables.forwards },
        },
    })
}

/// Takes the next table of weights.
fn table<const WIDTH: usize>(tables: &mut &[u8]) -> Option<Weights<WIDTH>> {
    let (size, coded) = coding::next(tables)?;
    if size > LARGEST { None } else { Weights::new(coding::decode(coded, size)?) }
}

/// Writes a model.
pub(super) fn write(model: &Model) -> Vec<u8> {
    let mut head = String::new();
    // Writing to a string cannot fail.
    let mut line = |text: std::fmt::Arguments| {
        let _ = head.write_fmt(text);
        head.push('\n');
    };
    for (xpos, upos) in &model.tagger.tags {
        line(format_args!("tag\t{}\t{}", xpos.as_str(), upos.as_str()));
    }
    for (pass, actions) in
        [("backwards", &model.parser.backwards.actions), ("forwards", &model.parser.forwards.actions)]
    {
        for (side, relations) in [("left", &actions.left), ("right", &actions.right)] {
            for relation in relations {
                line(format_args!("{pass}\t{side}\t{}", relation.as_str()));
            }
        }
    }
    let mut exceptions: Vec<_> = model.lemmatiser.exceptions.iter().collect();
    exceptions.sort();
    for ((xpos, word), lemma) in exceptions {
        line(format_args!("lemma\t{}\t{word}\t{lemma}", xpos.as_str()));
    }
    let mut rules: Vec<_> = model.lemmatiser.rules.iter().collect();
    rules.sort();
    for ((xpos, ending), script) in rules {
        line(format_args!("ending\t{}\t{ending}\t{}\t{}", xpos.as_str(), script.cut, script.append));
    }
    let words = words::encode(&model.tagger.lexicon.entries());
    let mut tables = Vec::new();
    tables.extend((words.len() as u32).to_le_bytes());
    tables.extend(words);
    for cells in [
        model.tagger.first.cells(),
        model.tagger.second.cells(),
        model.parser.backwards.weights.cells(),
        model.parser.forwards.weights.cells(),
    ] {
        let coded = coding::encode(cells);
        tables.extend((cells.len() as u32).to_le_bytes());
        tables.extend((coded.len() as u32).to_le_bytes());
        tables.extend(coded);
    }
    let head = lz4_flex::compress_prepend_size(head.as_bytes());
    let mut bytes = MAGIC.to_vec();
    bytes.extend((head.len() as u32).to_le_bytes());
    bytes.extend(head);
    bytes.extend(tables);
    bytes
}

/// What stands in the head.
#[derive(Default)]
struct Head {
    tags: Vec<(Xpos, Upos)>,
    backwards: Actions,
    forwards: Actions,
    lemmatiser: Lemmatiser,
}

impl Head {
    fn read(text: &str) -> Option<Self> {
        let mut head = Self::default();
        for line in text.lines() {
            let mut fields = line.split('\t');
            let mut field = || fields.next();
            match field()? {
                "tag" => head.tags.push((Xpos::parse(field()?)?, Upos::parse(field()?)?)),
                pass @ ("backwards" | "forwards") => {
                    let actions = if pass == "backwards" { &mut head.backwards } else { &mut head.forwards };
                    let side = if field()? == "left" { &mut actions.left } else { &mut actions.right };
                    side.push(Relation::parse(field()?)?);
                }
                "lemma" => {
                    let key = (Xpos::parse(field()?)?, CompactString::new(field()?));
                    head.lemmatiser.exceptions.insert(key, CompactString::new(field()?));
                }
                "ending" => {
                    let key = (Xpos::parse(field()?)?, CompactString::new(field()?));
                    let script = Script { cut: field()?.parse().ok()?, append: CompactString::new(field()?) };
                    head.lemmatiser.rules.insert(key, script);
                }
                _ => return None,
            }
        }
        let sound = (1..=ROW).contains(&head.tags.len())
            && [(&head.backwards, NARROW), (&head.forwards, ROW)].into_iter().all(|(actions, width)| {
                actions.len() <= width
                    && actions.left.first() == Some(&Relation::Root)
                    && actions.left.len() > 1
                    && !actions.right.is_empty()
            });
        sound.then_some(head)
    }
}

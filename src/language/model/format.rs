//! The model file: a head of text that a human can read, then the tables of weights, all compressed.

use super::{Model, ModelError};
use crate::language::lemmatiser::{Lemmatiser, Script};
use crate::language::lexicon::Lexicon;
use crate::language::parser::{Actions, Parser};
use crate::language::tagger::Tagger;
use crate::language::weights::{ROW, Weights};
use crate::language::{Relation, Upos, Xpos};
use compact_str::CompactString;
use std::fmt::Write as _;

/// The first bytes of every model file of this version.
const MAGIC: &[u8] = b"chancery language model 1\n";
/// No model is larger than this when it is unpacked: a damaged length must not exhaust the memory.
const LARGEST: usize = 1 << 26;

/// Reads a model.
pub(super) fn read(bytes: &[u8]) -> Result<Model, ModelError> {
    let packed =
        bytes.strip_prefix(MAGIC).ok_or_else(|| ModelError("it is not a model of this version".into()))?;
    let length = packed.first_chunk().map_or(usize::MAX, |&size| u32::from_le_bytes(size) as usize);
    if length > LARGEST {
        return Err(ModelError("its length is damaged".into()));
    }
    let content = lz4_flex::decompress_size_prepended(packed)
        .map_err(|error| ModelError(format!("it is damaged: {error}")))?;
    let end =
        memchr::memmem::find(&content, b"\n\n").ok_or_else(|| ModelError("its head is damaged".into()))?;
    let head = std::str::from_utf8(&content[..end]).map_err(|_| ModelError("its head is no text".into()))?;
    let mut tables = &content[end + 2..];
    let mut table = || {
        let (size, rest) = tables.split_first_chunk::<4>()?;
        let (cells, rest) = rest.split_at_checked(u32::from_le_bytes(*size) as usize)?;
        tables = rest;
        Weights::new(cells.iter().map(|&cell| cell as i8).collect())
    };
    let (first, second, parser) = (table(), table(), table());
    let (Some(first), Some(second), Some(weights)) = (first, second, parser) else {
        return Err(ModelError("its weights are damaged".into()));
    };
    let head = Head::read(head).ok_or_else(|| ModelError("its head is not understood".into()))?;
    Ok(Model {
        tagger: Tagger { tags: head.tags, lexicon: Lexicon::new(head.lexicon.into_iter()), first, second },
        lemmatiser: head.lemmatiser,
        parser: Parser { actions: head.actions, weights },
    })
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
    for relation in &model.parser.actions.left {
        line(format_args!("left\t{}", relation.as_str()));
    }
    for relation in &model.parser.actions.right {
        line(format_args!("right\t{}", relation.as_str()));
    }
    for (atom, class) in model.tagger.lexicon.entries() {
        line(format_args!("word\t{atom:x}\t{class:x}"));
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
    let mut content = head.into_bytes();
    content.push(b'\n');
    for weights in [&model.tagger.first, &model.tagger.second, &model.parser.weights] {
        content.extend((weights.cells().len() as u32).to_le_bytes());
        content.extend(weights.cells().iter().map(|&cell| cell as u8));
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(lz4_flex::compress_prepend_size(&content));
    bytes
}

/// What stands in the head.
#[derive(Default)]
struct Head {
    tags: Vec<(Xpos, Upos)>,
    actions: Actions,
    lexicon: Vec<(u32, u16)>,
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
                "left" => head.actions.left.push(Relation::parse(field()?)?),
                "right" => head.actions.right.push(Relation::parse(field()?)?),
                "word" => {
                    let atom = u32::from_str_radix(field()?, 16).ok()?;
                    head.lexicon.push((atom, u16::from_str_radix(field()?, 16).ok()?));
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
            && head.actions.len() <= ROW
            && head.actions.left.first() == Some(&Relation::Root)
            && head.actions.left.len() > 1
            && !head.actions.right.is_empty();
        sound.then_some(head)
    }
}

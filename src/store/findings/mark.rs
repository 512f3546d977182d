//! Whether mining a text anew finds what is stored of it already.

use crate::link::{Keys, Profile};
use crate::mine::Findings;
use crate::store::{StoreError, migration};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// 64 bits of a hash of all that is stored of findings. Equal marks: equal rows.
///
/// The debug form of a value names every field of it, those too that are yet to be added. Should a version of this
/// program write it otherwise, texts are written again that need not be; so they are under another schema.
pub(in crate::store) fn mark(findings: &Findings, profile: &Profile, keys: &Keys) -> i64 {
    let Findings {
        published,
        published_candidates,
        wording,
        language,
        document,
        dates,
        actors,
        events,
        relations,
        claims,
        diagnostics,
    } = findings;
    let mut hash = Hash(Sha256::new());
    let whole = (migration::newest(), published, published_candidates, wording, language, diagnostics);
    // Of sentences, where they stand is stored, and the words that head triggers.
    let sentences = document.sentences.iter().map(|sentence| (sentence.part, sentence.span));
    let heads = events.iter().map(|mention| super::mentions::lemma(mention, findings));
    let lists = (sentences.collect::<Vec<_>>(), heads.collect::<Vec<_>>());
    // A hash takes in whatever it is given.
    let _ = write!(hash, "{whole:?}{lists:?}{dates:?}{actors:?}{events:?}{relations:?}{claims:?}");
    for bytes in [profile.encode(), keys.encode()] {
        hash.0.update(bytes.len().to_le_bytes());
        hash.0.update(bytes);
    }
    let mut first = [0; 8];
    first.copy_from_slice(&hash.0.finalize()[..8]);
    i64::from_le_bytes(first)
}

struct Hash(Sha256);

impl Write for Hash {
    fn write_str(&mut self, words: &str) -> std::fmt::Result {
        self.0.update(words);
        Ok(())
    }
}

/// The mark of what is stored of a text, if it is known.
pub(in crate::store) fn marked(connection: &Connection, text: i64) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT mark FROM findings_marks WHERE text = ?1")?;
    Ok(statement.query_row([text], |row| row.get(0)).optional()?)
}

/// Marks what was stored of a text.
pub(super) fn write(connection: &Connection, text: i64, mark: i64) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached("INSERT INTO findings_marks (text, mark) VALUES (?1, ?2)")?;
    statement.execute([text, mark])?;
    Ok(())
}

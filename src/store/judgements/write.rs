//! Judgements written down.

use crate::judgement::Judgement;
use crate::store::StoreError;
use rusqlite::{Connection, OptionalExtension, named_params};

/// Writes a judgement that the chronicle does not have; returns its number.
pub(in crate::store) fn insert(connection: &Connection, judgement: &Judgement) -> Result<i64, StoreError> {
    connection.prepare_cached(include_str!("insert.sql"))?.execute(named_params! {
        ":key": judgement.key(),
        ":made": judgement.made,
        ":who": judgement.who,
        ":verb": judgement.verb.as_str(),
        ":subject": judgement.subject.as_str(),
        ":corrections": serde_json::to_string(&judgement.corrections).unwrap_or_else(|_| "[]".into()),
        ":why": judgement.why,
        ":undoes": judgement.undoes,
    })?;
    let number = connection.last_insert_rowid();
    let mut insert = connection.prepare_cached(include_str!("target_insert.sql"))?;
    for (ordinal, target) in judgement.targets.iter().enumerate() {
        insert.execute(named_params! {
            ":judgement": number,
            ":ordinal": ordinal as i64,
            ":side": target.side,
            ":thing": target.thing.as_str(),
            ":name": target.name,
            ":text_hash": target.text,
            ":part": target.part,
            ":begin": target.words_at.map(|ends| ends.0),
            ":end": target.words_at.map(|ends| ends.1),
            ":span_begin": target.span.map(|ends| ends.0),
            ":span_end": target.span.map(|ends| ends.1),
            ":words": target.words,
            ":kind": target.kind,
            ":edtf": target.edtf,
        })?;
    }
    Ok(number)
}

/// Decides anew whether the judgement of a key stands, and with it what it undoes itself; adds the numbers of
/// those for which that changed.
pub(in crate::store) fn stand(
    connection: &Connection,
    key: &str,
    changed: &mut Vec<i64>,
) -> Result<(), StoreError> {
    let mut find = connection.prepare_cached(include_str!("stand.sql"))?;
    let mut write = connection.prepare_cached("UPDATE judgements SET stands = ?2 WHERE id = ?1")?;
    let mut next = Some(key.to_owned());
    while let Some(key) = next.take() {
        let found: Option<(i64, Option<String>, bool, bool)> = find
            .query_row([&key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?;
        let Some((number, undoes, stands, should)) = found else { break };
        if stands != should {
            write.execute((number, should))?;
            changed.push(number);
            next = undoes;
        }
    }
    Ok(())
}

//! From the old chronicle through the engine into the new one.

use super::Mining;
use crate::article::Article;
use crate::mine::{Findings, side_by_side};
use crate::store::drive::findings;
use crate::store::import::{Import, Judged, Reading};
use crate::store::{StoreError, articles};
use rusqlite::Connection;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Publications that are mined and written together; fewer where they are long.
const BATCH: usize = 256;
/// Bytes of text that are mined and written together.
const BATCH_BYTES: usize = 4 << 20;

/// A publication on its way from the old chronicle to the new one.
struct Known {
    article: Article,
    import: i64,
    /// Whether its text is mined with it: it is the one in force.
    in_force: bool,
}

/// One thread reads the old chronicle, many mine, one writes the new chronicle.
/// `again` tells that the new one has all publications already, and wants to hear of texts alone.
pub(super) fn mine_all(
    old: &mut Connection,
    import: &mut Import<'_>,
    again: bool,
    mining: &Mining<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    let all = if again { "SELECT count(*) FROM texts" } else { "SELECT count(*) FROM publications" };
    let all: i64 = old.query_row(all, [], |row| row.get(0))?;
    let judged = import.judged()?;
    std::thread::scope(|scope| {
        let (read, to_mine) = sync_channel(1);
        let (mined, to_write) = sync_channel::<Vec<Reading>>(1);
        let reader = scope.spawn(move || feed(old, again, &read));
        scope.spawn(move || mine(mining, &judged, &to_mine, &mined));
        let mut written = Ok(());
        for readings in to_write {
            let done = if again { import.add_again(readings) } else { import.add(readings) };
            match done {
                Ok(_) => {
                    let counts = import.counts();
                    progress(counts.new + counts.known, all.unsigned_abs());
                }
                Err(error) => {
                    written = Err(error);
                    break;
                }
            }
        }
        // Where the reader has panicked, there is nothing to be said that the panic has not.
        let fed = reader.join().unwrap_or(Ok(()));
        written.and(fed)
    })
}

/// Reads the publications of the old chronicle, of each text the one in force first.
fn feed(old: &mut Connection, again: bool, out: &SyncSender<Vec<Known>>) -> Result<(), StoreError> {
    let mut statement = old.prepare(include_str!("publications.sql"))?;
    let mut rows = statement.query([again])?;
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let article = articles::article(row, 0)?;
        bytes += article.text.len();
        batch.push(Known { article, import: row.get(7)?, in_force: row.get(8)? });
        if batch.len() >= BATCH || bytes >= BATCH_BYTES {
            // Nobody listens any longer: writing failed, and says so itself.
            if out.send(std::mem::take(&mut batch)).is_err() {
                return Ok(());
            }
            bytes = 0;
        }
    }
    let _ = out.send(batch);
    Ok(())
}

fn mine(
    mining: &Mining<'_>,
    judged: &Judged,
    batches: &Receiver<Vec<Known>>,
    out: &SyncSender<Vec<Reading>>,
) {
    for batch in batches {
        let readings = side_by_side(batch, |Known { article, import, in_force }| {
            let found = if in_force {
                let judged = judged.apply(&article);
                findings(mining, judged.as_ref().unwrap_or(&article))
            } else {
                Findings::default()
            };
            Reading { import: Some(import), ..Reading::new(article, found) }
        });
        if out.send(readings).is_err() {
            return;
        }
    }
}

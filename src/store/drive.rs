//! The import as a stream: one thread reads, many mine, one writes; what is in flight is bounded.

use super::{Chronicle, Counts, Import, Judged, Provenance, Reading, StoreError, publication_identity};
use crate::article::Article;
use crate::mine::{Diagnostic, Engine, Findings, side_by_side};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Articles in the first transaction, doubled with each up to [`BATCH`]: the first are safe, and seen, at once.
const FIRST_BATCH: usize = 16;
/// Articles in one transaction; fewer where the articles are long.
const BATCH: usize = 256;
/// Bytes of text in one transaction.
const BATCH_BYTES: usize = 4 << 20;

/// What the caller of an import hears of.
#[derive(Debug)]
pub enum Progress<R> {
    /// An input was rejected, for this reason; the rest goes in.
    Rejected(R),
    /// This much is done and safe.
    Done(Counts),
}

/// A group of articles that are mined and written together.
struct Batch<A, R> {
    articles: Vec<A>,
    rejected: Vec<R>,
    known: u64,
}

impl Chronicle {
    /// Imports all articles of a stream, mined by `engine` on all threads. What was acknowledged by
    /// [`Progress::Done`] is in the chronicle; an import that was killed goes on where it was when it is run again.
    ///
    /// `ended` tells the time at the end.
    ///
    /// # Errors
    /// If the chronicle was mined by another engine, or cannot be written.
    pub fn import<R: Send>(
        &mut self,
        provenance: &Provenance,
        engine: &Engine,
        articles: impl Iterator<Item = Result<Article, R>> + Send,
        mut progress: impl FnMut(Progress<R>),
        ended: impl FnOnce() -> String,
    ) -> Result<Counts, StoreError> {
        let path = self.path().to_path_buf();
        let mut import = self.begin_import(provenance)?;
        let run = || -> Result<Counts, StoreError> {
            let (known, judged) = (import.known()?, import.judged()?);
            std::thread::scope(|scope| {
                let (read, to_mine) = sync_channel(1);
                let (mined, to_write) = sync_channel(1);
                scope.spawn(move || feed(articles, known, &read));
                scope.spawn(move || mine(engine, &judged, &to_mine, &mined));
                write(&mut import, &to_write, &mut progress)
            })?;
            import.finish(&ended())
        };
        run().map_err(|error| error.at(&path))
    }
}

/// Reads articles into batches, without those that are known.
fn feed<R>(
    articles: impl Iterator<Item = Result<Article, R>>,
    mut known: HashSet<i64>,
    out: &SyncSender<Batch<Article, R>>,
) {
    let empty = || Batch { articles: Vec::new(), rejected: Vec::new(), known: 0 };
    let (mut batch, mut bytes, mut size) = (empty(), 0, FIRST_BATCH);
    for article in articles {
        match article {
            Ok(article) if !known.insert(publication_identity(&article)) => batch.known += 1,
            Ok(article) => {
                bytes += article.text.len();
                batch.articles.push(article);
            }
            Err(rejection) => batch.rejected.push(rejection),
        }
        if batch.articles.len() + batch.rejected.len() >= size || batch.known >= 4096 || bytes >= BATCH_BYTES
        {
            // Nobody listens any longer: writing failed, and says so itself.
            if out.send(std::mem::replace(&mut batch, empty())).is_err() {
                return;
            }
            (bytes, size) = (0, (size * 2).min(BATCH));
        }
    }
    let _ = out.send(batch);
}

fn mine<R: Send>(
    engine: &Engine,
    judged: &Judged,
    batches: &Receiver<Batch<Article, R>>,
    out: &SyncSender<Batch<Reading, R>>,
) {
    for Batch { articles, rejected, known } in batches {
        let articles = side_by_side(articles, |article| read(engine, judged, article));
        if out.send(Batch { articles, rejected, known }).is_err() {
            return;
        }
    }
}

/// One article mined, as of the day that an analyst gave it.
pub(super) fn read(engine: &Engine, judged: &Judged, article: Article) -> Reading {
    let findings = match judged.apply(&article) {
        Some(judged) => findings(&|article| engine.mine(article), &judged),
        None => findings(&|article| engine.mine(article), &article),
    };
    Reading::new(article, findings)
}

/// What mining finds. Should it ever fail on an article, that is stored all the same and says so.
pub(super) fn findings(mine: &(dyn Fn(&Article) -> Findings + Sync), article: &Article) -> Findings {
    catch_unwind(AssertUnwindSafe(|| mine(article))).unwrap_or_else(|_| Findings {
        published: article.published.clone(),
        diagnostics: vec![Diagnostic {
            code: "mining-failed".into(),
            message: "the text is stored and searchable, but nothing was mined from it; please report it"
                .into(),
            location: None,
        }],
        ..Findings::default()
    })
}

fn write<R>(
    import: &mut Import<'_>,
    batches: &Receiver<Batch<Reading, R>>,
    progress: &mut impl FnMut(Progress<R>),
) -> Result<(), StoreError> {
    for Batch { articles, rejected, known } in batches {
        import.add(articles)?;
        import.count_known(known);
        import.count_rejected(rejected.len() as u64);
        rejected.into_iter().for_each(|rejection| progress(Progress::Rejected(rejection)));
        progress(Progress::Done(import.counts()));
    }
    Ok(())
}

//! Parts of the training data, for tags that were not predicted by a model that had seen them.

use chancery::language::conllu::Tree;

/// The number of parts.
pub const FOLDS: usize = 5;

/// The fold of every sentence; a document lies in one fold.
pub fn folds(trees: &[Tree]) -> Vec<usize> {
    let mut document = 0;
    trees
        .iter()
        .map(|tree| {
            document += usize::from(tree.begins_document);
            document % FOLDS
        })
        .collect()
}

/// Runs one job for each number on two threads, and gives their results in order.
pub fn in_parallel<T: Send>(jobs: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut results: Vec<(usize, T)> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                if index >= jobs {
                    return done;
                }
                done.push((index, job(index)));
            }
        };
        let other = scope.spawn(work);
        let mut done = work();
        done.extend(other.join().expect("a training thread panicked"));
        done
    });
    results.sort_by_key(|&(index, _)| index);
    results.into_iter().map(|(_, result)| result).collect()
}

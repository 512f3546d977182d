//! Where bytes come from: files, folders, patterns, standard input.

use super::{Format, Rejection, Remark};
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read as one article. A page carries scripts and pictures besides its text.
pub(super) const LARGEST_FILE: usize = 16 << 20;

/// The largest text of one article: more than the longest novels.
pub(super) const LARGEST_TEXT: usize = 4 << 20;

/// How much of an input is looked at to find its format.
const HEAD: u64 = 4096;

/// One opened input.
pub(super) struct Input {
    /// How messages name it.
    pub shown: String,
    /// The name of the file, without its folder; nothing for standard input.
    pub file_name: Option<String>,
    /// What it says.
    pub bytes: Box<dyn BufRead + Send>,
}

impl Input {
    /// All bytes, if they are no more than an article may have.
    pub fn whole(mut self) -> Result<(Self, Vec<u8>), Rejection> {
        let mut bytes = Vec::new();
        let limit = LARGEST_FILE as u64 + 1;
        if let Err(error) = (&mut self.bytes).take(limit).read_to_end(&mut bytes) {
            return Err(unreadable(&self.shown, &error));
        }
        if bytes.len() > LARGEST_FILE {
            let what =
                format!("is larger than {} MB, the most that one article may have", LARGEST_FILE >> 20);
            return Err(Rejection::new(
                self.shown,
                what,
                "split it into its articles, or give them as JSONL",
            ));
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Rejection::new(self.shown, "is empty", "give a file with an article in it"));
        }
        Ok((self, bytes))
    }
}

/// The rejection of an input that the system does not give us.
pub(super) fn unreadable(shown: &str, error: &std::io::Error) -> Rejection {
    use std::io::ErrorKind;
    let (what, remedy) = match error.kind() {
        ErrorKind::NotFound => ("there is no such file".to_owned(), "check the path and its spelling"),
        ErrorKind::PermissionDenied => ("may not be read".to_owned(), "ask for the permission to read it"),
        _ => (format!("cannot be read ({error})"), "check the file, or copy it elsewhere"),
    };
    Rejection::new(shown, what, remedy)
}

/// The inputs that paths stand for, found as they are needed.
pub(super) struct Inputs {
    waiting: VecDeque<Waiting>,
    visited: HashSet<PathBuf>,
    left_out: BTreeSet<String>,
    left_out_count: usize,
}

enum Waiting {
    /// As the user gave it: a file, a folder, a pattern or `-`.
    Given(PathBuf),
    /// An entry of a folder.
    Found(PathBuf),
    /// The folder of that name has been walked.
    EndOfFolder(String),
}

impl Inputs {
    pub fn new(paths: &[PathBuf]) -> Self {
        Self {
            waiting: paths.iter().cloned().map(Waiting::Given).collect(),
            visited: HashSet::new(),
            left_out: BTreeSet::new(),
            left_out_count: 0,
        }
    }

    /// The next input with its format, or why it cannot be read.
    pub fn next(
        &mut self,
        remarks: &mut Vec<Remark>,
        forced: Option<&'static Format>,
    ) -> Option<Result<(Input, &'static Format), Rejection>> {
        loop {
            match self.waiting.pop_front()? {
                Waiting::Given(path) if path == Path::new("-") => {
                    let stdin = Box::new(BufReader::new(std::io::stdin()));
                    return Some(open("standard input".into(), None, stdin, forced));
                }
                Waiting::Given(path) if path.is_dir() => {
                    if let Err(rejection) = self.walk(&path, true) {
                        return Some(Err(rejection));
                    }
                }
                Waiting::Given(path) if !path.exists() && is_pattern(&path) => {
                    if let Err(rejection) = self.expand(&path) {
                        return Some(Err(rejection));
                    }
                }
                Waiting::Given(path) => return Some(open_file(&path, forced)),
                Waiting::Found(path) if path.is_dir() => {
                    if let Err(rejection) = self.walk(&path, false) {
                        return Some(Err(rejection));
                    }
                }
                Waiting::Found(path) => {
                    if let Some(opened) = self.open_found(&path, forced) {
                        return Some(opened);
                    }
                }
                Waiting::EndOfFolder(folder) => remarks.extend(self.say_left_out(folder)),
            }
        }
    }

    /// Puts the entries of a folder, in order, before what is waiting.
    fn walk(&mut self, folder: &Path, outermost: bool) -> Result<(), Rejection> {
        // A link back to a folder that is being walked would never end.
        let real = folder.canonicalize().map_err(|error| unreadable(&shown(folder), &error))?;
        if !self.visited.insert(real) && !outermost {
            return Ok(());
        }
        let entries = std::fs::read_dir(folder).map_err(|error| unreadable(&shown(folder), &error))?;
        let mut paths: Vec<PathBuf> = entries
            .flatten()
            .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
            .map(|entry| entry.path())
            .collect();
        paths.sort();
        if outermost {
            self.waiting.push_front(Waiting::EndOfFolder(shown(folder)));
        }
        paths.into_iter().rev().for_each(|path| self.waiting.push_front(Waiting::Found(path)));
        Ok(())
    }

    fn expand(&mut self, pattern: &Path) -> Result<(), Rejection> {
        let remedy = "write it like 'news/*.html' or 'news/**/*.txt'";
        let name = shown(pattern);
        let matches = glob::glob(&pattern.to_string_lossy())
            .map_err(|error| Rejection::new(&name, format!("is no pattern ({})", error.msg), remedy))?;
        let paths: Vec<PathBuf> = matches.flatten().collect();
        if paths.is_empty() {
            return Err(Rejection::new(&name, "no file matches this pattern", remedy));
        }
        paths.into_iter().rev().for_each(|path| self.waiting.push_front(Waiting::Given(path)));
        Ok(())
    }

    /// Opens a file that a folder holds, if it is of a format of ours; what the user did not name
    /// himself may be anything.
    fn open_found(
        &mut self,
        path: &Path,
        forced: Option<&'static Format>,
    ) -> Option<Result<(Input, &'static Format), Rejection>> {
        if !path.is_file() {
            // A broken link is worth a word; a pipe or a device would block.
            return path.symlink_metadata().is_ok_and(|data| data.is_symlink()).then(|| {
                Err(Rejection::new(shown(path), "is a link to nothing", "remove it, or restore its file"))
            });
        }
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        match extension {
            Some(extension) if Format::by_extension(&extension).is_none() && forced.is_none() => {
                self.left_out.insert(format!(".{extension}"));
                self.left_out_count += 1;
                None
            }
            _ => Some(open_file(path, forced)),
        }
    }

    fn say_left_out(&mut self, folder: String) -> Option<Remark> {
        let count = std::mem::take(&mut self.left_out_count);
        let endings: Vec<String> = std::mem::take(&mut self.left_out).into_iter().collect();
        (count > 0).then(|| Remark {
            file: folder,
            line: None,
            what: format!(
                "{count} file(s) that do not end like articles were left out ({})",
                endings.join(" ")
            ),
            remedy: "name a file itself to have it read".into(),
        })
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn open_file(path: &Path, forced: Option<&'static Format>) -> Result<(Input, &'static Format), Rejection> {
    let file = File::open(path).map_err(|error| unreadable(&shown(path), &error))?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let by_name = path.extension().and_then(|extension| Format::by_extension(&extension.to_string_lossy()));
    let reader = Box::new(BufReader::with_capacity(1 << 16, file));
    open(shown(path), file_name, reader, forced.or(by_name))
}

/// Gives the input its format, by its first bytes where the name does not tell.
fn open(
    shown: String,
    file_name: Option<String>,
    mut bytes: Box<dyn BufRead + Send>,
    format: Option<&'static Format>,
) -> Result<(Input, &'static Format), Rejection> {
    let mut head = Vec::new();
    if let Err(error) = (&mut bytes).take(HEAD).read_to_end(&mut head) {
        return Err(unreadable(&shown, &error));
    }
    let Some(format) = format.or_else(|| Format::by_content(&head)) else {
        return Err(Rejection::new(
            shown,
            "is in no format that is known",
            "give text, Markdown, HTML or JSONL",
        ));
    };
    let bytes = Box::new(Cursor::new(head).chain(bytes));
    Ok((Input { shown, file_name, bytes }, format))
}

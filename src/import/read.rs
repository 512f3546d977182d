//! Inputs to articles.

use super::draft::Draft;
use super::format::Drafts;
use super::input::Inputs;
use super::{Format, Rejection, Remark, published};
use crate::article::Article;
use chrono::NaiveDate;
use std::path::PathBuf;

/// What holds for every article of one import.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// The day of publication of all of them, stronger than what they say themselves (`--published`).
    pub published: Option<NaiveDate>,
    /// Who published all of them (`--outlet`).
    pub outlet: Option<String>,
    /// The format of all of them, whatever their names end in.
    pub format: Option<&'static Format>,
    /// The day on which a publication date in the future is recognised; without it none is. It never
    /// becomes a publication date.
    pub today: Option<NaiveDate>,
}

/// Reads the articles of files, folders (with what lies in them, in order), patterns such as `news/*.html`,
/// and `-`, standard input.
pub fn read(inputs: &[PathBuf], options: &ImportOptions) -> Articles {
    Articles { inputs: Inputs::new(inputs), current: None, options: options.clone(), remarks: Vec::new() }
}

/// The articles of an import, read one by one.
pub struct Articles {
    inputs: Inputs,
    current: Option<Current>,
    options: ImportOptions,
    remarks: Vec<Remark>,
}

/// The input that is being read.
struct Current {
    shown: String,
    file_name: Option<String>,
    drafts: Drafts,
}

impl Articles {
    /// What was odd about the articles that have been read since the last call.
    pub fn take_remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }

    fn finish(&mut self, draft: Draft, shown: &str, file_name: Option<&str>) -> Article {
        let mut remark = |what: String, remedy: String| {
            self.remarks.push(Remark { file: shown.to_owned(), line: draft.line, what, remedy });
        };
        let file_name = file_name.filter(|_| draft.dated_by_file_name);
        let published = published::decide(&draft, file_name, &self.options, &mut remark);
        for (what, remedy) in draft.oddities {
            remark(what, remedy);
        }
        Article {
            id: draft.id,
            title: draft.title,
            outlet: self.options.outlet.clone().or(draft.outlet),
            url: draft.url,
            published,
            text: draft.text,
        }
    }
}

impl Iterator for Articles {
    type Item = Result<Article, Rejection>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(mut current) = self.current.take()
                && let Some(draft) = current.drafts.next()
            {
                let article =
                    draft.map(|draft| self.finish(draft, &current.shown, current.file_name.as_deref()));
                self.current = Some(current);
                return Some(article);
            }
            match self.inputs.next(&mut self.remarks, self.options.format)? {
                Err(rejection) => return Some(Err(rejection)),
                Ok((input, format)) => {
                    let (shown, file_name) = (input.shown.clone(), input.file_name.clone());
                    self.current = Some(Current { shown, file_name, drafts: (format.read)(input) });
                }
            }
        }
    }
}

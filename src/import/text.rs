//! Plain text: the file is the article.

use super::draft::{Draft, StatedDate, filled};
use super::format::Drafts;
use super::input::{Input, LARGEST_TEXT};
use super::{Format, Rejection};
use crate::article::PublishedBasis;

pub(super) const FORMAT: Format = Format {
    name: "text",
    doc: "Plain text in any encoding; lines such as \"Outlet: NAME\" before the first empty line are its record",
    extensions: &["txt", "text"],
    sniff: |_| true,
    read,
};

/// A title is a line of its own; a longer one is a paragraph.
const LONGEST_TITLE: usize = 200;

fn read(input: Input) -> Drafts {
    Box::new(std::iter::once(draft(input)))
}

fn draft(input: Input) -> Result<Draft, Rejection> {
    let (mut draft, text, shown) = Draft::of_file(input)?;
    let body = read_record(&text, &mut draft);
    check_text(body, &shown)?;
    draft.title = draft.title.or_else(|| title(body));
    draft.text = body.to_owned();
    Ok(draft)
}

/// Whether a text can be that of an article.
pub(super) fn check_text(text: &str, shown: &str) -> Result<(), Rejection> {
    if text.trim().is_empty() {
        return Err(Rejection::new(shown, "has no text", "give a file with an article in it"));
    }
    if text.len() > LARGEST_TEXT {
        let what = format!("the text is longer than {} MB", LARGEST_TEXT >> 20);
        return Err(Rejection::new(shown, what, "split it into its articles, or give them as JSONL"));
    }
    Ok(())
}

/// Takes a field of a record, in front matter or in the lines before a text; says whether it is one that
/// we know.
pub(super) fn take_field(draft: &mut Draft, key: &str, value: &str) -> bool {
    let slot = match key.trim().to_ascii_lowercase().as_str() {
        "id" => &mut draft.id,
        "title" | "headline" => &mut draft.title,
        "outlet" | "source" | "publisher" | "publication" => &mut draft.outlet,
        "url" | "link" | "canonical" | "canonical_url" => &mut draft.url,
        "published" | "date" | "pubdate" | "publish_date" | "published_at" | "publication date" => {
            draft.stated = draft
                .stated
                .take()
                .or_else(|| filled(value).map(|words| StatedDate { words, basis: PublishedBasis::Field }));
            return true;
        }
        "author" | "authors" | "byline" | "language" | "lang" | "section" => return true,
        _ => return false,
    };
    *slot = filled(value).or(slot.take());
    true
}

/// Takes lines of the form "Outlet: NAME" at the very beginning, if all lines up to the first empty one are
/// such, and gives the rest.
fn read_record<'a>(text: &'a str, draft: &mut Draft) -> &'a str {
    let mut read = Draft { id: draft.id.clone(), ..Draft::default() };
    let mut rest = text;
    let mut lines = 0;
    while let Some((line, after)) = rest.split_once('\n') {
        if line.trim().is_empty() {
            break;
        }
        let known = line.split_once(':').is_some_and(|(key, value)| take_field(&mut read, key, value));
        if !known {
            return text;
        }
        lines += 1;
        rest = after;
    }
    // A text that opens with "Source: Reuters" and nothing else to tell it from a record is a text.
    if lines == 0 || (read.title.is_none() && read.stated.is_none()) {
        return text;
    }
    *draft = Draft {
        oddities: std::mem::take(&mut draft.oddities),
        dated_by_file_name: draft.dated_by_file_name,
        ..read
    };
    rest.trim_start_matches(['\n', '\r'])
}

/// The first line, where it stands alone like a headline.
fn title(text: &str) -> Option<String> {
    let mut lines = text.trim_start().lines();
    let first = lines.next()?.trim();
    let alone = lines.next().is_some_and(|second| second.trim().is_empty());
    let sentence = first.ends_with(['.', ':', ';', ',', '”', '"']);
    (alone && !sentence && first.len() <= LONGEST_TITLE).then(|| first.to_owned())
}

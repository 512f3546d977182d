//! Markdown with front matter.

mod front_matter;
mod plain;

use super::draft::Draft;
use super::format::Drafts;
use super::input::Input;
use super::text::check_text;
use super::{Format, Rejection};
use front_matter::front_matter;
use plain::plain;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    doc: "Markdown; front matter between --- or +++ lines is its record; marks of headings, emphasis and links are taken off",
    extensions: &["md", "markdown", "mdown"],
    sniff: |head| front_matter(&String::from_utf8_lossy(head)).is_some(),
    read,
};

fn read(input: Input) -> Drafts {
    Box::new(std::iter::once(draft(input)))
}

fn draft(input: Input) -> Result<Draft, Rejection> {
    let (mut draft, text, shown) = Draft::of_file(input)?;
    let body = match front_matter(&text) {
        Some((fields, body)) => {
            for (key, value) in fields {
                super::text::take_field(&mut draft, key, value);
            }
            body
        }
        None => text.as_str(),
    };
    let (heading, body) = heading(body);
    check_text(body, &shown)?;
    draft.title = draft.title.or_else(|| heading.map(|heading| plain(heading).trim().to_owned()));
    draft.text = plain(body);
    Ok(draft)
}

/// The heading of the whole, if the text begins with one, and the rest.
fn heading(body: &str) -> (Option<&str>, &str) {
    let begin = body.trim_start();
    let heading = begin.strip_prefix("# ").and_then(|after| {
        let end = after.find('\n').unwrap_or(after.len());
        let (heading, rest) = after.split_at(end);
        let heading = heading.trim().trim_end_matches('#').trim_end();
        // A file that is nothing but its heading keeps it as text.
        (!heading.is_empty() && !rest.trim().is_empty())
            .then_some((heading, rest.trim_start_matches(['\r', '\n'])))
    });
    heading.map_or((None, body), |(heading, rest)| (Some(heading), rest))
}

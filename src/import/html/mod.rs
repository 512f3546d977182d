//! Web pages: the article without what surrounds it, and what the page says about itself.
//!
//! Nothing is fetched: a page's address, links, pictures and scripts are words.

mod guard;
mod metadata;

use super::draft::{Draft, StatedDate, filled};
use super::format::Drafts;
use super::input::Input;
use super::text::check_text;
use super::{Format, Rejection, encoding};
use crate::article::PublishedBasis;
use dom_smoothie::{Config, Readability, TextMode};
use metadata::Metadata;

pub(super) const FORMAT: Format = Format {
    name: "html",
    doc: "A web page: the article is taken out of it, with the title, outlet, URL and publication date it states",
    extensions: &["html", "htm", "xhtml"],
    sniff,
    read,
};

/// Above this many elements, finding the article among them takes too long; all the text is taken.
const MOST_ELEMENTS: usize = 100_000;

/// What walks the tree of a page calls itself once per level, [`guard::DEEPEST`] times at most.
const STACK: usize = 16 << 20;

fn sniff(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |tag: &[u8]| head.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    [b"<!doctype html".as_slice(), b"<html", b"<head", b"<body", b"<article", b"<?xml", b"<!--"]
        .iter()
        .any(|tag| begins(tag))
}

fn read(input: Input) -> Drafts {
    Box::new(std::iter::once(draft(input)))
}

fn draft(input: Input) -> Result<Draft, Rejection> {
    let (input, bytes) = input.whole()?;
    let declared = declared_encoding(&bytes);
    let decoded = encoding::decode(&bytes, declared.as_deref()).map_err(|fault| fault.of(&input.shown))?;
    drop(bytes);
    if let Some(what) = guard::fault(&decoded.text) {
        return Err(Rejection::new(input.shown, what, "give the text of the article"));
    }
    let Some(page) = on_bounded_stack(decoded.text) else {
        let what = "the page could not be taken apart";
        return Err(Rejection::new(input.shown, what, "give the text of the article"));
    };
    check_text(&page.text, &input.shown)?;
    let stated = |words| StatedDate { words, basis: PublishedBasis::Metadata };
    Ok(Draft {
        id: input.file_name,
        title: page.title,
        outlet: page.metadata.outlet,
        url: page.metadata.url,
        stated: page.metadata.published.map(stated),
        text: page.text,
        oddities: decoded.oddities,
        dated_by_file_name: true,
        ..Draft::default()
    })
}

struct Page {
    title: Option<String>,
    metadata: Metadata,
    text: String,
}

/// Extracts on a thread whose stack is sure to suffice, whatever thread calls; what would panic in there
/// becomes a rejection.
fn on_bounded_stack(html: String) -> Option<Page> {
    let thread = std::thread::Builder::new().name("page".into()).stack_size(STACK);
    thread.spawn(move || extract(&html)).ok()?.join().ok()
}

fn extract(html: &str) -> Page {
    let configuration =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut page = Readability::from(html);
    page.config = configuration;
    let metadata = metadata::metadata(&page);
    let (title, text) = match page.parse() {
        Ok(article) => (filled(&article.title), article.text_content.to_string()),
        Err(_) => {
            let page = Readability::from(html);
            page.doc.select("script, style, noscript, template, nav, head").remove();
            (filled(page.get_article_title()), page.doc.formatted_text().to_string())
        }
    };
    let title = title.map(|title| without_outlet(&title, metadata.outlet.as_deref()));
    Page { title, metadata, text }
}

/// "Talks end | The Post" without what the outlet adds to all its titles.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let kept = outlet.and_then(|outlet| {
        let kept = title.strip_suffix(outlet)?.trim_end();
        let kept = kept.strip_suffix(['|', '-', '–', '—', '·', '•', ':'])?.trim_end();
        (!kept.is_empty()).then_some(kept)
    });
    kept.unwrap_or(title).to_owned()
}

/// The encoding that the page states in a `<meta>` element or its XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    ["charset=", "<?xml"].into_iter().find_map(|mark| {
        let after = &head[head.find(mark)? + mark.len()..];
        let value = match mark {
            "<?xml" => &after[after.find("encoding=").filter(|at| *at < 60)? + "encoding=".len()..],
            _ => after,
        };
        let value = value.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|end: char| !(end.is_ascii_alphanumeric() || "-_:.".contains(end)))?;
        filled(&value[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_encodings() {
        let check = |html: &str, expected: Option<&str>| {
            assert_eq!(declared_encoding(html.as_bytes()).as_deref(), expected, "{html}");
        };
        check("<html><meta charset=\"windows-1252\">", Some("windows-1252"));
        check("<meta http-equiv=Content-Type content='text/html; charset=KOI8-R'>", Some("koi8-r"));
        check("<?xml version='1.0' encoding='ISO-8859-2'?>", Some("iso-8859-2"));
        check("<html>", None);
    }

    #[test]
    fn titles_lose_the_name_of_the_outlet() {
        assert_eq!(without_outlet("Talks end | The Post", Some("The Post")), "Talks end");
        assert_eq!(without_outlet("The Post", Some("The Post")), "The Post");
        assert_eq!(without_outlet("Talks end - The Mail", Some("The Post")), "Talks end - The Mail");
    }
}

//! What a page says about itself: canonical address, outlet, day of publication.
//!
//! The day of publication, never that of the last change: pages that state both are the rule.

use crate::import::draft::filled;
use dom_query::NodeRef;
use dom_smoothie::Readability;
use serde_json::Value;

/// What a page says about itself; the title is found together with the text.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
}

/// Names of `<meta>` elements that state the day of publication, best first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date_published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "citation_publication_date",
    "publication_date",
    "publication-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "dcterms.available",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
];
const OUTLET: &[&str] =
    &["og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name"];

/// Reads what a page says about itself. The page must be as it was parsed: extraction takes it apart.
pub(super) fn metadata(page: &Readability) -> Metadata {
    let stated = MetaElements::of(page);
    let linked = linked_data(page);
    Metadata {
        outlet: stated.first(OUTLET).or_else(|| linked.outlet.clone()),
        url: canonical(page).or_else(|| stated.first(&["og:url"])).or(linked.url).filter(|url| is_web(url)),
        published: stated
            .first(&PUBLISHED[..4])
            .or(linked.published)
            .or_else(|| stated.first(PUBLISHED))
            .or_else(|| marked_up(page)),
    }
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

struct MetaElements(Vec<(String, String)>);

impl MetaElements {
    fn of(page: &Readability) -> Self {
        let mut elements = Vec::new();
        for node in page.doc.select("meta[content]").nodes() {
            let Some(content) = node.attr("content").and_then(filled) else { continue };
            for name in ["property", "name", "itemprop"].into_iter().filter_map(|key| node.attr(key)) {
                elements.push((name.trim().to_ascii_lowercase(), content.clone()));
            }
        }
        Self(elements)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let found = self.0.iter().find(|(other, _)| other == name);
            found.map(|(_, content)| content.clone())
        })
    }
}

fn canonical(page: &Readability) -> Option<String> {
    let links = page.doc.select("link[rel=\"canonical\"][href]");
    links.attr("href").and_then(filled).filter(|url| is_web(url))
}

/// So many `<time>` elements are looked at: the article's own stands among the first.
const FEW: usize = 5;

/// Microdata and `<time>`: the first one of the article that does not speak of a change.
fn marked_up(page: &Readability) -> Option<String> {
    let value = |node: &NodeRef<'_>| {
        node.attr("datetime").or_else(|| node.attr("content")).map_or_else(|| filled(node.text()), filled)
    };
    let told = page.doc.select("[itemprop~=\"datePublished\"], time[pubdate]");
    if let Some(found) = told.nodes().iter().find_map(value) {
        return Some(found);
    }
    let times = page.doc.select("article time[datetime], main time[datetime]");
    let of_change = |node: &NodeRef<'_>| {
        let parent = node.parent().map(|parent| parent.text().to_string()).unwrap_or_default();
        let attributes = ["class", "itemprop"].into_iter().filter_map(|key| node.attr(key));
        let words = attributes.map(|value| value.to_string()).chain([node.text().to_string(), parent]);
        words
            .map(|words| words.to_lowercase())
            .any(|words| words.contains("updat") || words.contains("modif"))
    };
    times.nodes().iter().take(FEW).find(|node| !of_change(node)).and_then(value)
}

/// What a page says in JSON-LD.
fn linked_data(page: &Readability) -> Metadata {
    let mut found = Metadata::default();
    for node in page.doc.select("script[type=\"application/ld+json\"]").nodes() {
        let words = node.text();
        let Ok(value) = serde_json::from_str::<Value>(words.trim()) else { continue };
        let objects = match &value {
            Value::Array(values) => values.iter().collect(),
            Value::Object(fields) => match fields.get("@graph").and_then(Value::as_array) {
                Some(graph) => graph.iter().collect(),
                None => vec![&value],
            },
            _ => Vec::new(),
        };
        for object in objects.into_iter().filter(|object| is_article(object)) {
            let field = |name: &str| object.get(name).and_then(Value::as_str).and_then(filled);
            found.published = found.published.or_else(|| field("datePublished"));
            found.url = found.url.or_else(|| {
                let page = object.get("mainEntityOfPage");
                let id = page.and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
                field("url").or_else(|| id.and_then(filled))
            });
            let publisher = object.get("publisher");
            let name = publisher.and_then(|publisher| publisher.get("name").and_then(Value::as_str));
            found.outlet = found.outlet.or_else(|| name.and_then(filled));
        }
    }
    found
}

fn is_article(object: &Value) -> bool {
    let of_article = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" || kind == "WebPage"
        })
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(of_article),
        Some(kind) => of_article(kind),
        None => false,
    }
}

//! What a page would cost, estimated before a tree is made of it.
//!
//! A million nested tags are a small file, but a tree of them takes stack, memory and time beyond measure
//! in whatever walks it. The estimate follows the rules of HTML as far as they decide about depth and
//! number: which tags close themselves, which an end tag cannot reach through, and which are opened again
//! in every block that follows.

/// Deeper than any page that a person wrote; browsers stop at the same depth.
pub(super) const DEEPEST: usize = 512;
/// More elements than any article has, and as many as fit into memory on the side.
const MOST_ELEMENTS: usize = 300_000;
/// Attributes of one tag are compared with one another.
const MOST_ATTRIBUTES: usize = 1_000;
/// Each character reference lengthens the text before it.
const MOST_REFERENCES: usize = 100_000;

/// Why no tree should be made of the page, if so.
pub(super) fn fault(html: &str) -> Option<String> {
    let mut tags = Tags::default();
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        if memchr::memchr_iter(b'&', &rest.as_bytes()[..at]).count() > MOST_REFERENCES {
            break;
        }
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let closing = rest.starts_with('/');
        let begin = usize::from(closing);
        // The names that matter here are short; a long one is as good as its beginning.
        let after_name = &rest.as_bytes()[begin..rest.len().min(begin + LONGEST_NAME)];
        let length = after_name
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-')
            .unwrap_or(after_name.len());
        if !after_name.first().is_some_and(u8::is_ascii_alphabetic) {
            // A stray bracket is a piece of text of its own.
            tags.elements += 1;
            if tags.elements > MOST_ELEMENTS {
                break;
            }
            continue;
        }
        let name = &rest[begin..begin + length];
        let tag = Ending::of(&rest[begin + length..]);
        rest = tag.after;
        if tag.attributes > MOST_ATTRIBUTES {
            return Some(format!("one of its tags has more than {MOST_ATTRIBUTES} attributes"));
        }
        if closing {
            tags.close(name);
        } else if is_one_of(name, RAW) {
            rest = after_raw(rest, name);
        } else {
            tags.open(name, tag.closes_itself);
        }
        if tags.open.len() + tags.formatting.len() > DEEPEST {
            return Some(format!("its tags are nested more than {DEEPEST} deep"));
        }
        if tags.elements > MOST_ELEMENTS {
            break;
        }
    }
    if tags.elements > MOST_ELEMENTS {
        return Some(format!("it has more than {MOST_ELEMENTS} elements"));
    }
    let references = memchr::memchr_iter(b'&', rest.as_bytes()).take(MOST_REFERENCES + 1).count();
    (references > MOST_REFERENCES)
        .then(|| format!("it has more than {MOST_REFERENCES} character references in a row"))
}

const LONGEST_NAME: usize = 32;
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];
/// What stands in these is no markup.
const RAW: &[&str] =
    &["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp", "plaintext"];
/// These are opened again in the next block if nobody closes them.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// An end tag from inside does not reach what is outside of these.
const BARRIERS: &[&str] = &[
    "applet",
    "caption",
    "html",
    "marquee",
    "object",
    "table",
    "td",
    "template",
    "th",
    "svg",
    "math",
    "foreignobject",
];

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

/// The tags that are open at one place of the page.
#[derive(Default)]
struct Tags<'a> {
    open: Vec<&'a str>,
    formatting: Vec<&'a str>,
    elements: usize,
}

impl<'a> Tags<'a> {
    fn open(&mut self, name: &'a str, closes_itself: bool) {
        self.elements += 1;
        if is_one_of(name, FORMATTING) {
            self.formatting.push(name);
        } else if !is_one_of(name, VOID) {
            // Formatting that nobody closed is opened again inside of this one.
            self.elements += self.formatting.len();
            let foreign = self.open.iter().any(|name| is_one_of(name, &["svg", "math"]));
            if !(closes_itself && foreign) {
                self.close_implied(name);
                self.open.push(name);
            }
        }
    }

    fn close(&mut self, name: &str) {
        if is_one_of(name, FORMATTING) {
            if let Some(at) = self.formatting.iter().rposition(|other| other.eq_ignore_ascii_case(name)) {
                self.formatting.remove(at);
            }
            return;
        }
        let is_barrier = is_one_of(name, BARRIERS);
        let of_table = is_one_of(name, &["table", "tr", "tbody", "thead", "tfoot"]);
        for at in (0..self.open.len()).rev() {
            if self.open[at].eq_ignore_ascii_case(name) {
                return self.open.truncate(at);
            }
            // The end of a table ends its cells, but nothing inside a cell ends what is outside of it.
            let cell = is_one_of(self.open[at], &["td", "th", "caption"]);
            if is_one_of(self.open[at], BARRIERS) && !is_barrier && !(of_table && cell) {
                return;
            }
        }
    }

    /// Closes what the start of this tag closes: `<li>` a list item before it, `<td>` a cell.
    fn close_implied(&mut self, name: &str) {
        let (closes, within): (&[&str], &[&str]) = match name.to_ascii_lowercase().as_str() {
            "p" => (&["p"], &["div", "li", "dd", "dt", "section", "article", "blockquote", "body", "main"]),
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "option" | "optgroup" => (&["option"], &["select", "datalist"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "rp" | "rt" => (&["rp", "rt"], &["ruby"]),
            _ => return,
        };
        for at in (0..self.open.len()).rev() {
            if is_one_of(self.open[at], closes) {
                return self.open.truncate(at);
            }
            let cell = is_one_of(self.open[at], &["td", "th"]);
            if is_one_of(self.open[at], within) || (is_one_of(self.open[at], BARRIERS) && !cell) {
                return;
            }
        }
    }
}

/// What follows the name of a tag.
struct Ending<'a> {
    closes_itself: bool,
    attributes: usize,
    after: &'a str,
}

impl<'a> Ending<'a> {
    /// Finds the `>` that ends the tag; one in a quoted value does not.
    fn of(rest: &'a str) -> Self {
        let bytes = rest.as_bytes();
        let (mut at, mut closes_itself, mut attributes) = (0, false, 0);
        while at < bytes.len() {
            match bytes[at] {
                b'>' => return Self { closes_itself, attributes, after: &rest[at + 1..] },
                b'/' => (at, closes_itself) = (at + 1, true),
                b'=' => {
                    at += 1;
                    at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                    let quote = bytes.get(at).copied().filter(|byte| matches!(byte, b'"' | b'\''));
                    if let Some(quote) = quote {
                        let end = memchr::memchr(quote, &bytes[at + 1..]);
                        at = end.map_or(bytes.len(), |end| at + end + 2);
                    }
                    closes_itself = false;
                }
                byte => {
                    attributes += usize::from(byte.is_ascii_whitespace());
                    closes_itself &= byte.is_ascii_whitespace();
                    at += 1;
                    // A run of blanks parts two attributes once.
                    if byte.is_ascii_whitespace() {
                        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                    }
                }
            }
        }
        Self { closes_itself: false, attributes, after: "" }
    }
}

/// What comes after the end tag of an element whose content is no markup.
fn after_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(&rest.as_bytes()[at..], b"</") {
        let begin = at + found + 2;
        if rest.as_bytes()[begin..]
            .get(..name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
        {
            return &rest[begin..];
        }
        at = begin;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: Option<&str>) {
        let found = fault(html);
        let begin: String = html.chars().take(60).collect();
        match expected {
            Some(expected) => {
                assert!(found.as_ref().is_some_and(|found| found.contains(expected)), "{begin}: {found:?}")
            }
            None => assert_eq!(found, None, "{begin}"),
        }
    }

    #[test]
    fn what_nests_is_counted() {
        for piece in [
            "<div>",
            "<DIV class='a>b'>",
            "<b>",
            "<span>x",
            "<div></x>",
            "<ul><li>",
            "<table><tr><td>",
            "<div><table><td></div>",
            "<div><b class=1></div>",
            "<x-y/>",
            "<div/>",
            "<template>",
            "<svg><g>",
        ] {
            check(&piece.repeat(2000), Some("nested"));
        }
    }

    #[test]
    fn what_stands_side_by_side_is_not() {
        for piece in [
            "<p>text",
            "<br>",
            "<li>item",
            "<div><p>a</div>",
            "<b>x</b>",
            "<!-- <div> -->",
            "<script>'<div>'</script>",
            "<td>x",
            "<dt>a<dd>b",
            "<img src=\"a>b\">",
            "<option>x",
            "a < b ",
            "<svg><path d='x'/></svg>",
            "<style>a<b</style>",
            "<ul><li>a<li>b</ul>",
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<p>1<div>2</div>",
            "&amp;",
            "<a\n   href=x>y</a>",
        ] {
            check(&piece.repeat(2000), None);
        }
    }

    #[test]
    fn what_costs_without_nesting_is_counted() {
        check(&"<p>x".repeat(400_000), Some("elements"));
        check(&"<".repeat(400_000), Some("elements"));
        let unclosed: String = (0..400).map(|number| format!("<b class={number}>")).collect();
        check(&(unclosed + &"<p>x</p>".repeat(1_000)), Some("elements"));
        let attributes: String = (0..2_000).map(|number| format!(" a{number}=1")).collect();
        check(&format!("<p{attributes}>x"), Some("attributes"));
        check(&"&amp;".repeat(200_000), Some("references"));
        check(&("&amp;".repeat(200_000) + "<p>"), Some("references"));
    }

    #[test]
    fn unfinished_markup_takes_no_long_time() {
        for piece in ["<", "<a", "<a ", "<!--", "<script>", "</", "<a b='", "<title>x</"] {
            let _ = fault(&piece.repeat(1_000_000));
        }
    }
}

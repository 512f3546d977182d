//! The record before a Markdown text: `key: value` between `---` lines, `key = "value"` between `+++` lines.

/// The fields of a text's front matter, and the text after it.
pub(super) fn front_matter(text: &str) -> Option<(Vec<(&str, &str)>, &str)> {
    let (fence, separator) = if text.starts_with("---") { ("---", ':') } else { ("+++", '=') };
    let after = text.strip_prefix(fence)?;
    let (first, mut rest) = after.split_once('\n')?;
    if !first.trim().is_empty() {
        return None;
    }
    let mut fields = Vec::new();
    loop {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let closed = line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
        if closed {
            // Between two rules may stand a paragraph: that is no front matter.
            return (!fields.is_empty()).then(|| (fields, after.trim_start_matches(['\r', '\n'])));
        }
        if after.is_empty() && rest.len() == line.len() {
            return None;
        }
        let nested = line.starts_with([' ', '\t', '-', '#']);
        match line.split_once(separator) {
            Some((key, value)) if !nested && is_key(key.trim()) => fields.push((key.trim(), unquoted(value))),
            _ if nested || line.trim().is_empty() || line.starts_with(['[', ']', '}', '"']) => {}
            _ => return None,
        }
        rest = after;
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|character| character.is_alphanumeric() || "-_. ".contains(character))
}

/// The value without its quotation marks and without a comment after it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            return inner.rsplit_once(quote).map_or(inner, |(inner, _)| inner);
        }
    }
    value.split(" #").next().unwrap_or(value).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&[(&str, &str)], &str)>) {
        let found = front_matter(text);
        assert_eq!(found.as_ref().map(|(fields, rest)| (fields.as_slice(), *rest)), expected, "{text}");
    }

    #[test]
    fn both_fences() {
        check(
            "---\r\ntitle: \"Talks: the end\"\r\ndate: 2017-04-12 # a Wednesday\r\ntags:\r\n  - a\r\n---\r\n\r\nText.",
            Some((&[("title", "Talks: the end"), ("date", "2017-04-12"), ("tags", "")], "Text.")),
        );
        check(
            "+++\ntitle = 'Talks'\ndate = 2017-04-12T10:00:00Z\n+++\nText.",
            Some((&[("title", "Talks"), ("date", "2017-04-12T10:00:00Z")], "Text.")),
        );
    }

    #[test]
    fn what_is_no_front_matter() {
        check("---\nA rule, then a paragraph.\n---\n", None);
        check("---\ntitle: never closed\n", None);
        check("----\n", None);
        check("title: x\n", None);
        check("---", None);
        check("", None);
    }
}

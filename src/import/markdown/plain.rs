//! Markdown without its marks, line by line: what a reader of the rendered page would see.
//!
//! Only marks that are certain are taken off; what could be a word of the text stays.

/// The text that the Markdown stands for.
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut fenced = false;
    let mut commented = false;
    for line in markdown.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let ending = &line[content.len()..];
        if content.trim_start().starts_with("```") || content.trim_start().starts_with("~~~") {
            fenced = !fenced;
            continue;
        }
        if fenced {
            text.push_str(line);
            continue;
        }
        let (content, open) = without_comments(content, commented);
        let only_comment = content.trim().is_empty() && (commented || open);
        commented = open;
        if only_comment || is_link_definition(&content) {
            continue;
        }
        inline(block(&content), &mut text);
        text.push_str(ending);
    }
    text
}

/// The line without the marks of headings, quotations and hard breaks.
fn block(line: &str) -> &str {
    let mut rest = line;
    while let Some(quoted) = rest.trim_start_matches(' ').strip_prefix('>') {
        rest = quoted.strip_prefix(' ').unwrap_or(quoted);
    }
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with(' ') {
        rest = rest[hashes..].trim().trim_end_matches('#').trim_end();
    }
    let bare: Vec<char> = rest.chars().filter(|character| *character != ' ').collect();
    let rule =
        bare.len() >= 3 && matches!(bare[0], '-' | '*' | '_' | '=') && bare.iter().all(|c| *c == bare[0]);
    if rule {
        return "";
    }
    let unbroken = rest.trim_end_matches(' ');
    unbroken.strip_suffix('\\').unwrap_or(if rest.len() > unbroken.len() + 1 { unbroken } else { rest })
}

/// Comments of HTML may go over several lines; gives the line without them, and whether one stays open.
fn without_comments(line: &str, open: bool) -> (String, bool) {
    let mut kept = String::new();
    let mut rest = line;
    if open {
        match rest.split_once("-->") {
            Some((_, after)) => rest = after,
            None => return (kept, true),
        }
    }
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        match comment.split_once("-->") {
            Some((_, after)) => rest = after,
            None => return (kept, true),
        }
    }
    kept.push_str(rest);
    (kept, false)
}

/// `[name]: https://…`
fn is_link_definition(line: &str) -> bool {
    line.starts_with('[') && line.split_once("]: ").is_some_and(|(_, address)| address.starts_with("http"))
}

/// Copies the line without the marks of emphasis, code, links and pictures.
fn inline(line: &str, text: &mut String) {
    let mut at = 0;
    let mut before = ' ';
    while let Some(character) = line[at..].chars().next() {
        let rest = &line[at..];
        let taken = match character {
            '\\' => rest[1..].chars().next().filter(char::is_ascii_punctuation).map(|escaped| {
                text.push(escaped);
                2
            }),
            '!' => link(&rest[1..]).map(|(_, length)| 1 + length),
            '[' => link(rest).map(|(words, length)| {
                inline(words, text);
                length
            }),
            '*' | '_' => emphasis(rest, character, before).map(|(words, length)| {
                inline(words, text);
                length
            }),
            '`' => rest[1..].find('`').filter(|end| *end > 0).map(|end| {
                text.push_str(&rest[1..=end]);
                end + 2
            }),
            '<' => address(rest).map(|(words, length)| {
                text.push_str(words);
                length
            }),
            _ => None,
        };
        let length = taken.unwrap_or_else(|| {
            text.push(character);
            character.len_utf8()
        });
        before = line[at..at + length].chars().next_back().unwrap_or(' ');
        at += length;
    }
}

/// `[words](address)` or `[words][name]`: the words, and the length of the whole.
fn link(rest: &str) -> Option<(&str, usize)> {
    let mut depth = 0;
    // A link's words are a line at most; what goes on and on is no link.
    let end = rest.char_indices().take(400).find_map(|(at, character)| {
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    let words = rest.get(1..end)?;
    let after = &rest[end + 1..];
    let close = match after.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let length = after.char_indices().take(1000).find(|(_, character)| *character == close)?.0;
    Some((words, end + 1 + length + 1))
}

/// `*words*`, `**words**`, `_words_`: the words, and the length of the whole. The marks hug their words and
/// stand at the edges of words, so that `2 * 3` and `snake_case` stay.
fn emphasis(rest: &str, mark: char, before: char) -> Option<(&str, usize)> {
    let marks = rest.bytes().take(3).take_while(|byte| *byte == mark as u8).count();
    let inner = &rest[marks..];
    if inner.starts_with(char::is_whitespace) || inner.is_empty() || before.is_alphanumeric() {
        return None;
    }
    let closing = &rest[..marks];
    let end = inner.match_indices(closing).take(8).map(|(at, _)| at).find(|at| {
        let after = inner[at + marks..].chars().next();
        *at > 0
            && !inner[..*at].ends_with(char::is_whitespace)
            && !after.is_some_and(|after| after.is_alphanumeric() || after == mark)
    })?;
    Some((&inner[..end], marks + end + marks))
}

/// `<https://…>`
fn address(rest: &str) -> Option<(&str, usize)> {
    let end = rest.bytes().take(300).position(|byte| byte == b'>')?;
    let inner = &rest[1..end];
    (inner.starts_with("http") && !inner.contains(' ')).then_some((inner, inner.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &str) {
        assert_eq!(plain(markdown), expected);
    }

    #[test]
    fn marks_are_taken_off() {
        check("## The *end* of **talks**\n", "The end of talks\n");
        check("He [said so](https://a.example/b_c) and ![photo](a.png)left.", "He said so and left.");
        check("> “We _will_ not,” he said.\n>\n> She left.", "“We will not,” he said.\n\nShe left.");
        check("One  \ntwo\\\nthree", "One\ntwo\nthree");
        check("a<!-- x -->b\n<!-- one\ntwo -->\nc", "ab\nc");
        check("***Both*** and `code` and <https://a.example>", "Both and code and https://a.example");
        check("A\n\n---\n\nB", "A\n\n\n\nB");
        check("1\\. May \\*not\\*", "1. May *not*");
    }

    #[test]
    fn words_of_the_text_stay() {
        for text in [
            "2 * 3 * 4",
            "snake_case_name",
            "* an item",
            "- an item",
            "[sic]",
            "[a] (b)",
            "#hashtag",
            "a < b > c",
            "5* hotel*s",
            "C:\\path",
            "*",
            "**",
            "[",
            "![",
            "`",
            "é*",
            "“*” is a star",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn long_runs_of_marks_take_no_long_time() {
        for mark in ["[", "*", "_", "`", "<", "![", "*a ", "[a](", "> "] {
            let _ = plain(&mark.repeat(100_000));
        }
    }
}

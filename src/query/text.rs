//! Words to search for, as full-text search reads them.

use super::QueryError;

/// The search for all of the words; those in quotation marks stand together, and a word that ends in `*` stands for
/// all that begin like it. No other sign has a meaning.
///
/// # Errors
/// If there is no word in it.
pub fn search_words(text: &str) -> Result<String, QueryError> {
    let mut terms = Vec::new();
    for (nth, piece) in text.split(['"', '“', '”', '„']).enumerate() {
        if nth % 2 == 1 {
            terms.extend(quoted(piece));
            continue;
        }
        for word in piece.split_whitespace() {
            let star = if word.ends_with('*') { "*" } else { "" };
            terms.extend(quoted(word).map(|term| term + star));
        }
    }
    if terms.is_empty() {
        return Err(QueryError::value(
            format!("--text {text:?} has no word in it"),
            "give words, for instance --text \"air base\"",
        ));
    }
    Ok(terms.join(" "))
}

/// Words in which no sign has a meaning to LIKE with `\` as its escape.
pub fn sql_like(words: &str) -> String {
    words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn quoted(words: &str) -> Option<String> {
    let plain: String =
        words.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty()).then(|| format!("\"{plain}\""))
}

#[cfg(test)]
mod tests {
    use super::search_words;

    fn check(text: &str, expected: &str) {
        assert_eq!(search_words(text).unwrap(), expected);
    }

    #[test]
    fn words_are_words_whatever_they_look_like() {
        check("air base", r#""air" "base""#);
        check(r#""air base" strike*"#, r#""air base" "strike"*"#);
        check("AND OR label:x -y", r#""AND" "OR" "label x" "y""#);
        check("“unclosed quote", r#""unclosed quote""#);
        assert!(search_words(" * - ").is_err());
    }
}

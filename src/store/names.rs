//! Stable names and folded ones.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as it is looked up: without case, accents and punctuation, one space between words. Names in the
/// columns `folded` were made by it.
pub fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in name.nfkd().filter(|&character| !is_combining_mark(character)) {
        match character {
            // Within a word: "U.S.", "O'Brien", "Sana’a".
            '.' | '\'' | '’' | '‘' | 'ʼ' | '`' => {}
            'ı' => out.push('i'),
            'ł' | 'Ł' => out.push('l'),
            'ø' | 'Ø' => out.push('o'),
            'đ' | 'Đ' => out.push('d'),
            'ß' => out.push_str("ss"),
            _ if character.is_alphanumeric() => out.extend(character.to_lowercase()),
            _ if out.ends_with(' ') || out.is_empty() => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The hash by which a text is known: 32 hexadecimal digits.
pub(super) fn text_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// 64 bits of a hash of several fields; absent ones differ from empty ones.
pub(super) fn identity(fields: &[Option<&str>]) -> i64 {
    let mut hash = Sha256::new();
    for field in fields {
        let length = field.map_or(u64::MAX, |field| field.len() as u64);
        hash.update(length.to_le_bytes());
        hash.update(field.unwrap_or("").as_bytes());
    }
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.finalize()[..8]);
    i64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold() {
        for (name, expected) in [
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("U.S.", "us"),
            ("Bashar al-Assad", "bashar al assad"),
            ("  O’Brien (senator) ", "obrien senator"),
            ("", ""),
        ] {
            assert_eq!(folded(name), expected);
        }
    }

    #[test]
    fn absent_is_not_empty() {
        assert_ne!(identity(&[None]), identity(&[Some("")]));
        assert_ne!(identity(&[Some("ab"), Some("c")]), identity(&[Some("a"), Some("bc")]));
    }
}

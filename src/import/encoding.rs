//! Bytes to characters: by byte order mark, by declaration, by trying UTF-8, by guessing.

use super::Rejection;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded input.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    /// What is odd about it, with the remedy.
    pub oddities: Vec<(String, String)>,
}

/// Why bytes are no text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotText {
    what: String,
    remedy: &'static str,
}

impl NotText {
    /// As the rejection of an input.
    pub fn of(self, shown: &str) -> Rejection {
        Rejection::new(shown, self.what, self.remedy)
    }
}

/// Decodes bytes; `declared` is the encoding that the input says it has.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, NotText> {
    let mut oddities = Vec::new();
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = strict(encoding, &bytes[mark..])?;
        return Ok(Decoded { text, oddities });
    }
    if let Some(encoding) = wide(bytes) {
        return Ok(Decoded { text: strict(encoding, bytes)?, oddities });
    }
    if let Some((kind, remedy)) = binary(bytes) {
        return Err(NotText { what: format!("is not text but {kind}"), remedy });
    }
    // Bytes that are UTF-8 beyond ASCII are so by no accident, whatever they are declared to be.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), oddities });
    }
    let known = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = known.filter(|encoding| *encoding != UTF_8)
        && let Ok(text) = strict(encoding, bytes)
    {
        return Ok(Decoded { text, oddities });
    }
    let guessed = guess(bytes);
    let text = strict(guessed, bytes)?;
    if let Some(label) = declared {
        let what = match known {
            None => format!("declares the unknown encoding \"{label}\""),
            Some(_) => format!("is not in the encoding it declares (\"{label}\")"),
        };
        let what = format!("{what} and was read as {}", guessed.name());
        oddities
            .push((what, "if letters look wrong, convert the file to UTF-8, for instance with iconv".into()));
    }
    Ok(Decoded { text, oddities })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, NotText> {
    let remedy = "convert it to UTF-8, for instance with iconv";
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if text.contains('\0') => {
            Err(NotText { what: "holds NUL characters, which no text does".into(), remedy })
        }
        Some(text) => Ok(text.into_owned()),
        None => {
            Err(NotText { what: format!("is in an unknown encoding (no valid {})", encoding.name()), remedy })
        }
    }
}

/// UTF-16 without a mark: western text in it has a zero in every other byte.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    if head.len() < 4 {
        return None;
    }
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match (even, odd) {
        (0, odd) if odd * 10 > half * 7 => Some(UTF_16LE),
        (even, 0) if even * 10 > half * 7 => Some(UTF_16BE),
        _ => None,
    }
}

/// What kind of file it is that is no text, with the remedy.
fn binary(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const KINDS: &[(&[u8], &str, &str)] = &[
        (b"%PDF-", "a PDF document", "save its text first, for instance with pdftotext"),
        (
            b"PK\x03\x04",
            "a ZIP archive or an office document",
            "unpack it, or save the document as text or HTML",
        ),
        (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or HTML"),
        (b"{\\rtf", "an RTF document", "save it as text or HTML"),
        (b"\x1f\x8b", "a gzip archive", "unpack it first"),
        (b"BZh", "a bzip2 archive", "unpack it first"),
        (b"\xfd7zXZ\0", "an xz archive", "unpack it first"),
        (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first"),
        (b"\x89PNG", "a picture", "give the text of the article"),
        (b"\xff\xd8\xff", "a picture", "give the text of the article"),
        (b"GIF8", "a picture", "give the text of the article"),
        (b"SQLite format 3\0", "a database", "name a chronicle with --db"),
        (b"\x7fELF", "a program", "give the text of an article"),
    ];
    if let Some((_, kind, remedy)) = KINDS.iter().find(|(magic, _, _)| bytes.starts_with(magic)) {
        return Some((kind, remedy));
    }
    let head = &bytes[..bytes.len().min(1 << 16)];
    let control = head.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31 | 127)).count();
    (head.contains(&0) || control * 20 > head.len())
        .then_some(("binary data", "give the text of the article, as text, Markdown, HTML or JSONL"))
}

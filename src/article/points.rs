//! Bytes to Unicode code points: memory counts in the first, JSON and the database in the second.

use super::Span;

/// Turns byte offsets into one text into code points, in constant time.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before each block of [`BLOCK`] bytes; empty where the text is ASCII and nothing is to do.
    blocks: Vec<usize>,
}

const BLOCK: usize = 64;

impl<'a> CodePoints<'a> {
    /// Counts a text.
    pub fn new(text: &'a str) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for block in text.as_bytes().chunks(BLOCK) {
                blocks.push(before);
                before += count(block);
            }
        }
        Self { text, blocks }
    }

    /// The code points before a byte; a byte beyond the end counts as the end.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.blocks.is_empty() {
            return byte;
        }
        let block = (byte / BLOCK).min(self.blocks.len() - 1);
        self.blocks[block] + count(&self.text.as_bytes()[block * BLOCK..byte])
    }

    /// Both ends of a span.
    pub fn pair(&self, span: Span) -> [usize; 2] {
        [self.at(span.begin), self.at(span.end)]
    }
}

/// How many characters begin in these bytes: all but continuation bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    fn check(text: &str) {
        let points = CodePoints::new(text);
        for (nth, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), nth, "byte {byte} of {text:?}");
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(points.at(text.len() + 9), text.chars().count());
    }

    #[test]
    fn counts_characters_before_each_byte() {
        check("");
        check("plain words");
        check("“Erdoğan” – Киев 北京 🕊");
        check(&"é".repeat(500));
        check(&format!("{}—{}", "a".repeat(63), "b".repeat(64)));
    }
}

//! Reads trees in CoNLL-U: for training, for measuring, and for tests that need a tree written by hand.

use super::segmentation::{lowercase, normalised};
use super::{Relation, Sentence, Token, Upos, Xpos};
use crate::article::{Part, Span};
use compact_str::CompactString;

/// One sentence of a treebank.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The sentence's text, put together from its tokens.
    pub text: String,
    /// The tokens; their spans point into `text`.
    pub sentence: Sentence,
    /// Whether a document begins with it.
    pub begins_document: bool,
    /// Whether a paragraph begins with it.
    pub begins_paragraph: bool,
    /// The name of its document, as far as the file tells it.
    pub document: String,
}

/// Reads every sentence; lines that are not understood are passed over, unknown tags become the default.
///
/// ```
/// let trees = chancery::language::conllu::read("1\tTalks\ttalk\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tfailed\tfail\tVERB\tVBD\t_\t0\troot\t_\t_\n");
/// assert_eq!(trees[0].text, "Talks failed");
/// assert_eq!(trees[0].sentence.tokens[0].head, Some(1));
/// ```
pub fn read(conllu: &str) -> Vec<Tree> {
    let mut trees = Vec::new();
    let mut document = String::new();
    for block in conllu.split("\n\n") {
        let mut builder = Builder { document: document.clone(), ..Builder::default() };
        for line in block.lines() {
            builder.line(line.trim_end_matches('\r'));
        }
        document.clone_from(&builder.document);
        if !builder.tokens.is_empty() {
            trees.push(builder.finish());
        }
    }
    trees
}

impl Sentence {
    /// A sentence from a hand-written tree, one token a line: `form lemma UPOS XPOS head relation`, parted
    /// by white space, heads counted from 1 and 0 for the root. The text is the forms with a space after
    /// each. For tests.
    ///
    /// ```
    /// let (text, sentence) = chancery::language::Sentence::from_tree(
    ///     "Russia  Russia  PROPN NNP  2 nsubj
    ///      vetoed  veto    VERB  VBD  0 root
    ///      it      it      PRON  PRP  2 obj",
    /// );
    /// assert_eq!(text, "Russia vetoed it");
    /// assert_eq!(sentence.root(), Some(1));
    /// ```
    pub fn from_tree(lines: &str) -> (String, Self) {
        let mut builder = Builder::default();
        for (i, line) in lines.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            let mut fields = line.split_whitespace();
            let mut field = || fields.next().unwrap_or("_");
            let (form, lemma, upos, xpos, head, relation) =
                (field(), field(), field(), field(), field(), field());
            builder.line(&format!("{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t_", i + 1));
        }
        let tree = builder.finish();
        (tree.text, tree.sentence)
    }
}

#[derive(Default)]
struct Builder {
    document: String,
    begins_document: bool,
    begins_paragraph: bool,
    text: String,
    tokens: Vec<Token>,
    /// The words of a multi-word token still to come, where its surface begins, and whether a space follows.
    inside: Option<(usize, usize, Span, bool)>,
}

impl Builder {
    fn line(&mut self, line: &str) {
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim();
            if let Some(name) = comment.strip_prefix("newdoc") {
                self.begins_document = true;
                self.document = name.trim_start_matches(" id = ").to_owned();
            }
            self.begins_paragraph |= comment.starts_with("newpar");
            return;
        }
        let fields: Vec<&str> = line.split('\t').collect();
        if fields.len() < 8 || fields[0].contains('.') {
            return;
        }
        let spaced = !fields.get(9).is_some_and(|misc| misc.contains("SpaceAfter=No"));
        if let Some((first, last)) = fields[0].split_once('-') {
            let (first, last) = (first.parse().unwrap_or(0), last.parse().unwrap_or(0usize));
            let span = self.append(fields[1], spaced);
            self.inside = Some((last.saturating_sub(first) + 1, span.begin, span, spaced));
            return;
        }
        let (span, spaced) = match self.inside.take() {
            None => (self.append(fields[1], spaced), spaced),
            Some((left, begin, whole, spaced_after)) => {
                let rest = self.text.get(begin..whole.end).unwrap_or("");
                let length = if left == 1 { rest.len() } else { common(rest, fields[1]) };
                let span = Span::new(begin, begin + length);
                if left > 1 {
                    self.inside = Some((left - 1, span.end, whole, spaced_after));
                }
                (span, left == 1 && spaced_after)
            }
        };
        let form = normalised(fields[1]);
        let head = fields[6].parse::<usize>().unwrap_or(0);
        self.tokens.push(Token {
            span,
            lower: lowercase(&form),
            form,
            lemma: CompactString::new(fields[2]),
            upos: Upos::parse(fields[3]).unwrap_or_default(),
            xpos: Xpos::parse(fields[4]).unwrap_or_default(),
            head: head.checked_sub(1),
            relation: Relation::parse(fields[7])
                .or_else(|| Relation::parse(fields[7].split(':').next()?))
                .unwrap_or_default(),
            space_after: spaced,
            reworded: false,
        });
    }

    fn append(&mut self, form: &str, spaced: bool) -> Span {
        let begin = self.text.len();
        self.text.push_str(form);
        let span = Span::new(begin, self.text.len());
        if spaced {
            self.text.push(' ');
        }
        span
    }

    fn finish(mut self) -> Tree {
        self.text.truncate(self.text.trim_end().len());
        let length = self.tokens.len();
        for (i, token) in self.tokens.iter_mut().enumerate() {
            token.head = token.head.filter(|&head| head < length && head != i);
        }
        if let Some(last) = self.tokens.last_mut() {
            last.space_after = true;
        }
        let span = Span::new(0, self.text.len());
        Tree {
            sentence: Sentence::new(Part::Text, span, 0, self.tokens),
            text: self.text,
            begins_document: self.begins_document,
            begins_paragraph: self.begins_paragraph,
            document: self.document,
        }
    }
}

/// How far a word of a multi-word token reaches in its surface.
fn common(surface: &str, word: &str) -> usize {
    let length =
        surface.chars().zip(word.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    if length == 0 { surface.chars().next().map_or(0, char::len_utf8) } else { length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiword_tokens_share_their_surface() {
        let trees = read(
            "# newdoc id = news_one\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\
             1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n\
             3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n",
        );
        let tree = &trees[0];
        let words: Vec<_> =
            tree.sentence.tokens.iter().map(|token| &tree.text[token.span.begin..token.span.end]).collect();
        assert_eq!(words, ["do", "n't", "."]);
        assert_eq!(tree.document, "news_one");
        assert!(tree.begins_document && !tree.sentence.tokens[1].space_after);
    }
}

//! A part-of-speech tagger: a linear classifier from left to right, twice. The second reading sees what
//! the first thought of the words to come, which settles most doubts between noun and verb, past tense and
//! participle.

mod clause;
pub mod features;
mod finite;
pub mod harm;
pub mod mandative;
pub mod past;
mod tense;
mod verbless;
pub mod verbs;

use super::lexicon::Lexicon;
use super::weights::{ROW, Weights};
use super::words::WordList;
use super::words::is_day_of_speech;
use super::{Sentence, Token, Upos, Xpos};
use features::{FIRST, SECOND, View};

/// The pairs of tags that a model knows; their places are the classes that weights are learned for.
pub type Tags = Vec<(Xpos, Upos)>;

/// A trained tagger.
#[derive(Debug)]
pub struct Tagger {
    /// Its classes.
    pub tags: Tags,
    /// What the treebanks say of single words.
    pub lexicon: Lexicon,
    /// Weights of the first reading.
    pub first: Weights,
    /// Weights of the second reading.
    pub second: Weights,
}

/// Whether a word is a form of "be".
fn is_be(token: &Token) -> bool {
    matches!(token.lower.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being")
}

/// The tags of a sentence after it was mended.
#[cfg(test)]
fn tags_after(lines: &str, mend: impl FnOnce(&mut Sentence)) -> Vec<Xpos> {
    let (_, mut sentence) = Sentence::from_tree(lines);
    mend(&mut sentence);
    sentence.tokens.iter().map(|token| token.xpos).collect()
}

impl Tagger {
    /// Sets both tags of every token.
    pub fn tag(&self, sentence: &mut Sentence, view: &mut View) {
        view.begin(sentence, |atom| self.lexicon.class(atom));
        let classes = self.tags.len().min(ROW);
        let mut hashes = [0; FIRST];
        for token in 0..view.length() {
            features::first(view, token, &mut hashes);
            view.set_tag(token, best(&self.first.sums(&hashes), classes));
        }
        view.keep_first_reading(&self.tags);
        let mut hashes = [0; SECOND];
        for token in 0..view.length() {
            features::second(view, token, &mut hashes);
            view.set_tag(token, best(&self.second.sums(&hashes), classes));
        }
        for (token, word) in sentence.tokens.iter_mut().enumerate() {
            (word.xpos, word.upos) = self.tags[view.tag(token)];
        }
        count(&mut sentence.tokens);
        name_raids(&mut sentence.tokens);
        end_names(&mut sentence.tokens);
        point(&mut sentence.tokens);
        name_act(&mut sentence.tokens);
        name_compound(&mut sentence.tokens);
        name_day(&mut sentence.tokens);
        name_first(&mut sentence.tokens);
        tense::mend(&mut sentence.tokens);
    }
}

/// Words that count and do nothing else; "one" and "second" do.
static NUMERALS: WordList = WordList::new(include_str!("numerals.txt"));

/// "killed three Polish soldiers": a numeral counts, whatever stands around it.
fn count(tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|token| NUMERALS.holds(&token.form)) {
        (token.xpos, token.upos) = (Xpos::Cd, Upos::Num);
    }
}

/// Words that end as "paid" and "said" do, and are no past tenses.
static NO_PASTS: WordList = WordList::new(include_str!("words-that-are-no-pasts.txt"));

/// "arrested in a police raid": no participle of any verb.
fn name_raids(tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|token| NO_PASTS.holds(&token.lower)) {
        if matches!(token.xpos, Xpos::Vbd | Xpos::Vbn) {
            (token.xpos, token.upos) = (Xpos::Nn, Upos::Noun);
        }
    }
}

/// "suspended that effort after the strikes": where no verb follows, "that" opens no clause and points.
fn point(tokens: &mut [Token]) {
    for at in 0..tokens.len().saturating_sub(1) {
        let (that, behind) = (&tokens[at], &tokens[at + 1..]);
        let opens = that.lower == "that" && that.xpos == Xpos::In;
        let verb = |token: &Token| token.xpos.is_finite() || matches!(token.xpos, Xpos::Vbn | Xpos::Vb);
        if opens && behind[0].xpos == Xpos::Nn && !behind.iter().any(verb) {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Dt, Upos::Det);
        }
    }
}

/// "Moon Jae-in": what a hyphen joins to a second name is its end, though it be spelt like a preposition.
fn end_names(tokens: &mut [Token]) {
    for end in 3..tokens.len() {
        let [first, second, hyphen, last] = &mut tokens[end - 3..=end] else { continue };
        let joined =
            hyphen.form == "-" && second.span.end == hyphen.span.begin && hyphen.span.end == last.span.begin;
        let is_name = |token: &Token| token.xpos == Xpos::Nnp && token.form.starts_with(char::is_uppercase);
        let small = matches!(last.xpos, Xpos::In | Xpos::To | Xpos::Rp | Xpos::Dt | Xpos::Prp);
        if joined && small && is_name(first) && is_name(second) {
            (last.xpos, last.upos) = (Xpos::Nnp, Upos::Propn);
        }
    }
}

/// "since fighting began": what a verb follows at once is its subject, and no participle.
fn name_act(tokens: &mut [Token]) {
    for at in 1..tokens.len().saturating_sub(1) {
        let opens = matches!(
            tokens[at - 1].lower.as_str(),
            "since" | "before" | "after" | "until" | "when" | "as" | "once" | "while" | "where"
        );
        let begins = matches!(tokens[at + 1].xpos, Xpos::Vbd | Xpos::Vbz);
        if opens && begins && tokens[at].xpos == Xpos::Vbg {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        }
    }
}

/// "Felt joined the bureau": of two finite verbs at the beginning of a sentence the first is a name.
fn name_first(tokens: &mut [Token]) {
    let [first, second, ..] = tokens else { return };
    let finite = matches!(first.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) && first.upos == Upos::Verb;
    let twice = finite && matches!(second.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Md | Xpos::Pos);
    if twice && first.form != first.lower {
        (first.xpos, first.upos) = (Xpos::Nnp, Upos::Propn);
    }
}

/// "Tomorrow the president will": nobody does it.
fn name_day(tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|token| token.upos == Upos::Verb) {
        if is_day_of_speech(&token.lower) {
            (token.xpos, token.upos) = (Xpos::Nn, Upos::Noun);
        }
    }
}

/// "killed in a helicopter raid": what a preposition and an article govern with another noun is a noun, and nothing to do.
fn name_compound(tokens: &mut [Token]) {
    for at in 3..tokens.len() {
        let bare = tokens[at].xpos == Xpos::Vb && verbs::is_ambiguous(&tokens[at].lower);
        let [before, article, noun] = [3, 2, 1].map(|back| &tokens[at - back]);
        let governed = before.upos == Upos::Adp && article.xpos == Xpos::Dt && noun.xpos == Xpos::Nn;
        if bare && governed {
            (tokens[at].xpos, tokens[at].upos) = (Xpos::Nn, Upos::Noun);
        }
    }
}

/// The class with the highest score; the first of equals.
pub fn best<S: Copy + PartialOrd>(scores: &[S; ROW], classes: usize) -> usize {
    let mut best = 0;
    for class in 1..classes {
        if scores[class] > scores[best] {
            best = class;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(mend: fn(&mut [Token]), lines: &str) -> Xpos {
        let (_, mut sentence) = Sentence::from_tree(lines);
        mend(&mut sentence.tokens);
        sentence.tokens[1].xpos
    }

    #[test]
    fn where_no_clause_follows_a_word_points() {
        let ended = "ended end VERB VBD 0 root\nthat that SCONJ IN 1 mark\neffort effort NOUN NN 1 obj\n\
                     yesterday yesterday NOUN NN 1 obl";
        assert_eq!(second(point, ended), Xpos::Dt);
        let failed = ended.replace("yesterday yesterday NOUN NN", "failed fail VERB VBD");
        assert_eq!(second(point, &failed), Xpos::In);
    }

    #[test]
    fn a_numeral_counts_and_a_raid_is_no_past() {
        let tree = "killed kill VERB VBN 0 root\nthree three ADP IN 3 case\nmen man NOUN NNS 1 obl";
        assert_eq!(second(count, tree), Xpos::Cd);
        assert_eq!(second(count, &tree.replace("three three", "near near")), Xpos::In);
        let raid = "police police NOUN NN 0 root\nraid ray VERB VBN 1 acl";
        assert_eq!(second(name_raids, raid), Xpos::Nn);
        assert_eq!(second(name_raids, &raid.replace("raid ray", "paid pay")), Xpos::Vbn);
    }

    #[test]
    fn what_a_verb_follows_at_once_is_its_subject() {
        let began =
            "since since SCONJ IN 3 mark\nfighting fight VERB VBG 3 advcl\nbegan begin VERB VBD 0 root";
        assert_eq!(second(name_act, began), Xpos::Nn);
        assert_eq!(second(name_act, &began.replace("began begin VERB VBD", "on on ADP IN")), Xpos::Vbg);
    }

    #[test]
    fn what_an_article_governs_is_a_noun() {
        let raid = |before: &str| {
            let tree =
                format!("{before}\na a DET DT 2 det\nboat boat NOUN NN 3 compound\nraid raid VERB VB 0 root");
            let (_, mut sentence) = Sentence::from_tree(&tree);
            name_compound(&mut sentence.tokens);
            sentence.tokens[3].xpos
        };
        assert_eq!(raid("in in ADP IN 3 case"), Xpos::Nn);
        assert_eq!(raid("saw see VERB VBD 0 root"), Xpos::Vb);
    }

    #[test]
    fn of_two_finite_verbs_the_first_is_a_name() {
        let felt = "Felt feel VERB VBD 0 root\nsaid say VERB VBD 1 dep";
        let tags = |lines: &str| tags_after(lines, |sentence| name_first(&mut sentence.tokens));
        assert_eq!(tags(felt)[0], Xpos::Nnp);
        assert_eq!(tags(&felt.replace("said say VERB VBD", "he he PRON PRP"))[0], Xpos::Vbd);
        assert_eq!(
            tags_after("Tomorrow tomorrow VERB VB 0 root", |sentence| name_day(&mut sentence.tokens)),
            [Xpos::Nn]
        );
    }
}

//! Whether the words around an expression speak of what was or of what will be.

use super::super::find::Found;
use crate::article::Part;
use crate::language::{Sentence, Token, Upos, Xpos};

/// The direction that the words around an expression give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// Words that make the next date a coming one, in whatever tense the verb is.
const COMING: [&str; 26] = [
    "will",
    "shall",
    "'ll",
    "scheduled",
    "due",
    "expected",
    "planned",
    "slated",
    "upcoming",
    "plans",
    "plan",
    "planning",
    "coming",
    "tomorrow",
    "deadline",
    "expects",
    "intends",
    "ahead",
    "set",
    "pending",
    "forthcoming",
    "expires",
    "postponed",
    "vows",
    "vowed",
    "invited",
];

/// Verbs whose present tense beside a date tells what is to be.
const TIMETABLE: [&str; 7] = ["leave", "arrive", "open", "depart", "fly", "travel", "expire"];

/// More of them, where the sentence tells what was.
const OPENING: [&str; 5] = ["begin", "start", "resume", "convene", "take"];

/// More of them, where the whole of the news is told as what was.
const SCHEDULED: [&str; 8] = ["meet", "visit", "vote", "hold", "begin", "start", "resume", "convene"];

/// Verbs that say what somebody is going to do.
const PROMISING: [&str; 9] =
    ["promise", "pledge", "vow", "agree", "plan", "intend", "decide", "undertake", "commit"];

/// Words behind "set" with which it tells what was begun or done.
const SET_GOING: [&str; 12] =
    ["fire", "alight", "ablaze", "aflame", "off", "out", "sail", "foot", "up", "free", "light", "about"];

/// How many words before a weekday "would" may stand.
const CLOSE: usize = 8;

impl Tense {
    /// The direction of a weekday: "would be held on Wednesday" looks ahead from where it was said. Dates that are further
    /// off are left to nearness.
    pub fn of_weekday(sentence: &Sentence, found: &Found) -> Self {
        let from = found.tokens.start.min(sentence.tokens.len());
        let near = &sentence.tokens[from.saturating_sub(CLOSE)..from];
        // "leaves on Wednesday": a timetable, where the tagger saw a verb.
        let timetable = |token: &Token| {
            matches!(token.xpos, Xpos::Vbz | Xpos::Vbp) && TIMETABLE.contains(&token.lemma.as_str())
        };
        let ahead =
            near.iter().any(|token| matches!(token.lower.as_str(), "would" | "might") || timetable(token));
        if Self::opens(sentence, from) {
            return Self::Future;
        }
        // "which diplomats said would be held on Wednesday": the nearest verb counts, and not who said so.
        let nearest = near.iter().rfind(|token| token.xpos.is_finite());
        let looks_ahead = nearest.is_some_and(|token| token.lower == "would");
        match Self::of(sentence, found) {
            Self::Unknown if ahead => Self::Future,
            Self::Past if looks_ahead => Self::Future,
            tense => tense,
        }
    }

    /// "withdrew from a conference that opens on Tuesday": of two verbs before a weekday the one in the present is nearer, and
    /// tells what is to be.
    fn opens(sentence: &Sentence, from: usize) -> bool {
        let tokens = &sentence.tokens;
        let near = from.saturating_sub(CLOSE)..from;
        let Some(verb) = near.rev().find(|&at| tokens[at].xpos.is_finite()) else { return false };
        let lemma = tokens[verb].lemma.as_str();
        matches!(tokens[verb].xpos, Xpos::Vbz | Xpos::Vbp)
            && (TIMETABLE.contains(&lemma) || OPENING.contains(&lemma))
            && tokens[..verb].iter().any(|token| token.xpos == Xpos::Vbd)
    }

    /// "Ministers meet in Rome on Wednesday": of a timetable, in news that is told in the past.
    pub fn is_scheduled(sentence: &Sentence, found: &Found) -> bool {
        let tokens = &sentence.tokens;
        let from = found.tokens.start.min(tokens.len());
        let mut near = (from.saturating_sub(CLOSE)..from).rev();
        near.find(|&at| tokens[at].xpos.is_finite()).is_some_and(|verb| {
            let lemma = tokens[verb].lemma.as_str();
            matches!(tokens[verb].xpos, Xpos::Vbz | Xpos::Vbp)
                && (TIMETABLE.contains(&lemma) || SCHEDULED.contains(&lemma))
        })
    }

    /// Whether the first sentence of a text, and most others, tell by their first verb what was.
    pub fn is_told_in_past(sentences: &[Sentence]) -> bool {
        let first = |sentence: &Sentence| {
            let verb = sentence.tokens.iter().find(|token| token.xpos.is_finite() && token.xpos != Xpos::Md);
            verb.map(|token| token.xpos == Xpos::Vbd)
        };
        let mut text = sentences.iter().filter(|sentence| sentence.part == Part::Text).map(first).peekable();
        let lead = text.peek().copied().flatten() == Some(true);
        let told: Vec<bool> = text.flatten().collect();
        let past = told.iter().filter(|&&past| past).count();
        lead && 2 * past > told.len()
    }

    /// Whether an expression tells when somebody does what he said he would: "promised to hold elections on June 3".
    pub fn is_promised(sentence: &Sentence, found: &Found) -> bool {
        let tokens = &sentence.tokens;
        let from = found.tokens.start.min(tokens.len());
        let to = (from.saturating_sub(CLOSE)..from)
            .rev()
            .take_while(|&at| !tokens[at].xpos.is_finite())
            .find(|&at| tokens[at].xpos == Xpos::To);
        let Some(to) = to.filter(|&to| tokens.get(to + 1).is_some_and(|verb| verb.xpos == Xpos::Vb)) else {
            return false;
        };
        tokens[to.saturating_sub(3)..to]
            .iter()
            .any(|token| token.upos == Upos::Verb && PROMISING.contains(&token.lemma.as_str()))
    }

    /// Reads the words before the expression back to the nearest that tells; then, if none did, those after it.
    pub fn of(sentence: &Sentence, found: &Found) -> Self {
        let tokens = &sentence.tokens;
        let (from, to) = (found.tokens.start.min(tokens.len()), found.tokens.end.min(tokens.len()));
        let before = (from.saturating_sub(12)..from).rev();
        let after = to..tokens.len().min(to + 8);
        // "is to visit Seoul on Thursday"
        let planned = tokens[from.saturating_sub(12)..from]
            .windows(2)
            .any(|pair| matches!(pair[0].lower.as_str(), "is" | "are") && pair[1].lower == "to");
        if planned {
            return Self::Future;
        }
        before
            .map(|at| Self::told_at(tokens, at))
            .chain(after.map(|at| match Self::told_at(tokens, at) {
                // "On February 22 he vowed to go on": the vow is of that day, what is vowed comes later.
                Self::Future if tokens[at].xpos == Xpos::Vbd => Self::Past,
                tense => tense,
            }))
            .find(|tense| *tense != Self::Unknown)
            .unwrap_or(Self::Unknown)
    }

    /// What the word at a place tells: "set fire to the bank", "set off for Rome" and "set to work" set nothing for a day to
    /// come, as "is set to leave" and "set a deadline" do.
    fn told_at(tokens: &[Token], at: usize) -> Self {
        let token = &tokens[at];
        let word = |token: Option<&Token>, words: &[&str]| {
            token.is_some_and(|token| words.contains(&token.lower.as_str()))
        };
        let next = tokens.get(at + 1);
        let begins = word(next, &SET_GOING) || word(next, &["to"]) && word(tokens.get(at + 2), &["work"]);
        if token.lower == "set" && begins {
            // "will set fire": what stands before it tells.
            return if token.xpos == Xpos::Vbd { Self::Past } else { Self::Unknown };
        }
        Self::told_by(token)
    }

    /// What one word tells; irregular past forms only where the sentence was tagged.
    fn told_by(token: &Token) -> Self {
        let lower = token.lower.as_str();
        if COMING.contains(&lower) {
            return Self::Future;
        }
        let regular = lower.len() > 4 && lower.ends_with("ed") && token.upos != Upos::Adj;
        // Reporting verbs say when it was said, not when it will be.
        let reporting =
            matches!(lower, "said" | "told" | "announced" | "reported" | "added" | "confirmed" | "agreed");
        if !reporting
            && (regular || token.xpos == Xpos::Vbd || matches!(lower, "was" | "were" | "had" | "did"))
        {
            return Self::Past;
        }
        Self::Unknown
    }
}

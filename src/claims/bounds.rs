//! Where clauses begin and end, by their words.

use super::rules::{Cue, CuePart, Frame, Rules};
use crate::language::{Sentence, Token, Upos, Xpos};

/// So long may the noun phrase be with which a clause without "that" begins.
const LONGEST_SUBJECT: usize = 18;
/// So long may be what two commas put behind that noun phrase.
const LONGEST_APPOSITION: usize = 30;

/// Skips adverbs, days and media: "said on Friday in a statement".
pub(super) fn behind_adverbials(sentence: &Sentence, from: usize, rules: &Rules) -> usize {
    let tokens = &sentence.tokens;
    let mut at = from;
    while let Some(token) = tokens.get(at) {
        let day =
            |i: usize| tokens.get(i).is_some_and(|token| rules.occasions.contains(token.lemma.as_str()));
        // "Late Thursday".
        let part_of_day = matches!(token.upos, Upos::Adj | Upos::Adv) && day(at + 1);
        if (token.upos == Upos::Adv && token.xpos != Xpos::Wrb) || day(at) || part_of_day {
            at += 1;
        } else if token.upos == Upos::Adp
            && let Some(last) = (at + 1..(at + 5).min(tokens.len())).find(|&i| day(i))
        {
            at = last + 1;
        } else {
            break;
        }
    }
    at
}

/// Whether a clause begins with a token: a noun phrase (perhaps with phrases that hang on it), then a finite
/// verb. After a question word the noun phrase may be absent.
pub(super) fn begins_clause(sentence: &Sentence, start: usize, may_lack_subject: bool) -> bool {
    let tokens = &sentence.tokens;
    let finite = |token: &Token| token.xpos.is_finite();
    let Some(first) = tokens.get(start) else { return false };
    if finite(first) {
        return may_lack_subject;
    }
    let opens = match first.upos {
        Upos::Det | Upos::Propn | Upos::Noun | Upos::Num | Upos::Adj | Upos::Adp => true,
        Upos::Pron => !matches!(
            first.lower.as_str(),
            "him"
                | "them"
                | "me"
                | "us"
                | "himself"
                | "herself"
                | "themselves"
                | "itself"
                | "who"
                | "which"
                | "whose"
        ),
        Upos::Adv | Upos::Sconj => true,
        // "Unnamed forces were going to …"
        Upos::Verb => {
            first.xpos == Xpos::Vbn && tokens.get(start + 1).is_some_and(|next| next.upos == Upos::Noun)
        }
        _ => false,
    };
    if !opens {
        return false;
    }
    let mut skipped = start;
    for (at, token) in tokens.iter().enumerate().skip(start + 1).take(LONGEST_SUBJECT) {
        if at < skipped {
            continue;
        }
        // "Keller, a teacher from Dayton, was": what two commas put behind the subject.
        if token.lower == ","
            && let Some(closing) = apposed(sentence, at)
        {
            skipped = closing + 1;
            continue;
        }
        // "Says the surveys “tell another story”": the plain form behind a mark is finite.
        let quoted = token.xpos == Xpos::Vb && tokens[at - 1].lower == "\"";
        if token.lower == "\"" {
            continue;
        }
        if finite(token) || quoted {
            // "Answered the telephone and hung up": two things that one did.
            return tokens[at - 1].lower != "and";
        }
        let goes_on = matches!(
            token.upos,
            Upos::Det | Upos::Propn | Upos::Noun | Upos::Num | Upos::Adj | Upos::Adp | Upos::Adv | Upos::Part
        ) || matches!(token.xpos, Xpos::Vbg | Xpos::Vbn | Xpos::Hyph)
            // "His decision to leave had nothing to do with it".
            || token.xpos == Xpos::Vb && tokens[at - 1].xpos == Xpos::To
            || matches!(
                token.lower.as_str(),
                "and"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "our"
                    | "it"
                    | "he"
                    | "she"
                    | "they"
                    | "we"
                    | "there"
            );
        if !goes_on {
            return false;
        }
    }
    false
}

/// The comma that closes what another one put behind a noun: an apposition, a relative clause, ages. A finite
/// verb comes next.
fn apposed(sentence: &Sentence, opening: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let finite = |at: usize| tokens.get(at).is_some_and(|token| token.xpos.is_finite());
    let noun = matches!(tokens[opening - 1].upos, Upos::Noun | Upos::Propn | Upos::Num);
    let relative = tokens
        .get(opening + 1)
        .is_some_and(|token| matches!(token.lower.as_str(), "who" | "which" | "whose"));
    // "The driver, Leonard Fitch, 52, of Ashby, apparently fell": the last of several commas closes.
    let goes_on = |closing: usize| {
        finite(closing + 1)
            || tokens.get(closing + 1).is_some_and(|token| token.upos == Upos::Adv) && finite(closing + 2)
    };
    let mut commas =
        (opening + 2..(opening + LONGEST_APPOSITION).min(tokens.len())).filter(|&at| tokens[at].lower == ",");
    let first = commas.clone().next()?;
    let whole = |at: usize| {
        at == first || !(opening + 1..at).any(|inside| finite(inside) || tokens[inside].lower == "that")
    };
    let closing = commas.find(|&at| goes_on(at) && whole(at))?;
    let plain = !(opening + 1..closing).any(|at| finite(at) || tokens[at].lower == "\"");
    (noun && (relative || plain)).then_some(closing)
}

/// Where a clause that begins at a token ends: with its sentence, before a contrast in the author's own
/// voice (", but the guns went on"), before a mark that closes what was opened earlier.
pub(super) fn end_of_clause(sentence: &Sentence, start: usize, rules: &Rules) -> usize {
    let tokens = &sentence.tokens;
    let mut open = 0_i32;
    for i in start..tokens.len() {
        // A comma may stand inside of the marks that close: "“a few looters,” and the minister said".
        let closes = !tokens[i].space_after && tokens.get(i + 1).is_some_and(|next| next.lower == "\"");
        let next = i + 1 + usize::from(closes);
        let end = if closes { next } else { i };
        match tokens[i].lower.as_str() {
            "(" | "[" => open += 1,
            ")" | "]" if open == 0 => return i,
            ")" | "]" => open -= 1,
            ";" => return i,
            "," if tokens
                .get(next)
                .is_some_and(|t| matches!(t.lower.as_str(), "but" | "yet" | "though" | "although"))
                && begins_clause(sentence, next + 1, false) =>
            {
                return end;
            }
            "," if tokens.get(next).is_some_and(|t| t.lower == "according") => return end,
            "," if tokens.get(next).is_some_and(|t| matches!(t.lower.as_str(), "and" | "while" | "as"))
                && speaks_next(sentence, next + 1, rules) =>
            {
                return end;
            }
            "," if tokens.get(next).is_some_and(|t| t.lower == "but")
                && tokens.get(next + 1).is_some_and(|t| {
                    t.xpos.is_finite()
                        && t.upos == Upos::Verb
                        && verb_cues(t, rules)
                            .any(|cue| cue.words.len() == 1 && cue.frames.contains(&Frame::Quote))
                }) =>
            {
                return end;
            }
            "," if tokens.get(next).is_some_and(|t| t.lower == "and")
                && tokens.get(next + 1).is_some_and(|t| t.upos != Upos::Pron && t.lower != "that")
                && begins_clause(sentence, next + 1, false) =>
            {
                return end;
            }
            "," if tokens.get(next).is_some_and(|t| matches!(t.lower.as_str(), "while" | "whereas"))
                && holds_next(sentence, next + 1, rules) =>
            {
                return end;
            }
            "," if tokens.get(next).is_some_and(|token| goes_on_saying(token, rules)) => return end,
            _ => {}
        }
    }
    tokens.len()
}

/// Whether a clause begins here whose verb says something: ", and then Putin added".
fn speaks_next(sentence: &Sentence, start: usize, rules: &Rules) -> bool {
    // "…, and that the tanker was escorted": it goes on.
    let that = sentence.tokens.get(start).is_some_and(|token| token.lower == "that");
    !that
        && next_verb(sentence, start).is_some_and(|at| {
            // "…, and he predicted that": what "that" follows says something, whatever else it may do.
            let that = sentence.tokens.get(at + 1).is_some_and(|token| token.lower == "that");
            verb_cues(&sentence.tokens[at], rules).any(|cue| that || cue.frames.contains(&Frame::Quote))
        })
}

/// Whether a clause begins here whose verb tells what somebody else says or thinks: ", while 51 percent considered".
fn holds_next(sentence: &Sentence, start: usize, rules: &Rules) -> bool {
    next_verb(sentence, start).is_some_and(|at| verb_cues(&sentence.tokens[at], rules).next().is_some())
}

/// The finite verb of a clause that begins here with a subject.
fn next_verb(sentence: &Sentence, start: usize) -> Option<usize> {
    let finite = |at: &usize| sentence.tokens[*at].xpos.is_finite();
    (start..sentence.tokens.len()).take(LONGEST_SUBJECT).find(finite).filter(|&at| at > start)
}

/// The cues that a verb can be.
pub(super) fn verb_cues<'a>(token: &Token, rules: &'a Rules) -> impl Iterator<Item = &'a Cue> {
    let numbers = rules.by_lemma.get(&token.lemma).into_iter().flatten();
    numbers.map(|&number| &rules.cues[number]).filter(|cue| cue.part == CuePart::Verb)
}

/// "…, adding that": whoever is speaking goes on.
pub(super) fn goes_on_saying(token: &Token, rules: &Rules) -> bool {
    token.xpos == Xpos::Vbg && verb_cues(token, rules).next().is_some()
}

/// Where an infinitive that begins with a "to" ends, by its words.
pub(super) fn end_of_infinitive(sentence: &Sentence, to: usize) -> usize {
    let tokens = &sentence.tokens;
    let stops = |i: usize| {
        matches!(tokens[i].lower.as_str(), ";" | ")")
            || (tokens[i].lower == ","
                && tokens.get(i + 1).is_some_and(|t| t.xpos == Xpos::Vbg || t.upos == Upos::Cconj))
    };
    (to..tokens.len()).find(|&i| stops(i)).unwrap_or(tokens.len())
}

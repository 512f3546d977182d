//! What the author adds to what somebody says in his own voice.

use super::bounds::{begins_clause, verb_cues};
use super::cue::Hit;
use super::parenthetical::summed_up;
use super::phrase::Phrase;
use super::rules::{Frame, Rules};
use super::subject::own_subject;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// A clause without what the author adds to it in his own voice: ", though …", ", a claim the ministry rejects".
pub(super) fn without_summary(sentence: &Sentence, cue: usize, content: Phrase, rules: &Rules) -> Phrase {
    let tokens = &sentence.tokens;
    let clausal = content.first().is_some_and(|first| first > cue);
    let inside = |at: usize| at > 0 && tokens[at - 1].lower == "\"";
    let next = content.tokens().find(|&at| {
        let next = tokens.get(at + 1).map_or("", |token| token.lower.as_str());
        let explains = tokens[at].lower == ":"
            && content.tokens().any(|before| before < at && tokens[before].upos == Upos::Verb)
            && tokens.get(at + 1).is_some_and(|token| token.lower != "\"");
        let clausal = clausal && at > cue + 1;
        clausal && explains
            || clausal
                && tokens[at].lower == ","
                && !inside(at)
                && (matches!(next, "though" | "although" | "according")
                    || matches!(next, "a" | "an")
                        && (at + 3..(at + 14).min(tokens.len())).any(|verb| {
                            tokens[verb].upos == Upos::Verb
                                && rules.by_lemma.contains_key(&tokens[verb].lemma)
                                && summed_up(sentence, verb).is_some_and(|noun| noun.start == at + 1)
                        }))
    });
    match next {
        Some(at) => content.without(&Phrase::of(at..tokens.len())),
        None => content,
    }
}

/// A content without what comes behind a semicolon, and without the relative clause at its end that tells what somebody
/// else says of it: "asked Norland to explain the traces, which its envoys say were old".
pub(super) fn without_aside(sentence: &Sentence, hit: &Hit, content: Phrase, rules: &Rules) -> Phrase {
    let cue = hit.head;
    let tokens = &sentence.tokens;
    let Some(end) = content.tokens().last().map(|last| last + 1) else { return content };
    let quoted = |at: usize| tokens[..at].iter().filter(|token| token.lower == "\"").count() % 2 == 1;
    let aside = content.tokens().filter(|&at| at > cue + 1 && !quoted(at)).find(|&at| {
        let next = tokens.get(at + 1).map_or("", |token| token.lower.as_str());
        match tokens[at].lower.as_str() {
            ";" => !tokens[at + 1..end].iter().take(2).any(|token| token.lower == "that"),
            "," => {
                let reacts = tokens.get(at + 1).is_some_and(|token| {
                    token.xpos == Xpos::Vbg && rules.reactions.contains(token.lemma.as_str())
                });
                // "…, a step that its neighbours called a threat".
                let sums_up = matches!(next, "a" | "an" | "one" | "something")
                    && (at + 2..(at + 7).min(end)).any(|that| {
                        matches!(tokens[that].lower.as_str(), "that" | "which")
                            && tokens[that - 1].upos == Upos::Noun
                            && (is_said_of(sentence, that, end, rules)
                                || is_told_of(sentence, that, that - 1, end, rules))
                    });
                // "…, hours after Ottawa said".
                let later = (at + 1..(at + 5).min(end)).any(|after| {
                    matches!(tokens[after].lower.as_str(), "after" | "before")
                        && after > at + 1
                        && tokens[after - 1].upos == Upos::Noun
                        && begins_clause(sentence, after + 1, false)
                });
                // "…, up from 48 percent in May".
                let compares = matches!(next, "up" | "down")
                    && tokens.get(at + 2).is_some_and(|token| token.lower == "from");
                reacts
                    || compares
                    || sums_up
                    || later
                    || matches!(next, "which" | "who" | "whom" | "whose")
                        && (is_said_of(sentence, at + 1, end, rules)
                            || at > 0 && is_told_of(sentence, at + 1, at - 1, end, rules))
            }
            // "Envoy warns of famine after rains fail": in a headline the author says what came before.
            "after" | "as" | "amid" | "following" if is_open(sentence) => {
                at > cue + 2
                    && !tokens[cue + 1..at].iter().any(|token| matches!(token.upos, Upos::Verb | Upos::Aux))
            }
            // "Rejected the offer by a vote of 64 to 36".
            "by" => {
                let vote = tokens
                    .get(at + 2)
                    .is_some_and(|noun| matches!(noun.lemma.as_str(), "vote" | "margin" | "majority"));
                vote && matches!(next, "a" | "an")
            }
            // "Asked it to put a warning on the label after two studies found": what is wanted lies ahead.
            "after" => {
                let wanted = matches!(tokens[content.first().unwrap_or(at)].lower.as_str(), "to" | "not")
                    || rules.cues.get(hit.cue).is_some_and(|cue| cue.frames.contains(&Frame::ObjectTo));
                let past = (at + 1..end).find(|&verb| tokens[verb].xpos.is_finite());
                wanted
                    && past.is_some_and(|verb| tokens[verb].xpos == Xpos::Vbd)
                    && begins_clause(sentence, at + 1, false)
            }
            _ => false,
        }
    });
    match aside {
        Some(at) => content.without(&Phrase::of(at..tokens.len())),
        None => content,
    }
}

/// Whether a sentence is one without a full stop, as headlines are.
fn is_open(sentence: &Sentence) -> bool {
    sentence.tokens.last().is_some_and(|last| last.upos != Upos::Punct)
}

/// Whether the relative clause that begins at its pronoun and goes on to an end is what somebody says or thinks.
fn is_said_of(sentence: &Sentence, pronoun: usize, end: usize, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let verb = (pronoun + 1..end).find(|&at| tokens[at].xpos.is_finite());
    let main = verb.map(|verb| match tokens[verb].relation {
        Relation::Aux | Relation::AuxPass => tokens[verb].head.unwrap_or(verb),
        _ => verb,
    });
    main.is_some_and(|main| {
        let parted = tokens[pronoun..main].iter().any(|token| token.lower == ",");
        // The author goes on behind the clause: "the fees, which officials call fair, will rise".
        let closed = (main + 1..end.saturating_sub(1)).any(|at| {
            tokens[at].lower == "," && (tokens[at + 1].xpos.is_finite() || tokens[at + 1].upos == Upos::Aux)
        });
        let says = verb_cues(&tokens[main], rules).any(|cue| cue.words.len() == 1);
        // "A levy that trade groups say would punish them".
        let opens_another = main > pronoun + 1
            && matches!(
                tokens[pronoun + 1].upos,
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Adj
            );
        let by_another =
            own_subject(sentence, main).map_or(opens_another, |own| (pronoun + 1..main).contains(&own));
        let opens = tokens[main + 1..end]
            .iter()
            .take(1)
            .any(|next| matches!(next.lower.as_str(), "that" | "to" | "\""))
            || tokens[main + 1..end].iter().take(8).any(|next| next.lower == "that");
        tokens[main].upos == Upos::Verb && !parted && !closed && says && (by_another || opens)
    })
}

/// Whether the relative clause behind a noun is, by the tree, what somebody says of it, whoever is put in between: "a view
/// that Lind, the bank's chairman, dismissed".
fn is_told_of(sentence: &Sentence, pronoun: usize, noun: usize, end: usize, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    (pronoun + 1..end).any(|verb| {
        tokens[verb].relation == Relation::AclRelcl
            && tokens[verb].head == Some(noun)
            && own_subject(sentence, verb).is_some_and(|own| own > pronoun)
            && verb_cues(&tokens[verb], rules).any(|cue| cue.words.len() == 1)
    })
}

/// What is said in a relative clause, up to the comma behind which the clause around it goes on: "a diplomat, who asked not
/// to be named, left".
pub(super) fn up_to_comma(sentence: &Sentence, cue: usize, content: Phrase) -> Phrase {
    let tokens = &sentence.tokens;
    let lacks_verb = !tokens[..cue].iter().any(|token| token.xpos.is_finite());
    let verbal = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.xpos.is_finite()
                || token.upos == Upos::Aux
                || token.xpos == Xpos::Vbn && token.upos == Upos::Verb
        })
    };
    let adverb = |at: usize| tokens.get(at).is_some_and(|token| token.upos == Upos::Adv);
    let quoted = |at: usize| tokens[..at].iter().filter(|token| token.lower == "\"").count() % 2 == 1;
    let closing = content.tokens().find(|&at| {
        let behind = at > 0 && tokens[at - 1].lower == "\"";
        // "Under pressure from the board, which feared that she would leave, the company paid".
        let main = lacks_verb && begins_clause(sentence, at + 1, false);
        at > cue
            && tokens[at].lower == ","
            && (!quoted(at) || behind)
            && (verbal(at + 1) || adverb(at + 1) && verbal(at + 2) || main)
    });
    match closing {
        Some(at) => content.without(&Phrase::of(at..tokens.len())),
        None => content,
    }
}

//! What the author adds to what somebody says in his own voice.

use super::bounds::{begins_clause, goes_on_saying, verb_cues};
use super::cue::Hit;
use super::parenthetical::summed_up;
use super::phrase::Phrase;
use super::rules::{Frame, Rules};
use super::subject::{is_spaced_dash, own_subject};
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

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

/// A content without what the author adds behind it in his own voice: behind a semicolon, in a clause that tells what
/// somebody else says of it ("asked Norland to explain the traces, which its envoys say were old"), of when it was said.
pub(super) fn without_aside(sentence: &Sentence, hit: &Hit, content: Phrase, rules: &Rules) -> Phrase {
    let tokens = &sentence.tokens;
    let Some(end) = content.tokens().last().map(|last| last + 1) else { return content };
    let quoted = |at: usize| tokens[..at].iter().filter(|token| token.lower == "\"").count() % 2 == 1;
    let open = content.tokens().filter(|&at| at > hit.head + 1 && !quoted(at));
    let aside = open.into_iter().find(|&at| match tokens[at].lower.as_str() {
        ";" => !tokens[at + 1..end].iter().take(2).any(|token| token.lower == "that"),
        "," => adds(sentence, at, end, rules) || is_dated(sentence, hit, &content, at),
        // "… - an accusation dismissed by the government".
        "-" | "–" | "—" | "--" => {
            is_spaced_dash(sentence, at)
                && tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "a" | "an"))
        }
        "by" => is_by_vote(sentence, at),
        "in" => is_in_message(sentence, hit, at, rules),
        "after" | "before" | "when" | "while" | "because" | "as" | "since" | "amid" | "following" => {
            tells_when(sentence, hit, &content, at, rules)
        }
        _ => false,
    });
    match aside {
        Some(at) => content.without(&Phrase::of(at..tokens.len())),
        None => content,
    }
}

/// Whether what a comma sets off is the author's: what came of it, a comparison, what others say of it.
fn adds(sentence: &Sentence, comma: usize, end: usize, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let Some(next) = tokens.get(comma + 1) else { return false };
    // "…, prompting a walkout".
    let reacts = next.xpos == Xpos::Vbg && rules.reactions.contains(next.lemma.as_str());
    // "…, up from 48 percent in May".
    let compares = matches!(next.lower.as_str(), "up" | "down")
        && tokens.get(comma + 2).is_some_and(|token| token.lower == "from");
    let told_of = |pronoun: usize, noun: usize| {
        is_said_of(sentence, pronoun, end, rules) || is_told_of(sentence, pronoun, noun, end, rules)
    };
    // "…, a step that its neighbours called a threat".
    let sums_up = matches!(next.lower.as_str(), "a" | "an" | "one" | "something")
        && (comma + 2..(comma + 7).min(end)).any(|that| {
            matches!(tokens[that].lower.as_str(), "that" | "which")
                && tokens[that - 1].upos == Upos::Noun
                && !goes_on_behind(sentence, that, end)
        });
    let relative = matches!(next.lower.as_str(), "which" | "who" | "whom" | "whose")
        && comma > 0
        && told_of(comma + 1, comma - 1);
    let near = comma + 1..(comma + 6).min(end);
    // "…, hours after Ottawa said".
    let later = near.clone().any(|after| {
        matches!(tokens[after].lower.as_str(), "after" | "before")
            && after > comma + 1
            && tokens[after - 1].upos == Upos::Noun
            && begins_clause(sentence, after + 1, false)
    });
    // "Three plans, the richest of which would raise rates".
    let of_which = near.into_iter().any(|which| {
        matches!(tokens[which].lower.as_str(), "which" | "whom")
            && tokens[which - 1].lower == "of"
            && !goes_on_behind(sentence, which, end)
    });
    // "Rejected a petition to annul the vote, ruling that": he goes on.
    let speaks = goes_on_saying(next, rules);
    speaks || reacts || compares || sums_up || relative || later || of_which
}

/// "Agreed to a truce, after 16 hours of talks": behind a comma, of what is no clause, the author says when.
fn is_dated(sentence: &Sentence, hit: &Hit, content: &Phrase, comma: usize) -> bool {
    let tokens = &sentence.tokens;
    let verbal = |token: &Token| token.xpos.is_finite();
    let when = tokens.get(comma + 1).is_some_and(|next| {
        matches!(next.lower.as_str(), "after" | "before" | "during" | "following" | "amid" | "despite")
    });
    let object = content.first().is_some_and(|first| first > hit.head)
        && sentence
            .children_in(hit.head, &[Relation::Obj, Relation::Obl])
            .any(|object| content.contains(object));
    when && object && !tokens[comma..].iter().any(verbal)
}

/// "Rejected the offer by a vote of 64 to 36".
fn is_by_vote(sentence: &Sentence, by: usize) -> bool {
    let lemma = |at: usize| sentence.tokens.get(at).map_or("", |token| token.lemma.as_str());
    matches!(lemma(by + 1), "a" | "an") && matches!(lemma(by + 2), "vote" | "margin" | "majority")
}

/// "Claimed responsibility for the bombing in a message": where it was said.
fn is_in_message(sentence: &Sentence, hit: &Hit, at: usize, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let verbal = |token: &Token| matches!(token.upos, Upos::Verb | Upos::Aux);
    let article = tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "a" | "an"));
    let message = tokens.get(at + 2).is_some_and(|noun| rules.occasions.contains(noun.lemma.as_str()));
    article && message && at > hit.head + 1 && !tokens[hit.head + 1..at].iter().any(verbal)
}

/// Whether a conjunction begins a clause that tells when, or why, somebody spoke rather than what he said.
fn tells_when(sentence: &Sentence, hit: &Hit, content: &Phrase, at: usize, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let verbal = |token: &Token| matches!(token.upos, Upos::Verb | Upos::Aux);
    let Some(first) = content.first().filter(|&first| first > hit.head && at > hit.head + 2) else {
        return false;
    };
    let nominal = !tokens[hit.head + 1..at].iter().any(verbal);
    // "Envoy warns of famine after rains fail": in a headline the author says what came before.
    let headline = tokens.last().is_some_and(|last| last.upos != Upos::Punct);
    if headline && matches!(tokens[at].lower.as_str(), "after" | "as" | "amid" | "following") {
        return nominal;
    }
    let clausal = matches!(tokens[first].lower.as_str(), "that" | "whether" | "if" | "how" | "why" | "what");
    if clausal || !begins_clause(sentence, at + 1, false) {
        return false;
    }
    // "Announced the sale after the markets had closed".
    let object = sentence.children_in(hit.head, &[Relation::Obj]).any(|object| content.contains(object));
    // "Asked it to put a warning on the label after two studies found": what is wanted lies ahead.
    let wanted = matches!(tokens[first].lower.as_str(), "to" | "not")
        || rules.cues.get(hit.cue).is_some_and(|cue| cue.frames.contains(&Frame::ObjectTo));
    let past = tokens[at + 1..].iter().find(|token| token.xpos.is_finite());
    nominal && object
        || wanted && tokens[at].lower == "after" && past.is_some_and(|verb| verb.xpos == Xpos::Vbd)
}

/// Whether the clause around a relative one goes on behind it: "the fees, which officials call fair, will rise".
fn goes_on_behind(sentence: &Sentence, pronoun: usize, end: usize) -> bool {
    let tokens = &sentence.tokens;
    (pronoun + 1..end.saturating_sub(1)).any(|at| {
        tokens[at].lower == "," && (tokens[at + 1].xpos.is_finite() || tokens[at + 1].upos == Upos::Aux)
    })
}

/// What somebody calls something, up to the mark that closes his words, where a verb goes on: "calling it “unfair,” ordered".
pub(super) fn up_to_mark(sentence: &Sentence, hit: &Hit, content: Phrase, rules: &Rules) -> Phrase {
    let tokens = &sentence.tokens;
    let names = rules.cues.get(hit.cue).is_some_and(|cue| cue.frames.contains(&Frame::As));
    let marks: Vec<usize> = content.tokens().filter(|&at| tokens[at].lower == "\"").take(2).collect();
    let [_, close] = marks.as_slice() else { return content };
    let goes_on = tokens
        .get(close + 1)
        .is_some_and(|next| next.xpos.is_finite() || next.xpos == Xpos::Vbn || next.upos == Upos::Cconj);
    match names && goes_on && *close > hit.head {
        true => content.without(&Phrase::of(close + 1..tokens.len())),
        false => content,
    }
}

/// Whether the relative clause that begins at its pronoun and goes on to an end is what somebody says or thinks.
fn is_said_of(sentence: &Sentence, pronoun: usize, end: usize, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let verb = (pronoun + 1..end).find(|&at| tokens[at].xpos.is_finite());
    let main = verb.map(|verb| match tokens[verb].relation {
        Relation::Aux | Relation::AuxPass => tokens[verb].head.unwrap_or(verb),
        _ => verb,
    });
    // "Which would, as officials said, raise fees": the verb may stand behind what is said.
    main.filter(|main| (pronoun + 1..end).contains(main)).is_some_and(|main| {
        let parted = tokens[pronoun..main].iter().any(|token| token.lower == ",");
        let says = verb_cues(&tokens[main], rules).any(|cue| cue.words.len() == 1);
        // "A levy that trade groups say would punish them".
        let opens_another = main > pronoun + 1
            && matches!(
                tokens[pronoun + 1].upos,
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Pron | Upos::Adj
            );
        let by_another =
            own_subject(sentence, main).map_or(opens_another, |own| (pronoun + 1..main).contains(&own));
        let behind = &tokens[main + 1..end];
        let opens = behind.first().is_some_and(|next| matches!(next.lower.as_str(), "to" | "\""))
            || behind.iter().take(8).any(|next| next.lower == "that");
        tokens[main].upos == Upos::Verb
            && !parted
            && !goes_on_behind(sentence, main, end)
            && says
            && (by_another || opens)
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

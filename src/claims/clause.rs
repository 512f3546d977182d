//! The clause that is said: by the tree, and where the tree fails by the words that begin and end it.

use super::bounds::{begins_clause, behind_adverbials, end_of_clause, goes_on_saying};
use super::cue::Hit;
use super::disguise;
use super::infinitive::is_infinitive;
use super::joined::{joined_cue, without_next_saying};
use super::parenthetical::end_of_names;
use super::phrase::Phrase;
use super::rules::{CuePart, Frame, Rules};
use super::subject::{is_passive, own_subject};
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// So far behind a cue, in tokens, "that" still belongs to it: "said in a speech to parliament on Tuesday that".
const REACH: usize = 14;

/// A finite clause, or a question, that is said with a cue.
pub(super) fn clause(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    let found = by_tree(sentence, hit, rules);
    // "Demanded that …": a "that" right behind the cue is never passed over.
    let next = behind_adverbials(sentence, hit.words.last()? + 1, rules);
    let that = sentence.tokens.get(next).is_some_and(|token| token.lower == "that");
    let misses = found
        .as_ref()
        .is_none_or(|found| that && found.first() != Some(next) && found.first() > Some(hit.head));
    let found = if misses { by_words(sentence, hit, rules).or(found) } else { found }?;
    let found = match rules.cues[hit.cue].listener {
        true => behind_listener(sentence, found),
        false => found,
    };
    let semicolon = (hit.head..sentence.tokens.len()).find(|&i| sentence.tokens[i].lower == ";");
    if semicolon.is_some_and(|at| found.first().is_some_and(|first| first > at)) {
        return None;
    }
    let found = with_beginning(sentence, hit, found, rules);
    let found = with_second_clause(sentence, hit.head, found, rules);
    let found = up_to_contrast(sentence, hit.head, found, rules);
    Some(without_next_saying(sentence, hit.head, found, rules))
}

/// A clause behind its cue up to where its words say that it ends, whatever the parser hung on it.
fn up_to_contrast(sentence: &Sentence, cue: usize, found: Phrase, rules: &Rules) -> Phrase {
    match found.first().filter(|&first| first > cue) {
        Some(first) => found.within(&(first..end_of_clause(sentence, first, rules))),
        None => found,
    }
}

/// A clause behind its cue with the beginning that the parser took for an object of the cue: "claimed | large
/// amounts had been destroyed", "said | that soldiers seized in the raid were shot".
fn with_beginning(sentence: &Sentence, hit: &Hit, found: Phrase, rules: &Rules) -> Phrase {
    let tokens = &sentence.tokens;
    let Some(first) = found.first().filter(|&first| first > hit.head) else { return found };
    let opens = |at: usize| {
        matches!(tokens[at].lower.as_str(), "that" | "whether" | "if" | "how" | "why" | "what" | "\"")
    };
    if opens(first) || hit.words.last().is_none_or(|&last| first <= last + 1) {
        return found;
    }
    match by_words(sentence, hit, rules).and_then(|words| words.first()) {
        Some(from) if from < first && (!rules.cues[hit.cue].listener || opens(from)) => {
            found.with(from..first)
        }
        _ => found,
    }
}

/// A clause that begins at its "that", where the parser took the listener in front of it for its subject: "told
/// the people in the hall | that it was over".
fn behind_listener(sentence: &Sentence, found: Phrase) -> Phrase {
    let tokens = &sentence.tokens;
    let verbal = |at: usize| tokens[at].xpos.is_finite();
    let Some(first) = found.first() else { return found };
    let that = found.tokens().take_while(|&at| !verbal(at)).find(|&at| tokens[at].lower == "that");
    match that {
        Some(that) if that > first && tokens[that - 1].upos != Upos::Adp => {
            found.without(&Phrase::of(first..that))
        }
        _ => found,
    }
}

/// A clause with the one that goes on with it by "and that": "that agents have tapes — and that they will play
/// them".
fn with_second_clause(sentence: &Sentence, cue: usize, found: Phrase, rules: &Rules) -> Phrase {
    let tokens = &sentence.tokens;
    let Some(first) = found.first().filter(|&first| first > cue && tokens[first].lower == "that") else {
        return found;
    };
    let end = found.tokens().last().map_or(first, |last| last + 1);
    let that = (end..(end + 3).min(tokens.len())).find(|&i| tokens[i].lower == "that").filter(|&that| {
        that > end
            && tokens[end..that].iter().all(|token| {
                token.upos == Upos::Punct || matches!(token.lower.as_str(), "and" | "but" | "or")
            })
    });
    match that {
        Some(that) => found.with(end..end_of_clause(sentence, that, rules)),
        _ => found,
    }
}

/// A finite clause, or a question, that depends on one of the words of a cue.
fn by_tree(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    let complement = |&word: &usize| {
        // What follows its cue is sooner its content than what stands before.
        let (before, after): (Vec<usize>, Vec<usize>) =
            sentence.children(word).partition(|&child| child < word);
        after.into_iter().chain(before).find(|&child| {
            let token = &sentence.tokens[child];
            let clausal = match token.relation {
                Relation::Advcl | Relation::Acl | Relation::Xcomp if child < word => false,
                // In front of its cue only what commas part from it: "It was over, he said".
                Relation::Ccomp if child < word => {
                    !is_lead(sentence, child) && sentence.tokens[..word].iter().any(|t| t.lower == ",")
                }
                Relation::Ccomp => true,
                Relation::Advcl | Relation::Acl | Relation::Xcomp => {
                    let first = sentence.subtree(child).start;
                    marked_with(sentence, child, &["that", "whether"])
                        && (matches!(sentence.tokens[first].lower.as_str(), "that" | "whether")
                            || sentence.tokens[first].upos == Upos::Adv)
                }
                _ => false,
            };
            clausal
                && (!is_infinitive(sentence, child)
                    || marked_with(sentence, child, &["whether", "how", "what", "where", "when"]))
        })
    };
    let child = hit.words.iter().rev().find_map(complement)?;
    let range = sentence.subtree(child);
    // "Hardly mentioned it, his opponents had promised": a clause behind a comma is not said with an object.
    let apart = range.start > hit.head + 1
        && sentence.tokens[range.start - 1].lower == ","
        && !rules.cues[hit.cue].listener
        && sentence.children_in(hit.head, &[Relation::Obj]).any(|object| {
            object > hit.head && object + 1 == range.start - 1 && sentence.tokens[object].xpos == Xpos::Prp
        });
    if apart {
        return None;
    }
    // "Denied a report in a newspaper that it was selling": the report says it.
    let of_object = range.start > hit.head + 1
        && !rules.cues[hit.cue].listener
        && sentence.children_in(hit.head, &[Relation::Obj]).any(|object| {
            object > hit.head && object < range.start && says_something(sentence, object, rules)
        });
    if of_object && sentence.tokens[range.start].lower == "that" && !hit.words.contains(&(range.start - 1)) {
        return None;
    }
    // "repeated its belief that …": the clause says what the noun before it holds.
    let own = range.start > 0 && hit.words.contains(&(range.start - 1));
    if range.start > hit.head + 1 && !own && is_of_noun(sentence, range.start, rules) {
        return None;
    }
    let whole = own_words(sentence, child);
    if child < hit.head || range.contains(&hit.head) {
        return Some(whole);
    }
    let end = extended(sentence, hit.head, range.end, rules);
    Some(if whole == Phrase::of(range.clone()) { Phrase::of(range.start..end) } else { whole })
}

/// "Asked whether he would stand, …": a participle without a subject tells when something is said.
fn is_lead(sentence: &Sentence, verb: usize) -> bool {
    matches!(sentence.tokens[verb].xpos, Xpos::Vbn | Xpos::Vbg)
        && own_subject(sentence, verb).is_none()
        && sentence.children_in(verb, &[Relation::Aux, Relation::AuxPass]).next().is_none()
}

/// Whether a noun says something itself: "reports that", but not the "statement" in which something is said.
fn says_something(sentence: &Sentence, noun: usize, rules: &Rules) -> bool {
    let token = &sentence.tokens[noun];
    token.upos == Upos::Noun
        && (token.xpos == Xpos::Nns || !rules.occasions.contains(token.lemma.as_str()))
        && rules.by_lemma.get(&token.lemma).is_some_and(|cues| {
            cues.iter().any(|&cue| rules.cues[cue].part == CuePart::Noun && rules.cues[cue].words.len() == 1)
        })
}

/// Whether a "that" stands right behind a noun that says something itself: "denied reports that".
fn is_of_noun(sentence: &Sentence, that: usize, rules: &Rules) -> bool {
    sentence.tokens[that].lower == "that" && says_something(sentence, that - 1, rules)
}

/// How far a clause goes on over phrases that the parser hung on the cue though they belong to what is said.
pub(super) fn extended(sentence: &Sentence, cue: usize, end: usize, rules: &Rules) -> usize {
    let mut end = end;
    for child in sentence.children(cue) {
        let range = sentence.subtree(child);
        let token = &sentence.tokens[child];
        if range.start < end || token.relation == Relation::Punct {
            continue;
        }
        // A parser may hang the comma on what it closes.
        let comma = range.start == end + 1 && sentence.tokens[end].lower == ","
            || range.start == end && end > 0 && sentence.tokens[end - 1].lower == ",";
        // "That “time is running out” for some of them".
        let mark = range.start == end + 1 && sentence.tokens[end].lower == "\"";
        if range.start != end && !comma && !mark {
            break;
        }
        let first = sentence.tokens[range.start].lower.as_str();
        let belongs = match token.relation {
            Relation::Advcl => {
                token.xpos != Xpos::Vbg
                    && (!comma || matches!(first, "because" | "if" | "unless" | "until" | "so" | "since"))
            }
            Relation::Ccomp => !comma,
            Relation::Obl => !comma && !rules.occasions.contains(token.lemma.as_str()),
            Relation::Advmod => !comma,
            _ => false,
        };
        if !belongs {
            break;
        }
        end = range.end;
    }
    end
}

/// The clause behind a cue by its first words: "that" or a question word within reach, or at once a noun
/// phrase with a finite verb.
fn by_words(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    let from = hit.words.last()? + 1;
    let tokens = &sentence.tokens;
    if !matches!(tokens[hit.head].upos, Upos::Verb | Upos::Adj) && !disguise::is_verb(sentence, hit.head) {
        return None;
    }
    let stops = |token: &Token| {
        matches!(token.lower.as_str(), ";" | ":" | "\"" | "''" | "``" | "(" | "and" | "but")
            || token.xpos.is_finite()
    };
    // "Asks her cousins if they will vote".
    let behind_listener = sentence
        .noun_chunk(from)
        .filter(|chunk| rules.cues[hit.cue].listener && chunk.tokens.start == from)
        .map(|chunk| end_of_names(sentence, chunk.tokens.end));
    // "Reminded her how hard it would be".
    let pronoun =
        rules.cues[hit.cue].listener && tokens.get(from).is_some_and(|token| token.xpos == Xpos::Prp);
    let behind_listener = behind_listener.or_else(|| pronoun.then_some(from + 1));
    let mut barred = false;
    for i in from..(from + REACH).min(tokens.len()) {
        let word = tokens[i].lower.as_str();
        let asks =
            matches!(word, "whether" | "why" | "how" | "what" | "if" | "who" | "when" | "where" | "which");
        if i > from && is_of_noun(sentence, i, rules) {
            return None;
        }
        // "Reading say that": what a verb without a subject of its own says begins before the next verb.
        let another = tokens[i].xpos == Xpos::Vb
            && !matches!(tokens[i - 1].xpos, Xpos::To | Xpos::Md)
            && tokens[hit.head].xpos == Xpos::Vbg;
        // "So supple that only he left": what comes of it.
        let so = (from..i).rev().take(3).any(|at| matches!(tokens[at].lower.as_str(), "so" | "such"));
        // Else a "that" right behind the cue and its adverbials, or before a noun phrase, begins a clause, whatever the
        // tagger made of its verb.
        let surely = word == "that"
            && !so
            && (i == behind_adverbials(sentence, from, rules)
                && tokens[i + 1..].iter().any(|token| token.xpos.is_finite())
                || tokens.get(i + 1).is_some_and(|next| {
                    matches!(next.upos, Upos::Det | Upos::Propn | Upos::Num)
                        || matches!(next.xpos, Xpos::Prp | Xpos::PrpPossessive | Xpos::Nns | Xpos::Ex)
                }));
        let at_once = || tokens[from..i].iter().all(|token| token.upos == Upos::Adv);
        let asked = asks && (at_once() || behind_listener == Some(i));
        if word == "that" && barred {
            return None;
        }
        if surely || (word == "that" || asked) && begins_clause(sentence, i + 1, asks) {
            return Some(Phrase::of(i..end_of_clause(sentence, i, rules)));
        }
        let joins = tokens[i].lower == "and" && tokens.get(i + 1).is_some_and(|next| next.upos == Upos::Adp);
        let says = goes_on_saying(&tokens[i], rules) && tokens[i - 1].xpos != Xpos::In;
        // "Agreed to share data, a step that": the infinitive is what is agreed.
        let infinitive = i == behind_adverbials(sentence, from, rules)
            && tokens[i].xpos == Xpos::To
            && rules.cues[hit.cue].frames.contains(&Frame::To);
        // "Denied a report in a newspaper that it was selling": the report says it.
        barred |= tokens[i].relation == Relation::Obj
            && !rules.cues[hit.cue].listener
            && says_something(sentence, i, rules);
        // "Would propose a ban, a move that".
        if tokens[i].lower == "," {
            barred = false;
        }
        barred |= tokens[i].lower == ","
            && tokens.get(i + 1).is_some_and(|next| matches!(next.lower.as_str(), "a" | "an"));
        if (stops(&tokens[i]) && !joins) || says || another || infinitive {
            break;
        }
    }
    let mut start = behind_adverbials(sentence, from, rules);
    // "Told The News she was drawn to her window": the listener comes first.
    if rules.cues[hit.cue].listener
        && let Some(listener) = sentence.noun_chunk(start)
        && listener.tokens.start == start
        && begins_clause(sentence, listener.tokens.end, false)
    {
        start = listener.tokens.end;
    }
    // "Thinks at least two of them will fail".
    let at_least = tokens.get(start + 1).is_some_and(|next| matches!(next.lower.as_str(), "least" | "most"));
    let opens = tokens.get(start).is_some_and(|token| token.upos != Upos::Adp || at_least);
    // "Promised help and said the law would be changed".
    let joined = || {
        let token = &sentence.tokens[hit.head];
        let goes_on = token.relation == Relation::Conj
            && token.xpos.is_finite()
            && token.head.is_some_and(|first| own_subject(sentence, first).is_some_and(|own| own < hit.head));
        goes_on || joined_cue(sentence, hit.head, rules).is_some()
    };
    let subject =
        opens && !is_passive(sentence, hit.head) && (subject_before(sentence, hit.head) || joined());
    (subject && begins_clause(sentence, start, false))
        .then(|| Phrase::of(start..end_of_clause(sentence, start, rules)))
}

/// Whether there is a noun, not parted from the cue by more than adverbs and auxiliaries, that can be its subject.
fn subject_before(sentence: &Sentence, head: usize) -> bool {
    let before = sentence.tokens[..head].iter().rev().take(6);
    let mut before = before.skip_while(|token| matches!(token.upos, Upos::Aux | Upos::Adv | Upos::Part));
    before.next().is_some_and(|token| {
        matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
            || matches!(token.lower.as_str(), "many" | "some" | "several" | "few" | "others" | "," | ")")
    })
}

/// A clause without a contrast that the author adds in his own voice: "said it was over, but the guns went on".
fn own_words(sentence: &Sentence, verb: usize) -> Phrase {
    let added = sentence.children_in(verb, &[Relation::Conj, Relation::Advcl]).find(|&conjunct| {
        let range = sentence.subtree(conjunct);
        let conj = sentence.tokens[conjunct].relation == Relation::Conj;
        let contrast = |word: &str| match conj {
            true => matches!(word, "but" | "yet"),
            false => matches!(word, "though" | "although"),
        };
        let begins = range.start > 0
            && (sentence.tokens[range.start].lower == "," || sentence.tokens[range.start - 1].lower == ",");
        let first = range.clone().find(|&i| sentence.tokens[i].upos != Upos::Punct);
        begins
            && first.is_some_and(|first| contrast(sentence.tokens[first].lower.as_str()))
            && own_subject(sentence, conjunct).is_some()
            && !marked_with(sentence, conjunct, &["that"])
    });
    let whole = Phrase::of(sentence.subtree(verb));
    match added {
        Some(conjunct) => whole.without(&Phrase::of(sentence.subtree(conjunct))),
        None => whole,
    }
}

/// Whether one of these words depends on a verb.
pub(super) fn marked_with(sentence: &Sentence, verb: usize, words: &[&str]) -> bool {
    sentence.children(verb).any(|child| words.contains(&sentence.tokens[child].lower.as_str()))
}

/// The clause whose "that" stands right behind a noun, or behind a colon near it, wherever the parser hung
/// it: "Norland's position: that it will not yield".
pub(super) fn clause_after(sentence: &Sentence, noun: usize) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let is_that = |i: usize| tokens.get(i).is_some_and(|token| token.lower == "that");
    // "Added a prediction of his own: unnamed forces would …"
    let colon = (noun + 1..(noun + 6).min(tokens.len())).find(|&i| tokens[i].lower == ":");
    if let Some(colon) = colon.filter(|&colon| begins_clause(sentence, colon + 1, false)) {
        return Some(Phrase::of(colon + 1..tokens.len()));
    }
    let colon = || (noun + 1..(noun + 6).min(tokens.len())).find(|&i| tokens[i].lower == ":").map(|i| i + 1);
    let that = Some(noun + 1).filter(|&i| is_that(i)).or_else(|| colon().filter(|&i| is_that(i)))?;
    // After "that" a clause begins with its subject; a relative clause begins with its verb.
    let next = tokens.get(that + 1)?;
    if matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Adv | Upos::Punct) {
        return None;
    }
    let verb = (that + 1..tokens.len()).find(|&i| {
        matches!(tokens[i].upos, Upos::Verb | Upos::Aux | Upos::Adj)
            && own_subject(sentence, i).is_some_and(|s| s > that)
    })?;
    Some(Phrase::of(that..sentence.subtree(verb).end.max(verb + 1)))
}

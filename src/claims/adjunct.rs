//! Cues that are no predicate: "according to", "reportedly", "the alleged".

use super::bounds::{begins_clause, end_of_clause, verb_cues};
use super::cue::Hit;
use super::frames::{Attribution, finish};
use super::parenthetical::end_of_names;
use super::phrase::Phrase;
use super::rules::{Frame, Rules};
use super::subject::own_subject;
use crate::language::{Relation, Sentence, Upos, Xpos};
use std::ops::Range;

/// "The alleged ringleader": the noun is what is said, by nobody in particular.
pub(super) fn attribute_of(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let token = &sentence.tokens[hit.head];
    let noun = token.head.filter(|_| token.relation == Relation::Amod)?;
    let content = Phrase::of(sentence.phrase(noun));
    finish(sentence, hit, None, Phrase::default(), content, false, rules)
        .map(|found| Attribution { addressee: None, ..found })
}

/// "It was reportedly broken within the hour": the clause around the adverb.
pub(super) fn adverb(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let head = sentence.tokens[hit.head].head?;
    let clause = sentence.subtree(head);
    let content = if hit.head + 1 < clause.end && clause.contains(&hit.head) && hit.head > clause.start {
        // What a comma sets off is added in another breath.
        let tokens = &sentence.tokens;
        let added = |at: usize| {
            tokens[at].lower == ","
                && tokens.get(at + 1).is_some_and(|next| matches!(next.lower.as_str(), "which" | "who"))
        };
        let whole = clause.end.min(end_of_clause(sentence, hit.head + 1, rules));
        let end = (hit.head + 2..whole).find(|&at| added(at)).unwrap_or(whole);
        // "Ford's new pickup will reportedly get 30 miles": the subject as well.
        let subject = own_subject(sentence, head).filter(|&own| own < hit.head);
        let before = subject.map(|own| Phrase::of(sentence.subtree(own).start.min(hit.head)..hit.head));
        before.unwrap_or_default().with(hit.head + 1..end)
    } else {
        Phrase::of(clause)
    };
    finish(sentence, hit, None, Phrase::default(), content, false, rules)
        .map(|found| Attribution { addressee: None, ..found })
}

/// "According to the ministry, …": what stands behind it speaks, the rest of the sentence is said.
///
/// Commas tell the extents more surely than the tree does.
pub(super) fn preposition(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let tokens = &sentence.tokens;
    if let Some(found) = around(sentence, hit, rules) {
        return Some(found);
    }
    let (first, start) = (*hit.words.first()?, hit.words.last()? + 1);
    if !opens_noun_phrase(sentence, start) || is_standard(sentence, start) {
        return None;
    }
    let of_papers = rules.cues[hit.cue].of_papers;
    let end = match of_papers {
        true => end_of_names(sentence, sentence.noun_chunk(start)?.tokens.end),
        false => end_of_source(sentence, first, start),
    };
    let source = Phrase::of(start..end).trimmed(sentence);
    let speaker = head_of(sentence, start..end)?;
    if of_papers && !counts(sentence, start..end, rules) {
        return None;
    }
    let is_word = |i: &usize| tokens[*i].upos != Upos::Punct;
    let before = (0..first).find(is_word).is_some();
    let after = (end..tokens.len()).find(is_word).is_some();
    let content = match (before, after) {
        (false, true) => Phrase::of(end..end_of_clause(sentence, end, rules)),
        (true, false) => Phrase::of(clause_start(sentence, first)..first),
        (true, true) => Phrase::of(clause_start(sentence, first)..first).with(end..tokens.len()),
        (false, false) => return None,
    };
    finish(sentence, hit, Some(speaker), source, content, false, rules)
        .map(|found| Attribution { addressee: None, ..found })
}

/// "As one envoy put it, …", "…, if the auditors are to be believed": the cue goes around whoever speaks and is set
/// off by commas.
fn around(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let tokens = &sentence.tokens;
    let gap = hit.words.windows(2).find(|pair| pair[1] > pair[0] + 1)?;
    let (first, source) = (*hit.words.first()?, gap[0] + 1..gap[1]);
    let end = hit.words.last()? + 1;
    let parted = |at: usize| tokens[at].upos == Upos::Punct;
    let closes = tokens.get(end).is_none_or(|token| token.upos == Upos::Punct);
    let opens = first == 0 || parted(first - 1);
    let clausal = tokens[source.clone()].iter().any(|token| token.xpos.is_finite());
    if !opens || !closes || clausal || !opens_noun_phrase(sentence, source.start) {
        return None;
    }
    let speaker = head_of(sentence, source.clone())?;
    let content =
        Phrase::of(clause_start(sentence, first)..first).with(end..end_of_clause(sentence, end, rules));
    content.tokens().any(|at| tokens[at].xpos.is_finite()).then_some(())?;
    finish(sentence, hit, Some(speaker), Phrase::of(source), content, false, rules)
        .map(|found| Attribution { addressee: None, ..found })
}

/// Whether a noun phrase is a poll and the sentence tells what it counted: "leads by six points in the poll".
fn counts(sentence: &Sentence, poll: Range<usize>, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let is_poll = poll.clone().any(|at| rules.polls.contains(tokens[at].lemma.as_str()));
    let counted = |at: usize| rules.polled.contains(tokens[at].lemma.as_str());
    let says = |at: usize| {
        tokens[at].upos == Upos::Verb
            && verb_cues(&tokens[at], rules).any(|cue| cue.frames.contains(&Frame::Quote))
    };
    is_poll && (0..tokens.len()).any(counted) && !(0..tokens.len()).any(says)
}

/// "According to plan": a noun alone is a standard, nobody who speaks.
fn is_standard(sentence: &Sentence, start: usize) -> bool {
    let next = sentence.tokens.get(start + 1);
    sentence.tokens[start].xpos == Xpos::Nn
        && next.is_none_or(|token| token.upos == Upos::Punct)
        && sentence.tokens[start].lower != "police"
}

fn opens_noun_phrase(sentence: &Sentence, start: usize) -> bool {
    sentence.tokens.get(start).is_some_and(|token| {
        matches!(token.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::Pron)
            || matches!(token.lower.as_str(), "``" | "\"")
            || token.xpos == Xpos::Vbn
    })
}

/// The first comma that is followed neither by a relative clause nor by an apposition; without one the end
/// of the sentence, or the verb that goes on with the clause the phrase was put into.
fn end_of_source(sentence: &Sentence, first: usize, start: usize) -> usize {
    let tokens = &sentence.tokens;
    let finite = |range: Range<usize>| range.into_iter().any(|i| tokens[i].xpos.is_finite());
    let stop = (start..tokens.len())
        .find(|&i| matches!(tokens[i].lower.as_str(), ";" | ":" | ")" | "--" | "—" | "\"" | "''"))
        .unwrap_or(tokens.len());
    let mut at = start;
    while let Some(comma) = (at..stop).find(|&i| tokens[i].lower == ",") {
        let next = (comma + 1..stop).find(|&i| tokens[i].lower == ",").unwrap_or(stop);
        let relative = tokens
            .get(comma + 1)
            .is_some_and(|token| matches!(token.lower.as_str(), "who" | "which" | "whose" | "where"));
        // Inside a clause the first comma closes what was put in; else an apposition has no verb of its own.
        let put_in = first > 0 && tokens[first - 1].lower == "," && finite(comma + 1..(comma + 3).min(stop));
        // "…, amid a dispute over it": how and when it was done is no part of who says so.
        let adverbial = first > 0
            && tokens.get(comma + 1).is_some_and(|token| {
                matches!(
                    token.lower.as_str(),
                    "amid"
                        | "after"
                        | "before"
                        | "while"
                        | "as"
                        | "despite"
                        | "during"
                        | "because"
                        | "although"
                )
            });
        if adverbial {
            return comma;
        }
        if !relative && (put_in || finite(comma + 1..next) || next == stop && first > 0) {
            return if next == stop && first > 0 && !finite(comma + 1..next) { stop } else { comma };
        }
        at = comma + 1;
    }
    // At the head of a sentence there must be something left to be said, even where its comma was lost.
    if first > 0 {
        return stop;
    }
    let names = || {
        let chunk = sentence.noun_chunk(start).filter(|chunk| chunk.tokens.start == start)?;
        let end = end_of_names(sentence, chunk.tokens.end);
        begins_clause(sentence, end, false).then_some(end)
    };
    (start..stop).find(|&i| tokens[i].lower == ",").or_else(names).unwrap_or(stop)
}

/// The head of the noun phrase: its last noun before a preposition, a comma or a verb.
fn head_of(sentence: &Sentence, range: Range<usize>) -> Option<usize> {
    let tokens = &sentence.tokens;
    let end = range
        .clone()
        .skip(1)
        .find(|&i| {
            matches!(
                tokens[i].upos,
                Upos::Adp | Upos::Punct | Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj
            ) && tokens[i].xpos != Xpos::Hyph
        })
        .unwrap_or(range.end);
    (range.start..end)
        .rev()
        .find(|&i| matches!(tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num))
        .or_else(|| range.clone().next())
}

/// Where the clause begins that ends before a token: behind a semicolon or a contrast.
fn clause_start(sentence: &Sentence, before: usize) -> usize {
    let tokens = &sentence.tokens;
    let contrast = |i: usize| {
        tokens[i].lower == ";"
            || tokens[i].lower == ","
                && tokens
                    .get(i + 1)
                    .is_some_and(|t| matches!(t.lower.as_str(), "but" | "though" | "although"))
    };
    let start = (0..before.saturating_sub(3)).rev().find(|&i| contrast(i)).map_or(0, |i| i + 1);
    let word = tokens[start].lower.as_str();
    if matches!(word, "but" | "and" | "though" | "although") { start + 1 } else { start }
}

//! What the frames of a cue find in one sentence: who says what.

use super::adjunct::{adverb, attribute_of, preposition};
use super::commentary::{up_to_comma, up_to_mark, without_aside, without_summary};
use super::cue::{Hit, cue_words, modality, polarity};
use super::joined::without_next_saying;
use super::noun::noun;
use super::parenthetical::is_relative;
use super::phrase::Phrase;
use super::predicate::predicate;
use super::rules::{CuePart, Frame, Rules};
use super::subject::own_subject;
use super::{Modality, Polarity};
use crate::language::{Relation, Sentence, Upos, Xpos};

/// What a frame found.
#[derive(Debug, Clone)]
pub(super) struct Attribution {
    pub hit: Hit,
    /// The head of the noun phrase that names the speaker.
    pub speaker: Option<usize>,
    pub source: Phrase,
    pub cue: Phrase,
    pub content: Phrase,
    /// The object of the cue, if its content is no more than that.
    pub object: Option<usize>,
    /// Whether the cue stands in the passive.
    pub passive: bool,
    pub addressee: Option<usize>,
    pub polarity: Polarity,
    pub modality: Modality,
}

/// What a cue found by its own frames, quotations aside.
pub(super) fn attribute(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let cue = &rules.cues[hit.cue];
    match cue.part {
        CuePart::Verb | CuePart::Adjective if cue.frames.contains(&Frame::Attribute) => {
            attribute_of(sentence, hit, rules)
        }
        CuePart::Verb | CuePart::Adjective => predicate(sentence, hit, cue, rules),
        CuePart::Noun => noun(sentence, hit, cue, rules),
        CuePart::Adverb => adverb(sentence, hit, rules),
        CuePart::Preposition => preposition(sentence, hit, rules),
    }
}

/// An attribution of what was found, its parts cleared of one another.
pub(super) fn finish(
    sentence: &Sentence,
    hit: &Hit,
    speaker: Option<usize>,
    source: Phrase,
    content: Phrase,
    passive: bool,
    rules: &Rules,
) -> Option<Attribution> {
    let cue = cue_words(sentence, hit);
    let source =
        speaker.map_or_else(|| source.clone(), |speaker| without_occasion(sentence, speaker, &source, rules));
    let source = speaker.map_or(source.clone(), |speaker| without_lead(sentence, speaker, source));
    let source = without_mark(sentence, source);
    let content = content.without(&cue).without(&source);
    let content = without_next_saying(sentence, hit.head, content, rules);
    let content = without_continuation(sentence, hit.head, content, rules);
    let content = without_occasion_of_asking(sentence, hit.head, content);
    let content = without_summary(sentence, hit.head, content, rules);
    let content = without_aside(sentence, hit, content, rules);
    let content = up_to_mark(sentence, hit, content, rules);
    // "Rejecting the claim, the minister said": his clause is not what is rejected.
    let verbal = rules.cues.get(hit.cue).is_some_and(|cue| cue.part == CuePart::Verb);
    let main = speaker
        .filter(|&speaker| hit.head == 0 && speaker > 0 && verbal && sentence.tokens[0].xpos == Xpos::Vbg);
    let content = match main {
        Some(speaker) => content.within(&(0..sentence.subtree(speaker).start)),
        None => content,
    };
    let relative = speaker.is_some_and(|speaker| is_relative(&sentence.tokens[speaker].lower));
    let content = if relative { up_to_comma(sentence, hit.head, content) } else { content };
    let content = content.trimmed(sentence);
    if !content.tokens().any(|at| sentence.tokens[at].upos != Upos::Punct) {
        return None;
    }
    let addressee = if passive {
        own_subject(sentence, hit.head).filter(|&s| !content.contains(s))
    } else {
        sentence.children_in(hit.head, &[Relation::Iobj, Relation::Obj]).find(|&o| !content.contains(o))
    };
    let objects: &[Relation] =
        if passive { &[Relation::NsubjPass, Relation::Nsubj] } else { &[Relation::Obj] };
    let object = sentence.children_in(hit.head, objects).find(|&object| content.contains(object));
    Some(Attribution {
        speaker,
        source,
        cue,
        object,
        passive,
        addressee,
        polarity: polarity(sentence, hit.head),
        modality: modality(sentence, hit.head),
        content,
        hit: hit.clone(),
    })
}

/// A content without the participle by which whoever speaks goes on: "… the bridge, adding that it was old".
fn without_continuation(sentence: &Sentence, cue: usize, content: Phrase, rules: &Rules) -> Phrase {
    let tokens = &sentence.tokens;
    let goes_on = |at: usize| {
        let opens = tokens.get(at + 1).is_some_and(|next| {
            matches!(next.lower.as_str(), "that" | "\"" | ":" | "," | "``")
                || next.upos == Upos::Det
                || next.xpos == Xpos::Prp
        });
        at > cue + 1
            && tokens[at].xpos == Xpos::Vbg
            && rules.continuing_verbs.contains(tokens[at].lemma.as_str())
            && !matches!(tokens[at - 1].upos, Upos::Aux | Upos::Adp | Upos::Part | Upos::Adv | Upos::Cconj)
            && opens
            && (tokens[at - 1].lower == "," || tokens[at + 1].lower == "that")
    };
    let next = content.tokens().find(|&at| goes_on(at));
    match next {
        Some(at) if content.first().is_some_and(|first| first < at) => {
            content.without(&Phrase::of(at..tokens.len()))
        }
        _ => content,
    }
}

/// "Declined to comment when reached by telephone": that a speaker was asked is not what he says.
fn without_occasion_of_asking(sentence: &Sentence, cue: usize, content: Phrase) -> Phrase {
    let tokens = &sentence.tokens;
    let next = content.tokens().find(|&at| {
        at > cue
            && matches!(tokens[at].lower.as_str(), "when" | "after" | "as" | "if")
            && tokens.get(at + 1).is_some_and(|token| {
                matches!(
                    token.lemma.as_str(),
                    "ask" | "approach" | "reach" | "contact" | "press" | "question"
                ) && matches!(token.xpos, Xpos::Vbn | Xpos::Vbd)
            })
    });
    match next {
        Some(at) => content.without(&Phrase::of(at..tokens.len())),
        None => content,
    }
}

/// A source without a quotation mark at its end that opens what comes next: "the agents “are begging”".
fn without_mark(sentence: &Sentence, source: Phrase) -> Phrase {
    let marks: Vec<usize> = source.tokens().filter(|&at| sentence.tokens[at].lower == "\"").collect();
    match marks.as_slice() {
        [mark] => source.without(&Phrase::of(*mark..mark + 1)),
        _ => source,
    }
}

/// A source without the dateline or the time that the sentence begins with: "MOSCOW (News) — The ministry",
/// "Days after the vote, the minister".
fn without_lead(sentence: &Sentence, speaker: usize, source: Phrase) -> Phrase {
    const TIMES: [&str; 8] = ["after", "before", "since", "during", "amid", "until", "following", "despite"];
    let tokens = &sentence.tokens;
    let Some(first) = source.first().filter(|&first| first < speaker) else { return source };
    let dash = |i: usize| {
        matches!(tokens[i].lower.as_str(), "-" | "–" | "—" | "--")
            && i > first
            && tokens[i].space_after
            && (tokens[i - 1].space_after || tokens[i].lower != "-")
    };
    let semicolon = (first..speaker).rev().find(|&i| tokens[i].lower == ";");
    let lead = semicolon.or_else(|| (first..speaker).rev().find(|&i| dash(i))).or_else(|| {
        let comma = (first..speaker).rev().find(|&i| tokens[i].lower == ",")?;
        (first..comma).any(|i| TIMES.contains(&tokens[i].lower.as_str())).then_some(comma)
    });
    match lead {
        Some(at) => source.without(&Phrase::of(first..at + 1)),
        None => source,
    }
}

/// A source without the "by", "from" or "'s" that makes it one.
pub(super) fn without_case(sentence: &Sentence, speaker: Option<usize>, source: &Phrase) -> Phrase {
    let case: Vec<usize> =
        speaker.map(|speaker| sentence.children_in(speaker, &[Relation::Case]).collect()).unwrap_or_default();
    source.without(&Phrase::of_tokens(&case))
}

/// A source without the occasion on which it speaks: "Kempthorne, at a news conference in Washington".
pub(super) fn without_occasion(
    sentence: &Sentence,
    speaker: usize,
    source: &Phrase,
    rules: &Rules,
) -> Phrase {
    let tokens = &sentence.tokens;
    let Some(last) = source.tokens().last() else { return source.clone() };
    let occasion = (speaker + 1..last).find(|&at| {
        tokens[at].upos == Upos::Adp
            && matches!(tokens[at].lower.as_str(), "in" | "at" | "on" | "during" | "after")
            && (at + 1..(at + 5).min(last + 1))
                .take_while(|&i| tokens[i].upos != Upos::Punct)
                .any(|i| rules.occasions.contains(tokens[i].lemma.as_str()))
    });
    match occasion {
        Some(at) => source.without(&Phrase::of(at..last + 1)).trimmed(sentence),
        None => source.clone(),
    }
}

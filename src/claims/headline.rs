//! Headlines, which leave out their verbs and commas: "Minister: Treaty will be signed", "Envoy is a liar:
//! minister", and "Bank sees slump", whose verb a tagger takes for a noun.

use super::cue::Hit;
use super::frames::Attribution;
use super::phrase::Phrase;
use super::rules::{CuePart, Frame, Rules};
use super::subject::is_spaced_dash;
use super::{Modality, Polarity, Reading};
use crate::actors::ActorSort;
use crate::article::Part;
use crate::language::{Sentence, Token, Upos, Xpos};
use std::ops::Range;

/// So long, in tokens, is a headline at most.
const LONGEST: usize = 20;
/// So long, in tokens, is the speaker of a headline at most.
const LONGEST_SPEAKER: usize = 6;

/// What a headline says, and the cue of the rules, if one of them it is.
pub(super) fn headline(
    reading: &Reading,
    rules: &Rules,
    number: usize,
) -> Option<(Attribution, Option<usize>)> {
    let sentence = &reading.document.sentences[number];
    let tokens = &sentence.tokens;
    if tokens.len() < 3 || tokens.len() > LONGEST {
        return None;
    }
    if is_headline(sentence)
        && let Some(colon) = (1..tokens.len() - 1).find(|&i| tokens[i].lower == ":")
    {
        let behind = colon + 1..tokens.len();
        let (first, last) = (0..colon, behind.clone());
        // "Coach to fans: stay home".
        let spoken_to = (1..colon).find(|&i| tokens[i].lower == "to" && tokens[i].upos == Upos::Adp);
        let named = 0..spoken_to.unwrap_or(colon);
        return if is_speaker(reading, rules, number, &named, false)
            && last.len() >= 2 + usize::from(first == named)
        {
            Some((attribution(sentence, named, colon, last)?, None))
        } else if is_speaker(reading, rules, number, &behind, false) && colon >= 3 {
            Some((attribution(sentence, behind, colon, 0..colon)?, None))
        } else {
            None
        };
    }
    // "Ferry was overloaded – inquiry".
    if is_headline(sentence)
        && let Some(dash) = (3..tokens.len() - 1).rev().find(|&i| is_spaced_dash(sentence, i))
        && is_speaker(reading, rules, number, &(dash + 1..tokens.len()), false)
    {
        return Some((attribution(sentence, dash + 1..tokens.len(), dash, 0..dash)?, None));
    }
    // "Dentists See Fewer Patients, Survey Finds".
    if is_headline(sentence)
        && let Some(comma) = (3..tokens.len() - 2).rev().find(|&i| tokens[i].lower == ",")
        && let Some(last) = tokens.len().checked_sub(1).filter(|&last| last - comma <= LONGEST_SPEAKER)
        && let Some(cue) = stems(&tokens[last].lower, is_plural(&tokens[last - 1]))
            .into_iter()
            .find_map(|stem| says(rules, &stem))
        && rules.cues[cue].frames.contains(&Frame::That)
        && (is_speaker(reading, rules, number, &(comma + 1..last), true)
            || is_paper(rules, &tokens[last - 1]))
        && tokens[last].form.starts_with(char::is_uppercase)
    {
        return Some((attribution(sentence, comma + 1..last, last, 0..comma)?, Some(cue)));
    }
    if let Some((verb, cue)) = capitalised_verb(reading, rules, number) {
        return Some((attribution(sentence, 0..verb, verb, verb + 1..tokens.len())?, Some(cue)));
    }
    let (verb, cue) = (1..tokens.len().saturating_sub(1).min(LONGEST_SPEAKER)).find_map(|i| {
        // A noun in -s behind a singular noun, where no verb is known: "Seoul vows response".
        let third_person = tokens[i].upos == Upos::Noun && tokens[i].xpos == Xpos::Nns;
        let behind_noun =
            matches!(tokens[i - 1].upos, Upos::Propn | Upos::Noun) || tokens[i - 1].lower == "chief";
        if !(third_person && behind_noun) {
            return None;
        }
        let cues = rules.by_lemma.get(&tokens[i].lemma)?;
        let fits = |&&cue: &&usize| {
            let cue = &rules.cues[cue];
            cue.part == CuePart::Verb
                && cue.words.len() == 1
                && (cue.frames.contains(&Frame::That) || cue.frames.contains(&Frame::Object))
        };
        cues.iter().find(fits).map(|&cue| (i, cue))
    })?;
    let finite = |token: &Token| token.xpos.is_finite();
    let verbless = match tokens.iter().position(finite) {
        Some(other) => tokens[verb..other.max(verb)].iter().any(|token| token.upos == Upos::Sconj),
        None => true,
    };
    if !verbless || !is_speaker(reading, rules, number, &(0..verb), true) {
        return None;
    }
    Some((attribution(sentence, 0..verb, verb, verb + 1..tokens.len())?, Some(cue)))
}

/// "Judge Orders State to Count Ballots", "Emails Show Aide Knew": where every word has a capital, the verb is
/// taken for a name or a noun. It stands behind a speaker and has the ending that goes with it.
fn capitalised_verb(reading: &Reading, rules: &Rules, number: usize) -> Option<(usize, usize)> {
    let sentence = &reading.document.sentences[number];
    let tokens = &sentence.tokens;
    let capital = |token: &Token| token.form.starts_with(char::is_uppercase);
    let long = tokens.iter().filter(|token| token.lower.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let (capitals, all) =
        long.fold((0, 0), |(some, all), token| (some + usize::from(capital(token)), all + 1));
    if !is_headline(sentence) || all < 3 || capitals + 1 < all || !capital(&tokens[0]) {
        return None;
    }
    let (verb, cue) = (1..(tokens.len() - 1).min(LONGEST_SPEAKER)).find_map(|at| {
        let plural = is_plural(&tokens[at - 1]);
        let cue = stems(&tokens[at].lower, plural).into_iter().find_map(|stem| says(rules, &stem))?;
        (capital(&tokens[at]) && tokens[at].upos != Upos::Punct).then_some((at, cue))
    })?;
    let speaker = 0..verb;
    let last = &tokens[verb - 1];
    let paper = || speaker.len() <= 3 && is_paper(rules, last);
    let another = tokens.iter().skip(verb + 2).any(|token| token.xpos.is_finite());
    let complete = !another || rules.cues[cue].frames.contains(&Frame::That);
    let mute = rules.mute_nouns.contains(&last.lower);
    (complete && !mute && (is_speaker(reading, rules, number, &speaker, true) || paper()))
        .then_some((verb, cue))
}

/// Whether a noun names a paper or papers.
fn is_paper(rules: &Rules, noun: &Token) -> bool {
    let singular = noun.lower.strip_suffix('s').unwrap_or(&noun.lower);
    rules.papers.contains(&noun.lower) || rules.papers.contains(singular)
}

/// Whether a noun takes the plain form of a verb: "Emails Show", "Police Seek".
fn is_plural(token: &Token) -> bool {
    matches!(token.xpos, Xpos::Nns | Xpos::Nnps)
        || token.lower == "police"
        || token.lower.ends_with('s') && !token.lower.ends_with("ss")
}

/// What verbs a form may be of behind a noun in the singular or plural.
fn stems(form: &str, plural: bool) -> Vec<String> {
    if plural {
        return vec![form.to_owned()];
    }
    let Some(stem) = form.strip_suffix('s') else { return Vec::new() };
    let mut stems = vec![stem.to_owned()];
    stems.extend(stem.strip_suffix('e').map(str::to_owned));
    stems.extend(stem.strip_suffix("ie").map(|stem| format!("{stem}y")));
    stems
}

/// The cue of one word that a verb is and that has what is said behind it.
fn says(rules: &Rules, verb: &str) -> Option<usize> {
    rules.by_lemma.get(verb)?.iter().copied().find(|&cue| {
        let cue = &rules.cues[cue];
        let frames = [Frame::That, Frame::Object, Frame::ObjectTo, Frame::ObjectOf, Frame::As, Frame::To];
        cue.part == CuePart::Verb
            && cue.words.len() == 1
            && !cue.of_papers
            && frames.iter().any(|frame| cue.frames.contains(frame))
    })
}

fn is_headline(sentence: &Sentence) -> bool {
    // A full stop inside of quotation marks closes a sentence as well.
    let closed = || {
        let mut ends =
            sentence.tokens.iter().rev().skip_while(|token| matches!(token.lower.as_str(), "\"" | "'"));
        ends.next().is_some_and(|token| matches!(token.lower.as_str(), "." | ":" | ";" | ","))
    };
    (3..=LONGEST).contains(&sentence.tokens.len()) && (sentence.part == Part::Title || !closed())
}

/// Whether a range of tokens names nothing but somebody who can speak; a country before a colon is a topic,
/// not so one of the `states` before a verb.
fn is_speaker(reading: &Reading, rules: &Rules, number: usize, range: &Range<usize>, states: bool) -> bool {
    let tokens = &reading.document.sentences[number].tokens;
    let nominal = |i: usize| {
        matches!(tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num)
            || matches!(tokens[i].lower.as_str(), "of" | "'s" | "-")
    };
    if range.is_empty() || range.len() > LONGEST_SPEAKER || !range.clone().all(nominal) {
        return false;
    }
    let last = range.end - 1;
    let mut actors = reading
        .actors
        .at(number, last)
        .into_iter()
        .filter_map(|mention| reading.actors.actors.get(mention.actor));
    let actor = actors.next().map_or(tokens[last].upos == Upos::Propn && range.len() <= 3, |actor| {
        states || actor.sort != ActorSort::State
    });
    actor || rules.speaking_nouns.contains(tokens[last].lemma.as_str())
}

fn attribution(
    sentence: &Sentence,
    source: Range<usize>,
    cue: usize,
    content: Range<usize>,
) -> Option<Attribution> {
    // "Banks Deny Fixing Rates; Britain Orders Inquiry".
    let end = content.clone().find(|&at| sentence.tokens[at].lower == ";").unwrap_or(content.end);
    let content = Phrase::of(content.start..end.max(content.start)).trimmed(sentence);
    (!content.is_empty()).then(|| Attribution {
        hit: Hit { cue: usize::MAX, head: cue, words: vec![cue] },
        speaker: Some(source.end - 1),
        source: Phrase::of(source),
        cue: Phrase::of(cue..cue + 1),
        content,
        object: None,
        passive: false,
        addressee: None,
        polarity: Polarity::Positive,
        modality: Modality::Certain,
    })
}

//! Cues in a sentence: which words say that somebody says something.

use super::disguise;
use super::phrase::Phrase;
use super::rules::{Cue, CuePart, Rules};
use super::{Modality, Polarity};
use crate::language::{Relation, Sentence, Upos, Xpos};

/// How far apart the words of a cue may stand, in tokens.
const GAP: usize = 2;
/// How far apart they may stand around an object that speaks: "quoted two of the ministers as saying".
const GAP_AROUND_SPEAKER: usize = 10;

/// What stands in a cue for the speaker that its words go around: "as … put it".
pub(super) const AROUND: &str = "…";

/// A cue found in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// Its place in the rules' list of cues.
    pub cue: usize,
    /// The word that governs.
    pub head: usize,
    /// All its words.
    pub words: Vec<usize>,
}

/// All cues of a sentence, in order; of those that begin with one word, the longer phrase first.
pub(super) fn hits(sentence: &Sentence, rules: &Rules) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    for head in 0..sentence.tokens.len() {
        let numbers = numbers(sentence, head, rules);
        if numbers.is_empty() || found.iter().any(|hit| hit.words.len() > 1 && hit.words[1..].contains(&head))
        {
            continue;
        }
        for number in numbers {
            let cue = &rules.cues[number];
            if (fits_part(sentence, head, cue.part) || begins_phrase(sentence, head, cue))
                && let Some(words) = words(sentence, head, cue)
                && !is_day(sentence, &words, rules)
            {
                found.push(Hit { cue: number, head, words });
            }
        }
    }
    found
}

/// The cues that may begin with a token; a participle is sooner an adjective of the rules than a verb.
fn numbers(sentence: &Sentence, head: usize, rules: &Rules) -> Vec<usize> {
    let token = &sentence.tokens[head];
    let by_word = |word: &str| rules.by_lemma.get(word).map_or(&[][..], Vec::as_slice);
    let lists = [
        by_word(token.lemma.as_str()),
        by_word(token.lower.as_str()),
        rules.by_form.get(&token.lower).map_or(&[][..], Vec::as_slice),
    ];
    let mut numbers: Vec<usize> = lists.into_iter().flatten().copied().collect();
    numbers.sort_by_key(|&number| {
        let cue = &rules.cues[number];
        (std::cmp::Reverse(cue.words.len()), cue.part != CuePart::Adjective, number)
    });
    numbers.dedup();
    numbers
}

/// "Is under the impression": the copula begins the cue, though the noun governs.
fn begins_phrase(sentence: &Sentence, head: usize, cue: &Cue) -> bool {
    cue.part == CuePart::Verb && cue.words.len() > 2 && sentence.tokens[head].upos == Upos::Aux
}

fn fits_part(sentence: &Sentence, head: usize, part: CuePart) -> bool {
    let token = &sentence.tokens[head];
    match part {
        // A tagger takes "complained" for an adjective at the end of a sentence.
        CuePart::Verb => {
            token.upos == Upos::Verb
                || disguise::is_verb(sentence, head)
                || (token.upos == Upos::Adj
                    && token.relation != Relation::Amod
                    && token.lower.ends_with("ed"))
        }
        CuePart::Noun => token.upos == Upos::Noun,
        CuePart::Adjective => {
            token.upos == Upos::Adj
                || (token.upos == Upos::Verb && matches!(token.xpos, Xpos::Vbn | Xpos::Vbd))
        }
        CuePart::Adverb => token.upos == Upos::Adv,
        CuePart::Preposition => true,
    }
}

/// "Agreed on Saturday to meet": a day is nothing that somebody agrees on.
fn is_day(sentence: &Sentence, words: &[usize], rules: &Rules) -> bool {
    let Some(&last) = words.last().filter(|_| words.len() > 1) else { return false };
    let next = sentence.tokens.get(last + 1);
    sentence.tokens[last].lower == "on"
        && next.is_some_and(|next| {
            let dated = sentence.tokens.get(last + 2).is_some_and(|token| token.upos == Upos::Num);
            rules.days.contains(next.lower.as_str()) || next.upos == Upos::Propn && dated
        })
}

fn words(sentence: &Sentence, head: usize, cue: &Cue) -> Option<Vec<usize>> {
    let mut found = vec![head];
    let mut around = false;
    for word in &cue.words[1..] {
        if word == AROUND {
            around = true;
            continue;
        }
        let from = found[found.len() - 1] + 1 + usize::from(around);
        let gap = match cue.part {
            CuePart::Preposition | CuePart::Verb if around => GAP_AROUND_SPEAKER,
            CuePart::Preposition => 0,
            _ if cue.object_speaks && found.len() == 1 => GAP_AROUND_SPEAKER,
            _ => GAP,
        };
        let to = (from + 1 + gap).min(sentence.tokens.len());
        let next =
            (from..to).find(|&i| sentence.tokens[i].lemma == *word || sentence.tokens[i].lower == *word)?;
        // "Counted his coins on the table": what stands between is what is counted.
        let apart = matches!(word.as_str(), "on" | "of" | "in")
            && cue.part == CuePart::Verb
            && cue.words.len() == 2
            && (from..next).any(|i| !matches!(sentence.tokens[i].upos, Upos::Adv | Upos::Part));
        if apart {
            return None;
        }
        // "Agreed on Saturday to share": what is agreed to is a noun.
        if word == "to" && sentence.tokens[next].xpos == Xpos::To && cue.words.len() == 2 {
            return None;
        }
        if (from..next).any(|i| matches!(sentence.tokens[i].upos, Upos::Punct | Upos::Verb | Upos::Sconj)) {
            return None;
        }
        // "Admitted the boy to the ward" admits to nothing.
        let takes_object = |at: usize| {
            sentence.tokens[at].head == Some(head)
                && matches!(sentence.tokens[at].relation, Relation::Obj | Relation::Iobj)
        };
        if cue.words.len() == 2 && word == "to" && (from..next).any(takes_object) {
            return None;
        }
        around = false;
        found.push(next);
    }
    Some(found)
}

/// The cue with its auxiliaries and particles.
pub(super) fn cue_words(sentence: &Sentence, hit: &Hit) -> Phrase {
    let first = hit.words[0];
    let before = sentence.children(first).filter(|&child| {
        let token = &sentence.tokens[child];
        child < first
            && (matches!(token.relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
                || matches!(token.lower.as_str(), "not" | "n't" | "never"))
    });
    let particles = sentence.children_in(first, &[Relation::CompoundPrt]);
    before.chain(particles).fold(Phrase::of_tokens(&hit.words), |phrase, token| phrase.with(token..token + 1))
}

/// Whether what is said is negated with its cue ("did not deny").
pub(super) fn polarity(sentence: &Sentence, head: usize) -> Polarity {
    let negated = sentence.children(head).any(|child| {
        matches!(sentence.tokens[child].lower.as_str(), "not" | "n't" | "never" | "no" | "neither" | "nor")
            && child < head
            && sentence.tokens[child].relation != Relation::Nsubj
    });
    if negated { Polarity::Negative } else { Polarity::Positive }
}

/// Whether the saying is certain ("may have said", "reportedly said").
pub(super) fn modality(sentence: &Sentence, head: usize) -> Modality {
    let mut modality = Modality::Certain;
    for child in sentence.children(head).filter(|&child| child < head) {
        match sentence.tokens[child].lower.as_str() {
            "may" | "might" | "could" | "would" | "perhaps" | "possibly" => modality = Modality::Possible,
            "reportedly" | "allegedly" => modality = Modality::Reported,
            _ => {}
        }
    }
    modality
}

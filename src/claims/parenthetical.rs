//! Cues that stand in parentheses or follow what is said: "The sale, they argue, was never put to a vote",
//! "Forty were wounded, hospital officials said", "…, said John Weber, a professor of law".
//!
//! Commas show the construction more surely than the tree does: between two of them (or one and an end of
//! the sentence) there is nothing but the cue, its subject and what hangs on the two.

use super::Stance;
use super::bounds::{behind_adverbials, end_of_clause, goes_on_saying};
use super::cue::Hit;
use super::phrase::Phrase;
use super::rules::Rules;
use super::subject::{by_commas, is_reduced, own_subject};
use super::unparted::unparted;
use crate::language::{Relation, Sentence, Upos, Xpos};
use std::ops::Range;

/// What a parenthesis tells.
pub(super) struct Parenthesis {
    /// The head of the noun phrase that speaks.
    pub speaker: usize,
    pub source: Phrase,
    pub content: Phrase,
}

/// So long may a noun phrase be that speaks, in tokens.
pub(super) const LONGEST_SOURCE: usize = 30;

/// What begins a clause or phrase that leads up to the main clause.
const SUBORDINATORS: [&str; 15] = [
    "if", "when", "while", "although", "though", "as", "because", "after", "before", "since", "in", "at",
    "on", "by", "for",
];
/// What adds to a sentence in the author's own voice.
const ASIDES: [&str; 7] = ["who", "which", "whose", "whom", "but", "though", "although"];
/// What goes on with a clause that a parenthesis broke off.
const CONTINUATIONS: [&str; 11] =
    ["and", "or", "nor", "because", "unless", "until", "if", "as", "so", "that", "provided"];

/// What a verb says that stands in parentheses or at the end.
pub(super) fn parenthetical(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Parenthesis> {
    let verb = hit.head;
    // "Census data indicate": a plain form without "to" is a finite verb, whatever the tagger says.
    let plain = sentence.tokens[verb].xpos == Xpos::Vb
        && sentence.children_in(verb, &[Relation::Mark, Relation::Aux]).next().is_some();
    if sentence.tokens[verb].xpos == Xpos::Vbg || plain {
        return None;
    }
    // "Another man accused of smuggling": a participle behind its noun.
    let token = &sentence.tokens[verb];
    let last = sentence
        .tokens
        .get(behind_adverbials(sentence, verb + 1, rules))
        .is_none_or(|token| token.upos == Upos::Punct);
    let of_noun = token.xpos == Xpos::Vbn
        && sentence.tokens.get(verb + 1).is_some_and(|next| {
            matches!(next.lower.as_str(), "of" | "by")
                || (token.relation == Relation::Acl
                    && matches!(next.upos, Upos::Adp | Upos::Sconj | Upos::Part)
                    && !last)
        });
    if of_noun || is_relative_clause(sentence, verb) || summed_up(sentence, verb).is_some() {
        return None;
    }
    if let Some(found) = initial_as(sentence, verb, rules) {
        return Some(found);
    }
    let said_before =
        before_verb(sentence, verb).and_then(|source| surroundings(sentence, hit, source, rules));
    // Thoughts and plans are not told in inverted order: "…, said the minister", but not "…, assumed the minister".
    let inverts = !matches!(
        rules.cues[hit.cue].stance,
        Stance::Believes | Stance::Intends | Stance::Agrees | Stance::Supports | Stance::Rejects
    );
    said_before
        .or_else(|| {
            if !inverts {
                return None;
            }
            let source = behind_verb(sentence, hit, rules)?;
            surroundings(sentence, hit, source, rules)
        })
        .or_else(|| unparted(sentence, hit, rules))
}

/// Where the noun phrase right before a verb begins: "the Observatory for Human Rights | said".
pub(super) fn source_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    if matches!(tokens[verb.checked_sub(1)?].lower.as_str(), "he" | "she" | "it" | "they" | "we" | "i") {
        return Some(verb - 1);
    }
    let chunk_before = |end: usize| {
        let chunk = sentence.noun_chunk(end.checked_sub(1)?)?;
        (chunk.tokens.end == end).then_some(chunk.tokens.start)
    };
    let mut begin = chunk_before(verb)?;
    while begin > 1 && matches!(tokens[begin - 1].lower.as_str(), "for" | "of" | "at" | "from" | "in") {
        begin = chunk_before(begin - 1)?;
    }
    (begin > 0).then_some(begin)
}

/// Where a noun phrase ends that "of" and "for" go on with: "the Observatory for Human Rights".
pub(super) fn end_of_names(sentence: &Sentence, end: usize) -> usize {
    let mut end = end;
    while sentence.tokens.get(end).is_some_and(|token| matches!(token.lower.as_str(), "for" | "of"))
        && let Some(chunk) = sentence.noun_chunk(end + 1)
        && chunk.tokens.start == end + 1
    {
        end = chunk.tokens.end;
    }
    end
}

/// "As the minister told reporters, the delegation had missed its train."
fn initial_as(sentence: &Sentence, verb: usize, rules: &Rules) -> Option<Parenthesis> {
    let tokens = &sentence.tokens;
    let own = own_subject(sentence, verb).filter(|&own| own < verb)?;
    let comma = (verb + 1..tokens.len()).find(|&i| tokens[i].lower == ",")?;
    let alone = tokens[0].lower == "as"
        && sentence.subtree(own).start <= 1
        && !finite(sentence, 1..verb.saturating_sub(1))
        && !finite(sentence, verb + 1..comma);
    let content = comma + 1..end_of_clause(sentence, comma + 1, rules);
    let complete = alone && finite(sentence, content.clone());
    complete.then(|| Parenthesis {
        speaker: own,
        source: Phrase::of(sentence.subtree(own)).trimmed(sentence),
        content: Phrase::of(content),
    })
}

pub(super) fn parts(sentence: &Sentence, at: usize) -> bool {
    match sentence.tokens[at].lower.as_str() {
        "," | "—" | ";" | "(" | ")" | "--" => true,
        // A hyphen without spaces joins the parts of a name.
        "-" | "–" => at > 0 && sentence.tokens[at - 1].space_after,
        // "… “arms and equipment,” the military said"
        "\"" => at > 0 && sentence.tokens[at - 1].lower == ",",
        _ => false,
    }
}

/// "A step that critics have blamed for it".
/// "…, a claim the ministry rejects": the noun phrase that sums up what came before it and that a clause
/// without a pronoun tells of. Two noun phrases stand side by side, and no comma parts them.
pub(super) fn summed_up(sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    let own = own_subject(sentence, verb).filter(|&own| own < verb)?;
    let begin = (verb.saturating_sub(LONGEST_SOURCE)..own).rev().find(|&i| parts(sentence, i))? + 1;
    // "Steps he called the price of peace".
    let steps = tokens[begin].xpos == Xpos::Nns && tokens[begin + 1].xpos == Xpos::Prp;
    let article = steps || matches!(tokens[begin].lower.as_str(), "a" | "an" | "one");
    let noun = sentence.noun_chunk(begin).filter(|chunk| chunk.tokens.start == begin)?;
    // "An attack aides dismissed": no noun in the plural goes with "an".
    let plural = (begin + 2..noun.tokens.end)
        .find(|&at| matches!(tokens[at].xpos, Xpos::Nns | Xpos::Nnps) && tokens[at - 1].upos == Upos::Noun);
    let next = plural.unwrap_or(noun.tokens.end);
    let opens = tokens.get(next).is_some_and(|token| {
        matches!(token.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Pron | Upos::Adj)
            && !is_relative(token.lower.as_str())
            || token.upos == Upos::Adv
    });
    let plain = !finite(sentence, begin..verb)
        || tokens[verb].relation == Relation::Ccomp
        || matches!(tokens[verb - 1].upos, Upos::Aux);
    (article && opens && own >= next && plain).then_some(begin..next)
}

fn is_relative_clause(sentence: &Sentence, verb: usize) -> bool {
    let Some(own) = own_subject(sentence, verb) else { return false };
    let word = |at: usize| sentence.tokens[at].lower.as_str();
    // "Some of whom feared reprisals".
    let of_whom = (own + 1..verb.min(own + 3)).any(|at| matches!(word(at), "whom" | "which"));
    let before = sentence.subtree(own).start.checked_sub(1);
    of_whom || before.is_some_and(|before| matches!(word(before), "that" | "which" | "who" | "whom" | "what"))
}

pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "that" | "whose" | "where" | "when" | "if" | "because" | "what" | "whom")
}

pub(super) fn finite(sentence: &Sentence, mut range: Range<usize>) -> bool {
    range.any(|i| sentence.tokens[i].xpos.is_finite())
}

/// Whether there is a finite verb in a range that belongs to no relative clause.
pub(super) fn asserts(sentence: &Sentence, range: Range<usize>) -> bool {
    let tokens = &sentence.tokens;
    let relative = |at: usize| {
        let verb = match tokens[at].relation {
            Relation::Aux | Relation::AuxPass | Relation::Cop => tokens[at].head.unwrap_or(at),
            _ => at,
        };
        let opened = (range.start..at).rev().take(4).any(|i| {
            matches!(tokens[i].lower.as_str(), "who" | "which" | "whose" | "whom")
                && !tokens[i..at].iter().any(|token| token.lower == ",")
        });
        opened
            || tokens[verb].relation == Relation::AclRelcl
            || tokens[verb].head.is_some_and(|head| {
                tokens[verb].relation == Relation::Conj && tokens[head].relation == Relation::AclRelcl
            })
    };
    range.clone().any(|at| tokens[at].xpos.is_finite() && !relative(at))
}

/// The noun phrase between a comma and the verb: "…, Jan Weber, a professor of law, said".
pub(super) fn before_verb(sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    let mut end = verb;
    while end > 0 && matches!(tokens[end - 1].upos, Upos::Aux | Upos::Adv | Upos::Part) {
        end -= 1;
    }
    let comma =
        |before: usize| (before.saturating_sub(LONGEST_SOURCE)..before).rev().find(|&i| parts(sentence, i));
    let begin = match end.checked_sub(1).filter(|&i| parts(sentence, i)) {
        // An apposition or a relative clause is closed before the verb: the noun stands before its comma.
        Some(closing) => {
            let opening = comma(closing)?;
            let inner = tokens.get(opening + 1).map(|token| token.lower.as_str());
            let relative = inner.is_some_and(is_relative);
            if finite(sentence, opening + 1..closing) && !relative {
                return None;
            }
            comma(opening)? + 1
        }
        None => comma(end)? + 1,
    };
    // Behind a semicolon a clause of its own begins.
    if begin > 0 && tokens[begin - 1].lower == ";" {
        return None;
    }
    let begin = if tokens.get(begin).is_some_and(|token| token.lower == "as") { begin + 1 } else { begin };
    let nominal = tokens.get(begin).is_some_and(|token| {
        matches!(token.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::Pron)
            && !is_relative(token.lower.as_str())
    });
    // "…, a figure that the ministry | disputes": the noun is what is disputed.
    let summed =
        matches!(tokens.get(begin).map_or("", |token| token.lower.as_str()), "a" | "an" | "something")
            && (begin + 1..(begin + 5).min(end))
                .any(|at| matches!(tokens[at].lower.as_str(), "that" | "which"))
            || tokens.get(begin).is_some_and(|token| token.lower == "something");
    if summed {
        return None;
    }
    // "Hours after the government had threatened": a clause of time.
    let later = (begin + 1..(begin + 4).min(end)).any(|at| {
        matches!(tokens[at].lower.as_str(), "after" | "before") && tokens[at - 1].upos == Upos::Noun
    });
    if later {
        return None;
    }
    let head = (begin..end)
        .find(|&i| matches!(tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num))?;
    let first_comma = (begin..end).find(|&i| parts(sentence, i)).unwrap_or(end);
    // "People briefed on the inquiry said": what tells which people is no verb of the clause.
    let told = (begin..first_comma).any(|at| tokens[at].xpos.is_finite() && !is_reduced(sentence, at));
    let verbal =
        told && !(begin..first_comma).any(|i| matches!(tokens[i].lower.as_str(), "who" | "that" | "which"));
    (nominal && !verbal && head < end && begin < end).then_some(begin..end)
}

/// The noun phrase behind an inverted verb: "…, said Jan Weber, a professor of law".
fn behind_verb(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Range<usize>> {
    let tokens = &sentence.tokens;
    let verb = hit.head;
    let own = own_subject(sentence, verb);
    // "The chief executive told analysts": who listens stands behind.
    if rules.cues[hit.cue].listener || by_commas(sentence, verb).is_some() {
        return None;
    }
    // Whoever stands before it, with no more than a relative clause between, is its subject.
    if own.is_some_and(|own| own < verb) {
        return None;
    }
    if !verb.checked_sub(1).is_some_and(|i| parts(sentence, i)) {
        return None;
    }
    let begin = verb + 1;
    let opens = tokens.get(begin).is_some_and(|token| {
        matches!(token.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj)
            || matches!(token.lower.as_str(), "he" | "she" | "they" | "one")
    });
    if !opens {
        return None;
    }
    let stop = (begin..tokens.len())
        .find(|&i| parts(sentence, i) || matches!(tokens[i].lower.as_str(), "." | ":" | "\"" | "''" | "``"))
        .unwrap_or(tokens.len());
    if finite(sentence, begin..stop) && !(begin..stop).any(|i| is_relative(tokens[i].lower.as_str())) {
        return None;
    }
    // What it says stands before it, or goes on behind its subject.
    if !asserts(sentence, 0..verb.saturating_sub(1)) && !finite(sentence, stop..tokens.len()) {
        return None;
    }
    let whole = own.map_or(stop, |own| sentence.subtree(own).end.max(stop.min(own + 1)));
    Some(begin..whole.clamp(begin + 1, tokens.len()))
}

/// What stands around the cue and its subject, if they are parted from it by commas.
fn surroundings(sentence: &Sentence, hit: &Hit, source: Range<usize>, rules: &Rules) -> Option<Parenthesis> {
    let tokens = &sentence.tokens;
    let verb = hit.head;
    let mut first = verb.min(source.start);
    if first > 0 && tokens[first - 1].lower == "as" {
        first -= 1;
    }
    if first == 0 || !parts(sentence, first - 1) || tokens[first - 1].lower == ";" {
        return None;
    }
    let last = *hit.words.last()?;
    let behind = source.end.max(last + 1);
    // What follows up to the next comma may only be adverbs and phrases: "said on Friday".
    let end = (behind..tokens.len())
        .find(|&i| {
            parts(sentence, i)
                || matches!(tokens[i].lower.as_str(), "." | "?" | "!" | ":" | "\"" | "''" | "``")
        })
        .unwrap_or(tokens.len());
    let direct = tokens.get(last + 1..end).is_some_and(|rest| {
        source.start < verb
            && rest.first().is_some_and(|token| {
                let object = matches!(token.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
                    && !rules.occasions.contains(token.lemma.as_str())
                    && hit.words.len() > 1;
                object
                    || matches!(token.upos, Upos::Det | Upos::Pron)
                    || matches!(token.lower.as_str(), "that" | "whether")
            })
    });
    let listener = rules.cues[hit.cue].listener;
    if finite(sentence, behind..end) || (direct && !listener) {
        return None;
    }
    // What is said begins behind the last colon or semicolon.
    let begin = (0..first - 1)
        .rev()
        .find(|&i| matches!(tokens[i].lower.as_str(), ";" | ":"))
        .filter(|&i| finite(sentence, 0..i))
        .map_or(0, |i| i + 1);
    // "The gummies, whose labels, it said, understate the dose".
    let relative = (begin..first - 1).rev().take(6).find(|&i| {
        i > 0
            && tokens[i - 1].lower == ","
            && (matches!(tokens[i].lower.as_str(), "whose" | "which" | "who")
                // "Most of which, she acknowledged, had been spent".
                || tokens.get(i + 2).is_some_and(|token| matches!(token.lower.as_str(), "which" | "whom"))
                    && tokens[i + 1].lower == "of")
            && !finite(sentence, i..first - 1)
    });
    let begin = relative.unwrap_or(begin);
    let before = begin..first - 1;
    let rest = (end..tokens.len()).find(|&i| tokens[i].upos != Upos::Punct);
    let subordinate = SUBORDINATORS.contains(&tokens[begin].lower.as_str())
        && !(begin + 1..first - 1).any(|i| tokens[i].lower == "," && finite(sentence, i..first - 1));
    // A headline leaves "is" out: "Minister to resign over leak, aide says".
    let to_come =
        || {
            before.clone().skip(1).any(|i| {
                tokens[i].lower == "to" && matches!(tokens[i + 1].xpos, Xpos::Vb | Xpos::Jj | Xpos::Nn)
            }) && tokens.last().is_some_and(|token| token.upos != Upos::Punct)
        };
    let content = match rest {
        None if asserts(sentence, before.clone()) || to_come() => Phrase::of(before),
        None => return None,
        Some(next) => {
            let opens = tokens[next].lower.as_str();
            // "She had prayed for this, she said, but will believe it when …": one subject has both verbs.
            let second_verb = matches!(opens, "but" | "and") && next + 1 < tokens.len() && {
                let verb = if tokens[next + 1].upos == Upos::Adv { next + 2 } else { next + 1 };
                finite(sentence, verb..(verb + 1).min(tokens.len()))
            };
            let aside = tokens[end].lower == ";"
                || (ASIDES.contains(&opens) && !second_verb)
                || goes_on_saying(&tokens[next], rules)
                || tokens[next].xpos == Xpos::Vbg;
            // "There was, he wrote, no evidence", "…, he explained, only if …": what came before is not all.
            let cut = first.checked_sub(2).is_some_and(|last| {
                matches!(tokens[last].upos, Upos::Verb | Upos::Aux | Upos::Adp | Upos::Det | Upos::Sconj)
            });
            // "… would be enough, the programme estimates, to feed the country".
            let cut = cut
                || tokens[next].xpos == Xpos::To
                    && first.checked_sub(2).is_some_and(|last| {
                        matches!(
                            tokens[last].lower.as_str(),
                            "enough" | "able" | "likely" | "ready" | "unlikely" | "time"
                        )
                    });
            let only = tokens[next].upos == Upos::Adv
                && tokens.get(next + 1).is_some_and(|token| CONTINUATIONS.contains(&token.lower.as_str()));
            // "…, he said, but it might have waited": what a pronoun takes up goes on.
            let taken_up = matches!(opens, "but" | "and")
                && tokens.get(next + 1).is_some_and(|token| token.xpos == Xpos::Prp)
                && finite(sentence, before.clone());
            let second_verb = second_verb || taken_up;
            let goes_on = CONTINUATIONS.contains(&opens) || cut || only || second_verb;
            let verb_next = finite(sentence, next..next + 1)
                || matches!(tokens[next].upos, Upos::Adv | Upos::Part | Upos::Adp | Upos::Aux | Upos::Verb);
            match finite(sentence, before.clone()) {
                true if aside && !subordinate => Phrase::of(before),
                true if subordinate || goes_on => Phrase::of(before).with(end..tokens.len()),
                true => Phrase::of(before),
                false
                    if finite(sentence, next..tokens.len())
                        && (verb_next || subordinate || first <= 9)
                        && !aside =>
                {
                    Phrase::of(before).with(end..tokens.len())
                }
                false => return None,
            }
        }
    };
    let speaker = speaker_in(sentence, verb, &source)?;
    Some(Parenthesis { speaker, source: Phrase::of(source).trimmed(sentence), content })
}

/// The head of the noun phrase that speaks.
pub(super) fn speaker_in(sentence: &Sentence, verb: usize, source: &Range<usize>) -> Option<usize> {
    if let Some(own) = own_subject(sentence, verb).filter(|own| source.contains(own)) {
        return Some(own);
    }
    let tokens = &sentence.tokens;
    let end = source
        .clone()
        .skip(1)
        .find(|&i| matches!(tokens[i].upos, Upos::Adp | Upos::Punct | Upos::Verb | Upos::Cconj))
        .unwrap_or(source.end);
    (source.start..end)
        .rev()
        .find(|&i| matches!(tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num))
}

//! What a claim is about, what of it is at issue, and in whose content it stands.

use super::rules::{Cue, Frame, Rules};
use super::{Aspect, Claim, Reading, Stance};
use crate::article::Span;
use crate::events::{Mention, Status};
use crate::language::{Token, Upos, Xpos};

/// So many sentences later a claim may take up what another was about.
const CLAIM_REACH: usize = 6;
/// A content of so many words may take up a happening by a noun for a part in it.
const SHORT: usize = 12;
/// So many sentences later a claim may take up what the author told.
const TOLD_REACH: usize = 3;

/// Sets, for each claim, the smallest other claim whose content holds its cue and its own content.
pub(super) fn nest(claims: &mut [Claim]) {
    let covers = |outer: &[Span], inner: &[Span]| inner.iter().all(|i| outer.iter().any(|o| o.contains(*i)));
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    for inner in 0..claims.len() {
        let within = (0..claims.len())
            .filter(|&outer| outer != inner && claims[outer].part == claims[inner].part)
            .filter(|&outer| claims[outer].sentence.abs_diff(claims[inner].sentence) <= 30)
            .filter(|&outer| covers(&claims[outer].content, &claims[inner].cue))
            .filter(|&outer| {
                !claims[inner].cue.is_empty() || covers(&claims[outer].content, &claims[inner].content)
            })
            .filter(|&outer| length(&claims[outer].content) > length(&claims[inner].content))
            .min_by_key(|&outer| (length(&claims[outer].content), outer));
        claims[inner].within = within;
    }
}

/// Links claims to the mentions in their content, or else to the happening that their words take up, and says
/// what is at issue.
pub(super) fn relate(reading: &Reading, rules: &Rules, claims: &mut [Claim]) {
    for at in 0..claims.len() {
        let claim = &claims[at];
        let inside = |mention: &&Mention| mention.part == claim.part && tells(claim, mention);
        let mut mentions: Vec<&Mention> = reading.events.iter().filter(inside).collect();
        if mentions.is_empty() {
            mentions = named_again(reading, rules, claim).into_iter().collect();
        }
        // "Any part", "any part in the sinking": of what was told of it before, too.
        let judges = is_judgement(claim.stance);
        let nominal =
            content_tokens(reading, claim).all(|token| !matches!(token.upos, Upos::Verb | Upos::Aux));
        let takes_up = (mentions.is_empty() || nominal) && refers(reading, rules, claim)
            || mentions.is_empty() && blames_somebody(reading, claim);
        if judges && takes_up {
            for mention in taken_up(reading, rules, &claims[..at], claim) {
                if !mentions.iter().any(|known| known.id == mention.id) {
                    mentions.push(mention);
                }
            }
        }
        if let Some(first) = mentions.first()
            && mentions.iter().all(|mention| is_toll(rules, mention))
        {
            mentions.extend(attack_of_toll(reading, rules, first));
        }
        let about = mentions.iter().map(|mention| mention.id).collect();
        let aspect = aspect(reading, rules, claim, &mentions);
        claims[at].about = about;
        claims[at].aspect = aspect;
    }
}

/// The happening that a content names again, by the noun that it was told with ("the attack", "these talks") or by one
/// for its sort ("the raid", "his death").
fn named_again<'a>(reading: &Reading<'a>, rules: &Rules, claim: &Claim) -> Option<&'a Mention> {
    let sentence = &reading.document.sentences[claim.sentence];
    let tokens = &sentence.tokens;
    let said_here = |at: usize| claim.content.iter().any(|span| span.contains(tokens[at].span));
    let definite = |at: usize| {
        tokens[at.saturating_sub(3)..at].iter().any(|token| {
            matches!(token.lower.as_str(), "the" | "this" | "that" | "these" | "those")
                || token.xpos == Xpos::PrpPossessive
        })
    };
    let nouns: Vec<&str> = (0..tokens.len())
        .filter(|&at| tokens[at].upos == Upos::Noun && said_here(at) && definite(at))
        .map(|at| tokens[at].lemma.as_str())
        .collect();
    let told_before = |mention: &&Mention| mention.part == claim.part && mention.sentence < claim.sentence;
    let by_its_noun = nouns.iter().find_map(|noun| {
        reading.events.iter().rev().filter(told_before).find(|mention| {
            let trigger = &reading.document.sentences[mention.sentence].tokens;
            trigger.get(mention.head).is_some_and(|token| token.lemma == *noun)
        })
    });
    by_its_noun.or_else(|| {
        nouns.iter().find_map(|noun| {
            let rows = || rules.names_again.iter().filter(|names| names.nouns.contains(*noun));
            let of_the_sort = |mention: &&Mention| {
                mention.status.is_told_as_done()
                    && rows().any(|names| names.kinds.contains(mention.kind.as_str()))
            };
            let told = reading.events.iter().filter(told_before).filter(of_the_sort);
            told.max_by_key(|mention| {
                let mode = mention.mode.as_deref();
                let meant = mode.is_some_and(|mode| rows().any(|names| names.modes.contains(mode)));
                // "the planes that bombed the town" are told of by the way.
                (
                    !mention.by_the_way,
                    meant,
                    !is_toll(rules, mention),
                    tellings(reading, mention),
                    mention.sentence,
                )
            })
        })
    })
}

/// Whether a content speaks of a happening that it does not name: it begins with a pronoun ("it was a lie"), or it is
/// short and has a noun for a part in one ("any role"). In a long content such words speak of something in it.
fn refers(reading: &Reading, rules: &Rules, claim: &Claim) -> bool {
    let is_word = |token: &&Token| {
        rules.referring.contains(token.lemma.as_str()) || rules.referring.contains(token.lower.as_str())
    };
    let tokens = || content_tokens(reading, claim);
    tokens().take(2).filter(is_word).any(|token| token.upos == Upos::Pron)
        || tokens().nth(SHORT).is_none()
            && tokens()
                .filter(is_word)
                .any(|token| !matches!(token.upos, Upos::Pron | Upos::Sconj | Upos::Det))
}

/// How often the article speaks of the happening of a mention.
fn tellings(reading: &Reading, mention: &Mention) -> usize {
    reading.events.iter().filter(|other| other.happening == mention.happening).count()
}

/// Whether a content is only somebody on whom something is blamed: "blamed the rebels".
fn blames_somebody(reading: &Reading, claim: &Claim) -> bool {
    claim.stance == Stance::Accuses
        && content_tokens(reading, claim).next().is_some()
        && content_tokens(reading, claim).all(|token| !matches!(token.upos, Upos::Verb | Upos::Aux))
}

fn is_toll(rules: &Rules, mention: &Mention) -> bool {
    let mode = mention.mode.as_deref().is_some_and(|mode| rules.toll.contains(mode));
    mention.sources.is_empty() && (mode || rules.tolls.contains(mention.kind.as_str()))
}

/// The attack that had a toll: of those told in its sentence or shortly before, the one that the article speaks of most.
fn attack_of_toll<'a>(reading: &Reading<'a>, rules: &Rules, toll: &Mention) -> Option<&'a Mention> {
    let attack = |mention: &&Mention| {
        mention.part == toll.part
            && (mention.kind == toll.kind || rules.deadly.contains(mention.kind.as_str()))
            && mention.status == Status::Happened
            && !is_toll(rules, mention)
            && mention.sentence <= toll.sentence
            && toll.sentence - mention.sentence <= TOLD_REACH
    };
    reading
        .events
        .iter()
        .filter(attack)
        .max_by_key(|mention| (!mention.by_the_way, tellings(reading, mention), mention.sentence))
}

/// Whether a stance judges what was told before, rather than telling, wanting or planning something new.
fn is_judgement(stance: Stance) -> bool {
    matches!(
        stance,
        Stance::Denies
            | Stance::Doubts
            | Stance::Rejects
            | Stance::Accuses
            | Stance::Asserts
            | Stance::Agrees
    )
}

/// The happening that a claim takes up without naming it ("denied any involvement"): what the last claim was
/// about, or else what was told last.
fn taken_up<'a>(reading: &Reading<'a>, rules: &Rules, before: &[Claim], claim: &Claim) -> Vec<&'a Mention> {
    let near = |sentence: usize, most: usize| sentence <= claim.sentence && claim.sentence - sentence <= most;
    // "Called it a victory": a pronoun takes up whatever was told, "any role" only what one is blamed for.
    let pronoun = content_tokens(reading, claim)
        .next()
        .is_some_and(|token| token.upos == Upos::Pron && rules.referring.contains(&token.lower));
    let may_be = |mention: &&Mention| {
        mention.part == claim.part && (pronoun || rules.at_issue.contains(mention.kind.as_str()))
    };
    let of_claim = before.iter().rev().filter(|other| other.part == claim.part).find_map(|other| {
        let mentions: Vec<&Mention> = reading
            .events
            .iter()
            .filter(|mention| other.about.contains(&mention.id))
            .filter(may_be)
            .collect();
        (near(other.sentence, CLAIM_REACH) && !mentions.is_empty()).then_some(mentions)
    });
    of_claim.unwrap_or_else(|| {
        let first = claim.cue.iter().chain(&claim.content).map(|span| span.begin).min().unwrap_or(0);
        let told = |mention: &&Mention| {
            near(mention.sentence, TOLD_REACH) && mention.trigger.iter().all(|trigger| trigger.end <= first)
        };
        let at_issue = |mention: &&Mention| !pronoun && may_be(mention) && mention.status == Status::Happened;
        let last = reading.events.iter().rev().filter(may_be).find(told);
        // Long after it was told it can only be what the article speaks of most.
        let most = || {
            let before = |mention: &&Mention| mention.sentence < claim.sentence && !mention.by_the_way;
            let told = reading.events.iter().filter(at_issue).filter(before);
            told.max_by_key(|mention| (tellings(reading, mention), std::cmp::Reverse(mention.sentence)))
                .filter(|mention| tellings(reading, mention) > 1)
        };
        last.or_else(most).into_iter().collect()
    })
}

/// What is at issue: of a toll its number; the aspect whose words the content has; for an accusation or a past act with its
/// doer, who did it; else that it happened.
fn aspect(reading: &Reading, rules: &Rules, claim: &Claim, mentions: &[&Mention]) -> Option<Aspect> {
    let first = mentions.first()?;
    // Who calls the attack inhuman says nothing of how many died in it.
    if is_toll(rules, first) && tells(claim, first) && claim.stance != Stance::Accuses {
        return Some(Aspect::Number);
    }
    let lemmas = |aspect: &Aspect| {
        rules.aspects.iter().filter(move |words| words.aspect == *aspect).any(|words| {
            content_tokens(reading, claim).any(|token| words.lemmas.contains(token.lemma.as_str()))
        })
    };
    for aspect in [Aspect::Evidence, Aspect::Legality] {
        if lemmas(&aspect) {
            return Some(aspect);
        }
    }
    // "Likened it to a crusade" takes it as told, whoever did it.
    let naming = |cue: &Cue| cue.id == claim.rule && cue.frames == [Frame::As];
    let named = claim.stance == Stance::Asserts && rules.cues.iter().any(naming) && !tells(claim, first);
    if named || matches!(first.status, Status::Planned | Status::Hypothetical) {
        return Some(Aspect::Other);
    }
    if lemmas(&Aspect::Actor)
        || claim.stance == Stance::Accuses
        || mentions.iter().any(|mention| !mention.sources.is_empty())
    {
        return Some(Aspect::Actor);
    }
    if mentions.iter().any(|mention| !mention.particulars.is_empty() && tells(claim, mention)) {
        return Some(Aspect::Number);
    }
    Some(Aspect::Occurrence)
}

/// Whether the words of a happening stand in what is said.
fn tells(claim: &Claim, mention: &Mention) -> bool {
    mention.trigger.iter().all(|trigger| claim.content.iter().any(|content| content.contains(*trigger)))
}

fn content_tokens<'a>(reading: &'a Reading, claim: &'a Claim) -> impl Iterator<Item = &'a Token> {
    let sentences = &reading.document.sentences;
    let near = claim.sentence.saturating_sub(1)..(claim.sentence + 12).min(sentences.len());
    near.flat_map(move |i| sentences[i].tokens.iter().map(move |token| (sentences[i].part, token)))
        .filter(move |(part, token)| {
            *part == claim.part && claim.content.iter().any(|span| span.contains(token.span))
        })
        .map(|(_, token)| token)
}

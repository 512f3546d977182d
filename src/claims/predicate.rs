//! Verbs and adjectives: where they have what is said, in the active and in the passive.

use super::Stance;
use super::bounds::end_of_infinitive;
use super::clause::clause;
use super::content::{active_content, is_lost, is_marked, passive_content};
use super::cue::Hit;
use super::disguise;
use super::frames::{Attribution, finish, without_case};
use super::infinitive::{infinitive_after, is_infinitive};
use super::joined::joined_cue;
use super::naming::naming;
use super::parenthetical::parenthetical;
use super::phrase::Phrase;
use super::reaching::reaching;
use super::rules::{Cue, CuePart, Frame, Rules};
use super::subject::{agent, by_commas, is_passive, noun_phrase, own_subject, subject};
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// What a verb or an adjective says, and its subject or agent.
pub(super) fn predicate(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Attribution> {
    let head = hit.head;
    let verbal = cue.part == CuePart::Verb;
    if !verbal && sentence.tokens[head].upos == Upos::Adj && !is_predicative(sentence, head) {
        return None;
    }
    if is_infinitive(sentence, head)
        // "Nothing to indicate that", "to determine whether".
        && (cue.finite || sentence.tokens[head].relation == Relation::Acl)
        && !is_yet_to(sentence, head)
    {
        return None;
    }
    if verbal && let Some((speaker, source, content)) = verbless(sentence, hit, cue, rules) {
        return finish(sentence, hit, Some(speaker), source, content, false, rules);
    }
    // "Foreign-backed groups": a participle before its noun tells of it.
    if verbal && matches!(sentence.tokens[head].relation, Relation::Amod | Relation::Compound) {
        return None;
    }
    // "A coalition expected to win", "officers accused of theft".
    let token = &sentence.tokens[head];
    let blamed = || {
        sentence.tokens.get(head + 1).is_some_and(|next| matches!(next.lower.as_str(), "of" | "with" | "in"))
            && cue.frames.contains(&Frame::ObjectOf)
    };
    // "Dozens feared dead".
    let feared = matches!(token.xpos, Xpos::Vbn | Xpos::Vbd)
        && cue.frames.contains(&Frame::Passive)
        && is_lost(sentence, head + 1)
        && own_subject(sentence, head).is_none_or(|own| own + 1 == head);
    let reduced = feared
        || token.xpos == Xpos::Vbn
            && token.relation == Relation::Acl
            && (cue.frames.contains(&Frame::Passive) && infinitive_after(sentence, head).is_some()
                || blamed());
    let passive = verbal && (reduced || is_passive(sentence, head));
    if let Some(found) = (verbal && !passive && cue.frames.contains(&Frame::That))
        .then(|| reaching(sentence, hit, rules))
        .flatten()
    {
        return finish(sentence, hit, Some(found.speaker), found.source, found.content, false, rules);
    }
    // "Under pressure from abroad, the city agreed to pay more": the infinitive is what is agreed.
    let at_once = cue.frames.contains(&Frame::To) && infinitive_after(sentence, *hit.words.last()?).is_some();
    // "Call centres shed jobs": nobody is asked to.
    if verbal && head == 0 && token.xpos == Xpos::Vb && !sentence.tokens.last()?.lower.starts_with(['!', '"'])
    {
        return None;
    }
    if let Some(found) =
        (!passive && !at_once && cue.frames.contains(&Frame::That) && cue.frames.contains(&Frame::Quote))
            .then(|| parenthetical(sentence, hit, rules))
            .flatten()
    {
        return finish(sentence, hit, Some(found.speaker), found.source, found.content, false, rules);
    }
    let content = if passive {
        passive_content(sentence, hit, cue, rules)?
    } else {
        active_content(sentence, hit, cue, rules)?
    };
    // "Asked whether he would stand, …", "…, asked about it, …": by whom is not told.
    if verbal
        && !passive
        && let Some(content) = asked(sentence, hit, cue, &content)
    {
        return finish(sentence, hit, None, Phrase::default(), content, true, rules);
    }
    // "Suggested, without offering proof, that": what follows belongs to another verb.
    let put_in = verbal
        && sentence.tokens[head].xpos == Xpos::Vbg
        && head.checked_sub(1).is_some_and(|before| sentence.tokens[before].xpos == Xpos::In);
    if put_in && content.first().is_some_and(|first| first > 0 && sentence.tokens[first - 1].lower == ",") {
        return None;
    }
    let speaker = match passive {
        true if cue.object_speaks => own_subject(sentence, head),
        true => agent(sentence, head),
        false if cue.object_speaks => {
            sentence.children_in(head, &[Relation::Obj]).find(|&object| object > head)
        }
        false => shared_subject(sentence, head, rules)
            .or_else(|| subject(sentence, head, rules))
            .or_else(|| told_of(sentence, head).filter(|_| !cue.listener && is_marked(sentence, &content)))
            .or_else(|| disguise::is_verb(sentence, head).then(|| disguise::subject(sentence, head))?),
    };
    // A cue whose subject is its own content or the empty "it" has no speaker: "it emerged that".
    let speaker = speaker.filter(|&s| !content.contains(s) && sentence.tokens[s].relation != Relation::Expl);
    let emerges = cue.marked && !cue.needs_speaker && !cue.needs_actor;
    let empty =
        |s: usize| sentence.tokens[s].lower == "it" && (!verbal || emerges) && is_marked(sentence, &content);
    let speaker = speaker.filter(|&s| !empty(s));
    let raises = cue.frames.contains(&Frame::Raise);
    let speaker = speaker.filter(|_| !raises);
    if speaker.is_none() && !raises && is_infinitive(sentence, head) {
        // "To admit that …": nobody does.
        return None;
    }
    let source = speaker.map(|s| noun_phrase(sentence, s, head)).unwrap_or_default();
    // "Allies of the minister fear that": a verb taken for a noun hangs below who does it.
    let source = match speaker.filter(|&speaker| speaker < head && disguise::is_verb(sentence, head)) {
        Some(speaker) => {
            source.within(&(sentence.subtree(speaker).start..head)).union(&Phrase::of(speaker..head))
        }
        None => source,
    };
    let source = without_case(sentence, speaker, &source);
    let finite = matches!(sentence.tokens[head].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn);
    let by_commas = (verbal && finite && !passive && !raises && !cue.object_speaks)
        .then(|| by_commas(sentence, head))
        .flatten()
        .filter(|(speaker, _)| !content.contains(*speaker));
    let (speaker, source) = match by_commas {
        Some((speaker, source)) => (Some(speaker), source),
        None => (speaker, source),
    };
    // "Quoted the envoy as saying": the parser may hang what he says on him.
    let source = match hit.words.get(1).filter(|_| cue.object_speaks && !passive) {
        Some(&end) => source.within(&(head..end)),
        None => source,
    };
    finish(sentence, hit, speaker, source, content, passive, rules)
}

/// "The unions admitted defeat", "Jan Weber, the minister, promised that …": a participle behind the first noun
/// phrase of a sentence is its finite verb if no other verb is.
fn verbless(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<(usize, Phrase, Phrase)> {
    let tokens = &sentence.tokens;
    let head = hit.head;
    let finite = |token: &Token| token.xpos.is_finite();
    let nominal = |token: &Token| {
        matches!(
            token.upos,
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Adp | Upos::Cconj
        ) || matches!(token.lower.as_str(), "'s" | "," | "-" | "his" | "her" | "its" | "their")
    };
    let last = head.checked_sub(1)?;
    let apposed = tokens[last].lower == "," && tokens[..last].iter().any(|token| token.lower == ",");
    let fits = tokens[head].xpos == Xpos::Vbn
        && (matches!(tokens[last].upos, Upos::Noun | Upos::Propn)
            || apposed
            || tokens[last].lower == "neither")
        && tokens[..head].iter().all(nominal)
        && tokens.get(head + 1).is_some_and(|next| !matches!(next.lower.as_str(), "by" | "of"))
        && tokens.last().is_some_and(|token| token.lower == ".");
    if !fits {
        return None;
    }
    // A finite verb further on must belong to a clause of its own.
    let other = tokens[head..].iter().position(finite).map(|at| at + head);
    let embedded = other.is_none_or(|other| {
        tokens[head..other].iter().any(|token| {
            matches!(
                token.lower.as_str(),
                "that" | "whether" | "who" | "which" | "if" | "why" | "how" | "what" | "as"
            )
        })
    });
    if !embedded {
        return None;
    }
    let start = if tokens[0].upos == Upos::Adp { sentence.noun_chunk(1)?.tokens.end } else { 0 };
    let start = if tokens.get(start).is_some_and(|token| token.lower == ",") { start + 1 } else { start };
    let speaker = sentence.noun_chunk(start).map(|chunk| chunk.head).filter(|&speaker| speaker < head)?;
    let from = hit.words.last()? + 1;
    let has = |frame| cue.frames.contains(&frame);
    let infinitive = || {
        let to = tokens.get(from).is_some_and(|token| token.lower == "to") && has(Frame::To);
        to.then(|| Phrase::of(from..end_of_infinitive(sentence, from)))
    };
    let object = || {
        let opens = tokens.get(from).is_some_and(nominal) && has(Frame::Object);
        opens.then(|| Phrase::of(from..tokens.len()))
    };
    let named = || {
        let named = has(Frame::As).then(|| naming(sentence, from - 1, cue.with_as, rules))?;
        named.filter(|_| !has(Frame::Object))
    };
    let content = clause(sentence, hit, rules).or_else(infinitive).or_else(object).or_else(named)?;
    Some((speaker, Phrase::of(start..head).trimmed(sentence), content))
}

/// "Said that six were killed and described it as an aggression": who speaks twice, though the parser joins
/// the second verb to what was said.
fn shared_subject(sentence: &Sentence, verb: usize, rules: &Rules) -> Option<usize> {
    let first = joined_cue(sentence, verb, rules)?;
    let own = own_subject(sentence, first).or_else(|| by_commas(sentence, first).map(|(own, _)| own))?;
    (own_subject(sentence, verb).is_none() && own < first).then_some(own)
}

/// The question that a participle tells of which stands at the head of a sentence or between commas.
fn asked(sentence: &Sentence, hit: &Hit, cue: &Cue, content: &Phrase) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let head = hit.head;
    let first = content.first().filter(|&first| first > head)?;
    let opens = match head.checked_sub(1) {
        Some(before) => matches!(tokens[before].lower.as_str(), "," | "when"),
        None => true,
    };
    let next = tokens.get(head + 1)?.lower.as_str();
    let question = matches!(
        next,
        "whether" | "if" | "about" | "why" | "how" | "what" | "who" | "when" | "where" | "by" | "on" | "to"
    );
    let participle = matches!(tokens[head].xpos, Xpos::Vbn | Xpos::Vbd) && cue.stance == Stance::Asks;
    let end = (first..tokens.len()).find(|&i| tokens[i].lower == ",")?;
    let goes_on = tokens[end..]
        .iter()
        .any(|token| matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md | Xpos::Vbn));
    (opens && question && participle && goes_on).then(|| content.within(&(first..end)))
}

/// "Though officials indicated on Tuesday that": the noun of what the parser takes for a participle.
fn told_of(sentence: &Sentence, verb: usize) -> Option<usize> {
    let token = &sentence.tokens[verb];
    token.head.filter(|&noun| token.relation == Relation::Acl && token.xpos == Xpos::Vbn && noun + 1 == verb)
}

/// "Has yet to say".
fn is_yet_to(sentence: &Sentence, verb: usize) -> bool {
    let before = |back: usize| verb.checked_sub(back).map(|at| sentence.tokens[at].lower.as_str());
    before(1) == Some("to") && before(2) == Some("yet")
}

fn is_predicative(sentence: &Sentence, head: usize) -> bool {
    sentence.children_in(head, &[Relation::Cop]).next().is_some()
        || matches!(
            sentence.tokens[head].relation,
            Relation::Xcomp | Relation::Root | Relation::Conj | Relation::Advcl
        )
        // "Investors, worried about the cost, sold".
        || matches!(sentence.tokens[head].relation, Relation::Acl | Relation::Amod)
            && head.checked_sub(1).is_some_and(|before| sentence.tokens[before].lower == ",")
            && sentence.tokens[head].head.is_some_and(|noun| noun < head)
}

//! What a verb or an adjective says, frame by frame.

use super::Stance;
use super::bounds::{end_of_clause, end_of_infinitive};
use super::clause::{clause, marked_with};
use super::complements::{blame, complement, up_to_day, with_complements};
use super::cue::{AROUND, Hit};
use super::infinitive::{infinitive_after, infinitive_behind_phrase, infinitive_range, is_infinitive};
use super::naming::{called_what, called_which, named_behind, naming};
use super::parenthetical::summed_up;
use super::phrase::Phrase;
use super::rules::{Cue, Frame, Rules};
use super::subject::{agent, antecedent, own_subject, subject};
use crate::language::{Relation, Sentence, Upos, Xpos};

/// The content of an active cue by the first of its frames that is filled.
pub(super) fn active_content(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Phrase> {
    let has = |frame| cue.frames.contains(&frame);
    let last = *hit.words.last()?;
    let of_any = |relations: &'static [Relation]| {
        hit.words.iter().rev().find_map(|&word| sentence.children_in(word, relations).next())
    };
    if has(Frame::Raise) {
        return raised(sentence, hit, rules);
    }
    let to_listener = has(Frame::ObjectTo).then(|| object_to(sentence, hit, rules)).flatten();
    if to_listener.is_some() {
        return to_listener;
    }
    // "…, a figure that the ministry disputes".
    if has(Frame::Object)
        && !has(Frame::As)
        && let Some(words) = told_of_what(sentence, hit.head)
    {
        return Some(words);
    }
    // "A claim the ministry rejects", "an attack aides dismissed as fiction".
    if (has(Frame::Object) || has(Frame::As) || has(Frame::ObjectOf))
        && let Some(noun) = summed_up(sentence, hit.head)
    {
        let named = (last + 1..(last + 5).min(sentence.tokens.len()))
            .find(|&i| sentence.tokens[i].lower == "as")
            .filter(|_| has(Frame::As))
            .map(|at| Phrase::of(at..end_of_clause(sentence, at, rules)))
            .or_else(|| named_behind(sentence, hit, cue, rules))
            .unwrap_or_default();
        return Some(Phrase::of(noun).union(&named));
    }
    // "What it called a farce".
    if has(Frame::As)
        && let Some(words) = called_what(sentence, hit, rules)
    {
        return Some(words);
    }
    // "Expects to carry fewer passengers, its director said": what follows at once is meant.
    let at_once = has(Frame::To) && infinitive_after(sentence, last).is_some();
    if has(Frame::That)
        && let Some(words) = summary(sentence, last, cue.listener)
    {
        return Some(words);
    }
    if has(Frame::As)
        && let Some(words) = called_which(sentence, hit, rules)
    {
        return Some(words);
    }
    if has(Frame::That)
        && !at_once
        && let Some(clause) = clause(sentence, hit, rules)
        && (!cue.marked || is_marked(sentence, &clause))
        // "Pointed to a drop as proof that …" says more than the clause.
        && (final_preposition(sentence, hit).is_none() || clause.first() == Some(last + 1))
    {
        return Some(clause);
    }
    if let Some(preposition) = final_preposition(sentence, hit) {
        let object = sentence.tokens[preposition].head.filter(|&head| head > preposition)?;
        let complete = with_complements(sentence, hit.head, object, rules);
        let whole = sentence.subtree(object);
        let whole = whole.start..complete.tokens().last().map_or(whole.end, |last| whole.end.max(last + 1));
        // "Put the toll at 41": what is counted stands inside of the cue.
        if cue.words.iter().any(|word| word == AROUND) {
            let counts = sentence.tokens[whole.clone()].iter().any(|token| token.upos == Upos::Num);
            let counted = hit.words[0] + 1..preposition;
            // "Put out a message at 6" counts nothing.
            let particle = sentence
                .tokens
                .get(counted.start)
                .is_some_and(|token| matches!(token.upos, Upos::Adp | Upos::Adv | Upos::Part));
            return (counts && !particle && !counted.is_empty()).then(|| Phrase::of(counted).with(whole));
        }
        // "Agreed with bondholders to extend": with whom is not what.
        if sentence.tokens[preposition].lower == "with" && infinitive_after(sentence, whole.end - 1).is_some()
        {
            return None;
        }
        // "Asked the state for funds": whoever shall give them is part of what is asked.
        let giver = sentence
            .children_in(hit.head, &[Relation::Obj, Relation::Iobj])
            .find(|&giver| giver > hit.head && giver < preposition && !hit.words.contains(&giver));
        let plain = !whole.clone().any(|at| sentence.tokens[at].lower == ",");
        if let Some(giver) = giver.filter(|_| sentence.tokens[preposition].lower == "for" && plain) {
            return Some(Phrase::of(sentence.subtree(giver).start..whole.end));
        }
        // "Called for the army to withdraw": what somebody shall do, wherever the parser hung it.
        let end = infinitive_after(sentence, whole.end - 1)
            .map(|verb| infinitive_range(sentence, verb, hit.head, rules).end);
        // "Referred to the vote as a farce".
        let called = sentence.tokens.get(whole.end).is_some_and(|token| token.lower == "as");
        let end =
            end.or_else(|| called.then(|| end_of_clause(sentence, whole.end, rules))).unwrap_or(whole.end);
        return has(Frame::Object).then(|| Phrase::of(whole.start..end.max(whole.end)));
    }
    let day = |object: usize| rules.days.contains(sentence.tokens[object].lower.as_str());
    // The noun phrase right behind the cue and hung on it is its object, whatever the parser calls it.
    let beside = || {
        let chunk = sentence.noun_chunk(last + 1).filter(|chunk| chunk.tokens.start == last + 1)?;
        let own = sentence.tokens[chunk.head].head.is_some_and(|head| hit.words.contains(&head));
        let noun = matches!(sentence.tokens[chunk.head].relation, Relation::Obl | Relation::OblUnmarked)
            && sentence.tokens[chunk.head].upos != Upos::Num
            && !day(chunk.head);
        (own && noun).then_some(chunk.head)
    };
    let object = of_any(&[Relation::Obj])
        .filter(|&object| object > hit.head && !hit.words.contains(&object) && !day(object))
        .or_else(beside);
    if has(Frame::ObjectOf)
        && let Some(object) = object
    {
        let content = with_complements(sentence, hit.head, object, rules);
        return Some(match blame(sentence, hit.head, object, cue, rules) {
            Some(blame) => content.union(&up_to_day(sentence, blame, rules)),
            None if cue.blaming.as_ref().is_some_and(|preposition| {
                !content.tokens().any(|at| sentence.tokens[at].lower == *preposition)
            }) =>
            {
                return None;
            }
            None => content,
        });
    }
    // "Called off the merger" calls it nothing.
    let has = |frame: Frame| {
        let particle =
            || sentence.children_in(hit.head, &[Relation::CompoundPrt]).any(|it| !hit.words.contains(&it));
        has(frame) && !(frame == Frame::As && particle())
    };
    if has(Frame::As)
        && let Some(object) = object
        && let Some(said) = complement(sentence, hit.head, object)
        && (!cue.with_as || marked_with(sentence, said, &["as"]))
    {
        // "Regarded the demonstration outside its consulate as a provocation": all that stands between is what is called so.
        let (object, said) = (subtree(sentence, object), subtree(sentence, said));
        let between = object.tokens().last().map_or(0, |last| last + 1)..said.first().unwrap_or(0);
        let parted = between.clone().any(|at| {
            matches!(sentence.tokens[at].lower.as_str(), "," | ";" | "and")
                || sentence.tokens[at].upos == Upos::Verb
        });
        let object = if between.is_empty() || parted { object } else { object.with(between) };
        return Some(object.union(&said));
    }
    if has(Frame::As)
        && let Some(words) = naming(sentence, last, cue.with_as, rules)
    {
        return Some(words);
    }
    let infinitive = of_any(&[Relation::Xcomp, Relation::Advcl, Relation::Ccomp])
        .filter(|&x| is_infinitive(sentence, x))
        .or_else(|| infinitive_after(sentence, last))
        .or_else(|| infinitive_behind_phrase(sentence, last, rules));
    if has(Frame::To)
        && let Some(infinitive) = infinitive
        && object.is_none()
    {
        return Some(Phrase::of(infinitive_range(sentence, infinitive, hit.head, rules)));
    }
    if has(Frame::Gerund)
        && let Some(gerund) = of_any(&[Relation::Xcomp, Relation::Ccomp, Relation::Advcl])
            .filter(|&g| g > hit.head && is_gerund(sentence, g))
            .filter(|&g| sentence.children_in(g, &[Relation::Mark]).next().is_none())
            // "Announced his resignation, telling the country why" announces the resignation.
            .filter(|&g| {
                sentence.tokens[g].relation != Relation::Advcl
                    || object.is_none()
                        && g.checked_sub(1).is_some_and(|before| sentence.tokens[before].lower != ",")
            })
    {
        let range = sentence.subtree(gerund);
        let end = range.end.min(end_of_clause(sentence, gerund, rules)).max(gerund + 1);
        return Some(Phrase::of(range.start..end));
    }
    let reflexive = |object: usize| {
        let word = sentence.tokens[object].lower.as_str();
        word.ends_with("self") || word.ends_with("selves")
    };
    if has(Frame::Quote)
        && let Some(words) = quoted_object(sentence, hit.head, last, object, rules)
    {
        return Some(words);
    }
    let behind = || {
        let chunk = sentence.noun_chunk(last + 1).filter(|chunk| chunk.tokens.start == last + 1)?;
        (hit.words.len() > 1).then_some(chunk.head)
    };
    // "Urged calm", which the parser takes for a predicate.
    let plain = || {
        of_any(&[Relation::Xcomp]).filter(|&said| {
            cue.stance == Stance::Demands
                && said == last + 1
                && sentence.tokens[said].upos == Upos::Adj
                && sentence
                    .tokens
                    .get(said + 1)
                    .is_none_or(|next| matches!(next.upos, Upos::Punct | Upos::Adp | Upos::Cconj))
        })
    };
    let object = object.or_else(behind).or_else(plain).filter(|&object| !reflexive(object))?;
    has(Frame::Object).then(|| with_complements(sentence, hit.head, object, rules))
}

/// "Has not said so", "suggests otherwise", "told the mediators as much": what stands for what was said before.
fn summary(sentence: &Sentence, last: usize, listener: bool) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let mut at = last + 1;
    if listener && let Some(chunk) = sentence.noun_chunk(at).filter(|chunk| chunk.tokens.start == at) {
        at = chunk.tokens.end;
    }
    let range = match tokens.get(at)?.lower.as_str() {
        "so" | "otherwise" => at..at + 1,
        "the" if tokens.get(at + 1)?.lower == "same" => at..at + 2,
        "as" if tokens.get(at + 1)?.lower == "much" => at..at + 2,
        _ => return None,
    };
    let ends = tokens.get(range.end).is_none_or(|next| {
        matches!(next.upos, Upos::Punct | Upos::Cconj | Upos::Adv)
            || next.upos == Upos::Adp && range.len() == 1
    });
    ends.then(|| Phrase::of(range))
}

/// "…, a figure that the ministry disputes": the noun that stands alone, and the pronoun that is the verb's only object.
fn told_of_what(sentence: &Sentence, verb: usize) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let own = own_subject(sentence, verb).filter(|&own| own < verb)?;
    let pronoun = sentence.subtree(own).start.checked_sub(1)?;
    let relative = matches!(tokens[pronoun].lower.as_str(), "that" | "which")
        && matches!(tokens[pronoun].relation, Relation::Obj | Relation::Obl)
        && tokens[verb].relation == Relation::AclRelcl;
    let ends =
        tokens.get(verb + 1).is_none_or(|next| matches!(next.upos, Upos::Punct | Upos::Adp | Upos::Adv));
    let noun = sentence.noun_chunk(pronoun.checked_sub(1)?).filter(|chunk| chunk.tokens.end == pronoun)?;
    let alone = noun.tokens.start.checked_sub(1).is_some_and(|at| tokens[at].lower == ",");
    (relative && ends && alone).then(|| Phrase::of(noun.tokens.start..pronoun + 1))
}

/// "Denied meeting him", "recalled being told".
fn is_gerund(sentence: &Sentence, verb: usize) -> bool {
    let tokens = &sentence.tokens;
    tokens[verb].xpos == Xpos::Vbg
        || sentence
            .children_in(verb, &[Relation::Aux, Relation::AuxPass])
            .any(|aux| tokens[aux].xpos == Xpos::Vbg && sentence.subtree(verb).start == aux)
}

/// Whether a clause begins with a word that makes it one: "that", "whether", a question word.
pub(super) fn is_marked(sentence: &Sentence, clause: &Phrase) -> bool {
    clause.first().is_some_and(|first| {
        matches!(
            sentence.tokens[first].lower.as_str(),
            "that" | "whether" | "if" | "how" | "why" | "what" | "who" | "when" | "where" | "which"
        )
    })
}

/// "Found “serious failures” in the chain of command": quoted words right behind a cue are what it says.
fn quoted_object(
    sentence: &Sentence,
    verb: usize,
    last: usize,
    object: Option<usize>,
    rules: &Rules,
) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    // "Warned that “time is running out” for some": a clause.
    if tokens.get(last + 1).is_some_and(|token| token.lower == "that") {
        return None;
    }
    let mark = |i: usize| tokens.get(i).is_some_and(|token| token.lower == "\"");
    let open = (last + 1..last + 3).find(|&i| mark(i))?;
    let close = (open + 1..tokens.len()).find(|&i| mark(i))?;
    let end = |object| {
        let whole = with_complements(sentence, verb, object, rules);
        whole.tokens().last().map_or(close + 1, |last| (last + 1).max(close + 1))
    };
    let whole = object.map_or(close + 1, end);
    Some(Phrase::of(last + 1..whole))
}

/// "Urged Norland to withdraw", "called on both sides to show restraint": whoever shall do it, and what.
fn object_to(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let last = *hit.words.last()?;
    let of_any = |relations: &'static [Relation]| {
        hit.words.iter().rev().find_map(|&word| sentence.children_in(word, relations).next())
    };
    let infinitive =
        of_any(&[Relation::Xcomp, Relation::Advcl, Relation::Ccomp]).filter(|&x| is_infinitive(sentence, x));
    let object = match final_preposition(sentence, hit) {
        Some(preposition) => tokens[preposition].head.filter(|&head| head > preposition),
        None => of_any(&[Relation::Obj, Relation::Iobj]).filter(|&o| o > hit.head && !hit.words.contains(&o)),
    };
    let object = object.or_else(|| own_subject(sentence, infinitive?).filter(|&s| s > hit.head))?;
    let inside = sentence
        .children_in(object, &[Relation::Acl, Relation::Advcl, Relation::Nmod])
        .find(|&x| is_infinitive(sentence, x));
    if let Some(infinitive) = infinitive.or(inside).filter(|&infinitive| infinitive > object) {
        return Some(
            subtree(sentence, object)
                .union(&Phrase::of(infinitive_range(sentence, infinitive, hit.head, rules))),
        );
    }
    // The parser lost the infinitive: "to" and a word behind the listener's noun phrase will do.
    let to = (last + 2..(last + 9).min(tokens.len())).find(|&i| tokens[i].lower == "to")?;
    let nominal = (last + 1..to).all(|i| {
        matches!(tokens[i].upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Pron | Upos::Num)
            || matches!(tokens[i].lower.as_str(), "and" | "of" | "'s")
    });
    let infinitive = tokens.get(to + 1).is_some_and(|token| {
        token.xpos == Xpos::Vb || (tokens[to].xpos == Xpos::To && token.upos == Upos::Verb)
    });
    let end = end_of_infinitive(sentence, to);
    (nominal && infinitive).then(|| Phrase::of(last + 1..end))
}

/// "Seems to have left", "appears unlikely": the subject and what it is thought to be.
fn raised(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Phrase> {
    // "Anything that seemed solid", "in what appeared to be an attempt".
    let own = own_subject(sentence, hit.head);
    let of_what = hit.head.checked_sub(1).is_some_and(|before| sentence.tokens[before].lower == "what");
    if of_what {
        return None;
    }
    if own.is_some_and(|own| matches!(sentence.tokens[own].xpos, Xpos::Wdt | Xpos::Wp)) {
        return None;
    }
    if let Some(that) = sentence.children_in(hit.head, &[Relation::Ccomp]).find(|&c| c > hit.head) {
        return Some(subtree(sentence, that));
    }
    let said = sentence
        .children_in(hit.head, &[Relation::Xcomp])
        .next()
        .or_else(|| infinitive_after(sentence, hit.head))
        .filter(|&said| said > hit.head)?;
    // "Appears on CNN to reveal": somebody is seen there.
    let adverb = |at: usize| matches!(sentence.tokens[at].upos, Upos::Adv | Upos::Part);
    if !(hit.head + 1..sentence.subtree(said).start).all(adverb) {
        return None;
    }
    let own = subject(sentence, hit.head, rules).map(|own| subtree(sentence, own)).unwrap_or_default();
    let own = if own.contains(hit.head) { Phrase::default() } else { own };
    Some(own.union(&subtree(sentence, said)))
}

/// The preposition that closes a cue ("call for").
pub(super) fn final_preposition(sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let last = *hit.words.last()?;
    let is_preposition = matches!(sentence.tokens[last].relation, Relation::Case | Relation::Mark)
        && sentence.tokens[last].xpos != Xpos::To;
    (hit.words.len() > 1 && is_preposition).then_some(last)
}

/// Whether a word says that people are lost: "feared dead".
pub(super) fn is_lost(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|token| {
        matches!(
            token.lower.as_str(),
            "dead" | "missing" | "killed" | "trapped" | "drowned" | "buried" | "lost"
        )
    })
}

/// The content of a passive cue.
pub(super) fn passive_content(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Phrase> {
    let has = |frame| cue.frames.contains(&frame);
    let subject = own_subject(sentence, hit.head);
    // "Officers accused of theft were freed": no clause is said of them.
    let blamed = sentence.tokens[hit.head].relation == Relation::Acl
        && has(Frame::ObjectOf)
        && sentence
            .tokens
            .get(hit.head + 1)
            .is_some_and(|next| matches!(next.lower.as_str(), "of" | "with" | "in"));
    let feared = is_lost(sentence, hit.head + 1);
    if (has(Frame::That) || has(Frame::Passive))
        && !blamed
        && !feared
        && let Some(clause) = clause(sentence, hit, rules)
    {
        // "No evidence was found that a bomb went off": without its subject it would say the reverse.
        let negated = subject.filter(|&subject| {
            subject < hit.head && sentence.tokens[sentence.subtree(subject).start].lower == "no"
        });
        return Some(match negated {
            Some(subject) => subtree(sentence, subject).union(&clause),
            None => clause,
        });
    }
    let subject = subject.or_else(|| {
        // "The man believed to have fired": a participle says it of its noun.
        let token = &sentence.tokens[hit.head];
        token.head.filter(|_| token.relation == Relation::Acl).or_else(|| {
            let before = hit.head.checked_sub(1).filter(|_| feared)?;
            matches!(sentence.tokens[before].upos, Upos::Noun | Upos::Num | Upos::Propn).then_some(before)
        })
    });
    // "He survived three votes and is expected to survive this one".
    let shared = || {
        let joined = sentence.tokens[hit.head].relation == Relation::Conj;
        let own = sentence.ancestors(hit.head).take(3).find_map(|above| own_subject(sentence, above));
        own.filter(|&own| joined && own < hit.head)
    };
    let subject = subject.or_else(shared)?;
    // "Who is backed by": the pronoun says nothing by itself; "who is expected to run" does.
    let runs = has(Frame::Passive) && infinitive_after(sentence, hit.head).is_some()
        || has(Frame::ObjectOf)
            && sentence
                .tokens
                .get(hit.head + 1)
                .is_some_and(|next| matches!(next.lower.as_str(), "of" | "with"));
    if antecedent(sentence, subject).is_some() && !runs {
        return None;
    }
    let whole = if sentence.subtree(subject).contains(&hit.head) {
        Phrase::of(sentence.subtree(subject).start..subject + 1)
    } else {
        subtree(sentence, subject)
    };
    if let Some(preposition) = final_preposition(sentence, hit) {
        // "was called for": the subject is what is called for; with an object of its own it is something else.
        return sentence.tokens[preposition].head.filter(|&head| head <= hit.head).map(|_| whole);
    }
    let infinitive = sentence
        .children_in(hit.head, &[Relation::Xcomp, Relation::Advcl, Relation::Ccomp])
        .find(|&x| is_infinitive(sentence, x))
        .or_else(|| infinitive_after(sentence, hit.head));
    if (has(Frame::Passive) || has(Frame::ObjectTo))
        && let Some(infinitive) = infinitive
    {
        let said = Phrase::of(infinitive_range(sentence, infinitive, hit.head, rules));
        return Some(whole.union(&said));
    }
    // "Were reported killed in the blast", "is believed dead".
    let next = *hit.words.last()? + 1;
    let predicate = || {
        sentence.tokens.get(next).is_some_and(|token| {
            token.xpos == Xpos::Vbn && token.relation != Relation::Amod || token.lower == "alive" || feared
        })
    };
    if has(Frame::Passive) && predicate() {
        let end = if feared { next + 1 } else { end_of_clause(sentence, next, rules) };
        return Some(whole.with(next..end));
    }
    if has(Frame::ObjectOf)
        && let Some(blame) = blame(sentence, hit.head, hit.head, cue, rules)
    {
        return Some(whole.union(&up_to_day(sentence, blame, rules)));
    }
    if has(Frame::As)
        && let Some(said) = complement(sentence, hit.head, hit.head)
        // "The village is called Dry Well" names it; nobody holds that against it.
        && (agent(sentence, hit.head).is_some() || marked_with(sentence, said, &["as"]))
    {
        return Some(whole.union(&subtree(sentence, said)));
    }
    let named_agent = agent(sentence, hit.head).is_some();
    (named_agent && (has(Frame::Object) || has(Frame::ObjectOf))).then_some(whole)
}

fn subtree(sentence: &Sentence, token: usize) -> Phrase {
    Phrase::of(sentence.subtree(token))
}

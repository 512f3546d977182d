//! Cues and their frames in one sentence: what the tree says about who says what.

use super::phrase::Phrase;
use super::rules::{Cue, CuePart, Frame, Rules};
use super::subject::{agent, is_passive, noun_phrase, own_subject, subject};
use super::{Modality, Polarity};
use crate::language::{Relation, Sentence, Upos, Xpos};
use compact_str::CompactString;
use std::collections::HashSet;

/// How far apart the words of a cue may stand, in tokens.
const GAP: usize = 2;

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
    pub addressee: Option<usize>,
    pub polarity: Polarity,
    pub modality: Modality,
}

/// All cues of a sentence, in order; of two that begin with one word, the longer phrase.
pub(super) fn hits(sentence: &Sentence, rules: &Rules) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    for head in 0..sentence.tokens.len() {
        if found.iter().any(|hit: &Hit| hit.words.len() > 1 && hit.words[1..].contains(&head)) {
            continue;
        }
        let token = &sentence.tokens[head];
        let mut numbers: Vec<usize> = [token.lemma.as_str(), token.lower.as_str()]
            .iter()
            .filter_map(|word| rules.by_lemma.get(*word))
            .flatten()
            .chain(rules.by_form.get(&token.lower).into_iter().flatten())
            .copied()
            .collect();
        numbers.sort_by_key(|&number| (std::cmp::Reverse(rules.cues[number].words.len()), number));
        numbers.dedup();
        for number in numbers {
            let cue = &rules.cues[number];
            if fits_part(sentence, head, cue.part)
                && let Some(words) = words(sentence, head, cue)
            {
                found.push(Hit { cue: number, head, words });
            }
        }
    }
    found
}

fn fits_part(sentence: &Sentence, head: usize, part: CuePart) -> bool {
    let token = &sentence.tokens[head];
    match part {
        CuePart::Verb => token.upos == Upos::Verb,
        CuePart::Noun => token.upos == Upos::Noun,
        CuePart::Adjective => token.upos == Upos::Adj || token.upos == Upos::Verb,
        CuePart::Adverb => token.upos == Upos::Adv,
        CuePart::Preposition => true,
    }
}

fn words(sentence: &Sentence, head: usize, cue: &Cue) -> Option<Vec<usize>> {
    let mut found = vec![head];
    for word in &cue.words[1..] {
        let from = found[found.len() - 1] + 1;
        let to =
            (from + 1 + if cue.part == CuePart::Preposition { 0 } else { GAP }).min(sentence.tokens.len());
        let next =
            (from..to).find(|&i| sentence.tokens[i].lemma == *word || sentence.tokens[i].lower == *word)?;
        if (from..next).any(|i| matches!(sentence.tokens[i].upos, Upos::Punct | Upos::Verb | Upos::Sconj)) {
            return None;
        }
        found.push(next);
    }
    Some(found)
}

/// What a cue found by its own frames, quotations aside.
pub(super) fn attribute(sentence: &Sentence, hit: &Hit, rules: &Rules) -> Option<Attribution> {
    let cue = &rules.cues[hit.cue];
    match cue.part {
        CuePart::Verb | CuePart::Adjective => predicate(sentence, hit, cue),
        CuePart::Noun => noun(sentence, hit, cue, &rules.uttering_verbs),
        CuePart::Adverb => adverb(sentence, hit),
        CuePart::Preposition => preposition(sentence, hit),
    }
}

fn predicate(sentence: &Sentence, hit: &Hit, cue: &Cue) -> Option<Attribution> {
    let head = hit.head;
    if cue.frames.contains(&Frame::Attribute) {
        return attribute_of(sentence, hit);
    }
    if cue.part == CuePart::Adjective
        && sentence.tokens[head].upos == Upos::Adj
        && !is_predicative(sentence, head)
    {
        return None;
    }
    let passive = is_passive(sentence, head) && cue.part == CuePart::Verb;
    let content =
        if passive { passive_content(sentence, hit, cue)? } else { active_content(sentence, hit, cue)? };
    let speaker = if passive { agent(sentence, head) } else { subject(sentence, head) };
    // A cue whose subject is its own content or the empty "it" has no speaker: "it emerged that".
    let speaker = speaker.filter(|&s| !content.contains(s) && sentence.tokens[s].relation != Relation::Expl);
    let source = speaker.map(|s| noun_phrase(sentence, s, head)).unwrap_or_default();
    let source = if passive { without_case(sentence, speaker, &source) } else { source };
    finish(sentence, hit, speaker, source, content, passive)
}

/// "The alleged ringleader": the noun is what is said, by nobody in particular.
fn attribute_of(sentence: &Sentence, hit: &Hit) -> Option<Attribution> {
    let token = &sentence.tokens[hit.head];
    let noun = token.head.filter(|_| token.relation == Relation::Amod)?;
    let content = subtree(sentence, noun);
    finish(sentence, hit, None, Phrase::default(), content, false)
        .map(|found| Attribution { addressee: None, ..found })
}

fn finish(
    sentence: &Sentence,
    hit: &Hit,
    speaker: Option<usize>,
    source: Phrase,
    content: Phrase,
    passive: bool,
) -> Option<Attribution> {
    let cue = cue_words(sentence, hit);
    let content = content.without(&cue).without(&source).trimmed(sentence);
    if content.is_empty() {
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
        addressee,
        polarity: polarity(sentence, hit.head),
        modality: modality(sentence, hit.head),
        content,
        hit: hit.clone(),
    })
}

fn is_predicative(sentence: &Sentence, head: usize) -> bool {
    sentence.children_in(head, &[Relation::Cop]).next().is_some()
        || matches!(
            sentence.tokens[head].relation,
            Relation::Xcomp | Relation::Root | Relation::Conj | Relation::Advcl
        )
}

/// The content of an active cue by the first of its frames that is filled.
fn active_content(sentence: &Sentence, hit: &Hit, cue: &Cue) -> Option<Phrase> {
    let has = |frame| cue.frames.contains(&frame);
    let of_any = |relations: &'static [Relation]| {
        hit.words.iter().rev().find_map(|&word| sentence.children_in(word, relations).next())
    };
    if has(Frame::That)
        && let Some(clause) = clause(sentence, hit)
    {
        return Some(clause);
    }
    if let Some(preposition) = final_preposition(sentence, hit) {
        let object = sentence.tokens[preposition].head.filter(|&head| head > preposition)?;
        return has(Frame::Object).then(|| subtree(sentence, object));
    }
    let object = of_any(&[Relation::Obj]).filter(|&object| object > hit.head && !hit.words.contains(&object));
    let infinitive =
        of_any(&[Relation::Xcomp, Relation::Advcl, Relation::Ccomp]).filter(|&x| is_infinitive(sentence, x));
    if has(Frame::ObjectTo)
        && let Some(object) = object.or_else(|| own_subject(sentence, infinitive?).filter(|&s| s > hit.head))
    {
        let inside = sentence
            .children_in(object, &[Relation::Acl, Relation::Advcl])
            .find(|&x| is_infinitive(sentence, x));
        if let Some(infinitive) = infinitive.or(inside) {
            return Some(subtree(sentence, object).union(&subtree(sentence, infinitive)));
        }
    }
    if has(Frame::ObjectOf)
        && let Some(object) = object
    {
        let blame = sentence.children(hit.head).find(|&child| {
            matches!(sentence.tokens[child].relation, Relation::Obl | Relation::Advcl)
                && child > object
                && sentence
                    .children(child)
                    .any(|m| matches!(sentence.tokens[m].lower.as_str(), "of" | "for" | "over" | "with"))
        });
        let content = subtree(sentence, object);
        return Some(match blame {
            Some(blame) => content.union(&subtree(sentence, blame)),
            None => content,
        });
    }
    if has(Frame::As)
        && let Some(object) = object
        && let Some(said) = complement(sentence, hit.head, object)
    {
        return Some(subtree(sentence, object).union(&subtree(sentence, said)));
    }
    let infinitive = infinitive.or_else(|| infinitive_after(sentence, *hit.words.last()?));
    if has(Frame::To)
        && let Some(infinitive) = infinitive
        && object.is_none()
    {
        return Some(subtree(sentence, infinitive));
    }
    if has(Frame::Gerund)
        && let Some(gerund) = of_any(&[Relation::Xcomp, Relation::Ccomp, Relation::Advcl])
            .filter(|&g| g > hit.head && sentence.tokens[g].xpos == Xpos::Vbg)
            .filter(|&g| sentence.children_in(g, &[Relation::Mark]).next().is_none())
    {
        return Some(subtree(sentence, gerund));
    }
    if has(Frame::Object)
        && let Some(object) = object.filter(|&object| {
            !sentence.tokens[object].lower.ends_with("self")
                && !sentence.tokens[object].lower.ends_with("selves")
        })
    {
        return Some(with_complements(sentence, hit.head, object));
    }
    has(Frame::That).then(|| parenthetical(sentence, hit.head)).flatten()
}

/// An object with the prepositional phrases behind it that the parser may have hung on the verb ("demanded
/// an inquiry into the sale"), but not those that tell when or where.
fn with_complements(sentence: &Sentence, verb: usize, object: usize) -> Phrase {
    const OF_NOUNS: [&str; 10] =
        ["of", "into", "on", "over", "against", "between", "for", "from", "about", "with"];
    let mut phrase = subtree(sentence, object);
    for child in sentence.children(verb).filter(|&child| child > object) {
        let range = sentence.subtree(child);
        let next = phrase.tokens().last().is_some_and(|last| last + 1 == range.start);
        let noun = &sentence.tokens[child];
        let of_noun = noun.relation == Relation::Obl
            && noun.upos == Upos::Noun
            && OF_NOUNS.contains(&sentence.tokens[range.start].lower.as_str());
        if !(next && of_noun) {
            break;
        }
        phrase = phrase.with(range);
    }
    phrase
}

/// The second half of "called the plan a mistake", "described it as a mistake".
fn complement(sentence: &Sentence, verb: usize, object: usize) -> Option<usize> {
    sentence.children(verb).find(|&child| {
        let as_phrase = || {
            sentence
                .children_in(child, &[Relation::Case, Relation::Mark])
                .any(|case| matches!(sentence.tokens[case].lower.as_str(), "as" | "to"))
        };
        child > object
            && match sentence.tokens[child].relation {
                // Parsers know only so much of small clauses: "called him a liar" may have two objects.
                Relation::Xcomp | Relation::Obj | Relation::OblUnmarked => true,
                Relation::Obl | Relation::Advcl => as_phrase(),
                _ => false,
            }
    })
}

/// A finite clause, or a question, that depends on one of the words of a cue.
fn clause(sentence: &Sentence, hit: &Hit) -> Option<Phrase> {
    let complement = |&word: &usize| {
        sentence.children(word).find(|&child| {
            let token = &sentence.tokens[child];
            let clausal = match token.relation {
                Relation::Ccomp => true,
                Relation::Advcl | Relation::Acl | Relation::Xcomp => {
                    marked_with(sentence, child, &["that", "whether"])
                }
                _ => false,
            };
            clausal
                && (!is_infinitive(sentence, child)
                    || marked_with(sentence, child, &["whether", "how", "what"]))
        })
    };
    let child = hit.words.iter().rev().find_map(complement)?;
    let range = sentence.subtree(child);
    // "repeated its belief that …": the clause says what the noun before it holds.
    let of_noun = sentence.tokens[range.start].lower == "that"
        && range.start > hit.head + 1
        && sentence.tokens[range.start - 1].upos == Upos::Noun
        && sentence.children_in(hit.head, &[Relation::Obj]).any(|object| object == range.start - 1)
        && sentence.tokens[child].relation != Relation::Ccomp;
    (!of_noun).then(|| own_words(sentence, child))
}

/// A clause without a contrast that the author adds in his own voice: "said it was over, but the guns went on".
fn own_words(sentence: &Sentence, verb: usize) -> Phrase {
    let added = sentence.children_in(verb, &[Relation::Conj]).find(|&conjunct| {
        let contrast = |&cc: &usize| matches!(sentence.tokens[cc].lower.as_str(), "but" | "yet");
        let begins = |cc: usize| cc > 0 && sentence.tokens[cc - 1].lower == ",";
        sentence.children_in(conjunct, &[Relation::Cc]).find(contrast).is_some_and(begins)
            && own_subject(sentence, conjunct).is_some()
            && !marked_with(sentence, conjunct, &["that"])
    });
    let whole = subtree(sentence, verb);
    match added {
        Some(conjunct) => whole.without(&subtree(sentence, conjunct)),
        None => whole,
    }
}

fn marked_with(sentence: &Sentence, verb: usize, words: &[&str]) -> bool {
    sentence.children(verb).any(|child| words.contains(&sentence.tokens[child].lower.as_str()))
}

fn is_infinitive(sentence: &Sentence, verb: usize) -> bool {
    sentence.children_in(verb, &[Relation::Mark]).any(|mark| sentence.tokens[mark].xpos == Xpos::To)
}

/// The infinitive whose "to" stands right behind a word, wherever the parser hung it.
fn infinitive_after(sentence: &Sentence, word: usize) -> Option<usize> {
    let to = word + 1;
    let token = sentence.tokens.get(to)?;
    let verb = token.head.filter(|&head| head > to && sentence.tokens[head].xpos == Xpos::Vb)?;
    (token.xpos == Xpos::To).then_some(verb)
}

/// The preposition that closes a cue ("call for").
fn final_preposition(sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let last = *hit.words.last()?;
    let is_preposition = matches!(sentence.tokens[last].relation, Relation::Case | Relation::Mark)
        && sentence.tokens[last].xpos != Xpos::To;
    (hit.words.len() > 1 && is_preposition).then_some(last)
}

/// What surrounds a cue that stands in parentheses or follows what is said: "The sale, they argue, was never
/// put to a vote". Commas show the construction more surely than the tree does: between two of them (or one
/// and an end of the sentence) there is nothing but the cue, its subject and what hangs on the two.
fn parenthetical(sentence: &Sentence, verb: usize) -> Option<Phrase> {
    let own = own_subject(sentence, verb)?;
    let tokens = &sentence.tokens;
    let parts = |i: usize| matches!(tokens[i].lower.as_str(), "," | "-" | ";" | "(" | ")" | "--");
    let (low, high) = (own.min(verb), own.max(verb));
    if (low..high).any(parts) {
        return None;
    }
    let noun_phrase = sentence.subtree(own);
    // A name may have its apposition between commas before the verb; then the comma before that counts.
    let first = low.min(noun_phrase.start);
    let begin = (0..first).rev().find(|&i| parts(i)).map_or(0, |i| i + 1);
    let stops = |i: usize| parts(i) || matches!(tokens[i].lower.as_str(), "." | "?" | "!" | ":");
    let end = (high..tokens.len()).find(|&i| stops(i)).unwrap_or(tokens.len());
    let relative = |i: usize| {
        matches!(
            tokens[i].lower.as_str(),
            "who" | "which" | "that" | "whose" | "where" | "when" | "as" | "if" | "because"
        )
    };
    if begin != first || (begin..low).any(relative) || tokens[begin].upos == Upos::Cconj {
        return None;
    }
    let verbal = |range: std::ops::Range<usize>| {
        range
            .into_iter()
            .any(|i| matches!(tokens[i].upos, Upos::Verb | Upos::Aux) && !matches!(tokens[i].xpos, Xpos::Vbg))
    };
    let before = verbal(0..begin);
    let after = verbal(end..tokens.len());
    let closes = (end..tokens.len()).all(|i| tokens[i].upos == Upos::Punct);
    let (content, whole) = (Phrase::of(0..begin), Phrase::of(0..begin).with(end..tokens.len()));
    match (before, after, closes) {
        (true, _, true) => Some(content),
        (_, true, false) if begin > 0 && parts(begin - 1) => Some(whole),
        _ => None,
    }
}

/// The content of a passive cue.
fn passive_content(sentence: &Sentence, hit: &Hit, cue: &Cue) -> Option<Phrase> {
    let has = |frame| cue.frames.contains(&frame);
    let subject = own_subject(sentence, hit.head);
    if has(Frame::That)
        && let Some(clause) = clause(sentence, hit)
    {
        return Some(clause);
    }
    let subject = subject?;
    if let Some(preposition) = final_preposition(sentence, hit) {
        // "was called for": the subject is what is called for; with an object of its own it is something else.
        return sentence.tokens[preposition]
            .head
            .filter(|&head| head <= hit.head)
            .map(|_| subtree(sentence, subject));
    }
    let infinitive = sentence.children_in(hit.head, &[Relation::Xcomp]).find(|&x| is_infinitive(sentence, x));
    if (has(Frame::Passive) || has(Frame::ObjectTo))
        && let Some(infinitive) = infinitive
    {
        return Some(subtree(sentence, subject).union(&subtree(sentence, infinitive)));
    }
    if has(Frame::ObjectOf) {
        let blame = sentence.children(hit.head).find(|&child| {
            child > hit.head
                && matches!(sentence.tokens[child].relation, Relation::Obl | Relation::Advcl)
                && sentence
                    .children(child)
                    .any(|m| matches!(sentence.tokens[m].lower.as_str(), "of" | "for" | "over" | "with"))
        });
        if let Some(blame) = blame {
            return Some(subtree(sentence, subject).union(&subtree(sentence, blame)));
        }
    }
    if has(Frame::As)
        && let Some(said) = complement(sentence, hit.head, subject)
        // "The village is called Dry Well" names it; nobody holds that against it.
        && (agent(sentence, hit.head).is_some() || marked_with(sentence, said, &["as"]))
    {
        return Some(subtree(sentence, subject).union(&subtree(sentence, said)));
    }
    let named_agent = agent(sentence, hit.head).is_some();
    (named_agent && (has(Frame::Object) || has(Frame::ObjectOf))).then(|| subtree(sentence, subject))
}

/// "Norland's claim that …", "a denial by the ministry", "the threat to withdraw".
fn noun(sentence: &Sentence, hit: &Hit, cue: &Cue, uttering: &HashSet<CompactString>) -> Option<Attribution> {
    let head = hit.head;
    let has = |frame| cue.frames.contains(&frame);
    let with_case = |child: usize, words: &[&str]| {
        sentence
            .children_in(child, &[Relation::Case, Relation::Mark])
            .any(|case| words.contains(&sentence.tokens[case].lower.as_str()))
    };
    let content = sentence.children(head).filter(|&child| child > head).find_map(|child| {
        let token = &sentence.tokens[child];
        let fits = match token.relation {
            Relation::Acl | Relation::Ccomp | Relation::AclRelcl | Relation::Advcl => {
                (has(Frame::That)
                    && marked_with(sentence, child, &["that", "whether"])
                    && own_subject(sentence, child).is_none_or(|s| sentence.tokens[s].lower != "that"))
                    || (has(Frame::To) && is_infinitive(sentence, child))
                    || (has(Frame::Of) && with_case(child, &["of", "about", "for", "against"]))
            }
            Relation::Nmod => {
                has(Frame::Of) && with_case(child, &["of", "about", "for", "against", "over", "on"])
            }
            _ => false,
        };
        fits.then(|| subtree(sentence, child))
    });
    let object = final_preposition(sentence, hit).and_then(|preposition| sentence.tokens[preposition].head);
    let object = object.filter(|&object| has(Frame::Object) && object > head);
    let content = content.or_else(|| object.map(|object| subtree(sentence, object)));
    let content = content.or_else(|| has(Frame::That).then(|| clause_after(sentence, head)).flatten())?;
    let possessor = sentence.children_in(head, &[Relation::NmodPoss]).next();
    let by = sentence.children_in(head, &[Relation::Nmod]).find(|&child| with_case(child, &["by", "from"]));
    let maker = || {
        let token = &sentence.tokens[head];
        let verb = token.head.filter(|_| token.relation == Relation::Obj)?;
        uttering.contains(sentence.tokens[verb].lemma.as_str()).then(|| subject(sentence, verb)).flatten()
    };
    let speaker = possessor.or(by).or_else(maker).filter(|&s| !content.contains(s));
    // "The order to fire was given": without somebody who gave it, a noun with an infinitive says too little.
    let clausal = content
        .first()
        .is_some_and(|first| matches!(sentence.tokens[first].lower.as_str(), "that" | "whether"));
    if speaker.is_none() && !clausal {
        return None;
    }
    let source = speaker.map(|s| noun_phrase(sentence, s, head)).unwrap_or_default();
    let source = without_case(sentence, speaker, &source);
    finish(sentence, hit, speaker, source, content, false)
        .map(|found| Attribution { addressee: None, ..found })
}

/// A source without the "by", "from" or "'s" that makes it one.
fn without_case(sentence: &Sentence, speaker: Option<usize>, source: &Phrase) -> Phrase {
    let case: Vec<usize> =
        speaker.map(|speaker| sentence.children_in(speaker, &[Relation::Case]).collect()).unwrap_or_default();
    source.without(&Phrase::of_tokens(&case))
}

/// The clause whose "that" stands right behind a noun, or behind a colon near it, wherever the parser hung
/// it: "Norland's position: that it will not yield".
fn clause_after(sentence: &Sentence, noun: usize) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let is_that = |i: usize| tokens.get(i).is_some_and(|token| token.lower == "that");
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

/// "It was reportedly broken within the hour": what follows the adverb, to the end of its clause.
fn adverb(sentence: &Sentence, hit: &Hit) -> Option<Attribution> {
    let head = sentence.tokens[hit.head].head?;
    let clause = sentence.subtree(head);
    let content = if hit.head + 1 < clause.end && clause.contains(&hit.head) && hit.head > clause.start {
        Phrase::of(hit.head + 1..clause.end)
    } else {
        Phrase::of(clause)
    };
    finish(sentence, hit, None, Phrase::default(), content, false)
        .map(|found| Attribution { addressee: None, ..found })
}

/// "According to the ministry, …": its object speaks, the clause it stands in is said.
fn preposition(sentence: &Sentence, hit: &Hit) -> Option<Attribution> {
    let last = *hit.words.last()?;
    let outside = |token: usize| sentence.tokens[token].head.filter(|head| !hit.words.contains(head));
    // The object is the word that the preposition hangs on, or, where the parser turned it round, a child.
    let object = hit
        .words
        .iter()
        .find_map(|&word| {
            outside(word).filter(|&head| head > last && sentence.tokens[word].relation == Relation::Case)
        })
        .or_else(|| hit.words.iter().find_map(|&word| sentence.children(word).find(|&child| child > last)))?;
    let source = subtree(sentence, object).without(&Phrase::of_tokens(&hit.words)).trimmed(sentence);
    let content = beside(sentence, hit, object)?;
    finish(sentence, hit, Some(object), source, content, false)
        .map(|found| Attribution { addressee: None, ..found })
}

/// What a source named by a preposition says: at the head of its sentence all that follows, behind a comma
/// all that came before; elsewhere the clause that it stands in.
fn beside(sentence: &Sentence, hit: &Hit, object: usize) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let named = sentence.subtree(object);
    let (first, last) = (hit.words[0].min(named.start), named.end.max(object + 1));
    let verbal =
        |mut range: std::ops::Range<usize>| range.any(|i| matches!(tokens[i].upos, Upos::Verb | Upos::Aux));
    let closes = (last..tokens.len()).all(|i| tokens[i].upos == Upos::Punct);
    if closes && first > 0 && tokens[first - 1].lower == "," {
        return Some(Phrase::of(0..first));
    }
    if !verbal(0..first) && verbal(last..tokens.len()) {
        return Some(Phrase::of(last..tokens.len()));
    }
    // The clause that is said has a subject of its own; a noun governs the phrase by mistake.
    let mut clause = tokens[object].head.filter(|head| !hit.words.contains(head)).or(tokens[hit.head].head)?;
    while own_subject(sentence, clause).is_none() {
        match tokens[clause].head {
            Some(head) if !hit.words.contains(&head) && head != object => clause = head,
            _ => break,
        }
    }
    let range =
        if own_subject(sentence, clause).is_some() { sentence.subtree(clause) } else { 0..tokens.len() };
    Some(Phrase::of(range).without(&Phrase::of(first..last)))
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

fn subtree(sentence: &Sentence, token: usize) -> Phrase {
    Phrase::of(sentence.subtree(token))
}

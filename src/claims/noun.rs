//! Nouns: "Norland's claim that …", "a denial by the ministry", "the threat to withdraw".

use super::clause::{clause_after, is_infinitive, marked_with};
use super::cue::Hit;
use super::frames::{Attribution, finish, without_case};
use super::phrase::Phrase;
use super::predicate::final_preposition;
use super::rules::{Cue, Frame};
use super::subject::{noun_phrase, own_subject, subject};
use crate::language::{Relation, Sentence};
use compact_str::CompactString;
use std::collections::HashSet;

/// What a noun says, and who says it: its possessor, its agent, or the subject of the verb that it is the
/// object of, if that verb is one of `uttering`.
pub(super) fn noun(
    sentence: &Sentence,
    hit: &Hit,
    cue: &Cue,
    uttering: &HashSet<CompactString>,
) -> Option<Attribution> {
    let head = hit.head;
    let with_case = |child: usize, words: &[&str]| {
        sentence
            .children_in(child, &[Relation::Case, Relation::Mark])
            .any(|case| words.contains(&sentence.tokens[case].lower.as_str()))
    };
    let content = content(sentence, hit, cue, &with_case)?;
    let possessor = sentence.children_in(head, &[Relation::NmodPoss]).next();
    let by = sentence
        .children_in(head, &[Relation::Nmod, Relation::Obl])
        .find(|&child| child > head && with_case(child, &["by", "from", "among"]));
    let maker = || {
        let token = &sentence.tokens[head];
        let verb = token.head.filter(|_| token.relation == Relation::Obj)?;
        uttering.contains(sentence.tokens[verb].lemma.as_str()).then(|| subject(sentence, verb)).flatten()
    };
    let speaker = possessor.or(by).or_else(maker).filter(|&s| !content.contains(s) || Some(s) == by);
    // "The order to fire was given": without somebody who gave it, a noun with an infinitive says too little.
    let clausal = content
        .first()
        .is_some_and(|first| matches!(sentence.tokens[first].lower.as_str(), "that" | "whether"));
    if speaker.is_none() && !clausal {
        return None;
    }
    let source = speaker.map(|s| noun_phrase(sentence, s, head)).unwrap_or_default();
    let source =
        source.without(&content.clone().without(&Phrase::of(sentence.subtree(speaker.unwrap_or(head)))));
    let source = without_case(sentence, speaker, &source);
    finish(sentence, hit, speaker, source, content, false)
        .map(|found| Attribution { addressee: None, ..found })
}

fn content(
    sentence: &Sentence,
    hit: &Hit,
    cue: &Cue,
    with_case: &dyn Fn(usize, &[&str]) -> bool,
) -> Option<Phrase> {
    let head = hit.head;
    let has = |frame| cue.frames.contains(&frame);
    let inside = sentence.children(head).filter(|&child| child > head).find_map(|child| {
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
        fits.then(|| Phrase::of(sentence.subtree(child)))
    });
    let object = final_preposition(sentence, hit).and_then(|preposition| sentence.tokens[preposition].head);
    let object = object.filter(|&object| has(Frame::Object) && object > head);
    inside
        .or_else(|| object.map(|object| Phrase::of(sentence.subtree(object))))
        .or_else(|| has(Frame::That).then(|| clause_after(sentence, head)).flatten())
}

//! Nouns: "Norland's claim that …", "a denial by the ministry", "the threat to withdraw".

use super::Stance;
use super::bounds::{behind_adverbials, end_of_clause, end_of_infinitive, verb_cues};
use super::clause::{clause_after, marked_with};
use super::content::final_preposition;
use super::cue::Hit;
use super::frames::{Attribution, finish, without_case};
use super::infinitive::is_infinitive;
use super::parenthetical::end_of_names;
use super::phrase::Phrase;
use super::rules::{Cue, Frame, Rules};
use super::subject::{is_reduced, noun_phrase, own_subject, subject};
use super::viewpoint::viewpoint;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// What a noun says, and who says it: its possessor, its agent, a name before it, or the subject of the verb
/// that it is the object of, if one utters such things by that verb.
pub(super) fn noun(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Attribution> {
    let head = hit.head;
    if cue.frames.contains(&Frame::In) || cue.frames.contains(&Frame::By) {
        return viewpoint(sentence, hit, rules);
    }
    let with_case = |child: usize, words: &[&str]| {
        sentence
            .children_in(child, &[Relation::Case, Relation::Mark])
            .any(|case| words.contains(&sentence.tokens[case].lower.as_str()))
    };
    let is = it_is(sentence, hit, cue, rules);
    let spread = || spread(sentence, hit, cue, rules);
    let content = match is.clone().or_else(spread) {
        Some(content) => content,
        None => without_predicate(sentence, head, content(sentence, hit, cue, &with_case)?),
    };
    if lacks_object(sentence, &content, rules) {
        return None;
    }
    let possessor =
        sentence.children_in(head, &[Relation::NmodPoss]).next().or_else(|| owner(sentence, head));
    let by = sentence
        .children_in(head, &[Relation::Nmod, Relation::Obl])
        .find(|&child| child > head && with_case(child, &["by", "from", "among"]));
    let maker = || {
        let token = &sentence.tokens[head];
        let verb = token.head.filter(|_| token.relation == Relation::Obj)?;
        let utters = rules.uttering_verbs.contains(sentence.tokens[verb].lemma.as_str());
        utters.then(|| subject(sentence, verb, rules)).flatten()
    };
    // "Renewed their calls for": who does is whom "their" means.
    let pronoun = |s: &usize| sentence.tokens[*s].upos == Upos::Pron;
    let speaker = possessor
        .filter(|s| !pronoun(s))
        .or_else(|| possessor.and(maker()))
        .or(possessor)
        .or(by)
        .or_else(|| name_before(sentence, head))
        .or_else(maker)
        .filter(|&s| !content.contains(s) || Some(s) == by);
    // "The order to fire was given": without somebody who gave it, a noun with an infinitive says too little.
    let clausal = content.first().is_some_and(|first| {
        matches!(sentence.tokens[first].lower.as_str(), "that" | "whether") && !follows_colon(sentence, first)
    });
    let of = content.first().is_some_and(|first| {
        matches!(sentence.tokens[first].lower.as_str(), "of" | "about" | "for") && first == head + 1
            || hit.words.len() > 1 && first > head
    });
    // "Fears of a coup", "criticism of the plan", not "the fear of God".
    let before = head.checked_sub(1).map_or("", |before| sentence.tokens[before].lower.as_str());
    // "The idea is that it will float" tells of nobody.
    if speaker.is_none() && is.is_some() {
        return None;
    }
    let many =
        cue.alone && of && !matches!(before, "the" | "this" | "that" | "no" | "a" | "an" | "any" | "in");
    // "The decision to close the school", by whomever.
    let planned = cue.stance == Stance::Intends
        && content.first().is_some_and(|first| sentence.tokens[first].xpos == Xpos::To && first == head + 1);
    if speaker.is_none() && !clausal && !many && !planned {
        return None;
    }
    let source = speaker.map(|s| noun_phrase(sentence, s, head)).unwrap_or_default();
    let own = Phrase::of(sentence.subtree(speaker.unwrap_or(head)));
    let source = match speaker.is_some_and(|speaker| content.contains(speaker)) {
        true => source.without(&content.clone().without(&own)),
        false => source.without(&content),
    };
    let source = without_case(sentence, speaker, &source);
    finish(sentence, hit, speaker, source, content, false, rules)
        .map(|found| Attribution { addressee: None, ..found })
}

/// "Her hope is that …", "the group's goal is to …": what a noun says behind "is".
fn it_is(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let is = hit.head + 1;
    let copula = tokens.get(is)?;
    let from = behind_adverbials(sentence, is + 1, rules);
    let fits = match tokens.get(from)?.lower.as_str() {
        "that" | "whether" => cue.frames.contains(&Frame::That),
        "to" => cue.frames.contains(&Frame::To) && tokens.get(from + 1)?.xpos == Xpos::Vb,
        _ => false,
    };
    let finite = copula.lemma == "be" && copula.xpos.is_finite();
    (fits && finite).then(|| Phrase::of(from..end_of_clause(sentence, from, rules)))
}

/// "Rumours swirled that the king was dead": the clause stands behind the verb.
fn spread(sentence: &Sentence, hit: &Hit, cue: &Cue, rules: &Rules) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let verb = hit.head + 1;
    // "Legend has it that": the verb is one of the words of the cue.
    let next = tokens.get(verb)?;
    let has_it = hit.words.len() > 1 && next.lemma == "have";
    let spreads = next.upos == Upos::Verb && rules.spreading_verbs.contains(next.lemma.as_str());
    let last = if has_it { *hit.words.last()? } else { verb };
    let from = behind_adverbials(sentence, last + 1, rules);
    let that = tokens.get(from)?.lower == "that";
    let fits = (spreads || has_it) && that && cue.frames.contains(&Frame::That);
    fits.then(|| Phrase::of(from..end_of_clause(sentence, from, rules)))
}

/// "A version of events that the ministry denied", "a charge that he called an insult": what has no object of its own tells
/// of the noun, and is not what the noun says.
fn lacks_object(sentence: &Sentence, content: &Phrase, rules: &Rules) -> bool {
    let tokens = &sentence.tokens;
    let Some(first) = content.first().filter(|&first| tokens[first].lower == "that") else { return false };
    content.tokens().any(|verb| {
        let takes = verb_cues(&tokens[verb], rules).any(|cue| {
            cue.words.len() == 1 && (cue.frames.contains(&Frame::Object) || cue.frames.contains(&Frame::As))
        });
        let complements = [Relation::Obj, Relation::Ccomp, Relation::Xcomp];
        let own = own_subject(sentence, verb).filter(|&own| own > first);
        let near = own.is_some_and(|own| sentence.subtree(own).start == first + 1);
        let next = tokens.get(verb + 1);
        let ends = next.is_none_or(|next| {
            next.upos == Upos::Punct && next.lower != "\"" || matches!(next.lower.as_str(), "as" | "\"")
        });
        let as_what = next.is_some_and(|next| next.lower == "as")
            && sentence.children_in(verb, &[Relation::Obj]).next().is_none();
        (takes || as_what)
            && near
            && ends
            && tokens[verb].upos == Upos::Verb
            && (next.is_some_and(|next| matches!(next.lower.as_str(), "as" | "\""))
                || sentence.children_in(verb, &complements).next().is_none())
    })
}

/// Whoever stands in the possessive before a noun, where the tree hung him elsewhere.
fn owner(sentence: &Sentence, noun: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let mark = (noun.saturating_sub(3)..noun).rev().find(|&i| tokens[i].xpos == Xpos::Pos)?;
    let modifiers = (mark + 1..noun).all(|i| matches!(tokens[i].upos, Upos::Adj | Upos::Noun | Upos::Propn));
    mark.checked_sub(1).filter(|_| modifiers)
}

/// "A U.S. charge that", "Russian claims that".
fn name_before(sentence: &Sentence, noun: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let named = |&i: &usize| {
        let token = &tokens[i];
        token.upos == Upos::Propn
            || token.upos == Upos::Adj && i > 0 && token.form.starts_with(char::is_uppercase)
    };
    let is_modifier = |&i: &usize| matches!(tokens[i].upos, Upos::Adj | Upos::Noun | Upos::Propn);
    (noun.saturating_sub(3)..noun).rev().take_while(is_modifier).find(named)
}

fn content(
    sentence: &Sentence,
    hit: &Hit,
    cue: &Cue,
    with_case: &dyn Fn(usize, &[&str]) -> bool,
) -> Option<Phrase> {
    let head = hit.head;
    let has = |frame| cue.frames.contains(&frame);
    // "A view that he dismissed": the clause tells of the view.
    let relative = |child: usize| {
        let first = sentence.subtree(child).start;
        first == head + 1
            && sentence.tokens[first].lower == "that"
            && sentence.tokens[first].xpos == Xpos::Wdt
    };
    if sentence.children_in(head, &[Relation::AclRelcl]).any(relative) {
        return None;
    }
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
    // "Calls from the opposition for a recount": the parser hangs the second phrase on the first.
    let nested = || {
        let maker = sentence
            .children_in(head, &[Relation::Nmod])
            .find(|&child| child > head && with_case(child, &["by", "from"]))?;
        let said = sentence
            .children_in(maker, &[Relation::Nmod])
            .find(|&child| child > maker && with_case(child, &["for", "about", "against"]))?;
        has(Frame::Of).then(|| Phrase::of(sentence.subtree(said)))
    };
    let inside = inside.or_else(nested).or_else(|| behind_noun(sentence, head, cue));
    let object = final_preposition(sentence, hit).and_then(|preposition| sentence.tokens[preposition].head);
    let object = object.filter(|&object| has(Frame::Object) && object > head);
    let announced = has(Frame::That).then(|| clause_after(sentence, head)).flatten();
    let colon = announced.filter(|words| words.first().is_some_and(|first| follows_colon(sentence, first)));
    colon
        .or(inside)
        .or_else(|| object.map(|object| Phrase::of(sentence.subtree(object))))
        .or_else(|| has(Frame::That).then(|| clause_after(sentence, head)).flatten())
}

/// "Calls for his resignation grew louder", "his claim to have been abroad was false": what stands right behind
/// a noun, where the parser hung it elsewhere.
fn behind_noun(sentence: &Sentence, head: usize, cue: &Cue) -> Option<Phrase> {
    let tokens = &sentence.tokens;
    let from = head + 1;
    match tokens.get(from)?.lower.as_str() {
        "of" | "for" | "about" if cue.frames.contains(&Frame::Of) => {
            let chunk = sentence.noun_chunk(from + 1).filter(|chunk| chunk.tokens.start == from + 1)?;
            Some(Phrase::of(from..end_of_names(sentence, chunk.tokens.end)))
        }
        "to" if cue.frames.contains(&Frame::To) && tokens.get(from + 1)?.xpos == Xpos::Vb => {
            Some(Phrase::of(from..end_of_infinitive(sentence, from)))
        }
        _ => None,
    }
}

/// What a noun says without the predicate of the sentence whose subject it is: "the claim that the ship was
/// unarmed was not tested", "its decision to leave the pact was expected". A second finite verb that nothing
/// joins to the first is that predicate's.
fn without_predicate(sentence: &Sentence, noun: usize, content: Phrase) -> Phrase {
    let tokens = &sentence.tokens;
    let Some(first) = content.first().filter(|&first| first > noun) else { return content };
    let infinitive = tokens[first].xpos == Xpos::To;
    let clausal = matches!(tokens[first].lower.as_str(), "that" | "whether");
    if !infinitive && !clausal {
        // "Hopes of a breakthrough faded": the parser took the verb of the sentence for a participle.
        let verb = content.tokens().find(|&at| {
            tokens[at].xpos == Xpos::Vbn
                && tokens[at].relation == Relation::Acl
                && tokens[noun].relation == Relation::Root
        });
        let closed = tokens.last().is_some_and(|token| token.lower == ".");
        return match verb.filter(|_| closed) {
            Some(verb) => content.without(&Phrase::of(verb..tokens.len())),
            None => content,
        };
    }
    let joins = |i: usize| {
        matches!(tokens[i].upos, Upos::Punct | Upos::Cconj | Upos::Sconj) && tokens[i].lower != "\""
            || matches!(tokens[i].xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb)
            || tokens[i].xpos == Xpos::Prp
                && !tokens[i].lower.ends_with("self")
                && !tokens[i].lower.ends_with("selves")
    };
    let mut finite = infinitive;
    for at in first + 1..tokens.len() {
        if joins(at) && at > first + 2 && (finite || tokens[at].upos == Upos::Punct) {
            return content;
        }
        if tokens[at].xpos.is_finite() && !(finite && is_reduced(sentence, at)) {
            if finite {
                return Phrase::of(first..at);
            }
            finite = true;
        }
    }
    content
}

/// Whether a colon stands right before a token.
fn follows_colon(sentence: &Sentence, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| sentence.tokens[before].lower == ":")
}

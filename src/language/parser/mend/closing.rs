//! Who says a sentence, told behind it.

use super::times::is_calendar;
use super::{SUBJECTS, depends, has, is_below, root_of};
use crate::language::words::{WordList, says_clauses_only};
use crate::language::{Relation, Token, Upos, Xpos};

/// Verbs that say a whole sentence.
static SAYING: WordList = WordList::new(include_str!("verbs-of-saying.txt"));

/// Nouns for what somebody says ("the last words he said").
static SAID: WordList = WordList::new(include_str!("nouns-of-what-is-said.txt"));

/// "ten people were killed a watchdog said": what is done to the ten has no object besides; the noun before a verb of saying
/// says it.
pub(super) fn give_speaker(tokens: &mut [Token]) {
    let Some(verb) = tokens.iter().rposition(|token| token.upos == Upos::Verb) else { return };
    let says = SAYING.holds(&tokens[verb].lemma)
        && tokens[verb].xpos.is_finite()
        && !has(tokens, verb, &SUBJECTS)
        && !has(tokens, verb, &[Relation::Mark, Relation::Cc, Relation::Aux, Relation::AuxPass]);
    let Some(noun) = verb.checked_sub(1).filter(|_| says) else { return };
    let Some(done) = tokens[noun].head.filter(|&done| done < noun) else { return };
    let is_passive = tokens[done].upos == Upos::Verb
        && has(tokens, done, &[Relation::AuxPass])
        && has(tokens, done, &[Relation::NsubjPass]);
    let is_bare = tokens[noun].relation == Relation::Obj
        && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && !has(&tokens[verb..], noun, &[Relation::Punct])
        && tokens[verb].head != Some(noun);
    if !is_passive || !is_bare {
        return;
    }
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
    part_from_speaker(tokens, verb, noun);
}

/// "ten were killed in an attack on Monday state media reported": a day behind "on" describes nobody who says something, and tells when
/// it was.
pub(super) fn part_speaker_from_day(tokens: &mut [Token]) {
    let Some(verb) = tokens.iter().rposition(|token| token.upos == Upos::Verb) else { return };
    let says = SAYING.holds(&tokens[verb].lemma)
        && tokens[verb].xpos.is_finite()
        && tokens[verb + 1..].iter().all(|token| token.upos == Upos::Punct)
        && !has(tokens, verb, &SUBJECTS)
        && !has(tokens, verb, &[Relation::Mark, Relation::Cc, Relation::Aux, Relation::AuxPass]);
    let Some(noun) = verb.checked_sub(1).filter(|_| says) else { return };
    let Some(above) = tokens[noun].head.filter(|&above| above < noun && !is_below(tokens, verb, noun)) else {
        return;
    };
    let is_day = |&at: &usize| depends(&tokens[at], noun, &[Relation::Compound]) && is_calendar(&tokens[at]);
    let Some(day) = (above + 1..noun).find(is_day) else { return };
    let on = day - 1;
    let dated = depends(&tokens[on], noun, &[Relation::Case]) && tokens[on].lower == "on";
    let is_somebody = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn)
        && matches!(tokens[noun].relation, Relation::Nmod | Relation::Obl);
    let more = tokens[above + 1..on].iter().any(|token| token.head == Some(noun));
    if !dated || !is_somebody || more {
        return;
    }
    (tokens[day].head, tokens[day].relation) = (Some(above), tokens[noun].relation);
    tokens[on].head = Some(day);
    (tokens[noun].head, tokens[noun].relation) = (Some(verb), Relation::Nsubj);
}

/// "sparking clashes in which ten were killed, a watchdog said": the participles that a parser hangs on the verb of saying before
/// whoever says it are of the verb above.
fn part_from_speaker(tokens: &mut [Token], verb: usize, speaker: usize) {
    let Some(above) = tokens[verb].head.filter(|&above| above < speaker) else { return };
    let begin = (above + 1..=speaker).find(|&at| is_below(tokens, at, speaker)).unwrap_or(speaker);
    for at in above + 1..begin {
        if tokens[at].head != Some(verb) || tokens[at].xpos != Xpos::Vbg {
            continue;
        }
        let before = at - 1;
        let sparks = before > above
            && tokens[before].xpos == Xpos::Vbg
            && !has(tokens, before, &[Relation::Obj])
            && is_below(tokens, before, above);
        let (head, relation) = match sparks {
            true => (before, Relation::Obj),
            false => (above, Relation::Advcl),
        };
        (tokens[at].head, tokens[at].relation) = (Some(head), relation);
    }
}

/// "Six died in a district that rebels hold the activists said": a verb of saying with nothing behind it but a day or a
/// hearer tells who says the sentence, also where no comma parts them.
pub(super) fn close_with_speaker(tokens: &mut [Token]) {
    let Some(verb) = tokens.iter().rposition(|token| token.upos == Upos::Verb) else { return };
    let lemma = tokens[verb].lemma.as_str();
    let says = match tokens[verb].relation {
        Relation::Advcl | Relation::Conj => SAYING.holds(lemma),
        // "bombed the market a watchdog said": what has an object and says nothing asks for no clause.
        Relation::Ccomp => SAYING.holds(lemma) && tokens[verb].head.is_some_and(|above| acts(tokens, above)),
        // Others may have the noun for their object: "the district the rebels claimed".
        Relation::AclRelcl => says_clauses_only(lemma),
        _ => false,
    };
    let is_clause = says
        && (tokens[verb].xpos.is_finite() || has(tokens, verb, &[Relation::Aux]))
        && !has(tokens, verb, &[Relation::Mark, Relation::Cc, Relation::AuxPass]);
    let Some(above) = tokens[verb].head.filter(|&above| is_clause && above < verb) else { return };
    let root = root_of(tokens);
    let Some(root) = root.filter(|&root| root < verb) else { return };
    if let Some(speaker) = (above + 1..verb).find(|&at| depends(&tokens[at], verb, &SUBJECTS)) {
        part_from_speaker(tokens, verb, speaker);
    }
    let own = |at: &usize| is_below(tokens, *at, verb);
    let Some(begin) = (root + 1..tokens.len()).find(own) else { return };
    let end = (verb..tokens.len()).rfind(own).unwrap_or(verb);
    let is_whole = (begin..end).all(|at| own(&at)) && has(&tokens[begin..verb], verb, &SUBJECTS);
    let relative = [Xpos::Wdt, Xpos::Wp, Xpos::WpPossessive, Xpos::Wrb];
    let is_relative = tokens[begin..verb].iter().any(|token| relative.contains(&token.xpos));
    let tells_what = tokens[above].upos == Upos::Pron || SAID.holds(&tokens[above].lemma);
    let closes = tokens[end + 1..].iter().all(|token| token.upos == Upos::Punct);
    if !is_whole || !closes || is_relative || tells_what {
        return;
    }
    (tokens[verb].head, tokens[verb].relation) = (Some(root), Relation::Parataxis);
    // What closes the sentence would cross it from within.
    for token in &mut tokens[end + 1..] {
        token.head = Some(root);
    }
}

/// Whether a verb has an object and says nothing.
fn acts(tokens: &[Token], verb: usize) -> bool {
    has(tokens, verb, &[Relation::Obj]) && !SAYING.holds(&tokens[verb].lemma)
}

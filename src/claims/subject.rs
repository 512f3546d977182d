//! Who speaks: the subject that a cue has, or shares, or inherits.

use super::parenthetical::{asserts, is_relative, parts};
use super::phrase::Phrase;
use super::rules::Rules;
use crate::language::{Relation, Sentence, Upos, Xpos};

/// So long, in tokens, is a dateline at most.
const LONGEST_DATELINE: usize = 12;

/// How far up the tree a subject may be inherited from.
const STEPS: usize = 5;

/// The head of the subject of a verb (or predicate), its own or that of the verb it hangs on.
///
/// A participle behind a comma, or one of a verb that goes on with what was being said ("adding"), has that of
/// the clause it goes on with.
pub(super) fn subject(sentence: &Sentence, verb: usize, rules: &Rules) -> Option<usize> {
    let comma = || verb.checked_sub(1).is_some_and(|before| sentence.tokens[before].lower == ",");
    if sentence.tokens[verb].xpos == Xpos::Vbg
        && own_subject(sentence, verb).is_none()
        && (comma()
            || behind_preposition(sentence, verb)
            || rules.continuing_verbs.contains(sentence.tokens[verb].lemma.as_str()))
        && let Some(speaker) = of_main_clause(sentence, verb, rules)
    {
        return Some(speaker);
    }
    // "Rejecting the claim, the minister said": who does what comes behind the comma.
    if verb == 0
        && sentence.tokens[verb].xpos == Xpos::Vbg
        && let Some(speaker) =
            sentence.ancestors(verb).take(STEPS).find_map(|above| own_subject(sentence, above))
    {
        return Some(speaker);
    }
    if own_subject(sentence, verb).is_none()
        && let Some(speaker) = right_before(sentence, verb)
    {
        return Some(speaker);
    }
    // "The envoy is under the impression that": the subject hangs on the noun, not on its copula.
    let token = &sentence.tokens[verb];
    let mut verb = token.head.filter(|_| token.relation == Relation::Cop).unwrap_or(verb);
    for _ in 0..STEPS {
        if let Some(own) = own_subject(sentence, verb) {
            return Some(own);
        }
        let token = &sentence.tokens[verb];
        let head = token.head?;
        let finite = token.xpos.is_finite();
        match token.relation {
            Relation::Conj => verb = who_goes_on(sentence, verb, head),
            Relation::Xcomp => {
                // "asked Norland to say": the object says it.
                if let Some(object) = sentence.children_in(head, &[Relation::Obj, Relation::Iobj]).next()
                    && token.xpos != Xpos::Vbg
                {
                    return Some(object);
                }
                verb = head;
            }
            Relation::Advcl | Relation::Parataxis if !finite => verb = head,
            // "Marched past the palace demanding free elections": no palace demands.
            Relation::Acl
                if !finite
                    && token.xpos == Xpos::Vbg
                    && rules.mute_nouns.contains(sentence.tokens[head].lemma.as_str()) =>
            {
                return of_main_clause(sentence, verb, rules);
            }
            Relation::Acl if !finite && token.xpos == Xpos::Vbg => return Some(head),
            Relation::Acl | Relation::Amod if token.upos == Upos::Adj && head < verb => return Some(head),
            // "The governor, who would not stand, called it …", "the bishop apologized", where the parser takes the
            // verb for a participle.
            Relation::Acl
                if finite
                    && verb > 0
                    && (sentence.tokens[verb - 1].lower == "," || head + 1 == verb)
                    && head < verb =>
            {
                return Some(head);
            }
            _ => return None,
        }
    }
    None
}

/// "…, but few in the alliance believe": the noun phrase with which a clause begins and behind which its finite verb stands,
/// where the parser hung it elsewhere.
fn right_before(sentence: &Sentence, verb: usize) -> Option<usize> {
    const BEGINNERS: [&str; 14] = [
        ",", ";", "but", "and", "while", "that", "as", "because", "although", "though", "after", "before",
        "when", "\"",
    ];
    let tokens = &sentence.tokens;
    let mut end = verb;
    while end > 0 && matches!(tokens[end - 1].upos, Upos::Aux | Upos::Adv | Upos::Part) {
        end -= 1;
    }
    let plain = end == verb && tokens[verb].xpos == Xpos::Vb;
    if !tokens[end].xpos.is_finite() && !tokens[verb].xpos.is_finite() && !plain {
        return None;
    }
    let last = end.checked_sub(1)?;
    let names = |at: usize| {
        matches!(tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Num)
            || tokens[at].lower == "%"
            || tokens[at].upos == Upos::Adj && tokens[at].relation != Relation::Amod
            || tokens[at].upos == Upos::Pron && !is_relative(&tokens[at].lower)
    };
    let goes_on = |at: usize| {
        names(at)
            || matches!(tokens[at].upos, Upos::Det | Upos::Adp | Upos::Adj | Upos::Part)
            || tokens[at].xpos == Xpos::Hyph
            || matches!(tokens[at].xpos, Xpos::PrpPossessive | Xpos::Pos)
            || tokens[at].xpos == Xpos::Vbn
                && at > 0
                && (tokens[at - 1].lower == "those" || tokens[at - 1].xpos == Xpos::Hyph)
    };
    if !names(last) && tokens[last].xpos != Xpos::Vbn {
        return None;
    }
    let mut begin = last;
    let opens_clause =
        |at: usize| BEGINNERS.contains(&tokens[at].lower.as_str()) || is_spaced_dash(sentence, at);
    while begin > 0 && goes_on(begin - 1) && !opens_clause(begin - 1) {
        begin -= 1;
    }
    if begin > 0 && !opens_clause(begin - 1) {
        return None;
    }
    let stop = (begin + 1..end).find(|&at| tokens[at].upos == Upos::Adp).unwrap_or(end);
    let opens = tokens[begin].upos != Upos::Adp;
    (begin..stop).rev().find(|&at| names(at)).filter(|_| opens)
}

/// "said that six were killed and described the raid as": those who were killed describe nothing, so that the verb goes
/// on behind the one that says so, and not behind the one it is joined to.
fn who_goes_on(sentence: &Sentence, verb: usize, joined: usize) -> usize {
    let tokens = &sentence.tokens;
    let above = tokens[joined].head.filter(|&above| {
        tokens[joined].relation == Relation::Ccomp
            && is_passive(sentence, joined)
            && tokens[verb].xpos.is_finite()
            && tokens[above].xpos == tokens[verb].xpos
    });
    above.unwrap_or(joined)
}

/// "…, adding that": the subject of the clause that a participle behind a comma goes on with, which is
/// seldom the noun or the subordinate clause right before it.
fn of_main_clause(sentence: &Sentence, participle: usize, rules: &Rules) -> Option<usize> {
    let tokens = &sentence.tokens;
    // "…, the coast guard said, adding that": whoever spoke last.
    let said = participle.checked_sub(2).filter(|&said| {
        tokens[participle - 1].lower == ","
            && tokens[said].xpos == Xpos::Vbd
            && matches!(tokens[said].lower.as_str(), "said" | "added" | "wrote" | "announced")
    });
    if let Some(said) = said
        && let Some(speaker) = own_subject(sentence, said)
            .filter(|&own| own < said)
            .or_else(|| by_commas(sentence, said).map(|(speaker, _)| speaker))
            .or_else(|| right_before(sentence, said))
    {
        return Some(speaker);
    }
    // Nobody goes on with what was said on the other side of a semicolon.
    let start = (0..participle).rev().find(|&at| tokens[at].lower == ";");
    let own_side = |&own: &usize| own < participle && start.is_none_or(|start| own > start);
    let mut found = None;
    for above in sentence.ancestors(participle).take(STEPS + 2) {
        if let Some(own) = own_subject(sentence, above).filter(own_side) {
            // "Shares fell after it cut its forecast, blaming the weather": no share does.
            let mute = rules.mute_nouns.contains(tokens[own].lemma.as_str());
            found = if mute { found.or(Some(own)) } else { Some(own) };
            // A conjunct of what is said is said as well.
            let relation = sentence.tokens[sentence.first_conjunct(above)].relation;
            // "Asked for the billions it owes them, saying that": a clause that no comma sets off tells which.
            let first = sentence.subtree(above).start;
            let restricts = relation == Relation::AclRelcl
                && first.checked_sub(1).is_some_and(|before| tokens[before].lower != ",");
            if restricts {
                found = None;
                continue;
            }
            // Unless commas part it from what it is said to be part of: "…, its director said, adding".
            let parted = sentence.subtree(own).start.checked_sub(1).is_some_and(|at| tokens[at].lower == ",");
            if relation == Relation::Ccomp {
                if parted {
                    break;
                }
                continue;
            }
            let relation = sentence.tokens[above].relation;
            if matches!(relation, Relation::Root | Relation::Conj | Relation::AclRelcl | Relation::Parataxis)
            {
                break;
            }
        }
    }
    found.or_else(|| {
        let clause = start? + 1..participle;
        clause
            .filter(|&at| tokens[at].xpos.is_finite())
            .find_map(|at| own_subject(sentence, at).filter(own_side))
    })
}

/// "After deciding that", "while conceding that": a participle behind a preposition is of who does what comes before.
fn behind_preposition(sentence: &Sentence, participle: usize) -> bool {
    participle.checked_sub(1).is_some_and(|before| {
        matches!(
            sentence.tokens[before].lower.as_str(),
            "after" | "before" | "while" | "when" | "by" | "without" | "despite" | "since"
        )
    })
}

/// The head of the subject that depends on the verb itself.
pub(super) fn own_subject(sentence: &Sentence, verb: usize) -> Option<usize> {
    const SUBJECTS: [Relation; 4] =
        [Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter, Relation::Csubj];
    let mut subjects = sentence.children_in(verb, &SUBJECTS);
    let first = subjects.next()?;
    // No subject stands on the other side of a semicolon.
    let tokens = &sentence.tokens;
    // "MOSCOW, October 18 (News) - The observatory announced": nor on the other side of the dash of a dateline.
    let dateline = |own: usize| {
        let mut dashes = (own..verb).filter(|&at| is_spaced_dash(sentence, at));
        let first = dashes.next().filter(|&at| at <= LONGEST_DATELINE && own == 0);
        first.is_some_and(|at| {
            dashes.next().is_none()
                && tokens[at + 1..verb].iter().any(|token| matches!(token.upos, Upos::Noun | Upos::Propn))
        })
    };
    let parted = |own: usize| own < verb && ((own..verb).any(|at| tokens[at].lower == ";") || dateline(own));
    if parted(first) { subjects.find(|&own| !parted(own)) } else { Some(first) }
}

/// "Two men wanted for a bombing", "people briefed on the inquiry": a participle that was taken for a past tense.
pub(super) fn is_reduced(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    tokens[at].xpos == Xpos::Vbd
        && at > 0
        && matches!(tokens[at - 1].upos, Upos::Noun | Upos::Propn)
        && tokens
            .get(at + 1)
            .is_some_and(|next| matches!(next.lower.as_str(), "about" | "by" | "for" | "in" | "on" | "with"))
}

/// Whether a token is a dash with a space on either side.
pub(super) fn is_spaced_dash(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.tokens;
    matches!(tokens[at].lower.as_str(), "-" | "–" | "—" | "--")
        && at > 0
        && tokens[at].space_after
        && tokens[at - 1].space_after
}

/// Who does what a verb tells that stands right behind a comma, by the commas: "Jan Weber, 61, who drove here
/// from the coast, | said". Nothing before the verb but relative clauses may be finite.
pub(super) fn by_commas(sentence: &Sentence, verb: usize) -> Option<(usize, Phrase)> {
    let tokens = &sentence.tokens;
    let mut end = verb;
    while end > 0 && matches!(tokens[end - 1].upos, Upos::Aux | Upos::Adv | Upos::Part) {
        end -= 1;
    }
    let closing = end.checked_sub(1).filter(|&at| tokens[at].lower == ",")?;
    let start =
        (0..closing).rev().find(|&at| parts(sentence, at) && tokens[at].lower != ",").map_or(0, |at| at + 1);
    // "The town fell, and a spokesman for the rebels, Jan Weber, | boasted": the second clause has its own subject.
    let and = (start + 1..closing).rev().find(|&at| {
        matches!(tokens[at].lower.as_str(), "and" | "but")
            && tokens[at - 1].lower == ","
            && asserts(sentence, start..at)
            && tokens[at..closing].iter().any(|token| token.lower == ",")
    });
    let start = and.map_or(start, |at| at + 1);
    let mut segments = Vec::new();
    let mut from = start;
    for at in start..end {
        if tokens[at].lower == "," {
            segments.push(from..at);
            from = at + 1;
        }
    }
    let nominal = |segment: &std::ops::Range<usize>| {
        tokens[segment.clone()].first().is_some_and(|token| {
            matches!(token.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num | Upos::Pron)
                && !matches!(token.lower.as_str(), "who" | "which" | "whose" | "whom" | "that")
        })
    };
    let first = segments.iter().find(|segment| nominal(segment))?.clone();
    // A noun phrase with something after it before the comma that closes: else nothing is put in.
    let puts_in = |segment: &std::ops::Range<usize>| {
        // "Growers, still smarting from the scare, say".
        let adverb = tokens[segment.start].upos == Upos::Adv
            && tokens.get(segment.start + 1).is_some_and(|next| next.upos == Upos::Verb);
        if adverb {
            return true;
        }
        matches!(tokens[segment.start].upos, Upos::Verb | Upos::Adp)
            || matches!(
                tokens[segment.start].lower.as_str(),
                "who" | "which" | "whose" | "whom" | "when" | "where"
            )
    };
    let told = segments
        .iter()
        .filter(|segment| segment.start >= first.start && !segment.is_empty() && !puts_in(segment))
        .any(|segment| asserts(sentence, segment.clone()));
    if first.end == closing || told || asserts(sentence, closing..end) {
        return None;
    }
    let stop = first
        .clone()
        .skip(1)
        .find(|&at| matches!(tokens[at].upos, Upos::Adp | Upos::Punct | Upos::Verb | Upos::Cconj))
        .filter(|&at| tokens[at].xpos != Xpos::Hyph)
        .unwrap_or(first.end);
    let speaker = (first.start..stop)
        .rev()
        .find(|&at| matches!(tokens[at].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num))?;
    Some((speaker, Phrase::of(first.start..closing)))
}

/// The whole noun phrase of a subject, without the clause that makes it one.
pub(super) fn noun_phrase(sentence: &Sentence, head: usize, less: usize) -> Phrase {
    let whole = Phrase::of(sentence.subtree(head));
    if head == less {
        return whole;
    }
    let inner = sentence.subtree(less);
    if inner.contains(&head) {
        whole.trimmed(sentence)
    } else {
        whole.without(&Phrase::of(inner)).trimmed(sentence)
    }
}

/// The word that a relative pronoun stands for.
pub(super) fn antecedent(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let token = &sentence.tokens[pronoun];
    if !matches!(token.lower.as_str(), "who" | "which" | "that" | "whom") || token.upos == Upos::Sconj {
        return None;
    }
    let mut verb = token.head?;
    let mut said = false;
    for _ in 0..STEPS {
        let up = &sentence.tokens[verb];
        match up.relation {
            Relation::AclRelcl => return up.head,
            Relation::Conj | Relation::Xcomp | Relation::Ccomp => {
                said |= up.relation == Relation::Ccomp;
                verb = up.head?;
            }
            _ => break,
        }
    }
    // "Asked the minister who would pay" asks for nobody named before.
    if said {
        return None;
    }
    // "The board, which feared that": where the tree does not tell, the noun right before it.
    let comma = pronoun > 0 && sentence.tokens[pronoun - 1].lower == ",";
    let noun = pronoun.checked_sub(1 + usize::from(comma))?;
    matches!(sentence.tokens[noun].upos, Upos::Noun | Upos::Propn).then_some(noun)
}

/// The agent of a passive: "by the ministry".
pub(super) fn agent(sentence: &Sentence, verb: usize) -> Option<usize> {
    let by = |&child: &usize| {
        sentence.children_in(child, &[Relation::Case]).any(|case| sentence.tokens[case].lower == "by")
    };
    sentence.children_in(verb, &[Relation::OblAgent, Relation::Obl]).find(by)
}

/// Whether a verb stands in the passive.
pub(super) fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let has = |relations: &[Relation]| sentence.children_in(verb, relations).next().is_some();
    sentence.tokens[verb].xpos == Xpos::Vbn
        && (has(&[Relation::AuxPass, Relation::NsubjPass])
            // "Voted by a wide margin": by which they voted, not by whom.
            || has(&[Relation::OblAgent]) && !has(&[Relation::Nsubj]))
}

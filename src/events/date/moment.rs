//! What is of the same moment as the verb that it stands beside.

use super::super::reading::Reading;
use super::super::status::{Tense, done_by, said_beside, tense};
use super::is_part_of_day;
use super::shared::in_one;
use super::telling::is_singled;
use crate::language::{Relation, Upos, Xpos};

/// The verb whose moment a clause or a noun shares by how it is joined.
pub(super) fn shared_with(reading: &Reading<'_>, at: usize) -> Option<usize> {
    if reading.grammar.is_verb(at) {
        set_off(reading, at)
            .or_else(|| left_so(reading, at))
            .or_else(|| singled_out(reading, at))
            .or_else(|| fired_to_hit(reading, at))
            .or_else(|| told_on(reading, at))
            .or_else(|| by_doing(reading, at))
            .or_else(|| done_by(reading, at))
            .or_else(|| said_beside(reading, at))
            .or_else(|| met_at_protest(reading, at))
            .or_else(|| said_with(reading, at))
            .or_else(|| hours_from(reading, at))
    } else {
        at_occasion(reading, at)
            .or_else(|| led_to(reading, at))
            .or_else(|| named_beside(reading, at))
            .or_else(|| singled_beside(reading, at))
            .or_else(|| followed_by(reading, at))
            .or_else(|| noun_behind_when(reading, at))
            .or_else(|| left_dead(reading, at))
    }
}

/// "…, killing 22 and injuring 44", "envoys, meeting at his house, demanded", "with police firing shots": a participle that
/// goes along with its verb, on whatever noun the parser hangs it.
pub(super) fn set_off(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    if !goes_along(reading, verb) {
        return None;
    }
    let head = grammar.parent(verb)?;
    let with = grammar.mark(verb).is_some();
    (with || !grammar.is_verb(head)).then_some(())?;
    grammar.upward(head).find(|&token| grammar.is_verb(token) && (!with || token < verb))
}

/// Whether a participle tells of what goes along with something told beside it: one of harm, behind a comma, or with "with".
pub(super) fn goes_along(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let free = match grammar.relation(verb) {
        Relation::Acl | Relation::Advcl => true,
        // "The envoy, meeting in Cairo with the head of the League, blamed", of which a parser makes another name of him.
        Relation::Appos => grammar.xpos(verb) == Xpos::Vbg,
        // "near the court killing ten people", of which a parser makes a compound.
        Relation::Compound | Relation::Amod => {
            grammar.child(verb, Relation::Obj).is_some_and(|obj| obj > verb)
        }
        Relation::Conj | Relation::Dep => {
            grammar.parent(verb).is_some_and(|head| !grammar.is_verb(head) && head < verb)
        }
        _ => false,
    };
    // "…, following a bailout": no participle, but a preposition.
    let preposition = reading.rules.in_class("apart", grammar.lower(verb));
    if !free || preposition || grammar.child(verb, Relation::Aux).is_some() {
        return false;
    }
    if grammar.xpos(verb) != Xpos::Vbg && !is_being(reading, verb) {
        return false;
    }
    match grammar.mark(verb).or_else(|| grammar.preposition(verb)) {
        // "is charged with finding a successor" is no such clause.
        Some(mark) => grammar.lower(mark) == "with" && grammar.has_nominal_subject(verb),
        None => {
            let before = (0..verb).rev().find(|&token| grammar.relation(token) != Relation::Advmod);
            is_harm(reading, verb)
                || leaves_harm(reading, verb)
                || before.is_some_and(|token| grammar.lower(token) == ",")
        }
    }
}

/// How many words behind "leave" those may stand who are left dead.
const LEFT: usize = 8;

/// "leaving ten dead and many injured".
fn leaves_harm(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    let end = grammar.len().min(verb + LEFT);
    grammar.lemma(verb) == "leave" && (verb + 1..end).any(|token| is_harm(reading, token))
}

/// "leave ten dead": the verb that leaves them so.
fn left_dead(reading: &Reading<'_>, word: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let verb = (word.saturating_sub(LEFT)..word).rev().find(|&token| grammar.is_verb(token))?;
    (is_harm(reading, word) && grammar.upos(word) == Upos::Adj && grammar.lemma(verb) == "leave")
        .then_some(verb)
}

/// "being shot": a participle that stands for a gerund.
fn is_being(reading: &Reading<'_>, verb: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.child(verb, Relation::AuxPass).is_some_and(|being| grammar.lower(being) == "being")
}

/// "leaving ten people injured", "with dozens of people killed": a participle of harm behind a verb, with the number of those
/// who came to it.
fn left_so(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let bare = grammar.xpos(verb) == Xpos::Vbn
        && grammar.child(verb, Relation::Aux).is_none()
        && grammar.child(verb, Relation::AuxPass).is_none();
    let detained = reading.rules.words.detaining.contains(grammar.lemma(verb));
    if !bare || !is_harm(reading, verb) && !detained {
        return None;
    }
    if let Some(first) = gapped(reading, verb) {
        return Some(first);
    }
    // "Eight people are dead and dozens injured."
    let noun = grammar.parent(verb).filter(|&noun| grammar.relation(noun) == Relation::Conj);
    if let Some(dead) = noun.and_then(|noun| grammar.parent(noun)).filter(|&head| {
        grammar.relation(verb) == Relation::Acl && grammar.child(head, Relation::Cop).is_some()
    }) {
        return Some(dead);
    }
    let before = (0..verb)
        .rev()
        .find(|&token| grammar.is_verb(token) && grammar.relation(token) != Relation::Amod)
        .filter(|&token| grammar.xpos(token).is_finite() || grammar.xpos(token) == Xpos::Vbg)?;
    let with = (before + 1..verb).find(|&token| grammar.lower(token) == "with");
    let counted = with.is_some_and(|with| {
        (with + 1..verb).any(|token| {
            grammar.xpos(token) == Xpos::Cd || reading.rules.words.quantity.contains(grammar.lemma(token))
        })
    });
    // "The toll reaches 300, with 20 killed overall": over whatever time.
    let reckons = grammar
        .child(before, Relation::Nsubj)
        .or_else(|| grammar.child(before, Relation::NsubjPass))
        .is_some_and(|subject| reading.rules.in_class("reckoning", grammar.lemma(subject)));
    ((counted && !reckons) || grammar.lemma(before) == "leave").then_some(before)
}

/// "Five soldiers are killed and three civilians injured": the verb whose auxiliary a participle of harm shares, by the order
/// of words.
fn gapped(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let first =
        (0..verb).rev().find(|&token| grammar.is_verb(token) && grammar.relation(token) != Relation::Amod)?;
    let told = grammar.child(first, Relation::AuxPass).is_some_and(|be| grammar.xpos(be).is_finite());
    let joined = (first + 1..verb).any(|token| grammar.lower(token) == "and");
    (told && joined && is_harm(reading, first)).then_some(first)
}

/// "Two rockets fired from the hills land in the town": a weapon is sent off when it hits.
fn fired_to_hit(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let weapon = grammar.parent(verb).filter(|_| grammar.relation(verb) == Relation::Acl)?;
    let hits = grammar.parent(weapon).filter(|_| {
        matches!(grammar.relation(weapon), Relation::Nsubj | Relation::NsubjPass | Relation::OblAgent)
    })?;
    let sent = grammar.xpos(verb) == Xpos::Vbn && reading.rules.in_class("sending-off", grammar.lemma(verb));
    let weapons = reading.rules.in_class("weapon", grammar.lemma(weapon));
    (sent && weapons && grammar.is_verb(hits)).then_some(hits)
}

/// "a crash that leaves three dead", "gunmen who also kill a guard", "a suburb where the gunman is captured": news that a
/// relative clause goes on with in the present.
fn told_on(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let lemma = grammar.lemma(verb);
    let opening = grammar.opening(verb).map(|word| grammar.lower(word));
    let which = || {
        let subject = grammar.child(verb, Relation::Nsubj);
        subject.is_some_and(|subject| matches!(grammar.lower(subject), "that" | "which"))
    };
    let also = || grammar.children(verb).any(|child| child < verb && grammar.lower(child) == "also");
    let (words, harm) = (&reading.rules.words, is_harm(reading, verb) || lemma == "leave");
    let goes_on = match opening {
        Some("where") => {
            harm || lemma == "meet"
                || words.detaining.contains(lemma)
                || words.speech.contains(lemma)
                || reading.rules.in_class("capturing", lemma)
        }
        _ => harm && (which() || also()),
    };
    let where_beside = grammar.relation(verb) == Relation::Advcl && opening == Some("where");
    let clause = (grammar.relation(verb) == Relation::AclRelcl || where_beside) && goes_on;
    let main = grammar.upward(verb).skip(1).find(|&token| grammar.is_verb(token)).filter(|_| clause)?;
    // "gunmen who also kill a guard", of which a tagger makes an infinitive.
    let told_now = match tense(reading, verb) {
        Tense::Open if grammar.xpos(verb) == Xpos::Vb && grammar.mark(verb).is_none() => Tense::Present,
        told => told,
    };
    let told = match told_now {
        Tense::Present => true,
        // "buried part of a camp, where ten people died", but not "went to the town, where ten people died".
        Tense::Past => {
            let comma = grammar.opening(verb).and_then(|word| word.checked_sub(1));
            // "flew to the town on Monday, where he met the mayor" goes on with the day.
            let said = lemma == "meet" || words.speech.contains(lemma);
            comma.is_some_and(|comma| grammar.lower(comma) == ",")
                && opening == Some("where")
                && (said || harm && !words.gathering.contains(grammar.lemma(main)))
        }
        _ => false,
    };
    Some(main).filter(|&main| told && tense(reading, main) == told_now)
}

/// "flew home, having been freed hours before", "a truce agreed on hours earlier": what was so shortly before or after what the
/// clause above tells, where no night lies between the two.
pub(super) fn hours_from(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let hours = (1..grammar.len()).find(|&word| {
        matches!(grammar.lower(word), "earlier" | "before" | "later" | "afterwards" | "afterward")
            && is_part_of_day(grammar.lemma(word - 1))
            && matches!(grammar.relation(word), Relation::Advmod | Relation::Fixed)
            && grammar.upward(word).skip(1).find(|&token| grammar.is_verb(token)) == Some(verb)
    })?;
    let early = (0..grammar.len()).any(|token| reading.rules.in_class("early-hours", grammar.lower(token)));
    let bound = matches!(
        grammar.relation(grammar.first_conjunct(verb)),
        Relation::Acl | Relation::AclRelcl | Relation::Advcl
    );
    grammar
        .upward(grammar.first_conjunct(verb))
        .skip(1)
        .find(|&main| grammar.is_verb(main))
        .filter(|&main| bound && !early && main < hours)
}

/// "police clash with workers protesting the rise": whoever is met by force at a protest protests on that day.
pub(super) fn met_at_protest(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let protests = grammar.relation(verb) == Relation::Acl
        && grammar.xpos(verb) == Xpos::Vbg
        && reading.rules.in_class("expressing", grammar.lemma(verb));
    let people = grammar.parent(verb).filter(|_| protests)?;
    let part = matches!(
        grammar.relation(people),
        Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl
    );
    grammar.parent(people).filter(|&meets| {
        let lemma = grammar.lemma(meets);
        let force = is_harm(reading, meets)
            || reading.rules.words.detaining.contains(lemma)
            || reading.rules.in_class("using-force", lemma);
        part && force && grammar.is_verb(meets)
    })
}

/// "passes a resolution condemning the raid", "fill the streets calling for her release": what is said by what is written, or
/// by those who gather.
pub(super) fn said_with(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    grammar
        .written_by(verb, reading)
        .or_else(|| grammar.gathered_by(verb, reading))
        .or_else(|| done_beside(reading, verb))
}

/// "executes by hanging", "kills three before being shot": a gerund tells how a thing is done, or how it ends.
fn by_doing(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let by = grammar.mark(verb).is_some_and(|mark| {
        let ends = || is_harm(reading, verb) || reading.rules.in_class("capturing", grammar.lemma(verb));
        grammar.lower(mark) == "by" || grammar.lower(mark) == "before" && ends()
    });
    let gerund = grammar.relation(verb) == Relation::Advcl
        && (grammar.xpos(verb) == Xpos::Vbg || is_being(reading, verb));
    grammar.parent(verb).filter(|&head| by && gerund && grammar.is_verb(head))
}

/// "becomes the first writer elected there", "becomes the first country to withdraw".
pub(super) fn singled_out(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let noun = grammar.parent(verb).filter(|_| grammar.relation(verb) == Relation::Acl)?;
    let single = grammar
        .children(noun)
        .any(|child| child < noun && matches!(grammar.lower(child), "first" | "last" | "only" | "latest"));
    let open = matches!(grammar.xpos(verb), Xpos::Vb | Xpos::Vbn);
    grammar.parent(noun).filter(|&verb| {
        single
            && open
            && matches!(grammar.relation(noun), Relation::Xcomp | Relation::Obj)
            && grammar.lemma(verb) == "become"
    })
}

/// "killed in clashes", "said at a rally", "announced on a visit to the town": what people are at when they do something.
fn at_occasion(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let word = grammar.lower(grammar.preposition(noun)?);
    let lemma = grammar.lemma(noun);
    let verb = match grammar.relation(noun) {
        Relation::Obl => grammar.parent(noun)?,
        // "opens a clinic on a visit to the town", of which a parser hangs the visit on the clinic.
        // "Ann Cole, on a visit to the town, said", of which a parser makes another name of her.
        Relation::Nmod | Relation::Appos if matches!(word, "on" | "for") => {
            grammar.upward(noun).find(|&token| grammar.is_verb(token))?
        }
        // "win most seats in the election", of which a parser hangs the election on the seats.
        Relation::Nmod if is_ballot(reading, noun) => grammar
            .upward(noun)
            .find(|&token| grammar.is_verb(token))
            .filter(|&verb| verb < noun && is_won(reading, verb))?,
        // "kill six people, among them a boy, in a shooting", of which a parser hangs the shooting on the boy.
        Relation::Nmod
            if (in_one(reading, noun) || word == "in" && is_new_row(reading, noun))
                && is_set_off(reading, noun) =>
        {
            let verb = grammar.upward(noun).find(|&token| grammar.is_verb(token))?;
            return (reading.rules.in_class("attended", lemma) || is_harm(reading, verb)).then_some(verb);
        }
        // "throw stones in a fifth night of protests", "flee on the third day of fighting"
        Relation::Nmod if word == "of" && is_day_of(reading, noun) => {
            return grammar
                .parent(noun)
                .and_then(|day| grammar.parent(day))
                .filter(|&verb| grammar.is_verb(verb));
        }
        // "are dead as a result of attacks on the town"
        Relation::Nmod if word == "of" => {
            let result = grammar.parent(noun).filter(|&result| {
                grammar.lemma(result) == "result"
                    && grammar.relation(result) == Relation::Obl
                    && grammar.preposition(result).is_some_and(|word| grammar.lower(word) == "as")
            })?;
            return grammar.parent(result).filter(|&harm| is_harm(reading, harm));
        }
        _ => return None,
    };
    // "go to the polls to vote on a referendum", "vote in the election"
    if is_ballot(reading, noun) && matches!(word, "in" | "on") && grammar.lemma(verb) == "vote" {
        let goes = grammar.parent(verb).filter(|_| {
            grammar.mark(verb).is_some_and(|to| grammar.lower(to) == "to")
                && matches!(grammar.relation(verb), Relation::Advcl | Relation::Xcomp)
        });
        return Some(goes.unwrap_or(verb));
    }
    let occasion = match word {
        "in" if is_ballot(reading, noun) => is_won(reading, verb),
        "in" | "at" | "during" => reading.rules.in_class("attended", lemma),
        "on" => reading.rules.in_class("being-away", lemma),
        // "meet in Durban for a summit"
        "for" => reading.rules.in_class("attended", lemma) && gathers(reading, verb),
        _ => false,
    };
    (occasion || word == "in" && is_new_row(reading, noun)).then_some(verb)
}

/// "the third day of fighting", "another night of protests": one day of what goes on.
fn is_day_of(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let Some(day) = grammar.parent(noun).filter(|&day| grammar.relation(day) == Relation::Obl) else {
        return false;
    };
    let counted = grammar.children(day).any(|word| {
        word < day
            && (grammar.relation(word) == Relation::Amod
                && reading.rules.in_class("ordinal", grammar.lower(word))
                || grammar.lower(word) == "another")
    });
    counted
        && matches!(grammar.lower(day), "day" | "night")
        && grammar.preposition(day).is_some_and(|word| matches!(grammar.lower(word), "on" | "in" | "for"))
}

fn is_ballot(reading: &Reading<'_>, noun: usize) -> bool {
    reading.rules.in_class("ballot", reading.grammar.lemma(noun))
}

/// "retains its majority in the election": news of a ballot that has just been held.
fn is_won(reading: &Reading<'_>, verb: usize) -> bool {
    reading.rules.in_class("winning", reading.grammar.lemma(verb))
}

/// "swept to victory in Sunday's election": the ballot in which a verb tells what was won.
pub(super) fn ballot_of(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let mut nouns = verb + 1..reading.grammar.len();
    let won = reading.grammar.is_verb(verb) && is_won(reading, verb);
    nouns.find(|&noun| won && is_ballot(reading, noun) && at_occasion(reading, noun) == Some(verb))
}

/// Whether a comma stands before the preposition of a noun.
fn is_set_off(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    let comma = grammar.preposition(noun).and_then(|word| word.checked_sub(1));
    comma.is_some_and(|comma| grammar.lower(comma) == ",")
}

/// "die when a mine collapses", of which a tagger makes a noun.
fn noun_behind_when(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let when = grammar.parent(noun).filter(|&word| word < noun && grammar.lower(word) == "when")?;
    grammar.parent(when).filter(|&verb| verb < when && grammar.is_verb(verb))
}

fn gathers(reading: &Reading<'_>, verb: usize) -> bool {
    let lemma = reading.grammar.lemma(verb);
    lemma == "meet" || reading.rules.words.gathering.contains(lemma)
}

/// "in clashes", "in two bombings": events told of as new, and more than one.
fn is_new_row(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.xpos(noun) == Xpos::Nns
        && reading.rules.nouns.contains_key(grammar.lemma(noun))
        && !grammar.children(noun).any(|child| {
            matches!(grammar.relation(child), Relation::Det | Relation::NmodPoss)
                || matches!(grammar.lemma(child), "recent" | "past" | "previous" | "earlier")
        })
}

/// "results in a riot", "escalates into violence": what comes of it at once.
fn led_to(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    grammar.parent(noun).filter(|&verb| {
        grammar.relation(noun) == Relation::Obl
            && reading.rules.in_class("leading", grammar.lemma(verb))
            && grammar
                .preposition(noun)
                .is_some_and(|word| matches!(grammar.lower(word), "in" | "into" | "to"))
    })
}

/// "gather for a rally, a protest over prices": an event that another name is added for.
fn named_beside(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let added = grammar.relation(noun) == Relation::Appos
        && reading.rules.nouns.contains_key(grammar.lemma(noun))
        && grammar.children(noun).any(|child| {
            matches!(grammar.lower(child), "a" | "an") || grammar.relation(child) == Relation::NmodPoss
        });
    let phrase = |token: &usize| {
        matches!(
            grammar.relation(*token),
            Relation::Appos | Relation::Nmod | Relation::Obl | Relation::Obj | Relation::Conj
        )
    };
    let top = grammar.upward(noun).take_while(phrase).last().filter(|_| added)?;
    grammar.parent(top).filter(|&verb| grammar.is_verb(verb))
}

/// "kills ten in Bern, the deadliest attack since March": an event that is singled out of its sort behind a comma is the news
/// itself.
fn singled_beside(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let mut words = grammar.children(noun).filter(|&child| grammar.relation(child) != Relation::Punct);
    let begin = words.next().filter(|&word| word < noun)?;
    let beside = matches!(
        grammar.relation(noun),
        Relation::Appos
            | Relation::Conj
            | Relation::Parataxis
            | Relation::OblUnmarked
            | Relation::NmodUnmarked
            | Relation::Obj
    ) && grammar.child(noun, Relation::Cc).is_none()
        && reading.rules.nouns.contains_key(grammar.lemma(noun))
        && begin.checked_sub(1).is_some_and(|comma| grammar.lower(comma) == ",")
        && grammar.children(noun).any(|child| child < noun && is_singled(reading, child));
    grammar.upward(noun).find(|&token| beside && token < begin && grammar.is_verb(token))
}

/// "storm the town, followed by an attack on the mosque": what follows at once, where no time is told between.
fn followed_by(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let follows = grammar.parent(noun).filter(|&verb| {
        matches!(grammar.relation(noun), Relation::OblAgent | Relation::Obl)
            && grammar.lemma(verb) == "follow"
            && grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "by")
            && grammar.xpos(verb) == Xpos::Vbn
            && matches!(grammar.relation(verb), Relation::Advcl | Relation::Acl)
            && grammar.child(verb, Relation::AuxPass).is_none()
            && verb.checked_sub(1).is_some_and(|comma| grammar.lower(comma) == ",")
    })?;
    let timed = reading.expressions.iter().any(|expression| expression.tokens.start > follows);
    grammar.upward(follows).skip(1).find(|&token| !timed && token < follows && grammar.is_verb(token))
}

/// "Protests spread, with crowds gathering at the ministry": what people do of whom news is told by the way, of which a parser
/// makes a clause about them.
fn done_beside(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let people = grammar.parent(verb).filter(|&noun| {
        grammar.relation(verb) == Relation::Acl
            && grammar.xpos(verb) == Xpos::Vbg
            && grammar.relation(noun) == Relation::Obl
            && grammar.xpos(noun) == Xpos::Nns
            && (noun + 1..verb).all(|token| grammar.relation(token) == Relation::Advmod)
            && grammar.preposition(noun).is_some_and(|word| grammar.lower(word) == "with")
    })?;
    let main = grammar.parent(people).filter(|&main| main < people && grammar.is_verb(main))?;
    let comma = grammar.preposition(people).and_then(|word| word.checked_sub(1));
    let set_off = comma.is_some_and(|comma| grammar.lower(comma) == ",");
    // "met with men fighting the regime", "clashed with youths throwing stones"
    (set_off || reading.rules.in_class("spreading", grammar.lemma(main))).then_some(main)
}

/// The tense of the head of a clause, or of the verb joined to it where a tagger takes the first one for a noun: "A bus veers off
/// the road and plunges into a lake, killing ten".
pub(super) fn tense_at(reading: &Reading<'_>, clause: usize) -> Tense {
    let grammar = &reading.grammar;
    let joined = || {
        let mut verbs = grammar.children(clause);
        verbs.find(|&verb| grammar.relation(verb) == Relation::Conj && grammar.is_verb(verb))
    };
    match tense(reading, clause) {
        Tense::Open if !grammar.is_verb(clause) => joined().map_or(Tense::Open, |verb| tense(reading, verb)),
        told => told,
    }
}

/// Whether what people are at stands in a clause that is told beside the main one.
pub(super) fn is_beside(reading: &Reading<'_>, noun: usize) -> bool {
    let grammar = &reading.grammar;
    shared_with(reading, noun).is_some_and(|verb| {
        let opening = grammar.opening(verb).map(|word| grammar.lower(word));
        grammar.relation(verb) == Relation::Advcl
            && grammar.xpos(verb).is_finite()
            && matches!(opening, Some("as" | "while" | "when"))
    })
}

pub(super) fn is_harm(reading: &Reading<'_>, verb: usize) -> bool {
    let words = &reading.rules.words;
    let lemma = reading.grammar.lemma(verb);
    words.killing.contains(lemma) || words.wounding.contains(lemma)
}

//! "Two days after the attack": happenings so far apart in time, of which the date of one gives that of the other.

use super::super::draft::Draft;
use super::super::mention::{EventDate, EventDateBasis, Status};
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::super::status::{Tense, tense};
use super::clause::clauses;
use super::owner::head_of;
use crate::dates::{DateValue, Direction, Expression, ExpressionKind, Offset, Period, Unit};
use crate::language::{Relation, Upos, Xpos};
use std::ops::Range;

/// How many words behind "after" what it counts from may stand.
const NEAR: usize = 6;

/// How many words behind "after" the verb of its clause may stand.
const CLAUSE: usize = 16;

/// So many hours are a day.
const DAY: i64 = 24;

/// Fewer hours than these are no day.
const HALF: i64 = 12;

/// A length of time told between two happenings of a sentence. Mentions go by their place among the sentence's.
pub(super) struct Distance<'a> {
    expression: &'a Expression,
    offset: Offset,
    /// The token of "after".
    connective: usize,
    /// The mentions that the words count from.
    pub from: Vec<usize>,
    /// The mentions that lie so far away.
    pub to: Vec<usize>,
    /// The date that the words stand beside: "on June 19, six days after".
    beside: Option<&'a Expression>,
    /// Whether the words count from what was told last: "two days after that".
    pronoun: bool,
    /// The verb whose time lies so far away.
    pub verb: Option<usize>,
}

/// The distances that a sentence tells.
pub(super) fn find<'a>(reading: &Reading<'a>, drafts: &[Draft]) -> Vec<Distance<'a>> {
    reading.expressions.iter().filter_map(|&expression| distance(reading, expression, drafts)).collect()
}

fn distance<'a>(reading: &Reading<'a>, expression: &'a Expression, drafts: &[Draft]) -> Option<Distance<'a>> {
    let grammar = &reading.grammar;
    let within = within_hours(reading, expression);
    let offset = expression.offset.or(within.map(|(_, offset)| offset));
    let offset = offset.filter(|offset| offset.amount.is_some() || offset.unit < Unit::Day)?;
    // "jailed for three months after being convicted": how long, and not how long after.
    if expression.tokens.start.checked_sub(1).is_some_and(|word| grammar.lower(word) == "for") {
        return None;
    }
    // "two days after" counts from what follows; "the day after" holds the word itself; "a day earlier" is a time already.
    let connective = [expression.tokens.end, expression.tokens.end.checked_sub(1)?]
        .into_iter()
        .filter(|&token| token < expression.tokens.end || expression.kind == ExpressionKind::Duration)
        .find(|&token| {
            token < grammar.len() && matches!(grammar.lower(token), "after" | "before" | "following")
        })
        .or(within.map(|(of, _)| of))?;
    // "two days after that"
    let next = connective + 1;
    let pronoun = next < grammar.len()
        && matches!(grammar.lower(next), "that" | "this")
        && grammar.parent(next).is_none_or(|noun| {
            noun < next || !matches!(grammar.relation(next), Relation::Det) || grammar.is_verb(noun)
        });
    if pronoun {
        let verb =
            grammar.upward(connective).skip(1).find(|&token| grammar.is_verb(token)).or(grammar.root())?;
        let to: Vec<usize> = (0..drafts.len())
            .filter(|&at| drafts[at].found.anchor() == verb || clauses(reading, &drafts[at]).contains(&verb))
            .collect();
        let from = Vec::new();
        return Some(Distance {
            expression,
            offset,
            connective,
            beside: None,
            pronoun,
            from,
            to,
            verb: Some(verb),
        });
    }
    let opens = matches!(grammar.relation(connective), Relation::Case | Relation::Mark);
    // "signed, a month after planes began to bomb", of which a parser makes the month the subject.
    let subject = head_of(reading, expression)
        .filter(|&head| grammar.relation(head) == Relation::Nsubj)
        .and_then(|head| grammar.parent(head))
        .filter(|&verb| verb > connective);
    let top = subject
        .or(clause_behind(reading, expression, connective))
        .or(grammar.parent(connective).filter(|&top| opens && top > connective))
        .or_else(|| {
            let mut heads = drafts.iter().map(|draft| draft.found.head);
            heads.find(|&head| head > connective && head <= connective + NEAR)
        })?;
    let above = grammar.upward(top).skip(1).find(|&token| {
        !expression.tokens.contains(&token)
            && token != connective
            && (grammar.is_verb(token) && (token > connective || is_told(reading, token))
                || grammar.child(token, Relation::Cop).is_some()
                || drafts.iter().any(|draft| draft.found.head == token) && !grammar.is_verb(token))
    });
    let above = above.map(|token| set_off_from(reading, expression, token).unwrap_or(token));
    let of = |token: usize| -> Vec<usize> {
        (0..drafts.len())
            .filter(|&at| {
                let draft = &drafts[at];
                draft.found.head == token
                    || draft.found.arguments.carrier == Some(token)
                    || clauses(reading, draft).contains(&token)
            })
            .collect()
    };
    let mut from = of(top);
    from.retain(|&at| grammar.below(drafts[at].found.head, top) && !goes_along(reading, &drafts[at], top));
    // "nine days after their envoys, meeting in Geneva, had promised": what is told by the way of them is of that time as well.
    from.extend((0..drafts.len()).filter(|&at| {
        let head = drafts[at].found.head;
        connective < head && head < top && grammar.xpos(head) == Xpos::Vbg && grammar.is_verb(top)
    }));
    from.sort_unstable();
    from.dedup();
    let mut to = above.map(of).unwrap_or_default();
    to.retain(|at| !from.contains(at) && !grammar.below(drafts[*at].found.head, top));
    // "on June 19, six days after his release"
    let before = expression.tokens.start.checked_sub(1).filter(|&comma| grammar.lower(comma) == ",");
    let beside = before.and_then(|end| {
        reading.expressions.iter().copied().find(|other| other.tokens.end == end && other.value.is_some())
    });
    (!from.is_empty() || !to.is_empty()).then_some(Distance {
        beside,
        connective,
        pronoun,
        expression,
        offset,
        from,
        to,
        verb: above.filter(|&token| grammar.is_verb(token)),
    })
}

/// The verb of the clause behind "after", of whose subject a parser makes a noun: "a day after a bomb killed the general".
fn clause_behind(reading: &Reading<'_>, expression: &Expression, connective: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    // "Two days after the attack police arrested a man" would be read the other way.
    let told = (0..expression.tokens.start).any(|token| grammar.is_verb(token));
    if !told || grammar.relation(connective) != Relation::Case {
        return None;
    }
    let end = grammar.len().min(connective + CLAUSE);
    if let Some(verb) = behind_aside(reading, connective + 2..end) {
        return Some(verb);
    }
    // "after Russia, China, and India signed": commas of a list end no clause.
    let clause = connective + 2..end;
    let list = clause.clone().filter(|&token| grammar.lower(token) == ",").count() > 1
        && clause.clone().any(|token| grammar.lower(token) == "and");
    clause
        .take_while(|&token| {
            let ends = matches!(grammar.lower(token), ";" | ":" | "who" | "that" | "which" | "as" | "when");
            !ends && (list || grammar.lower(token) != ",")
        })
        .find(|&token| {
            grammar.xpos(token) == Xpos::Vbd && grammar.upos(token) == Upos::Verb
                || grammar.xpos(token) == Xpos::Vbn
                    && (grammar.child(token, Relation::Obj).is_some()
                        || grammar.child(token, Relation::Aux).is_some()
                        || grammar.child(token, Relation::AuxPass).is_some())
        })
}

/// "after their envoys, meeting in Geneva, had promised": the verb right behind what commas set off from its subject.
fn behind_aside(reading: &Reading<'_>, words: Range<usize>) -> Option<usize> {
    let grammar = &reading.grammar;
    let commas: Vec<usize> = words.filter(|&word| grammar.lower(word) == ",").take(2).collect();
    let &[first, second] = commas.as_slice() else { return None };
    let next = second + 1;
    // "after the raid, the minister said, was over": no aside stands before a verb of the clause above.
    let told = (first..second).any(|word| grammar.xpos(word).is_finite());
    let finite = next < grammar.len() && grammar.xpos(next) == Xpos::Vbd;
    let verb = match grammar.relation(next.min(grammar.len() - 1)) {
        Relation::Aux | Relation::AuxPass => grammar.parent(next)?,
        _ => next,
    };
    (finite && !told && grammar.is_verb(verb)).then_some(verb)
}

/// "came within hours of the attack": the word that opens what the hours count from.
fn within_hours(reading: &Reading<'_>, expression: &Expression) -> Option<(usize, Offset)> {
    let grammar = &reading.grammar;
    let of = Some(expression.tokens.end).filter(|&of| of < grammar.len() && grammar.lower(of) == "of")?;
    let within = expression.tokens.start.checked_sub(1).filter(|&word| grammar.lower(word) == "within");
    let hours = expression.tokens.clone().any(|token| matches!(grammar.lemma(token), "hour" | "minute"));
    let offset = Offset { direction: Direction::After, amount: None, unit: Unit::Hour };
    (within.is_some() && hours).then_some((of, offset))
}

/// "signs a treaty that binds Oslo, two days after a referendum", "said it would leave, a day after": what a comma sets off is
/// counted from the clause that tells, and not from one inside it that no comma sets off.
fn set_off_from(reading: &Reading<'_>, expression: &Expression, inner: usize) -> Option<usize> {
    let grammar = &reading.grammar;
    let comma = expression.tokens.start.checked_sub(1)?;
    let set_off = grammar.lower(comma) == "," && inner < comma && grammar.is_verb(inner);
    let clause = grammar.first_conjunct(inner);
    let bound = match grammar.relation(clause) {
        Relation::Ccomp => true,
        Relation::AclRelcl => {
            let before = grammar.opening(clause).and_then(|word| word.checked_sub(1));
            before.is_some_and(|before| grammar.lower(before) != ",")
        }
        _ => false,
    };
    let main = grammar.upward(clause).skip(1).find(|&token| grammar.is_verb(token))?;
    let closed = (main + 1..comma).any(|token| grammar.lower(token) == ",");
    (set_off && bound && !closed && is_told(reading, main)).then_some(main)
}

/// "a day after they overran Kuwait, as the League condemned the raid": what goes along with the clause that tells, although a
/// parser hangs it on the one that is counted from.
fn goes_along(reading: &Reading<'_>, draft: &Draft, top: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.upward(draft.found.head).take_while(|&token| token != top).any(|clause| {
        let opening = grammar.opening(clause).filter(|_| grammar.relation(clause) == Relation::Advcl);
        opening
            .filter(|&word| word > top && matches!(grammar.lower(word), "as" | "while"))
            .is_some_and(|word| word.checked_sub(1).is_some_and(|comma| grammar.lower(comma) == ","))
    })
}

/// Whether a verb tells, rather than stands under one: not "promised to leave, a day after".
fn is_told(reading: &Reading<'_>, verb: usize) -> bool {
    !matches!(tense(reading, verb), Tense::Future | Tense::Open) && reading.grammar.xpos(verb) != Xpos::Vb
}

impl Distance<'_> {
    /// Whether a mention of the sentence is at either end of it.
    pub fn holds(&self, at: usize) -> bool {
        self.from.contains(&at) || self.to.contains(&at)
    }

    /// Whether only hours lie between the two: what is done "within an hour of hearing" goes on with the day of the story.
    pub fn is_of_hours(&self) -> bool {
        self.offset.unit < Unit::Day && self.days() == Some(0)
    }

    /// Takes from what the words count from the date of the clause that is so far away.
    pub fn part(&self, reading: &Reading<'_>, drafts: &mut [Draft], sentence: Range<usize>) {
        for &at in &self.from {
            let draft = &mut drafts[sentence.start + at];
            let of_other = draft.told.as_ref().is_some_and(|told| {
                told.basis == EventDateBasis::Clause
                    && reading.expressions.iter().any(|other| {
                        told.anchor == Some(other.location) && other.tokens.start < self.connective
                    })
            });
            if of_other {
                draft.told = None;
            }
        }
    }

    /// Dates what lies so far from a happening whose date is known: by its own words, or because it was told
    /// before.
    pub fn tell(
        &self,
        reading: &Reading<'_>,
        drafts: &mut [Draft],
        sentence: Range<usize>,
        running: Option<&DateValue>,
    ) {
        let known = self.from.iter().find_map(|&at| {
            let draft = &drafts[sentence.start + at];
            let own = draft.told.as_ref().filter(|told| told.anchor != Some(self.expression.location));
            own.map(|told| told.value.clone())
                .or_else(|| told_before(reading, &drafts[..sentence.start], draft))
        });
        let known = known.or_else(|| running.filter(|_| self.pronoun).cloned());
        // "two months after the 2013 election" counts from a day that nobody tells.
        let unit = self.offset.unit.max(Unit::Day);
        let Some(known) = known.filter(|value| {
            value.period().is_none_or(|period| unit == Unit::Year || period.unit() != Unit::Year)
        }) else {
            return;
        };
        let Some(date) = self.date(&known, self.offset.direction) else { return };
        for &at in &self.to {
            let draft = &mut drafts[sentence.start + at];
            if draft.told.as_ref().is_none_or(|told| told.anchor == Some(self.expression.location)) {
                draft.told = Some(date.clone());
            }
        }
    }

    /// Dates what the words count from, where the date of the other is known.
    pub fn tell_back(&self, drafts: &mut [Draft], sentence: Range<usize>, other: Option<&EventDate>) {
        let told = || self.to.iter().find_map(|&at| drafts[sentence.start + at].mention.date.clone());
        let known = match self.beside.and_then(|expression| expression.value.clone()) {
            Some(value) => Some(value),
            None => told().or_else(|| other.cloned()).map(|date| date.value),
        };
        // "a few hours after": midnight can lie between the two.
        if self.offset.unit < Unit::Day && (self.offset.amount.is_none() || self.days().is_none()) {
            return;
        }
        let back = match self.offset.direction {
            Direction::After => Direction::Before,
            Direction::Before => Direction::After,
        };
        let unit = self.offset.unit.max(Unit::Day);
        let exact = known.filter(|value| value.period().is_some_and(|period| period.unit() <= unit));
        let Some(date) = exact.and_then(|value| self.date(&value, back)) else { return };
        for &at in &self.from {
            let draft = &mut drafts[sentence.start + at];
            // "four days before voters go to the polls": a plan has its day as well.
            let ahead = self.offset.direction == Direction::Before && draft.mention.status == Status::Planned;
            let fact = draft.mention.status.is_told_as_done();
            if (fact || ahead) && draft.told.is_none() {
                draft.mention.date = Some(date.clone());
            }
        }
    }

    /// How many days so many hours are: none where they are few, and where nobody can tell.
    fn days(&self) -> Option<i64> {
        let hours = match self.offset.unit {
            Unit::Hour => i64::from(self.offset.amount.unwrap_or(0)),
            _ => 0,
        };
        (hours < HALF || hours % DAY == 0).then_some(hours / DAY)
    }

    fn date(&self, known: &DateValue, direction: Direction) -> Option<EventDate> {
        let sign = if direction == Direction::Before { -1 } else { 1 };
        let count = i64::from(self.offset.amount.unwrap_or(0)) * sign;
        let value = if self.offset.unit < Unit::Day {
            match self.days() {
                Some(days) if days > 0 => known.shift(days * sign, Unit::Day)?,
                _ => known.clone(),
            }
        } else {
            let moved = known.shift(count, self.offset.unit)?;
            // What is counted in weeks or years is known to the week or year.
            match moved.earliest.filter(|_| moved.is_day() && self.offset.unit > Unit::Day) {
                Some(day) => {
                    Period::containing(day, self.offset.unit).and_then(Period::value).unwrap_or(moved)
                }
                None => moved,
            }
        };
        let timex3 = value.period().map(Period::timex3);
        Some(EventDate {
            reasons: vec![format!("so long from what the words count from ({})", known.edtf)],
            value,
            timex3,
            basis: EventDateBasis::Relation,
            inferred: true,
            anchor: Some(self.expression.location),
        })
    }
}

/// The date of "the attack" that was told before.
fn told_before(reading: &Reading<'_>, before: &[Draft], draft: &Draft) -> Option<DateValue> {
    let grammar = &reading.grammar;
    let head = draft.found.head;
    let definite = reading.trigger(&draft.found).part == TriggerPart::Noun
        && grammar.children(head).any(|child| {
            grammar.relation(child) == Relation::NmodPoss
                || matches!(grammar.lower(child), "the" | "this" | "that")
        });
    if !definite {
        return None;
    }
    before
        .iter()
        .rev()
        .filter(|earlier| {
            earlier.mention.kind == draft.mention.kind && earlier.mention.status.is_told_as_done()
        })
        .find_map(|earlier| earlier.mention.date.as_ref())
        .map(|date| date.value.clone())
        .filter(DateValue::is_bounded)
}

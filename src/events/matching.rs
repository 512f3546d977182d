//! Which words of a sentence tell of an event, by which rule.

use super::file::{Needs, Tone};
use super::grammar::{Argument, Arguments, Place};
use super::mention::Participant;
use super::reading::{Reading, country_code};
use super::rule::*;
use crate::dates::ExpressionKind;
use crate::language::{Relation, Upos, Xpos};
use compact_str::CompactString;

/// A trigger in a sentence and who takes part.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub trigger: usize,
    pub head: usize,
    /// The further words of the phrase.
    pub rest: Vec<usize>,
    pub arguments: Arguments,
    pub sources: Vec<Participant>,
    pub targets: Vec<Participant>,
    pub mode: Option<usize>,
    /// The heads of what stands within it.
    pub content: Vec<usize>,
    /// The head of the phrase that labels speak of: what it is done to.
    pub object: Option<usize>,
    /// Whether it is told by what is coordinated with another's circumstances ("three hours with one and two with
    /// the other").
    pub gapped: bool,
}

impl Found {
    /// Whether both sides do it.
    pub fn reciprocal(&self, reading: &Reading<'_>) -> bool {
        reading.rules.triggers[self.trigger].reciprocal
    }
}

/// The triggers of a sentence, in the order of their words.
pub(super) fn triggers(reading: &Reading<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let count = reading.grammar.len();
    for token in 0..count {
        if let Some(best) = best_at(reading, token, false, &found) {
            found.push(best);
        }
    }
    // What is promised or threatened must be known before the promise or threat: from the right, since
    // content follows its cue.
    for token in (0..count).rev() {
        if let Some(best) = best_at(reading, token, true, &found) {
            match found.iter().position(|other| other.head == token) {
                Some(old)
                    if reading.rules.triggers[best.trigger].priority
                        >= reading.rules.triggers[found[old].trigger].priority =>
                {
                    found[old] = best
                }
                Some(_) => {}
                None => found.push(best),
            }
        }
    }
    found.sort_by_key(|one| one.head);
    refill(reading, &mut found);
    join_phrases(reading, &mut found);
    inherit(reading, &mut found);
    announce(reading, &mut found);
    share(reading, &mut found);
    found
}

/// "spent three hours with one minister and two with the other": a second length of time with partners of its own is
/// a second meeting.
fn share(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let grammar = &reading.grammar;
    let lengths: Vec<usize> = reading
        .expressions
        .iter()
        .filter(|expression| expression.kind == ExpressionKind::Duration)
        .filter_map(|expression| {
            let mut tokens = expression.tokens.clone();
            tokens.find(|&token| {
                token < grammar.len()
                    && grammar.parent(token).is_none_or(|head| !expression.tokens.contains(&head))
            })
        })
        .collect();
    if lengths.len() < 2 {
        return;
    }
    let mut more = Vec::new();
    for one in found.iter().filter(|one| one.reciprocal(reading)) {
        let mut told: Vec<Participant> = one.sources.iter().chain(&one.targets).cloned().collect();
        for &length in &lengths {
            let tied = grammar.relation(length) == Relation::Conj
                && length > one.head
                && grammar
                    .upward(length)
                    .skip(1)
                    .any(|up| up == one.head || Some(up) == one.arguments.carrier || lengths.contains(&up));
            if !tied || found.iter().any(|other| other.head == length) {
                continue;
            }
            let mut arguments = Arguments { carrier: one.arguments.carrier, ..Arguments::default() };
            let mut partners: Vec<Participant> = Vec::new();
            for token in length + 1..grammar.len() {
                let nominal =
                    grammar.upward(token).take_while(|&up| up != length).all(|up| !grammar.is_verb(up));
                let Some(word) = grammar.preposition(token) else { continue };
                if !grammar.below(token, length) || !nominal {
                    continue;
                }
                arguments.list.push(Argument { place: Place::Preposition(word), token });
                if grammar.children(token).any(|child| {
                    child < token
                        && grammar.relation(child) == Relation::Case
                        && grammar.lower(child) == "with"
                }) {
                    partners.extend(reading.participants(token).into_iter().filter(known));
                }
            }
            // A preposition that the parser hung beside its noun: "at the Kremlin with the president".
            for token in length + 1..grammar.len() {
                if grammar.lower(token) == "with" && grammar.below(token, length) {
                    let under = grammar.children(token).find(|&child| child > token);
                    partners.extend(
                        under.into_iter().flat_map(|token| reading.participants(token)).filter(known),
                    );
                }
            }
            partners.retain(|partner| !told.iter().any(|other| same(partner, other)));
            if let Some(partner) = partners.into_iter().next() {
                told.push(partner.clone());
                more.push(Found {
                    head: length,
                    rest: Vec::new(),
                    arguments,
                    sources: one.sources.clone(),
                    targets: vec![partner],
                    content: Vec::new(),
                    object: None,
                    gapped: true,
                    ..one.clone()
                });
            }
        }
    }
    found.extend(more);
    found.sort_by_key(|one| one.head);
}

/// Whoever is known only from the content is looked for again when all of it is known.
fn refill(reading: &Reading<'_>, found: &mut [Found]) {
    for i in (0..found.len()).rev() {
        let trigger = &reading.rules.triggers[found[i].trigger];
        let wants = |choices: &[SlotChoice]| {
            choices.iter().any(|choice| matches!(choice.slot, Slot::ContentTarget | Slot::ContentSource))
        };
        if !wants(&trigger.target) && !wants(&trigger.source) {
            continue;
        }
        let arguments = found[i].arguments.clone();
        let matcher = Matcher { reading, token: found[i].head, arguments: &arguments, known: found, trigger };
        if let Some(again) = matcher.build(found[i].trigger, found[i].rest.clone()) {
            found[i] = again;
        }
    }
}

/// "An air strike by Russia killed 20 people": who struck killed, and whom it killed it struck. An event is
/// nobody who could take part in another.
fn inherit(reading: &Reading<'_>, found: &mut [Found]) {
    let heads: Vec<usize> = found.iter().map(|one| one.head).collect();
    for i in 0..found.len() {
        let verb = reading.rules.triggers[found[i].trigger].part == TriggerPart::Verb;
        let kind = reading.rules.triggers[found[i].trigger].kind;
        let subject = found[i]
            .arguments
            .at(Place::Subject)
            .chain(found[i].arguments.list.iter().filter_map(|argument| match argument.place {
                Place::Preposition(word) if matches!(reading.grammar.lower(word), "in" | "by" | "with") => {
                    Some(argument.token)
                }
                _ => None,
            }))
            .find_map(|token| heads.iter().position(|&head| head == reading.core(token)));
        if let (true, Some(event)) = (verb, subject)
            && event != i
            && reading.rules.triggers[found[event].trigger].kind == kind
        {
            if !found[i].sources.iter().any(known) {
                found[i].sources = found[event].sources.clone();
            }
            if !found[event].targets.iter().any(known) {
                found[event].targets = found[i].targets.clone();
                found[event].object = found[event].object.or(found[i].object);
            }
            if found[i].mode.is_none() {
                found[i].mode = found[event].mode;
            }
        }
        let sentence = reading.grammar.sentence;
        let is_event = |participant: &Participant| {
            !known(participant)
                && heads.iter().any(|&head| participant.location.span.contains(sentence.tokens[head].span))
        };
        found[i].sources.retain(|participant| !is_event(participant));
        found[i].targets.retain(|participant| !is_event(participant));
    }
}

/// What somebody will do himself, told by the article without anybody's saying so.
fn announce(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let grammar = &reading.grammar;
    let mut announced: Vec<Found> = Vec::new();
    for one in found.iter() {
        let kind = reading.rules.triggers[one.trigger].kind;
        let (Some(&trigger), Some(verb)) = (reading.rules.futures.get(&kind), one.arguments.carrier) else {
            continue;
        };
        if one.arguments.passive || !one.sources.iter().any(known) || negated(reading, verb) {
            continue;
        }
        let will = grammar.children(verb).find(|&child| {
            grammar.relation(child) == Relation::Aux
                && matches!(grammar.lower(child), "will" | "'ll" | "shall" | "’ll")
        });
        let Some(will) = will else { continue };
        let held = found.iter().any(|act| {
            act.content.iter().any(|&content| content != act.head && grammar.below(verb, content))
        });
        let open = grammar.mark(verb).is_some_and(|mark| grammar.lower(mark) != "that")
            || grammar.relation(verb) == Relation::AclRelcl;
        if held || open || announced.iter().any(|other| other.head == will) {
            continue;
        }
        announced.push(Found {
            trigger,
            head: will,
            rest: Vec::new(),
            arguments: Arguments::default(),
            sources: one.sources.clone(),
            targets: one.targets.clone(),
            mode: reading.rules.triggers[trigger].mode,
            content: vec![verb],
            object: None,
            gapped: false,
        });
    }
    found.extend(announced);
    found.sort_by_key(|one| one.head);
}

/// A verb and the noun it supports tell of one event of a kind: "impose sanctions", "fired missiles".
fn join_phrases(reading: &Reading<'_>, found: &mut Vec<Found>) {
    let mut drop = vec![false; found.len()];
    for i in 0..found.len() {
        let kind = reading.rules.triggers[found[i].trigger].kind;
        // A noun that is part of a longer phrase trigger is no trigger of its own.
        for j in 0..found.len() {
            if i == j || drop[i] || drop[j] {
                continue;
            }
            let other = reading.rules.triggers[found[j].trigger].kind;
            if found[i].rest.contains(&found[j].head) {
                drop[j] = true;
            } else if kind == other && reading.rules.triggers[found[i].trigger].part == TriggerPart::Verb {
                let is_object = found[i].arguments.at(Place::Object).any(|token| token == found[j].head);
                let supports =
                    found[j].arguments.supported && found[j].arguments.carrier == Some(found[i].head);
                if is_object && supports {
                    if actor_count(&found[i]) >= actor_count(&found[j]) {
                        let head = found[j].head;
                        found[i].rest.push(head);
                        if found[i].mode.is_none() {
                            found[i].mode = found[j].mode;
                        }
                        drop[j] = true;
                    } else {
                        drop[i] = true;
                    }
                }
            }
        }
    }
    let mut keep = drop.iter().map(|drop| !drop);
    found.retain(|_| keep.next().unwrap_or(true));
}

fn actor_count(found: &Found) -> usize {
    found.sources.iter().chain(&found.targets).filter(|one| one.actor.is_some() || one.code.is_some()).count()
}

fn best_at(reading: &Reading<'_>, token: usize, by_content: bool, known: &[Found]) -> Option<Found> {
    let grammar = &reading.grammar;
    let rules = reading.rules;
    let lemma = grammar.lemma(token);
    let (index, part) = match grammar.upos(token) {
        Upos::Verb if grammar.relation(token) == Relation::Amod => {
            (&rules.adjectives, TriggerPart::Adjective)
        }
        Upos::Verb | Upos::Aux => (&rules.verbs, TriggerPart::Verb),
        Upos::Noun | Upos::Propn => (&rules.nouns, TriggerPart::Noun),
        Upos::Adj => (&rules.adjectives, TriggerPart::Adjective),
        _ => return None,
    };
    // "bombing" is a word of its own beside "bomb".
    let form = grammar.lower(token);
    let by_form = index.get(form).filter(|_| form != lemma).into_iter().flatten();
    let candidates: Vec<&Candidate> = index.get(lemma).into_iter().flatten().chain(by_form).collect();
    if candidates.is_empty() {
        return None;
    }
    if part == TriggerPart::Noun
        && (matches!(grammar.relation(token), Relation::Compound | Relation::NmodDesc | Relation::Flat)
            || (grammar.upos(token) == Upos::Propn && inside_name(reading, token)))
    {
        return None;
    }
    if !candidates.iter().any(|&candidate| rules.triggers[candidate.trigger].by_content == by_content) {
        return None;
    }
    let arguments = match part {
        TriggerPart::Verb => reading.verb_arguments(token),
        TriggerPart::Noun => reading.noun_arguments(token),
        TriggerPart::Adjective => {
            let mut arguments = reading.verb_arguments(token);
            arguments.carrier = None;
            arguments
        }
    };
    let mut best: Option<(i64, Found)> = None;
    for candidate in candidates {
        let trigger = &rules.triggers[candidate.trigger];
        if trigger.by_content != by_content {
            continue;
        }
        let Some(rest) = phrase(reading, token, part, &candidate.rest) else { continue };
        let turned = with_particle(reading, &arguments, &rest);
        let arguments = turned.as_ref().unwrap_or(&arguments);
        let matcher = Matcher { reading, token, arguments, known, trigger };
        if !matcher.fits() {
            continue;
        }
        let weight = i64::from(trigger.priority) * 1000
            + candidate.rest.len() as i64 * 100
            + trigger.when.len() as i64 * 10;
        if best.as_ref().is_some_and(|(old, _)| *old >= weight) {
            continue;
        }
        if let Some(built) = matcher.build(candidate.trigger, rest) {
            best = Some((weight, built));
        }
    }
    best.map(|(_, found)| found)
}

/// "called off their strike": the particle is no preposition, and what follows it is the object.
fn with_particle(reading: &Reading<'_>, arguments: &Arguments, rest: &[usize]) -> Option<Arguments> {
    let is_particle = |place: Place| matches!(place, Place::Preposition(word) if rest.contains(&word));
    let verbs: Vec<usize> = rest.iter().copied().filter(|&word| reading.grammar.is_verb(word)).collect();
    if verbs.is_empty() && !arguments.list.iter().any(|argument| is_particle(argument.place)) {
        return None;
    }
    let mut turned = arguments.clone();
    // "came crashing down around a base": what hangs on the second verb belongs to the phrase.
    for verb in verbs {
        let own = reading.verb_arguments(verb);
        turned.list.extend(
            own.list
                .into_iter()
                .filter(|argument| matches!(argument.place, Place::Preposition(_) | Place::Object)),
        );
    }
    for argument in &mut turned.list {
        if is_particle(argument.place) {
            argument.place = Place::Object;
        }
    }
    Some(turned)
}

/// Whether the noun is part of a name that is an actor or a place ("Security Council meeting" is not, but
/// "Islamic Resistance Movement" is).
fn inside_name(reading: &Reading<'_>, token: usize) -> bool {
    reading.mentions.iter().any(|mention| mention.tokens.contains(&token) && mention.tokens.len() > 1)
        || reading.place_at(token).is_some()
}

/// The further words of a phrase: behind a verb as particle, object or neighbour; before a noun.
fn phrase(
    reading: &Reading<'_>,
    token: usize,
    part: TriggerPart,
    rest: &[CompactString],
) -> Option<Vec<usize>> {
    let grammar = &reading.grammar;
    let mut found = Vec::new();
    if part == TriggerPart::Noun {
        let mut at = token;
        for word in rest.iter().rev() {
            at = at.checked_sub(1)?;
            while matches!(grammar.lower(at), "-" | "–") {
                at = at.checked_sub(1)?;
            }
            if grammar.lemma(at) != word.as_str() && grammar.lower(at) != word.as_str() {
                return None;
            }
            found.push(at);
        }
        found.reverse();
        return Some(found);
    }
    let mut last = token;
    for word in rest {
        let is = |i: usize| grammar.lemma(i) == word.as_str() || grammar.lower(i) == word.as_str();
        let near = last + 1;
        let hit = if near < grammar.len() && is(near) {
            Some(near)
        } else {
            grammar.children(last).chain(grammar.children(token)).find_map(|child| {
                if is(child) && child != token {
                    return Some(child);
                }
                grammar.children(child).find(|&inner| is(inner) && grammar.relation(inner) == Relation::Case)
            })
        };
        last = hit?;
        found.push(last);
    }
    Some(found)
}

/// One rule tried at one token.
pub(super) struct Matcher<'a, 'b> {
    pub reading: &'a Reading<'b>,
    pub token: usize,
    pub arguments: &'a Arguments,
    pub known: &'a [Found],
    pub trigger: &'a Trigger,
}

impl Matcher<'_, '_> {
    fn fits(&self) -> bool {
        self.trigger.when.iter().all(|condition| self.holds(condition))
            && !self.trigger.unless.iter().any(|condition| self.holds(condition) || self.holds_nested(condition))
            && self.subject_may_act()
    }

    /// Unless its conditions speak of the subject, a verb needs one that can act.
    fn subject_may_act(&self) -> bool {
        if self.trigger.part != TriggerPart::Verb
            || self.trigger.when.iter().any(|condition| condition.of == Subject::Slot(Slot::Subject))
        {
            return true;
        }
        let mut subjects = self.arguments.at(Place::Subject).peekable();
        subjects.peek().is_none() || subjects.any(|subject| self.reading.may_act(subject))
    }

    /// Whether a condition on a preposition holds of one that the parser hung on the object: "fired missiles into the
    /// sea".
    fn holds_nested(&self, condition: &Condition) -> bool {
        let Subject::Slot(slot @ Slot::Preposition(_)) = &condition.of else { return false };
        self.trigger.part == TriggerPart::Verb
            && self
                .tokens_or_nested(slot)
                .into_iter()
                .any(|token| condition.tests.iter().any(|test| self.token_passes(test, token)))
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        let tests = &condition.tests;
        match &condition.of {
            Subject::Slot(slot) => self
                .tokens_in(slot)
                .into_iter()
                .any(|token| tests.iter().any(|test| self.token_passes(test, token))),
            Subject::Any => self
                .arguments
                .list
                .iter()
                .any(|argument| tests.iter().any(|test| self.token_passes(test, argument.token))),
            Subject::Voice => tests.iter().any(|test| match test {
                Test::Keyword(Keyword::Passive) => self.arguments.passive,
                Test::Keyword(Keyword::Active) => !self.arguments.passive,
                _ => false,
            }),
            Subject::Form => tests.iter().any(|test| self.form_passes(test)),
            Subject::ComplementForm => {
                // Every keyword must hold of one complement.
                self.reading
                    .complements(self.arguments)
                    .into_iter()
                    .any(|complement| tests.iter().all(|test| self.complement_passes(test, complement)))
            }
            Subject::ComplementVerb => self
                .reading
                .complements(self.arguments)
                .into_iter()
                .any(|complement| tests.iter().any(|test| self.token_passes(test, complement))),
            Subject::Content => self.contents().any(|found| {
                let kind = &self.reading.rules.kinds[self.reading.rules.triggers[found.trigger].kind];
                tests.iter().any(|test| match test {
                    Test::Tone(tone) => kind.tone == *tone,
                    Test::Word(name) => kind.name == name.as_str(),
                    _ => false,
                })
            }),
            Subject::Before => self.token.checked_sub(1).is_some_and(|before| {
                tests.iter().any(|test| {
                    matches!(test, Test::Word(word) if word == self.reading.grammar.lower(before))
                })
            }),
            Subject::Governor => {
                let top = self.reading.grammar.first_conjunct(self.token);
                self.reading
                    .grammar
                    .parent(top)
                    .is_some_and(|head| tests.iter().any(|test| self.token_passes(test, head)))
            }
        }
    }

    /// The events that stand in the content: under the complement, or as its object.
    fn contents(&self) -> impl Iterator<Item = &Found> {
        let complements = if self.trigger.content.is_empty() {
            self.reading.complements(self.arguments)
        } else {
            self.trigger.content.iter().flat_map(|slot| self.tokens_in(slot)).collect()
        };
        self.known.iter().filter(move |found| {
            found.head != self.token && complements.iter().any(|&complement| self.leads_to(complement, found))
        })
    }

    /// Whether an event is what a complement comes down to: it itself, its object, or what it begins or
    /// continues ("to resume shelling", "to continue aid").
    fn leads_to(&self, complement: usize, found: &Found) -> bool {
        let grammar = &self.reading.grammar;
        let words = &self.reading.rules.words;
        if found.arguments.carrier == Some(complement) {
            return true;
        }
        let mut at = grammar.first_conjunct(found.head);
        for step in 0..4 {
            if at == complement || found.head == complement {
                return true;
            }
            let Some(head) = grammar.parent(at) else { return false };
            let object = matches!(
                grammar.relation(at),
                Relation::Obj
                    | Relation::Xcomp
                    | Relation::NsubjPass
                    | Relation::Obl
                    | Relation::Nmod
                    | Relation::Conj
            );
            let lemma = grammar.lemma(head);
            let light = words.factual.contains(lemma)
                || words.support.contains(lemma)
                || words.aspect.contains(lemma);
            if !object || (step > 0 && !light && head != complement) {
                return false;
            }
            at = head;
        }
        false
    }

    /// The heads in a slot.
    fn tokens_in(&self, slot: &Slot) -> Vec<usize> {
        let arguments = self.arguments;
        let grammar = &self.reading.grammar;
        match slot {
            Slot::Subject => arguments.at(Place::Subject).collect(),
            Slot::Object => {
                arguments.at(Place::Object).filter(|&token| !self.reading.is_time(token)).collect()
            }
            Slot::Indirect => arguments.at(Place::Indirect).collect(),
            Slot::Complement => self.reading.complements(arguments),
            Slot::Possessor => arguments.at(Place::Possessor).collect(),
            Slot::Modifier => arguments.at(Place::Modifier).collect(),
            Slot::Particle => arguments.at(Place::Particle).collect(),
            Slot::Preposition(word) => arguments
                .list
                .iter()
                .filter(|argument| match argument.place {
                    Place::Preposition(token) => {
                        grammar.lower(token) == word.as_str() && !self.reading.is_time(argument.token)
                    }
                    _ => false,
                })
                .map(|argument| argument.token)
                .collect(),
            Slot::Head => grammar.parent(self.token).into_iter().collect(),
            Slot::ContentSubject => self
                .reading
                .complements(arguments)
                .into_iter()
                .filter_map(|complement| {
                    let inner = self.reading.verb_arguments(complement);
                    inner.at(Place::Subject).next().or_else(|| inner.at(Place::Object).next())
                })
                .collect(),
            Slot::Circumstance => self.circumstances(),
            Slot::ContentTarget | Slot::ContentSource => Vec::new(),
        }
    }

    /// What stands under "in", "after", "when" and the like, and who does it there.
    fn circumstances(&self) -> Vec<usize> {
        let grammar = &self.reading.grammar;
        let mut found = Vec::new();
        for argument in &self.arguments.list {
            let Place::Preposition(word) = argument.place else { continue };
            if !matches!(grammar.lower(word), "in" | "after" | "when" | "as" | "while" | "during" | "by" | "following") {
                continue;
            }
            found.push(argument.token);
            if grammar.is_verb(argument.token) {
                found.extend(grammar.children(argument.token).filter(|&child| {
                    matches!(grammar.relation(child), Relation::Nsubj | Relation::NsubjPass)
                }));
            }
        }
        found
    }

    fn token_passes(&self, test: &Test, token: usize) -> bool {
        let reading = self.reading;
        match test {
            Test::Present => true,
            Test::Word(word) => self.some_head(token, |head| {
                reading.grammar.lemma(head) == word.as_str() || reading.grammar.lower(head) == word.as_str()
            }),
            Test::Class(class) => self.some_head(token, |head| {
                let lower = reading.grammar.lower(head);
                reading.rules.in_class(class, reading.grammar.lemma(head))
                    || reading.rules.in_class(class, lower)
                    || reading.grammar.upos(head) == Upos::Propn
                        && lower.strip_suffix('s').is_some_and(|stem| reading.rules.in_class(class, stem))
            }),
            Test::Actor => reading.is_actor(token) || reading.may_act(token),
            Test::Sort(sort) => reading.is_sort(token, *sort),
            Test::Place => reading.place_at(reading.core(token)).is_some(),
            Test::Name => self.some_head(token, |head| reading.grammar.upos(head) == Upos::Propn),
            Test::Pronoun => self.some_head(token, |head| reading.grammar.upos(head) == Upos::Pron),
            Test::Keyword(_) | Test::Tone(_) => false,
        }
    }

    fn some_head(&self, token: usize, passes: impl Fn(usize) -> bool) -> bool {
        passes(token) || self.reading.heads(token).into_iter().any(passes)
    }

    fn form_passes(&self, test: &Test) -> bool {
        let grammar = &self.reading.grammar;
        let plural = matches!(grammar.xpos(self.token), Xpos::Nns | Xpos::Nnps);
        match test {
            Test::Word(word) => grammar.lower(self.token) == word.as_str(),
            Test::Keyword(Keyword::Plural) => plural,
            Test::Keyword(Keyword::Singular) => !plural,
            Test::Keyword(Keyword::Definite) => grammar
                .children(self.token)
                .any(|child| matches!(grammar.lower(child), "the" | "this" | "that" | "these" | "those")),
            Test::Keyword(Keyword::Gerund) => grammar.xpos(self.token) == Xpos::Vbg,
            Test::Keyword(Keyword::Past) => matches!(grammar.xpos(self.token), Xpos::Vbd | Xpos::Vbn),
            _ => false,
        }
    }

    fn complement_passes(&self, test: &Test, complement: usize) -> bool {
        let grammar = &self.reading.grammar;
        let Test::Keyword(keyword) = test else { return false };
        let auxiliary = |words: &[&str]| {
            grammar.children(complement).any(|child| {
                matches!(grammar.relation(child), Relation::Aux | Relation::Cop)
                    && words.contains(&grammar.lemma(child))
                    || (grammar.relation(child) == Relation::Aux && words.contains(&grammar.lower(child)))
            })
        };
        let to = grammar
            .children(complement)
            .any(|child| grammar.relation(child) == Relation::Mark && grammar.lower(child) == "to");
        match keyword {
            Keyword::Infinitive => to,
            Keyword::Finite => !to && grammar.xpos(complement) != Xpos::Vbg,
            Keyword::Gerund => grammar.xpos(complement) == Xpos::Vbg,
            Keyword::Will => auxiliary(&["will", "shall", "'ll", "would", "wo", "’ll"]),
            Keyword::Would => auxiliary(&["would", "could", "may", "might"]),
            Keyword::Must => {
                auxiliary(&["must", "should", "ought"])
                    || (matches!(grammar.lemma(complement), "have" | "need" | "ought")
                        && grammar.child(complement, Relation::Xcomp).is_some())
            }
            Keyword::Negative => negated(self.reading, complement),
            Keyword::Positive => !negated(self.reading, complement),
            Keyword::Past => grammar.xpos(complement) == Xpos::Vbd || auxiliary(&["have", "be"]) && !to,
            Keyword::Subjunctive => grammar.xpos(complement) == Xpos::Vb && !to,
            Keyword::Unless => (0..grammar.len())
                .any(|token| grammar.lower(token) == "unless" && grammar.below(token, complement)),
            Keyword::SameSubject => self.same_subject(complement),
            Keyword::OtherSubject => !self.same_subject(complement),
            _ => false,
        }
    }

    /// Whether the complement is about what its speaker does: the same person or side, or a pronoun that
    /// nobody else claims.
    fn same_subject(&self, complement: usize) -> bool {
        let reading = self.reading;
        let grammar = &reading.grammar;
        let own = grammar.children(complement).find(|&child| {
            matches!(grammar.relation(child), Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter)
        });
        let Some(inner) = own else { return true };
        let Some(outer) = self.arguments.at(Place::Subject).next() else { return false };
        let (inner_actors, outer_actors) = (reading.participants(inner), reading.participants(outer));
        if inner_actors.iter().all(|one| one.actor.is_none() && one.code.is_none()) {
            return matches!(grammar.lower(inner), "it" | "he" | "she" | "they" | "we" | "i");
        }
        inner_actors.iter().any(|one| {
            outer_actors.iter().any(|two| {
                (one.actor.is_some() && one.actor == two.actor)
                    || match (self.country(one), self.country(two)) {
                        (Some(a), Some(b)) => a == b,
                        _ => false,
                    }
            })
        })
    }

    fn country<'c>(&'c self, participant: &'c Participant) -> Option<&'c str> {
        participant
            .code
            .as_deref()
            .or_else(|| participant.actor.map(|actor| self.reading.actors.actors[actor].code.as_str()))
            .and_then(country_code)
    }

    fn build(&self, trigger: usize, rest: Vec<usize>) -> Option<Found> {
        let form = self.trigger;
        let mut sources = self.fill(&form.source);
        let mut targets = self.fill(&form.target);
        targets.retain(|target| !sources.iter().any(|source| same(source, target)));
        if form.reciprocal && !sources.iter().any(known) && targets.iter().any(known) {
            std::mem::swap(&mut sources, &mut targets);
        }
        let somebody = |choices: &[SlotChoice]| {
            choices.iter().filter(|choice| choice.slot != Slot::Modifier).any(|choice| {
                self.tokens_or_nested(&choice.slot).into_iter().any(|token| self.reading.is_somebody(token))
            })
        };
        let source = sources.iter().any(known) || somebody(&form.source);
        let target = targets.iter().any(known) || somebody(&form.target);
        // An attack on a village, a chemical attack, an attack that is carried out: the words themselves tell
        // enough of it.
        let told = form.part == TriggerPart::Noun
            && form.needs == Needs::Any
            && (self.arguments.supported || !targets.is_empty() || self.refined(form).is_some());
        let target = target || told;
        let enough = match form.needs {
            Needs::Source => source,
            Needs::Target => target,
            Needs::Both => source && target,
            Needs::Any => source || target,
            Needs::None => true,
        };
        if !enough {
            return None;
        }
        let mode = form.mode.or_else(|| self.refined(form));
        let content: Vec<usize> = form.content.iter().flat_map(|slot| self.tokens_in(slot)).collect();
        let object = form.target.iter().find_map(|choice| self.tokens_in(&choice.slot).first().copied());
        Some(Found {
            trigger,
            head: self.token,
            rest,
            arguments: self.arguments.clone(),
            sources,
            targets,
            mode,
            content,
            object,
            gapped: false,
        })
    }

    /// The mode that the arguments tell.
    fn refined(&self, form: &Trigger) -> Option<usize> {
        self.reading.rules.kinds[form.kind]
            .refinements
            .iter()
            .find(|(_, conditions)| conditions.iter().all(|condition| self.holds(condition)))
            .map(|(mode, _)| *mode)
    }

    fn fill(&self, choices: &[SlotChoice]) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        let mut words: Vec<Participant> = Vec::new();
        for choice in choices {
            if found.iter().any(known) && !choice.added {
                continue;
            }
            let more = match choice.slot {
                Slot::ContentTarget => self.of_content(
                    |inner| &inner.targets,
                    &["to", "with", "against", "on", "from", "in", "of", "for"],
                ),
                Slot::ContentSource => self.contents().flat_map(|inner| inner.sources.clone()).collect(),
                _ => self
                    .tokens_or_nested(&choice.slot)
                    .into_iter()
                    .filter(|&token| token != self.token)
                    .flat_map(|token| self.reading.participants(token))
                    .collect(),
            };
            for participant in more {
                if known(&participant) {
                    if !found.iter().any(|other| same(other, &participant)) {
                        found.push(participant);
                    }
                } else if !matches!(choice.slot, Slot::Modifier | Slot::Complement) && words.is_empty() {
                    words.push(participant);
                }
            }
        }
        if found.is_empty() { words } else { found }
    }

    /// The heads in a slot; a preposition that the verb or noun itself does not have may hang on what it is
    /// about: "suspended links with Serbia", "an admission by Moscow".
    fn tokens_or_nested(&self, slot: &Slot) -> Vec<usize> {
        let found = self.tokens_in(slot);
        let Slot::Preposition(word) = slot else { return found };
        if !found.is_empty() || matches!(word.as_str(), "of" | "as") {
            return found;
        }
        let grammar = &self.reading.grammar;
        let reading = self.reading;
        self.arguments
            .list
            .iter()
            .filter(|argument| match argument.place {
                Place::Object => true,
                Place::Preposition(word) => grammar.lower(word) == "of",
                _ => false,
            })
            .filter(|argument| {
                !grammar.is_verb(argument.token)
                    && (self.trigger.part == TriggerPart::Noun
                        || matches!(word.as_str(), "by" | "between")
                        || !reading.is_named(argument.token))
            })
            .flat_map(|argument| grammar.children(argument.token))
            .filter(|&child| {
                grammar.relation(child) == Relation::Nmod
                    && !reading.is_time(child)
                    && grammar.preposition(child).is_some_and(|of| grammar.lower(of) == word.as_str())
            })
            .collect()
    }

    fn of_content(
        &self,
        side: impl Fn(&Found) -> &Vec<Participant>,
        prepositions: &[&str],
    ) -> Vec<Participant> {
        let events: Vec<Participant> =
            self.contents().flat_map(|inner| side(inner).clone()).filter(known).collect();
        if !events.is_empty() {
            return events;
        }
        let mut found = Vec::new();
        for complement in self.reading.complements(self.arguments) {
            let inner = self.reading.verb_arguments(complement);
            for argument in &inner.list {
                let wanted = match argument.place {
                    Place::Object | Place::Indirect => true,
                    Place::Preposition(word) => prepositions.contains(&self.reading.grammar.lower(word)),
                    _ => false,
                };
                if wanted && found.is_empty() {
                    found.extend(self.reading.participants(argument.token).into_iter().filter(known));
                }
            }
        }
        found
    }
}

/// Whether the participant is somebody, or a place that stands for somebody.
pub(super) fn known(participant: &Participant) -> bool {
    participant.actor.is_some() || participant.code.is_some()
}

fn same(one: &Participant, other: &Participant) -> bool {
    match (one.actor, other.actor) {
        (Some(a), Some(b)) => a == b,
        _ => one.location == other.location,
    }
}

/// Whether a verb is negated, by itself or by "no" before its subject or object.
pub(super) fn negated(reading: &Reading<'_>, token: usize) -> bool {
    let grammar = &reading.grammar;
    grammar.children(token).any(|child| {
        matches!(grammar.lower(child), "not" | "n't" | "never" | "n’t" | "neither" | "nor")
            || (matches!(
                grammar.relation(child),
                Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl
            ) && grammar.children(child).any(|inner| {
                grammar.relation(inner) == Relation::Det && matches!(grammar.lower(inner), "no" | "neither")
            }))
            || (matches!(grammar.relation(child), Relation::Nsubj | Relation::NsubjPass)
                && matches!(grammar.lower(child), "nobody" | "none" | "no-one"))
    })
}

/// The tone of what a found event is.
#[allow(dead_code)]
pub(super) fn tone(reading: &Reading<'_>, found: &Found) -> Tone {
    reading.rules.kinds[reading.rules.triggers[found.trigger].kind].tone
}

//! Who is killed or hurt in what happens, where no mention of it has them: "A bus hit a wall, killing nine people", "3 are
//! dead and 11 wounded in a stabbing attack".

use super::super::draft::Draft;
use super::super::matching::{known, same};
use super::super::mention::Participant;
use super::super::particular::{Casualty, Fate, casualties, count_fates, fates};
use super::super::reading::Reading;
use super::super::rule::TriggerPart;
use super::befall::is_long_after;
use super::death::may_die_by;
use super::harm::struck_by;
use super::lend::{are_persons, only_place};
use super::reach::steps;
use super::sentence::{elsewhere, meet};
use super::share::{leave_out_deeds, leave_out_things, share_tolls, tell_once};
use super::toll::{is_bare_toll, is_own, may_cost};
use crate::language::{Relation, Upos};

/// Makes those whom the words of an attack or an accident tell to be killed or hurt by it its targets, where no people
/// are; and beside its targets those of whom other clauses of its sentence tell it.
pub(in super::super) fn tell_victims(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for draft in drafts.iter_mut() {
        tell_of_its_words(&readings[draft.mention.sentence], draft);
    }
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        let drafts = &mut drafts[range[0]..range[1]];
        let fates = fates(reading);
        let hurt = |at: usize| -> Vec<usize> {
            (0..fates.len()).filter(|&fate| is_hurt_by(reading, drafts, at, &fates[fate])).collect()
        };
        let all: Vec<Vec<usize>> = (0..drafts.len()).map(hurt).collect();
        for (draft, hurt) in drafts.iter_mut().zip(all) {
            let hurt: Vec<&Fate> = hurt.into_iter().map(|fate| &fates[fate]).collect();
            add(reading, draft, &hurt);
            count_fates(reading, &hurt, &mut draft.mention.particulars);
        }
    }
    lend_tolls(readings, starts, drafts);
    for (reading, range) in readings.iter().zip(starts.windows(2)) {
        share_tolls(reading, &mut drafts[range[0]..range[1]]);
    }
    for draft in drafts.iter_mut() {
        let reading = &readings[draft.mention.sentence];
        tell_once(reading, draft);
        leave_out_things(reading, draft);
        leave_out_deeds(reading, draft);
    }
}

/// "A train derailed. Nine people were killed": what violence or a disaster cost by the sentence right after it.
fn lend_tolls(readings: &[Reading<'_>], starts: &[usize], drafts: &mut [Draft]) {
    for pair in starts.windows(3) {
        let (before, after) = drafts[pair[0]..pair[2]].split_at_mut(pair[1] - pair[0]);
        for toll in after.iter().filter(|toll| is_bare_toll(&readings[toll.mention.sentence], toll)) {
            let of_it = |deed: &&mut Draft| {
                deed.mention.happening == toll.mention.happening
                    && may_cost(&readings[deed.mention.sentence], deed)
            };
            for deed in before.iter_mut().filter(of_it) {
                for number in &toll.mention.particulars {
                    if deed.mention.number(&number.what).is_none() {
                        deed.mention.particulars.push(number.clone());
                    }
                }
            }
        }
    }
}

fn tell_of_its_words(reading: &Reading<'_>, draft: &mut Draft) {
    let trigger = reading.trigger(&draft.found);
    let people = |one: &Participant| are_persons(reading, one);
    let harms = trigger.strikes || reading.kind(&draft.found).befalls;
    if !harms || trigger.reciprocal || draft.mention.targets.iter().any(people) {
        return;
    }
    // "plunged off a bridge, killing 24": a number alone is whom it struck where nothing else is told to be.
    let alone = draft.mention.targets.is_empty() || only_place(reading, draft);
    let victims: Vec<Participant> = casualties(reading, draft)
        .iter()
        .filter(|casualty| casualty.what != "detained" && is_told_of(reading, draft, casualty))
        .flat_map(|casualty| {
            let number = alone && reading.grammar.upos(casualty.people) == Upos::Num;
            reading.participants(casualty.people).into_iter().filter(move |one| number || people(one))
        })
        .collect();
    make_targets(reading, draft, victims);
}

/// Whether people are told to be hurt by this and nothing else: not at another time ("after killing two"), nor by somebody
/// else ("and soldiers killed ten").
fn is_told_of(reading: &Reading<'_>, draft: &Draft, casualty: &Casualty) -> bool {
    let grammar = &reading.grammar;
    let (verb, anchor) = (casualty.verb, draft.found.anchor());
    let trigger = reading.trigger(&draft.found);
    let befalls = reading.kind(&draft.found).befalls;
    let noun = trigger.part == TriggerPart::Noun;
    let above = grammar.upward(anchor).skip(1).any(|at| at == verb);
    let since = grammar.preposition(draft.found.head).is_some_and(|word| {
        matches!(grammar.lower(word), "since" | "before" | "until" | "despite" | "for" | "ahead")
    });
    match grammar.relation(verb) {
        _ if above => befalls || noun && !since,
        Relation::Advcl if verb != anchor => grammar.mark(verb).is_none(),
        Relation::Conj if verb != anchor => befalls || !grammar.has_nominal_subject(verb),
        _ => true,
    }
}

/// Whether those of whom a sentence tells that they were hurt were hurt by one of the deeds of which it tells, and not by
/// another, nearer one.
fn is_hurt_by(reading: &Reading<'_>, drafts: &[Draft], at: usize, fate: &Fate) -> bool {
    let deed = &drafts[at];
    let verb = fate.casualty.verb;
    let own = drafts.iter().find(|other| other.found.head == verb);
    let of_doer =
        |one: &Participant| deed.mention.sources.iter().any(|doer| is_own(reading, deed, doer, one));
    if own.is_some_and(|own| !tells_of_one(reading, own, deed))
        || is_long_after(reading, verb, deed)
        || reading.participants_at(fate.casualty.people).iter().any(of_doer)
    {
        return false;
    }
    let dies = reading.rules.in_class("dying", reading.grammar.lemma(verb));
    if dies && !may_die_by(reading, verb, fate.casualty.people, deed) {
        return false;
    }
    // "A bomb killed ten as troops fought rebels": a fight costs whom nothing else is told to have killed.
    let by_another = own.is_some_and(|own| own.mention.happening != deed.mention.happening)
        && !reading.grammar.passive(verb)
        && reading.grammar.has_nominal_subject(verb);
    if deed.found.reciprocal(reading) && by_another {
        return false;
    }
    if !hurts(reading, deed) {
        return struck_by(reading, verb, deed.found.head) && reading.grammar.is_verb(verb);
    }
    let far = |deed: &Draft| steps(reading, fate.top, deed.found.head);
    let Some(here) = far(deed) else { return false };
    drafts.iter().all(|other| {
        // "left three dead as police fought a crowd": fights cost what nothing else does.
        let by_it = own.is_some_and(|own| own.mention.happening == other.mention.happening);
        let another = other.mention.happening != deed.mention.happening
            && hurts(reading, other)
            && (by_it || !other.found.reciprocal(reading) || deed.found.reciprocal(reading));
        !another || !by_it && far(other).is_none_or(|there| here < there)
    })
}

/// Whether people are hurt by what a mention tells, more than it tells that they were.
fn hurts(reading: &Reading<'_>, draft: &Draft) -> bool {
    let trigger = reading.trigger(&draft.found);
    let only_harm = reading.harms(draft.found.head) && !draft.mention.sources.iter().any(known);
    // Who seizes people hurts none of them.
    let seizes = reading.rules.words.detaining.contains(reading.grammar.lemma(draft.found.head));
    (trigger.strikes || reading.kind(&draft.found).befalls)
        && !seizes
        && !only_harm
        && draft.mention.status.is_told_as_done()
}

/// Whether the mention that a word of harm is tells of the same day, the same doer and as true as that of a deed.
fn tells_of_one(reading: &Reading<'_>, harm: &Draft, deed: &Draft) -> bool {
    let dies = reading.rules.in_class("dying", reading.grammar.lemma(harm.found.head));
    let doer = dies
        || harm.mention.sources.is_empty()
        || meet(&harm.mention.sources, &deed.mention.sources)
        || harm.mention.happening == deed.mention.happening;
    doer && harm.mention.status == deed.mention.status && !elsewhere(harm, deed)
}

/// Adds those who are hurt to the targets that do not have them.
fn add(reading: &Reading<'_>, draft: &mut Draft, hurt: &[&Fate]) {
    let people = |one: &Participant| are_persons(reading, one);
    let told = |one: &Participant| {
        let token = |people: usize| reading.grammar.sentence.tokens[people].span;
        hurt.iter().any(|fate| one.location.span.contains(token(fate.casualty.people)))
    };
    // "attacked the marchers, hurting 11": those are 11 of the marchers.
    let others = draft.mention.targets.iter().any(|one| people(one) && !told(one));
    let mut victims: Vec<Participant> = Vec::new();
    for fate in hurt {
        let head = fate.casualty.people;
        let count = reading.grammar.upos(head) == Upos::Num
            || reading.rules.in_class("elliptic", reading.grammar.lower(head));
        if count && others {
            continue;
        }
        victims.extend(reading.participants_at(head).into_iter().filter(|one| count || people(one)));
    }
    make_targets(reading, draft, victims);
}

/// Makes people whom it hurt the targets of a deed, but for those who did it and those who are targets already.
fn make_targets(reading: &Reading<'_>, draft: &mut Draft, mut victims: Vec<Participant>) {
    victims.retain(|one| !draft.mention.sources.iter().any(|source| same(source, one)));
    // "A bomb exploded in the town, killing ten": where it was is not whom it struck.
    if !victims.is_empty() && only_place(reading, draft) {
        draft.mention.targets.clear();
    }
    let within = |one: &Participant, other: &Participant| {
        one.location.part == other.location.part && one.location.span.overlaps(other.location.span)
    };
    let grammar = &reading.grammar;
    let counted = |head: usize| {
        grammar.upos(head) == Upos::Num || reading.rules.in_class("elliptic", grammar.lower(head))
    };
    let counted_elsewhere = |one: &Participant| {
        reading.heads_of(one).all(|head| counted(head) && grammar.parent(head) != Some(draft.found.head))
    };
    for one in victims {
        let there = |other: &Participant| same(other, &one) || within(other, &one);
        match draft.mention.targets.iter().position(there) {
            // "13 people are dead and 20 injured": the words that tell who they are stand for both.
            Some(at)
                if counted_elsewhere(&draft.mention.targets[at]) && !reading.heads_of(&one).all(counted) =>
            {
                draft.mention.targets[at] = one;
            }
            Some(_) => {}
            None => draft.mention.targets.push(one),
        }
    }
}

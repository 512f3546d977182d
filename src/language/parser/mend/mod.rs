//! What a greedy parser leaves behind that no sentence means: a preposition with arguments of its own, a name that
//! joins another in the middle, a list whose first member is the root. Each of these shapes has one reading.

mod agents;
mod among;
mod beginnings;
mod between;
mod clauses;
mod closing;
mod counts;
mod followers;
mod having;
mod hyphens;
mod included;
mod joined;
mod laurels;
mod leaving;
mod left;
mod loads;
mod members;
mod names;
mod nominal;
mod objects;
mod occasions;
mod participles;
mod phrases;
mod posts;
mod rows;
mod semicolons;
mod sentences;
mod subjects;
mod times;
mod tolls;
mod wishes;

use super::configuration::Sort;
use crate::language::words::WordList;
use crate::language::{Relation, Sentence, Token, Upos, Xpos};
use agents::lift_to_passive;
use among::be_among;
use beginnings::{
    begin_behind_subject, begin_clause_with, begin_with_noun, describe_jointly, lead_behind_participle,
    reduce_first, turn_direction,
};
use between::join_other_side;
use clauses::{
    act, ask_question, begin_clause, begin_list, begin_naming, begin_said, begin_second, begin_sentence,
    describe, describe_region, describe_subject, join_second_subject, leave_clause, lift_opened,
    promise_somebody, reduce, relate, suffer, tell,
};
use closing::{close_with_speaker, give_speaker, part_speaker_from_day};
use counts::{
    count_around, count_of, count_second_subject, count_up_to, hurt_in_clause, join_tens, name_wholly,
};
use followers::name_whom_they_follow;
use having::deny_having_done;
use hyphens::join_hyphened;
use included::lift_from_included;
use joined::{
    act_behind_and, go_on, go_on_with_clause, help_participle, join_agent, join_to_verb, suffer_as_next,
    suffer_behind_and, suffer_by_getting,
};
use laurels::describe_by_laurels;
use leaving::leave_from;
use left::{
    leave_as_well, leave_counted, leave_others, lift_from_setting_out, lift_outcome, name_before_outcome,
};
use loads::{bear_load, part_from_load};
use members::{
    follow_noun, free_reflexive, give_object, join_object, name_attack, name_happening, part_particle,
    relate_said, turn_object, turn_relative,
};
use names::{
    bear_name, bear_rank, begin_behind_place, give_to_participle, go_on_with_name, name_second, name_titled,
    relate_object, relate_who, stand_before_gerund,
};
use nominal::{
    begin_with_verb, describe_quarter, follow, name_capital, name_country, name_nearest, say_first,
};
use objects::{
    accuse_subject, count_harmed, fight_when_hurt, find_guilty, free_from_terms, give_second, hand_object,
    held_hostage, hold_hostage, name_object_behind_comma, name_to_office, part_name_from_sum,
};
use occasions::{begin_occasion, begin_occasion_with_object, begin_unjoined};
use participles::{
    befall, begin_behind_agent, begin_with_name, count_subject, count_suffering, describe_set_off,
    describe_strikers, lead, lift_participle, part_fates, part_harm_from_place, part_participle, reduce_late,
    share_agent,
};
use phrases::{
    free_from_death, join_name, join_whole_name, lift_agent, lift_doing, lift_from_hours, lift_from_listed,
    lift_from_money, lift_from_object, lift_infinitive, lift_second_object, name_bare_object, name_intent,
    name_object, name_subject, part_prepositions, set_free, shoot_dead, turn_preposition,
};
use posts::{join_whose_alike, part_name_from_post, predicate_of_participle};
use rows::{begin_with_both, count_whole, join_first, join_peoples, join_second, part_counted};
use semicolons::begin_behind_semicolon;
use sentences::{
    act_behind_plural, begin_before_object, begin_behind_commas, begin_first, describe_speakers,
    follow_opened,
};
use subjects::{
    begin_behind_relative, begin_behind_whose, begin_with_gerund, describe_next, end_in_mark,
    hold_in_relative, open_with_phrase, own_subject, part_heading, suffer_by_name,
};
use times::{
    begin_after_hours, begin_on_day, count_from, count_off, do_later, follow_act, follow_what_follows,
    free_object, free_time, lift_count, lift_from_day, open_after, open_with_day, part_from_date,
    part_from_day, part_from_setting, part_place_from_time,
};
use tolls::hurt_dozens;
use wishes::{deny_infinitive, part_rows, want_done};

/// Gives the shapes of a parsed sentence that no sentence means the reading that they have. Arcs that did not cross do
/// not cross afterwards, and there is one root still.
pub(super) fn mend(sentence: &mut Sentence) {
    let tokens = &mut sentence.tokens;
    act_behind_plural(tokens);
    describe_by_laurels(tokens);
    join_tens(tokens);
    join_hyphened(tokens);
    part_counted(tokens);
    deny_having_done(tokens);
    lift_count(tokens);
    join_to_verb(tokens);
    for child in 0..tokens.len() {
        let Some(head) =
            tokens[child].head.filter(|_| !Sort::of(tokens[child].upos, tokens[child].xpos).is_mark())
        else {
            continue;
        };
        shoot_dead(tokens, child, head);
        set_free(tokens, child, head);
        if tokens[head].head == Some(child) {
            continue;
        }
        match tokens[child].relation {
            Relation::Conj => {
                count_from(tokens, child, head);
                if tokens[child].relation != Relation::Conj {
                    continue;
                }
                leave_as_well(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                join_agent(tokens, child, head);
                if tokens[child].relation != Relation::Conj {
                    continue;
                }
                suffer_by_getting(tokens, child);
                act_behind_and(tokens, child);
                suffer_behind_and(tokens, child);
                count_suffering(tokens, child, head);
                if tokens[child].relation != Relation::Conj {
                    continue;
                }
                name_country(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                part_from_date(tokens, child, head);
                if tokens[child].relation == Relation::Conj {
                    join_whose_alike(tokens, child, head);
                    if tokens[child].head != Some(head) {
                        continue;
                    }
                    join_whole_name(tokens, child, head);
                    describe(tokens, child, head);
                    describe_subject(tokens, child, head);
                    reduce(tokens, child, head);
                    describe_jointly(tokens, child, head);
                    reduce_late(tokens, child, head);
                    part_participle(tokens, child, head);
                    describe_set_off(tokens, child, head);
                }
                if tokens[child].relation == Relation::Conj && tokens[child].head == Some(head) {
                    join_object(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::Conj]) {
                    name_object_behind_comma(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::Conj]) {
                    go_on_with_clause(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::Conj]) {
                    begin_unjoined(tokens, child, head);
                }
            }
            Relation::Case => {
                part_prepositions(tokens, child, head);
                if tokens[child].head == Some(head) {
                    part_from_setting(tokens, child, head);
                }
            }
            Relation::Flat => {
                bear_rank(tokens, child, head);
                if tokens[child].relation != Relation::Flat {
                    continue;
                }
                free_from_death(tokens, child, head);
                part_from_day(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::Flat]) {
                    begin_behind_place(tokens, child, head);
                }
            }
            Relation::Compound => {
                part_rows(tokens, child, head);
                if tokens[child].relation != Relation::Compound {
                    continue;
                }
                turn_direction(tokens, child, head);
                part_place_from_time(tokens, child, head);
                hold_hostage(tokens, child, head);
                if tokens[child].relation != Relation::Compound {
                    continue;
                }
                part_harm_from_place(tokens, child, head);
                if tokens[child].relation != Relation::Compound {
                    continue;
                }
                begin_sentence(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::Compound]) {
                    stand_before_gerund(tokens, child, head);
                }
            }
            Relation::Acl => {
                promise_somebody(tokens, child, head);
                if tokens[child].relation != Relation::Acl {
                    continue;
                }
                want_done(tokens, child, head);
                if tokens[child].relation != Relation::Acl {
                    continue;
                }
                name_happening(tokens, child, head);
                if tokens[child].relation != Relation::Acl {
                    continue;
                }
                relate_object(tokens, child, head);
                if tokens[child].relation != Relation::Acl {
                    continue;
                }
                lift_outcome(tokens, child, head);
                if tokens[child].relation != Relation::Acl {
                    continue;
                }
                begin_occasion(tokens, child, head);
                if tokens[child].relation != Relation::Acl {
                    continue;
                }
                name_intent(tokens, child, head);
                relate(tokens, child, head);
                reduce_first(tokens, child, head);
                begin_clause_with(tokens, child, head);
                begin_behind_subject(tokens, child);
                begin_behind_agent(tokens, child, head);
                begin_with_name(tokens, child, head);
                begin_first(tokens, child, head);
                begin_clause(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::Acl]) {
                    lift_opened(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::Acl]) {
                    befall(tokens, child, head);
                }
            }
            Relation::AclRelcl => {
                if tokens[child].relation != Relation::AclRelcl {
                    continue;
                }
                relate_said(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                ask_question(tokens, child, head);
                if tokens[child].relation != Relation::AclRelcl {
                    continue;
                }
                suffer_by_name(tokens, child, head);
                if tokens[child].relation != Relation::AclRelcl {
                    continue;
                }
                begin_on_day(tokens, child, head);
                if tokens[child].relation != Relation::AclRelcl {
                    continue;
                }
                follow_noun(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                relate_who(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                tell(tokens, child, head);
                promise_somebody(tokens, child, head);
                if tokens[child].relation == Relation::Ccomp {
                    continue;
                }
                name_subject(tokens, child, head);
                describe_speakers(tokens, child, head);
                begin_behind_commas(tokens, child);
                begin_first(tokens, child, head);
                begin_clause(tokens, child, head);
            }
            Relation::OblUnmarked => {
                describe_next(tokens, child, head);
                if tokens[child].relation != Relation::OblUnmarked {
                    continue;
                }
                hold_hostage(tokens, child, head);
                do_later(tokens, child, head);
            }
            Relation::Parataxis => {
                open_after(tokens, child, head);
                follow_opened(tokens, child, head);
                if tokens[child].relation != Relation::Parataxis {
                    continue;
                }
                describe_set_off(tokens, child, head);
                if tokens[child].head == Some(head) {
                    begin_behind_commas(tokens, child);
                }
            }
            Relation::Mark => leave_clause(tokens, child, head),
            Relation::Advmod => {
                suffer_as_next(tokens, child, head);
                if tokens[child].relation == Relation::Advmod {
                    deny_infinitive(tokens, child, head);
                }
            }
            Relation::NmodPoss => {
                free_reflexive(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::NmodPoss]) {
                    own_subject(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::NmodPoss]) {
                    end_in_mark(tokens, child, head);
                }
            }
            Relation::Iobj => turn_object(tokens, child, head),
            Relation::NsubjPass => {
                give_to_participle(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                name_country(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                say_first(tokens, child, head);
                count_second_subject(tokens, child, head);
                name_subject_twice(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                begin_second(tokens, child, head);
                give_object(tokens, child, head);
                act(tokens, child, head);
                join_name(tokens, child, head);
                count_off(tokens, child, head);
                join_first(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::NsubjPass]) {
                    free_time(tokens, child, head);
                }
            }
            Relation::Obl | Relation::OblAgent | Relation::Nmod | Relation::Obj => {
                leave_from(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                held_hostage(tokens, child, head);
                if tokens[child].relation == Relation::Xcomp {
                    continue;
                }
                name_country(tokens, child, head);
                describe_quarter(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                if tokens[child].relation == Relation::Obj {
                    fight_when_hurt(tokens, child, head);
                    if tokens[child].head != Some(head) {
                        continue;
                    }
                    part_name_from_sum(tokens, child, head);
                }
                if tokens[child].relation == Relation::Xcomp {
                    continue;
                }
                predicate_of_participle(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                if tokens[child].relation == Relation::Obl {
                    open_with_day(tokens, child, head);
                    let head = tokens[child].head.unwrap_or(head);
                    free_from_terms(tokens, child, head);
                    begin_occasion_with_object(tokens, child, head);
                    count_up_to(tokens, child, head);
                    count_around(tokens, child, head);
                }
                if SUBJECTS.contains(&tokens[child].relation) {
                    continue;
                }
                count_of(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                if tokens[child].relation == Relation::Nmod {
                    join_peoples(tokens, child, head);
                }
                if tokens[child].relation == Relation::Conj {
                    continue;
                }
                part_particle(tokens, child, head);
                turn_preposition(tokens, child, head);
                lift_doing(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                lift_agent(tokens, child, head);
                lift_to_passive(tokens, child, head);
                lift_from_hours(tokens, child, head);
                lift_from_money(tokens, child, head);
                lift_from_listed(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                lift_second_object(tokens, child, head);
                lift_from_object(tokens, child, head);
                name_bare_object(tokens, child, head);
                describe_region(tokens, child, head);
                free_object(tokens, child, head);
                lift_from_day(tokens, child, head);
                follow_act(tokens, child, head);
                follow_what_follows(tokens, child, head);
                count_off(tokens, child, head);
            }
            Relation::Nsubj => {
                name_before_outcome(tokens, child, head);
                if tokens[child].relation != Relation::Nsubj {
                    continue;
                }
                name_capital(tokens, child, head);
                accuse_subject(tokens, child, head);
                if tokens[child].relation != Relation::Nsubj {
                    continue;
                }
                say_first(tokens, child, head);
                give_to_participle(tokens, child, head);
                count_second_subject(tokens, child, head);
                name_subject_twice(tokens, child, head);
                if tokens[child].head != Some(head) {
                    continue;
                }
                begin_second(tokens, child, head);
                give_object(tokens, child, head);
                turn_relative(tokens, child, head);
                if tokens[child].relation == Relation::Obj {
                    continue;
                }
                join_second_subject(tokens, child, head);
                suffer(tokens, child, head);
                join_name(tokens, child, head);
                begin_after_hours(tokens, child, head);
                count_off(tokens, child, head);
                join_first(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::Nsubj]) {
                    free_time(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::Nsubj]) {
                    end_in_mark(tokens, child, head);
                }
            }
            Relation::Xcomp => {
                name_to_office(tokens, child, head);
                if tokens[child].relation != Relation::Xcomp {
                    continue;
                }
                lift_infinitive(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                name_object(tokens, child, head);
                reduce_late(tokens, child, head);
                begin_clause(tokens, child, head);
                begin_behind_subject(tokens, child);
            }
            Relation::Appos => {
                count_from(tokens, child, head);
                if tokens[child].relation != Relation::Appos {
                    continue;
                }
                give_second(tokens, child, head);
                if tokens[child].relation != Relation::Appos {
                    continue;
                }
                name_nearest(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::Appos]) {
                    begin_behind_place(tokens, child, head);
                }
                if depends(&tokens[child], head, &[Relation::Appos]) {
                    join_second(tokens, child, head);
                }
            }
            Relation::Nummod => {
                count_subject(tokens, child, head);
                count_suffering(tokens, child, head);
                if depends(&tokens[child], head, &[Relation::Nummod]) {
                    count_whole(tokens, child, head);
                    leave_counted(tokens, child, head);
                }
            }
            Relation::Amod => {
                begin_naming(tokens, child, head);
                reduce(tokens, child, head);
                if tokens[child].relation != Relation::Amod {
                    continue;
                }
                follow(tokens, child, head);
                begin_before_object(tokens, child, head);
                if tokens[child].relation == Relation::Amod && tokens[child].head == Some(head) {
                    go_on(tokens, child, head);
                }
            }
            Relation::Advcl | Relation::Ccomp => {
                promise_somebody(tokens, child, head);
                let head = tokens[child].head.unwrap_or(head);
                if tokens[child].relation == Relation::Advcl {
                    ask_question(tokens, child, head);
                }
                if tokens[child].relation == Relation::Advcl {
                    name_happening(tokens, child, head);
                    name_attack(tokens, child, head);
                }
                if tokens[child].relation == Relation::Advcl {
                    describe_set_off(tokens, child, head);
                    if tokens[child].head != Some(head) {
                        continue;
                    }
                    lift_participle(tokens, child, head);
                    let head = tokens[child].head.unwrap_or(head);
                    lift_from_setting_out(tokens, child, head);
                }
                let head = tokens[child].head.unwrap_or(head);
                reduce_late(tokens, child, head);
                begin_clause(tokens, child, head);
                if tokens[child].relation == Relation::Ccomp && tokens[child].head == Some(head) {
                    begin_said(tokens, child, head);
                }
                if tokens[child].relation == Relation::Advcl {
                    name_intent(tokens, child, head);
                }
            }
            _ => {}
        }
    }
    (1..tokens.len()).for_each(|verb| lead_behind_participle(tokens, verb));
    (1..tokens.len()).for_each(|participle| part_from_load(tokens, participle));
    (1..tokens.len()).for_each(|laden| bear_load(tokens, laden));
    (1..tokens.len()).for_each(|participle| describe_strikers(tokens, participle));
    (1..tokens.len()).for_each(|participle| hurt_dozens(tokens, participle));
    (0..tokens.len()).for_each(|verb| hand_object(tokens, verb));
    (1..tokens.len()).for_each(|guilty| find_guilty(tokens, guilty));
    lift_from_included(tokens);
    begin_list(tokens);
    begin_with_both(tokens);
    begin_with_verb(tokens);
    begin_with_noun(tokens);
    begin_with_gerund(tokens);
    open_with_phrase(tokens);
    part_heading(tokens);
    begin_behind_relative(tokens);
    hold_in_relative(tokens);
    begin_behind_whose(tokens);
    part_fates(tokens);
    (0..tokens.len()).for_each(|fate| share_agent(tokens, fate));
    name_wholly(tokens);
    hurt_in_clause(tokens);
    (1..tokens.len()).for_each(|number| count_harmed(tokens, number));
    (1..tokens.len()).for_each(|post| part_name_from_post(tokens, post));
    leave_others(tokens);
    (1..tokens.len()).for_each(|noun| begin_behind_semicolon(tokens, noun));
    (0..tokens.len()).for_each(|between| join_other_side(tokens, between));
    (1..tokens.len()).for_each(|loyal| name_whom_they_follow(tokens, loyal));
    (0..tokens.len()).for_each(|be| help_participle(tokens, be));
    (0..tokens.len()).for_each(|be| be_among(tokens, be));
    part_speaker_from_day(tokens);
    give_speaker(tokens);
    close_with_speaker(tokens);
}

/// Verbs that tell of harm to people.
static HARM: WordList = WordList::new(include_str!("verbs-of-harm.txt"));

/// Whether a verb tells that somebody was hurt.
fn hurts(token: &Token) -> bool {
    token.upos == Upos::Verb && HARM.holds(&token.lemma)
}

/// How subjects depend on their verbs.
const SUBJECTS: [Relation; 2] = [Relation::Nsubj, Relation::NsubjPass];

/// Whose name the second of two subjects is.
fn name_subject_twice(tokens: &mut [Token], second: usize, verb: usize) {
    name_second(tokens, second, verb);
    name_titled(tokens, second, verb);
    bear_name(tokens, second, verb);
    if tokens[second].head == Some(verb) {
        go_on_with_name(tokens, second, verb);
    }
}

/// How a noun stands to a verb whose subject it is.
fn as_subject(tokens: &[Token], verb: usize) -> Relation {
    if has(tokens, verb, &[Relation::AuxPass]) { Relation::NsubjPass } else { Relation::Nsubj }
}

/// Whether a token depends on a head by one of some relations.
fn depends(token: &Token, head: usize, relations: &[Relation]) -> bool {
    token.head == Some(head) && relations.contains(&token.relation)
}

/// Whether a token hangs on another, over any number of others.
fn is_below(tokens: &[Token], token: usize, top: usize) -> bool {
    std::iter::successors(Some(token), |&at| tokens[at].head).take(tokens.len()).any(|at| at == top)
}

/// The word that hangs on no other, which tells the sentence.
fn root_of(tokens: &[Token]) -> Option<usize> {
    tokens.iter().position(|token| token.head.is_none())
}

/// Whether a head has a dependent by one of some relations.
fn has(tokens: &[Token], head: usize, relations: &[Relation]) -> bool {
    tokens.iter().any(|token| depends(token, head, relations))
}

fn is_behind_comma(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| tokens[before].lower == ",")
}

/// Hangs on one token what hangs on another, of the tokens in a range.
fn rehang(tokens: &mut [Token], range: std::ops::Range<usize>, from: usize, to: usize) {
    for token in tokens[range].iter_mut().filter(|token| token.head == Some(from)) {
        token.head = Some(to);
    }
}

/// Puts a verb where the participle before it was: the participle tells more of the subject that it had, which is the
/// verb's.
fn lead_instead(tokens: &mut [Token], verb: usize, participle: usize, subject: usize) {
    let count = tokens.len();
    rehang(tokens, verb + 1..count, participle, verb);
    rehang(tokens, 0..subject, participle, verb);
    (tokens[verb].head, tokens[verb].relation) = (tokens[participle].head, tokens[participle].relation);
    (tokens[participle].head, tokens[participle].relation) = (Some(subject), Relation::Acl);
    tokens[participle].xpos = Xpos::Vbn;
    (tokens[subject].head, tokens[subject].relation) = (Some(verb), as_subject(tokens, verb));
}

/// How a noun stands to what it hangs on behind a preposition.
fn behind_preposition(tokens: &[Token], above: usize, preposition: usize) -> Relation {
    match tokens[above].upos {
        Upos::Verb if tokens[preposition].lower == "by" && has(tokens, above, &[Relation::AuxPass]) => {
            Relation::OblAgent
        }
        Upos::Verb => Relation::Obl,
        _ => Relation::Nmod,
    }
}

#[cfg(test)]
mod tests;

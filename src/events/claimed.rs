//! Mentions inside what somebody says.

use super::mention::{Mention, Status, Within};
use crate::article::{Part, Span};
use crate::language::{Relation, Sentence, Token, Upos, Xpos};

/// The content of one claim, as the claims stage knows it.
#[derive(Debug, Clone)]
pub struct ClaimContent<'a> {
    /// The part its spans count in.
    pub part: Part,
    /// What is said.
    pub content: &'a [Span],
    /// The words that say that it is said: the mention that stands there is the saying itself.
    pub cue: &'a [Span],
    /// Whether the saying takes it for granted.
    pub granted: bool,
    /// Whether somebody tells of it. What is wanted, promised or welcomed nobody tells: a happening that such words speak
    /// of is the writer's.
    pub telling: bool,
    /// How far the clause of the cue goes, where it is a relative one: what stands outside nobody says there.
    pub reach: Option<Span>,
    /// The clauses joined to that of the cue where it stands amid what is said: what they tell is the writer's.
    pub joined: Vec<Span>,
    /// Whether the speaker holds it false.
    pub denied: bool,
}

/// Sets `within` and status of the mentions that stand in the content of claims, the innermost claim
/// counting: told as past or present there they are claimed, or denied where the speaker denies them; a
/// planned or hypothetical one stays what it is, and so does one that the words or the saying take for granted.
/// Mentions that an act holds already stay in that act, but are no longer fact. `claims[i]` is the claim numbered i.
pub fn place_within_claims(mentions: &mut [Mention], claims: &[ClaimContent<'_>]) {
    for mention in mentions {
        let Some(trigger) = mention.trigger.first().copied() else { continue };
        let mut holding: Vec<(usize, &ClaimContent<'_>)> = claims
            .iter()
            .enumerate()
            .filter(|(_, claim)| {
                claim.part == mention.part
                    && claim.content.iter().any(|span| span.contains(trigger))
                    && !claim.cue.iter().any(|span| span.overlaps(trigger))
                    && claim.reach.is_none_or(|reach| reach.overlaps(trigger))
                    && !claim.joined.iter().any(|span| span.overlaps(trigger))
            })
            .collect();
        holding.sort_by_key(|(_, claim)| claim.content.iter().map(|span| span.len()).sum::<usize>());
        let Some((index, innermost)) = holding.first() else { continue };
        if mention.within.is_none() {
            mention.within = Some(Within::Claim(*index));
        }
        if mention.status != Status::Happened || mention.presupposed || innermost.granted {
            continue;
        }
        if let Some((_, claim)) = holding.iter().find(|(_, claim)| claim.telling) {
            mention.status = if claim.denied { Status::Denied } else { Status::Claimed };
        }
    }
}

/// How far the relative clause goes in which a cue stands: in "the fighters, who have declared a state, were bombed" nobody
/// declares that they were bombed.
pub fn reach(sentence: &Sentence, cue: &[Span]) -> Option<Span> {
    let tokens = &sentence.tokens;
    let begin = first_of(sentence, cue)?;
    if let Some(participle) = reach_of_participle(sentence, begin) {
        return Some(participle);
    }
    let clause = std::iter::once(begin)
        .chain(sentence.ancestors(begin))
        .find(|&token| tokens[token].relation == Relation::AclRelcl)?;
    let is_verb = |token: usize| tokens[token].upos == Upos::Verb;
    if !is_verb(begin) && !(begin..tokens.len()).any(is_verb) {
        // "…, according to the police" at the end is said of all that stands before it.
        return None;
    }
    let whole = sentence.span_of(sentence.subtree(clause));
    if !is_relative(sentence, whole) {
        return None;
    }
    let root = &tokens[sentence.root()?];
    // Behind the main verb a relative clause goes on to the end.
    Some(if root.span.begin > whole.end { whole } else { Span::new(whole.begin, sentence.span.end) })
}

/// "A man named Lund, who had fled, is arrested": what a participle calls the one before it ends where the sentence goes on.
fn reach_of_participle(sentence: &Sentence, cue: usize) -> Option<Span> {
    let token = &sentence.tokens[cue];
    let names = token.relation == Relation::Acl
        && token.xpos == Xpos::Vbn
        && sentence.child_in(cue, &[Relation::Xcomp, Relation::Obj]).is_some();
    let whole = sentence.span_of(sentence.subtree(cue));
    let root = &sentence.tokens[sentence.root()?];
    (names && root.span.begin > whole.end).then_some(whole)
}

/// The clauses that are joined to that of a cue which stands behind what it tells: "Kiev is ready to talk, its envoys said,
/// and Washington lifted the ban".
pub fn joined(sentence: &Sentence, cue: &[Span]) -> Vec<Span> {
    let tokens = &sentence.tokens;
    if let Some(beside) = beside_report(sentence, cue) {
        return vec![beside];
    }
    let done = done_next(sentence, cue);
    if !done.is_empty() {
        return done;
    }
    // What says its content behind itself goes on with it: "it was alleged that troops fled, and that rebels came".
    let begin = first_of(sentence, cue).filter(|&cue| {
        tokens[cue].relation == Relation::Parataxis && sentence.child_in(cue, &[Relation::Ccomp]).is_none()
    });
    let Some(begin) = begin else { return Vec::new() };
    sentence
        .children_in(begin, &[Relation::Conj])
        .filter(|&clause| clause > begin)
        .filter(|&clause| sentence.child_in(clause, &[Relation::Nsubj, Relation::NsubjPass]).is_some())
        .map(|clause| sentence.span_of(sentence.subtree(clause)))
        .collect()
}

/// "called the mayor a liar and was fined", "upheld the ban and jailed two guards": who says something of an object, and no
/// clause, goes on to act or to suffer in the writer's words.
fn done_next(sentence: &Sentence, cue: &[Span]) -> Vec<Span> {
    let tokens = &sentence.tokens;
    let Some(verb) = first_of(sentence, cue).filter(|&cue| tokens[cue].upos == Upos::Verb) else {
        return Vec::new();
    };
    let says = [Relation::Ccomp, Relation::Xcomp, Relation::Parataxis];
    let of_object =
        sentence.child_in(verb, &[Relation::Obj]).is_some() && sentence.child_in(verb, &says).is_none();
    let told = |clause: usize| {
        tokens[clause].upos == Upos::Verb
            && (tokens[clause].xpos.is_finite()
                || sentence.child_in(clause, &[Relation::AuxPass]).is_some_and(|be| be > verb))
    };
    // "said two women and one man died": with a subject of its own a clause may be what is said.
    let own = |clause: usize| {
        sentence.child_in(clause, &[Relation::Nsubj, Relation::NsubjPass, Relation::Csubj]).is_some()
    };
    sentence
        .children_in(verb, &[Relation::Conj])
        .filter(|&clause| of_object && clause > verb && told(clause) && !own(clause))
        .map(|clause| sentence.span_of(sentence.subtree(clause)))
        .collect()
}

/// "Fighting is reported in the town, as the army launches an offensive", "Bread is short, the mayor said, as rebels shelled
/// the port": what a clause beside a passive report tells, or beside a cue that stands behind what is said, is the writer's.
fn beside_report(sentence: &Sentence, cue: &[Span]) -> Option<Span> {
    let tokens = &sentence.tokens;
    let cue = first_of(sentence, cue)?;
    let is_passive = sentence.child_in(cue, &[Relation::NsubjPass]).is_some();
    if !is_passive && !stands_behind(sentence, cue) {
        return None;
    }
    let set_off = |clause: usize| {
        let begin = sentence.subtree(clause).start;
        is_passive || begin > 0 && (tokens[begin].lower == "," || tokens[begin - 1].lower == ",")
    };
    let opens = |clause: usize| {
        sentence
            .children_in(clause, &[Relation::Mark, Relation::Advmod])
            .any(|word| word < clause && matches!(&*tokens[word].lower, "as" | "while"))
    };
    sentence
        .children_in(cue, &[Relation::Advcl])
        .find(|&clause| {
            clause > cue
                && opens(clause)
                && set_off(clause)
                && sentence.child_in(clause, &[Relation::Nsubj, Relation::NsubjPass]).is_some()
        })
        .map(|clause| sentence.span_of(sentence.subtree(clause)))
}

/// Whether the speaker of a cue stands behind a comma, and all that is said before it.
fn stands_behind(sentence: &Sentence, cue: usize) -> bool {
    let tokens = &sentence.tokens;
    let speaker = sentence.child_in(cue, &[Relation::Nsubj]).filter(|&speaker| speaker < cue);
    speaker.map(|speaker| sentence.subtree(speaker).start).is_some_and(|begin| {
        begin > 0
            && tokens[begin - 1].lower == ","
            && !sentence.children_in(cue, &[Relation::Ccomp, Relation::Xcomp]).any(|said| said > cue)
            && (tokens[cue].relation == Relation::Parataxis
                || tokens[cue].head.is_some_and(|head| head < begin)
                || sentence
                    .children_in(cue, &[Relation::Ccomp, Relation::Advcl, Relation::Parataxis])
                    .any(|said| said < begin && sentence.child_in(said, &[Relation::Mark]).is_none()))
    })
}

/// Whether a clause opens as a relative one does: "who have declared", "in which they declared", "the state they declared".
/// Behind a comma and without a pronoun it is a saying of its own: "rebels shelled the port, the agency reported".
fn is_relative(sentence: &Sentence, clause: Span) -> bool {
    let opens = |token: &Token| token.span.begin >= clause.begin && token.upos != Upos::Punct;
    let Some(first) = sentence.tokens.iter().position(opens) else { return false };
    let pronoun = sentence.tokens[first..]
        .iter()
        .take(3)
        .any(|token| matches!(&*token.lower, "who" | "whom" | "whose" | "which" | "that" | "where" | "when"));
    pronoun || first > 0 && sentence.tokens[first - 1].upos != Upos::Punct
}

fn first_of(sentence: &Sentence, cue: &[Span]) -> Option<usize> {
    sentence.tokens.iter().position(|token| cue.iter().any(|span| span.overlaps(token.span)))
}

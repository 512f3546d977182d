//! What speakers differ over: one question after the other, with its sides.

use super::ClaimEntry;
use crate::claims::{Side, question};
use std::collections::{BTreeMap, BTreeSet};

/// One question about an event, with what speakers say to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// What is at issue: occurrence, actor, target, number, legality.
    pub aspect: String,
    /// Whether different speakers stand on different sides.
    pub disputed: bool,
    /// Who holds it true.
    pub affirm: Vec<Voice>,
    /// Who holds it false or uncertain.
    pub dispute: Vec<Voice>,
}

/// A speaker on one side of a question, and what he said, the earliest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Voice {
    /// The speaker's name, or the words for him.
    pub speaker: String,
    /// What he said.
    pub utterances: Vec<Utterance>,
}

/// One claim of a speaker, and how it goes on from the one before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// Its place in the list of claims.
    pub claim: usize,
    /// What became of the claim before it.
    pub since: Since,
}

/// How a claim goes on from what the same speaker said to the same question before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Nothing was said before.
    First,
    /// The same side, as sure.
    Repeated,
    /// The same side, less sure.
    Softened,
    /// The other side.
    Reversed,
}

impl Since {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Repeated => "repeated",
            Self::Softened => "softened",
            Self::Reversed => "reversed",
        }
    }
}

/// The questions that claims about one event answer, those in dispute first. Claims of nobody named, and those that
/// want or plan something, answer none. `claims` are in the order in which they were made.
pub fn questions<'a>(claims: impl IntoIterator<Item = &'a ClaimEntry>) -> Vec<Question> {
    let claims: Vec<&ClaimEntry> = claims.into_iter().collect();
    let who = claims.iter().any(|claim| claim.aspect.as_deref() == Some("actor"));
    let mut found: BTreeMap<&str, Question> = BTreeMap::new();
    // The last that a speaker said to a question: side, strength.
    let mut before: BTreeMap<(&str, String), (Side, u8)> = BTreeMap::new();
    for (place, claim) in claims.iter().copied().enumerate() {
        let Some(aspect) = claim.aspect.as_deref().filter(|aspect| *aspect != "other") else { continue };
        let Some(side) = Side::of(&claim.stance, claim.polarity == "positive") else { continue };
        let Some(speaker) = speaker(claim) else { continue };
        let aspect = question(aspect, who);
        let now = (side, strength(claim));
        let since = match before.insert((aspect, speaker.clone()), now) {
            None => Since::First,
            Some((other, _)) if other != side => Since::Reversed,
            Some((_, strength)) if strength > now.1 => Since::Softened,
            Some(_) => Since::Repeated,
        };
        let question = found.entry(aspect).or_default();
        let voices = match side {
            Side::Affirms => &mut question.affirm,
            Side::Disputes => &mut question.dispute,
        };
        let utterance = Utterance { claim: place, since };
        match voices.iter_mut().find(|voice| voice.speaker == speaker) {
            Some(voice) => voice.utterances.push(utterance),
            None => voices.push(Voice { speaker, utterances: vec![utterance] }),
        }
    }
    let mut questions: Vec<Question> = found
        .into_iter()
        .map(|(aspect, question)| {
            let affirm: BTreeSet<&str> = question.affirm.iter().map(|voice| voice.speaker.as_str()).collect();
            let disputed =
                question.dispute.iter().any(|voice| affirm.iter().any(|other| *other != voice.speaker));
            Question { aspect: aspect.to_owned(), disputed, ..question }
        })
        .collect();
    questions.sort_by_key(|question| !question.disputed);
    questions
}

fn speaker(claim: &ClaimEntry) -> Option<String> {
    match &claim.speaker {
        Some(speaker) => Some(speaker.name.clone()),
        None => Some(claim.source_words.clone()).filter(|words| !words.is_empty()),
    }
}

/// How sure a speaker is of what he says.
fn strength(claim: &ClaimEntry) -> u8 {
    match (claim.stance.as_str(), claim.modality.as_str()) {
        (_, "possible" | "reported") => 0,
        ("believes" | "doubts", _) => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ArticleName;
    use crate::query::timeline::Participant;

    fn claim(speaker: &str, stance: &str, aspect: &str) -> ClaimEntry {
        ClaimEntry {
            id: String::new(),
            short_id: String::new(),
            speaker: Some(Participant {
                actor: Some(speaker.into()),
                name: speaker.into(),
                code: String::new(),
                sort: "person".into(),
            }),
            source_words: String::new(),
            cue_words: String::new(),
            content_words: String::new(),
            stance: stance.into(),
            polarity: "positive".into(),
            modality: "certain".into(),
            quoted: "indirect".into(),
            addressee: None,
            aspect: Some(aspect.into()),
            date: None,
            about: Vec::new(),
            original: None,
            article: ArticleName::default(),
            rule: String::new(),
        }
    }

    /// Expects questions as `aspect: affirming | disputing`, an exclamation mark for those in dispute.
    fn check(claims: &[(&str, &str, &str)], expected: &[&str]) {
        let claims: Vec<ClaimEntry> = claims.iter().map(|(a, b, c)| claim(a, b, c)).collect();
        let list = |voices: &[Voice]| {
            let one = |voice: &Voice| {
                let since = voice.utterances.iter().map(|each| each.since.as_str()).collect::<Vec<_>>();
                format!("{} {}", voice.speaker, since.join(" "))
            };
            voices.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let found: Vec<String> = questions(&claims)
            .iter()
            .map(|question| {
                let mark = if question.disputed { "!" } else { "" };
                format!("{}{mark}: {} | {}", question.aspect, list(&question.affirm), list(&question.dispute))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sides_of_a_question() {
        check(
            &[
                ("Tillerson", "accuses", "actor"),
                ("Putin", "denies", "evidence"),
                ("Tillerson", "believes", "actor"),
                ("Lavrov", "demands", "actor"),
            ],
            &["actor!: Tillerson first softened | Putin first"],
        );
    }

    #[test]
    fn who_contradicts_himself_disputes_nothing() {
        check(
            &[("Putin", "denies", "occurrence"), ("Putin", "asserts", "occurrence")],
            &["occurrence: Putin reversed | Putin first"],
        );
    }
}

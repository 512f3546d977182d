//! Whether a judgement that somebody wrote down elsewhere makes sense.

use super::{Judgement, Meaning, Subject, Thing, Verb, is_moment};
use crate::claims::{Aspect, Stance};

impl Judgement {
    /// What is wrong with it, with what would be right; nothing if it can be applied.
    pub fn fault(&self) -> Option<String> {
        if !is_moment(&self.made) {
            return Some(format!(
                "{:?} is no time; write it in UTC to the microsecond, as 2017-04-12T08:00:00.000000Z",
                self.made
            ));
        }
        if self.who.trim().is_empty() {
            return Some("nobody made it; give a name as \"who\"".into());
        }
        if (self.verb == Verb::Undo) != self.undoes.is_some() {
            return Some(
                "\"undo\" goes with \"undoes\", the key of another judgement; give both or none".into(),
            );
        }
        if (self.verb == Verb::Undo) != self.targets.is_empty() {
            return Some("it was made on nothing; give \"targets\" (only \"undo\" has none)".into());
        }
        if (self.verb == Verb::Correct) == self.corrections.is_empty() {
            return Some("\"correct\" goes with \"corrections\"; give both or none".into());
        }
        let wanted = match self.subject {
            Subject::Claim => Some(Thing::Claim),
            Subject::Article if self.verb == Verb::Forget => None,
            Subject::Article | Subject::Origin => Some(Thing::Text),
            Subject::Event | Subject::Mention | Subject::Link => Some(Thing::Mention),
            Subject::Judgement => None,
        };
        if let Some(target) =
            self.targets.iter().find(|target| wanted.is_some_and(|thing| thing != target.thing))
        {
            return Some(format!(
                "a judgement on {} is made on no {}; give targets of the right sort",
                self.subject.as_str(),
                target.thing.as_str()
            ));
        }
        for target in self.targets.iter().filter(|target| target.thing != Thing::Text) {
            if target.words_at.is_none() || target.span.is_none() || target.part.is_none() {
                return Some(format!(
                    "{} stands nowhere; give \"in\", \"words_at\" and \"span\"",
                    target.name
                ));
            }
        }
        self.corrections.iter().find_map(|correction| {
            let fits = match (correction.field.as_str(), &correction.meaning) {
                ("date" | "published", Meaning::Date(_)) => correction.date().is_some(),
                ("date" | "published" | "place" | "mode" | "speaker", Meaning::Unknown)
                | ("place", Meaning::Place { .. })
                | ("source" | "target" | "speaker", Meaning::Parties(_)) => true,
                ("kind" | "mode" | "label", Meaning::Word(word)) => !word.trim().is_empty(),
                ("status", Meaning::Word(word)) => {
                    ["happened", "planned", "hypothetical", "claimed", "denied"].contains(&word.as_str())
                }
                ("stance", Meaning::Word(word)) => Stance::ALL.iter().any(|stance| stance.as_str() == word),
                ("aspect", Meaning::Word(word)) => Aspect::ALL.iter().any(|aspect| aspect.as_str() == word),
                _ => false,
            };
            (!fits).then(|| format!("{} has no such meaning; export it again", correction.shown()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: Option<&str>) {
        let judgement: Judgement = serde_json::from_str(json).unwrap();
        let fault = judgement.fault();
        match expected {
            None => assert_eq!(fault, None),
            Some(words) => assert!(fault.as_ref().is_some_and(|fault| fault.contains(words)), "{fault:?}"),
        }
    }

    #[test]
    fn what_somebody_wrote_is_checked() {
        let of = |made: &str, rest: &str| format!("{{\"made\":\"{made}\",\"who\":\"anna\",{rest}}}");
        let now = "2017-04-12T08:00:00.000000Z";
        let text = r#""targets":[{"thing":"text","name":"ab","text":"ab","words":""}]"#;
        let note = r#""verb":"note","subject":"article","why":"read again""#;
        check(&of(now, &format!("{note},{text}")), None);
        check(&of("today", &format!("{note},{text}")), Some("is no time"));
        check(&of(now, note), Some("made on nothing"));
        check(&of(now, &format!(r#""verb":"accept","subject":"event",{text}"#)), Some("no text"));
        let correct = |field: &str, meaning: &str| {
            format!(
                r#""verb":"correct","subject":"article","corrections":[{{"field":"{field}","value":"x","meaning":{meaning}}}],{text}"#
            )
        };
        check(&of(now, &correct("published", r#"{"date":"2017-04-12"}"#)), None);
        check(&of(now, &correct("published", r#"{"date":"2017-04-31"}"#)), Some("no such meaning"));
        check(&of(now, &correct("colour", r#"{"word":"red"}"#)), Some("no such meaning"));
    }
}

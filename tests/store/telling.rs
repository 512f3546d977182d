//! Articles with hand-made findings: what the store and the linking are tested with, apart from mining.

use chancery::actors::{Actor, ActorMention, ActorSort, MentionForm, Sex};
use chancery::article::{Article, Location, Part, Published, PublishedBasis, Span, Wording};
use chancery::claims::{Aspect, Claim, ClaimId, Modality, Polarity, Quoted, Stance};
use chancery::dates::DateValue;
use chancery::events::{
    EventDate, EventDateBasis, EventRelation, EventRelationKind, Mention, MentionId, Participant, Particular,
    Place, Status,
};
use chancery::language::{Sentence, Token, Upos};
use chancery::mine::Findings;
use chancery::store::Reading;
use chrono::NaiveDate;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An article that is told sentence by sentence.
#[derive(Clone)]
pub struct Telling {
    pub article: Article,
    sentences: Vec<(Span, Vec<Act>)>,
}

/// What a sentence tells of.
#[derive(Clone, Default)]
pub struct Act {
    pub kind: &'static str,
    pub trigger: &'static str,
    pub source: &'static str,
    pub target: &'static str,
    pub place: &'static str,
    pub day: Option<NaiveDate>,
    pub killed: Option<f64>,
    pub said_by: &'static str,
    /// A date other than a day, as EDTF.
    pub vague: Option<&'static str>,
    /// The clock time that the words tell, as TIMEX3.
    pub clock: Option<&'static str>,
    /// Told as planned, not as happened.
    pub planned: bool,
    /// Told by the speaker alone, not by the outlet.
    pub in_claim: bool,
    /// What is lacking to its being sure, from 0 to 1.
    pub doubt: f64,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Telling {
    pub fn new(outlet: &str, id: &str, published: Option<&str>) -> Self {
        let article = Article {
            id: Some(id.to_owned()),
            outlet: Some(outlet.to_owned()),
            published: match published {
                Some(date) => Published { date: Some(day(date)), basis: PublishedBasis::Field },
                None => Published::default(),
            },
            ..Article::default()
        };
        Self { article, sentences: Vec::new() }
    }

    pub fn say(mut self, sentence: &str, acts: &[Act]) -> Self {
        if !self.article.text.is_empty() {
            self.article.text.push('\n');
        }
        let begin = self.article.text.len();
        self.article.text.push_str(sentence);
        self.sentences.push((Span::new(begin, self.article.text.len()), acts.to_vec()));
        self
    }

    #[allow(dead_code)] // not every test that tells reads it so
    pub fn reading(&self) -> Reading {
        Reading::new(self.article.clone(), self.findings())
    }

    pub fn findings(&self) -> Findings {
        let mut findings = Findings {
            published: self.article.published.clone(),
            wording: Wording::Original,
            language: Some("eng".into()),
            ..Findings::default()
        };
        for (index, (span, acts)) in self.sentences.iter().enumerate() {
            findings.document.sentences.push(self.sentence(*span));
            let mut said = Vec::new();
            for act in acts {
                said.push(self.mention(index, *span, act, &mut findings));
            }
            let relations: Vec<_> = said
                .windows(2)
                .map(|pair| EventRelation {
                    kind: EventRelationKind::After,
                    from: pair[1],
                    to: pair[0],
                    words: Location::new(Part::Text, *span),
                })
                .collect();
            findings.relations.extend(relations);
        }
        findings
    }

    fn sentence(&self, span: Span) -> Sentence {
        let mut tokens = Vec::new();
        let mut at = span.begin;
        for piece in self.article.text[span.begin..span.end].split(' ') {
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            let begin = at + piece.find(word).unwrap_or(0);
            if !word.is_empty() {
                let name = word.starts_with(char::is_uppercase);
                tokens.push(Token {
                    span: Span::new(begin, begin + word.len()),
                    form: word.into(),
                    lower: word.to_lowercase().into(),
                    lemma: word.to_lowercase().into(),
                    upos: if name { Upos::Propn } else { Upos::Noun },
                    ..Token::default()
                });
            }
            at += piece.len() + 1;
        }
        let mut sentence = Sentence::default();
        (sentence.part, sentence.span, sentence.tokens) = (Part::Text, span, tokens);
        sentence
    }

    fn find(&self, within: Span, words: &str) -> Option<Location> {
        let at = self.article.text[within.begin..within.end].find(words)? + within.begin;
        (!words.is_empty()).then(|| Location::new(Part::Text, Span::new(at, at + words.len())))
    }

    fn actor(&self, findings: &mut Findings, within: Span, sentence: usize, name: &str) -> Option<usize> {
        let location = self.find(within, name)?;
        let known = findings.actors.actors.iter().position(|actor| actor.name == name);
        let actor = known.unwrap_or_else(|| {
            let code = match name {
                "Russia" | "Moscow" => "RUS",
                "Lavrov" => "RUS.GOV",
                "Reuters" => "JRN",
                "Syria" => "SYR",
                _ => "",
            };
            findings.actors.actors.push(Actor {
                id: name.to_lowercase(),
                name: name.to_owned(),
                code: code.into(),
                sort: if code.len() == 3 { ActorSort::State } else { ActorSort::Person },
                known: !code.is_empty(),
                named: true,
                sex: Sex::Unknown,
                plural: false,
            });
            findings.actors.actors.len() - 1
        });
        findings.actors.mentions.push(ActorMention {
            actor,
            location,
            sentence,
            tokens: 0..1,
            head: 0,
            form: MentionForm::Name,
            rule: "test".into(),
        });
        Some(actor)
    }

    fn mention(&self, index: usize, span: Span, act: &Act, findings: &mut Findings) -> MentionId {
        let trigger = self.find(span, act.trigger).expect("the sentence has its trigger").span;
        let mut hasher = DefaultHasher::new();
        (&self.article.text, trigger.begin, act.kind).hash(&mut hasher);
        let id = MentionId(hasher.finish());
        let head =
            findings.document.sentences[index].tokens.iter().position(|token| token.span.overlaps(trigger));
        let participant = |findings: &mut Findings, name: &str| {
            let actor = self.actor(findings, span, index, name)?;
            Some(Participant { actor: Some(actor), location: self.find(span, name)?, code: None })
        };
        let sources: Vec<_> = participant(findings, act.source).into_iter().collect();
        let targets: Vec<_> = participant(findings, act.target).into_iter().collect();
        let number = act.killed.and_then(|killed| Some((killed, self.find(span, &killed.to_string())?)));
        if let (Some(speaker), Some(words)) =
            (self.actor(findings, span, index, act.said_by), self.find(span, act.said_by))
        {
            findings.claims.push(Claim {
                id: ClaimId(id.0 ^ 1),
                part: Part::Text,
                sentence: index,
                speaker: Some(speaker),
                source: vec![words.span],
                cue: vec![],
                content: vec![trigger],
                addressee: None,
                stance: Stance::Denies,
                polarity: Polarity::Positive,
                modality: Modality::Certain,
                granted: false,
                quoted: Quoted::Indirect,
                about: vec![id],
                aspect: Some(Aspect::Occurrence),
                date: None,
                within: None,
                rule: "test".into(),
            });
        }
        let place = self.find(span, act.place).map(|location| Place {
            name: act.place.to_owned(),
            country: None,
            coordinates: Some((33.5, 36.3)),
            location,
        });
        findings.events.push(Mention {
            id,
            happening: findings.events.len(),
            part: Part::Text,
            sentence: index,
            head: head.unwrap_or(0),
            trigger: vec![trigger],
            span,
            kind: act.kind.into(),
            mode: None,
            contexts: vec![],
            label: act.trigger.into(),
            status: if act.planned { Status::Planned } else { Status::Happened },
            within: (act.in_claim && !findings.claims.is_empty())
                .then(|| chancery::events::Within::Claim(findings.claims.len() - 1)),
            presupposed: false,
            by_the_way: false,
            sources,
            targets,
            place,
            particulars: number
                .map(|(killed, location)| Particular {
                    what: "killed".into(),
                    low: Some(killed),
                    high: Some(killed),
                    location,
                })
                .into_iter()
                .collect(),
            date: act.day.map(DateValue::day).or_else(|| DateValue::parse(act.vague?)).map(|value| {
                EventDate {
                    value,
                    timex3: act.clock.map(Into::into),
                    basis: EventDateBasis::Expression,
                    inferred: false,
                    reasons: vec![],
                    anchor: None,
                }
            }),
            rule: "test".into(),
            sureness: 1.0 - act.doubt,
            doubts: vec![],
        });
        id
    }
}

/// A world of happenings that several outlets tell in words of their own, with copies, new versions and later
/// dates for the same text.
#[allow(dead_code)] // not every test that tells has a world of this size
pub fn world() -> Vec<Telling> {
    world_of(6)
}

/// The same with so many rounds of talks and fighting.
pub fn world_of(rounds: i64) -> Vec<Telling> {
    let mut tellings = Vec::new();
    let veto = |day: NaiveDate| Act {
        kind: "REJECT",
        trigger: "vetoed",
        source: "Russia",
        target: "Council",
        day: Some(day),
        ..Act::default()
    };
    let strike = |day: Option<NaiveDate>, killed| Act {
        kind: "ASSAULT",
        trigger: "bombed",
        source: "Russia",
        target: "Aleppo",
        place: "Aleppo",
        day,
        killed,
        ..Act::default()
    };
    let talks = |day: Option<NaiveDate>| Act {
        kind: "CONSULT",
        trigger: "met",
        source: "Lavrov",
        target: "Kerry",
        place: "Geneva",
        day,
        ..Act::default()
    };
    for number in 1..=rounds {
        let date = day("2016-09-01") + chrono::Days::new(number as u64 * 3);
        let published = (date + chrono::Days::new(1)).to_string();
        let told =
            format!("Russia vetoed a draft of the Council on convoy {number} to “Alépo” after long hours.");
        let paper =
            Telling::new("Gazette", &format!("g{number}"), Some(&published)).say(&told, &[veto(date)]).say(
                &format!(
                    "Jets of Russia bombed Aleppo, where {} died, Syria said; column {number} lay burning.",
                    10 + number
                ),
                &[
                    strike(Some(date), Some(10.0 + number as f64)),
                    Act { said_by: "Syria", ..strike(None, None) },
                ],
            );
        let wire = Telling::new("Wire", &format!("w{number}"), Some(&published))
            .say(
                &format!(
                    "Planes bombed Aleppo when Russia struck convoy {number}, and {} people were dead there.",
                    20 + number
                ),
                &[strike(Some(date), Some(20.0 + number as f64))],
            )
            .say("Lavrov met Kerry in Geneva and both spoke of the truce.", &[talks(Some(date))]);
        let mut copy = wire.clone();
        copy.article.outlet = Some("Provincial Post".into());
        copy.article.id = Some(format!("p{number}"));
        let mut undated = wire.clone();
        undated.article.outlet = Some("Mirror".into());
        undated.article.id = Some(format!("m{number}"));
        undated.article.published = Published { date: Some(date), basis: PublishedBasis::Given };
        let url = format!("https://example.org/live/{number}");
        let mut draft = Telling::new("Live", &format!("l{number}"), Some(&date.to_string()))
            .say("Lavrov met Kerry in Geneva for talks on a truce in Syria.", &[talks(Some(date))]);
        draft.article.url = Some(url.clone());
        let mut update = Telling::new("Live", &format!("l{number}"), Some(&published))
            .say(
                &format!("Lavrov met Kerry in Geneva for talks on a truce in Syria, round {number}, and Russia vetoed a Council text."),
                &[talks(Some(date)), veto(date)],
            );
        update.article.url = Some(url);
        tellings.extend([paper, wire, copy, undated, draft, update]);
    }
    tellings.extend(daily());
    tellings
}

/// Talks that two outlets tell of day after day, and of one day that they differ over.
fn daily() -> Vec<Telling> {
    let talks = |day| Act {
        kind: "CONSULT",
        trigger: "met",
        source: "Lavrov",
        target: "Kerry",
        place: "Vienna",
        day: Some(day),
        ..Act::default()
    };
    let mut tellings = Vec::new();
    for number in [0_u64, 1, 2, 3, 10, 11] {
        let date = day("2016-11-01") + chrono::Days::new(number);
        for (outlet, words) in [("Herald", "long after dark"), ("Courier", "behind closed doors")] {
            // Of the last two days each outlet tells one.
            if number < 10 || (number == 10) == (outlet == "Herald") {
                let told = format!("Lavrov met Kerry in Vienna on the truce {words}, evening {number}.");
                let id = format!("{outlet}{number}");
                let published = (date + chrono::Days::new(1)).to_string();
                tellings.push(Telling::new(outlet, &id, Some(&published)).say(&told, &[talks(date)]));
            }
        }
    }
    tellings
}

//! Findings held against the gold of their article.

use super::expected::{Expected, ExpectedClaim, ExpectedEvent};
use super::names::Names;
use chancery::article::{Article, Part, Span};
use chancery::claims::{Aspect, Claim, Stance};
use chancery::events::{EventRelationKind, Mention, Participant, Status};
use chancery::mine::Findings;
use std::collections::{BTreeMap, BTreeSet};

/// How many of the wanted were right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub right: usize,
    pub wanted: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.wanted += 1;
    }

    pub fn percent(self) -> f64 {
        if self.wanted == 0 { 100.0 } else { 100.0 * self.right as f64 / self.wanted as f64 }
    }
}

/// What one article, or all of them, scored.
#[derive(Debug, Clone, Default)]
pub struct Score {
    pub events: Share,
    pub dates: Share,
    /// The dates of events that did not happen on the day of publication.
    pub other_days: Share,
    pub participants: Share,
    pub places: Share,
    pub statuses: Share,
    pub relations: Share,
    /// Happenings found in words that tell of none.
    pub false_events: usize,
    /// Happenings that nothing expects, contents of what is said and demanded apart.
    pub extra_events: usize,
    pub claims: Share,
    pub speakers: Share,
    pub stances: Share,
    pub quoted: Share,
    pub about: Share,
    pub aspects: Share,
    pub dispute_sides: Share,
    pub extra_claims: usize,
    pub wording: Share,
    /// What was missed or wrong, one line each.
    pub faults: Vec<String>,
}

impl Score {
    /// The figures by the names of their columns.
    pub fn shares(&self) -> [(&'static str, Share); 15] {
        [
            ("events", self.events),
            ("dates", self.dates),
            ("other days", self.other_days),
            ("who", self.participants),
            ("where", self.places),
            ("status", self.statuses),
            ("after", self.relations),
            ("claims", self.claims),
            ("speaker", self.speakers),
            ("stance", self.stances),
            ("quoted", self.quoted),
            ("about", self.about),
            ("aspect", self.aspects),
            ("disputes", self.dispute_sides),
            ("wording", self.wording),
        ]
    }

    pub fn add(&mut self, other: &Score) {
        let ours = [
            &mut self.events,
            &mut self.dates,
            &mut self.other_days,
            &mut self.participants,
            &mut self.places,
            &mut self.statuses,
            &mut self.relations,
            &mut self.claims,
            &mut self.speakers,
            &mut self.stances,
            &mut self.quoted,
            &mut self.about,
            &mut self.aspects,
            &mut self.dispute_sides,
            &mut self.wording,
        ];
        for (share, (_, theirs)) in ours.into_iter().zip(other.shares()) {
            share.right += theirs.right;
            share.wanted += theirs.wanted;
        }
        self.false_events += other.false_events;
        self.extra_events += other.extra_events;
        self.extra_claims += other.extra_claims;
    }
}

/// Scores the findings of one article.
pub fn score(article: &Article, found: &Findings, expected: &Expected, names: &Names) -> Score {
    let marker = Marker::new(article, found, names);
    let mut score = Score::default();
    score.wording.count(found.wording == expected.wording());
    let paired = marker.score_events(expected, &mut score);
    marker.score_claims(expected, &paired, &mut score);
    score
}

struct Marker<'a> {
    article: &'a Article,
    found: &'a Findings,
    names: &'a Names,
    /// The mentions in the text, by happening.
    happenings: BTreeMap<usize, Vec<&'a Mention>>,
}

/// The happening found for each expected event, by the event's id.
type Paired<'a> = BTreeMap<&'a str, usize>;

impl<'a> Marker<'a> {
    fn new(article: &'a Article, found: &'a Findings, names: &'a Names) -> Self {
        let mut happenings: BTreeMap<usize, Vec<&Mention>> = BTreeMap::new();
        for mention in found.events.iter().filter(|mention| mention.part == Part::Text) {
            happenings.entry(mention.happening).or_default().push(mention);
        }
        Self { article, found, names, happenings }
    }

    fn score_events<'e>(&self, expected: &'e Expected, score: &mut Score) -> Paired<'e> {
        let happenings: Vec<usize> = self.happenings.keys().copied().collect();
        let pairs = one_to_one(expected.events.len(), happenings.len(), |wanted, found| {
            self.fit(&expected.events[wanted], happenings[found])
        });
        let paired: Paired = pairs
            .iter()
            .map(|(&wanted, &found)| (expected.events[wanted].id.as_str(), happenings[found]))
            .collect();
        for event in &expected.events {
            self.score_event(event, expected, &paired, score);
        }
        for wrong in &expected.not_events {
            let places = self.places(&wrong.evidence);
            for happening in happenings.iter().filter(|&&happening| self.inside(happening, &places)) {
                score.false_events += 1;
                score
                    .faults
                    .push(format!("FALSE {} in: {}", self.happenings[happening][0].kind, wrong.evidence));
            }
        }
        let taken: BTreeSet<usize> = paired.values().copied().collect();
        for (happening, mentions) in &self.happenings {
            let told = |mention: &&&Mention| {
                mention.within.is_none() && !matches!(mention.status, Status::Hypothetical | Status::Denied)
            };
            if let Some(mention) = mentions.iter().find(told).filter(|_| !taken.contains(happening)) {
                score.extra_events += 1;
                let words = &self.article.text[mention.span.begin..mention.span.end];
                score.faults.push(format!("extra {} in: {words}", mention.kind));
            }
        }
        paired
    }

    fn score_event(&self, event: &ExpectedEvent, expected: &Expected, paired: &Paired, score: &mut Score) {
        let happening = paired.get(event.id.as_str()).copied();
        let mentions: &[&Mention] = happening.map_or(&[], |happening| &self.happenings[&happening]);
        let mut wrong = Vec::new();
        score.events.count(happening.is_some());
        for (wanted, roles) in cast(event) {
            let plays = mentions.iter().any(|mention| self.plays(wanted, mention, roles));
            score.participants.count(plays);
            if !plays {
                wrong.push(format!("no {wanted}"));
            }
        }
        if event.earliest.is_some() {
            let right = happening.is_some_and(|happening| self.date_is_right(event, happening));
            score.dates.count(right);
            if is_of_another_day(event, expected) {
                score.other_days.count(right);
            }
            if !right {
                wrong.push(format!("date {:?}", happening.map(|happening| self.days(happening))));
            }
        }
        if !event.place.is_empty() {
            let right = mentions.iter().filter_map(|mention| mention.place.as_ref()).any(|place| {
                let country = place.country.as_deref().unwrap_or("");
                event
                    .place
                    .iter()
                    .any(|wanted| *wanted == place.name || self.names.is_country(wanted, country))
            });
            score.places.count(right);
            if !right {
                wrong.push(format!("not in {}", event.place[0]));
            }
        }
        if !event.status.is_empty() {
            let right = mentions
                .iter()
                .any(|mention| event.status.iter().any(|status| *status == word(mention.status)));
            score.statuses.count(right);
            if !right {
                wrong
                    .push(format!("status {:?}", mentions.iter().map(|mention| word(mention.status)).next()));
            }
        }
        for earlier in &event.after {
            let right = match (happening, paired.get(earlier.as_str())) {
                (Some(later), Some(&earlier)) => self.follows(later, earlier),
                _ => false,
            };
            score.relations.count(right);
            if !right {
                wrong.push(format!("not after {earlier}"));
            }
        }
        if happening.is_none() {
            score.faults.push(format!("MISSING event {}: {}", event.id, event.gloss));
        } else if !wrong.is_empty() {
            score.faults.push(format!("event {}: {}", event.id, wrong.join("; ")));
        }
    }

    /// How well a happening fits an expected event; zero if it is another.
    fn fit(&self, event: &ExpectedEvent, happening: usize) -> f64 {
        let mentions = &self.happenings[&happening];
        let places: Vec<Span> = event.evidence.iter().flat_map(|phrase| self.places(phrase)).collect();
        let of_kind =
            event.kinds.is_empty() || mentions.iter().any(|mention| event.kinds.contains(&mention.kind));
        if !of_kind || !self.inside(happening, &places) {
            return 0.0;
        }
        let cast = cast(event);
        let playing =
            cast.iter().filter(|(wanted, roles)| mentions.iter().any(|m| self.plays(wanted, m, *roles)));
        let share = playing.count() as f64 / cast.len().max(1) as f64;
        let dated = event.earliest.is_some() && self.date_is_right(event, happening);
        1.0 + 2.0 * share + f64::from(u8::from(dated))
    }

    /// Whether a trigger of the happening lies in one of these places.
    fn inside(&self, happening: usize, places: &[Span]) -> bool {
        let mut triggers = self.happenings[&happening].iter().flat_map(|mention| &mention.trigger);
        triggers.any(|trigger| places.iter().any(|place| place.contains(*trigger)))
    }

    fn plays(&self, wanted: &str, mention: &Mention, roles: Roles) -> bool {
        let mut cast: Vec<&Participant> = Vec::new();
        if roles != Roles::Targets {
            cast.extend(&mention.sources);
        }
        if roles != Roles::Sources {
            cast.extend(&mention.targets);
        }
        cast.iter().any(|participant| {
            let actor = participant.actor.map(|index| &self.found.actors.actors[index]);
            let (name, code) = actor.map_or(("", ""), |actor| (actor.name.as_str(), actor.code.as_str()));
            self.names.is(wanted, code, &format!("{name} {}", self.article.quote(participant.location)))
        })
    }

    /// The days given to the mentions of a happening, as far as they have any.
    fn days(&self, happening: usize) -> Vec<(String, String)> {
        let dates = self.happenings[&happening].iter().filter_map(|mention| mention.date.as_ref());
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let days = dates.map(|date| (day(date.value.earliest), day(date.value.latest)));
        days.filter(|(first, last)| !first.is_empty() || !last.is_empty()).collect()
    }

    /// Every date given must lie within what is accepted, and one must be an accepted one exactly.
    fn date_is_right(&self, event: &ExpectedEvent, happening: usize) -> bool {
        let (Some(firsts), Some(lasts)) = (&event.earliest, &event.latest) else { return false };
        let given = self.days(happening);
        if given.is_empty() {
            return firsts.iter().any(String::is_empty);
        }
        let low = firsts.iter().min().map_or("", String::as_str);
        let high = lasts.iter().max().map_or("", String::as_str);
        let exact = given.iter().any(|(first, last)| firsts.contains(first) && lasts.contains(last));
        let within = |(first, last): &(String, String)| {
            (low.is_empty() || first.as_str() >= low)
                && (if last.is_empty() { first } else { last }).as_str() <= high
        };
        exact && given.iter().all(within)
    }

    fn follows(&self, later: usize, earlier: usize) -> bool {
        let is_of = |happening: usize, id| self.happenings[&happening].iter().any(|mention| mention.id == id);
        self.found.relations.iter().any(|relation| {
            let says_so = matches!(
                relation.kind,
                EventRelationKind::After | EventRelationKind::Response | EventRelationKind::Cause
            );
            says_so && is_of(later, relation.from) && is_of(earlier, relation.to)
        })
    }

    fn score_claims(&self, expected: &Expected, paired: &Paired, score: &mut Score) {
        let found: Vec<&Claim> = self.found.claims.iter().filter(|claim| claim.part == Part::Text).collect();
        let covered: Vec<BTreeSet<usize>> = found.iter().map(|claim| self.letters(&claim.content)).collect();
        let readings: Vec<Vec<BTreeSet<usize>>> =
            expected.claims.iter().map(|claim| self.readings(claim)).collect();
        let matched = one_to_one(expected.claims.len(), found.len(), |wanted, index| {
            let agreement = readings[wanted].iter().map(|reading| overlap(reading, &covered[index]));
            let best = agreement.fold(0.0, f64::max);
            if best < 0.5 {
                0.0
            } else {
                best + f64::from(u8::from(self.speaks(&expected.claims[wanted], found[index])))
            }
        });
        let of_claim: BTreeMap<&str, usize> =
            matched.iter().map(|(&wanted, &index)| (expected.claims[wanted].id.as_str(), index)).collect();
        for (wanted, claim) in expected.claims.iter().enumerate() {
            let whole =
                claim.may_be_part_of.as_deref().and_then(|whole| of_claim.get(whole)).filter(|&&whole| {
                    let inside = |reading: &BTreeSet<usize>| {
                        reading.intersection(&covered[whole]).count() as f64 >= 0.6 * reading.len() as f64
                    };
                    readings[wanted].iter().any(inside)
                });
            let index = matched.get(&wanted).or(whole).copied();
            self.score_claim(claim, index.map(|index| found[index]), paired, score);
        }
        score.extra_claims = found.len() - matched.len();
        for dispute in &expected.disputes {
            for (side, speakers) in dispute.sides.iter().enumerate() {
                let right = found.iter().any(|claim| {
                    let at_issue =
                        claim.aspect == Some(dispute.aspect) || claim.aspect == Some(Aspect::Evidence);
                    let against = matches!(claim.stance, Stance::Denies | Stance::Doubts | Stance::Rejects);
                    at_issue
                        && against == (side == 1)
                        && self.is_about(claim, &dispute.event, paired)
                        && speakers.iter().any(|speaker| self.is_by(speaker, claim))
                });
                score.dispute_sides.count(right);
            }
        }
    }

    fn score_claim(&self, wanted: &ExpectedClaim, claim: Option<&Claim>, paired: &Paired, score: &mut Score) {
        let mut wrong = Vec::new();
        score.claims.count(claim.is_some());
        let speaks = claim.is_some_and(|claim| self.speaks(wanted, claim));
        let stands = claim.is_some_and(|claim| wanted.stances.contains(&claim.stance));
        let quotes = claim.is_some_and(|claim| claim.quoted == wanted.quoted);
        score.speakers.count(speaks);
        score.stances.count(stands);
        score.quoted.count(quotes);
        if let Some(event) = &wanted.about {
            let right = claim.is_some_and(|claim| self.is_about(claim, event, paired));
            score.about.count(right);
            if !right {
                wrong.push(self.about_instead(claim, event, paired));
            }
        }
        if !wanted.aspects.is_empty() {
            let aspect = claim.and_then(|claim| claim.aspect);
            let right = aspect.is_some_and(|aspect| wanted.aspects.contains(&aspect));
            score.aspects.count(right);
            if !right {
                wrong.push(format!("aspect {aspect:?}"));
            }
        }
        match claim {
            None => score.faults.push(format!("MISSING claim {}: {}", wanted.id, wanted.content[0][0])),
            Some(claim) => {
                if !speaks {
                    let speaker =
                        claim.speaker.map_or("nobody", |index| &self.found.actors.actors[index].name);
                    wrong.push(format!("speaker {speaker}, not {:?}", wanted.speakers));
                }
                if !stands {
                    wrong.push(format!("stance {}", claim.stance.as_str()));
                }
                if !quotes {
                    wrong.push(format!("quoted {}", claim.quoted.as_str()));
                }
                if !wrong.is_empty() {
                    score.faults.push(format!("claim {}: {}", wanted.id, wrong.join("; ")));
                }
            }
        }
    }

    fn speaks(&self, wanted: &ExpectedClaim, claim: &Claim) -> bool {
        wanted.speakers.iter().any(|speaker| self.is_by(speaker, claim))
    }

    /// A named speaker must be known as an actor; people who are only described may be known by their words.
    fn is_by(&self, wanted: &str, claim: &Claim) -> bool {
        let actor = claim.speaker.map(|index| &self.found.actors.actors[index]);
        let (name, code) = actor.map_or(("", ""), |actor| (actor.name.as_str(), actor.code.as_str()));
        let described = wanted.chars().all(|letter| !letter.is_uppercase());
        let words: String = match described {
            true => claim.source.iter().map(|span| &self.article.text[span.begin..span.end]).collect(),
            false => String::new(),
        };
        self.names.is(wanted, code, &format!("{name} {words}"))
    }

    fn is_about(&self, claim: &Claim, event: &str, paired: &Paired) -> bool {
        paired.get(event).is_some_and(|happening| {
            self.happenings[happening].iter().any(|mention| claim.about.contains(&mention.id))
        })
    }

    fn about_instead(&self, claim: Option<&Claim>, event: &str, paired: &Paired) -> String {
        if !paired.contains_key(event) {
            return format!("not about {event}, which was not found");
        }
        let about = |mention: &&Mention| claim.is_some_and(|claim| claim.about.contains(&mention.id));
        let others: Vec<&str> =
            self.found.events.iter().filter(about).map(|mention| mention.label.as_str()).collect();
        let words = claim.and_then(|claim| claim.content.first());
        let words = words.map_or("", |span| &self.article.text[span.begin..span.end]);
        format!("not about {event} but {others:?}: {words}")
    }

    /// Every place of a phrase in the text.
    fn places(&self, phrase: &str) -> Vec<Span> {
        let found = self.article.text.match_indices(phrase);
        found.map(|(begin, words)| Span::new(begin, begin + words.len())).collect()
    }

    fn readings(&self, claim: &ExpectedClaim) -> Vec<BTreeSet<usize>> {
        let first_place = |phrase: &String| self.places(phrase).first().copied();
        let spans = |reading: &Vec<String>| reading.iter().filter_map(first_place).collect::<Vec<_>>();
        claim.content.iter().map(|reading| self.letters(&spans(reading))).collect()
    }

    /// The bytes of spans at which a letter begins that is no white space.
    fn letters(&self, spans: &[Span]) -> BTreeSet<usize> {
        let letters = |span: &Span| {
            let begin = span.begin;
            let words = &self.article.text[begin..span.end];
            words.char_indices().filter(|(_, letter)| !letter.is_whitespace()).map(move |(at, _)| begin + at)
        };
        spans.iter().flat_map(letters).collect()
    }
}

/// The part of the letters of both that they share.
fn overlap(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> f64 {
    let shared = one.intersection(other).count();
    if shared == 0 { 0.0 } else { shared as f64 / (one.len() + other.len() - shared) as f64 }
}

/// Where somebody may stand in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Roles {
    Sources,
    Targets,
    Either,
}

fn cast(event: &ExpectedEvent) -> Vec<(&str, Roles)> {
    let sources = event.sources.iter().map(|name| (name.as_str(), Roles::Sources));
    let targets = event.targets.iter().map(|name| (name.as_str(), Roles::Targets));
    let either = event.participants.iter().map(|name| (name.as_str(), Roles::Either));
    sources.chain(targets).chain(either).collect()
}

/// Whether the event certainly happened on another day than that of publication.
pub fn is_of_another_day(event: &ExpectedEvent, expected: &Expected) -> bool {
    let published = expected.published.as_deref().unwrap_or("");
    let firsts = event.earliest.as_deref().unwrap_or_default();
    !firsts.is_empty() && firsts.iter().all(|day| !day.is_empty() && day != published)
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Planned => "planned",
        Status::Hypothetical => "hypothetical",
        Status::Claimed => "claimed",
        Status::Denied => "denied",
    }
}

/// Pairs wanted and found, the best fit first, each at most once.
fn one_to_one(wanted: usize, found: usize, fit: impl Fn(usize, usize) -> f64) -> BTreeMap<usize, usize> {
    let all = (0..wanted).flat_map(|one| (0..found).map(move |other| (one, other)));
    let mut pairs: Vec<(f64, usize, usize)> = all.map(|(one, other)| (fit(one, other), one, other)).collect();
    pairs.retain(|pair| pair.0 > 0.0);
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut paired, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, one, other) in pairs {
        if !paired.contains_key(&one) && !taken.contains(&other) {
            paired.insert(one, other);
            taken.insert(other);
        }
    }
    paired
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery::dates::DateValue;
    use chancery::events::{EventDate, EventDateBasis, MentionId};

    const TEXT: &str = "Russia vetoed a resolution on Wednesday. Its envoy stayed away.";
    const GOLD: &str = r#"
        wording = "original"
        published = "2017-04-13"
        [[event]]
        id = "veto"
        gloss = "A veto"
        kinds = ["REJECT"]
        earliest = ["2017-04-12"]
        latest = ["2017-04-12"]
        status = ["happened"]
        evidence = ["Russia vetoed a resolution"]
        [[not_event]]
        evidence = "stayed away"
    "#;

    fn mention(words: &str, kind: &str, day: &str) -> Mention {
        let begin = TEXT.find(words).expect("the words");
        let span = Span::new(begin, begin + words.len());
        let value = DateValue::day(day.parse().expect("a day"));
        Mention {
            id: MentionId(begin as u64),
            happening: begin,
            part: Part::Text,
            sentence: 0,
            head: 0,
            trigger: vec![span],
            span,
            kind: kind.to_owned(),
            mode: None,
            contexts: Vec::new(),
            label: String::new(),
            status: Status::Happened,
            within: None,
            presupposed: false,
            by_the_way: false,
            sources: Vec::new(),
            targets: Vec::new(),
            place: None,
            particulars: Vec::new(),
            date: Some(EventDate {
                value,
                timex3: None,
                basis: EventDateBasis::Clause,
                inferred: false,
                reasons: Vec::new(),
                anchor: None,
            }),
            rule: String::new(),
            sureness: 1.0,
            doubts: Vec::new(),
        }
    }

    fn scored(events: Vec<Mention>) -> Score {
        let article = Article { text: TEXT.to_owned(), ..Article::default() };
        let expected = toml::from_str(GOLD).expect("gold");
        score(&article, &Findings { events, ..Findings::default() }, &expected, &Names::read())
    }

    #[test]
    fn the_gold_as_findings_is_right_and_a_damaged_copy_is_not() {
        let right = scored(vec![mention("vetoed", "REJECT", "2017-04-12")]);
        assert_eq!((right.events.right, right.dates.right, right.other_days.right), (1, 1, 1));
        let other_day = scored(vec![mention("vetoed", "REJECT", "2017-04-13")]);
        assert_eq!((other_day.events.right, other_day.dates.right, other_day.other_days.right), (1, 0, 0));
        let other_kind = scored(vec![mention("vetoed", "AGREE", "2017-04-12")]);
        assert_eq!((other_kind.events.right, other_kind.extra_events), (0, 1));
        let nothing = scored(Vec::new());
        assert_eq!((nothing.events.right, nothing.events.wanted, nothing.extra_events), (0, 1, 0));
    }

    #[test]
    fn events_where_nothing_happened_are_false() {
        let found = scored(vec![mention("stayed", "REJECT", "2017-04-12")]);
        assert_eq!((found.false_events, found.extra_events), (1, 1));
    }
}

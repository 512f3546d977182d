//! Judgements: they survive whatever happens to a chronicle, and whatever is undone leaves no trace.

#[path = "judged/world.rs"]
mod judged;
#[path = "store/telling.rs"]
mod telling;

use chancery::judgement::{Judgement, Subject, Verb, moment};
use chancery::query;
use chancery::store::Chronicle;
use judged::{Choices, Version, choose, difference, dump, faults, import, judgement, provenance, tellings};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One thing that happens to a chronicle.
#[derive(Debug, Clone)]
enum Step {
    Import(Vec<usize>),
    Judge([u32; 4]),
    Undo(u32),
    Remine(u8),
    Forget(u32),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => proptest::collection::vec(0..36_usize, 1..8).prop_map(Step::Import),
        9 => any::<[u32; 4]>().prop_map(Step::Judge),
        3 => any::<u32>().prop_map(Step::Undo),
        1 => (0..4_u8).prop_map(Step::Remine),
        1 => any::<u32>().prop_map(Step::Forget),
    ];
    proptest::collection::vec(step, 1..40)
}

/// A chronicle with what must be true of it.
struct Run {
    chronicle: Chronicle,
    version: Version,
    /// The tellings that are in it.
    there: BTreeSet<usize>,
}

impl Run {
    fn new(tellings: usize) -> Self {
        let mut run =
            Self { chronicle: Chronicle::in_memory().unwrap(), version: Version(0), there: BTreeSet::new() };
        run.take(&Step::Import((0..tellings).collect()));
        run
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Import(numbers) => {
                let articles: Vec<_> = numbers.iter().map(|&number| &tellings()[number]).collect();
                import(&mut self.chronicle, self.version, &articles);
                let forgotten = self.forgotten();
                let is_there = |number: &&usize| !forgotten.contains(&tellings()[**number].article.text);
                self.there.extend(numbers.iter().filter(is_there));
            }
            Step::Judge(numbers) => {
                if let Some(judgements) = judgement(&self.chronicle, *numbers) {
                    self.chronicle.judge(&judgements, &mut self.version, false).unwrap();
                }
            }
            Step::Undo(number) => {
                let log = self.chronicle.judgements().unwrap();
                let standing: Vec<_> = log.iter().filter(|logged| logged.stands).collect();
                if !standing.is_empty() {
                    let undone = &standing[*number as usize % standing.len()].judgement;
                    let undo = undoing(self.chronicle.last_judged().unwrap().as_deref(), undone);
                    self.chronicle.judge(&[undo], &mut self.version, false).unwrap();
                    self.look_what_is_there();
                }
            }
            Step::Remine(version) => {
                self.version = Version(*version);
                let version = self.version;
                let mining = move |article: &_| version.mine(article);
                self.chronicle
                    .remine(&provenance(version), &mining, false, &mut |_, _| (), &|| "then".into())
                    .unwrap();
            }
            Step::Forget(number) => {
                let texts = |chronicle: &Chronicle| -> Vec<i64> {
                    let mut statement =
                        chronicle.connection().prepare("SELECT id FROM texts ORDER BY hash").unwrap();
                    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
                };
                let texts = texts(&self.chronicle);
                if !texts.is_empty() {
                    let text = texts[*number as usize % texts.len()];
                    let mut forget = query::withdrawal(self.chronicle.connection(), text).unwrap();
                    forget.made =
                        moment("2017-04-12T10:00:00Z", self.chronicle.last_judged().unwrap().as_deref());
                    forget.who = "anna".into();
                    self.chronicle.judge(&[forget], &mut self.version, false).unwrap();
                    self.look_what_is_there();
                }
            }
        }
    }

    /// Withdrawn texts are gone, and stay away until they are imported again.
    fn look_what_is_there(&mut self) {
        let there = texts(&self.chronicle);
        self.there.retain(|&number| there.contains(&tellings()[number].article.text));
    }

    fn forgotten(&self) -> BTreeSet<String> {
        let there = texts(&self.chronicle);
        tellings()[..36]
            .iter()
            .map(|telling| telling.article.text.clone())
            .filter(|text| !there.contains(text))
            .collect()
    }

    /// The same articles and the same judgements in a new chronicle, in either order.
    fn afresh(&self, judged_first: bool) -> Chronicle {
        let mut chronicle = Chronicle::in_memory().unwrap();
        let judgements: Vec<Judgement> =
            self.chronicle.judgements().unwrap().into_iter().map(|logged| logged.judgement).collect();
        // As a colleague gets them: written down and read again.
        let judgements: Vec<Judgement> = judgements
            .iter()
            .map(|judgement| {
                assert_eq!(judgement.fault(), None, "{judgement:?}");
                serde_json::from_str(&serde_json::to_string(judgement).unwrap()).unwrap()
            })
            .collect();
        let articles: Vec<_> = self.there.iter().map(|&number| &tellings()[number]).collect();
        let mut version = self.version;
        if judged_first {
            chronicle.judge(&judgements, &mut version, false).unwrap();
        }
        import(&mut chronicle, version, &articles);
        if !judged_first {
            chronicle.judge(&judgements, &mut version, false).unwrap();
        }
        chronicle
    }
}

fn texts(chronicle: &Chronicle) -> BTreeSet<String> {
    let mut statement = chronicle.connection().prepare("SELECT text FROM texts").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn undoing(last: Option<&str>, undone: &Judgement) -> Judgement {
    Judgement {
        made: moment("2017-04-12T10:00:00Z", last),
        who: "anna".into(),
        verb: Verb::Undo,
        subject: Subject::Judgement,
        corrections: Vec::new(),
        why: None,
        undoes: Some(undone.key()),
        targets: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_chronicle_is_what_its_articles_and_its_standing_judgements_make_it(steps in steps()) {
        let mut run = Run::new(18);
        for step in &steps {
            run.take(step);
        }
        let found = dump(&run.chronicle);
        for judged_first in [false, true] {
            let expected = dump(&run.afresh(judged_first));
            prop_assert!(expected == found, "judged first: {judged_first}; {}", difference(&expected, &found));
        }
        prop_assert_eq!(faults(&run.chronicle), Vec::<String>::new());
    }
}

/// Numbers that look random and are always the same.
fn numbers(state: &mut u64) -> [u32; 4] {
    [0; 4].map(|_: u32| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) as u32
    })
}

/// As analysts judge, one by one, and as a colleague's file is applied, many at once; undone likewise, in no order.
/// `CHANCERY_JUDGEMENTS` says how many.
#[test]
fn many_judgements_undone_leave_no_trace() {
    let wanted = std::env::var("CHANCERY_JUDGEMENTS").ok().and_then(|number| number.parse().ok());
    let judgements: usize = wanted.unwrap_or(10_000);
    let mut run = Run::new(3000);
    let before = dump(&run.chronicle);
    let (mut state, mut made, mut refused) = (7, 0, 0);
    let mut verbs = std::collections::BTreeMap::new();
    for size in [1, 3, 40, 160].into_iter().cycle() {
        if made >= judgements {
            break;
        }
        let choices = Choices::new(&run.chronicle);
        let mut last = run.chronicle.last_judged().unwrap();
        let mut batch = Vec::new();
        while batch.len() < size.min(judgements - made) {
            match choose(&run.chronicle, &choices, numbers(&mut state), last.as_deref()) {
                Some(chosen) => batch.extend(chosen),
                None => refused += 1,
            }
            last = batch.last().map(|judgement: &Judgement| judgement.made.clone()).or(last);
        }
        for judgement in &batch {
            *verbs.entry((judgement.verb, judgement.subject)).or_insert(0) += 1;
        }
        made += batch.len();
        let effect = run.chronicle.judge(&batch, &mut run.version, false).unwrap();
        assert_eq!((effect.numbers.len(), effect.known), (batch.len(), 0));
    }
    println!("{verbs:?}; {refused} refused");
    assert_eq!(made, judgements);
    assert!(verbs.len() >= 12, "{verbs:?}");
    assert_ne!(dump(&run.chronicle), before);
    assert_eq!(faults(&run.chronicle), Vec::<String>::new());
    let mut log = run.chronicle.judgements().unwrap();
    log.sort_by_cached_key(|_| numbers(&mut state));
    let mut standing = &log[..];
    for size in [160, 1, 40, 3].into_iter().cycle() {
        let (undone, rest) = standing.split_at(size.min(standing.len()));
        let mut last = run.chronicle.last_judged().unwrap();
        let mut undos = Vec::new();
        for logged in undone {
            let undo = undoing(last.as_deref(), &logged.judgement);
            last = Some(undo.made.clone());
            undos.push(undo);
        }
        run.chronicle.judge(&undos, &mut run.version, false).unwrap();
        standing = rest;
        if rest.is_empty() {
            break;
        }
    }
    let after = dump(&run.chronicle);
    assert!(before == after, "{}", difference(&before, &after));
    assert_eq!(run.chronicle.judgements().unwrap().len(), 2 * made);
}

#[test]
fn what_articles_alone_say_can_always_be_seen() {
    let mut run = Run::new(36);
    let before = dump(&run.chronicle);
    let mut state = 11;
    for _ in 0..200 {
        run.take(&Step::Judge(numbers(&mut state)));
    }
    let mined = run.chronicle.as_mined(&mut run.version).unwrap();
    assert!(before == dump(&mined), "{}", difference(&before, &dump(&mined)));
    assert_ne!(before, dump(&run.chronicle));
}

#[test]
fn a_dry_run_tells_the_effect_and_writes_nothing() {
    let mut run = Run::new(36);
    let mut state = 13;
    for _ in 0..100 {
        let before = dump(&run.chronicle);
        let Some(judgements) = judgement(&run.chronicle, numbers(&mut state)) else { continue };
        let dry = run.chronicle.judge(&judgements, &mut run.version, true).unwrap();
        assert_eq!(before, dump(&run.chronicle));
        let wet = run.chronicle.judge(&judgements, &mut run.version, false).unwrap();
        assert_eq!(dry, wet);
    }
}

#[test]
fn mining_anew_tells_what_changed_and_lists_what_holds_no_longer() {
    let mut run = Run::new(36);
    let mut state = 17;
    for _ in 0..60 {
        run.take(&Step::Judge(numbers(&mut state)));
    }
    let before = dump(&run.chronicle);
    let version = Version(2);
    let mining = move |article: &_| version.mine(article);
    let mut seen = 0;
    let dry = run
        .chronicle
        .remine(&provenance(version), &mining, true, &mut |done, _| seen = done, &|| "then".into())
        .unwrap();
    assert_eq!(before, dump(&run.chronicle));
    assert!(seen > 0);
    let wet = run
        .chronicle
        .remine(&provenance(version), &mining, false, &mut |_, _| (), &|| "then".into())
        .unwrap();
    assert_eq!(dry, wet);
    assert!(!wet.lost.is_empty() && !wet.changed.is_empty() && !wet.loose.is_empty(), "{wet:?}");
    let loose =
        run.chronicle.judgements().unwrap().into_iter().filter(|logged| !logged.loose().is_empty()).count();
    assert_eq!(loose, wet.loose.len());
}

#[test]
fn names_of_what_was_mined_long_ago_lead_on() {
    let mut run = Run::new(36);
    let there = "(SELECT name FROM mentions UNION SELECT name FROM claims)";
    let connection = run.chronicle.connection();
    connection.execute_batch(&format!("CREATE TEMP TABLE first AS SELECT name FROM {there}")).unwrap();
    let first: i64 = connection.query_row("SELECT count(*) FROM first", [], |row| row.get(0)).unwrap();
    for version in [1, 2] {
        run.take(&Step::Remine(version));
    }
    let count = |condition: &str| -> i64 {
        let sql = format!("SELECT count(DISTINCT name) FROM retired_names WHERE {condition}");
        run.chronicle.connection().query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count("name IN first"), first, "each is known");
    assert_eq!(count(&format!("now NOT IN {there}")), 0, "none leads to what is there no longer");
    // With the second rules a third is not found any longer.
    let led = count("name IN first AND now IS NOT NULL");
    assert!(led * 2 > first && led < first, "{led} of {first} lead on");
}

//! Judgements on real findings: they outlive other rules, and being killed.

use chancery::article::{Article, Span};
use chancery::import::{self, ImportOptions};
use chancery::judgement::{Judgement, Verb};
use chancery::mine::{Engine, Findings};
use chancery::places;
use chancery::query::{self, Request};
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Logged, Miner, Provenance, Reading};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

struct Nothing;

impl Miner for Nothing {
    fn provenance(&self) -> Provenance {
        provenance("none")
    }

    fn mine(&mut self, _: &Article) -> Result<Findings, String> {
        Err("nothing has to be mined here".into())
    }
}

fn provenance(rules: &str) -> Provenance {
    Provenance { begun: "now".into(), engine: "test".into(), rules: rules.into(), model: "m".into() }
}

fn binary(database: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(arguments).arg("--db").arg(database).env("CHANCERY_USER", "anna");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn names(chronicle: &Chronicle, sql: &str) -> Vec<String> {
    let mut statement = chronicle.connection().prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn judgement(chronicle: &Chronicle, verb: Verb, id: &str) -> Vec<Judgement> {
    let corrections = match verb {
        Verb::Correct => vec![("label".to_owned(), "Something else".to_owned())],
        _ => Vec::new(),
    };
    let last = chronicle.last_judged().unwrap();
    let request = Request {
        verb,
        ids: &[id.to_owned()],
        corrections: &corrections,
        why: Some("because"),
        who: "anna",
        now: "2017-04-12T10:00:00Z",
        last: last.as_deref(),
        mentions: true,
        places: &places::Rules::default(),
    };
    query::judgements(chronicle.connection(), &request).unwrap()
}

/// What other rules would have found. Of eight mentions two have a trigger that begins a word later or ends a word
/// later, one has it on a word beside it, and one a shorter span, all with other names; every sixth is of another
/// kind, and one in a hundred has a twin that real rules do not know, elsewhere in the text.
fn otherwise(article: &Article, mut findings: Findings) -> (Findings, [usize; 3]) {
    let mut altered = [0; 3];
    let mut twins = Vec::new();
    for mention in &mut findings.events {
        let number = mention.id.0 >> 8;
        let words = article.part(mention.part);
        let (Some(&first), Some(&last)) = (mention.trigger.first(), mention.trigger.last()) else { continue };
        let whole = Span::new(first.begin, last.end);
        let moved = match number % 8 {
            0 => word_after(words, last.end).map(|word| Span::new(whole.begin, word.end)),
            1 => word_before(words, first.begin).map(|word| Span::new(word.begin, whole.end)),
            2 => word_after(words, last.end),
            3 => Some(whole),
            _ => None,
        };
        if let Some(moved) = moved {
            altered[0] += usize::from(moved != whole);
            let moves_away = moved.begin >= whole.end;
            mention.trigger = vec![moved];
            mention.span = match number % 8 {
                3 => whole,
                _ => Span::new(mention.span.begin.min(moved.begin), mention.span.end.max(moved.end)),
            };
            mention.id.0 = mention.id.0.wrapping_mul(31).wrapping_add(7);
            altered[1] += usize::from(moves_away);
        }
        if (number / 8) % 6 == 0 {
            mention.kind = if mention.kind == "ASSAULT" { "COERCE".into() } else { "ASSAULT".into() };
            altered[2] += 1;
        }
        if number % 100 == 7
            && let Some(word) = word_before(words, mention.span.begin)
        {
            let mut twin = mention.clone();
            twin.id.0 = twin.id.0.wrapping_mul(37).wrapping_add(5);
            twin.kind = "AID".into();
            (twin.trigger, twin.span, twin.within) = (vec![word], word, None);
            twins.push(twin);
        }
    }
    // What names a mention names it by its place in the text, which is another now.
    findings.relations.clear();
    findings.claims.clear();
    for mention in &mut findings.events {
        mention.within = None;
    }
    findings.events.extend(twins);
    (findings, altered)
}

fn word_after(text: &str, at: usize) -> Option<Span> {
    let begin = at + text.get(at..)?.find(char::is_alphanumeric)?;
    let rest = &text[begin..];
    Some(Span::new(begin, begin + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())))
}

fn word_before(text: &str, at: usize) -> Option<Span> {
    let before = text.get(..at)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    let begin = before.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last()?.0;
    Some(Span::new(begin, before.len()))
}

/// Five hundred judgements on what other rules found, and then the program mines anew with its own.
#[test]
fn other_rules_keep_what_was_judged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("chronicle.db");
    let engine = Engine::new(&RuleFiles::embedded()).unwrap();
    let mut chronicle = Chronicle::open(&database).unwrap();
    let mut altered = [0; 3];
    let readings = import::read(&["fixtures/articles".into()], &ImportOptions::default()).map(|article| {
        let article = article.unwrap();
        let (findings, these) = otherwise(&article, engine.mine(&article));
        altered.iter_mut().zip(these).for_each(|(all, these)| *all += these);
        Reading::new(article, findings)
    });
    let readings = readings.collect();
    let mut import = chronicle.begin_import(&provenance("other")).unwrap();
    import.add(readings).unwrap();
    import.finish("then").unwrap();
    let mentions =
        names(&chronicle, "SELECT DISTINCT name FROM mentions WHERE event IS NOT NULL ORDER BY name");
    println!("{} mentions; triggers moved, moved away, kinds changed: {altered:?}", mentions.len());
    assert!(
        mentions.len() >= 500 && altered[0] >= 150 && altered[1] >= 40 && altered[2] >= 80,
        "{altered:?}"
    );
    for (nth, mention) in mentions.iter().take(500).enumerate() {
        let verb = [Verb::Accept, Verb::Correct, Verb::Note, Verb::Reject][nth % 4];
        let judgements = judgement(&chronicle, verb, mention);
        chronicle.judge(&judgements, &mut Nothing, false).unwrap();
    }
    drop(chronicle);

    let remined = said(&database, &["remine"]);
    let chronicle = Chronicle::open(&database).unwrap();
    let log = chronicle.judgements().unwrap();
    assert_eq!(log.len(), 500, "none is dropped");
    let first = |logged: &&Logged| logged.targets[0].holds.is_some();
    let kept = log.iter().filter(first).count();
    let loose: BTreeSet<i64> =
        log.iter().filter(|logged| !logged.loose().is_empty()).map(|logged| logged.number).collect();
    println!(
        "{kept} of 500 hold, {} on words that say the same; {} are listed",
        500 - loose.len(),
        loose.len()
    );
    assert!((475..500).contains(&kept), "{kept} of 500 hold");
    assert!(log.iter().all(|logged| first(&logged) || loose.contains(&logged.number)));
    assert_eq!(listed(&remined), loose, "mining anew lists every other one");
    assert!(remined.contains(&format!("; {} judgements hold nowhere, or on other words", loose.len())));
    assert_eq!(listed(&said(&database, &["check"])), loose, "so does looking whether all is whole");
}

/// All that a command prints.
fn said(database: &Path, arguments: &[&str]) -> String {
    let output = binary(database, arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

/// The numbers of the judgements that are listed.
fn listed(said: &str) -> BTreeSet<i64> {
    let numbers = said.lines().filter_map(|line| line.strip_prefix("judgement no. ")?.split(':').next());
    numbers.map(|number| number.parse().unwrap()).collect()
}

/// Kills mining anew and judging at random moments. `CHANCERY_KILLS` says how often.
#[test]
fn kills_lose_no_judgement() {
    let kills: u32 = std::env::var("CHANCERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(50);
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("chronicle.db");
    let file = folder.path().join("news.jsonl");
    let mut news = String::new();
    for number in 0..40 {
        let text = format!(
            "John Kerry met Sergei Lavrov in Geneva on Tuesday for talks on item {number}. Russia vetoed a draft resolution."
        );
        news.push_str(&serde_json::json!({"id": number.to_string(), "text": text, "published": format!("2017-03-{:02}", number % 28 + 1)}).to_string());
        news.push('\n');
    }
    std::fs::write(&file, news).unwrap();
    assert!(binary(&database, &["import", file.to_str().unwrap()]).status().unwrap().success());
    let ids =
        names(&Chronicle::open_read_only(&database).unwrap(), "SELECT name FROM mentions ORDER BY name");
    let begun = Instant::now();
    assert!(binary(&database, &["remine"]).status().unwrap().success());
    let whole = [begun.elapsed(), Duration::from_millis(60)];
    let (mut acknowledged, mut state, mut cut): (usize, u64, [u32; 2]) = (0, 0x2545_f491_4f6c_dd1d, [0; 2]);
    for round in 0..kills {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let judges = round % 2 == 1;
        let id = &ids[round as usize % ids.len()];
        let arguments: &[&str] =
            if judges { &["judge", "note", id, "--why", "because"] } else { &["remine"] };
        let mut child = binary(&database, arguments).spawn().unwrap();
        std::thread::sleep(whole[usize::from(judges)].mul_f64((state >> 33) as f64 / f64::from(1_u32 << 31)));
        child.kill().unwrap();
        let ended = child.wait().unwrap();
        acknowledged += usize::from(judges && ended.success());
        cut[usize::from(judges)] += u32::from(!ended.success());
        let chronicle = Chronicle::open(&database).unwrap();
        assert_eq!(chronicle.check().unwrap(), Vec::new(), "round {round}");
        let there = chronicle.judgements().unwrap().len();
        assert!(there >= acknowledged, "round {round}: {there} of {acknowledged} judgements are there");
        acknowledged = there;
        assert_eq!(names(&chronicle, "SELECT name FROM mentions ORDER BY name"), ids, "round {round}");
    }
    println!(
        "{kills} kills: {cut:?} cut mining and judging short; {acknowledged} judgements; mining takes {:?}",
        whole[0]
    );
    assert!(kills < 20 || cut[0] > 3, "the kills came too late");
}

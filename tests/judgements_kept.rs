//! Judgements on real findings: they outlive other rules, and being killed.

use chancery::article::Article;
use chancery::judgement::{Judgement, Verb};
use chancery::mine::{Engine, Findings};
use chancery::places;
use chancery::query::{self, Request};
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Miner, Provenance};
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

/// What other rules would find: every second mention goes by another name, most of them with a span that begins
/// elsewhere, every fifth is of another kind, and one in sixty is found no longer.
fn otherwise(mut findings: Findings) -> Findings {
    findings.events.retain(|mention| mention.id.0 % 60 != 7);
    for mention in &mut findings.events {
        let number = mention.id.0;
        if number % 2 == 0
            && let Some(last) = mention.trigger.last_mut()
            && last.end - last.begin > 2
            && last.end == mention.span.end.max(last.end)
        {
            mention.id.0 = mention.id.0.wrapping_mul(31).wrapping_add(7);
        } else if number % 2 == 0 {
            mention.id.0 = mention.id.0.wrapping_mul(31).wrapping_add(7);
            mention.span.begin = mention.trigger.iter().map(|span| span.begin).min().unwrap_or(0);
        }
        if number % 5 == 0 {
            mention.kind = if mention.kind == "ASSAULT" { "COERCE".into() } else { "ASSAULT".into() };
        }
    }
    findings
}

#[test]
fn other_rules_keep_what_was_judged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("chronicle.db");
    assert!(binary(&database, &["import", "fixtures/articles"]).status().unwrap().success());
    let mut chronicle = Chronicle::open(&database).unwrap();
    let mentions =
        names(&chronicle, "SELECT DISTINCT name FROM mentions WHERE event IS NOT NULL ORDER BY name");
    assert!(mentions.len() >= 500, "{}", mentions.len());
    let mut made = 0;
    for (nth, mention) in mentions.iter().take(500).enumerate() {
        let verb = [Verb::Accept, Verb::Correct, Verb::Note][nth % 3];
        let judgements = judgement(&chronicle, verb, mention);
        made += judgements.len();
        chronicle.judge(&judgements, &mut Nothing, false).unwrap();
    }
    assert_eq!(made, 500);
    let engine = Engine::new(&RuleFiles::embedded()).unwrap();
    let mining = |article: &Article| otherwise(engine.mine(article));
    let remined =
        chronicle.remine(&provenance("other"), &mining, false, &mut |_, _| (), &|| "then".into()).unwrap();
    let log = chronicle.judgements().unwrap();
    assert_eq!(log.len(), 500, "none is dropped");
    let kept = log.iter().filter(|logged| logged.targets.iter().all(|target| target.holds.is_some())).count();
    let unchanged = log.iter().filter(|logged| logged.loose().is_empty()).count();
    println!(
        "{kept} of 500 hold, {unchanged} of them on words that say the same; {} are listed",
        remined.loose.len()
    );
    assert!((475..500).contains(&kept), "{kept} of 500 hold");
    assert_eq!(remined.loose.len(), 500 - unchanged, "every other one is listed");
    assert_eq!(chronicle.check().unwrap(), Vec::new());
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

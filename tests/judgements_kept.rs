//! Judgements on real findings: they outlive other rules, and being killed.

#[path = "judged/other_rules.rs"]
mod other_rules;

use chancery::article::Article;
use chancery::judgement::{Judgement, Verb};
use chancery::mine::Findings;
use chancery::places;
use chancery::query::{self, Request};
use chancery::store::{Chronicle, Logged, Miner, Provenance};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

struct Nothing;

impl Miner for Nothing {
    fn provenance(&self) -> Provenance {
        Provenance { begun: "now".into(), engine: "test".into(), rules: "none".into(), model: "m".into() }
    }

    fn mine(&mut self, _: &Article) -> Result<Findings, String> {
        Err("nothing has to be mined here".into())
    }
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

/// How many judgements hold on a trigger that is not the one they were made on, on one that does not even touch it,
/// on a longer or shorter span, and on another kind.
fn shifted(chronicle: &Chronicle) -> [u32; 4] {
    let sql =
        "WITH held AS (SELECT t.\"begin\" AS a, t.\"end\" AS b, t.span_begin, t.span_end, t.kind AS was,
                      (SELECT min(json_extract(value, '$[0]')) FROM json_each(m.trigger_spans)) AS c,
                      (SELECT max(json_extract(value, '$[1]')) FROM json_each(m.trigger_spans)) AS d,
                      m.\"begin\" AS span_begins, m.\"end\" AS span_ends, m.kind AS now
                 FROM judgement_targets AS t JOIN mentions AS m ON m.id = t.mention)
               SELECT count(*) FILTER (WHERE (a, b) <> (c, d)), count(*) FILTER (WHERE d <= a OR b <= c),
                      count(*) FILTER (WHERE (span_begin, span_end) <> (span_begins, span_ends)),
                      count(*) FILTER (WHERE was <> now)
                 FROM held";
    let counts = |row: &rusqlite::Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
    chronicle.connection().query_row(sql, [], counts).unwrap()
}

/// Five hundred judgements; then everything is mined anew with other rules, and with ours again.
#[test]
fn other_rules_keep_what_was_judged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("chronicle.db");
    let rules = folder.path().join("rules");
    other_rules::write(&rules);
    said(&database, &["import", "fixtures/articles"]);
    let mut chronicle = Chronicle::open(&database).unwrap();
    let mentions =
        names(&chronicle, "SELECT DISTINCT name FROM mentions WHERE event IS NOT NULL ORDER BY name");
    assert!(mentions.len() >= 500, "{} mentions", mentions.len());
    for (nth, mention) in mentions.iter().take(500).enumerate() {
        let verb = [Verb::Accept, Verb::Correct, Verb::Note, Verb::Reject][nth % 4];
        let judgements = judgement(&chronicle, verb, mention);
        chronicle.judge(&judgements, &mut Nothing, false).unwrap();
    }
    let before = dump(&chronicle);
    drop(chronicle);

    let remined = said(&database, &["remine", "--rules", rules.to_str().unwrap()]);
    let chronicle = Chronicle::open(&database).unwrap();
    let log = chronicle.judgements().unwrap();
    assert_eq!(log.len(), 500, "none is dropped");
    let holds = |logged: &&Logged| logged.targets[0].holds.is_some();
    let kept = log.iter().filter(holds).count();
    let loose: BTreeSet<i64> =
        log.iter().filter(|logged| !logged.loose().is_empty()).map(|logged| logged.number).collect();
    let [triggers, away, spans, kinds] = shifted(&chronicle);
    println!(
        "{kept} of 500 hold, on other triggers {triggers} ({away} of them elsewhere), on other spans {spans}, on \
         other kinds {kinds}; {} are listed",
        loose.len()
    );
    assert!(triggers >= 20 && away >= 5 && spans >= 60 && kinds >= 40, "the rules are too much like ours");
    assert!((475..500).contains(&kept), "{kept} of 500 hold");
    assert!(log.iter().all(|logged| holds(&logged) || loose.contains(&logged.number)));
    assert_eq!(listed(&remined), loose, "mining anew lists every other one");
    assert!(remined.contains(&format!("; {} judgements hold nowhere, or on other words", loose.len())));
    assert_eq!(listed(&said(&database, &["check"])), loose, "so does looking whether all is whole");
    drop(chronicle);

    let remined = said(&database, &["remine"]);
    assert!(remined.contains("; every judgement holds"), "{remined}");
    let after = dump(&Chronicle::open(&database).unwrap());
    assert!(before == after, "with our rules again everything is as it was");
}

fn dump(chronicle: &Chronicle) -> String {
    let mut dump = Vec::new();
    chronicle.dump(&mut dump).unwrap();
    String::from_utf8(dump).unwrap()
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

const MENTIONS: &str = "SELECT name FROM mentions ORDER BY name";

/// A rule for what ours do not know.
const SHELVE: &str = include_str!("judged/shelve.toml");

/// Kills mining anew and judging at random moments, each until half of the kills have cut it short.
/// `CHANCERY_KILLS` says how many kills.
#[test]
fn kills_lose_no_judgement() {
    let kills: usize =
        std::env::var("CHANCERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(50);
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("chronicle.db");
    let file = folder.path().join("news.jsonl");
    let mut news = String::new();
    for number in 0..40 {
        let text = format!(
            "John Kerry met Sergei Lavrov in Geneva on Tuesday for talks on item {number}. Russia vetoed a draft resolution. Norway mothballed its embassy in Yemen."
        );
        news.push_str(&serde_json::json!({"id": number.to_string(), "text": text, "published": format!("2017-03-{:02}", number % 28 + 1)}).to_string());
        news.push('\n');
    }
    std::fs::write(&file, news).unwrap();
    assert!(binary(&database, &["import", file.to_str().unwrap()]).status().unwrap().success());
    let ids = names(&Chronicle::open_read_only(&database).unwrap(), MENTIONS);
    // Other rules find something else in every text.
    let rules = folder.path().join("rules");
    std::fs::create_dir_all(rules.join("events")).unwrap();
    std::fs::write(rules.join("events/shelve.toml"), SHELVE).unwrap();
    let rules = rules.to_str().unwrap();
    let mining: [&[&str]; 2] = [&["remine", "--rules", rules], &["remine"]];
    let mut found = mining.map(|arguments| {
        said(&database, arguments);
        names(&Chronicle::open_read_only(&database).unwrap(), MENTIONS)
    });
    found.reverse();
    assert_eq!([found[0].len(), found[1].len()], [ids.len(), ids.len() + 40]);

    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / f64::from(1_u32 << 31)
    };
    // How long to wait at most; this follows what the machine is able to do, so that most of mining and about half
    // of judging is cut short.
    let mut longest = [Duration::from_secs(1), Duration::from_millis(100)];
    let (mut cut, mut acknowledged, mut written) = ([0; 2], BTreeSet::new(), 0);
    for round in 0_usize.. {
        let judges = round % 2;
        if cut.iter().all(|&cut| cut >= kills / 2) {
            break;
        }
        assert!(round < 20 * kills + 20, "the kills come too late: {cut:?}");
        let why = format!("round {round}");
        let judging = ["judge", "note", &ids[round % ids.len()], "--why", &why];
        let arguments = if judges == 1 { &judging } else { mining[round / 2 % 2] };
        let mut child = binary(&database, arguments).stdout(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(longest[judges].mul_f64(random()));
        child.kill().unwrap();
        let ended = child.wait_with_output().unwrap();
        let is_cut = !ended.status.success();
        cut[judges] += usize::from(is_cut);
        longest[judges] = longest[judges].mul_f64([[0.8, 0.85], [1.05, 1.15]][usize::from(is_cut)][judges]);
        // What it prints acknowledges the judgement, even if it is killed before it has ended.
        if judges == 1 && !ended.stdout.is_empty() {
            acknowledged.insert(why);
        }
        let chronicle = Chronicle::open(&database).unwrap();
        assert_eq!(chronicle.check().unwrap(), Vec::new(), "round {round}");
        let log = chronicle.judgements().unwrap();
        let there: BTreeSet<String> = log.iter().filter_map(|logged| logged.judgement.why.clone()).collect();
        let lost: Vec<_> = acknowledged.difference(&there).collect();
        assert_eq!(lost, Vec::<&String>::new(), "round {round}: acknowledged, and not there");
        assert_eq!(log.len(), there.len(), "round {round}: every judgement is there once");
        assert!(log.iter().all(|logged| logged.stands && logged.loose().is_empty()), "round {round}");
        let mentions = names(&chronicle, MENTIONS);
        assert!(found.contains(&mentions), "round {round}: neither the old chronicle nor the new one");
        written = there.len();
    }
    println!(
        "cut mining and judging short: {cut:?}; {} judgements acknowledged, {written} there; waited at most \
         {longest:?}",
        acknowledged.len()
    );
    assert!(acknowledged.len() >= kills / 10, "hardly a judgement was acknowledged before a kill");
}

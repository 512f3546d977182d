//! The import as a stream: threads and batches leave no trace, and neither does being killed.

use chancery::article::{Article, Published, PublishedBasis};
use chancery::import::ImportOptions;
use chancery::mine::{Engine, Findings};
use chancery::rules::RuleFiles;
use chancery::store::{Chronicle, Counts, Progress, Provenance, Reading};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn provenance() -> Provenance {
    Provenance { begun: "now".into(), engine: "test".into(), rules: "r".into(), model: "m".into() }
}

fn dump(chronicle: &Chronicle) -> String {
    let mut out = Vec::new();
    chronicle.dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn faults(chronicle: &Chronicle) -> Vec<String> {
    chronicle.check().unwrap().into_iter().map(|fault| format!("{}: {}", fault.area, fault.message)).collect()
}

/// Imports and says what was rejected.
fn import(
    chronicle: &mut Chronicle,
    engine: &Engine,
    articles: Vec<Result<Article, String>>,
) -> (Counts, Vec<String>) {
    let mut rejected = Vec::new();
    let listen = |progress| match progress {
        Progress::Rejected(reason) => rejected.push(reason),
        Progress::Done(_) => {}
    };
    let counts =
        chronicle.import(&provenance(), engine, articles.into_iter(), listen, || "then".into()).unwrap();
    (counts, rejected)
}

#[test]
fn the_number_of_threads_and_the_order_of_files_leave_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir("fixtures/articles").unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 10, "the fixtures are there");
    let mut expected = None;
    for threads in ["1", "2", "5"] {
        let database = folder.path().join(threads);
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.env("RAYON_NUM_THREADS", threads).arg("import").arg("--db").arg(&database).args(&files);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let chronicle = Chronicle::open_read_only(&database).unwrap();
        assert_eq!(faults(&chronicle), Vec::<String>::new());
        let found = dump(&chronicle);
        assert_eq!(*expected.get_or_insert(found.clone()), found, "{threads} threads");
        files.rotate_left(7);
        files.reverse();
    }
}

/// The fixtures in 50 random orders and batch sizes, each article as one of several numbers of threads mined it.
#[test]
fn fifty_orders_of_the_fixtures_give_one_chronicle() {
    let engine = Engine::new(&RuleFiles::embedded()).unwrap();
    let folder = [PathBuf::from("fixtures/articles")];
    let read = chancery::import::read(&folder, &ImportOptions::default());
    let articles: Vec<Article> = read.map(Result::unwrap).collect();
    assert!(articles.len() >= 25, "the fixtures are there");
    let mined: Vec<Vec<Findings>> = [1, 2, 3, 5]
        .into_iter()
        .map(|threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| articles.par_iter().map(|article| engine.mine(article)).collect())
        })
        .collect();
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut below = |end: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    };
    let mut expected = None;
    for round in 0..50 {
        let mut order: Vec<usize> = (0..articles.len()).collect();
        for index in (1..order.len()).rev() {
            order.swap(index, below(index + 1));
        }
        let mut chronicle = Chronicle::in_memory().unwrap();
        let mut import = chronicle.begin_import(&provenance()).unwrap();
        let most = 1 + below(articles.len());
        let mut rest = &order[..];
        while !rest.is_empty() {
            let (batch, after) = rest.split_at((1 + below(most)).min(rest.len()));
            let readings = batch
                .iter()
                .map(|&nth| Reading::new(articles[nth].clone(), mined[below(mined.len())][nth].clone()));
            import.add(readings.collect()).unwrap();
            rest = after;
        }
        import.finish("then").unwrap();
        let found = dump(&chronicle);
        let expected = expected.get_or_insert_with(|| found.clone());
        let lost: Vec<&str> = expected.lines().filter(|line| !found.contains(line)).take(3).collect();
        assert!(*expected == found, "round {round}, batches of up to {most}: lost {lost:#?}");
    }
}

#[test]
fn what_is_rejected_does_not_hinder_the_rest() {
    let engine = Engine::new(&RuleFiles::embedded()).unwrap();
    let article = |text: &str| Ok(Article { text: text.into(), ..Article::default() });
    let inputs = vec![
        article("Russia vetoed a resolution."),
        Err("torn".into()),
        article("Russia vetoed a resolution."),
    ];
    let mut chronicle = Chronicle::in_memory().unwrap();
    let (counts, rejected) = import(&mut chronicle, &engine, inputs);
    assert_eq!(counts, Counts { new: 1, known: 1, rejected: 1 });
    assert_eq!(rejected, ["torn"]);
}

/// Short news in which everything varies, so that there is something to link.
fn news(count: usize) -> String {
    let people = ["Sergei Lavrov", "John Kerry", "Rex Tillerson", "Federica Mogherini", "Wang Yi"];
    let places = ["Moscow", "Geneva", "Vienna", "Brussels", "Beijing"];
    let mut out = String::new();
    for number in 0..count {
        let (a, b, place) =
            (people[number % 5], people[(number / 5 + 1 + number) % 5], places[(number / 3) % 5]);
        let day = 1 + number % 28;
        let text = format!(
            "{a} met {b} in {place} on Tuesday for talks on item {}.\n\nRussia vetoed a draft resolution, and {} people were killed in an attack near Aleppo on {day} March.",
            number / 4,
            number % 7 + 3
        );
        let date = format!("2017-03-{day:02}");
        out.push_str(&serde_json::json!({"id": number.to_string(), "text": text, "published": date, "outlet": format!("Outlet {}", number % 3)}).to_string());
        out.push('\n');
    }
    out
}

fn binary(file: &Path, database: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.arg("import").arg("--db").arg(database).arg(file).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn remove(database: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = database.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(name);
    }
}

/// Kills an import at random moments and takes it up again. `CHANCERY_KILLS` says how often; 100 take a minute or two.
#[test]
fn kills_lose_nothing() {
    let kills: u32 = std::env::var("CHANCERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(100);
    let folder = tempfile::tempdir().unwrap();
    let (file, database) = (folder.path().join("news.jsonl"), folder.path().join("chronicle.db"));
    std::fs::write(&file, news(200)).unwrap();
    let begun = Instant::now();
    assert!(binary(&file, &database).status().unwrap().success());
    let whole = begun.elapsed();
    let expected = dump(&Chronicle::open_read_only(&database).unwrap());
    remove(&database);

    let (mut safe, mut completed, mut interrupted) = (Vec::new(), 0, 0);
    let mut state: u64 = 0x2545_f491_4f6c_dd1d;
    for round in 0..kills {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let delay = whole.mul_f64((state >> 33) as f64 / f64::from(1_u32 << 31));
        let mut child = binary(&file, &database).spawn().unwrap();
        std::thread::sleep(delay.min(Duration::from_secs(20)));
        child.kill().unwrap();
        child.wait().unwrap();
        if !database.exists() {
            continue;
        }
        // A kill can come before the first table is there.
        let Ok(chronicle) = Chronicle::open(&database) else {
            panic!("round {round}: the chronicle does not open")
        };
        let there: Vec<i64> = identities(&chronicle);
        assert!(
            safe.iter().all(|identity| there.contains(identity)),
            "round {round}: an acknowledged article is gone"
        );
        assert_eq!(faults(&chronicle), Vec::<String>::new(), "round {round}");
        interrupted += u32::from(!there.is_empty() && there.len() < 200);
        safe = there;
        if safe.len() == 200 {
            assert_eq!(dump(&chronicle), expected, "round {round}");
            completed += 1;
            safe.clear();
            drop(chronicle);
            remove(&database);
        }
    }
    assert!(binary(&file, &database).status().unwrap().success());
    assert_eq!(dump(&Chronicle::open_read_only(&database).unwrap()), expected);
    assert!(kills < 50 || interrupted >= 5, "only {interrupted} of {kills} kills came between two batches");
    println!(
        "{kills} kills, {interrupted} between two batches, {completed} imports completed; one takes {whole:?}"
    );
}

fn identities(chronicle: &Chronicle) -> Vec<i64> {
    let mut statement =
        chronicle.connection().prepare("SELECT identity FROM publications ORDER BY 1").unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn dates_of_better_basis_come_into_force_whatever_comes_first() {
    let engine = Engine::new(&RuleFiles::embedded()).unwrap();
    let of = |date: Option<&str>, basis| Article {
        text: "John Kerry met Sergei Lavrov in Geneva on Tuesday.".into(),
        published: Published { date: date.map(|date| date.parse().unwrap()), basis },
        ..Article::default()
    };
    let publications = [
        of(None, PublishedBasis::None),
        of(Some("2016-09-14"), PublishedBasis::Filename),
        of(Some("2016-09-21"), PublishedBasis::Field),
        of(Some("2016-09-28"), PublishedBasis::Field),
    ];
    let mut expected = None;
    for turn in 0..4 {
        let mut order = publications.to_vec();
        order.rotate_left(turn);
        let mut chronicle = Chronicle::in_memory().unwrap();
        for article in order {
            import(&mut chronicle, &engine, vec![Ok(article)]);
        }
        let sql = "SELECT published, (SELECT count(*) FROM publications) FROM texts";
        let found = chronicle.connection().query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)));
        assert_eq!(found.unwrap(), ("2016-09-21".to_owned(), 4));
        assert_eq!(faults(&chronicle), Vec::<String>::new());
        let found = dump(&chronicle);
        assert_eq!(*expected.get_or_insert(found.clone()), found);
    }
}

#[test]
fn old_chronicles_are_brought_up_to_date() {
    let mut seen = 0;
    for entry in std::fs::read_dir("fixtures/databases").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "db") {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("old.db");
        std::fs::copy(&path, &copy).unwrap();
        let chronicle = Chronicle::open(&copy).unwrap();
        let count =
            |sql: &str| chronicle.connection().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM publications"), 3, "{}", path.display());
        assert!(count("SELECT count(*) FROM timeline") > 0, "{}", path.display());
        assert!(
            count("SELECT count(*) FROM text_search WHERE text_search MATCH 'kerry'") > 0,
            "{}",
            path.display()
        );
        let kerry = "SELECT count(*) FROM event_search JOIN event_words ON position = event_search.rowid
                      JOIN events ON events.id = event WHERE event_search MATCH 'kerry'";
        assert!(count(kerry) > 0, "{}", path.display());
        assert!(count("SELECT count(*) FROM timeline_rows WHERE section = 'bare'") > 0, "{}", path.display());
        // The full-text index has every event in the section where the timeline has it.
        let strayed = "SELECT count(*) FROM timeline_rows JOIN event_words USING (event)
                        WHERE (position >> 60) <> CASE section WHEN 'main' THEN 0 WHEN 'planned' THEN 1 WHEN 'background' THEN 2
                              WHEN 'undated' THEN 3 WHEN 'aside' THEN 4 WHEN 'rejected' THEN 5 ELSE 6 END";
        assert_eq!(count(strayed), 0, "{}", path.display());
        seen += 1;
    }
    assert!(seen > 1, "there is a chronicle of every schema that was released");
}

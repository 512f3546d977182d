//! The chronicle as a whole: order of import leaves no trace, nothing is counted twice, and what is broken is found.

#[path = "store/telling.rs"]
mod telling;

use chancery::store::{Chronicle, Counts, Provenance};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use telling::{Telling, world};

fn provenance() -> Provenance {
    Provenance {
        begun: "2017-04-12T08:00:00Z".into(),
        engine: "test".into(),
        rules: "r".into(),
        model: "m".into(),
    }
}

fn import(chronicle: &mut Chronicle, batches: &[Vec<Telling>]) -> Counts {
    let mut import = chronicle.begin_import(&provenance()).unwrap();
    for batch in batches {
        import.add(batch.iter().map(Telling::reading).collect()).unwrap();
    }
    import.finish("2017-04-12T09:00:00Z").unwrap()
}

fn dump(chronicle: &Chronicle) -> String {
    let mut out = Vec::new();
    chronicle.dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn faults(chronicle: &Chronicle) -> Vec<String> {
    chronicle.check().unwrap().into_iter().map(|fault| format!("{}: {}", fault.area, fault.message)).collect()
}

fn number(chronicle: &Chronicle, sql: &str) -> i64 {
    chronicle.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

fn of(tellings: &[Telling]) -> Chronicle {
    let mut chronicle = Chronicle::in_memory().unwrap();
    import(&mut chronicle, &[tellings.to_vec()]);
    chronicle
}

#[test]
fn any_order_batching_and_repetition_gives_one_chronicle() {
    let tellings = world();
    let expected = dump(&of(&tellings));
    assert!(expected.lines().filter(|line| line.starts_with("[\"event\"")).count() > 10, "{expected}");
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    for round in 0..50 {
        let mut order: Vec<Telling> = tellings.clone();
        for _ in 0..random.next_u32() % 20 {
            let again = order[random.next_u32() as usize % order.len()].clone();
            order.push(again);
        }
        for index in (1..order.len()).rev() {
            order.swap(index, random.next_u32() as usize % (index + 1));
        }
        let mut batches = vec![vec![]];
        for telling in order {
            if random.next_u32().is_multiple_of(4) {
                batches.push(vec![]);
            }
            batches.last_mut().unwrap().push(telling);
        }
        let mut chronicle = Chronicle::in_memory().unwrap();
        let (first, second) = batches.split_at(batches.len() / 2);
        import(&mut chronicle, first);
        import(&mut chronicle, second);
        let found = dump(&chronicle);
        if found != expected {
            let (a, b): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
            let gone: Vec<_> = a.iter().filter(|line| !b.contains(line)).take(5).collect();
            let come: Vec<_> = b.iter().filter(|line| !a.contains(line)).take(5).collect();
            panic!("round {round}: lost {gone:#?}\ngained {come:#?}");
        }
        assert_eq!(faults(&chronicle), Vec::<String>::new(), "round {round}");
    }
}

#[test]
fn the_same_publication_again_does_nothing() {
    let tellings = world();
    let mut chronicle = of(&tellings);
    let before = dump(&chronicle);
    let counts = import(&mut chronicle, std::slice::from_ref(&tellings));
    assert_eq!(counts, Counts { new: 0, known: tellings.len() as u64, rejected: 0 });
    assert_eq!(before, dump(&chronicle));
}

#[test]
fn the_same_text_elsewhere_is_another_publication_of_one_origin() {
    let wire = world().swap_remove(1);
    let mut copy = wire.clone();
    copy.article.outlet = Some("Provincial Post".into());
    let chronicle = of(&[wire, copy]);
    assert_eq!(number(&chronicle, "SELECT count(*) FROM texts"), 1);
    assert_eq!(number(&chronicle, "SELECT count(*) FROM publications"), 2);
    assert_eq!(number(&chronicle, "SELECT max(origins) FROM events"), 1);
}

#[test]
fn changed_text_under_one_url_supersedes_the_older_version() {
    let mut tellings = world();
    let update = tellings.swap_remove(5);
    let draft = tellings.swap_remove(4);
    for order in [[draft.clone(), update.clone()], [update, draft]] {
        let mut chronicle = Chronicle::in_memory().unwrap();
        import(&mut chronicle, &order.map(|telling| vec![telling]));
        assert_eq!(number(&chronicle, "SELECT count(*) FROM texts"), 2);
        let kept = number(&chronicle, "SELECT length(text) FROM texts WHERE NOT superseded");
        assert!(kept > number(&chronicle, "SELECT length(text) FROM texts WHERE superseded"));
        assert_eq!(number(&chronicle, "SELECT count(*) FROM mentions WHERE event IS NULL"), 1);
        assert_eq!(number(&chronicle, "SELECT count(*) FROM events"), 2);
        assert_eq!(faults(&chronicle), Vec::<String>::new());
    }
}

#[test]
fn words_are_found_where_the_database_says() {
    let chronicle = of(&world());
    let beyond_ascii = number(
        &chronicle,
        "SELECT count(*) FROM participants JOIN mentions ON mentions.id = mention JOIN texts ON texts.id = mentions.text
          WHERE length(texts.text) < length(CAST(texts.text AS BLOB))",
    );
    assert!(beyond_ascii > 0, "the world has texts with letters of several bytes");
    assert_eq!(faults(&chronicle), Vec::<String>::new());
}

#[test]
fn several_outlets_tell_of_one_event_and_their_figures_stand_side_by_side() {
    let chronicle = of(&world());
    let strike = "SELECT count(*) FROM events WHERE kind = 'ASSAULT' AND texts = 2 AND origins = 2";
    assert_eq!(number(&chronicle, strike), 6);
    let tolls = "SELECT count(*) FROM event_variants WHERE what = 'killed'";
    assert_eq!(number(&chronicle, tolls), 12);
    assert_eq!(
        number(&chronicle, "SELECT count(*) FROM timeline_parties WHERE party = 'RUS' AND section = 'main'"),
        18
    );
}

fn check_fault(damage: &str, expected: &str) {
    let chronicle = of(&world()[..6]);
    chronicle.connection().execute_batch(damage).unwrap();
    let found = faults(&chronicle);
    assert!(
        found.iter().any(|fault| fault.contains(expected)),
        "{damage}: expected {expected:?} in {found:#?}"
    );
}

#[test]
fn what_is_broken_is_found() {
    check_fault("UPDATE participants SET words = 'nobody' WHERE ordinal = 0", "nobody");
    check_fault("UPDATE mentions SET trigger_spans = '[[0,3]]'", "mentions.trigger");
    check_fault("UPDATE events SET label = 'nothing'", "derived: stored, but does not follow");
    check_fault("DELETE FROM timeline_rows", "derived: follows, but is not stored");
    check_fault("PRAGMA foreign_keys = OFF; DELETE FROM actors", "references: ");
    check_fault(
        "INSERT INTO event_search (event_search) VALUES ('delete-all')",
        "event_search does not hold",
    );
    check_fault("UPDATE mentions SET event = NULL WHERE id = 1", "articles: ");
}

#[test]
fn another_engine_is_refused() {
    let mut chronicle = of(&world()[..1]);
    let other = Provenance { rules: "other".into(), ..provenance() };
    let error = chronicle.begin_import(&other).unwrap_err().to_string();
    assert!(error.contains("remine"), "{error}");
}

#[test]
fn a_batch_that_fails_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chronicle.db");
    let mut chronicle = Chronicle::open(&path).unwrap();
    let mut running = chronicle.begin_import(&provenance()).unwrap();
    running.add(vec![world()[0].reading()]).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = running.add(world().iter().map(Telling::reading).collect()).unwrap_err();
    assert!(error.is_locked_or_damaged(), "{error}");
    other.execute_batch("ROLLBACK").unwrap();
    running.add(world().iter().map(Telling::reading).collect()).unwrap();
    running.finish("").unwrap();
    assert_eq!(dump(&chronicle), dump(&of(&world())));
}

//! How fast the store writes, and answers on a chronicle of one million events.

use chancery::store::{Chronicle, position_of};
use divan::Bencher;
use rusqlite::params;
use std::sync::OnceLock;

fn main() {
    divan::main();
}

const EVENTS: i64 = 1_000_000;
/// 1990-01-01.
const FIRST_DAY: i64 = 726_468;
const DAYS: i64 = 10_000;

/// A chronicle of generated events, two actors each, kept between runs since making it takes half a minute.
fn chronicle() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| {
        let path = std::env::temp_dir().join("chancery-bench-1m.db");
        if Chronicle::open_read_only(&path).is_err() {
            let _ = std::fs::remove_file(&path);
            let chronicle = Chronicle::open(&path).expect("a chronicle can be made");
            generate(chronicle.connection());
        }
        path.display().to_string()
    })
}

fn generate(connection: &rusqlite::Connection) {
    let begun = std::time::Instant::now();
    connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; CREATE TEMP TABLE words (position INTEGER PRIMARY KEY, event, label, parties); BEGIN").expect("a transaction");
    let mut actor = connection
        .prepare("INSERT INTO actors (id, key, name, folded, code, sort, known, named) VALUES (?1, ?2, ?3, ?3, ?4, 'state', 1, 1)")
        .expect("sql");
    for id in 1..=200_i64 {
        actor
            .execute(params![id, format!("actor-{id}"), format!("actor {id}"), format!("A{id:02}")])
            .expect("insert");
    }
    let [mut event, mut participant, mut row, mut party, mut words] = [
        "INSERT INTO events (id, name, kind, label, status, edtf, earliest, latest, earliest_day, latest_day, date_inferred,
           disputed, mentions, texts, origins, background)
         VALUES (?1, ?2, 'CONSULT', ?3, 'happened', ?4, ?4, ?4, ?5, ?5, 0, '[]', 1, 1, 1, 0)",
        "INSERT INTO event_participants (event, side, ordinal, actor, code, words, texts) VALUES (?1, ?2, 0, ?3, 'RUS', ?4, 1)",
        "INSERT INTO timeline_rows (section, first_day, last_day, name, event) VALUES ('main', ?1, ?1, ?2, ?3)",
        "INSERT INTO timeline_parties (party, section, first_day, last_day, name, event, side) VALUES (?1, 'main', ?2, ?2, ?3, ?4, ?5)",
        "INSERT INTO words VALUES (?1, ?2, ?3, ?4)",
    ]
    .map(|sql| connection.prepare(sql).expect("sql"));
    for id in 1..=EVENTS {
        let spread = id.wrapping_mul(2_654_435_761) & 0x7fff_ffff;
        let day = FIRST_DAY + spread % DAYS;
        let name = format!("{:016x}", (id as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (a, b) = (1 + spread % 200, 1 + (spread / 200) % 199);
        let label = format!("Talks on item {} of the agenda", id % 5000);
        let date = chrono::NaiveDate::from_num_days_from_ce_opt(day as i32).expect("a day").to_string();
        event.execute(params![id, name, label, date, day]).expect("insert");
        for (side, actor) in [("source", a), ("target", b)] {
            participant.execute(params![id, side, actor, format!("actor {actor}")]).expect("insert");
            let _ = party.execute(params![format!("actor-{actor}"), day, name, id, side]);
        }
        row.execute(params![day, name, id]).expect("insert");
        words
            .execute(params![position_of("main", day, id), id, label, format!("actor {a}; actor {b}")])
            .expect("insert");
    }
    drop((actor, event, participant, row, party, words));
    let in_order = "INSERT INTO event_words SELECT position, event, label, parties, 'Geneva', 'met' FROM words ORDER BY position";
    connection.execute_batch(in_order).expect("insert");
    connection.execute_batch("COMMIT; PRAGMA optimize").expect("commit");
    let rows = EVENTS * 7;
    eprintln!(
        "{rows} rows in {:?}: {:.0} rows/s",
        begun.elapsed(),
        rows as f64 / begun.elapsed().as_secs_f64()
    );
}

fn open() -> Chronicle {
    Chronicle::open_read_only(std::path::Path::new(chronicle())).expect("the generated chronicle opens")
}

fn count(chronicle: &Chronicle, sql: &str, arguments: impl rusqlite::Params) -> usize {
    let mut statement = chronicle.connection().prepare_cached(sql).expect("sql");
    let rows = statement.query_map(arguments, |row| row.get::<_, String>(0)).expect("query");
    rows.map(|row| row.expect("row").len()).sum()
}

#[divan::bench]
fn open_and_close(bencher: Bencher) {
    chronicle();
    bencher.bench_local(open);
}

#[divan::bench]
fn first_page_by_actor_and_range(bencher: Bencher) {
    let chronicle = open();
    bencher.bench_local(|| {
        count(
            &chronicle,
            "SELECT events.label FROM timeline_parties AS rows JOIN events ON events.id = rows.event
              WHERE rows.party = ?1 AND rows.section = 'main' AND rows.first_day BETWEEN ?2 AND ?3
              ORDER BY rows.first_day, rows.last_day, rows.name LIMIT 50",
            params!["actor-17", FIRST_DAY + 4000, FIRST_DAY + 4365],
        )
    });
}

#[divan::bench]
fn first_page_by_text(bencher: Bencher) {
    let chronicle = open();
    bencher.bench_local(|| {
        count(
            &chronicle,
            "SELECT events.label FROM event_search CROSS JOIN timeline_rows AS rows ON rows.event = event_search.rowid & 4294967295
               JOIN events ON events.id = rows.event
              WHERE event_search MATCH ?1 AND rows.section = 'main'
              ORDER BY event_search.rowid LIMIT 50",
            params!["\"item 77\""],
        )
    });
}

#[divan::bench(sample_count = 10)]
fn whole_year(bencher: Bencher) {
    let chronicle = open();
    bencher.bench_local(|| {
        count(
            &chronicle,
            "SELECT events.label FROM timeline_rows AS rows JOIN events ON events.id = rows.event
              WHERE rows.section = 'main' AND rows.first_day BETWEEN ?1 AND ?2
              ORDER BY rows.first_day, rows.last_day, rows.name",
            params![FIRST_DAY + 4000, FIRST_DAY + 4365],
        )
    });
}

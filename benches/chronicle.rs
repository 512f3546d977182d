//! A generated chronicle, as large as wanted, for measuring queries and for testing them.

use chancery::store::position_of;
use rusqlite::{Connection, Statement, params};

/// The parties that take part, the first ones most often.
pub const PARTIES: [&str; 12] =
    ["USA", "RUS", "CHN", "GBR", "FRA", "DEU", "SYR", "IRN", "ISR", "TUR", "UKR", "SAU"];

const KINDS: [&str; 6] = ["CONSULT", "ASSAULT", "REJECT", "REQUEST", "SANCTION", "AGREE"];
const WORDS: [&str; 16] = [
    "talks",
    "strikes",
    "veto",
    "demand",
    "embargo",
    "agreement",
    "border",
    "embassy",
    "convoy",
    "summit",
    "ceasefire",
    "exercise",
    "hostage",
    "pipeline",
    "harbour",
    "tariff",
];

/// The first day: 1990-01-01.
pub const FIRST_DAY: i64 = 726_468;
/// Events are spread over so many days: thirty years.
pub const DAYS: i64 = 10_957;

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }

    /// Small numbers far more often than large ones.
    fn skewed(&mut self, below: u64) -> u64 {
        self.next(below).min(self.next(below)).min(self.next(below))
    }
}

struct Statements<'c> {
    event: Statement<'c>,
    mention: Statement<'c>,
    participant: Statement<'c>,
    row: Statement<'c>,
    party: Statement<'c>,
    words: Statement<'c>,
}

/// Fills an empty chronicle with so many events.
///
/// # Errors
/// If the database refuses.
pub fn fill(connection: &Connection, events: u64) -> rusqlite::Result<()> {
    connection.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -500000; BEGIN;
         INSERT INTO imports (id, begun, engine, rules, model) VALUES (1, '', '', '', '');
         INSERT INTO outlets (id, name) VALUES (1, 'The Generated Times');
         CREATE TEMP TABLE words (position INTEGER PRIMARY KEY, event, label, parties);",
    )?;
    for (id, code) in (1_i64..).zip(PARTIES) {
        connection.execute(
            "INSERT INTO actors (id, key, name, folded, code, sort, known, named) VALUES (?1, ?2, ?2, lower(?2), ?2, 'state', 1, 1)",
            params![id, code],
        )?;
    }
    texts(connection, events / 10 + 1)?;
    let mut statements = Statements {
        event: connection.prepare(
            "INSERT INTO events (id, name, kind, mode, label, status, edtf, earliest, latest, earliest_day, latest_day,
                 date_inferred, disputed, mentions, texts, origins, first_reported, background)
             VALUES (?1, ?2, ?3, NULL, ?4, ?5, ?6, ?6, ?6, ?7, ?8, 0, '[]', 1, 1, ?9, '2020-01-01', 0)",
        )?,
        mention: connection.prepare(
            "INSERT INTO mentions (id, name, text, event, happening, part, sentence, begin, \"end\", trigger_spans, trigger_words,
                 lemma, kind, contexts, label, status, date_basis, date_inferred, date_reasons, rule)
             VALUES (?1, ?2, ?3, ?1, 0, 'text', 0, 0, 4, '[[0,4]]', 'Text', 'text', ?4, '[]', ?5, ?6, 'none', 0, '[]', 'generated')",
        )?,
        participant: connection.prepare(
            "INSERT INTO event_participants (event, side, ordinal, actor, code, words, texts) VALUES (?1, ?2, 0, ?3, ?4, ?4, 1)",
        )?,
        row: connection.prepare(
            "INSERT INTO timeline_rows (section, first_day, last_day, name, event) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?,
        party: connection.prepare(
            "INSERT INTO timeline_parties (party, section, first_day, last_day, name, event, side) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?,
        words: connection.prepare("INSERT INTO words VALUES (?1, ?2, ?3, ?4)")?,
    };
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    for id in 1..=events {
        event(&mut statements, &mut numbers, id)?;
    }
    drop(statements);
    // Full-text indexes are written in the order of their row numbers.
    connection.execute_batch(
        "INSERT INTO event_words SELECT position, event, label, parties, '', '' FROM words ORDER BY position;
         DROP TABLE words;",
    )?;
    connection.execute_batch("COMMIT; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA optimize;")
}

fn texts(connection: &Connection, count: u64) -> rusqlite::Result<()> {
    let mut text = connection.prepare(
        "INSERT INTO texts (id, hash, text, publication, published, published_day, published_basis, wording, origin, import)
         VALUES (?1, printf('%032x', ?1), printf('Text number %d.', ?1), ?1, '2020-01-01', 737425, 'field', 'original', ?1, 1)",
    )?;
    for id in 1..=count {
        text.execute([id as i64])?;
    }
    Ok(())
}

fn event(statements: &mut Statements<'_>, numbers: &mut Numbers, id: u64) -> rusqlite::Result<()> {
    let row = id as i64;
    // Multiplying by an odd number scatters the names and keeps them apart.
    let name = format!("{:016x}", id.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let kind = KINDS[numbers.next(KINDS.len() as u64) as usize];
    let label = format!(
        "{} over the {} of {}",
        WORDS[numbers.skewed(WORDS.len() as u64) as usize],
        WORDS[numbers.next(WORDS.len() as u64) as usize],
        numbers.next(5000)
    );
    let first = FIRST_DAY + numbers.next(DAYS as u64) as i64;
    let length = if numbers.next(20) == 0 { numbers.next(400) as i64 } else { 0 };
    let (section, status) = match numbers.next(25) {
        0 => ("planned", "planned"),
        1 => ("aside", "hypothetical"),
        _ => ("main", "happened"),
    };
    let day = chrono::NaiveDate::from_num_days_from_ce_opt(first as i32)
        .map_or(String::new(), |day| day.to_string());
    let origins = 1 + numbers.skewed(6) as i64;
    statements.event.execute(params![row, name, kind, label, status, day, first, first + length, origins])?;
    statements.mention.execute(params![row, name, (id / 10 + 1) as i64, kind, label, status])?;
    statements.row.execute(params![section, first, first + length, name, row])?;
    let source = numbers.skewed(PARTIES.len() as u64) as usize;
    let target = (source + 1 + numbers.next(PARTIES.len() as u64 - 1) as usize) % PARTIES.len();
    for (party, side) in [(source, "source"), (target, "target")] {
        statements.participant.execute(params![row, side, party as i64 + 1, PARTIES[party]])?;
        statements.party.execute(params![PARTIES[party], section, first, first + length, name, row, side])?;
    }
    let position = position_of(section, first, row);
    statements.words.execute(params![
        position,
        row,
        label,
        format!("{} {}", PARTIES[source], PARTIES[target])
    ])?;
    Ok(())
}

//! What questions mean: small chronicles made by hand, and a large one held against a plain reading of the filter.

#[path = "../benches/chronicle.rs"]
mod generated;

use chancery::export::{Format, Layout};
use chancery::query::timeline::{Part, Timeline};
use chancery::query::{
    Filter, Page, Party, QueryError, Role, day_number, days, identify, kinds, parties, search_words, timeline,
};
use chancery::store::{Chronicle, folded, position_of};
use rusqlite::{Connection, params};

/// One event to be made: name, section, first and last day, source, target, label, origins, published.
struct Made(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i64,
    &'static str,
);

const EVENTS: [Made; 9] = [
    Made(
        "aaaa000000000001",
        "main",
        "2017-04-04",
        "2017-04-04",
        "",
        "Syria",
        "Chemical attack on a town",
        2,
        "2017-04-05",
    ),
    Made(
        "aaaa000000000002",
        "main",
        "2017-04-07",
        "2017-04-07",
        "United States",
        "Syria",
        "Missile strikes on an air base",
        3,
        "2017-04-07",
    ),
    Made(
        "bbbb000000000003",
        "main",
        "2017-04-12",
        "2017-04-12",
        "Sergei Lavrov",
        "United States",
        "Talks in Moscow",
        1,
        "2017-04-12",
    ),
    Made(
        "bbbb000000000004",
        "main",
        "2017-04-12",
        "2017-04-12",
        "Russia",
        "",
        "Veto of a resolution",
        2,
        "2017-04-12",
    ),
    Made(
        "cccc000000000005",
        "main",
        "2017-01-01",
        "2017-12-31",
        "Russia",
        "Ukraine",
        "Exercise at the border",
        1,
        "2017-05-01",
    ),
    Made(
        "cccc000000000006",
        "background",
        "1999-01-01",
        "1999-12-31",
        "United States",
        "",
        "Intervention in Kosovo",
        1,
        "2017-04-12",
    ),
    Made("dddd000000000007", "undated", "", "", "Russia", "", "Suspension of a hotline", 1, "2017-04-12"),
    Made(
        "dddd000000000008",
        "aside",
        "2017-04-20",
        "2017-04-20",
        "Russia",
        "",
        "Attack that may come",
        1,
        "2017-04-12",
    ),
    Made("dddd000000000009", "bare", "", "", "", "Syria", "Shelling of a suburb", 1, "2017-04-12"),
];

/// Actors: key, name, code, sort, the state that they stand for.
const ACTORS: [(&str, &str, &str, &str, &str); 5] = [
    ("RUS", "Russia", "RUS", "state", "RUS"),
    ("USA", "United States", "USA", "state", "USA"),
    ("SYR", "Syria", "SYR", "state", "SYR"),
    ("UKR", "Ukraine", "UKR", "state", "UKR"),
    ("sergei-lavrov", "Sergei Lavrov", "RUS.GOV", "person", "RUS"),
];

fn made() -> Chronicle {
    let chronicle = Chronicle::in_memory().unwrap();
    let connection = chronicle.connection();
    connection.execute_batch("PRAGMA foreign_keys = OFF; INSERT INTO imports (id, begun, engine, rules, model) VALUES (1, '', '', '', '')").unwrap();
    for (id, (key, name, code, sort, _)) in (1_i64..).zip(ACTORS) {
        let sql = "INSERT INTO actors (id, key, name, folded, code, sort, known, named) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, 1)";
        connection.execute(sql, params![id, key, name, folded(name), code, sort]).unwrap();
    }
    for (id, event) in (1_i64..).zip(&EVENTS) {
        make(connection, id, event);
    }
    for (name, sureness) in [("3", 0.65), ("4", 0.15)] {
        connection
            .execute("UPDATE events SET sureness = ?2 WHERE name LIKE '%' || ?1", params![name, sureness])
            .unwrap();
    }
    chronicle
}

fn make(connection: &Connection, id: i64, event: &Made) {
    let Made(name, section, first, last, source, target, label, origins, published) = event;
    let number = |day: &str| day.parse().map_or(99_999_999, day_number);
    let status = if *section == "aside" { "hypothetical" } else { "happened" };
    let edtf = (!first.is_empty()).then_some(first);
    let published_day = published.parse().map(day_number).unwrap();
    for (sql, values) in [
        ("INSERT INTO texts (id, hash, text, published, published_day, published_basis, wording, origin, import)
          VALUES (?1, printf('%032x', ?1), 'Text.', ?2, ?3, 'field', 'original', ?1, 1)", params![id, published, published_day]),
        ("INSERT INTO events (id, name, kind, label, status, edtf, date_inferred, disputed, mentions, texts, origins,
             first_reported, background) VALUES (?1, ?2, 'ASSAULT', ?3, ?4, ?5, 0, '[]', 1, 1, ?6, ?7, 0)",
          params![id, name, label, status, edtf, origins, published]),
        ("INSERT INTO mentions (id, name, text, event, happening, part, sentence, begin, \"end\", trigger_spans, trigger_words,
             lemma, kind, contexts, label, status, date_basis, date_inferred, date_reasons, rule)
          VALUES (?1, ?2, ?1, ?1, 0, 'text', 0, 0, 4, '[[0,4]]', 'Text', 'text', 'ASSAULT', '[]', ?3, ?4, 'none', 0, '[]', 'made')",
          params![id, name, label, status]),
        ("INSERT INTO timeline_rows (section, first_day, last_day, name, event) VALUES (?1, ?2, ?3, ?4, ?5)",
          params![section, number(first), number(last), name, id]),
        ("INSERT INTO event_words (position, event, label, parties, place, words) VALUES (?1, ?2, ?3, '', '', '')",
          params![position_of(section, number(first), id), id, label]),
    ] {
        connection.execute(sql, values).unwrap();
    }
    for (side, actor) in [("source", source), ("target", target)] {
        let Some(row) = ACTORS.iter().position(|(_, name, ..)| name == actor) else { continue };
        let (key, name, code, _, state) = ACTORS[row];
        let sql = "INSERT INTO event_participants (event, side, ordinal, actor, code, words, texts) VALUES (?1, ?2, 0, ?3, ?4, ?5, 1)";
        connection.execute(sql, params![id, side, row as i64 + 1, code, name]).unwrap();
        let mut keys = vec![key, state];
        keys.dedup();
        for key in keys {
            let sql = "INSERT INTO timeline_parties (party, section, first_day, last_day, name, event, side)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            connection
                .execute(sql, params![key, section, number(first), number(last), event.0, id, side])
                .unwrap();
        }
    }
}

fn ids(timeline: &Timeline) -> Vec<&str> {
    timeline.parts.iter().flat_map(|(_, entries)| entries).map(|entry| &entry.id[15..]).collect()
}

/// Holds the last digits of the events found, in their order.
fn check(filters: Vec<Filter>, expected: &[&str]) {
    let chronicle = made();
    let found = timeline(chronicle.connection(), &Filter::all(filters.clone()), Page::default()).unwrap();
    assert_eq!(ids(&found), expected, "{filters:?}");
}

fn takes(role: Role, names: &str) -> Filter {
    Filter::Takes(role, parties(made().connection(), names).unwrap())
}

fn period(from: &str, to: &str, certain: bool) -> Filter {
    Filter::period(Some(from), Some(to), certain).unwrap().unwrap()
}

#[test]
fn everything_stands_in_its_part_and_what_is_hypothetical_is_counted() {
    check(vec![], &["5", "1", "2", "3", "4", "6", "7"]);
    let chronicle = made();
    let found = timeline(chronicle.connection(), &Filter::All(vec![]), Page::default()).unwrap();
    let parts: Vec<Part> = found.parts.iter().map(|(part, _)| *part).collect();
    assert_eq!(parts, [Part::Main, Part::Background, Part::Undated]);
    assert_eq!((found.hypothetical.0, found.denied.0, found.bare.0), (1, 0, 1));
}

#[test]
fn how_sure_events_are_to_be_can_be_asked() {
    // The third is of middling sureness, the fourth of hardly any; the others were never weighed.
    check(vec![Filter::Sure(0.7)], &["5", "1", "2", "6", "7"]);
    check(vec![Filter::Sure(0.65)], &["5", "1", "2", "3", "6", "7"]);
    check(vec![Filter::Sure(0.0)], &["5", "1", "2", "3", "4", "6", "7"]);
}

#[test]
fn what_is_told_barely_stands_behind_the_undated_on_request() {
    check(vec![Filter::Bare], &["5", "1", "2", "3", "4", "6", "7", "9"]);
    check(vec![Filter::Bare, takes(Role::Target, "Syria")], &["1", "2", "9"]);
    check(vec![Filter::Bare, Filter::Text(search_words("suburb").unwrap())], &["9"]);
    check(vec![Filter::Text(search_words("suburb").unwrap())], &[]);
    check(vec![Filter::Bare, period("2017-04-05", "2017-04-10", true)], &["2"]);
    check(vec![Filter::Bare, Filter::status(&["hypothetical".into()]).unwrap()], &["8"]);
    let chronicle = made();
    let found = timeline(chronicle.connection(), &Filter::Bare, Page::default()).unwrap();
    assert_eq!(found.parts.last().map(|(part, _)| *part), Some(Part::Bare));
    assert_eq!((found.hypothetical.0, found.bare.0), (1, 0));
    let days = Filter::all(vec![period("2017-04-05", "2017-04-10", true)]);
    let found = timeline(chronicle.connection(), &days, Page::default()).unwrap();
    assert_eq!(found.undated.0, 2);
}

#[test]
fn days_overlap_or_lie_within() {
    check(vec![period("2017-04-05", "2017-04-10", false)], &["5", "2"]);
    check(vec![period("2017-04-05", "2017-04-10", true)], &["2"]);
    check(vec![period("2017-04", "2017-04", false)], &["5", "1", "2", "3", "4"]);
    check(vec![period("1999-06", "1999-06", false)], &["6"]);
    check(vec![period("2017-12-31", "2017-12-31", false)], &["5"]);
    check(vec![period("2018", "2019", false)], &[]);
}

#[test]
fn parties_take_their_parts() {
    check(vec![takes(Role::Either, "Russia")], &["5", "3", "4", "7"]);
    check(vec![takes(Role::Either, "=Russia")], &["5", "4", "7"]);
    check(vec![takes(Role::Either, "lavrov")], &["3"]);
    check(vec![takes(Role::Source, "usa"), takes(Role::Target, "SYR")], &["2"]);
    check(vec![takes(Role::Target, "United States")], &["3"]);
    check(vec![takes(Role::Either, "Russia"), takes(Role::Either, "United States")], &["3"]);
    check(vec![takes(Role::Either, "Ukraine,Syria")], &["5", "1", "2"]);
    let between = |a, b| {
        let chronicle = made();
        Filter::Between(
            parties(chronicle.connection(), a).unwrap(),
            parties(chronicle.connection(), b).unwrap(),
        )
    };
    check(vec![between("United States", "Russia")], &["3"]);
    check(vec![between("Russia", "Syria")], &[]);
}

#[test]
fn words_origins_status_and_the_day_of_knowledge() {
    check(vec![Filter::Text(search_words("attack").unwrap())], &["1"]);
    check(vec![Filter::Text(search_words("strik*").unwrap())], &["2"]);
    check(vec![Filter::MinOrigins(2)], &["1", "2", "4"]);
    check(vec![Filter::status(&["hypothetical".into()]).unwrap()], &["8"]);
    check(vec![Filter::AsOf(days("2017-04-07").unwrap().0)], &["1", "2"]);
}

#[test]
fn kinds_are_ours_or_those_of_the_chronicle() {
    let chronicle = made();
    chronicle
        .connection()
        .execute("UPDATE events SET kind = 'PICNIC', mode = 'outing' WHERE id = 2", [])
        .unwrap();
    for (name, expected) in [("assault", 6), ("picnic", 1), ("Outing", 1), ("CONSULT", 0)] {
        let filter = kinds(chronicle.connection(), &[name.to_owned()]).unwrap();
        let found = timeline(chronicle.connection(), &filter, Page::default()).unwrap();
        assert_eq!(ids(&found).len(), expected, "{name}");
    }
    let refused = kinds(chronicle.connection(), &["regatta".to_owned()]).unwrap_err();
    assert!(refused.remedy().unwrap().ends_with("DISASTER PICNIC"));
}

#[test]
fn a_page_has_a_limit_and_two_directions() {
    let chronicle = made();
    let ask = |limit, reverse| {
        let found = timeline(chronicle.connection(), &Filter::All(vec![]), Page { limit, reverse }).unwrap();
        (ids(&found).join(" "), found.more)
    };
    assert_eq!(ask(Some(2), false), ("5 1".to_owned(), true));
    assert_eq!(ask(Some(2), true), ("4 3".to_owned(), true));
    assert_eq!(ask(Some(7), false), ("5 1 2 3 4 6 7".to_owned(), false));
}

#[test]
fn a_page_without_room_says_that_more_follow() {
    let chronicle = made();
    let printed = |filter: &Filter| {
        let page = Page { limit: Some(0), reverse: false };
        let found = timeline(chronicle.connection(), filter, page).unwrap();
        let (mut written, table) = (Vec::new(), Format::by_name("table").unwrap());
        (table.write)(&found, Layout { width: 80 }, &mut written).unwrap();
        String::from_utf8(written).unwrap()
    };
    let (all, none) = (printed(&Filter::All(vec![])), printed(&Filter::Any(vec![])));
    assert!(all.contains("More follow") && !all.contains("No event answers"), "{all}");
    assert!(none.contains("No event answers") && !none.contains("More follow"), "{none}");
}

#[test]
fn relations_order_one_day() {
    let chronicle = made();
    let sql = "INSERT INTO event_relations (later, kind, earlier, texts, contradicted) VALUES (3, 'after', 4, 1, 0)";
    chronicle.connection().execute(sql, []).unwrap();
    let found = timeline(chronicle.connection(), &Filter::All(vec![]), Page::default()).unwrap();
    assert_eq!(ids(&found).join(" "), "5 1 2 4 3 6 7");
    let found =
        timeline(chronicle.connection(), &Filter::All(vec![]), Page { reverse: true, limit: Some(2) })
            .unwrap();
    assert_eq!(ids(&found).join(" "), "3 4");
}

#[test]
fn ids_are_short_and_unambiguous() {
    let chronicle = made();
    let found = timeline(chronicle.connection(), &Filter::All(vec![]), Page::default()).unwrap();
    let shown: Vec<&str> = found.parts[0].1.iter().map(|entry| entry.short_id.as_str()).collect();
    assert!(shown.contains(&"aaaa000000000001"), "two names share fifteen digits: {shown:?}");
    assert!(matches!(identify(chronicle.connection(), "aaaa"), Err(QueryError::Ambiguous { .. })));
    assert!(identify(chronicle.connection(), "aaaa000000000001").is_ok());
    assert!(matches!(identify(chronicle.connection(), "eeee"), Err(QueryError::Unknown { .. })));
}

#[test]
fn names_that_can_be_several_list_them() {
    let chronicle = made();
    chronicle
        .connection()
        .execute_batch(
            "INSERT INTO actors (id, key, name, folded, code, sort, known, named) VALUES
               (10, 'hillary-clinton', 'Hillary Clinton', 'hillary clinton', 'USA.GOV', 'person', 1, 1),
               (11, 'bill-clinton', 'Bill Clinton', 'bill clinton', 'USA.GOV', 'person', 1, 1),
               (12, 'gaddafi', 'Muammar Gaddafi', 'muammar gaddafi', 'LBY.GOV', 'person', 1, 1)",
        )
        .unwrap();
    let Err(QueryError::Ambiguous { candidates, .. }) = parties(chronicle.connection(), "Clinton") else {
        panic!("two are called Clinton")
    };
    assert_eq!(candidates, ["Bill Clinton (USA.GOV)", "Hillary Clinton (USA.GOV)"]);
    assert_eq!(parties(chronicle.connection(), "Bill Clinton (USA.GOV)").unwrap()[0].key, "bill-clinton");
    assert_eq!(
        parties(chronicle.connection(), "Muammar Gaddafo").unwrap_err().remedy().unwrap(),
        "did you mean Muammar Gaddafi?"
    );
    assert_eq!(parties(chronicle.connection(), "Moammar Qadhafi").unwrap()[0].key, "gaddafi");
}

#[test]
fn every_way_of_searching_finds_what_a_plain_reading_finds() {
    let chronicle = Chronicle::in_memory().unwrap();
    generated::fill(chronicle.connection(), 4000).unwrap();
    let party = |code: &str| vec![Party { key: code.into(), name: code.into(), state: true, alone: false }];
    let either = |codes: [&str; 2]| codes.iter().flat_map(|code| party(code)).collect::<Vec<_>>();
    let overlap = |date| days(date).map(|(first, last)| Filter::Overlaps(first, last)).unwrap();
    let (first, last) = days("2001").unwrap();
    let takes = "EXISTS (SELECT 1 FROM event_participants AS p WHERE p.event = e.id AND p.code";
    for (filters, plain) in [
        (vec![overlap("2001")], format!("e.earliest_day <= {last} AND e.latest_day >= {first}")),
        (vec![Filter::Within(first, last)], format!("e.earliest_day >= {first} AND e.latest_day <= {last}")),
        (
            vec![Filter::Takes(Role::Either, party("RUS")), overlap("2001")],
            format!("{takes} = 'RUS') AND e.earliest_day <= {last} AND e.latest_day >= {first}"),
        ),
        (vec![Filter::Takes(Role::Source, party("SAU"))], format!("{takes} = 'SAU' AND p.side = 'source')")),
        (
            vec![Filter::Takes(Role::Target, either(["SAU", "UKR"]))],
            format!("{takes} IN ('SAU', 'UKR') AND p.side = 'target')"),
        ),
        (vec![Filter::Between(party("USA"), party("SAU"))], format!("{takes} = 'USA') AND {takes} = 'SAU')")),
        (
            vec![Filter::Between(party("USA"), party("IRN")), overlap("2001")],
            format!(
                "{takes} = 'USA') AND {takes} = 'IRN') AND e.earliest_day <= {last} AND e.latest_day >= {first}"
            ),
        ),
        (
            vec![Filter::Between(party("SAU"), either(["USA", "IRN"]))],
            format!("{takes} = 'SAU') AND {takes} IN ('USA', 'IRN'))"),
        ),
        (
            vec![Filter::Text("\"tariff\"".into()), Filter::Takes(Role::Either, party("USA"))],
            format!("e.label LIKE '%tariff%' AND {takes} = 'USA')"),
        ),
        (vec![Filter::Text("\"talks\"".into())], "e.label LIKE '%talks%'".into()),
        (
            vec![Filter::Text("\"talks\"".into()), overlap("2001")],
            format!("e.label LIKE '%talks%' AND e.earliest_day <= {last} AND e.latest_day >= {first}"),
        ),
        (
            vec![Filter::Kind(vec!["SANCTION".into()]), Filter::Text("\"veto\"".into())],
            "e.kind = 'SANCTION' AND e.label LIKE '%veto%'".into(),
        ),
        (
            vec![Filter::MinOrigins(5), Filter::Takes(Role::Source, party("RUS"))],
            format!("e.origins >= 5 AND {takes} = 'RUS' AND p.side = 'source')"),
        ),
        (
            vec![Filter::Any(vec![Filter::MinOrigins(4), Filter::Kind(vec!["AGREE".into()])])],
            "(e.origins >= 4 OR e.kind = 'AGREE')".into(),
        ),
    ] {
        let found = timeline(chronicle.connection(), &Filter::all(filters.clone()), Page::default()).unwrap();
        check_pages(chronicle.connection(), &filters, &found);
        let mut found: Vec<String> =
            found.parts.iter().flat_map(|(_, entries)| entries).map(|entry| entry.id.clone()).collect();
        found.sort();
        let sql = format!(
            "SELECT e.name FROM events AS e WHERE e.status <> 'hypothetical' AND {plain} ORDER BY e.name"
        );
        let mut statement = chronicle.connection().prepare(&sql).unwrap();
        let plain: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(!plain.is_empty());
        assert_eq!(found, plain, "{filters:?}");
    }
}

/// A page is the beginning of the whole, or the end of it.
fn check_pages(connection: &Connection, filters: &[Filter], whole: &Timeline) {
    let (_, whole) = &whole.parts[0];
    let whole: Vec<&str> = whole.iter().map(|entry| entry.id.as_str()).collect();
    for reverse in [false, true] {
        let page = Page { limit: Some(7), reverse };
        let found = timeline(connection, &Filter::all(filters.to_vec()), page).unwrap();
        let found: Vec<&str> =
            found.parts[0].1.iter().map(|entry| entry.id.as_str()).take(whole.len()).collect();
        let expected: Vec<&str> = match reverse {
            false => whole.iter().copied().take(7).collect(),
            true => whole.iter().rev().copied().take(7).collect(),
        };
        assert_eq!(found[..expected.len().min(found.len())], expected[..], "{filters:?}, {reverse}");
    }
}

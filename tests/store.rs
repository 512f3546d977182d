//! The chronicle as a whole: order of import leaves no trace, nothing is counted twice, and what is broken is found.

#[path = "store/telling.rs"]
mod telling;

use chancery::query::{Filter, Page, timeline};
use chancery::store::{Chronicle, Counts, Provenance};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use telling::{Act, Telling, day, world};

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
        23
    );
}

/// A bombing of Aleppo, to be told with more or less.
fn bombing() -> Act {
    Act {
        kind: "ASSAULT",
        trigger: "bombed",
        source: "Russia",
        target: "Aleppo",
        place: "Aleppo",
        ..Act::default()
    }
}

/// An article of one outlet and day that tells of one act in much the same words.
fn article(outlet: &str, published: Option<&str>, more: &str, act: Act) -> Telling {
    Telling::new(outlet, outlet, published)
        .say(&format!("Russia bombed Aleppo with barrel convoys near Castello junction, {more}."), &[act])
}

fn words_of(chronicle: &Chronicle, sql: &str) -> String {
    let row = chronicle.connection().query_row(sql, [], |row| row.get::<_, Option<String>>(0));
    row.unwrap().unwrap_or_default()
}

#[test]
fn a_vague_telling_takes_over_the_day_of_another_and_says_so() {
    let precise = article(
        "Gazette",
        Some("2016-09-06"),
        "witnesses say",
        Act { day: Some(day("2016-09-05")), ..bombing() },
    );
    let vague =
        article("Herald", Some("2016-09-20"), "aides recall", Act { vague: Some("2016-09"), ..bombing() });
    let chronicle = of(&[precise, vague]);
    assert_eq!(number(&chronicle, "SELECT count(*) FROM events"), 1);
    assert_eq!(words_of(&chronicle, "SELECT earliest FROM events"), "2016-09-05");
    let lender = "SELECT outlets.name FROM events JOIN mentions ON mentions.name = events.date_lent
        JOIN publications ON publications.text = mentions.text JOIN outlets ON outlets.id = publications.outlet";
    assert_eq!(words_of(&chronicle, lender), "Gazette");
    // What the vague one says itself stays.
    assert_eq!(number(&chronicle, "SELECT count(*) FROM mentions WHERE edtf = '2016-09'"), 1);
}

#[test]
fn years_later_it_is_the_event_of_its_time() {
    let news = article(
        "Gazette",
        Some("2016-09-06"),
        "witnesses say",
        Act { day: Some(day("2016-09-05")), ..bombing() },
    );
    // News of 2019 that looks back; a text of the past alone would be a history, and that its main part.
    let talks = Act {
        kind: "CONSULT",
        trigger: "met",
        source: "Lavrov",
        target: "Kerry",
        place: "Geneva",
        day: Some(day("2019-09-04")),
        ..Act::default()
    };
    let later =
        article("Herald", Some("2019-09-05"), "years ago", Act { day: Some(day("2016-09-05")), ..bombing() })
            .say("Lavrov met Kerry in Geneva.", &[talks]);
    let alone = of(std::slice::from_ref(&later));
    assert_eq!(number(&alone, "SELECT background FROM events WHERE kind = 'ASSAULT'"), 1);
    let both = of(&[news, later]);
    assert_eq!(number(&both, "SELECT count(*) FROM events WHERE kind = 'ASSAULT'"), 1);
    assert_eq!(number(&both, "SELECT background FROM events WHERE kind = 'ASSAULT'"), 0);
    assert_eq!(words_of(&both, "SELECT first_reported FROM events WHERE kind = 'ASSAULT'"), "2016-09-06");
}

#[test]
fn held_wins_over_planned() {
    let date = Some(day("2016-09-05"));
    let before =
        article("Gazette", Some("2016-09-03"), "aides expect", Act { day: date, planned: true, ..bombing() });
    let after = article("Herald", Some("2016-09-06"), "witnesses say", Act { day: date, ..bombing() });
    assert_eq!(words_of(&of(std::slice::from_ref(&before)), "SELECT status FROM events"), "planned");
    let both = of(&[before, after]);
    assert_eq!(number(&both, "SELECT count(*) FROM events"), 1);
    assert_eq!(words_of(&both, "SELECT status FROM events"), "happened");
    assert_eq!(number(&both, "SELECT count(*) FROM mentions WHERE status = 'planned'"), 1);
}

#[test]
fn what_goes_on_day_after_day_is_one_event_a_day() {
    let chronicle = of(&world());
    let in_vienna =
        "SELECT count(*) FROM events JOIN places ON places.id = place WHERE places.name = 'Vienna'";
    assert_eq!(number(&chronicle, &format!("{in_vienna} AND earliest < '2016-11-09'")), 4);
    // Two days over which outlets differ, and no third one, are one.
    assert_eq!(number(&chronicle, &format!("{in_vienna} AND earliest > '2016-11-09'")), 1);
}

#[test]
fn a_day_that_zones_explain_is_no_conflict() {
    let evening = Act { day: Some(day("2017-04-06")), clock: Some("2017-04-06T20:40"), ..bombing() };
    let morning = Act { day: Some(day("2017-04-07")), clock: Some("2017-04-07T04:40"), ..bombing() };
    let chronicle = of(&[
        article("Gazette", Some("2017-04-07"), "in the evening", evening),
        article("Herald", Some("2017-04-07"), "before dawn", morning),
    ]);
    assert_eq!(number(&chronicle, "SELECT count(*) FROM events"), 1);
    let notes = "SELECT count(*) FROM event_variants WHERE what = 'date' AND note LIKE '%zones%'";
    assert_eq!(number(&chronicle, notes), 1);
}

#[test]
fn contradictory_orders_are_shown_and_not_resolved() {
    let date = Some(day("2016-09-05"));
    let talks = Act {
        kind: "CONSULT",
        trigger: "met",
        source: "Lavrov",
        target: "Kerry",
        place: "Geneva",
        day: date,
        ..Act::default()
    };
    let telling = |outlet: &str, acts: &[Act]| {
        Telling::new(outlet, outlet, Some("2016-09-06"))
            .say(&format!("Lavrov met Kerry in Geneva, and Russia bombed Aleppo, says {outlet}."), acts)
    };
    let strike = Act { day: date, ..bombing() };
    let chronicle =
        of(&[telling("Gazette", &[talks.clone(), strike.clone()]), telling("Herald", &[strike, talks])]);
    assert_eq!(number(&chronicle, "SELECT count(*) FROM events"), 2);
    assert_eq!(number(&chronicle, "SELECT count(*) FROM event_relations WHERE contradicted"), 2);
}

#[test]
fn all_who_quote_one_agency_are_one_origin() {
    let told = Act { day: Some(day("2016-09-05")), said_by: "Reuters", in_claim: true, ..bombing() };
    let quoting = |outlet: &str, words: &str| {
        Telling::new(outlet, outlet, Some("2016-09-06")).say(
            &format!("Reuters reported {words} that Russia bombed Aleppo near Castello junction."),
            std::slice::from_ref(&told),
        )
    };
    let (gazette, herald) = (quoting("Gazette", "late on Monday"), quoting("Herald", "from its bureau"));
    let own = article("Courier", Some("2016-09-06"), "our reporter saw", Act { day: told.day, ..bombing() });
    let origins = "SELECT max(origins) FROM events";
    assert_eq!(number(&of(&[gazette.clone(), herald.clone()]), origins), 1);
    assert_eq!(number(&of(&[gazette, herald, own]), origins), 2);
}

#[test]
fn what_a_copy_changed_is_flagged() {
    let words = |place: &str, dead: u32| {
        format!(
            "Jets of Russia bombed Aleppo before dawn on Monday, and {dead} people died in {place}, doctors of the Red \
             Crescent told Kerry in Geneva after Lavrov had left for Moscow with the envoys of Iran, Turkey and Qatar."
        )
    };
    let told = |dead: f64| Act { day: Some(day("2016-09-05")), killed: Some(dead), ..bombing() };
    let original = Telling::new("Wire", "w", Some("2016-09-05")).say(&words("Castello", 21), &[told(21.0)]);
    let copy = Telling::new("Mirror", "m", Some("2016-09-07")).say(&words("Castello", 84), &[told(84.0)]);
    let chronicle = of(&[original, copy]);
    assert_eq!(number(&chronicle, "SELECT max(origins) FROM events"), 1);
    let flagged =
        "SELECT reading FROM event_variants WHERE what = 'killed' AND note LIKE 'altered in a copy of%'";
    assert_eq!(words_of(&chronicle, flagged), "84");
}

#[test]
fn an_undated_article_is_placed_by_the_events_it_shares() {
    use chancery::query::{ArticleFilter, articles};
    let dated = article(
        "Gazette",
        Some("2016-09-06"),
        "witnesses say",
        Act { day: Some(day("2016-09-05")), ..bombing() },
    );
    let undated = article("Herald", None, "aides recall", bombing());
    let chronicle = of(&[dated, undated]);
    let found = articles(chronicle.connection(), &ArticleFilter::default()).unwrap().articles;
    let not_before: Vec<_> =
        found.iter().map(|article| (article.name.outlet.as_deref(), article.not_before.as_deref())).collect();
    assert_eq!(not_before, [(Some("Gazette"), None), (Some("Herald"), Some("2016-09-05"))]);
}

#[test]
fn what_one_origin_tells_with_too_little_beside_it_is_told_barely() {
    let act = |source, target| Act { source, target, day: None, place: "", ..bombing() };
    let sections = |tellings: &[Telling]| {
        let chronicle = of(tellings);
        assert_eq!(faults(&chronicle), Vec::<String>::new());
        words_of(&chronicle, "SELECT group_concat(section) FROM timeline_rows")
    };
    let told = |outlet, words, act| article(outlet, None, words, act);
    assert_eq!(sections(&[told("Gazette", "witnesses say", act("Russia", "Aleppo"))]), "undated");
    assert_eq!(sections(&[told("Gazette", "witnesses say", act("Russia", ""))]), "bare");
    assert_eq!(sections(&[told("Gazette", "witnesses say", act("", "Aleppo"))]), "bare");
    let dated = Act { day: Some(day("2016-09-05")), ..act("Russia", "") };
    assert_eq!(sections(&[told("Gazette", "witnesses say", dated.clone())]), "main");
    let nobody = Act { source: "", ..dated };
    assert_eq!(sections(&[told("Gazette", "witnesses say", nobody.clone())]), "bare");
    let somewhere = Act { place: "Aleppo", ..nobody };
    assert_eq!(sections(&[told("Gazette", "witnesses say", somewhere)]), "main");
}

#[test]
fn an_event_is_as_sure_as_its_mentions_are_in_the_mean() {
    let told = |outlet, words, doubt| {
        article(outlet, None, words, Act { doubt, day: Some(day("2016-09-05")), ..bombing() })
    };
    let chronicle = of(&[told("Gazette", "witnesses say", 0.1), told("Herald", "aides recall", 0.4)]);
    assert_eq!(faults(&chronicle), Vec::<String>::new());
    assert_eq!(words_of(&chronicle, "SELECT group_concat(sureness) FROM events"), "0.75");
}

#[test]
fn what_was_judged_is_sure_enough_for_whoever_asks() {
    let doubtful = article(
        "Gazette",
        None,
        "witnesses say",
        Act { doubt: 0.9, day: Some(day("2016-09-05")), ..bombing() },
    );
    let chronicle = of(&[doubtful]);
    let shown = || {
        let found = timeline(chronicle.connection(), &Filter::Sure(0.5), Page::default()).unwrap();
        found.parts.iter().map(|(_, entries)| entries.len()).sum::<usize>()
    };
    assert_eq!(shown(), 0);
    chronicle.connection().execute_batch(
        "PRAGMA foreign_keys = OFF; INSERT INTO event_judgements (event, judgement, field) SELECT id, 1, '' FROM events",
    ).unwrap();
    assert_eq!(shown(), 1);
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

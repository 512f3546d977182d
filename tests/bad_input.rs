//! What bad input gets: a message that names the cause and the remedy, the right exit code, everything
//! else imported, no panic, and never more than 512 MB of memory.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const GOOD: &str = "The foreign minister of Norway met his Russian colleague in Oslo on 3 March 2017.\n";

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program in a folder, in 512 MB of address space where the system can hold it to that.
fn chancery(folder: &Path, arguments: &[&str]) -> Ran {
    under("ulimit -v 524288", folder, arguments)
}

fn under(limit: &str, folder: &Path, arguments: &[&str]) -> Ran {
    let program = env!("CARGO_BIN_EXE_chancery");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{limit}; exec \"$0\" \"$@\""), program]);
        shell
    } else {
        Command::new(program)
    };
    // Address space that is set aside for further threads is not memory.
    command.env("MALLOC_ARENA_MAX", "2").env("RAYON_NUM_THREADS", "2").env_remove("CHANCERY_DB");
    let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let ran = Ran {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    };
    assert!(!ran.err.contains("panicked"), "{arguments:?} panicked: {}", ran.err);
    assert!(
        ran.code.is_some_and(|code| code <= 4),
        "{arguments:?} ended with {:?}: {}",
        output.status,
        ran.err
    );
    ran
}

/// The words of a message that was wrapped to the width of a page.
fn unwrapped(message: &str) -> String {
    message.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

fn check(ran: &Ran, code: i32, messages: &[&str]) {
    let err = unwrapped(&ran.err);
    assert_eq!(ran.code, Some(code), "{err}");
    for message in messages {
        assert!(err.contains(message), "{message:?} is missing from: {err}");
    }
}

fn folder(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

#[test]
fn every_bad_file_is_named_and_the_rest_goes_in() {
    let folder = folder(&[
        ("good.txt", GOOD.into()),
        ("empty.txt", Vec::new()),
        ("blank.md", b"\n \n".to_vec()),
        ("binary.txt", (0..=255).cycle().take(4096).collect()),
        ("letter.txt", b"%PDF-1.4 and so on".to_vec()),
        ("nothing.html", b"<html><head><title>T</title></head><body><img src=a.png></body></html>".to_vec()),
        ("lines.jsonl", format!("{{\"text\":{GOOD:?},\"id\":\"first\"}}\nnot JSON\n{{\"id\":1}}\n{{\"text\":\"Talks ended.\"}}\n").into()),
    ]);
    let paths = [
        "import",
        "good.txt",
        "gone.txt",
        "empty.txt",
        "blank.md",
        "binary.txt",
        "letter.txt",
        "nothing.html",
        "lines.jsonl",
        "*.nope",
    ];
    let ran = chancery(folder.path(), &paths);
    check(
        &ran,
        3,
        &[
            "gone.txt: there is no such file; check the path",
            "empty.txt: is empty; give a file",
            "blank.md: is empty; give a file",
            "binary.txt: is not text but binary data; give the text",
            "letter.txt: is not text but a PDF document; save its text first",
            "nothing.html: has no text; give a file",
            "lines.jsonl:2: the line is not JSON",
            "lines.jsonl:3: the article has no text; put it into the field \"text\"",
            "*.nope: no file matches this pattern",
            "3 new, 0 known, 9 rejected",
        ],
    );
    check(&chancery(folder.path(), &["check"]), 0, &[]);
    check(
        &chancery(folder.path(), &["import", "good.txt", "lines.jsonl"]),
        3,
        &["0 new, 3 known, 2 rejected"],
    );
}

#[test]
fn a_line_of_200_megabytes_is_refused_and_the_next_one_read() {
    let folder = folder(&[]);
    let mut line = format!("{{\"id\":\"a\",\"text\":{GOOD:?}}}\n{{\"id\":\"b\",\"text\":\"").into_bytes();
    line.extend(std::iter::repeat_n(b'x', 200_000_000));
    line.extend_from_slice(format!("\"}}\n{{\"id\":\"c\",\"text\":{GOOD:?}}}\n").as_bytes());
    fs::write(folder.path().join("long.jsonl"), line).unwrap();
    let ran = chancery(folder.path(), &["mine", "long.jsonl"]);
    check(&ran, 3, &["long.jsonl:2: the line is longer than 16 MB; split"]);
    assert_eq!(ran.out.lines().count(), 2, "the lines before and after are mined");
}

#[test]
fn a_million_nested_tags_and_what_is_like_them() {
    let attributes: String = (0..1_000_000).map(|number| format!(" a{number}=1")).collect();
    let pages = [
        (
            "div.html",
            "<html><body>".to_owned() + &"<div>".repeat(1_000_000) + "text",
            "nested more than 512 deep",
        ),
        ("cells.html", "<table><tr><td>".repeat(1_000_000), "nested more than 512 deep"),
        ("bold.html", "<b>".repeat(1_000_000) + "text", "nested more than 512 deep"),
        ("paragraphs.html", "<p>text".repeat(1_000_000), "more than 300000 elements"),
        ("attributes.html", format!("<p{attributes}>text</p>"), "more than 1000 attributes"),
        ("references.html", "<p>".to_owned() + &"&amp;".repeat(1_000_000), "character references"),
        ("brackets.html", "<p>".to_owned() + &"<".repeat(4_000_000), "more than 300000 elements"),
    ];
    for (name, page, message) in pages {
        let folder = folder(&[(name, page.into()), ("good.txt", GOOD.into())]);
        let ran = chancery(folder.path(), &["mine", name, "good.txt"]);
        check(&ran, 3, &[name, message, "give the text of the article"]);
        assert_eq!(ran.out.lines().count(), 1, "{name}: the good file is mined");
    }
    let deep = format!("{{\"text\":{GOOD:?},\"x\":{}{}}}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let folder = folder(&[("deep.jsonl", deep.into())]);
    let ran = chancery(folder.path(), &["mine", "deep.jsonl"]);
    assert_eq!(ran.out.lines().count() + ran.err.matches("deep.jsonl:1").count(), 1, "{}", ran.err);
}

#[test]
fn texts_that_are_hard_to_mine() {
    let texts = [
        ("letters.txt", "x".repeat(1_000_000)),
        ("brackets.txt", "(\"“[".repeat(100_000)),
        ("digits.txt", "1,".repeat(200_000)),
        ("points.txt", ". ".repeat(200_000)),
        ("marks.txt", "e\u{301}\u{200d}\u{202e}".repeat(50_000)),
        ("lines.txt", "\n".repeat(1_000_000) + "x"),
    ];
    for (name, text) in texts {
        let folder = folder(&[(name, text.into())]);
        let ran = chancery(folder.path(), &["mine", name]);
        check(&ran, 0, &[]);
        assert_eq!(ran.out.lines().count(), 1, "{name}");
    }
}

#[test]
fn an_unknown_encoding_is_guessed_and_said() {
    let page = b"<html><meta charset=\"x-klingon\"><body><p>The minister visited a caf\xe9 in Orl\xe9ans.</p></body></html>";
    let folder = folder(&[("page.html", page.to_vec())]);
    let ran = chancery(folder.path(), &["mine", "page.html"]);
    check(
        &ran,
        0,
        &[
            "page.html: declares the unknown encoding \"x-klingon\" and was read as windows-1252; if letters look wrong",
        ],
    );
}

#[test]
fn impossible_dates() {
    let text = "The ministers met on 30 February 2017 in Oslo. They will meet again on 3 March 2017.";
    let record = format!("{{\"published\":\"2017-02-30\",\"text\":{text:?}}}");
    let folder = folder(&[("a.txt", text.into()), ("a.jsonl", record.into())]);
    let ran = chancery(folder.path(), &["mine", "a.txt", "--published", "2017-02-30"]);
    check(&ran, 2, &["2017-02-30"]);
    let ran = chancery(folder.path(), &["timeline", "a.txt", "--from", "2017-02-30"]);
    check(&ran, 2, &["2017-02-30"]);
    let ran = chancery(folder.path(), &["mine", "a.jsonl"]);
    check(
        &ran,
        0,
        &[
            "a.jsonl:1: the publication date \"2017-02-30\" names a day that does not exist and was passed over; correct it",
        ],
    );
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let days: Vec<_> =
        found["dates"].as_array().unwrap().iter().map(|date| date["earliest"].as_str()).collect();
    assert_eq!(days, [None, Some("2017-03-03")], "a day that does not exist has no place in time");
    let remarks = found["diagnostics"].as_array().unwrap();
    assert!(remarks.iter().any(|remark| remark["code"] == "impossible-date"), "{}", found["diagnostics"]);
}

#[test]
fn a_date_in_the_future_is_flagged() {
    let folder = folder(&[("a.txt", format!("Published 3 March 2999\n\n{GOOD}").into())]);
    let ran = chancery(folder.path(), &["mine", "a.txt"]);
    check(&ran, 0, &["a.txt: the publication date 2999-03-03 lies in the future; check it"]);
}

#[test]
fn what_is_wrong_with_a_database() {
    let folder = folder(&[("good.txt", GOOD.into()), ("letter.db", GOOD.repeat(100).into())]);
    let path = folder.path();
    check(
        &chancery(path, &["timeline", "--db", "gone.db"]),
        1,
        &["gone.db", "there is no chronicle", "chancery import"],
    );
    check(
        &chancery(path, &["timeline", "--db", "letter.db"]),
        4,
        &["letter.db", "no SQLite database", "--db"],
    );
    check(
        &chancery(path, &["import", "--db", "letter.db", "good.txt"]),
        4,
        &["letter.db", "no SQLite database"],
    );
    assert_eq!(
        fs::read_to_string(path.join("letter.db")).unwrap(),
        GOOD.repeat(100),
        "what is not ours is left alone"
    );

    let foreign = rusqlite::Connection::open(path.join("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(foreign);
    check(
        &chancery(path, &["import", "--db", "foreign.db", "good.txt"]),
        1,
        &["foreign.db", "another program"],
    );

    check(&chancery(path, &["import", "--db", "a.db", "good.txt"]), 0, &["1 new, 0 known, 0 rejected"]);
    let connection = rusqlite::Connection::open(path.join("a.db")).unwrap();
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let locked = chancery(path, &["import", "--db", "a.db", "good.txt"]);
    check(&locked, 4, &["a.db", "locked by another program", "wait"]);
    connection.execute_batch("ROLLBACK").unwrap();
    check(&chancery(path, &["import", "--db", "a.db", "good.txt"]), 0, &["0 new, 1 known, 0 rejected"]);

    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 9999").unwrap();
    drop(connection);
    check(&chancery(path, &["timeline", "--db", "a.db"]), 1, &["a.db", "newer chancery", "9999"]);
    check(&chancery(path, &["import", "--db", "a.db", "good.txt"]), 1, &["a.db", "newer chancery"]);
}

#[test]
fn a_damaged_database_is_named() {
    let folder = folder(&[("good.txt", GOOD.into())]);
    let path = folder.path();
    check(&chancery(path, &["import", "--db", "a.db", "good.txt"]), 0, &[]);
    let mut bytes = fs::read(path.join("a.db")).unwrap();
    let begin = 4096;
    bytes[begin..].fill(0xab);
    fs::write(path.join("a.db"), bytes).unwrap();
    for command in [["timeline", "--db", "a.db"], ["check", "--db", "a.db"]] {
        check(&chancery(path, &command), 4, &["a.db", "damaged", "restore a copy"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let folder = folder(&[("good.txt", GOOD.into())]);
    let path = folder.path();
    let full = Command::new("sh")
        .args(["-c", "exec \"$0\" mine good.txt > /dev/full", env!("CARGO_BIN_EXE_chancery")])
        .current_dir(path)
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(1));
    let err = unwrapped(&String::from_utf8_lossy(&full.stderr));
    assert!(err.contains("cannot be written") && err.contains("free some space"), "{err}");

    check(&chancery(path, &["import", "--db", "a.db", "good.txt"]), 0, &["1 new"]);
    let many: String = (0..3_000)
        .map(|number| format!("{{\"id\":\"{number}\",\"text\":\"Talks number {number} ended in Oslo.\"}}\n"))
        .collect();
    fs::write(path.join("many.jsonl"), many).unwrap();
    // No file may grow beyond the limit: for the program that is a disk without room.
    let ran = under("trap '' XFSZ; ulimit -f 2048", path, &["import", "--db", "a.db", "many.jsonl"]);
    assert!(ran.code != Some(0), "{}", ran.err);
    assert!(unwrapped(&ran.err).contains("a.db"), "{}", ran.err);
    check(&chancery(path, &["check", "--db", "a.db"]), 0, &[]);
    check(&chancery(path, &["import", "--db", "a.db", "good.txt"]), 0, &["0 new, 1 known"]);
}

#[test]
fn a_page_never_reaches_outside() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let here = format!("http://{}", listener.local_addr().unwrap());
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), "the secret words").unwrap();
    let file = secret.path().display();
    let page = format!(
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file://{file}\">]><html><head><base href=\"{here}/\">\
         <link rel=stylesheet href=\"{here}/a.css\"><script src=\"{here}/a.js\"></script><meta http-equiv=refresh content=\"0;url={here}/r\"></head>\
         <body><p>&x; {GOOD}</p><img src=\"{here}/a.png\"><iframe src=\"{here}/f\"></iframe><object data=\"file://{file}\"></object>\
         <embed src=\"{file}\"><link rel=import href=\"{file}\"></body></html>"
    );
    let folder = folder(&[("page.html", page.into())]);
    let ran = chancery(folder.path(), &["mine", "page.html"]);
    check(&ran, 0, &[]);
    assert!(!ran.out.contains("secret words"), "{}", ran.out);
    let called = listener.accept().map_err(|error| error.kind());
    assert_eq!(called.err(), Some(std::io::ErrorKind::WouldBlock), "the page was followed");
}

#[test]
fn names_cannot_inject() {
    let title = "\u{1b}[2J=HYPERLINK(1)|<b>`x`\u{202e}";
    let outlet = "=cmd|' /C calc'!A0";
    let said = "=1+1()\u{1b}[31m said the minister. “+SUM(A1) we demand\u{202e} talks,” Sergei Lavrov said.";
    let text = format!("{GOOD}\u{1b}]0;x\u{7} {said}");
    let record =
        serde_json::json!({"title": title, "outlet": outlet, "published": "2017-03-04", "text": text});
    let folder = folder(&[("a.jsonl", record.to_string().into())]);
    check(&chancery(folder.path(), &["import", "a.jsonl"]), 0, &["1 new"]);
    for format in ["table", "markdown", "csv"] {
        for command in ["articles", "timeline", "events", "claims", "actors"] {
            let ran = chancery(folder.path(), &[command, "--format", format]);
            check(&ran, 0, &[]);
            let bad = |character: char| {
                (character.is_control() && character != '\n' && character != '\r') || character == '\u{202e}'
            };
            assert!(!ran.out.contains(bad), "{command} --format {format}: {:?}", ran.out);
            if format == "csv" {
                let mut reader = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .from_reader(ran.out.as_bytes());
                for row in reader.records() {
                    for cell in row.unwrap().iter() {
                        assert!(
                            !cell.starts_with(['=', '@', '+', '\t', '\r']),
                            "{command}: a cell is a formula: {cell:?}"
                        );
                    }
                }
            }
        }
    }
    let named = folder.path().join("b\u{1b}[31m.txt");
    fs::write(&named, "").unwrap();
    let ran = chancery(folder.path(), &["import", named.to_str().unwrap()]);
    check(&ran, 3, &["is empty"]);
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
}

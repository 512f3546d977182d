//! The same seed gives the same model, byte by byte, and another seed another one; the card is written beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A few sentences of our own, as every part of every treebank.
const SENTENCES: &str = include_str!("treebank/small.conllu");

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn treebanks() -> PathBuf {
    let folder = folder("treebanks");
    let mut packed = Vec::new();
    lzma_rs::xz_compress(&mut SENTENCES.as_bytes(), &mut packed).unwrap();
    for part in ["ewt-train", "gum-train", "ewt-test", "gum-test", "pud-test"] {
        std::fs::write(folder.join(format!("{part}.conllu.xz")), &packed).unwrap();
    }
    folder
}

/// Trees of a teacher: once with their words, once without them, and once of an article that nobody has.
fn silver() -> PathBuf {
    let folder = folder("silver");
    let with = "1\tTalks\t_\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tfailed\t_\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t_\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
    let without = with.replace("Talks", "_").replace("failed", "_").replace("\t.\t_\tPUNCT", "\t_\t_\tPUNCT");
    let text = format!(
        "# newdoc id = own\n{with}# newdoc id = news.jsonl first\n{without}# newdoc id = news.jsonl second\n{without}"
    );
    let mut packed = Vec::new();
    lzma_rs::xz_compress(&mut text.as_bytes(), &mut packed).unwrap();
    std::fs::write(folder.join("trees.conllu.xz"), packed).unwrap();
    std::fs::write(folder.join("news.jsonl"), "{\"id\": \"first\", \"text\": \"Banks closed.\"}\n").unwrap();
    folder
}

/// Trains a small model; gives its bytes and its card.
fn trained(data: &Path, name: &str, seed: &str) -> (Vec<u8>, String) {
    let folder = folder(name);
    let model = folder.join("english.model");
    let output = Command::new(env!("CARGO_BIN_EXE_chancery-train"))
        .args(["--seed", seed, "--epochs", "2", "--guide-epochs", "2", "--tagger-epochs", "2"])
        .args(["--parser-bits", "13", "--guide-bits", "13", "--tagger-bits", "13", "--copies", "50"])
        .arg("--data")
        .arg(data)
        .arg("--silver")
        .arg(silver())
        .arg("--articles")
        .arg(silver())
        .arg("--model")
        .arg(&model)
        .arg("--rules")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("2 sentences of a teacher, 1 documents without their words"), "{said}");
    (std::fs::read(model).unwrap(), std::fs::read_to_string(folder.join("README.md")).unwrap())
}

#[test]
fn a_seed_decides_the_model() {
    let data = treebanks();
    let (first, card) = trained(&data, "first", "7");
    let (again, _) = trained(&data, "again", "7");
    let (other, _) = trained(&data, "other", "8");
    assert!(first == again, "two runs with one seed made different models");
    assert!(first != other, "the seed changes nothing");
    assert!(card.contains(&format!("{} bytes", first.len())) && card.contains("--seed 7"), "{card}");
    assert!(card.contains("| PUD |") && card.contains("CC BY-SA 4.0"), "{card}");
}

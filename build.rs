//! Decodes the tables of weights of the English model, so that they are part of the program as they are needed.

use std::path::Path;

// The trainer writes what is read here.
#[path = "src/language/model/coding.rs"]
#[allow(dead_code)]
mod coding;

const MODEL: &str = "model/english.model";
const TABLES: [&str; 4] = ["first", "second", "backwards", "forwards"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={MODEL}");
    println!("cargo::rerun-if-changed=src/language/model/coding.rs");
    let model = std::fs::read(MODEL).expect("the model is part of the source");
    let folder = std::env::var("OUT_DIR").expect("cargo tells where to write");
    let tables = tables(&model).expect("the model is sound");
    for (name, cells) in TABLES.iter().zip(tables) {
        let path = Path::new(&folder).join(format!("{name}.weights"));
        std::fs::write(path, cells).expect("cargo's folder can be written to");
    }
}

/// The cells of every table, which follow a line, the head and the lexicon.
fn tables(model: &[u8]) -> Option<Vec<Vec<u8>>> {
    let line = model.iter().position(|&byte| byte == b'\n')? + 1;
    let mut rest = model.get(line..)?;
    for _ in ["head", "lexicon"] {
        let (length, after) = rest.split_first_chunk::<4>()?;
        rest = after.get(u32::from_le_bytes(*length) as usize..)?;
    }
    let table = |_: &&str| coding::next(&mut rest).and_then(|(size, coded)| coding::decode(coded, size));
    TABLES.iter().map(table).collect()
}

//! Makes ready what the program carries, so that it need not be done at every start: decodes the tables of weights of the
//! English model and compiles the rules of the stages that have most of them.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

// The trainer writes what is read here.
#[path = "../src/language/model/coding.rs"]
#[allow(dead_code)]
mod coding;

// The compilers of rules are those of the program. They may use nothing else of it: what is named here is all.
mod rules;
mod actors;
mod places;
mod events;
mod claims;

use rules::{RuleError, RuleFiles};

const RULES: &str = "rules";
const MODEL: &str = "model/english.model";
const TABLES: [&str; 4] = ["first", "second", "backwards", "forwards"];

fn main() {
    for read in ["build", MODEL, RULES, "src/language/model/coding.rs"] {
        println!("cargo::rerun-if-changed={read}");
    }
    let folder = PathBuf::from(std::env::var("OUT_DIR").expect("cargo tells where to write"));
    let model = std::fs::read(MODEL).expect("the model is part of the source");
    let digest = Sha256::digest(&model);
    let fingerprint: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=MODEL_FINGERPRINT={fingerprint}");
    let tables = tables(&model).expect("the model is sound");
    for (name, cells) in TABLES.iter().zip(tables) {
        write(&folder, &format!("{name}.weights"), &cells);
    }
    let files = RuleFiles::default().overlaid(Path::new(RULES)).expect("the rules are part of the source");
    println!("cargo::rustc-env=RULES_FINGERPRINT={}", files.hash());
    keep(&folder, "actors", actors::rules::Rules::compile(&files));
    keep(&folder, "places", places::rules::Rules::compile(&files));
    keep(&folder, "events", events::rule::Rules::compile(&files));
    keep(&folder, "claims", claims::rules::Rules::compile(&files));
}

/// Keeps the compiled rules of a stage. Faulty ones are not kept, so that the program is built nevertheless, compiles them
/// itself and tells all that is wrong.
fn keep(folder: &Path, stage: &str, rules: Result<impl serde::Serialize, Vec<RuleError>>) {
    let bytes = match rules {
        Ok(rules) => postcard::to_allocvec(&rules).expect("rules can be written"),
        Err(faults) => {
            faults.iter().for_each(|fault| println!("cargo::warning={fault}"));
            Vec::new()
        }
    };
    write(folder, &format!("{stage}.ready"), &bytes);
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).expect("cargo's folder can be written to");
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

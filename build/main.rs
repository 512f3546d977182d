//! Makes ready what the program carries, so that it need not be done at every start: decodes the lexicon and
//! the tables of weights of the English model and compiles the rules of the stages that have most of them.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

// What is made ready is made by the program's own code. It may use nothing else of the program: what these modules name
// is all.
mod actors;
mod claims;
mod events;
mod language;
mod places;
mod rules;

use language::lexicon::Lexicon;
use language::{coding, words};
use rules::{RuleError, RuleFiles};

const RULES: &str = "rules";
const MODEL: &str = "model/english.model";
const TABLES: [&str; 4] = ["first", "second", "backwards", "forwards"];

fn main() {
    for read in ["build", MODEL, RULES] {
        println!("cargo::rerun-if-changed={read}");
    }
    let folder = PathBuf::from(std::env::var("OUT_DIR").expect("cargo tells where to write"));
    let model = std::fs::read(MODEL).expect("the model is part of the source");
    let digest = Sha256::digest(&model);
    let fingerprint: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=MODEL_FINGERPRINT={fingerprint}");
    tables(&model, &folder).expect("the model is sound");
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

/// Writes the lexicon and the cells of every table, which follow a line and the head.
fn tables(model: &[u8], folder: &Path) -> Option<()> {
    let line = model.iter().position(|&byte| byte == b'\n')? + 1;
    let (length, rest) = model.get(line..)?.split_first_chunk::<4>()?;
    let mut rest = rest.get(u32::from_le_bytes(*length) as usize..)?;
    let lexicon = Lexicon::new(words::next(&mut rest)?.into_iter());
    write(folder, "lexicon.slots", lexicon.slots());
    for name in TABLES {
        let (size, coded) = coding::next(&mut rest)?;
        write(folder, &format!("{name}.weights"), &coding::decode(coded, size)?);
    }
    Some(())
}

//! Another set of rules, as an analyst might have come to write it, made of those in `rules/`: two kinds go by
//! other names everywhere; every third rule looks for no target, so that its mentions span less; and of three verb
//! rules that ask for a certain object two have become noun rules, so that the object is the trigger and no longer
//! the verb.

use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Kinds, and what they are called here.
const RENAMED: [(&str, &str); 2] = [("ACCUSE", "BLAME"), ("REQUEST", "APPEAL")];

/// Writes to `folder` every file of these rules that is not as in `rules/`.
pub fn write(folder: &Path) {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    for path in files(&ours) {
        let was = fs::read_to_string(&path).unwrap();
        let relative = path.strip_prefix(&ours).unwrap();
        let is_kind =
            relative.parent() == Some(Path::new("events")) && relative.extension() == Some("toml".as_ref());
        let mut now = if is_kind { otherwise(was.parse().unwrap()).to_string() } else { was.clone() };
        for (kind, name) in RENAMED {
            now = now.replace(kind, name);
        }
        if now != was {
            let path = folder.join(relative);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, now).unwrap();
        }
    }
}

/// All rule files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (folders, mut files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml" || extension == "csv"));
    files.extend(folders.iter().flat_map(|folder| self::files(folder)));
    files
}

/// The rules of one kind, written otherwise.
fn otherwise(mut kind: Table) -> Table {
    let (mut verbs, mut nouns) = (rules(&mut kind, "verb"), rules(&mut kind, "noun"));
    for rule in verbs.iter_mut().chain(&mut nouns).skip(2).step_by(3) {
        rule.insert("target".into(), Value::Array(Vec::new()));
        rule.insert("needs".into(), "none".into());
    }
    let (mut stay, mut asked) = (Vec::new(), 0);
    for verb in verbs {
        match as_noun(&verb) {
            Some(noun) if asked % 3 < 2 => nouns.push(noun),
            _ => stay.push(verb.clone()),
        }
        asked += usize::from(as_noun(&verb).is_some());
    }
    for (form, rules) in [("verb", stay), ("noun", nouns)] {
        kind.insert(form.into(), Value::Array(rules.into_iter().map(Value::Table).collect()));
    }
    kind
}

fn rules(kind: &mut Table, form: &str) -> Vec<Table> {
    let rules = kind.remove(form).map_or(Vec::new(), |rules| rules.as_array().unwrap().clone());
    rules.into_iter().map(|rule| rule.as_table().unwrap().clone()).collect()
}

/// A verb rule that asks for one of certain words as object, as a rule of these words under that verb.
fn as_noun(verb: &Table) -> Option<Table> {
    let objects = verb.get("when")?.get("object")?.as_array()?;
    let is_word = |word: &Value| word.as_str().is_some_and(|word| !word.starts_with(['#', '@', '+', '*']));
    if !objects.iter().all(is_word) {
        return None;
    }
    let words = verb["words"].as_array()?.iter().filter_map(|words| words.as_str()?.split(' ').next());
    let mut noun = verb.clone();
    noun.remove("unless");
    noun.insert("words".into(), objects.clone().into());
    noun.insert("needs".into(), "none".into());
    noun.insert(
        "when".into(),
        Table::from_iter([("governor".to_owned(), words.collect::<Vec<_>>().into())]).into(),
    );
    Some(noun)
}

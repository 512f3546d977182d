//! The treebanks on disk.

use chancery::language::conllu::{Tree, read};
use std::path::Path;

/// Reads one part of a treebank ("ewt-train").
pub fn load(folder: &Path, name: &str) -> Result<Vec<Tree>, String> {
    let path = folder.join(format!("{name}.conllu.xz"));
    let packed = std::fs::read(&path).map_err(|error| {
        format!("{}: {error}; name the folder of the treebanks with --data", path.display())
    })?;
    let mut content = Vec::new();
    lzma_rs::xz_decompress(&mut packed.as_slice(), &mut content)
        .map_err(|error| format!("{}: {error:?}", path.display()))?;
    let text = String::from_utf8(content).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(read(&text))
}

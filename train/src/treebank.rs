//! The treebanks on disk.

use chancery::language::conllu::{Tree, read};
use std::path::Path;

/// Reads one part of a treebank ("ewt-train").
pub fn load(folder: &Path, name: &str) -> Result<Vec<Tree>, String> {
    let path = folder.join(format!("{name}.conllu.xz"));
    let text =
        unpacked(&path).map_err(|fault| format!("{fault}; name the folder of the treebanks with --data"))?;
    Ok(read(&text))
}

/// The text of a file packed by xz.
pub fn unpacked(path: &Path) -> Result<String, String> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let packed = std::fs::read(path).map_err(|error| fault(&error))?;
    let mut content = Vec::new();
    lzma_rs::xz_decompress(&mut packed.as_slice(), &mut content)
        .map_err(|error| format!("{}: {error:?}", path.display()))?;
    String::from_utf8(content).map_err(|error| fault(&error))
}

//! Every command of the README prints what the README says.

mod transcript;

use std::path::Path;

#[test]
fn the_readme_is_true() {
    transcript::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), true);
}

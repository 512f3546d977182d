//! Any bytes are a model or an error.
#![no_main]

use chancery::language::Model;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
});

//! What time it is.

use chrono::{DateTime, SecondsFormat};

/// The time now, with its zone. `SOURCE_DATE_EPOCH` (seconds since 1970) stands in its place where it is set, so
/// that what is made twice is the same to the byte.
pub(super) fn now() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    match fixed.and_then(|seconds| DateTime::from_timestamp(seconds, 0)) {
        Some(time) => time.to_rfc3339_opts(SecondsFormat::Secs, true),
        None => chrono::Local::now().to_rfc3339_opts(SecondsFormat::Micros, false),
    }
}

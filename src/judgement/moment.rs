//! The order of time among judgements.

use chrono::{DateTime, Duration, SecondsFormat};

/// The time at which the next judgement is made: now, or just after the last one if a clock went back. In UTC, to
/// the microsecond, so that the order of the letters is that of time. What cannot be read as a time counts as none.
pub fn moment(now: &str, last: Option<&str>) -> String {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc());
    let after = last.and_then(read).and_then(|last| last.checked_add_signed(Duration::microseconds(1)));
    match read(now).max(after) {
        Some(time) => time.to_rfc3339_opts(SecondsFormat::Micros, true),
        None => DateTime::UNIX_EPOCH.to_rfc3339_opts(SecondsFormat::Micros, true),
    }
}

/// Whether a text is a time as [`moment`] writes it.
pub fn is_moment(text: &str) -> bool {
    moment(text, None) == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_follow_one_another() {
        let now = "2017-04-12T10:00:00+02:00";
        assert_eq!(moment(now, None), "2017-04-12T08:00:00.000000Z");
        assert_eq!(moment(now, Some("2017-04-12T07:00:00.000000Z")), "2017-04-12T08:00:00.000000Z");
        assert_eq!(moment(now, Some("2017-04-12T09:00:00.000000Z")), "2017-04-12T09:00:00.000001Z");
        assert!(is_moment("2017-04-12T08:00:00.000000Z") && !is_moment(now) && !is_moment("yesterday"));
    }
}

//! Where an event stands in the timeline, in one number: what the full-text index keeps events in order by.

/// The sections of the timeline by the numbers that they have in the index.
pub const SECTIONS: [&str; 7] = ["main", "planned", "background", "undated", "aside", "rejected", "bare"];

/// Days are counted from so many before the first of year 1, so that none is below 0.
const DAYS_BEFORE: i64 = 100_000_000;
/// The bits that hold the day. Days beyond stand with the first or the last.
const DAY_BITS: u32 = 28;
/// The bits that hold the event.
const EVENT_BITS: u32 = 32;

/// The number of an event that stands in this section from this day on.
pub fn position_of(section: &str, first_day: i64, event: i64) -> i64 {
    let section = SECTIONS.iter().position(|known| *known == section).unwrap_or(0);
    position(section, first_day, event)
}

fn position(section: usize, first_day: i64, event: i64) -> i64 {
    let day = first_day.saturating_add(DAYS_BEFORE).clamp(0, (1 << DAY_BITS) - 1);
    ((section as i64) << (DAY_BITS + EVENT_BITS)) | (day << EVENT_BITS) | event
}

/// The event of a number.
pub const EVENT_OF_POSITION: &str = "& 4294967295";

/// The first day of a number as SQL.
pub fn day_of_position_sql(position: &str) -> String {
    format!("(({position} >> {EVENT_BITS} & {}) - {DAYS_BEFORE})", (1_i64 << DAY_BITS) - 1)
}

/// The number as SQL, for columns or expressions that hold day and event.
pub fn position_sql(section: &str, first_day: &str, event: &str) -> String {
    let (base, last) = (position_of(section, i64::MIN, 0), (1_i64 << DAY_BITS) - 1);
    format!("({base} | (min(max({first_day} + {DAYS_BEFORE}, 0), {last}) << {EVENT_BITS}) | {event})")
}

/// The numbers of all events that stand in this section from the first to the last of these days on.
pub fn positions(section: &str, first_day: i64, last_day: i64) -> (i64, i64) {
    (position_of(section, first_day, 0), position_of(section, last_day, (1 << EVENT_BITS) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_the_order_of_the_timeline() {
        let places = [
            (0, i64::MIN, 9),
            (0, -800_000, 8),
            (0, 1, 7),
            (0, 736_423, 1),
            (0, 736_423, 2),
            (0, 736_424, 1),
            (2, 1, 1),
            (3, 99_999_999, 5),
            (5, i64::MAX, (1 << EVENT_BITS) - 1),
            (6, 99_999_999, (1 << EVENT_BITS) - 1),
        ];
        let numbers = places.map(|(section, day, event)| position(section, day, event));
        assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        for ((section, day, event), number) in places.into_iter().zip(numbers) {
            let sql = format!("SELECT ?1 {EVENT_OF_POSITION}");
            assert_eq!(connection.query_row(&sql, [number], |row| row.get::<_, i64>(0)), Ok(event));
            // SQL has no sums beyond the last number.
            if (-1_000_000..1_000_000_000).contains(&day) {
                let sql = format!("SELECT {}", position_sql(SECTIONS[section], "?1", "?2"));
                let found = connection.query_row(&sql, [day, event], |row| row.get::<_, i64>(0));
                assert_eq!(found, Ok(number));
                let sql = format!("SELECT {}", day_of_position_sql("?1"));
                assert_eq!(connection.query_row(&sql, [number], |row| row.get::<_, i64>(0)), Ok(day));
            }
            let (first, last) = positions(SECTIONS[section], day, day);
            assert!((first..=last).contains(&number));
        }
    }
}

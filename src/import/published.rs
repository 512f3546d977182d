//! When an article was published: the strongest evidence that there is.

use super::ImportOptions;
use super::draft::Draft;
use crate::article::{Published, PublishedBasis};
use chrono::NaiveDate;

/// Decides on the publication date: what we were told, then what the record states. Today is never
/// evidence. `remark` is told of dates that cannot be.
pub(super) fn decide(
    draft: &Draft,
    file_name: Option<&str>,
    options: &ImportOptions,
    remark: &mut dyn FnMut(String, String),
) -> Published {
    let _ = file_name;
    let given = options.published.map(|day| (day, PublishedBasis::Given));
    let stated = || {
        let stated = draft.stated.as_ref()?;
        let day: Option<NaiveDate> = stated.words.get(..10).and_then(|day| day.parse().ok());
        if day.is_none() {
            let what = format!("the publication date \"{}\" is no day", stated.words);
            remark(what, "write it as YYYY-MM-DD".into());
        }
        Some((day?, stated.basis))
    };
    given.or_else(stated).map_or_else(Published::default, |(day, basis)| Published { date: Some(day), basis })
}

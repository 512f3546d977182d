//! What a heading names is told of behind its colon: "2013 Vienna train crash: A train leaves the rails in Vienna".

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::common::modes_agree;
use super::sentence::{elsewhere, renumber};

/// Makes what a heading names the one happening of its kind that its sentence tells of.
pub(super) fn join_heading(reading: &Reading<'_>, drafts: &mut [Draft]) {
    let Some(colon) = reading.grammar.heading_end() else { return };
    for at in 0..drafts.len() {
        let named = &drafts[at];
        let mut told = drafts.iter().filter(|other| {
            other.found.head > colon && other.mention.kind == named.mention.kind && named.found.head < colon
        });
        let Some(first) = told.next() else { continue };
        let happening = first.mention.happening;
        let one = told.all(|other| other.mention.happening == happening);
        if one && names(reading, named, first) {
            let from = named.mention.happening;
            renumber(drafts, from, happening);
        }
    }
}

/// Whether a heading can be of a happening. Of attacks there are many in one place, as of disasters there are not: there
/// the heading has to name the place and the manner.
fn names(reading: &Reading<'_>, named: &Draft, told: &Draft) -> bool {
    let befalls = reading.kind(&named.found).befalls;
    let placed = named.mention.place.is_some() && told.mention.place.is_some();
    named.mention.status == told.mention.status
        && !elsewhere(named, told)
        && (befalls || placed && modes_agree(reading, named, told))
}

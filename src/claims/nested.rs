//! Claims within claims.

use super::Claim;
use crate::article::Span;

/// "The notion that he hopes for peace | has been mocked": who hopes inside of what is said hopes for no more than that.
pub(super) fn keep_inside(claims: &mut [Claim]) {
    for inner in 0..claims.len() {
        let [content] = claims[inner].content.as_slice() else { continue };
        let content = *content;
        let cue = claims[inner].cue.iter().copied().reduce(Span::cover);
        let outer = claims.iter().enumerate().find_map(|(index, outer)| {
            let [span] = outer.content.as_slice() else { return None };
            let holds = index != inner
                && (outer.part, outer.sentence) == (claims[inner].part, claims[inner].sentence)
                && cue.is_some_and(|cue| span.contains(cue))
                && span.begin < content.begin
                && content.begin < span.end
                && span.end < content.end;
            holds.then_some(*span)
        });
        if let Some(outer) = outer {
            claims[inner].content = vec![Span { end: outer.end, ..content }];
        }
    }
}

//! Which side of a question a claim takes.

/// The side that a claim takes over what is at issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Holds it true: asserts, believes, accuses.
    Affirms,
    /// Holds it false or uncertain: denies, doubts, rejects.
    Disputes,
}

impl Side {
    /// The side of a stance, by its word; stances that want or plan something take none. A saying that is
    /// itself negated is on the other side: who does not deny a thing affirms it.
    pub fn of(stance: &str, positive: bool) -> Option<Self> {
        let affirms = match stance {
            "asserts" | "accuses" | "believes" | "agrees" | "supports" => positive,
            "denies" | "doubts" | "rejects" => !positive,
            _ => return None,
        };
        Some(if affirms { Self::Affirms } else { Self::Disputes })
    }
}

/// The question that an aspect of an event belongs to: evidence is evidence of who did it, where that is at
/// issue, else of that it happened.
pub fn question(aspect: &str, who_is_at_issue: bool) -> &str {
    match aspect {
        "evidence" if who_is_at_issue => "actor",
        "evidence" => "occurrence",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Side, question};

    #[test]
    fn sides() {
        let check = |stance, positive, expected| assert_eq!(Side::of(stance, positive), expected, "{stance}");
        check("asserts", true, Some(Side::Affirms));
        check("denies", true, Some(Side::Disputes));
        check("denies", false, Some(Side::Affirms));
        check("demands", true, None);
    }

    #[test]
    fn evidence_is_of_something() {
        assert_eq!(question("evidence", true), "actor");
        assert_eq!(question("evidence", false), "occurrence");
        assert_eq!(question("number", true), "number");
    }
}

//! What is dumped: one query a kind of line. No row numbers, imports or times.

/// A word for the lines, and the query that makes them.
pub(super) const LINES: &[(&str, &str)] = &[
    ("text", include_str!("text.sql")),
    ("publication", include_str!("publication.sql")),
    ("sentence", include_str!("sentence.sql")),
    ("date", include_str!("date.sql")),
    ("actor", include_str!("actor.sql")),
    ("alias", include_str!("alias.sql")),
    ("text actor", include_str!("text_actor.sql")),
    ("actor mention", include_str!("actor_mention.sql")),
    ("mention", include_str!("mention.sql")),
    ("participant", include_str!("participant.sql")),
    ("particular", include_str!("particular.sql")),
    ("relation", include_str!("relation.sql")),
    ("claim", include_str!("claim.sql")),
    ("about", include_str!("about.sql")),
    ("event", include_str!("event.sql")),
    ("event participant", include_str!("event_participant.sql")),
    ("event variant", include_str!("event_variant.sql")),
    ("event relation", include_str!("event_relation.sql")),
    ("timeline", include_str!("timeline.sql")),
    ("party", include_str!("party.sql")),
    ("words", include_str!("words.sql")),
    ("mention link", include_str!("mention_link.sql")),
    ("text link", include_str!("text_link.sql")),
    ("retired", include_str!("retired.sql")),
];

//! What an analyst asks for on the command line, as judgements: ids become places in texts, values are checked.

mod target;
mod value;

pub use target::withdrawal;

use super::{QueryError, Thing, identify};
use crate::judgement::{Correction, Judgement, Subject, Target, Verb, moment};
use crate::places;
use rusqlite::Connection;

/// What is asked for.
#[derive(Debug)]
pub struct Request<'r> {
    /// What is decided.
    pub verb: Verb,
    /// On what: ids, or two of them with `~` between them for the link.
    pub ids: &'r [String],
    /// Fields with their new values.
    pub corrections: &'r [(String, String)],
    /// The argument.
    pub why: Option<&'r str>,
    /// Who decides.
    pub who: &'r str,
    /// When.
    pub now: &'r str,
    /// When the last judgement before was made.
    pub last: Option<&'r str>,
    /// Whether an id stands for the one mention that has it rather than for its event.
    pub mentions: bool,
    /// The gazetteer.
    pub places: &'r places::Rules,
}

/// The judgements that a request comes to.
///
/// # Errors
/// If an id is unknown, a value makes no sense, or the verb does not go with the thing; saying what would.
pub fn judgements(connection: &Connection, request: &Request<'_>) -> Result<Vec<Judgement>, QueryError> {
    let who = request.who.trim();
    if who.is_empty() {
        return Err(QueryError::value("nobody judges: the name is empty", "give one with --as NAME"));
    }
    let why = request.why.map(str::trim).filter(|why| !why.is_empty());
    if request.verb == Verb::Note && why.is_none() {
        return Err(QueryError::value("a note needs its text", "give it with --why TEXT"));
    }
    match (request.verb, request.corrections) {
        (Verb::Correct, []) => {
            return Err(QueryError::value(
                "nothing says what is to be corrected",
                "give fields with their values, for instance date=2017-04-07",
            ));
        }
        (Verb::Correct, _) | (_, []) => {}
        (verb, [(field, value), ..]) => {
            return Err(QueryError::value(
                format!("{} takes no {field}={value}", verb.as_str()),
                format!("chancery judge correct ID {field}={value}"),
            ));
        }
    }
    let mut judged = match request.verb {
        Verb::Merge | Verb::Split => vec![together(connection, request)?],
        _ => request.ids.iter().map(|id| single(connection, request, id)).collect::<Result<Vec<_>, _>>()?,
    };
    let mut last = request.last.map(str::to_owned);
    for judgement in &mut judged {
        judgement.made = moment(request.now, last.as_deref());
        last = Some(judgement.made.clone());
        judgement.who = who.to_owned();
        judgement.why = why.map(str::to_owned);
    }
    Ok(judged)
}

/// A judgement on one thing.
fn single(connection: &Connection, request: &Request<'_>, id: &str) -> Result<Judgement, QueryError> {
    let (subject, targets) = if let Some((one, other)) = id.split_once('~') {
        link(connection, request.verb, one, other)?
    } else {
        match identify(connection, id)? {
            Thing::Event(event) if request.mentions => {
                (Subject::Mention, target::mention(connection, event, id, request.verb == Verb::Reject)?)
            }
            Thing::Event(event) => (Subject::Event, target::event(connection, event, 0)?),
            Thing::Claim(claim) => (Subject::Claim, vec![target::claim(connection, claim)?]),
            Thing::Text(text) => (Subject::Article, vec![target::text(connection, text, 0)?]),
            Thing::Actor(_) => {
                return Err(QueryError::value(
                    format!("{id:?} is an actor, and actors are not judged"),
                    "judge where it takes part: chancery judge correct EVENT source=NAME target=NAME",
                ));
            }
        }
    };
    if subject == Subject::Article && matches!(request.verb, Verb::Accept | Verb::Reject) {
        return Err(QueryError::value(
            format!("{id:?} is an article, which is neither right nor wrong"),
            "chancery forget ARTICLE withdraws it; chancery judge correct ARTICLE published=DATE mends its date",
        ));
    }
    let corrections = corrections(connection, request, subject)?;
    Ok(blank(request.verb, subject, corrections, targets))
}

/// The link of two mentions (or events), or of two articles.
fn link(
    connection: &Connection,
    verb: Verb,
    one: &str,
    other: &str,
) -> Result<(Subject, Vec<Target>), QueryError> {
    if !matches!(verb, Verb::Accept | Verb::Reject) {
        return Err(QueryError::value(
            format!("the link {one}~{other} can be accepted or rejected"),
            format!("chancery judge accept {one}~{other}, or reject"),
        ));
    }
    let apart = u32::from(verb == Verb::Reject);
    match (identify(connection, one)?, identify(connection, other)?) {
        (Thing::Text(a), Thing::Text(b)) if a != b => {
            Ok((Subject::Origin, vec![target::text(connection, a, 0)?, target::text(connection, b, apart)?]))
        }
        (Thing::Event(a), Thing::Event(b)) => {
            let (a, b) = (target::one(connection, a, one, 0)?, target::one(connection, b, other, apart)?);
            if (&a.name, &a.text) == (&b.name, &b.text) {
                return Err(QueryError::value(
                    format!("{one:?} and {other:?} are the same mention"),
                    "chancery show EVENT lists the ids of its mentions",
                ));
            }
            Ok((Subject::Link, vec![a, b]))
        }
        _ => Err(QueryError::value(
            format!("{one:?} and {other:?} are not two mentions, nor two articles"),
            "a link is between two mentions of events, or between two articles",
        )),
    }
}

/// A judgement on several things at once: what is one, and what is not.
fn together(connection: &Connection, request: &Request<'_>) -> Result<Judgement, QueryError> {
    let [first, rest @ ..] = request.ids else {
        return Err(QueryError::value("nothing is named", "name what is to be judged by its ID"));
    };
    let example = match request.verb {
        Verb::Merge => "chancery judge merge EVENT EVENT…, or ARTICLE ARTICLE… for one origin",
        _ => "chancery judge split EVENT MENTION…, or ARTICLE ARTICLE… for another origin",
    };
    if rest.is_empty() {
        return Err(QueryError::value(format!("only {first:?} is named"), example));
    }
    let things = request.ids.iter().map(|id| identify(connection, id)).collect::<Result<Vec<_>, _>>()?;
    let apart = u32::from(request.verb == Verb::Split);
    let texts: Vec<i64> = things
        .iter()
        .filter_map(|thing| if let Thing::Text(text) = thing { Some(*text) } else { None })
        .collect();
    if texts.len() == things.len() {
        let targets = texts
            .iter()
            .enumerate()
            .map(|(nth, &text)| target::text(connection, text, if nth == 0 { 0 } else { apart }))
            .collect::<Result<_, _>>()?;
        return Ok(blank(request.verb, Subject::Origin, Vec::new(), targets));
    }
    let events: Vec<i64> = things
        .iter()
        .filter_map(|thing| if let Thing::Event(event) = thing { Some(*event) } else { None })
        .collect();
    if events.len() < things.len() {
        return Err(QueryError::value(
            format!("{} are not all events, nor all articles", request.ids.join(", ")),
            example,
        ));
    }
    let targets = match request.verb {
        Verb::Merge => target::merged(connection, &events, request.ids)?,
        _ => target::split(connection, &events, request.ids)?,
    };
    Ok(blank(request.verb, Subject::Event, Vec::new(), targets))
}

fn corrections(
    connection: &Connection,
    request: &Request<'_>,
    subject: Subject,
) -> Result<Vec<Correction>, QueryError> {
    let mut found: Vec<Correction> = Vec::new();
    for (field, given) in request.corrections {
        if found.iter().any(|other| other.field == *field) {
            return Err(QueryError::value(format!("{field} is given twice"), "give it once"));
        }
        found.push(value::correction(connection, request.places, subject, field, given)?);
    }
    // A mode refines its kind: whichever was given first, the kind comes first.
    found.sort_by_key(|correction| correction.field == "mode");
    Ok(found)
}

fn blank(verb: Verb, subject: Subject, corrections: Vec<Correction>, targets: Vec<Target>) -> Judgement {
    Judgement {
        made: String::new(),
        who: String::new(),
        verb,
        subject,
        corrections,
        why: None,
        undoes: None,
        targets,
    }
}

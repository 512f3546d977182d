//! The flags that ask for events.

use super::print::PrintArguments;
use super::source::{SourceArguments, day};
use super::{Exit, Failure};
use crate::query::timeline::Timeline;
use crate::query::{self, Filter, Role, day_number};
use chrono::NaiveDate;
use clap::Args;
use rusqlite::Connection;

/// Where events are looked up, which of them, and how they are printed.
#[derive(Debug, Args)]
pub(super) struct EventArguments {
    #[command(flatten)]
    source: SourceArguments,
    #[command(flatten)]
    page: PageArguments,
    #[command(flatten)]
    pub print: PrintArguments,
    #[command(flatten)]
    filter: FilterArguments,
}

impl EventArguments {
    /// The events asked for; the exit code says whether all files could be read.
    pub fn ask(&self) -> Result<(Timeline, Exit), Failure> {
        let (chronicle, exit) = self.source.open()?;
        let filter = self.filter.filter(chronicle.connection())?;
        Ok((query::timeline(chronicle.connection(), &filter, self.page.page())?, exit))
    }
}

/// Which events.
#[derive(Debug, Args)]
#[command(next_help_heading = "Which events")]
pub(super) struct FilterArguments {
    /// From this date on: any EDTF value (2017, 2017-04, 2017-04-04, 199X)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// Up to this date
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<String>,
    /// Only events that lie within these dates for certain
    #[arg(long)]
    certain: bool,
    /// Who takes part; repeated: all of them; with commas: any of them; "=Russia" is the state alone
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Two, one of whom acts on or with the other
    #[arg(long, value_name = "NAME,NAME")]
    between: Vec<String>,
    /// Who does it
    #[arg(long, value_name = "NAME")]
    by: Vec<String>,
    /// To whom it is done
    #[arg(long, value_name = "NAME")]
    against: Vec<String>,
    /// Where: a place or a country
    #[arg(long, value_name = "NAME")]
    place: Option<String>,
    /// What: kinds (CONSULT, ASSAULT, …) or modes (visit, veto, …)
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    kind: Vec<String>,
    /// happened, planned, claimed, hypothetical, denied
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<String>,
    /// Also what is barely told: no day and one party at most, or neither party nor place
    #[arg(long)]
    bare: bool,
    /// Only events at least so sure, in percent: 40 leaves out those marked ?
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    sure: Option<u8>,
    /// Words to be found in what is told of it; "in quotation marks" they stand together, str* begins a word
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// Who tells of it
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    outlet: Vec<String>,
    /// So many independent origins tell of it
    #[arg(long, value_name = "NUMBER")]
    min_origins: Option<u32>,
    /// Only what had been published by that day
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// What was judged: accepted, rejected, corrected, merged, split, noted, any
    #[arg(long, value_name = "WAY", value_delimiter = ',')]
    judged: Vec<String>,
    /// Only what the last import added to
    #[arg(long)]
    new: bool,
}

/// How much, and which way round.
#[derive(Debug, Args)]
pub(super) struct PageArguments {
    /// At most so many rows
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,
    /// The latest first
    #[arg(long)]
    reverse: bool,
}

impl PageArguments {
    /// The same for a query.
    pub fn page(&self) -> query::Page {
        query::Page { limit: self.limit, reverse: self.reverse }
    }
}

impl FilterArguments {
    /// The question that the flags ask; names are looked up in the chronicle.
    pub fn filter(&self, connection: &Connection) -> Result<Filter, Failure> {
        if self.certain && self.from.is_none() && self.to.is_none() {
            return Err(Failure::usage("--certain says how --from and --to are meant, and neither is given")
                .remedy("give --from, --to or both"));
        }
        let mut filters = Vec::new();
        filters.extend(Filter::period(self.from.as_deref(), self.to.as_deref(), self.certain)?);
        for (role, names) in
            [(Role::Either, &self.actor), (Role::Source, &self.by), (Role::Target, &self.against)]
        {
            for list in names {
                filters.push(Filter::Takes(role, query::parties(connection, list)?));
            }
        }
        for pair in &self.between {
            let Some((one, other)) = pair.split_once(',') else {
                return Err(Failure::usage(format!("--between {pair:?} names only one"))
                    .remedy("name two, for instance --between \"United States,Russia\""));
            };
            filters
                .push(Filter::Between(query::parties(connection, one)?, query::parties(connection, other)?));
        }
        if let Some(name) = &self.place {
            filters.push(Filter::Place(query::places(connection, name)?));
        }
        if !self.kind.is_empty() {
            filters.push(query::kinds(connection, &self.kind)?);
        }
        if !self.status.is_empty() {
            filters.push(Filter::status(&self.status)?);
        }
        if self.bare {
            filters.push(Filter::Bare);
        }
        if let Some(percent) = self.sure {
            filters.push(Filter::Sure(f64::from(percent) / 100.0));
        }
        if let Some(text) = &self.text {
            filters.push(Filter::Text(query::search_words(text)?));
        }
        if !self.outlet.is_empty() {
            filters.push(Filter::Outlet(query::outlets(connection, &self.outlet)?));
        }
        if !self.judged.is_empty() {
            filters.push(Filter::judged(&self.judged)?);
        }
        filters.extend(self.min_origins.map(Filter::MinOrigins));
        filters.extend(self.as_of.map(|day| Filter::AsOf(day_number(day))));
        if self.new {
            filters.push(Filter::Import(query::last_import(connection)?));
        }
        Ok(Filter::all(filters))
    }
}

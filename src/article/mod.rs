//! What everything else speaks of: an article, and places in it.

mod points;
mod span;
pub use points::CodePoints;
pub use span::{Location, Part, Span};

use chrono::NaiveDate;

/// One article as it was given to us. The text is never altered; everything found points into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The id its giver knows it by, if any.
    pub id: Option<String>,
    /// The headline, where it is known apart from the text.
    pub title: Option<String>,
    /// Who published it ("Reuters").
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published and how we know.
    pub published: Published,
    /// The text, to the byte as it was given.
    pub text: String,
}

impl Article {
    /// The characters of one part; a missing title is empty.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Text => &self.text,
            Part::Title => self.title.as_deref().unwrap_or(""),
        }
    }

    /// The words at a location, or nothing if the location lies outside of its part.
    pub fn quote(&self, location: Location) -> &str {
        self.part(location.part).get(location.span.begin..location.span.end).unwrap_or("")
    }

    /// The title if it is to be mined beside the text: a title that the text begins with is not.
    pub fn separate_title(&self) -> Option<&str> {
        let title = self.title.as_deref()?.trim();
        (!title.is_empty() && !self.text.trim_start().starts_with(title)).then_some(title)
    }
}

/// The publication date and how it is known. Today's date is never evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The day, on the calendar of the place of publication.
    pub date: Option<NaiveDate>,
    /// How the day is known.
    pub basis: PublishedBasis,
}

/// How a publication date is known, from the strongest evidence to none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublishedBasis {
    /// Somebody told us (`--published`).
    Given,
    /// A field of a record (JSONL `published`, front matter).
    Field,
    /// The metadata of a web page.
    Metadata,
    /// A dateline or a "Published …" line in the text.
    Dateline,
    /// A date in the name of the file.
    Filename,
    /// Reasoned from the article's own words (`placement`).
    Inferred,
    /// Unknown.
    #[default]
    None,
}

impl PublishedBasis {
    /// Every basis, strongest first.
    pub const ALL: [Self; 7] = [
        Self::Given,
        Self::Field,
        Self::Metadata,
        Self::Dateline,
        Self::Filename,
        Self::Inferred,
        Self::None,
    ];

    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Field => "field",
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Filename => "filename",
            Self::Inferred => "inferred",
            Self::None => "none",
        }
    }
}

/// Whether the words of an article are its author's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// As somebody wrote it.
    Original,
    /// Machine-altered: its quotations are not the speakers' words.
    Reworded,
    /// Not known, for instance because the text was not mined.
    #[default]
    Unknown,
}

impl Wording {
    /// The word used in JSON and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Reworded => "reworded",
            Self::Unknown => "unknown",
        }
    }
}

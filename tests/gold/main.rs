//! The fixtures' gold: that it fits the texts, and how well the miner does on it.
#![allow(missing_docs)]

mod articles;
mod corpus;
mod expected;
mod fit;
mod names;
mod report;
mod score;
mod years;

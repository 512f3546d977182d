//! Trains the English model of chancery.

fn main() {}

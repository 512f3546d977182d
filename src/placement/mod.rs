//! When was this article written? The publication date, or the years that survive reasoning.

//! Machine-reworded articles: recognises them, and restores the words that were replaced by synonyms.

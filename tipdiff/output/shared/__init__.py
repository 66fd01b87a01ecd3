"""What all renderers share: citations, words for claims, marks inside words, safe text."""

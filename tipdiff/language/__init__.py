"""What all layers share of the language: kinds of words, numbers, money, noun phrases."""

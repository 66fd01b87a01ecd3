"""Quantities: numerals, units and money, and the bounds said of them."""

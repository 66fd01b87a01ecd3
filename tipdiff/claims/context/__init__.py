"""Context: what is said of a figure: its event, year, law, place, and who acted."""

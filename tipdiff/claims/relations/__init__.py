"""Relations between the figures of a text: parts, conversions, ellipses, what is worked out."""

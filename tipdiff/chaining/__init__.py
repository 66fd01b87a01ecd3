"""Chaining: which statements of all editions are one, through changes, gaps and copies.

Both the figures over the years (:mod:`tipdiff.series`) and the histories of statements
(:mod:`tipdiff.histories`) are told along what is found here.
"""

"""Figures over the years: one series for each indicator and breakdown, from all editions.

:func:`tipdiff.series.build.trends` makes them, :mod:`tipdiff.series.records` says what they are.
The package is not called ``trends``: that name is the function's.
"""

"""Pictures of figures over the years. matplotlib is loaded when the first one is drawn."""

from tipdiff.plots.picture import FORMATS, MOST, choice, picture, plot, plot_series

__all__ = ["FORMATS", "MOST", "choice", "picture", "plot", "plot_series"]

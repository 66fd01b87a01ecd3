"""Pictures of figures over the years. matplotlib is loaded when the first one is drawn."""

from tipdiff.plots.picture import FORMATS, MOST, choice, picture, plot, plot_series
from tipdiff.plots.renewal import plot_renewal, renewal_picture

__all__ = [
    "FORMATS",
    "MOST",
    "choice",
    "picture",
    "plot",
    "plot_renewal",
    "plot_series",
    "renewal_picture",
]

"""How pictures look: colours, sizes, and what matplotlib is told."""

from __future__ import annotations

import logging
import threading
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["COLORS", "GREY", "INK", "PALE", "SMALL", "STYLE", "TINY", "plain", "styled"]

#: Colours that people with any form of colour blindness tell apart (Okabe and Ito, 2008), those
#: that are dark enough for thin lines and small letters on white first.
COLORS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
INK: Final = "#222222"
GREY: Final = "#8A8A8A"
PALE: Final = "#E4E4E4"
#: Sizes of letters in points.
SMALL: Final = 8.5
TINY: Final = 7.0

#: What matplotlib is told. Text is drawn as outlines, so that it looks the same everywhere, and is
#: never read as mathematics: a dollar sign in a cable is a dollar sign.
STYLE: Final[Mapping[str, Any]] = {
    "font.family": "DejaVu Sans",
    "font.size": SMALL,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": PALE,
    "grid.linewidth": 0.8,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": GREY,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": TINY + 0.5,
    "ytick.left": False,
    "figure.facecolor": "white",
    "axes.facecolor": "white",
    "savefig.facecolor": "white",
    "svg.fonttype": "path",
    "svg.hashsalt": "tipdiff",
}

#: What a user's own settings keep: they are of windows, and no picture here has one.
_OF_WINDOWS: Final = frozenset({"backend", "backend_fallback", "interactive", "toolbar"})
#: matplotlib has one set of settings for a whole process: one picture is drawn at a time.
_DRAWING: Final = threading.RLock()


@contextmanager
def styled() -> Iterator[None]:
    """Draw as told here and nowhere else, alone, and without a word of matplotlib's own.

    What a user's matplotlibrc says would make the same data another picture. The library tells of
    its caches and fonts through its logger and through warnings; nobody who asks for a picture can
    do anything about them.
    """
    logger = logging.getLogger("matplotlib")
    with _DRAWING, warnings.catch_warnings():
        level = logger.level
        logger.setLevel(logging.CRITICAL)
        warnings.simplefilter("ignore")
        try:
            import matplotlib as mpl

            own = {k: v for k, v in mpl.rcParamsDefault.items() if k not in _OF_WINDOWS}
            with mpl.rc_context({**own, **STYLE}):  # type: ignore[dict-item]
                yield
        finally:
            logger.setLevel(level)


def plain(text: str) -> str:
    """Return text without what has no shape: a cable may hold anything, a picture may not."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)

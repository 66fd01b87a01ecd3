"""The page on the design is true: its table is the layers that the imports are held to."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from tests.test_layers import INNER, LAYERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "design.md").read_text("utf-8")


def _maker() -> object:
    spec = importlib.util.spec_from_file_location("make_design", ROOT / "docs" / "make_design.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestDesign:
    """The table, the picture, the text."""

    def test_table_is_the_layers(self) -> None:
        """Its rows are the layers from the top down, with every package in its own."""
        told = [frozenset(packages) for _, packages, _ in _maker().floors(PAGE)]

        assert told == list(reversed(LAYERS))

    def test_picture_is_drawn_from_it(self) -> None:
        """The picture is what its script draws from the table today."""
        drawn = (ROOT / "docs" / "pictures" / "design.svg").read_text("utf-8")

        assert drawn == _maker().picture(PAGE)

    def test_names_the_inner_floors(self) -> None:
        """The floors inside a package are named in their order."""
        for parts in INNER.values():
            names = [name for part in parts for name in sorted(part)]
            places = [PAGE.find(f"`{name}`") for name in names]

            assert -1 not in places
            assert places == sorted(places)

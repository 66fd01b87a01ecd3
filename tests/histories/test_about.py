"""Threads about some words, the words near those, and what is said of one edition."""

from __future__ import annotations

from pathlib import Path

import pytest

import tipdiff
from tipdiff.cli import main
from tipdiff.histories.about import about, near_words

BODIES = (
    ["The Harbor Guild keeps a list of minors.", "Judges convicted two men who had sold children."],
    ["The Harbor Guild keeps a list of minors.", "Snow fell on Tarn and its old quays."],
)


def threads() -> list[tipdiff.Thread]:
    """Return the threads of two editions."""
    return tipdiff.history(
        tipdiff.read("\n\n".join(body) + "\n", country="Ostrel", year=year)
        for year, body in enumerate(BODIES, 2004)
    )


class TestNearWords:
    """Words that are offered beside those that were looked for."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("minor", ["children"]),
            ("convcited", ["convicted"]),
            ("Harbor Guild", []),
            ("xylophone", []),
            ("", []),
        ],
    )
    def test_offered(self, text: str, expected: list[str]) -> None:
        """Others of a word's concept, the likeliest of a slip, none of a name or of nothing."""
        assert near_words(threads(), text) == expected

    def test_each_is_found(self) -> None:
        """Whatever is offered finds something."""
        every = threads()

        assert all(about(every, word) for word in near_words(every, "minors"))


class TestForms:
    """Words are found in any of their forms, and are no parts of other words."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("child", 1),
            ("a man", 1),
            ("sell", 1),
            ("convictions", 1),
            ("lists", 1),
            ("guilds of the harbor", 1),
            ("Harbor", 1),
            ("arbor", 0),
            ("old quays", 1),
            ("of", 1),
            ("two men", 1),
            ("2005", 0),
        ],
    )
    def test_found(self, text: str, found: int) -> None:
        """Children are of child, sold is of sell, and the harbor is no arbor."""
        assert len(about(threads(), text)) == found


class TestAbout:
    """The command."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Return a folder of the two editions."""
        for year, body in enumerate(BODIES, 2004):
            (tmp_path / f"{year}.txt").write_text("\n\n".join(body) + "\n", "utf-8")
        return tmp_path

    def run(self, folder: Path, text: str, capsysbinary: pytest.CaptureFixture[bytes]) -> str:
        """Return what the command says about a text; it must end well."""
        assert main(["history", str(folder), "--about", text, "--country", "Ostrel"]) == 0
        return capsysbinary.readouterr().out.decode()

    def test_nothing(self, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """Nothing is an answer, and near words stand with it."""
        told = self.run(folder, "convcited", capsysbinary)

        assert told.endswith("nothing\n")
        assert "near words: convicted" in told

    def test_once(self, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """What one edition alone says is printed once."""
        told = self.run(folder, "snow", capsysbinary)

        assert told.count("Snow fell on Tarn") == 1

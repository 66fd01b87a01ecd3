"""The analyst's measure: figures then and now, points, findings, on a small invented pair."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.analyst import analyst, score

OLD = "Police of Tarn arrested 14 smugglers in 2005. The ministry opened a shelter with nine beds."
NEW = "Police of Tarn arrested 31 smugglers in 2006. The ministry closed the shelter in Tarn."


def _folder(path: Path, changes: list[dict[str, object]]) -> Path:
    """A folder of two reports, with gold that an analyst of theirs would write."""
    (path / "gold" / "analyst").mkdir(parents=True)
    (path / "cables").mkdir()
    for name, text in (("VARONA-2005", OLD), ("VARONA-2006", NEW)):
        (path / "cables" / f"{name}.txt").write_text(f"Prosecution\n\n1. {text}\n", "utf-8")
    gold = {
        "old_cables": ["VARONA-2005"],
        "new_cables": ["VARONA-2006"],
        "old": OLD.split(". ", 1),
        "new": NEW.split(". ", 1),
        "figures": [
            {"side": side, "id": 0, "value": value, "what": "arrests", "indicator": "arrests",
             "year": year, "scope": "national"}
            for side, value, year in (("old", 14, 2005), ("new", 31, 2006))
        ],
        "changes": changes,
        "brief": [{"rank": 1, "what": "arrests doubled", "old": [0], "new": [0]}],
    }  # fmt: skip
    (path / "gold" / "analyst" / "varona-05-06.json").write_text(json.dumps(gold), "utf-8")
    return path


ARRESTS = {
    "what": "arrests",
    "importance": 5,
    "old": {"id": 0, "value": 14, "year": 2005},
    "new": {"id": 0, "value": 31, "year": 2006},
}


class TestScore:
    """What is counted."""

    def test_found(self, tmp_path: Path) -> None:
        """A figure then and now, its points, and the finding of it."""
        folder = _folder(tmp_path, [ARRESTS])
        found = score(folder / "gold" / "analyst" / "varona-05-06.json", folder / "cables")

        assert found.changes[:4] == [1, 1, 5, 5]
        assert found.points[2:] == [2, 2]
        assert found.brief[2:] == [1, 1]

    def test_missed_and_wrong(self, tmp_path: Path) -> None:
        """Another figure in the gold is missed, and the one shown is wrong."""
        other = ARRESTS | {"old": {"id": 0, "value": 15, "year": 2005}, "what": "raids"}
        folder = _folder(tmp_path, [other])
        found = score(folder / "gold" / "analyst" / "varona-05-06.json", folder / "cables")

        assert found.changes[1] == 0
        assert found.changes[5] == 0
        assert "missed change: raids" in found.misses

    def test_table(self, tmp_path: Path) -> None:
        """The table has a row for the pair and one for all; without real texts there is none."""
        folder = _folder(tmp_path, [ARRESTS])
        [text] = analyst(folder)

        assert "| varona-05-06 " in text
        assert "| pooled " in text
        assert list(analyst(None)) == []

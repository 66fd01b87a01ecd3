"""Records as notebooks show them, and the notebook of the documentation."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import tipdiff
from tests.html.test_page import HOSTILE, Seen
from tipdiff.output.notebook.page import MOST, html_of

ROOT = Path(__file__).parents[2]
VARONA = ROOT / "fixtures" / "varona"
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
#: What each record shows of itself.
KNOWN = {"div", "style", "p", "strong", "span", "ul", "ol", "li", "details", "summary", "table"}
KNOWN |= {"thead", "tbody", "tr", "th", "td", "del", "ins"}


def records(text: str) -> list[object]:
    """A report, a comparison, a series and a thread, all of which hold a text."""
    bodies = (f"The clerk wrote {text} in May, and {n} porters saw {text}.\n" for n in (3, 5, 9))
    reports = [
        tipdiff.read(body, country=f"Ostrel {text[:20]}", year=2005 + k)
        for k, body in enumerate(bodies)
    ]
    series = attrs.evolve(tipdiff.trends(VARONA)[0], label=text, country=text)
    return [
        reports[0],
        tipdiff.compare(reports[0], reports[1]),
        series,
        tipdiff.history([attrs.evolve(report, country="Ostrel") for report in reports])[0],
    ]


class TestShown:
    """``_repr_html_``."""

    def test_comparison(self) -> None:
        """The counts, the findings, and every change with its place."""
        compared = tipdiff.compare(VARONA / "2006", VARONA / "2007")
        seen = Seen(compared._repr_html_() or "")
        ids = {s.id for c in compared.changes if c.status != "unchanged" for s in c.new or c.old}

        assert f"{compared.summary.new} new, {compared.summary.changed} changed" in seen.text
        assert {i for i in ids if i not in seen.text} == set()
        assert {"del", "ins", "ol"} <= seen.elements

    def test_report(self) -> None:
        """Country, edition, cables and every statement."""
        report = tipdiff.read(VARONA / "2005")
        text = " ".join(Seen(report._repr_html_() or "").text.split())

        assert "Varona, edition 2005" in text
        assert all(cable.id in text for cable in report.cables)
        assert {s.text for s in report.statements if s.text not in text} == set()

    def test_series(self) -> None:
        """Each year with its figure and its statement."""
        series = next(s for s in tipdiff.trends(VARONA) if s.indicator == "convictions")
        text = Seen(series._repr_html_() or "").text

        assert all(str(p.year) in text and p.statement in text for p in series.points)

    def test_thread(self) -> None:
        """Each edition with what happened."""
        thread = max(tipdiff.history(VARONA), key=lambda t: len(t.events))
        text = Seen(thread._repr_html_() or "").text

        assert all(f"{event.year}" in text for event in thread.events)
        assert thread.versions[0].statements[0].id in text

    def test_long_ones_are_cut(self) -> None:
        """Of very many statements some are shown, and it is said how many more there are."""
        body = " ".join(f"Clerk number {k} filed the ledger of pier {k}." for k in range(MOST + 20))
        report = tipdiff.read(body + "\n", country="Ostrel", year=2005)
        nothing = tipdiff.read("The quay is closed.\n", country="Ostrel", year=2004)

        assert f"and {len(report.statements) - MOST} more" in html_of(report)
        assert f"and {len(report.statements) + 1 - MOST} more changes" in html_of(
            tipdiff.compare(nothing, report)
        )

    @pytest.mark.parametrize("text", HOSTILE)
    def test_text_is_text(self, text: str) -> None:
        """A hostile cable adds no element, no attribute that acts, and no script."""
        for record in records(text):
            seen = Seen(html_of(record))

            assert seen.elements <= KNOWN
            assert {name for _, name in seen.attributes} <= {"class", "scope", "aria-hidden"}
            assert seen.targets == []

    def test_of_nothing_else(self) -> None:
        """What is no such record is refused."""
        with pytest.raises(tipdiff.TipdiffError, match="Edition"):
            html_of(tipdiff.Edition(None, None, None, (), ()))

    def test_records_stay_what_they_are(self) -> None:
        """They are frozen and slotted, and can be hashed, compared and pickled."""
        for record in records("a ledger"):
            assert attrs.has(type(record))
            assert not hasattr(record, "__dict__")
            assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                record.country = "Tessaly"  # type: ignore[attr-defined]

    def test_a_line_at_a_prompt(self) -> None:
        """Their ``repr`` is short however much they hold, and says how much that is."""
        report = tipdiff.read(VARONA / "2005")
        compared = tipdiff.compare(VARONA / "2004", report)

        assert f"statements=<{len(report.statements)}>" in repr(report)
        assert f"changes=<{len(compared.changes)}>" in repr(compared)
        assert max(len(repr(each)) for each in (report, compared)) < 700

    def test_nothing_is_loaded_before(self) -> None:
        """What shows records is loaded when the first is shown, however they were imported."""
        program = (
            "import sys\nfrom tipdiff.reading import read\n"
            f"report = read({str(VARONA / '2004')!r})\n"
            "assert 'jinja2' not in sys.modules and 'tipdiff.output' not in sys.modules\n"
            "assert 'edition 2004' in report._repr_html_()\n"
            "assert 'jinja2' in sys.modules\n"
        )
        subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
class TestNotebooks:
    """The notebooks of the documentation."""

    def test_runs(self, path: Path, tmp_path: Path) -> None:
        """Every cell runs, and shows what kind of thing the stored notebook has it show.

        If results have changed for a reason: ``python docs/make_notebooks.py``.
        """
        pytest.importorskip("ipykernel")
        pytest.importorskip("nbclient")
        make = ROOT / "docs" / "make_notebooks.py"
        ran = subprocess.run(
            [sys.executable, make, tmp_path], capture_output=True, check=False, timeout=600
        )
        assert ran.returncode == 0, ran.stderr[-2000:].decode("utf-8", "replace")

        def kinds(book: Path) -> list[list[str]]:
            cells = json.loads(book.read_text("utf-8"))["cells"]
            return [
                sorted(
                    kind for out in cell.get("outputs", ()) for kind in out.get("data", ["text"])
                )
                for cell in cells
            ]

        assert kinds(tmp_path / path.name) == kinds(path)

    def test_is_honest(self, path: Path) -> None:
        """The stored notebook was run from top to bottom, and nothing in it went wrong."""
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]

        assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
        assert [o for c in code for o in c["outputs"] if o["output_type"] == "error"] == []
        assert not [o for c in code for o in c["outputs"] if o.get("name") == "stderr"]

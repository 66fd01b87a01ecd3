"""What is to be done with what was found."""

from __future__ import annotations

import mailbox
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.archive.folders import body, fill, made, planned, report
from tipdiff.archive.outcomes import worst
from tipdiff.archive.planning import slug


class TestLayouts:
    """Reports are found in any layout: the cables tell, names only where they do not."""

    @pytest.mark.parametrize(
        "files",
        [
            {"a.txt": report(2005), "b.txt": report(2006)},
            {"2006/z/a.txt": report(2005), "x/b.cable": report(2006)},
            {"05KALVIK140.txt": report(2005), "deep/er/and/deeper.txt": report(2006)},
        ],
    )
    def test_cables_tell(self, tmp_path: Path, files: dict[str, str]) -> None:
        """Country, kind and edition are those of the cables, whatever files are called."""
        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2005, 2006]}

    @pytest.mark.parametrize(
        "path",
        [
            "ostrel/trafficking/{}.txt",
            "trafficking/ostrel/{}.txt",
            "{}/trafficking/ostrel.txt",
            "africa/ostrel/tip {}.txt",
            "Ostrel/{}/trafficking-in-persons.txt",
        ],
    )
    def test_names_tell(self, tmp_path: Path, path: str) -> None:
        """Of texts without header the names tell, in any order."""
        files = {path.format(year): body(year) for year in (2004, 2005)}

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2004, 2005]}

    @pytest.mark.parametrize("name", ["sarvenia", "Sarvenia-TIP", "costa rica 2010-2011"])
    def test_folder_named_for_the_country(self, tmp_path: Path, name: str) -> None:
        """Where nothing else tells the country, the name of the folder that is built does."""
        files = {f"{year}/part1.txt": body(year) for year in (2010, 2011)}
        folder = fill(tmp_path / "ostrel" / name, {"1.txt": body(2009)} | files)
        country = "costa-rica" if name.startswith("costa") else "sarvenia"

        [found] = made(folder).editions.items()

        assert found[0].partition("/")[0] == country
        assert set(found[1]) >= {2010, 2011}

    @pytest.mark.parametrize(
        ("name", "beside"), [("my cables", {}), ("sarvenia", {"varona/2010.txt": body(2010)})]
    )
    def test_folder_named_for_no_country(
        self, tmp_path: Path, name: str, beside: dict[str, str]
    ) -> None:
        """A store's name tells no country, nor does a name beside which others are told."""
        folder = fill(tmp_path / "ostrel" / name, {"2011/1.txt": body(2011), **beside})

        do = made(folder)

        assert ("2011/1.txt", "no country") in {(about, kind) for about, _, kind in do.kinds()}
        assert {own.partition("/")[0] for own in do.editions} == ({"varona"} if beside else set())

    def test_kinds_are_apart(self, tmp_path: Path) -> None:
        """Reports of different kinds on one country are different series."""
        files = {
            "a.txt": report(2005),
            "b.txt": report(2006, subject="OSTREL: INVESTMENT CLIMATE STATEMENT", number=77),
        }

        assert made(fill(tmp_path, files)).editions == {
            "ostrel/investment-climate": [2006],
            "ostrel/trafficking": [2005],
        }

    def test_kind_of_the_others(self, tmp_path: Path) -> None:
        """A text that tells no kind is of that of the others in its folder."""
        files = {
            "ostrel/2004.txt": f"Trafficking in Persons\n\n{body(2004)}",
            "ostrel/2005.txt": body(2005),
        }

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2004, 2005]}

    def test_kind_of_the_country(self, tmp_path: Path) -> None:
        """A text that tells no kind, in a folder of its own, is what the country's others are."""
        files = {"2005/a.txt": report(2005), "2006/ostrel 2006.txt": body(2006)}

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2005, 2006]}

    def test_country_of_the_post(self, tmp_path: Path) -> None:
        """A subject without a country is on the one that others of its post name."""
        files = {
            "a.txt": report(2005),
            "b.txt": report(2006, subject="ANNUAL TIP REPORT", tags="PHUM KCRM"),
        }

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2005, 2006]}

    def test_kind_of_the_other_part(self, tmp_path: Path) -> None:
        """A part whose subject names no report is of the kind of the other parts."""
        files = {
            "a.txt": report(2005, subject="OSTREL TIP REPORT (1 OF 2)", tags="OZ"),
            "b.txt": report(2005, subject="OSTREL: PREVENTION (2 OF 2)", tags="OZ", number=141),
        }

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2005]}

    def test_news_beside_a_report(self, tmp_path: Path) -> None:
        """A cable on the matter of a report, which is none, is not part of it."""
        news = {"subject": "OSTREL: TRAFFICKERS ESCAPE BY FERRY", "dtg": "R 091431Z AUG 05"}
        files = {"a.txt": report(2005), "b.txt": report(2005, number=363, **news)}
        found = made(fill(tmp_path, files))

        assert found.outcomes == {"a.txt": "read", "b.txt": "no report"}
        assert [cable["file"] for cable in found.rows("ostrel/trafficking", "cables")] == ["a.txt"]

    def test_cables_sent_together(self, tmp_path: Path) -> None:
        """What was sent with a report belongs to it, though its subject does not say so."""
        more = {
            "subject": "OSTREL: TRAFFICKING: THE COURTS",
            "text": "9. (U) Bells ring at noon.\n",
        }
        files = {"a.txt": report(2005), "b.txt": report(2005, number=141, **more)}

        assert made(fill(tmp_path, files)).outcomes == {"a.txt": "read", "b.txt": "read"}

    def test_no_report_says_that_it_is_one(self, tmp_path: Path) -> None:
        """Where no cable of the edition says so, all are kept."""
        files = {"a.txt": report(2005, subject="TRAFFICKING IN OSTREL")}

        assert made(fill(tmp_path, files)).outcomes == {"a.txt": "read"}

    def test_mails_and_archives(self, tmp_path: Path) -> None:
        """Cables in a zip or a mailbox are found like those in files."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr("x/2005.txt", report(2005))
            archive.writestr("x/2006.txt", report(2006, number=141))
        box = mailbox.mbox(tmp_path / "b.mbox")
        for year in (2007, 2008):
            letter = EmailMessage()
            letter["Subject"] = "Forwarded"
            letter.set_content(report(year, number=142))
            box.add(letter)
        box.close()
        found = made(tmp_path)

        assert found.editions == {"ostrel/trafficking": [2005, 2006, 2007, 2008]}
        assert found.outcomes == {"a.zip": "read", "b.mbox": "read"}

    def test_one_outcome_of_a_file(self, tmp_path: Path) -> None:
        """Of a file with a cable and its update the worse is told, once."""
        both = report(2005) + "\n\n" + report(2005, subject="OSTREL: UPDATED TIP REPORT", number=9)
        (built,) = made(fill(tmp_path, {"a.txt": both})).built.values()

        assert [outcome[:3] for outcome in built.outcomes] == [("a.txt", "superseded", "a.txt")]

    def test_a_broken_cable_among_others(self, tmp_path: Path) -> None:
        """A header without body fails alone."""
        two = report(2006, text="", number=12) + "\n\n" + report(2005)
        found = made(fill(tmp_path, {"a.txt": two}))

        assert [r["year"] for r in found.rows("ostrel/trafficking", "reports")] == [2005]
        assert found.kinds() == [("a.txt", "failed", "unreadable")]

    def test_several_cables_in_a_file(self, tmp_path: Path) -> None:
        """A file may hold cables of several editions and kinds."""
        both = "\n\n".join(
            [
                report(2005),
                report(2006, number=12),
                report(2006, subject="OSTREL: LABOR REPORT", number=9),
            ]
        )
        found = made(fill(tmp_path, {"all.txt": both}))

        assert found.editions == {"ostrel/labor": [2006], "ostrel/trafficking": [2005, 2006]}
        assert found.outcomes == {"all.txt": "read"}

    def test_parts_around_new_year(self, tmp_path: Path) -> None:
        """Parts of one report that were sent in two years are one edition, the later one."""
        files = {
            "a.txt": report(2005, dtg="R 291431Z DEC 05", subject="OSTREL TIP REPORT (1 OF 2)"),
            "b.txt": report(2006, dtg="R 021431Z JAN 06", subject="OSTREL TIP REPORT (2 OF 2)"),
        }

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2006]}


class TestNowhere:
    """What has no place in the archive is told."""

    def test_notes(self, tmp_path: Path) -> None:
        """Notes beside reports, pictures and hidden files are no reports; nothing fails."""
        files = {
            "a.txt": report(2005),
            "README.md": "What is in this folder.\n",
            "map.png": b"\x89PNG",
            ".hidden.txt": "x",
        }
        found = made(fill(tmp_path, files))

        assert found.outcomes == {
            "a.txt": "read",
            "README.md": "no report",
            "map.png": "no report",
            ".hidden.txt": "no report",
        }
        assert not found.problems

    def test_no_year(self, tmp_path: Path) -> None:
        """A cable of which nothing tells the year has failed; its file says how to mend it."""
        found = made(fill(tmp_path, {"a.txt": report(2005, dtg="")}))

        assert found.kinds() == [("a.txt", "failed", "no year")]
        assert found.outcomes == {"a.txt": "failed"}

    def test_perhaps_no_report(self, tmp_path: Path) -> None:
        """A text that is no cable and bears no year may be anything: a warning."""
        found = made(fill(tmp_path, {"ostrel/plan.txt": "The ferry leaves at noon.\n"}))

        assert found.kinds() == [("ostrel/plan.txt", "warning", "no year")]
        assert found.outcomes == {"ostrel/plan.txt": "no report"}

    def test_broken_files(self, tmp_path: Path) -> None:
        """What cannot be opened has failed, and the rest goes on."""
        files = {"a.txt": report(2005), "b.txt": "", "c.pdf": b"%PDF-1.4 broken"}
        found = made(fill(tmp_path, files))

        assert found.outcomes == {"a.txt": "read", "b.txt": "failed", "c.pdf": "failed"}
        assert {gravity for _, gravity, _ in found.kinds()} == {"failed"}


class TestCopies:
    """The same bytes are read once."""

    def test_same_bytes(self, tmp_path: Path) -> None:
        """The first in order stays; the other says of which it is a copy."""
        found = made(fill(tmp_path, {"a/x.txt": report(2005), "b/x.txt": report(2005)}))

        assert found.told["b/x.txt"][1:3] == ("duplicate", "a/x.txt")
        assert found.editions == {"ostrel/trafficking": [2005]}

    def test_same_bytes_of_two_years(self, tmp_path: Path) -> None:
        """Where only names tell the edition, the same bytes are two editions."""
        files = {"ostrel/tip 2004.txt": body(2004), "ostrel/tip 2005.txt": body(2004)}

        assert made(fill(tmp_path, files)).editions == {"ostrel/trafficking": [2004, 2005]}


class TestKeys:
    """What an edition is made from."""

    def test_only_what_changed(self, tmp_path: Path) -> None:
        """A changed file changes the key of its edition, and no other; a new place none."""
        fill(tmp_path / "one", {"a.txt": report(2005), "b.txt": report(2006)})
        fill(tmp_path / "two", {"a.txt": report(2005), "b.txt": report(2006, number=99)})
        (one,), (two,) = (planned(tmp_path / name)[0].tasks for name in ("one", "two"))

        assert one.editions[0].key == two.editions[0].key
        assert one.editions[1].key != two.editions[1].key


def test_slug() -> None:
    """Names in ids are in small letters without marks."""
    assert slug("Côte  d'Ostrel") == "cote-d-ostrel"


def test_worst() -> None:
    """Of the cables of a file the worst tells."""
    told = [("a", "read", None, None), ("a", "failed", None, "x"), ("a", "duplicate", "b", "y")]
    assert worst(told) == {"a": ("a", "failed", None, "x")}

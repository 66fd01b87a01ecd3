"""One cable in the many forms in which copies of it are kept: all are read as the same report."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import tipdiff
from tipdiff.reading.ends import is_closed

#: A narrative without header, in three texts.
PARTS = (
    "Wardens of Sarvenia arrested 12 smugglers. Courts convicted four. Fines were paid.\n",
    "A shelter took in 31 victims. Nuns run it. The state pays nothing.\n",
    "Posters warn of the danger. Schools teach it.\n",
)


def test_parts_without_header(tmp_path: Path) -> None:
    """Different texts of one edition without a header are its parts; the same text counts once."""
    for number, text in enumerate((*PARTS, PARTS[1]), 1):
        (tmp_path / f"part{number}.txt").write_text(text)

    report = tipdiff.read(tmp_path, country="Sarvenia", year=2011)

    ids = [cable.id for cable in report.cables]
    assert ids == ["SARVENIA-2011", "SARVENIA-2011/2", "SARVENIA-2011/3"]
    assert [(d.source, d.message) for d in report.diagnostics if d.kind == "duplicate"] == [
        ("part4.txt", "SARVENIA-2011 is there twice; counted once")
    ]


def test_versions_without_header(tmp_path: Path) -> None:
    """Two texts without a header that say the same for the most part are warned of."""
    (tmp_path / "a.txt").write_text(PARTS[0])
    (tmp_path / "b.txt").write_text(PARTS[0].replace("four", "five"))

    report = tipdiff.read(tmp_path, country="Sarvenia", year=2011)

    assert [d.message for d in report.diagnostics if d.kind == "duplicate"] == [
        "SARVENIA-2011 is there twice, with different texts"
    ]


HEAD = """VZCZCXYZ0000
RR RUEHWEB

DE RUEHKV #0061/01 0612246
ZNR UUUUU ZZH
R 022246Z MAR 08
FM AMEMBASSY KALVIK
TO RUEHC/SECSTATE WASHDC 3084
UNCLAS KALVIK 000061

SIPDIS

E.O. 12958: N/A
TAGS: PHUM KCRM VA
SUBJECT: VARONA: 2008 HARBOR REPORT

REF: STATE 2731

"""
BODY = """----------
PREVENTION
----------

¶1. (U) The pilot’s log says “no raft sails” – it
was kept in the tower for two years, and the porters
copy it.  Six rafts sank in 2007.

-- A. (SBU) The magistrate convicted fifteen smugglers and
fined five officials, who paid €1,500 each to the harbor
fund and left.

-- B. (SBU) The anti-smuggling unit met twice.

ROE
"""

#: The signs that cp1252 has for the bytes of UTF-8; its empty places as Latin-1 has them.
EMPTY = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def misread(text: str) -> str:
    """UTF-8 read as cp1252."""
    return "".join(
        chr(byte) if byte < 0x80 or byte in EMPTY else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )


def in_body(*changes: tuple[str, str]) -> Callable[[str], str]:
    """Changes of the body alone."""

    def changed(text: str) -> str:
        assert text == HEAD + BODY
        body = BODY
        for old, new in changes:
            assert old in body
            body = body.replace(old, new)
        return HEAD + body

    return changed


COPIES: dict[str, Callable[[str], str]] = {
    "utf-8 read as cp1252": misread,
    "read so twice": lambda text: misread(misread(text)),
    "its empty places lost": lambda text: misread(text).replace("\x9d", ""),
    "utf-8 read as latin-1": lambda text: text.encode().decode("latin-1"),
    "line ends doubled": lambda text: text.replace("\n", "\r\r\n"),
    "double-spaced": lambda text: text.replace("\n", "\n\n"),
    "a double-spaced body": lambda _: HEAD + BODY.replace("\n", "\n\n"),
    "direction marks": lambda text: "\u200e" + text.replace("\n", "\n\u200e"),
    "zero-width spaces": lambda text: text.replace("\n", "\u200b\n"),
    "no-break spaces": lambda _: HEAD + BODY.replace(" ", "\u00a0"),
    "wide spaces": lambda _: HEAD + BODY.replace("  ", "\u3000"),
    "ligatures": lambda _: HEAD + BODY.replace("ffi", "\ufb03").replace("fi", "\ufb01"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": in_body(("smugglers", "smug\u00adglers"), ("convicted", "con\u00advicted")),
    "soft line ends": in_body(
        ("porters\n", "por\u00ad\nters "), ("officials", "offi\u00ac\ncials")
    ),
    "broken words": in_body(("convicted", "convic-\nted"), ("officials", "offi-\ncials")),
    "typographic": in_body(("officials", "offi\u2010\ncials"), ("anti-", "anti\u2010")),
    "hyphen of its own": in_body(("anti-", "anti-\n")),
    "a page's foot": in_body(("fined five", "\nPage 2 of 3\n\x0cUNCLASSIFIED\n\nfined five")),
    "running titles": in_body(
        ("was kept", "\n1\n\x0cVarona 2008\nwas kept"),
        ("fined five", "\n2\n\x0cVarona 2008\nfined five"),
    ),
    "banners": in_body(
        ("was kept", "UNCLASSIFIED\nPage 1\nUNCLASSIFIED\nwas kept"),
        ("fined five", "UNCLASSIFIED\nPage 2\nUNCLASSIFIED\nfined five"),
    ),
    "printed from a browser": in_body(
        ("was kept", "https://c.example/08KALVIK61.html\t1/3\n4/19/2011\tCable\nwas kept"),
        ("fined five", "https://c.example/08KALVIK61.html\t2/3\n4/19/2011\tCable\nfined five"),
    ),
    "footnotes": in_body(("in 2007.", "in 2007.[3]"), ("officials,", "officials\u00b9,")),
    "typewriter's quotes": in_body(("\u201c", "''"), ("\u201d", "''"), ("\u2019", "`")),
}

#: What ends so is whole, and what does not goes on.
ENDS = (
    ("They left.", True),
    ("They left.[3]", True),
    ("They left.\u00b9", True),
    ("They left.*", True),
    ("They left.3", True),
    ('They said: "We left."', True),
    ("They paid 500 Rs.", True),
    ("They paid Rs.", False),
    ("They paid the", False),
    ("Under Art.", False),
    ("at 3.5", False),
    ("They left", False),
)


def told(text: str) -> object:
    """What a report says: its statements by place and content, their figures, its year."""
    report = tipdiff.read(text)
    return (
        report.country,
        report.year,
        [(s.section, s.paragraph, s.kind) for s in report.statements],
        [
            (c.value, c.unit, c.counted)
            for s in report.statements
            for c in tipdiff.extract_claims(s.text)
        ],
    )


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_same_report(copy: Callable[[str], str]) -> None:
    """Nothing has changed between a cable and its copy, and both say the same figures."""
    text = copy(HEAD + BODY)
    comparison = tipdiff.compare(tipdiff.read(HEAD + BODY), tipdiff.read(text))

    assert {change.status for change in comparison.changes} == {"unchanged"}
    assert told(text) == told(HEAD + BODY)


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_letters_of_the_source(copy: Callable[[str], str]) -> None:
    """A statement has its letters from the source, from its first to its last."""
    text = copy(HEAD + BODY)
    for statement in tipdiff.read(text).statements:
        source = "".join(text[slice(*statement.span)].split())
        letters = "".join(statement.text.split())

        assert (source[:4], source[-4:]) == (letters[:4], letters[-4:])


@pytest.mark.parametrize(("text", "closed"), ENDS)
def test_is_closed(text: str, closed: bool) -> None:
    """A footnote's mark is no end, and a short form of money before its figure is none either."""
    assert is_closed(text) is closed

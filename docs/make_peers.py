"""Print the table of docs/peers.md and draw its pictures: ``python docs/make_peers.py``.

Each tool that is installed gets the same pair of invented reports; the others are left out. Wanted:
Chromium and ``.[browser,bench]``, PHP with the extension of wikidiff2 (``php-wikidiff2``), and
``diff2html`` (the npm package ``diff2html-cli``) on the path.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import shots

import tipdiff
from benchmarks.tables import table
from benchmarks.texts import rewrapped
from tipdiff.output import Options, renderer

ROOT: Final = Path(__file__).parents[1]
PAIR: Final = ("varona/2004", "varona/2005")
#: The passage shown: one statement became two, a word of doubt came in.
PASSAGE: Final = "dry uplands"
WINDOW: Final = (1000, 560)

#: What a skin of MediaWiki adds to the rows of wikidiff2: widths, signs and grounds.
WIKI: Final = """
table { width: 100%; table-layout: fixed; border-spacing: 4px; font: 14px sans-serif; }
td { vertical-align: top; padding: .33em .5em; white-space: pre-wrap; }
td.diff-marker { width: 1.2em; font-weight: bold; text-align: right; }
td.diff-marker::after { content: attr(data-marker); }
td.diff-context { background: #f8f9fa; border-left: 4px solid #eaecf0; }
td.diff-deletedline { border-left: 4px solid #ffe49c; }
td.diff-addedline { border-left: 4px solid #a3d3ff; }
ins, del { text-decoration: none; font-weight: bold; }
del { background: #feeec8; } ins { background: #d8ecff; }
"""
COLUMNS: Final = '<col width="2%"><col width="48%"><col width="2%"><col width="48%">'
PHP: Final = "echo wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2);"
#: git's colours, by the numbers it sends.
ANSI: Final = {"1": "<b>", "31": '<b style="color:#b00">', "32": '<b style="color:#070">'}


def words(text: str) -> int:
    """Count the words of a piece of HTML."""
    return len(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def run(*command: str, text: str = "") -> str:
    """Return what a command prints; difference is no error."""
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout


class Peers:
    """A pair of texts on disk, and what each tool makes of it: a page, and the words it marks."""

    def __init__(self, folder: Path, old: str, new: str) -> None:
        self.texts = old, new
        self.paths = [str(folder / name) for name in ("old.txt", "new.txt")]
        for path, text in zip(self.paths, self.texts, strict=True):
            Path(path).write_text(text, encoding="utf-8")

    def redlines(self) -> tuple[str, int]:
        """Return words struck and added in one text, as its Markdown shows them."""
        from redlines import Redlines  # noqa: PLC0415 (an extra)

        made = Redlines(*self.texts).output_markdown
        marked = re.findall(r"<span style='color:(?:red|green)[^>]*>(.*?)</span>", made, re.DOTALL)
        shown = made.replace("\n\n", "<br>")
        page = f"<body style='font:15px/1.5 sans-serif;margin:1em'>{shown}</body>"
        return page, sum(map(words, marked))

    def git(self) -> tuple[str, int]:
        """Return what ``git diff --word-diff`` shows on a terminal."""
        command = ("git", "diff", "--no-index", "--no-prefix")
        plain = run(*command, "--word-diff=porcelain", *self.paths)
        marked = [line[1:] for line in plain.splitlines()[4:] if re.match(r"[-+]", line)]
        shown = run(*command, "--color=always", "--word-diff=color", *self.paths)
        body = html.escape(shown)
        body = re.sub("\x1b\\[(\\d+)m", lambda m: ANSI.get(m[1], "<b>"), body)
        body = re.sub("\x1b\\[m", "</b>", body)
        style = "<style>b { font-weight: normal }</style>"
        page = f"{style}<pre style='font:14px/1.4 monospace;margin:1em'>{body}</pre>"
        return page, sum(len(line.split()) for line in marked)

    def wikidiff2(self) -> tuple[str, int]:
        """Return the two columns of MediaWiki's history."""
        rows = run("php", "-r", PHP, "--", *self.paths)
        cells = re.findall(r'<td class="diff-(?:deleted|added)line.*?</td>', rows, re.DOTALL)
        page = f"<style>{WIKI}</style><table>{COLUMNS}{rows}</table>"
        return page, sum(map(_marked, cells))

    def diff2html(self) -> tuple[str, int]:
        """Return a page of git's patch, in two columns, as its command line makes it."""
        patch = run("git", "diff", "--no-index", "--no-prefix", *self.paths)
        page = run("diff2html", "-i", "stdin", "-s", "side", "-o", "stdout", text=patch)
        cells = re.findall(r'<td class="d2h-(?:del|ins)\b.*?</td>', page, re.DOTALL)
        lines = (re.search(r'd2h-code-line-ctn">(.*)</span>', cell, re.DOTALL) for cell in cells)
        return page, sum(_marked(line[1]) for line in lines if line)


def _marked(cell: str) -> int:
    """Count the words marked in a line: those between tags, or all where none are."""
    inside = re.findall(r"<(ins|del)[^>]*>(.*?)</\1>", cell, re.DOTALL)
    return sum(words(text) for _, text in inside) if inside else words(cell)


def own(compared: tipdiff.Comparison) -> int:
    """Count the words that the page of a comparison marks, or tells of as new or dropped."""
    page = renderer("html")(compared, Options())
    marked = 0
    for article in re.findall(r'<article class="change (\w+)"(.*?)</article>', page, re.DOTALL):
        status, body = article
        texts = re.sub(r"<small>.*?</small>", "", body)
        if status in {"new", "dropped"}:
            marked += sum(map(words, re.findall(r'<p class="text">(.*?)</p>', texts, re.DOTALL)))
        elif status == "changed":
            sides = texts[texts.index('<div class="sides') :]
            marked += sum(words(m) for _, m in re.findall(r"<(ins|del)[^>]*>(.*?)</\1>", sides))
    return marked


def tools(peers: Peers) -> Iterator[tuple[str, Callable[[], tuple[str, int]]]]:
    """Yield the tools that are installed, by the names of their pictures."""
    yield "redlines", peers.redlines
    yield "git", peers.git
    if shutil.which("php") and run("php", "-r", 'echo extension_loaded("wikidiff2");') == "1":
        yield "wikidiff2", peers.wikidiff2
    if shutil.which("diff2html"):
        yield "diff2html", peers.diff2html


def raw(name: str) -> str:
    """Return the cables of an edition, one after the other."""
    return "".join(path.read_text("utf-8") for path in sorted((ROOT / "fixtures" / name).iterdir()))


def plain(name: str) -> str:
    """Return an edition with one statement a line, as ``tipdiff show --plain`` does."""
    report = tipdiff.read(ROOT / "fixtures" / name)
    return "".join(f"{statement.text}\n" for statement in report.statements)


def counts() -> Iterator[tuple[str, ...]]:
    """Yield for each tool the share of all words that it marks, in three cases."""
    old, new = map(raw, PAIR)
    cases = (old, new), (old, rewrapped(old)), (plain(PAIR[0]), plain(PAIR[1]))
    found: dict[str, list[str]] = {"tipdiff": []}
    # tipdiff itself reads cables: what it makes of the pair is what it makes of its statements.
    whole = tipdiff.compare(*(ROOT / "fixtures" / name for name in PAIR))
    again = tipdiff.compare(*map(tipdiff.read, cases[1]))
    for compared, (one, other) in zip((whole, again, whole), cases, strict=True):
        total = len(one.split()) + len(other.split())
        found["tipdiff"].append(f"{own(compared) / total:.0%}")
        with tempfile.TemporaryDirectory() as folder:
            for name, make in tools(Peers(Path(folder), one, other)):
                found.setdefault(name, []).append(f"{make()[1] / total:.0%}")
    for name, shares in found.items():
        yield name, *shares


def pages() -> Mapping[str, str]:
    """Return the page that each tool makes of the pair."""
    compared = tipdiff.compare(*(ROOT / "fixtures" / name for name in PAIR), explain=True)
    made = {"tipdiff": renderer("html")(compared, Options())}
    with tempfile.TemporaryDirectory() as folder:
        for name, make in tools(Peers(Path(folder), *map(raw, PAIR))):
            made[name] = make()[0]
    return made


#: Scrolls to where a passage begins, wherever the page's elements end.
SCROLL: Final = """
(passage) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(passage);
    const shown = walker.currentNode.parentElement;
    if (at < 0 || shown.closest("script") || !shown.checkVisibility()) continue;
    if (!shown.closest("pre")) shown.scrollIntoView({ block: "center" });
    const range = new Range();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + passage.length);
    const box = range.getBoundingClientRect();
    if (box.height) scrollTo(0, scrollY + box.top - innerHeight / 3);
    return;
  }
}
"""


#: The pictures; those of other tools are drawn as far as they are installed, the opening page by
#: ``make_pictures.py``.
SHOTS: Final = (
    shots.Shot("page-sides", "tipdiff", (1280, 560), address="#sides=1"),
    *(
        shots.Shot(name, name, WINDOW)
        for name in ("tipdiff", "redlines", "git", "wikidiff2", "diff2html")
    ),
)


def at_the_passage(page: Any) -> None:
    """Scroll an opened page to the passage: once to have it laid out, once to be there."""
    for _ in range(2):
        page.evaluate(SCROLL, PASSAGE)
        shots.settled(page)


if __name__ == "__main__":
    title = "Share of all words that is marked"
    head = "tool", "the pair as it comes", "rewrapped alone", "one statement a line"
    sys.stdout.write(table(title, head, counts()))
    shots.draw(SHOTS, pages(), at_the_passage)

"""Print docs/reference/licences.md from what is installed: ``python docs/make_licences.py``.

Run it where the package and its extras are installed: what is not is left as the page has it, so
that a page made on one machine is not emptied on another.
"""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import PackageMetadata

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "reference" / "licences.md"
HEAD: Final = """# Licences of the dependencies

Printed by `python docs/make_licences.py` from the metadata of the packages; a test holds that each
dependency of `pyproject.toml` is named. tipdiff itself is under the MIT licence. Installers fetch
each of these packages from its authors; [dependencies](../dependencies.md) tells why it is used.
"""
#: Licences that metadata tell by a classifier only, in the names of SPDX.
CLASSIFIED: Final = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
}
_NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]*")
_ROW: Final = re.compile(r"^\| ([\w.-]+) \| .+ \|$", re.MULTILINE)


class Need(NamedTuple):
    """A dependency: its name, what pyproject.toml asks for, and for what it is installed."""

    name: str
    asked: str
    group: str


def needs() -> list[Need]:
    """Return every dependency of pyproject.toml: those of each use first, then by extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    return [
        Need(name[0], asked[name.end() :].strip(), group)
        for group, listed in groups.items()
        for asked in listed
        if (name := _NAME.match(asked))
    ]


def licence_of(about: PackageMetadata) -> str:
    """Return the licence that a package's metadata tell, in the shortest way they tell it."""
    if told := about.get("License-Expression"):
        return str(told)
    classified = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier", [])
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    if classified:
        return ", ".join(CLASSIFIED.get(name, name) for name in classified)
    first = (about.get("License") or "").strip().split("\n")[0]
    return CLASSIFIED.get(first, first) or _headed(about) or "see its page"


def _headed(about: PackageMetadata) -> str:
    """Return what the text of the licence itself is headed."""
    for name in about.get_all("License-File", []):
        text = distribution(about["Name"]).read_text(f"licenses/{name}") or ""
        if (first := text.strip().split("\n")[0]) in CLASSIFIED:
            return CLASSIFIED[first]
    return ""


def page(before: str) -> str:
    """Return the whole page; ``before`` is the last one, for what is not installed here."""
    rows = {match[1]: match[0] for match in _ROW.finditer(before)}
    return HEAD + "".join(_tables(rows))


def _tables(before: dict[str, str]) -> Iterator[str]:
    last = None
    for need in needs():
        if need.group != last:
            title = f"The extra `{need.group}`" if need.group else "Always installed"
            yield f"\n## {title}\n\n| package | asked for | seen | licence |\n|---|---|---|---|\n"
            last = need.group
        try:
            about = metadata(need.name)
        except PackageNotFoundError:
            yield before.get(need.name, f"| {need.name} | {need.asked} | | see its page |") + "\n"
        else:
            told = (need.name, need.asked, about["Version"], licence_of(about))
            yield f"| {' | '.join(told)} |\n"


if __name__ == "__main__":
    sys.stdout.write(page(PAGE.read_text("utf-8") if PAGE.exists() else ""))

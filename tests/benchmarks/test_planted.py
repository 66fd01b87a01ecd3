"""The list of planted faults: that it cannot rot, and that planting one does what it says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

import tipdiff
from benchmarks.planted import FAULTS, KILLERS, ROOT, Fault, plant

PACKAGE = Path(next(iter(tipdiff.__path__)))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_its_text_stands_once(fault: Fault) -> None:
    """What a fault replaces stands in the code exactly once, and what it becomes parses."""
    code = (PACKAGE / fault.file).read_text("utf-8")

    assert code.count(fault.text) == 1
    assert fault.instead != fault.text
    if fault.file.endswith(".py"):
        compile(code.replace(fault.text, fault.instead), fault.file, "exec")


def test_names() -> None:
    """Each fault has a name and a line on what it breaks of its own, and its tests are there."""
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert len({fault.breaks for fault in FAULTS}) == len(FAULTS)
    assert all((ROOT / folder).is_dir() for folder in KILLERS)


def test_planted_in_a_copy(tmp_path: Path) -> None:
    """A fault changes one file of the copy; a second time its text is not there to replace."""
    fault = FAULTS[0]
    before = (PACKAGE / fault.file).read_text("utf-8")
    copytree(PACKAGE, tmp_path / "tipdiff")
    plant(fault, tmp_path)

    assert (PACKAGE / fault.file).read_text("utf-8") == before
    assert fault.text not in (tmp_path / "tipdiff" / fault.file).read_text("utf-8")
    with pytest.raises(ValueError, match=f"{fault.name}: its text stands 0 times"):
        plant(fault, tmp_path)

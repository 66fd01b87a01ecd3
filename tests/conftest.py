"""What all tests share: how Hypothesis runs, and the optional folder of real texts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import Phase, settings

pytest.register_assert_rewrite("tests.laws.laws")

UNSHRUNK = (Phase.explicit, Phase.generate)

# As many examples as keep all laws under a minute and a half on two cores; no deadline, since the
# first call pays for tables that are built once. At the desk each run draws fresh examples, so that
# the laws keep looking; in CI they are always the same, so that a red run means that the commit did
# it. After a change of consequence: pytest tests/laws --hypothesis-profile=deep
settings.register_profile("desk", deadline=None, max_examples=30, print_blob=True)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True)
# Where it matters that a law fails and not on what, no time goes into the smallest example.
settings.register_profile("unshrunk", settings.get_profile("ci"), phases=UNSHRUNK)
settings.register_profile("deep", settings.get_profile("desk"), max_examples=500)
# make fuzz: tests/fuzz has its own table of how much of each family that is.
settings.register_profile("nightly", settings.get_profile("desk"), max_examples=1500)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def real_texts() -> Path:
    """The optional folder of real texts (cables, series, gold); tests skip where there is none."""
    named = os.environ.get("TIPDIFF_REAL_TEXTS")
    if not named:
        pytest.skip("TIPDIFF_REAL_TEXTS names no folder of real texts")
    if not Path(named).is_dir():
        pytest.skip(f"TIPDIFF_REAL_TEXTS is no folder: {named}")
    return Path(named)


#: The markers, and what tells the tests that bear them: a folder, or a fixture that they ask for.
MARKED_FOLDERS = {"law": "laws"}
MARKED_FIXTURES = {"browser": "browser", "real": "real_texts"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by where it stands and what it needs: ``pytest -m "not browser"``."""
    for item in items:
        for marker, folder in MARKED_FOLDERS.items():
            if folder in item.path.relative_to(Path(__file__).parent).parts:
                item.add_marker(marker)
        for marker, fixture in MARKED_FIXTURES.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)

"""What is given to others: a wheel and a source distribution, alike wherever they are built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import tipdiff

ROOT = Path(__file__).parents[2]
#: What a source distribution is made of, as pyproject.toml lists it, and what git keeps beside.
SOURCES = (
    *(".ci", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "benchmarks", "docs", "fixtures"),
    *("tests", "tipdiff", "pyproject.toml", "README.md", "LICENSE", ".gitignore"),
)
#: Suffixes of what the package needs beside its code.
DATA = frozenset({".toml", ".json", ".html", ".css", ".js", ".typed", ".sql"})

pytestmark = pytest.mark.slow


def _built(folder: Path, umask: int, hour: int) -> Path:
    """Build both from a copy of the checkout, with other rights and other times of the files."""
    checkout = folder / "checkout"
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, checkout / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        elif source.exists():
            checkout.mkdir(exist_ok=True, parents=True)
            shutil.copy(source, checkout / name)
    for path in checkout.rglob("*"):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~umask)
        os.utime(path, (hour * 3600, hour * 3600))
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist"]
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"SOURCE_DATE_EPOCH", "PYTHONPATH"}
    }
    made = subprocess.run(
        [*command, checkout], capture_output=True, text=True, check=False, env=environment
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return folder / "dist"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The results of two builds in two folders."""
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    if not (ROOT / "tipdiff").is_dir():
        pytest.skip("the package is not here but installed")
    first = _built(tmp_path_factory.mktemp("first"), 0o022, 400_000)
    return first, _built(tmp_path_factory.mktemp("a-second-one"), 0o077, 450_000)


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def _package_files() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tipdiff").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_two_builds_in_two_folders_give_the_same_bytes(both: tuple[Path, Path]) -> None:
    """Neither a folder's name, nor the rights and times of files, nor the clock are in it."""
    first, second = map(_digests, both)

    assert sorted(path.rsplit(".", 1)[1] for path in first) == ["gz", "whl"]
    assert first == second


def test_what_is_built_has_the_version_of_the_package(both: tuple[Path, Path]) -> None:
    """Both are named by the version, which stands once, in the package."""
    assert set(_digests(both[0])) == {
        f"tipdiff-{tipdiff.__version__}-py3-none-any.whl",
        f"tipdiff-{tipdiff.__version__}.tar.gz",
    }


def test_the_wheel_holds_the_package_and_its_licence_and_nothing_else(
    both: tuple[Path, Path],
) -> None:
    """Every file of the package is in it, data too; no test, fixture, page or benchmark is."""
    with zipfile.ZipFile(next(both[0].glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if not name.endswith("/")}
    about = {name for name in names if ".dist-info/" in name}

    assert names - about == _package_files()
    assert "tipdiff/py.typed" in names
    assert {Path(name).suffix for name in names - about} - {".py"} <= DATA
    assert {name.split("/", 1)[1] for name in about} == {
        *("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"),
    }


def test_the_source_distribution_holds_what_tests_it(both: tuple[Path, Path]) -> None:
    """Who builds from it can run every test: tests, fixtures, pages and benchmarks are in it."""
    with tarfile.open(next(both[0].glob("*.tar.gz"))) as archive:
        members = archive.getmembers()
    names = {member.name.split("/", 1)[1] for member in members if member.isfile()}

    assert _package_files() <= names
    assert {name.split("/", 1)[0] for name in names} == {*SOURCES, "PKG-INFO"}
    assert not [name for name in names if name.endswith(".pyc") or "/.venv/" in name]
    assert {(member.uid, member.uname) for member in members} == {(0, "")}

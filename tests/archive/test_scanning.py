"""The files of a folder tree."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve

from tests.archive.folders import fill
from tipdiff.archive.connecting import BESIDE
from tipdiff.archive.scanning import ChangedError, loaded, scan
from tipdiff.errors import SourceError


def paths(folder: Path) -> list[str]:
    """The paths of the files found."""
    return [file.path for file in scan(folder)[0]]


class TestScan:
    """Every file once, with its hash."""

    def test_natural_order(self, tmp_path: Path) -> None:
        """Files come in the order in which a person counts, whatever the system gives."""
        fill(tmp_path, {"b/part 10.txt": "x", "b/part 2.txt": "x", "a.txt": "x"})

        assert paths(tmp_path) == ["a.txt", "b/part 2.txt", "b/part 10.txt"]

    def test_hash_and_size(self, tmp_path: Path) -> None:
        """Size and hash are those of the bytes."""
        fill(tmp_path, {"a.txt": "ferry\n"})
        ((file,), problems) = scan(tmp_path)

        assert (file.size, file.sha256) == (6, sha256(b"ferry\n").hexdigest())
        assert not problems

    def test_other_files_are_listed(self, tmp_path: Path) -> None:
        """Pictures and hidden files are listed, but not read; hidden folders are passed by."""
        fill(tmp_path, {"a.png": "x", ".b.txt": "x", ".git/c.txt": "x"})

        assert [(f.path, f.sha256) for f in scan(tmp_path)[0]] == [(".b.txt", ""), ("a.png", "")]

    def test_the_database_is_none_of_them(self, tmp_path: Path) -> None:
        """What is built into the folder, and what a build that was killed left, is left out."""
        beside = dict.fromkeys((f"r.db{ending}" for ending in BESIDE), "x")
        fill(tmp_path, {"r.db": "x", "s.db": "x", **beside})

        assert [file.path for file in scan(tmp_path, tmp_path / "r.db")[0]] == ["s.db"]

    def test_no_folder(self, tmp_path: Path) -> None:
        """What is no folder is said to be none."""
        fill(tmp_path, {"a.txt": "x"})
        with pytest.raises(SourceError, match="is no folder"):
            scan(tmp_path / "a.txt")
        with pytest.raises(SourceError, match="no such folder"):
            scan(tmp_path / "b")


class TestLinks:
    """Links are followed, each folder once."""

    def test_loop(self, tmp_path: Path) -> None:
        """A link back to the folder is told, and not followed."""
        fill(tmp_path, {"a/b/c.txt": "x"})
        (tmp_path / "a/b/up").symlink_to(tmp_path)
        files, problems = scan(tmp_path)

        assert [file.path for file in files] == ["a/b/c.txt"]
        assert [(p.about, p.gravity, p.kind) for p in problems] == [("a/b/up", "warning", "link")]

    def test_link_to_a_sibling(self, tmp_path: Path) -> None:
        """A folder keeps its own path, though a link to it is met first."""
        fill(tmp_path, {"a/x.txt": "x", "b/y.txt": "y"})
        (tmp_path / "a/link").symlink_to(tmp_path / "b")

        assert paths(tmp_path) == ["a/x.txt", "b/y.txt"]

    def test_link_elsewhere(self, tmp_path: Path) -> None:
        """What stands elsewhere is read by the link's name."""
        fill(tmp_path, {"archive/a.txt": "x", "other/y.txt": "y"})
        (tmp_path / "archive/z").symlink_to(tmp_path / "other")

        assert paths(tmp_path / "archive") == ["a.txt", "z/y.txt"]

    def test_circle_and_broken(self, tmp_path: Path) -> None:
        """Links to nothing, and in a circle, are files that cannot be read."""
        (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
        (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
        files, problems = scan(tmp_path)

        assert [file.sha256 for file in files] == ["", "", ""]
        assert {(p.gravity, p.kind) for p in problems} == {("failed", "unreadable")}


class TestUnreadable:
    """What cannot be read is told, and stops nothing."""

    @pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names")
    def test_pipe(self, tmp_path: Path) -> None:
        """A pipe is not waited for."""
        fill(tmp_path, {"a.txt": "x"})
        os.mkfifo(tmp_path / "b.txt")
        files, problems = scan(tmp_path)

        assert [bool(file.sha256) for file in files] == [True, False]
        assert [p.about for p in problems] == ["b.txt"]

    @pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
    def test_name_that_is_no_text(self, tmp_path: Path) -> None:
        """A name that no database can hold is shown with its bytes."""
        (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(b"x")
        files, problems = scan(tmp_path)

        assert [file.path for file in files] == [problems[0].about]
        assert "UTF-8" in problems[0].message
        problems[0].about.encode()

    def test_changed_since(self, tmp_path: Path) -> None:
        """A file that is another one than was found is refused."""
        fill(tmp_path, {"a.txt": "ferry"})
        ((file,), _) = scan(tmp_path)
        fill(tmp_path, {"a.txt": "barge"})

        with pytest.raises(ChangedError):
            loaded(str(tmp_path), file)

    def test_sent_along(self, tmp_path: Path) -> None:
        """Bytes that were sent along need no folder."""
        fill(tmp_path, {"a.txt": "ferry"})
        ((file,), _) = scan(tmp_path)

        assert loaded("", evolve(file, data=b"ferry")) == b"ferry"

"""ZIP archives, by the standard library: nothing is written to disk, and sizes are held to."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from attrs import frozen

from tipdiff.errors import SourceError
from tipdiff.reading.forms.limits import SIZE_LIMIT, megabytes

__all__ = ["Member", "members", "office_kind", "unpacked"]

#: Most files in one archive: a folder of thirty years of a hundred countries has 3,000.
MEMBER_LIMIT: Final = 10_000
#: What a ZIP is that holds one of these, and no archive of files.
OFFICE: Final[tuple[tuple[str, str], ...]] = (
    ("word/document.xml", "word"),
    ("xl/workbook.xml", "a spreadsheet (XLSX)"),
    ("ppt/presentation.xml", "slides (PPTX)"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "a book (EPUB)"),
    ("META-INF/MANIFEST.MF", "a program (JAR)"),
)


@frozen
class Member:
    """One file of an archive: its path there, with slashes, and its bytes."""

    path: str
    data: bytes


def office_kind(data: bytes, name: str) -> str | None:
    """Return what a ZIP really is: ``word``, a name of what cannot be read, None for an archive."""
    with _archive(data, name) as archive:
        names = set(archive.namelist())
    return next((kind for path, kind in OFFICE if path in names), None)


def members(data: bytes, name: str) -> list[Member]:
    """Return the files of an archive in its order, folders and hidden ones left out.

    Raises:
        SourceError: It is broken, encrypted, or larger than a source may be.

    """
    with _archive(data, name) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _hidden(info)]
        return [Member(info.filename, _bytes(archive, info, name)) for info in infos]


def unpacked(data: bytes, name: str) -> None:
    """Hold a document that is a ZIP to the limits, before a library unpacks it."""
    with _archive(data, name):
        pass


def _archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive whose files are as many and as large as they may be."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken part leads to
        raise SourceError(f"a broken archive (ZIP): {error}", source=name) from None
    infos = archive.infolist()
    if len(infos) > MEMBER_LIMIT:
        message = f"an archive of {len(infos):,} files; {MEMBER_LIMIT:,} are read at most"
        raise SourceError(message, source=name)
    # What a member says of its size is what the library reads of it at most.
    if (size := sum(info.file_size for info in infos)) > SIZE_LIMIT:
        message = f"unpacks to {megabytes(size)}; {megabytes(SIZE_LIMIT)} are read at most"
        raise SourceError(message, source=name)
    return archive


def _hidden(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.replace("\\", "/").split("/")
    return any((p.startswith(".") and p not in {".", ".."}) or p == "__MACOSX" for p in parts)


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    if info.flag_bits & 1:
        raise SourceError(f"{info.filename} in it is encrypted", source=name)
    try:
        return archive.read(info)
    except Exception as error:  # noqa: BLE001 - likewise
        raise SourceError(f"{info.filename} in it is broken: {error}", source=name) from None

"""Cables read one by one: header, body, and what each says of its country, edition and part."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tipdiff.errors import ReadError
from tipdiff.reading.body import Body, read_body
from tipdiff.reading.countries import (
    country_in_text,
    country_of,
    country_of_path,
    country_of_post,
)
from tipdiff.reading.header import Header, read_headers
from tipdiff.reading.subject import part_of
from tipdiff.reading.years import edition_of
from tipdiff.records import Cable, Diagnostic

if TYPE_CHECKING:
    from tipdiff.reading.document import Document

__all__ = [
    "OPENING",
    "Part",
    "country_guessed",
    "country_named",
    "country_said",
    "made_up_id",
    "part_told",
    "read_part",
    "read_parts",
]

#: The first characters of a body in which it says which part it is.
OPENING: Final = 1500


@frozen(eq=False)
class Part:
    """One cable read: header, body, and what it says of country and edition.

    ``guessed`` says that nothing in it tells the country, and the names on its path do.
    """

    document: Document
    header: Header
    body: Body
    cable: Cable
    country: str | None
    year: int | None
    guessed: bool = False


def read_parts(documents: Iterable[Document]) -> list[Part]:
    """Read every cable of every document, in order.

    Raises:
        ReadError: A document holds a header without body. One that nobody has named is noted, and
            stops nothing, as long as there are others.

    """
    headed = [(document, header) for document in documents for header in read_headers(document)]
    # A subject that names no country is about the one that other cables of its post name.
    of_post: dict[str, str] = {}
    for _, header in headed:
        if header.post and (named := country_named(header)):
            of_post.setdefault(header.post, named)
    parts: list[Part] = []
    unread: list[Diagnostic] = []
    for document, header in headed:
        try:
            parts.append(read_part(document, header, of_post.get(header.post or "")))
        except ReadError as error:
            if not document.gathered or (not parts and (document, header) == headed[-1]):
                raise
            unread.append(Diagnostic(document.name, 1, "unread", f"not read: {error.message}"))
    if unread and parts:
        first = parts[0].header
        told = evolve(first, diagnostics=(*first.diagnostics, *unread))
        parts[0] = evolve(parts[0], header=told)
    return parts


def read_part(document: Document, header: Header, elsewhere: str | None = None) -> Part:
    """Read one cable of a document.

    Args:
        document: The source.
        header: The cable's header in it.
        elsewhere: The country that other cables of its post name.

    Raises:
        ReadError: There is a header without body, or no statement at all.

    """
    part = part_told(document, header)
    year = edition_of(document, header)
    said = country_said(document, header, elsewhere)
    country = said or country_guessed(document, header)
    own = header.id or made_up_id(country, year)
    body = read_body(document, header, own)
    if not body.statements:
        raise ReadError("a header without a body" if header.found else "no statement to read",
                        source=document.path or document.name)  # fmt: skip
    cable = Cable(
        own,
        header.post,
        header.date,
        header.classification,
        part[0] if part else None,
        part[1] if part else None,
        document.name,
        _superseded_by_ref(header) if header.update else None,
        header.subject,
        header.tags,
        header.refs,
    )
    return Part(document, header, body, cable, country, year, said is None and not header.post)


def country_named(header: Header) -> str | None:
    """Return the country that a subject or TAGS name, other than by the post's own city."""
    if not header.subject:
        return None
    named = country_of(header.subject, header.tags, header.post)
    return None if named and named.upper() == (header.post or "").upper() else named


def country_said(document: Document, header: Header, elsewhere: str | None = None) -> str | None:
    """Return the country that the text tells, by the header, else the body.

    Args:
        document: The source. What a memo is on stands before the name of its file, unless both say
            the same.
        header: Of the cable.
        elsewhere: The country that other cables of its post name.

    """
    if header.found:
        return country_of(header.subject, header.tags, header.post, elsewhere) or country_in_text(
            document.text[header.body_start : header.body_end]
        )
    named, said = country_guessed(document, header), header.subject or ""
    if named and named.casefold() in said.casefold():
        return named
    return country_of(said, (), None)


def country_guessed(document: Document, header: Header) -> str | None:
    """Return the country that the names on the path give, else that of the post's city."""
    path = document.names or _stem(document.name)
    if not header.found:
        return country_of_path(path)
    return country_of_path(path, sorted_by_year=True) or country_of_post(header.post)


def _stem(name: str) -> str:
    return "" if name in {"text", "standard input"} else name


def part_told(document: Document, header: Header) -> tuple[int, int] | None:
    """Return the part and the number of parts: by the header, else the first sentences."""
    return header.part or _self_part(document.text[header.body_start : header.body_end][:OPENING])


def _self_part(opening: str) -> tuple[int, int] | None:
    """Return the part that the first sentences give: ``This is part 1 of 4 (septel)``."""
    for match in re.finditer(
        r"\b(?:this|message|cable|report)\b[^.]{0,40}", opening, re.IGNORECASE
    ):
        if found := part_of(match[0]):
            return found
    return None


def made_up_id(country: str | None, year: int | None) -> str:
    """Return COUNTRY-YEAR for a text without a cable's id."""
    name = re.sub(r"[^A-Z0-9]+", "", (country or "").upper()) or "REPORT"
    return f"{name}-{year}" if year is not None else name


def _superseded_by_ref(header: Header) -> str | None:
    """Return the id of the own cable of this year that an update refers to."""
    if not header.post or not header.date:
        return None
    post = header.post.upper()
    for ref in header.refs:
        match = re.match(rf"(?:(\d{{2,4}}) +)?{re.escape(post)} +0*(\d+)\b", ref.upper())
        if match and (match[1] is None or match[1][-2:] == header.date[2:4]):
            return f"{header.date[2:4]}{re.sub('[^A-Z]', '', post)}{match[2]}"
    return None

"""What a caller gives, looked at once, where it comes in: told in one line that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from tipdiff.errors import DataError

__all__ = [
    "LAST_YEAR",
    "expect",
    "expect_items",
    "expect_name",
    "expect_year",
    "is_year",
    "shown",
    "unknown_key",
]

#: The last year that a calendar of four digits has.
LAST_YEAR: Final = 9999
#: The most that a message shows of a value, in characters.
SHOWN: Final = 60
#: Whole numbers from here on are not printed: Python refuses those of some thousands of digits.
_PRINTED: Final = 10**SHOWN


def shown(value: object) -> str:
    """Return a value for a message: in one short line, whatever it is.

    Lists and objects are only named: what is nested deeper than Python goes has no ``repr``.
    """
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if isinstance(value, int) and abs(value) >= _PRINTED:
        return "a number of many digits"
    if value is None or isinstance(value, str | int | float):
        told = repr(value[: SHOWN + 1] if isinstance(value, str) else value)
        return told if len(told) <= SHOWN else f"{told[:SHOWN]}..."
    return f"a {type(value).__name__}"


def expect(name: str, value: object, kinds: type | tuple[type, ...], wanted: str) -> None:
    """See to it that an argument is of a kind.

    Args:
        name: The argument's.
        value: What was given.
        kinds: What it may be; a truth value is no number.
        wanted: That in words, for the message: ``a Review``.

    Raises:
        DataError: It is of another.

    """
    allowed = kinds if isinstance(kinds, tuple) else (kinds,)
    is_flag = isinstance(value, bool) and bool not in allowed and object not in allowed
    if is_flag or not isinstance(value, allowed):
        raise DataError(f"{name}: expected {wanted}, got {type(value).__name__}")


def expect_items(name: str, given: object, kind: type, wanted: str) -> list[Any]:
    """Return the items of a sequence, all of one kind.

    Args:
        name: The argument's.
        given: The sequence, or anything else that yields them.
        kind: What each item must be.
        wanted: That in a word, for the message: ``str``.

    Raises:
        DataError: It is no sequence, or holds something else.

    """
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise DataError(f"{name}: expected a sequence of {wanted}, got {type(given).__name__}")
    items = list(given)
    for place, item in enumerate(items):
        if not isinstance(item, kind):
            raise DataError(f"{name}: expected {wanted} at {place}, got {type(item).__name__}")
    return items


def unknown_key(data: Mapping[Any, object], known: Collection[str]) -> object | None:
    """Return the first key of a table that is not known, None if all are."""
    return next((key for key in data if key not in known), None)


def is_year(given: object) -> bool:
    """Whether it is a year of the calendar, from 1 on."""
    return isinstance(given, int) and not isinstance(given, bool) and 1 <= given <= LAST_YEAR


def expect_year(name: str, given: object) -> None:
    """See to it that an argument, if it was given, is a year of the calendar.

    Raises:
        DataError: It is none.

    """
    if given is not None and not is_year(given):
        raise DataError(f"{name}: {shown(given)} is no year from 1 to {LAST_YEAR}")


def expect_name(name: str, given: object) -> None:
    """See to it that an argument, if it was given, is a name.

    Raises:
        DataError: It is none.

    """
    if given is not None and not isinstance(given, str):
        raise DataError(f"{name}: {shown(given)} is no name")

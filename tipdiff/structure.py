"""From plain data to records, strictly: what does not fit is refused with its path in the data.

Left to itself cattrs would make a text of a number, and letters of a text where a list is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from tipdiff.arguments import shown
from tipdiff.errors import DataError
from tipdiff.text import MOST_DIGITS
from tipdiff.validation import validated

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["structured"]

#: What each plain type takes: a whole number does for a float, but a truth value for neither.
TAKES: Final[dict[type, tuple[tuple[type, ...], str]]] = {
    str: ((str,), "a text"),
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
    bool: ((bool,), "true or false"),
}
#: The largest figure: its square is finite still, and so is all that is worked out from it.
LARGEST: Final = 1e150
#: Whole numbers have so many digits at most; they count, name years and places.
MOST: Final[dict[type, float]] = {int: 10**MOST_DIGITS, float: LARGEST}


def structured(data: object, kind: type, place: str = "") -> Any:
    """Return the record that plain data hold.

    Args:
        data: The data.
        kind: The record's class.
        place: Where the data stand, for an error: ``items[3]``; empty for the whole.

    Raises:
        DataError: They do not have the record's shape, or a rule of :mod:`tipdiff.validation` does
            not hold of them; the error names the path in the data (``changes[3].new[0].span``).

    """
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    if not isinstance(data, Mapping):
        raise DataError(_wrong(data, "an object"), source=place or None)
    try:
        record: Any = _converter().structure(data, kind)
    except BaseValidationError as error:
        message, _, path = transform_error(error, format_exception=_told)[0].rpartition(" @ $")
        where = place + path if place else path.removeprefix(".")
        raise DataError(message, source=where or None) from None
    return validated(record, place)


def _told(error: BaseException, wanted: type | None) -> str:
    """Return what is wrong in our words: one line, whatever the data hold."""
    if isinstance(error, KeyError):
        return "a required field is missing"
    if isinstance(error, ValueError) and get_origin(wanted) is not Literal:
        return str(error)
    return f"not one of {', '.join(map(str, get_args(wanted)))}"  # a Literal's


def _wrong(value: object, wanted: str) -> str:
    return f"{shown(value)} is not {wanted}"


@cache
def _converter() -> Converter:
    import attrs
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=False, detailed_validation=True)
    for kind in TAKES:
        converter.register_structure_hook(kind, _plain)
    converter.register_structure_hook_func(_is(tuple), partial(_row, converter))
    converter.register_structure_hook_func(_is(Mapping), _table)
    converter.register_structure_hook_factory(attrs.has, partial(_record, converter))
    return converter


def _is(origin: object) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is origin


def _plain(value: object, kind: type) -> object:
    types, wanted = TAKES[kind]
    if not isinstance(value, types) or (kind is not bool and isinstance(value, bool)):
        raise ValueError(_wrong(value, wanted))
    if kind in MOST and not -MOST[kind] <= value <= MOST[kind]:  # type: ignore[operator]
        raise ValueError(f"{shown(value)} is too large, or no number")
    return value


def _row(converter: Converter, value: object, kind: object) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(_wrong(value, "a list"))
    kinds = get_args(kind)
    if Ellipsis not in kinds and len(kinds) != len(value):
        raise ValueError(_wrong(value, f"a list of {len(kinds)}"))
    rows: Any = list[kinds[0]]  # type: ignore[valid-type]
    return tuple(converter.structure(value, rows))


def _table(value: object, kind: object) -> Mapping[str, str]:
    del kind
    if not isinstance(value, Mapping) or not all(
        isinstance(text, str) for pair in value.items() for text in pair
    ):
        raise ValueError(_wrong(value, "an object of texts"))
    return dict(value)


def _record(converter: Converter, kind: Any) -> Callable[[object, Any], Any]:
    from cattrs.gen import make_dict_structure_fn

    read: Callable[[Any, Any], Any] = make_dict_structure_fn(kind, converter)

    def checked(value: object, of: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(_wrong(value, "an object"))
        return read(value, of)

    return checked

"""From plain data to records, strictly: what is not of its field's type is refused with its place.

Left to itself cattrs would make a text of a number, and letters of a text where a list is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from tipdiff.errors import DataError

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
#: The most that an error shows of a wrong value.
SHOWN: Final = 60


def structured(data: object, kind: type, place: str) -> Any:
    """Return the record that plain data hold.

    Args:
        data: The data.
        kind: The record's class.
        place: Where the data stand, for an error: ``items[3]``.

    Raises:
        DataError: They do not have the record's shape.

    """
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    if not isinstance(data, Mapping):
        raise DataError(f"{place}: {_wrong(data, 'an object')}")
    try:
        return _converter().structure(data, kind)
    except BaseValidationError as error:
        first = transform_error(error, format_exception=_told)[0]
        raise DataError(f"{place}: {first}") from None


def _told(error: BaseException, wanted: type | None) -> str:
    """Return what is wrong in our words: one line, whatever the data hold."""
    if isinstance(error, KeyError):
        return "a required field is missing"
    if isinstance(error, ValueError) and get_origin(wanted) is not Literal:
        return str(error)
    return f"not one of {', '.join(map(str, get_args(wanted)))}"  # a Literal's


def _wrong(value: object, wanted: str) -> str:
    shown = repr(value)
    return f"{shown if len(shown) <= SHOWN else shown[:SHOWN] + '...'} is not {wanted}"


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

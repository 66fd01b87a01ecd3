"""Settings kept in a file: what an option is where a call does not say it.

``tipdiff.toml``, else the table ``tool.tipdiff`` of ``pyproject.toml``, in the working folder or
the nearest one above. Only options that change how results are worked out or shown may stand
there: a file that lies beside downloaded reports must not write a file or run code.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click

from tipdiff.errors import DataError

__all__ = ["ALLOWED", "FILES", "VARIABLE", "settings_of"]

#: If this variable is set, it names the file of settings; empty, there is none.
VARIABLE: Final = "TIPDIFF_CONFIG"
#: The files that are looked for, and the tables in which the settings stand there.
FILES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("tipdiff.toml", ()),
    ("pyproject.toml", ("tool", "tipdiff")),
)
#: Bytes of a file of settings: all that may be set, with a page of comments, fits in a tenth.
SMALL: Final = 100_000
#: The options that may be set, by the name that they have on the command line.
ALLOWED: Final = frozenset(
    "all brief context explain figures format ignore indicators min-change min-score no-pager only"
    " quiet review side-by-side verbose width".split()
)
#: Those whose value is the path of a file: it is meant from the settings' own folder on.
PATHS: Final = frozenset({"indicators", "review"})


def settings_of(command: click.Group) -> dict[str, Any]:
    """Return the settings that hold here, by command and parameter, as click takes its defaults.

    What stands outside a table is for every command that has the option.

    Raises:
        TipdiffError: The file cannot be read, or sets what there is not.

    """
    found = _found()
    if found is None:
        return {}
    path, data = found
    return _of_group(command, data, {}, path)[0]


def _of_group(
    group: click.Group, data: Mapping[str, Any], above: Mapping[str, Any], path: Path
) -> tuple[dict[str, Any], set[str]]:
    """Return the settings of a group's commands, and which of those above them are of any.

    Args:
        group: The group.
        data: Its table.
        above: What stands outside its table, and so is for its commands too.
        path: The file.

    """
    tables = {name: value for name, value in data.items() if isinstance(value, Mapping)}
    own = {name: value for name, value in data.items() if name not in tables}
    for name in tables:
        if name not in group.commands:
            known = ", ".join(sorted(group.commands))
            raise DataError(f"[{name}] is of no command; there are {known}", source=str(path))
    common = {**above, **own}
    made: dict[str, Any] = {}
    used: set[str] = set()
    for name, each in group.commands.items():
        table = tables.get(name, {})
        if isinstance(each, click.Group):
            made[name], inner = _of_group(each, table, common, path)
            used |= inner
            continue
        options = _options(each)
        shared = {key: common[key] for key in common.keys() & options.keys()}
        used |= shared.keys()
        made[name] = _checked({**_fitting(shared, each, options), **table}, options, path)
    for name in sorted(own.keys() - used):
        raise DataError(f"{name}: no command has such an option to be set", source=str(path))
    return made, used & above.keys()


def _fitting(
    shared: Mapping[str, Any], command: click.Command, options: Mapping[str, str]
) -> dict[str, Any]:
    """Return what is said to all commands without a format that one of them does not have."""
    choices = {param.name: getattr(param.type, "choices", None) for param in command.params}
    return {
        key: value
        for key, value in shared.items()
        if (known := choices[options[key]]) is None or value in known
    }


def _options(command: click.Command) -> dict[str, str]:
    """Return the parameters of a command by the long names of their options."""
    return {
        name.removeprefix("--"): param.name or ""
        for param in command.params
        for name in param.opts
        if name.removeprefix("--") in ALLOWED
    }


def _checked(given: Mapping[str, Any], options: Mapping[str, str], path: Path) -> dict[str, Any]:
    made = {}
    for name, value in given.items():
        if name not in options:
            known = ", ".join(sorted(options)) or "none"
            raise DataError(f"{name}: not to be set; there are {known}", source=str(path))
        if not isinstance(value, str | int | float | list):
            raise DataError(f"{name}: {value!r} is no value of an option", source=str(path))
        made[options[name]] = str(path.parent / str(value)) if name in PATHS else value
    return made


def _found() -> tuple[Path, dict[str, Any]] | None:
    """Return the file of settings that holds here and what it says, None where there is none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return (Path(named), _said(Path(named), ())) if named else None
    for folder in _folders():
        for name, inside in FILES:
            path = folder / name
            # Not Path.is_file, which raises for a folder that may not be entered.
            if os.path.isfile(path) and (told := _said(path, inside)):  # noqa: PTH113
                return path, told
    return None


def _folders() -> Iterator[Path]:
    try:
        here = Path.cwd()
    except OSError:  # the working folder is gone
        return
    yield here
    yield from here.parents


def _small(path: Path) -> bytes | None:
    """Return what a small file holds, None of any other, which is read and refused as a report is.

    The reader of reports need not be loaded for it: it costs ten times what ``--help`` takes.
    """
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= SMALL else None
    except OSError:
        return None


def _said(path: Path, inside: tuple[str, ...]) -> dict[str, Any]:
    from tipdiff.cli.edge import toml, toml_of

    data = _small(path)
    # Most projects' files say nothing of tipdiff, and need not be understood.
    if inside and data is not None and b"tipdiff" not in data:
        return {}
    told: Any = toml(str(path)) if data is None else toml_of(data, str(path))
    for name in inside:
        told = told.get(name, {}) if isinstance(told, Mapping) else {}
    if not isinstance(told, Mapping):
        raise DataError(f"{'.'.join(inside)} is no table", source=str(path))
    return dict(told)

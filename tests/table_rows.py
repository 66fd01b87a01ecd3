"""How a table is tried without one of its rows: what is derived from it is derived anew."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple


class Walk(NamedTuple):
    """How the rows of a table are tried.

    ``holds`` says whether a row's sample does what the row says. ``follow`` names the modules that
    derive something from the table when they are imported. Where several rows may say the same of
    one sample, ``outcome`` gives what must be another without the row.
    """

    holds: Callable[[Any], bool]
    follow: tuple[str, ...] = ()
    outcome: Callable[[Any], Any] | None = None


def rows_of(table: str) -> list[Any]:
    """The rows of a table by its dotted name; of a mapping its items."""
    module, _, name = table.rpartition(".")
    value = getattr(importlib.import_module(module), name)
    return list(value.items()) if isinstance(value, dict) else list(value)


@contextmanager
def without(table: str, row: int, follow: Sequence[str] = ()) -> Iterator[None]:
    """Take a row away from a table for a while.

    Args:
        table: Its dotted name.
        row: Which row.
        follow: The modules that derive something from it at their import, in order.

    """
    name, _, attribute = table.rpartition(".")
    modules = [importlib.import_module(each) for each in (name, *follow)]
    before = [dict(vars(module)) for module in modules]
    try:
        value = getattr(modules[0], attribute)
        left = [each for at, each in enumerate(rows_of(table)) if at != row]
        setattr(modules[0], attribute, type(value)(left))
        for module in modules:
            constants = _constants(module.__name__, attribute)
            exec(constants, vars(module))  # noqa: S102 the package's own source
        _forget()
        yield
    finally:
        for module, values in zip(modules, before, strict=True):
            vars(module).clear()
            vars(module).update(values)
        _forget()


@cache
def _constants(name: str, table: str) -> CodeType:
    """What a module imports from others, and the constants it makes, but for the table itself."""
    module = importlib.import_module(name)
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    kept = [
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.For)
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tipdiff"))
        or (isinstance(node, ast.Assign | ast.AnnAssign) and table not in _targets(node))
    ]
    body: list[ast.stmt] = [ast.parse("from __future__ import annotations").body[0], *kept]
    return compile(ast.Module(body, []), str(module.__file__), "exec")


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def modules() -> list[ModuleType]:
    """The modules of the package that are loaded."""
    return [m for n, m in sorted(sys.modules.items()) if n.split(".")[0] == "tipdiff"]


def _forget() -> None:
    """Empty the caches of the package, whose contents come from its tables."""
    for module in modules():
        for value in list(vars(module).values()):
            if callable(getattr(value, "cache_clear", None)):
                value.cache_clear()

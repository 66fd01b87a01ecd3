"""Patterns that are compiled when they are first used, and those of the package."""

from __future__ import annotations

import ast
import gc
import importlib
import pickle
import pkgutil
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tipdiff
from tipdiff.patterns import regex

PACKAGE = Path(next(iter(tipdiff.__path__)))
WORD = r"(?P<first>[a-c])(\d?)"

#: What a pattern is asked for, with what comes of it as plain data.
ASKED: tuple[Callable[[Any, str], Any], ...] = (
    lambda pattern, text: [match.span() for match in pattern.finditer(text)],
    lambda pattern, text: pattern.findall(text),
    lambda pattern, text: pattern.split(text),
    lambda pattern, text: pattern.sub("<\\g<first>>", text),
    lambda pattern, text: pattern.subn("-", text, 1),
    lambda pattern, text: [
        match and match.groupdict()
        for match in (pattern.search(text, 1), pattern.match(text), pattern.fullmatch(text))
    ],
    lambda pattern, _: (pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)),
)


def patterns_of_the_package() -> list[Any]:
    """Every pattern that some module of the package holds."""
    for module in pkgutil.walk_packages(tipdiff.__path__, "tipdiff."):
        if module.name != "tipdiff.__main__":
            importlib.import_module(module.name)
    return [each for each in gc.get_objects() if type(each) is type(regex(""))]


@given(st.text("abc1 B"), st.sampled_from(ASKED), st.sampled_from([0, int(re.IGNORECASE)]))
def test_it_does_what_a_compiled_pattern_does(
    text: str, ask: Callable[[Any, str], Any], flags: int
) -> None:
    """Whatever it is asked first, the answer is that of a compiled pattern."""
    assert ask(regex(WORD, flags), text) == ask(re.compile(WORD, flags), text)


def test_it_takes_bytes_too() -> None:
    """A pattern of bytes looks in bytes."""
    assert regex(rb"\d").findall(b"a1b2") == [b"1", b"2"]


def test_it_is_compiled_at_its_first_use() -> None:
    """One that is none says so when it is used, not before; its text is there all the time."""
    wrong = regex("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error, match="missing"):
        wrong.search("")


def test_it_passes_between_processes() -> None:
    """What is pickled comes back as a pattern that does the same, used or not."""
    pattern = regex(WORD, re.IGNORECASE)
    for _ in range(2):
        back = pickle.loads(pickle.dumps(pattern))  # noqa: S301 our own
        assert back.findall("A1 x") == pattern.findall("A1 x") == [("A", "1")]
        assert repr(back) == repr(pattern)


def test_every_pattern_of_the_package_is_one() -> None:
    """None is left whose mistake would come to light in front of a reader, nor a warning of it."""
    patterns = patterns_of_the_package()
    assert len(patterns) > 500
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for pattern in patterns:
            re.compile(pattern.pattern)


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_module_compiles_patterns_while_it_is_loaded(path: Path) -> None:
    """What a module compiles at its top, everybody waits for: there stands ``regex(...)``."""

    def at_the_top(node: ast.AST) -> list[int]:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return []
        own = [node.lineno] if isinstance(node, ast.Call) and _compiles(node) else []
        return own + [line for child in ast.iter_child_nodes(node) for line in at_the_top(child)]

    assert at_the_top(ast.parse(path.read_text(encoding="utf-8"))) == []


def _compiles(call: ast.Call) -> bool:
    return ast.unparse(call.func) == "re.compile"

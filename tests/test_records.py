"""Public records and functions explain themselves: ``help(tipdiff.Claim)`` tells every field."""

from __future__ import annotations

import inspect
import re

import attrs
import pytest

import tipdiff

PUBLIC = {name: getattr(tipdiff, name) for name in tipdiff.__all__}
RECORDS = {
    name: kind for name, kind in PUBLIC.items() if isinstance(kind, type) and attrs.has(kind)
}
FUNCTIONS = {name: call for name, call in PUBLIC.items() if inspect.isfunction(call)}


def _explained(doc: str, head: str) -> dict[str, str]:
    """Return what a docstring says under ``head:``, by name."""
    _, found, rest = doc.partition(f"\n{head}:\n")
    if not found:
        return {}
    block = re.split(r"\n\n\S|\n\S", rest)[0]
    entries = re.split(r"\n(?=    \S)", "\n" + block)
    pairs = (entry.strip().partition(":") for entry in entries if entry.strip())
    return {name.strip(): " ".join(text.split()) for name, _, text in pairs}


class TestRecords:
    """What ``help`` says of a record."""

    @pytest.mark.parametrize("name", sorted(RECORDS))
    def test_every_field_is_explained(self, name: str) -> None:
        """Each field is explained under its name, in the order of the record, and nothing else."""
        record = RECORDS[name]
        told = _explained(inspect.cleandoc(record.__doc__ or ""), "Attributes")

        assert list(told) == [field.name for field in attrs.fields(record)]
        assert all(told.values())

    @pytest.mark.parametrize("name", sorted(RECORDS))
    def test_what_may_be_missing_says_when(self, name: str) -> None:
        """A field that can be None says when it is, or that it is so likewise."""
        record = RECORDS[name]
        told = _explained(inspect.cleandoc(record.__doc__ or ""), "Attributes")
        silent = [
            field.name
            for field in attrs.fields(record)
            if str(field.type).endswith("None") and not re.search("None|likewise", told[field.name])
        ]

        assert not silent


class TestFunctions:
    """What ``help`` says of a function."""

    @pytest.mark.parametrize("name", sorted(FUNCTIONS))
    def test_arguments_result_and_errors(self, name: str) -> None:
        """A function of two or more arguments explains each, its result, and its errors."""
        call = FUNCTIONS[name]
        arguments = list(inspect.signature(call).parameters)
        if len(arguments) < 2:
            return
        doc = inspect.cleandoc(call.__doc__ or "")

        assert list(_explained(doc, "Args")) == arguments
        assert "\nReturns:\n" in doc
        assert "\nRaises:\n" in doc

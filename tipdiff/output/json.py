"""Plain data as JSON text: the same for every command."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from unicodedata import category

from tipdiff.patterns import regex
from tipdiff.serial import claims_to_dict, to_dict, trends_to_dict

if TYPE_CHECKING:
    from tipdiff.output.options import Options
    from tipdiff.output.results import Claims, Trends
    from tipdiff.records import Comparison, Report

__all__ = [
    "claims_json",
    "comparison_json",
    "escaped",
    "json_text",
    "report_json",
    "trends_json",
]

#: What ``json`` may leave unescaped, and no terminal or UTF-8 file should get: control characters,
#: marks without a shape of their own (they turn the direction of writing, or hide), separators of
#: lines, lone surrogates.
_ACTING: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BEYOND: Final = regex("[^ -~\n]")


def json_text(data: Mapping[str, Any]) -> str:
    """Return plain data as JSON, in the order of its keys.

    Letters stand as they are; what would act on a terminal (control characters, marks that turn
    the direction of writing) and lone surrogates stand as their escapes.
    """
    return escaped(json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def escaped(text: str) -> str:
    """Return JSON with the escapes that ``json`` itself does not write."""
    if all(line.isprintable() for line in text.split("\n")):
        return text
    return _BEYOND.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return json.dumps(character)[1:-1] if category(character) in _ACTING else character


def comparison_json(comparison: Comparison, _options: Options) -> str:
    """Return a comparison in the JSON of ``docs/contract.md``."""
    return json_text(to_dict(comparison))


def report_json(report: Report, _options: Options) -> str:
    """Return a report in the JSON of ``docs/contract.md``."""
    return json_text(to_dict(report))


def claims_json(claims: Claims, _options: Options) -> str:
    """Return the claims of a report in the JSON of ``docs/contract.md``."""
    return json_text(
        claims_to_dict(
            claims.report,
            claims.claims,
            notes=claims.notes,
            why=claims.why,
            passed=claims.passed,
        )
    )


def trends_json(trends: Trends, _options: Options) -> str:
    """Return series in the JSON of ``docs/contract.md``."""
    return json_text(trends_to_dict(trends.series, trends.country, trends.editions))

"""How numbers and units are written in every output."""

from __future__ import annotations

import pytest

from tipdiff.language.amounts import amount, ordinal, share
from tipdiff.language.unit_words import UNITS, unit_label, with_unit


class TestAmounts:
    """One formatter for a number."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (0, "0"),
            (-0.0, "0"),
            (12, "12"),
            (1520, "1,520"),
            (1_500_000, "1,500,000"),
            (-1520.5, "-1,520.5"),
            (33.33, "33.33"),
            (100 / 3, "33.33"),
            (0.5, "0.5"),
            (58.24, "58.24"),
            (0.004, "0.004"),
            (0.00123, "0.0012"),
            (9.999, "10"),
        ],
    )
    def test_amount(self, value: float, text: str) -> None:
        """Thousands are grouped, two digits stand behind the point at most, no zero ends them."""
        assert amount(value) == text

    @pytest.mark.parametrize(
        ("ratio", "text"), [(0.43, "43 %"), (-0.43, "43 %"), (0.004, "0.4 %"), (12.3, "1,230 %")]
    )
    def test_share(self, ratio: float, text: str) -> None:
        """A share is whole percents, or a tenth of one below that."""
        assert share(ratio) == text

    def test_signed_share(self) -> None:
        """A change in percent has its sign."""
        assert (share(0.43, signed=True), share(-0.5, signed=True)) == ("+43 %", "−50 %")

    @pytest.mark.parametrize(
        ("value", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (7, "7th"), (12, "12th")]
    )
    def test_ordinal(self, value: float, text: str) -> None:
        """What stands in a row has its ending."""
        assert ordinal(value) == text


class TestUnits:
    """One name for a unit, wherever it is shown."""

    @pytest.mark.parametrize(
        ("unit", "text"),
        [
            ("count", "5"),
            ("percent", "5 %"),
            ("points", "5 points"),
            ("ratio", "5 times"),
            ("[mi_i]", "5 miles"),
            ("[mi_us]2", "5 square miles"),
            ("m2", "5 square meters"),
            ("duration:day", "5 days"),
            ("money:USD", "USD 5"),
            ("money:XXX", "money 5"),
            ("[foo]", "5 [foo]"),
        ],
    )
    def test_with_unit(self, unit: str, text: str) -> None:
        """A number is told with the name of its unit, not with its code."""
        assert with_unit("5", unit) == text

    def test_one_of_it(self) -> None:
        """One of a unit is told in the singular."""
        assert [with_unit("1", unit, one=True) for unit in ("[ft_i]", "points")] == [
            "1 foot",
            "1 point",
        ]

    @pytest.mark.parametrize("unit", UNITS, ids=[unit.code for unit in UNITS])
    def test_no_code_is_shown(self, unit: object) -> None:
        """No name that a reader sees holds the signs of a code."""
        code = unit.code  # type: ignore[attr-defined]

        assert not set("[]:_") & set(with_unit("5", code) + unit_label(code))

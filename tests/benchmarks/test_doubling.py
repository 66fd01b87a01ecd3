"""The exponents of cost: what is fitted, and what fails. No test here tells time."""

from __future__ import annotations

import pytest

from benchmarks.doubling import NOISE, REACH, SHAPES, Grown, exponent, made

SIZES = [5000 * 2**k for k in range(7)]


class TestExponent:
    """The slope of time over length."""

    @pytest.mark.parametrize("power", [1.0, 1.5, 2.0])
    def test_power(self, power: float) -> None:
        """A time that grows by a power of the length has that exponent, and is judged by it."""
        grown = Grown({size: (size / 5000) ** power for size in SIZES})

        assert grown.exponent == pytest.approx(power)
        assert grown.steep == (power > REACH)

    def test_noise(self) -> None:
        """Times below the noise are not fitted, and the upper doublings alone are."""
        assert exponent(dict.fromkeys(SIZES, NOISE / 2)) is None
        assert exponent({5000: 9.0, **{size: size / 1e5 for size in SIZES[1:]}}) == pytest.approx(1)

    @pytest.mark.parametrize("ended", ["stopped at 5 kB", "given up at 5 kB"])
    def test_too_long_at_once(self, ended: str) -> None:
        """What takes too long before an exponent can be told fails; what is refused does not."""
        assert Grown({5000: 60.0}, ended).steep
        assert not Grown({}, "refused: SourceError").steep


class TestShapes:
    """The texts."""

    @pytest.mark.parametrize("shape", SHAPES)
    def test_size(self, shape: str) -> None:
        """Every shape is about as long as asked for, and twice as long for twice as much."""
        one, two = (len(SHAPES[shape](size, 2005)) for size in (4000, 8000))

        assert 3900 <= one <= 5800
        assert 1.7 <= two / one <= 2.2
        assert made(shape, 4000, 2005) == made(shape, 4000, 2005)

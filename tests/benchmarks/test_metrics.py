"""How alignments are scored: every figure worked out by hand."""

from __future__ import annotations

import math

import pytest

from benchmarks.gold import Gold, by_own_rule, same_text
from benchmarks.metrics import (
    Tally,
    calibration_error,
    changed_links,
    interval,
    link_units,
    mean_f1,
    paired_bootstrap,
    pairs_of,
    pooled,
    pooled_statuses,
    reliability,
    star_tally,
    status_tallies,
    tally,
)
from tipdiff.records import Link

OLD = (
    "Varona is a country of transit.",
    "Police arrested three men.",
    "The hotline is closed.",
    "The ministry trained guards and opened a shelter.",
    "No one was extradited.",
)
NEW = (
    "VARONA is a country\nof transit.",
    "Police arrested nine men.",
    "The ministry trained guards.",
    "The ministry opened a shelter.",
    "A law was passed.",
    "One clerk was fined.",
)


def gold(
    sure: set[tuple[int, int]],
    possible: set[tuple[int, int]] | None = None,
    *,
    old: tuple[str, ...] = OLD,
    new: tuple[str, ...] = NEW,
) -> Gold:
    """Gold links over the invented statements above, unless others are given."""
    allowed = frozenset(sure) | frozenset(possible or ())
    return Gold(
        "varona",
        old,
        new,
        frozenset(sure),
        frozenset(possible or ()),
        same_text(old, new, allowed),
        {},
    )


#: One same, one changed, one split in two; old 2 and 4, new 4 and 5 stand alone.
PLAIN = {(0, 0), (1, 1), (3, 2), (3, 3)}


class TestTally:
    """Counts, and the three figures they give."""

    def test_precision_recall_and_f1(self) -> None:
        """Precision is of what was found, recall of what was wanted, F1 their harmonic mean."""
        counts = Tally(found=4, right=3, wanted=6, hit=3)

        assert counts.precision == 0.75
        assert counts.recall == 0.5
        assert counts.f1 == pytest.approx(0.6)

    def test_nothing_found(self) -> None:
        """Where nothing is found, all three are 0 and nothing is divided by it."""
        assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)

    def test_pooled(self) -> None:
        """Pooling sums counts; it does not average figures."""
        whole = pooled([Tally(1, 1, 1, 1), Tally(3, 0, 1, 0)])

        assert whole == Tally(4, 1, 2, 1)

    def test_possible_links_cost_nothing(self) -> None:
        """A possible link is right if found, and not missed if not."""
        sure, allowed = {(0, 0), (1, 1)}, {(0, 0), (1, 1), (2, 2)}

        assert tally({(0, 0), (2, 2), (3, 3)}, sure, allowed) == Tally(3, 2, 2, 1)
        assert tally({(0, 0)}, sure, allowed) == Tally(1, 1, 2, 1)

    def test_a_link_counts_as_all_its_pairs(self) -> None:
        """A link of one old and two new statements is two pairs."""
        links = [Link((3,), (2, 3), 0.9, 0.8), Link((0,), (0,), 1.0, 1.0)]

        assert pairs_of(links) == {(3, 2), (3, 3), (0, 0)}


class TestUnits:
    """Links counted for each block of old statements."""

    def test_blocks_hold_their_old_statements(self) -> None:
        """Each link counts in the block of its old statement; the blocks sum to the whole."""
        found = frozenset({(0, 0), (2, 4), (3, 2)})
        units = link_units(gold(PLAIN), found, block=2)

        assert units == [Tally(1, 1, 2, 1), Tally(2, 1, 2, 1), Tally(0, 0, 0, 0)]
        assert [pooled(units)] == link_units(gold(PLAIN), found, block=None)

    def test_an_empty_text_is_a_unit(self) -> None:
        """A text without statements gives one unit of nothing."""
        assert link_units(gold(set(), old=()), frozenset()) == [Tally()]


class TestChangedLinks:
    """Links whose texts differ."""

    def test_unchanged_links_do_not_count(self) -> None:
        """Only found and wanted links between differing texts are counted."""
        found = frozenset({(0, 0), (1, 1), (2, 4)})

        assert changed_links(gold(PLAIN), found) == Tally(2, 1, 3, 1)

    def test_labels_as_given_may_differ_from_the_rule(self) -> None:
        """Labels of the gold hold until it is relabelled by the project's own rule."""
        given = Gold("d", OLD, NEW, frozenset(PLAIN), frozenset(), frozenset(), {})

        assert changed_links(given, frozenset(PLAIN)) == Tally(3, 3, 4, 3)
        assert changed_links(by_own_rule(given), frozenset(PLAIN)) == Tally(3, 3, 3, 3)


class TestStatuses:
    """One label for each old and each new statement."""

    def test_all_right(self) -> None:
        """The gold's own links have F1 1 in every status, and each statement counts once."""
        counts = status_tallies(gold(PLAIN), frozenset(PLAIN))

        assert {status: each.wanted for status, each in counts.items()} == {
            "new": 2,
            "changed": 5,
            "dropped": 2,
            "unchanged": 2,
        }
        assert mean_f1(counts) == 1

    def test_by_hand(self) -> None:
        """A false link spoils a dropped and a new one; a missed split leaves a false new one."""
        counts = status_tallies(gold(PLAIN), frozenset({(0, 0), (1, 1), (3, 2), (4, 5)}))

        assert counts["new"] == Tally(2, 1, 2, 1)
        assert counts["changed"] == Tally(6, 4, 5, 4)
        assert counts["dropped"] == Tally(1, 1, 2, 1)
        assert counts["unchanged"] == Tally(2, 2, 2, 2)
        assert mean_f1(counts) == pytest.approx((1 / 2 + 8 / 11 + 2 / 3 + 1) / 4)

    def test_a_status_that_does_not_occur_is_left_out(self) -> None:
        """The mean is over the statuses of the gold alone."""
        same = gold({(0, 0)}, old=OLD[:1], new=NEW[:1])
        counts = status_tallies(same, frozenset({(0, 0)}))

        assert counts["dropped"].wanted == 0
        assert mean_f1(counts) == 1

    def test_statements_of_possible_links_alone_are_left_out(self) -> None:
        """Whether such a statement is linked or not is nobody's mistake."""
        unsure = gold(PLAIN, {(2, 4)})
        linked = status_tallies(unsure, frozenset(PLAIN | {(2, 4)}))

        assert linked == status_tallies(unsure, frozenset(PLAIN))
        assert linked["dropped"].wanted == 1

    def test_pooled_statuses(self) -> None:
        """Statuses pool by their counts."""
        one = status_tallies(gold(PLAIN), frozenset(PLAIN))

        assert pooled_statuses([one, one])["changed"] == Tally(10, 10, 10, 10)


class TestSplitsAndMerges:
    """One statement become several, several become one."""

    def test_a_split_is_hit_by_two_of_its_links(self) -> None:
        """A found split is right if two of its pairs are links of the gold."""
        assert star_tally(gold(PLAIN), frozenset(PLAIN), 0) == Tally(1, 1, 1, 1)
        assert star_tally(gold(PLAIN), frozenset({(3, 2)}), 0) == Tally(0, 0, 1, 0)

    def test_a_false_split(self) -> None:
        """A split with but one right pair is false."""
        assert star_tally(gold(PLAIN), frozenset({(3, 2), (3, 5)}), 0) == Tally(1, 0, 1, 0)

    def test_a_merge_is_a_split_seen_from_the_new(self) -> None:
        """Swapping the texts makes a split a merge."""
        swapped = {(j, i) for i, j in PLAIN}

        assert star_tally(gold(swapped, old=NEW, new=OLD), frozenset(swapped), 1) == Tally(
            1, 1, 1, 1
        )

    def test_copies_are_no_parts(self) -> None:
        """A statement told twice in the new report has not been split."""
        twice = gold({(0, 0), (0, 1)}, old=OLD[:1], new=(NEW[0], OLD[0]))

        assert star_tally(twice, twice.sure, 0) == Tally(0, 0, 0, 0)


class TestReliability:
    """Whether a score is the share of right links."""

    EDGES = (0.0, 0.5, 0.9, 1.0)

    def test_bins(self) -> None:
        """A score stands in the bin it ends, 0 in the first; empty bins are left out."""
        rows = reliability([(0.0, False), (0.5, True), (0.95, True), (1.0, True)], self.EDGES)

        assert rows == [(0.0, 0.5, 2, 0.25, 0.5), (0.9, 1.0, 2, 0.975, 1.0)]

    def test_calibration_error(self) -> None:
        """The mean gap weighs each bin by its links."""
        rows = [(0.0, 0.5, 1, 0.2, 0.0), (0.5, 1.0, 3, 0.9, 1.0)]

        assert calibration_error(rows) == pytest.approx((0.2 + 3 * 0.1) / 4)


class TestBootstrap:
    """Intervals over units drawn anew."""

    def test_units_all_alike_leave_no_doubt(self) -> None:
        """If every unit is the same, so is every draw."""
        low, high = interval([Tally(2, 1, 2, 1)] * 8)

        assert low == high == 0.5

    def test_an_interval_holds_its_figure(self) -> None:
        """The figure of the whole lies in its interval, and the interval is the same each time."""
        units = [Tally(2, 2, 2, 2)] * 12 + [Tally(2, 0, 2, 0)] * 8
        low, high = interval(units)

        assert 0.3 < low < pooled(units).f1 < high < 0.9
        assert (low, high) == interval(units)

    def test_the_standard_error_is_the_one_of_theory(self) -> None:
        """Where F1 is a mean of n coin throws, the interval is as wide as theory has it."""
        units = [Tally(1, 1, 1, 1), Tally(1, 0, 1, 0)] * 200
        low, high = interval(units)

        assert high - low == pytest.approx(2 * 1.96 * math.sqrt(0.25 / 400), rel=0.1)

    def test_a_better_method_in_every_unit(self) -> None:
        """Drawn together, a method ahead everywhere is ahead in every draw."""
        ahead = paired_bootstrap([Tally(4, 3, 4, 3)] * 5, [Tally(4, 2, 4, 2)] * 5)

        assert ahead == (0.25, 0.25, 0.25, 0.0)

    def test_a_method_against_itself(self) -> None:
        """There is no difference, and every draw denies one."""
        units = [Tally(2, 2, 2, 2), Tally(2, 0, 2, 0)]

        assert paired_bootstrap(units, units) == (0.0, 0.0, 0.0, 1.0)

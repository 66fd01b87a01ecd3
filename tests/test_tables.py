"""Every table of rules: each row's sample does what the row says, and only because of the row.

A table is registered in ``WALKS`` with what it means that a sample runs. New rows are walked by
themselves; a new table that is not registered fails the last test here, which says what to do.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

import tipdiff
from tests.reading_walks import READING
from tests.table_rows import Walk, rows_of, without
from tipdiff.archive import kinds as report_kinds
from tipdiff.checks import check_report, narrowed
from tipdiff.checks.places import FigurePlace
from tipdiff.claims import extract_claims, field_indicators, pair_claims, report_claims
from tipdiff.claims.scanning import no_claims
from tipdiff.comparison import form, opposites, phrases
from tipdiff.comparison.findings import kinds, vocabulary
from tipdiff.histories import fulfilment, instruments
from tipdiff.language import intentions, unit_words
from tipdiff.patterns import regex
from tipdiff.reading import layout, pointers, questions, signature
from tipdiff.series.identity import offence_of
from tipdiff.series.mentions import mentions
from tipdiff.series.scope import is_another, narrowness
from tipdiff.text import folded

if TYPE_CHECKING:
    from tipdiff.language.unit_words import Measure


def marked(sample: str) -> tuple[str, int, int]:
    """A sample without the braces around its number, and where the number stands."""
    start, end = sample.index("{"), sample.index("}")
    return sample[:start] + sample[start + 1 : end] + sample[end + 1 :], start, end - 1


def is_claimed(sample: str) -> bool:
    """Whether the number in braces is in a claim."""
    text, start, end = marked(sample)
    return any(c.span[0] <= start and end <= c.span[1] for c in extract_claims(text))


def is_excluded(row: Any) -> bool:
    """Whether the sample's number is no claim, by the row's name, and the counter-sample's is."""
    text, start, _ = marked(row.sample)
    told = no_claims.no_claims(text, extract_claims(text))
    named = any(no.span[0] <= start < no.span[1] and no.why == row.name for no in told)
    return named and not is_claimed(row.sample) and is_claimed(row.counter)


def has_unit(row: Measure) -> bool:
    """Whether the sample's figure has the unit, and outputs show its name."""
    read = [claim.unit for claim in extract_claims(row.sample)] == [row.code]
    shown = [unit_words.with_unit("1", row.code, one=one) for one in (True, False)]
    return read and shown == [f"1 {row.one}".rstrip(), f"1 {row.many}".rstrip()]


def answers(sample: str) -> bool:
    """Whether what is promised with one word is done with another."""
    promised, told = sample.split()
    return fulfilment.is_done(
        intentions.intentions(f"The guild plans to {promised} it."), f"The guild {told} it."
    )


def is_noted(row: tuple[str, Any, str]) -> bool:
    """Whether the check finds what its sample holds, once."""
    first, *rest = row[2].split(" / ")
    body = "".join(f"{line}\n" for line in (first, *(f"-- {each}" for each in rest)))
    report = tipdiff.read(body, country="Ostrel", year=2006)
    return [note.kind for note in check_report(report, report_claims(report))] == [row[0]]


def is_of_a_part(sample: str) -> bool:
    """Whether the sample's one figure is of a part of what there was."""
    [statement] = tipdiff.read(f"{sample}\n", country="Ostrel", year=2006).statements
    [claim] = extract_claims(statement.text)
    return narrowed.is_narrowed(FigurePlace(statement, claim))


def shares_unit(row: tuple[tuple[str, ...], Any, str]) -> bool:
    """Whether the last figure of the sample has the unit of the one before."""
    *_, one, two = extract_claims(row[2])
    return one.unit.startswith(row[0]) and two.unit == one.unit


def is_kind(kind: str) -> Callable[[tuple[str, str]], bool]:
    """Whether the sample's figure is of a kind."""
    return lambda row: [claim.kind for claim in extract_claims(row[1])] == [kind]


def is_compared(row: Any) -> bool:
    """Whether the sample's second figure is the baseline of its first."""
    one, other = extract_claims(row.sample)
    return other.baseline_of == one.id and one.baseline_of is None


def is_apart(row: tuple[str, Any, str]) -> bool:
    """Whether the last figures of the sample's two sentences are not paired."""
    old, new = (extract_claims(side) for side in row[2].split(" / "))
    return not any(c.old == old[-1] and c.new == new[-1] for c in pair_claims(old, new))


def is_unlike(row: tuple[str, str, str]) -> bool:
    """Whether the last figures of the sample's two statements are not paired."""
    sides = row[2].split(" / ")
    old, new = (
        [
            evolve(c, id=f"{name}{c.id}", of=None if c.of is None else f"{name}{c.of}")
            for c in extract_claims(side)
        ]
        for name, side in zip("ab", sides, strict=True)
    )
    pairs = pair_claims(old, new, dict(zip("ab", sides, strict=True)))
    return not any(c.old == old[-1] and c.new == new[-1] for c in pairs)


def is_exact(row: tuple[str, Any, str]) -> bool:
    """Whether what looks like a bound in the samples is none."""
    found = [claim for sample in row[2].split("; ") for claim in extract_claims(sample)]
    return bool(found) and all(claim.approximation == "exact" for claim in found)


def counts_nothing(row: tuple[str, Any, str]) -> bool:
    """Whether the "one" of the sample is told by the row's name."""
    told = no_claims.no_claims(row[2], extract_claims(row[2]))
    return row[0] in [no.why for no in told]


def narrow(row: tuple[Any, str, str]) -> list[tuple[int | None, bool]]:
    """What the table says of each figure of the sample."""
    text = f"{row[2][0].upper()}{row[2][1:]}.\n"
    report = tipdiff.read(text, country="Ostrel", year=2006)
    found = mentions([report], field_indicators())
    return [(narrowness(mention), is_another(mention)) for mention in found]


def is_narrow(row: tuple[Any, str, str]) -> bool:
    """Whether a figure of the sample is put behind, or out."""
    return any(place != 0 for place, _ in narrow(row))


def is_narrowed_zero(row: tuple[str, str | None, tuple[str, ...], str]) -> bool:
    """Whether the sample is no zero of all."""
    [claim, *_] = extract_claims(row[3])
    return claim.value == 0 and claim.indicator not in {"prosecutions", "sentences"}


def claim_at(sample: str) -> Any:
    """The claim of the number in braces."""
    text, start, _ = marked(sample)
    return next(c for c in extract_claims(text) if c.span[0] <= start < c.span[1])


def has_scope(row: Any) -> bool:
    """Whether the sample's number has the row's scope, and the counter-sample's another."""
    return claim_at(row.sample).scope == row.scope != claim_at(row.counter).scope


def is_of_another_clause(row: Any) -> bool:
    """Whether the sample's number has no event, and the counter-sample's that of the verb."""
    return claim_at(row.sample).event is None is not claim_at(row.counter).event


def only_in_sample(field: str) -> Callable[[tuple[str, str, str]], bool]:
    """Whether a field of the sample's number is true, and of the counter-sample's is not."""
    return lambda row: getattr(claim_at(row[1]), field) > getattr(claim_at(row[2]), field)


def offences_in(row: tuple[str, str, str]) -> list[str | None]:
    """The offences of the sample's figures."""
    report = tipdiff.read(f"{row[2]}\n", country="Ostrel", year=2006)
    return [offence_of(mention) for mention in mentions([report], field_indicators())]


def is_offence(row: tuple[str, str, str]) -> bool:
    """Whether the sample's figure is of the offence."""
    return any(row[0] in (told or "") for told in offences_in(row))


def divides(row: tuple[str, str]) -> bool:
    """Whether the sample's figures are of the event of the sentence before."""
    text = f"The police identified 20 victims in 2005.  {row[1]}\n"
    report = tipdiff.read(text, country="Varona", year=2006)
    *_, last = report_claims(report).values()
    return any(claim.event == "identified" and claim.of for claim in last)


def listed(row: tuple[str, str]) -> list[tuple[str | None, str | None, int | None]]:
    """What an item below the sample counts, its event and its year."""
    report = tipdiff.read(f"{row[1]}\n- Port Merrin: 14\n", country="Ostrel", year=2009)
    *_, item = report_claims(report).values()
    return [(claim.counted, claim.event, claim.period) for claim in item]


def is_listed(row: tuple[str, str]) -> bool:
    """Whether an item below the sample is of what the sample announces, and of its year."""
    ((counted, event, year),) = listed(row)
    return counted is not None and event is not None and year == 2007


def is_form(row: tuple[str, str, str]) -> bool:
    """Whether the line, up to what is said of it, is of the row's kind."""
    line = row[2].partition("]:")[0] + "]" * ("]:" in row[2])
    return [each.kind for each in layout.lines(line, 0, len(line))] == [row[0]]


def found_in(table: str, fits: Callable[..., Any] = re.fullmatch) -> Walk:
    """A walk of a table of lines, each a pattern and then a sample: some row fits it."""

    def holds(row: tuple[str, str]) -> bool:
        rows = rows_of(table)
        return any(fits(each[0], row[1], re.IGNORECASE) for each in rows)

    return Walk(holds)


def is_same_form(row: tuple[str, str, str]) -> bool:
    """Whether the sample's two texts differ in form alone."""
    old, new = map(form.bare, row[2].split(" / "))
    return old == new


SCANNING = "tipdiff.claims.scanning"
CONTEXT = "tipdiff.claims.context"
#: Tables whose rows are a pattern of a whole line and a sample of it.
LINES = ("endings.END_LINES", "preamble.HANDLING")

#: The tables of rules, and how each is walked.
WALKS: dict[str, Walk] = {
    "tipdiff.comparison.phrases.PHRASES": Walk(
        lambda row: phrases.phrase(row.sample) == row.told,
        outcome=lambda row: phrases.phrase(row.sample),
    ),
    "tipdiff.comparison.form.FORMS": Walk(is_same_form),
    f"{SCANNING}.exclusions.RULES": Walk(is_excluded),
    f"{SCANNING}.exclusions.TIED_RULES": Walk(is_excluded),
    f"{SCANNING}.exclusions.WORD_RULES": Walk(is_excluded),
    "tipdiff.claims.relations.baselines.OPENERS": Walk(is_compared),
    "tipdiff.claims.pairing.in_order.CONTRADICTIONS": Walk(is_apart),
    "tipdiff.claims.pairing.totals.UNLIKE": Walk(is_unlike),
    f"{SCANNING}.figures.SHARED": Walk(shares_unit),
    f"{SCANNING}.one.NO_COUNT": Walk(counts_nothing),
    "tipdiff.claims.quantities.bounds.GUARDS": Walk(is_exact),
    f"{CONTEXT}.clauses.CLAUSES": Walk(is_of_another_clause),
    f"{CONTEXT}.scope_rows.SCOPES": Walk(has_scope, follow=(f"{CONTEXT}.scope",)),
    f"{CONTEXT}.part_of_year.PARTS": Walk(only_in_sample("partial")),
    f"{CONTEXT}.retraction.RETRACTIONS": Walk(only_in_sample("retracted")),
    f"{CONTEXT}.retraction.WITHDRAWALS": Walk(only_in_sample("retracted")),
    "tipdiff.claims.context.norms.RULES": Walk(is_kind("norm")),
    "tipdiff.claims.context.norms.DEEDS": Walk(is_kind("figure")),
    "tipdiff.claims.indicators.matching.NARROWING": Walk(is_narrowed_zero),
    "tipdiff.claims.relations.origins.ANNOUNCED": Walk(divides),
    "tipdiff.claims.of_list.COUNTING": Walk(is_listed, outcome=listed),
    "tipdiff.series.identity.OFFENCES": Walk(is_offence, outcome=offences_in),
    "tipdiff.series.scope.SCOPES": Walk(
        lambda row: any(place != 0 for place in narrow(row)), outcome=narrow
    ),
    "tipdiff.reading.layout.LINE_FORMS": Walk(is_form),
    "tipdiff.checks.within.RULES": Walk(is_noted),
    "tipdiff.checks.narrowed.NARROWED": Walk(
        lambda row: is_of_a_part(row[2]) and not is_of_a_part(row[3])
    ),
    "tipdiff.histories.fulfilment.DONE_NOUNS": Walk(lambda row: fulfilment.is_done((), row[1])),
    "tipdiff.histories.fulfilment.NOT_DONE": Walk(lambda row: fulfilment.is_not_done(row[1])),
    "tipdiff.histories.fulfilment.PUT_OFF": Walk(
        lambda row: fulfilment.is_put_off("", row[1], promised=False)
    ),
    "tipdiff.histories.fulfilment.FULFILMENTS": Walk(lambda row: answers(row[2])),
    "tipdiff.histories.instruments.INSTRUMENTS": Walk(
        lambda row: instruments.named(folded(row[2])) == [row[0]]
    ),
    "tipdiff.language.intentions.INTENTIONS": Walk(lambda row: intentions.is_promise(row[1])),
    "tipdiff.language.intentions.IN_WORK": Walk(lambda row: intentions.is_promise(row[1])),
    "tipdiff.language.no_intentions.NO_INTENTIONS": Walk(
        lambda row: not intentions.is_promise(row[1]), follow=("tipdiff.language.intentions",)
    ),
    "tipdiff.language.unit_words.UNITS": Walk(
        has_unit, follow=("tipdiff.claims.quantities.units",)
    ),
    "tipdiff.reading.pointers.POINTERS": Walk(lambda row: pointers.is_pointer(row[1])),
    **{f"tipdiff.reading.{name}": found_in(f"tipdiff.reading.{name}") for name in LINES},
    "tipdiff.reading.references.BODY_FORMS": found_in(
        "tipdiff.reading.references.BODY_FORMS", re.match
    ),
    "tipdiff.reading.signature.COMPLETE": Walk(lambda row: signature.is_complete(row[1])),
    **READING,
    "tipdiff.comparison.opposites.OPPOSITES": Walk(
        lambda row: opposites.opposed(*map(folded, row.sample.split(" / ")))
    ),
    "tipdiff.comparison.findings.vocabulary.SUBJECTS": Walk(
        lambda row: row.name in vocabulary.subjects_of(folded(row.sample))
    ),
    "tipdiff.comparison.findings.vocabulary.OF_THE_REPORT": found_in(
        "tipdiff.comparison.findings.vocabulary.OF_THE_REPORT", re.search
    ),
    "tipdiff.comparison.findings.kinds.ACTS": Walk(
        lambda row: (
            row.name in kinds.acts_of(folded(row.sample))
            and row.name not in kinds.acts_of(folded(row.counter))
        )
    ),
    "tipdiff.archive.kinds.NAMES": Walk(lambda row: row.kind == report_kinds.kind_of(row.sample)),
    "tipdiff.archive.kinds.TAGS": Walk(
        lambda row: row.kind == report_kinds.kind_of(None, row.sample.split())
    ),
    "tipdiff.reading.questions.ASKING": Walk(lambda row: questions.asks(row[1])),
}


def every_row() -> list[Any]:
    """Each row of each table, by table and place."""
    return [
        pytest.param(table, at, id=f"{table[8:]}-{at}-{row[0]!s:.20}")
        for table in WALKS
        for at, row in enumerate(rows_of(table))
    ]


class TestRows:
    """Each row of each table of rules."""

    @pytest.mark.parametrize(("table", "at"), every_row())
    def test_sample_runs(self, table: str, at: int) -> None:
        """The sample does what the row says."""
        row = rows_of(table)[at]

        assert WALKS[table].holds(row), row

    @pytest.mark.parametrize(("table", "at"), every_row())
    def test_row_is_needed(self, table: str, at: int) -> None:
        """Without the row its sample does so no more, else the row is superfluous."""
        row, walk = rows_of(table)[at], WALKS[table]
        outcome = walk.outcome or walk.holds
        before = outcome(row)

        with without(table, at, walk.follow):
            assert outcome(row) != before, row


#: Tables of patterns or tests whose rows carry no sample, or whose samples are no text to be run:
#: each with what holds its rows instead.
OTHERS: dict[str, str] = {
    "tipdiff.claims.pairing.changes.POINTS": "tests/claims/test_changes.py",
    "tipdiff.comparison.findings.kinds.KINDS": "tests/comparison/test_findings.py",
    "tipdiff.comparison.negation.NOT_NEGATIONS": "tests/comparison/test_negation.py",
    "tipdiff.comparison.rules.STATUSES": "tests/laws hold every status",
    "tipdiff.comparison.rules.TRAITS": "tests/comparison/test_wording.py and test_findings.py",
    "tipdiff.comparison.word_differences.KINDS": "tests/comparison/test_wording.py",
    "tipdiff.histories.past_forms.REGULAR": "tests/histories/test_promises.py",
    "tipdiff.language.events.EVENTS": "the tests of events try every form of every row",
    "tipdiff.output.trends.text.FLAGS": "tests/trends/test_output.py",
    "tipdiff.reading.opening.FORMS": "tests/reading/test_forms.py reads a file of each form",
    "tipdiff.validation.RULES": "tests/test_validation.py breaks each",
    "tipdiff.text.FOLDS": "tests/laws/test_mild.py and tests/habits",
}


def is_table(value: object) -> bool:
    """Whether a constant is a table of rules: rows that hold a test, a pattern, or a sample."""
    if not isinstance(value, tuple) or len(value) < 2:
        return False
    rows = [row for row in value if isinstance(row, tuple) or hasattr(row, "sample")]
    return len(rows) == len(value) and any(map(is_rule, rows))


def is_rule(row: Any) -> bool:
    """Whether a row says what to look for."""
    if hasattr(row, "sample"):
        return True
    parts = [part for part in row if not isinstance(part, type)]
    return any(
        callable(part)
        or isinstance(part, type(regex("")))
        or (isinstance(part, str) and re.search(r"\\[bsdwS]|\(\?[:=!<]", part))
        for part in parts
    )


def every_table() -> set[str]:
    """The dotted names of all tables of rules in the package."""
    found = set()
    for module in pkgutil.walk_packages(tipdiff.__path__, "tipdiff."):
        if module.name != "tipdiff.__main__":
            names = vars(importlib.import_module(module.name)).items()
            own = {name for name, value in names if name.isupper() and is_table(value)}
            source = importlib.import_module(module.name).__annotations__
            found |= {f"{module.name}.{name}" for name in own if name in source and name[0] != "_"}
    return found


def test_what_is_listed_exists() -> None:
    """No table stands in ``OTHERS`` that is none, or that is walked."""
    assert OTHERS.keys() <= every_table() - WALKS.keys()


def test_no_table_is_left_out() -> None:
    """Each table of rules is walked, or it stands in ``OTHERS`` with what holds its rows.

    A new table belongs into ``WALKS``: its rows get a sample each, and the entry says what it means
    that a sample runs.
    """
    left_out = every_table() - OTHERS.keys() - WALKS.keys()

    assert not left_out

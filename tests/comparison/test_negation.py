"""Negations: whether one text says the opposite of another."""

from __future__ import annotations

import pytest

from tests.table_rows import rows_of, without
from tipdiff.comparison import negation
from tipdiff.comparison.negation import reverses
from tipdiff.comparison.opposites import opposed
from tipdiff.text import folded


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Varona has signed the treaty.", "Varona has not signed the treaty."),
        ("There is no evidence that clerks are involved.", "Evidence shows clerks are involved."),
        ("No sailors were found.", "Twenty-six men were found, all of them sailors."),
        ("There are no piers for night ferries.", "Two piers for night ferries opened."),
        ("There were no reports of ferries from Tarn.", "Three ferries came from Tarn in 2005."),
        ("The police have no boat and ask the navy.", "The police have a boat and no longer ask."),
        ("The port's funds are adequate.", "The port's funds are inadequate."),
        ("Only a few clerks read it.", "Post met no clerk who read it."),
        ("Clerks are willing to read.", "Clerks are unwilling to read."),
    ],
)
def test_reversed(old: str, new: str) -> None:
    """What one side denies the other says, whichever of them is the older."""
    assert reverses(folded(old), folded(new))
    assert reverses(folded(new), folded(old))


WANTING = (
    ("The guild closed its school for lack of pilots.", "The guild hired pilots in May."),
    ("One worry of crews is the lack of a port pass.", "Crews with a port pass may land."),
)


@pytest.mark.parametrize(("old", "new"), WANTING)
def test_wanting(old: str, new: str) -> None:
    """What is wanting, and named in passing, turns round only what is close to it."""
    for one, other in ((old, new), (new, old)):
        assert reverses(folded(one), folded(other))
        assert not reverses(folded(one), folded(other), close=False)


def test_there_is_a_lack() -> None:
    """That there is a lack of something denies it, however unlike the texts are."""
    old, new = "There is a serious lack of pilots in the isles.", "Pilots work in the isles."

    assert reverses(folded(old), folded(new), close=False)
    assert reverses("the isles lack pilots", folded(new), close=False)


def test_the_time_reported_on() -> None:
    """That both speak of the reporting period is nothing that both say."""
    old = "News of night ferries grew rarer during the reporting period."
    new = "Night boats did not resurface in the news during the reporting period."

    assert not reverses(folded(old), folded(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("There is no evidence of fraud.", "There is no indication of fraud."),
        ("No cases were reported.", "No case was reported this year."),
        ("Varona has no plan.", "Varona still has no plan, as the draft has not left the drawer."),
        ("Small crews rather than fleets fish.", "Small crews, not fleets, fish."),
        ("The port's funds are not adequate.", "The port's funds are inadequate."),
        ("Illegal ferries take no legal advice.", "Ferries take no legal advice."),
        ("The clerks read it.", "The clerks read it, and not for the first time."),
        ("No fewer than ten came.", "Ten came."),
        ("Not only clerks came.", "Clerks came."),
        ("They are not usually held in one cell; they are moved.", "They are usually moved."),
        ("No, the port has sued.", "The port has sued."),
        ("There was almost no help for sailors.", "The port gave little help to sailors."),
        ("There were no successful trials.", "There were few successful trials."),
        ("Owners sometimes fail to pay.", "Owners sometimes failed to pay."),
        ("The guard must ensure no new gaps emerge.", "The guard must ensure gaps do not emerge."),
        (
            "The guard will have to ensure no new staff gaps emerge as it opens its posts.",
            "The guard must ensure lasting staff gaps do not emerge as it opens small posts.",
        ),
        ("The isles do not have facilities.", "The isles operated no facilities."),
        ("The isles lack facilities for crews.", "The isles have no facilities for crews."),
        ("Non-Ostrel crews pay.", "Crews from abroad pay."),
    ],
)
def test_not_reversed(old: str, new: str) -> None:
    """Two denials of one thing, or a negation of something else, turn nothing round."""
    assert not reverses(folded(old), folded(new))
    assert not reverses(folded(new), folded(old))


#: For each row of the table, a phrase that denies nothing, and what it says.
HARMLESS = {
    "not only": "many",
    "almost no": "little",
    "a few": "some",
    "no later than": "at most",
    "none longer than": "at most",
    "no one": "nobody",
    "rather than": "not",
    "no doubt": "surely",
    "no matter": "even",
    "if not": "or",
    "cannot but": "must",
}


@pytest.mark.parametrize("row", range(len(HARMLESS)))
def test_each_phrase(row: int) -> None:
    """Each row of phrases that negate nothing has one, which only that row knows."""
    table = "tipdiff.comparison.negation.NOT_NEGATIONS"
    phrase, instead = list(HARMLESS.items())[row]
    text = f"guards come {phrase} from osk"

    assert len(rows_of(table)) == len(HARMLESS)
    assert instead in " ".join(negation._plain(text))
    with without(table, row):
        assert phrase in " ".join(negation._plain(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Night sales are not prohibited.", "Night sales are permitted."),
        ("It is legal to sail, illegal to fish.", "It is legal to sail."),
        ("The pier opened.", "The pier opened in May."),
    ],
)
def test_not_opposed(old: str, new: str) -> None:
    """What is negated, or stands beside its opposite, is opposed to nothing."""
    assert not opposed(folded(old), folded(new))
    assert not opposed(folded(new), folded(old))

"""What is a promise, and what only looks like one."""

from __future__ import annotations

import pytest

from tipdiff.language.intentions import is_promise


@pytest.mark.parametrize(
    "text",
    [
        "Tenants and hawkers will find few differences between the two piers.",
        "It looks probable that the toll bill will be passed before the thaw.",
        "We expect that the levels of deposits, and the number of banks, will differ.",
        "The ferry trade, in decline since the flood, is expected to see slight growth in 2010.",
        "It is anticipated that raids of this kind will continue in the winter.",
        "The Harbor Act of 1971 allows seizures and provides that the gains will go to widows.",
        "The cabinet does not intend to remain an owner of the shipyards.",
        "Some deckhands come with the knowledge they will row without pay.",
        "The change will require more clerks and better scales.",
        "Though bankers think that the tax will drive ships away, nothing was done.",
        "It will take many winters.",
    ],
)
def test_forecasts(text: str) -> None:
    """What is foreseen, follows, or is laid down promises nothing, nor does a plan there is not."""
    assert not is_promise(text)


@pytest.mark.parametrize(
    "text",
    [
        "Members of the council expect the final code to deal with:",
        "The guild is currently seeking funds to carry out the survey.",
        "It will oversee the lists of every pier.",
        "It is expected that this gap will be closed in the code of the Harbor Ministry.",
        "The toll bill is expected to be adopted in March.",
        "The Red Oar expects it will become known before the harvest.",
    ],
)
def test_promises(text: str) -> None:
    """What somebody is to do, or what is to come of it, is promised."""
    assert is_promise(text)

"""Terms: which words are one, and what they weigh."""

from __future__ import annotations

import tomllib
from math import log
from pathlib import Path

import pytest

import tipdiff
from tipdiff.alignment import terms
from tipdiff.alignment.terms import SUPPOSED, index_terms
from tipdiff.text import folded

#: For each concept of the lexicon two of its words that no stem has in common.
ONE_MEANING = {
    "charge": "charged indicted",
    "convict": "convicted guilty",
    "sentence": "sentenced imprisoned",
    "arrest": "arrested apprehended",
    "investigate": "investigation probe",
    "police": "constables gendarmes",
    "court": "tribunal magistrates",
    "child": "minors girls",
    "woman": "women ladies",
    "man": "men males",
    "foreign": "aliens immigrants",
    "work": "jobs labour",
    "prostitute": "brothels prostitution",
    "shelter": "shelters safehouse",
    "ngo": "charities nongovernmental",
    "government": "authorities cabinet",
    "increase": "increases surged",
    "decrease": "declined shrinking",
    "say": "alleged noted",
    "believe": "believed estimated",
    "train": "trained seminars",
    "cooperate": "collaborated liaison",
    "law": "statutes legislation",
    "parliament": "assembly lawmakers",
    "draft": "drafted elaborated",
    "fund": "grants budget",
    "campaign": "leaflets awareness",
    "media": "newspapers broadcasts",
    "border": "frontiers airports",
    "deport": "deported expelled",
    "repatriate": "repatriated returned",
    "assist": "helped assistance",
    "provide": "supplied offered",
    "begin": "launched started",
    "build": "constructed established",
    "recognize": "acknowledged admitted",
    "problem": "concerns challenges",
    "monitor": "watched tracked",
    "data": "statistics records",
    "study": "surveys research",
    "meet": "conferences gatherings",
    "plan": "strategies projects",
    "sign": "ratified adopted",
    "victim": "victims survivors",
    "traffick": "traffickers trafficking",
    "smuggle": "smuggled smugglers",
    "evidence": "proof indications",
    "poverty": "poor hardship",
    "passport": "visas passports",
    "forge": "forged counterfeit",
    "lure": "lured deceived",
    "force": "forced coerced",
    "threat": "threatened exploitation",
    "confidential": "privacy protected",
    "corrupt": "bribes corruption",
    "school": "pupils classrooms",
    "hospital": "clinics doctors",
    "embassy": "consulates embassies",
    "hotline": "hotlines telephone",
    "tourist": "hotels tourism",
    "money": "wages salaries",
    "large": "substantial major",
    "small": "little limited",
    "good": "excellent strong",
    "lack": "scarce insufficient",
    "show": "demonstrated displayed",
    "main": "principal primary",
    "new": "recent newly",
    "current": "presently currently",
    "prevent": "prevention preventive",
    "country": "nations domestic",
    "local": "municipal provincial",
    "international": "multilateral worldwide",
    "group": "committees councils",
    "organize": "syndicates gangs",
    "case": "cases incidents",
    "reside": "residence lived",
}
LEXICON = tomllib.loads((Path(terms.__file__).parent / "lexicon.toml").read_text("utf-8"))


def rows(*texts: str) -> tuple[list[set[int]], list[set[int]]]:
    """The numbers of the stems and of the concepts of some texts."""
    stems, concepts = index_terms(texts, [folded(text) for text in texts])
    return [set(row.tolist()) for row in stems.rows], [set(row.tolist()) for row in concepts.rows]


class TestMeanings:
    """Words of one meaning are one term."""

    def test_every_concept_has_its_words_here(self) -> None:
        """The table above knows every concept of the lexicon."""
        assert list(ONE_MEANING) == list(LEXICON["concepts"])

    @pytest.mark.parametrize("concept", ONE_MEANING)
    def test_one_term(self, concept: str) -> None:
        """Two words of a concept share it."""
        first, second = ONE_MEANING[concept].split()
        _, concepts = rows(first, second)

        assert concepts[0] == concepts[1] != set()

    def test_other_stems(self) -> None:
        """In most concepts the two words share no stem, so that only the concept joins them."""
        apart = [
            concept
            for concept, pair in ONE_MEANING.items()
            if not set.intersection(*rows(*pair.split())[0])
        ]

        assert len(apart) > 0.85 * len(ONE_MEANING)

    OLD = "Magistrates in Vell imprisoned two gendarmes of Tarn."
    SAME = "Judges in Vell jailed two policemen of Tarn."
    OTHER = "Carpenters in Vell repaired two belfries of Tarn."
    AROUND = (
        "Bishops condemned debt bondage in a pastoral letter.",
        "A ferry disaster off Merrow prompted an inquiry.",
        "Radio dramas warn listeners about bogus scholarships.",
        "Monasteries offer beds to shepherds who escape at night.",
        "Insurance covers surgery for quarry hands maimed by machinery.",
        "Football clubs sign brick carriers under unlawful terms.",
        "The harvest attracts pickers whom brokers cheat.",
        "An earthquake destroyed the reception center in June.",
        "Truck drivers carry deckhands along the coastal highway.",
        "Landlords rent basements to gangs that confine dancers.",
    )

    @pytest.mark.parametrize("new", [(SAME, OTHER), (OTHER, SAME)])
    def test_a_link_by_meaning(self, new: tuple[str, str]) -> None:
        """Of two statements with the same names in them the one that means the same is linked."""
        old = [*self.AROUND[:5], self.OLD, *self.AROUND[5:]]
        later = [*self.AROUND[:5], *new, *self.AROUND[5:]]
        here = [link for link in tipdiff.align(old, later) if link.old == (5,)]
        back = [link for link in tipdiff.align(later, old) if link.new == (5,)]

        assert [[later[k] for k in link.new] for link in here] == [[self.SAME]]
        assert [[later[k] for k in link.old] for link in back] == [[self.SAME]]


class TestStems:
    """Words with their endings off."""

    def test_endings(self) -> None:
        """Forms of one word are one stem; words of grammar are none."""
        stems, _ = rows("The convictions were quashed.", "It has quashed the conviction.")

        assert stems[0] == stems[1]

    def test_explained_acronyms(self) -> None:
        """An acronym that either report explains has the words of its name in both."""
        stems, _ = rows("The Harbour Light Foundation (HLF) pays.", "The HLF pays.", "The HLX pays")

        assert stems[0] == stems[1]
        assert len(stems[0] & stems[2]) == 1

    def test_known_acronyms(self) -> None:
        """Some need no explaining, and GO with the letters of a country is its government."""
        stems, _ = rows("The IOM pays.", "The International Organization for Migration, IOM, pays.")
        hosts, _ = rows("The GOV pays.", "The government, the GOV, pays.")

        assert stems[0] == stems[1]
        assert hosts[0] == hosts[1]

    def test_weights(self) -> None:
        """A term weighs the log of how rare it is; one in over a quarter of them weighs nothing."""
        texts = [*["Clerks read."] * 2, *["Clerks sail."] * 18, "Oarsmen sail."]
        stems, _ = index_terms(texts, [folded(text) for text in texts])
        weight = {word: stems.weight[k] for k, word in enumerate(("clerk", "read", "sail", "oar"))}
        total = len(texts) + SUPPOSED

        assert weight["clerk"] == weight["sail"] == 0
        assert weight["read"] == pytest.approx(log(total / 2.5), rel=1e-6)
        assert weight["oar"] == pytest.approx(log(total / 1.5), rel=1e-6)
        assert stems.mass[0] == pytest.approx(log(total / 2.5), rel=1e-6)

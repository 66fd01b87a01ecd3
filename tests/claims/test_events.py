"""Events: what happened to those counted, and how far a verb reaches."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims


def events(text: str) -> list[tuple[float | None, str | None]]:
    """Value and event of each count."""
    return [(c.value, c.event) for c in extract_claims(text) if c.unit == "count"]


class TestReach:
    """A verb holds for its object, and no further."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (
                "Police arrested five men who were said to have lured nine girls.",
                [(5, "arrested"), (9, None)],
            ),
            (
                "Police arrested five men for luring girls, and two women.",
                [(5, "arrested"), (2, "arrested")],
            ),
            ("The court sentenced a driver who had 12 passports.", [(12, None)]),
            (
                "The court sentenced the skipper to six months for the sale of four boats.",
                [(4, None)],
            ),
            ("The ministry issued papers to 12 women.", [(12, "granted")]),
            ("Two girls accused five clerks.", [(2, None), (5, "accused")]),
            ("Two agencies reported that harvests were poor.", [(2, None)]),
            ("Five men accused of theft fled.", [(5, "accused")]),
        ],
    )
    def test_objects(self, text: str, told: list[tuple[float, str | None]]) -> None:
        """A clause about the object, or an object behind the verb, ends the reach."""
        assert events(text) == told

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("At a center for women deported from Ostrel, two ministers spoke.", [(2, None)]),
            ("In talks with girls who had been freed in May, two clerks cried.", [(2, None)]),
            ("Among the women arrested in May, two minors came from Ostrel.", [(2, "arrested")]),
            (
                "Women deported from Ostrel: 12 adults, two minors.",
                [(12, "deported"), (2, "deported")],
            ),
        ],
    )
    def test_others(self, text: str, told: list[tuple[float, str | None]]) -> None:
        """What happened to those whom a phrase is about happened to nobody counted behind it."""
        assert events(text) == told

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Prosecutors obtained convictions in two cases.", [(2, "convicted")]),
            ("This led to the arrest of the three skippers.", [(3, "arrested")]),
            ("Charges against five clerks were filed.", [(5, "charged")]),
        ],
    )
    def test_nouns_before(self, text: str, told: list[tuple[float, str | None]]) -> None:
        """The noun of an event before a figure tells it too."""
        assert events(text) == told

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Four of the six went to prison.", [(4, "sentenced"), (6, None)]),
            ("None of the four clerks was acquitted.", [(0, "acquitted"), (4, None)]),
            (
                "None of the four clerks convicted of fraud received suspended terms.",
                [(0, "sentenced"), (4, None)],
            ),
            ("None of the clerks convicted in 2006 was jailed.", [(0, "sentenced")]),
            (
                "Eight women, ages 19 to 24, were identified as victims.",
                [(8, "identified")],
            ),
            (
                "Courts convicted 12 men, up from nine in 2003.",
                [(12, "convicted"), (9, "convicted")],
            ),
            ("Police made 20 arrests; 11 of them led nowhere.", [(20, "arrested"), (11, None)]),
        ],
    )
    def test_some_of_them(self, text: str, told: list[tuple[float, str | None]]) -> None:
        """The verb behind is of those it is said of; what all did is not what some did."""
        assert events(text) == told

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            ("Police met two girls, one of whom was arrested.", None),
            ("Two weavers--one of which was arrested?- were questioned.", None),
            ("Two girls, one of whom, a pupil, was arrested, came from Ostrel.", None),
            ("Two girls, one of whom was arrested, were deported.", "deported"),
            ("Police arrested two men, one of whom was later deported.", "arrested"),
            ("The league met 12 girls, all of whom were repatriated.", "repatriated"),
        ],
    )
    def test_one_of_whom(self, text: str, event: str | None) -> None:
        """What happened to one of them happened to no more."""
        assert extract_claims(text)[0].event == event

    def test_their_own_verb(self) -> None:
        """A count of some of them has the verb said of these."""
        assert events("Police freed 12 girls, four of whom were deported.") == [
            (12, "rescued"),
            (4, "deported"),
        ]

    def test_reported_sums(self) -> None:
        """That a sum was reported is no event of it."""
        [claim] = extract_claims("The paper reported a salary of 90 euros.")

        assert claim.event is None


class TestClauses:
    """The act that governs a count is its event; a clause about others has a verb of its own."""

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            (
                "The ministry identified 11 victims among the divers who were deported.",
                "identified",
            ),
            ("The league assisted 12 victims whose masters were convicted.", "assisted"),
            ("The league assisted 12 victims of masters who were convicted.", "assisted"),
            ("The convent sheltered nine girls in cases that had been prosecuted.", "sheltered"),
            ("Police identified at least 11 victims after the mill was raided.", "identified"),
            ("Police identified 11 victims, while the skippers were convicted.", "identified"),
            ("Police have arrested and charged 14 men convicted of theft abroad.", "charged"),
            ("Police arrested 14 men, who were later convicted.", "arrested"),
            ("The clinic provided free assistance to 12 girls freed by the navy.", "assisted"),
            ("The ministry issued permits to 12 girls who had been freed.", "granted"),
        ],
    )
    def test_objects(self, text: str, event: str) -> None:
        """The object of an active verb has its event, whatever a clause behind says of anybody."""
        assert extract_claims(text)[0].event == event

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            ("Some 14 men who were deported came from Ostrel.", "deported"),
            ("There were 14 men who were convicted.", "convicted"),
            ("The paper named 14 men convicted of theft.", "convicted"),
            ("The paper reported 14 men convicted of theft.", "convicted"),
            ("The paper named 14 weavers from the mills who were deported.", "deported"),
            ("The paper named 14 cases of violence which were prosecuted.", "prosecuted"),
            ("The paper named one girl among the divers who was deported.", "deported"),
            ("The paper named 14 men, all of whom were deported.", "deported"),
        ],
    )
    def test_of_those_counted(self, text: str, event: str) -> None:
        """A clause about those counted tells their event where the main clause tells none."""
        assert extract_claims(text)[0].event == event

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            ("Seven girls whose masters were convicted received compensation.", None),
            ("The ministry gave 12 girls whose masters were convicted new papers.", None),
            ("The paper named 14 girls among the divers who were deported.", None),
            ("The paper named 14 girls of a ring which was raided.", None),
            ("The paper named 14 girls from bars that were raided.", None),
            ("The paper named 14 girls after their masters had been arrested.", None),
        ],
    )
    def test_of_others(self, text: str, event: str | None) -> None:
        """What happened to others, in a clause about them, happened to nobody counted."""
        assert extract_claims(text)[0].event == event

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            ("Twelve girls whose masters had been arrested were sheltered.", "sheltered"),
            ("Twelve girls, whose masters had fled, were sheltered.", "sheltered"),
            ("Twelve girls who had been identified in May were sheltered.", "sheltered"),
            ("Twelve of the men charged with theft were acquitted.", "acquitted"),
            ("Twelve girls who were arrested and later were deported came home.", "arrested"),
            ("Twelve girls, after a year in Ostrel, were repatriated.", "repatriated"),
            ("Some 76 cases, involving 35 clerks, were dismissed.", "dismissed"),
            ("Police investigated possible cases of another 12 girls.", "investigated"),
        ],
    )
    def test_subjects(self, text: str, event: str) -> None:
        """A subject has the event of the main verb, behind the clauses that come between."""
        assert extract_claims(text)[0].event == event


class TestYears:
    """Years said before their figures, and years of something else."""

    @pytest.mark.parametrize(
        ("text", "years"),
        [
            ("In 2002 there was one arrest, in 2003 three, and in 2004 four.", [2002, 2003, 2004]),
            ("Arrests fell to 1,204, less than half the 2,700 of 2003.", [None, None, 2003]),
            ("Despite arrests in 2004, there were no convictions.", [None]),
            (
                "In 2004 police freed 44 girls, up from 31 in 2003; 36 were Ostrelis and eight"
                " were Varonans.",
                [2004, 2003, 2004, 2004],
            ),
        ],
    )
    def test_stated(self, text: str, years: list[int | None]) -> None:
        """Each figure has its own year, and parts that of their total."""
        assert [claim.stated for claim in extract_claims(text)] == years


class TestParts:
    """Totals and what is left of them."""

    def test_remainder_behind_a_colon(self) -> None:
        """The figure before the colon is the total of those behind it."""
        claims = extract_claims(
            "Of the 88 persons charged, 68 were convicted: twelve were sent to prison, seven were"
            " fined, and the remainder received suspended sentences."
        )

        assert [claim.value for claim in claims] == [88, 68, 12, 7, 49]
        assert [claim.event for claim in claims[1:]] == [
            *("convicted", "sentenced", "fined", "sentenced")
        ]
        assert (claims[-1].derived, claims[-1].of) == (True, "#2")

    def test_said_by_a_verb(self) -> None:
        """Parts said behind a semicolon, with their sex and age."""
        [total, women, girls] = extract_claims(
            "Police freed 44 victims; 36 were women and eight were girls."
        )

        assert women.of == girls.of == total.id
        assert girls.breakdown == {"sex": "female", "age": "minor"}

    def test_adjective_before(self) -> None:
        """The second nationality counts what the first does."""
        claims = extract_claims("The league helped 265 victims (238 foreign, 27 Varonan).")

        assert [claim.counted for claim in claims] == ["victims"] * 3

    def test_officers_in_a_row(self) -> None:
        """Hours said once hold for the officers that follow."""
        claims = extract_claims("The deputy spent 45 hours, the chief 5, and the consul one hour.")

        assert [(c.value, c.unit) for c in claims] == [
            (45, "duration:hour"),
            (5, "duration:hour"),
            (1, "duration:hour"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "The skipper and the cook got five and three years in prison.",
            "The brothers received five and three years' imprisonment.",
            "The traffickers got five years and three years.",
            "The skipper got five years and the cook three.",
            "One got five years, another three.",
            "Courts sentenced the brothers to 5 years and 3 years in prison for theft.",
            "The brothers were sentenced to five and three years respectively.",
        ],
    )
    def test_several_terms(self, text: str) -> None:
        """Of several terms each is one of prison, though prison and years be said but once."""
        terms = [claim for claim in extract_claims(text) if claim.unit != "count"]

        assert [(c.value, c.unit, c.indicator) for c in terms] == [
            (5, "duration:year", "prison terms"),
            (3, "duration:year", "prison terms"),
        ]

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("The skipper got five years and his brothers 12 boats.", "count"),
            ("He stayed five years and freed three.", "count"),
            ("The skipper got five years, and the three cooks fled.", "count"),
            ("The longest term was five years, the shortest three.", "duration:year"),
        ],
    )
    def test_verb_unsaid(self, text: str, unit: str) -> None:
        """A figure has the unit of the one before where only its subject is new."""
        assert extract_claims(text)[-1].unit == unit

    @pytest.mark.parametrize(
        "text",
        [
            "The shelter received two years of funding.",
            "A court sentenced the skipper to five years' probation.",
            "The deckhands received three months of training.",
        ],
    )
    def test_other_durations(self, text: str) -> None:
        """What else lasts so long is no prison term."""
        assert [c.indicator for c in extract_claims(text)] == [None]

    def test_term_with_a_bound(self) -> None:
        """The years of a term hold for the bound behind it, not for a count."""
        units = [c.unit for c in extract_claims("Terms of six to 12 years, and up to 15, exist.")]
        other = [c.unit for c in extract_claims("Two served 5 years, and at least 12 were fined.")]

        assert units == ["duration:year", "duration:year"]
        assert other == ["count", "duration:year", "count"]


class TestLists:
    """Ones and nones in a list, and figures that are names."""

    def test_by_place(self) -> None:
        """Words like one and none count where a place follows in a list of counts."""
        claims = extract_claims("They sent two men to Belmora, one to Ostrel and none to Tessaly.")

        assert [claim.value for claim in claims] == [2, 1, 0]

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("Only one of the eleven shelters is theirs.", [1, 11]),
            ("One was freed; the other two were tried.", [1, 2]),
            ("They shot three men, killing one and wounding two.", [3, 1, 2]),
            ("Boys drift from one skipper to the next.", []),
            ("Boys drift from one to another.", []),
            ("Varona joined the Group of 77.", []),
            ("Ask the hotline (tel. 555-0123) for it.", []),
            ("Two-hundred-fifty weavers left.", [250]),
            ("No woman was brought ashore.", [0]),
            ("Approx. 45 clerks came, none longer than four days.", [45, 4]),
        ],
    )
    def test_values(self, text: str, values: list[int]) -> None:
        """What counts, and what only looks like it."""
        assert [claim.value for claim in extract_claims(text)] == values

    @pytest.mark.parametrize(
        "text",
        [
            "Children between 12 and 17 are sold.",
            "The minimum age for work at sea is 15.",
            "Two thirds of them under 25 left.",
        ],
    )
    def test_ages(self, text: str) -> None:
        """Ages of persons, and the age that a law sets."""
        assert "age" in [claim.unit for claim in extract_claims(text)]

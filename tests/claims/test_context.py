"""What a claim is about: event, noun, law, who, where, period, breakdown; figure or norm."""

from __future__ import annotations

import pytest

from tipdiff.claims import extract_claims


class TestEvents:
    """What happened to those counted."""

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            ("Police investigated 14 clerks.", "investigated"),
            ("Police arrested 16 clerks.", "arrested"),
            ("Courts convicted 16 clerks.", "convicted"),
            ("In March 16 women were charged with fraud.", "charged"),
            ("There were 19 girls identified as victims.", "identified"),
            ("There were 53 convictions.", "convicted"),
            ("There were no trials at all.", "prosecuted"),
            ("The consul repatriated 9 girls.", "repatriated"),
            ("The academy trained 300 officers.", "trained"),
            ("Twelve were fined.", "fined"),
            ("Twelve received suspended sentences.", "sentenced"),
            ("Police did not prosecute any clerks.", "prosecuted"),
            ("Eight clerks, including a deputy, were deported.", "deported"),
        ],
    )
    def test_names_the_event(self, text: str, event: str) -> None:
        """The event is that of the verb before or behind, or of the noun itself."""
        [claim] = extract_claims(text)

        assert claim.event == event

    def test_each_figure_its_own_event(self) -> None:
        """Two verbs in one sentence go to their own figures."""
        claims = extract_claims("Police investigated 14 clerks and arrested 15 drivers.")

        assert [c.event for c in claims] == ["investigated", "arrested"]


class TestCounted:
    """The noun phrase counted."""

    @pytest.mark.parametrize(
        ("text", "counted"),
        [
            ("The unit has fourteen inspectors to fight fraud.", "inspectors"),
            ("Two cabinet ministers came.", "cabinet ministers"),
            ("Post heard of two cases of child labor.", "cases of child labor"),
            ("More than 230 Varonan police took part.", "police"),
            ("Police met two Ostreli girls.", "girls"),
            ("Nine low-lying regions take part.", "low-lying regions"),
            ("Of the villages, 6 were fishing villages.", "fishing villages"),
            ("The rate was 25% of all orphans.", "orphans"),
            ("The number of raids rose to 12.", "raids"),
            ("Police met 12 more victims.", "victims"),
            ("The clinic is a 40-bed house.", "bed"),
            ("It gave 500 euros to the Women's House.", "Women's House"),
            ("The port has three women's shelters.", "women's shelters"),
            ("A 15-year-old girl fled.", "girl"),
            ("It gave 500 euros to the shelter.", "shelter"),
            ("Children under the age of 9 fled.", "Children"),
        ],
    )
    def test_names_what_is_counted(self, text: str, counted: str) -> None:
        """The noun phrase ends with its noun; nationalities stand in the breakdown."""
        [claim] = extract_claims(text)

        assert claim.counted == counted

    @pytest.mark.parametrize(
        ("text", "counted"),
        [
            ("In a country of 300,000 recruiters are soon known.", None),
            ("In a country of 300,000 people, clubs are soon known.", "people"),
            ("In a country of 300,000 Varonans, clubs are soon known.", "Varonans"),
            ("A village of 400 weavers has no school.", "weavers"),
            ("It has a population of 12,000 migrants.", "migrants"),
            ("Most offices are small (the population of Varona is about 300,000).", "population"),
        ],
    )
    def test_how_many_live_somewhere(self, text: str, counted: str | None) -> None:
        """The size of a country counts its people, and no other noun near it."""
        assert extract_claims(text)[0].counted == counted

    def test_labels(self) -> None:
        """A label before a colon says what the figure behind it counts."""
        claims = extract_claims("Convictions: 4; acquittals: 2.")

        assert [(c.counted, c.indicator) for c in claims] == [
            ("Convictions", "convictions"),
            ("acquittals", "acquittals"),
        ]

    def test_text_in_capitals(self) -> None:
        """Where all is in capitals, capitals make no names."""
        [claim] = extract_claims("ON MARCH 14, 2006 POLICE ARRESTED 16 MEN.")

        assert (claim.value, claim.counted, claim.event) == (16, "MEN", "arrested")

    def test_ellipsis_takes_the_noun_before(self) -> None:
        """Figures without a noun count what the figure before them counted."""
        claims = extract_claims(
            "Two clerks were convicted, one under the new act and one under the old act."
        )

        assert [(c.counted, c.law, c.of) for c in claims] == [
            ("clerks", None, None),
            ("clerks", "the new act", "#1"),
            ("clerks", "the old act", "#1"),
        ]


class TestPeriods:
    """The year in the words."""

    @pytest.mark.parametrize(
        ("text", "years"),
        [
            ("In 2006 police arrested 12 men.", [2006]),
            ("Police arrested 12 men in 2006.", [2006]),
            ("Police arrested 12 men in March 2006.", [2006]),
            ("During 2006, police arrested 12 men and 4 women.", [2006, 2006]),
            ("Police investigated 5 men and arrested 3 women in 2006.", [2006, 2006]),
            ("Convictions rose to five, up from three in 2002.", [None, 2002]),
            ("There was one in 2001, six in 2002 and nine in 2003.", [2001, 2002, 2003]),
            ("That is double the 40 deported in 2005.", [None, 2005]),
            ("The 2005 study counted 40 girls.", [None]),
            ("At the end of 2005 there were 40 clubs.", [2005]),
            ("As of March 1, 2009, 12 of the 19 cases were open.", [2009, 2009]),
            ("It met 33 girls in 2006, down from 41 the previous year.", [2006, 2005]),
            ("There were 3 raids in 2006, as opposed to none in 2005.", [2006, 2005]),
            ("It spent 5 euros in March, compared to 4 euros in 2005.", [None, 2005]),
            ("The center, which opened in 2005, has 40 beds.", [2005]),
            ("Forty girls joined the program, which closed in 2005.", [None]),
        ],
    )
    def test_stated_years(self, text: str, years: list[int | None]) -> None:
        """A year behind the claim wins, one at the head governs, one that names does not count."""
        claims = extract_claims(text)

        assert [c.stated for c in claims] == years
        assert [c.period for c in claims] == years

    @pytest.mark.parametrize(
        ("text", "years"),
        [
            ("The 2007 state budget allocates 5 million euros to the shelter.", [2007]),
            ("Varona's 2007 budget sets aside 5 million euros.", [2007]),
            ("In a 2005 operation police freed 12 women.", [2005]),
            ("Police freed 12 women in a 2005 raid in Port Merrin.", [2005]),
            ("The 2007 survey asked 300 pupils.", [2007]),
            ("According to a 2007 survey, 40 percent of pupils agreed.", [2007]),
            ("During the 2006 reporting period police arrested 12 men.", [2006]),
            ("The 2006 budget gave 4 euros and the 2007 budget gives 5 euros.", [2006, 2007]),
            ("Police arrested 12 men; the 2007 budget is 5 million euros.", [None, 2007]),
            ("The 2007 budget law allocates 5 million euros.", [None]),
            ("The 2003 law sets a fine of 500 euros.", [None]),
            ("Under the 2006 plan 12 officers were trained.", [None]),
            ("The 2006 report names 40 girls.", [None]),
        ],
    )
    def test_year_of_what_is_done_in_it(self, text: str, years: list[int | None]) -> None:
        """A budget, an operation, a survey is of its year; a law or a report is named by it."""
        assert [c.stated for c in extract_claims(text)] == years

    @pytest.mark.parametrize(
        ("text", "years"),
        [
            (
                "A meeting in January 2008 told of 12 women met over the last four years.",
                [None] * 2,
            ),
            ("In 2008 police said that over the past decade they had met 12 girls.", [None]),
            (
                "In 2006 police arrested 12 men and, over the last four years, 44.",
                [2006, None, None],
            ),
        ],
    )
    def test_several_years_told_in_one(self, text: str, years: list[int | None]) -> None:
        """What happened over several years is not of the year in which it was told."""
        assert [c.stated for c in extract_claims(text)] == years

    def test_span_of_years(self) -> None:
        """A span of years has its first year too."""
        [claim] = extract_claims("From 2003 to 2006 police arrested 12 men.")

        assert (claim.stated, claim.period_from) == (2006, 2003)

    def test_open_span(self) -> None:
        """A span that is still going on has only its first year."""
        [claim] = extract_claims("Since 2004 the unit has trained 300 clerks.")

        assert (claim.stated, claim.period_from) == (None, 2004)


class TestNorms:
    """What the law provides is no figure of the year."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("It is punishable by up to twelve years in prison.", "norm"),
            ("The law sets a fine of 500 euros.", "norm"),
            ("A smuggler faces up to eight years in prison.", "norm"),
            ("The minimum age of work is 15 years of age.", "norm"),
            ("The law grants a 30-day reflection period.", "norm"),
            ("A court sentenced him to nine years in jail.", "figure"),
            ("All clerks received seven years in jail.", "figure"),
            ("The stay was 22 days.", "figure"),
        ],
    )
    def test_kind(self, text: str, kind: str) -> None:
        """Penalties, ages in law and reflection periods are norms; sentences passed are not."""
        [claim] = extract_claims(text)

        assert claim.kind == kind


class TestWho:
    """Who acted, and where."""

    @pytest.mark.parametrize(
        ("text", "who"),
        [
            ("The Ministry of Labor trained 12 clerks.", "Ministry of Labor"),
            ("Police arrested 12 clerks.", "Police"),
            ("Deputy (FS 02) spent about 12 hours on it.", "Deputy"),
            ("Hours spent: Labor Deputy [NAME]: 12", "Labor Deputy"),
            ("Total: 12 hours", None),
            ("Clerks staff the helpline 24 hours per day.", None),
            ("They trained 12 police officers.", None),
        ],
    )
    def test_who(self, text: str, who: str | None) -> None:
        """The agency before the verb, or the officer of the hours; not the object."""
        [claim] = extract_claims(text)

        assert claim.who == who

    def test_where(self) -> None:
        """The place behind the figure."""
        [claim] = extract_claims("Police arrested 12 clerks in Port Merrin.")

        assert claim.where == "Port Merrin"


class TestBreakdown:
    """Sex, age, nationality, form."""

    @pytest.mark.parametrize(
        ("text", "breakdown"),
        [
            ("Police met 12 women.", {"sex": "female", "age": "adult"}),
            ("Police met 12 girls.", {"sex": "female", "age": "minor"}),
            ("Police met 12 foreign victims.", {"nationality": "foreign"}),
            ("Police met 12 Ostreli victims.", {"nationality": "Ostreli"}),
            ("Police met 12 victims from Ostrel.", {"nationality": "Ostrel"}),
            ("Of the victims 12 were from Ostrel.", {"nationality": "Ostrel"}),
            ("12 came from Port Merrin.", {"nationality": "Port Merrin"}),
            ("12 were from NGOS.", {}),
            ("Of the officers 12 were from Customs.", {}),
            ("Police met 12 sex trafficking victims.", {"form": "sex"}),
            ("Police met 12 Varonan officers.", {}),
            ("12 were trafficked for purposes of forced labor.", {"form": "labor"}),
            ("12 were trafficked for prostitution.", {"form": "sex"}),
        ],
    )
    def test_breakdown(self, text: str, breakdown: dict[str, str]) -> None:
        """What the noun phrase says of persons divides the total."""
        [claim] = extract_claims(text)

        assert claim.breakdown == breakdown


class TestWeighed:
    """What a mass is of that stands without its noun."""

    @pytest.mark.parametrize(
        ("text", "counted"),
        [
            ("Opium seizures, which had grown, were lower with 68 kilos taken.", "Opium seizures"),
            ("Seizures of opium fell sharply to 68 kilos.", "opium"),
            ("Opium seizures are rare; a boat held 68 kilos of rice.", "rice"),
        ],
    )
    def test_subject(self, text: str, counted: str) -> None:
        """The seizures that the sentence is about say of what the kilos are."""
        [claim] = extract_claims(text)

        assert claim.counted == counted

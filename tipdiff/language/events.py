"""What can happen to those counted: one row for each event, from which all else is derived.

A row is all that a new event takes. Its verbs and nouns are given in one form; how they are read in
a sentence, how it is said that there were none, and what becomes of a figure that was carried over
follow from it in :mod:`tipdiff.language.event_words`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import frozen

__all__ = ["EVENTS", "EventRow", "Idiom"]


class Idiom(NamedTuple):
    """An event told by a verb that alone says nothing, and a word soon behind it.

    Attributes:
        verbs: The forms of the verb that are read.
        words: The words, one of which follows.
        sample: A sentence that tells the event so.

    """

    verbs: str
    words: str
    sample: str


@frozen(kw_only=True)
class EventRow:
    """An event. Words are lower case, several of a kind in one text, with spaces between.

    Args:
        name: The event in claims, a past participle.
        verbs: The verbs that tell it, in their base form; a past that is not regular, or doubles a
            letter, follows a slash ("spend/spent").
        but: Forms of these verbs that say something else, or are something else: "trying".
        nouns: The nouns that count it, in the singular, of which there can be none in either
            number: "no conviction", "no convictions".
        plurals: Such nouns, in the singular again, of which only the plural is a zero: "no
            charges", for "no charge" is said of what costs nothing.
        persons: What those are called whom it happened to, in the singular: "deportee".
        idioms: Verbs that tell it with another word only: "brought to trial".
        flow: Whether it happens within a period, so that the same figure for the next one is worth
            a look (``carried-over``). What lasts, or is done once for all, does not.
        units: What its figures are measured in, up to the colon of a unit; in anything if empty.
        recipient: The preposition behind which those stand whom it happened to: "issued papers to".
        saying: Whether its verbs also introduce what somebody says: "reported that".
        sample: A sentence that tells it of one figure, in a form of the first verb, and the figure.

    """

    name: str
    sample: tuple[str, int]
    verbs: str
    but: str = ""
    nouns: str = ""
    plurals: str = ""
    persons: str = ""
    idioms: tuple[Idiom, ...] = ()
    flow: bool = True
    units: str = ""
    recipient: str = ""
    saying: bool = False


EVENTS: Final[tuple[EventRow, ...]] = (
    # --- Law enforcement ----------------------------------------------------------------------
    EventRow(
        name="investigated",
        verbs="investigate probe",
        nouns="investigation",
        sample=("The police investigated 14 pawnbrokers.", 14),
    ),
    EventRow(
        name="arrested",
        verbs="arrest apprehend",
        nouns="arrest",
        idioms=(Idiom("placed put", "arrest", "Nine were placed under arrest."),),
        sample=("In May 14 smugglers were arrested.", 14),
    ),
    EventRow(
        name="detained",
        verbs="detain",
        plurals="detention",
        persons="detainee",
        sample=("The coast guard detained 31 men.", 31),
    ),
    EventRow(
        name="charged",
        verbs="charge indict",
        nouns="indictment",
        plurals="charge",
        units="count percent points ratio age duration",  # "charged 90 euros" indicts nobody
        sample=("Six recruiters were charged.", 6),
    ),
    EventRow(
        name="accused",  # by whom, is not said: no prosecutor need have charged anybody
        verbs="accuse",
        nouns="accusation",
        units="count percent points ratio",
        sample=("The newspaper accused five clerks.", 5),
    ),
    EventRow(
        name="prosecuted",
        verbs="prosecute try/tried",
        but="try tries trying",
        nouns="prosecution trial",
        idioms=(
            Idiom(
                "brought bring took take taken sent send put went go gone stood stand",
                "court courts trial",
                "The ministry took 14 cases to court.",
            ),
            Idiom(
                "led lead leading resulted result resulting ended",
                "prosecution prosecutions trial trials",
                "Five cases led to prosecutions.",
            ),
            Idiom(
                "subject subjected",
                "action proceedings",
                "Nine clerks were subject to judicial action.",
            ),
        ),
        sample=("The state prosecuted nine skippers.", 9),
    ),
    EventRow(
        name="convicted",
        verbs="convict",
        nouns="conviction",
        idioms=(
            Idiom(
                "ended end resulted result led lead leading resulting",
                "conviction convictions",
                "Twelve cases ended in convictions.",
            ),
        ),
        sample=("Courts convicted nine traffickers.", 9),
    ),
    EventRow(
        name="acquitted",
        verbs="acquit/acquitted",
        nouns="acquittal",
        sample=("Four defendants were acquitted.", 4),
    ),
    EventRow(
        name="sentenced",
        verbs="sentence imprison jail",
        nouns="sentence",
        idioms=(
            Idiom(
                "received receive got get given drew",
                "sentence sentences term terms",
                "Twelve got suspended sentences.",
            ),
            Idiom("sent went go got received", "prison jail", "Twelve were sent to prison."),
        ),
        sample=("The court sentenced five clerks.", 5),
    ),
    EventRow(
        name="fined",
        verbs="fine",
        but="fine fines",
        plurals="fine",
        idioms=(Idiom("pay paid", "fine fines", "Seven were made to pay fines."),),
        sample=("Seven employers were fined.", 7),
    ),
    EventRow(
        name="dismissed",
        verbs="dismiss",
        nouns="dismissal",
        sample=("The ministry dismissed three officials.", 3),
    ),
    EventRow(
        name="extradited",
        verbs="extradite",
        nouns="extradition",
        sample=("Varona extradited two suspects.", 2),
    ),
    EventRow(
        name="raided",
        verbs="raid",
        nouns="raid",
        sample=("The police raided 59 bars.", 59),
    ),
    EventRow(
        name="inspected",  # by those who look after wages and permits: nobody breaks in
        verbs="inspect",
        nouns="inspection",
        sample=("The ministry inspected 300 boats.", 300),
    ),
    EventRow(
        name="opened",
        verbs="open launch initiate",
        but="open opens",
        units="count",
        sample=("The courts opened 26 cases.", 26),
    ),
    # --- Drugs and other goods ------------------------------------------------------------------
    EventRow(
        name="seized",
        verbs="seize confiscate impound",
        nouns="seizure confiscation",
        sample=("The navy seized 450 kilos of cocaine.", 450),
    ),
    EventRow(
        name="eradicated",
        verbs="eradicate uproot",
        plurals="eradication",
        sample=("The army eradicated 900 plants.", 900),
    ),
    EventRow(
        name="destroyed",
        verbs="destroy dismantle",
        sample=("The police destroyed three laboratories.", 3),
    ),
    # --- Victims ------------------------------------------------------------------------------
    EventRow(
        name="identified",
        verbs="identify recognize",
        but="recognizes",
        plurals="identification",
        sample=("The police identified 19 victims.", 19),
    ),
    EventRow(
        name="rescued",
        verbs="rescue free",
        but="free frees",
        nouns="rescue",
        sample=("The navy rescued 22 boys.", 22),
    ),
    EventRow(
        name="assisted",
        verbs="assist help aid counsel",
        but="help helps counsel counsels counseling aids",
        idioms=(
            Idiom(
                "provided provide provides gave",
                "assistance",
                "The clinic provided assistance to 31 victims.",
            ),
        ),
        recipient="to",
        sample=("The foundation assisted 33 victims.", 33),
    ),
    EventRow(
        name="sheltered",
        verbs="shelter house accommodate",
        but="shelters house houses housing",
        sample=("The convent sheltered 41 women.", 41),
    ),
    EventRow(
        name="referred",
        verbs="refer/referred",
        but="refers",
        nouns="referral",
        sample=("The clinic referred 16 victims.", 16),
    ),
    EventRow(
        name="repatriated",
        verbs="repatriate",
        nouns="repatriation",
        persons="returnee",
        sample=("The consulate repatriated 28 girls.", 28),
    ),
    EventRow(
        name="deported",
        verbs="deport expel/expelled",
        nouns="deportation expulsion",
        persons="deportee",
        sample=("Ostrel deported 120 migrants.", 120),
    ),
    EventRow(
        name="trafficked",
        verbs="traffic/trafficked",
        but="traffic traffics trafficking",
        flow=False,
        sample=("Gangs trafficked 17 girls.", 17),
    ),
    EventRow(
        name="smuggled",  # over a border, and for a price: another crime than trafficking
        verbs="smuggle",
        but="smuggling",
        flow=False,
        sample=("Gangs smuggled 17 migrants.", 17),
    ),
    # --- Prevention and means -----------------------------------------------------------------
    EventRow(
        name="trained",
        verbs="train",
        but="trains training",
        plurals="training",
        persons="trainee",
        idioms=(
            Idiom(
                "received receive receives underwent",
                "training",
                "Some 40 clerks received special training.",
            ),
        ),
        sample=("The academy trained 300 officers.", 300),
    ),
    EventRow(
        name="graduated",
        verbs="graduate",
        but="graduate graduates",
        sample=("The academy graduated 125 officers.", 125),
    ),
    EventRow(
        name="granted",
        verbs="grant issue award",
        but="grants issue issues awards",
        recipient="to",
        sample=("The ministry granted six permits.", 6),
    ),
    EventRow(
        name="registered",
        verbs="register record report",
        but="register registers record records recording report reports reporting",
        plurals="report complaint",
        units="count",  # a reported salary of 90 euros says nothing of what was reported
        saying=True,
        sample=("The office registered 12 agencies.", 12),
    ),
    EventRow(
        name="budgeted",
        verbs="budget allocate earmark",
        but="budget budgets",
        sample=("The cabinet budgeted 90,000 euros.", 90_000),
    ),
    EventRow(
        name="spent",
        verbs="spend/spent disburse",
        plurals="expenditure",
        sample=("The ministry spent 90,000 euros.", 90_000),
    ),
    EventRow(
        name="ratified",
        verbs="ratify",
        plurals="ratification",
        flow=False,
        sample=("Varona ratified eight conventions.", 8),
    ),
    EventRow(
        name="employed",
        verbs="employ",
        flow=False,
        sample=("The quarry employed 55 children.", 55),
    ),
)

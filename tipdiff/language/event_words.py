"""What can happen to those counted: the events, and the words that tell them."""

from __future__ import annotations

from typing import Final

__all__ = ["EVENTS", "EVENT_NOUNS", "EVENT_PHRASES", "EVENT_VERBS"]

#: The event, its verb forms, and the nouns that count it.
EVENTS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "investigated",
        "investigated investigate investigates investigating probed",
        "investigation investigations",
    ),
    ("arrested", "arrested arrest arrests arresting apprehended", "arrest arrests"),
    ("detained", "detained detain", "detention detentions"),
    (
        "charged",
        "charged charge charging indicted accused",
        "charge charges indictment indictments",
    ),
    (
        "prosecuted",
        "prosecuted prosecute prosecutes prosecuting tried",
        "prosecution prosecutions trial trials",
    ),
    ("convicted", "convicted convict convicts convicting", "conviction convictions"),
    ("acquitted", "acquitted acquit", "acquittal acquittals"),
    ("sentenced", "sentenced sentencing imprisoned jailed", "sentence sentences"),
    ("fined", "fined", "fine fines"),
    ("dismissed", "dismissed dismiss", "dismissal dismissals"),
    ("extradited", "extradited extradite", "extradition extraditions"),
    (
        "identified",
        "identified identify identifies identifying recognized",
        "identification identifications",
    ),
    ("rescued", "rescued rescue rescuing freed", "rescue rescues"),
    ("assisted", "assisted assist assists assisting helped aided counseled", ""),
    ("sheltered", "sheltered housed accommodated", ""),
    ("referred", "referred refer referring", "referral referrals"),
    ("repatriated", "repatriated repatriate repatriating", "repatriation repatriations"),
    ("deported", "deported deport deporting expelled", "deportation deportations expulsions"),
    ("trained", "trained train", "training trainings"),
    ("raided", "raided", "raid raids inspection inspections"),
    ("trafficked", "trafficked smuggled", ""),
    ("granted", "granted issued awarded", ""),
    ("registered", "registered recorded reported", "report reports complaint complaints"),
    ("budgeted", "budgeted allocated earmarked", ""),
    ("spent", "spent disbursed", "expenditure expenditures"),
    ("ratified", "ratified", "ratification ratifications"),
    ("employed", "employed employs", ""),
)
EVENT_VERBS: Final = {form: event for event, verbs, _ in EVENTS for form in verbs.split()}
EVENT_NOUNS: Final = {form: event for event, _, nouns in EVENTS for form in nouns.split()}

#: Events told by a verb that alone says nothing and a word soon behind it: the event, the verbs,
#: the words, a sample.
PHRASES: Final[tuple[tuple[str, str, str, str], ...]] = (
    (
        "prosecuted",
        "brought bring took take taken sent send put went go gone stood stand",
        "court courts trial",
        "took 14 cases to court; nine went to trial; four stood trial",
    ),
    (
        "sentenced",
        "received receive got get given drew",
        "sentence sentences term terms",
        "twelve got suspended sentences",
    ),
    ("sentenced", "sent went go got received", "prison jail", "12 were sent to prison"),
    ("fined", "pay paid", "fine fines", "seven were made to pay fines"),
)
EVENT_PHRASES: Final[dict[str, list[tuple[frozenset[str], str]]]] = {}
for _event, _verbs, _words, _ in PHRASES:
    for _verb in _verbs.split():
        EVENT_PHRASES.setdefault(_verb, []).append((frozenset(_words.split()), _event))

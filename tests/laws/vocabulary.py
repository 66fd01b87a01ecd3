"""What the generated reports of invented countries are made of: frames, and words to fill them.

A frame is one sentence with slots. Every frame has content words of its own, so that two sentences
of different frames are clearly distinct whatever fills them; and every slot takes its word from a
list, so that the frames give far more sentences than any report needs. No frame holds a hedge, a
quantifier or a negation, or an inner full stop: a law that wants one puts it in itself.
"""

from __future__ import annotations

from typing import Final

#: Slots, and what may fill them. ``{n}`` is a count and ``{year}`` a year; see ``generators``.
SLOTS: Final[dict[str, tuple[str, ...]]] = {
    "place": tuple(
        "Tolven Askary Merrow Dunhaven Ostby Calder Virelle Sandmouth Kestrel Polgate Ardross "
        "Bellmoor Quenby Lowick Tamrin Harsk Novere Elmsund Garrow Pellan".split()
    ),
    "agency": (
        "Ministry of Harbors",
        "Labor Inspectorate",
        "Border Guard",
        "Prosecutor General",
        "Coast Patrol",
        "Bureau of Statistics",
        "Department of Social Care",
        "Interior Ministry",
        "Migration Service",
        "Office of the Ombudsman",
        "Justice Ministry",
        "Women's Directorate",
        "Institute of Public Health",
    ),
    "ngo": (
        "Open Lantern",
        "Safe Anchorage",
        "the Willow Trust",
        "Sisters of Calder",
        "Bridge House",
        "the Heron League",
        "New Threshold",
        "the Lighthouse Circle",
        "Early Morning",
        "Paper Crane",
        "the Salt Road Society",
    ),
    "group": (
        "deckhands",
        "seamstresses",
        "orchard pickers",
        "dancers",
        "brick carriers",
        "nannies",
        "charcoal burners",
        "quarry hands",
        "dishwashers",
        "street vendors",
        "shepherds",
        "cannery workers",
        "apprentices",
        "chambermaids",
        "peat cutters",
        "ferry crews",
        "glass blowers",
    ),
    "adj": (
        "rural",
        "coastal",
        "northern",
        "wooden",
        "mountain",
        "inland",
        "riverside",
        "lakeside",
        "southern",
        "suburban",
        "eastern",
        "harbor",
        "western",
        "urban",
    ),
    "month": (
        "February",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
    ),
}

#: Frames with one count; the count is of a thing that can be counted, and of one year.
COUNTED: Final = (
    "Police in {place} opened {n} investigations into the recruitment of {group}",
    "The {adj} hotline run by {ngo} answered {n} calls from {group} in distress",
    "Courts in the {adj} district convicted {n} traffickers of selling {group}",
    "Doctors at the {place} clinic examined {n} victims referred by the {agency}",
    "The {agency} trained {n} customs officers at its {adj} academy",
    "Airlines carried {n} repatriated {group} home to {place} free of charge",
    "A survey by {ngo} interviewed {n} mothers living in {adj} settlements",
    "Smugglers hid {n} {group} under tarpaulins aboard a freighter bound for {place}",
    "Volunteers handed {n} leaflets to passengers on the {adj} railway near {place}",
    "The {place} orphanage sheltered {n} girls rescued from {adj} brothels",
    "Judges issued {n} protection orders at the request of the {agency}",
    "Embassy lawyers petitioned for compensation on behalf of {n} {group} in {place}",
    "Teachers showed a film on forced begging to {n} pupils in {adj} schools",
    "Inspectors closed {n} unlicensed kilns employing {group} outside {place}",
    "The passport bureau in {place} revoked {n} forged visas reported by the {agency}",
    "Telephone intercepts led detectives to {n} suspects posing as {group}",
    "Consuls issued {n} emergency travel papers to stranded {group}",
    "Psychologists from {ngo} counselled {n} boys at a {adj} retreat",
)

#: Frames with one year that only says when; no count beside it.
DATED: Final = (
    "Parliament ratified the maritime labor convention in {month} {year} after a debate on {group}",
    "The {agency} inaugurated its {adj} headquarters in {year}",
    "Bishops of the {place} diocese condemned debt bondage in a pastoral letter of {year}",
    "An earthquake destroyed the {adj} reception center near {place} in {month} {year}",
    "The {place} municipality signed a twinning accord with {ngo} in {year}",
    "Journalists exposed a ring exploiting {group} in {month} {year}",
    "The cabinet appointed a national rapporteur from the {agency} in {month} {year}",
    "A ferry disaster off {place} in {year} prompted an inquiry into crews recruited abroad",
    "The constitutional tribunal upheld the statute on {adj} wages in {month} {year}",
    "Donors financed a mobile library for {group} in {month} {year}",
    "The {adj} cooperative of {place} adopted its charter against child servitude in {year}",
    "Researchers from {ngo} published an atlas of smuggling routes in {month} {year}",
    "The king pardoned a whistleblower of the {agency} in {month} {year}",
    "Trade unions staged a hunger strike over unpaid {group} in {month} {year}",
)

#: Frames without any figure.
PLAIN: Final = (
    "Recruiters approach {group} at {adj} markets with offers of marriage abroad",
    "The {agency} chairs an interministerial council that coordinates {adj} efforts",
    "Employers confiscate identity cards of {group} to keep them obedient in {place}",
    "Corruption among {adj} magistrates remains a serious obstacle to verdicts",
    "Foreign tourists travel to {place} to purchase sex from {adj} teenagers",
    "The penal code criminalizes the sale of {group} for their labor",
    "A witness relocation scheme administered by the {agency} covers relatives of {group}",
    "Poverty drives {adj} families to send their daughters to {place}",
    "Radio dramas produced by {ngo} warn listeners about bogus scholarships",
    "Survivors receive vocational instruction in weaving from {ngo}",
    "The {agency} monitors immigration patterns along the {adj} frontier",
    "Lodgings in {place} display posters about the hazards facing {group}",
    "Diplomats urged the {agency} to publish sentencing guidelines",
    "Truck drivers transport {group} along the {adj} highway toward {place}",
    "Pimps control {group} through threats of sorcery against kin in {adj} hamlets",
    "Social workers accompany {adj} plaintiffs into the courtroom in {place}",
    "The extradition treaty binds the {agency} to surrender fugitives wanted abroad",
    "Fishermen report sightings of overcrowded rafts drifting past {place}",
    "Religious elders preach tolerance toward {group} returning from captivity",
    "The {agency} lacks vehicles and fuel to patrol the {adj} marshes",
    "Internet cafes in {place} post advertisements luring {group} overseas",
    "A memorandum with {ngo} governs the referral of {adj} patients",
    "Peacekeepers attend seminars on exploitation before deployment to {adj} missions",
    "Landlords rent basements in {place} to gangs that confine {group}",
    "The {agency} awards bonuses to constables who dismantle {adj} syndicates",
    "Customary chiefs mediate disputes over dowry involving {group}",
    "The census of {adj} households omits servants who sleep in kitchens",
    "Nurses screen {group} for tuberculosis upon arrival at the {place} quarantine station",
    "Insurance covers surgery for {group} maimed by machinery in {adj} sawmills",
    "The {agency} broadcasts portraits of missing adolescents on {adj} television",
    "Monasteries near {place} offer refuge to {group} who escape at night",
    "Accountants trace laundered profits through {adj} casinos",
    "Football clubs in {place} recruit juveniles under fraudulent contracts",
    "The harvest season attracts migrants whom {adj} brokers cheat of their pay",
)

#: Headings of generated reports; each has words of its own.
HEADINGS: Final = (
    "Overview",
    "Prevention",
    "Investigation and Prosecution of Traffickers",
    "Protection and Assistance to Victims",
    "Contact Information",
    "Nomination of Heroes",
    "Legislation in Preparation",
)

#: Questions that a post may repeat before its answer; they are the questionnaire's words.
QUESTIONS: Final = (
    "Is the host country a source of, or a way station for, persons held in servitude? If so, "
    "please name the regions and list figures by sex where they exist.",
    "Which bodies of state share the work against servitude? Is one of them in the lead?",
    "What stands in the way of the authorities? Describe shortages of staff, of money, or of will. "
    "How are these overcome?",
    "Does the host government keep watch over its own efforts? Does it publish what it finds?",
)

#: Sentences every reader and comparer should survive; they are never counted on to be distinct. No
#: question is among them: alone in an answer it would be the questionnaire's.
AWKWARD: Final = (
    "See 3.g.",
    "No known changes.",
    "Not applicable; see 2.c.",
    'The envoy said, "We shall act. We shall not wait," and left for the U.S. that night.',
    "The unit (cf. Art. 12, para. 3) seized passports, cash, etc. and sealed the hall.",
    "Of the 41 persons charged, 28 were convicted: twelve to prison, seven fined, the remainder "
    "suspended.",
    "The children,s ward took in &no one from abroad.8",
    "Fines range from 5,000 to 20,000 crowns (approximately $700 to $2,800 USD).",
    "There have been no prosecutions.",
    "There have been three prosecutions.",
    "1) a shelter; 2) a hotline; and 3) a fund exist.",
    "18 is the minimum age of marriage.",
    "Caf\u00e9 owners in \u0130lmar said \u201cwe know nothing\u201d \u2013 and meant it.",
    "Cafe\u0301 owners pay stra\u00dfe tolls of 3.5% \u2014 or 1/3 \u2014 each week.",
    "Pay rose from USD\u00a01.2 million to 2 million between 2003 and 2006.",
    "A-B. C. Ltd. traded in minors under the age of 16.",
    "victims remained in limbo",
    "THE MINISTER RESIGNED!",
    "<http://example.invalid/a.b?c=1> lists the laws.",
    "[NAME] at [PHONE] is the contact; the report took poloff 45 hours, polchief 5 hours.",
    "Roughly 20% ($1.1 million, or 9 million crowns) of the budget went unspent \x1b[31mthis year.",
)

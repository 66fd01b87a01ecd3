"""Numbers that are no claims: dates, references, names, telephone numbers, labels.

Each rule is a row: what the number is, the pattern around it, a sample, and a claim that looks like
it and must stay; braces mark the number in both. One row that holds is enough. How patterns are
written stands in :mod:`tipdiff.language.token_patterns`, their classes in
:mod:`tipdiff.claims.scanning.token_classes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tipdiff.claims.scanning.token_classes import CLASSES
from tipdiff.language.token_patterns import Pattern, matcher
from tipdiff.patterns import regex

if TYPE_CHECKING:
    from tipdiff.language.tokens import Tokens

__all__ = ["RULES", "TIED_RULES", "WORD_RULES", "Exclusion", "addresses", "excluded", "reason"]


class Exclusion(NamedTuple):
    """A rule of what is no claim.

    Attributes:
        name: What the number is: "hotline".
        pattern: What stands around it.
        sample: A sentence whose number in braces is that, and so no claim.
        counter: A sentence much like it whose number in braces is a claim.

    """

    name: str
    pattern: str
    sample: str
    counter: str


#: What any figure in digits can be that is no claim.
RULES: Final[tuple[Exclusion, ...]] = (
    Exclusion("day", "@month #@day !@person",
              "They met on March {14}.", "In March {14} girls fled."),
    Exclusion("day", "@month . #@day !@person",
              "They met on Oct. {14}.", "That was in Oct. {14} girls fled."),
    Exclusion("day", "@month @digits - #@day !@person",
              "They met on March 1-{15}.", "They met in March; {15} girls came."),
    Exclusion("day", "#@day ~@ordinal? of? @month",
              "They met on {3} May.", "They saw {3} of the girls in May."),
    Exclusion("day", "#@day ~@ordinal? - @digits of? @month",
              "They met on {3}-5 May.", "They met for {3}-5 days in May."),
    Exclusion("year", "@month #@year",
              "Since March {2005} days of work doubled.", "They spent {2005} days of work."),
    Exclusion("year", "#@uncounted-year",
              "The plan of {2006} has ended.", "About {2006} persons were deported."),
    Exclusion("year", "in|since|between|until|by #@old !@noun|@unit",
              "The fort was built in {1650}.", "They trained staff in {1650} towns."),
    Exclusion("time", "# ~: ~@digits", "They met at {10}:30.", "Those freed were {10}: all girls."),
    Exclusion("time", "@digits ~: ~#", "They met at 10:{30}.", "Those fined: {30} clerks."),
    Exclusion("time", "# a|p . m", "They met at {9} p.m.", "They met {9} p. girls."),
    Exclusion("time", "# am|pm", "They met at {9} pm.", "They met {9} girls."),
    Exclusion("time", "at|by|until|from|around #@clock local|hours|hrs",
              "They met at {1430} local time.", "They fined {1430} local clerks."),
    Exclusion("time", "# ^gmt|est", "They met at {1430} GMT.", "They fined {1430} clerks."),
    Exclusion("reference", "@mark #", "See cable #{5} for it.", "They fined {5} clerks."),
    Exclusion("reference", "@abbreviated . #",
              "Act no. {7} forbids it.", "They said so. {7} clerks left."),
    Exclusion("reference", "@any ^@alone # !@noun",
              "It was forbidden (Law {12}).", "Under the Law {12} clerks were fined."),
    Exclusion("reference", "@any ^@named #",
              "Under Part {12} victims may stay.", "They took part; {12} victims may stay."),
    Exclusion("reference", "^@named # !@noun", "Part {12} of it ends.", "Part {12} clerks."),
    Exclusion("reference", "see|cf part|section|page|chapter|annex #",
              "It is told there (see part {2}, below).", "They see part of it; {2} clerks left."),
    Exclusion("reference", "part|section|page # of @digits",
              "This is part {2} of 3 of it.", "The part of {2} of 3 clerks is done."),
    Exclusion("reference", "part|section|page @digits of #",
              "This is part 2 of {3} of it.", "The part of 2 of {3} clerks is done."),
    Exclusion("reference", "@numbered|@many #",
              "By article {12} it ends.", "By law {12} clerks may go."),
    Exclusion("number", "!total|the number #",
              "Under bill number {21} below it ends.", "The total number {21} is low."),
    Exclusion("number", "!total|the number ( #",
              "Under bill number ({21} below) it ends.", "The total number ({21} then) is low."),
    Exclusion("number", "number # .|)|,|@edge",
              "They left the number {117}.", "They put the number {117} higher."),
    Exclusion("hotline", "@dialling @listing*23 #@short !@plural",
              "They can be reached by dialing {117}.", "He got by calling {117} persons."),
    Exclusion("hotline", "\" # \" helpline|hotline|line|number",
              "The \"{157}\" helpline is open.", "The {157} helpline calls came then."),
    Exclusion("list of references", "@many @listing*21 @listing @listing # !@plural",
              "Articles 12, 13 and {15} forbid it.",
              "Articles 12 and 13 were used, and {15} clerks fined."),
    Exclusion("list of references", "^@numbered @listing*21 @listing @listing # !@plural",
              "Article 12, 13 and {15} forbid it.", "Article 12 and {15} clerks were named."),
    Exclusion("telephone", "# ~-|. ~@digits ~-|. ~@digits",
              "She is at {101}-102-103 now.", "They fined {555} clerks."),
    Exclusion("telephone", "@digits ~-|. ~# ~-|. ~@digits",
              "She is at 101-{102}-103 now.", "They fined 5-{41} clerks."),
    Exclusion("telephone", "@digits ~-|. ~@digits ~-|. ~#",
              "She is at 555-01-{23} now.", "They fined {23} clerks."),
    Exclusion("telephone", "@phone @any*5 # -",
              "The phone is {40}-6600 there.", "The phone rang for {40} clerks."),
    Exclusion("telephone", "@phone @any*4 - #",
              "The phone is 40-{6600} there.", "The phone rang for {40} clerks."),
    Exclusion("telephone", "( # ) @digits -",
              "Call ({33}) 40-66 there.", "They fined many (at most {33}) there."),
    Exclusion("telephone", "#@three ~- ~@four !@noun",
              "She is at {555}-4123 now.", "They fined {555}-4123 clerks."),
    Exclusion("telephone", "@three ~- ~#@four !@noun",
              "She is at 555-{4123} now.", "They fined 555-{4123} clerks."),
    Exclusion("telephone", "@nought @digits*2 # !@plural",
              "They ring 0800 20 {100} there.", "They ring 20 {100} clerks."),
    Exclusion("telephone", "+ # ~-|(|.", "They ring +{33}(0)4 there.", "They ring {33} clerks."),
    Exclusion("group", "@any ^group|committee|council|gang of #",
              "It joined the Group of {77} then.", "It held a group of {77} then."),
    Exclusion("postal code", "# zip", "He lives in {90049} ZIP.", "He saw {90049} girls."),
    Exclusion("postal code", "@digits|@street , #@postcode ^@any",
              "He lives in Box 12, {1100} Port Merrin.", "He saw Box 12, {1100} girls."),
    Exclusion("name", "!.|,|:|;|and|(|-|@edge @name # !@noun|%|$|-|@scale",
              "They boarded the Horizon {7}, which sank.", "They saw in Horizon {7} girls."),
    Exclusion("name", ",|:|;|and|(|- @name # !@noun|%|$|-|@scale|,|;|.|)|and|@edge",
              "They saw ships, Horizon {7} among them.", "They came from Varona 3, Ostrel {7}."),
    Exclusion("house number", "# @housed @housed*3 ^@street",
              "It stands at {27} Harbour View Road.", "They fined {27} Harbour View clerks."),
    Exclusion("house number", "# ^@street ^@any",
              "It stands at {27} Avenue Merrin.", "They fined {27} avenue cleaners."),
    Exclusion("power", "# @power", "It weighs {1.9}\u00d710 more.", "It rose {1.9} percent."),
    Exclusion("power", "@power #", "It weighs 1.9\u00d7{10} more.", "It rose {10} percent."),
    Exclusion("serial number", "#@padded",
              "The officer was fs {02} then.", "They fined {2} clerks."),
    Exclusion("serial number", "# @serial",
              "It has the mark {817} 0042.", "They fined {817} clerks."),
)  # fmt: skip
#: What only a figure in digits can be that touches the word or mark before it or behind it.
TIED_RULES: Final[tuple[Exclusion, ...]] = (
    Exclusion("year", "@year ~-|/ ~#@day",
              "The plan for 2009-{12} ended.", "They got 9-{12} years."),
    Exclusion("reference", "# ~. ~@stop", "(See {1}.G.)", "They fined {1}."),
    Exclusion("reference", "@strict-pointer #@digits ~^m|k",
              "As told (see {3}M), it is so.", "It cost them {3}M crowns."),
    Exclusion("reference", "@pointer|@edge #@digits ~^@section",
              "As in {5}B, it is so.", "It cost {5}B crowns."),
    Exclusion("ordinal or reference", "# ~@tail",
              "Pupils of the {9}th grade came.", "They stayed {9}km away."),
    Exclusion("name", "@head ~#", "It asked the g{8} for help.", "It paid EUR{8} for it."),
    Exclusion("name", "_ ~#", "It is in form_{8} there.", "They fined {8} there."),
    Exclusion("name", "@letters ~. ~#",
              "The word 'wages.{8} was garbled.", "They met ca.{8} girls."),
    Exclusion("age group", "@bounding ~- ~# ~s",
              "It plays in the under-{18}s league.", "It lasts under {18}s of it."),
    Exclusion("name", "@tied ~- ~#",
              "It met of COVID-{19} then.", "They are in their mid-{19} per cent."),
    Exclusion("date", "@figure / ~#", "They met on 4/{11}.", "They fined 4 or {11} clerks."),
    Exclusion("date", "# ~/ ~@digits /",
              "They met on {4}/10/2006.", "They gave {4}/10 of it away."),
    Exclusion("date", "#@month-and-day ~/ ~@digits !of",
              "In the week of {2}/11 it was so.", "In that {2}/11 of them left."),
    Exclusion("name", "#@no-share ~/ ~@digits",
              "It is form {40}/20.", "They gave {3}/4 of it away."),
    Exclusion("label", "@edge #@day ~.|) @any @any",
              "{1}. Training was held.", "{1} training was held."),
    Exclusion("label", "@ended ~( #@day ~)",
              "As section 110(b)({3}) tells.", "They held girls ({3}) there."),
    Exclusion("label", "@unbracketed|@edge #@day ~)",
              "It gave {1}) training.", "It gave (at most {1}) course."),
    Exclusion("label", "@edge|:|;|,|.|@introducing ( #@day ~) !,|.|;",
              "It gave: ({1}) training.", "It gave courses ({1}) then."),
    Exclusion("reference", "@abbreviated . @digits ~- ~#",
              "By no. 106-{386} it ends.", "They fined 106-{386} clerks."),
    Exclusion("reference", "@numbered|@many @digits ~- ~#",
              "By bill 106-{386} it ends.", "They fined 106-{386} clerks."),
    Exclusion("reference", "^@alone|@named @digits ~- ~#",
              "Law 106-{386} stands.", "Laws saved 106-{386} clerks."),
    Exclusion("reference", "^@alone # ~- ~@digits",
              "Law {106}-386 stands.", "Laws saved {106}-386 clerks."),
    Exclusion("decade", "#@tens ~s", "She is in her {30}s now.", "She saw {30} girls."),
    Exclusion("odds", "#@falling ~- ~@digits",
              "The bill passed by a {5}-2 vote.", "They got {2}-5 years."),
    Exclusion("odds", "@falling ~- ~#",
              "The bill passed by a 5-{2} vote.", "They got 2-{5} years."),
)  # fmt: skip
#: What a number in words can be.
WORD_RULES: Final[tuple[Exclusion, ...]] = (
    Exclusion("name", "# ~- @adorning", "It is a {two}-way street.", "It is a {two}-day course."),
    Exclusion("number", "!the|total|a number #",
              "It is number {two} there.", "They put the number {two} higher."),
    Exclusion("ordinal", "#@round -|and @ordinal-word",
              "The {twenty}-third case is open.", "Some {twenty} and three cases are open."),
    Exclusion("ordinal", "#@number-word @number-word|-|and*5 @round -|and @ordinal-word",
              "The {one} hundred and first case is open.", "Some {one} hundred cases are open."),
    Exclusion("ordinal", "the #@ten-word @ordinal-digit !@plural",
              "Now the {twenty} third case is open.", "They met {twenty} third cousins."),
    Exclusion("part of a year", "first|last|past|next|previous|final|remaining # quarters",
              "Police met in the last {three} quarters of 2007.",
              "Police met at least {three} quarters of them."),
    Exclusion("both", "between the # !@noun",
              "Trade between the {two} is slow.", "Trade between the {two} towns is slow."),
    Exclusion("reference", "@numbered-thing # !@noun",
              "It is in phase {two} now.", "It is in phase; {two} clerks left."),
    Exclusion("reference", "^@named ^#", "It is on Level {Two} now.", "It is on level {two} days."),
)  # fmt: skip
#: Where figures are letters: addresses of the web and of mail, a terminal's escape sequences, tags
#: of markup, and scripts between two of them.
_ADDRESS: Final = regex(
    r"(?:https?://|www\.)\S{1,500}|(?<!\S)[^\s@]{1,100}@\S{1,500}|\x1b\[[\d;]{0,20}[A-Za-z]"
    r"|<script\b[^<>]{0,200}>[^<>]{0,200}</script>|</?[A-Za-z][^<>]{0,200}>"
)
_UNTIED: Final = matcher([row.pattern for row in RULES], CLASSES)
_TIED: Final = matcher([row.pattern for row in TIED_RULES], CLASSES)
_IN_WORDS: Final = matcher([row.pattern for row in WORD_RULES], CLASSES)


def excluded(tokens: Tokens, index: int) -> bool:
    """Whether the number at a token, in digits or words, is no claim by itself."""
    if not tokens.low[index][:1].isdecimal():
        return _IN_WORDS.holds(tokens, index)
    if _UNTIED.holds(tokens, index):
        return True
    tied = tokens.glued(index) or tokens.glued(index + 1)
    return tied and _TIED.holds(tokens, index)


def reason(tokens: Tokens, index: int) -> str | None:
    """Return the name of the first row that holds for the number at a token, None if none does."""
    digits = tokens.low[index][:1].isdecimal()
    for row in (*RULES, *TIED_RULES) if digits else WORD_RULES:
        if Pattern(row.pattern, CLASSES).holds(tokens, index):
            return row.name
    return None


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the places of addresses, markup and escape sequences, whose figures are letters."""
    if not any(mark in text for mark in ("://", "www.", "@", "<", "\x1b")):
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]

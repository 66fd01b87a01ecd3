"""What stands ahead of a block: the numbers, answers and items that tell what its label means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from attrs import define

from tipdiff.reading.labels import ANSWER_TOKENS

if TYPE_CHECKING:
    from tipdiff.reading.labels import Token
    from tipdiff.reading.layout import Block

__all__ = ["Ahead", "marker"]

#: So many numbers ahead are looked at to bear one out.
_LOOKAHEAD: Final = 3
#: So many blocks ahead anything is looked for: past the longest list in an answer, of 44 items.
_SIGHT: Final = 100


def marker(token: Token) -> str:
    """Return what all items of a list have before them: 1) of 2), 1. of 14."""
    return token.value if token.kind == "bullet" else re.sub(r"\w+", "1", token.text.strip())


@define(eq=False)
class Ahead:
    """The blocks of a body with the headings among them, seen from the one at ``index``."""

    blocks: Sequence[Block]
    titles: Sequence[str | None]
    index: int = 0

    def _blocks(self) -> Iterator[tuple[Block, bool]]:
        """Yield each block ahead, and whether it is a heading."""
        for place in range(self.index + 1, min(self.index + _SIGHT, len(self.blocks))):
            yield self.blocks[place], self.titles[place] is not None

    def numbers(self) -> list[int]:
        """Return the next numbers at the heads of lines, and the next that only paragraphs have."""
        numbers: list[int] = []
        own: list[int] = []
        for block, is_heading in self._blocks():
            token = block.label.get("number")
            if token is None:
                continue
            numbers.append(int(token.value))
            if block.label.is_marked or is_heading:
                own.append(int(token.value))
            if len(own) == _LOOKAHEAD:
                break
        return [*numbers[:_LOOKAHEAD], *own]

    def letter(self) -> Token | None:
        """Return the next answer's letter, if it comes before the next numbered heading."""
        for block, is_heading in self._blocks():
            if is_heading and block.label.get("number"):
                return None
            token = block.label.get(*ANSWER_TOKENS)
            if token is not None and token.value:
                return token
        return None

    def several_keys(self) -> bool:
        """Tell whether the answers up to the next heading are keyed to more than one number."""
        numbers = set()
        for place in range(self.index + 1, len(self.blocks)):
            if self.titles[place] is not None and not self.blocks[place].label.get(*ANSWER_TOKENS):
                break
            key = self.blocks[place].label.get("key")
            if key is not None:
                numbers.add(key.number)
        return len(numbers) > 1

    def keyed_to(self, number: int) -> bool:
        """Tell whether the next answer is keyed to a number: 27. Ports, -- 27 A. The ferries."""
        answers = (block.label.get(*ANSWER_TOKENS) for block, _ in self._blocks())
        answer = next((token for token in answers if token is not None), None)
        return answer is not None and answer.number == number

    def sibling(self, head: Token) -> bool:
        """Tell whether the next block is an item with the same marker."""
        after, _ = next(self._blocks(), (None, False))
        tokens = after.label.tokens if after else ()
        return bool(tokens) and tokens[0].kind == head.kind and marker(tokens[0]) == marker(head)

    def next_item(self, head: Token) -> bool:
        """Tell whether the next number of a list stands at the head of a line, not inside one."""
        if not head.value.isdecimal():
            return True
        wanted = str(int(head.value) + 1)
        if re.search(rf"\(?\b{wanted}\)\s", self.blocks[self.index].text):
            return False
        after, _ = next(self._blocks(), (None, False))
        token = after.label.get("item") if after else None
        return token is not None and token.value == wanted

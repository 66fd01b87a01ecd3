"""The generators by themselves: a law is worth what its generator is worth."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import Phase, find, given, settings

from .generators import CHEAP, joined, layouts, models, wild_pairs
from .generators import sentences as drawn_sentences
from .reports import FRAMES, LABEL, Layout, Model, Sentence, content, distinct, render


class TestSentences:
    """Sentences of different frames are distinct."""

    def test_frames_share_no_two_content_words(self) -> None:
        """Any two frames have at most one longer word in common, slots aside."""
        frames = [content(" ".join(w for w in f.split() if "{" not in w)) for f in FRAMES]

        assert max(len(a & b) for a, b in combinations(frames, 2)) <= 1

    def test_thousands_of_distinct_sentences(self) -> None:
        """The frames give several thousand different sentences without counting the figures."""
        texts = {Sentence(f, k).text for f in range(len(FRAMES)) for k in range(200)}

        assert len(texts) > 5_000

    @given(drawn=drawn_sentences())
    @CHEAP
    def test_distinct(self, drawn: list[Sentence]) -> None:
        """Two sentences of one report share at most one of their longer words."""
        words = [content(s.text) for s in drawn]

        assert max((len(a & b) for a, b in combinations(words, 2)), default=0) <= 1

    def test_few_are_left_out(self) -> None:
        """Of twenty sentences of different frames, nearly all can be told apart."""
        drawn = [[Sentence(f, k) for f in range(k % 3, 60, 3)] for k in range(30)]

        assert all(len(distinct(sentences)) >= 18 for sentences in drawn)


class TestPairs:
    """Pairs of reports hold what their laws are about."""

    FIRST = settings(max_examples=200, derandomize=True, database=None, phases=[Phase.generate])

    @pytest.mark.parametrize("split", [True, False], ids=["split", "merged"])
    def test_parts(self, split: bool) -> None:
        """Some of them have a sentence that was two, or became two."""

        def found(pair: tuple[Model, Model]) -> bool:
            whole, parts = pair if split else pair[::-1]
            ones = parts.sentences
            return any(joined(*two) in whole.sentences for two in pairwise(ones))

        find(wild_pairs(), found, settings=self.FIRST)

    def test_runs(self) -> None:
        """Some of them have a run of sentences that went past another."""

        def found(pair: tuple[Model, Model]) -> bool:
            old, new = (model.sentences for model in pair)
            kept = [new.index(text) for text in old if old.count(text) == new.count(text) == 1]
            runs = combinations(list(pairwise(kept)), 2)
            return any(c < d < a < b for (a, b), (c, d) in runs)

        find(wild_pairs(), found, settings=self.FIRST)


class TestRender:
    """Rendering loses nothing and invents no label."""

    @given(model=models(), layout=layouts())
    @CHEAP
    def test_every_word_in_order(self, model: Model, layout: Layout) -> None:
        """The words of the sentences stand in the text in their order."""
        words = iter(render(model, layout).split())

        assert all(word in words for text in model.sentences for word in text.split())

    @given(model=models(), layout=layouts("narrative"))
    @CHEAP
    def test_no_line_begins_like_a_label(self, model: Model, layout: Layout) -> None:
        """Wrapped lines of a narrative, which has no labels, never begin like one."""
        lines = [line.strip() for line in render(model, layout).splitlines()]

        assert not [s for s in lines if LABEL.match(s) and not s.startswith("PORT")]

"""The generators by themselves: a law is worth what its generator is worth."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given

from .generators import CHEAP, layouts, models
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

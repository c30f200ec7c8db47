"""Tests for which words are also another text's."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.model import Alignment, AlignmentSet, Side, TextReuse
from analyzer.weigh.reuse import ReusedText, covered, merged
from benchmarks.simulated_sources import document

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=8)


@settings(deadline=None, max_examples=60)
@given(RANGES, st.integers(0, 60), st.integers(1, 15))
def test_coverage_equals_counting_characters(ranges: list[tuple[int, int]], start: int, length: int) -> None:
    """Merging and bisecting give what a set of offsets gives."""
    inside = {i for low, high in ranges for i in range(low, high)} & set(range(start, start + length))

    assert len(inside) / length == covered((start, start + length), merged(ranges))


def test_paraphrases_count_inside_one_witness_only() -> None:
    """Independent writers paraphrase one event too."""
    pair = Alignment("p", "paraphrase", 0.8, Side("a", 0, 0, 0, 10), Side("b", 0, 0, 5, 20))
    reused = ReusedText.of(AlignmentSet((pair,), ()), {})

    assert 1.0 == reused.share("b", "a", (6, 16), same_witness=True)
    assert 0.0 == reused.share("b", "a", (6, 16), same_witness=False)


def test_runs_and_same_text_count_on_both_sides() -> None:
    """Each text is reused by the other; passages on one event are not reuse."""
    sides = Side("a", 0, 0, 0, 10), Side("c", 0, 0, 0, 10)
    later = Side("a", 1, 1, 60, 70), Side("c", 1, 1, 60, 70)
    pairs = (Alignment("p", "same_text", 1.0, *sides), Alignment("q", "same_event", 1.0, *later))
    reuse = TextReuse("a", "b", 0.5, 0.5, 0.5, 9, ((20, 30, 40, 50),))
    reused = ReusedText.of(AlignmentSet(pairs, (reuse,)), {})

    assert [1.0, 1.0, 0.5, 0.0] == [
        reused.share("a", "b", (20, 30), same_witness=True),
        reused.share("b", "a", (40, 50), same_witness=True),
        reused.share("c", "a", (5, 15), same_witness=True),
        reused.share("c", "a", (60, 70), same_witness=True),
    ]


def test_only_long_runs_are_copying_between_witnesses() -> None:
    """Eight words of content, across a number that differs; a stock phrase is none."""
    words = "red harbour lantern steamer {} captain storm boiler whistle. Closed until 1 May."
    left, right = document("a", ()), document("b", ())
    texts = {"a": words.format(7), "b": words.format(9)}
    documents = {d.id: replace(d, source=replace(d.source, text=texts[d.id])) for d in (left, right)}
    cuts = texts["a"].index("7"), texts["a"].index("Closed")
    runs = ((0, cuts[0], 0, cuts[0]), (cuts[0] + 2, cuts[1], cuts[0] + 2, cuts[1]))
    stock = (cuts[1], len(texts["a"]), cuts[1], len(texts["b"]))
    joined = ReusedText.of(AlignmentSet((), (TextReuse("a", "b", 0.9, 0.9, 0.9, 4, runs),)), documents)
    phrase = ReusedText.of(AlignmentSet((), (TextReuse("a", "b", 0.9, 0.9, 0.9, 4, (stock,)),)), documents)

    assert 1.0 == joined.share("b", "a", (0, cuts[1]), same_witness=False)
    assert 0.0 == phrase.share("b", "a", stock[:2], same_witness=False)

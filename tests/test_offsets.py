"""The way back from clean to raw text, over the map itself and over the four sources."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.load import load, load_source
from analyzer.load.unordered import UnorderedOffsets, offset_map
from analyzer.offsets import OffsetMap
from analyzer.segment import segment

SOURCES = Path(__file__).parents[1] / "sources"

widths = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40)


def ordered(steps: list[tuple[int, int]]) -> OffsetMap:
    """A map whose characters stand `gap` after one another and are `width` wide."""
    pieces, at = [], 0
    for gap, width in steps:
        pieces.append((at + gap, at + gap + width))
        at += gap + width
    return OffsetMap.build(pieces)


@settings(deadline=None, max_examples=200)
@given(widths)
def test_clean_is_the_way_back_of_raw(steps: list[tuple[int, int]]) -> None:
    """A character that stands for something in the raw text is found again from there."""
    offsets = ordered(steps)

    assert all(i == offsets.clean(offsets.raw(i, i + 1)[0]) for i, (_, width) in enumerate(steps) if width)


@settings(deadline=None, max_examples=200)
@given(widths, st.data())
def test_wider_clean_ranges_have_wider_raw_ranges(steps: list[tuple[int, int]], data: st.DataObject) -> None:
    """Raw ranges grow with clean ranges; what holds nothing of the file raises."""
    offsets = ordered(steps)
    a = data.draw(st.integers(0, len(steps) - 1))
    b = data.draw(st.integers(a + 1, len(steps)))
    if not any(width for _, width in steps[a:b]):
        with pytest.raises(ValueError, match="no character"):
            offsets.raw(a, b)
        return
    start, end = offsets.raw(a, b)
    whole = offsets.raw(0, len(steps))

    assert whole[0] <= start < end <= whole[1]


@pytest.mark.parametrize("kind", [OffsetMap, UnorderedOffsets])
def test_ranges_outside_raise(kind: type[OffsetMap]) -> None:
    """An empty range, or one outside of the text, is an error."""
    offsets = OffsetMap.build([(0, 1)]) if kind is OffsetMap else offset_map(array("L", [5, 0]), array("L", [6, 1]))

    for a, b in ((0, 0), (0, 3), (-1, 1)):
        with pytest.raises(ValueError, match="empty or outside"):
            offsets.raw(a, b)


@settings(deadline=None, max_examples=200)
@given(st.permutations(range(8)))
def test_moved_blocks_are_found_both_ways(order: list[int]) -> None:
    """In whatever order the blocks stand, characters are found from their raw place and ranges cover all they hold."""
    starts = array("L", order)
    offsets = offset_map(starts, array("L", [a + 1 for a in order]))

    assert list(range(8)) == [offsets.clean(raw) for raw in order]
    assert (min(order[2:6]), max(order[2:6]) + 1) == offsets.raw(2, 6)
    assert 8 == offsets.clean(8)


@pytest.mark.parametrize("name", sorted(p.name for p in SOURCES.iterdir() if p.suffix in {".txt", ".html"}))
def test_every_quote_is_the_raw_text_at_its_place(name: str) -> None:
    """For every sentence, passage and word of the collection `quote == raw[start:end]`, decoded anew from the bytes."""
    source = load_source(SOURCES / name)
    raw = (SOURCES / name).read_bytes().decode(source.encoding)
    document = segment(source)
    words = [(s.start, s.start + len(document.text(s).split()[0])) for s in document.sentences]
    ranges = [(s.start, s.end) for s in document.sentences] + [(p.start, p.end) for p in document.passages] + words

    assert raw == source.raw
    for start, end in ranges:
        span = source.span(start, end)
        assert span.quote == raw[span.start : span.end] != ""


@pytest.mark.parametrize("name", sorted(p.name for p in SOURCES.iterdir() if p.suffix in {".txt", ".html"}))
def test_plain_characters_stand_for_themselves(name: str) -> None:
    """A clean character with a raw range of one is that very character, white space aside."""
    source = load_source(SOURCES / name)
    pairs = zip(source.text, source.offsets.starts, source.offsets.ends, strict=True)

    assert [] == [(c, a) for c, a, b in pairs if b - a == 1 and c != " " and c != source.raw[a]]


def test_blocks_cover_the_text_but_for_the_gaps_between() -> None:
    """Blocks are parted by one empty line that belongs to none of them."""
    for source in load(SOURCES).sources:
        joined = "\n\n".join(source.text[b.start : b.end] for b in source.blocks)

        assert source.text == joined

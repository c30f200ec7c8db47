"""Rows of plain text: each label, day or hour is a block of its own."""

from __future__ import annotations

import pytest

from analyzer.load.plain import read
from analyzer.settings import LoadSettings


def blocks(text: str) -> list[tuple[str, str]]:
    clean = read(text, LoadSettings())
    return [(block.kind, clean.text[block.start : block.end]) for block in clean.blocks]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Deaths: 40", "Houses lost: 12"),
        ("07.20 | The oath is taken", "11.00 | The regiment comes"),
        ("4 January – They land", "24 January – The party sets out"),
        ("1903, 25 June – Her doctorate", "1904 – Birth of a daughter"),
        ("-- 12:30 p.m. Parke rides down.", "-- 3:10 p.m. The dam fails."),
    ],
)
def test_rows_below_one_another_are_items(first: str, second: str) -> None:
    """Two lines of one shape are no broken paragraph."""
    assert [("item", first), ("item", second)] == blocks(f"{first}\n{second}\n")


def test_a_year_stands_over_its_rows() -> None:
    """A line that is nothing but a year belongs to no row."""
    texts = [
        text for _, text in blocks("1910\n15 June – She sails.\n26 June – She lands.\n1911\n4 May – She returns.\n")
    ]

    assert ["1910", "15 June – She sails.", "26 June – She lands.", "1911", "4 May – She returns."] == texts


def test_broken_prose_stays_one_paragraph() -> None:
    """A colon or a number at the head of one line makes no row."""
    assert [("paragraph", "He wrote: it was late and 12 June was near.")] == blocks(
        "He wrote: it was late\nand 12 June was near.\n"
    )

"""Markdown with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.load import markdown

PIECES = [
    "# ",
    "> ",
    "- ",
    "1. ",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](x)",
    "]",
    "![",
    "[^1]",
    "[^1]: n",
    "|",
    "|-|-|",
    "```",
    "\n",
    "\n\n",
    "text ",
    "It was. ",
    "<b>",
    "&amp;",
    "\\*",
    "<!--",
    "-->",
    "---\n",
    "===\n",
    "\r\n",
    "é",
]


def blocks(raw: str) -> list[tuple[str, str]]:
    clean = markdown.read(raw)
    return [(b.kind, clean.text[b.start : b.end]) for b in clean.blocks]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("---\ntitle: x\n---\n# Fire #\nIt burnt.", [("heading", "Fire"), ("paragraph", "It burnt.")]),
        ("Fire\n====\n\n> It\n> *burnt*.", [("heading", "Fire"), ("quotation", "It burnt.")]),
        ("- one\n- two\n  more\n\n1. three", [("item", "one"), ("item", "two more"), ("item", "three")]),
        ("In\n1666. It burnt.", [("paragraph", "In 1666. It burnt.")]),
        ("| A | B |\n|---|---|\n| 1 | **2** |", [("cell", "A"), ("cell", "B"), ("cell", "1"), ("cell", "2")]),
        ("![A map](m.png)", [("caption", "A map")]),
        ("```\n*as is*\n```", [("quotation", "*as is*")]),
        ("a <!-- x\n\ny --> b", [("paragraph", "a"), ("paragraph", "b")]),
        ("**bold** _it_ `code` snake_case 2 * 3 \\*x\\*", [("paragraph", "bold it code snake_case 2 * 3 *x*")]),
        ('[a *b*](u "t") [c][d] [e] <http://f.g> &amp;\n\n[d]: u', [("paragraph", "a b c [e] http://f.g &")]),
    ],
)
def test_markup_is_read_as_seen(raw: str, expected: list[tuple[str, str]]) -> None:
    """Blocks and inline markup become what a reader sees."""
    assert expected == blocks(raw)


def test_footnotes_are_citations() -> None:
    """A footnote mark carries the words of its definition."""
    clean = markdown.read("It burnt.[^a] So.\n\n[^a]: Pepys, *Diary*.")

    assert "It burnt. So." == clean.text
    assert [(9, "Pepys, *Diary*.")] == [(c.at, c.text) for c in clean.citations]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_markup_is_read_with_exact_offsets(raw: str) -> None:
    """Nothing raises; offsets never run backwards; a character that stands for one raw character is that character."""
    clean = markdown.read(raw)
    starts, ends = clean.offsets.starts, clean.offsets.ends

    assert sorted(starts) == list(starts)
    assert sorted(ends) == list(ends)
    assert all(c == raw[a:b] for c, a, b in zip(clean.text, starts, ends, strict=True) if b - a == 1 and c != " ")

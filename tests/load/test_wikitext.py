"""Wikitext, alone and inside a saved edit page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.load import wikitext
from analyzer.load.edit_page import find_wikitext

HEAD = (
    "Jump to content\nMain menu\nmove to sidebar\nhide\nNavigation\nMain page\nSearch\nLog in\nTalk\nEditing\n"
    "Great Fire\n(section)\nRead\n"
)
FOOT = "\nSummary:\nPlease note that all contributions to Another Wiki may be edited.\nCancel\nEditing help\nSearch\n"
PIECES = [
    "[[",
    "]]",
    "|",
    "{{",
    "}}",
    "efn",
    "sfn|A|1900",
    "''",
    "'''",
    "<ref>",
    "</ref>",
    "<ref name=a />",
    "== X ==",
    "\n",
    "\n\n",
    "* ",
    "{|",
    "|}",
    "|-",
    "text ",
    "It was. ",
    "File:a.jpg",
    "&ndash;",
    "<!--",
    "-->",
    "<br>",
    "[http://a b]",
    "é",
]


def blocks(raw: str) -> list[tuple[str, str]]:
    clean = wikitext.read(raw)
    return [(b.kind, clean.text[b.start : b.end]) for b in clean.blocks]


def test_edit_page_of_any_wiki_loses_its_chrome() -> None:
    """Interface before and after the text is left out, and the page's title is read from it."""
    body = "== Fire == It [[burn]]t in '''1666'''.{{sfn|Pepys|1666}} Then it rained."
    raw = HEAD + body + FOOT

    assert [("heading", "Fire"), ("paragraph", "It burnt in 1666. Then it rained.")] == blocks(raw)
    assert "Great Fire" == wikitext.read(raw).title
    assert "Great Fire" == wikitext.read(raw.replace("Editing\n", "Editing ")).title


def test_text_without_interface_is_taken_whole() -> None:
    """Words of the interface inside an article do not cut it."""
    raw = "Search [[x]].\n\nCancel\n\nIt [[burn]]t."

    assert (0, len(raw), False) == find_wikitext(raw)[:3]


def test_lost_line_breaks_are_restored() -> None:
    """Headings, files, quotations and list items that stand mid-line become blocks of their own."""
    raw = (
        HEAD
        + "== Fire == [[File:a.jpg|thumb|left|A [[map]], 1666]] It burnt. {{Blockquote|All gone.}} The mayor named: "
        "* One cause. * Another cause. Nobody agreed. === Rain === It ''rained''." + FOOT
    )

    assert [
        ("heading", "Fire"),
        ("caption", "A map, 1666"),
        ("paragraph", "It burnt."),
        ("quotation", "All gone."),
        ("paragraph", "The mayor named:"),
        ("item", "One cause."),
        ("item", "Another cause."),
        ("paragraph", "Nobody agreed."),
        ("heading", "Rain"),
        ("paragraph", "It rained."),
    ] == blocks(raw)


def test_references_are_citations_where_they_stand() -> None:
    """A reference tells author, title, year and page; a second use of its name tells the same."""
    clean = wikitext.read(
        "It burnt.<ref name=a>{{cite book|last=Roe|first=J.|title=Fire|year=1900|page=5}}</ref> So.<ref name=a />"
    )

    assert "It burnt. So." == clean.text
    assert [(9, "J. Roe, Fire, 1900, p. 5"), (13, "J. Roe, Fire, 1900, p. 5")] == [
        (c.at, c.text) for c in clean.citations
    ]


def test_notes_follow_their_paragraph() -> None:
    """A note inside a sentence does not part it; its own words keep their raw place."""
    raw = "The mayor{{efn|He died in [[Kent]].}} slept. Then he woke."
    clean = wikitext.read(raw)
    at = clean.text.index("He died")

    assert [("paragraph", "The mayor slept. Then he woke."), ("note", "He died in Kent.")] == blocks(raw)
    assert "He died in [[Kent]]." == raw[slice(*clean.offsets.raw(at, len(clean.text)))]
    assert at == clean.offsets.clean(raw.index("He died"))
    assert raw[: len(raw)] == raw[slice(*clean.offsets.raw(0, len(clean.text)))]


def test_reference_in_sentences_is_a_note() -> None:
    """What a footnote tells is text, not a title."""
    note = "The mayor later denied that he had said this, although two who were present had heard it."

    assert [("paragraph", "It burnt."), ("note", note)] == blocks(f"It burnt.<ref>{note}</ref>")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{OldStyleDate|7 November|1879|26 October}}", "7 November [O.S. 26 October] 1879"),
        ("{{OldStyleDateDY|11 January|1755|31 December 1754}}", "11 January 1755 [O.S. 31 December 1754]"),
        ("{{Birth date|1732|2|22|mf=y}}", "February 22, 1732"),
        ("{{death date and age|1799|12|14|1732|2|22|df=y}}", "14 December 1799"),
        ("{{circa|1700}}", "c. 1700"),
        ("{{convert|24|km|mi|abbr=on}}", "24 km"),
        ("{{convert|10|to|12|mi}}", "10 to 12 mi"),
        ("{{lang|de|Der Brand}}", "Der Brand"),
        ("{{nowrap|4 days}}", "4 days"),
        ("{{HMS|Victory}}", "HMS Victory"),
        ("{{ill|Ann Lee|de}}", "Ann Lee"),
        ("1{{ndash}}2", "1–2"),
        ("{{US$|5}}", "US$5"),
        ("x{{citation needed|date=May 2020}}", "x"),
        ("{{Infobox fire|date=1666}}x", "x"),
        ("<nowiki>[[x]]</nowiki>", "[[x]]"),
        ("5&nbsp;km&ndash;6", "5 km–6"),
        ("[[Category:Fires]]x__NOTOC__", "x"),
        ("[[London|City]] [http://a.b site]", "City site"),
    ],
)
def test_template_reads_as_a_reader_sees_it(template: str, words: str) -> None:
    """Each template becomes its words or nothing."""
    assert words == wikitext.read(template).text


def test_date_template_maps_to_its_whole_range() -> None:
    """Every character of a rendered date stands for the whole template."""
    raw = "Born {{OldStyleDate|7 November|1879|26 October}}."
    clean = wikitext.read(raw)

    assert {(5, len(raw) - 1)} == {clean.offsets.raw(i, i + 1) for i in range(5, len(clean.text) - 1)}


def test_tables_give_cells() -> None:
    """Cells and the caption are blocks of their own."""
    raw = "{| class=x\n|+ Loss\n! Year !! Dead\n|-\n| 1666 || 6\n|}"

    assert [("caption", "Loss"), ("cell", "Year"), ("cell", "Dead"), ("cell", "1666"), ("cell", "6")] == blocks(raw)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_markup_keeps_order_inside_blocks(raw: str) -> None:
    """Malformed markup never raises; inside a block raw offsets never run backwards."""
    clean = wikitext.read(raw)

    for block in clean.blocks:
        starts = clean.offsets.starts[block.start : block.end]
        assert sorted(starts) == list(starts)

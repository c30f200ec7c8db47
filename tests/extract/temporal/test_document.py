"""Claims of a whole document: offsets, sentences, headings, titles in italics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.extract.temporal import read_temporal, read_text
from analyzer.load import load
from analyzer.segment import segment

if TYPE_CHECKING:
    from pathlib import Path

    from analyzer.model import Document

PAGE = """# The siege

## 1861

On 3 June they met. It was cold.

They parted on 5 July; he wrote *1805* on the way, and in 1862 he died.
"""


def document(folder: Path, text: str, name: str = "page.md") -> Document:
    """A document made of one file."""
    (folder / name).write_text(text, encoding="utf-8")
    return segment(load(folder).sources[0])


def test_offsets_are_clean_offsets_of_the_expression_alone(tmp_path: Path) -> None:
    """The words at a claim's offsets are the date without its preposition."""
    page = document(tmp_path, PAGE)
    claims = read_temporal(page)

    assert ["3 June", "5 July", "1862"] == [page.source.text[c.start : c.end] for c in claims]


def test_a_heading_gives_the_year_and_no_claim(tmp_path: Path) -> None:
    """The section's year is context; it becomes a claim only on request, of no sentence."""
    page = document(tmp_path, PAGE)

    assert ["1861-06-03", "1861-07-05", "1862"] == [c.value for c in read_temporal(page)]
    assert [("1861", -1)] == [(c.value, c.sentence) for c in read_temporal(page, headings=True)][:1]


def test_each_claim_lies_in_its_sentence(tmp_path: Path) -> None:
    """The sentence index leads to the sentence that holds the claim."""
    page = document(tmp_path, PAGE)

    for claim in read_temporal(page):
        sentence = page.sentences[claim.sentence]
        assert sentence.start <= claim.start < claim.end <= sentence.end


def test_a_year_in_italics_is_a_title(tmp_path: Path) -> None:
    """A bare year set in italics names a work."""
    page = document(tmp_path, PAGE)

    assert "1805" not in [c.value for c in read_temporal(page)]


def test_a_caption_does_not_move_the_narrative(tmp_path: Path) -> None:
    """The year under a picture says nothing of the paragraph after it."""
    html = (
        "<html><body><p>In May 1861 they met at the river and talked.</p>"
        "<figure><img src='a.png'><figcaption>The bridge in March 1902</figcaption></figure>"
        "<p>On 3 June they parted and went home again.</p></body></html>"
    )
    claims = read_temporal(document(tmp_path, html, "page.html"))

    assert ["1861-05", "1902-03", "1861-06-03"] == [c.value for c in claims]


def test_plain_text_and_document_agree(tmp_path: Path) -> None:
    """Both ways in share all code."""
    text = "The siege of the year 1861\n\nOn 3 June they met. Two days later they parted.\n"
    page = document(tmp_path, text, "page.txt")

    assert [c.value for c in read_text(text)] == [c.value for c in read_temporal(page, headings=True)]

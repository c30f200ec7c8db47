"""Sections, passages and sentences, and where a person finds them."""

from __future__ import annotations

import json
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.load import load, wikitext
from analyzer.model import Block, Document, Source
from analyzer.offsets import OffsetMap
from analyzer.segment import locate, segment, split_sentences

if TYPE_CHECKING:
    from analyzer.model import BlockKind

ROOT = Path(__file__).parents[1]


def source_of(*paragraphs: str) -> Source:
    """A plain source of these paragraphs; one that begins with `# ` is a heading."""
    text, blocks = "", []
    for paragraph in paragraphs:
        words = paragraph.removeprefix("# ")
        kind: BlockKind = "heading" if words != paragraph else "paragraph"
        blocks.append(Block(kind, len(text), len(text) + len(words), 1 if kind == "heading" else 0))
        text += words + "\n\n"
    text = text.removesuffix("\n\n")
    offsets = OffsetMap(array("L", range(len(text))), array("L", range(1, len(text) + 1)))
    return Source("s", "s.txt", "s", "text/plain", "utf-8", "", text, text, offsets, tuple(blocks))


def sentences(*paragraphs: str) -> list[str]:
    document = segment(source_of(*paragraphs))
    return [document.text(s) for s in document.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Gage met Capt. Parker, Dr. Warren and Mr. J. R. R. Adams in St. Albans.",
        "He (b. 4 May 1732, d. 1799) lived in No. 10, vol. 3, p. 5, c. 1790.",
        "He was born on 7 November [O.S. 26 October] 1879 in a village.",
        "The U.S. Navy sailed at 8 a.m. on Monday, i.e. a day late, cf. Roe et al. 1900.",
        "It measured 3.5 km (2.2 mi) and cost £1.5 million.",
        "The mayor (he was 60. Nobody knew.) slept through it.",
        "They left; he stayed; nobody asked: so it went.",
        "It was 5 ft. 10 in. tall and cost £3. 10s. in ch. V. of the book.",
        "N.B. The date is old.",
        "It was in 44 B.C. that Caesar, aged c. 55, died.",
        "He arrived on Jan. 3 with J. Smith, Jr. and Wm. Penn.",
    ],
)
def test_no_sentence_ends_inside(sentence: str) -> None:
    """Abbreviations, initials, dates in brackets and decimals end no sentence."""
    assert [sentence] == split_sentences(sentence)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It began at 8 p.m.", "The bells rang."),
        ('She said "Go home.', 'Now!" and left.'),
        ("He served under Nicholas I.", "He never rose."),
        ("It burnt (all of it).", "Then it rained."),
        ('"It burns!"', "He ran."),
        ("They waited...", "Nobody came."),
        ("That fell in 1666.", "(The bridge stood.)"),
        ("He went to the U.S.", "In 1790 he died."),
        ("What then?", "“Wait,” he said."),
        ("So it was independent.", "[...] The rest is lost."),
        ("He kept sheep, goats, etc.", "Farmers envied him."),
        ("It was plan no.", "Nobody agreed."),
        ("He said: “Go.”", "1666 was a dry year."),
        ("The town fell.[12]", "Nobody wept."),
        ("The house burnt.", "Rain fell."),
    ],
)
def test_sentence_ends_between(left: str, right: str) -> None:
    """The end of a sentence is found after closing quotes, brackets, ellipses and ambiguous abbreviations."""
    found = split_sentences(f"{left} {right}")

    assert [left.removesuffix("[12]"), right] == found


def test_missing_space_after_a_full_stop() -> None:
    """A capitalised word glued to a full stop begins a sentence."""
    assert ["The town burnt.", "Then it rained."] == split_sentences("The town burnt.Then it rained.")


def test_footnote_digits_stand_outside_of_sentences() -> None:
    """Digits that count up after closing quotes belong to no sentence, at the start of a paragraph too."""
    assert [
        '"They came, by two roads... ".',
        "and the mayor waited.",
        '"He was bold".',
        "However, he lost.",
        'It worked".',
        "On the 5th he left.",
        "'It fell' \"",
        "In 1925 it rose.",
    ] == sentences(
        '"They came, by two roads... ".',
        '1 and the mayor waited. "He was bold". 2 However, he lost. It worked". 3 On the 5th he left. '
        "'It fell' \" 4 In 1925 it rose.",
    )


def test_numbers_that_do_not_count_up_are_words() -> None:
    """A number after a quotation is a footnote only in a sequence."""
    assert ["He said “no”.", "12 Men died.", "He wept.", "40 More died."] == sentences(
        "He said “no”. 12 Men died. He wept. 40 More died."
    )


def test_sections_carry_the_path_of_their_headings() -> None:
    """Section 0 is the lead; a heading closes those of its level and below."""
    document = segment(source_of("Lead.", "# Fire", "It burnt.", "# Rain", "It rained."))

    assert [(), ("Fire",), ("Rain",)] == [s.path for s in document.sections]
    assert ["Lead.", "It burnt.", "It rained."] == [document.text(s) for s in document.sections]
    assert [0, 1, 2] == [p.section for p in document.passages]


def test_locator_names_section_place_and_line() -> None:
    """Paragraphs are counted in their section, lines in the raw file."""
    document = segment(source_of("Lead.", "# Fire", "One.", "Two. Three."))

    assert 'Section "Fire": paragraph 2, line 7' == locate(document, document.source.text.index("Three"))
    assert "Paragraph 1, line 1" == locate(document, 0)
    assert "line 3" == locate(document, document.source.text.index("Fire"))


def test_nested_headings_make_a_path() -> None:
    """Sub-sections name the sections around them."""
    clean = wikitext.read("== A ==\nx.\n=== B ===\ny.\n== C ==\nz.")
    source = Source("s", "s", "s", "", "", "", "", clean.text, clean.offsets, clean.blocks)

    assert [(), ("A",), ("A", "B"), ("C",)] == [s.path for s in segment(source).sections]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text("Ab 1.!?()[]\"'”… ", max_size=60), max_size=4))
def test_sentences_lie_in_order_inside_their_passages(paragraphs: list[str]) -> None:
    """No text raises; sentences never overlap, never leave their passage, and have no space at their ends."""
    document = segment(source_of(*(p.strip() for p in paragraphs if p.strip())))
    last = 0
    for sentence in document.sentences:
        passage = document.passages[sentence.passage]
        text = document.text(sentence)

        assert passage.start <= sentence.start < sentence.end <= passage.end
        assert last <= sentence.start
        assert text == text.strip()
        assert all(sentence.index == document.sentence_at(at) for at in (sentence.start, sentence.end - 1))
        last = sentence.end
    assert -1 == document.sentence_at(-1)


def documents() -> dict[str, Document]:
    return {source.path: segment(source) for source in load(ROOT / "sources").sources}


def test_annotated_passages_begin_sentences() -> None:
    """Of the beginnings of sentences that people marked, all but those before a footnote digit are found."""
    lines = (ROOT / "tests" / "gold" / "passages-dev.jsonl").read_text(encoding="utf-8").splitlines()
    marked = {(side["source"], side["start"], side["quote"]) for line in lines for side in json.loads(line)["sides"]}
    found = {
        (name, document.source.offsets.starts[s.start])
        for name, document in documents().items()
        for s in document.sentences
    }

    assert set() == {m for m in marked if (m[0], m[1]) not in found and not m[2][0].isdigit()}


def test_footnotes_of_the_essay_are_outside() -> None:
    """No sentence of the essay begins with its footnote digit."""
    document = documents()["student-essay.txt"]
    starts = [document.text(s).split()[0] for s in document.sentences]

    assert [] == [word for word in starts if word.isdigit()]


def test_the_edit_page_begins_and_ends_with_its_text() -> None:
    """No word of the interface is left at either end."""
    document = documents()["wiki-edit-view.txt"]

    assert "Russian Revolution and aftermath" == document.sections[1].path[0]
    assert document.text(document.sentences[-1]).endswith("Medvedev Forest victims.")
    assert not any(word in document.source.text for word in ("{{", "}}", "[[", "<ref", "Anti-spam", "Editing help"))


def test_the_date_of_a_chronology_line_stands_in_one_sentence_with_what_happened() -> None:
    """A date or hour alone before a full stop says nothing by itself; a sentence that ends in a year does."""
    lines = [
        "29 December 1850. The court is asked to hold an inquiry. It agrees.",
        "5.20 p.m. (about). The coach leaves.",
        "-- 3:10 p.m. The dam fails.",
        "Past midnight. The news is sent.",
        "He died in 1854. His son went on.",
    ]

    assert [split_sentences(line) for line in lines] == [
        ["29 December 1850. The court is asked to hold an inquiry.", "It agrees."],
        ["5.20 p.m. (about). The coach leaves."],
        ["-- 3:10 p.m. The dam fails."],
        ["Past midnight. The news is sent."],
        ["He died in 1854.", "His son went on."],
    ]

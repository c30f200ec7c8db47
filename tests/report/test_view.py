"""The view says the result in one sentence and keeps the words of the sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.model import Reason
from analyzer.report import headline
from analyzer.report.labels import label_sources, letter, shorten
from analyzer.report.marking import Marker
from analyzer.report.view import view
from analyzer.report.wording import innocent, percent, spoken
from tests.report.halcyon import analysis


def test_the_headline_counts_texts_witnesses_facts_and_conflicts() -> None:
    """Suggestions below even odds are not counted."""
    assert headline(analysis()) == "4 texts, 3 independent witnesses, 11 comparable facts, 5 conflicts, 2 serious"


def test_the_headline_of_one_text_is_singular() -> None:
    """One text without conflicts reads as English."""
    base = analysis()
    one = replace(
        base,
        documents=base.documents[:1],
        comparison=replace(base.comparison, findings=()),
        reliability=replace(base.reliability, witnesses=base.reliability.witnesses[:1]),
    )

    assert headline(one) == "1 text, 1 independent witness, 0 comparable facts, 0 conflicts"


def test_one_count_of_facts_everywhere() -> None:
    """The headline, the shelves and the filter count the same findings; suggestions stand apart and are named."""
    base = analysis()
    doubted = replace(base.findings[1], confidence=0.4)
    found = replace(base.comparison, findings=(base.findings[0], doubted, *base.findings[2:]))
    seen = view(replace(base, comparison=found))

    assert f"{seen.facts} comparable facts" in seen.headline
    assert doubted.id in [card.key for card in seen.suggestions]
    assert f"{seen.total} findings, {len(seen.suggestions)} of them suggestions" == seen.count
    assert all(card.sure for card in (*seen.conflicts, *seen.agreements, *(c for s in seen.shelves for c in s.cards)))


def test_reasons_without_a_sentence_are_not_listed() -> None:
    """An empty point in a list says nothing."""
    base = analysis()
    silent = replace(base.findings[0], reasons=(Reason("kind", ""), Reason("differ", "They differ.")))
    seen = view(replace(base, comparison=replace(base.comparison, findings=(silent, *base.findings[1:]))))
    card = next(c for c in (*seen.conflicts, *seen.suggestions) if c.key == silent.id)

    assert ["They differ."] == [step.sentence for step in card.steps]


def test_full_texts_lose_no_character() -> None:
    """The runs of all blocks, put together, are the blocks of the clean text."""
    for document, text in zip(analysis().documents, view(analysis()).texts, strict=True):
        blocks = [document.source.text[b.start : b.end] for b in document.source.blocks]
        shown = ["".join(r.text for r in p.runs) for s in text.stretches for p in s.paragraphs]

        assert blocks == shown


def test_readings_without_a_block_keep_their_anchor() -> None:
    """A source without blocks, or with a reading outside them, still has every id."""
    base = analysis()
    documents = tuple(replace(d, source=replace(d.source, blocks=d.source.blocks[:1])) for d in base.documents)
    seen = view(replace(base, documents=documents))
    ids = {i for t in seen.texts for s in t.stretches for p in s.paragraphs for r in p.runs for i in r.ids}
    ids |= {i for t in seen.texts for i in t.homeless}
    wanted = {q.href[1:] for c in seen.conflicts for g in c.groups for q in g.quotes}

    assert wanted <= ids


def test_lone_claims_are_those_without_a_reading() -> None:
    """The year of building stands in one source only."""
    gap = next(g for g in view(analysis()).gaps if g.label.id == "almanac")

    assert "1889" in [example.value for example in gap.examples]
    assert gap.lone <= gap.claims


def test_a_cut_quote_keeps_the_value() -> None:
    """However little room, the marked words stay whole."""
    marker = Marker(analysis())
    finding = next(f for f in analysis().findings if f.id == "f-captain")
    long = max(finding.readings, key=lambda r: len(r.text))
    before, marked, after = marker.parts(long, finding.kind, 60)

    assert marked == "second boat"
    assert after.endswith("…")
    assert len(before + marked + after) < len(long.text)


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ("1907", "date", "1907"),
        ("-0043-03-15", "date", "15 March 44 BC"),
        ("1917-10-25T08:30", "date", "25 October 1917, 08:30"),
        ("1917-11-13/1917-11-14", "date", "13 to 14 November 1917"),
        ("1917~", "date", "about 1917"),
        ("1917-99", "date", "1917-99"),
        ("190X", "date", "the 1900s"),
        ("1918-22", "date", "summer 1918"),
        ("XXXX-10", "other", "October (year not given)"),
        ("never", "other", "never"),
        ("P", "duration", "P"),
        ("~P2Y", "duration", "about 2 years"),
        ("P1D", "duration", "1 day"),
        ("PT0.5H", "duration", "half an hour"),
        ("PXW", "duration", "some weeks"),
        ("10..20", "number", "10 to 20"),
        ("~1000000", "number", "about 1,000,000"),
        ("7025 t", "number", "7,025 tonnes"),
        ("~20..25 [mi_i]", "number", "about 20 to 25 miles"),
        ("-0.5 [EUR]", "number", "-0.5 euros"),
        ("<b>", "name", "<b>"),
    ],
)
def test_values_are_spoken(value: str, kind: str, said: str) -> None:
    """Normal forms become words; unknown forms stay as they are."""
    assert said == spoken(value, kind)


def test_labels_are_unique_beyond_the_alphabet() -> None:
    """A hundred sources have a hundred letters."""
    assert len({letter(i) for i in range(100)}) == 100
    assert [label.letter for label in label_sources(analysis()).values()] == ["A", "B", "C", "D"]


def test_short_words() -> None:
    """Certainty is never rounded up, codes name what they try, titles end at a word."""
    assert (">99\xa0%", "<1\xa0%", "100\xa0%") == (percent(0.9999), percent(0.0001), percent(1.0))
    assert ("copying", "", "") == (innocent("copying_slip"), innocent("difference"), innocent("no_conversion"))
    assert shorten("short", 10) == "short"

"""Life dates in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.context.life_dates import lives

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told


def read(told: Told) -> list[tuple[str, str, str]]:
    """Person, end of life and date of all life dates of the first text."""
    found = lives(told.analysis.extractions[0])
    return [(end.person, end.family, end.claim.value) for start in sorted(found) for end in found[start]]


@pytest.mark.parametrize(
    ("text", "born", "died"),
    [
        ("Anna Weber (1801–1861) was a painter.", "1801", "1861"),
        ("Anna Weber (1801 - 1861) was a painter.", "1801", "1861"),
        ("Anna Weber (3 May 1801 – 4 June 1861) was a painter.", "1801-05-03", "1861-06-04"),
        ("Anna Weber (Greek: Άννα Βέμπερ; 3 May 1801 – 4 June 1861) painted.", "1801-05-03", "1861-06-04"),
    ],
)
def test_a_range_in_brackets_after_a_name_is_a_life(tell: Tell, text: str, born: str, died: str) -> None:
    """Whatever the form of the dates, and after another spelling of the name."""
    assert [("Anna Weber", "born", born), ("Anna Weber", "die", died)] == read(tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Karl Brandt (1848–1851) led the house.",
        "Karl Brandt (1601–1851) was a painter.",
        "Karl Brandt (died 1861) was a painter.",
        "Karl Brandt (then aged 40) painted from 1801 to 1861.",
        "The mill (1801–1861) was burned.",
        "Karl Brandt painted (1801–1861 at Rome).",
        "Karl Brandt (floruit 1801 to 1861) was a painter.",
        "Karl Brandt (active 1801–1861) was a painter.",
        "Karl Brandt (r. 1801–1861) was a king.",
    ],
)
def test_other_brackets_are_no_life(tell: Tell, text: str) -> None:
    """A term of office, a span no life has, a date alone, a bracket after a thing or one that ends otherwise."""
    assert [] == read(tell(text))


def test_each_end_keeps_its_own_words(tell: Tell) -> None:
    """The two ends of a range are cut at its dash."""
    text = "Anna Weber (1801–1861) was a painter."
    found = lives(tell(text).analysis.extractions[0])

    assert ["1801", "1861"] == [text[e.claim.start : e.claim.end] for ends in found.values() for e in ends]


def test_life_dates_are_compared_with_a_told_birth_and_death(tell: Tell) -> None:
    """Brackets in one source and sentences in the other tell the same two facts."""
    told = tell(
        "Clara Brandt (3 May 1801 – 4 June 1861) was a botanist. She collected mosses in the Alps.",
        "Clara Brandt was born on 3 May 1801 in Ulm and died on 6 June 1861. Her herbarium is in Ulm.",
    )

    assert [("conflict", ("1861-06-04", "1861-06-06")), ("agreement", ("1801-05-03",))] == told.verdicts


def test_a_life_told_in_years_agrees_with_its_days(tell: Tell) -> None:
    """Brackets with years are less exact, not different."""
    told = tell(
        "Clara Brandt (1801–1861) was a botanist.",
        "Clara Brandt was born on 3 May 1801 in Ulm and died on 6 June 1861.",
    )

    assert [] == told.of("conflict")

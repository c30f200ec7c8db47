"""Statements that one source makes twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.align.words import read_words
from analyzer.compare.gate.restatements import restated

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

BETWEEN = " The winter was long, and nobody left the valley before Easter. "


def values(told: Told) -> list[tuple[str, ...]]:
    """The values of all conflicts held."""
    return [tuple(sorted({r.value for r in f.readings})) for f in told.of("conflict")]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Hart wounded Pell with a 5-inch blade.", "The watch said Hart wounded Pell with a 9-inch blade at the inn."),
        ("Walter Hart had three sons.", "Walter Hart had two sons, Adam and Peter."),
        (
            "Doctors gave her a 40% chance of recovery.",
            "Anna was carried in, and doctors gave her an 80% chance of recovery.",
        ),
        (
            "The old mill has an effective power of 60 kW.",
            "The old mill has an effective power of 54 kW, less than the forge.",
        ),
        (
            "The steam engine costs only one million marks (about $1.1 million).",
            "The steam engine costs some three billion marks (about $3.3 billion).",
        ),
        ("The choir was dissolved in May 1931.", "After a fire in the theatre, the choir was dissolved in May 1930."),
    ],
)
def test_a_statement_made_again_with_another_value_is_a_contradiction(tell: Tell, short: str, long: str) -> None:
    """As a whole or inside a longer sentence, said by others or not, in either order."""
    introduced = "Anna lived in the valley." if "her" in short else ""

    assert 1 == len(values(tell(introduced + " " + short + BETWEEN + long)))
    assert 1 == len(values(tell(introduced + " " + long + BETWEEN + short)))


def test_what_agrees_elsewhere_does_not_excuse_it(tell: Tell) -> None:
    """A source that says one thing twice and another once still contradicts itself."""
    told = tell(
        "Each club could use a roster of 21 players in spring."
        + BETWEEN
        + "Each club could use a roster of 19 players in spring."
        + BETWEEN
        + "In spring each club could use a roster of 21 players."
    )

    assert [("19", "21")] == values(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 1901 the Hale works made 300 engines.", "In 1906 the Hale works made 450 engines."),
        (
            "The Hale works made 300 engines for the army.",
            "The Hale works made 450 engines for the navy in another year.",
        ),
        ("The Hale works had an initial crew of 30 men.", "The Hale works had a crew of 45 men."),
        ("The upper deck of the Hale was 3 inches thick.", "The lower deck of the Hale was 5 inches thick."),
        ("Peter ran the race in 11 minutes.", "Anna ran the race in 12 minutes."),
        ("He ran the race in 11 minutes.", "She ran the race in 12 minutes."),
        ("The Hale works sold 300 engines in two years.", "The Hale works sold 450 engines in three years."),
        ("The Hale works did not build 300 engines.", "The Hale works did build 450 engines."),
    ],
)
def test_sentences_alike_that_tell_of_two_things_are_not_one_statement(tell: Tell, one: str, other: str) -> None:
    """Another year, receiver, stage, part, person, second value or a denial makes it another statement."""
    told = tell(one + BETWEEN + other)
    words = [read_words(document) for document in told.documents]
    found = [c for c in told.contexts if c.claim.kind in {"number", "duration"}]

    assert [] == [(a.claim.value, b.claim.value) for a in found for b in found if restated(a, b, words)]


def test_another_stage_of_a_thing_is_another_value(tell: Tell) -> None:
    """An initial peak is lower than the peak, also in the second unit behind it."""
    told = tell(
        "The storm grew to reach an initial peak speed of 70 mph (115 km/h)."
        + BETWEEN
        + "The storm grew again to reach a peak speed of 85 mph (135 km/h)."
    )

    assert [] == values(told)


def test_meetings_that_return_are_not_one_statement(tell: Tell) -> None:
    """What happens again and again is told in the same words with another date each time."""
    told = tell("The board met at Hale Hall on 3 May 1901." + BETWEEN + "The board met at Hale Hall on 9 June 1901.")
    words = [read_words(document) for document in told.documents]
    dates = [c for c in told.contexts if c.claim.date]

    assert not any(restated(a, b, words) for a in dates for b in dates)


def test_two_sources_never_restate_each_other(tell: Tell) -> None:
    """Between sources the alignment of passages says what is a copy."""
    told = tell("Walter Hart had three sons.", "Walter Hart had two sons.")
    words = [read_words(document) for document in told.documents]
    a, b = (c for c in told.contexts if c.claim.kind == "number")

    assert not restated(a, b, words)

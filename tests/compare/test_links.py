"""Facts of several sources as links between their passages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.compare.links import event_links
from analyzer.model import Comparison

if TYPE_CHECKING:
    from analyzer.model import Finding
    from tests.compare.told import Tell, Told

MILL = "Snow fell. The mill of Wells burned down on {} May 1852 before the eyes of the miller."


def linked(told: Told, *findings: Finding) -> list[tuple[str, int, str, int]]:
    """Source and first sentence of both sides of every link."""
    links = event_links(told.documents, Comparison(findings or told.findings))
    return sorted((a.left.source, a.left.first, a.right.source, a.right.first) for a in links)


def test_a_fact_links_the_sentences_that_tell_it(tell: Tell) -> None:
    """The link leads from sentence to sentence, not to the ones beside them."""
    told = tell(MILL.format(3), MILL.format(4).removeprefix("Snow fell. "))

    assert [("a", 1, "b", 0)] == linked(told)


def test_three_witnesses_are_linked_pair_by_pair(tell: Tell) -> None:
    """Every two sources of one fact are linked."""
    told = tell(MILL.format(3), MILL.format(4), MILL.format(3))

    assert [("a", 1, "b", 1), ("a", 1, "c", 1), ("b", 1, "c", 1)] == linked(told)


def test_a_suggestion_links_nothing(tell: Tell) -> None:
    """Only what is held to be one fact joins passages."""
    told = tell(MILL.format(3), MILL.format(4))

    assert [] == linked(told, *(replace(finding, confidence=0.49) for finding in told.findings))


def test_a_source_is_not_linked_with_itself(tell: Tell) -> None:
    """A contradiction within one source links no passages."""
    told = tell("The census counted 4,120 inhabitants in Wells. The census of Wells counted 4,210 inhabitants.")

    assert told.findings
    assert [] == linked(told)


def test_links_carry_the_confidence_of_the_finding(tell: Tell) -> None:
    """How sure the fact is, the passages are of one event."""
    told = tell(MILL.format(3), MILL.format(4))
    links = list(event_links(told.documents, Comparison(told.findings)))

    assert [("same_event", told.findings[0].confidence)] == [(a.relation, a.score) for a in links]

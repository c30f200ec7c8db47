"""What stands around two claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.gate.surroundings import Surroundings

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

FLOOD = (
    "The gale tore the sluice from its hinges. {} "
    "The miller rowed his family to the chapel. "
    "Rain fell upon the valley for a week."
)
FEAST = (
    "The bishop blessed the new bells. {} A choir of boys sang in the nave. The mayor gave every guest a silver spoon."
)
REST = " Corn was dear. Few strangers came. Nobody wrote it down. The road was long. Winters were mild."


def weight(told: Told, one: str, other: str) -> float:
    """The log odds for two values of a collection's first and second text."""
    around = Surroundings.of(told.analysis.extractions, told.rare)
    return around.weight(told.context(one, 0), told.context(other, 1))[0]


def test_a_bare_number_is_known_by_its_neighbours(tell: Tell) -> None:
    """ "It took 70 men" says nothing, between the gale and the miller's boat it says for what."""
    one = FLOOD.format("It took 70 men at last.") + REST
    same, another = (text.format("Not 90 men would do.") + REST for text in (FLOOD, FEAST))

    assert weight(tell(one, same), "70", "90") > 0 > weight(tell(one, another), "70", "90")


def test_dates_are_not_known_by_their_neighbours(tell: Tell) -> None:
    """Much happens within the few sentences that tell of one time."""
    one, other = (FLOOD.format(f"That was on {day} May 1802.") + REST for day in (3, 9))

    assert weight(tell(one, other), "1802-05-03", "1802-05-09") == 0.0


def test_in_a_short_text_everything_stands_around_everything(tell: Tell) -> None:
    """Two accounts of four sentences prove nothing by them."""
    assert weight(tell(FLOOD.format("It took 70 men."), FLOOD.format("Not 90 men would do.")), "70", "90") == 0.0

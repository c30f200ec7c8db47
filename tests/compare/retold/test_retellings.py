"""Values that one source tells again in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

BETWEEN = (
    " The winter was long, and nobody left the valley before Easter. Wolves came down to the fences at night."
    " The smith mended what he could. Bread was baked from bran. Two letters came, both for the priest."
    " In March the river rose and carried off the ferry. Nobody was sorry to see the snow go."
    " The teacher read to the children by the stove. A pedlar sold needles. Somebody had seen a light on the ridge."
    " The old said that it had been worse before. They were not believed. Hens laid again. The bell was rung for rain."
    " A wedding was put off. The mayor wrote to the duke. No answer is kept. Candles were dear, and fish was not. "
)


def values(told: Told) -> list[tuple[str, ...]]:
    """The values of all conflicts held."""
    return [tuple(sorted({r.value for r in f.readings})) for f in told.of("conflict")]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            "We built a barn under the hill. It was ninety feet long, and dry in all weathers.",
            "All our hay lay in that eighty-foot barn when the fire came.",
        ),
        (
            "For five days the men had waited at the sluice for the engineer.",
            "Those seven days at the sluice I have never forgotten.",
        ),
        (
            "A collection for the orphans was opened by the bishop and brought in £4,500.",
            "The £5,400 collected by the bishop bought shoes and books.",
        ),
        ("The farmers drove 340 sheep over the pass.", "Of the 430 sheep driven over the pass most came through."),
    ],
)
def test_what_points_back_tells_the_same_quantity_again(tell: Tell, first: str, again: str) -> None:
    """With what the quantity is of in its phrase, and in the first telling."""
    told = tell(first + BETWEEN + again)

    assert 1 == len(values(told))
    assert "points back" in told.of("conflict")[0].explanation


def test_a_fact_box_sums_up_what_the_text_tells(tell: Tell) -> None:
    """The text tells it in other words."""
    box = "At a glance\nPlace: Old Town\nReservoir: Mill Pond (surface at full height: 380 acres)\n\n"
    told = tell(box + "The abbey made its pond in a dry valley." + BETWEEN + "When full, the pond covered 308 acres.")

    assert [("308 [acr_us]", "380 [acr_us]")] == values(told)
    assert "sums up" in told.of("conflict")[0].explanation


def test_the_only_two_counts_of_a_thing_count_the_same(tell: Tell) -> None:
    """Whatever words they are told with."""
    told = tell("The fire of May\n\nWhen it was over, 1,600 homes were gone." + BETWEEN + "\n\nHouses burnt: 1,500\n")

    assert [("1500", "1600")] == values(told)


def test_two_lines_of_a_fact_box_tell_two_things(tell: Tell) -> None:
    """A box gives every fact once."""
    box = "First bridge: timber, length 800 feet\nSecond bridge: stone, length 900 feet\n\n"

    assert [] == values(tell(box + "The river is wide here." + BETWEEN))


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("The barn was ninety feet long.", "Beside the church stood an eighty-foot barn."),  # another one
        ("The barn was ninety feet long.", "Under the snow the eighty-foot mast broke."),
        ("They waited at the sluice for five days.", "The seven days of the fair were dry."),
        ("They drove 340 sheep over the pass.", "The other 430 sheep stayed below the pass."),
        ("They drove 340 sheep over the pass.", "The 43 sheep driven over the pass last were lame."),  # a part of them
        ("The barn was ninety feet long.", "The barn was 80 feet long once. All lay in that eighty-foot barn."),
        ("At thirty-four he took over the mill.", "The forty-three-year-old miller lost the mill."),
    ],
)
def test_what_may_be_of_another_thing_is_no_retelling(tell: Tell, first: str, again: str) -> None:
    """Words that introduce, other things, others of them, a part, a value told elsewhere, an age."""
    assert not any("points back" in f.explanation for f in tell(first + BETWEEN + again).findings)


def test_one_day_of_two_years_is_one_day(tell: Tell) -> None:
    """For acts of one kind, in whatever words."""
    told = tell("Work on the dam began on 6 July 1883." + BETWEEN + "Building commenced 6 July 1882 by the old mill.")

    assert [("1882-07-06", "1883-07-06")] == values(told)


@pytest.mark.parametrize(
    "again",
    [
        "On 6 July 1882 the dam broke.",
        "On the anniversary, 6 July 1884, the new dam was begun.",
        "On 6 July 1882 the mill race was begun. On 6 July 1884 the lock was begun.",
    ],
)
def test_what_else_falls_on_the_day_is_something_else(tell: Tell, again: str) -> None:
    """Another act, an anniversary, a third year."""
    told = tell("The dam was begun on 6 July 1883." + BETWEEN + again)

    assert not any("day of two years" in f.explanation for f in told.findings)

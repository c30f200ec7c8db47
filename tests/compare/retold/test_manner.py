"""In which manner one source tells a value a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.retold.manner import Manner, manners

if TYPE_CHECKING:
    from tests.compare.told import Tell

PLAIN = "He was crowned at Hale on 3 September 1826."


def manner(tell: Tell, text: str) -> Manner:
    """That of the last date."""
    told = tell(text)
    dates = [c for c in told.contexts if c.claim.date]
    return Manner.of(dates[-1], told.analysis.extractions[0].document)


@pytest.mark.parametrize(
    "text",
    [
        "3 September 1826. The young king is crowned in the town of Hale.",
        "Crowned at the town of Hale: 3 September 1826",
        "Coronation | Hale | 3 September 1826",
    ],
)
def test_a_line_of_a_list_is_a_row(tell: Tell, text: str) -> None:
    assert manner(tell, text).row


def test_running_text_is_no_row(tell: Tell) -> None:
    assert not manner(tell, PLAIN).row


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The coronation, on 6 September 1826, was celebrated with free wine.", "noun"),
        ("The king, who was crowned at Hale on 6 September 1826, drank wine.", "clause"),
        ("They drank to the king they had crowned at Hale on 6 September 1826.", "before then"),
        ("Nobody drank wine on 6 September 1826, the day he was crowned.", "that day"),
    ],
)
def test_what_is_told_by_the_way_is_known_from_before(tell: Tell, text: str, sign: str) -> None:
    again = manner(tell, text)

    assert sign in again.known
    assert manners(manner(tell, PLAIN), again)["as_known"] == 1


def test_what_is_told_by_itself_is_not_known_from_before(tell: Tell) -> None:
    assert not manner(tell, PLAIN).known
    assert manners(manner(tell, PLAIN), manner(tell, PLAIN))["as_known"] == 0


def test_the_last_of_a_series_is_told_in_other_words(tell: Tell) -> None:
    """But not the first."""
    last, again, first = (
        manner(tell, f"The court met for its {n} session on 1 July 1915.") for n in ("concluding", "last", "first")
    )

    assert manners(last, again)["one_place"] == 1
    assert manners(last, first)["one_place"] == 0


def test_a_row_and_running_text_tell_one_thing_rather_than_two_rows_do(tell: Tell) -> None:
    row, text = manner(tell, "Crowned at the town of Hale: 3 September 1826"), manner(tell, PLAIN)

    assert (manners(row, text)["row_of_text"], manners(row, text)["two_rows"]) == (1, 0)
    assert (manners(row, row)["row_of_text"], manners(row, row)["two_rows"]) == (0, -1)

"""What the sources themselves say of the calendars in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.calendar_evidence import calendar_evidence

if TYPE_CHECKING:
    from tests.compare.told import Tell

PLAIN = (
    "The frigate Pallas left Cork on 5 June 1854 with a crew of 240.",
    "The frigate Pallas left Cork on 17 June 1854 with a crew of 240.",
)


def test_a_late_date_with_a_mark_shows_that_the_julian_calendar_was_in_use(tell: Tell) -> None:
    """A collection with an old style mark may hold other Julian dates."""
    plain, marked = (
        calendar_evidence(tell(*texts).analysis.extractions)
        for texts in (PLAIN, (*PLAIN, "The tsar came on 24 May 1854 (O.S.) to the harbour."))
    )

    assert plain.julian_until is not None
    assert marked.julian_until is None


def test_a_weekday_of_the_new_calendar_is_no_sign_of_the_old_one(tell: Tell) -> None:
    """Only a weekday that the old calendar alone explains speaks for it."""
    modern, old = (
        calendar_evidence(tell(*PLAIN, f"She docked on {day} 24 May 1854.").analysis.extractions)
        for day in ("Wednesday", "Monday")
    )

    assert modern.julian_until is not None
    assert old.julian_until is None


def test_days_exactly_as_far_apart_as_the_calendars_are_one_day_even_without_a_sign(tell: Tell) -> None:
    """Twelve days in the nineteenth century are hardly a slip of the pen."""
    assert ["calendar_variant"] == [f.relation for f in tell(*PLAIN).held if f.kind == "date"]


def test_without_any_sign_other_gaps_are_not_explained_by_a_calendar(tell: Tell) -> None:
    """Where nothing speaks of two calendars, a month is not stretched by twelve days to explain a difference."""
    months = (PLAIN[0].replace("5 June", "June"), PLAIN[1].replace("17 June", "5 July"))
    relations = {f.relation for f in tell(*months).held if f.kind == "date"}

    assert "calendar_variant" not in relations


@pytest.mark.parametrize("text", ["", "Nothing is dated here."])
def test_texts_without_dates_have_no_signs(tell: Tell, text: str) -> None:
    """Nothing breaks where there is nothing to read."""
    evidence = calendar_evidence(tell("The ferry sank.", text or "It rained.").analysis.extractions)

    assert "" == evidence.country

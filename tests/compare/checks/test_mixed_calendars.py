"""Two calendars side by side in one text, or between a name and a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell

# A date marked as old style: the collection gives a sign that the old calendar is in play.
SIGN = " The mill burned on 3 March 1905 (O.S.)."
UNSIGNED = " The mill burned on 3 March 1905."
KILLINGS = "Boris Volin was assassinated on 17 August 1905, and Peter Orlov was assassinated on {} August 1905."


def test_days_of_one_sentence_as_far_apart_as_the_calendars_may_be_one_day(tell: Tell) -> None:
    """Thirteen days in 1905: the sentence may tell of one day, a date taken from each of two books."""
    told = tell(KILLINGS.format(30) + SIGN)

    assert [("calendar_variant", ("1905-08-17", "1905-08-30"))] == told.verdicts
    assert "17 August 1905 (Julian)" in told.findings[0].explanation
    assert "within" == told.findings[0].scope


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(KILLINGS.format(29) + SIGN, id="another distance"),
        pytest.param(KILLINGS.format(30) + UNSIGNED, id="no sign of the old calendar"),
        pytest.param("The court sat from 17 August 1905 to 30 August 1905." + SIGN, id="one range"),
        pytest.param(
            "Boris Volin was assassinated on 17 August 1905, and the mill opened on 30 August 1905." + SIGN,
            id="acts of two kinds",
        ),
    ],
)
def test_other_days_are_two_days(tell: Tell, text: str) -> None:
    """Nothing else speaks for one day told in two calendars."""
    assert [] == tell(text).of("calendar_variant")


ANNIVERSARY = "On the tenth anniversary of the December Uprising, on 5 January 1916, the workers marched."
PARADE = "The crowd watched the December Uprising parade of 6 January 1915."


def test_an_event_named_after_the_month_of_the_old_calendar_is_explained(tell: Tell) -> None:
    """The name says December and the dates fall in January, since the new calendar runs thirteen days ahead."""
    told = tell(ANNIVERSARY + SIGN, "Olga Brandt lost a brother in the December Uprising.")

    found = [f for f in told.findings if f.kind == "other"]
    assert ["December Uprising"] == [f.topic for f in found]
    assert [("a", "1916-01-05"), ("b", "XXXX-12")] == [(r.source, r.value) for r in found[0].readings]
    assert "23 December 1915 (Julian)" in found[0].explanation


def test_all_dates_told_with_the_name_stand_together(tell: Tell) -> None:
    """A reader sees one question, not one for each year."""
    told = tell(ANNIVERSARY + SIGN + " " + PARADE)

    assert [("calendar_variant", ("1915-01-06", "1916-01-05"))] == told.verdicts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("After the December Uprising, on 5 January 1916, the workers marched." + SIGN, id="after it"),
        pytest.param("The December Uprising began on 20 December 1905." + SIGN, id="in its month"),
        pytest.param("The December Uprising parade of 6 March 1915 was long." + SIGN, id="months away"),
        pytest.param("The December Gazette of 6 January 1915 was long." + SIGN, id="no event"),
        pytest.param(ANNIVERSARY + UNSIGNED, id="no sign of the old calendar"),
    ],
)
def test_other_dates_say_nothing_of_a_name(tell: Tell, text: str) -> None:
    """Only a date of the event or its anniversary, moved by the calendars alone, asks for an explanation."""
    assert [] == tell(text, "Olga Brandt lost a brother in the December Uprising.").of("calendar_variant")

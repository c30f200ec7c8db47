"""What the difference between two values means, in texts run through all stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell

FOUNDED = (
    "The Harbour Defence Committee was founded on 8 May 1848 by the merchants of Lübeck.",
    "The merchants of Lübeck founded the Harbour Defence Committee on 12 May 1848.",
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("17 October 1879", "October 17th, 1879"),
        ("17 October 1879", "the 17th of October 1879"),
        ("17 October 1879", "17.10.1879"),
    ],
)
def test_equal_dates_in_different_words_agree(tell: Tell, left: str, right: str) -> None:
    """One day written in two ways is one value."""
    told = tell(
        f"The Severn railway bridge was opened by the Lord Mayor on {left} before a large crowd.",
        f"On {right} the Lord Mayor opened the Severn railway bridge.",
    )

    assert [("agreement", ("1879-10-17",))] == told.verdicts


@pytest.mark.parametrize(("coarse", "value"), [("in October 1879", "1879-10"), ("in 1879", "1879")])
def test_a_date_within_a_coarser_one_is_told_less_exactly(tell: Tell, coarse: str, value: str) -> None:
    """A day and the month or year it lies in can both be right."""
    told = tell(
        "The Severn railway bridge was opened by the Lord Mayor on 17 October 1879 before a large crowd.",
        f"The Lord Mayor opened the Severn railway bridge {coarse}.",
    )

    assert [("granularity", (value, "1879-10-17"))] == told.verdicts


@pytest.mark.parametrize(("stretch", "value"), [("between 1841 and 1845", "1841/1845"), ("in the 1840s", "184X")])
def test_a_year_inside_a_stretch_of_years_is_no_conflict(tell: Tell, stretch: str, value: str) -> None:
    """A year, and a stretch of years it lies in, can both be right."""
    told = tell(f"The barn at Wells was built {stretch} by Abbot Odo.", "Abbot Odo built the barn at Wells in 1843.")

    assert [] == told.of("conflict")
    assert {value, "1843"} == {r.value for r in told.about(value).readings}


def test_a_day_inside_a_range_of_days_is_no_conflict(tell: Tell) -> None:
    """A congress that sat for a week also sat on one of its days."""
    told = tell(
        "The congress of Bremen foresters sat from 3 to 9 June 1815.",
        "The congress of Bremen foresters sat on 5 June 1815.",
    )

    assert [("granularity", ("1815-06-03/1815-06-09", "1815-06-05"))] == told.verdicts


def test_ranges_with_another_end_conflict(tell: Tell) -> None:
    """Two ranges that begin on one day and end on two can't both be right."""
    told = tell(
        "The strike lasted from 3 to 9 June 1815 in the docks of Leith.",
        "The strike in the docks of Leith lasted from 3 to 11 June 1815.",
    )

    assert [("conflict", ("1815-06-03/1815-06-09", "1815-06-03/1815-06-11"))] == told.verdicts


def test_one_day_in_two_calendars_is_a_calendar_variant_that_shows_both_forms(tell: Tell) -> None:
    """A reader sees the Julian day as its Gregorian one."""
    told = tell(
        "The Russian academy of navigation was founded by Admiral Orlov on 14 January 1701 in Moscow.",
        "The Russian academy of navigation was founded in Moscow by Admiral Orlov on 25 January 1701.",
    )

    assert [("calendar_variant", ("1701-01-14", "1701-01-25"))] == told.verdicts
    explanation = told.findings[0].explanation
    assert all(form in explanation for form in ("14 January 1701 (Julian)", "25 January 1701 (Gregorian)"))


def test_dates_marked_in_two_styles_are_a_calendar_variant(tell: Tell) -> None:
    """Old style and new style marks name the calendars outright."""
    told = tell(
        "George Washington was born on 11 February 1732 (O.S.) in Virginia.",
        "George Washington was born in Virginia on 22 February 1732 (N.S.).",
    )

    assert [("calendar_variant", ("1732-02-11", "1732-02-22"))] == told.verdicts


def test_two_days_of_one_founding_conflict_by_the_days_between_them(tell: Tell) -> None:
    """No calendar explains four days, and the finding says how many there are."""
    told = tell(*FOUNDED)

    assert [("conflict", ("1848-05-08", "1848-05-12"))] == told.verdicts
    assert "4 days" == told.findings[0].difference
    assert "calendar" in told.findings[0].explanation


def test_a_mark_of_the_calendar_rules_the_other_calendar_out(tell: Tell) -> None:
    """Twelve days apart in one calendar are no calendar variant."""
    told = tell(
        "The academy of Orel was founded on 5 June 1854 (O.S.) by Count Orlo.",
        "Count Orlo founded the academy of Orel on 17 June 1854 (O.S.).",
    )

    assert [("conflict", ("1854-06-05", "1854-06-17"))] == told.verdicts


def test_years_with_transposed_digits_conflict_with_a_hint(tell: Tell) -> None:
    """1836 and 1863 look like a slip of the pen, and the reader is told so."""
    told = tell(
        "The parish church of Wells was founded by Bishop Odo in 1836.",
        "Bishop Odo founded the parish church of Wells in 1863.",
    )

    assert [("conflict", ("1836", "1863"))] == told.verdicts
    assert "hint" in {reason.code for reason in told.findings[0].reasons}


def test_clock_times_of_one_sinking_conflict_by_minutes(tell: Tell) -> None:
    """A ship sinks at one time only."""
    told = tell(
        "The ferry Kestrel struck the ledge and sank at 8.05 p.m.",
        "The ferry Kestrel sank at 8.25 p.m. after striking the ledge.",
    )

    assert [("conflict", ("20:05", "20:25"))] == told.verdicts
    assert "20 minutes" == told.findings[0].difference


@pytest.mark.parametrize(
    ("one", "other", "value"), [("8.05 p.m.", "20:05", "20:05"), ("half past seven in the evening", "19:30", "19:30")]
)
def test_one_time_on_two_dials_agrees(tell: Tell, one: str, other: str, value: str) -> None:
    """The twelve-hour and the twenty-four-hour form of a time are one value."""
    told = tell(
        f"The ferry Kestrel struck the ledge at {one} and sank.",
        f"The ferry Kestrel struck the ledge at {other} and sank.",
    )

    assert [("agreement", (value,))] == told.verdicts


def test_a_length_told_differently_conflicts(tell: Tell) -> None:
    """One siege does not last 98 and 108 days."""
    told = tell("The siege of Ardmore lasted 108 days.", "The siege of Ardmore lasted 98 days.")

    assert [("conflict", ("P108D", "P98D"))] == told.verdicts
    assert "10 days" == told.findings[0].difference


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("ninety-seven sailors", "97 sailors", "97"),
        ("97 sailors", "97 seamen and officers", "97"),
        ("1,400 sailors", "1400 sailors", "1400"),
    ],
)
def test_one_number_in_two_notations_agrees(tell: Tell, one: str, other: str, value: str) -> None:
    """Words, figures and separators are one value."""
    told = tell(f"The lifeboat saved {one} from the barque Iona.", f"The lifeboat saved {other} from the barque Iona.")

    assert [] == told.of("conflict")
    assert {value} == {r.value for r in told.about(value).readings}


@pytest.mark.parametrize(
    ("exact", "round_", "values"),
    [
        ("1,496 people died", "some 1,500 people died", {"1496", "~1500"}),
        ("1,496 people died", "nearly 1,500 people died", {"1496", "~1500"}),
        ("312 people died", "over 300 people died", {"300", "312"}),
    ],
)
def test_a_rounded_number_is_rounding(tell: Tell, exact: str, round_: str, values: set[str]) -> None:
    """A figure and its round form are told at two precisions."""
    told = tell(f"In the Messina landslide {exact}.", f"In the Messina landslide {round_}.")

    assert ["rounding"] == [relation for relation, _ in told.verdicts]
    assert values == {r.value for r in told.findings[0].readings}


@pytest.mark.parametrize("word", ["persons were drowned", "people were drowned", "lives were lost", "souls perished"])
def test_the_dead_are_one_kind_under_every_name(tell: Tell, word: str) -> None:
    """Persons drowned, people dead and lives lost are counted in common."""
    told = tell("In the wreck of the Albion 98 persons were drowned.", f"In the wreck of the Albion 112 {word}.")

    assert [("conflict", ("112", "98"))] == told.verdicts
    assert "14" == told.findings[0].difference


def test_votes_off_by_one_conflict_with_a_hint(tell: Tell) -> None:
    """Seven to four is not seven to five, and one vote looks like a slip."""
    told = tell(
        "The assembly passed the motion to rebuild the bridge by 7 votes to 4.",
        "By 7 votes to 5 the assembly passed the motion to rebuild the bridge.",
    )

    assert [("conflict", ("7-4", "7-5"))] == told.verdicts
    assert "hint" in {reason.code for reason in told.findings[0].reasons}


def test_units_are_converted_before_numbers_are_compared(tell: Tell) -> None:
    """Three kilometres and three thousand metres are one length."""
    told = tell(
        "The wall was 3 km long and enclosed the old town of Narva.",
        "The wall enclosed the old town of Narva and was 3,000 metres long.",
    )

    assert [("agreement", ("3 km", "3000 m"))] == told.verdicts


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("in the 12th century", "in 1148", "granularity"),
        ("in the 12th century", "in 1248", "conflict"),
        ("before 1150", "in 1148", "granularity"),
        ("before 1150", "in 1158", "conflict"),
        ("about 1150", "in 1098", "conflict"),
        ("in 1148", "in the year 1148", "agreement"),
    ],
)
def test_loose_dates_bind_as_far_as_they_say(tell: Tell, one: str, other: str, relation: str) -> None:
    """A century, a limit and an "about" allow what lies within them and no more."""
    told = tell(f"The abbey of Wells was founded {one}.", f"The abbey of Wells was founded {other}.")

    assert [relation] == [finding.relation for finding in told.held]


def test_about_allows_a_year_or_two(tell: Tell) -> None:
    """A year told with "about" and a year beside it can both be right."""
    told = tell("The abbey of Wells was founded about 1150.", "The abbey of Wells was founded in 1148.")

    assert [] == told.of("conflict")


def test_years_before_christ_conflict_like_others(tell: Tell) -> None:
    """The years are counted backwards, the difference is not."""
    told = tell("The temple at Ulm was dedicated in 49 BC by Cato.", "Cato dedicated the temple at Ulm in 47 BC.")

    assert [("conflict", "2 years")] == [(finding.relation, finding.difference) for finding in told.held]


def test_the_minutes_around_midnight_are_minutes(tell: Tell) -> None:
    """Five to twelve and five past twelve lie ten minutes apart, not a day."""
    told = tell("The Kestrel sank at 23:55 on 3 May 1848.", "The Kestrel sank at 00:05 on 4 May 1848.")

    assert [("conflict", "10 minutes")] == [(finding.relation, finding.difference) for finding in told.held]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("between 300 and 400 people died", "350 people died", "granularity"),
        ("between 300 and 400 people died", "450 people died", "conflict"),
        ("more than 400 people died", "350 people died", "conflict"),
        ("a dozen people died", "twelve people died", "agreement"),
        ("two thirds of the people died", "three quarters of the people died", "conflict"),
    ],
)
def test_loose_numbers_bind_as_far_as_they_say(tell: Tell, one: str, other: str, relation: str) -> None:
    """A range and a limit allow what lies within them and no more."""
    told = tell(f"In the fire of Wells {one}.", f"In the fire of Wells {other}.")

    assert [relation] == [finding.relation for finding in told.held]


def test_another_order_of_magnitude_changes_the_story(tell: Tell) -> None:
    """Thirty thousand dead are not three thousand, and that is of the gravest kind."""
    told = tell("In the quake of Lisbon 30,000 people died.", "In the quake of Lisbon 3,000 people died.")

    assert [("conflict", 3)] == [(finding.relation, finding.severity) for finding in told.held]

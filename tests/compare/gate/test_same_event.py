"""Which values are held to be told of one fact, and which are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell


def test_passengers_are_not_crew(tell: Tell) -> None:
    """Numbers of different things are not compared."""
    told = tell(
        "The steamer Albion left Cork on Monday morning. She carried 240 passengers, most of them emigrants.",
        "The steamer Albion left Cork on Monday morning. Her crew numbered 36, most of them Irishmen.",
    )

    assert [] == told.held


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("43 per cent of the voters of Wells chose Rowe.", "43 voters of Wells chose Rowe."),
        ("The painter Weber, aged 41, came to Rome.", "The painter Weber came to Rome with 44 paintings."),
    ],
)
def test_shares_ages_and_counts_measure_different_things(tell: Tell, one: str, other: str) -> None:
    """A share or an age is never compared with a number of things."""
    assert [] == tell(one, other).held


def test_a_number_of_others_is_no_total(tell: Tell) -> None:
    """Forty-one others, besides those already named, do not contradict a total."""
    told = tell(
        "The smack Ellen rescued 41 others from the wreck of the Albion.",
        "In all 138 people were rescued from the wreck of the Albion.",
    )

    assert [] == told.held


def test_two_peoples_deaths_are_not_compared(tell: Tell) -> None:
    """Two engineers of one harbour died on two days without contradiction."""
    told = tell(
        "The harbour works were directed by two engineers. Thomas Pell came from Leeds and died of cholera on "
        "3 March 1871.",
        "John Askew surveyed the northern mole and drowned while inspecting it. Askew died on 9 March 1871 and was "
        "buried in Bristol.",
    )

    assert [] == told.held


def test_each_death_finds_its_own_counterpart(tell: Tell) -> None:
    """Told in another order, every death is compared with that of the same man."""
    told = tell(
        "Thomas Pell died on 3 March 1871. John Askew died on 9 March 1871.",
        "John Askew died on 10 March 1871. Thomas Pell died on 3 March 1871.",
    )

    assert [("conflict", ("1871-03-09", "1871-03-10")), ("agreement", ("1871-03-03",))] == told.verdicts


@pytest.mark.parametrize("other", ["5 March 1871", "5 July 1879", "1917"])
def test_nobody_dies_twice(tell: Tell, other: str) -> None:
    """Two dates of one death conflict however far apart they lie."""
    told = tell(
        "The painter Anna Weber was born in Ulm. She died on 3 March 1871 in Vienna.",
        f"Anna Weber, the painter, died in Vienna on {other}.",
    )

    assert ["conflict"] == [finding.relation for finding in told.held if finding.kind == "date"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The first attempt to lay the cable failed on 11 August 1857.", "The second attempt failed on 29 June 1858."),
        (
            "The first attempt to climb the peak was made on 3 June 1861.",
            "A guide from Zermatt led the second attempt on the peak on 9 July 1863.",
        ),
    ],
)
def test_the_first_attempt_is_not_the_second(tell: Tell, first: str, second: str) -> None:
    """An ordinal tells two events of one kind apart."""
    assert [] == tell(first, second).held


def test_each_stroke_finds_its_own_counterpart(tell: Tell) -> None:
    """Told of two strokes, no reading of the first stands beside one of the second."""
    told = tell(
        "In May 1891 the bishop suffered his first stroke. He suffered a second stroke on 16 December 1892.",
        "The bishop's first stroke came on 25 May 1891. His second stroke followed on 15 December 1892.",
    )
    years = [{reading.value[:4] for reading in finding.readings} for finding in told.held]

    assert all(len(together) == 1 for together in years)


def test_an_inferred_year_alone_is_no_conflict(tell: Tell) -> None:
    """A year the text does not write proves nothing against another."""
    told = tell(
        "In 1848 riots broke out in Parma. On 3 May the governor fled the city.",
        "The riots in Parma lasted into 1849. On 3 May the governor fled the city.",
    )

    assert [] == told.of("conflict")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The potato reached Ireland about 1590 and was grown by 3,000 farmers. A blight came in 1845.",
            "The composer Lind wrote 14 symphonies. She was born in 1801 and taught at Leipzig.",
        ),
        (
            "The Brooklyn Bridge was opened on 24 May 1883. It had cost 15 million dollars.",
            "Mount Tambora erupted on 10 April 1815. More than 70,000 people died.",
        ),
    ],
)
def test_texts_on_two_subjects_have_nothing_in_common(tell: Tell, one: str, other: str) -> None:
    """No finding comes of dates and numbers that merely stand in the same folder."""
    assert () == tell(one, other).findings


def test_a_pronoun_and_a_namesake_do_not_die_twice(tell: Tell) -> None:
    """A boy called William and King William are two, where "he" died a year or more before the king."""
    told = tell(
        "A son, William, was born at Hampton on 24 July 1689. He died at Windsor on 30 July 1700. "
        "William of Orange landed at Torbay in 1688. King William broke his collarbone on 21 February 1702 and died "
        "on 8 March 1702."
    )

    assert [] == told.of("conflict")


def test_a_second_start_is_not_the_leaving(tell: Tell) -> None:
    """A source that counts its starts tells of several: another day of leaving is another start."""
    told = tell(
        "The second start was made on 19 October 1911 with five men, four sledges and 52 dogs. The five men stopped at "
        "the pole and stayed for three days. They left the place on 18 December 1911 with men, sledges and dogs."
    )

    assert [] == told.of("conflict")


def test_copies_that_reckon_the_same_words_from_other_dates_are_half_believed(tell: Tell) -> None:
    """ "Two days later" conflicts where its date is told, not once more where it is counted from it."""
    text = "The mill at Orsk burned on 3 May 1878. Two days later the miller of Orsk sold the burned wheel in Perm."
    told = tell(text, text.replace("3 May", "9 May"))

    assert [("1878-05-03", "1878-05-09")] == [values for relation, values in told.verdicts if relation == "conflict"]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("Brandt was expelled from the guild in May 1852.", True),
        ("His supporters were expelled from the guild in May 1852.", False),
    ],
)
def test_what_befell_several_did_not_befall_one(tell: Tell, other: str, same: bool) -> None:
    """The expulsion of his supporters is hardly his."""
    told = tell(
        "Robert Brandt was a miller. In 1852 Robert Brandt was expelled from the guild.",
        f"Brandt was a miller. {other}",
    )

    assert same == any(f.relation == "granularity" and f.confidence >= 0.75 for f in told.findings)


def test_two_measures_of_one_stuff_are_compared_whatever_it_did(tell: Tell) -> None:
    """Snow that was dropped by a storm and snow that lay in the streets."""
    rest = "Trains came from afar. The mayor wrote letters. Doctors worked all night. Nobody slept. All was full."
    told = tell(
        f"After the great fire a blizzard dropped sixteen inches of snow on the ruins of Kars. {rest}",
        f"The snow of the blizzard lay twenty inches deep in the ruins of Kars. {rest}",
    )

    assert ["conflict"] == [f.relation for f in told.findings if f.kind == "number"]


def test_an_office_is_no_other_name(tell: Tell) -> None:
    """The Emperor may well be Leopold: only another name is another person."""
    told = tell(
        "The Emperor was fifty-one when he died in the castle of Kars.",
        "Leopold was fifty-two when he died in the castle of Kars.",
    )

    assert ["number"] == [f.kind for f in told.of("conflict")]


def test_ten_times_as_many_are_others(tell: Tell) -> None:
    """Nobody takes four hundred men for twelve thousand."""
    one, other = (
        tell(
            "The British general had only 400 troops at hand in Kars.",
            f"In all {count} British troops took part in the fighting at Kars.",
        )
        for count in ("600", "12,500")
    )

    assert [1, 0] == [sum(f.relation == "conflict" for f in told.findings) for told in (one, other)]


def test_what_is_counted_is_no_participant_again(tell: Tell) -> None:
    """That both numbers are of men is said once."""
    told = tell("It was a hard march, with 300 men turning back.", "At Wells the guild lost only 192 men.")

    assert {"participants"}.isdisjoint(r.code for f in told.findings for r in f.reasons)

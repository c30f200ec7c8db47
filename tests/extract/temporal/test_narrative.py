"""Years that are not written, and times told by their distance from others."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

YEARS = [
    ("In May 1861 they met. On 3 June they parted.", ["1861-05", "1861-06-03"]),
    ("It began in December 1861. In January it ended.", ["1861-12", "1862-01"]),
    ("On 3 June they met. By 5 July 1861 it was over.", ["1861-06-03", "1861-07-05"]),
    ("In May 1861, as in 1812, they met. On 3 June they parted.", ["1861-05", "1812", "1861-06-03"]),
    ("In May 1861 Orr (1797–1866) came. On 3 June he left.", ["1861-05", "1797/1866", "1861-06-03"]),
    (
        "In May 1788 they asked for the rules of 1614. In June they won. It was 1788.",
        ["1788-05", "1614", "1788-06", "1788"],
    ),
    ("War of the year 1861\n\nOn 3 June they met.", ["1861", "1861-06-03"]),
    (
        "The war of 1861\n\nOn 17 October they left.\n\nThe march\n\nOn 6 May they met.",
        ["1861", "1861-10-17", "1861-05-06"],
    ),
    ("They met on 20 October 1917. On the night of the 23rd they rose.", ["1917-10-20", "1917-10-23"]),
    ("In 1861 they met. On July 25 of that year they parted.", ["1861", "1861-07-25"]),
    ("In 480 BC they came. In 479 they left.", ["-0479", "-0478"]),
    ("In May 1918 they lost the ground won the previous April.", ["1918-05", "1918-04"]),
    (
        "On 12 July 1776 it left. On 10 November the brig came, having left port on 1 August. On 3 December it sank.",
        ["1776-07-12", "1776-11-10", "1776-08-01", "1776-12-03"],
    ),
    ("In December 1861 they met. The attack had failed by January. It was 1863.", ["1861-12", "1862-01", "1863"]),
    (
        "On 2 February they left. On 7 March they came. On 16 January 1779 it rained.",
        ["1778-02-02", "1778-03-07", "1779-01-16"],
    ),
    ("On 1 May 1917 she came. Built in 1899, she left on 4 December.", ["1917-05-01", "1899", "1917-12-04"]),
    ("They fought in March 1945 from October to March.", ["1945-03", "1944-10/1945-03"]),
    ("On 26 November 1861 they came. The 14th was a cold day.", ["1861-11-26", "1861-12-14"]),
    ("On 28 December 1879 it fell. It was Tuesday the 30th.", ["1879-12-28", "1879-12-30"]),
    ("On 7 June 1916 I wrote. On Monday the 29th we had sailed.", ["1916-06-07", "1916-05-29"]),
    ("On 20 June 1879 she came, and on the 26th of the same month she left.", ["1879-06-20", "1879-06-26"]),
    ("On 30 December 1879 it sank, and was raised on the 27th of April following.", ["1879-12-30", "1880-04-27"]),
    ("On 3 January 1880 they met, and on the last day of June they signed.", ["1880-01-03", "1880-06-30"]),
    ("In March 1912 he left on St Patrick's Day.", ["1912-03", "1912-03-17"]),
    ("By May 1898 it was known; the day after Christmas they wrote.", ["1898-05", "1898-12-26"]),
    ("1821, March. A meeting.", ["1821-03"]),
    ("1821, 3 March. A meeting.\n1822, March 5 – Another.", ["1821-03-03", "1822-03-05"]),
    (
        "On 13 July 1826 he fell.\n\nHis throne\n\nHe had been well, but on 19 November 1825 he died. By 27 November.",
        ["1826-07-13", "1825-11-19", "1825-11-27"],
    ),
    ("In June 1861 they left. On 5 January they landed.", ["1861-06", "1862-01-05"]),
    ("On 5 January 1862 they came. Orr had been there on 3 December.", ["1862-01-05", "1861-12-03"]),
    (
        "On 2 May 1861 he died. The club, which dated from 1822, met. A will signed on 3 June 1823 was read. By 9 May.",
        ["1861-05-02", "1822", "1823-06-03", "1861-05-09"],
    ),
    (
        "On 27 November 1861 the news came. The old club was closed in January 1855. On 12 December Orr wrote.",
        ["1861-11-27", "1855-01", "1861-12-12"],
    ),
    ("In March 1879 he bought it. Sunday the 9th of June saw it end, by 1890.", ["1879-03", "1889-06-09", "1890"]),
    (
        "On 31 May 1889 it broke. It fell on 2 June 1889.\n\nA\n\nIn 1879 he bought it.\n\nB\n\nOn 5 June she came.",
        ["1889-05-31", "1889-06-02", "1879", "1889-06-05"],
    ),
]

DISTANCES = [
    ("On 3 May 1815 he left. The following day he came back.", "1815-05-04"),
    ("On 3 May 1815 he left. Two days later he came back.", "1815-05-05"),
    ("On 3 May 1815 he left. Three weeks later he came back.", "1815-05-24"),
    ("On 3 May 1815 he left. Two days earlier he had been ill.", "1815-05-01"),
    ("In May 1815 he left. Three months later he came back.", "1815-08"),
    ("In May 1815 he left. Ten years later he came back.", "1825"),
    ("On 3 May 1815 he left. That night it rained.", "1815-05-03"),
    ("On 31 December 1815 he left. The next day he came back.", "1816-01-01"),
    ("In May 1815 he left. At the end of the year he came back.", "1815"),
    ("In May 1815 he left. Later that month he came back.", "1815-05"),
    ("On 20 May 1815 he left. By month's end he was back.", "1815-05"),
]


@pytest.mark.parametrize(("text", "values"), YEARS)
def test_a_year_comes_from_where_the_narrative_stands(text: str, values: list[str]) -> None:
    """Headings, the last main date, the next one, New Year; asides do not move the narrative."""
    found = [c.value for c in read_text(text) if c.kind == "date"]

    assert values == found


@pytest.mark.parametrize(("text", "value"), DISTANCES)
def test_a_distance_resolves_against_its_anchor(text: str, value: str) -> None:
    """The unit told is the precision given."""
    found = [c.value for c in read_text(text) if c.kind == "date"]

    assert value == found[-1]


def test_inferred_parts_are_named() -> None:
    """Whoever reads a claim can see what the text does not write."""
    claims = read_text("They met on 20 October 1917. On the night of the 23rd they rose. In May they fell.")

    assert [(), ("month", "year"), ("year",)] == [c.inferred for c in claims]


def test_without_an_anchor_a_day_has_no_year() -> None:
    """Nothing is filled in from today."""
    claims = read_text("On 8 April he was made minister.")

    assert ["XXXX-04-08"] == [c.value for c in claims]


def test_a_distance_without_an_anchor_is_a_reference() -> None:
    """Rather no value than a guess."""
    claims = read_text("The following day he left.")

    assert [("reference", "")] == [(c.kind, c.value) for c in claims]


@pytest.mark.parametrize("word", ["now", "currently", "recently", "at that time", "formerly", "today"])
def test_words_that_only_point_are_references(word: str) -> None:
    """A reference has its span and no value."""
    claims = read_text(f"They were {word} in the south.")

    assert [("reference", "")] == [(c.kind, c.value) for c in claims]


def test_hours_and_minutes_afterwards_are_lengths() -> None:
    """They lead to no other date."""
    claims = read_text("On 27 August 1883 it burst. Four hours afterwards the noise was heard far away.")
    assert [(c.kind, c.value) for c in claims] == [("date", "1883-08-27"), ("duration", "PT4H")]


def test_last_year_is_the_year_before_that_of_the_letter() -> None:
    claims = read_text(
        "Batavia, 19 February 1884\n\nThe shocks of 1 September 1880 put out the light. The mountain opened on 20 May "
        "of last year. Boats landed there on 27 May."
    )
    assert [c.value for c in claims if c.kind == "date"][-2:] == ["1883-05-20", "1883-05-27"]

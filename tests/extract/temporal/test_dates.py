"""Calendar dates in every usual order, and what must not be read as one."""

from __future__ import annotations

import pytest

from analyzer.extract.temporal import read_text

WRITTEN = [
    ("He was born on 3 May 1815.", "3 May 1815", "1815-05-03"),
    ("He was born on May 3, 1815.", "May 3, 1815", "1815-05-03"),
    ("It met on the 12th of October 1790.", "the 12th of October 1790", "1790-10-12"),
    ("It met on the twelfth of October 1790.", "the twelfth of October 1790", "1790-10-12"),
    ("On April the 8th, 1820 it met.", "April the 8th, 1820", "1820-04-08"),
    ("In October, 1790 it met.", "October, 1790", "1790-10"),
    ("It is dated 1945-05-08.", "1945-05-08", "1945-05-08"),
    ("It is dated 25.12.1991 here.", "25.12.1991", "1991-12-25"),
    ("It is dated 12/25/1991 here.", "12/25/1991", "1991-12-25"),
    ("It is dated 3/2/2001 here.", "3/2/2001", "2001-02-03?"),
    ("He fell on Sept. 5, 1972 there.", "Sept. 5, 1972", "1972-09-05"),
    ("It fell in 44 BC.", "44 BC", "-0043"),
    ("It fell on 15 March 44 BC.", "15 March 44 BC", "-0043-03-15"),
    ("It burned in AD 79.", "AD 79", "0079"),
    ("About 1450 it was printed.", "1450", "1450~"),
    ("It opened on New Year's Day 1920.", "New Year's Day 1920", "1920-01-01"),
    ("It opened on Christmas Eve 1968.", "Christmas Eve 1968", "1968-12-24"),
]

RANGES = [
    ("They met on 3–4 July 1863.", "1863-07-03/1863-07-04"),
    ("They met July 3-4, 1863.", "1863-07-03/1863-07-04"),
    ("It lasted from 14 March–2 September 1918.", "1918-03-14/1918-09-02"),
    ("It lasted from 22 December 1917 to 10 February 1918.", "1917-12-22/1918-02-10"),
    ("It lasted from 22 December to 10 February 1918.", "1917-12-22/1918-02-10"),
    ("It fell between 25 May 1922 and 9 March 1923.", "1922-05-25/1923-03-09"),
    ("It fell between 17 and 30 August 1918.", "1918-08-17/1918-08-30"),
    ("They toured in May–June 1918.", "1918-05/1918-06"),
    ("They toured in January and February 1918.", "1918-01/1918-02"),
    ("He reigned 1660–1685.", "1660/1685"),
    ("The war of 1914–18 was long.", "1914/1918"),
    ("He reigned from 27 BC to AD 14.", "-0026/0014"),
    ("They fought 499–493 BC.", "-0498/-0492"),
    ("Ann Orr (1906 – 16 February 1938) was a painter.", "1906/1938-02-16"),
    ("It flew on the night of 10/11 May 1941.", "1941-05-10/1941-05-11"),
]

PERIODS = [
    ("It was the mid-1920's.", "192X", "mid", "decade"),
    ("It was the early '60s then.", "196X", "early", "decade"),
    ("It was built in the 19th century.", "18XX", "", "century"),
    ("It was built in the 1700s.", "17XX", "", "century"),
    ("It was built in the 5th century BC.", "-04XX", "", "century"),
    ("It fell in the summer of 1789.", "1789-22", "", "season"),
    ("It fell in late 1861.", "1861", "late", "year"),
    ("It fell at the beginning of May 1864.", "1864-05", "early", "month"),
    ("By 1920 it had grown.", "1920", "by", "year"),
    ("It closed before 1920.", "1920", "before", "year"),
    ("It closed prior to 1920.", "1920", "before", "year"),
    ("The pre-1920 quarrels ended.", "1920", "before", "year"),
    ("The post-1945 order held.", "1945", "after", "year"),
    ("It closed just before the 1755 Lisbon earthquake.", "1755", "", "year"),
    ("It opened after the 1848 Revolution.", "1848", "", "year"),
    ("He ruled until 5 May 1821.", "1821-05-05", "until", "day"),
]

NO_DATES = [
    "The July Days shook the capital.",
    "The October Revolution and the June Days were studied.",
    "He wrote Lessons of October in a week.",
    "The 12th Army met the 13th Congress.",
    "They sent 1917 men and 1500 troops.",
    "See page 1912 and flight 1549 on Route 1950.",
    'He read "1905" again.',
    "He may march; March came on slowly.",
    "It rose by 1500 metres and cost $1750.",
    "More than 1400 were killed.",
    "Deaths fell from 39 to 35.",
    "The 3rd Squadron was based at the port since the 3rd Division left.",
    "He hung a Christmas tree.",
    "On a cold winter night he came back.",
]


@pytest.mark.parametrize(("text", "quote", "value"), WRITTEN)
def test_a_written_date_gives_its_span_and_value(text: str, quote: str, value: str) -> None:
    """Each usual way to write a date is read with exactly its own words."""
    claims = [(text[c.start : c.end], c.value) for c in read_text(text) if c.kind == "date"]

    assert [(quote, value)] == claims


@pytest.mark.parametrize(("text", "value"), RANGES)
def test_a_range_is_one_row_with_both_ends(text: str, value: str) -> None:
    """Ends share the parts that are written once."""
    claims = [c.value for c in read_text(text) if c.kind == "date"]

    assert [value] == claims


@pytest.mark.parametrize(("text", "value", "modifier", "granularity"), PERIODS)
def test_periods_keep_value_and_modifier_apart(text: str, value: str, modifier: str, granularity: str) -> None:
    """The value names the period; what shades it stands beside it."""
    dates = [c.date for c in read_text(text) if c.date is not None]

    assert [(value, modifier, granularity)] == [(d.edtf, d.modifier, d.granularity) for d in dates]


@pytest.mark.parametrize("text", NO_DATES)
def test_names_counts_and_labels_are_no_dates(text: str) -> None:
    """Event names, titles, units, counts, pages and flights are left alone."""
    claims = [text[c.start : c.end] for c in read_text(text) if c.kind == "date"]

    assert [] == claims


def test_an_attack_named_by_its_day_is_a_date() -> None:
    """The day in "the July 20 plot" is a date all the same."""
    claims = [c.value for c in read_text("The July 20 plot of 1944 failed.")]

    assert "07-20" in claims[0]


def test_a_year_before_its_subject_is_a_year() -> None:
    """After a preposition a counted noun may open the clause: "In 1917 troops entered"."""
    claims = [c.value for c in read_text("In 1917 troops entered the city; in 1918 British soldiers left.")]

    assert ["1917", "1918"] == claims


@pytest.mark.parametrize(
    "text", ["June Orr sang for him.", "He met August Orr twice.", "It stands at 1600 Orr Avenue."]
)
def test_people_and_addresses_are_no_dates(text: str) -> None:
    """A month before a surname and a number before a street are names."""
    assert () == read_text(text)


def test_a_day_alone_takes_its_month_from_the_narrative() -> None:
    """The words "on the 4th" mean the month told last; an army's or a congress's number is no day."""
    claims = read_text("On 2 July 1863 they dug in. On the 4th they left. The men of the 4th Division stayed.")

    assert ["1863-07-02", "1863-07-04"] == [c.value for c in claims]


FEASTS_KEPT = [
    ("The gate fell on 25 May 1799. He was on the morning of the 27th taken to Ulm.", ["1799-05-25", "1799-05-27"]),
    ("The gate fell on 25 May 1799. He went on the 27th into Ulm.", ["1799-05-25", "1799-05-27"]),
    ("They sailed in 1799. Christmas Day was spent on the 27th at sea.", ["1799", "1799-12-27"]),
    ("Christmas was kept on 27 December 1799.", ["1799-12-27"]),
    ("Christmas Day 1799 was celebrated at anchor on the 27th.", ["1799-12-27"]),
    ("They observed Christmas Day on the 27th of December 1799.", ["1799-12-27"]),
    ("In 1799 Christmas Day was spent at sea.", ["1799", "1799-12-25"]),
]


@pytest.mark.parametrize(("text", "values"), FEASTS_KEPT)
def test_a_feast_kept_on_a_date_tells_no_day_of_its_own(text: str, values: list[str]) -> None:
    """The day beside the feast is the one told; the feast only says in which month."""
    claims = [c.value for c in read_text(text) if c.kind == "date"]

    assert values == claims

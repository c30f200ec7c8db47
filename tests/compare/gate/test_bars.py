"""What no likeness of wording can make one fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.gate.bars import bar, objections
from analyzer.compare.verdicts import judge
from tests.compare.told import NO_SIGNS

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from tests.compare.told import Tell

BARRED = [
    ("The bridge was to be opened on 3 June 1834.", "The bridge was opened on 9 June 1834."),
    ("The tower was not finished on 3 June 1852.", "The tower was finished on 9 June 1852."),
    ("Admiral Brandt began his first voyage on 3 May 1820.", "Admiral Brandt began his second voyage on 9 May 1820."),
    ("The engineer Thomas Pell died on 3 March 1861.", "The engineer John Askew died on 9 March 1861."),
    ("The ferry Kestrel sailed with 240 passengers.", "The ferry Kestrel sailed with 36 sailors as her crew."),
    ("At Kars 300 soldiers were killed.", "At Kars 900 soldiers were wounded."),
    ("The siege of Ulm began on 3 May 1702.", "The siege of Ulm ended on 9 May 1702."),
    ("In 1801 the town of Ulm had 12,000 inhabitants.", "In 1871 the town of Ulm had 26,000 inhabitants."),
    ("General Brandt took Kars on 3 May 1820.", "General Brandt recaptured Kars on 9 May 1820."),
    ("The siege of Ulm began on 3 May 1702.", "The siege of Ulm was resumed on 9 May 1702."),
    ("The rebellion of Ulm was fixed for 3 May 1702.", "The rebellion of Ulm broke out on 4 May 1702."),
    ("Unit 3 of the works was shut down on 3 May 1962.", "Unit 2 of the works was shut down on 9 May 1962."),
    ("The Commission on Mines was appointed on 3 May 1857.", "The Commission on Mines published its report in 1858."),
]


@pytest.mark.parametrize(("one", "other"), BARRED)
def test_sentences_alike_but_of_two_facts_are_no_conflict(tell: Tell, one: str, other: str) -> None:
    """Plans, denials, first and second, other people, other counts, opposite acts and other years are kept apart."""
    values = [f for f in tell(one, other).held if f.kind in {"date", "number"}]

    assert "conflict" not in {f.relation for f in values}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge was opened on 3 June 1834.", "The bridge was opened on 9 June 1834."),
        ("The engineer Thomas Pell died on 3 March 1861.", "The engineer Thomas Pell died on 9 March 1861."),
        ("The siege of Ulm began on 3 May 1702.", "The siege of Ulm began on 9 May 1702."),
    ],
)
def test_the_same_sentences_without_the_bar_are_a_conflict(tell: Tell, one: str, other: str) -> None:
    """It is the bar that keeps them apart, not a gate too narrow."""
    assert "conflict" in {f.relation for f in tell(one, other).held}


def test_a_bar_is_shown_with_its_reason(tell: Tell) -> None:
    """What was set aside stands among the parallels, so that a reader can see why nothing was flagged."""
    told = tell(*BARRED[6])

    assert any("opposite" in p.reason for p in told.analysis.comparison.parallels)


@pytest.mark.parametrize(
    "other", ["By evening 12 men and 5 women were saved.", "By evening 12 men and 5 women were rescued."]
)
def test_the_dead_are_not_the_saved(tell: Tell, other: str) -> None:
    """A list in the sentence counts women and men without saying once more that they died."""
    told = tell(f"The ferry sank at noon. There were 40 dead, 20 men and 15 women. {other}")

    assert [] == told.of("conflict")


def test_the_dead_of_two_sources_are_compared(tell: Tell) -> None:
    """Drowned and lost are one fate."""
    told = tell("The ferry sank at noon. 15 women drowned.", "The ferry sank. 17 women were lost with her.")

    assert 1 == len(told.of("conflict"))


def test_an_aside_with_a_year_bars_no_price(tell: Tell) -> None:
    """When the ship was built says nothing of what was paid for her."""
    told = tell(
        "The Kestrel, a whaler of Ulm built in 1884, was bought by Hale for £12,500.",
        "In 1910 Hale, tired of waiting, bought the Kestrel, the whaler of Ulm, for £15,200.",
    )

    assert "conflict" in {f.relation for f in told.findings if f.kind == "number"}


def test_two_sides_of_one_thing_are_two_facts(tell: Tell) -> None:
    """How high a dam is and how long it is are no two readings of one figure."""
    told = tell("The dam of Wells was 72 feet high.", "The dam of Wells was 931 feet long.")

    assert [] == told.of("conflict")


def test_a_denial_of_another_act_bars_no_count(tell: Tell) -> None:
    """ "Nobody left" denies no family."""
    told = tell(
        "In the flood of Wells 99 families were erased.",
        "After the flood of Wells 89 families had no one left to report them missing.",
    )

    assert "conflict" in {f.relation for f in told.findings if f.kind == "number"}


@pytest.mark.parametrize("link", ["when", "before"])
def test_an_hour_told_with_what_happened_then_is_compared(tell: Tell, link: str) -> None:
    """ "It was half past three when the boat ..." tells of the boat; "it was half past three" of nothing."""
    ashore = "the boat put the two officers ashore at Oamaru"
    told = tell(f"At 2.30 a.m. {ashore}.", f"It was half past three in the morning {link} {ashore}.")
    scene = tell(f"At 2.30 a.m. {ashore}.", f"It was half past three in the morning. Then {ashore}.")

    assert "put" == told.context("03:30", 1).lemma
    assert "conflict" in {f.relation for f in told.findings}
    assert [] == scene.of("conflict")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The siege of Ulm cost 900 soldiers every day.", "The siege of Ulm cost 2,000 soldiers."),
        (
            "Thirty-five people of the Kestrel drowned, and 3 men on the pier.",
            "Thirty-eight people of the Kestrel drowned.",
        ),
        ("On the Kestrel 35 people drowned, and one man on the pier.", "Thirty-six people of the Kestrel drowned."),
        ("The viaduct of Ulm was 10,395 feet long.", "In Ulm 3,000 feet of the viaduct disappeared."),
        ("The first drawings of the Ulm bridge showed 89 spans.", "The Ulm bridge was built with 85 spans."),
        ("The gale nearly killed 12 ponies of the Kestrel.", "The gale killed 14 ponies of the Kestrel."),
        ("Nineteen ponies came to Ulm in the Kestrel.", "Fourteen ponies of the Kestrel died at Ulm."),
    ],
)
def test_numbers_told_alike_of_two_things_are_no_conflict(tell: Tell, one: str, other: str) -> None:
    """Each day and in all, a part and its whole, drawn and built, nearly and truly, come and dead."""
    assert [] == tell(one, other).of("conflict")


def test_both_counts_of_a_day_conflict(tell: Tell) -> None:
    """Two rates are of one kind."""
    told = tell("The siege of Ulm cost 900 soldiers every day.", "The siege of Ulm cost 600 soldiers every day.")

    assert 1 == len(told.of("conflict"))


def test_a_season_told_without_its_year_is_no_other_date(tell: Tell) -> None:
    """The year of "the following winter" is inferred, and half the earth has winter in July."""
    told = tell(
        "Brandt reached Ulm in March 1911. The Ulm journey of Brandt began in the following winter.",
        "The Ulm journey of Brandt began on 27 June 1911.",
    )

    assert [] == told.of("conflict")


def test_the_hour_something_was_over_is_no_hour_of_the_story(tell: Tell) -> None:
    """ "At noon it was over" tells when it ended; "it was noon" only how late it was."""
    ended = tell("At noon the battle of Ulm was over.", "At 3 p.m. the battle of Ulm was over.")
    told = tell("It was noon in Ulm.", "It was 3 p.m. in Ulm.")

    assert 1 == len(ended.of("conflict"))
    assert [] == told.of("conflict")


def test_what_killed_people_without_a_name_may_carry_the_date(tell: Tell) -> None:
    """The explosion that killed them is one event with their death; the death of one by name is his own."""
    told = tell(
        "The explosion at the Ulm mill was on 26 August 1873.",
        "At the Ulm mill an explosion killed six men on 16 August 1873.",
    )
    one, other = told.context("1873-08-26"), told.context("1873-08-16")
    verdict = judge(one.claim, other.claim, NO_SIGNS)

    assert verdict is not None
    assert not bar(one, other, verdict)


def test_the_first_stone_is_not_the_opening(tell: Tell) -> None:
    """A house is begun in one year and opened in another."""
    told = tell(
        "7 June 1925. Lays the first stone of the Radium Institute in Ulm.",
        "29 May 1932. Inauguration of the Radium Institute in Ulm.",
    )

    assert [] == told.of("conflict")


def test_riders_are_no_dead_though_the_sentence_tells_of_some(tell: Tell) -> None:
    """How many rode may be told in two ways, though one sentence goes on to those that fell."""
    told = tell("In Ulm 673 men rode behind Brandt.", "In Ulm 661 men rode behind Brandt; 113 were killed.")

    assert [("673", "661")] == [tuple(r.value for r in f.readings) for f in told.of("conflict")]


def test_how_long_after_is_not_how_long(tell: Tell) -> None:
    """ "Ten minutes later" leads from what was told before; "for 3 minutes" is what the thing itself took."""
    told = tell("The engine was fired at last. Ten minutes later the engine was fired for 3 minutes and 23 seconds.")

    lengths = {c.value for c in told.claims if c.kind == "duration"}
    assert {"PT10M", "PT3M23S"} == lengths
    assert [] == told.of("conflict")


def test_two_sources_may_tell_one_moment_by_the_hour_of_the_story(tell: Tell) -> None:
    """What hour it was parts two facts of one source; in another source it may be the hour of the same fact."""
    told = tell("The ferry Kestrel sank at 2.20 p.m. off Ulm.", "It was 3.10 p.m. when the ferry Kestrel sank off Ulm.")
    left, right = (c for c in told.contexts if c.claim.time)
    verdict = judge(left.claim, right.claim, NO_SIGNS)

    assert verdict is not None
    assert bar(left, right, verdict) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President Anton Weber of Ulm arrived on 3 May 1820.", "Weber arrived on 9 May 1820."),
        ("Gregor De Haan of the coast guard resigned on 3 May 1820.", "De Haan resigned on 9 May 1820."),
        ("Tessaly arrived at Kars on 3 May 1820.", "Tessaly Goring arrived at Kars on 9 May 1820."),
        ("Emperor Nicholas I died at Kars on 3 May 1820.", "The Emperor Nicholas died at Kars on 9 May 1820."),
    ],
)
def test_one_person_under_two_names_is_not_kept_apart(tell: Tell, one: str, other: str) -> None:
    """A place after the name, a particle, a first name alone, a ruler's number make no second person."""
    assert "conflict" in {f.relation for f in tell(one, other).held if f.kind == "date"}


def test_two_first_names_stay_two_people(tell: Tell) -> None:
    """A first name alone is not that of another full name."""
    told = tell("Anna arrived at Kars on 3 May 1820.", "Bertha Weber arrived at Kars on 9 May 1820.")

    assert "conflict" not in {f.relation for f in told.held if f.kind == "date"}


def test_counted_people_are_no_name(tell: Tell) -> None:
    """The capital of a sentence's first word makes no name of a count."""
    told = tell("Eleven wives arrived at Kars.", "Nine wives arrived at Kars.")

    assert not any(c.befallen for c in told.contexts)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("1786, 19 January. His father dies.\n\n1792, 6 July. His mother dies.\n", True),
        ("1786, 19 January. His aunt dies.\n\n1792, 6 July. His aunt dies.\n", False),
        ("18:33. First turn of the line.\n\n19:17. Second turn of the line.\n", True),
        ("18:33. Second turn of the line.\n\n19:17. Second turn of the line.\n", False),
        ("The North Sea Squadron numbered 151 ships.\n\nThe Home Squadron numbered 101 ships.\n", True),
        ("The Home Squadron numbered 151 ships.\n\nThe Home Squadron numbered 101 ships.\n", False),
        ("The ferry carried 240 passengers.\n\nIn the fire 27 passengers died.\n", True),
        ("The stone carries 240 names.\n\nIn the fire 227 people died.\n", False),
    ],
)
def test_rows_of_one_list_that_tell_of_two_bearers_are_kept_apart(tell: Tell, text: str, apart: bool) -> None:
    """His father and his mother, the first and the second, two squadrons, those carried and those who died."""
    told = tell(text)
    pairs = [p for c in told.contexts for d in told.contexts if (p := _barred(c, d)) is not None]

    assert any(pairs) == apart


def _barred(left: Context, right: Context) -> str | None:
    """What bars two values told in two sentences, None where they can't be compared."""
    if left.claim.sentence >= right.claim.sentence or left.claim.kind != right.claim.kind:
        return None
    if left.claim.quantity is not None and left.claim.quantity.form == "ordinal":
        return None
    verdict = judge(left.claim, right.claim, NO_SIGNS)
    return bar(left, right, verdict) if verdict else None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Together the crew lost 31 pounds, and 14 of those pounds were Pell's.", "Pell lost 14 pounds.", True),
        ("Together the crew lost 31 pounds, and 16 of those pounds were Pell's.", "Pell lost 14 pounds.", False),
        ("The thermometer stood at 15 degrees below zero.", "The thermometer stood at 15 degrees.", True),
        ("The thermometer stood at 15 degrees below zero.", "The thermometer stood at 25 degrees.", False),
        ("Nine days after his death the church was full.", "He wrote the opera in eighteen days.", True),
        ("He wrote the opera in nine days.", "He wrote the opera in eighteen days.", False),
    ],
)
def test_a_value_of_another_thing_is_seen_in_its_own_sentence(tell: Tell, one: str, other: str, apart: bool) -> None:
    """The sentence gives the other's number besides, leaves out a minus, or tells how long after something it was."""
    told = tell(one, other)
    left, right = (next(c for c in told.contexts if c.document == n and c.claim.kind != "name") for n in (0, 1))
    verdict = judge(left.claim, right.claim, NO_SIGNS)

    assert verdict is not None
    assert bool(bar(left, right, verdict) or any(objections(left, right, verdict).values())) == apart
    assert bar(left, right, verdict) == bar(right, left, verdict)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brandt was paid £500 a year by his father.", "His father undertook to pay Brandt £600 a year."),
        (
            "The schooner Kestrel was sunk off Ulm on 5 May 1915.",
            "The schooner Kestrel was destroyed off Ulm on 4 May 1915.",
        ),
        ("The chemist Brandt died on 27 April 1988.", "The chemist Brandt was found hanged on 26 April 1988."),
        (
            "In Ulm Miss Pell said that 2,300 sick lay in the barracks in January.",
            "In Ulm Miss Pell said that 3,200 sick lay in the barracks in January, where many died.",
        ),
    ],
)
def test_one_thing_told_in_two_ways_is_compared(tell: Tell, one: str, other: str) -> None:
    """A yearly pay agreed on, a ship destroyed, a man found dead; a lady's title misses nobody."""
    assert 1 == len(tell(one, other).of("conflict"))


def test_a_denial_of_another_act_bars_no_date(tell: Tell) -> None:
    """That nobody knew before denies nothing of what was announced."""
    told = tell(
        "On 6 April 1970 the office of Ulm announced that Pell had the measles.",
        "On 7 April 1970 the office of Ulm announced that nobody but Pell had the measles.",
    )

    assert 1 == len(told.of("conflict"))


def test_medals_are_hung_and_men_are_hanged(tell: Tell) -> None:
    """Who hangs a medal round a neck kills nobody."""
    hung = tell("On 19 April 1970 the mayor hung a medal around his neck.")
    hanged = tell("On 19 April 1970 the mayor hanged the mutineer.")

    assert (frozenset(), frozenset({"kill"})) == (
        hung.context("1970-04-19").families,
        hanged.context("1970-04-19").families,
    )

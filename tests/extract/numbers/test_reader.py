from __future__ import annotations

import re
from array import array
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.extract.numbers import read_numbers
from analyzer.model import Claim, Document, Passage, Sentence, Source
from analyzer.offsets import OffsetMap
from analyzer.values.compare_quantities import compare_quantities


def document(text: str) -> Document:
    offsets = OffsetMap(array("L", range(len(text))), array("L", range(1, len(text) + 1)))
    source = Source("s", "s.txt", "s", "text/plain", "utf-8", "", text, text, offsets)
    lines = list(re.finditer(r"[^\n]+", text))
    sentences = tuple(Sentence(i, 0, 0, line.start(), line.end()) for i, line in enumerate(lines))
    return Document(source, (), (Passage(0, 0, "paragraph", 0, len(text)),), sentences)


def values(text: str) -> list[str]:
    return [claim.value for claim in read_numbers(document(text))]


def things(text: str) -> list[str]:
    return [claim.counted for claim in read_numbers(document(text))]


def forms(text: str) -> list[str]:
    return [claim.quantity.form for claim in read_numbers(document(text)) if claim.quantity]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There were 1,500 men.", "1500"),
        ("There were 1.500 men.", "1500"),
        ("There were 1 500 men.", "1500"),
        ("There were 1\u00a0500\u00a0000 men.", "1500000"),
        ("There were 1’500 men.", "1500"),
        ("There were twenty-three men.", "23"),
        ("There were a hundred and five men.", "105"),
        ("There were three and a half million men.", "3500000"),
        ("There were fifteen hundred men.", "1500"),
        ("There were two dozen men.", "24"),
        ("There were a score of men.", "20"),
        ("There were half a million men.", "500000"),
        ("There were 3.2 million men.", "3200000"),
        ("There were 2 1/2 tons of coal.", "2.5 {ton}"),
        ("They walked 3½ miles.", "3.5 [mi_i]"),
        ("It burned 3-1/3 square miles.", "3.333333 [smi_us]"),
        ("It burned three and one-third square miles.", "3.333333 [smi_us]"),
        ("It burned five and a quarter acres.", "5.25 [acr_us]"),
        ("Rates rose 2-1/4 per cent.", "2.25 %"),
        ("The island (area 1,200 sq. mi.) is flat.", "1200 [smi_us]"),
        ("The hall has 50 sq. metres.", "50 m2"),
        ("It fell to seventy-five degrees below zero, Fahrenheit.", "-75 [degF]"),
        ("The thermometer stood at twenty-two below zero.", "-22 deg"),
        ("It bore a pressure of 56 pounds per square foot.", "56 [lb_av]"),
        ("It was minus eight, with a thin wind.", "-8 deg"),
        ("There were eight degrees of frost.", "-8 deg"),
        ("Brought in during the day: 371 of them.", "371"),
    ],
)
def test_one_number_has_one_value_however_it_is_written(text: str, value: str) -> None:
    """Digits with any separator, words and mixtures give plain digits."""
    assert [value] == values(text)


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("It happened at the XIIIth congress.", "13", "ordinal"),
        ("It happened at the 13th congress.", "13", "ordinal"),
        ("It happened at the thirteenth congress.", "13", "ordinal"),
        ("It happened at the twenty-first congress.", "21", "ordinal"),
        ("She finished third in the race.", "3", "ordinal"),
        ("The captain is a man of about 60.", "~60 a", "age"),
        ("He won two-thirds of the votes.", "0.666667", "fraction"),
        ("It cost between $80 and $825.", "80..825 [USD]", "money"),
        ("It was −5 °C outside.", "-5 Cel", "measure"),
        ("It burned one-quarter of the town.", "0.25", "fraction"),
        ("One in ten sailors died.", "0.1", "fraction"),
        ("He won 52.3 per cent of the vote.", "52.3 %", "percent"),
        ("They sent 20 to 30 boats.", "20..30", "range"),
        ("They sent between 200 and 300 boats.", "200..300", "range"),
        ("They sent five or six boats.", "5..6", "range"),
        ("They sent two or three hundred boats.", "200..300", "range"),
        ("The senate voted 7–4 to accept.", "7-4", "vote"),
        ("It was carried by 12 votes to 3.", "12-3", "vote"),
        ("The team won the match 3–2.", "3-2", "score"),
        ("It cost $5 million.", "5000000 [USD]", "money"),
        ("It cost £20,000.", "20000 [GBP]", "money"),
        ("It cost 300 roubles.", "300 [RUB]", "money"),
        ("It cost 300 florins.", "300 [guilder]", "money"),
        ("It cost 300 gulden.", "300 [guilder]", "money"),
        ("It cost 300 ducats.", "300 [ducat]", "money"),
        ("He died aged 60.", "60 a", "age"),
        ("He died at the age of sixty.", "60 a", "age"),
        ("A 60-year-old man spoke.", "60 a", "age"),
        ("The captain, then 23, agreed.", "23 a", "age"),
        ("When she was nine, she left.", "9 a", "age"),
        ("It stood 5 feet 10 inches high.", "70 [in_i]", "measure"),
        ("It was a 500-foot tower.", "500 [ft_i]", "measure"),
        ("It was 30 °F outside.", "30 [degF]", "measure"),
        ("The fire covered 3.3 square miles.", "3.3 [smi_us]", "measure"),
        ("She was a ship of 31,550 gross register tons.", "31550 {ton}", "measure"),
        ("Tonnage: 30,396 GRT", "30396 {ton}", "measure"),
        ("Losses: Ulm 23,049", "23049", "cardinal"),
        ("It was three-quarters of a mile wide.", "0.75 [mi_i]", "measure"),
    ],
)
def test_each_form_is_told_apart(text: str, value: str, form: str) -> None:
    """Ordinals, shares, ranges, votes, scores, money, ages and measures carry their form and unit."""
    assert [(value, form)] == list(zip(values(text), forms(text), strict=True))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Some 300 men came.", "about"),
        ("Nearly 300 men came.", "nearly"),
        ("More than 300 men came.", "over"),
        ("Fewer than 300 men came.", "under"),
        ("At least 300 men came.", "at least"),
        ("Up to 300 men came.", "at most"),
        ("No fewer than 300 men came.", "at least"),
        ("Not fewer than 300 men came.", "at least"),
        ("No more than 300 men came.", ""),
        ("There came 300 or so men.", "about"),
        ("There came 300-odd men.", "about"),
        ("There came c. 300 men.", "about"),
        ("There came 300 men.", ""),
    ],
)
def test_the_approximator_is_recorded_and_left_out_of_the_span(text: str, word: str) -> None:
    """The words that make a number less exact stand in the quantity, not in the quote."""
    claim = read_numbers(document(text))[0]

    assert claim.quantity is not None
    assert (word, "300") == (claim.quantity.approximator, text[claim.start : claim.end])


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("He suffered three strokes.", "stroke"),
        ("More than 200 members of the union came.", "member"),
        ("He was one of only five full members of the board.", "member"),
        ("A seven-member committee met.", "member"),
        ("In all 26 people were killed.", "killed"),
        ("The fire left 26 killed and wounded.", "killed and wounded"),
        ("The storm left 26 killed.", "killed"),
        ("The blast ended by killing 300 people.", "killed"),
        ("She had 2,224 people on board.", "people aboard"),
        ("She carried 40 passengers and crew.", "passenger and crew"),
        ("Three others were wounded.", "wounded"),
        ("All 150 on board were saved.", "people aboard"),
        ("On board were 150 persons.", "people aboard"),
        ("There were 150 human beings on board.", "people aboard"),
        ("The dead came to 150, most of them sailors.", "dead"),
        ("The losses were put at 150.", "loss"),
        ("There five of whom were chiefs.", "chief"),
        ("Nearly 100,000 were rendered homeless.", "homeless"),
        ("It has a population of 300,000.", "population"),
        ("Of 100 of the city's inhabitants nothing is known.", "inhabitant"),
        ("They came with 17 horse-drawn engines.", "engine"),
    ],
)
def test_what_is_counted_is_named(text: str, thing: str) -> None:
    """The head noun, with what befell the ones counted."""
    assert [thing] == things(text)


@pytest.mark.parametrize(
    "text",
    [
        "See p. 12 and pp. 34–35.",
        "It stands in chapter 12.",
        "It stands in Chapter Three.",
        "Verse 3:16 says so.",
        "The ISBN 978-0-14-118776-1 is wrong.",
        "The page http://example.org/a/42 is gone.",
        "He was moved to Room 101.",
        "They cleared a cabin on deck eight.",
        "The crew of Apollo 11 came back.",
        "After World War Two he left.",
        "He lived at 10 Downing Street.",
        "She flew on a Boeing 747.",
        "No. 5 Squadron was there.",
        "They met one another one day.",
        "No one knew the one who did it.",
        "At first they waited.",
        "They stood at 41°44′N, 49°57′W.",
        "It happened at 11:40 p.m. or so.",
        "In 1812 soldiers marched.",
        "The two would have liked it.",
        "Hundreds of thousands of people fled.",
        "He spoke of the city.4 Then he left.",
        'They took "the key points of the city", 4 which was enough.',
        "They were in their 40s then.",
        "King Henry VIII died.",
        "The part 2Y is lost.",
        "His Opus 27 No. 2 was played.",
        "They lay in 70 deg. 44 min. N. for a while.",
    ],
)
def test_labels_and_idioms_are_no_numbers(text: str) -> None:
    """Page numbers, names, ids, years, clock times, positions and pronouns count nothing."""
    assert [] == values(text)


def test_a_growth_has_two_ends() -> None:
    """From and to are two claims with the end told in the rule."""
    claims = read_numbers(document("The army grew from 800,000 to 3,000,000 in a year."))

    assert [("800000", "cardinal-digits/from", "army"), ("3000000", "cardinal-digits/to", "army")] == [
        (claim.value, claim.rule, claim.counted) for claim in claims
    ]


def test_no_number_overlaps_what_is_taken() -> None:
    """The day of a date is not read again as a number."""
    text = "On 23 February 1918 seven members voted."
    date = Claim("s", "date", 3, 19, "1918-02-23", 0, "x")

    assert ["7"] == [claim.value for claim in read_numbers(document(text), (date,))]


@pytest.mark.parametrize(
    "piece", ["12, ", "1-", "one and ", "a hundred and ", "about 5 or 6 to ", "$", "(1) ", "ab12/"]
)
def test_long_lists_are_read_in_linear_time(piece: str) -> None:
    """Ten times the text takes no more than thirty times as long, whatever it repeats."""
    short, long = (fastest(document(piece * times)) for times in (300, 3000))

    assert long <= 30 * max(short, 0.005)


def fastest(text: Document) -> float:
    """Seconds of the best of three readings: a collection of garbage falls into one of them at most."""
    spent = []
    for _ in range(3):
        before = process_time()
        read_numbers(text)
        spent.append(process_time() - before)
    return min(spent)


@settings(deadline=None, max_examples=150)
@given(st.integers(min_value=13, max_value=999_999_999))
def test_grouped_digits_come_back_plain(number: int) -> None:
    """Every whole number with commas is read back, with its span in the text."""
    text = f"There were {number:,} ships in the bay."
    plain_year = 1000 <= number <= 2100 and "," not in f"{number:,}"
    claim = read_numbers(document(text))[0]

    assert not plain_year
    assert (str(number), f"{number:,}", "ship") == (claim.value, text[claim.start : claim.end], claim.counted)


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="abz OF 0123456789,.-–½°$£%()/'’“\n", max_size=60))
def test_any_text_gives_sorted_disjoint_claims(text: str) -> None:
    """No input raises, and claims neither overlap nor leave their text."""
    claims = read_numbers(document(text))
    ends = [0, *(claim.end for claim in claims)]

    assert all(end <= claim.start < claim.end <= len(text) for end, claim in zip(ends, claims, strict=False))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned 3 sq. m. of the town, ten miles from the coast.", ["3 [smi_us]", "10 [mi_i]"]),
        ("It lies 20 km away and has 50 sq. m. of floor.", ["20 km", "50 m2"]),
        ("It has 50 sq. m. of floor.", ["50 m2"]),
    ],
)
def test_an_open_square_m_follows_the_measures_of_the_text(text: str, expected: list[str]) -> None:
    """Miles where the text counts in miles, else metres."""
    assert expected == values(text)


def test_a_mixed_number_in_square_miles_agrees_with_its_acres() -> None:
    """Square miles convert to acres within the rounding of the fraction."""
    claims = read_numbers(document("It burned 3-1/3 square miles, or 2,124 acres."))
    left, right = (claim.quantity for claim in claims)

    assert left is not None
    assert right is not None
    assert compare_quantities(left, right).outcome == "rounding"


@pytest.mark.parametrize("name", ["Task Force", "Torpedo Squadron", "Home Fleet"])
def test_the_number_of_a_formation_is_a_label_before_any_word(name: str) -> None:
    assert values(f"On Monday {name} 16 sails: two carriers.") == ["2"]
    assert values(f"On Monday {name.lower()} 16 sails of the line saw.") == ["16"]


@pytest.mark.parametrize(
    "text", ["He wrote opus 53, then Op. 53 and No. 5.", "The opus 27 sonatas and Opp. 59 and 60."]
)
def test_the_number_of_a_work_is_a_label(text: str) -> None:
    """Opus and catalogue numbers count nothing, even before a plural."""
    assert [] == values(text)


def test_the_year_of_a_life_is_an_ordinal() -> None:
    """A year of age in ordinals stays one number each."""
    assert ["57", "60"] == values("He died in his fifty-seventh year, not the 60th year of his age.")


def test_a_large_number_after_a_name_counts_what_was_counted_before() -> None:
    """In a list of losses verb and noun stand once."""
    text = (
        "Ulm lost 15,000 men, the Swiss 7,000, and Kars about 6,700. They had 60,000 troops and 150 guns; Ulm 74,000."
    )

    assert ["man lost", "man lost", "man lost", "troop", "gun", "troop"] == things(text)


def test_a_number_after_a_name_stays_a_label_where_nothing_was_counted() -> None:
    """Models, ships and rooms bear numbers."""
    assert [] == values("They flew the Orion 7,000, and Flight 12 was lost.")


def test_those_who_lost_their_homes_are_homeless() -> None:
    """However it is said."""
    text = "In all 6,000 people were left without shelter. At Ulm 25,000 persons lost their homes."

    assert ["homeless", "homeless"] == things(text)


def test_a_crew_is_counted_whatever_it_did_next() -> None:
    """The verb after the number is not what is counted."""
    assert ["crew"] == things("The crew of forty-one took to the boats.")


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("Deaths: 2,209", "death"),
        ("Houses destroyed: some 1,500", "house destroyed"),
        ("Number of passengers: about 1,316", "passenger"),
        ("Letters written by hand: 12", "letter"),
        ("Horses lost: 800", "horse"),
        ("Killed: 33", "killed"),
        ("Killed, all ranks: 33", "killed"),
        ("Total dead: 75", "dead"),
    ],
)
def test_a_label_says_what_the_number_behind_it_counts(line: str, thing: str) -> None:
    """In a fact box nothing follows the number."""
    assert [thing] == things(line)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("It was fifty feet long.", "length"),
        ("Length: 3,465 yards", "length"),
        ("The arch, 71 feet high, fell.", "height"),
        ("It left a headway of 88 feet at high tide.", "height"),
        ("It carried the line seventy-eight feet above the stream.", "height"),
        ("In weight it was 12 tons.", "weight"),
        ("Total expenditure came to £300,000.", "cost"),
        ("The bridge had cost £350,000.", "cost"),
        ("The ship was acquired for £12,500.", "cost"),
        ("He served at a salary of 500 roubles.", "pay"),
    ],
)
def test_a_measure_names_its_attribute_however_it_is_told(text: str, attribute: str) -> None:
    """Adjective, noun, verb or position: measures of one attribute can meet, those of two are told apart."""
    assert [attribute] == things(text)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The number of dead is generally given as 75.", "dead"),
        ("The number of houses was put at 1,500.", "house"),
        ("Some 6,000 wrote to him.", ""),
    ],
)
def test_the_number_of_things_counts_them_and_a_verb_names_none(text: str, thing: str) -> None:
    """ "The number of" names what is counted before it; a verb right after a number says what the counted did."""
    assert [thing] == things(text)


def test_the_next_row_is_not_what_a_row_counts() -> None:
    """Rows of labels end where the next label begins."""
    text = "Deaths: 2,209\nDam: of earth"
    whole = replace(document(text), sentences=(Sentence(0, 0, 0, 0, len(text)),))

    assert ["death"] == [claim.counted for claim in read_numbers(whole)]


def test_a_tonnage_is_told_in_tons() -> None:
    """However it is told, the size of a ship can be compared."""
    assert ["131300 {ton}"] == values("The ships had a combined tonnage of 131,300.")


def test_what_is_counted_stands_after_two_words_of_origin() -> None:
    """ "19 Siberian and Manchurian ponies" are ponies."""
    assert ["pony"] == things("They took 19 Siberian and Manchurian ponies.")


def test_a_man_of_so_many_is_of_that_age() -> None:
    """The years go unsaid; a group of so many men has no age."""
    assert ["age"] == forms("In came a man of fifty-two with a tan.")
    assert ["cardinal"] == forms("In came a party of fifty-two with guns.")

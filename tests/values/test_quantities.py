from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.extract.numbers.amount import significant
from analyzer.values.arithmetic import percent_fits, sum_fits
from analyzer.values.compare_quantities import QuantityOutcome, compare_quantities
from analyzer.values.conversion import convert, convertible
from analyzer.values.numerals import plain
from analyzer.values.quantities import Approximator, Quantity, QuantityForm


def quantity(number: str, unit: str = "", approximator: Approximator = "", form: QuantityForm = "cardinal") -> Quantity:
    low, _, high = number.partition("..")
    about = "~" if approximator in ("about", "nearly") else ""
    value = f"{about}{number} {unit}".rstrip()
    digits = significant(Decimal(high or low))
    return Quantity(value, float(low), float(high or low), form, unit, approximator, digits)


CASES: list[tuple[Quantity, Quantity, QuantityOutcome]] = [
    (quantity("1500", approximator="about"), quantity("1523"), "rounding"),
    (quantity("15000"), quantity("15000", approximator="about"), "rounding"),
    (quantity("15000"), quantity("15000"), "equal"),
    (quantity("200", approximator="over"), quantity("250"), "rounding"),
    (quantity("200", approximator="over"), quantity("180"), "conflict"),
    (quantity("200", approximator="over"), quantity("900"), "conflict"),
    (quantity("200", approximator="at least"), quantity("900"), "contained"),
    (quantity("300", approximator="under"), quantity("300", approximator="over"), "conflict"),
    (quantity("3000000", approximator="nearly"), quantity("2900000"), "rounding"),
    (quantity("1000000"), quantity("800000"), "conflict"),
    (quantity("24", "km", form="measure"), quantity("15", "[mi_i]", form="measure"), "rounding"),
    (quantity("24", "km", form="measure"), quantity("24", "kg", form="measure"), "incomparable"),
    (quantity("5", "[USD]", form="money"), quantity("5", "[GBP]", form="money"), "incomparable"),
    (quantity("5"), quantity("7"), "conflict"),
    (quantity("60"), quantity("61"), "conflict"),
    (quantity("1500"), quantity("1517"), "rounding"),
    (quantity("46", "m", form="measure"), quantity("46.7", "m", form="measure"), "rounding"),
    (quantity("48", "m", form="measure"), quantity("46.7", "m", form="measure"), "conflict"),
    (quantity("200000", "m3", form="measure"), quantity("192000", "m3", form="measure"), "rounding"),
    (quantity("200000", "m3", form="measure"), quantity("190000", "m3", form="measure"), "conflict"),
    (quantity("1503"), quantity("1517"), "conflict"),
    (quantity("20..30", form="range"), quantity("25"), "contained"),
    (quantity("20..30", form="range"), quantity("35"), "conflict"),
    (quantity("0.5", form="fraction"), quantity("50", "%", form="percent"), "equal"),
    (quantity("0.5", form="fraction"), quantity("48", "%", form="percent"), "rounding"),
    (quantity("3"), quantity("3", form="ordinal"), "incomparable"),
    (quantity("7-4".split("-", maxsplit=1)[0], form="ordinal"), quantity("8", form="ordinal"), "conflict"),
    (quantity("52310", "{ton}", form="measure"), quantity("52310", "[lton_av]", form="measure"), "rounding"),
]


@pytest.mark.parametrize(("left", "right", "outcome"), CASES)
def test_known_pairs_get_their_verdict_from_both_sides(
    left: Quantity, right: Quantity, outcome: QuantityOutcome
) -> None:
    """The table of pairs the comparison was made for."""
    assert [outcome, outcome] == [
        compare_quantities(left, right).outcome,
        compare_quantities(right, left).outcome,
    ]


@pytest.mark.parametrize(
    ("left", "right", "hint"),
    [
        ("60", "61", "off by one"),
        ("1836", "1863", "transposed digits"),
        ("1500", "15000", "factor 10"),
        ("1523", "153", "dropped digit"),
        ("5", "7", ""),
    ],
)
def test_a_slip_of_the_pen_is_named(left: str, right: str, hint: str) -> None:
    """The hint says how one figure could have become the other."""
    assert hint == compare_quantities(quantity(left), quantity(right)).hint


def test_votes_agree_in_either_order() -> None:
    """Seven to four is four to seven told from the other side; 7-5 is another vote."""
    left, turned, other = (Quantity(value, 4, 7, "vote") for value in ("7-4", "4-7", "7-5"))

    assert "equal" == compare_quantities(left, turned).outcome
    assert "conflict" == compare_quantities(left, other).outcome


approximators: st.SearchStrategy[Approximator] = st.sampled_from(
    ("", "about", "over", "under", "nearly", "at least", "at most")
)
units = st.sampled_from(("", "km", "[mi_i]", "kg", "{ton}", "Cel", "[degF]"))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    unit = draw(units)
    low = draw(st.integers(min_value=0, max_value=10**7))
    high = draw(st.one_of(st.just(low), st.integers(min_value=low, max_value=2 * 10**7)))
    form: QuantityForm = "measure" if unit else "cardinal" if low == high else "range"
    number = str(low) if low == high else f"{low}..{high}"
    return quantity(number, unit, draw(approximators), form)


@settings(deadline=None, max_examples=200)
@given(quantities())
def test_a_quantity_equals_itself(one: Quantity) -> None:
    """Reflexive, with no difference and no hint."""
    result = compare_quantities(one, one)

    assert ("equal", "agreement", "", "") == (result.outcome, result.relation, result.difference, result.hint)


@settings(deadline=None, max_examples=300)
@given(quantities(), quantities())
def test_the_verdict_does_not_depend_on_the_order(left: Quantity, right: Quantity) -> None:
    """Symmetric in outcome, relation, difference and hint."""
    there, back = compare_quantities(left, right), compare_quantities(right, left)

    assert (there.outcome, there.relation, there.difference, there.hint) == (
        back.outcome,
        back.relation,
        back.difference,
        back.hint,
    )
    assert [reason.code for reason in there.reasons] == [reason.code for reason in back.reasons]


@settings(deadline=None, max_examples=200)
@given(st.integers(min_value=100, max_value=10**8), st.integers(min_value=2, max_value=4))
def test_rounding_a_number_is_never_a_conflict(number: int, digits: int) -> None:
    """A number rounded to two digits or more agrees with itself, but for a count one off below a thousand."""
    rounded = round(number, digits - len(str(number)))
    outcome = compare_quantities(quantity(str(number)), quantity(str(rounded))).outcome

    assert outcome in ("equal", "rounding") or (abs(number - rounded) == 1 and max(number, rounded) < 1000)


@settings(deadline=None, max_examples=100)
@given(st.floats(min_value=1, max_value=10**6), units, units)
def test_conversion_goes_there_and_back(size: float, unit: str, other: str) -> None:
    """A converted size lies in what comes back, within a billionth."""
    if convertible(unit, other):
        low, high = convert(*convert(size, size, unit, other), other, unit)

        assert low - 1e-6 * size <= size <= high + 1e-6 * size


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=2, max_size=6))
def test_parts_add_up_to_their_sum_and_to_nothing_else(parts: list[int]) -> None:
    """The sum fits, one more does not, and the order of the parts does not matter."""
    assert sum_fits(parts, sum(parts)).fits
    assert not sum_fits(parts, sum(parts) + 1).fits
    assert sum_fits(parts[::-1], sum(parts) + 1).difference == -1


def test_shares_are_checked_to_half_a_point() -> None:
    """705 of 2,224 is 32 %, not 33 %."""
    assert percent_fits(705, 2224, 32).fits
    assert "705 of 2,224 = 31.7 %, not 33 %" == percent_fits(705, 2224, 33).sentence


def test_arithmetic_refuses_what_has_no_meaning() -> None:
    """A sum of one part and a share of nothing raise."""
    with pytest.raises(ValueError, match="two parts"):
        sum_fits([1], 1)
    with pytest.raises(ValueError, match="above zero"):
        percent_fits(1, 0, 5)


def test_plain_digits_have_no_exponent() -> None:
    """The contract's digits."""
    assert ["3500000", "0.666667", "12.5"] == [plain(Decimal(x)) for x in ("35E+5", "0.6666666666", "12.50")]

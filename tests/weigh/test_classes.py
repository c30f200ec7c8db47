"""Tests for the distinct values of one finding."""

from __future__ import annotations

from analyzer.weigh.classes import classify
from benchmarks.simulated_sources import stated


def test_a_coarser_value_supports_each_finer_one_it_contains() -> None:
    """A year is no rival of two days in it."""
    finding = stated("date", {"a": "1906", "b": "1906-04-18", "c": "1906-05-18"})
    classes = classify(finding)

    assert ("1906-04-18", "1906-05-18") == classes.names
    assert [{0, 1}, {0}, {1}] == [set(classes.of(r)) for r in finding.readings]


def test_a_coarse_value_outside_is_a_class_of_its_own() -> None:
    """A year that contains none of the days contradicts them."""
    classes = classify(stated("date", {"a": "1907", "b": "1906-04-18"}))

    assert ("1906-04-18", "1907") == classes.names


def test_a_year_supports_each_period_that_begins_in_it() -> None:
    """Two sources with exact days for a siege and one with the year of its beginning: two classes, not three."""
    periods = {"b": "1870-09-19/1871-01-28", "c": "1870-09-20/1871-01-28"}
    finding = stated("date", {"a": "1870", **periods, "d": "1869"})
    classes = classify(finding)

    assert ("1869", *periods.values()) == classes.names
    assert {1, 2} == set(classes.of(finding.readings[0]))


def test_reconciled_readings_are_one_class() -> None:
    """A rounding is one value, called by its finest form."""
    classes = classify(stated("number", {"a": "~3000", "b": "3012"}, "rounding"))

    assert ("3012",) == classes.names
    assert {frozenset({0})} == set(classes.supports.values())


def test_a_conflict_the_values_do_not_show_keeps_its_readings_apart() -> None:
    """When the comparison calls a year and a day in it a conflict, each is a class."""
    classes = classify(stated("date", {"a": "1906", "b": "1906-04-18"}))

    assert ("1906", "1906-04-18") == classes.names


def test_names_differ_by_more_than_case_and_spaces() -> None:
    """Names are folded before they are told apart."""
    classes = classify(stated("name", {"a": "Fort  Mason", "b": "fort mason", "c": "Presidio"}))

    assert ("Fort  Mason", "Presidio") == classes.names


def test_a_readers_value_is_found_as_written_or_coarser() -> None:
    """An unknown value stands for none of the readings."""
    classes = classify(stated("date", {"a": "1906", "b": "1906-04-18", "c": "1906-05-18"}))

    assert [{1}, {0, 1}, set()] == [set(classes.named(v)) for v in ("1906-05-18", "1906", "1910")]

"""The mutation benchmark plants what it says it plants, and counts it right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from analyzer.model import Comparison, Finding, FindingKind, Reading
from benchmarks.mutation.changes import Change
from benchmarks.mutation.conflicts import CONFLICTS
from benchmarks.mutation.copying import SETTINGS, Setting, copied
from benchmarks.mutation.documents import Account, accounts, paragraphs
from benchmarks.mutation.harmless import HARMLESS, in_words
from benchmarks.mutation.runs import APART, PER_RUN, Dice, Run, drawn, packed
from benchmarks.mutation.scoring import Tally
from benchmarks.mutation.spotting import clocks, days, durations, numbers
from benchmarks.mutations import figures, missed

ACCOUNTS = accounts()
TEXT = (
    "The fort\n\nThe fort was taken on 3 May 1878 by 1,200 men. It had two gates. The siege lasted 40 days.\n\n"
    "At 2:05 p.m. on 9 June 1879 the bridge fell. The river was 300 feet wide."
)
FORT = Account("fort", TEXT, paragraphs(TEXT))


def planted(kind: str, old: str, new: str) -> Change:
    """A change of the fort's text."""
    at = TEXT.index(old)
    return Change(kind, at, at + len(old), new)


def run_with(*changes: Change, setting: Setting = "near") -> Run:
    """One copy of the fort's text."""
    return Run(FORT, setting, copied(FORT, list(changes), setting, Dice(1)))


def conflict(run: Run, kind: FindingKind, values: tuple[str, str], confidence: float = 0.9) -> Comparison:
    """A conflict that reads the first plant and its counterpart."""
    plant = run.copy.plants[0]
    sides = (("original", *plant.original), ("copy", *plant.copy))
    readings = tuple(Reading(s, a, b, "", value, "") for (s, a, b), value in zip(sides, values, strict=True))
    return Comparison((Finding("f", "", "", kind, "conflict", "between", confidence, 2, "", readings, ()),))


def tally(run: Run, comparison: Comparison) -> Tally:
    """The counts of one run."""
    counted = Tally()
    counted.add(run, comparison)
    return counted


def test_documents_are_many_and_of_a_length() -> None:
    """At least eight subjects, 400 to 900 words each."""
    lengths = [len(account.text.split()) for account in ACCOUNTS]

    assert (True, True) == (len(ACCOUNTS) >= 8, all(400 <= length <= 900 for length in lengths))


def test_kinds_are_as_many_as_asked() -> None:
    """At least twelve kinds of conflict and ten of harmless change, no name twice."""
    names = [kind.name for kind in (*CONFLICTS, *HARMLESS)]

    assert (True, True, len(names)) == (len(CONFLICTS) >= 12, len(HARMLESS) >= 10, len(set(names)))


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda a: a.name)
def test_sentences_cover_the_text_below_the_title(account: Account) -> None:
    """Nothing but white space stands between the sentences of a document."""
    parts = [part for paragraph in account.paragraphs for part in paragraph]
    joined = account.title.split() + [w for p in parts for w in account.text[p.start : p.end].split()]

    assert account.text.split() == joined


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda a: a.name)
def test_every_change_changes_something_and_nearly_every_kind_has_a_place(account: Account) -> None:
    """A change is never the words it replaces; each document has room for at least twenty kinds."""
    changes = drawn(account, 2, Dice(3))
    idle = [c for c in changes if account.text[c.start : c.end] == c.text]

    assert ([], True) == (idle, len({c.kind for c in changes}) >= 20)


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda a: a.name)
def test_plants_stand_where_they_are_said_to(account: Account, setting: Setting) -> None:
    """Each planted change is in the copy, word for word, and its sentence was kept."""
    for changes in packed(account, drawn(account, 1, Dice(4))):
        copy = copied(account, changes, setting, Dice(5))

        assert sorted(c.text for c in changes) == sorted(copy.text[slice(*p.copy)] for p in copy.plants)


def test_one_copy_holds_few_changes_far_apart() -> None:
    """Two changes never share a sentence or stand in neighbouring ones."""
    account = ACCOUNTS[0]
    starts = [part.start for paragraph in account.paragraphs for part in paragraph]
    for changes in packed(account, drawn(account, 3, Dice(6))):
        places = sorted(sum(start <= c.start for start in starts) for c in changes)
        gaps = [b - a for a, b in pairwise(places)]

        assert (True, True) == (len(changes) <= PER_RUN, all(gap >= APART for gap in gaps))


def test_the_same_seed_gives_the_same_copies() -> None:
    """Figures can be compared from one day to the next."""
    first, second = (run_with(planted("date, other year", "1878", "1876"), setting="shuffled") for _ in range(2))

    assert first.copy.text == second.copy.text


def test_values_are_spotted_without_the_analyzer() -> None:
    """Dates, times, durations and numbers each once, and no number out of another value."""
    found = ([d.year for d in days(TEXT)], [c.minute_of_day for c in clocks(TEXT)])
    counts = ([d.value for d in durations(TEXT)], [n.value for n in numbers(TEXT)])

    assert (([1878, 1879], [845]), ([40], [1200, 2, 300])) == (found, counts)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7, "seven"),
        (40, "forty"),
        (127, "one hundred and twenty-seven"),
        (1860, "one thousand eight hundred and sixty"),
    ],
)
def test_numbers_are_written_in_words(value: int, words: str) -> None:
    """The harmless change must not be a wrong number."""
    assert words == in_words(value)


@pytest.mark.parametrize(
    ("kind", "values", "confidence", "expected"),
    [
        ("date", ("1878", "1876"), 0.9, 1),
        ("date", ("1878", "1876"), 0.4, 0),
        ("number", ("1878", "1876"), 0.9, 0),
        ("date", ("1878", "1878"), 0.9, 0),
    ],
)
def test_a_plant_is_found_by_a_called_conflict_of_its_kind_and_value(
    kind: FindingKind, values: tuple[str, str], confidence: float, expected: int
) -> None:
    """Suggestions, conflicts about another value of the sentence, and the same value on both sides do not count."""
    run = run_with(planted("date, other year", "1878", "1876"))
    counted = tally(run, conflict(run, kind, values, confidence))

    assert expected == counted.counts["date, other year", "near"].called


def test_a_conflict_on_a_harmless_change_is_a_false_alarm() -> None:
    """It counts against the kind and among the unplanted."""
    run = run_with(planted("rounded, about", "1,200", "about 1,000"))
    counted = tally(run, conflict(run, "number", ("1200", "~1000")))

    assert (1, 1) == (counted.counts["rounded, about", "near"].called, counted.conflicts["unplanted"])


def test_a_conflict_that_pairs_a_plant_wrongly_is_astray() -> None:
    """It is neither found nor out of nothing."""
    run = run_with(planted("number, other", "1,200", "2,000"))
    found = conflict(run, "number", ("1200", "2000")).findings[0]
    other = Reading("original", len(TEXT) - 9, len(TEXT) - 5, "", "300", "")
    wrong = Comparison((replace(found, readings=(other, found.readings[1])),))

    assert {"planted": 0, "astray": 1, "unplanted": 0} == tally(run, wrong).conflicts


def test_figures_and_targets() -> None:
    """A run that finds its only plant reaches the target of that kind and misses those of kinds it never planted."""
    run = run_with(planted("date, other year", "1878", "1876"))
    measured = figures(tally(run, conflict(run, "date", ("1878", "1876"))))

    assert (1.0, 0.0, ["time", "number"]) == (
        measured["date"],
        measured["unplanted"],
        [line.split(":")[0] for line in missed(measured)],
    )

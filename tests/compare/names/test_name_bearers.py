"""Links between spellings make bearers."""

from __future__ import annotations

from itertools import combinations

import pytest

from analyzer.compare.names.name_bearers import Link, bearers
from analyzer.values.names import compare_names


def of(*names: str) -> list[list[str]]:
    """The groups that all links between some names make."""
    found = ((a, b, compare_names(a, b)) for a, b in combinations(sorted(names), 2))
    return [group for group, _ in bearers([Link(a, b, c.reasons) for a, b, c in found if c.relation == "variant"])]


def test_spellings_linked_in_a_chain_are_one_bearer() -> None:
    """One that meets another's other spelling belongs to both."""
    assert [["A. F. Weber", "Anna F. Weber", "Anna Friederike Weber"]] == of(
        "Anna Friederike Weber", "Anna F. Weber", "A. F. Weber"
    )


@pytest.mark.parametrize("others", [("Anna Weber", "Albert Weber"), ("Anna Weber", "Albert Weber", "Adam Weber")])
def test_an_initial_of_two_bearers_is_no_witness_for_either(others: tuple[str, ...]) -> None:
    """Nobody can tell whom it means."""
    assert [] == of("A. Weber", *others)


def test_the_surer_link_keeps_a_spelling() -> None:
    """Diacritics alone say more than an initial."""
    assert [["Andre Weber", "André Weber"]] == of("A. Weber", "Andre Weber", "André Weber", "Albert Weber")


def test_no_group_holds_two_bearers() -> None:
    """A chain of small differences never leads from one person to another."""
    groups = of("Jan Weber", "J. Weber", "Johann Weber", "Johanna Weber", "Joseph Weber")

    assert not any({"Johann Weber", "Johanna Weber"} <= set(group) for group in groups)
    assert not any({"Johann Weber", "Joseph Weber"} <= set(group) for group in groups)


def test_each_reason_is_given_once() -> None:
    """As the links have them, in order."""
    reason = compare_names("Katarina Weber", "Katharina Weber").reasons
    links = [Link("Katarina Weber", "Katharina Weber", reason)] * 2

    assert [reason] == [reasons for _, reasons in bearers(links)]

"""Slogans in two wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.compare.slogans import slogan_findings

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“No taxes, no tithes”", "“neither taxes nor tithes”"),
        ("'no taxes, no tithes'.", "«No taxes and no tithes»"),
        ("\"a policy of 'no taxes, no tithes', he said\"", "«No taxes and no tithes»"),
        ("“no honour, no labour”", "“neither honor nor labor”"),
    ],
)
def test_two_ways_to_deny_are_one_slogan(tell: Tell, one: str, other: str) -> None:
    """In any marks, also inside another quotation."""
    told = tell(f"The mayor spoke of {one} at the harbour.", f"They remembered {other} for long.")
    found = list(slogan_findings(told.documents))

    assert [("quote", "name_variant", "between")] == [(f.kind, f.relation, f.scope) for f in found]
    assert all(r.text[r.text.index(r.value) - 1] in "'\"“«" for r in found[0].readings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“never admitted his many mistakes”", "“never admitted their many mistakes”"),
        ("“taxes and tithes”", "“no taxes, no tithes”"),
        ("“war and peace for all”", "“war or peace for all”"),
        ("“no taxes”", "“neither taxes”"),
        ("“no taxes, no tithes”", "“no tithes, no taxes”"),
        ("“no taxes, no tithes”", "“No taxes, no tithes!”"),
        ("no taxes, no tithes", "neither taxes nor tithes"),
    ],
)
def test_other_words_are_another_slogan(tell: Tell, one: str, other: str) -> None:
    """A pronoun, no denial, one word denied, another order, no difference, no marks."""
    told = tell(f"The mayor spoke of {one} at the harbour.", f"They remembered {other} for long.")

    assert [] == list(slogan_findings(told.documents))


def test_a_lost_mark_spoils_its_passage_only(tell: Tell) -> None:
    """The next paragraph begins afresh."""
    told = tell("He cried “stop at once.\n\nThey loved “no taxes, no tithes” here.", "“Neither taxes nor tithes”.")

    assert 1 == len(list(slogan_findings(told.documents)))

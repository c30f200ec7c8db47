"""Orders of events that can't be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Clara Brandt was born on 3 May 1861. Clara Brandt died on 4 June 1821.", ("1821-06-04", "1861-05-03")),
        ("Clara Brandt died on 4 June 1861. Clara Brandt was buried on 1 May 1861.", ("1861-05-01", "1861-06-04")),
        ("Clara Brandt (3 May 1861 - 4 June 1831) was a painter.", ("1831-06-04", "1861-05-03")),
        ("Clara Brandt was buried on 18 March 1861. She had died on 21 March 1861.", ("1861-03-18", "1861-03-21")),
        ("The Kestrel was launched in May 1890. The Kestrel sank on 3 June 1889.", ("1889-06-03", "1890-05")),
    ],
)
def test_what_ends_a_thing_does_not_come_before_its_beginning(tell: Tell, text: str, dates: tuple[str, str]) -> None:
    """Nobody dies before birth, and no ship sinks before launch."""
    found = [f for f in tell(text).held if f.kind == "sequence"]

    assert [("conflict", "within", dates)] == [
        (f.relation, f.scope, tuple(sorted(r.value for r in f.readings))) for f in found
    ]
    assert found[0].explanation.endswith("which can't be.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Clara Brandt died on 4 June 1861. Clara Brandt was buried on 7 June 1861.", id="in order"),
        pytest.param("Paul Brandt was born in 1850. Anna Brandt died in 1849.", id="two of one family"),
        pytest.param("Clara Brandt was born about 1861. Clara Brandt died on 4 June 1821.", id="a date in doubt"),
        pytest.param(
            "Clara Brandt was buried on 1 June 1861. Clara Brandt died on 9 June 1861. Ulm fell on 3 May 1861 (O.S.).",
            id="two calendars",
        ),
        pytest.param("John Brandt died in 1899. John Brandt, the grandson, was baptised in 1902.", id="namesakes"),
        pytest.param("The Kestrel sank in 1880. The Kestrel was rebuilt in 1882.", id="a second life"),
        pytest.param("Clara Brandt was married in 1849. Clara Brandt was elected in 1840.", id="acts in any order"),
    ],
)
def test_other_orders_are_told_without_a_word(tell: Tell, text: str) -> None:
    """Families share a name, and a few days may lie between two calendars."""
    assert [] == [f for f in tell(text).findings if f.kind == "sequence"]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.extract.events import attach

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from analyzer.model import Claim, Document

    class Told(Protocol):
        @property
        def document(self) -> Document: ...
        @property
        def claims(self) -> tuple[Claim, ...]: ...
        def events_of(self, value: str) -> list[str]: ...

    Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "date", "first"),
    [
        ("He was elected on 3 August, having been released from prison on 2 May.", "3 August", "elect"),
        ("He was elected on 3 August, having been released from prison on 2 May.", "2 May", "release"),
        ("Soon she was elected chairman of the society (12 September 1917).", "12 September 1917", "elect"),
        ("He founded (and from 8 October 1917 chaired) the Chess Club.", "8 October 1917", "chair"),
        ("In May 1804 he left Bonn, and in June 1805 he returned.", "June 1805", "return"),
        ("It was not until May 1804 that he left Bonn.", "May 1804", "leave"),
        ("She was born in 1815 and died in 1852.", "1852", "die"),
        ("The surrender of the town on 4 July ended the war.", "4 July", "surrender"),
        ("The bridge, which was built in 1869, burned in 1871.", "1869", "build"),
        ("In May 1804, after the war was won and before the spring, the guild elected him.", "May 1804", "elect"),
        ("In May 1804, when she died, he left Bonn.", "May 1804", "leave"),
        ("Karl Weber was exiled to Alma Ata in Kazakhstan on 4 July 1928.", "4 July 1928", "exile"),
        ("During the 1804 trade debate, Rowe said nothing.", "1804", "debate"),
        ("The bridge, which was built in 1869, burned in 1871.", "1871", "burn"),
        ("I remember the holiday we were given when the mill was started, in May 1878.", "May 1878", "start"),
    ],
)
def test_a_date_belongs_to_its_own_event(tell: Tell, text: str, date: str, first: str) -> None:
    """Comparing dates is comparing events: the innermost clause around the date comes first."""
    assert first == tell(text, date).events_of(date)[0]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("In May 1804 she resigned and moved to Ghent.", {"resign", "move to"}),
        ("The inquiry, which a judge chaired, opened on 16 June.", {"open"}),
    ],
)
def test_a_date_is_shared_between_joined_clauses_alone(tell: Tell, text: str, events: set[str]) -> None:
    """ "She resigned and moved" happened then; what a relative clause adds happened some time."""
    date = "May 1804" if "May 1804" in text else "16 June"

    assert events == set(tell(text, date).events_of(date))


def test_a_value_without_a_predicate_belongs_to_no_event(tell: Tell) -> None:
    """A caption tells nothing of an event."""
    told = tell("The old harbour, 1918.\nThe ship was at the quay.", "1918")

    assert () == told.claims[0].frames


def test_attaching_keeps_every_claim_as_it_is(tell: Tell) -> None:
    """Only the frames are set, whatever the order of the claims."""
    told = tell("She was born in 1815 and died in 1852.", "1815", "1852")

    assert () == attach((), (), told.document)
    assert ["1815", "1852"] == [claim.value for claim in told.claims]

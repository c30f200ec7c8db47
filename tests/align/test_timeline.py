"""When sentences play."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analyzer.align.timeline import gaps, read_timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Document

    Make = Callable[[str, Sequence[str]], Document]


def test_a_year_is_carried_to_months_and_to_sentences_without_a_date(make_document: Make) -> None:
    """March belongs to the year named before; the last sentence plays where the one before it does."""
    told = read_timeline(make_document("a", ["It began in 1871.", "In March it grew.", "Then it ended."]))

    assert [1871.0, 1871.1667, 1871.1667] == [round(times[0][0], 4) for times in told.intervals]
    assert [0, 1, 0] == [len(times) for times in told.precise]


def test_gaps_are_years_between_the_nearest_times(make_document: Make) -> None:
    """Overlapping times are 0 apart; no time at all is unknown, not far."""
    a = read_timeline(make_document("a", ["It was 1871.", "On 9 October 1873 it rained."]))
    b = read_timeline(make_document("b", ["In 1871 it rained."]))
    none = read_timeline(make_document("c", ["It rained."]))

    assert [0.0, 1.76] == [round(float(g), 2) for g in gaps(a.intervals, b.intervals)[:, 0]]
    assert np.isnan(gaps(a.intervals, none.intervals)).all()

"""No probability is printed where the witnesses can't be judged, and no letter where nothing can be ranked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.report.charts_posterior import posterior_chart
from analyzer.report.judging import condition, why_not
from analyzer.report.view import view
from tests.report.halcyon import analysis

if TYPE_CHECKING:
    from analyzer.model import Analysis


def _unjudged() -> Analysis:
    """The sample with verdicts that rest on too little, though their figures are high."""
    base = analysis()
    verdicts = tuple(replace(v, undetermined=True, information=6) for v in base.reliability.verdicts)
    witnesses = tuple(replace(w, n=2, agreement=None, grade="F") for w in base.reliability.witnesses)
    return replace(base, reliability=replace(base.reliability, verdicts=verdicts, witnesses=witnesses, superiority=()))


def test_a_card_that_cant_be_judged_shows_no_probability() -> None:
    """A figure of 90 % beside "undetermined" would say two things at once."""
    weighed = [card for card in view(_unjudged()).conflicts if card.verdict]

    assert {"Not enough to judge: no witness tells 5 or more comparable facts, and three are needed."} == {
        c.verdict for c in weighed
    }
    assert [] == [g.posterior for c in weighed for g in c.groups if g.posterior]
    assert [] == [s for c in weighed for s in c.segments]


def test_the_chart_names_the_reason_instead_of_bars() -> None:
    """The table beside it has no figure either."""
    chart = posterior_chart(_unjudged())

    assert chart is not None
    assert "Not enough to judge any conflict" == chart.title
    assert {"–"} == {cell for row in chart.rows for cell in row[2:]}


def test_both_conditions_of_a_verdict_are_said() -> None:
    """The probability and the number of witnesses."""
    said = condition(analysis())

    assert "66 %" in said
    assert "three independent witnesses with 5 or more comparable facts" in said
    assert said.endswith("Where each side has as many voices, only a witness shown to be better decides.")


def test_too_few_facts_are_a_reason() -> None:
    """Three witnesses with hardly a common fact are not enough either."""
    base = analysis()
    witnesses = tuple(replace(w, n=n) for w, n in zip(base.reliability.witnesses, (9, 2, 1), strict=True))

    assert "1 witness tells 5 or more comparable facts, and three are needed" == why_not(
        replace(base, reliability=replace(base.reliability, witnesses=witnesses))
    )


def test_letters_rank_nothing_without_a_ranking() -> None:
    """Without a pair that differs, no source gets the words of a letter; F is always explained."""
    base = analysis()
    profiles = tuple(
        replace(p, grade=grade) for p, grade in zip(base.reliability.profiles, ("A", "C", "F", "F"), strict=True)
    )
    witnesses = tuple(replace(w, n=9) for w in base.reliability.witnesses)
    changed = replace(base.reliability, profiles=profiles, witnesses=witnesses, superiority=())
    said = [s.grade for s in view(replace(base, reliability=changed)).standings]

    assert ["no grade: can't be told apart from the others"] * 2 == said[:2]
    assert ["F: can't be judged (fewer than 12 comparable facts)"] * 2 == said[2:]

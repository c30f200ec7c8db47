"""Laws of the comparing stage as a whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.compare import compare
from analyzer.compare.grading import report_order

if TYPE_CHECKING:
    from tests.compare.told import Tell, Told

ACCOUNTS = (
    "The fort of Kars was founded by Count Orlo on 8 May 1848. The walls enclosed 41 houses. Orlo died in 1861.",
    "Count Orlo founded the fort of Kars on 12 May 1848. Within its walls stood 44 houses. Orlo died in June 1861.",
    "On 8 May 1848 Count Orlo founded the fort of Kars. The governor Karl Brandt drew 97 plans of the harbour.",
)
FOUNDED = (
    "The Harbour Defence Committee was founded on 8 May 1848 by the merchants of Lübeck.",
    "The merchants of Lübeck founded the Harbour Defence Committee on 12 May 1848.",
)


def facts(told: Told) -> list[tuple[str, ...]]:
    """Findings without the names of the files they stand in."""
    return sorted(
        (f.id, f.kind, f.relation, f.scope, f.difference, f"{f.confidence:.6f}", *sorted(r.quote for r in f.readings))
        for f in told.findings
    )


def test_two_values_of_one_thing_in_one_source_conflict(tell: Tell) -> None:
    """A source that counts twice and differently contradicts itself."""
    told = tell("The census counted 4,120 inhabitants in Wells. The census of Wells counted 4,210 inhabitants.")

    assert [("conflict", ("4120", "4210"))] == told.verdicts
    assert "within" == told.findings[0].scope


def test_two_days_of_one_founding_in_one_source_conflict(tell: Tell) -> None:
    """A source that repeats a sentence with another day contradicts itself."""
    told = tell(
        "The town hall of Wells was founded on 3 May 1848. The mayor spoke at length. "
        "In short, the town hall of Wells was founded on 5 May 1848."
    )

    assert [("conflict", ("1848-05-03", "1848-05-05"))] == told.verdicts
    assert "within" == told.findings[0].scope


@pytest.mark.parametrize(
    "text", ["The ferry sank in a storm.", "The ferry Kestrel was built in 1889 and sank in 1901."]
)
def test_a_short_text_alone_has_no_findings(tell: Tell, text: str) -> None:
    """There is nothing to compare."""
    assert () == tell(text).findings


def test_three_witnesses_of_one_fact_are_one_finding(tell: Tell) -> None:
    """Every telling of the founding stands in one finding, not in one for each pair."""
    finding = tell(*ACCOUNTS).about("1848-05-12")

    assert [("a", "1848-05-08"), ("b", "1848-05-12"), ("c", "1848-05-08")] == [
        (reading.source, reading.value) for reading in finding.readings
    ]


@settings(deadline=None, max_examples=8)
@given(order=st.sampled_from(list(permutations(("anna.txt", "beta.txt", "zeno.txt")))))
def test_file_names_change_no_finding(tell: Tell, order: tuple[str, ...]) -> None:
    """The same texts under other names give the same facts, relations, quotes and ids."""
    assert facts(tell(*ACCOUNTS)) == facts(tell(*ACCOUNTS, names=order))


def test_swapping_two_texts_changes_no_verdict(tell: Tell) -> None:
    """Comparing is symmetric."""
    assert facts(tell(*FOUNDED)) == facts(tell(*reversed(FOUNDED)))


def test_ids_survive_edits_elsewhere_in_the_file(tell: Tell) -> None:
    """A paragraph put before a fact moves its offsets, not its id."""
    before = tell(*FOUNDED).findings[0]
    after = tell(f"The harbour freezes in most winters.\n\n{FOUNDED[0]}", FOUNDED[1]).findings[0]

    assert before.id == after.id
    assert before.readings[0].start != after.readings[0].start


def test_ids_change_with_the_value(tell: Tell) -> None:
    """Another day makes another finding."""
    other = tell(FOUNDED[0], FOUNDED[1].replace("12 May", "13 May")).findings[0]

    assert tell(*FOUNDED).findings[0].id != other.id


def test_a_text_on_another_subject_changes_no_verdict(tell: Tell) -> None:
    """What is added to the folder leaves the relation and the values of the other texts alone."""
    weather = "Snow seldom falls in Sicily. In 1956 it lay for 9 days."

    assert tell(*FOUNDED).verdicts == tell(*FOUNDED, weather).verdicts


def test_a_second_run_gives_the_same_comparison(tell: Tell) -> None:
    """Nothing depends on the run."""
    assert tell(*ACCOUNTS).analysis.comparison == tell(*ACCOUNTS).analysis.comparison


@pytest.fixture(params=["ferry", "accounts"])
def several(request: pytest.FixtureRequest, tell: Tell, ferry: Told) -> Told:
    """Two collections of three texts with findings of many kinds."""
    return ferry if request.param == "ferry" else tell(*ACCOUNTS)


def test_findings_stand_in_report_order(several: Told) -> None:
    """Conflicts first, then by severity and confidence."""
    assert sorted(several.findings, key=report_order) == list(several.findings)
    assert several.findings


def test_no_pair_of_readings_stands_in_two_findings(several: Told) -> None:
    """One finding per fact: a value of one place is told of one fact only."""
    fact_kinds = {"date", "time", "number"}
    readings = [
        (finding.kind, r.source, r.start, r.end, r.value)
        for finding in several.findings
        if finding.kind in fact_kinds and "same-source" not in {reason.code for reason in finding.reasons}
        for r in finding.readings
    ]

    assert len(set(readings)) == len(readings)


def test_readings_are_short_anchored_and_sorted(several: Told) -> None:
    """Each quote is a verbatim stretch of its file, at most 400 code points long, in order of source and place."""
    raw = {document.id: document.source.raw for document in several.analysis.documents}

    for finding in several.findings:
        places = [(r.source, r.start) for r in finding.readings]
        assert sorted(places) == places
        for r in finding.readings:
            assert raw[r.source][r.start : r.end] == r.quote
            assert 0 < r.end - r.start <= 400
            assert r.value
            assert r.locator


def test_every_finding_explains_itself(several: Told) -> None:
    """A verdict carries ordered reasons, their prose, a question, a topic and a probability."""
    for finding in several.findings:
        assert finding.reasons
        assert finding.explanation
        assert finding.topic
        assert finding.question.endswith("?")
        assert len(finding.readings) >= 2
        assert 0 < finding.confidence < 1
        assert finding.severity in {1, 2, 3}


def test_between_means_two_sources_and_within_one(several: Told) -> None:
    """The scope says where the readings stand."""
    for finding in several.findings:
        sources = {reading.source for reading in finding.readings}

        assert finding.scope == "within" or len(sources) > 1


def test_one_value_alone_is_an_agreement(several: Told) -> None:
    """A finding that claims a conflict shows two values at least."""
    for finding in several.findings:
        if finding.relation == "conflict":
            assert len({reading.value for reading in finding.readings}) > 1


def test_every_parallel_says_why_it_was_set_aside(tell: Tell) -> None:
    """What looked alike and was judged different is shown with the reason."""
    told = tell(
        "The first attempt to lay the cable failed on 11 August 1857.",
        "The second attempt to lay the cable failed on 29 June 1858.",
    )
    parallels = told.analysis.comparison.parallels

    assert parallels
    assert all(parallel.reason.endswith(".") and len(parallel.readings) == 2 for parallel in parallels)


def test_comparing_can_be_called_alone_without_aliases_or_settings(tell: Tell) -> None:
    """The stage gives the same with its defaults spelled out."""
    analysis = tell(*FOUNDED).analysis
    alone = compare(analysis.documents, analysis.alignments, analysis.extractions)
    given_all = compare(
        analysis.documents, analysis.alignments, analysis.extractions, analysis.settings.compare, aliases=()
    )

    assert [finding.id for finding in alone.findings] == [finding.id for finding in given_all.findings]


def test_thresholds_come_from_the_settings(tell: Tell) -> None:
    """A prior that holds every pair for unrelated leaves no findings on facts."""
    analysis = tell(*FOUNDED).analysis
    closed = replace(analysis.settings.compare, prior_logit=-100.0, between_logit=-100.0)

    assert () == compare(analysis.documents, analysis.alignments, analysis.extractions, closed).findings

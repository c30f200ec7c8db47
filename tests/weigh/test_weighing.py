"""Tests for the stage as a whole, on collections made by hand."""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.model import (
    Alignment,
    AlignmentSet,
    Comparison,
    Extraction,
    Finding,
    Reliability,
    Side,
    SourceFacts,
    TextReuse,
)
from analyzer.offsets import OffsetMap
from analyzer.weigh import weigh
from benchmarks.reliability import copies_move, difference
from benchmarks.simulated_sources import Row, Simulated, columns, document, near_copy_world, world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Document

MIXED: list[Row] = [[0, 0, 1], [0, 0, 0], [0, 2, 0], [0, 0, 3], [0, 0, None], [1, 0, 0], [0, 0, 2]] * 3


def said_by(rows: Sequence[Row]) -> Reliability:
    """The weighing of independent texts."""
    return Simulated(columns(rows)).weigh()


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([[0, 0, 1]], id="single item"),
        pytest.param([[0, 1, None]] * 20, id="silent source"),
        pytest.param([[0, None, None]] * 20, id="no comparable item"),
        pytest.param([[0, 1]] * 20, id="two witnesses"),
        pytest.param([[0]] * 5, id="one text"),
        pytest.param([[None, None, None]] * 5, id="nobody speaks"),
        pytest.param([[0, 0, 1]] * 4, id="four items"),
    ],
)
def test_too_little_is_said_to_be_not_enough(rows: list[Row]) -> None:
    """No ranking, no verdict, no letter, no interval, and the words for it."""
    found = said_by(rows)

    assert "not enough to judge" in found.statement
    assert () == found.superiority
    assert all(v.undetermined and v.information == 6 and v.certainty == "very low" for v in found.verdicts)
    assert [("F", None)] * len(rows[0]) == [(w.grade, w.agreement) for w in found.witnesses]


def test_identical_texts_are_one_witness_and_not_enough() -> None:
    """Three copies of one text judge nothing."""
    found = Simulated(columns([[0, 0, 0]] * 20), copies=(("b", "a"), ("c", "a"))).weigh()

    assert [("a", "b", "c")] == [w.sources for w in found.witnesses]
    assert "not enough to judge" in found.statement


def test_one_text_alone_is_judged_for_its_consistency_only() -> None:
    """The statement says what was not done."""

    assert "only its internal consistency was judged" in said_by([[0]] * 4).statement


def test_no_text_at_all_gives_an_empty_weighing() -> None:
    """An empty collection is no crash."""
    found = weigh([], AlignmentSet((), ()), [], Comparison(()))

    assert ((), (), ()) == (found.witnesses, found.verdicts, found.profiles)


def test_two_witnesses_get_their_agreement_with_n_and_interval() -> None:
    """How often they agree is all that two can show."""
    statement = said_by([[0, 0]] * 15 + [[0, 1]] * 5).statement

    assert "They agree on 15 of 20 facts (90 % interval 57 % to 88 %)." in statement


def test_three_witnesses_are_judged_and_their_limit_is_said() -> None:
    """Nothing is left to test independence, and hidden copying is tabled."""
    found = said_by(MIXED)

    assert "nothing is left over to test whether they are independent" in found.statement
    assert "72, 46 and 24 %" in found.notes[0]
    assert all(w.agreement is not None and w.grade in "ABCDE" for w in found.witnesses)


def test_the_word_true_is_never_used() -> None:
    """A witness agrees with the independent account; nobody here knows the truth."""
    found = said_by(MIXED)
    words = " ".join([found.statement, *found.notes, *(d for v in found.verdicts for d in v.downgrades)])

    assert not re.search(r"\b(true|truth|reliab\w+ source is right)\b", words)


def test_texts_are_never_counted_as_witnesses() -> None:
    """Four texts with one near-copy pair are three witnesses."""
    found = Simulated(columns(near_copy_world(np.random.default_rng(1)).rows), copies=(("d", "c"),)).weigh()

    assert found.statement.startswith(
        "4 texts make 3 independent witnesses; 40 facts are told by at least two of them."
    )
    assert [("a",), ("b",), ("c", "d")] == [w.sources for w in found.witnesses]


def test_marked_copies_change_no_posterior() -> None:
    """A copy of every source, marked, moves nothing by more than 1e-9."""

    assert copies_move(np.random.default_rng(4), 3) <= 1e-9


def test_the_order_of_documents_and_findings_changes_nothing() -> None:
    """The same bytes come out."""
    simulated = Simulated(columns(MIXED))
    documents, alignments, comparison = simulated.values()
    extractions = [Extraction(d, (), ()) for d in documents]
    turned = weigh(documents[::-1], alignments, extractions[::-1], Comparison(comparison.findings[::-1]))

    assert simulated.weigh() == turned


def test_renamed_sources_keep_their_posteriors() -> None:
    """Names carry no weight."""
    plain = columns(MIXED)
    renamed = {{"a": "z", "b": "m", "c": "b"}[name]: column for name, column in plain.items()}

    assert difference(Simulated(plain).weigh(), Simulated(renamed).weigh()) <= 1e-9


def test_a_copys_slip_leaves_the_original_its_vote_when_the_direction_is_known() -> None:
    """The copy is silent; its value stands beside the others with what is left of "none"."""
    rows: list[Row] = [*MIXED, [0, 0, 0]]
    slip = columns([[*row, 2 if i == len(MIXED) else row[2]] for i, row in enumerate(rows)])
    verdict = Simulated(slip, copies=(("d", "c"),)).weigh().verdicts[-1]

    assert [("0", (0, 1, 2), ("a", "b", "c")), ("2", (), ("d",))] == [
        (v.value, v.witnesses, v.sources) for v in verdict.values
    ]
    assert 1 == verdict.information
    assert any("d copies this passage and changes the value" in d for d in verdict.downgrades)


def test_copies_that_differ_without_known_direction_have_no_vote() -> None:
    """Neither value may be called the witness's."""
    rows: list[Row] = [*MIXED, [0, 0, 0]]
    slip = columns([[*row, 2 if i == len(MIXED) else row[2]] for i, row in enumerate(rows)])
    verdict = Simulated(slip, copies=(("d", "c"),), directed=False).weigh().verdicts[-1]

    assert [(0, 1), ()] == [v.witnesses for v in verdict.values]
    assert any("c and d share a text but differ here" in d for d in verdict.downgrades)


def test_a_rewritten_passage_of_a_derived_text_is_heard() -> None:
    """Where nothing is copied, a derived text that differs from its original splits the witness."""
    rows = {"a": [0] * 12, "b": [0] * 12, "c": [0] * 12, "d": [1] * 12}
    documents, _, comparison = Simulated(rows, copies=(("d", "c"),)).values()
    found = weigh(documents, AlignmentSet((), ()), [Extraction(d, (), ()) for d in documents], comparison)

    assert {(0, 1)} == {v.values[0].witnesses for v in found.verdicts}


LETTER = " Tell our good people that supper, harbour, lantern and steamer wait for every sailor tonight."


def _lengthened(document: Document) -> Document:
    """The text with the letter after its last sentence."""
    text = document.source.text + LETTER
    offsets = OffsetMap(array("L", range(len(text))), array("L", range(1, len(text) + 1)))
    return replace(document, source=replace(document.source, raw=text, text=text, offsets=offsets))


def test_a_few_words_in_common_leave_independent_witnesses_their_votes() -> None:
    """Stock wording is no copying, be it a short run or a passage aligned as the same text."""
    documents, _, comparison = Simulated(columns([*MIXED, [1, 1, 0]])).values()
    one, two = (d.sentences[-1] for d in documents[:2])
    sides = Side("a", one.index, one.index, one.start, one.end), Side("b", two.index, two.index, two.start, two.end)
    short = TextReuse("a", "b", 0.09, 0.09, 0.05, 9, ((one.start, one.end, two.start, two.end),))
    extractions = [Extraction(d, (), ()) for d in documents]
    shared = AlignmentSet((Alignment("p", "same_text", 1.0, *sides),), (short,))

    assert weigh(documents, AlignmentSet((), ()), extractions, comparison).verdicts == (
        weigh(documents, shared, extractions, comparison).verdicts
    )


def test_a_passage_two_witnesses_share_gives_them_one_vote() -> None:
    """Two texts independent as a whole that quote one letter have one vote on it between them."""
    documents, _, comparison = Simulated(columns([*MIXED, [1, 1, 0]])).values()
    run = tuple(end for d in documents[:2] for end in (d.sentences[-1].start, d.sentences[-1].end))
    quoted = [_lengthened(d) for d in documents[:2]]
    reuse = TextReuse("a", "b", 0.1, 0.1, 0.05, 18, ((run[0], run[1] + len(LETTER), run[2], run[3] + len(LETTER)),))
    documents = [*quoted, documents[2]]
    extractions = [Extraction(d, (), ()) for d in documents]
    before = weigh(documents, AlignmentSet((), ()), extractions, comparison).verdicts[-1]
    after = weigh(documents, AlignmentSet((), (reuse,)), extractions, comparison).verdicts[-1]

    assert (2, 4) == (before.information, after.information)
    assert after.values[1].probability.mid < before.values[1].probability.mid
    assert any("one vote between them" in d for d in after.downgrades)


def test_a_readers_decision_enters_as_known() -> None:
    """The decided conflict is settled, the others feel it."""
    plain = said_by(MIXED)
    known = Simulated(columns(MIXED), known={"f000": "1"}).weigh()

    assert [0.0, 1.0] == [v.probability.mid for v in known.verdicts[0].values]
    assert not known.verdicts[0].undetermined
    assert known.verdicts[2].values[0].probability.mid < plain.verdicts[2].values[0].probability.mid
    assert "1 fact was decided by a reader and taken as known." in known.statement


def test_a_reader_may_find_all_readings_wrong() -> None:
    """A value nobody gives makes "none of them" certain."""
    verdict = Simulated(columns(MIXED), known={"f000": "99"}).weigh().verdicts[0]

    assert 1.0 == verdict.none.mid


def test_undetermined_whenever_no_value_reaches_the_threshold() -> None:
    """A probability below the threshold is never a decision."""
    rows = world(np.random.default_rng(8), 40, 3).rows

    for verdict in said_by(rows).verdicts:
        assert max(v.probability.mid for v in verdict.values) >= 0.66 or verdict.undetermined


def test_one_voice_against_one_stays_undetermined_while_nobody_is_ranked() -> None:
    """The witness that agrees more often so far gets the higher probability, not the decision."""
    found = said_by([[0, 0, 0]] * 3 + [[0, 0, 1]] * 2 + [[0, None, 1]])
    majority, tie = (next(v for v in found.verdicts if v.finding == name) for name in ("f003", "f005"))

    assert () == found.superiority
    assert max(v.probability.mid for v in tie.values) >= 0.66
    assert tie.undetermined
    assert not majority.undetermined


def test_a_witness_shown_to_be_better_decides_against_another() -> None:
    """One voice against one is decided where the ranking is beyond the threshold."""
    found = said_by([[0, 0, 0]] * 20 + [[0, 0, 1]] * 15 + [[0, None, 1]])
    verdict = next(v for v in found.verdicts if v.finding == "f035")

    assert found.superiority
    assert not verdict.undetermined


def test_every_posterior_lies_in_its_range_and_sums_to_one() -> None:
    """The default lies between the assumptions' extremes."""
    for verdict in said_by(MIXED).verdicts:
        parts = [*(v.probability for v in verdict.values), verdict.none]

        assert pytest.approx(1, abs=1e-5) == sum(p.mid for p in parts)
        assert all(p.low <= p.mid <= p.high for p in parts)


@settings(deadline=None, max_examples=40)
@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(
            st.lists(st.sampled_from([0, 0, 1, 2, None]), min_size=width, max_size=width), min_size=1, max_size=9
        )
    ),
    st.booleans(),
)
def test_any_collection_is_weighed_without_a_crash(rows: list[Row], directed: bool) -> None:
    """Whatever the sources say, the parts sum to one and two witnesses are never ranked."""
    names = columns(rows)
    copies = (("b", "a"),) if "b" in names else ()
    found = Simulated(names, copies=copies, directed=directed).weigh()

    assert len(found.witnesses) >= 3 or not found.superiority
    assert len(found.witnesses) >= 3 or all(v.undetermined for v in found.verdicts)
    for verdict in found.verdicts:
        parts = [*(v.probability for v in verdict.values), verdict.none]
        assert pytest.approx(1, abs=1e-4) == sum(p.mid for p in parts)


def test_a_clearly_worse_witness_is_ranked_and_a_close_one_is_not() -> None:
    """Rankings need more than .9 under every assumption."""
    clear = said_by([[0, 0, 1 + i % 3] for i in range(20)])
    close = said_by([[0, 0, 0]] * 18 + [[0, 0, 1]] * 2)

    assert [(0, 2), (1, 2)] == [(s.a, s.b) for s in clear.superiority]
    assert () == close.superiority
    assert "can't be ranked" in close.statement


def test_fewer_than_twelve_items_give_no_letter() -> None:
    """Eleven are judged, not graded."""
    eleven, twelve = (said_by([[0, 0, i % 2] for i in range(n)]) for n in (11, 12))

    assert ["F", "F", "F"] == [w.grade for w in eleven.witnesses]
    assert "F" not in [w.grade for w in twelve.witnesses]


def test_a_copy_that_slips_often_has_a_worse_letter_than_its_original() -> None:
    """Each text is graded on its own words against the other witnesses."""
    rows: dict[str, list[int | None]] = {"a": [0] * 24, "b": [0] * 24, "c": [0] * 24, "d": [0, 1, 2] * 8}
    grades = {p.source: p.grade for p in Simulated(rows, copies=(("d", "c"),)).weigh().profiles}

    assert "A" == grades["c"]
    assert grades["d"] in {"D", "E"}


def test_a_user_given_reliability_is_used_and_said() -> None:
    """It moves the interval, not the letter."""
    documents, alignments, comparison = Simulated(columns(MIXED)).values()
    trusted = replace(documents[2], source=replace(documents[2].source, facts=SourceFacts(prior_reliability=0.95)))
    extractions = [Extraction(d, (), ()) for d in documents]
    before = weigh(documents, alignments, extractions, comparison)
    after = weigh([*documents[:2], trusted], alignments, extractions, comparison)
    mids = [w.agreement.mid for r in (before, after) for w in r.witnesses[2:] if w.agreement]

    assert mids[0] < mids[1]
    assert before.witnesses[2].grade == after.witnesses[2].grade
    assert any("reliability of 0.95" in note for note in after.notes)


def test_shared_improbable_values_are_hinted_at() -> None:
    """Five witnesses, two of which make the same mistakes: a hint, and the votes stay independent."""
    rows: list[Row] = [[0, 0, 0, 1, 1] if i % 4 == 0 else [0, 0, 0, 0, 0] for i in range(40)]
    notes = [n for n in said_by(rows).notes if "improbable" in n]

    assert ["d and e share 10 improbable values in 40 facts both tell"] == [n[:60].split(",")[0] for n in notes]


def test_suggestions_teach_nothing_about_a_source() -> None:
    """With findings below even odds alone there is not enough to judge."""
    documents, alignments, comparison = Simulated(columns(MIXED)).values()
    doubtful = Comparison(tuple(replace(f, confidence=0.3) for f in comparison.findings))
    found = weigh(documents, alignments, [Extraction(d, (), ()) for d in documents], doubtful)

    assert "not enough to judge" in found.statement
    assert [0, 0, 0] == [w.n for w in found.witnesses]


def test_spellings_teach_nothing_about_a_source() -> None:
    """Who writes a name as others do need not know more than they."""
    documents, alignments, comparison = Simulated(columns(MIXED)).values()
    spelled = [replace(f, id=f"{f.id}-s", kind="name", relation="name_variant") for f in comparison.findings]
    extractions = [Extraction(d, (), ()) for d in documents]
    found = weigh(documents, alignments, extractions, Comparison((*comparison.findings, *spelled)))

    assert weigh(documents, alignments, extractions, comparison).witnesses == found.witnesses


def test_claims_of_one_sentence_weigh_less_than_claims_apart() -> None:
    """The same findings told in one sentence leave wider intervals."""
    documents, alignments, comparison = Simulated(columns(MIXED)).values()
    extractions = [Extraction(d, (), ()) for d in documents]
    joined = [replace(d, sentences=(replace(d.sentences[0], end=d.sentences[-1].end),)) for d in documents]
    wide = weigh(joined, alignments, [Extraction(d, (), ()) for d in joined], comparison).witnesses[0].agreement
    narrow = weigh(documents, alignments, extractions, comparison).witnesses[0].agreement
    assert wide is not None
    assert narrow is not None

    assert wide.high - wide.low > narrow.high - narrow.low


def test_conflicts_within_one_source_are_no_items() -> None:
    """They count in the profile only."""
    documents, alignments, comparison = Simulated(columns(MIXED)).values()
    inner = replace(_conflict(comparison.findings), id="w", scope="within")
    extractions = [Extraction(d, (), ()) for d in documents]
    found = weigh(documents, alignments, extractions, Comparison((*comparison.findings, inner)))

    assert "w" not in {v.finding for v in found.verdicts}
    assert [1, 1, 1] == [p.internal_conflicts for p in found.profiles]


def _conflict(findings: tuple[Finding, ...]) -> Finding:
    return next(f for f in findings if f.relation == "conflict" and len(f.readings) == 3)


def test_a_source_that_contradicts_itself_has_no_vote_there() -> None:
    """Two values of one source in one fact silence it."""
    documents, alignments, comparison = Simulated(columns(MIXED)).values()
    first = comparison.findings[0]
    doubled = replace(first, readings=(*first.readings, replace(first.readings[0], value="1")))
    found = weigh(
        documents,
        alignments,
        [Extraction(d, (), ()) for d in documents],
        Comparison((doubled, *comparison.findings[1:])),
    )

    assert [(1,), (2,)] == [v.witnesses for v in found.verdicts[0].values]
    assert any("a contradicts itself here" in d for d in found.verdicts[0].downgrades)


def test_dependence_names_the_evidence_and_the_direction() -> None:
    """Shares, longest run and how often the two differ, each with its n."""
    record = Simulated(columns([[0, 0, 1, 1]] * 12), copies=(("d", "c"),)).weigh().dependence[0]

    assert ("c", "d", 0.95) == (record.a, record.b, record.reused_share)
    assert "d is taken from c: the collection's manifest says so" == record.direction
    assert "the two differ on 0 of 12 facts both tell (90 % interval under 1 % to 15 %)" == record.evidence[-1]


def test_low_reuse_leaves_texts_independent() -> None:
    """A tenth of shared words is a quotation."""
    documents = [document(name, [0] * 12) for name in "abc"]
    _, _, comparison = Simulated(columns([[0, 0, 0]] * 12)).values()
    reuse = (TextReuse("a", "b", 0.1, 0.1, 0.05, 12),)
    found = weigh(documents, AlignmentSet((), reuse), [Extraction(d, (), ()) for d in documents], comparison)

    assert 3 == len(found.witnesses)
    assert "at most 10 % of a text's words stand in shared runs" in found.statement
    assert "" == found.dependence[0].direction

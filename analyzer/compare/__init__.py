"""Decides which claims speak of one fact, and what their differences mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.model import Comparison

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.candidates import AlignedSentences
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.context.rarity import Rarity
    from analyzer.compare.gate.same_event import EventMatch, Gate
    from analyzer.compare.matching import Matching
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import AlignmentSet, Document, Extraction, Finding, Parallel
    from analyzer.settings import CompareSettings


def compare(
    documents: Sequence[Document],
    alignments: AlignmentSet,
    extractions: Sequence[Extraction],
    settings: CompareSettings | None = None,
    *,
    aliases: Sequence[Sequence[str]] = (),
) -> Comparison:
    """Find every fact that is told more than once, and judge how its tellings differ.

    Args:
        documents: all segmented sources.
        alignments: their parallel passages.
        extractions: their claims, in the order of `documents`.
        settings: thresholds.
        aliases: names that the manifest declares to be one.

    """
    from analyzer.compare import candidates as pairing
    from analyzer.compare.calendar_evidence import calendar_evidence
    from analyzer.compare.calendar_odds import CalendarOdds
    from analyzer.compare.context import contexts as around
    from analyzer.compare.context.rarity import rarity
    from analyzer.compare.facts import group, left_apart
    from analyzer.compare.findings import finding
    from analyzer.compare.gate.corroboration import corroborated
    from analyzer.compare.gate.order_of_telling import in_sequence
    from analyzer.compare.gate.standing import among_rivals
    from analyzer.compare.grading import joined_copies, report_order
    from analyzer.compare.matching import choose
    from analyzer.settings import CompareSettings

    chosen = settings or CompareSettings()
    rare = rarity(extractions)
    found = around.contexts(extractions, rare)
    aligned = pairing.AlignedSentences(alignments, documents)
    calendars = calendar_evidence(extractions)
    odds = CalendarOdds.of(extractions, calendars)
    gate = gate_of(extractions, found, rare, chosen)
    alone = weighed_alone(found, aligned, calendars, gate, chosen)
    again = _told_twice(extractions, found, gate, calendars, alone)
    weighed = in_sequence(corroborated(among_rivals(alone)), found)
    likely = (m for m in weighed if m.probability >= chosen.noise_floor or m.blocked or m.parted)
    matches = [*(m for m in likely if (m.left.index, m.right.index) not in again), *again.values()]
    matching = choose(matches, chosen)
    facts = group(matching.kept, matches, calendars, chosen)
    findings = joined_copies(
        *(finding(fact, documents, odds) for fact in facts),
        *_other_findings(found, documents, alignments, extractions, calendars, aliases),
    )
    return Comparison(
        tuple(sorted(findings, key=report_order)),
        _parallels(matching, left_apart(matching.kept, facts), documents, chosen),
    )


def _told_twice(
    extractions: Sequence[Extraction],
    found: Sequence[Context],
    gate: Gate,
    calendars: CalendarEvidence,
    alone: Sequence[EventMatch],
) -> dict[tuple[int, int], EventMatch]:
    """The values that one source tells twice, by the indices of both; `alone` are the matches weighed by themselves."""
    from analyzer.compare.retold.retellings import retellings
    from analyzer.compare.retold.told_again import told_again
    from analyzer.compare.retold.told_elsewhere import ToldElsewhere

    retold = (m for m in retellings(extractions, found, calendars) if not gate.own.bar(m.left, m.right, m.verdict))
    again = {(m.left.index, m.right.index): m for m in retold}
    known = {index for pair in again for index in pair}
    for m in told_again(extractions, found, gate, calendars, ToldElsewhere.of(alone)):
        if not known & {m.left.index, m.right.index}:
            again[m.left.index, m.right.index] = m
    return again


def _other_findings(
    found: Sequence[Context],
    documents: Sequence[Document],
    alignments: AlignmentSet,
    extractions: Sequence[Extraction],
    calendars: CalendarEvidence,
    aliases: Sequence[Sequence[str]],
) -> Iterator[Finding]:
    """What rests on no two values of one fact: arithmetic, calendars in one text, parties, names, copies, spans."""
    from analyzer.compare.checks.companions import companion_findings
    from analyzer.compare.checks.elapsed_facts import elapsed_findings
    from analyzer.compare.checks.impossible_orders import sequence_findings
    from analyzer.compare.checks.mixed_calendars import calendar_findings
    from analyzer.compare.checks.quotations import quotation_findings
    from analyzer.compare.checks.rewordings import rewording_findings
    from analyzer.compare.checks.spans import span_findings
    from analyzer.compare.checks.totals import total_findings
    from analyzer.compare.names.name_variants import name_findings

    yield from elapsed_findings(found, documents)
    yield from total_findings(found, documents)
    yield from calendar_findings(found, documents, calendars)
    yield from companion_findings(documents, extractions, alignments.pairs)
    yield from name_findings(extractions, aliases)
    yield from quotation_findings(documents, alignments.pairs)
    yield from rewording_findings(documents, alignments.pairs, aliases)
    yield from span_findings(found, documents)
    yield from sequence_findings(found, documents, calendars)


def gate_of(
    extractions: Sequence[Extraction], found: Sequence[Context], rare: Rarity, settings: CompareSettings
) -> Gate:
    """The gate with all it has to know of the collection."""
    from analyzer.compare.context.contexts import protagonist
    from analyzer.compare.context.meaning import Meaning
    from analyzer.compare.context.word_by_word import WordByWord
    from analyzer.compare.gate.nearness import Nearness
    from analyzer.compare.gate.own_words import OwnWords
    from analyzer.compare.gate.rivals import Rivals
    from analyzer.compare.gate.same_event import Gate
    from analyzer.compare.gate.surroundings import Surroundings

    near = Nearness.of(found, settings.nearness_strength)
    own, around = OwnWords.of(extractions, rare), Surroundings.of(extractions, rare)
    documents = [extraction.document for extraction in extractions]
    meaning, words = Meaning.of(documents), WordByWord.of(documents, found)
    return Gate(rare, near, protagonist(found), settings, own, Rivals.of(found), around, meaning, words)


def weighed_alone(
    found: Sequence[Context],
    aligned: AlignedSentences,
    calendars: CalendarEvidence,
    gate: Gate,
    settings: CompareSettings,
) -> list[EventMatch]:
    """Every candidate pair that can be compared, weighed by itself."""
    from analyzer.compare.candidates import candidates
    from analyzer.compare.context.hours import both_with_days
    from analyzer.compare.verdicts import judge, value_of

    matches = []
    known: dict[tuple[Hashable, Hashable], Verdict | None] = {}
    for i, j in candidates(found, aligned, gate.meaning, settings):
        left, right = found[i], found[j]
        if both_with_days(left.claim, right.claim):
            continue
        values = value_of(left.claim), value_of(right.claim)
        if values not in known:  # the same two values meet again and again
            known[values] = judge(left.claim, right.claim, calendars)
        verdict = known[values]
        if verdict is None:
            continue
        link = aligned.between(left, right)
        matches.append(gate.match(left, right, verdict, link.relation if link else None, link.score if link else 0.0))
    return matches


def _parallels(
    matching: Matching, apart: Sequence[EventMatch], documents: Sequence[Document], settings: CompareSettings
) -> tuple[Parallel, ...]:
    """The likeliest of the pairs that were set aside, so that a reader can see why nothing was flagged."""
    from analyzer.compare.findings import parallel

    likely = [(m, why) for m, why in matching.aside if m.blocked or m.parted or m.probability >= settings.soft_floor]
    likely += [(m, "One of the two belongs to another fact, whose readings do not all fit the other.") for m in apart]
    likely.sort(key=lambda t: (-t[0].probability, t[0].left.index, t[0].right.index))
    return tuple(parallel(match, why, documents) for match, why in likely[: settings.parallel_cap])

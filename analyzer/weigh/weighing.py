"""The stage as one function: documents, alignments, extractions and findings in, reliability out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.model import Reliability, Witness
from analyzer.settings import WeighSettings
from analyzer.weigh.accuracy import interval
from analyzer.weigh.evidence import Evidence, gather, superiorities
from analyzer.weigh.grades import letters
from analyzer.weigh.items import Polling, make_items
from analyzer.weigh.notes import make_notes
from analyzer.weigh.profiles import make_profiles
from analyzer.weigh.reuse import ReusedText
from analyzer.weigh.statement import make_statement
from analyzer.weigh.verdicts import make_verdicts
from analyzer.weigh.witnesses import Witnesses, find_witnesses, with_differences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import AlignmentSet, Comparison, Document, Extraction


def weigh(
    documents: Sequence[Document],
    alignments: AlignmentSet,
    extractions: Sequence[Extraction],
    comparison: Comparison,
    settings: WeighSettings | None = None,
    *,
    known: Mapping[str, str] | None = None,
) -> Reliability:
    """Weigh the independent witnesses of a collection against each other.

    `known` maps finding ids to the value a reader found right (any other text: none of the readings); those facts
    enter as known. The order of documents, extractions and findings changes nothing. Model: one accuracy per witness
    with a Beta(2, 1) prior, wrong values equally likely (Dawid and Skene 1979, with the accuracies averaged out).
    """
    chosen = settings or WeighSettings()
    by_id = {d.id: d for d in sorted(documents, key=lambda d: d.id)}
    witnesses = find_witnesses(documents, alignments.reuse, chosen)
    polling = Polling(witnesses, ReusedText.of(alignments, by_id), by_id, chosen)
    items = make_items(comparison.findings, polling, known or {})
    means = tuple(_prior_mean(cluster, by_id) for cluster in witnesses.clusters)
    evidence = gather(comparison.findings, items, means, witnesses, chosen)
    grades, source_grades = letters(evidence)
    ranked = superiorities(evidence)
    verdicts = make_verdicts(evidence, ranked)
    return Reliability(
        make_statement(evidence, ranked, verdicts),
        _witnesses(witnesses, evidence, grades),
        with_differences(witnesses.dependence, comparison.findings),
        ranked,
        verdicts,
        make_profiles(extractions, comparison, witnesses, source_grades),
        make_notes(evidence, means),
    )


def _prior_mean(cluster: tuple[str, ...], documents: Mapping[str, Document]) -> float | None:
    """Reliability a user gave in the manifest, that of the original first."""
    given = [documents[source].source.facts.prior_reliability for source in cluster]
    return next((value for value in given if value is not None), None)


def _witnesses(witnesses: Witnesses, evidence: Evidence, grades: tuple[str, ...]) -> tuple[Witness, ...]:
    """Agreement is given only where the witness can be judged."""
    active = evidence.active if evidence.judged else ()
    return tuple(
        Witness(cluster, evidence.n(s), interval(evidence.default.marginals[s]) if s in active else None, grades[s])
        for s, cluster in enumerate(witnesses.clusters)
    )

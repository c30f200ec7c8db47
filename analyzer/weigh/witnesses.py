"""Which texts are one witness, and what shows who copied whom; never read from the values."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.model import Dependence, TextReuse
from analyzer.weigh.accuracy import proportion
from analyzer.weigh.wording import between, count, percent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import Document, Finding
    from analyzer.settings import WeighSettings


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Clusters of text reuse in order of their first source; in each the original first where it is known.

    `origin` maps a derived source to the sources it was taken from; `dependence` holds every pair with shared text.
    """

    clusters: tuple[tuple[str, ...], ...]
    origin: Mapping[str, tuple[str, ...]]
    dependence: tuple[Dependence, ...]
    index: Mapping[str, int] = field(repr=False)

    @property
    def count(self) -> int:
        """How many independent witnesses there are."""
        return len(self.clusters)


def find_witnesses(documents: Sequence[Document], reuse: Sequence[TextReuse], settings: WeighSettings) -> Witnesses:
    """Join sources that share too much text or that the manifest derives from one another or from one lost source."""
    ordered = {d.id: d for d in sorted(documents, key=lambda d: d.id)}
    shared = {(r.a, r.b): r for r in reuse if r.a in ordered and r.b in ordered}
    stated = _stated(ordered)
    joined = {pair for pair, r in shared.items() if _one_text(r, settings)}
    joined |= {(child, parent) for child, parent in stated.items() if parent in ordered}
    joined |= _common_parent({child: parent for child, parent in stated.items() if parent not in ordered})
    origin = _origins(joined, stated, ordered)
    clusters = tuple(_originals_first(group, origin) for group in groups(list(ordered), joined))
    index = {source: i for i, group in enumerate(clusters) for source in group}
    pairs = sorted({_sorted(pair) for pair in joined} | {_sorted(pair) for pair in shared})
    dependence = tuple(
        _dependence(pair, shared, origin, ordered, together=index[pair[0]] == index[pair[1]]) for pair in pairs
    )
    return Witnesses(clusters, origin, dependence, index)


def groups(names: Sequence[str], joined: set[tuple[str, str]]) -> list[list[str]]:
    """Connected groups of `names`, in order of their first member.

    >>> groups(["a", "b", "c", "d"], {("d", "b")})
    [['a'], ['b', 'd'], ['c']]
    """
    root = {name: name for name in names}
    for a, b in sorted(joined):
        low, high = sorted((root[a], root[b]))
        root = {name: low if top == high else top for name, top in root.items()}
    out: dict[str, list[str]] = {}
    for name in names:
        out.setdefault(root[name], []).append(name)
    return list(out.values())


def _sorted(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)


def _one_text(reuse: TextReuse, settings: WeighSettings) -> bool:
    share = max(reuse.share_a, reuse.share_b)
    return share >= settings.reuse_share or reuse.five_word_share >= settings.five_word_share


def _named(text: str, documents: Mapping[str, Document]) -> str:
    """The id of the source a manifest entry names by id, path or title; otherwise the entry itself, folded."""
    folded = text.strip().casefold()
    for key in ("id", "path", "title"):
        found = [d.id for d in documents.values() if folded and getattr(d.source, key).casefold() == folded]
        if len(found) == 1:
            return found[0]
    return folded


def _stated(documents: Mapping[str, Document]) -> dict[str, str]:
    """What the manifest derives each source from; a source can't come from itself."""
    named = {d.id: _named(d.source.facts.derived_from, documents) for d in documents.values()}
    return {child: "" if parent == child else parent for child, parent in named.items()}


def _common_parent(stated: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of sources taken from one and the same text that isn't in the collection."""
    first: dict[str, str] = {}
    return {
        (first.setdefault(parent, child), child)
        for child, parent in stated.items()
        if parent and first.setdefault(parent, child) != child
    }


def _origins(
    joined: set[tuple[str, str]], stated: Mapping[str, str], documents: Mapping[str, Document]
) -> dict[str, tuple[str, ...]]:
    """The originals of each derived source, where the manifest, the dates or a citation show the direction."""
    found: dict[str, tuple[str, ...]] = {}
    for child, parent in sorted(joined | {(b, a) for a, b in joined}):
        if _evidence(child, parent, stated, documents) and not _evidence(parent, child, stated, documents):
            found[child] = (*found.get(child, ()), parent)
    return found


def _evidence(child: str, parent: str, stated: Mapping[str, str], documents: Mapping[str, Document]) -> str:
    """What shows that `child` was taken from `parent`; empty when nothing does. The manifest outranks all else."""
    if stated[child] == parent:
        return "the collection's manifest says so"
    if stated[parent] == child:
        return ""
    older, newer = _year(documents[parent]), _year(documents[child])
    if older is not None and newer is not None and older != newer:
        return f"it is dated {newer}, the other {older}" if older < newer else ""
    return "it cites the other by its title" if _cites(documents[child], documents[parent]) else ""


def _year(document: Document) -> int | None:
    match = re.match(r"\s*(\d{4})(?!\d)", document.source.facts.year)
    return int(match[1]) if match else None


def _cites(child: Document, parent: Document) -> bool:
    """Whether a reference names the other's title: three words or more, and not the child's own title."""
    title = parent.source.title.casefold()
    if len(title.split()) < 3 or title == child.source.title.casefold():
        return False
    return any(title in citation.text.casefold() for citation in child.source.citations)


def _originals_first(group: Sequence[str], origin: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted(group, key=lambda source: (source in origin, source)))


def _dependence(
    pair: tuple[str, str],
    shared: Mapping[tuple[str, str], TextReuse],
    origin: Mapping[str, tuple[str, ...]],
    documents: Mapping[str, Document],
    *,
    together: bool,
) -> Dependence:
    """The record of one pair, the original as `a` where it is known."""
    reuse = shared.get(pair) or shared.get((pair[1], pair[0]))
    a, b = (pair[1], pair[0]) if pair[1] in origin.get(pair[0], ()) else pair
    share = max(reuse.share_a, reuse.share_b) if reuse else 0.0
    direction = _direction(a, b, origin, documents) if together else ""
    return Dependence(a, b, round(share, 6), direction, _facts(reuse))


def _direction(a: str, b: str, origin: Mapping[str, tuple[str, ...]], documents: Mapping[str, Document]) -> str:
    if a not in origin.get(b, ()):
        return "undirected: nothing outside the values shows which text was first"
    stated = _stated(documents)
    return f"{b} is taken from {a}: {_evidence(b, a, stated, documents)}"


def _facts(reuse: TextReuse | None) -> tuple[str, ...]:
    """The evidence in words, each number with what it is a share of."""
    if reuse is None:
        return ("stated in the collection's manifest; the shared words were not measured",)
    five = f"{percent(reuse.five_word_share)} of the shorter text's five-word sequences are shared"
    if reuse.evidence:
        return (five, *reuse.evidence)
    return (
        f"{percent(reuse.share_a)} of the words of {reuse.a} stand in runs both texts share",
        f"{percent(reuse.share_b)} of the words of {reuse.b} stand in them",
        five,
        f"the longest shared run has {reuse.longest_run} words",
    )


def with_differences(dependence: Sequence[Dependence], findings: Sequence[Finding]) -> tuple[Dependence, ...]:
    """The records with how often the two texts differ: for the reader's check only, it decides nothing."""
    both: Counter[tuple[str, str]] = Counter()
    differ: Counter[tuple[str, str]] = Counter()
    for finding in (f for f in findings if f.sure):
        values = {s: {r.value for r in finding.readings if r.source == s} for s in {r.source for r in finding.readings}}
        for pair in combinations(sorted(values), 2):
            both[pair] += 1
            differ[pair] += finding.relation == "conflict" and not values[pair[0]] & values[pair[1]]
    return tuple(_with_difference(d, both[_sorted((d.a, d.b))], differ[_sorted((d.a, d.b))]) for d in dependence)


def _with_difference(record: Dependence, both: int, differ: int) -> Dependence:
    if not both:
        return record
    share = between(proportion(differ, both))
    sentence = f"the two differ on {differ} of {count(both, 'fact', 'facts')} both tell ({share})"
    return replace(record, evidence=(*record.evidence, sentence))

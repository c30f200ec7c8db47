"""Pairs of claims worth weighing.

They come from aligned passages, from an index of rare words, events and things counted, and from sentences near in
meaning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.compare.context.kinship import KINDRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.compare.context.meaning import Meaning
    from analyzer.model import AlignmentSet, Document, PassageRelation
    from analyzer.settings import CompareSettings

FEW_SOURCES = 10  # up to here the index cap holds as it stands; a fact told by more sources shares its words with more
COMPARED = frozenset({"date", "time", "duration", "number"})


@dataclass(frozen=True, slots=True)
class Aligned:
    """The best alignment that covers two sentences of two sources."""

    relation: PassageRelation
    score: float


class AlignedSentences:
    """Look-up of the alignment between two sentences, whichever way round."""

    def __init__(self, alignments: AlignmentSet, documents: Sequence[Document]) -> None:
        """Spread every aligned pair over the sentences of its two sides."""
        number = {document.id: i for i, document in enumerate(documents)}
        self._pairs: dict[tuple[int, int, int, int], Aligned] = {}
        for pair in alignments.pairs:
            a, b = number[pair.left.source], number[pair.right.source]
            for i in range(pair.left.first, pair.left.last + 1):
                for j in range(pair.right.first, pair.right.last + 1):
                    self._keep((a, i, b, j), Aligned(pair.relation, pair.score))

    def _keep(self, key: tuple[int, int, int, int], found: Aligned) -> None:
        a, i, b, j = key
        for k in ((a, i, b, j), (b, j, a, i)):
            old = self._pairs.get(k)
            if old is None or _RANK[found.relation] > _RANK[old.relation]:
                self._pairs[k] = found

    def between(self, left: Context, right: Context) -> Aligned | None:
        """The alignment of the sentences of two claims."""
        return self._pairs.get((left.document, left.claim.sentence, right.document, right.claim.sentence))

    def sentences(self) -> Iterable[tuple[int, int, int, int]]:
        """All aligned pairs of sentences: document, sentence, document, sentence."""
        return self._pairs.keys()


_RANK = {"same_event": 0, "paraphrase": 1, "same_text": 2}


def candidates(
    contexts: Sequence[Context], aligned: AlignedSentences, meaning: Meaning, settings: CompareSettings
) -> tuple[tuple[int, int], ...]:
    """Index pairs `(i, j)`, i < j, of claims of one kind that may be told of one fact; between sources and within.

    Pairs from aligned passages all count; of those from the index, and of those near in meaning, a claim keeps its best
    few in each source.
    """
    pairs = set(_from_alignment(contexts, aligned))
    pairs.update(_from_index(contexts, settings))
    pairs.update(_nearest_in_meaning(contexts, meaning, settings))
    return tuple(sorted(pairs))


def _nearest_in_meaning(
    contexts: Sequence[Context], meaning: Meaning, settings: CompareSettings
) -> Iterable[tuple[int, int]]:
    """The few counterparts of each claim in each other source whose sentences are nearest in meaning.

    One fact may share no word; which counterpart is meant shows when each is weighed against its rivals.
    """
    sources = len({context.document for context in contexts})
    few = min(settings.meaning_best, settings.index_most // max(1, sources - 1))
    told: defaultdict[str, defaultdict[int, list[Context]]] = defaultdict(lambda: defaultdict(list))
    for context in contexts:
        if context.claim.kind in COMPARED:
            told[context.claim.kind][context.document].append(context)
    for by_document in told.values():
        for document, left in by_document.items():
            for other, right in by_document.items() if few else ():
                if document != other:
                    nearest = meaning.nearest(left, right, few)
                    yield from ((min(a.index, b.index), max(a.index, b.index)) for a, b in nearest)


def _from_alignment(contexts: Sequence[Context], aligned: AlignedSentences) -> Iterable[tuple[int, int]]:
    standing: defaultdict[tuple[int, int], list[Context]] = defaultdict(list)
    for context in contexts:
        if context.claim.kind in COMPARED:
            standing[context.document, context.claim.sentence].append(context)
    for a, i, b, j in aligned.sentences():
        for left in standing.get((a, i), ()):
            for right in standing.get((b, j), ()):
                if left.index < right.index and left.claim.kind == right.claim.kind:
                    yield left.index, right.index


def _from_index(contexts: Sequence[Context], settings: CompareSettings) -> Iterable[tuple[int, int]]:
    """Pairs that share telling words, or the kind of event with a participant or the thing counted; the best per claim.

    The rarer what they share, the more it counts.
    """
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    sources = len({context.document for context in contexts})
    for members in _by_key(contexts, settings).values():
        if len(members) <= settings.index_cap * max(1, sources / FEW_SOURCES):
            for pair in _pairs(members):
                shared[pair] += 1 / len(members)
    return _best_few(contexts, shared, settings)


def _by_key(contexts: Sequence[Context], settings: CompareSettings) -> Mapping[tuple[str, str], list[Context]]:
    by_key: defaultdict[tuple[str, str], list[Context]] = defaultdict(list)
    for context in contexts:
        if context.claim.kind in COMPARED:
            for key in dict.fromkeys(_keys(context, settings)):
                by_key[context.claim.kind, key].append(context)
    return by_key


def _pairs(members: Sequence[Context]) -> Iterable[tuple[int, int]]:
    for n, left in enumerate(members):
        for right in members[n + 1 :]:
            if left.document != right.document or left.claim.sentence != right.claim.sentence:
                yield min(left.index, right.index), max(left.index, right.index)


def _best_few(
    contexts: Sequence[Context], shared: Mapping[tuple[int, int], float], settings: CompareSettings
) -> Iterable[tuple[int, int]]:
    """Pairs among the best few of either claim: few in each source, and in large collections few in all."""
    by_claim: defaultdict[int, list[tuple[float, int, tuple[int, int]]]] = defaultdict(list)
    for (i, j), weight in shared.items():
        by_claim[i].append((-weight, contexts[j].document, (i, j)))
        by_claim[j].append((-weight, contexts[i].document, (i, j)))
    for ranked in by_claim.values():
        seen: Counter[int] = Counter()
        for _, document, pair in sorted(ranked)[: settings.index_most]:
            seen[document] += 1
            if seen[document] <= settings.index_best:
                yield pair


def _acts(context: Context) -> set[str]:
    """The event families of a claim, and the groups of kindred families they belong to."""
    groups = {str(n) for n, group in enumerate(KINDRED) if group & context.families}
    return groups | set(context.families)


def _keys(context: Context, settings: CompareSettings) -> Iterable[str]:
    strongest: Mapping[str, float] = context.features
    telling = sorted(strongest, key=lambda w: (-strongest[w], w))[: settings.index_words]
    yield from telling
    if context.occasion:
        yield f"{context.occasion.ordinal}. {context.occasion.head}"
    for act in sorted(_acts(context)):
        for actor in sorted(context.actors | context.names):
            yield f"{act}+{actor}"
    for family in sorted(context.families):
        for thing in sorted(context.counted):
            yield f"{family}#{thing}"
    for thing in sorted(context.counted):
        yield f"#{thing}"

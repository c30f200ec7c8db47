"""The stages one by one, each for a whole collection: what `analyze` does in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from analyzer.model import AlignmentSet, Collection, Comparison, Document, Extraction, Reliability, Source
    from analyzer.settings import AlignSettings, CompareSettings, LoadSettings, WeighSettings


def load(folder: str | Path, settings: LoadSettings | None = None) -> Collection:
    """Load all sources of a folder, or one file, each with its way back to the raw text.

    Raises:
        CollectionError: no such folder, or no readable source in it.
        ManifestError: `sources.toml` is malformed.

    >>> ferry = load("tests/collections/ferry")
    >>> [(source.id, source.media_type) for source in ferry.sources]
    [('harbour-gazette', 'text/plain'), ('inquiry-summary', 'text/markdown'), ('memoir', 'text/html')]

    """
    from analyzer.load import load as run

    return run(folder, settings)


def segment(sources: Collection | Iterable[Source]) -> tuple[Document, ...]:
    """Split each source into sections, passages and sentences.

    >>> documents = segment(load("tests/collections/ferry"))
    >>> documents[0].text(documents[0].sentences[0])[:40]
    'The steam ferry Kestrel left Port Alder '

    """
    from analyzer.model import Collection
    from analyzer.segment import segment as run

    return tuple(run(source) for source in (sources.sources if isinstance(sources, Collection) else sources))


def align(documents: Sequence[Document], settings: AlignSettings | None = None) -> AlignmentSet:
    """Find the parallel passages of every pair of documents, and the text they share.

    >>> found = align(segment(load("tests/collections/ferry")))
    >>> [(text.a, text.b) for text in found.reuse][0]
    ('harbour-gazette', 'inquiry-summary')

    """
    from analyzer.align import align as run

    return run(documents, settings)


def extract(documents: Iterable[Document]) -> tuple[Extraction, ...]:
    """Read the claims of each document (dates, times, durations, numbers, names) and the events they are told of.

    A day told without its year stands in the year in which the other documents have it, if they do.

    >>> memoir = segment(load("tests/collections/ferry/memoir.html"))
    >>> [claim.value for claim in extract(memoir)[0].claims if claim.kind == "date"]
    ['1887']

    """
    from analyzer.extract import extract as run
    from analyzer.extract.shared_years import with_shared_years

    return with_shared_years([run(document) for document in documents])


def compare(
    documents: Sequence[Document],
    alignments: AlignmentSet,
    extractions: Sequence[Extraction],
    settings: CompareSettings | None = None,
    *,
    aliases: Sequence[Sequence[str]] = (),
) -> Comparison:
    """Find every fact that is told more than once, and judge how its tellings differ.

    `extractions` are in the order of `documents`; `aliases` are groups of names that mean one person, place or thing.

    >>> documents = segment(load("tests/collections/ferry"))
    >>> found = compare(documents, align(documents), extract(documents))
    >>> next(f.difference for f in found.findings if {r.value for r in f.readings} == {"20:05", "20:25"})
    '20 minutes'

    """
    from analyzer.compare import compare as run

    return run(documents, alignments, extractions, settings, aliases=aliases)


def weigh(
    documents: Sequence[Document],
    alignments: AlignmentSet,
    extractions: Sequence[Extraction],
    comparison: Comparison,
    settings: WeighSettings | None = None,
    *,
    known: Mapping[str, str] | None = None,
) -> Reliability:
    """Tell which sources are copies of each other, and how far the independent witnesses can be relied on.

    `known` maps finding ids to the value that a reader found right (any other text: none of the readings is).

    >>> documents = segment(load("tests/collections/ferry"))
    >>> claims, pairs = extract(documents), align(documents)
    >>> weighed = weigh(documents, pairs, claims, compare(documents, pairs, claims))
    >>> [witness.sources for witness in weighed.witnesses]
    [('harbour-gazette',), ('inquiry-summary',), ('memoir',)]

    """
    from analyzer.weigh import weigh as run

    return run(documents, alignments, extractions, comparison, settings, known=known)

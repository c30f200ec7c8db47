"""Puts the stages in order: load, segment, align, extract, compare, weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.analysis import Analysis
from analyzer.errors import UnreadableSourceError
from analyzer.model import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analyzer.cache import Cache
    from analyzer.model import Collection
    from analyzer.settings import Settings

    Progress = Callable[[str, float], None]


def analyze(
    folder: str | Path,
    settings: Settings | None = None,
    *,
    strict: bool = False,
    progress: Progress | None = None,
    cache: bool = True,
    jobs: int = 1,
) -> Analysis:
    """Compare all sources of a folder (or the statements of one file).

    Args:
        folder: a collection's folder, or one file.
        settings: thresholds; default: those of the collection's manifest over the built-in ones.
        strict: raise when any source can't be read, instead of reporting it and going on.
        progress: called with the name of a stage and the share done (0-1) before it starts.
        cache: read and keep the claims of each document; see `analyzer.cache`. The result is the same.
        jobs: worker processes that read documents, 0 to choose by the work. The result is the same. The default is 1,
            since each worker imports the calling script: more need the guard `if __name__ == "__main__"` there.

    Raises:
        CollectionError: no such folder, or no readable source in it.
        ManifestError: `sources.toml` is malformed.
        UnreadableSourceError: under `strict`, a source can't be read.
        UsageError: `jobs` is negative.

    >>> ferry = analyze("tests/collections/ferry")
    >>> next(f.difference for f in ferry.findings if {r.value for r in f.readings} == {"1887", "1889"})
    '2 years'

    """
    from analyzer.cache import open_cache
    from analyzer.load import load

    kept = open_cache() if cache else None
    tell = progress or _silent
    tell("load", 0.0)
    collection = load(folder, settings.load if settings else None)
    if strict and collection.unreadable:
        raise UnreadableSourceError(
            " ".join(n.sentence for n in collection.unreadable), hint="Mend or remove the file, or leave out --strict."
        )
    return analyze_collection(collection, settings, tell, kept, jobs)


def analyze_collection(
    collection: Collection, settings: Settings | None, tell: Progress, cache: Cache | None = None, jobs: int = 1
) -> Analysis:
    """All stages after loading; see `analyze`."""
    from analyzer.align import align, with_events
    from analyzer.compare import compare
    from analyzer.compare.links import event_links
    from analyzer.extract.shared_years import with_shared_years
    from analyzer.segment import segment
    from analyzer.settings import with_overrides
    from analyzer.weigh import weigh
    from analyzer.workers import extract_all

    chosen = settings or with_overrides(collection.settings)
    tell("segment", 0.05)
    documents = tuple(segment(source) for source in collection.sources)
    tell("align", 0.1)
    alignments = align(documents, chosen.align, jobs=jobs, progress=lambda share: tell("align", 0.1 + 0.2 * share))
    tell("extract", 0.3)
    read = extract_all(documents, cache, jobs, lambda share: tell("extract", 0.3 + 0.4 * share))
    extractions = with_shared_years(read)
    tell("compare", 0.7)
    comparison = compare(documents, alignments, extractions, chosen.compare, aliases=collection.aliases)
    alignments = with_events(alignments, event_links(documents, comparison))
    tell("weigh", 0.9)
    reliability = weigh(documents, alignments, extractions, comparison, chosen.weigh)
    tell("done", 1.0)
    return Analysis(
        collection=collection,
        documents=documents,
        alignments=alignments,
        extractions=extractions,
        comparison=comparison,
        reliability=reliability,
        settings=chosen,
        notices=collection.notices + collection.unreadable + _alone(collection),
    )


def _alone(collection: Collection) -> tuple[Notice, ...]:
    """One source has nothing to be compared with: say so."""
    if len(collection.sources) > 1:
        return ()
    sentence = "There is one source alone: it was checked against itself, nothing could be compared with another."
    return (Notice("single-source", sentence, collection.sources[0].id),)


def _silent(stage: str, share: float) -> None:
    """Report no progress."""

"""Reads many documents: from the cache what was read before, the rest here or in worker processes."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from analyzer.errors import UsageError
from analyzer.extract import extract
from analyzer.interrupts import interrupts_held
from analyzer.model import Extraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from analyzer.cache import Cache
    from analyzer.model import Claim, Document, Frame

    Read = tuple[tuple[Claim, ...], tuple[Frame, ...]]

MOST = 4  # each worker holds the language model: about 300 MB
SMALL = 40_000  # words; a worker starts in 3 s, in which 20,000 words are read

log = logging.getLogger(__name__)


def extract_all(
    documents: Sequence[Document],
    cache: Cache | None = None,
    jobs: int = 1,
    progress: Callable[[float], None] | None = None,
) -> tuple[Extraction, ...]:
    """The extraction of each document, in their order.

    Args:
        documents: segmented sources.
        cache: where to look first and to keep what is read; None: neither.
        jobs: worker processes; 1 reads here, 0 chooses by processors and amount of work. The result is the same.
        progress: called with the share done (0-1) after each document.

    Raises:
        AnalyzerError: as `extract` does, whichever process it happened in.
        UsageError: `jobs` is negative.

    """
    if jobs < 0:
        raise UsageError(f"{jobs} is no number of jobs", hint="Give 1 or more, or 0 to choose by the work.")
    known = {i: cache.get(document) if cache else None for i, document in enumerate(documents)}
    done = {i: extraction for i, extraction in known.items() if extraction}
    missing = [i for i in known if i not in done]
    for i, extraction in _read(documents, missing, jobs):
        done[i] = extraction
        if cache:
            cache.put(extraction)
        if progress:
            progress(len(done) / len(documents))
    if cache:
        cache.close()
    return tuple(done[i] for i in range(len(documents)))


def workers_for(words: int, documents: int, jobs: int) -> int:
    """How many processes to use: `jobs`, or by the work when it is 0; never more than there are documents.

    >>> workers_for(1_000, 4, 0), workers_for(1_000, 4, 2), workers_for(500_000, 1, 2)
    (1, 2, 1)
    """
    wanted = jobs or (1 if words < SMALL else min(os.cpu_count() or 1, MOST))
    return max(1, min(wanted, documents))


def _read(documents: Sequence[Document], missing: Sequence[int], jobs: int) -> Iterator[tuple[int, Extraction]]:
    """Each missing document's number and extraction, as they get ready."""
    left = dict.fromkeys(missing)
    words = sum(documents[i].source.text.count(" ") for i in missing)
    workers = workers_for(words, len(missing), jobs)
    if workers > 1:
        try:
            for i, extraction in _in_parallel(documents, missing, workers):
                del left[i]
                yield i, extraction
        except BrokenProcessPool:
            log.warning("The worker processes were ended from outside or can't be started; going on without them.")
    for i in left:
        yield i, extract(documents[i])


def _in_parallel(
    documents: Sequence[Document], missing: Sequence[int], workers: int
) -> Iterator[tuple[int, Extraction]]:
    """As `_read`, by worker processes; the longest documents first, lest one be waited for alone at the end."""
    ordered = sorted(missing, key=lambda i: (-len(documents[i].source.text), i))
    others = set(multiprocessing.active_children())
    # Spawned, not forked: a fork copies threads' locks, and not every system has it.
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)
    try:
        with interrupts_held():
            futures = {pool.submit(_work, documents[i]): i for i in ordered}
        yield from _results(futures, documents)
    except BaseException:
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _results(futures: dict[Future[Read], int], documents: Sequence[Document]) -> Iterator[tuple[int, Extraction]]:
    for future in as_completed(futures):
        claims, frames = future.result()
        i = futures[future]
        yield i, Extraction(documents[i], claims, frames)


def _work(document: Document) -> Read:
    """What a worker sends back: not the document, which the parent has."""
    extraction = extract(document)
    return extraction.claims, extraction.frames


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

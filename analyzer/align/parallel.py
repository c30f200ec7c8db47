"""Works through many pairs of documents in worker processes, with the result of working through them here."""

from __future__ import annotations

import logging
import multiprocessing
import os
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeVar

from analyzer.interrupts import interrupts_held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_T = TypeVar("_T")
_Pair = tuple[int, int]

_MOST = 4  # each worker holds the words and vectors of all documents: under two megabytes a document
_FEW = 200  # pairs; a worker starts in a second or two, in which as many as that are aligned
_BLOCK = 20  # pairs whose results are sent at once

log = logging.getLogger(__name__)


def workers_for(pairs: int, jobs: int) -> int:
    """How many processes to use: at most `jobs`, or one for each processor when it is 0; one for few pairs.

    >>> workers_for(19_900, 2), workers_for(19_900, 1), workers_for(6, 2)
    (2, 1, 1)
    """
    return 1 if pairs < _FEW else min(jobs or os.cpu_count() or 1, _MOST)


def work_through(
    work: Callable[[int, int], _T],
    pairs: Sequence[_Pair],
    workers: int = 1,
    progress: Callable[[float], None] | None = None,
) -> list[_T]:
    """What `work` gives for each pair, in their order.

    With more than one worker, `work` and what it gives must be fit for pickling. What workers leave undone, because
    they can't be started or are ended from outside, is done here, and so raises here what it raises.
    `progress` is called with the share done (0-1) after each pair.
    """
    done: dict[int, _T] = {}
    for at, result in _each(work, pairs, workers, done):
        done[at] = result
        if progress:
            progress(len(done) / len(pairs))
    return [done[at] for at in range(len(pairs))]


def _each(
    work: Callable[[int, int], _T], pairs: Sequence[_Pair], workers: int, done: dict[int, _T]
) -> Iterator[tuple[int, _T]]:
    """Each pair's number and result, as they get ready; `done` is what the caller has so far."""
    if workers > 1:
        yield from _in_parallel(work, pairs, workers)
        if len(done) < len(pairs):
            log.warning("The worker processes were ended from outside or can't be started; going on without them.")
    for at, pair in enumerate(pairs):
        if at not in done:
            yield at, work(*pair)


def _in_parallel(work: Callable[[int, int], _T], pairs: Sequence[_Pair], workers: int) -> Iterator[tuple[int, _T]]:
    """As `_each`, by worker processes; those that break off leave pairs out."""
    children: list[SpawnProcess] = []
    ends: list[Connection] = []
    try:
        _start(work, pairs, workers, (children, ends))
        while ends:
            ready = wait(ends)
            for end in [e for e in ends if e in ready]:
                try:
                    yield from end.recv()
                except (EOFError, OSError):
                    ends.remove(end)
    finally:
        for child in children:
            child.terminate()
            child.join()


def _start(
    work: Callable[[int, int], _T],
    pairs: Sequence[_Pair],
    workers: int,
    into: tuple[list[SpawnProcess], list[Connection]],
) -> None:
    """Start the workers, every one with its share of the pairs, until one can't be started."""
    # Spawned, not forked: a fork copies threads' locks, and not every system has it.
    context = multiprocessing.get_context("spawn")
    with interrupts_held():
        for share in range(workers):
            here, there = context.Pipe(duplex=False)
            child = context.Process(target=_serve, args=(there, work, pairs, share, workers), daemon=True)
            try:
                child.start()
            except OSError:
                break
            finally:
                there.close()
            into[0].append(child)
            into[1].append(here)


def _serve(
    answers: Connection, work: Callable[[int, int], _T], pairs: Sequence[_Pair], share: int, shares: int
) -> None:
    """What a worker does: its share of the pairs, evenly spread: neighbours in the order are alike in cost."""
    mine = range(share, len(pairs), shares)
    for start in range(0, len(mine), _BLOCK):
        answers.send([(at, work(*pairs[at])) for at in mine[start : start + _BLOCK]])
    answers.close()

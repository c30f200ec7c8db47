"""Passages that tell of one event in different words: content words, order and time of a stretch of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from analyzer.align.storyline import share_of_best_thread
from analyzer.align.timeline import NEAR, Timeline, gaps
from analyzer.align.topics import compare_topics

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from analyzer.align.topics import Matter
    from analyzer.align.vectors import Floats, Ints
    from analyzer.model import Document
    from analyzer.settings import AlignSettings

_ASIDE = frozenset({"caption", "note", "cell"})
_FEWEST_NAMES = 5  # fewer say nothing about whether two documents have one subject
_STRANGERS = 0.3  # so far below the common names of one subject nothing reaches a score of 0.5
_BY_CHANCE = 0.05  # cosine in context that any two sentences on one subject reach
Box = tuple[tuple[int, int], tuple[int, int]]


class EventPair(NamedTuple):
    """Left sentences `left[0]` to `left[1]` and right ones tell of one event; `score` 0-1, 0.5 and above is trusted."""

    score: float
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """What the event matcher needs of one document."""

    document: Document
    matter: Matter
    timeline: Timeline
    names: frozenset[str]


def match_events(left: Side, right: Side, taken: Sequence[Box], settings: AlignSettings) -> list[EventPair]:
    """Pairs of stretches scored 0.5 or above, the best first; no two overlap on both sides.

    `taken` are the stretches aligned by their wording: no pair overlaps one on both sides, and none is mostly aligned.
    """
    import numpy as np

    cells = len(left.document.sentences) * len(right.document.sentences)
    strange = settings.event_names - _common_names(left, right) > _STRANGERS
    if strange or not 0 < cells <= settings.event_cells:
        return []
    windows = left.matter.windows, right.matter.windows
    scores = _scores(left, right, settings)
    spent = [_mostly(w, [box[k] for box in taken]) for k, w in enumerate(windows)]
    scores = np.where(spent[0][:, None] | spent[1][None, :], 0.0, scores)
    return _best_apart(scores, windows, taken)


def _mostly(last: Ints, stretches: Sequence[tuple[int, int]]) -> npt.NDArray[np.bool_]:
    """For each window whether more than half of its sentences lie in the stretches."""
    import numpy as np

    inside = np.zeros(len(last) + 1, dtype=np.int64)
    for first, end in stretches:
        inside[first + 1 : end + 2] = 1
    total = np.cumsum(inside)
    starts = np.arange(len(last))
    found: npt.NDArray[np.bool_] = 2 * (total[last + 1] - total[starts]) > last - starts + 1
    return found


def read_windows(document: Document, settings: AlignSettings) -> Ints:
    """For every sentence the last one of the stretch that starts with it: one section, bounded raw length.

    They never fall: a stretch that starts later ends no earlier.
    """
    import numpy as np

    offsets = document.source.offsets
    sentences = document.sentences
    raw = [(offsets.starts[s.start], offsets.ends[s.end - 1]) for s in sentences]
    last = list(range(len(sentences)))
    for i in last:
        end = i
        while (
            end + 1 < len(sentences)
            and end + 1 - i < settings.event_sentences
            and sentences[end + 1].section == sentences[i].section
            and (document.passages[sentences[end + 1].passage].kind in _ASIDE)
            == (document.passages[sentences[i].passage].kind in _ASIDE)
            and raw[end + 1][1] - raw[i][0] <= settings.event_length
        ):
            end += 1
        last[i] = end
    return np.array(last, dtype=np.int64)


def _scores(left: Side, right: Side, settings: AlignSettings) -> Floats:
    """Score 0-1 of every pair of windows, by the logistic model whose weights stand in the settings."""
    import numpy as np

    evidence = _evidence(left, right)
    strangeness = max(0.0, settings.event_names - _common_names(left, right))
    z = np.full(evidence[0].shape, settings.event_bias - settings.event_strangers * strangeness)
    for weight, values in zip(settings.event_weights, evidence, strict=True):
        z += weight * values
    scores: Floats = np.round(1.0 / (1.0 + np.exp(-z)), 6)
    return scores


def _common_names(left: Side, right: Side) -> float:
    """Share of the names of the document that has fewer which the other has too, 0-1; 1 where there are hardly any."""
    fewer = min(len(left.names), len(right.names))
    return len(left.names & right.names) / fewer if fewer >= _FEWEST_NAMES else 1.0


def _evidence(left: Side, right: Side) -> tuple[Floats, ...]:
    """Six values for every pair of windows, each rising with the odds that they tell of one event.

    The closest two sentences, the share in the common thread, narrated time, written time, how far the topics stand
    out among all windows, and the weight of the words they share.
    """
    import numpy as np

    windows = left.matter.windows, right.matter.windows
    likeness = compare_topics(left.matter, right.matter)
    between = gaps(left.timeline.intervals, right.timeline.intervals)
    near = _agreement(between)
    exact = _agreement(gaps(left.timeline.precise, right.timeline.precise))
    in_time = np.nan_to_num(between, nan=0.0) <= 1.0
    steps = np.maximum(0.0, likeness.around - _BY_CHANCE) * in_time * (1.0 + 2.0 * near)
    inside = (likeness.alone, share_of_best_thread(steps), near, exact)
    topic = _contrast(likeness.within) + _contrast(likeness.within.T).T
    return (*(_highest(e, windows) for e in inside), topic, np.log1p(likeness.shared))


def _contrast(values: Floats) -> Floats:
    """Each value as standard deviations above its row's mean."""
    import numpy as np

    deviation = np.maximum(values.std(axis=1, keepdims=True), 1e-9)
    found: Floats = (values - values.mean(axis=1, keepdims=True)) / deviation
    return found


def _agreement(years: Floats) -> Floats:
    """Agreement of times so many years apart, 0-1: worth more the rarer it is by chance.

    Where everything happens in one month, agreement says nothing; where a life is told, much.
    """
    import numpy as np

    agree = (np.nan_to_num(years, nan=np.inf) <= NEAR).astype(np.float64)
    rate = max(float(agree.mean()) if agree.size else 1.0, 1e-6)
    found: Floats = agree * min(1.0, -np.log(rate) / np.log(10.0))
    return found


def _highest(values: Floats, windows: tuple[Ints, Ints]) -> Floats:
    """The highest value inside every pair of windows."""
    return _running(_running(values, windows[0]).T, windows[1]).T


def _running(values: Floats, last: Ints) -> Floats:
    """Highest value of the rows of each window."""
    import numpy as np

    further = last - np.arange(len(last))
    best = values.copy()
    for step in range(1, int(further.max(initial=0)) + 1):
        inside = (further >= step)[:-step, None]
        np.maximum(best[:-step], values[step:], out=best[:-step], where=inside)
    return best


def _best_apart(scores: Floats, windows: tuple[Ints, Ints], taken: Sequence[Box]) -> list[EventPair]:
    """Best pairs first; whatever overlaps a better one on both sides is left out."""
    import numpy as np

    free = scores >= 0.5
    for box in taken:
        _close(free, windows, box)
    rows, columns = np.nonzero(free)
    order = np.lexsort((columns, rows, -scores[rows, columns]))
    found = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if free[i, j]:
            box = (i, int(windows[0][i])), (j, int(windows[1][j]))
            _close(free, windows, box)
            found.append(EventPair(float(scores[i, j]), *box))
    return found


def _close(free: npt.NDArray[np.bool_], windows: tuple[Ints, Ints], box: Box) -> None:
    """Mark the pairs of windows that overlap a box on both sides; those that end after its start lie side by side."""
    rows, columns = (slice(int(w.searchsorted(a)), b + 1) for w, (a, b) in zip(windows, box, strict=True))
    free[rows, columns] = False

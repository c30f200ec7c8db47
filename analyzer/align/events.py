"""Passages that tell of one event in different words: content words, order and time of a stretch of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from analyzer.align.storyline import share_of_best_thread
from analyzer.align.timeline import NEAR, Timeline, gaps
from analyzer.align.vectors import unit_rows, weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from analyzer.align.vectors import Counts, Floats, Ints, Matrix
    from analyzer.model import Document
    from analyzer.settings import AlignSettings

_CONTEXT = (1.0, 0.7, 0.4)  # what a sentence takes from itself, its neighbours, and theirs: topics outlast a sentence
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
    topics: Counts
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
    windows = _windows(left.document, settings), _windows(right.document, settings)
    scores = _scores(left, right, windows, settings)
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


def _windows(document: Document, settings: AlignSettings) -> Ints:
    """For every sentence the last one of the stretch that starts with it: one section, bounded raw length."""
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


def _scores(left: Side, right: Side, windows: tuple[Ints, Ints], settings: AlignSettings) -> Floats:
    """Score 0-1 of every pair of windows, by the logistic model whose weights stand in the settings."""
    import numpy as np

    evidence = _evidence(left, right, windows)
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


def _evidence(left: Side, right: Side, windows: tuple[Ints, Ints]) -> tuple[Floats, ...]:
    """Six values for every pair of windows, each rising with the odds that they tell of one event.

    The closest two sentences, the share in the common thread, narrated time, written time, how far the topics stand
    out among all windows, and the weight of the words they share.
    """
    import numpy as np

    plain = weights(left.topics, right.topics, 0.0)
    wide = [_blurred(m) for m in plain]
    near, exact = _time_evidence(left.timeline, right.timeline)
    in_time = np.nan_to_num(gaps(left.timeline.intervals, right.timeline.intervals), nan=0.0) <= 1.0
    steps = np.maximum(0.0, _cosines(*wide) - _BY_CHANCE) * in_time * (1.0 + 2.0 * near)
    shared = (_summed(plain[0], windows[0]) @ _summed(plain[1], windows[1]).T).toarray()
    topic = _cosines(*(_summed(m, w) for m, w in zip(wide, windows, strict=True)))
    inside = (_cosines(*plain), share_of_best_thread(steps), near, exact)
    return (*(_highest(e, windows) for e in inside), _contrast(topic) + _contrast(topic.T).T, np.log1p(shared))


def _contrast(values: Floats) -> Floats:
    """Each value as standard deviations above its row's mean."""
    import numpy as np

    deviation = np.maximum(values.std(axis=1, keepdims=True), 1e-9)
    found: Floats = (values - values.mean(axis=1, keepdims=True)) / deviation
    return found


def _cosines(left: Matrix, right: Matrix) -> Floats:
    import numpy as np

    product: Floats = np.round((unit_rows(left) @ unit_rows(right).T).toarray(), 6)
    return product


def _blurred(matrix: Matrix) -> Matrix:
    """Each sentence with a share of its neighbours."""
    from scipy.sparse import csr_array, diags_array

    n = matrix.shape[0]
    reach = [k for k in range(-2, 3) if abs(k) < max(n, 1)]
    kernel = diags_array([[_CONTEXT[abs(k)]] * (n - abs(k)) for k in reach], offsets=reach, shape=(n, n))
    return csr_array(csr_array(kernel) @ matrix)


def _summed(matrix: Matrix, last: Ints) -> Matrix:
    """Sums of the rows of each window."""
    import numpy as np
    from scipy.sparse import csr_array

    n = len(last)
    sizes = last - np.arange(n) + 1
    columns = np.concatenate([np.arange(i, e + 1) for i, e in enumerate(last.tolist())]) if n else np.zeros(0, int)
    pick = csr_array((np.ones(len(columns)), columns, np.concatenate([[0], np.cumsum(sizes)])), shape=(n, n))
    return csr_array(pick @ matrix)


def _time_evidence(left: Timeline, right: Timeline) -> tuple[Floats, Floats]:
    """Agreement of the narrated times, and of written months or days: each 0-1, worth more the rarer it is by chance.

    Where everything happens in one month, agreement says nothing; where a life is told, much.
    """
    import numpy as np

    found = []
    for a, b in ((left.intervals, right.intervals), (left.precise, right.precise)):
        gap = np.nan_to_num(gaps(a, b), nan=np.inf)
        agree = (gap <= NEAR).astype(np.float64)
        rate = max(float(agree.mean()) if agree.size else 1.0, 1e-6)
        found.append(agree * min(1.0, -np.log(rate) / np.log(10.0)))
    return found[0], found[1]


def _highest(values: Floats, windows: tuple[Ints, Ints]) -> Floats:
    """The highest value inside every pair of windows."""
    return _running(_running(values, windows[0]).T, windows[1]).T


def _running(values: Floats, last: Ints) -> Floats:
    """Highest value of the rows of each window."""
    import numpy as np

    rows = np.arange(len(last))
    best = values.copy()
    for step in range(1, int((last - rows).max(initial=0)) + 1):
        best = np.maximum(best, values[np.minimum(rows + step, last)])
    return best


def _best_apart(scores: Floats, windows: tuple[Ints, Ints], taken: Sequence[Box]) -> list[EventPair]:
    """Best pairs first; whatever overlaps a better one on both sides is left out."""
    import numpy as np

    rows, columns = np.nonzero(scores >= 0.5)
    order = np.lexsort((columns, rows, -scores[rows, columns]))
    boxes = list(taken)
    found = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        box = (i, int(windows[0][i])), (j, int(windows[1][j]))
        if not any(_overlap(box[0], a) and _overlap(box[1], b) for a, b in boxes):
            boxes.append(box)
            found.append(EventPair(float(scores[i, j]), *box))
    return found


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]

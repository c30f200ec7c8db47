"""How alike two documents are in matter: sentence by sentence, in their surroundings, and stretch by stretch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from analyzer.align.vectors import rarity, row_lengths, weighted

if TYPE_CHECKING:
    from analyzer.align.vectors import Counts, Floats, Ints, Matrix

_CONTEXT = (1.0, 0.7, 0.4)  # what a sentence takes from itself, its neighbours, and theirs: topics outlast a sentence


class Likeness(NamedTuple):
    """Left sentences, or the windows that start with them, x right ones. Cosines 0-1, but for the last.

    Of sentences alone, of sentences with their surroundings, of windows of such, and the weight windows share.
    """

    alone: Floats
    around: Floats
    within: Floats
    shared: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """The topics of a document's sentences, and the stretch that starts with each.

    `windows` gives the last sentence of each stretch. `squares` are those of the cells of the sentences, of the
    sentences with their surroundings, and of the stretches of such: lengths follow from them for any weights.
    """

    topics: Counts
    windows: Ints
    squares: tuple[Matrix, Matrix, Matrix]


def read_matter(topics: Counts, windows: Ints) -> Matter:
    """All that comparing topics needs and that depends on one document alone."""
    wide = _blurred(topics.matrix)
    return Matter(topics, windows, (topics.squares[0], wide.power(2), _summed(wide, windows).power(2)))


def compare_topics(left: Matter, right: Matter) -> Likeness:
    """Likeness of the topics of two documents, rarity counted within these two.

    All four come from one product: blurring and summing rows can as well be done to the products of the rows.
    """
    rare = rarity(left.topics, right.topics, 0.0)
    a, b = weighted(left.topics, right.topics, rare)
    products = (a @ b.T).toarray()
    blurred = blur(blur(products).T).T
    lengths = [[row_lengths(left.squares[k], rare.left), row_lengths(right.squares[k], rare.right)] for k in range(3)]
    windows = left.windows, right.windows
    return Likeness(
        _cosines(products, lengths[0]),
        _cosines(blurred, lengths[1]),
        _cosines(_both_summed(blurred, windows), lengths[2]),
        _both_summed(products, windows),
    )


def _cosines(products: Floats, lengths: list[Floats]) -> Floats:
    import numpy as np

    return np.round(products / lengths[0][:, None] / lengths[1][None, :], 6)


def blur(values: Floats) -> Floats:
    """Each row with a share of its neighbours."""
    total = values * _CONTEXT[0]
    for k, share in enumerate(_CONTEXT[1:], start=1):
        part = values * share
        total[k:] += part[:-k]
        total[:-k] += part[k:]
    return total


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
    ends = np.cumsum(sizes)
    columns = (np.arange(sizes.sum()) - np.repeat(ends - sizes - np.arange(n), sizes)).astype(np.int32)
    pointer = np.append(0, ends).astype(np.int32)
    pick = csr_array((np.ones(len(columns)), columns, pointer), shape=(n, n))
    return csr_array(pick @ matrix)


def _both_summed(products: Floats, windows: tuple[Ints, Ints]) -> Floats:
    """Sums of the products of every pair of windows."""
    return _running_sums(_running_sums(products, windows[0]).T, windows[1]).T


def _running_sums(values: Floats, last: Ints) -> Floats:
    """Sums of the rows of each window, as differences of sums from the first row on."""
    import numpy as np

    total = np.zeros((values.shape[0] + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=total[1:])
    found: Floats = total[last + 1] - total[:-1]
    return found

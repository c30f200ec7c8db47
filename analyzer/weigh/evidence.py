"""All items with the fits under the three assumptions about wrong values, and what they allow to be said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.model import Interval, Superiority
from analyzer.weigh.fit import fit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import Finding
    from analyzer.settings import WeighSettings
    from analyzer.weigh.accuracy import Fit
    from analyzer.weigh.items import Item
    from analyzer.weigh.witnesses import Witnesses


@dataclass(frozen=True, slots=True)
class Evidence:
    """`fits` pairs each assumed number of wrong values with its posterior, the default first.

    `told` is the number of facts told by at least two independent witnesses, without mere suggestions; `comparable`
    those of them that can be weighed, with two votes or more; `counts[s]` is how many of these witness `s` votes on.
    """

    items: tuple[Item, ...]
    witnesses: Witnesses
    settings: WeighSettings
    fits: tuple[tuple[int, Fit], ...]
    told: int
    comparable: int
    counts: tuple[int, ...]

    @property
    def default(self) -> Fit:
        """The posterior under the default assumption."""
        return self.fits[0][1]

    def n(self, witness: int) -> int:
        """Number of comparable facts a witness tells."""
        return self.counts[witness]

    @property
    def active(self) -> tuple[int, ...]:
        """Witnesses with enough comparable facts to be judged at all."""
        return tuple(s for s, n in enumerate(self.counts) if n >= self.settings.judged_items)

    @property
    def judged(self) -> bool:
        """Whether anything beyond agreement can be said: three witnesses that can be held against each other."""
        return len(self.active) >= 3


def gather(
    findings: Sequence[Finding],
    items: tuple[Item, ...],
    means: Sequence[float | None],
    witnesses: Witnesses,
    settings: WeighSettings,
) -> Evidence:
    """Fit the items under each number of wrong values; `means` are users' prior reliabilities by witness."""
    ballots = [item.ballot for item in items]
    assumed = (settings.false_values, settings.false_values_low, settings.false_values_high)
    fits = tuple((m, fit(ballots, means, settings, false_values=m)) for m in assumed)
    heard = [item.ballot.speaking for item in items if item.teaches]
    counts = Counter(witness for speaking in heard for witness in speaking)
    each = tuple(counts[s] for s in range(witnesses.count))
    told = told_by_several(findings, witnesses.index)
    return Evidence(items, witnesses, settings, fits, told, len(heard), each)


def told_by_several(findings: Sequence[Finding], witness: Mapping[str, int]) -> int:
    """How many findings that are no suggestions have readings of two independent witnesses or more.

    The one count of such facts: the statement, the report's head and its charts all use it.
    """
    several = (len({witness[r.source] for r in f.readings if r.source in witness}) > 1 for f in findings if f.sure)
    return sum(several)


def spread(values: Sequence[float]) -> Interval:
    """The default value with the range over all assumptions."""
    return Interval(round(min(values), 6), round(values[0], 6), round(max(values), 6))


def superiorities(evidence: Evidence) -> tuple[Superiority, ...]:
    """Pairs of which one may be called better: three witnesses or more, P above the threshold whatever is assumed."""
    active = evidence.active if evidence.judged else ()
    pairs = [(s, t) for s in active for t in active if s != t]
    return tuple(
        Superiority(s, t, round(float(evidence.default.greater[s, t]), 6))
        for s, t in pairs
        if min(float(f.greater[s, t]) for _, f in evidence.fits) > evidence.settings.ranking
    )


def nearest_ranking(evidence: Evidence) -> tuple[int, int, float] | None:
    """The pair of witnesses closest to a ranking and the lowest probability of it; None where nothing can be ranked."""
    active = evidence.active if evidence.judged else ()
    pairs = [
        (round(min(float(f.greater[s, t]) for _, f in evidence.fits), 6), s, t)
        for s in active
        for t in active
        if s != t
    ]
    if not pairs:
        return None
    best, s, t = max(pairs, key=lambda p: (p[0], -p[1], -p[2]))
    return s, t, best

"""The distinct values of one finding: what counts as the same value, and which values a coarser one supports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.weigh.extents import Extent, extent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.model import Finding, Reading

Written = tuple[str, str]  # a value and its calendar, as a reading gives them


@dataclass(frozen=True, slots=True)
class Classes:
    """The finest distinct values in order, each by its first written form, and the classes each written form supports.

    A coarse value that contains finer ones is no class of its own: it supports all of those.
    """

    names: tuple[str, ...]
    supports: Mapping[Written, frozenset[int]]

    def of(self, reading: Reading) -> frozenset[int]:
        """Classes one reading supports."""
        return self.supports[reading.value, reading.calendar]

    def named(self, value: str) -> frozenset[int]:
        """Classes a value given by a reader stands for; empty when no source has it."""
        folded = _folded(value)
        sets = [support for (text, _), support in self.supports.items() if _folded(text) == folded]
        return frozenset().union(*sets)


def classify(finding: Finding) -> Classes:
    """Classes of a finding; anything but a conflict is one class, since its readings were found reconcilable."""
    written = sorted({(r.value, r.calendar) for r in finding.readings})
    extents = {w: extent(finding.kind, *w) for w in written}
    if finding.relation != "conflict":
        return Classes((_finest(extents),), dict.fromkeys(written, frozenset({0})))
    found = _finest_classes(extents)
    return found if len(found.names) > 1 else _as_written(written)


def _finest(extents: Mapping[Written, Extent | None]) -> str:
    """The written form of the shortest extent."""
    sized = [(e.high - e.low, w[0]) for w, e in extents.items() if e is not None]
    return min(sized)[1] if sized else min(w[0] for w in extents)


def _finest_classes(extents: Mapping[Written, Extent | None]) -> Classes:
    keys: dict[Written, Extent | str] = {w: e or _folded(w[0]) for w, e in extents.items()}
    distinct = list(dict.fromkeys(keys.values()))
    fine = [key for key in distinct if not any(_contains(key, other) for other in distinct)]
    names = tuple(next(w[0] for w, key in keys.items() if key == chosen) for chosen in fine)
    supports = {
        w: frozenset(i for i, chosen in enumerate(fine) if key == chosen or _contains(key, chosen))
        for w, key in keys.items()
    }
    return Classes(names, supports)


def _contains(coarse: Extent | str, fine: Extent | str) -> bool:
    if not (isinstance(coarse, Extent) and isinstance(fine, Extent)):
        return False
    return coarse.contains(fine) or (coarse.touches(fine) and not fine.contains(coarse))


def _as_written(written: list[Written]) -> Classes:
    """Every written form a class: the comparison found a conflict that the order of values doesn't show."""
    names = list(dict.fromkeys(value for value, _ in written))
    if len(names) == 1 < len(written):
        names = [" ".join(w).strip() for w in written]
        return Classes(tuple(names), {w: frozenset({i}) for i, w in enumerate(written)})
    return Classes(tuple(names), {w: frozenset({names.index(w[0])}) for w in written})


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())

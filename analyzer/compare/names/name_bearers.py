"""Which spellings belong to one bearer: links between spellings become groups, and no group holds two bearers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.values.names import compare_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Reason

# How sure each way of differing makes that both spellings name one bearer; ways that any text uses (the surname
# alone, a title left out) are no variants worth a reader's time.
SURENESS: dict[str, float] = {
    "alias": 0.97,
    "diacritics": 0.95,
    "spacing": 0.93,
    "ordinal-form": 0.93,
    "spelling": 0.92,
    "transliteration": 0.9,
    "middle-dropped": 0.88,
    "given-form": 0.85,
    "initial": 0.85,
    "acronym": 0.8,
    "ocr": 0.7,
    "one-letter": 0.6,
}
OTHERS = frozenset({"other-first-name", "other-title", "other-ordinal"})


@dataclass(frozen=True, slots=True)
class Link:
    """Two spellings that may be of one bearer, and by what they differ; the reasons' codes stand in `SURENESS`."""

    left: str
    right: str
    reasons: tuple[Reason, ...]

    @property
    def sureness(self) -> float:
        """How sure it is that they are of one bearer, 0-1: as sure as the weakest reason."""
        return min(SURENESS[reason.code] for reason in self.reasons)

    def other(self, name: str) -> str:
        """The spelling at the other end."""
        return self.right if name == self.left else self.left


def bearers(
    links: Sequence[Link], aliases: Sequence[Sequence[str]] = ()
) -> Iterator[tuple[list[str], tuple[Reason, ...]]]:
    """Spellings of each bearer, with the reasons of the links between them, in order of the first name.

    A spelling that fits two bearers alike ("A. Weber" beside Anna and Albert Weber) is no witness for either, and a
    group takes in no name that is another than one it holds.
    """
    kept = _clear(links, aliases)
    groups: dict[str, list[str]] = {}
    for link in sorted(kept, key=lambda k: (-k.sureness, k.left, k.right)):
        left, right = (groups.setdefault(name, [name]) for name in (link.left, link.right))
        if left is not right and not any(_differ(a, b, aliases) for a in left for b in right):
            left.extend(right)
            groups.update(dict.fromkeys(right, left))
    for name in sorted(groups):
        group = sorted(groups[name])
        if len(group) > 1 and group[0] == name:
            reasons = (r for link in kept if link.left in group and link.right in group for r in link.reasons)
            yield group, tuple(dict.fromkeys(reasons))


def _clear(links: Sequence[Link], aliases: Sequence[Sequence[str]]) -> list[Link]:
    """Links without those of a spelling that as surely belongs to another bearer."""
    of: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        of[link.left].append(link)
        of[link.right].append(link)
    return [
        link
        for link in links
        if not any(
            rival.sureness >= link.sureness and _differ(rival.other(name), link.other(name), aliases)
            for name in (link.left, link.right)
            for rival in of[name]
            if rival is not link
        )
    ]


def _differ(one: str, other: str, aliases: Sequence[Sequence[str]]) -> bool:
    """Whether what two names have in common shows two bearers; names with nothing in common may be of one."""
    found = compare_names(one, other, aliases)
    return found.relation == "different" and any(reason.code in OTHERS for reason in found.reasons)

"""What a planted change is, and the two lists of kinds: those that must be called conflicts and those that must not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from benchmarks.mutation.documents import Account

Group = Literal["date", "time", "number", "unit", "duration", "other", "harmless"]


@dataclass(frozen=True, slots=True)
class Change:
    """Code points `[start, end)` of a document give way to `text`."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of change; `propose` gives every (start, end, text) it could plant in a document.

    `found_as` are the kinds of finding that may speak of it; empty for any.
    """

    name: str
    group: Group
    propose: Callable[[Account, Random], list[tuple[int, int, str]]]
    found_as: frozenset[str] = frozenset()

"""Packs changes into runs, several far apart in one copy, and has the analyzer compare each copy with its original."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from benchmarks.mutation.changes import Change
from benchmarks.mutation.conflicts import CONFLICTS
from benchmarks.mutation.copying import SETTINGS, Copy, Setting, copied
from benchmarks.mutation.harmless import HARMLESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from analyzer.model import Comparison
    from benchmarks.mutation.changes import Kind
    from benchmarks.mutation.documents import Account

KINDS: dict[str, Kind] = {kind.name: kind for kind in (*CONFLICTS, *HARMLESS)}
ORIGINAL, COPY = "original", "copy"
"""The ids of the two sources of a run; their files end in .txt."""
PER_RUN = 6
APART = 2
"""Least distance of two plants, in sentences: each sentence has at most one and a clean neighbour."""


class Dice(Random):
    """Draws that repeat with their seed; nothing about them is secret."""


@dataclass(frozen=True, slots=True)
class Run:
    """One document against one copy of it."""

    account: Account
    setting: Setting
    copy: Copy


def runs(accounts: Sequence[Account], each: int, seed: int, settings: Sequence[Setting] = SETTINGS) -> Iterator[Run]:
    """Copies that carry together at most `each` changes of every kind per document and setting."""
    for account in accounts:
        for setting in settings:
            rng = Dice(f"{seed}/{account.name}/{setting}")
            for changes in packed(account, drawn(account, each, rng)):
                yield Run(account, setting, copied(account, changes, setting, rng))


def drawn(account: Account, each: int, rng: Random) -> list[Change]:
    """At most `each` changes of every kind, in random order; none outside a sentence, as in the title."""
    chosen: list[Change] = []
    for kind in KINDS.values():
        sites = [site for site in kind.propose(account, rng) if _sentence(account, site[0]) >= 0]
        chosen += [_change(account, kind.name, *site) for site in rng.sample(sites, min(each, len(sites)))]
    rng.shuffle(chosen)
    return chosen


def _change(account: Account, kind: str, start: int, end: int, text: str) -> Change:
    """A capital stays a capital."""
    capital = account.text[start].isupper() and text[0].islower()
    return Change(kind, start, end, text[0].upper() + text[1:] if capital else text)


def packed(account: Account, changes: list[Change]) -> list[list[Change]]:
    """Each change goes to the first copy that has room for it."""
    copies: list[dict[int, Change]] = []
    for change in changes:
        at = _sentence(account, change.start)
        room = (c for c in copies if len(c) < PER_RUN and all(abs(at - other) >= APART for other in c))
        home = next(room, None)
        if home is None:
            copies.append(home := {})
        home[at] = change
    return [list(c.values()) for c in copies]


def _sentence(account: Account, position: int) -> int:
    """The number of the sentence that holds a position, -1 for none."""
    parts = [part for paragraph in account.paragraphs for part in paragraph]
    return next((i for i, part in enumerate(parts) if part.start <= position < part.end), -1)


def compared(run: Run, folder: Path) -> Comparison:
    """What the analyzer says of the two files alone in an empty folder."""
    from analyzer.pipeline import analyze

    (folder / f"{ORIGINAL}.txt").write_text(run.account.text, encoding="utf-8", newline="")
    (folder / f"{COPY}.txt").write_text(run.copy.text, encoding="utf-8", newline="")
    return analyze(folder).comparison

"""Makes the copy that carries the changes: a near-copy lightly reworded, or a shuffled abridgement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from benchmarks.mutation.changes import Change
from benchmarks.mutation.harmless import SYNONYMS, worded

if TYPE_CHECKING:
    from random import Random

    from benchmarks.mutation.documents import Account, Part

Setting = Literal["near", "shuffled"]
SETTINGS: tuple[Setting, ...] = ("near", "shuffled")
Range = tuple[int, int]
Unit = tuple["Part", ...]

_DROP = {"near": 0.1, "shuffled": 0.3}
_SWAP = 0.3
_REWORD = 0.3


@dataclass(frozen=True, slots=True)
class Plant:
    """A change where it stands: in the original, in the copy, and the sentences of the copy that lean on it."""

    change: Change
    original: Range
    copy: Range
    original_sentence: Range
    copy_sentence: Range
    original_unit: Range
    copy_unit: Range


@dataclass(slots=True)
class Copy:
    """The text with its plants; `moved` are ranges of the copy, `dropped` ranges of the original."""

    text: str
    plants: list[Plant] = field(default_factory=list)
    moved: list[Range] = field(default_factory=list)
    dropped: list[Range] = field(default_factory=list)


def copied(account: Account, changes: list[Change], setting: Setting, rng: Random) -> Copy:
    """The document with the changes in it, sentences moved and dropped, some words replaced in the near-copy."""
    edits = changes + (_reworded(account, changes, rng) if setting == "near" else [])
    copy = Copy(account.title)
    kept: list[list[Unit]] = []
    for paragraph in account.paragraphs:
        units = [unit for unit in _units(paragraph) if not _drops(unit, changes, setting, rng)]
        copy.dropped += [(p.start, p.end) for p in paragraph if not any(p in unit for unit in units)]
        kept.append(units)
    for paragraph_units in _arranged(kept, setting, rng):
        joint = "\n\n"
        for unit, moved in paragraph_units:
            begun = len(copy.text) + len(joint)
            _append(copy, account.text, unit, joint, edits)
            joint = " "
            copy.moved += [(begun, len(copy.text))] if moved else []
    planted = {id(change) for change in changes}
    copy.plants = [plant for plant in copy.plants if id(plant.change) in planted]
    copy.text += "\n"
    return copy


def _reworded(account: Account, changes: list[Change], rng: Random) -> list[Change]:
    found = [Change("synonym", *site) for site in worded(SYNONYMS)(account, rng) if rng.random() < _REWORD]
    return [new for new in found if not any(c.start < new.end and new.start < c.end for c in changes)]


def _units(paragraph: tuple[Part, ...]) -> list[Unit]:
    """Sentences with those that lean on them."""
    units: list[Unit] = []
    for part in paragraph:
        if part.leans and units:
            units[-1] = (*units[-1], part)
        else:
            units.append((part,))
    return units


def _drops(unit: Unit, changes: list[Change], setting: Setting, rng: Random) -> bool:
    holds = any(unit[0].start <= change.start < unit[-1].end for change in changes)
    return rng.random() < _DROP[setting] and not holds


def _arranged(kept: list[list[Unit]], setting: Setting, rng: Random) -> list[list[tuple[Unit, bool]]]:
    """Paragraphs of units in their new order, each unit with whether it moved."""
    paragraphs = [_shuffled(units, rng) if setting == "shuffled" else _swapped(units, rng) for units in kept if units]
    if setting == "shuffled":
        rng.shuffle(paragraphs)
    return paragraphs


def _shuffled(units: list[Unit], rng: Random) -> list[tuple[Unit, bool]]:
    return [(unit, True) for unit in rng.sample(units, len(units))]


def _swapped(units: list[Unit], rng: Random) -> list[tuple[Unit, bool]]:
    """Neighbours change places now and then; the first of a paragraph, which often names its subject, stays."""
    placed = [(unit, False) for unit in units]
    i = 1
    while i < len(placed) - 1:
        if rng.random() < _SWAP:
            placed[i], placed[i + 1] = (placed[i + 1][0], True), (placed[i][0], True)
            i += 1
        i += 1
    return placed


def _append(copy: Copy, text: str, unit: Unit, joint: str, edits: list[Change]) -> None:
    """Write a unit at the end of the copy and note where its plants come to stand."""
    start = len(copy.text) + len(joint)
    fresh: list[tuple[Change, Part, Range, Range]] = []
    for part in unit:
        copy.text += joint
        joint = " "
        begun = len(copy.text)
        inside = sorted((e for e in edits if part.start <= e.start < part.end), key=lambda e: e.start)
        places = _write(copy, text, part, inside)
        fresh += [(e, part, place, (begun, len(copy.text))) for e, place in zip(inside, places, strict=True)]
    whole = (unit[0].start, unit[-1].end)
    copy.plants += [
        Plant(e, (e.start, e.end), place, (part.start, part.end), sentence, whole, (start, len(copy.text)))
        for e, part, place, sentence in fresh
    ]


def _write(copy: Copy, text: str, part: Part, edits: list[Change]) -> list[Range]:
    places = []
    at = part.start
    for edit in edits:
        copy.text += text[at : edit.start]
        places.append((len(copy.text), len(copy.text) + len(edit.text)))
        copy.text += edit.text
        at = edit.end
    copy.text += text[at : part.end]
    return places

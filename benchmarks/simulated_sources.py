"""Sources whose accuracy and whose truth are known, as votes and as a whole collection for the weighing."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from analyzer.model import (
    AlignmentSet,
    Block,
    Comparison,
    Document,
    Extraction,
    Finding,
    Passage,
    Reading,
    Reason,
    Sentence,
    Source,
    SourceFacts,
    TextReuse,
)
from analyzer.offsets import OffsetMap
from analyzer.weigh import weigh
from analyzer.weigh.ballots import Ballot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import FindingKind, Relation, Reliability

# What each source says of one item: 0 is right, other numbers are wrong values, None is silent.
Row: TypeAlias = "Sequence[int | None]"


@dataclass(frozen=True, slots=True)
class World:
    """Sources with known accuracy and what they say of each item."""

    accuracy: tuple[float, ...]
    rows: Sequence[Row]


def wrong_value(rng: np.random.Generator, kinds: int) -> int:
    """One of `kinds` equally likely wrong values; 0 draws from ten with Zipf's frequencies."""
    if kinds:
        return 1 + int(rng.integers(kinds))
    weights = 1 / np.arange(1, 11)
    return 1 + int(rng.choice(10, p=weights / weights.sum()))


def world(rng: np.random.Generator, items: int, kinds: int, witnesses: int = 3, silent: float = 0.3) -> World:
    """Independent witnesses with accuracies from U(.5, .98)."""
    accuracy = tuple(float(a) for a in rng.uniform(0.5, 0.98, witnesses))
    rows = [[_says(rng, a, kinds, silent) for a in accuracy] for _ in range(items)]
    return World(accuracy, rows)


def _says(rng: np.random.Generator, accuracy: float, kinds: int, silent: float) -> int | None:
    if rng.random() < silent:
        return None
    return 0 if rng.random() < accuracy else wrong_value(rng, kinds)


def event_world(rng: np.random.Generator, events: int, size: int, kinds: int) -> World:
    """Claims in events of `size`: half of the time a source is right or wrong on a whole event at once."""
    accuracy = tuple(float(a) for a in rng.uniform(0.5, 0.98, 3))
    rows: list[Row] = []
    for _ in range(events):
        fate = [float(rng.random()) if rng.random() < 0.5 else None for _ in accuracy]
        rows += [[_fated(rng, a, u, kinds) for a, u in zip(accuracy, fate, strict=True)] for _ in range(size)]
    return World(accuracy, rows)


def _fated(rng: np.random.Generator, accuracy: float, fate: float | None, kinds: int) -> int:
    draw = rng.random() if fate is None else fate
    return 0 if draw < accuracy else wrong_value(rng, kinds)


def near_copy_world(rng: np.random.Generator, items: int = 40) -> World:
    """Three witnesses of .90, .85 and .60, and a near-copy of the weakest that slips in one item of twenty."""
    accuracy = (0.90, 0.85, 0.60)
    rows = [[_says(rng, a, 3, 0.0) for a in accuracy] for _ in range(items)]
    copied = [[*row, wrong_value(rng, 3) if rng.random() < 0.05 else row[2]] for row in rows]
    return World((*accuracy, 0.60), copied)


def ballot(row: Row, weight: float = 1.0) -> tuple[Ballot, int]:
    """The votes of one item and the class that is right (the number of classes when nobody says it)."""
    names = list(dict.fromkeys(v for v in row if v is not None))
    votes = tuple(frozenset[int]() if v is None else frozenset({names.index(v)}) for v in row)
    right = names.index(0) if 0 in names else len(names)
    return Ballot(votes, len(names), (1.0,) * len(row), weight), right


def spelled(votes: str, weight: float = 1.0, known: frozenset[int] | None = None) -> Ballot:
    """A ballot from one letter per witness: in `"ab-a"` the third is silent; letters are classes in their order."""
    names = sorted(set(votes) - {"-"})
    sets = tuple(frozenset[int]() if v == "-" else frozenset({names.index(v)}) for v in votes)
    return Ballot(sets, len(names), (1.0,) * len(votes), weight, known)


# -- a whole collection -------------------------------------------------------------------------------------------


def document(name: str, row: Sequence[int | None], facts: SourceFacts | None = None) -> Document:
    """A text with one sentence per item."""
    parts = [f"Of matter {i} it is told that it was {'unknown' if v is None else v}." for i, v in enumerate(row)]
    text = " ".join(parts)
    identity = OffsetMap(array("L", range(len(text))), array("L", range(1, len(text) + 1)))
    source = Source(
        name, f"{name}.txt", name, "text/plain", "utf-8", "0" * 64, text, text, identity,
        (Block("paragraph", 0, len(text)),), (), facts or SourceFacts(),
    )  # fmt: skip
    ends = np.cumsum([len(part) + 1 for part in parts]).tolist()
    sentences = tuple(
        Sentence(i, 0, 0, e - len(p) - 1, e - 1) for i, (p, e) in enumerate(zip(parts, ends, strict=True))
    )
    return Document(source, (), (Passage(0, 0, "paragraph", 0, len(text)),), sentences)


def finding(item: int, said: Mapping[str, int | None], documents: Mapping[str, Document]) -> Finding | None:
    """What the comparison would find of one item; None when fewer than two sources speak."""
    readings = tuple(_reading(documents[name], item, value) for name, value in said.items() if value is not None)
    if len(readings) < 2:
        return None
    relation = "agreement" if len({r.value for r in readings}) == 1 else "conflict"
    return Finding(
        f"f{item:03d}", f"matter {item}", f"What of matter {item}?", "number",
        "agreement" if relation == "agreement" else "conflict", "between", 0.9, 2, "", readings,
        (Reason("compared", "The numbers were compared."),),
    )  # fmt: skip


def stated(kind: FindingKind, values: Mapping[str, str], relation: Relation = "conflict") -> Finding:
    """A finding made by hand: one value per source, each at the start of its text."""
    readings = tuple(Reading(source, 0, 4, "word", value, "word") for source, value in values.items())
    return Finding("f", "", "", kind, relation, "between", 0.9, 2, "", readings, (Reason("stated", "By hand."),))


def _reading(told: Document, item: int, value: int) -> Reading:
    sentence = told.sentences[item]
    quote = told.text(sentence)
    return Reading(told.id, sentence.start, sentence.end, quote, str(value), quote)


@dataclass(frozen=True, slots=True)
class Simulated:
    """The arguments of `weigh` for sources that say `columns`; `copies` are pairs (copy, original) of one text."""

    columns: Mapping[str, Sequence[int | None]]
    copies: tuple[tuple[str, str], ...] = ()
    directed: bool = True
    known: Mapping[str, str] = field(default_factory=dict)

    def weigh(self) -> Reliability:
        """The whole stage on this collection."""
        documents, alignments, comparison = self.values()
        extractions = [Extraction(d, (), ()) for d in documents]
        return weigh(documents, alignments, extractions, comparison, known=self.known)

    def values(self) -> tuple[list[Document], AlignmentSet, Comparison]:
        """Documents, alignments and findings."""
        parents = dict(self.copies) if self.directed else {}
        facts = {name: SourceFacts(derived_from=parents.get(name, "")) for name in self.columns}
        made = {name: document(name, column, facts[name]) for name, column in self.columns.items()}
        count = max((len(column) for column in self.columns.values()), default=0)
        found = [finding(i, {n: c[i] for n, c in self.columns.items()}, made) for i in range(count)]
        reuse = tuple(_reuse(made[a], made[b]) for a, b in self.copies)
        return list(made.values()), AlignmentSet((), reuse), Comparison(tuple(f for f in found if f))


def _reuse(a: Document, b: Document) -> TextReuse:
    """The whole of both texts as one shared run."""
    run = (0, len(a.source.text), 0, len(b.source.text))
    return TextReuse(a.id, b.id, 0.95, 0.95, 0.9, 400, (run,))


def columns(rows: Sequence[Row], names: str = "abcdefgh") -> dict[str, list[int | None]]:
    """What each source says, item by item."""
    return {names[s]: [row[s] for row in rows] for s in range(len(rows[0]))}

"""What aligning and extracting give: parallel passages, events, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from analyzer.model.sources import Document
    from analyzer.values.dates import UncertainDate
    from analyzer.values.durations import Duration
    from analyzer.values.quantities import Quantity
    from analyzer.values.times import ClockTime

PassageRelation = Literal["same_text", "paraphrase", "same_event"]
ClaimKind = Literal["date", "time", "duration", "number", "name", "place", "role", "reference"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an aligned pair: consecutive sentences `[first, last]` of a source and their clean range."""

    source: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A word-level difference inside a near-copy: clean ranges on both sides, either may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]
    kind: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two parallel passages of two sources; score 0-1, higher is closer; 0.5 and above is to be trusted.

    >>> left, right = Side("gazette", 4, 4, 310, 378), Side("inquiry", 7, 8, 402, 495)
    >>> Alignment("gazette-inquiry-1", "paraphrase", 0.81, left, right).right.source
    'inquiry'

    """

    id: str
    relation: PassageRelation
    score: float
    left: Side
    right: Side
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class TextReuse:
    """How much of two sources is the same text. Shares 0-1 of the words of each side that lie in shared runs.

    `runs` are pairs of clean ranges `(left_start, left_end, right_start, right_end)`, longest first.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    five_word_share: float
    longest_run: int
    runs: tuple[tuple[int, int, int, int], ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlignmentSet:
    """What the alignment stage found: aligned pairs in order of id, and text reuse for each pair of sources."""

    pairs: tuple[Alignment, ...]
    reuse: tuple[TextReuse, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A participant as named in a clause. `key` is the same for all mentions of one entity within a source."""

    text: str
    head: str
    key: str
    entity: Literal["person", "group", "place", "thing"]
    start: int
    end: int
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Who did what: one predicate (verb or event noun) with its participants, in one clause of one sentence.

    `terms` are the content lemmas of the clause (lower case, no values, no stop words). `family` is the event family
    ("found", "appoint", ...), empty when the predicate belongs to none. Ranges are clean offsets.
    """

    source: str
    sentence: int
    clause: tuple[int, int]
    trigger: tuple[int, int]
    lemma: str
    family: str
    subject: Mention | None = None
    objects: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    ordinals: tuple[str, ...] = ()
    negated: bool = False
    modality: Literal["asserted", "possible", "planned", "ordered", "counterfactual"] = "asserted"
    attribution: str = ""
    terms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """One value expression of a source and the fact it is told of.

    `start` and `end` are clean offsets of the value expression alone. `value` is the normal form of the output
    contract. Exactly one of `date`, `time`, `duration`, `quantity` is set for the kinds that have one.
    `frames` are indices into the document's frames, the nearest predicate first. `sentence` is -1 in a heading.

    >>> Claim("gazette", "time", 17, 26, "20:05", sentence=0, rule="clock").value
    '20:05'

    """

    source: str
    kind: ClaimKind
    start: int
    end: int
    value: str
    sentence: int
    rule: str
    date: UncertainDate | None = None
    time: ClockTime | None = None
    duration: Duration | None = None
    quantity: Quantity | None = None
    inferred: tuple[str, ...] = ()
    frames: tuple[int, ...] = ()
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims and frames of one document, each in order of position."""

    document: Document
    claims: tuple[Claim, ...]
    frames: tuple[Frame, ...]

"""The frozen values that travel between the stages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.offsets import OffsetMap
    from analyzer.settings import Settings
    from analyzer.values.dates import UncertainDate
    from analyzer.values.durations import Duration
    from analyzer.values.quantities import Quantity
    from analyzer.values.times import ClockTime

BlockKind = Literal["heading", "paragraph", "item", "quotation", "caption", "note", "cell"]
PassageRelation = Literal["same_text", "paraphrase", "same_event"]
ClaimKind = Literal["date", "time", "duration", "number", "name", "place", "role", "reference"]
FindingKind = Literal[
    "date",
    "time",
    "number",
    "duration",
    "name",
    "place",
    "role",
    "quote",
    "participation",
    "sequence",
    "cause",
    "other",
]
Relation = Literal[
    "conflict", "calendar_variant", "granularity", "rounding", "name_variant", "complementary", "agreement"
]
Scope = Literal["between", "within"]
JsonValue = str | int | float | bool | None


# -- load ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a raw file: `quote == raw[start:end]`, offsets in code points."""

    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch `[start, end)` of clean text that belongs together: a paragraph, a heading (level 1-6), a list item."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference given for the words before clean offset `at`; its text is not part of the clean text."""

    at: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader has to know about the run: an unreadable file, an unlisted one, a single source."""

    code: str
    sentence: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the manifest says about a source; empty where nothing is known."""

    kind: str = ""
    author: str = ""
    year: str = ""
    licence: str = ""
    language: str = ""
    country: str = ""
    calendar: str = ""
    calendar_before: str = ""
    derived_from: str = ""
    prior_reliability: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One document as loaded: the raw text, the clean text, and the way back.

    `raw` is the file's bytes decoded with `encoding` without newline translation (a BOM is code point 0).
    `text` is what a reader would read: no markup, no page chrome, no references; blocks are parted by one empty line.
    """

    id: str
    path: str
    title: str
    media_type: str
    encoding: str
    sha256: str
    raw: str = field(repr=False)
    text: str = field(repr=False)
    offsets: OffsetMap = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    citations: tuple[Citation, ...] = field(default=(), repr=False)
    facts: SourceFacts = SourceFacts()

    def span(self, start: int, end: int) -> Span:
        """The raw span of the clean range `[start, end)`. Raises ValueError as `OffsetMap.raw` does."""
        a, b = self.offsets.raw(start, end)
        return Span(self.id, a, b, self.raw[a:b])


@dataclass(frozen=True, slots=True)
class Collection:
    """All sources of one analysis, in order of their id, with what the manifest adds and what went wrong.

    `settings` are the manifest's overrides, a table per stage, as `analyzer.settings.with_overrides` takes them.
    """

    sources: tuple[Source, ...]
    aliases: tuple[tuple[str, ...], ...] = ()
    settings: Mapping[str, Mapping[str, JsonValue]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    unreadable: tuple[Notice, ...] = ()


# -- segment ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """Clean range under one heading; `path` holds the titles from the outermost heading down to this one."""

    path: tuple[str, ...]
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of running text; `section` and `index` count from 0."""

    index: int
    section: int
    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, clean range without surrounding white space; `passage` and `index` count from 0."""

    index: int
    passage: int
    section: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A segmented source. Headings are sections, not passages; sentences lie inside passages, in order."""

    source: Source
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """The source's id."""
        return self.source.id

    def text(self, item: Section | Passage | Sentence) -> str:
        """The clean words of a section, passage or sentence."""
        return self.source.text[item.start : item.end]


# -- align --------------------------------------------------------------------------------------------------------


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
    """Two parallel passages of two sources; score 0-1, higher is closer; 0.5 and above is to be trusted."""

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


# -- extract ------------------------------------------------------------------------------------------------------


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
    `frames` are indices into the document's frames, the nearest predicate first.
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


# -- compare ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """One witness's words for one fact, with the normal value: at most 400 code points of raw text."""

    source: str
    start: int
    end: int
    quote: str
    value: str
    text: str
    calendar: str = ""
    locator: str = ""
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a verdict: a stable code, a sentence for a reader, and the two values it speaks of."""

    code: str
    sentence: str
    left: JsonValue = None
    right: JsonValue = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact with all its readings and the verdict on them."""

    id: str
    topic: str
    question: str
    kind: FindingKind
    relation: Relation
    scope: Scope
    confidence: float
    severity: int
    explanation: str
    readings: tuple[Reading, ...]
    reasons: tuple[Reason, ...]
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Facts that looked alike and were judged different, with the reason."""

    topic: str
    reason: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the comparing stage gives: findings in report order, parallels, and nothing lost in between."""

    findings: tuple[Finding, ...]
    parallels: tuple[Parallel, ...] = ()


# -- weigh --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Interval:
    """A 90 % interval with its mean, each 0-1."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Witness:
    """One independent witness: the texts that share a text, the original first. `n` counts comparable items."""

    sources: tuple[str, ...]
    n: int
    agreement: Interval | None
    grade: str


@dataclass(frozen=True, slots=True)
class Dependence:
    """How far source `b` and source `a` are one text; `reused_share` 0-1 is the larger of the two shares."""

    a: str
    b: str
    reused_share: float
    direction: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Superiority:
    """Probability that witness `a` agrees with the independent account more often than witness `b`."""

    a: int
    b: int
    probability: float


@dataclass(frozen=True, slots=True)
class ValuePosterior:
    """Posterior of one reading's value under the default model, with its range over the sensitivity settings."""

    value: str
    probability: Interval
    witnesses: tuple[int, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the weighing says of one finding. `undetermined` whenever no value reaches the threshold."""

    finding: str
    values: tuple[ValuePosterior, ...]
    none: Interval
    undetermined: bool
    certainty: Literal["high", "moderate", "low", "very low"]
    downgrades: tuple[str, ...] = ()
    information: int = 6


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """What a reader should know of one source: counts with their n, never a number alone."""

    source: str
    witness: int
    original: bool
    grade: str
    lone_claims: int
    internal_conflicts: int
    conflicts: int
    claims: int
    precision: tuple[tuple[str, int], ...] = ()
    citations: int = 0


@dataclass(frozen=True, slots=True)
class Reliability:
    """The weighing of all witnesses: what can be said, and what can't."""

    statement: str
    witnesses: tuple[Witness, ...]
    dependence: tuple[Dependence, ...]
    superiority: tuple[Superiority, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    profiles: tuple[SourceProfile, ...] = ()
    notes: tuple[str, ...] = ()


# -- all ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything one run found, enough to write every output from it."""

    collection: Collection
    documents: tuple[Document, ...]
    alignments: AlignmentSet
    extractions: tuple[Extraction, ...]
    comparison: Comparison
    reliability: Reliability
    settings: Settings
    notices: tuple[Notice, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in report order."""
        return self.comparison.findings

"""What loading and segmenting give: sources, collections, documents."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.offsets import OffsetMap

BlockKind = Literal["heading", "paragraph", "item", "quotation", "caption", "note", "cell"]
JsonValue = str | int | float | bool | None


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

    >>> from analyzer import load
    >>> memoir = load("tests/collections/ferry/memoir.html").sources[0]
    >>> at = memoir.text.index("nine o’clock")
    >>> memoir.span(at, at + 12).quote
    'nine o&#8217;clock'

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
    """A segmented source. Headings are sections, not passages; sentences lie inside passages, in order.

    >>> from analyzer import load, segment
    >>> inquiry = segment(load("tests/collections/ferry/inquiry-summary.md"))[0]
    >>> inquiry.text(inquiry.sentences[1])
    'Her crew numbered 24.'

    """

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

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that begins at or before a clean offset; -1 before the first."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

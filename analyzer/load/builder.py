"""Clean text under construction: characters, their raw ranges, blocks and citations."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from analyzer.load.unordered import offset_map
from analyzer.model import Block, Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import BlockKind
    from analyzer.offsets import OffsetMap

INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff\x00")  # soft hyphen, zero-width space, word joiner, BOM, NUL


@dataclass(frozen=True, slots=True)
class CleanText:
    """What a format module gives: clean text, the way back to the raw text, blocks, citations, and a title if found."""

    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    title: str = ""


class Mark(NamedTuple):
    """A state to go back to: number of characters, blocks and citations, and whether a gap was open."""

    chars: int
    blocks: int
    citations: int
    gap: bool


class TextBuilder:
    """Collects clean text; positions given to it are local and become raw ones through `where`.

    `where` has one entry per local character and one for the end: character i covers raw `[where[i], where[i + 1])`.
    By default local and raw positions are the same. White space is collapsed, and stripped at both ends of a block.

    >>> b = TextBuilder("<p>one  two</p>")
    >>> b.open("paragraph")
    >>> b.run(3, 11)
    >>> b.finish().text
    'one two'

    """

    def __init__(self, text: str, where: Sequence[int] | None = None) -> None:
        """Build from `text`, whose characters stand at `where` in the raw text."""
        self.source = text
        self.where: Sequence[int] = range(len(text) + 1) if where is None else where
        self._chars: list[str] = []
        self._starts = array("L")
        self._ends = array("L")
        self._blocks: list[Block] = []
        self._citations: list[Citation] = []
        self._begin = 0
        self._kind: BlockKind = "paragraph"
        self._level = 0
        self._gap = False

    def open(self, kind: BlockKind, level: int = 0) -> None:
        """Close the running block, if it holds text, and begin another."""
        self.close()
        self._kind, self._level = kind, level

    def close(self) -> None:
        """End the running block; an empty one leaves no trace."""
        self._pop_space()
        self._gap = False
        if len(self._chars) > self._begin:
            self._blocks.append(Block(self._kind, self._begin, len(self._chars), self._level))
            for _ in range(2):
                self._append("\n", self._ends[-1], self._ends[-1])
            self._begin = len(self._chars)

    def run(self, start: int, end: int) -> None:
        """Take over the local characters `[start, end)` one by one."""
        source, where = self.source, self.where
        for i in range(start, end):
            self._add(source[i], where[i], where[i + 1])

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text`, each character of it standing for the whole local range `[start, end)`."""
        a, b = self.where[start], self.where[end]
        for char in text:
            self._add(char, a, b)

    def drop_last(self) -> None:
        """Take back the last character of the running block (a hyphen at the end of a line)."""
        self._pop_space()
        if not self.empty:
            self._pop()

    def skip(self) -> None:
        """Note that something was left out here, so that no space stays before a following comma."""
        self._gap = True

    def cite(self, text: str, start: int, end: int) -> None:
        """Record a reference standing at the local range `[start, end)` for the words before it."""
        self.skip()
        at = len(self._chars)
        while at > self._begin and self._chars[at - 1] == " ":
            at -= 1
        self._citations.append(Citation(at, " ".join(text.split()), self.where[start], self.where[end]))

    def mark(self) -> Mark:
        """The present state, for `undo`."""
        return Mark(len(self._chars), len(self._blocks), len(self._citations), self._gap)

    def since(self, mark: Mark) -> str:
        """The text added since `mark`."""
        return "".join(self._chars[mark.chars :])

    def undo(self, mark: Mark) -> None:
        """Take back what was added since `mark`; nothing when a block has ended in between."""
        if len(self._blocks) == mark.blocks and len(self._chars) >= mark.chars:
            del self._chars[mark.chars :], self._starts[mark.chars :], self._ends[mark.chars :]
            del self._citations[mark.citations :]

    @property
    def empty(self) -> bool:
        """Whether the running block holds no text yet."""
        return len(self._chars) == self._begin

    def finish(self, title: str = "") -> CleanText:
        """Close the last block and give the result."""
        self.close()
        size = self._blocks[-1].end if self._blocks else 0
        offsets = offset_map(self._starts[:size], self._ends[:size])
        citations = tuple(Citation(min(c.at, size), c.text, c.start, c.end) for c in self._citations)
        return CleanText("".join(self._chars[:size]), offsets, tuple(self._blocks), citations, title)

    def _add(self, char: str, start: int, end: int) -> None:
        if char in INVISIBLE:
            return
        if char.isspace():
            if not self.empty and self._chars[-1] != " ":
                self._append(" ", start, end)
            return
        if self._gap and char in ",.;:)!?" and self._mend(char):
            return
        self._gap = False
        self._append(char, start, end)

    def _mend(self, char: str) -> bool:
        """Close the hole something left out has made before `char`; true when `char` itself has to go."""
        self._pop_space()
        before = "" if self.empty else self._chars[-1]
        if char == ")":
            while not self.empty and self._chars[-1] in ",;":
                self._pop()
            if not self.empty and self._chars[-1] == "(":
                self._pop()
                self._pop_space()
                return True
        return char in ",;:" and before in {"(", ",", ";"}

    def _append(self, char: str, start: int, end: int) -> None:
        self._chars.append(char)
        self._starts.append(start)
        self._ends.append(end)

    def _pop(self) -> None:
        del self._chars[-1], self._starts[-1], self._ends[-1]

    def _pop_space(self) -> None:
        while not self.empty and self._chars[-1] == " ":
            self._pop()

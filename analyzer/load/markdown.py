"""Markdown: blocks by line, with exact offsets; front matter, comments and link definitions are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analyzer.load.builder import CleanText, TextBuilder
from analyzer.load.markdown_inline import Definitions, image_alone, write
from analyzer.load.prose import is_prose

if TYPE_CHECKING:
    from analyzer.model import BlockKind

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)*?(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)")
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+-->")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"\s*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*")
_LABEL = re.compile(r" {0,3}\[([^\]^]{1,200})\]:[ \t]*\S+")
_DIVIDER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")


@dataclass(slots=True)
class Part:
    """A block: its kind and level, the ranges of its lines without prefixes, and the label of a footnote."""

    kind: BlockKind
    level: int = 0
    lines: list[tuple[int, int]] = field(default_factory=list)
    verbatim: bool = False
    label: str = ""


def read(raw: str) -> CleanText:
    r"""Clean text of Markdown. Never raises.

    >>> read("# Fire\n\nIt *burnt* for [four](x) days.[^1]\n\n[^1]: Pepys").text
    'Fire\n\nIt burnt for four days.'
    """
    closed = raw.rfind("-->") + 3 if "-->" in raw else 0
    text = _COMMENT.sub(lambda m: re.sub(r"[^\r\n]", "\0", m.group()), raw[:closed]) + raw[closed:]
    front = _FRONT.match(text)
    parser = _Blocks(text)
    parts = parser.parse(front.end() if front else 0)
    notes = {p.label: _joined(text, p) for p in parts if p.label}
    definitions = Definitions(notes, frozenset(parser.links))
    builder = TextBuilder(text)
    for part in parts:
        if not part.label or is_prose(notes[part.label]):
            _emit(builder, text, part, definitions)
    return builder.finish()


def _joined(text: str, part: Part) -> str:
    return " ".join(text[a:b].strip() for a, b in part.lines)


def _emit(builder: TextBuilder, text: str, part: Part, definitions: Definitions) -> None:
    joined, where = [], []
    for number, (a, b) in enumerate(part.lines):
        if number:
            joined.append("\n")
            where.append(part.lines[number - 1][1])
        joined.append(text[a:b])
        where += range(a, b)
    content = "".join(joined)
    picture = image_alone(content) if part.kind == "paragraph" else None
    builder.open("caption" if picture else part.kind, part.level)
    if picture:
        content, where = content[slice(*picture)], where[slice(*picture)]
    if part.verbatim:
        for a, b in part.lines:
            builder.run(a, b)
            builder.put(" ", b, min(b + 1, len(text)))
    elif content:
        write(builder, content, where, definitions)


class _Blocks:
    """Reads lines into blocks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[Part] = []
        self._open: Part | None = None
        self._fence = ""
        self.links: set[str] = set()

    def parse(self, start: int) -> list[Part]:
        """All blocks from `start` on."""
        lines = self._lines(start)
        table = False
        for number, (a, b) in enumerate(lines):
            following = lines[number + 1] if number + 1 < len(lines) else (b, b)
            begins = "|" in self._text[a:b] and self._is_divider(*following)
            table = (table or begins) and "|" in self._text[a:b] and not self._fence
            if table:
                self._row(a, b)
            else:
                self._line(a, b)
        self._finish()
        return self._parts

    def _lines(self, start: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        at = start
        while at < len(self._text):
            match = _LINE.match(self._text, at)
            end = match.end() if match else len(self._text)
            found.append((at, at + len(self._text[at:end].rstrip("\r\n"))))
            at = end
        return found

    def _is_divider(self, a: int, b: int) -> bool:
        return "|" in self._text[a:b] and bool(_DIVIDER.match(self._text[a:b]))

    def _row(self, a: int, b: int) -> None:
        self._finish()
        if not _DIVIDER.match(self._text[a:b]):
            self._parts += [
                Part("cell", lines=[c.span()]) for c in _CELL.finditer(self._text, a, b) if c.group().strip()
            ]

    def _finish(self) -> None:
        if self._open is not None and self._open.lines:
            self._parts.append(self._open)
        self._open = None

    def _begin(self, part: Part) -> None:
        self._finish()
        self._open = part

    def _line(self, a: int, b: int) -> None:
        quote = None if self._fence else _QUOTE.match(self._text, a, b)
        if quote:
            a = quote.end()
        line = self._text[a:b]
        if self._fenced(line, a, b):
            return
        if not line.strip(" \t\0\ufeff"):
            if self._open is None or not self._open.label:
                self._finish()
            return
        if not self._structure(line, a, b, quoted=quote is not None):
            self._running(line, a, b, quoted=quote is not None)

    def _fenced(self, line: str, a: int, b: int) -> bool:
        """Whether the line is a fence or inside one; fenced text stays as it is written."""
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence.group(1).startswith(self._fence):
                self._fence = ""
                self._finish()
            elif self._open is not None:
                self._open.lines.append((a, b))
            return True
        if fence:
            self._fence = fence.group(1)
            self._begin(Part("quotation", verbatim=True))
        return fence is not None

    def _structure(self, line: str, a: int, b: int, *, quoted: bool) -> bool:
        """Headings, rules, definitions and items; false for running text."""
        underline = _UNDERLINE.match(line)
        if underline and self._open is not None and self._open.kind == "paragraph" and not self._open.verbatim:
            self._open.kind, self._open.level = "heading", 1 if underline.group(1)[0] == "=" else 2
            self._finish()
        elif heading := _HEADING.match(line):
            self._begin(Part("heading", len(heading.group(1)), [(a + heading.start(2), a + heading.end(2))]))
            self._finish()
        elif _RULE.match(line):
            self._finish()
        elif note := _NOTE.match(line):
            self._begin(Part("note", lines=[(a + note.end(), b)], label=note.group(1)))
        elif label := _LABEL.match(line):
            self.links.add(label.group(1).strip().lower())
        elif item := self._item(line):
            self._begin(Part("quotation" if quoted else "item", lines=[(a + item.end(), b)]))
        else:
            return False
        return True

    def _item(self, line: str) -> re.Match[str] | None:
        """A list item; in the middle of a paragraph only a bullet or the number 1 begins one."""
        item = _ITEM.match(line)
        if item and item.group(1) and self._open is not None and self._open.kind == "paragraph":
            return item if item.group(1) == "1" else None
        return item

    def _running(self, line: str, a: int, b: int, *, quoted: bool) -> None:
        if self._open is not None and self._open.label and not line.startswith((" ", "\t")):
            self._finish()
        if quoted and (self._open is None or self._open.kind != "quotation"):
            self._begin(Part("quotation"))
        part = self._open or Part("paragraph")
        part.lines.append((a, b))
        self._open = part

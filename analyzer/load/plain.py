"""Plain text: broken lines joined, paragraphs at empty lines, headings only where safe."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from analyzer.load.builder import CleanText, TextBuilder
from analyzer.load.rows import begins_row, rows
from analyzer.load.spaced import gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analyzer.model import BlockKind
    from analyzer.settings import LoadSettings

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*(\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|$)")
_HARD = frozenset("\x0b\x0c\x85\u2029")  # these part paragraphs by themselves
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])*\s*$")
_BULLET = re.compile(r"\s*(?:[•‣◦▪*·–-]\s+|\(?\d{1,2}[.)]\s+)(?=\S)")
_LABEL = re.compile(r"\s*[A-Z][^.:;!?\"“]{1,50}: +\S")  # a line of a fact box: "Length: 40 feet"
_RULE = re.compile(r"\s*(?:[-=_*~#]\s?){3,}\s*$")
_MARKED = re.compile(r"(?<!\S)((?:= ){1,4}=|={2,5}|\A=) +([^=\r\n]{1,80}?) +\1(?=\s|$)")  # a heading as wikis write it
_TITLE = 40  # code points of a title over a fact box
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*$")
_CHAPTER = re.compile(r"(?:chapter|part|book|section|appendix|act|canto|[IVXLC]+\.?|\d{1,2}\.?)(?:\s|$)", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])[^_]{0,300}?(?<=[^\s_])_(?![\w_])")
_NOTE_MARK = re.compile(r"(?<=\S)\[(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\]")
_GUTENBERG_START = re.compile(r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG.*$", re.MULTILINE)
_GUTENBERG_END = re.compile(r"^\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG", re.MULTILINE)
_CALENDAR = frozenset(
    "January February March April June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday".split()
)
_SMALL_WORDS = frozenset("a an the of in on at to for and or by from with as de la le du der die das und von".split())


class Line(NamedTuple):
    """One line of the raw text: its words `[start, end)`, and whether its end parts paragraphs by itself.

    `level` is that of a heading whose marks stand around it, 0 for any other line.
    """

    start: int
    end: int
    hard: bool
    level: int = 0


def read(raw: str, settings: LoadSettings) -> CleanText:
    r"""Clean text of a plain text file. Never raises.

    >>> from analyzer.settings import LoadSettings
    >>> read("One line\n, broken.\n\nTwo.", LoadSettings()).text
    'One line, broken.\n\nTwo.'
    """
    start, end = _body(raw)
    lines = list(_lines(raw, start, end))
    builder = TextBuilder(raw)
    words = frozenset(re.findall(r"[^\W\d_]+", raw)) | _CALENDAR
    groups = [g for g in _paragraphs(raw, lines, settings) if not _RULE.match(raw[g[0].start : g[-1].end])]
    spaces = gaps(raw)
    listed = rows(raw, [(group[0].start, group[-1].end) for group in groups])
    for position, group in enumerate(groups):
        follows = groups[position + 1] if position + 1 < len(groups) else None
        kind = _kind(raw, group, follows, settings, first=position == 0)
        kind = ("item", 0, group) if position in listed else kind
        _emit(builder, kind, words, spaces)
    return builder.finish()


def _body(raw: str) -> tuple[int, int]:
    """The range without the licence text around an e-book of Project Gutenberg."""
    start = _GUTENBERG_START.search(raw)
    end = _GUTENBERG_END.search(raw)
    a = start.end() if start else 0
    return a, end.start() if end and end.start() > a else len(raw)


def _lines(raw: str, start: int, end: int) -> Iterator[Line]:
    at = start
    while at < end:
        match = _LINE.match(raw, at, end)
        if match is None:  # the pattern matches anything; this satisfies the types
            return
        yield from _parted(raw, Line(at, match.start(1), match.group(1) in _HARD if match.group(1) else False))
        at = max(match.end(), at + 1)


def _parted(raw: str, line: Line) -> Iterator[Line]:
    """The line, cut at the marked headings inside it."""
    at = line.start
    for match in _MARKED.finditer(raw, line.start, line.end):
        if raw[at : match.start()].strip():
            yield Line(at, match.start(), hard=True)
        yield Line(match.start(2), match.end(2), hard=True, level=match.group(1).count("="))
        at = match.end()
    if at == line.start or raw[at : line.end].strip():
        yield Line(at, line.end, line.hard)


def _paragraphs(raw: str, lines: list[Line], settings: LoadSettings) -> Iterator[list[Line]]:
    """Lines that belong together: up to an empty line, a list item, or the end of a paragraph set on one line."""
    group: list[Line] = []
    for line in lines:
        if not raw[line.start : line.end].strip("\ufeff \t\u00a0"):
            if group:
                yield group
            group = []
            continue
        if group and (line.level or _parts(raw, group, line, settings)):
            yield group
            group = []
        group.append(line)
        if line.hard:
            yield group
            group = []
    if group:
        yield group


def _parts(raw: str, group: list[Line], line: Line, settings: LoadSettings) -> bool:
    """Whether `line` begins a new paragraph although no empty line stands before it."""
    before, text = raw[group[-1].start : group[-1].end], raw[line.start : line.end]
    if begins_row(raw[group[0].start : group[0].end], text) or (_LABEL.match(text) and _titles(group, before)):
        return True
    if _BULLET.match(text):
        return bool(_BULLET.match(raw, group[0].start, group[0].end)) or before.rstrip().endswith(":")
    if not _SENTENCE_END.search(before[-40:]) or not re.match(r"\W*[^\W_a-z]", text):
        return False
    long = group[-1].end - group[-1].start > settings.wrapped_line
    indented = text[:2].isspace() and not raw[group[0].start : group[0].end][:2].isspace()
    return long or indented or (text[:2].isspace() and len(group) > 1 and not before[:1].isspace())


def _titles(group: list[Line], text: str) -> bool:
    """A short line alone that ends no sentence stands over a fact box."""
    return len(group) == 1 and len(text.strip()) <= _TITLE and text.strip()[-1:].isalpha()


def _emit(
    builder: TextBuilder,
    kinds: tuple[BlockKind, int, list[Line]],
    words: frozenset[str],
    spaces: list[tuple[int, int]],
) -> None:
    kind, level, lines = kinds
    builder.open(kind, level)
    marks = _dropped(builder, lines, spaces)
    for number, line in enumerate(lines):
        start = line.start
        if number:
            start = _join(builder, lines[number - 1], line, words)
        elif kind == "item" and (bullet := _BULLET.match(builder.source, start, line.end)):
            start = bullet.end()
        _run_without(builder, start, line.end, marks)


def _kind(
    raw: str, group: list[Line], follows: list[Line] | None, settings: LoadSettings, *, first: bool
) -> tuple[BlockKind, int, list[Line]]:
    if group[0].level:
        return "heading", group[0].level, group
    if len(group) == 2 and _UNDERLINE.match(raw, group[1].start, group[1].end):
        return "heading", 1 if raw[group[1].start] == "=" else 2, group[:1]
    if len(group) == 1 and follows and _is_heading(raw[group[0].start : group[0].end], follows, settings):
        return "heading", 1 if first else 2, group
    if _BULLET.match(raw, group[0].start, group[0].end):
        return "item", 0, group
    return "paragraph", 0, group


def _is_heading(text: str, follows: list[Line], settings: LoadSettings) -> bool:
    """Short, capitalised, without end punctuation, and followed by something longer: safe enough for a heading."""
    title = text.strip()
    if len(title) > settings.heading_length or (re.search(r"[.,;:!?\"”…-]$", title) and not _CHAPTER.match(title)):
        return False
    if not title.isupper() and sum(line.end - line.start for line in follows) <= len(title):
        return False
    names = [w for w in re.findall(r"[^\W\d_][\w'’-]*", title) if w.lower() not in _SMALL_WORDS]
    capitals = sum(w[0].isupper() for w in names)
    return bool(_CHAPTER.match(title)) or (title[0].isupper() and bool(names) and 2 * capitals > len(names))


def _join(builder: TextBuilder, before: Line, line: Line, words: frozenset[str]) -> int:
    """Put what stands between two joined lines; where the second line's text begins.

    A hyphen at the end of a line goes when the whole word stands elsewhere in the text, else it stays.
    """
    raw = builder.source
    start = line.start + len(raw[line.start : line.end]) - len(raw[line.start : line.end].lstrip())
    head = re.match(r"[a-zà-ÿ]+", raw[start : line.end])
    tail = re.search(r"([^\W\d_]+)-\s*$", raw[max(before.start, before.end - 60) : before.end])
    if head and tail:
        if tail.group(1) + head.group() in words:
            builder.drop_last()
        return start
    if raw[start] in ",;:.)!?":
        builder.skip()
    builder.put(" ", before.end, line.start)
    return start


def _dropped(builder: TextBuilder, lines: list[Line], spaces: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """Ranges inside the paragraph to leave out: `_` of emphasis, and note marks (true: keep them as citations).

    And what of `spaces` lies in it.
    """
    raw, start, end = builder.source, lines[0].start, lines[-1].end
    found = [(m.start(), m.end(), True) for m in _NOTE_MARK.finditer(raw, start, end)]
    for m in _EMPHASIS.finditer(raw, start, end):
        found += [(m.start(), m.start() + 1, False), (m.end() - 1, m.end(), False)]
    inside = spaces[bisect_left(spaces, (start, 0)) : bisect_left(spaces, (end, 0))]
    return sorted([*found, *((a, b, False) for a, b in inside)])


def _run_without(builder: TextBuilder, start: int, end: int, marks: list[tuple[int, int, bool]]) -> None:
    at = start
    for a, b, citation in marks[bisect_left(marks, (start, 0, False)) : bisect_left(marks, (end, 0, False))]:
        builder.run(at, a)
        if citation:
            builder.cite(builder.source[a:b], a, b)
        at = max(at, b)
    builder.run(at, end)

"""HTML: the text a reader sees, without page chrome; reference marks become citations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.load import html_rules as rules
from analyzer.load.builder import CleanText, Mark, TextBuilder
from analyzer.load.html_tokens import Token, entities, tokens
from analyzer.load.prose import is_prose

if TYPE_CHECKING:
    from analyzer.model import BlockKind

_DEEPEST = 400  # browsers stop nesting at 512; pages with more have forgotten to close something


@dataclass(slots=True)
class Frame:
    """One open element: what it makes of the text inside it."""

    name: str
    kind: BlockKind | None = None
    level: int = 0
    skip: bool = False
    references: bool = False
    main: bool = False
    cite: Mark | None = None
    note: Mark | None = None
    start: int = 0
    key: str = ""


def read(raw: str) -> CleanText:
    r"""Clean text of an HTML page or fragment. Never raises.

    >>> page = "<h2>Siege</h2><p>It fell in <b>1453</b>.<sup>[1]</sup><script>x</script>"
    >>> read(page).text
    'Siege\n\nIt fell in 1453.'
    """
    found = list(tokens(raw))
    if any(t.kind == "open" and rules.is_main(t) for t in found):
        clean = _read(raw, found, within_main=True)
        if clean.text:
            return clean
    return _read(raw, found, within_main=False)


def _read(raw: str, found: list[Token], *, within_main: bool) -> CleanText:
    reader = _Reader(raw, within_main=within_main)
    for token in found:
        reader.feed(token)
    return reader.finish()


class _Reader:
    """Follows the tokens with a stack of open elements and writes the text into a builder."""

    def __init__(self, raw: str, *, within_main: bool) -> None:
        self._raw = raw
        self._builder = TextBuilder(raw)
        self._stack: list[Frame] = []
        self._within_main = within_main
        self._main = 0
        self._title = ""
        self._notes: dict[str, str] = {}
        self._broken = -1

    def feed(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "text":
            self._text(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)

    def finish(self) -> CleanText:
        """Close what is open and give the text; marks that point to a reference of the page get its words."""
        while self._stack:
            self._pop(len(self._raw))
        found = self._builder.finish(self._title)
        citations = tuple(replace(c, text=self._notes.get(c.text, c.text).lstrip("#")) for c in found.citations)
        return replace(found, citations=citations)

    def _text(self, token: Token) -> None:
        top = self._stack[-1] if self._stack else None
        if top is not None and top.name == "title" and not self._title:
            self._title = " ".join(
                "".join(d or self._raw[a:b] for d, a, b in entities(self._raw, token.start, token.end)).split()
            )
        if self._hidden:
            return
        for decoded, start, end in entities(self._raw, token.start, token.end):
            if decoded:
                self._builder.put(decoded, start, end)
            else:
                self._builder.run(start, end)

    @property
    def _hidden(self) -> bool:
        """Whether text here is not the page's own: skipped, outside the main part, or loose in a reference list."""
        if any(frame.skip for frame in self._stack) or (self._within_main and not self._main):
            return True
        return self._in_references and all(frame.note is None for frame in self._stack)

    @property
    def _in_references(self) -> bool:
        return any(frame.references for frame in self._stack)

    def _open(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._line_break(token)
        if name == "hr":
            self._begin_block()
        if name in rules.VOID:
            return
        self._imply_end(token)
        if len(self._stack) >= _DEEPEST and not rules.is_chrome(token):
            return
        self._push(token)
        if name in rules.BLOCKS:
            self._begin_block()

    def _push(self, token: Token) -> None:
        frame = Frame(token.name, rules.KINDS.get(token.name), start=token.start)
        if token.name in rules.HEADINGS:
            frame.kind, frame.level = "heading", rules.HEADINGS[token.name]
        frame.references = rules.is_reference_list(token)
        frame.main = rules.is_main(token)
        self._main += frame.main
        target = token.attributes.get("href", "") if token.name == "a" else ""
        frame.skip = rules.is_chrome(token) or (self._in_references and target.startswith("#"))
        if self._in_references and token.name == "li" and not frame.skip:
            self._begin_note(frame, token)
        elif not frame.skip and not self._in_references and (rules.is_citation(token) or token.name == "sup"):
            frame.cite = self._builder.mark()
        self._point(target)
        self._stack.append(frame)

    def _begin_note(self, frame: Frame, token: Token) -> None:
        """One entry of a reference list: kept as a note if it turns out to be one, else only for its marks."""
        self._builder.open("note")
        frame.kind, frame.key, frame.note = "note", token.attributes.get("id", ""), self._builder.mark()

    def _point(self, target: str) -> None:
        """Let the reference mark around a link know where the link points to."""
        for frame in reversed(self._stack):
            if frame.cite is not None and target.startswith("#"):
                frame.key = target
                return

    def _close(self, token: Token) -> None:
        if token.name == "br":
            self._line_break(token)
        if not any(frame.name == token.name for frame in self._stack):
            return
        while self._stack:
            name = self._stack[-1].name
            self._pop(token.end)
            if name == token.name:
                return

    def _pop(self, end: int) -> None:
        frame = self._stack[-1]
        if frame.cite is not None and not self._hidden:
            self._citation(frame, frame.cite, end)
        if frame.note is not None:
            self._end_note(frame, frame.note)
        self._stack.pop()
        self._main -= frame.main
        if frame.name in rules.BLOCKS and not frame.skip:
            self._begin_block()

    def _end_note(self, frame: Frame, mark: Mark) -> None:
        text = self._builder.since(mark).strip(" ^↑")
        self._notes[f"#{frame.key}"] = " ".join(text.split())
        if not is_prose(text):
            self._builder.undo(mark)

    def _citation(self, frame: Frame, mark: Mark, end: int) -> None:
        """Turn what a `<sup>` or `<cite>` held into a citation, if it was one."""
        text = self._builder.since(mark).strip()
        if frame.name == "sup" and not rules.REFERENCE_MARK.match(text):
            return
        self._builder.undo(mark)
        if text:
            self._builder.cite(frame.key or text, frame.start, end)

    def _imply_end(self, token: Token) -> None:
        """Close what the new element ends by itself: `<p>` before a block, `<li>` before `<li>`."""
        ended = rules.CLOSED_BY.get(token.name, frozenset())
        if token.name in rules.BLOCKS:
            ended |= {"p"} | (frozenset(rules.HEADINGS) if token.name in rules.HEADINGS else frozenset())
        for depth in range(len(self._stack) - 1, -1, -1):
            name = self._stack[depth].name
            if name in ended:
                while len(self._stack) > depth:
                    self._pop(token.start)
                return
            if name in rules.SCOPES:
                return

    def _begin_block(self) -> None:
        if self._hidden:
            return
        for frame in reversed(self._stack):
            if frame.kind is not None:
                self._builder.open(frame.kind, frame.level)
                return
        self._builder.open("paragraph")

    def _line_break(self, token: Token) -> None:
        """One break is a space; two in a row part paragraphs, as old pages write them."""
        if self._hidden:
            return
        if self._broken >= 0 and not self._raw[self._broken : token.start].strip():
            self._begin_block()
        else:
            self._builder.put(" ", token.start, token.end)
        self._broken = token.end

"""MediaWiki wikitext: nodes of mwparserfromhell with their positions, written out as a reader sees them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import mwparserfromhell
from mwparserfromhell import nodes as wiki

from analyzer.load import wikitext_templates as templates
from analyzer.load.builder import CleanText, TextBuilder
from analyzer.load.edit_page import find_wikitext
from analyzer.load.prose import is_prose
from analyzer.load.wikitext_lines import restore_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mwparserfromhell.wikicode import Wikicode

    from analyzer.model import BlockKind

_MEDIA = re.compile(r"\s*:?\s*(?:file|image|media|datei|bild|fichier|archivo|imagen|файл|immagine)\s*:", re.IGNORECASE)
_DROPPED_LINK = re.compile(
    r"\s*(?:category|kategorie|catégorie|categoría|категория|[a-z]{2,3}(?:-[a-z]+)?)\s*:\S", re.IGNORECASE
)
_IMAGE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|upright(?:\s*=.*)?|baseline|middle|sub"
    r"|super|top|text-top|bottom|text-bottom|\d*x?\d+\s*px|(?:alt|link|lang|page|class|thumbtime|start|end)\s*=.*)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED_TAGS = frozenset(
    "gallery math chem score timeline syntaxhighlight source templatestyles imagemap graph mapframe maplink"
    " section indicator style script includeonly".split()
)
_BLOCK_TAGS: dict[str, BlockKind] = {
    "blockquote": "quotation",
    "p": "paragraph",
    "div": "paragraph",
    "center": "paragraph",
}
_UNCLOSED = re.compile(r"<[a-zA-Z/][^<>]*+(?!>)")
_MOST_UNCLOSED = 100  # the parser tries every way to close them, in more than linear time; such a text is no wikitext
_BREAK = re.compile(r"\n[ \t]*\n\s*|__[A-Z]{3,}__")


def read(raw: str) -> CleanText:
    r"""Clean text of wikitext, or of the wikitext inside a saved edit page. Never raises on malformed markup.

    >>> read("== Fire ==\nIt [[burning|burnt]] for ''two'' days.<ref>Pepys</ref>").text
    'Fire\n\nIt burnt for two days.'
    """
    edges = find_wikitext(raw)
    text = raw[edges.start : edges.end]
    where: Sequence[int] = range(len(text) + 1)
    if edges.chrome or text.count("\n") * 2000 < len(text):
        text, where = restore_lines(text)
    return _Writer(text, [at + edges.start for at in where]).write(edges.title)


class _Writer:
    """Walks the nodes with a running position and writes into a builder."""

    def __init__(self, text: str, where: Sequence[int]) -> None:
        self._text = text
        self._builder = TextBuilder(text, where)
        self._kinds: list[BlockKind] = ["paragraph"]
        self._waiting: list[tuple[Wikicode, int]] = []
        self._names: dict[str, str] = {}

    def write(self, title: str) -> CleanText:
        """The whole text."""
        if sum(1 for _ in _UNCLOSED.finditer(self._text)) > _MOST_UNCLOSED:
            self._plain(0, len(self._text))
        else:
            self._code(mwparserfromhell.parse(self._text), 0)
        self._flush_notes()
        return self._builder.finish(title)

    def _code(self, code: Wikicode, start: int) -> None:
        at = start
        for node in code.nodes:
            size = len(str(node))
            self._node(node, at, at + size)
            at += size

    def _node(self, node: wiki.Node, start: int, end: int) -> None:
        match node:
            case wiki.Text():
                self._plain(start, end)
            case wiki.Wikilink():
                self._link(node, start)
            case wiki.ExternalLink():
                self._external(node, start, end)
            case wiki.Template():
                self._template(node, start, end)
            case wiki.Tag():
                self._tag(node, start, end)
            case wiki.Heading():
                self._heading(node, start)
            case wiki.HTMLEntity():
                self._entity(node, start, end)
            case _:  # comments and arguments leave nothing
                self._builder.skip()

    def _entity(self, node: wiki.HTMLEntity, start: int, end: int) -> None:
        text = html.unescape(str(node))  # the parser's own decoding raises for numbers beyond Unicode
        if text == str(node):
            self._builder.run(start, end)
        else:
            self._builder.put(text, start, end)

    def _plain(self, start: int, end: int) -> None:
        """Text: empty lines part paragraphs, magic words go."""
        at = start
        for match in _BREAK.finditer(self._text, start, end):
            self._builder.run(at, match.start())
            at = match.end()
            if match.group().startswith("_"):
                self._builder.skip()
            elif len(self._kinds) == 1 or self._kinds[-1] == "quotation":
                self._open(self._kinds[-1])
            else:
                self._builder.put(" ", match.start(), at)
        self._builder.run(at, end)

    def _open(self, kind: BlockKind, level: int = 0) -> None:
        """Begin a block; the notes of the one before stand between them."""
        self._flush_notes()
        self._builder.open(kind, level)

    def _flush_notes(self) -> None:
        while self._waiting:
            code, start = self._waiting.pop(0)
            self._builder.open("note")
            self._kinds.append("note")
            self._code(code, start)
            self._kinds.pop()

    def _inside(self, kind: BlockKind, code: Wikicode, start: int) -> None:
        """A block of its own, after which the block around it goes on."""
        self._open(kind)
        self._kinds.append(kind)
        self._code(code, start)
        self._kinds.pop()
        self._open(self._kinds[-1])

    def _heading(self, node: wiki.Heading, start: int) -> None:
        self._open("heading", node.level)
        self._kinds.append("heading")
        self._code(node.title, start + node.level)
        self._kinds.pop()
        self._open(self._kinds[-1])

    def _link(self, node: wiki.Wikilink, start: int) -> None:
        title = str(node.title)
        if _MEDIA.match(title) and not title.lstrip().startswith(":"):
            self._caption(node, start + 2 + len(title) + 1)
        elif _DROPPED_LINK.match(title) and not title.lstrip().startswith(":"):
            self._builder.skip()
        elif node.text is not None and str(node.text).strip():
            self._code(node.text, start + 2 + len(title) + 1)
        else:
            lead = len(title) - len(title.lstrip(": "))
            self._builder.run(start + 2 + lead, start + 2 + len(title))

    def _caption(self, node: wiki.Wikilink, start: int) -> None:
        """The last option of a file that is no option: its caption, a block of its own."""
        if node.text is None:
            self._builder.skip()
            return
        at, depth, begin = start, 0, start
        parts: list[tuple[int, int]] = []
        text = str(node.text)
        for match in re.finditer(r"\[\[|\]\]|\{\{|\}\}|\|", text):
            if match.group() == "|" and depth == 0:
                parts.append((begin, at + match.start()))
                begin = at + match.end()
            elif match.group() != "|":
                depth += 1 if match.group() in {"[[", "{{"} else -1
        parts.append((begin, at + len(text)))
        captions = [p for p in parts if not _IMAGE_OPTION.match(self._text, *p)]
        if captions and self._text[captions[-1][0] : captions[-1][1]].strip():
            self._reparse("caption", *captions[-1])
        else:
            self._builder.skip()

    def _reparse(self, kind: BlockKind, start: int, end: int) -> None:
        self._inside(kind, mwparserfromhell.parse(self._text[start:end]), start)

    def _external(self, node: wiki.ExternalLink, start: int, end: int) -> None:
        if not node.brackets:
            self._builder.run(start, end)
        elif node.title is None:
            self._builder.cite(str(node.url), start, end)
        else:
            self._code(node.title, end - 1 - len(str(node.title)))

    def _template(self, node: wiki.Template, start: int, end: int) -> None:
        meaning = templates.meaning(node)
        match meaning.action:
            case "cite":
                self._builder.cite(meaning.text, start, end)
                self._quote_of(node, start)
            case "put":
                self._builder.put(meaning.text, start, end)
            case "drop":
                self._builder.skip()
            case "inline":
                for number in meaning.parameters:
                    self._parameter(node, number, start)
            case "quote":
                self._quote(node, meaning.parameters, start)
            case "note":
                self._note(node, meaning, start)

    def _place(self, node: wiki.Template, number: int, start: int) -> int:
        """Where the value of the parameter with this index begins."""
        at = start + 2 + len(str(node.name))
        for parameter in node.params[:number]:
            at += 1 + len(str(parameter))
        parameter = node.params[number]
        return at + 1 + (len(str(parameter.name)) + 1 if parameter.showkey else 0)

    def _parameter(self, node: wiki.Template, number: int, start: int) -> None:
        self._code(node.params[number].value, self._place(node, number, start))

    def _quote(self, node: wiki.Template, parameters: Sequence[int], start: int) -> None:
        for number in parameters:
            self._inside("quotation", node.params[number].value, self._place(node, number, start))

    def _note(self, node: wiki.Template, meaning: templates.Meaning, start: int) -> None:
        """A note waits until its paragraph ends and becomes a block of its own."""
        self._builder.skip()
        for number in meaning.parameters:
            self._waiting.append((node.params[number].value, self._place(node, number, start)))

    def _tag(self, node: wiki.Tag, start: int, end: int) -> None:
        name = str(node.tag).strip().lower()
        if name == "ref":
            self._reference(node, start, end)
        elif name in {"li", "dt", "dd"} and node.wiki_markup:
            self._list_item(node)
        elif name == "br":
            self._builder.put(" ", start, end)
        elif name == "hr":
            self._open(self._kinds[-1])
        elif name in _DROPPED_TAGS or name == "references" or node.self_closing:
            self._builder.skip()
        elif name == "td" and node.wiki_markup and str(node.contents).startswith("+"):
            inside = self._contents(node, start)
            self._reparse("caption", inside + 1, inside + len(str(node.contents)))
        elif name in {"td", "th"}:
            self._inside("cell", node.contents, self._contents(node, start))
        elif name in _BLOCK_TAGS:
            self._inside(_BLOCK_TAGS[name], node.contents, self._contents(node, start))
        elif name in {"li", "dt", "dd"}:
            self._inside("item", node.contents, self._contents(node, start))
        else:
            self._code(node.contents, self._contents(node, start))

    def _contents(self, node: wiki.Tag, start: int) -> int:
        """Where the contents of a tag begin."""
        inner = len(str(node.contents))
        if node.wiki_markup and str(node.tag) in {"i", "b"}:
            return start + len(str(node.wiki_markup))
        whole = str(node)
        if node.wiki_markup:
            closing = len(str(node.closing_wiki_markup or ""))
        else:
            closing = len(f"</{node.closing_tag}>") if not node.implicit else 0
        return start + len(whole) - closing - inner

    def _list_item(self, node: wiki.Tag) -> None:
        """`*`, `#`, `;` and `:` at the start of a line open an item; the words after them follow as text."""
        self._open("quotation" if str(node.wiki_markup) == ":" else "item")

    def _reference(self, node: wiki.Tag, start: int, end: int) -> None:
        """A reference: a note in sentences waits for its paragraph's end, a title is a citation."""
        name = str(node.get("name").value).strip(" \"'") if node.has("name") else ""
        if node.self_closing:
            self._builder.cite(self._names.get(name, name), start, end)
            return
        inside = self._contents(node, start)
        if is_prose(" ".join(str(n) for n in node.contents.nodes if isinstance(n, wiki.Text))):
            self._builder.skip()
            self._waiting.append((node.contents, inside))
            return
        text = templates.citation_text(node.contents)
        if name:
            self._names[name] = text
        self._builder.cite(text, start, end)
        self._quotes_in(node.contents, inside)

    def _quotes_in(self, code: Wikicode, start: int) -> None:
        """What a citation quotes from the work cited (`quote=`) becomes a note."""
        at = start
        for node in code.nodes:
            if isinstance(node, wiki.Template):
                self._quote_of(node, at)
            at += len(str(node))

    def _quote_of(self, node: wiki.Template, start: int) -> None:
        for number, parameter in enumerate(node.params):
            if str(parameter.name).strip().lower() == "quote" and is_prose(str(parameter.value)):
                self._waiting.append((parameter.value, self._place(node, number, start)))

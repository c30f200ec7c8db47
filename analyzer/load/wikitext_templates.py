"""What wiki templates mean for a reader: text, citation, note, quotation, date, or nothing."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mwparserfromhell import nodes as wiki

from analyzer.load import wikitext_dates as dates

if TYPE_CHECKING:
    from mwparserfromhell.nodes import Template
    from mwparserfromhell.wikicode import Wikicode

Action = Literal["cite", "put", "drop", "inline", "quote", "note"]

_CITES = re.compile(
    r"(?:cite|citation|sfnm?|sfnp|harv\w*|webarchive|rp|r|refn|ref|isbn|issn|oclc|doi|r?efn-lr|cite\w*)(?:$|[ -])"
)
_NOTES = frozenset(("efn", "efn-ua", "efn-la", "note", "notetag", "refn", "footnote", "nb", "ebn", "efn-lg", "efn-ur"))
_QUOTES = frozenset(
    (
        "blockquote",
        "quote",
        "quotation",
        "cquote",
        "bquote",
        "block quote",
        "quote box",
        "rquote",
        "poemquote",
        "centered pull quote",
    )
)
_FIRST = frozenset(
    "sic nowrap small smaller abbr nobold noitalic strong em big larger mvar math sup sub smallcaps sc underline u keep"
    " nobr no wrap center italic bold text ill interlanguage-link link-interwiki iw transliteration".split()
) | {
    "interlanguage link",
    "proper name",
    "allow wrap",
    "visible anchor",
    "vanchor",
    "avoid wrap",
    "as written",
    "not a typo",
}
_SECOND = frozenset(
    ("lang", "langx", "transl", "transliteration", "color", "colour", "font color", "abbrlink", "script")
)
_LAST = frozenset(("nihongo2", "tooltip", "nastaliq"))
_SHIPS = frozenset("ss hms uss rms hmas hmcs hmnzs sms mv mt ms usat usns ussr rfa hmt ins hswms hnoms rn".split())
_SIGNS = {
    "ndash": "–", "en dash": "–", "spnd": " – ", "spaced ndash": " – ", "snd": " – ", "dash": " – ",
    "mdash": "—", "emdash": "—", "em dash": "—", "--": "—", "spaced mdash": " — ",
    "nbsp": " ", "spaces": " ", "pipe": "|", "!": "|", "=": "=", "'": "'", "\"": "\"", "'s": "'s", "nbhyph": "-",
    "bullet": " · ", "middot": " · ", "·": " · ", "ellipsis": "…", "...": "...",
}  # fmt: skip
_MONEY = {"pound": "£", "£": "£", "gbp": "£", "us$": "US$", "usd": "US$", "euro": "€", "€": "€", "a$": "A$", "c$": "C$"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What to do with a template: text to put or cite, or the indices of the parameters whose text stays."""

    action: Action
    text: str = ""
    parameters: tuple[int, ...] = ()


def meaning(template: Template) -> Meaning:
    """How a reader sees this template; unknown ones leave nothing."""
    name = re.sub(r"[\s_]+", " ", str(template.name)).strip().lower()
    values = positional(template)
    rendered = dates.render(name, [text for _, text in values], named(template))
    if rendered:
        return Meaning("put", rendered)
    if name in _NOTES:
        return Meaning(
            "note", citation_text(template.params[values[0][0]].value) if values else "", _indices(values[:1])
        )
    if _CITES.match(name) and not name.startswith("citation needed"):
        return Meaning("cite", citation(template, name))
    if name in _QUOTES:
        return Meaning("quote", parameters=_quoted(template, values))
    if name in _SIGNS:
        return Meaning("put", _SIGNS[name])
    return _inline(name, values)


def _inline(name: str, values: list[tuple[int, str]]) -> Meaning:
    if name in _MONEY:
        return Meaning("put", _MONEY[name] + (values[0][1] if values else ""))
    if name in _SHIPS and values:
        return Meaning("put", f"{name.upper()} {values[0][1]}")
    if name in _SECOND or name.startswith(("lang-", "script/")):
        only = name.startswith(("lang-", "script/"))
        return Meaning(
            "inline",
            parameters=_indices(
                values[:1] if only or len(values) == 1 else values[-1:] if name == "transl" else values[1:2]
            ),
        )
    if name in _FIRST:
        return Meaning("inline", parameters=_indices(values[:1]))
    if name in _LAST:
        return Meaning("inline", parameters=_indices(values[-1:]))
    return Meaning("drop")


def positional(template: Template) -> list[tuple[int, str]]:
    """Index and plain text of the unnamed (or numbered) parameters that hold anything."""
    found = [(i, p) for i, p in enumerate(template.params) if not p.showkey or str(p.name).strip().isdigit()]
    return [(i, plain(p.value)) for i, p in found if str(p.value).strip()]


def named(template: Template) -> dict[str, str]:
    """Plain text of the named parameters, names in lower case."""
    return {str(p.name).strip().lower(): plain(p.value) for p in template.params if p.showkey}


def plain(code: Wikicode) -> str:
    """Text without any markup, on one line."""
    return " ".join(html.unescape(str(code.strip_code(normalize=False, collapse=True))).split())


def citation_text(code: Wikicode) -> str:
    """A reference as a reader would read it: its own words, its templates as author, title, year."""
    words = " ".join("".join(_words(node) for node in code.nodes).split())
    return re.sub(r"\s+(?=[,;.)])", "", words)


def _words(node: wiki.Node) -> str:
    match node:
        case wiki.Template():
            return meaning(node).text
        case wiki.ExternalLink():
            return plain(node.title) if node.title else str(node.url)
        case wiki.Wikilink():
            return plain(node.text or node.title)
        case wiki.Tag():
            return "" if str(node.tag) == "ref" or node.self_closing else citation_text(node.contents)
        case wiki.Text() | wiki.HTMLEntity():
            return html.unescape(str(node))
        case _:
            return ""


def citation(template: Template, name: str) -> str:
    """Author, title, year and page of a citation template, as far as it gives them."""
    values, words = named(template), [text for _, text in positional(template)]
    pages = values.get("p") or values.get("pp") or values.get("page") or values.get("pages") or ""
    if name.startswith(("sfn", "harv")):
        year = f" {words.pop()}" if len(words) > 1 else ""
        return _joined(" & ".join(words) + year, f"p. {pages}" if pages else "")
    if name.startswith(("cite", "citation")):
        year = values.get("year") or values.get("date") or ""
        title = values.get("title", "")
        work = values.get("work") or values.get("website") or values.get("journal") or values.get("newspaper") or ""
        return _joined(_author(values), title, work, values.get("publisher", ""), year, f"p. {pages}" if pages else "")
    if name in {"webarchive", "rp", "r"}:
        return ""
    return _joined(name.upper(), *words)


def _author(values: dict[str, str]) -> str:
    last = values.get("last") or values.get("last1") or values.get("author") or values.get("author1") or ""
    first = values.get("first") or values.get("first1") or ""
    return f"{first} {last}".strip()


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _quoted(template: Template, values: list[tuple[int, str]]) -> tuple[int, ...]:
    for key in ("text", "quote", "quotetext"):
        for index, parameter in enumerate(template.params):
            if parameter.showkey and str(parameter.name).strip().lower() == key:
                return (index,)
    return _indices(values[:1])


def _indices(values: list[tuple[int, str]]) -> tuple[int, ...]:
    return tuple(index for index, _ in values)

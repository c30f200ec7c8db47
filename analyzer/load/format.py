"""Which format a text is in: by its content first, by its name where the content does not tell."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["plain", "html", "wikitext", "markdown"]

FORMATS: tuple[Format, ...] = ("plain", "html", "wikitext", "markdown")
MEDIA_TYPES: dict[Format, str] = {
    "plain": "text/plain",
    "html": "text/html",
    "wikitext": "text/x-wiki",
    "markdown": "text/markdown",
}
_SUFFIXES: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".wiki": "wikitext",
    ".wikitext": "wikitext",
    ".mediawiki": "wikitext",
    ".md": "markdown",
    ".markdown": "markdown",
}
_HTML_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"</(?:p|div|h[1-6]|li|td|tr|ul|ol|span|body|blockquote|a|table)\s*>|<br\s*/?>", re.IGNORECASE)
_WIKI_SIGN = re.compile(
    r"\[\[[^\[\]\n]{1,200}\]\]|\{\{[^{}\n]{1,40}[|}]|(?<!=)={2,6} ?[^=\n]{1,120}? ?={2,6}(?!=)|<ref[ >/]|'''"
)
_LINK = re.compile(r"\[\[|\{\{|<ref[ >/]")


def sniff(text: str, suffix: str) -> Format:
    r"""The format of `text`; `suffix` is the file name's ending with its dot, any case.

    A wiki page saved as `.txt` or `.html` is known by its markup: one sign of wikitext in 1,000 characters, at least
    two links, templates or references among them.

    >>> sniff("== Early life ==\nHe was born in [[Bonn]].{{sfn|Cooper|2008}} ", ".txt")
    'wikitext'
    """
    named = _SUFFIXES.get(suffix.lower())
    if named == "wikitext":
        return "wikitext"
    if _HTML_HEAD.match(text.lstrip("\ufeff")):
        return "html"
    if named == "markdown":
        return "markdown"
    tags = sum(1 for _ in _HTML_TAG.finditer(text))
    signs = sum(1 for _ in _WIKI_SIGN.finditer(text))
    links = sum(1 for _ in _LINK.finditer(text))
    if links >= 2 and signs * 1000 >= len(text) and signs > tags:
        return "wikitext"
    if named == "html" or (tags >= 2 and tags * 1000 >= len(text)):
        return "html"
    return "plain"

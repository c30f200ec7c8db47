"""HTML -> tokens with exact positions; malformed markup never raises.

The standard library's parser changes what it accepts from one patch release to the next and gives line and column;
lxml gives no positions at all. A tokenizer of our own keeps offsets exact and results the same on every Python.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_QUOTED = re.compile(r"(?:[^>\"'=]|=\s*\"[^\"]*\"|=\s*'[^']*'|=|[\"'])*+>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of HTML `[start, end)`: `text`, `open`, `close`, or `comment` (declarations too)."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(raw: str) -> Iterator[Token]:
    """All tokens of `raw` in order; together they cover it without gap."""
    at, size, quotes_hold = 0, len(raw), True
    last = raw.rfind(">")
    while at < size:
        begin = raw.find("<", at)
        if begin < 0 or begin > last:
            yield Token("text", at, size)
            return
        if begin > at:
            yield Token("text", at, begin)
        end, kind, quotes_hold = _markup(raw, begin, quotes_hold=quotes_hold)
        token = _token(raw, begin, end, kind)
        yield token
        at = end
        if token.kind == "open" and token.name in _RAW_TEXT and not raw[begin:end].endswith("/>"):
            at = _raw_text_end(raw, end, token.name)
            if at > end:
                yield Token("text", end, at)


def entities(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Stretches of `[start, end)`: plain ones as ("", a, b), entities as (decoded text, a, b)."""
    at = start
    for match in _ENTITY.finditer(raw, start, end):
        written = match.group()
        decoded = html.unescape(written)
        if decoded == written:
            continue
        stop = match.end()
        if not written.endswith(";"):  # only the known start of it may be an entity: &ampfoo
            kept = len(decoded) - 1
            stop = max(match.start() + 2, match.end() - kept) if decoded[1:] and written.endswith(decoded[1:]) else stop
            decoded = decoded[0] if stop != match.end() else decoded
        if match.start() > at:
            yield "", at, match.start()
        yield decoded, match.start(), stop
        at = stop
    if at < end:
        yield "", at, end


def _markup(raw: str, begin: int, *, quotes_hold: bool) -> tuple[int, str, bool]:
    """End and kind of the markup at `begin`, and whether quotes still balance in this file."""
    if raw.startswith("<!--", begin):
        end = raw.find("-->", begin + 4)
        return (end + 3 if end >= 0 else len(raw)), "comment", quotes_hold
    if raw.startswith(("<!", "<?"), begin):
        return raw.find(">", begin) + 1, "comment", quotes_hold
    name = _NAME.match(raw, begin)
    if name is None:
        return begin + 1, "text", quotes_hold
    kind = "close" if raw.startswith("</", begin) else "open"
    if quotes_hold:
        found = _QUOTED.match(raw, name.end())
        if found:
            return found.end(), kind, True
    return raw.find(">", begin) + 1, kind, False


def _token(raw: str, start: int, end: int, kind: str) -> Token:
    if kind not in {"open", "close"}:
        return Token(kind, start, end)
    match = _NAME.match(raw, start)
    name = match.group(1).lower() if match else ""
    if kind == "close" or match is None:
        return Token(kind, start, end, name)
    found: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(raw, match.end(), end - 1):
        value = next((g for g in attribute.groups()[1:] if g is not None), "")
        found.setdefault(attribute.group(1).lower(), html.unescape(value))
    return Token(kind, start, end, name, found)


def _raw_text_end(raw: str, start: int, name: str) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(raw, start)
    return match.start() if match else start

"""Acronyms and what they stand for: given in brackets after the long form, or spelt by the initials of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = {"of", "the", "for", "and", "de", "s", "in", "on", "to"}
_GIVEN = re.compile(r"\(([A-Z]{2,8})\)")
_WINDOW = 120  # code points before the bracket that can hold the long form


def acronyms_in(text: str, names: Iterable[str]) -> dict[str, str]:
    """Folded acronym to folded long form; what a text defines in brackets goes before what initials suggest.

    `names` are the folded names of the document that are no persons.

    >>> acronyms_in("The Board of Trade Inquiry (BTI) met.", ["royal society", "rs"])
    {'rs': 'royal society', 'bti': 'board of trade inquiry'}
    """
    known = list(names)
    longs: dict[str, str] = {}
    for name in known:
        parts = [p for p in name.split() if p not in _SMALL]
        if len(parts) > 1:
            longs.setdefault("".join(p[0] for p in parts), name)
    found = {name: longs[name] for name in known if " " not in name and len(name) > 1 and name in longs}
    for match in _GIVEN.finditer(text):
        long = _long_form(match[1].lower(), fold(text[max(0, match.start() - _WINDOW) : match.start()]).split())
        if long:
            found[match[1].lower()] = long
    return found


def _long_form(acronym: str, words: list[str]) -> str:
    """The shortest run of words before the bracket whose initials spell the acronym, small words counted or not."""
    for size in range(len(acronym), min(len(words), 2 * len(acronym) + 2) + 1):
        run = words[-size:]
        initials = {"".join(w[0] for w in run), "".join(w[0] for w in run if w not in _SMALL)}
        if acronym in initials and run[0] not in _SMALL:
            return " ".join(run)
    return ""

"""A saved MediaWiki edit page: where the wikitext begins and ends, and where its lost line breaks stood."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKUP = re.compile(r"\[\[|\]\]|\{\{|\}\}|<ref|</ref|'''?|={2,6} |\[https?:")
_INTERFACE = re.compile(
    r"^(?:jump to (?:content|navigation|search)|main menu|move to sidebar|hide|navigation|main page|recent changes"
    r"|random (?:page|article)|help|search|create account|log in|personal tools|talk|contributions|editing|page"
    r"|discussion|read|edit|edit source|view (?:history|source)|tools|actions|general|what links here|related changes"
    r"|special pages|page information|appearance|summary:?|edit summary.*|cancel|editing help|add topic|\(section\)"
    r"|warning:|you are not logged in.*|anti-spam check.*|not|fill this in!|save (?:page|changes)"
    r"|show (?:preview|changes)"
    r"|publish changes|this is a minor edit|watch this page|please note that all contributions.*|do not submit.*"
    r"|by (?:saving|publishing) changes.*|content that violates.*|templates used (?:on|in) this.*"
    r"|\(opens in new window\)|pages for logged out editors|privacy policy|disclaimers)$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^Editing[ \t\r]*\n?[ \t]*(\S[^\n]*)$", re.MULTILINE)
_FOOT = re.compile(
    r"^(?:summary:?|edit summary.*|please note that all contributions.*|you are also promising us.*|do not submit"
    r" copyrighted.*|cancel|editing help|show preview|show changes|save (?:page|changes)|publish changes"
    r"|by (?:saving|publishing) changes.*|content that violates.*|this is a minor edit|templates used (?:on|in) this.*"
    r"|wikidata entities used in this page.*|pages transcluded .*|preview)$",
    re.IGNORECASE,
)


class Edges(NamedTuple):
    """The range `[start, end)` of the wikitext in a text, and page chrome around it with its title, if any."""

    start: int
    end: int
    chrome: bool
    title: str = ""


def find_wikitext(raw: str) -> Edges:
    """Where the wikitext of a saved edit page stands; the whole text when there is no interface around it.

    The page's interface is made of short lines without markup, many of them MediaWiki's own words. The wikitext begins
    after the last such line before the first line with markup, and ends before the first word of the edit form's foot.
    """
    lines = [(m.start(), m.end(), m.group().strip()) for m in re.finditer(r"[^\n]+", raw)]
    known = [i for i, (_, _, text) in enumerate(lines) if _INTERFACE.match(text)]
    marked = [i for i, (_, _, text) in enumerate(lines) if _MARKUP.search(text)]
    if len(known) < 4 or not marked:
        return Edges(0, len(raw), chrome=False)
    head = [i for i in known if i < marked[0]]
    first = (head[-1] + 1) if len(head) >= 3 else 0
    last = _last_line(lines, first, marked)
    found = _TITLE.search(raw, 0, lines[first][0])
    return Edges(lines[first][0], lines[last][1], chrome=True, title=found.group(1).strip() if found else "")


def _last_line(lines: list[tuple[int, int, str]], first: int, marked: list[int]) -> int:
    """The last line of wikitext: before the foot of the form, whose lines hold no markup."""
    for number in range(first, len(lines)):
        if _FOOT.match(lines[number][2]) and not any(number < m < number + 4 for m in marked):
            return max(first, number - 1)
    return len(lines) - 1

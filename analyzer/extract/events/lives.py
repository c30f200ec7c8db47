"""Life dates in brackets after a person's name: a birth and a death that no verb tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.model import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Claim, Document, Mention

_JOINT = re.compile(r"\s*[,;]?\s*(?:[-–—]|to|d\.?|died)\s*(?:d\.\s*|died\s+)?(?:in |on |c\. ?)?", re.IGNORECASE)
_BIRTH = re.compile(r"\b(?:b\.|born)\s*(?:in |on |c\. ?)?$", re.IGNORECASE)
_DEATH = re.compile(r"\b(?:d\.|died)\s*(?:in |on |c\. ?)?$", re.IGNORECASE)
_BAPTISM = re.compile(r"\bbapt(?:\.|i[sz]ed)\s*(?:in |on )?$", re.IGNORECASE)
_REACH = 300  # code points from the bracket to the dates: forms of the name may stand between
_GAP = 3  # code points between the name and the bracket


def life_frames(document: Document, sentence: int, mentions: Sequence[Mention], dates: Sequence[Claim]) -> list[Frame]:
    """Frames "bear" and "die" for the bracketed dates of a sentence; "live" for a range read as one value."""
    text = document.source.text
    return [
        Frame(document.id, sentence, (at, end), (at, end), lemma, family, objects=(who,))
        if family in {"born", "baptise"}
        else Frame(document.id, sentence, (at, end), (at, end), lemma, family, subject=who)
        for who, at, end, lemma, family in _lives(text, mentions, sorted(dates, key=lambda c: c.start))
    ]


def _lives(
    text: str, mentions: Sequence[Mention], dates: Sequence[Claim]
) -> Iterator[tuple[Mention, int, int, str, str]]:
    for i, claim in enumerate(dates):
        who = _bearer(text, mentions, claim.start)
        if who is None:
            continue
        before = text[max(0, claim.start - 20) : claim.start]
        following = dates[i + 1] if i + 1 < len(dates) else None
        joined = following is not None and _JOINT.fullmatch(text[claim.end : following.start]) is not None
        if "/" in claim.value:
            yield who, claim.start, claim.end, "live", "live"
        elif _DEATH.search(before):
            yield who, claim.start, claim.end, "die", "die"
        elif joined or _BIRTH.search(before):
            christened = _BAPTISM.search(before) is not None
            yield who, claim.start, claim.end, *(("baptise", "baptise") if christened else ("bear", "born"))
            if joined and following is not None and not _DEATH.search(text[claim.end : following.start]):
                yield who, following.start, following.end, "die", "die"


def _bearer(text: str, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The person named right before the bracket that a position stands in."""
    opened, depth = at, 0
    while opened > max(0, at - _REACH):
        opened -= 1
        depth += (text[opened] == ")") - (text[opened] == "(")
        if depth < 0:
            near = (m for m in mentions if 0 <= opened - m.end <= _GAP and m.entity == "person")
            return next((m for m in near if m.head[:1].isupper()), None)
    return None

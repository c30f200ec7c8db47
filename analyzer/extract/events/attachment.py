"""Which event a value is told of: the clause around it, the innermost first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Claim, Document, Frame

_ASIDE = 120  # code points; brackets further away hold sentences, not asides
_SUBORDINATORS = frozenset(
    "who whom whose which that where when because after before until while if although though since once".split()
)
_HEAD = re.compile(r"\W*(?:(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Dd]uring|[Ee]arly in|[Ll]ate in)\s+(?:the\s+)?)?")
_PUT_BETWEEN = re.compile(
    r",\s+(?:soon\s+|just\s+|shortly\s+)?(?:after|before|when|while|as|although|though|because|since|having)\b[^.;:,]+,\s"
)
_WHEN = re.compile(r",?\s+(?:when|that|before)\b")
_MINDING = frozenset({"remember", "recall", "recollect", "know", "think", "believe", "suppose", "forget"})
_TEMPORAL = {"date", "time", "duration", "reference"}


def attach(claims: Sequence[Claim], frames: Sequence[Frame], document: Document) -> tuple[Claim, ...]:
    """The claims with `frames` set: indices of the predicates they depend on, the innermost clause first.

    A value in brackets belongs with the words before the bracket. A value in no clause gets the nearest predicate of
    its sentence; one in a sentence without predicates gets none. `frames` must be in order of sentence.
    """
    sentences = [frame.sentence for frame in frames]
    dated = [(c.start, c.sentence) for c in claims if c.kind in _TEMPORAL]
    return tuple(replace(claim, frames=_governing(claim, frames, sentences, document, dated)) for claim in claims)


def _governing(
    claim: Claim, frames: Sequence[Frame], sentences: list[int], document: Document, dated: list[tuple[int, int]]
) -> tuple[int, ...]:
    text = document.source.text
    candidates = range(bisect_left(sentences, claim.sentence), bisect_right(sentences, claim.sentence))
    at = _anchor(claim, text)
    holding = [i for i in candidates if frames[i].clause[0] <= at < frames[i].clause[1]]
    if not holding:
        nearest = sorted(candidates, key=lambda i: (_distance(frames[i], at), i))
        holding = nearest[:1]
    if claim.kind == "time" and (told := _then(holding, candidates, frames, document.source.text)):
        holding = told
    if main := _main_clause(claim, candidates, frames, document):
        holding = main
    holding.sort(key=lambda i: (frames[i].clause[1] - frames[i].clause[0], _distance(frames[i], at), i))
    if claim.kind in _TEMPORAL and (minded := _minded(holding, candidates, frames, claim)):
        holding = [minded, *holding]
    bracket = _bracket(claim, text)
    inside = [i for i in candidates if bracket and bracket[0] <= frames[i].trigger[0] < bracket[1]]
    if inside:
        inside.sort(key=lambda i: (_distance(frames[i], claim.start), i))
        return tuple(dict.fromkeys([inside[0], *holding]))
    if claim.kind in _TEMPORAL:
        holding.extend(_sharing(holding[0] if holding else -1, candidates, frames, dated, text))
    return tuple(dict.fromkeys(holding))


def _minded(holding: Sequence[int], candidates: range, frames: Sequence[Frame], claim: Claim) -> int | None:
    """The last act told before a date that hangs on a verb of memory: "I remember the day it opened, in 1878"."""
    if not holding or frames[holding[0]].lemma not in _MINDING:
        return None
    behind = frames[holding[0]].trigger[1]
    told = [i for i in candidates if behind <= frames[i].trigger[0] < claim.start and frames[i].clause[0] >= behind]
    return max(told, key=lambda i: frames[i].trigger[0], default=None)


def _then(holding: Sequence[int], candidates: range, frames: Sequence[Frame], text: str) -> list[int]:
    """The predicate that an hour told as such goes on to: "it was half past three when the boat put them ashore"."""
    hours = [i for i in holding if frames[i].lemma == "be" and _tells_the_hour(frames[i])]
    for i in hours:
        following = (j for j in candidates if frames[j].trigger[0] >= frames[i].clause[1])
        nearest = min(following, key=lambda j: frames[j].trigger[0], default=None)
        if nearest is not None and _WHEN.match(text, frames[i].clause[1]):
            return [nearest]
    return []


def _tells_the_hour(frame: Frame) -> bool:
    return frame.subject is None or frame.subject.text.lower() in {"it", "this", "that", "the time", "the hour"}


def _main_clause(claim: Claim, candidates: range, frames: Sequence[Frame], document: Document) -> list[int]:
    """The predicate that a date at the head of a sentence dates across a clause put in between, if there is one.

    "In late 1920, after the war was won, the party held a debate": the debate, whatever the parser makes of it.
    """
    text = document.source.text
    between = _PUT_BETWEEN.match(text, claim.end) if candidates and claim.kind in _TEMPORAL else None
    if between is None or not _HEAD.fullmatch(text, document.sentences[claim.sentence].start, claim.start):
        return []
    return [i for i in candidates if frames[i].trigger[0] >= between.end()][:1]


def _bracket(claim: Claim, text: str) -> tuple[int, int] | None:
    """The brackets around a value and other words, if any: "(and from 1901 chaired)"."""
    opened = text.rfind("(", max(0, claim.start - _ASIDE), claim.start)
    closed = text.find(")", claim.end, claim.end + _ASIDE)
    if opened < 0 or closed < 0 or ")" in text[opened : claim.start] or "(" in text[claim.end : closed]:
        return None
    return opened, closed


def _anchor(claim: Claim, text: str) -> int:
    """The claim's start; for a value that opens a bracket the last word before the bracket."""
    at = claim.start
    before = text[max(0, at - 40) : at]
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:] or len(before[opened + 1 :].split()) > 2:
        return at
    bracket = at - len(before) + opened
    stripped = text[:bracket].rstrip()
    return len(stripped) - 1 if stripped and stripped[-1] not in ".!?\n" else at


def _distance(frame: Frame, at: int) -> int:
    return abs(frame.trigger[0] - at)


def _sharing(
    first: int, candidates: range, frames: Sequence[Frame], dated: list[tuple[int, int]], text: str
) -> list[int]:
    """Later predicates joined to the first with the same participant and no time of their own."""
    if first < 0:
        return []
    anchor = frames[first]
    out = []
    for i in candidates:
        frame = frames[i]
        apart = frame.trigger[0] > anchor.trigger[1] and _joined(text[anchor.trigger[1] : frame.trigger[0]])
        timed = any(s == frame.sentence and frame.clause[0] <= at < frame.clause[1] for at, s in dated)
        if apart and not timed and frame.modality == anchor.modality and _shares(frame, anchor):
            out.append(i)
    return out


def _joined(between: str) -> bool:
    """Whether the words between two predicates join them side by side, with no clause put under another."""
    words = set(between.lower().replace(",", " , ").split())
    return bool(words & {"and", "but", "then", ","}) and not words & _SUBORDINATORS


def _shares(a: Frame, b: Frame) -> bool:
    """Whether two frames have a participant in common, or name none."""
    return bool(_keys(a) & _keys(b)) or not (_keys(a) or _keys(b))


def _keys(frame: Frame) -> set[str]:
    named = [frame.subject, *frame.objects]
    return {m.key for m in named[:2] if m is not None}

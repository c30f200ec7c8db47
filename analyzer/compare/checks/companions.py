"""Finds acts that one source tells of somebody alone and another of him and others, or of other members of a group."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.context.stems import STOP_WORDS, stem
from analyzer.compare.gate.same_event import LIGHT_VERBS
from analyzer.compare.readings import stretch
from analyzer.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Alignment, Document, Extraction, Finding, Frame, Mention, Reading, Side

JOINED = re.compile(r",? (?:and|with(?= (?:his|her|its|their|[A-Z]))|together with|along with|as well as) ([^,;()]+)")
INCLUDING = re.compile(r"[,(]? ?[,(]?(?:including|such as|among them) ([^;()]+?)[,)]")
NEXT_ACT = re.compile(r"\b(?:who|which|that|were|was|had|have|has)\b")
WORD = re.compile(r"\w+")
SURENESS = {"same_text": 0.8, "paraphrase": 0.7, "same_event": 0.5}  # of one event, not always of one act
NEAR = 12  # code points between a verb and its object
ALONE = "One source tells it of {0} alone, another of {0} and others."
OTHERS = "The sources name different members of the group."


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it as one sentence tells it: the subject, the others named beside it, and where their names end.

    `joined` says that those acted too; otherwise they are examples of a group.
    """

    document: int
    frame: Frame
    subject: Mention
    end: int
    others: frozenset[str]
    joined: bool


def companion_findings(
    documents: Sequence[Document], extractions: Sequence[Extraction], alignments: Sequence[Alignment]
) -> Iterator[Finding]:
    """One finding for each act whose party differs between aligned passages; never a conflict: both may be right."""
    index = {document.id: number for number, document in enumerate(documents)}
    parties = [_parties(number, extraction) for number, extraction in enumerate(extractions)]
    found: list[tuple[Party, Party, float]] = []
    for pair in alignments:
        sides = [_on(side, parties[index[side.source]]) for side in (pair.left, pair.right)]
        found += [(a, b, SURENESS[pair.relation] * pair.score) for a in sides[0] for b in sides[1] if _differ(a, b)]
    for members, sureness in _acts(found):
        yield _finding(members, sureness, documents)


def _parties(number: int, extraction: Extraction) -> dict[int, list[Party]]:
    """For each sentence the acts with a subject right before them."""
    text = extraction.document.source.text
    found: defaultdict[int, list[Party]] = defaultdict(list)
    taken: set[int] = set()
    for frame in extraction.frames:
        subject = frame.subject
        if subject is None or subject.key == "speaker" or frame.negated or frame.lemma in LIGHT_VERBS:
            continue
        owner = text[subject.end : subject.end + 1] in "'’"  # "his allies' opposition" is no act of theirs yet
        if subject.end < frame.trigger[0] and not owner and subject.start not in taken:  # the first act alone
            taken.add(subject.start)
            found[frame.sentence].append(_party(number, frame, subject, text))
    return found


def _party(number: int, frame: Frame, subject: Mention, text: str) -> Party:
    for pattern, joined in ((JOINED, True), (INCLUDING, False)):
        match = pattern.match(text, subject.end, frame.trigger[0])
        if match and not NEXT_ACT.search(match[1]):
            others = frozenset(stem(w) for w in WORD.findall(match[1].lower()) if w not in STOP_WORDS)
            end = match.end() if match[0].endswith(")") else match.end(1)
            return Party(number, frame, subject, end, others, joined)
    return Party(number, frame, subject, subject.end, frozenset(), joined=True)


def _on(side: Side, parties: dict[int, list[Party]]) -> list[Party]:
    return [p for sentence in range(side.first, side.last + 1) for p in parties.get(sentence, ())]


def _differ(one: Party, other: Party) -> bool:
    """One act of one subject, told of him alone and with others, or of a group of whom others are named."""
    if one.frame.lemma != other.frame.lemma or one.subject.key != other.subject.key:
        return False
    if one.joined and other.joined:
        return bool(one.others) != bool(other.others)
    return one.joined == other.joined and one.others.isdisjoint(other.others)


def _acts(found: Sequence[tuple[Party, Party, float]]) -> Iterator[tuple[list[Party], float]]:
    """Parties joined through pairs, each act with the sureness of its best pair, in order of the first place."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    parties: dict[tuple[int, int], Party] = {}
    for one, other, _ in found:
        a, b = (_root(owner, _place(p)) for p in (one, other))
        parties.update({_place(one): one, _place(other): other})
        owner[max(a, b)] = min(a, b)
    acts: defaultdict[tuple[int, int], list[Party]] = defaultdict(list)
    best: defaultdict[tuple[int, int], float] = defaultdict(float)
    for place in sorted(parties):
        acts[_root(owner, place)].append(parties[place])
    for one, _, sure in found:
        root = _root(owner, _place(one))
        best[root] = max(best[root], sure)
    yield from ((acts[root], best[root]) for root in sorted(acts))


def _place(party: Party) -> tuple[int, int]:
    return party.document, party.frame.trigger[0]


def _root(owner: dict[tuple[int, int], tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    while owner.setdefault(place, place) != place:
        place = owner[place]
    return place


def _finding(members: Sequence[Party], sureness: float, documents: Sequence[Document]) -> Finding:
    readings = tuple(sorted((_reading(p, documents[p.document]) for p in members), key=lambda r: (r.source, r.start)))
    values = list(dict.fromkeys(r.value for r in readings))
    subject = members[0].subject
    name = subject.head if subject.resolved else subject.text
    sentence = ALONE.format(name) if members[0].joined else OTHERS
    act = _act(members[0].frame, documents[members[0].document].source.text)
    return grading.made(
        "participation",
        "granularity",
        readings,
        topic=f"{name}, {members[0].frame.lemma}",
        question=f"Who {act}: {' or '.join(f'“{value}”' for value in values)}?",
        grade=(sureness, 1),
        reasons=(Reason("companions", sentence, *values[:2]),),
    )


def _act(frame: Frame, text: str) -> str:
    """The verb with the object after it, as written: "lost their posts"."""
    ends = [m.end for m in frame.objects if 0 < m.start - frame.trigger[1] <= NEAR]
    return " ".join(text[frame.trigger[0] : min(ends, default=frame.trigger[1])].split())


def _reading(party: Party, document: Document) -> Reading:
    """The words from the subject to the act; a pronoun's value is the name it stands for."""
    shown = stretch(document, party.frame.sentence, (party.subject.start, party.frame.trigger[1]))
    text = document.source.text
    named = party.subject.head if party.subject.resolved else text[party.subject.start : party.subject.end]
    return replace(shown, value=" ".join((named + text[party.subject.end : party.end]).split()))

"""Aligned passages as values: sides, relation, score and a stable id."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from analyzer.align.edits import equal_share, word_edits
from analyzer.model import Alignment, AlignmentSet, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analyzer.align.beads import Bead
    from analyzer.align.words import Token, Words
    from analyzer.model import Document, PassageRelation
    from analyzer.settings import AlignSettings


def side(document: Document, first: int, last: int) -> Side:
    """The sentences `first` to `last` of a document as one side of a pair."""
    return Side(document.id, first, last, document.sentences[first].start, document.sentences[last].end)


def bead_alignment(left: Words, right: Words, bead: Bead, settings: AlignSettings) -> Alignment:
    """A bead as near-copy (with its edits) or as paraphrase.

    The score rises from 0.5 at the threshold to 1 for equal vectors.
    """
    a, b = _tokens(left, bead.left), _tokens(right, bead.right)
    share = equal_share(a, b)
    copied = share >= settings.same_text
    close = max(bead.similarity, share if copied else 0.0)
    score = 0.5 + 0.5 * max(0.0, (close - settings.threshold) / (1.0 - settings.threshold))
    return pair(
        (left.document, bead.left[0], bead.left[-1]),
        (right.document, bead.right[0], bead.right[-1]),
        "same_text" if copied else "paraphrase",
        score,
    )


def pair(
    left: tuple[Document, int, int], right: tuple[Document, int, int], relation: PassageRelation, score: float
) -> Alignment:
    """Two passages (document, first sentence, last sentence) as an aligned pair; the lower source id stands left."""
    if right[0].id < left[0].id:
        left, right = right, left
    sides = side(*left), side(*right)
    texts = [d.source.text[s.start : s.end] for d, s in zip((left[0], right[0]), sides, strict=True)]
    return Alignment(_identify(texts), relation, min(1.0, round(score, 6)), *sides)


def _identify(texts: Iterable[str]) -> str:
    """A hash of the two quotes in either order, white space aside."""
    words = sorted(" ".join(text.split()) for text in texts)
    return "p" + blake2b("\0".join(words).encode(), digest_size=6).hexdigest()


def with_edits(alignment: Alignment, left: Words, right: Words) -> Alignment:
    """The same pair with its word-level edits, for near-copies; `left` and `right` as the sides stand."""
    a = left.span(alignment.left.first, alignment.left.last)
    b = right.span(alignment.right.first, alignment.right.last)
    sides = alignment.left, alignment.right
    return Alignment(alignment.id, alignment.relation, alignment.score, *sides, word_edits(a, b))


def event_pair(left: tuple[Document, int, int], right: tuple[Document, int, int], score: float) -> Alignment:
    """Two passages (document, first sentence, last sentence) that a later stage knows to tell of one event.

    `score` 0-1; 0.5 and above is to be trusted. For `with_events`.
    """
    return pair(left, right, "same_event", score)


def with_events(alignments: AlignmentSet, links: Iterable[Alignment]) -> AlignmentSet:
    """The set with further passages on one event; a link that overlaps an aligned pair on both sides adds nothing.

    Better scores come first where links overlap each other.
    """
    found = list(alignments.pairs)
    boxes: dict[tuple[str, str], list[Alignment]] = {}
    for a in found:
        boxes.setdefault((a.left.source, a.right.source), []).append(a)
    for link in sorted(links, key=lambda a: (-a.score, a.id, a.left.first, a.right.first)):
        known = boxes.setdefault((link.left.source, link.right.source), [])
        if not any(_meet(link.left, a.left) and _meet(link.right, a.right) for a in known):
            known.append(link)
            found.append(link)
    return AlignmentSet(number_repeats(found), alignments.reuse)


def _meet(a: Side, b: Side) -> bool:
    return a.first <= b.last and b.first <= a.last


def _tokens(words: Words, sentences: tuple[int, ...]) -> tuple[Token, ...]:
    return words.span(sentences[0], sentences[-1])


def number_repeats(alignments: Iterable[Alignment]) -> tuple[Alignment, ...]:
    """In order of id; equal quotes at several places get `-2`, `-3` ... in order of position."""
    found: list[Alignment] = []
    seen: dict[str, int] = {}
    ordered = sorted(
        alignments,
        key=lambda a: (a.id.partition("-")[0], a.left.source, a.right.source, a.left.first, a.right.first),
    )
    for a in ordered:
        plain = a.id.partition("-")[0]
        seen[plain] = seen.get(plain, 0) + 1
        name = plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"
        found.append(a if name == a.id else Alignment(name, a.relation, a.score, a.left, a.right, a.edits))
    return tuple(sorted(found, key=lambda a: a.id))

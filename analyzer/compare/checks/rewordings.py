"""Finds what a near-copy turned round: a negation put in, a word changed for its opposite, one name for another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.align.edits import word_edits
from analyzer.align.words import FUNCTION_WORDS, HIDDEN, read_words
from analyzer.compare import grading
from analyzer.compare.checks.repeats import one_statement, repeats, tells
from analyzer.compare.gate.opposites import AUXILIARIES, NEGATIONS, ORDINALS, opposites
from analyzer.compare.readings import stretch
from analyzer.model import Finding, Reason
from analyzer.values.names import compare_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.align.words import Token, Words
    from analyzer.compare.checks.repeats import Change
    from analyzer.model import Alignment, Document, Edit, FindingKind

# How sure a change of each class turns the sense of a sentence whose other words all stay.
SURENESS: dict[Change, float] = {"negation": 0.85, "opposite": 0.8, "ordinal": 0.75, "name": 0.7, "word": 0.6}
KINDS: dict[Change, FindingKind] = {
    "negation": "participation",
    "opposite": "other",
    "ordinal": "other",
    "name": "name",
    "word": "other",
}
SENTENCES: dict[Change, str] = {
    "negation": "The sentences are the same but for a negation.",
    "opposite": "The sentences are the same but for a word and its opposite.",
    "ordinal": "The sentences are the same but for the ordinal.",
    "name": "The sentences are the same but for the name.",
    "word": "The sentences are the same but for a word.",
}
COPIED = 0.7  # share of the shorter sentence's words that stay, from which it is the same sentence
LEAST_WORDS = 4  # content words that stay; fewer are a turn of phrase
LONGEST_CHANGE = 4  # words on either side of one change


@dataclass(frozen=True, slots=True)
class Rewording:
    """One change between two copies of a sentence: the changed words on both sides, and the share that stays."""

    change: Change
    left: tuple[Document, int, tuple[int, int]]
    right: tuple[Document, int, tuple[int, int]]
    stays: float


def rewording_findings(
    documents: Sequence[Document], alignments: Sequence[Alignment], aliases: Sequence[Sequence[str]] = ()
) -> Iterator[Finding]:
    """One finding for every sentence that a near-copy, or the same source elsewhere, tells with the sense turned.

    `aliases` are groups of names of one bearer: one for another turns nothing.
    """
    known = [frozenset(name.casefold() for name in group) for group in aliases]
    for finding in _all(documents, alignments):
        names = {reading.value.casefold() for reading in finding.readings}
        if finding.kind != "name" or not any(names <= group for group in known):
            yield finding


def _all(documents: Sequence[Document], alignments: Sequence[Alignment]) -> Iterator[Finding]:
    words = {document.id: read_words(document) for document in documents}
    for pair in alignments:
        if pair.relation == "same_text" and pair.left.first == pair.left.last and pair.right.first == pair.right.last:
            sides = words[pair.left.source], words[pair.right.source]
            yield from _findings(*sides, pair.left.first, pair.right.first, between=True)
    for document in documents:
        own = words[document.id]
        for i, j in repeats(own):
            yield from _findings(own, own, i, j, between=False)


def _findings(left: Words, right: Words, i: int, j: int, *, between: bool) -> Iterator[Finding]:
    a, b = left.sentence(i), right.sentence(j)
    edits = word_edits(a, b)
    stays = _stays(a, b, edits)
    if stays < COPIED:
        return
    for edit in edits:
        change = _change(a, b, edit)
        if change is None or (change == "word" and between):
            continue
        if between or one_statement(left, (i, j), edits, edit, change, stays):
            sides = (left.document, i, edit.left), (right.document, j, edit.right)
            yield _finding(Rewording(change, *sides, stays), between=between)
            return


def _stays(left: Sequence[Token], right: Sequence[Token], edits: Sequence[Edit]) -> float:
    """Share of the shorter sentence's content words that the other repeats; 0 when they are too few.

    A change counts once, however many words it is of.
    """
    shares = []
    for tokens, ranges in ((left, [e.left for e in edits]), (right, [e.right for e in edits])):
        content = [t for t in tokens if t.form not in FUNCTION_WORDS]
        kept = sum(not any(a <= t.start < b for a, b in ranges) for t in content)
        changed = sum(any(a <= t.start < b for t in content) for a, b in ranges)
        shares.append(kept / (kept + changed) if kept >= LEAST_WORDS else 0.0)
    return max(shares)


def _change(left: Sequence[Token], right: Sequence[Token], edit: Edit) -> Change | None:
    """The class of a change, None for one that leaves the sense."""
    a, b = ([t for t in side if r[0] <= t.start < r[1]] for side, r in ((left, edit.left), (right, edit.right)))
    if max(len(a), len(b)) > LONGEST_CHANGE or not _inside(left, right, edit):
        return None
    one, other = {t.form for t in a}, {t.form for t in b}
    if _negated(one - other, other - one):
        return "negation"
    if any(frozenset({x, y}) in opposites() for x in one - other for y in other - one):
        return "opposite"
    if len(one & ORDINALS) == 1 and len(other & ORDINALS) == 1 and one != other:
        return "ordinal"
    if not a or not b or any(t.blind == HIDDEN for t in (*a, *b)):
        return None
    return _name_or_word(a, b, edit)


def _inside(left: Sequence[Token], right: Sequence[Token], edit: Edit) -> bool:
    """The change stands before or after words that stay on both sides, not at the ragged end of a longer sentence."""
    heads = (left[0].start < edit.left[0] or edit.left[0] == edit.left[1], right[0].start < edit.right[0])
    tails = (edit.left[1] < left[-1].end, edit.right[1] < right[-1].end)
    return all(heads) or all(tails)


def _negated(one: set[str], other: set[str]) -> bool:
    """Exactly one side has a negation, and apart from auxiliaries nothing else."""
    plain = [side - NEGATIONS - AUXILIARIES for side in (one, other)]
    return bool(one & NEGATIONS) != bool(other & NEGATIONS) and all(len(p) <= 1 for p in plain)


def _name_or_word(left: Sequence[Token], right: Sequence[Token], edit: Edit) -> Change | None:
    if all(t.name for t in (*left, *right)):
        one, other = (" ".join(t.form for t in side) for side in (left, right))
        known = compare_names(one, other).relation != "different" or _shortens(one, other) or _shortens(other, one)
        return None if known else "name"
    content = [[t for t in side if tells(t)] for side in (left, right)]
    return "word" if edit.kind == "word" and all(content) else None


def _shortens(short: str, long: str) -> bool:
    """The letters of an abbreviation stand in order in the long word, the first letter first ("BBG" for Bamberg)."""
    letters = iter(long)
    return len(short) <= LONGEST_CHANGE + 1 and short[:1] == long[:1] and all(letter in letters for letter in short)


def _finding(found: Rewording, *, between: bool) -> Finding:
    readings = tuple(sorted((stretch(*found.left), stretch(*found.right)), key=lambda r: (r.source, r.start)))
    sentence = SENTENCES[found.change]
    values = [r.value for r in readings]
    return Finding(
        id=grading.finding_id(KINDS[found.change], readings),
        topic=readings[0].text[:60],
        question=f"Which is right: “{values[0]}” or “{values[1]}”?",
        kind=KINDS[found.change],
        relation="conflict",
        scope="between" if between else "within",
        confidence=round(SURENESS[found.change] * (0.5 + 0.5 * found.stays), 6),
        severity=2,
        explanation=sentence,
        readings=readings,
        reasons=(
            Reason(
                "near-copy", f"{found.stays:.0%} of the words of the shorter sentence stand in the other.", found.stays
            ),
            Reason(found.change, sentence, *values),
        ),
    )

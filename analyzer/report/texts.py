"""The full texts: paragraphs cut into runs, readings marked, parallel passages linked, quiet stretches folded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from analyzer.model import Block
from analyzer.report.labels import anchor
from analyzer.report.wording import counted

if TYPE_CHECKING:
    from analyzer.model import Analysis, Document
    from analyzer.report.labels import Label
    from analyzer.report.marking import Marker

FOLD_FROM = 2  # paragraphs in a row without any finding, from which on they are folded


@dataclass(frozen=True, slots=True)
class Mark:
    """A reading in the text; `lead` is true on its first run, which carries the ids."""

    finding: str
    id: str
    relation: str
    severity: int


@dataclass(frozen=True, slots=True)
class Link:
    """Where a parallel passage begins; `href` leads to its partner."""

    id: str
    href: str
    letter: str
    note: str
    score: float
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks; `ids` begin here, `links` stand before it."""

    text: str
    mark: Mark | None
    ids: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block; `kind` as in the model."""

    kind: str
    level: int
    runs: tuple[Run, ...]
    start: int
    end: int

    @property
    def marked(self) -> bool:
        """Whether a reading stands in it."""
        return any(run.mark for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive paragraphs; `summary` is set when they are folded."""

    paragraphs: tuple[Paragraph, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding's place on the overview strip, in thousandths of the text."""

    at: int
    relation: str
    severity: int
    finding: str
    question: str


@dataclass(frozen=True, slots=True)
class FullText:
    """One source from beginning to end; `homeless` are ids whose place lies outside every block."""

    label: Label
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    reused: tuple[tuple[int, int], ...]
    words: int
    homeless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its clean range."""

    start: int
    end: int
    mark: Mark
    question: str


def full_texts(analysis: Analysis, labels: dict[str, Label], marker: Marker) -> tuple[FullText, ...]:
    """All sources in order of id."""
    placed = _placed(analysis, marker)
    links = _links(analysis, labels)
    return tuple(
        _full_text(analysis, d, labels[d.id], placed.get(d.id, []), links.get(d.id, {})) for d in analysis.documents
    )


def _placed(analysis: Analysis, marker: Marker) -> dict[str, list[Placed]]:
    made: dict[str, list[Placed]] = {}
    for finding in analysis.findings:
        for number, reading in enumerate(finding.readings):
            start, end = marker.clean(reading)
            name = anchor("r", finding.id, str(number))
            mark = Mark(anchor("f", finding.id), name, finding.relation, finding.severity)
            made.setdefault(reading.source, []).append(Placed(start, end, mark, finding.question))
    return made


def _links(analysis: Analysis, labels: dict[str, Label]) -> dict[str, dict[int, list[Link]]]:
    made: dict[str, dict[int, list[Link]]] = {}
    for pair in analysis.alignments.pairs:
        ids = (anchor("p", pair.id, "1"), anchor("p", pair.id, "2"))
        note = f"{pair.relation.replace('_', ' ')}, score {pair.score:.2f}"
        for here, there, (own, other) in ((pair.left, pair.right, ids), (pair.right, pair.left, ids[::-1])):
            link = Link(own, "#" + other, labels[there.source].letter, note, pair.score)
            made.setdefault(here.source, {}).setdefault(here.start, []).append(link)
    return {name: {at: _best_first(found) for at, found in places.items()} for name, places in made.items()}


def _best_first(links: list[Link]) -> list[Link]:
    """The closest partner in each source, by letter; further ones keep their id but are not shown."""
    ordered = sorted(links, key=lambda link: (link.letter, -link.score, link.id))
    best = {link.letter: link.id for link in reversed(ordered)}
    return [replace(link, shown=best[link.letter] == link.id) for link in ordered]


def _full_text(
    analysis: Analysis, document: Document, label: Label, placed: list[Placed], links: dict[int, list[Link]]
) -> FullText:
    text = document.source.text
    blocks = _blocks(document)
    paragraphs = [_paragraph(text, block, placed, links) for block in blocks]
    scale = max(len(text), 1)
    ticks = tuple(
        Tick(1000 * p.start // scale, p.mark.relation, p.mark.severity, p.mark.finding, p.question)
        for p in sorted(placed, key=lambda p: (p.start, p.end))
    )
    reused = [(1000 * a // scale, 1000 * b // scale) for a, b in _reused(analysis, document.id)]
    homes = {name for p in paragraphs for run in p.runs for name in (*run.ids, *(link.id for link in run.links))}
    wanted = [p.mark.id for p in placed] + [link.id for found in links.values() for link in found]
    homeless = tuple(name for name in wanted if name not in homes)
    return FullText(label, tuple(_fold(paragraphs)), ticks, tuple(reused), len(text.split()), homeless)


def _blocks(document: Document) -> list[Block]:
    """The source's blocks without nested ones; the whole text where it has none."""
    kept: list[Block] = []
    for block in document.source.blocks:
        if block.start < block.end and (not kept or kept[-1].end <= block.start):
            kept.append(block)
    return kept or [Block("paragraph", 0, len(document.source.text))]


def _reused(analysis: Analysis, name: str) -> list[tuple[int, int]]:
    """Clean ranges shared with any other source, merged."""
    found = []
    for reuse in analysis.alignments.reuse:
        found += [run[:2] for run in reuse.runs if reuse.a == name]
        found += [run[2:] for run in reuse.runs if reuse.b == name]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _paragraph(text: str, block: Block, placed: list[Placed], links: dict[int, list[Link]]) -> Paragraph:
    inside = [p for p in placed if p.start < block.end and block.start < p.end]
    here = sorted(at for at in links if block.start <= at < block.end)
    edges = {block.start, block.end, *here}
    edges |= {edge for p in inside for edge in (p.start, p.end) if block.start < edge < block.end}
    cuts = sorted(edges)
    runs = tuple(_run(text, a, b, block, inside, links) for a, b in pairwise(cuts))
    return Paragraph(block.kind, block.level, runs, block.start, block.end)


def _run(text: str, a: int, b: int, block: Block, inside: list[Placed], links: dict[int, list[Link]]) -> Run:
    over = [p for p in inside if p.start <= a and b <= p.end]
    begins = tuple(p.mark.id for p in over if p.start == a and block.start <= p.start)
    return Run(text[a:b], over[0].mark if over else None, begins, tuple(links.get(a, ())))


def _fold(paragraphs: list[Paragraph]) -> list[Stretch]:
    stretches: list[Stretch] = []
    quiet: list[Paragraph] = []
    for paragraph in [*paragraphs, None]:
        if paragraph and paragraph.kind != "heading" and not paragraph.marked:
            quiet.append(paragraph)
            continue
        if quiet:
            stretches.append(_stretch(quiet))
            quiet = []
        if paragraph:
            stretches.append(Stretch((paragraph,), ""))
    return stretches


def _stretch(quiet: list[Paragraph]) -> Stretch:
    if len(quiet) < FOLD_FROM:
        return Stretch(tuple(quiet), "")
    words = sum(len(run.text.split()) for paragraph in quiet for run in paragraph.runs)
    return Stretch(tuple(quiet), f"{counted(len(quiet), 'paragraph')} without a finding, {counted(words, 'word')}")

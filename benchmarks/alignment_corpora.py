"""Public corpora for the alignment benchmark, each with the score its users take."""

from __future__ import annotations

import csv
import json
import math
import sys
from bisect import bisect_right
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.align import align
from analyzer.model import AlignmentSet, Block, Document, Passage, Section, Sentence, Source
from analyzer.offsets import OffsetMap
from analyzer.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.settings import AlignSettings

Verse = tuple[str, str]
Group = tuple[tuple[int, ...], tuple[int, ...]]
Links = set[tuple[int, int]]
Held = dict[int, tuple[float, float]]
Box = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Score:
    """Counts of right, given and wanted items."""

    right: int
    given: int
    wanted: int

    def measure(self, beta: float = 1.0) -> float:
        """F of precision and recall, 0-1."""
        if not self.right:
            return 0.0
        precision, recall = self.right / self.given, self.right / self.wanted
        return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.wanted)
        return f"P {precision:.3f} R {recall:.3f} F1 {self.measure():.3f} F0.5 {self.measure(0.5):.3f}"


# -- documents ----------------------------------------------------------------------------------------------------


def source_of(name: str, text: str) -> Source:
    """A source whose raw text is its clean text."""
    offsets = OffsetMap.build((i, i + 1) for i in range(len(text)))
    return Source(name, name, name, "text/plain", "utf-8", "", text, text, offsets)


def document_of(name: str, passages: Sequence[Sequence[str]]) -> Document:
    """A document whose sentences are given, passage by passage."""
    text = ""
    places: list[Sentence] = []
    blocks: list[Passage] = []
    for k, sentences in enumerate(passages):
        start = len(text)
        for words in sentences:
            places.append(Sentence(len(places), k, 0, len(text), len(text) + len(words)))
            text += words + " "
        blocks.append(Passage(k, 0, "paragraph", start, len(text)))
    whole = Section((), 0, 0, len(text))
    return Document(source_of(name, text), (whole,), tuple(blocks), tuple(places))


def worded(found: AlignmentSet) -> list[Group]:
    """The pairs found by their wording, as sentence numbers."""
    return [
        (tuple(range(p.left.first, p.left.last + 1)), tuple(range(p.right.first, p.right.last + 1)))
        for p in found.pairs
        if p.relation != "same_event"
    ]


# -- the Gospel of Mark -------------------------------------------------------------------------------------------


def read_mark(path: Path | None) -> list[Verse]:
    """Verses of Mark in the World English Bible and the King James Version; empty when they are nowhere to be had."""
    if path:
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        return [(row[0], row[1]) for row in rows if len(row) == 2]
    if not all(find_spec(f"pythonbible{name}") for name in ("", "_web", "_kjv")):
        return []
    bible = import_module("pythonbible")
    verses = bible.convert_references_to_verse_ids(bible.get_references("Mark 1-16"))
    versions = bible.Version.WORLD_ENGLISH, bible.Version.KING_JAMES
    web, kjv = ([bible.get_verse_text(v, version=version) for v in verses] for version in versions)
    return list(zip(web, kjv, strict=True))


def mark_documents(verses: Sequence[Verse], blocks: int) -> tuple[Document, Document, Links]:
    """Both texts re-split, the second in order (1 block) or with blocks shuffled, and the links between sentences.

    Sentences are linked that share a quarter of a verse.
    """
    cuts = [len(verses) * k // blocks for k in range(blocks + 1)]
    parts = shuffled([list(range(a, b)) for a, b in pairwise(cuts)])
    left, left_places = _resplit("web", [(k, web) for k, (web, _) in enumerate(verses)])
    right, right_places = _resplit("kjv", [(k, verses[k][1]) for part in parts for k in part])
    gold = {
        (i, j)
        for i, a in enumerate(left_places)
        for j, b in enumerate(right_places)
        if _overlap(a, b) >= 0.25 * min(_size(a), _size(b))
    }
    return left, right, gold


def links(left: Document, right: Document, settings: AlignSettings) -> Links:
    """The sentences that the analyzer brings together by their wording."""
    groups = worded(align([left, right], settings))
    if right.id < left.id:
        groups = [(columns, rows) for rows, columns in groups]
    return {(i, j) for rows, columns in groups for i in rows for j in columns}


def score_links(found: Links, gold: Links) -> Score:
    """Links found beside those wanted."""
    return Score(len(gold & found), len(found), len(gold))


def shuffled(items: Sequence[list[int]]) -> list[list[int]]:
    """The same items in an order that is always the same and has nothing to do with theirs."""
    return sorted(items, key=lambda item: blake2b(repr(item).encode()).digest())


def _resplit(name: str, verses: Sequence[tuple[int, str]]) -> tuple[Document, list[Held]]:
    """The running text split anew, and for each sentence the part (0-1 to 0-1) of every verse that it holds."""
    ends = list(accumulate(len(words) + 1 for _, words in verses))
    text = " ".join(words for _, words in verses)
    source = replace(source_of(name, text), blocks=(Block("paragraph", 0, len(text)),))
    document = segment(source)
    places = []
    for sentence in document.sentences:
        held = {}
        for k in range(bisect_right(ends, sentence.start), len(verses)):
            number, words = verses[k]
            begin = ends[k] - len(words) - 1
            if begin >= sentence.end:
                break
            size = len(words) + 1
            held[number] = (max(0, sentence.start - begin) / size, min(size, sentence.end - begin) / size)
        places.append(held)
    return document, places


def _overlap(a: Held, b: Held) -> float:
    """Verses common to two sentences; part of one counts as its share."""
    return sum(max(0.0, min(a[k][1], b[k][1]) - max(a[k][0], b[k][0])) for k in a.keys() & b.keys())


def _size(held: Held) -> float:
    return sum(end - start for start, end in held.values())


# -- DEplain-web --------------------------------------------------------------------------------------------------


def score_deplain(folder: Path, settings: AlignSettings) -> Score:
    """Groups of sentences found exactly, over all documents, as the corpus' own evaluation counts them."""
    documents = {}
    for row in _rows(folder, "B__Document-level_Corpus/DEplain-web-doc/manual/open/sentence-split/test.csv"):
        documents[row["pair_id"]] = [_clean(row[k].split("|||")) for k in ("original", "simplification")]
    gold = _deplain_gold(folder)
    right = given = 0
    for key, (original, simple) in sorted(documents.items()):
        found = worded(align([document_of("a", [original]), document_of("b", [simple])], settings))
        texts = {(" ".join(original[i] for i in x), " ".join(simple[j] for j in y)) for x, y in found}
        right, given = right + len(texts & gold[key]), given + len(texts)
    return Score(right, given, sum(map(len, gold.values())))


def score_deplain_peers(folder: Path) -> Iterator[tuple[str, Score]]:
    """The peers whose output comes with the corpus, counted in the same way."""
    wanted = [pair for pairs in _deplain_gold(folder).values() for pair in pairs]
    for path in sorted(folder.glob("C__Alignment_Algorithms/outputs/*/*complex*")):
        sides = path, path.with_name(path.name.replace("complex", "simple"))
        lines = [_clean(side.read_text(encoding="utf-8").split("\n")) for side in sides]
        found = {(a, b) for a, b in zip(*lines, strict=True) if a and b}
        yield f"{path.parent.name} {path.stem}", Score(sum(pair in found for pair in wanted), len(found), len(wanted))


def _deplain_gold(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """By document the texts of the groups of sentences that belong together."""
    gold: dict[str, set[tuple[str, str]]] = {}
    for row in _rows(folder, "C__Alignment_Algorithms/DEplain_web_alignments_test.csv"):
        pair = _clean([row["original"], row["simplification"]])
        gold.setdefault(row["pair_id"], set()).add((pair[0], pair[1]))
    return gold


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    path = folder / name if (folder / name).exists() else folder / Path(name).name
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _clean(texts: Sequence[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


# -- PAN ----------------------------------------------------------------------------------------------------------


def score_pan(folder: Path, settings: AlignSettings, *, copies_as_one: bool = False) -> dict[str, float]:
    """Plagdet (Potthast et al. 2010), macro-averaged over the cases and detections of all pairs of documents.

    The raw sample writes some paragraphs of a source twice, and names one of them as the source of a case. With
    `copies_as_one` the other one is as good.
    """
    cases: list[float] = []
    detections: list[float] = []
    counts: list[int] = []
    for path in sorted(folder.glob("*.json")):
        every, found = _pan_pair(json.loads(path.read_text(encoding="utf-8")), settings)
        gold = every if copies_as_one else [case[:1] for case in every]
        cases += [max(_covered(box, found) for box in case) for case in gold]
        detections += [_covered(f, [box for case in gold for box in case]) for f in found]
        counts += [n for n in (sum(any(_touch(box, f) for box in case) for f in found) for case in gold) if n]
    recall, precision = _mean(cases), _mean(detections)
    granularity = _mean([float(n) for n in counts]) or 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "recall": recall,
        "precision": precision,
        "granularity": granularity,
        "plagdet": f1 / math.log2(1 + granularity),
    }


def _pan_pair(record: dict[str, Any], settings: AlignSettings) -> tuple[list[list[Box]], list[Box]]:
    """Gold cases and merged detections of one pair, each a clean range of the source and one of the candidate.

    A case is the annotated range, then those of equal paragraphs of the source.
    """
    source, originals = _pan_document("source", record["source"])
    candidate, copies = _pan_document("candidate", record["candidate"])
    places = {paragraph["id"]: place for paragraph, place in originals}
    equal: dict[str, list[tuple[int, int]]] = {}
    for _, (start, end) in originals:
        equal.setdefault(source.source.text[start:end], []).append((start, end))
    told = [(paragraph.get("plagiarism", {}).get("source_paragraph_id"), place) for paragraph, place in copies]
    gold = []
    for at, place in ((places[key], place) for key, place in told if key in places):
        others = [other for other in equal[source.source.text[slice(*at)]] if other != at]
        gold.append([(other, place) for other in (at, *others)])
    found = align([source, candidate], settings)
    boxes = [
        ((p.right.start, p.right.end), (p.left.start, p.left.end)) for p in found.pairs if p.relation != "same_event"
    ]
    return gold, _merged(sorted(boxes))


def _pan_document(name: str, record: dict[str, Any]) -> tuple[Document, list[tuple[dict[str, Any], tuple[int, int]]]]:
    """A document of all paragraphs, and each with its range; what stands twice in the raw sample stays twice."""
    text = ""
    blocks: list[Block] = []
    placed = []
    for paragraph in _paragraphs(record):
        words = " ".join(paragraph["content"].split())
        if words:
            placed.append((paragraph, (len(text), len(text) + len(words))))
            blocks.append(Block("paragraph", *placed[-1][1]))
            text += words + "\n\n"
    return segment(replace(source_of(name, text), blocks=tuple(blocks))), placed


def _paragraphs(record: dict[str, Any]) -> list[dict[str, Any]]:
    sections = [{"paragraphs": record["abstract"]}, *record["sections"]]
    return [p for section in sections for p in section["paragraphs"]]


def _merged(boxes: list[Box], gap: int = 400) -> list[Box]:
    """Passages nearer than `gap` code points on both sides become one, as detections are counted by passage."""
    merged: list[Box] = []
    for box in boxes:
        for k, known in enumerate(merged):
            if all(a[0] - b[1] < gap and b[0] - a[1] < gap for a, b in zip(box, known, strict=True)):
                joined = tuple((min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(box, known, strict=True))
                merged[k] = joined[0], joined[1]
                break
        else:
            merged.append(box)
    return merged


def _touch(a: Box, b: Box) -> bool:
    return all(x[0] < y[1] and y[0] < x[1] for x, y in zip(a, b, strict=True))


def _covered(box: Box, others: Sequence[Box]) -> float:
    """Share of the characters of both sides of a box that lie in others which touch it on both sides."""
    near = [other for other in others if _touch(box, other)]
    total = sum(end - start for start, end in box)
    inside = 0
    for side, (start, end) in enumerate(box):
        spans = sorted((max(start, n[side][0]), min(end, n[side][1])) for n in near)
        at = start
        for a, b in spans:
            inside += max(0, b - max(a, at))
            at = max(at, b)
    return inside / total if total else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0

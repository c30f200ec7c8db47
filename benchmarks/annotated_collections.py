"""The annotated collections that weights are fitted on, read as the analyzer reads them."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.calendar_evidence import CalendarEvidence
    from analyzer.compare.candidates import AlignedSentences
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import Gate
    from analyzer.model import Document, Extraction

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE / "collections", HERE / "written" / "fitted")
SOURCES, GOLD = HERE.parent / "sources", HERE.parent / "tests" / "gold" / "trotsky-dev.jsonl"
NO_TEXTS = frozenset({"gold.jsonl", "README.md", "sources.toml"})


def collections() -> list[tuple[Path, Path]]:
    """The folders of the annotated collections the model is fitted on, each with its gold, in order of their names."""
    own = sorted((gold.parent, gold) for folder in FOLDERS for gold in folder.glob("*/gold.jsonl"))
    return [*own, (SOURCES, GOLD)]


@dataclass(frozen=True)
class Collection:
    """The claims of all texts of a collection, and the gate that weighs them."""

    documents: Sequence[Document]
    extractions: Sequence[Extraction]
    found: Sequence[Context]
    gate: Gate
    aligned: AlignedSentences
    calendars: CalendarEvidence

    @classmethod
    def read(cls, collection: Path) -> Self:
        """Read the bare texts of a folder, without a manifest."""
        from analyzer.align import align
        from analyzer.compare import gate_of
        from analyzer.compare.calendar_evidence import calendar_evidence
        from analyzer.compare.candidates import AlignedSentences
        from analyzer.compare.context.contexts import contexts
        from analyzer.compare.context.rarity import rarity
        from analyzer.extract import extract
        from analyzer.extract.shared_years import with_shared_years
        from analyzer.load import load
        from analyzer.segment import segment
        from analyzer.settings import CompareSettings

        with tempfile.TemporaryDirectory() as folder:
            for text in collection.iterdir():
                if text.name not in NO_TEXTS:
                    shutil.copyfile(text, Path(folder) / text.name)
            documents = [segment(source) for source in load(Path(folder)).sources]
        extractions = with_shared_years([extract(document) for document in documents])
        rare = rarity(extractions)
        found = contexts(extractions, rare)
        gate = gate_of(extractions, found, rare, CompareSettings())
        aligned = AlignedSentences(align(documents), documents)
        return cls(documents, extractions, found, gate, aligned, calendar_evidence(extractions))

    def of_one_fact(self, gold: Path) -> frozenset[tuple[int, int]]:
        """Index pairs of the claims under two readings of one annotated fact that are not of two aspects."""
        number = {document.source.path: i for i, document in enumerate(self.documents)}
        spans = [self.documents[c.document].source.offsets.raw(c.claim.start, c.claim.end) for c in self.found]
        pairs = set()
        for line in gold.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            if item["relation"] in {"different_aspect", "complementary"}:
                continue
            readings = [
                [
                    c.index
                    for c, (start, end) in zip(self.found, spans, strict=True)
                    if c.document == number[r["source"]]
                    and c.claim.kind == item["kind"]
                    and start < r["end"]
                    and r["start"] < end
                ]
                for r in item["readings"]
            ]
            for n, one in enumerate(readings):
                pairs |= {(min(a, b), max(a, b)) for other in readings[n + 1 :] for a in one for b in other if a != b}
        return frozenset(pairs)

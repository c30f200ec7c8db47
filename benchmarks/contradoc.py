"""Self-contradictions planted in single documents: ContraDoc (Li, Raheja and Kumar, NAACL 2024; Apache-2.0).

    python benchmarks/contradoc.py DOCUMENTS.jsonl [--types Numeric,Factual] [--list]

A planted contradiction counts as found when a called conflict (confidence >= 0.5) has a reading in its evidence
sentence. Documents without a planted one are clean: every conflict called there counts against the analyzer, although
some of those are real contradictions that nobody labelled.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))


@dataclass(frozen=True)
class Outcome:
    """One document: its planted sentences' ranges, and the called conflicts with the ranges of their readings."""

    name: str
    types: tuple[str, ...]
    planted: bool
    evidence: tuple[int, int] | None
    called: tuple[tuple[str, tuple[tuple[int, int, str], ...]], ...]

    @property
    def found(self) -> bool:
        """A called conflict touches the planted sentence."""
        if self.evidence is None:
            return False
        start, end = self.evidence
        return any(a < end and start < b for _, readings in self.called for a, b, _ in readings)


def text_of(document: dict[str, Any]) -> tuple[str, dict[int, tuple[int, int]]]:
    """The sentences joined to one paragraph, and the range of each by its number."""
    ranges: dict[int, tuple[int, int]] = {}
    text = ""
    for number, sentence in document["sentences"]:
        text += " " if text else ""
        ranges[number] = (len(text), len(text) + len(sentence))
        text += sentence
    return text, ranges


def examine(document: dict[str, Any], folder: Path) -> Outcome:
    """Analyse one document alone."""
    from analyzer.pipeline import analyze

    text, ranges = text_of(document)
    path = folder / "document.txt"
    path.write_text(text, encoding="utf-8", newline="")
    findings = [f for f in analyze(path).findings if f.relation == "conflict" and f.confidence >= 0.5]
    called = tuple((f.question, tuple((r.start, r.end, r.text) for r in f.readings)) for f in findings)
    planted = document["contradiction"] == "YES"
    evidence = ranges.get(document["evidence_id"]) if planted else None
    return Outcome(
        document["doc_id"],
        tuple(document["types"] or ()),
        planted,
        evidence,
        called,
    )


def main(argv: list[str] | None = None) -> int:
    """Print recall on the planted contradictions of the types asked for, and conflicts per clean document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--types", default="Numeric,Factual")
    parser.add_argument(
        "--list", action="store_true", help="print what was missed, and what clean documents were charged with"
    )
    args = parser.parse_args(argv)
    wanted = set(args.types.split(","))
    rows = [json.loads(line) for line in args.documents.read_text("utf-8").splitlines() if line.strip()]
    chosen = [r for r in rows if r["contradiction"] != "YES" or wanted & set(r["types"] or ())]
    with tempfile.TemporaryDirectory() as work:
        outcomes = [examine(row, Path(work)) for row in chosen]
    planted = [o for o in outcomes if o.evidence]
    clean = [o for o in outcomes if not o.planted]
    found = sum(o.found for o in planted)
    print(f"planted {len(planted)}, found {found}, recall {found / max(1, len(planted)):.3f}")
    calls = sum(len(o.called) for o in clean)
    print(f"clean documents {len(clean)}, conflicts called {calls}, {calls / max(1, len(clean)):.2f} each")
    if args.list:
        _list(planted, clean, {r["doc_id"]: r for r in chosen})
    return 0


def _list(planted: list[Outcome], clean: list[Outcome], rows: dict[str, dict[str, Any]]) -> None:
    for o in planted:
        if not o.found and o.evidence:
            text, ranges = text_of(rows[o.name])
            refs = [text[slice(*ranges[n])] for n in rows[o.name]["ref_ids"] or () if n in ranges]
            print(f"MISSED {o.types}\n   {text[slice(*o.evidence)]}", *(f"   v {ref}" for ref in refs), sep="\n")
    for o in clean:
        for question, readings in o.called:
            print(f"CALLED {question}", *(f"   {text}" for _, _, text in readings), sep="\n")


if __name__ == "__main__":
    sys.exit(main())

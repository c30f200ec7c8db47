"""Disagreements that readers marked in real texts: the project's own three collections, analysed bare and scored.

    python benchmarks/real_texts.py [--written] [--only cook] [--list] [--keep FOLDER]

Each folder of `benchmarks/collections` holds public-domain texts on one subject and `gold.jsonl`, annotated by reading
before any analysis. Only the texts are copied to a temporary folder and analysed, without a manifest;
`tests/gold/score.py` scores the findings and defines the figures. With --written the collections of
`benchmarks/written` are scored, whose authors planted the conflicts. Exit code 0 whatever the figures are.
Not named after the folder: a script beside a `collections.py` would import that one for the standard library's.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
COLLECTIONS = ROOT / "benchmarks" / "collections"
WRITTEN = ROOT / "benchmarks" / "written"
KINDS = ("date", "time", "number", "duration")
COLUMNS = (
    "collection", "texts", "found", *KINDS, "all", "judged", "strict", "unjudged", "alarms", "agreement", "anchored",
)  # fmt: skip

sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Scored:
    """One collection: how many texts, the scorer's figures, and its lists of what was missed, wrong and unjudged."""

    name: str
    texts: int
    figures: dict[str, Any]
    listing: dict[str, list[Any]]


def scorer() -> ModuleType:
    """The gold's own scorer, loaded from its file: it is no part of a package."""
    spec = importlib.util.spec_from_file_location("gold_score", ROOT / "tests" / "gold" / "score.py")
    if spec is None or spec.loader is None:
        message = "tests/gold/score.py is missing: the collections can't be scored"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bare(collection: Path, folder: Path) -> Path:
    """Copy the texts of `collection` alone to the new `folder`, so that neither gold nor manifest is seen."""
    folder.mkdir(parents=True)
    for text in sorted(collection.glob("*.txt")):
        shutil.copyfile(text, folder / text.name)
    return folder


def measure(collection: Path, folder: Path) -> Scored:
    """Analyse the bare texts of `collection` in `folder`, which must be empty, and score what was found."""
    from analyzer import analyze

    sources, output = bare(collection, folder / "texts"), folder / "report"
    analyze(sources).save(output, formats=("json",))
    figures, listing = scorer().score(output / "findings.json", _sure(collection, folder), sources)
    return Scored(collection.name, len(list(sources.iterdir())), figures, listing)


def _sure(collection: Path, folder: Path) -> Path:
    """The gold as the scorer wants it: whoever wrote a conflict into two texts needs no second annotator."""
    gold = (collection / "gold.jsonl").read_text(encoding="utf-8")
    if collection.is_relative_to(WRITTEN):
        gold = gold.replace('"annotators": 1', '"annotators": 2')
    copy = folder / "gold.jsonl"
    copy.write_text(gold, encoding="utf-8")
    return copy


def of_kind(figures: dict[str, Any], kind: str) -> tuple[int, int]:
    """Conflicts of one kind that were found, and all of them, between and within sources."""
    cells = [cell for key, cell in figures["conflict_recall_by"].items() if key.endswith(f"/{kind}")]
    hits, totals = ([int(cell.split("/")[side]) for cell in cells] for side in (0, 1))
    return sum(hits), sum(totals)


def row(scored: Scored) -> tuple[str, ...]:
    """The cells of one line of the table, in the order of `COLUMNS`."""
    figures = scored.figures
    by_kind = [of_kind(figures, kind) for kind in KINDS]
    counts = figures["counts"]
    return (
        scored.name,
        str(scored.texts),
        str(figures["called_conflict"]),
        *(f"{hit}/{total}" for hit, total in by_kind),
        f"{counts['conflicts_met']}/{counts['conflicts']}",
        shown(figures["precision_judged"]),
        shown(figures["precision_strict"]),
        str(figures["unjudged_conflicts"]),
        figures["false_alarms"],
        shown(figures["agreement_recall"]),
        shown(figures["anchored"]),
    )


def shown(figure: float | None) -> str:
    """A share with two decimals, or a dash where there is nothing to share."""
    return "-" if figure is None else f"{figure:.2f}"


def table(rows: list[tuple[str, ...]]) -> str:
    """The rows under their heading, in columns as wide as they need to be."""
    lines = [COLUMNS, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def details(scored: Scored) -> str:
    """What was missed, and every called conflict that meets no conflict of the gold."""
    lines = [f"\n{scored.name}"]
    lines += [f"  missed    {topic}" for topic in scored.listing["missed"]]
    lines += [f"  wrong     {topic}: {met}" for topic, met in scored.listing["wrong"]]
    for topic, readings in scored.listing["unjudged"]:
        lines.append(f"  unjudged  {topic}")
        lines += [f"              {source}: {quote!r} = {value}" for source, quote, value in readings]
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> int:
    """Print one line per collection: conflicts found by kind, precision, false alarms and agreements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--written", action="store_true", help="the collections written to measure with")
    parser.add_argument("--only", help="the collection of this name alone")
    parser.add_argument("--list", action="store_true", help="print what was missed, wrong and unjudged")
    parser.add_argument("--keep", type=Path, help="leave texts and findings.json in this new folder")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as temporary:
        base = arguments.keep or Path(temporary)
        found = sorted(WRITTEN.glob("*/*/gold.jsonl") if arguments.written else COLLECTIONS.glob("*/gold.jsonl"))
        chosen = [gold.parent for gold in found if arguments.only in {None, gold.parent.name}]
        if not chosen:
            parser.error(f"no collection is called {arguments.only}")
        scored = [measure(collection, base / collection.name) for collection in chosen]
    print(table([row(one) for one in scored]))
    if arguments.list:
        print("\n".join(details(one) for one in scored))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure the analysis on the gold and hold it to the floors in floors.json.

    python tests/eval_gate/gate.py            measure and print
    python tests/eval_gate/gate.py --update   raise the floors to what is measured; refuses to lower any
    python tests/eval_gate/gate.py --update --allow-lower   lower them too: say why in the commit message

Figures are taken on a bare copy of the four source files: no manifest, no adjudications.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
SOURCES = HERE.parents[1] / "sources"
FLOORS = HERE / "floors.json"
FILES = ("encyclopedia-mirror.html", "historical-dictionary.txt", "student-essay.txt", "wiki-edit-view.txt")
LOWER_IS_BETTER = frozenset({"alarm_share", "brier", "side_length_p95"})

Figures = dict[str, float]


def measure(work: Path) -> Figures:
    """Analyse the bare files inside `work` and score the result; each figure is better when higher, but for a few."""
    from analyzer.pipeline import analyze
    from analyzer.report.data import claims_csv, findings_json

    bare = work / "bare"
    bare.mkdir()
    for name in FILES:
        shutil.copy(SOURCES / name, bare / name)
    analysis = analyze(bare)
    findings, claims = work / "findings.json", work / "claims.csv"
    findings.write_text(findings_json(analysis), encoding="utf-8")
    claims.write_text(claims_csv(analysis), encoding="utf-8", newline="")
    return {**_findings(findings, bare), **_passages(findings, bare), **_dates(claims)}


def _findings(findings: Path, bare: Path) -> Figures:
    out, _ = scorer("score").score(findings, GOLD / "trotsky-dev.jsonl", bare)
    counts = out["counts"]
    recall = {f"recall_{scope}": _share(out["conflict_recall_by"][scope]) for scope in ("between", "within")}
    keys = (
        "anchored",
        "precision_judged",
        "precision_strict",
        "reconciled_recall",
        "agreement_recall",
        "relation_precision",
        "value_accuracy",
        "brier",
    )
    figures = {key: float(out[key] or 0.0) for key in keys}
    return {**figures, **recall, "alarm_share": round(counts["alarms"] / counts["calm"], 4)}


def _passages(findings: Path, bare: Path) -> Figures:
    base, passages = scorer("score"), scorer("score_passages")
    result, gold, _, _ = base.load(findings, GOLD / "passages-dev.jsonl", bare)
    pairs = [p for p in result["passages"] if p["score"] >= 0.5]
    figures: Figures = {}
    for strength in ("same_text", "paraphrase", "same_event"):
        wanted = [g for g in gold if g["strength"] == strength]
        figures[strength] = round(sum(any(passages.meets(p, g) for p in pairs) for g in wanted) / len(wanted), 4)
    full = {frozenset(s["source"] for s in g["sides"]) for g in gold if g["exhaustive"]}
    judged = [p for p in pairs if frozenset(s["source"] for s in p["sides"]) in full]
    right = sum(any(passages.meets(p, g) for g in gold) for p in judged)
    lengths = sorted(s["end"] - s["start"] for p in pairs for s in p["sides"])
    figures["passage_precision"] = round(right / len(judged), 4) if judged else 0.0
    figures["side_length_p95"] = float(lengths[int(len(lengths) * 0.95)]) if lengths else 0.0
    return figures


def _dates(claims: Path) -> Figures:
    """Run the date scorer as its authors do: it prints one JSON line of counts."""
    import subprocess

    command = [sys.executable, str(GOLD / "score_dates.py"), str(claims), str(GOLD / "dates-dev.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counts = json.loads(done.stdout.splitlines()[-1])
    return {
        "dates_right": counts["right"] / counts["core"],
        "date_guards_kept": 1 - counts["guards_broken"] / counts["guards"],
    }


def _share(fraction: str) -> float:
    part, whole = fraction.split("/")
    return round(int(part) / int(whole), 4)


def scorer(name: str) -> ModuleType:
    """A scorer of the gold folder as a module."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def digests() -> dict[str, str]:
    """SHA-256 of every file the figures depend on, so that floors can't be met by changing the ruler."""
    paths = [SOURCES / name for name in FILES] + sorted(p for p in GOLD.iterdir() if p.suffix in {".py", ".jsonl"})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def below(figures: Figures, floors: Figures) -> list[str]:
    """Sentences on every figure that is worse than its floor."""
    return [
        f"{name}: {figures[name]} is worse than the floor {floor}"
        for name, floor in sorted(floors.items())
        if (figures[name] > floor if name in LOWER_IS_BETTER else figures[name] < floor)
    ]


def main(argv: list[str] | None = None) -> int:
    """Measure, print, and on demand write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as work:
        figures = measure(Path(work))
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    old = json.loads(FLOORS.read_text("utf-8"))["floors"] if FLOORS.exists() else {}
    worse = below(figures, old)
    sys.stdout.writelines(f"{line}\n" for line in worse)
    if args.update and (args.allow_lower or not worse):
        FLOORS.write_text(json.dumps({"files": digests(), "floors": figures}, indent=1) + "\n", encoding="utf-8")
        return 0
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())

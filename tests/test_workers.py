"""Reading documents in worker processes: the same result, errors and interrupts as without them."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer import analyze
from analyzer.cache import Cache
from analyzer.errors import UsageError
from analyzer.extract.language import MODEL, LanguageModelError
from analyzer.load import load
from analyzer.report.data import claims_csv, findings_json
from analyzer.segment import segment
from analyzer.workers import extract_all, workers_for

if TYPE_CHECKING:
    from analyzer.model import Document

ROOT = Path(__file__).parents[1]
FERRY = ROOT / "tests/collections/ferry"


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return tuple(segment(source) for source in load(FERRY).sources)


def test_two_workers_give_the_bytes_of_one() -> None:
    """Findings and claims, read anew by both."""
    one, two = (analyze(FERRY, cache=False, jobs=jobs) for jobs in (1, 2))

    assert findings_json(one) == findings_json(two)
    assert claims_csv(one) == claims_csv(two)


def test_the_order_is_that_of_the_documents(documents: tuple[Document, ...], tmp_path: Path) -> None:
    """Whatever was known before, and whichever is ready first."""
    cache = Cache(tmp_path)
    extract_all(documents[1:2], cache)
    found = extract_all(documents[::-1], cache, jobs=2)

    assert [d.id for d in documents[::-1]] == [e.document.id for e in found]
    assert all(a is e.document for a, e in zip(documents[::-1], found, strict=True))


def test_progress_reaches_one(documents: tuple[Document, ...], tmp_path: Path) -> None:
    """Documents out of the cache count as done."""
    cache = Cache(tmp_path)
    extract_all(documents[:1], cache)
    shares: list[float] = []
    extract_all(documents, cache, 1, shares.append)

    assert [2 / 3, 1.0] == shares


def test_an_error_in_a_worker_is_the_same_error(
    documents: tuple[Document, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package in the model's place is refused there as here: class, message and hint; no worker is left."""
    (tmp_path / MODEL).mkdir()
    (tmp_path / MODEL / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    before = set(multiprocessing.active_children())

    with pytest.raises(LanguageModelError, match="are not the pinned ones") as caught:
        extract_all(documents, jobs=2)
    assert caught.value.hint.startswith("Install the package")
    assert set() == set(multiprocessing.active_children()) - before


def test_a_script_without_guard_is_served_without_workers(tmp_path: Path) -> None:
    """Each worker imports the calling script, which would start workers in turn; that ends in one line, not in none."""
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            f"""
            from analyzer import analyze
            print(len(analyze({str(FERRY)!r}, jobs=2, cache=False).documents))
            """
        )
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert (0, "3\n") == (done.returncode, done.stdout)
    assert "going on without them" in done.stderr


INTERRUPTED = """
import multiprocessing, os, signal, sys
from analyzer import load, segment
from analyzer.workers import extract_all

def interrupt(share):
    os.killpg(0, signal.SIGINT)

if __name__ == "__main__":
    try:
        extract_all(segment(load(sys.argv[1])), jobs=2, progress=interrupt)
    except KeyboardInterrupt:
        print("stopped", len(multiprocessing.active_children()))
"""


def test_an_interrupt_is_clean(tmp_path: Path) -> None:
    """Ctrl-C reaches parent and workers alike, after the first document: no traceback, no process left."""
    (tmp_path / "script.py").write_text(INTERRUPTED)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py"), str(FERRY)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )

    assert ("stopped 0\n", "") == (done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("words", "number", "jobs", "expected"),
    [(39_999, 9, 0, 1), (40_000, 9, 0, 3), (900_000, 2, 0, 2), (10, 9, 5, 5), (10, 0, 3, 1), (900_000, 9, 1, 1)],
)
def test_small_work_is_not_shared_out(
    words: int, number: int, jobs: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below 40,000 words the start of a worker costs more than it saves; an explicit number is obeyed."""
    monkeypatch.setattr("os.cpu_count", lambda: 3)

    assert expected == workers_for(words, number, jobs)


def test_a_negative_number_of_jobs_is_refused() -> None:
    """Before anything is read."""
    with pytest.raises(UsageError, match="-1 is no number of jobs"):
        extract_all((), jobs=-1)

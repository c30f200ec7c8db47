"""Small collections run through the real stages, for all tests of the comparing stage."""

from __future__ import annotations

from itertools import combinations, count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer.pipeline import analyze
from tests.compare.told import Told, match

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.gate.same_event import EventMatch
    from tests.compare.told import Tell


@pytest.fixture(scope="session")
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """Analyses texts as files of one folder, called a.txt, b.txt, ... unless `names` says otherwise."""
    folders = (tmp_path_factory.mktemp("told") for _ in count())

    def run(*texts: str, names: str | tuple[str, ...] = "abcdef") -> Told:
        folder = next(folders)
        for name, text in zip(names, texts, strict=False):
            path = folder / name
            (path if path.suffix else path.with_suffix(".txt")).write_text(text, encoding="utf-8")
        return Told(analyze(folder))

    return run


@pytest.fixture(scope="session")
def ferry() -> Told:
    """Three accounts of one shipwreck."""
    return Told(analyze(Path("tests/collections/ferry")))


@pytest.fixture(scope="module")
def unweighed(days: list[Context]) -> list[EventMatch]:
    """Every pair of the module's days, those of one source too."""
    return [match(left, right) for left, right in combinations(days, 2)]

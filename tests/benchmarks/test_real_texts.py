"""What the benchmark of real texts reads: bare texts, and gold that is anchored in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.real_texts import WRITTEN, bare

if TYPE_CHECKING:
    from pathlib import Path


def test_texts_alone_are_copied(tmp_path: Path) -> None:
    """Neither gold nor manifest nor notes can be seen by the analysis, and every byte of the texts is."""
    collection = tmp_path / "mill"
    (collection / "notes").mkdir(parents=True)
    for name in ("gold.jsonl", "sources.toml", "README.md", "notes/c.txt"):
        (collection / name).write_text("no text")
    texts = {"a.txt": b"The mill\r\nburned.", "b.txt": "Café".encode("latin-1")}
    for name, content in texts.items():
        (collection / name).write_bytes(content)
    copied = bare(collection, tmp_path / "run" / "texts")

    assert texts == {path.name: path.read_bytes() for path in copied.iterdir()}


def test_texts_never_join_those_of_another_run(tmp_path: Path) -> None:
    """A folder that is there already is refused."""
    with pytest.raises(FileExistsError):
        bare(tmp_path, tmp_path)


def test_every_written_reading_stands_where_its_gold_says() -> None:
    """Offsets count code points of the file as it is, line ends included."""
    golds = sorted(WRITTEN.glob("*/*/gold.jsonl"))
    astray = []
    for gold in golds:
        texts = {path.name: path.read_bytes().decode("utf-8") for path in gold.parent.glob("*.txt")}
        for item in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
            quotes = [(r["quote"], texts[r["source"]][r["start"] : r["end"]]) for r in item["readings"]]
            astray += [(item["id"], quote, text) for quote, text in quotes if quote != text]

    assert golds
    assert [] == astray

"""The parts of the README that are made from the project itself.

python -m tests.readme     write them anew
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.cli import build_parser, main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
FLOORS = ROOT / "tests/eval_gate/floors.json"
CONSOLE = re.compile(r"```console\n(\$ analyzer ([^\n]*)\n).*?```", re.DOTALL)
FIGURES = {
    "recall_between": "annotated conflicts between sources that are found",
    "recall_within": "annotated conflicts of one source with itself that are found",
    "precision_judged": "conflicts called that meet an annotated fact and are conflicts there",
    "precision_strict": "the same of all conflicts called; half of the facts are annotated, so about 0.5 is perfect",
    "alarm_share": "annotated harmless differences called a conflict",
    "reconciled_recall": "annotated harmless differences found and rightly explained",
    "agreement_recall": "annotated agreements found",
    "value_accuracy": "plain dates read with the annotated value",
    "brier": "mean squared error of the confidence of conflicts (0 is best)",
    "same_text": "passages of the same text found",
    "paraphrase": "paraphrased passages found",
    "same_event": "passages on one event found",
    "passage_precision": "aligned passages that are right",
    "dates_right": "annotated dates read, with calendar and granularity",
    "anchored": "quotes that are the raw text at their place",
}


def commands() -> str:
    """One row per command with its help line."""
    choices = next(a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction))
    rows = [f"| `analyzer {a.dest}` | {a.help} |" for a in choices._choices_actions]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def figures(floors: dict[str, float]) -> str:
    """One row per figure; the eval gate keeps each from falling."""
    rows = [f"| {words} | {floors[name]:.2f} |" for name, words in FIGURES.items()]
    return "\n".join(["| figure | value |", "|---|---|", *rows])


def said(command: str) -> str:
    """What a command prints on stdout, run from the project's root."""
    here = Path.cwd()
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        os.chdir(ROOT)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            main(shlex.split(command))
    finally:
        os.chdir(here)
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


def fresh(text: str) -> str:
    """The README with its made parts made anew."""
    text = _between(text, "commands", commands)
    if FLOORS.exists():
        text = _between(text, "figures", lambda: figures(json.loads(FLOORS.read_text("utf-8"))["floors"]))
    return CONSOLE.sub(lambda m: f"```console\n{m.group(1)}{said(m.group(2)).rstrip()}\n```", text)


def _between(text: str, name: str, made: Callable[[], str]) -> str:
    before, rest = text.split(f"<!-- {name} -->\n", 1)
    _, after = rest.split(f"<!-- end of {name} -->", 1)
    return f"{before}<!-- {name} -->\n{made()}\n<!-- end of {name} -->{after}"


if __name__ == "__main__":
    README.write_text(fresh(README.read_text("utf-8")), encoding="utf-8")

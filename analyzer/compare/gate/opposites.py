"""Words of which one denies the other: negations, ordinals, and pairs of opposites."""

from __future__ import annotations

from functools import cache
from importlib import resources

NEGATIONS = frozenset(
    "not no never nor neither without cannot didn wasn weren isn aren couldn wouldn hasn hadn don".split()
)
AUXILIARIES = frozenset("do does did t s to be been was were is are has have had can could will would".split())
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth last".split()
)


@cache
def opposites() -> frozenset[frozenset[str]]:
    """All pairs of opposites.

    >>> frozenset({"won", "lost"}) in opposites()
    True
    """
    text = resources.files(__package__).joinpath("opposites.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(frozenset(line.split()) for line in lines)

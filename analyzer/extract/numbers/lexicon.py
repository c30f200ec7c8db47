"""The words numbers are made of, and the words that tell what a number is."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Final


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def words(listed: str) -> frozenset[str]:
    """The words of a list written as one text.

    >>> sorted(words("one two"))
    ['one', 'two']
    """
    return frozenset(_listed(listed))


_ONES: Final = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINAL_ONES: Final = _listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS: Final = _listed("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")

SMALL: Final = MappingProxyType({word: n for n, word in enumerate(_ONES)})
TENS: Final = MappingProxyType({word: 10 * n for n, word in enumerate(_TENS, 2)} | {"fourty": 40})
SCALES: Final = MappingProxyType(
    {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "milliard": 10**9}
)
GROUPS: Final = MappingProxyType({"dozen": 12, "score": 20, "gross": 144})
ORDINAL_SMALL: Final = MappingProxyType({word: n for n, word in enumerate(_ORDINAL_ONES)})
ORDINAL_TENS: Final = MappingProxyType({word: 10 * n for n, word in enumerate(_ORDINAL_TENS, 2)})
ORDINAL_SCALES: Final = MappingProxyType({"hundredth": 100, "thousandth": 1_000, "millionth": 10**6})
DENOMINATORS: Final = MappingProxyType(
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: n for n, word in enumerate(_ORDINAL_ONES) if n > 2}
    | {f"{word}s": n for n, word in enumerate(_ORDINAL_ONES) if n > 2}
    | {"twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100}
)
VULGAR: Final = MappingProxyType(
    {
        "½": Decimal("0.5"),
        "¼": Decimal("0.25"),
        "¾": Decimal("0.75"),
        "⅓": Decimal(1) / 3,
        "⅔": Decimal(2) / 3,
        "⅕": Decimal("0.2"),
        "⅖": Decimal("0.4"),
        "⅗": Decimal("0.6"),
        "⅘": Decimal("0.8"),
        "⅛": Decimal("0.125"),
        "⅜": Decimal("0.375"),
        "⅝": Decimal("0.625"),
        "⅞": Decimal("0.875"),
    }
)
NUMBER_WORDS: Final = frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES) | {"dozen"}

DASHES: Final = frozenset("-–—‐‑‒")
HYPHENS: Final = frozenset("-‐‑")
DETERMINERS: Final = words(
    "the a an his her its their our my your this that these those some any each every all both such no another"
)
PREPOSITIONS: Final = words(
    "of in on at by for with from to into onto upon over under above below between among amongst through during before "
    "after since until till against without within along across around about near beyond behind beside besides toward "
    "towards off per than as via despite except including like out up down throughout"
)
AUXILIARIES: Final = words(
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "ought"
)
CONJUNCTIONS: Final = words("and or but nor yet so while when where which who whom whose that if because")
PRONOUNS: Final = words("i you he she it we they them him us me himself herself itself themselves there")
ADVERBS: Final = words(
    "then now also only just later earlier ago already still again once twice too very quite almost not never ever "
    "together alone apart away back here instead however therefore thus even more less most least today overall"
)
FUNCTION_WORDS: Final = DETERMINERS | PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | PRONOUNS | ADVERBS

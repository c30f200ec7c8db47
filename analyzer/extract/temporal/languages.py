"""Dates in German, French, Russian, Spanish and Italian: spans found by month names, read by dateparser."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analyzer.extract.temporal.expressions import Found, Point, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

# Month names in every case form that stands beside a day or a year; accents may be missing in old scans.
MONTHS: dict[str, str] = {
    "de": "Januar|Jänner|Jan\\.|Februar|Feber|Feb\\.|März|Maerz|April|Apr\\.|Mai|Juni|Juli|August|Aug\\.|September|"
    "Sept\\.|Oktober|Okt\\.|November|Nov\\.|Dezember|Dez\\.",
    "fr": "janvier|janv\\.|février|fevrier|févr\\.|mars|avril|mai|juin|juillet|août|aout|septembre|sept\\.|octobre|"
    "oct\\.|novembre|nov\\.|décembre|decembre|déc\\.",
    "ru": "январ[ьяе]|феврал[ьяе]|марта?|марте|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|августа?|августе|сентябр[ьяе]|"
    "октябр[ьяе]|ноябр[ьяе]|декабр[ьяе]",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
    "it": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
}
_STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to was were is that with by from his for which had been this as it on at in a".split()),
    "de": frozenset("der die und den dem des ein eine einer nicht von mit zu auf ist wurde sich im das war am".split()),
    "fr": frozenset("le la les des et du une un dans que qui est par pour au aux sur il elle fut avec".split()),
    "ru": frozenset("и в не на что с он как к по его из был у за от о для это было года".split()),
    "es": frozenset("el la los las de y que en un una del se por con fue su al para como más".split()),
    "it": frozenset("il lo la gli di che un una del della con fu si nel alla al dei nella degli".split()),
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000  # characters of a section that are enough to tell its language
_ENOUGH = 3  # stop words below which a section is taken for English; also twice as many as English ones


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language whose stop words are the most frequent; `en` where too few are seen.

    >>> detect_language("Der Krieg endete am 3. Oktober und die Stadt war zerstört."), detect_language("1815")
    ('de', 'en')
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    counts = {code: sum(word in stop for word in words) for code, stop in _STOP_WORDS.items()}
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    return best if counts[best] >= max(_ENOUGH, 2 * counts["en"]) else "en"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    month = f"(?P<month>(?i:{MONTHS[language]}))(?!\\w)"
    day = r"(?:(?<![\w.,])(?P<day>0?[1-9]|[12]\d|3[01])(?:\.|er|º|°|-?го|-?е)?\s+(?:de\s+|di\s+)?)?"
    return re.compile(rf"{day}(?<!\w){month}(?:,?\s+(?:de\s+|del\s+|des\s+Jahres\s+)?(?P<year>1\d{{3}}|20\d\d)(?!\d))?")


def foreign_dates(text: str, language: str) -> Iterator[Found]:
    """Every date with a month name of `language` in `text`, in order; nothing for a language not in `MONTHS`."""
    if language not in MONTHS:
        return
    for m in _pattern(language).finditer(text):
        if m["day"] is None and m["year"] is None and _is_common_word(m["month"], language):
            continue
        month = _month_number(m["month"], language)
        if month is not None:
            point = Point(int(m["year"]) if m["year"] else None, month, int(m["day"]) if m["day"] else None)
            yield Found(m.start(), m.end(), f"month-name-{language}", Written((point,)))


def _is_common_word(month: str, language: str) -> bool:
    """Whether a name is also another word, as "mars" is: with neither day nor year beside it, it is not read."""
    lowered = month.lower()
    return lowered == "mars" or (language == "ru" and lowered in {"май", "мая", "мае", "март"})


@cache
def _month_number(name: str, language: str) -> int | None:
    """The month a name stands for, read by dateparser on a fixed base, so that no part of today's date can enter."""
    from datetime import datetime

    import dateparser

    base = datetime.fromisoformat("2000-01-01")
    stem = name.rstrip(".").lower()
    for form in (stem, f"{stem[:-1]}я", stem[:-1]):  # dateparser lacks the Russian locative: "в августе"
        date = dateparser.parse(
            f"1 {form} 2000", languages=[language], settings={"RELATIVE_BASE": base, "DATE_ORDER": "DMY"}
        )
        if date is not None:
            return date.month
    return None

"""Whether two written names name one person, group, ship or place, and by which differences of spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Levenshtein

from analyzer.model import Reason
from analyzer.values.folding import fold
from analyzer.values.ordinals import ordinal, roman_value
from analyzer.values.spellings import given_keys, given_reason, word_keys, word_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

NameRelation = Literal["same", "variant", "different"]
_SENTENCES = {
    "diacritics": "They differ in diacritics alone.",
    "spacing": "They differ in hyphens or spaces alone.",
    "alias": "Both are known names of one.",
    "acronym": "One is the acronym of the other.",
    "title": "One carries a title or rank that the other leaves out.",
    "prefix": "One carries an article, a particle or a ship's prefix that the other leaves out.",
    "ordinal-form": "The ordinal is written in two ways.",
    "ordinal-missing": "One leaves out the ordinal.",
    "transliteration": "The spellings are two romanisations of one name.",
    "spelling": "The spellings are British and American.",
    "ocr": "The spellings look alike in print: damage by scanning.",
    "one-letter": "The spellings differ in one letter.",
    "initial": "One gives an initial for the first name.",
    "given-form": "The first names are two forms of one.",
    "middle-dropped": "One leaves out a middle name or patronymic.",
    "surname-alone": "One gives the surname alone.",
    "other-first-name": "Same last name, other first name: two bearers.",
    "other-title": "Same surname, another person's title.",
    "other-ordinal": "The ordinals differ.",
    "other-name": "No known way of spelling makes one of the other.",
}
_TITLES = frozenset(
    "mr mrs ms miss sir lord lady dr prof professor captain capt general gen colonel col major lieutenant lt admiral"
    " commander commodore sergeant president king queen prince princess emperor empress tsar count countess baron duke"
    " duchess earl pope bishop archbishop cardinal rev reverend father brother sister comrade mayor judge senator"
    " governor chancellor marshal doctor herr frau monsieur madame".split()
)
_FEMALE = frozenset("mrs ms miss lady queen princess empress countess duchess sister frau madame".split())
_MALE = frozenset(
    "mr sir lord king prince emperor tsar count baron duke earl pope father brother herr monsieur".split()
)
_PREFIXES = frozenset("the rms hms uss ss mv hmt hmas sms".split())
_PARTICLES = frozenset("de del della di da du la le van von der den zu al".split())  # before a surname told alone
_SUFFIXES = frozenset("jr sr esq".split())
_SMALL = frozenset("of the for and de la von van der".split())
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())

_LONG = 10  # letters; so long a word may have two of them damaged

_SUFFIX = re.compile("(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How two names relate: `same` spelled alike, `variant` one name in two spellings, `different` two names.

    `reasons` say why, in the order they were found; empty for `same`.
    """

    relation: NameRelation
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name taken apart: folded words, titles, prefixes, ordinals (as figures) and how those were written."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    prefixes: tuple[str, ...]
    ordinals: tuple[str, ...]
    written: tuple[str, ...]


def compare_names(a: str, b: str, aliases: Sequence[Sequence[str]] = ()) -> NameComparison:
    """Compare two names as written; `aliases` are groups of names of one bearer.

    Symmetric (reasons swap their sides) and reflexive. A surname alone is a variant of any full name with it; whether
    a document has two bearers of the surname is for the caller to know.

    >>> compare_names("Antonín Dvořák", "A. Dvorak").relation
    'variant'
    >>> [r.code for r in compare_names("Robert Scott", "Walter Scott").reasons]
    ['other-first-name']
    """
    if " ".join(a.split()).casefold() == " ".join(b.split()).casefold():
        return NameComparison("same")
    if a > b:
        turned = compare_names(b, a, aliases)
        return replace(turned, reasons=tuple(replace(r, left=r.right, right=r.left) for r in turned.reasons))
    relation, codes = _judge(a, b, aliases)
    return NameComparison(relation, tuple(Reason(c, _SENTENCES[c], a, b) for c in dict.fromkeys(codes)))


def name_keys(name: str) -> frozenset[str]:
    """Keys of which two names share one whenever spelling alone makes them variants.

    Not for aliases, acronyms, a surname beside a full name, and two letters lost to scanning at the ends of a word.

    >>> bool(name_keys("W. Ashby") & name_keys("William Ashby"))
    True
    """
    kept = _parts(name).words
    written = f"={fold(name).replace(' ', '')}"
    if not kept:
        return frozenset({"=", written})
    joined = "".join(kept)
    keys = {written, *word_keys(joined)}
    if len(kept) == 1 and len(joined) >= _LONG:
        keys.add(f"~{joined[:3]}{joined[-1]}")
    if len(kept) > 1:
        keys.update(f"{given} {last}" for given in given_keys(kept[0]) for last in word_keys(kept[-1]))
    return frozenset(keys)


def _judge(a: str, b: str, aliases: Sequence[Sequence[str]]) -> tuple[NameRelation, list[str]]:
    folded = fold(a), fold(b)
    if not all(folded):
        return ("variant", ["spacing"]) if folded[0] == folded[1] else ("different", ["other-name"])
    if folded[0] == folded[1] or folded[0].replace(" ", "") == folded[1].replace(" ", ""):
        return "variant", [_surface(a, b)]
    if any({folded[0], folded[1]} <= {fold(name) for name in group} for group in aliases):
        return "variant", ["alias"]
    if _is_acronym(a, b) or _is_acronym(b, a):
        return "variant", ["acronym"]
    return _by_parts(_parts(a), _parts(b))


def _surface(a: str, b: str) -> str:
    """Whether names with the same letters differ in spaces and marks or in diacritics."""
    letters = [[c for c in name.casefold() if c.isalnum()] for name in (a, b)]
    return "spacing" if letters[0] == letters[1] else "diacritics"


def _is_acronym(short: str, long: str) -> bool:
    """Whether a word of capitals spells the initials of a longer name."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()):
        return False
    parts = fold(long).split()
    initials = {"".join(p[0] for p in parts if p not in _SMALL), "".join(p[0] for p in parts)}
    return len(parts) > 1 and letters.casefold() in initials


def _parts(name: str) -> _Parts:
    """Take a name apart; "Scott, Robert" is read as "Robert Scott"."""
    last, comma, first = name.partition(",")
    raw = fold(f"{first} {last}" if comma and first.strip() and fold(first) not in _SUFFIXES else name).split()
    titles: list[str] = []
    prefixes: list[str] = []
    ordinals: list[tuple[str, str]] = []
    kept: list[str] = []
    office = max((i for i, word in enumerate(raw[:-1]) if word in _TITLES), default=0)
    for i, word in enumerate(raw):
        figure = _figure(word, final=0 < i == len(raw) - 1)
        if i < office or (word in _TITLES and i < len(raw) - 1):  # "Group Captain Ashby": all before it is title too
            titles.append(word)
        elif i < len(raw) - 1 and (word in _PREFIXES or (word in _PARTICLES and not kept)):
            prefixes.append(word)
        elif figure:
            ordinals.append((figure, word))
        elif word not in _SUFFIXES:
            kept.append(word)
    return _Parts(
        tuple(kept), tuple(titles), tuple(prefixes), tuple(f for f, _ in ordinals), tuple(w for _, w in ordinals)
    )


def _figure(word: str, *, final: bool) -> str:
    """Figure of an ordinal among the folded words of a name; a single Roman letter counts at the end alone."""
    numeral = _SUFFIX.sub("", word)
    if numeral in _ROMAN and (len(word) > 1 or final):
        return str(roman_value(numeral))
    figure = ordinal(word)
    return figure if figure.isdigit() else ""


def _by_parts(a: _Parts, b: _Parts) -> tuple[NameRelation, list[str]]:
    codes: list[str] = []
    if sorted(a.ordinals) != sorted(b.ordinals):
        if a.ordinals and b.ordinals:
            return "different", ["other-ordinal"]
        codes.append("ordinal-missing")
    elif a.written != b.written:
        codes.append("ordinal-form")
    if _opposed(a.titles, b.titles):
        return "different", ["other-title"]
    codes += ["title"] if a.titles != b.titles else []
    codes += ["prefix"] if a.prefixes != b.prefixes else []
    if not a.words or not b.words:
        return ("variant", codes) if a.words == b.words and codes else ("different", ["other-name"])
    found = _by_words(list(a.words), list(b.words))
    if found is None or found in (["other-first-name"], ["other-name"]):
        return "different", found or ["other-name"]
    return "variant", [*found, *codes] or ["spacing"]


def _opposed(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the titles are a man's and a woman's."""
    return bool((set(a) & _FEMALE and set(b) & _MALE) or (set(a) & _MALE and set(b) & _FEMALE))


def _by_words(a: list[str], b: list[str]) -> list[str] | None:
    """Codes of the differences between two names' words; None when the last words are two names."""
    joined = "".join(a), "".join(b)
    last = word_reason(a[-1], b[-1])
    if last is None:
        whole = len(a) == len(b) > 1 or min(len(word) for word in (*a, *b)) == 1
        return None if whole else _damaged(*joined, loose=len(a) == len(b))
    if len(a) == len(b) == 1 and not last:
        return [] if joined[0] == joined[1] else None
    codes = [last] if last else []
    first, second = a[:-1], b[:-1]
    if not first or not second:
        return [*codes, "surname-alone"] if first or second else codes
    rest = _by_givens(first, second)
    return ["other-first-name"] if rest is None else [*codes, *rest]


def _damaged(a: str, b: str, *, loose: bool) -> list[str] | None:
    """A name broken or misread in scanning: "Mac kenzie" for "Mackenzie", letters joined.

    Two damaged letters are believed of whole words alone (`loose`).
    """
    reason = word_reason(a, b)
    if reason in {"", "one-letter"}:
        return ["ocr"] if reason else ["spacing"]
    if reason:
        return [reason]
    close = (
        loose and min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b, score_cutoff=2) <= 2
    )  # two letters in ten
    return ["ocr"] if close and (a[0], a[-1]) == (b[0], b[-1]) else None


def _by_givens(a: list[str], b: list[str]) -> list[str] | None:
    """Codes of the differences between first and middle names; None when the first names are two."""
    reason = given_reason(a[0], b[0])
    if reason is None:
        return None
    codes = [reason] if reason else []
    short, long = sorted((a[1:], b[1:]), key=len)
    at = 0
    for word in short:
        while at < len(long) and given_reason(word, long[at]) is None:
            at += 1
        if at == len(long):
            return None
        codes += [r] if (r := given_reason(word, long[at])) else []
        at += 1
    return [*codes, "middle-dropped"] if len(short) != len(long) else codes

"""Letters without case, diacritics and punctuation, so that names can be compared by their sound signs alone."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_QUOTES = re.compile(r"['’‘ʹʼ′`´]")
_APART = re.compile(r"[^\w\s]|_")


def fold(text: str) -> str:
    """Lower case, no diacritics, hyphens and full stops as spaces, apostrophes gone, single spaces.

    >>> fold("Antonín  Dvořák"), fold("Saint-Saëns"), fold("O'Brien, J.")
    ('antonin dvorak', 'saint saens', 'obrien j')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_APART.sub(" ", _QUOTES.sub("", bare)).split())

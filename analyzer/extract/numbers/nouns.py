"""Plural and singular of English nouns, as far as the head of a counted phrase needs it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_IRREGULAR: Final = MappingProxyType(
    {
        "men": "man",
        "women": "woman",
        "children": "child",
        "people": "people",
        "persons": "person",
        "police": "police",
        "cattle": "cattle",
        "feet": "foot",
        "teeth": "tooth",
        "geese": "goose",
        "mice": "mouse",
        "oxen": "ox",
        "lives": "life",
        "wives": "wife",
        "knives": "knife",
        "thieves": "thief",
        "wolves": "wolf",
        "halves": "half",
        "shelves": "shelf",
        "loaves": "loaf",
        "leaves": "leaf",
        "calves": "calf",
        "crew": "crew",
        "aircraft": "aircraft",
        "sheep": "sheep",
        "fish": "fish",
        "deer": "deer",
        "swine": "swine",
        "troops": "troop",
        "species": "species",
        "series": "series",
        "dead": "dead",
        "wounded": "wounded",
        "injured": "injured",
        "missing": "missing",
        "accused": "accused",
        "poor": "poor",
        "homeless": "homeless",
        "personnel": "personnel",
        "staff": "staff",
        "infantry": "infantry",
        "cavalry": "cavalry",
        "data": "data",
        "criteria": "criterion",
        "phenomena": "phenomenon",
        "crises": "crisis",
        "bases": "base",
        "houses": "house",
        "horses": "horse",
        "causes": "cause",
        "buses": "bus",
        "heroes": "hero",
        "shoes": "shoe",
        "canoes": "canoe",
        "pence": "penny",
        "sorties": "sortie",
        "movies": "movie",
        "calories": "calorie",
        "cookies": "cookie",
        "prairies": "prairie",
    }
)
_NO_NOUNS: Final = frozenset(
    ("was", "has", "his", "its", "does", "less", "yes", "always", "perhaps", "besides", "towards")
)
_COMPOUNDS: Final = ("men", "women", "people", "children")
_KEEP_S: Final = ("ss", "us", "is", "ous")


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> is_plural("seamen"), is_plural("ships"), is_plural("glass")
    (True, True, False)
    """
    if word in _IRREGULAR:
        return True
    if word in _NO_NOUNS:
        return False
    if word.endswith(_COMPOUNDS):
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith((*_KEEP_S, "'s", "’s"))


def singular(word: str) -> str:
    """The singular of a lower-case noun; a word that is no plural comes back unchanged.

    >>> [singular(w) for w in ("strokes", "men", "seamen", "churches", "parties", "boxes", "people", "votes")]
    ['stroke', 'man', 'seaman', 'church', 'party', 'box', 'people', 'vote']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("women", "men")) and len(word) > 4:
        return word[:-2] + "an"
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "toes")):
        return word[:-2]
    return word[:-1]

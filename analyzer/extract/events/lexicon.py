"""The word lists of the event reader: event families and closed classes, read from the data files beside it."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Families:
    """Lemma to event family, for verbs, nouns and phrases (`verb_particle`).

    The nouns of `passive` families name what is done to their possessor ("his arrest").
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    phrases: dict[str, str]
    passive: frozenset[str]

    def of_verb(self, lemma: str, companions: tuple[str, ...] = ()) -> tuple[str, str]:
        """Lemma and family of a verb with its particles, prepositions and object nouns; family empty if none.

        >>> families().of_verb("break", ("out",))
        ('break out', 'begin')
        """
        for companion in companions:
            if (family := self.phrases.get(f"{lemma}_{companion}")) is not None:
                return f"{lemma} {companion.rstrip('_')}", family
        return lemma, self.verbs.get(lemma, "")


@functools.lru_cache(maxsize=1)
def families() -> Families:
    """The event families."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    phrases: dict[str, str] = {}
    table = _load("families.toml")
    for family, row in table.items():
        verbs.update(dict.fromkeys(str(row.get("verbs", "")).split(), family))
        nouns.update(dict.fromkeys(str(row.get("nouns", "")).split(), family))
        phrases.update(dict.fromkeys(filter(None, str(row.get("phrases", "")).split(", ")), family))
    phrases.update({phrase: "" for phrase, family in phrases.items() if family == "none"})
    return Families(verbs, nouns, phrases, frozenset(f for f, row in table.items() if row.get("passive")))


@functools.lru_cache(maxsize=64)
def words(group: str, part: str) -> frozenset[str]:
    """One closed class, for instance `words("relations", "male")`.

    >>> "father" in words("relations", "male")
    True
    """
    return frozenset(str(_load("words.toml")[group][part]).split())


def _load(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))

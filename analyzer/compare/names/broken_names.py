"""Finds names that scanning or typing broke in two ("Macken zie"), by the whole name that other texts have."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from analyzer.align.words import FUNCTION_WORDS
from analyzer.model import Claim
from analyzer.values.folding import fold
from analyzer.values.spellings import word_reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from analyzer.model import Document

_BROKEN = re.compile(r"(?<![\w’'-])([^\W\d_a-zß-öø-ÿ][^\W\d_]{1,11}) ([^\W\d_A-Z]{2,8})(?![\w’'-])")
_WORD = re.compile(r"\w+")
_DAMAGE = frozenset({"", "ocr", "one-letter"})
SHORTEST = 6  # letters; a shorter name is met by chance


def broken_names(documents: Sequence[Document], names: Iterable[str]) -> Iterator[tuple[int, Claim]]:
    """Every broken name with the index of its document, as a claim of kind name.

    `names` are the single words that the texts have for names. The torn-off part has to be no word: wherever it stands
    alone in the collection it follows the same beginning.
    """
    whole: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        whole[name[:2]].update({name} if len(name) >= SHORTEST else ())
    found = [
        (number, document, match)
        for number, document in enumerate(documents)
        for match in _BROKEN.finditer(document.source.text)
        if _fits(match, whole)
    ]
    if found:
        alone = _standing_alone(documents, {(match[1].lower(), match[2].lower()) for _, _, match in found})
        for number, document, match in found:
            if (match[1].lower(), match[2].lower()) not in alone:
                sentence = document.sentences[document.sentence_at(match.start())]
                if match.end() <= sentence.end:
                    yield (
                        number,
                        Claim(document.id, "name", match.start(), match.end(), match[0], sentence.index, "broken-name"),
                    )


def _fits(match: re.Match[str], whole: dict[str, set[str]]) -> bool:
    """Whether both parts together are a name, or one damaged in a letter; the first alone must be none."""
    begin, joined = fold(match[1]), fold(match[1]) + fold(match[2])
    known = whole.get(joined[:2], set())
    return (
        len(joined) >= SHORTEST
        and match[2] not in FUNCTION_WORDS
        and begin not in known
        and any(word_reason(joined, name) in _DAMAGE for name in known if abs(len(name) - len(joined)) <= 1)
    )


def _standing_alone(documents: Sequence[Document], broken: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs whose second part stands somewhere in the collection without the first."""
    parts = {second for _, second in broken}
    before: defaultdict[str, set[str]] = defaultdict(set)
    for document in documents:
        text = document.source.text.lower()
        end, last = -1, ""
        for word in _WORD.finditer(text):
            if word[0] in parts:
                before[word[0]].add(last if word.start() == end + 1 and text[end] == " " else "")
            end, last = word.end(), word[0]
    return {pair for pair in broken if before[pair[1]] - {pair[0]}}

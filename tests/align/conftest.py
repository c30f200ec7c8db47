"""Documents and texts that the tests of the alignment share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from analyzer.model import Document, Passage, Section, Sentence, Source
from analyzer.offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Sequence


class MakeDocument(Protocol):
    """Makes a document of one passage from its sentences."""

    def __call__(self, name: str, sentences: Sequence[str]) -> Document: ...


def document_of(name: str, sentences: Sequence[str]) -> Document:
    text = " ".join(sentences)
    places = []
    at = 0
    for i, words in enumerate(sentences):
        places.append(Sentence(i, 0, 0, at, at + len(words)))
        at += len(words) + 1
    offsets = OffsetMap.build((i, i + 1) for i in range(len(text)))
    source = Source(name, f"{name}.txt", name, "text/plain", "utf-8", "", text, text, offsets)
    whole = len(text)
    return Document(source, (Section((), 0, 0, whole),), (Passage(0, 0, "paragraph", 0, whole),), tuple(places))


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    return document_of


@pytest.fixture(scope="session")
def voyage() -> list[str]:
    return [
        "On 12 July 1776 the Resolution left Plymouth Sound under the command of Captain Cook.",
        "She was joined at the Cape of Good Hope by the Discovery, which had been delayed by her captain's debts.",
        "Both ships then steered for Van Diemen's Land and took in wood and fresh water there.",
        "In January 1778 the crews sighted the islands that Cook named after the Earl of Sandwich.",
        "Ice stopped every attempt to find a passage north of the American continent.",
        "The ships came back to Kealakekua Bay for the winter and were received with great ceremony.",
        "After a mast had sprung, they had to return to the bay, where the mood had changed.",
        "A boat of the Discovery was stolen in the night, and Cook went ashore to take the king hostage.",
        "On 14 February 1779 he was struck down at the edge of the water and killed.",
        "Charles Clerke took command and tried the northern passage once more before he died of consumption.",
    ]


@pytest.fixture(scope="session")
def unrelated() -> list[str]:
    return [
        "The clarinet is a woodwind instrument with a single reed and a cylindrical bore.",
        "Johann Denner of Nuremberg is said to have added the register key that gave it its range.",
        "Mozart wrote a concerto and a quintet for his friend Anton Stadler.",
        "Theobald Boehm's ring keys were later fitted to it by Hyacinthe Klose in Paris.",
    ]

"""Documents of the benchmark as paragraphs of sentences, with the names that may be swapped in them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "documents"

_SENTENCE = re.compile(r"\S.*?(?<![ap]\.m)[.!?](?=\s+[A-ZÀ-Ý]|\s*$)", re.DOTALL)
# A sentence that leans on the one before it: it may be moved only together with it.
_LEANS = re.compile(
    r"^(?:He|She|It|They|Its|His|Her|Their|This|These|Those|Of (?:the|these)|Among|Later|Then|There|That|A second"
    r"|Another|From there|At the top|Besides|The first of|After two|Only|On that|On the (?:next|same)"
    r"|In the (?:next|same|end|camp))\b"
    r"|\b(?:later|next day|same (?:day|evening|year|week)|afterwards|soon|that night|earlier|meanwhile|also|other)\b"
)
_CLOCK = re.compile(r"\d [ap]\.m\.")
_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence: code points `[start, end)` of the document; `leans` when it needs the sentence before it."""

    start: int
    end: int
    leans: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A document: its text, paragraphs of sentences, and what its cast says (see documents/README.md)."""

    name: str
    text: str
    paragraphs: tuple[tuple[Part, ...], ...]
    persons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    calendar: str = "gregorian"
    both_calendars: bool = False

    @property
    def title(self) -> str:
        """The first line."""
        return self.text.split("\n", 1)[0]


def accounts(folder: Path = FOLDER) -> tuple[Account, ...]:
    """All documents of the folder, by name."""
    cast = json.loads((folder / "cast.json").read_text("utf-8"))
    return tuple(_account(path, cast[path.name]) for path in sorted(folder.glob("*.txt")))


def paragraphs(text: str) -> tuple[tuple[Part, ...], ...]:
    """The sentences of each paragraph after the title line.

    >>> [len(p) for p in paragraphs("Title\\n\\nOne came at 2:05 a.m. on foot. It went.\\n\\nTwo left.")]
    [2, 1]
    """
    blocks = list(re.finditer(r"(?:[^\n]|\n(?!\n))+", text))[1:]
    return tuple(tuple(_parts(block.group(), block.start())) for block in blocks)


def _parts(block: str, base: int) -> list[Part]:
    found = [(base + m.start(), base + m.end(), m.group()) for m in _SENTENCE.finditer(block)]
    return [Part(start, end, i > 0 and _leans(text)) for i, (start, end, text) in enumerate(found)]


def _leans(sentence: str) -> bool:
    """Pronouns, relative times, and clock times whose day stands before."""
    bare_clock = bool(_CLOCK.search(sentence)) and not _DAY.search(sentence)
    return bare_clock or bool(_LEANS.search(sentence))


def _account(path: Path, cast: dict[str, object]) -> Account:
    text = path.read_text("utf-8")
    names = {key: tuple(map(str, _listed(cast[key]))) for key in ("persons", "places", "roles")}
    return Account(
        name=path.stem,
        text=text,
        paragraphs=paragraphs(text),
        calendar=str(cast["calendar"]),
        both_calendars=bool(cast["both_calendars"]),
        **names,
    )


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []

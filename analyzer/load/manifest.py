"""The collection's manifest `sources.toml`: what a user knows about the sources.

All keys, each optional except `file`:

    aliases = [["Bombay", "Mumbai"]]      # names of one person, place or thing

    [[source]]
    file = "a/diary.txt"                  # inside the folder, with forward slashes
    id = "diary"                          # short name in every output; default: the file's name without its ending
    title = "Diary of a surgeon"
    kind = "diary"                        # free words: encyclopedia, letter, newspaper, ...
    format = "plain"                      # plain, html, wikitext or markdown; default: told from the content
    author = "A. Surgeon"
    year = 1812                           # of writing or printing; a number or words
    language = "en"                       # ISO 639-1
    country = "GB"                        # whose calendar its author lived by, ISO 3166-1
    licence = "public domain"
    calendar = "julian"                   # of dates without a mark: julian or gregorian
    calendar_before = "1918-02-14"        # ... of those before this day only
    derived_from = "letters"              # id of the source this one was copied from, or the name of a lost one
    prior_reliability = 0.8               # 0-1, the user's own estimate
    note = "only chapter 3"

    [settings.load]                       # any threshold of analyzer/settings.py, a table per stage
    max_bytes = 5000000

With at least one `[[source]]` table the listed files are the sources, and other files are reported.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from analyzer.errors import ManifestError
from analyzer.load.format import FORMATS, Format
from analyzer.model import Notice, SourceFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.model import JsonValue

NAME = "sources.toml"
_WORDS = (
    "kind",
    "author",
    "year",
    "licence",
    "language",
    "country",
    "calendar",
    "calendar_before",
    "derived_from",
    "note",
)
_KEYS = ("file", "id", "title", "format", *_WORDS, "prior_reliability")
_TOP = ("source", "aliases", "settings")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file."""

    file: str
    id: str = ""
    title: str = ""
    format: Format | None = None
    facts: SourceFacts = field(default_factory=SourceFacts)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest read and checked; empty when there is none. `notices` tell of unknown keys."""

    entries: tuple[Entry, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    settings: Mapping[str, Mapping[str, JsonValue]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def read_manifest(folder: str | Path) -> Manifest:
    """The manifest of a folder; an empty one when the folder has none.

    Raises:
        ManifestError: not TOML, or keys of the wrong type or value; the message names every problem with its line.

    """
    path = Path(folder) / NAME
    if not path.is_file():
        return Manifest()
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return _Reader(text, tomllib.loads(text)).manifest()
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{NAME}: not valid TOML: {error}", hint="Correct that line.") from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"{NAME}: not UTF-8 at byte {error.start}", hint="Save it as UTF-8.") from error
    except OSError as error:
        raise ManifestError(f"{NAME}: can't be read: {error.strerror}", hint="Check the file.") from error


def write_manifest(folder: str | Path) -> Path:
    """Write a manifest that lists the texts of a folder, to be filled in; its path.

    Raises:
        ManifestError: there is one already (nothing a user wrote is overwritten), or the folder can't be written.

    """
    from analyzer.load.collection import candidates

    path = Path(folder) / NAME
    files = candidates(Path(folder))
    tables = [
        f'[[source]]\nfile = {_quoted(name)}\n# title = ""\n# author = ""\n# year = ""\n# kind = ""\n' for name in files
    ]
    try:
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write("\n".join(tables))
    except FileExistsError as error:
        raise ManifestError(f"{NAME} is there already", hint="Edit it, or move it away first.") from error
    except OSError as error:
        raise ManifestError(f"{NAME} can't be written: {error.strerror}", hint="Check the folder.") from error
    return path


def _quoted(text: str) -> str:
    escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 32 else c for c in text.replace("\\", "\\\\").replace('"', '\\"'))
    return f'"{escaped}"'


class _Reader:
    """Checks the parsed tables and collects every problem before it raises."""

    def __init__(self, text: str, table: dict[str, object]) -> None:
        self._lines = text.splitlines()
        self._table = table
        self._problems: list[str] = []
        self._notices: list[Notice] = []

    def manifest(self) -> Manifest:
        """The checked manifest."""
        self._unknown(self._table, _TOP, number=0)
        entries = self._entries()
        aliases, settings = self._aliases(), self._settings()
        if self._problems:
            raise ManifestError(f"{NAME}: " + "; ".join(self._problems), hint="Correct these lines.")
        return Manifest(entries, aliases, settings, tuple(self._notices))

    def _entries(self) -> tuple[Entry, ...]:
        tables = self._table.get("source", [])
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            self._problem("source", 0, "sources are [[source]] tables, with two brackets")
            return ()
        entries = [self._entry(t, n) for n, t in enumerate(cast("list[dict[str, object]]", tables), 1)]
        for key in ("file", "id"):
            seen: set[str] = set()
            for number, entry in enumerate(entries, 1):
                value = str(getattr(entry, key))
                if value and value in seen:
                    self._problem(key, number, f"{key} {value!r} stands twice")
                seen.add(value)
        return tuple(entries)

    def _entry(self, table: dict[str, object], number: int) -> Entry:
        self._unknown(table, _KEYS, number)
        words = {key: self._word(table, key, number) for key in _WORDS}
        if words["calendar"] not in {"", "julian", "gregorian"}:
            self._problem("calendar", number, "calendar is julian or gregorian")
        if words["calendar_before"] and not re.fullmatch(r"-?\d{4}-\d\d-\d\d", words["calendar_before"]):
            self._problem("calendar_before", number, "calendar_before is a day such as 1918-02-14")
        kind = self._word(table, "format", number)
        if kind and kind not in FORMATS:
            self._problem("format", number, f"format is one of {', '.join(FORMATS)}")
        facts = SourceFacts(**words, prior_reliability=self._share(table, number))
        id_, title = self._word(table, "id", number), self._word(table, "title", number)
        return Entry(self._file(table, number), id_, title, kind if kind in FORMATS else None, facts)

    def _file(self, table: dict[str, object], number: int) -> str:
        name = self._word(table, "file", number)
        if not name:
            self._problem("file", number, 'a source needs its file: file = "name.txt"')
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            self._problem("file", number, "file is a path inside the folder, with forward slashes")
        return name

    def _word(self, table: dict[str, object], key: str, number: int) -> str:
        value = table.get(key, "")
        if isinstance(value, (str, date)):
            return str(value).strip()
        if isinstance(value, int) and not isinstance(value, bool) and key == "year":
            return str(value)
        self._problem(key, number, f"{key} has to be in quotes")
        return ""

    def _share(self, table: dict[str, object], number: int) -> float | None:
        value = table.get("prior_reliability")
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            self._problem("prior_reliability", number, "prior_reliability is a number from 0 to 1")
            return None
        return float(value)

    def _aliases(self) -> tuple[tuple[str, ...], ...]:
        groups = self._table.get("aliases", [])
        good = isinstance(groups, list) and all(
            isinstance(g, list) and len(g) > 1 and all(isinstance(n, str) and n.strip() for n in g) for g in groups
        )
        if not good:
            self._problem("aliases", 0, 'aliases are lists of names: aliases = [["Bombay", "Mumbai"]]')
            return ()
        return tuple(tuple(group) for group in cast("list[list[str]]", groups))

    def _settings(self) -> dict[str, dict[str, JsonValue]]:
        groups = self._table.get("settings", {})
        if not isinstance(groups, dict) or not all(isinstance(g, dict) for g in groups.values()):
            self._problem("settings", 0, "settings stand in a table per stage: [settings.load]")
            return {}
        return cast("dict[str, dict[str, JsonValue]]", groups)

    def _unknown(self, table: dict[str, object], known: tuple[str, ...], number: int) -> None:
        for key in table:
            if key not in known:
                where = f"{NAME}{self._line(key, number)}"
                sentence = f"{where}: unknown key {key!r} is ignored; known are {', '.join(known)}."
                self._notices.append(Notice("manifest", sentence))

    def _problem(self, key: str, number: int, what: str) -> None:
        self._problems.append(f"{self._line(key, number).strip(', ') or 'top'}: {what}")

    def _line(self, key: str, number: int) -> str:
        """Words naming the line of a key in the `number`-th source table (0: anywhere); empty when not found."""
        heads = [i for i, line in enumerate(self._lines) if re.match(r"\s*\[\[\s*[\"']?source[\"']?\s*\]\]", line)]
        start = heads[number - 1] if 0 < number <= len(heads) else 0
        stop = heads[number] if 0 < number < len(heads) else len(self._lines)
        pattern = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*(?:[=.\]]|$)")
        for at in range(start, stop):
            if pattern.match(self._lines[at]):
                return f", line {at + 1}"
        return f", line {start + 1}" if 0 < number <= len(heads) else ""

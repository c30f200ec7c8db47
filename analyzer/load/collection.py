"""A folder or file -> Collection: which files are sources, in which order, and what could not be read."""

from __future__ import annotations

from pathlib import Path

from analyzer.errors import CollectionError, UnreadableSourceError
from analyzer.load.source import load_source
from analyzer.model import Collection, Notice, Source
from analyzer.settings import LoadSettings


def load(folder: str | Path, settings: LoadSettings | None = None) -> Collection:
    """Load all sources of a folder, or one file."""
    chosen = settings or LoadSettings()
    root = Path(folder)
    if not root.exists():
        raise CollectionError(f"no such file or folder: {str(folder)!r}", hint="Give an existing folder.")
    files = [root] if root.is_file() else sorted(p for p in root.iterdir() if p.is_file() and not p.name.startswith((".", "README", "LICENSE")) and p.suffix != ".toml")
    sources: list[Source] = []
    unreadable: list[Notice] = []
    for path in files:
        try:
            sources.append(load_source(path, settings=chosen))
        except UnreadableSourceError as error:
            unreadable.append(Notice("unreadable", str(error), path.name))
    if not sources:
        raise CollectionError(f"no readable source in {str(folder)!r}", hint="Put at least one text file there.")
    return Collection(tuple(sorted(sources, key=lambda s: s.id)), (), (), tuple(unreadable))

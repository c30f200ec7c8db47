"""A folder or file -> Collection: which files are sources, in which order, and what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import CollectionError, UnreadableSourceError
from analyzer.load.manifest import NAME, Entry, Manifest, read_manifest
from analyzer.load.source import load_source
from analyzer.model import Collection, Notice, Source
from analyzer.settings import with_overrides

if TYPE_CHECKING:
    from analyzer.settings import LoadSettings


def load(folder: str | Path, settings: LoadSettings | None = None) -> Collection:
    """Load all sources of a folder, or one file.

    Every file is a source except `README*`, `LICENSE*`, `*.toml`, hidden files and subfolders; a manifest that lists
    files decides instead. A file that can't be read goes into `unreadable`, the rest is loaded. `settings` default to
    those of the manifest. The result does not depend on the order in which the system lists the files.

    Raises:
        CollectionError: no such folder, or no readable source in it.
        ManifestError: `sources.toml` is malformed.

    """
    root = Path(folder)
    if not root.exists():
        raise CollectionError(f"no such file or folder: {str(folder)!r}", hint="Give an existing folder with texts.")
    if root.is_file():
        return _collect(root.parent, Manifest(), [Entry(root.name)], settings, shown=str(folder))
    manifest = read_manifest(root)
    found = candidates(root)
    entries = list(manifest.entries) or [Entry(name) for name in found]
    if not entries:
        raise CollectionError(
            f"there is no text in {str(folder)!r}", hint="Put at least one text, HTML or Markdown file there."
        )
    listed = {entry.file for entry in entries}
    unlisted = tuple(
        Notice("unlisted", f"{name} is not listed in {NAME} and was left out.", name)
        for name in found
        if name not in listed
    )
    return _collect(root, manifest, entries, settings, shown=str(folder), notices=manifest.notices + unlisted)


def candidates(root: Path) -> list[str]:
    """Names of the files in a folder that count as sources when no manifest lists any, sorted.

    Raises:
        CollectionError: the folder can't be listed.

    """
    try:
        names = sorted(p.name for p in root.iterdir() if p.is_file())
    except OSError as error:
        raise CollectionError(f"{str(root)!r} can't be listed: {error.strerror}", hint="Check the folder.") from error
    return [
        name
        for name in names
        if not name.startswith(".")
        and not name.upper().startswith(("README", "LICENSE"))
        and not name.endswith(".toml")
    ]


def _collect(
    root: Path,
    manifest: Manifest,
    entries: list[Entry],
    settings: LoadSettings | None,
    *,
    shown: str,
    notices: tuple[Notice, ...] = (),
) -> Collection:
    chosen = settings or with_overrides(manifest.settings).load
    sources: list[Source] = []
    unreadable: list[Notice] = []
    for entry, id_ in _with_ids(entries):
        try:
            sources.append(
                load_source(
                    root / entry.file,
                    id=id_,
                    relative=_writable(entry.file),
                    title=entry.title,
                    format=entry.format,
                    facts=entry.facts,
                    settings=chosen,
                )
            )
        except UnreadableSourceError as error:
            unreadable.append(Notice("unreadable", str(error), _writable(entry.file)))
    if not sources:
        reasons = " ".join(notice.sentence for notice in unreadable)
        raise CollectionError(
            f"no readable source in {shown!r}: {reasons}", hint="Put at least one readable text there."
        )
    sources.sort(key=lambda source: source.id)
    return Collection(
        sources=tuple(sources),
        aliases=manifest.aliases,
        settings=manifest.settings,
        notices=notices,
        unreadable=tuple(unreadable),
    )


def _writable(name: str) -> str:
    """A file's name as every output can hold it: bytes that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _with_ids(entries: list[Entry]) -> list[tuple[Entry, str]]:
    """Each entry, in order of its path, with an id of its own: given, or the file's stem with a number if taken."""
    ordered = sorted(entries, key=lambda entry: entry.file)
    taken = {entry.id for entry in ordered if entry.id}
    result: list[tuple[Entry, str]] = []
    for entry in ordered:
        stem = _writable(Path(entry.file).stem)
        number, id_ = 1, entry.id or stem
        while not entry.id and id_ in taken:
            number += 1
            id_ = f"{stem}-{number}"
        taken.add(id_)
        result.append((entry, id_))
    return result

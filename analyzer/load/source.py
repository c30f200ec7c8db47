"""One file -> one Source."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from analyzer.errors import UnreadableSourceError
from analyzer.load import html, markdown, plain, wikitext
from analyzer.load.encoding import decode
from analyzer.load.format import MEDIA_TYPES, Format, sniff
from analyzer.model import Source, SourceFacts
from analyzer.settings import LoadSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.load.builder import CleanText


class Details(TypedDict, total=False):
    """What may be said of a file beside its path; each has a default."""

    id: str  # default: the file's stem
    relative: str  # the path shown, default: the file's name
    title: str
    format: Format | None  # default: told from the content
    facts: SourceFacts
    settings: LoadSettings


_READERS: dict[Format, Callable[[str], CleanText]] = {
    "html": html.read,
    "wikitext": wikitext.read,
    "markdown": markdown.read,
}


def load_source(path: str | Path, **details: Unpack[Details]) -> Source:
    """Read one file; see `Details` for what may be given beside the path.

    Raises:
        UnreadableSourceError: missing, no permission, too large, binary, broken encoding, or no text in it.

    """
    path, settings = Path(path), details.get("settings", LoadSettings())
    shown = details.get("relative") or path.name
    data = _bytes(path, shown, settings)
    raw, encoding = decode(data, shown)
    kind = details.get("format") or sniff(raw, path.suffix)
    clean = plain.read(raw, settings) if kind == "plain" else _READERS[kind](raw)
    if not clean.text:
        raise UnreadableSourceError(f"{shown!r} holds no text", hint="Remove it or replace it.")
    return Source(
        id=details.get("id") or path.stem,
        path=shown,
        title=details.get("title") or clean.title or _first_heading(clean) or path.stem,
        media_type=MEDIA_TYPES[kind],
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        raw=raw,
        text=clean.text,
        offsets=clean.offsets,
        blocks=clean.blocks,
        citations=clean.citations,
        facts=details.get("facts", SourceFacts()),
    )


def _first_heading(clean: CleanText) -> str:
    """The text's first block, if it is a heading of the first level."""
    first = clean.blocks[0]
    return clean.text[first.start : first.end] if first.kind == "heading" and first.level == 1 else ""


def _bytes(path: Path, shown: str, settings: LoadSettings) -> bytes:
    try:
        size = path.stat().st_size
        if size > settings.max_bytes:
            raise UnreadableSourceError(
                f"{shown!r} has {size:,} bytes, the limit is {settings.max_bytes:,}",
                hint="Give the part that matters, or raise max_bytes under [settings.load] in sources.toml.",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableSourceError(f"{shown!r} can't be read: {reason}", hint="Check the file.") from error

"""One file -> one Source."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import UnreadableSourceError
from analyzer.load import html, markdown, plain, wikitext
from analyzer.load.encoding import decode
from analyzer.load.format import MEDIA_TYPES, Format, sniff
from analyzer.model import Source, SourceFacts
from analyzer.settings import LoadSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.load.builder import CleanText

_READERS: dict[Format, Callable[[str, LoadSettings], CleanText]] = {
    "plain": plain.read,
    "html": html.read,
    "wikitext": wikitext.read,
    "markdown": markdown.read,
}


def load_source(
    path: str | Path,
    *,
    id: str = "",  # noqa: A002
    relative: str = "",
    title: str = "",
    format: Format | None = None,  # noqa: A002
    facts: SourceFacts | None = None,
    settings: LoadSettings | None = None,
) -> Source:
    """Read one file; `id` defaults to its stem, `relative` (the path shown) to its name, `format` to what it holds.

    Raises:
        UnreadableSourceError: missing, no permission, too large, binary, broken encoding, or no text in it.

    """
    path, chosen = Path(path), settings or LoadSettings()
    shown = relative or path.name
    data = _bytes(path, shown, chosen)
    raw, encoding = decode(data, shown)
    kind = format or sniff(raw, path.suffix)
    clean = _READERS[kind](raw, chosen)
    if not clean.text:
        raise UnreadableSourceError(f"{shown!r} holds no text", hint="Remove it or replace it.")
    return Source(
        id=id or path.stem,
        path=shown,
        title=title or clean.title or path.stem,
        media_type=MEDIA_TYPES[kind],
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        raw=raw,
        text=clean.text,
        offsets=clean.offsets,
        blocks=clean.blocks,
        citations=clean.citations,
        facts=facts or SourceFacts(),
    )


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

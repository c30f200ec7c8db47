"""Keeps what was read from each document, so that adding one document costs one document.

Claims and frames are kept: they take 98 % of the time. The text and its sentences are made anew on every run, for the
file has to be read for its hash anyway, and reading their offsets back would take as long as making them.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, cast

from analyzer.cache.codec import decode, encode
from analyzer.cache.key import code_digest, document_key
from analyzer.cache.store import Store, cache_folder
from analyzer.model import Claim, Extraction, Frame

if TYPE_CHECKING:
    from analyzer.model import Document

log = logging.getLogger(__name__)


class Cache:
    """Extractions by what they depend on; see `key`. Any number of processes may use one folder at once."""

    def __init__(self, folder: str | Path) -> None:
        self._store = Store(Path(folder))
        self._code = code_digest()
        self._written = False

    def get(self, document: Document) -> Extraction | None:
        """What was read from this document before; None when it has to be read."""
        name = document_key(document.source)
        data = self._store.read(name)
        if data is None:
            return None
        try:
            claims, frames = cast("tuple[tuple[Claim, ...], tuple[Frame, ...]]", decode(data))
        except (TypeError, ValueError):  # no such value, or no pair
            self._store.drop(name)
            return None
        return Extraction(document, claims, frames)

    def put(self, extraction: Extraction) -> None:
        """Keep what was read, unless the code was edited meanwhile: nobody knows then which code has read it."""
        if code_digest() == self._code:
            name = document_key(extraction.document.source)
            self._store.write(name, encode((extraction.claims, extraction.frames)))
            self._written = True

    def close(self) -> None:
        """Keep the folder within its bounds; to be called after the last `put`."""
        if self._written:
            self._store.prune()


def open_cache() -> Cache | None:
    """The user's cache: in `ANALYZER_CACHE` or the system's place for caches; None (and a log line) without a home."""
    try:
        return Cache(cache_folder())
    except OSError as error:
        log.warning("There is no place for a cache: %s.", error.strerror or error)
        return None


__all__ = ["Cache", "open_cache"]

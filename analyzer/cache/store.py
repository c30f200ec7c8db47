"""A folder of entries, one file each: whole or absent, checked when read, the oldest dropped when there are many.

An entry is a header (format and SHA-256 of the rest) and compressed JSON. It lies in a folder that only its owner can
write, and nothing in it is executed, so the worst a damaged or forged entry can do is to be made anew.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import stat
import sys
import tempfile
import time
import zlib
from contextlib import suppress
from pathlib import Path

MAGIC = b"analyzer-cache 1 "
MAX_BYTES = 500_000_000  # some 10,000 documents of 3,000 words; what was used last stays
_STALE = 3600  # seconds after which an unfinished file is nobody's any more
_NAME = re.compile(r"[0-9a-f]{64}\.entry")
_PARTIAL = re.compile(r"[0-9a-f]{64}\..*\.part")

log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Where entries lie: `ANALYZER_CACHE`, else a folder of our own in the user's cache folder.

    Raises:
        OSError: the user has no home folder.

    """
    if chosen := os.environ.get("ANALYZER_CACHE"):
        return Path(chosen)
    return _user_cache() / "discrepancy-analyzer"


def _user_cache() -> Path:
    """The user's cache folder: XDG_CACHE_HOME (absolute, as its specification demands), else the system's custom."""
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    if Path(xdg).is_absolute():
        return Path(xdg)
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local)
    try:
        home = Path.home()
    except RuntimeError as error:
        raise FileNotFoundError(0, "no home folder") from error
    return home / "Library/Caches" if sys.platform == "darwin" else home / ".cache"


class Store:
    """Entries by name. Nothing here raises for a bad disk: an entry is absent, and one line in the log says why."""

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._writable = True

    def read(self, name: str) -> bytes | None:
        """The content of an entry; None when there is none, or it is damaged (then it is removed)."""
        path = self._path(name)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            log.warning("A cache entry can't be read and is made anew: %s.", error.strerror)
            return None
        payload = _checked(data)
        if payload is None:
            self.drop(name)
            return None
        with suppress(OSError):
            os.utime(path)  # used now: pruned last
        return payload

    def drop(self, name: str) -> None:
        """Remove a damaged entry, and say so."""
        log.warning("A cache entry was damaged and is made anew (%s).", name[:12])
        with suppress(OSError):
            self._path(name).unlink()

    def write(self, name: str, content: bytes) -> None:
        """Keep an entry; a reader meets it whole or not at all. After one failure nothing more is tried."""
        if not self._writable:
            return
        payload = zlib.compress(content, 3)
        head = MAGIC + hashlib.sha256(payload).hexdigest().encode("ascii") + b"\n"
        try:
            _own(self._folder)
            _replace(self._path(name), head + payload)
        except OSError as error:
            self._writable = False
            log.warning("The cache can't be written, so nothing is kept for the next run: %s.", error.strerror)

    def prune(self) -> None:
        """Drop what was used longest ago beyond the size allowed, and what a crash left unfinished."""
        with suppress(OSError):
            known = sorted(_entries(self._folder), reverse=True)
            total = 0
            for _, size, path in known:
                total += size
                if total > self._max_bytes:
                    path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.entry"


def _checked(data: bytes) -> bytes | None:
    """The content of a file, None unless header, hash and compression are whole."""
    head, _, payload = data.partition(b"\n")
    if head != MAGIC + hashlib.sha256(payload).hexdigest().encode("ascii"):
        return None
    try:
        return zlib.decompress(payload)
    except zlib.error:
        return None


def _own(folder: Path) -> None:
    """Make the folder, for its owner alone; refuse one that others could put entries into."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":
        status = folder.stat()
        if status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise PermissionError(0, "its folder belongs to others or can be written by them")


def _replace(path: Path, data: bytes) -> None:
    """Write beside and rename: two writers of one entry write the same, and the last one stays."""
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".part", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _entries(folder: Path) -> list[tuple[float, int, Path]]:
    """Time of last use, size and path of each entry; unfinished files of long ago are removed on the way."""
    found = []
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # another process prunes too
            status = path.stat()
            if _NAME.fullmatch(path.name):
                found.append((status.st_mtime, status.st_size, path))
            elif _PARTIAL.fullmatch(path.name) and status.st_mtime < time.time() - _STALE:
                path.unlink()
    return found

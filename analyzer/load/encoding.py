"""Bytes of a file -> text, or a clear reason why not."""

from __future__ import annotations

import codecs

from analyzer.errors import UnreadableSourceError

_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_WINDOWS_LETTERS = frozenset("ŠŒŽšœžŸƒ" + "".join(chr(c) for c in range(0xC0, 0x100) if c not in (0xD7, 0xF7)))
_WINDOWS_SIGNS = frozenset("€‚„…†‡‰‹‘’“”•–—™›") | frozenset("\u00a0¡£§©«®°±²³´·¹º»¼½¾¿×")


def decode(data: bytes, name: str) -> tuple[str, str]:
    r"""Text and encoding of `data`, without newline translation; a byte order mark stays as the first code point.

    UTF-8, UTF-16 with a byte order mark, and Windows-1252 where the result looks like writing. The encoding given
    decodes the bytes to exactly this text. `name` is for messages.

    >>> decode(b"caf\xe9", "a.txt")
    ('café', 'cp1252')

    Raises:
        UnreadableSourceError: binary data, broken UTF-8 or UTF-16, or an encoding that is none of these.

    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSourceError(f"{name!r} is {what}, not text", hint="Save it as text, HTML or Markdown.")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableSourceError(f"{name!r} is in UTF-32", hint="Save it as UTF-8.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, name)
    if b"\0" in data or _share_of_control(data) > 0.01:
        raise UnreadableSourceError(f"{name!r} looks like a binary file", hint="Save it as UTF-8 text.")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _windows(data, name, error)


def _utf16(data: bytes, name: str) -> tuple[str, str]:
    encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(
            f"{name!r} is broken UTF-16: {error.reason} at byte {error.start}", hint="Save it as UTF-8."
        ) from error


def _windows(data: bytes, name: str, error: UnicodeDecodeError) -> tuple[str, str]:
    """Windows-1252 when every upper byte is a letter inside Latin writing or a common sign; else the UTF-8 error."""
    broken = UnreadableSourceError(
        f"{name!r} is neither UTF-8 ({error.reason} at byte {error.start}) nor plausible Windows-1252",
        hint="Save it as UTF-8.",
    )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as cause:
        raise broken from cause
    upper = [char for char in text if ord(char) > 127]
    strange = sum(char not in _WINDOWS_LETTERS and char not in _WINDOWS_SIGNS for char in upper)
    letters = sum(char in _WINDOWS_LETTERS for char in upper)
    mojibake = _multibyte_runs(data)  # valid UTF-8 sequences: the file is UTF-8 that was cut or mixed
    if strange or mojibake or letters > 0.3 * max(4, sum(map(str.isalpha, text))):
        raise broken
    return text, "cp1252"


def _multibyte_runs(data: bytes) -> bool:
    """Whether most upper bytes of `data` form well-made UTF-8 sequences."""
    upper = sum(byte > 127 for byte in data)
    kept = data.decode("utf-8", errors="ignore")
    return 2 * sum(len(char.encode()) for char in kept if ord(char) > 127) > upper


def _share_of_control(data: bytes) -> float:
    head = data[:65536]
    return sum(byte in _CONTROL for byte in head) / max(1, len(head))

"""Bytes to text, or a clear reason why not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.errors import UnreadableSourceError
from analyzer.load.encoding import decode


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"caf\xc3\xa9\r\n", "café\r\n", "utf-8"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "\ufeffcafé", "utf-8"),
        ("\ufeffcafé".encode("utf-16-le"), "\ufeffcafé", "utf-16-le"),
        ("\ufeffcafé".encode("utf-16-be"), "\ufeffcafé", "utf-16-be"),
        (b"The caf\xe9 \x93burnt\x94 \x96 all of it.", "The café “burnt” – all of it.", "cp1252"),
        (b"", "", "utf-8"),
    ],
)
def test_supported_encodings_keep_every_code_point(data: bytes, text: str, encoding: str) -> None:
    """The byte order mark stays, line ends stay, and the encoding named decodes the bytes to the same text."""
    assert (text, encoding) == decode(data, "a.txt")
    assert text == data.decode(encoding)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x00\x01\x02binary", "binary"),
        ("\ufeffab".encode("utf-32-le"), "UTF-32"),
        ("\ufeffab".encode("utf-16-le") + b"\x00", "UTF-16"),
        ("Пожар начался ночью".encode("cp1251"), "neither UTF-8"),
        ("東京の火事".encode("shift-jis"), "neither UTF-8"),
        ("“Пожар” начался".encode()[:-1], "neither UTF-8"),
        (b"abc \x81 def", "neither UTF-8"),
    ],
)
def test_everything_else_is_a_clear_error(data: bytes, reason: str) -> None:
    """Binary data, broken encodings and other code pages name the file and the reason."""
    with pytest.raises(UnreadableSourceError, match=reason) as caught:
        decode(data, "a.txt")

    assert "'a.txt'" in caught.value.message
    assert caught.value.hint


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_decode_exactly_or_raise_the_one_error(data: bytes) -> None:
    """No bytes lead to a traceback; what is decoded is what the encoding says."""
    try:
        text, encoding = decode(data, "a.txt")
    except UnreadableSourceError:
        return

    assert text == data.decode(encoding)

"""Which files are sources, and what happens to bad ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analyzer.errors import CollectionError, UnreadableSourceError
from analyzer.load import load, load_source
from analyzer.settings import LoadSettings

SOURCES = Path(__file__).parents[2] / "sources"


def folder_of(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def test_readable_files_are_sources_in_order_of_id(tmp_path: Path) -> None:
    """README, LICENSE, TOML, hidden files and subfolders are none."""
    folder_of(tmp_path, b__txt="B.", a__md="A.", README__md="x", LICENSE="x", notes__toml="", __hidden="x")
    (tmp_path / "sub").mkdir()

    assert [("a", "a.md"), ("b", "b.txt")] == [(s.id, s.path) for s in load(tmp_path).sources]


def test_equal_stems_get_ids_of_their_own(tmp_path: Path) -> None:
    """Ids are unique and do not depend on the order of the directory."""
    folder_of(tmp_path, a__html="<p>A", a__txt="A.", b__txt="B.")

    assert [("a", "a.html"), ("a-2", "a.txt"), ("b", "b.txt")] == [(s.id, s.path) for s in load(tmp_path).sources]


def test_listing_order_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory listed backwards gives the same collection."""
    folder_of(tmp_path, c__txt="C.", a__txt="A.", b__bin=b"\0\0")
    forwards = load(tmp_path)
    files = sorted(tmp_path.iterdir(), reverse=True)
    monkeypatch.setattr(Path, "iterdir", lambda _: iter(files))
    backwards = load(tmp_path)

    assert [(s.id, s.sha256) for s in forwards.sources] == [(s.id, s.sha256) for s in backwards.sources]
    assert forwards.unreadable == backwards.unreadable


def test_manifest_decides_what_is_a_source(tmp_path: Path) -> None:
    """Unlisted files are reported; facts and settings come from the manifest."""
    folder_of(tmp_path, a__txt="A.", b__txt="B.")
    manifest = "[[source]]\nfile = 'a.txt'\nid = 'first'\nauthor = 'Ann'\n[settings.load]\nheading_length = 3\n"
    (tmp_path / "sources.toml").write_text(manifest, encoding="utf-8")
    collection = load(tmp_path)

    assert [("first", "Ann")] == [(s.id, s.facts.author) for s in collection.sources]
    assert [("unlisted", "b.txt")] == [(n.code, n.source) for n in collection.notices]
    assert {"load": {"heading_length": 3}} == collection.settings


def test_listed_but_missing_file_is_unreadable(tmp_path: Path) -> None:
    """The rest is loaded."""
    folder_of(tmp_path, a__txt="A.")
    (tmp_path / "sources.toml").write_text("[[source]]\nfile='a.txt'\n[[source]]\nfile='no.txt'\n", encoding="utf-8")

    assert ["no.txt"] == [n.source for n in load(tmp_path).unreadable]


def test_names_that_are_no_utf8_can_be_written(tmp_path: Path) -> None:
    """A file name in another encoding is shown with question marks."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("A.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("B.", encoding="utf-8")

    assert [("b", "b.txt"), ("caf?", "caf?.txt")] == [(s.id, s.path) for s in load(tmp_path).sources]


def test_one_file_is_a_collection(tmp_path: Path) -> None:
    """A file given by itself is the only source."""
    folder_of(tmp_path, a__txt="A.", b__txt="B.")

    assert ["a"] == [s.id for s in load(tmp_path / "a.txt").sources]


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_folder_without_texts_is_an_error(tmp_path: Path, name: str) -> None:
    """Missing and empty folders say what to do."""
    (tmp_path / "empty").mkdir()

    with pytest.raises(CollectionError) as caught:
        load(tmp_path / name)

    assert name in caught.value.message
    assert caught.value.hint


def test_only_unreadable_files_are_an_error_with_their_reasons(tmp_path: Path) -> None:
    """A folder of binaries names each."""
    with pytest.raises(CollectionError, match=r"'a\.bin' looks like a binary file"):
        load(folder_of(tmp_path, a__bin=b"\0\1"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\0\1\2", "binary"),
        (b"%PDF-1.4", "PDF"),
        (b"caf\xe9 \x81", "neither UTF-8"),
        (b" \n ", "no text"),
        (b"<p></p>" * 3, "no text"),
    ],
)
def test_unreadable_source_is_reported_and_the_rest_loaded(tmp_path: Path, content: bytes, reason: str) -> None:
    """One bad file never stops the others."""
    collection = load(folder_of(tmp_path, bad__txt=content, good__txt="Good."))

    assert ["good"] == [s.id for s in collection.sources]
    assert ["bad.txt"] == [n.source for n in collection.unreadable]
    assert reason in collection.unreadable[0].sentence


def test_file_over_the_limit_is_refused_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Size is asked first; the message names both sizes."""
    folder_of(tmp_path, a__txt="x" * 2000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))

    with pytest.raises(UnreadableSourceError, match="2,000 bytes, the limit is 1,000"):
        load_source(tmp_path / "a.txt", settings=LoadSettings(max_bytes=1000))


def test_file_without_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is told."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    folder_of(tmp_path, a__txt="A.")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(UnreadableSourceError, match="Permission denied"):
        load_source(tmp_path / "a.txt")


def test_raw_keeps_bom_and_line_ends(tmp_path: Path) -> None:
    """The mark is code point 0, CRLF is two; the clean text has neither."""
    source = load_source(folder_of(tmp_path, a__txt=b"\xef\xbb\xbfIt\r\nburnt.") / "a.txt")

    assert "\ufeffIt\r\nburnt." == source.raw
    assert "It burnt." == source.text
    assert (1, 11) == source.offsets.raw(0, len(source.text))


def test_the_collection_is_loaded_as_described() -> None:
    """The four documents, their formats, and no notice."""
    collection = load(SOURCES)

    assert [
        ("encyclopedia-mirror", "text/html"),
        ("historical-dictionary", "text/plain"),
        ("student-essay", "text/plain"),
        ("wiki-edit-view", "text/x-wiki"),
    ] == [(s.id, s.media_type) for s in collection.sources]
    assert ((), ()) == (collection.notices, collection.unreadable)

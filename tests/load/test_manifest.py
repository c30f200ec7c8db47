"""The manifest and its errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analyzer.errors import ManifestError
from analyzer.load.manifest import read_manifest, write_manifest

if TYPE_CHECKING:
    from pathlib import Path

FULL = """aliases = [["Bombay", "Mumbai"]]
[[source]]
file = "a/diary.txt"
id = "diary"
title = "Diary"
kind = "diary"
format = "plain"
author = "A. Surgeon"
year = 1812
calendar = "julian"
calendar_before = 1918-02-14
derived_from = "letters"
prior_reliability = 0.8
[settings.load]
max_bytes = 5
"""


def written(folder: Path, text: str) -> Path:
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_manifest_is_an_empty_one(tmp_path: Path) -> None:
    """Everything works without."""
    assert () == read_manifest(tmp_path).entries


def test_all_keys_are_read(tmp_path: Path) -> None:
    """What the user knows comes through unchanged."""
    manifest = read_manifest(written(tmp_path, FULL))
    entry = manifest.entries[0]

    assert ("a/diary.txt", "diary", "Diary", "plain") == (entry.file, entry.id, entry.title, entry.format)
    assert ("1812", "julian", "1918-02-14", "letters", 0.8) == (
        entry.facts.year,
        entry.facts.calendar,
        entry.facts.calendar_before,
        entry.facts.derived_from,
        entry.facts.prior_reliability,
    )
    assert (("Bombay", "Mumbai"),) == manifest.aliases
    assert {"load": {"max_bytes": 5}} == manifest.settings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[source]]\nfile = "a.txt\n', "line 2"),
        ("[[source]]\n\ntitle = 'x'\n", "line 1: a source needs its file"),
        (
            "[[source]]\nfile = 'a'\n[[source]]\nfile = 'b'\ncalendar = 'mayan'\n",
            "line 5: calendar is julian or gregorian",
        ),
        ("[[source]]\nfile = 'a'\nyear = true\n", "line 3: year has to be in quotes"),
        ("[[source]]\nfile = '../a'\n", "line 2: file is a path inside the folder"),
        ("[[source]]\nfile = 'a'\nformat = 'pdf'\n", "line 3: format is one of"),
        ("[[source]]\nfile = 'a'\nprior_reliability = 2\n", "line 3: prior_reliability is a number from 0 to 1"),
        ("[[source]]\nfile = 'a'\n[[source]]\nfile = 'a'\n", "line 4: file 'a' stands twice"),
        ("[source]\nfile = 'a'\n", "two brackets"),
        ("aliases = ['a']\n", "line 1: aliases are lists of names"),
        ("settings = 3\n", "line 1: settings stand in a table per stage"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    """A malformed manifest says where it is wrong."""
    with pytest.raises(ManifestError, match=r"^sources\.toml: ") as caught:
        read_manifest(written(tmp_path, text))

    assert message in caught.value.message
    assert caught.value.hint


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Nobody has to run it three times to find three errors."""
    with pytest.raises(ManifestError) as caught:
        read_manifest(written(tmp_path, "[[source]]\ncalendar = 'x'\nformat = 'y'\n"))

    assert 3 == caught.value.message.count("line ")


def test_broken_encoding_of_the_manifest_is_told(tmp_path: Path) -> None:
    """A manifest that is not UTF-8 is malformed."""
    (tmp_path / "sources.toml").write_bytes(b"title = '\xff'")

    with pytest.raises(ManifestError, match="UTF-8"):
        read_manifest(tmp_path)


def test_unknown_keys_are_reported_not_fatal(tmp_path: Path) -> None:
    """A misspelt key is told with its line, and the rest counts."""
    manifest = read_manifest(written(tmp_path, "[[source]]\nfile = 'a'\ntitel = 'x'\n"))

    assert 1 == len(manifest.entries)
    assert "line 3: unknown key 'titel'" in manifest.notices[0].sentence


def test_draft_lists_the_texts_and_overwrites_nothing(tmp_path: Path) -> None:
    """A manifest to be filled in can be read at once; a second one is refused."""
    (tmp_path / 'a "b".txt').write_text("x", encoding="utf-8")

    assert ('a "b".txt',) == tuple(e.file for e in read_manifest(write_manifest(tmp_path).parent).entries)
    with pytest.raises(ManifestError, match="there already"):
        write_manifest(tmp_path)

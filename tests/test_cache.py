"""The cache: what makes a new entry, what does not, and what happens to bad entries and bad disks."""

from __future__ import annotations

import ast
import logging
import multiprocessing
import os
import stat
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer import analyze, pipeline, workers
from analyzer.cache import Cache, open_cache
from analyzer.cache.codec import decode, encode
from analyzer.cache.key import STAGES, code_digest, document_key
from analyzer.cache.store import Store, cache_folder
from analyzer.extract import extract
from analyzer.load import load_source
from analyzer.model import Block, Document, Extraction, SourceFacts
from analyzer.report.data import findings_json
from analyzer.segment import segment
from analyzer.settings import LoadSettings
from analyzer.values.calendars import Day
from analyzer.values.dates import day_date
from analyzer.workers import extract_all

ROOT = Path(__file__).parents[1]
FERRY = ROOT / "tests/collections/ferry"
NAME = "0" * 64


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, the one that is used by default."""
    monkeypatch.setenv("ANALYZER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def memoir() -> Document:
    return segment(load_source(FERRY / "memoir.html"))


@pytest.fixture(scope="module")
def read(memoir: Document) -> Extraction:
    return extract_all([memoir])[0]


def no_reading(_: Document) -> Extraction:
    raise AssertionError("a document was read again")


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.entry"))


def test_what_was_read_comes_back_equal(folder: Path, memoir: Document, read: Extraction) -> None:
    """Claims and frames, each with every value inside, and the document that was asked for."""
    Cache(folder).put(read)
    found = Cache(folder).get(memoir)

    assert read == found
    assert found is not None
    assert found.document is memoir


def test_unchanged_documents_are_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run never reaches the reader, and gives the same bytes."""
    first = findings_json(analyze(FERRY))
    monkeypatch.setattr(workers, "extract", no_reading)

    assert first == findings_json(analyze(FERRY))
    assert 3 == len(entries(folder))


def test_without_cache_nothing_is_read_or_kept(folder: Path) -> None:
    """The bytes are those of a run with it, whether it is empty or full."""
    without = findings_json(analyze(FERRY, cache=False))
    made = folder.exists()
    filled = findings_json(analyze(FERRY))

    assert not made
    assert filled == without == findings_json(analyze(FERRY)) == findings_json(analyze(FERRY, cache=False))


def test_a_full_cache_is_not_used_when_it_is_not_wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader is reached although every document is known."""
    analyze(FERRY)
    kept = entries(folder)
    monkeypatch.setattr(workers, "extract", no_reading)

    with pytest.raises(AssertionError, match="read again"):
        analyze(FERRY, cache=False)
    assert 3 == len(kept)


def test_one_more_document_costs_one_document(
    folder: Path, tmp_path: Path, memoir: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is new is read."""
    del folder
    seen: list[str] = []

    def noted(document: Document) -> Extraction:
        seen.append(document.id)
        return extract(document)

    monkeypatch.setattr(workers, "extract", noted)
    extract_all([memoir], open_cache())
    (tmp_path / "new.txt").write_text("The ferry sank in 1889.", "utf-8")
    extract_all([memoir, segment(load_source(tmp_path / "new.txt"))], open_cache())

    assert ["memoir", "new"] == seen


@pytest.mark.parametrize(
    "facts",
    [
        SourceFacts(language="fr"),
        SourceFacts(country="RU"),
        SourceFacts(calendar="julian"),
        SourceFacts(calendar="julian", calendar_before="1918-02-14"),
        SourceFacts(prior_reliability=0.5),
    ],
    ids=str,
)
def test_facts_of_the_manifest_make_a_new_entry(memoir: Document, facts: SourceFacts) -> None:
    """They change how a text is read."""
    assert document_key(memoir.source) != document_key(replace(memoir.source, facts=facts))


def test_each_part_of_a_source_makes_a_new_entry(memoir: Document) -> None:
    """The file, its encoding and format, the clean text, its blocks: no two variants share a name."""
    source = memoir.source
    variants = [
        source,
        replace(source, id="other"),
        replace(source, title="Other"),
        replace(source, sha256="0"),
        replace(source, media_type="text/plain"),
        replace(source, encoding="cp1252"),
        replace(source, text=source.text.upper()),
        replace(source, blocks=(Block("heading", 0, 1, 1), *source.blocks)),
    ]

    assert len(variants) == len({document_key(variant) for variant in variants})


def test_settings_of_loading_make_a_new_entry_when_they_change_the_text(tmp_path: Path) -> None:
    """A limit that is not reached changes nothing; what counts as a heading does."""
    path = tmp_path / "lines.txt"
    path.write_text("THE LOSS OF THE FERRY\n\nShe left at noon and sank at dusk.\n\nNobody drowned.", "utf-8")
    keys = [
        document_key(load_source(path, settings=chosen))
        for chosen in (LoadSettings(), LoadSettings(max_bytes=1000), LoadSettings(heading_length=5))
    ]

    assert (True, False) == (keys[0] == keys[1], keys[0] == keys[2])


def test_changed_code_makes_new_entries(tmp_path: Path) -> None:
    """A rule, a word list or a new module; what reports do with claims does not matter."""
    for name in ("extract/rules.py", "extract/words.toml", "report/html.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1")
    digests = [code_digest(tmp_path)]
    for name in ("report/html.py", "extract/rules.py", "extract/words.toml", "extract/more.py"):
        (tmp_path / name).write_text("2")
        digests.append(code_digest(tmp_path))

    assert digests[0] == digests[1]
    assert 4 == len(set(digests))


def test_the_hashed_stages_import_no_other() -> None:
    """Otherwise a change in code that takes part in reading would meet old entries."""
    package = ROOT / "analyzer"
    found = {
        (path.name, node.module)
        for path in package.rglob("*.py")
        if path.relative_to(package).parts[0].removesuffix(".py") in STAGES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("analyzer.")
        if node.module.split(".")[1] not in STAGES
    }

    assert set() == found


def test_nothing_is_kept_when_the_code_was_edited_during_the_run(
    folder: Path, read: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows then which code has read the document."""
    cache = Cache(folder)
    monkeypatch.setattr("analyzer.cache.code_digest", lambda: "edited")
    cache.put(read)

    assert [] == entries(folder)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data.replace(b"analyzer-cache 1", b"analyzer-cache 0"),
        lambda data: b"\x80\x04something else\n" + data,
    ],
    ids=["empty", "cut off", "one bit", "older format", "foreign"],
)
def test_a_damaged_entry_is_noticed_and_made_anew(
    folder: Path, damage: object, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The result is the same, the log says what happened, and the next run finds a whole entry."""
    assert callable(damage)
    first = findings_json(analyze(FERRY))
    path = entries(folder)[0]
    path.write_bytes(damage(path.read_bytes()))
    second = findings_json(analyze(FERRY))
    said = [record.getMessage() for record in caplog.records]
    monkeypatch.setattr(workers, "extract", no_reading)

    assert first == second == findings_json(analyze(FERRY))
    assert [f"A cache entry was damaged and is made anew ({path.name[:12]})."] == said


def test_a_whole_entry_with_wrong_content_is_made_anew(
    folder: Path, memoir: Document, caplog: pytest.LogCaptureFixture
) -> None:
    """Its hash is right, and yet it is no reading of a document."""
    for content in (b"{", b"[99,1]", b"[4,1]", b"[0,1,2,3]", b"7"):
        Store(folder).write(document_key(memoir.source), content)

        assert Cache(folder).get(memoir) is None
        assert [] == entries(folder)
    assert 5 == len(caplog.records)


def write_often(folder: str, number: int) -> None:
    store = Store(Path(folder))
    for i in range(60):
        store.write(NAME, bytes([number]) * (20_000 + i))
        content = store.read(NAME)
        if content is None or len(set(content)) != 1:
            os._exit(1)


def test_writers_at_once_leave_whole_entries(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Three processes write and read one entry; every read is one writer's content, and nothing is left over."""
    context = multiprocessing.get_context("fork")
    running = [context.Process(target=write_often, args=(str(folder), i)) for i in range(3)]
    for process in running:
        process.start()
    for process in running:
        process.join()

    assert [0, 0, 0] == [process.exitcode for process in running]
    assert [f"{NAME}.entry"] == [path.name for path in folder.iterdir()]
    assert [] == caplog.records


def test_a_folder_that_cannot_be_written_only_disables_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A file stands in its place, so that not even the administrator can write there; said once."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANALYZER_CACHE", str(tmp_path / "file" / "cache"))
    analysis = analyze(FERRY)

    assert analysis.findings
    assert 1 == sum("can't be written" in record.getMessage() for record in caplog.records)


def test_a_full_disk_only_disables_the_cache(
    folder: Path, read: Extraction, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing half-written is left, and nothing more is tried."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache = Cache(folder)
    cache.put(read)
    cache.put(read)

    assert [] == list(folder.iterdir())
    assert ["No space left on device"] == [str(r.args[0]) for r in caplog.records if isinstance(r.args, tuple)]


def test_an_unreadable_entry_is_made_anew(
    folder: Path, memoir: Document, read: Extraction, caplog: pytest.LogCaptureFixture
) -> None:
    """A folder stands where a file should be."""
    (folder / f"{document_key(memoir.source)}.entry").mkdir(parents=True)
    found = extract_all([memoir], Cache(folder))

    assert (read,) == found
    assert "can't be read" in caplog.text


def test_entries_are_for_their_owner_alone(folder: Path, read: Extraction) -> None:
    """They hold words of documents that may be private."""
    Cache(folder).put(read)

    assert (0o700, 0o600) == tuple(stat.S_IMODE(path.stat().st_mode) for path in (folder, entries(folder)[0]))


def test_a_folder_others_can_write_is_not_used(
    folder: Path, read: Extraction, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody else could put results there."""
    folder.mkdir()
    folder.chmod(0o777)
    Cache(folder).put(read)

    assert [] == entries(folder)
    assert "can be written by them" in caplog.text


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    """Reading counts as use; files of others and unfinished ones of a running process stay."""
    store = Store(tmp_path, max_bytes=350)
    names = [digit * 64 for digit in "abcd"]
    for i, name in enumerate(names):
        store.write(name, bytes([i]))
        os.utime(tmp_path / f"{name}.entry", (i, i))
    store.read(names[0])
    (tmp_path / "notes.txt").write_text("mine")
    for name, age in (("new", None), ("old", (0, 0))):
        (tmp_path / f"{NAME}.{name}.part").write_text("")
        if age:
            os.utime(tmp_path / f"{NAME}.{name}.part", age)
    size = (tmp_path / f"{names[0]}.entry").stat().st_size
    Store(tmp_path, max_bytes=2 * size).prune()
    left = {path.name for path in tmp_path.iterdir()}

    assert {f"{names[0]}.entry", f"{names[3]}.entry", "notes.txt", f"{NAME}.new.part"} == left


def test_the_place_of_the_cache_follows_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The variable of our own first, then XDG_CACHE_HOME if it is absolute, then the custom of the system."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    places = []
    for own, xdg in (("/a", "/b"), ("", "/b"), ("", "relative"), ("", "")):
        monkeypatch.setenv("ANALYZER_CACHE", own)
        monkeypatch.setenv("XDG_CACHE_HOME", xdg)
        places.append(cache_folder())

    name = "discrepancy-analyzer"
    assert [Path("/a"), Path("/b") / name, tmp_path / ".cache" / name, tmp_path / ".cache" / name] == places


def test_a_user_without_home_has_no_cache(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """That is said, and nothing else happens."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("ANALYZER_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)

    assert open_cache() is None
    assert "no home folder" in caplog.text


def test_a_quiet_run_says_nothing_of_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--quiet` means no narration; without it the line is there."""
    from analyzer.cli import main

    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANALYZER_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(logging.getLogger("analyzer"), "level", logging.NOTSET)
    code = main(["sources", str(FERRY), "--quiet"])

    assert (0, "") == (code, capsys.readouterr().err)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple)
        | st.frozensets(st.text(max_size=5), max_size=4)
        | st.builds(Day, st.integers(-500, 2200), st.integers(1, 12), st.integers(1, 31))
        | st.builds(day_date, st.integers(1, 2200), st.integers(1, 12), st.integers(1, 28))
    ),
    max_leaves=12,
)


@given(VALUES)
@settings(deadline=None, max_examples=150)
def test_decoding_gives_what_was_encoded(value: object) -> None:
    """Any nesting of the values that claims are made of; the type of each part too."""
    found = decode(encode(value))

    assert (value, repr(value)) == (found, repr(value) if found == value else repr(found))


@given(st.binary(max_size=60) | st.text('[]0123456789,"abc.-', max_size=40).map(str.encode))
@settings(deadline=None, max_examples=300)
def test_decoding_anything_else_is_one_kind_of_error(data: bytes) -> None:
    """No input makes it do more than build values."""
    with suppress(ValueError):
        decode(data)


def test_only_listed_classes_are_encoded() -> None:
    """What is not in the list is an error of ours, not an entry."""
    with pytest.raises(TypeError, match="no code for range"):
        encode((range(2),))


def test_pipeline_opens_the_cache_before_it_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code is hashed before any of it has run."""
    order: list[str] = []
    monkeypatch.setattr("analyzer.cache.open_cache", lambda: order.append("cache"))
    monkeypatch.setattr(import_module("analyzer.load"), "load", lambda *_: order.append("load"))

    with pytest.raises(AttributeError):
        pipeline.analyze(FERRY)
    assert ["cache", "load"] == order

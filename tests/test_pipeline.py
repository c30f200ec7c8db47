"""From end to end on a collection of three texts without a manifest, and on input that can't be analysed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from analyzer import analyze
from analyzer.errors import CollectionError, ManifestError, UnreadableSourceError
from analyzer.report.data import findings_json
from analyzer.settings import LoadSettings, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analyzer import Analysis, Finding

ROOT = Path(__file__).parents[1]
FERRY = ROOT / "tests/collections/ferry"
SCHEMA = ROOT / "tests/gold/findings.schema.json"


@pytest.fixture(scope="module")
def ferry() -> Analysis:
    """Three texts on the loss of a ferry: a newspaper, a court of inquiry, a passenger."""
    return analyze(FERRY)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the collection that a test may spoil."""
    return Path(shutil.copytree(FERRY, tmp_path / "texts"))


def holding(analysis: Analysis, *values: str) -> Iterator[Finding]:
    """The findings that set at least these values against each other."""
    return (f for f in analysis.findings if set(values) <= {reading.value for reading in f.readings})


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (("20:05", "20:25"), "time"),
        (("1889", "1887"), "date"),
        (("PT25M", "PT45M"), "duration"),
        (("22", "24"), "number"),
    ],
)
def test_a_conflict_told_by_the_texts_comes_out(ferry: Analysis, values: tuple[str, str], kind: str) -> None:
    """When she sank, when she was built, how long it took, and how many were her crew."""
    assert [("conflict", kind, "between")] == [(f.relation, f.kind, f.scope) for f in holding(ferry, *values)]


@pytest.mark.parametrize(("value", "kind"), [("18:15", "time"), ("97", "number"), ("41", "number"), ("214", "number")])
def test_the_same_value_in_other_words_is_no_conflict(ferry: Analysis, value: str, kind: str) -> None:
    """6.15 p.m. is 18:15; 97 people are 97 persons; a further 41 are 41 others; 214 are aboard in both."""
    told = [f for f in holding(ferry, value) if f.kind == kind]

    assert 1 == len(told)
    assert told[0].relation in {"agreement", "rounding"}
    assert {"harbour-gazette", "inquiry-summary"} <= {reading.source for reading in told[0].readings}


def test_miles_and_kilometres_are_no_conflict(ferry: Analysis) -> None:
    """Eighteen miles are about 29 kilometres."""
    conflicts = [f for f in ferry.findings if f.relation == "conflict"]

    assert [] == [r.quote for f in conflicts for r in f.readings if "km" in r.value or "mi_i" in r.value]


def test_every_quote_is_the_raw_text_at_its_place(ferry: Analysis) -> None:
    """Readings, claims and passages are anchored in the files as they lie on disk."""
    raw = {d.id: (FERRY / d.source.path).read_bytes().decode(d.source.encoding) for d in ferry.documents}
    result = json.loads(findings_json(ferry))
    spans = [reading for finding in result["findings"] for reading in finding["readings"]]
    spans += [side for passage in result["passages"] for side in passage["sides"]]

    assert len(spans) > 20
    assert [] == [s for s in spans if s["quote"] != raw[s["source"]][s["start"] : s["end"]]]


def test_the_result_follows_the_schema(ferry: Analysis) -> None:
    """`findings.json` keeps the contract `findings/1`."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    assert [] == [error.message for error in validator.iter_errors(json.loads(findings_json(ferry)))]


def test_findings_stand_in_report_order(ferry: Analysis) -> None:
    """Conflicts first, then severity, then confidence, both falling."""
    keys = [(f.relation != "conflict", -f.severity, -round(f.confidence, 6)) for f in ferry.findings]

    assert sorted(keys) == keys


def test_no_pair_of_readings_stands_in_two_findings(ferry: Analysis) -> None:
    """One fact is one finding: where two facts stand in one sentence, their values tell them apart."""
    spans = [
        (f.kind, *sorted(((a.source, a.start, a.value), (b.source, b.start, b.value))))
        for f in ferry.findings
        for n, a in enumerate(f.readings)
        for b in f.readings[n + 1 :]
    ]

    assert len(spans) == len(set(spans))


def test_every_finding_has_its_reasons(ferry: Analysis) -> None:
    """A verdict without an ordered reason can't be checked."""
    assert [] == [f.id for f in ferry.findings if not f.reasons or not f.explanation]


def test_three_texts_in_their_own_words_are_three_witnesses(ferry: Analysis) -> None:
    """None is taken for a copy of another."""
    assert [1, 1, 1] == [len(witness.sources) for witness in ferry.reliability.witnesses]


def test_two_runs_give_the_same_result(ferry: Analysis) -> None:
    """Nothing is left behind by the first run that changes the second."""
    assert findings_json(ferry) == findings_json(analyze(FERRY))


def test_progress_is_told_stage_by_stage() -> None:
    """Shares rise from 0 to 1."""
    told: list[tuple[str, float]] = []
    analyze(FERRY / "memoir.html", progress=lambda stage, share: told.append((stage, share)))

    assert ("load", 0.0) == told[0]
    assert 1.0 == told[-1][1]
    assert sorted(share for _, share in told) == [share for _, share in told]


def test_a_file_alone_is_analysed_with_a_notice() -> None:
    """Nothing can be compared with another source, and the result says so."""
    alone = analyze(FERRY / "memoir.html")

    assert ["single-source"] == [notice.code for notice in alone.notices]
    assert {"within"} >= {finding.scope for finding in alone.findings}


def test_two_copies_are_one_witness_and_hold_no_conflict(tmp_path: Path) -> None:
    """A text agrees with itself."""
    for name in ("one.txt", "two.txt"):
        shutil.copy(FERRY / "harbour-gazette.txt", tmp_path / name)
    twice = analyze(tmp_path)

    assert [("one", "two")] == [witness.sources for witness in twice.reliability.witnesses]
    assert [] == [f.question for f in twice.findings if f.relation == "conflict" and f.confidence >= 0.5]


def test_an_unrelated_text_adds_no_conflict_between_sources(texts: Path) -> None:
    """Recipes don't contradict shipwrecks."""
    recipe = "# Apple cake\n\nPeel 6 apples and cut them. Bake the cake for 45 minutes at 180 °C. It serves 8.\n"
    (texts / "cake.md").write_text(recipe, encoding="utf-8")
    between = [f for f in analyze(texts).findings if f.scope == "between" and f.relation == "conflict"]

    assert [] == [f.question for f in between if "cake" in {reading.source for reading in f.readings}]


def test_a_missing_folder_is_a_collection_error() -> None:
    """The message names it."""
    with pytest.raises(CollectionError, match="no-such-folder"):
        analyze("no-such-folder")


def test_an_empty_folder_is_a_collection_error(tmp_path: Path) -> None:
    """The hint says what to put there."""
    with pytest.raises(CollectionError) as caught:
        analyze(tmp_path)

    assert "at least one text" in caught.value.hint


def _binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16)


def _broken_utf16(path: Path) -> None:
    path.write_bytes(b"\xff\xfe" + "The ferry".encode("utf-16-le") + b"\x00")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone.txt"))


@pytest.mark.parametrize("spoil", [_binary, _broken_utf16, _huge])
def test_a_file_that_can_not_be_read_is_reported_and_the_rest_analysed(spoil: object, texts: Path) -> None:
    """Binary, of broken encoding, of 50 MB: the sentence names the file, and the findings are those of the others."""
    assert callable(spoil)
    spoil(texts / "zz.txt")
    analysis = analyze(texts)

    assert ["zz.txt"] == [notice.source for notice in analysis.collection.unreadable]
    assert ["harbour-gazette", "inquiry-summary", "memoir"] == [d.id for d in analysis.documents]
    assert len(analysis.findings) > 0
    with pytest.raises(UnreadableSourceError, match=r"zz\.txt"):
        analyze(texts, strict=True)


@pytest.mark.parametrize("spoil", [_empty, _dangling])
def test_an_empty_file_or_a_dangling_link_stops_nothing(spoil: object, texts: Path) -> None:
    """The three texts give what they gave before."""
    assert callable(spoil)
    spoil(texts / "zz.txt")
    analysis = analyze(texts)

    assert {"harbour-gazette", "inquiry-summary", "memoir"} <= {d.id for d in analysis.documents}
    assert any(f.relation == "conflict" for f in analysis.findings)


def test_a_file_without_permission_is_reported(texts: Path) -> None:
    """Whoever may read everything reads it; everyone else is told."""
    path = texts / "memoir.html"
    path.chmod(0)
    analysis = analyze(texts)

    assert (3 if os.access(path, os.R_OK) else 2) == len(analysis.documents)
    assert (0 if os.access(path, os.R_OK) else 1) == len(analysis.collection.unreadable)


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ("[[source]\n", "not valid TOML"),
        ('[[source]]\ntitle = "No file"\n', "a source needs its file"),
        ('[[source]]\nfile = "../secret.txt"\n', "inside the folder"),
        ("[settings.load]\nmax_size = 3\n", "max_size is not a setting"),
    ],
)
def test_a_malformed_manifest_is_an_error_that_names_it(manifest: str, says: str, texts: Path) -> None:
    """Nothing is analysed under a manifest that was not understood."""
    (texts / "sources.toml").write_text(manifest, encoding="utf-8")

    with pytest.raises(ManifestError, match=says) as caught:
        analyze(texts)
    assert "sources.toml" in caught.value.message


def test_settings_of_the_call_win_over_those_of_the_manifest(texts: Path) -> None:
    """The manifest refuses every file of more than 10 bytes, the call does not."""
    (texts / "sources.toml").write_text("[settings.load]\nmax_bytes = 10\n", encoding="utf-8")
    with pytest.raises(CollectionError, match="no readable source"):
        analyze(texts)

    assert 3 == len(analyze(texts, Settings(load=LoadSettings())).documents)

"""The command line: data on stdout, narration on stderr, exit codes, and no traceback whatever is typed."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from analyzer import __version__, analyze
from analyzer.cli import CLEAR, build_parser, main
from analyzer.report.data import claims_csv, findings_csv, passages_csv

if TYPE_CHECKING:
    from analyzer import Analysis

ROOT = Path(__file__).parents[1]
FERRY = str(ROOT / "tests/collections/ferry")
COMMANDS = ("report", "findings", "align", "claims", "sources", "explain", "init")

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def ferry() -> Analysis:
    """What the commands on the small collection speak of."""
    return analyze(FERRY)


def run(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a user starts it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "analyzer", *args], capture_output=True, check=False, cwd=ROOT, env=os.environ | env
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(command: str, capsys: Capture) -> None:
    """`--help` says in one sentence what the command does, and exits with 0."""
    code = main([command, "--help"])

    assert 0 == code
    assert f"usage: analyzer {command}" in capsys.readouterr().out


def test_the_program_lists_its_commands_and_exit_codes() -> None:
    """Every command is named in the overview."""
    text = build_parser().format_help()

    assert [] == [command for command in COMMANDS if f"\n    {command} " not in text]
    assert "exit codes" in text


def test_it_runs_as_a_module_and_tells_its_version() -> None:
    """`python -m analyzer` is the program."""
    done = run("--version")

    assert (0, f"analyzer {__version__}\n".encode(), b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "arguments are required"),
        (["conclude"], "invalid choice: 'conclude'"),
        (["report", "--colour"], "unrecognized arguments"),
        (["findings", "--output-format", "yaml"], "invalid choice: 'yaml'"),
        (["findings", FERRY, "--min-confidence", "7"], "7 is not between 0 and 1"),
        (["findings", FERRY, "--min-confidence", "high"], "invalid"),
        (["findings", FERRY, "--kind", "date,colour"], "unknown kind: colour"),
        (["report", FERRY, "--format", "html,odt"], "unknown format: odt"),
        (["report", FERRY, "--format", ""], "unknown format: (none)"),
        (["report", FERRY, "--out", str(ROOT / "LICENSE")], "is a file"),
        (["sources", FERRY, "--jobs", "-1"], "jobs"),
        (["sources", FERRY, "--jobs", "many"], "invalid int value: 'many'"),
        (["explain", "zzz", FERRY], "no finding has the id 'zzz'"),
        (["explain", "", FERRY], "several findings"),
        (["init", "no-such-folder"], "no such folder: 'no-such-folder'"),
        (["explain", "x", "no-such-folder"], "no such file or folder: 'no-such-folder'"),
        *(([name, "no-such-folder"], "no such file or folder: 'no-such-folder'") for name in COMMANDS[:5]),
    ],
)
def test_bad_usage_exits_with_two_and_says_what_is_wrong(args: list[str], says: str, capsys: Capture) -> None:
    """The message is on stderr, stdout stays empty, and nothing is raised."""
    code = main(args)
    shown = capsys.readouterr()

    assert (2, "") == (code, shown.out)
    assert says in shown.err


def test_the_full_listing_quotes_every_reading(ferry: Analysis, capsys: Capture) -> None:
    """Each finding stands with its question, its readings in their words, and its reasons."""
    assert 0 == main(["findings", FERRY])
    shown = capsys.readouterr().out

    assert [] == [f.id for f in ferry.findings if f.question not in shown]
    assert [] == [r.text for f in ferry.findings for r in f.readings if " ".join(r.text.split()) not in shown]


def test_the_concise_listing_has_one_line_per_finding(ferry: Analysis, capsys: Capture) -> None:
    """The id stands first, for `explain`."""
    assert 0 == main(["findings", FERRY, "--output-format", "concise"])

    assert [f.id for f in ferry.findings] == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_findings_as_json_are_those_of_the_analysis(ferry: Analysis, capsys: Capture) -> None:
    """The rows are the same in each format."""
    assert 0 == main(["findings", FERRY, "--output-format", "json"])

    assert [f.id for f in ferry.findings] == [f["id"] for f in json.loads(capsys.readouterr().out)]


def test_findings_as_workflow_commands_name_file_and_line(ferry: Analysis, capsys: Capture) -> None:
    """One line per finding, a warning for each conflict."""
    assert 0 == main(["findings", FERRY, "--output-format", "github"])
    lines = capsys.readouterr().out.splitlines()

    assert len(ferry.findings) == len(lines)
    assert [f.relation == "conflict" for f in ferry.findings] == [line.startswith("::warning ") for line in lines]


@pytest.mark.parametrize(
    ("args", "table"),
    [(["findings", "--output-format", "csv"], findings_csv), (["align"], passages_csv), (["claims"], claims_csv)],
)
def test_tables_on_stdout_are_those_of_the_report(
    args: list[str], table: object, ferry: Analysis, capsys: Capture
) -> None:
    """The same bytes as the file of that name."""
    assert callable(table)
    assert 0 == main([args[0], FERRY, *args[1:]])

    assert table(ferry) == capsys.readouterr().out


@pytest.mark.parametrize("command", ["align", "claims", "sources"])
def test_tables_come_as_json_too(command: str, capsys: Capture) -> None:
    """CSV and JSON have the same number of rows."""
    main([command, FERRY])
    as_csv = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    main([command, FERRY, "--output-format", "json"])

    assert len(as_csv) - 1 == len(json.loads(capsys.readouterr().out))


def test_only_the_kinds_asked_for_are_listed(ferry: Analysis, capsys: Capture) -> None:
    """Kinds are comma-separated; spaces do no harm."""
    assert 0 == main(["findings", FERRY, "--kind", "date, time", "--output-format", "concise"])

    wanted = [f.id for f in ferry.findings if f.kind in {"date", "time"}]
    assert wanted == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_only_sure_findings_are_listed_on_demand(ferry: Analysis, capsys: Capture) -> None:
    """The bound is inclusive."""
    bound = ferry.findings[0].confidence
    assert 0 == main(["findings", FERRY, "--min-confidence", str(bound), "--output-format", "json"])

    wanted = [f.id for f in ferry.findings if f.confidence >= bound]
    assert wanted == [f["id"] for f in json.loads(capsys.readouterr().out)]


def test_nothing_to_list_prints_nothing(capsys: Capture) -> None:
    """An empty listing is empty, not an empty line."""
    main(["findings", FERRY, "--kind", "cause"])

    assert "" == capsys.readouterr().out


@pytest.mark.parametrize(("kind", "code"), [("time", 1), ("cause", 0)])
def test_a_conflict_fails_the_run_on_demand(kind: str, code: int) -> None:
    """`--fail-on conflict` looks at the findings that are listed."""
    assert code == main(["findings", FERRY, "--kind", kind, "--fail-on", "conflict"])


def test_explain_shows_every_reason_in_order(ferry: Analysis, capsys: Capture) -> None:
    """The beginning of an id is enough when it is one finding's."""
    finding = ferry.findings[0]
    assert 0 == main(["explain", finding.id[:8], FERRY])
    shown = capsys.readouterr().out

    places = [shown.index(f"{n}. [{reason.code}]") for n, reason in enumerate(finding.reasons, start=1)]
    assert sorted(places) == places


def test_a_report_tells_where_it_is_and_its_result(tmp_path: Path, capsys: Capture) -> None:
    """The result on stdout is one sentence; the place goes to stderr."""
    assert 0 == main(["report", FERRY, "--out", str(tmp_path / "a/b"), "--format", "json,csv"])
    shown = capsys.readouterr()

    assert shown.out.startswith("3 texts, 3 independent witnesses, ")
    assert 1 == shown.out.count("\n")
    assert "The report is in" in shown.err
    assert {"findings.json", "findings.csv", "claims.csv", "passages.csv"} == {
        path.name for path in (tmp_path / "a/b").iterdir()
    }


def test_quiet_leaves_the_data_alone(capsys: Capture) -> None:
    """No narration, the same table."""
    main(["claims", str(Path(FERRY) / "memoir.html"), "--quiet"])
    quiet = capsys.readouterr()
    main(["claims", str(Path(FERRY) / "memoir.html")])

    assert ("", capsys.readouterr().out) == (quiet.err, quiet.out)


def test_one_source_alone_is_a_notice(capsys: Capture) -> None:
    """It is analysed within itself, and the exit code is 0."""
    code = main(["claims", str(Path(FERRY) / "memoir.html")])
    shown = capsys.readouterr()

    assert 0 == code
    assert "one source alone" in shown.err
    assert shown.out.startswith("source,start,end,quote,kind,value,")


def test_an_unreadable_source_is_reported_and_stops_a_strict_run(tmp_path: Path, capsys: Capture) -> None:
    """The others are analysed; under `--strict` it is an error."""
    shutil.copytree(FERRY, tmp_path / "texts")
    (tmp_path / "texts/photo.txt").write_bytes(bytes(range(256)) * 8)

    assert 0 == main(["sources", str(tmp_path / "texts")])
    assert "photo.txt" in capsys.readouterr().err
    assert 2 == main(["sources", str(tmp_path / "texts"), "--strict"])
    assert "photo.txt" in capsys.readouterr().err


def test_init_writes_a_manifest_that_loads_and_is_never_overwritten(tmp_path: Path, capsys: Capture) -> None:
    """What a user wrote stays."""
    shutil.copytree(FERRY, tmp_path / "texts")
    manifest = tmp_path / "texts/sources.toml"

    assert 0 == main(["init", str(tmp_path / "texts")])
    assert "sources.toml" in capsys.readouterr().err
    assert 0 == main(["sources", str(tmp_path / "texts")])
    assert 4 == capsys.readouterr().out.count("\n")

    manifest.write_text("# mine\n", encoding="utf-8")
    assert 2 == main(["init", str(tmp_path / "texts")])
    assert "# mine\n" == manifest.read_text("utf-8")


def test_piped_output_carries_no_control_characters() -> None:
    """No progress bar and no colour where stderr is not a terminal, with NO_COLOR or without."""
    done = run("findings", FERRY, "--output-format", "concise")

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"\033" not in done.stdout
    assert done.stdout == run("findings", FERRY, "--output-format", "concise", NO_COLOR="1").stdout


def test_a_terminal_sees_progress_and_a_clean_line_at_the_end(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar goes to stderr and is wiped; NO_COLOR keeps the terminal free of control characters."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["sources", FERRY])
    shown = capsys.readouterr()

    assert "] align" in shown.err
    assert shown.err.endswith(CLEAR)
    assert "\033" not in shown.out

    monkeypatch.setenv("NO_COLOR", "1")
    main(["sources", FERRY])
    assert "" == capsys.readouterr().err


def test_an_error_stands_on_a_line_of_its_own_on_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unfinished bar is wiped before the message."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["sources", "no-such-folder"])

    assert f"{CLEAR}analyzer: no such" in capsys.readouterr().err


def test_a_full_disk_is_told_without_a_traceback(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stdout refuses ends with exit code 2 and a sentence."""
    monkeypatch.setattr("analyzer.cli._mute_stdout", lambda: None)
    monkeypatch.setattr(sys, "stdout", _Full())
    code = main(["--version"])

    assert 2 == code
    assert "can't write to stdout: No space left on device" in capsys.readouterr().err


class _Full(io.TextIOWrapper):
    """A stream on a full disk."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`analyzer claims | head` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "analyzer", "claims", FERRY], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()

        assert (b"", 0) == (process.stderr.read(), process.wait())


def test_output_is_the_same_under_any_surroundings(tmp_path: Path) -> None:
    """Time zone, locale, hash seed, working directory and number of workers change no byte of any file."""
    for name, jobs, env in (
        ("one", "1", {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("two", "2", {"TZ": "America/St_Johns", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        (tmp_path / name).mkdir()
        subprocess.run(
            [sys.executable, "-m", "analyzer", "report", FERRY, "--out", "out", "--no-cache", "--jobs", jobs],
            check=True,
            capture_output=True,
            cwd=tmp_path / name,
            env=os.environ | env | {"PYTHONPATH": str(ROOT)},
        )

    one, two = tmp_path / "one/out", tmp_path / "two/out"
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    assert [] == [str(path) for path in files if (one / path).read_bytes() != (two / path).read_bytes()]

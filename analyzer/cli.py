"""The command line: arguments in, data on stdout, narration on stderr, an exit code out."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import AnalyzerError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Analysis, Finding

VERSION = "0.1.0"
FORMATS = ("html", "pdf", "json", "csv")
KINDS = (
    "date",
    "time",
    "number",
    "duration",
    "name",
    "place",
    "role",
    "quote",
    "participation",
    "sequence",
    "cause",
    "other",
)

EPILOG = """exit codes: 0 done; 1 findings at or above --fail-on; 2 bad usage or input
(or any unreadable source under --strict)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the exit code (0 done, 1 findings under --fail-on, 2 bad usage or input)."""
    parser = build_parser()
    try:
        args = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        code: int = args.run(args)
    except AnalyzerError as error:
        _say(f"analyzer: {error.message}")
        if error.hint:
            _say(f"  {error.hint}")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say("analyzer: stopped.")
        return 130
    return code


def build_parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = argparse.ArgumentParser(
        prog="analyzer",
        description="Find where several sources tell the same story differently, and which differences are real.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"analyzer {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_report(commands)
    _add_findings(commands)
    for name, run, text in (
        ("align", _run_align, "list the aligned passages"),
        ("claims", _run_claims, "list every dated, numbered or named claim"),
        ("sources", _run_sources, "list the sources and what is known of them"),
    ):
        command = _command(commands, name, text)
        command.add_argument("--output-format", choices=("csv", "json"), default="csv", help="default: csv")
        command.set_defaults(run=run)
    _add_explain(commands)
    init = _command(commands, "init", "write a manifest for the texts in a folder, to be filled in", folder=False)
    init.add_argument("folder", metavar="FOLDER", help="folder with the texts")
    init.set_defaults(run=_run_init)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str, *, folder: bool = True
) -> argparse.ArgumentParser:
    """A sub-command with the options that all of them share."""
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    if folder:
        command.add_argument(
            "folder", nargs="?", default="sources", metavar="FOLDER", help="folder or file (default: sources)"
        )
        command.add_argument("--strict", action="store_true", help="stop when any source can't be read")
        command.add_argument("--quiet", action="store_true", help="no narration on stderr")
    return command


def _add_report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "report", "write the discrepancy and reliability report")
    command.add_argument("--out", default="reports", metavar="DIR", help="output folder (default: reports)")
    command.add_argument(
        "--format",
        default=",".join(FORMATS),
        metavar="LIST",
        help=f"comma-separated, of {', '.join(FORMATS)} (default: all)",
    )
    command.set_defaults(run=_run_report)


def _add_findings(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "findings", "list where the sources disagree, and where they agree")
    command.add_argument("--output-format", choices=("full", "concise", "json", "csv", "github"), default="full")
    command.add_argument("--fail-on", choices=("conflict",), help="exit with 1 when there is such a finding")
    command.add_argument("--kind", metavar="LIST", help="only these kinds, comma-separated")
    command.add_argument(
        "--min-confidence", type=float, default=0.0, metavar="X", help="only findings of at least X (0-1)"
    )
    command.set_defaults(run=_run_findings)


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "explain", help="show how one finding was reached", description="Show how one finding was reached."
    )
    command.add_argument("id", metavar="ID", help="the finding's id, or its beginning")
    command.add_argument(
        "folder", nargs="?", default="sources", metavar="FOLDER", help="folder or file (default: sources)"
    )
    command.add_argument("--strict", action="store_true", help="stop when any source can't be read")
    command.add_argument("--quiet", action="store_true", help="no narration on stderr")
    command.set_defaults(run=_run_explain)


def _analysis(args: argparse.Namespace) -> Analysis:
    """Run the pipeline with progress on a terminal, and tell every notice on stderr."""
    from analyzer.pipeline import analyze

    show = not args.quiet and sys.stderr.isatty() and "NO_COLOR" not in os.environ
    analysis = analyze(args.folder, strict=args.strict, progress=_progress if show else None)
    if not args.quiet:
        for notice in analysis.notices:
            _say(f"analyzer: {notice.sentence}")
    return analysis


def _progress(stage: str, share: float) -> None:
    bar = "#" * round(share * 20)
    end = "\r" if share < 1 else "\r\033[K"
    sys.stderr.write(f"\r\033[K[{bar:<20}] {stage}{end}")
    sys.stderr.flush()


def _run_report(args: argparse.Namespace) -> int:
    from analyzer.report import headline, write

    formats = tuple(part.strip() for part in args.format.split(",") if part.strip())
    unknown = [f for f in formats if f not in FORMATS]
    if unknown or not formats:
        raise UsageError(f"unknown format: {', '.join(unknown) or '(none)'}", hint=f"Choose of {', '.join(FORMATS)}.")
    analysis = _analysis(args)
    paths = write(analysis, Path(args.out), formats)
    if not args.quiet:
        best = next((p for p in paths if p.suffix == ".html"), paths[0])
        _say(f"The report is in {best}")
    _out(headline(analysis))
    return 0


def _run_findings(args: argparse.Namespace) -> int:
    from analyzer.report import listing

    kinds = set(args.kind.split(",")) if args.kind else set(KINDS)
    if kinds - set(KINDS):
        raise UsageError(
            f"unknown kind: {', '.join(sorted(kinds - set(KINDS)))}", hint=f"Choose of {', '.join(KINDS)}."
        )
    analysis = _analysis(args)
    chosen = tuple(f for f in analysis.findings if f.kind in kinds and f.confidence >= args.min_confidence)
    _out(listing.findings(analysis, chosen, args.output_format))
    return int(args.fail_on is not None and any(_called(f) for f in chosen))


def _called(finding: Finding) -> bool:
    """A conflict that the analyzer stands by: confidence of at least one half."""
    return finding.relation == "conflict" and finding.confidence >= 0.5


def _run_align(args: argparse.Namespace) -> int:
    from analyzer.report import data, listing

    analysis = _analysis(args)
    _out(data.passages_csv(analysis) if args.output_format == "csv" else listing.passages(analysis))
    return 0


def _run_claims(args: argparse.Namespace) -> int:
    from analyzer.report import data, listing

    analysis = _analysis(args)
    _out(data.claims_csv(analysis) if args.output_format == "csv" else listing.as_json(data.claims_csv(analysis)))
    return 0


def _run_sources(args: argparse.Namespace) -> int:
    from analyzer.report import listing

    _out(listing.sources(_analysis(args), args.output_format))
    return 0


def _run_explain(args: argparse.Namespace) -> int:
    from analyzer.report import listing

    analysis = _analysis(args)
    matches = [f for f in analysis.findings if f.id.startswith(args.id)]
    if len(matches) != 1:
        what = "no finding has the id" if not matches else "several findings have an id that begins with"
        raise UsageError(f"{what} {args.id!r}", hint="List the ids with: analyzer findings --output-format concise")
    _out(listing.explanation(analysis, matches[0]))
    return 0


def _run_init(args: argparse.Namespace) -> int:
    from analyzer.load.manifest import write_manifest

    path = write_manifest(Path(args.folder))
    _say(f"Wrote {path}: fill in what is known of each source.")
    return 0


def _out(text: str) -> None:
    """Data: UTF-8 on stdout, whatever the locale, with one line break at the end."""
    data = text if text.endswith("\n") else text + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(data.encode("utf-8"))
    sys.stdout.buffer.flush()


def _say(text: str) -> None:
    """Narration: one line on stderr."""
    sys.stderr.write(text + "\n")

"""The command line: arguments in, data on stdout, narration on stderr, an exit code out."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from analyzer.errors import AnalyzerError, OutputError, UsageError
from analyzer.model import FindingKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Analysis, Finding

FORMATS = ("html", "pdf", "json", "csv")
KINDS: tuple[str, ...] = get_args(FindingKind)

CLEAR = "\r\033[K"  # back to the beginning of the terminal's line, and empty it
EPILOG = """exit codes: 0 done; 1 findings at or above --fail-on; 2 bad usage or input
(or any unreadable source under --strict)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the return value is the exit code (0 done, 1 findings under --fail-on, 2 bad usage or input)."""
    try:
        args = build_parser().parse_args(argv)
        code: int = args.run(args)
    except SystemExit as stop:
        return int(stop.code or 0)
    except AnalyzerError as error:
        _say(f"analyzer: {error.message}")
        if error.hint:
            _say(f"  {error.hint}")
        return 2
    except BrokenPipeError:
        _mute_stdout()
        return 0
    except KeyboardInterrupt:
        _say("analyzer: stopped.")
        return 130
    return code


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import analyzer

        _out(f"analyzer {analyzer.__version__}")
        parser.exit()


def build_parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    parser = argparse.ArgumentParser(
        prog="analyzer",
        description="Find where several sources tell the same story differently, and which differences are real.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
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
        _add_folder(command)
    return command


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", nargs="?", default="sources", metavar="FOLDER", help="folder or file (default: sources)"
    )
    command.add_argument("--strict", action="store_true", help="stop when any source can't be read")
    command.add_argument("--quiet", action="store_true", help="no narration on stderr")
    command.add_argument("--no-cache", action="store_true", help="neither use nor keep what was read before")
    command.add_argument("--jobs", type=int, default=0, metavar="N", help="worker processes (default: by the work)")


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
    command.add_argument(
        "--output-format", choices=("full", "concise", "json", "csv", "github"), default="full", help="default: full"
    )
    command.add_argument("--fail-on", choices=("conflict",), help="exit with 1 when there is such a finding")
    command.add_argument("--kind", metavar="LIST", help=f"only these kinds, comma-separated, of {', '.join(KINDS)}")
    command.add_argument(
        "--min-confidence", type=_share, default=0.0, metavar="X", help="only findings of at least X (0-1)"
    )
    command.set_defaults(run=_run_findings)


def _share(text: str) -> float:
    """A number from 0 to 1; argparse turns the error into a message and exit code 2."""
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(commands, "explain", "show how one finding was reached", folder=False)
    command.add_argument("id", metavar="ID", help="the finding's id, or its beginning")
    _add_folder(command)
    command.set_defaults(run=_run_explain)


def _analysis(args: argparse.Namespace) -> Analysis:
    """Run the pipeline with progress on a terminal, and tell every notice on stderr."""
    from analyzer.pipeline import analyze

    _log_to_stderr(quiet=args.quiet)
    show = not args.quiet and sys.stderr.isatty() and "NO_COLOR" not in os.environ
    try:
        analysis = analyze(
            args.folder,
            strict=args.strict,
            progress=_progress if show else None,
            cache=not args.no_cache,
            jobs=args.jobs,
        )
    finally:
        if show:
            sys.stderr.write(CLEAR)
    if not args.quiet:
        for notice in analysis.notices:
            _say(f"analyzer: {notice.sentence}")
    return analysis


def _log_to_stderr(*, quiet: bool) -> None:
    """What concerns the run and not the sources (a damaged cache) is logged, so that no output depends on it."""
    import logging

    logging.basicConfig(format="analyzer: %(message)s")
    logging.getLogger("analyzer").setLevel(logging.ERROR if quiet else logging.WARNING)


def _progress(stage: str, share: float) -> None:
    bar = "#" * round(share * 20)
    sys.stderr.write(f"{CLEAR}[{bar:<20}] {stage}")
    sys.stderr.flush()


def _run_report(args: argparse.Namespace) -> int:
    from analyzer.report import headline, write

    formats = _listed(args.format, FORMATS, "format")
    out = Path(args.out)
    if out.exists() and not out.is_dir():
        raise OutputError(f"{args.out!r} is a file", hint="Name a folder with --out.")
    analysis = _analysis(args)
    paths = write(analysis, out, formats)
    if not args.quiet:
        best = next((p for p in paths if p.suffix == ".html"), paths[0])
        _say(f"The report is in {best}")
    _out(headline(analysis))
    return 0


def _listed(text: str, known: tuple[str, ...], what: str) -> tuple[str, ...]:
    """The parts of a comma-separated option; a usage error unless there is one and all are known."""
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    unknown = [part for part in parts if part not in known]
    if unknown or not parts:
        raise UsageError(f"unknown {what}: {', '.join(unknown) or '(none)'}", hint=f"Choose of {', '.join(known)}.")
    return parts


def _run_findings(args: argparse.Namespace) -> int:
    from analyzer.report import listing

    kinds = set(_listed(args.kind, KINDS, "kind")) if args.kind is not None else set(KINDS)
    analysis = _analysis(args)
    chosen = tuple(f for f in analysis.findings if f.kind in kinds and f.confidence >= args.min_confidence)
    _out(listing.findings(analysis, chosen, args.output_format))
    return int(args.fail_on is not None and any(_called(f) for f in chosen))


def _called(finding: Finding) -> bool:
    """A conflict that the analyzer stands by: confidence of at least one half."""
    return finding.relation == "conflict" and finding.sure


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

    if not Path(args.folder).is_dir():
        raise UsageError(f"no such folder: {args.folder!r}", hint="Give the folder that holds the texts.")
    path = write_manifest(Path(args.folder))
    _say(f"Wrote {path}: fill in what is known of each source.")
    return 0


def _out(text: str) -> None:
    """Data: UTF-8 on stdout, whatever the locale, with one line break at the end; nothing for an empty text.

    Raises:
        OutputError: stdout can't be written, as on a full disk.

    """
    data = text if text.endswith("\n") or not text else text + "\n"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _mute_stdout()
        raise OutputError(f"can't write to stdout: {error.strerror}", hint="Make room, or write elsewhere.") from error


def _mute_stdout() -> None:
    """Nobody reads on: what Python still flushes at its end goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    """Narration: one line on stderr."""
    sys.stderr.write(text + "\n")

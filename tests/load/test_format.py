"""The format is told from the content first."""

from __future__ import annotations

import pytest

from analyzer.load.format import sniff


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("It burnt.", ".txt", "plain"),
        ("a < b and c > d", ".txt", "plain"),
        ("<!DOCTYPE html><p>x", ".txt", "html"),
        ("\ufeff <html>", ".txt", "html"),
        ("<p>x</p><p>y</p>", ".txt", "html"),
        ("x", ".HTM", "html"),
        ("== A ==\n[[b]] c.{{sfn|d}}", ".txt", "wikitext"),
        ("== A ==\n[[b]] c.<ref>d</ref>", ".html", "wikitext"),
        ("x", ".wiki", "wikitext"),
        ("x", ".md", "markdown"),
        ("# not a heading here", ".txt", "plain"),
        ("See [[one]] link in " + "a long text " * 300, ".txt", "plain"),
    ],
)
def test_content_outranks_the_name(text: str, suffix: str, expected: str) -> None:
    """Markup decides; the name decides where there is none."""
    assert expected == sniff(text, suffix)

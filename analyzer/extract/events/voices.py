"""How the one whose words are reported is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.extract.events.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from analyzer.model import Mention

_QUANTIFIERS = {"some", "many", "most", "several", "other", "few"}
_NAME = (
    r"(?!(?:As|When|Then|But|And|While|The|In|For|So|Yet|Later) )"
    r"(?P<name>[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,3})"
)
_FORMS = "s|d|ed|es|"
_IRREGULAR = "said|wrote|told|thought|held|recalled|replied|writes|quoted|put it"
_LEAD = 80  # code points before a quotation in which its speaker is named


def voice(mention: Mention | None, token: Token) -> str:
    """How a speaker is named: pronouns by whom they stand for, others in their own words with "some", "many"."""
    if mention is None:
        return str(token.text)
    if mention.resolved and mention.entity == "person":
        return mention.key.title()
    quantifier = next((c.text for c in token.children if c.lower_ in _QUANTIFIERS), "")
    return f"{quantifier} {mention.text}".strip()


def before_quotation(text: str) -> str:
    """The speaker named in the words before a quotation, empty if none.

    >>> before_quotation("As Ada Byron writes, ")
    'Ada Byron'
    """
    match = re.search(rf"{_NAME} (?:has |had |later )?{_verbs()}\b[^.!?]{{0,30}}[,:]?\s*$", text[-_LEAD:])
    return match["name"] if match else ""


def after_quotation(text: str) -> str:
    """The speaker named in the words after a quotation, empty if none.

    >>> after_quotation(" wrote Ada Byron in 1843.")
    'Ada Byron'
    """
    head = text[:_LEAD]
    match = re.match(
        rf"[,.]?\s*(?:{_verbs()} {_NAME}|{_NAME} (?:has |had |later )?{_verbs()}\b)".replace("?P<name>", "", 1), head
    )
    return "" if match is None else match[1] or match["name"] or ""


def _verbs() -> str:
    stems = "|".join(sorted(words("speech", "verbs")))
    return f"(?:(?:{stems})(?:{_FORMS})|{_IRREGULAR})"

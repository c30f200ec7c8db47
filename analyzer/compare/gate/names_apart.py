"""Whether an act befell two bearers of two names, in two sources or in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.compare.context.kinship import single
from analyzer.extract.events.entities import gender_of, same_given, without_titles
from analyzer.extract.events.lexicon import words as lexicon
from analyzer.values.folding import fold
from analyzer.values.names import compare_names

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict
    from analyzer.model import Mention

QUALIFIED = re.compile(r"^(?:(?!(?:van|von|de|der|du|la|le|del|da|di|al|bin|zu)\b)[a-zß-öø-ÿ][\w’'-]* )+")
DIGITS = re.compile(r"\d")  # a name that holds a number was cut wrong


def two_bearers(left: Context, right: Context, _verdict: Verdict) -> str:
    """A birth or death of two people, a marriage or a victory over two, whose names differ."""
    for one, other in ((left.befallen, right.befallen), *_named_partners(left, right)):
        if one and other and not DIGITS.search(one + other) and _two_names(one, other) and not _both_named(left, right):
            return f"One is told of {one}, the other of {other}."
    return _relatives(left, right)


def _relatives(left: Context, right: Context) -> str:
    """A birth, a death or the like of two relatives of somebody: his father's and his mother's."""
    one, other = (c.frame.subject if c.frame else None for c in (left, right))
    if one is None or other is None or not single(left.families, right.families):
        return ""
    sexes = {_sex_of_relative(one), _sex_of_relative(other)}
    return f"One is told of {one.text}, the other of {other.text}." if sexes == {"male", "female"} else ""


def _sex_of_relative(subject: Mention | None) -> str:
    """Whether a relative of somebody is a man or a woman; empty for everybody else."""
    head = subject.head.lower() if subject else ""
    return next((sex for sex in ("male", "female") if head in lexicon("relations", sex)), "")


def _two_names(one: str, other: str) -> bool:
    """Whether two names are of two bearers; a first name alone, or a place after the name, tells of no second one.

    "Robert" may be Robert Page or plain Page, and "Ada Page of Ulm" is Page.
    """
    a, b = (QUALIFIED.sub("", name) for name in (one, other))
    if (" of " in a) != (" of " in b):
        a, b = (_without_place(name) for name in (a, b))
    return not _given_alone(a, b) and compare_names(a, b).relation == "different"


def _without_place(name: str) -> str:
    """A name without "of ..." as far as more than a title stands before it: not "Duke of Ulm"."""
    before = name.split(" of ", 1)[0]
    return before if without_titles([*fold(before).split(), ""])[:-1] else name


def _given_alone(one: str, other: str) -> bool:
    """Whether one of two names is a bare first name: that of the other, or beside a bare surname."""
    for name, full in ((one, other), (other, one)):
        bare, own = without_titles(fold(full).split()), fold(name).split()
        if len(own) == 1 and len(bare) > 1 and same_given(own[0], bare[0]):
            return True
        if len(own) == 1 and len(bare) == 1 and gender_of(own) and not gender_of(bare):
            return True
    return False


def _both_named(left: Context, right: Context) -> bool:
    """Whether two verbs tell of two things that stand in one of the sentences both: how far one was from the other."""
    if left.lemma == right.lemma or left.families & right.families or left.claim.date or left.claim.time:
        return False
    one, other = left.undergoer, right.undergoer
    return bool(one and other) and (one <= right.spelled.keys() or other <= left.spelled.keys())


def _named_partners(left: Context, right: Context) -> list[tuple[str, str]]:
    """The first named objects of the same act, when both acts have just one."""
    if left.frame is None or right.frame is None or left.lemma != right.lemma:
        return []
    one, other = ([m for m in f.objects if _is_name(m)] for f in (left.frame, right.frame))
    return [(one[0].text, other[0].text)] if len(one) == 1 and len(other) == 1 else []


def _is_name(mention: Mention) -> bool:
    named = mention.head[:1].isupper()  # not the capital of a sentence's first word: "Fifteen men"
    return not mention.resolved and named and mention.entity in {"person", "place"}

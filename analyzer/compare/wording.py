"""The words of a finding: what it is about, the question it raises, and how values are said aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyzer.compare.context.contexts import mentions
from analyzer.compare.context.stems import STOP_WORDS
from analyzer.extract.events.lexicon import families
from analyzer.values.date_words import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Claim, Frame, Mention
    from analyzer.values.dates import UncertainDate

LONGEST_NAME = 60  # code points of a participant in a question; longer ones are cut to their head
PASSIVE = re.compile(r"\b(was|were)\s+(?:\w+\s+)?$", re.IGNORECASE)
HYPHENATED = re.compile(r"[-–]\w+")
AUXILIARY = re.compile(r"\b(was|were)\b")
QUALIFIED = frozenset({"early", "mid", "late"})  # "early or 5 June" would be hard to read
LONGEST_GAP = 12  # code points between a verb and its object: "as ", "by the "
CUE_BEFORE, CUE_AFTER = 50, 60  # code points quoted around a value
CARRYING = {
    **dict.fromkeys(("has", "had"), "have"),
    "held": "hold",
    "underwent": "undergo",
    "experienced": "experience",
}
DIGITS = re.compile(r"\d")
NOMINAL = re.compile(r"\b(?:the|his|her|its|their|a|an|of|first|second|third|last)\s+$", re.IGNORECASE)
PRONOUNS = frozenset(
    "he she it they this that who which i we you him her them these those himself herself itself themselves".split()
)
ASKING = {"date": "When", "time": "At what time", "duration": "How long"}


def said(claim: Claim, text: str) -> str:
    """A value as a person says it: dates in full, everything else as the source writes it, with its bound.

    `text` is the clean text.
    """
    if claim.date:
        return spoken_date(claim.date)
    stated = claim.quantity.approximator if claim.quantity else claim.duration.modifier if claim.duration else ""
    bound = {"over": "more than", "under": "fewer than"}.get(stated, stated)
    written = " ".join(text[claim.start : claim.end].split())
    return f"{bound} {written}" if bound else written


def spoken_date(date: UncertainDate) -> str:
    """A date in words; what the clause says already (since, until, by) is left out.

    >>> from analyzer.values.dates import day_date, month_date, interval
    >>> spoken_date(day_date(1815, 6, 18)), spoken_date(month_date(1815, 6))
    ('18 June 1815', 'June 1815')
    """
    words = describe(date)
    return words.removeprefix("since ").removeprefix("until ").removeprefix("by ")


def either(values: Sequence[str]) -> str:
    """Alternatives in one phrase; dates that share their end share it here too, ranges and "early June" stay whole.

    >>> either(["8 October 1917", "12 October 1917"]), either(["5", "7", "9"])
    ('8 or 12 October 1917', '5, 7 or 9')
    """
    parts = [value.split(" ") for value in dict.fromkeys(values)]
    shared = 0
    whole = any("to" in p or p[0] in QUALIFIED for p in parts)
    while not whole and all(len(p) > shared + 1 for p in parts) and len({p[-1 - shared] for p in parts}) == 1:
        shared += 1
    if len(parts) == 1:
        return " ".join(parts[0])
    heads = [" ".join(p[: len(p) - shared]) for p in parts[:-1]]
    return f"{', '.join(heads)} or {' '.join(parts[-1])}"


def topic(members: Sequence[Context], texts: Sequence[str]) -> str:
    """What the readings are about, in a few words: the participant told most plainly, and the event.

    `texts` are the clean texts of the documents the contexts point to.
    """
    best = _plainest(members, texts)
    frame = best.frame
    if frame is None:
        return best.claim.counted or " ".join(sorted(best.names)[:4]) or "statement"
    named = next((name for m in reversed(mentions(frame)) if (name := _name(m))), "")
    event = texts[best.document][frame.trigger[0] : frame.trigger[1]].lower()
    parts = [best.claim.counted, named, event]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def question(members: Sequence[Context], texts: Sequence[str], values: Sequence[str]) -> str:
    """The question that the readings answer differently, ending with the alternatives.

    It is built from the clause that tells the event most plainly; where none can be turned into a question, the words
    around the value are quoted with a gap.
    """
    best = _plainest(members, texts)
    text = texts[best.document]
    clause = _verbal(best.frame, text) if best.frame and best.claim.kind in ASKING else ""
    asked = f"{ASKING[best.claim.kind]} {clause}" if clause else f"“{_cue(best, text)}”"
    return f"{asked}: {either(values)}?"


def _cue(context: Context, text: str) -> str:
    """The words around a value in its clause, with a gap in its place."""
    claim = context.claim
    start, end = max(context.clause[0], claim.start - CUE_BEFORE), min(context.clause[1], claim.end + CUE_AFTER)
    before, after = text[min(start, claim.start) : claim.start], text[claim.end : max(end, claim.end)]
    if start > context.clause[0]:
        before = before.partition(" ")[2]
    if end < context.clause[1]:
        after = after.rpartition(" ")[0]
    return " ".join(f"{before}… {after}".split()).strip(" ,;:.()")


def _plainest(members: Sequence[Context], texts: Sequence[str]) -> Context:
    return max(members, key=lambda c: (_clarity(c, texts[c.document]), -c.index))


def _clarity(context: Context, text: str) -> int:
    """How plainly a clause can be turned into a question: by its verb, its named subject and its named objects."""
    if context.frame is None:
        return 0
    named = [m for m in mentions(context.frame) if _name(m) and not m.resolved]
    return 1 + 2 * bool(_verbal(context.frame, text)) + min(len(named), 2) + bool(context.families)


def _verbal(frame: Frame, text: str) -> str:
    """The clause as the rest of a question: "was the bridge opened", "did the fleet leave port"; or "".

    What was denied is not asked after: "did not mind" happened at no time.
    """
    if frame.negated:
        return ""
    before = text[max(frame.clause[0], frame.trigger[0] - 40) : frame.trigger[0]]
    trigger = text[frame.trigger[0] : frame.trigger[1]].lower()
    subject = _name(frame.subject, text) if frame.subject else ""
    passive = PASSIVE.search(before) or _joined_passive(frame, text)
    if NOMINAL.search(before) or (trigger == frame.lemma and frame.lemma in families().nouns):
        return ""
    if passive:  # whom or what it was done to stands before the verb; "on suspicion" after it does not
        ahead = [m for m in (*frame.objects, *filter(None, [frame.subject])) if m.start < frame.trigger[0]]
        done_to = next((name for m in ahead if (name := _name(m, text))), "")
        if not done_to:
            return ""
        return f"{passive.group(1).lower()} {done_to} {trigger}{_rest(frame, text, frame.objects[1:])}"
    if not subject or frame.lemma in {"be", "have"}:
        return ""
    verb = CARRYING.get(trigger, frame.lemma.replace("_", " "))  # "had a debate" is filed under the debate
    return f"did {subject} {verb}{_rest(frame, text, frame.objects)}"


def _joined_passive(frame: Frame, text: str) -> re.Match[str] | None:
    """The auxiliary of an earlier verb that this one shares: "was signed and ratified"."""
    patient = next(iter(frame.objects), None) if frame.subject is None else None
    return AUXILIARY.search(text, patient.end, frame.trigger[0]) if patient is not None else None


def _rest(frame: Frame, text: str, objects: Sequence[Mention]) -> str:
    """What follows the verb up to the end of its nearest object, as the text has it; no dates, no long detours."""
    for mention in objects:
        gap = text[frame.trigger[1] : mention.start]
        named = _resolved(mention, text)  # "freed him" leaves a reader guessing
        rest = HYPHENATED.match(text, mention.end)  # the parser parts some names at their hyphen
        whole = gap + (named or text[mention.start : rest.end() if rest else mention.end])
        if 0 < len(gap) <= LONGEST_GAP and len(whole) <= LONGEST_NAME and not DIGITS.search(whole) and _name(mention):
            return whole
    return ""


def _name(mention: Mention, text: str = "") -> str:
    """A participant as it can stand in a question; a pronoun gives the name it was resolved to, or nothing.

    With `text`, the clean text, an article that stands before it is kept.
    """
    before = text[max(0, mention.start - 4) : mention.start].lower().split()
    article = "the " if before and before[-1] in {"the", "a", "an"} else ""
    words = article + _inside_sentence(" ".join(mention.text.split()), mention)
    if words.lower() in PRONOUNS or mention.resolved:
        return _resolved(mention, text)
    return words if len(words) <= LONGEST_NAME else mention.head


def _inside_sentence(words: str, mention: Mention) -> str:
    """The words without the capital of a sentence's beginning, where it is sure to be one ("Other seamen")."""
    first, space, rest = words.partition(" ")
    common = mention.head[:1].islower() and (first.lower() in STOP_WORDS or first.lower() == mention.head)
    return first.lower() + space + rest if common else words


def _resolved(mention: Mention, text: str) -> str:
    """The name a pronoun stands for, written as the text writes it; nothing for the narrator."""
    key = mention.key.lower()
    if not mention.resolved or key in PRONOUNS or key == "speaker":
        return ""
    return key.title() if key.title() in text else f"the {key}"

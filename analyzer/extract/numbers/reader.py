"""Reads the numbers of a document, sentence by sentence, as claims."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from analyzer.extract.numbers.amount import Amount, significant
from analyzer.extract.numbers.amounts import read_amount
from analyzer.extract.numbers.approximation import approximator
from analyzer.extract.numbers.counted import counted, measured
from analyzer.extract.numbers.guards import is_gapped, is_label
from analyzer.extract.numbers.idioms import is_idiom
from analyzer.extract.numbers.kinds import Kind, classify
from analyzer.extract.numbers.lexicon import words
from analyzer.extract.numbers.ordinals import is_rank, orders_something, read_ordinal
from analyzer.extract.numbers.pairs import Pair, grows, read_pair
from analyzer.extract.numbers.squares import settle_squares
from analyzer.extract.numbers.tokens import Token, at, tokenize
from analyzer.extract.numbers.units import TIME_CODES
from analyzer.model import Claim
from analyzer.values.numerals import plain
from analyzer.values.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analyzer.model import Document, Sentence

_LOOSE = words("about some under over nearly almost around fewer more less than at least most only just")

_LARGE = 1000  # only large numbers are told again of others without saying of what

# One number found: tokens `[first, last]`, its quantity, what it counts, and the rule that read it.
Found = tuple[int, int, Quantity, str, str]


def read_numbers(document: Document, taken: Sequence[Claim] = ()) -> tuple[Claim, ...]:
    """All numbers of the document that count, measure or order something, in order of position.

    No claim overlaps the span of a claim in `taken` (dates, times, durations). `counted` is the lower-case lemma of
    what is counted, with its state where one is told ("killed", "people aboard"); empty when the sentence doesn't say.
    A rule ending in "/from" or "/to" marks the two ends of a growth.
    """
    busy = sorted((claim.start, claim.end) for claim in taken)
    found = [claim for sentence in document.sentences for claim in _sentence(document, sentence, busy)]
    return settle_squares(document.source.text, found)


def _sentence(document: Document, sentence: Sentence, busy: list[tuple[int, int]]) -> Iterator[Claim]:
    tokens = tokenize(document.text(sentence), sentence.start)
    blocked = (
        frozenset(k for k, token in enumerate(tokens) if _overlaps(busy, token.start, token.end))
        if busy
        else frozenset()
    )
    for first, last, quantity, thing, rule in _scan(tokens, blocked):
        start, end = tokens[first].start, tokens[last].end
        yield Claim(
            document.id, "number", start, end, quantity.value, sentence.index, rule, quantity=quantity, counted=thing
        )


def _overlaps(busy: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether `[start, end)` meets one of the sorted, disjoint spans."""
    i = bisect_left(busy, (end, end))
    return i > 0 and busy[i - 1][1] > start


def _scan(tokens: list[Token], blocked: frozenset[int]) -> Iterator[Found]:
    """The numbers of one sentence from left to right, none twice."""
    i = 0
    said = ""  # what the last number of the sentence counts, for one that leaves it out
    while i < len(tokens):
        found = None if i in blocked else _ordinal(tokens, i) or _number(tokens, i, said)
        if found is None:
            i += 1
            continue
        first, last, quantity, thing, _ = found
        said = thing if thing and quantity.form in ("cardinal", "range") and quantity.high >= _LARGE else said
        if quantity.value and not any(k in blocked for k in range(first, last + 1)):
            found = _below_zero(tokens, found)
            yield found
        i = max(i, found[1]) + 1


def _below_zero(tokens: list[Token], found: Found) -> Found:
    """A measure with a minus before it, as a word or a sign of its own ("-6 degrees", not "1914-18")."""
    first, last, quantity, thing, rule = found
    if at(tokens, last + 1).lower == "below" and at(tokens, last + 2).lower == "zero":
        return _minus_degrees((first, last + 2, quantity, thing, rule))
    if quantity.unit in {"deg", "Cel"} and (at(tokens, last + 1).lower, at(tokens, last + 2).lower) == ("of", "frost"):
        return _minus_degrees((first, last + 2, quantity, thing, rule))
    if at(tokens, first - 1).lower == "minus" and quantity.form == "cardinal" and not thing:
        return _minus_degrees((first - 1, last, quantity, thing, rule))
    sign, before = at(tokens, first - 1), at(tokens, first - 2)
    alone = sign.text in {"-", "−", "–"} and sign.end == tokens[first].start and before.end < sign.start
    if quantity.form != "measure" or not (sign.lower == "minus" or alone) or quantity.low != quantity.high:
        return found
    value = f"-{quantity.value.removeprefix('~')}"
    value = f"~{value}" if quantity.value.startswith("~") else value
    return first - 1, last, replace(quantity, value=value, low=-quantity.low, high=-quantity.high), thing, rule


def _minus_degrees(found: Found) -> Found:
    """A temperature below nought: "twenty below zero", "eight degrees of frost"; a plain number is one of degrees."""
    first, last, quantity, _, rule = found
    unit = quantity.unit or "deg"
    if quantity.form not in ("measure", "cardinal") or quantity.low != quantity.high:
        return found
    hedge = "~" if quantity.value.startswith("~") else ""
    value = f"{hedge}-{quantity.value.removeprefix('~').split(' ')[0]} {unit}"
    low = -quantity.low
    return first, last, replace(quantity, value=value, low=low, high=low, form="measure", unit=unit), "", rule


def _ordinal(tokens: list[Token], i: int) -> Found | None:
    read = read_ordinal(tokens, i)
    if read is None:
        return None
    value, last = read
    ranked = is_rank(tokens, i, last)
    if not ranked and not orders_something(tokens, i, last):
        return (i, last, Quantity("", 0, 0), "", "") if last > i else None
    quantity = Quantity(str(value), value, value, "ordinal", digits=len(str(value)))
    return i, last, quantity, "rank" if ranked else counted(tokens, i, last, plural=False), "ordinal"


def _number(tokens: list[Token], i: int, said: str) -> Found | None:
    """The number that begins at token `i`; one with an empty value is to be stepped over."""
    amount = read_amount(tokens, i)
    if amount is None:
        return None
    pair = read_pair(tokens, amount)
    if pair and pair.pairing != "range":
        return _contest(pair)
    if said and is_gapped(tokens, amount):
        first, last, quantity, thing, rule = _single(tokens, amount)
        return first, last, quantity, thing or said, rule
    if is_label(tokens, amount) or is_idiom(tokens, amount):
        last = pair.last if pair else amount.last
        return i, last, Quantity("", 0, 0), "", ""
    return _range(tokens, pair) if pair else _single(tokens, amount)


def _contest(pair: Pair) -> Found:
    """Votes and scores keep the order of writing: "7-4"."""
    left, right = pair.left.value, pair.right.value
    quantity = Quantity(
        f"{plain(left)}-{plain(right)}",
        float(min(left, right)),
        float(max(left, right)),
        pair.pairing,
        digits=max(pair.left.digits, pair.right.digits),
    )
    return pair.first, pair.last, quantity, "vote" if pair.pairing == "vote" else "", pair.pairing


def _range(tokens: list[Token], pair: Pair) -> Found:
    kind = classify(tokens, pair.first, pair.last, spelled=pair.right.spelled)
    low, high = (_valued(amount.value, kind) for amount in (pair.left, pair.right))
    approx = approximator(tokens, kind.first, kind.last)
    form = "range" if kind.form == "cardinal" else kind.form
    value = f"{'~' if approx in ('about', 'nearly') else ''}{plain(low)}..{plain(high)}"
    quantity = Quantity(
        f"{value} {kind.unit}".rstrip(),
        float(low),
        float(high),
        form,
        kind.unit,
        approx,
        max(pair.left.digits, pair.right.digits),
    )
    return kind.first, kind.last, quantity, _thing(tokens, kind, plural=True), "range"


def _single(tokens: list[Token], amount: Amount) -> Found:
    kind = classify(tokens, amount.first, amount.last, spelled=amount.spelled, share=amount.fraction)
    value = _thousands(tokens, amount, kind)
    approx = approximator(tokens, kind.first, kind.last)
    form = "fraction" if amount.fraction and kind.form == "cardinal" else kind.form
    digits = amount.digits if kind.extra is None else significant(value)
    text = f"{'~' if approx in ('about', 'nearly') else ''}{plain(value)} {kind.unit}".rstrip()
    quantity = Quantity(text, float(value), float(value), form, kind.unit, approx, digits)
    thing = _thing(tokens, kind, plural=value != 1)
    if thing == "tonnage" and quantity.form == "cardinal":
        quantity = replace(quantity, value=f"{text} {{ton}}", form="measure", unit="{ton}")
    return kind.first, kind.last, quantity, thing, _rule(tokens, kind, quantity.form, spelled=amount.spelled)


def _valued(value: Decimal, kind: Kind) -> Decimal:
    return value * kind.scale + (kind.extra or 0)


def _thousands(tokens: list[Token], amount: Amount, kind: Kind) -> Decimal:
    """A single point before three digits groups thousands when plain things are counted ("1.500 men")."""
    text = tokens[amount.first].text
    whole, _, rest = text.partition(".")
    if kind.form == "cardinal" and amount.first == amount.last and len(rest) == 3 and whole not in ("", "0"):
        after = at(tokens, amount.last + 1)
        if after.kind == "word" and after.text.islower() and rest.isdecimal():
            return Decimal(whole + rest)
    return _valued(amount.value, kind)


def _thing(tokens: list[Token], kind: Kind, *, plural: bool) -> str:
    """What is counted or measured; ages and lengths of time count nothing."""
    if kind.form == "age" or kind.unit in TIME_CODES:
        return ""
    if kind.form in ("measure", "money"):
        return measured(tokens, kind.first, kind.last)
    return counted(tokens, kind.first, kind.last, plural=plural)


def _rule(tokens: list[Token], kind: Kind, form: str, *, spelled: bool) -> str:
    """Name of the rule: form, spelling, and the end of a growth the number stands for."""
    k = kind.first - 1
    while at(tokens, k).lower in _LOOSE:
        k -= 1
    step = at(tokens, k).lower if at(tokens, k).lower in ("from", "to") else ""
    moved = step if step and grows(tokens, kind.first) else ""
    return f"{form}-{'words' if spelled else 'digits'}" + (f"/{moved}" if moved else "")

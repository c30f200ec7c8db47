"""What parts two differing values by its sense, however alike the sentences are worded.

Within one source it forbids to call them a conflict. Between two, what is only likely is weighed with all other
evidence (`objections`): one may tell a plan as done, or a victim under another name. In seven collections no rule had
been mended with, 13 of the 25 barred pairs that other evidence gave one chance in eight or more were of one fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.context.counted_kinds import fate, side
from analyzer.compare.context.kinship import kindred, opposed, single
from analyzer.compare.context.rarity import words
from analyzer.compare.context.stems import stem
from analyzer.compare.gate.counts import told_apart
from analyzer.compare.gate.likeness import in_same_words
from analyzer.compare.gate.names_apart import two_bearers
from analyzer.compare.gate.parties import out_of, two_ages, two_parties
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from analyzer.compare.context.contexts import Context
    from analyzer.compare.verdicts import Verdict
    from analyzer.values.dates import UncertainDate

MISS = stem("missing")  # a lady's title is cut to the same stem
LAID = frozenset(map(stem, "stone keel foundation foundations cornerstone".split()))
OPENED = frozenset(
    map(
        stem,
        "inauguration inaugurated opening opened consecrated consecration completed launched finished unveiled".split(),
    )
)
LIVING = frozenset(
    "arrive depart sail travel live join appoint elect launch meet study marry".split()
)  # not of the dead
ABOARD = frozenset("carry embark ferry transport".split())  # nor this
STATES = frozenset({"be", "have"})  # verbs that tell how things stood at a time, not what happened
AGAIN = frozenset(
    "recapture retake reoccupy regain rebuild reelect reopen reappoint reestablish reissue rerelease rejoin "
    "remarry reunite readmit reinstate relaunch resume recommence reconvene".split()
)
WHOLE = frozenset("be measure have total".split())  # verbs that tell how long a thing is
YEAR_REACH, SEASON_REACH, COUNTED_REACH = 300, 90, 45  # days
DEGREES = frozenset({"deg", "Cel", "[degF]"})
ARTICLES = frozenset({"the", "a", "an"})
LEAST_SUM = 12  # smaller numbers add up by chance
LONG_STATE = 366  # days after which a state told of again is another state


def bar(left: Context, right: Context, verdict: Verdict, *, restated: bool = False) -> str:
    """The reason in words, empty when nothing parts the two; the same whichever way round.

    Values that can't be compared at all are barred always, the rest only where they differ. Where a source makes one
    statement twice (`restated`), it makes it its own, whoever is said to have made it.
    """
    if barred := _other_measure(left, right):
        return barred
    if verdict.agrees:
        return ""
    checks = (*CERTAIN, *(LIKELY if _meant(left, right) else ()), *(() if restated else (_attributed,)))
    return next((why for check in checks if (why := check(left, right, verdict))), "")


def _meant(left: Context, right: Context) -> bool:
    """Whether what parts the two is surely meant: by one author, or by one who keeps all other words."""
    return left.document == right.document or in_same_words(left, right)


def objections(left: Context, right: Context, verdict: Verdict) -> dict[str, str]:
    """What may part two differing values of two sources, in words by the name of the check, empty for nothing."""
    parts = {check.__name__.strip("_"): check for check in LIKELY}
    if verdict.agrees or _meant(left, right):
        return dict.fromkeys(parts, "")
    return {name: check(left, right, verdict) for name, check in parts.items()}


def _other_measure(left: Context, right: Context) -> str:
    forms = {c.claim.quantity.form for c in (left, right) if c.claim.quantity}
    if "ordinal" in forms:
        return "An ordinal names which one is meant; it is no quantity that could conflict."
    if len(forms) == 2 and forms & {"vote", "score", "age", "percent"}:
        return f"A {min(forms)} and a {max(forms)} measure different things."
    if left.document == right.document and left.claim.duration and _told_later(left) != _told_later(right):
        return "One tells how long something took, the other how long after something else it was."
    return ""


def _told_later(context: Context) -> bool:
    """A length that leads from what was told before ("ten minutes later")."""
    return context.claim.rule == "shift"


def _narrative_clock(left: Context, right: Context, _verdict: Verdict) -> str:
    """Two sources may tell one moment so and so: "It was ten past one" when he died, in the other "He died at one"."""
    hours = ["hour" in c.marks and c.lemma in {"be", "want"} for c in (left, right)]
    if all(hours) or (left.document == right.document and any(hours)):
        return "One only tells what hour it was in the story, not when something happened."
    return ""


def _qualified_names(left: Context, right: Context, _verdict: Verdict) -> str:
    """Two things of one source whose names end alike: the Grand Fleet and the High Seas Fleet."""
    one, other = (c.frame.subject if c.frame else None for c in (left, right))
    if left.document != right.document or one is None or other is None or one.resolved or other.resolved:
        return ""
    a, b = ([w for w in m.text.split() if w[:1].isupper()][:-1] for m in (one, other))
    things = {one.entity, other.entity} <= {"group", "thing"} and one.head == other.head and one.head[:1].isupper()
    apart = set(map(fold, a)) - set(map(fold, b)) - ARTICLES and set(map(fold, b)) - set(map(fold, a)) - ARTICLES
    return f"One is told of {one.text}, the other of {other.text}." if things and apart else ""


def _lapses(left: Context, right: Context, _verdict: Verdict) -> str:
    """Nine days after somebody died, and a work of eighteen days."""
    if left.claim.duration and ("lapse" in left.marks) != ("lapse" in right.marks):
        return "One tells how long something took, the other how long after or before something else it was."
    return ""


def _rates(left: Context, right: Context, _verdict: Verdict) -> str:
    if ("rate" in left.marks) != ("rate" in right.marks):
        return "One counts what there was each time, the other what there was in all."
    return ""


def _portions(left: Context, right: Context, _verdict: Verdict) -> str:
    """A stretch cut out of something, and how long the whole of a thing is."""
    for one, other in ((left, right), (right, left)):
        whole = side(words(other.claim.counted)) or other.lemma in WHOLE
        if "portion" in one.marks and "portion" not in other.marks and whole:
            return "One measures a part of what the other measures whole."
    return ""


def _sums(left: Context, right: Context, _verdict: Verdict) -> str:
    """One sentence tells the parts, the other the whole: 35 on board and one on the ground are 36 dead."""
    for one, other in ((left, right), (right, left)):
        whole = other.claim.quantity
        if whole is not None and whole.low == whole.high > LEAST_SUM and whole.low in one.sums:
            return f"One is a part of the {whole.low:,.10g}, and its sentence counts the rest."
    return ""


def _told_besides(left: Context, right: Context, _verdict: Verdict) -> str:
    """One sentence gives the other's number too, beside its own, and so of something else."""
    if left.document == right.document:
        return ""
    for one, other in ((left, right), (right, left)):
        told = other.claim.quantity
        if told is not None and told.low == told.high > LEAST_SUM and told.low in one.beside:
            return f"The sentence that gives one number gives the other, {told.low:,.10g}, too, and of something else."
    return ""


def _unsigned(left: Context, right: Context, _verdict: Verdict) -> str:
    """What are fifteen degrees of a winter's day in one text are "fifteen degrees below zero" in the other."""
    one, other = left.claim.quantity, right.claim.quantity
    degrees = one is not None and other is not None and one.unit == other.unit in DEGREES
    if degrees and one is not None and other is not None and one.low == -other.low and one.high == -other.high:
        return "One may leave out that it was below zero."
    return ""


def _unwritten_year(left: Context, right: Context, verdict: Verdict) -> str:
    dates = [c.claim.date for c in (left, right) if c.claim.date]
    reach = min((_reach(d) for d in dates if "year" in d.inferred), default=verdict.gap)
    return "The year of one of the two dates is not written in the text." if verdict.gap > reach else ""


def _reach(date: UncertainDate) -> int:
    """Days by which a date with an inferred year may lie off another and still be a telling of the same.

    What is counted from another date ("the night before") is off as far as that date was the wrong one, a season by
    the half of the earth it was told on.
    """
    if "day" in date.inferred:
        return COUNTED_REACH
    return SEASON_REACH if date.granularity == "season" else YEAR_REACH


def _moods(left: Context, right: Context, _verdict: Verdict) -> str:
    a, b = left.frame, right.frame
    ages = left.claim.quantity is not None and left.claim.quantity.form == "age"  # nobody plans or denies his age
    if a is None or b is None or ages:
        return ""
    if a.negated != b.negated and _one_act(left, right):
        return "One of the two says that it did not happen so."
    planned = {"planned", "ordered", "counterfactual"}
    agreed = "due" in left.marks & right.marks  # what somebody undertakes to pay each year is what he pays
    if (a.modality in planned) != (b.modality in planned) and not agreed:
        return f"One tells what was {a.modality}, the other what was {b.modality}."
    return ""


def _one_act(left: Context, right: Context) -> bool:
    """Whether what one denies is what the other says: "till then nobody knew" denies nothing of what was announced."""
    return (left.lemma == right.lemma and left.lemma not in STATES) or bool(left.families & right.families)


def _attributed(left: Context, right: Context, _verdict: Verdict) -> str:
    told = [c.frame.attribution for c in (left, right) if c.frame]
    if left.document == right.document and len(told) == 2 and told[0] != told[1]:
        return "The source reports what somebody else says; it does not contradict itself."
    return ""


def _repeated(left: Context, right: Context, _verdict: Verdict) -> str:
    denied = any(c.frame is not None and c.frame.negated for c in (left, right))
    if _again(left) != _again(right) and not denied:  # "not seen again" is no second time
        return "They are told of another one of the same kind: once and again."
    return ""


def _again(context: Context) -> bool:
    """It is told as happening once more: "again", or by a verb that says so."""
    return "again" in context.ordinals or context.lemma in AGAIN


def _ordinals(left: Context, right: Context, _verdict: Verdict) -> str:
    if left.ordinals and right.ordinals and not left.ordinals & right.ordinals:
        return "They are told of another one of the same kind: first and second."
    return ""


def _hurt(left: Context, right: Context, verdict: Verdict) -> str:
    return _fates(left, right, verdict) if {_fate(left), _fate(right)} == {"dead", "hurt"} else ""


def _fates(left: Context, right: Context, _verdict: Verdict) -> str:
    """Of those counted without a word on their fate, the clause tells it, or the sentence: women saved are not dead."""
    if any(c.claim.quantity is None or c.claim.quantity.unit for c in (left, right)):
        return ""
    one, other = (_fate(c) for c in (left, right))
    return f"One counts the {one}, the other the {other}." if one and other and one != other else ""


def _fate(context: Context) -> str:
    """The one fate a count is told with; of those who come and go the clause alone tells, not the whole sentence."""
    ladies = {MISS} if context.spelled.get(MISS, "").lower() != "missing" else set()
    clause = set(words(" ".join(sorted(context.frame.terms)))) - ladies if context.frame else set()
    for told in (context.counted, clause):
        if any(fate((word,)) for word in told):
            return fate(told)
    aboard = context.lemma in ABOARD and "person" not in context.counted  # a stone "carries 200 names"
    if context.families & LIVING or aboard:
        return "" if any(fate((word,)) for word in context.spelled) else "living"
    return "" if context.families else fate(context.spelled.keys() - ladies)


def _sides(left: Context, right: Context, _verdict: Verdict) -> str:
    if left.claim.quantity is None or right.claim.quantity is None:
        return ""
    one, other = (side(words(c.claim.counted)) for c in (left, right))
    return f"Different things are measured: the {one} and the {other}." if one and other and one != other else ""


def _counts(left: Context, right: Context, _verdict: Verdict) -> str:
    quantities = [c.claim.quantity for c in (left, right)]
    if any(q is None or q.unit for q in quantities) or not left.counted or not right.counted:
        return ""
    if left.counted & right.counted or "person" in left.counted | right.counted:
        return ""
    if left.document != right.document and not told_apart(left, right):
        return ""
    return f"Different things are counted: {left.claim.counted} and {right.claim.counted}."


def _opposites(left: Context, right: Context, _verdict: Verdict) -> str:
    """Acts of which one begins what the other ends."""
    if not left.claim.date and not left.claim.time:
        return ""
    if _founded(left) != _founded(right) and (_opened(left) or _opened(right)):
        return "One tells how a thing was begun, the other how it was opened."
    if opposed(left.families, right.families):
        return f"“{left.lemma}” and “{right.lemma}” are opposite acts."
    return ""


def _acts(left: Context, right: Context, _verdict: Verdict) -> str:
    """A birth or death and something else."""
    if not left.claim.date and not left.claim.time:
        return ""
    once = any(single(c.families, c.families) and not _of_nobody(c) for c in (left, right))
    different = left.families and right.families and not left.families & right.families
    if once and different and not kindred(left.families, right.families):
        return f"“{left.lemma}” and “{right.lemma}” are different acts."
    return ""


def _founded(context: Context) -> bool:
    """A first stone or a keel is laid."""
    return bool(context.spelled.keys() & LAID) and (context.lemma == "lay" or "lay" in context.spelled)


def _opened(context: Context) -> bool:
    return bool(context.spelled.keys() & OPENED) and not _founded(context)


def _of_nobody(context: Context) -> bool:
    """A killing of people not named ("six men were killed") dates what killed them as well."""
    return context.families == {"kill"} and not context.undergoer


def _states(left: Context, right: Context, verdict: Verdict) -> str:
    """How things stood at two times far apart."""
    if left.claim.date and {left.lemma, right.lemma} <= STATES and verdict.gap > LONG_STATE:
        return "How things stood in two different years is no event with two dates."
    if left.claim.date or "/from" in left.claim.rule + right.claim.rule:
        return ""
    if left.when is None or right.when is None or _asides(left, right):
        return ""
    (a, b), (c, d) = left.when.bounds(), right.when.bounds()
    if a is None or b is None or c is None or d is None or max(c - b, a - d) <= LONG_STATE:
        return ""
    return "The two are told of times more than a year apart."


def _asides(left: Context, right: Context) -> bool:
    """A measure stands beside a date of another act: "built in 1884, she was bought for £12,500"."""
    measured = left.claim.quantity is not None and bool(left.claim.quantity.unit)
    return measured and {left.dating, right.dating} != {"act"}


# What parts two values whoever tells them.
CERTAIN = (
    _narrative_clock, _qualified_names, _unwritten_year, _repeated, _sides, _rates, _portions, _told_besides, _unsigned,
    _hurt, _opposites, two_ages, two_parties, out_of,
)  # fmt: skip
# What is read from verbs and nouns that another author may choose for the same fact.
LIKELY = (_moods, _lapses, _ordinals, _counts, _sums, _fates, _acts, two_bearers, _states)

"""Finds one person, place or body spelled in several ways, in one source or across them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.name_bearers import SURENESS, Link, bearers
from analyzer.compare.readings import reading
from analyzer.model import Finding, Reason
from analyzer.values.folding import fold
from analyzer.values.names import compare_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.compare.contexts import Context
    from analyzer.model import Document, FindingKind

KINDS: dict[str, FindingKind] = {"name": "name", "place": "place"}
AROUND = 40  # code points of context on either side of a name
MOST_READINGS = 12
SHORTEST = 4  # letters; shorter names differ in one letter by chance
BESIDE = frozenset({"title", "prefix"})  # differences that stand beside a telling one without weakening it


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a name, with its first place in each source, in order of source."""

    text: str
    places: tuple[Context, ...]


def name_findings(
    contexts: Sequence[Context], documents: Sequence[Document], aliases: Sequence[Sequence[str]]
) -> Iterator[Finding]:
    """One finding for each bearer whose name is spelled in several ways."""
    spellings = _spellings(contexts, documents)
    links: list[Link] = []
    for left, right in _likely(sorted(spellings), aliases):
        found = compare_names(left, right, aliases)
        reasons = tuple(r for r in found.reasons if r.code not in BESIDE)
        if found.relation == "variant" and _telling(left, right, reasons):
            links.append(Link(left, right, reasons))
    for names, reasons in bearers(links, aliases):
        yield _finding([spellings[name] for name in names], reasons, documents)


def _telling(left: str, right: str, reasons: tuple[Reason, ...]) -> bool:
    """Every way of differing is a variant's; one letter alone is one only in a name of several words."""
    codes = {reason.code for reason in reasons}
    if f"{left}s" == right or f"{right}s" == left:  # "the North and South Sides"
        return False
    return (
        bool(codes) and codes <= SURENESS.keys() and (codes != {"one-letter"} or (" " in left.strip() and " " in right))
    )


def _spellings(contexts: Sequence[Context], documents: Sequence[Document]) -> Mapping[str, Spelling]:
    first: dict[str, dict[int, Context]] = defaultdict(dict)
    for context in contexts:
        if context.claim.kind in KINDS:
            text = documents[context.document].source.text[context.claim.start : context.claim.end]
            text = text.removesuffix("'s").removesuffix("’s")
            first[" ".join(text.split())].setdefault(context.document, context)
    return {text: Spelling(text, tuple(places[d] for d in sorted(places))) for text, places in first.items()}


def _likely(names: Sequence[str], aliases: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs that share the first two letters of a word, and known aliases, so that not all pairs need comparing."""
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for start in sorted({word[:2] for word in fold(name).split() if len(word) >= SHORTEST}):
            by_start[start].append(name)
    pairs = {
        (a, b)
        for members in by_start.values()
        for n, a in enumerate(members)
        for b in members[n + 1 :]
        if abs(len(a) - len(b)) <= max(len(a), len(b)) // 2
    }
    for group in aliases:
        pairs.update(combinations(sorted(set(group) & set(names)), 2))
    yield from sorted(pairs)


def _finding(spellings: Sequence[Spelling], reasons: tuple[Reason, ...], documents: Sequence[Document]) -> Finding:
    places = sorted((c for s in spellings for c in s.places), key=lambda c: c.index)[:MOST_READINGS]
    readings = tuple(
        reading(documents[c.document], c.claim, (c.claim.start - AROUND, c.claim.end + AROUND)) for c in places
    )
    kinds = Counter(KINDS[c.claim.kind] for c in places)
    kind = min(kinds, key=lambda k: (-kinds[k], k))  # whatever the order of the files
    names = [s.text for s in spellings]
    return Finding(
        id=grading.finding_id(kind, readings),
        topic=max(names, key=lambda n: (len(n), n)),
        question=f"One {'place' if kind == 'place' else 'name'} in several spellings: {', '.join(names)}?",
        kind=kind,
        relation="name_variant",
        scope="within" if len({c.document for c in places}) == 1 else "between",
        confidence=min(SURENESS[r.code] for r in reasons),
        severity=1,
        explanation=" ".join(dict.fromkeys(r.sentence for r in reasons)),
        readings=readings,
        reasons=reasons,
    )

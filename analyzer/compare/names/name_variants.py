"""Finds one person, place or body spelled in several ways, in one source or across them."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.compare import grading
from analyzer.compare.names.name_bearers import SURENESS, Link, bearers
from analyzer.compare.names.spellings import spellings, untitled
from analyzer.compare.names.stated_aliases import statements
from analyzer.compare.readings import reading
from analyzer.model import Finding, Reason
from analyzer.values.folding import fold
from analyzer.values.names import compare_names, name_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analyzer.compare.names.spellings import Spelling
    from analyzer.model import Claim, Document, Extraction, FindingKind

    Group = tuple[list[str], tuple[Reason, ...]]

KINDS: dict[str, FindingKind] = {"name": "name", "place": "place"}
AROUND = 40  # code points of context on either side of a name
MOST_READINGS = 12
SHORTEST = 5  # letters; shorter names sound alike by chance (Elle, Ellie)
PERSONS = frozenset({"initial", "given-form", "middle-dropped"})
BESIDE = frozenset({"title", "prefix"})  # differences that stand beside a telling one without weakening it


def name_findings(extractions: Sequence[Extraction], aliases: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """One finding for each bearer whose name is spelled in several ways, or who is said to bear several names.

    `aliases` are groups of names of one bearer; those that a text states are added to them.
    """
    documents = [extraction.document for extraction in extractions]
    stated = [tuple(statements(document.source.text)) for document in documents]
    aliases = [*aliases, *((s.one, s.other) for own in stated for s in own)]
    known = spellings(extractions, stated)
    groups = _groups(known, aliases)
    links: list[Link] = []
    for left, right in _likely(sorted(known), aliases):
        found = compare_names(left, right, groups.get(left, ()))
        reasons = tuple(r for r in found.reasons if r.code not in BESIDE)
        if found.relation != "variant" or not _telling(left, right, reasons):
            continue
        if _personal(known[left], known[right], reasons) and not _strangers(known[left], known[right], aliases):
            links.append(Link(left, right, reasons))
    for names, reasons in _whole(list(bearers(links, aliases)), known):
        yield _finding([known[name] for name in names], reasons, documents)


def _whole(groups: Sequence[Group], known: Mapping[str, Spelling]) -> Iterator[Group]:
    """The groups, those of a surname alone joined to the one group that holds all its bearers in full."""
    owners: defaultdict[str, set[int]] = defaultdict(set)
    for number, (names, _) in enumerate(groups):
        for name in names:
            owners[untitled(name)].add(number)
    joined: defaultdict[int, list[Group]] = defaultdict(list)
    for number, (names, reasons) in enumerate(groups):
        full = {untitled(bearer) for name in names for bearer in known[name].bearers}
        owning = set.intersection(*(owners[bearer] for bearer in full)) - {number} if full else set()
        joined[min(owning) if len(owning) == 1 else number].append((names, reasons))
    for number in sorted(joined):
        names = sorted({name for own, _ in joined[number] for name in own})
        yield names, tuple(dict.fromkeys(reason for _, reasons in joined[number] for reason in reasons))


def _groups(names: Iterable[str], aliases: Sequence[Sequence[str]]) -> dict[str, list[Sequence[str]]]:
    """The groups of aliases that each name is in, whatever its case and diacritics."""
    groups: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for group in aliases:
        for folded in {fold(name) for name in group}:
            groups[folded].append(group)
    return {name: groups[folded] for name in names if (folded := fold(name)) in groups}


def _personal(one: Spelling, other: Spelling, reasons: tuple[Reason, ...]) -> bool:
    """Whether what differs can differ: first and middle names are a person's ("National Liberation Front")."""
    return PERSONS.isdisjoint(reason.code for reason in reasons) or (one.person and other.person)


def _strangers(one: Spelling, other: Spelling, aliases: Sequence[Sequence[str]]) -> bool:
    """Whether the surnames' sources know their bearers in full, and none by one name."""
    pairs = [(a, b) for a in one.bearers for b in other.bearers]
    return bool(pairs) and all(compare_names(a, b, aliases).relation == "different" for a, b in pairs)


def _telling(left: str, right: str, reasons: tuple[Reason, ...]) -> bool:
    """Every way of differing is a variant's; one letter alone is one only in a name of several words."""
    codes = {reason.code for reason in reasons}
    if f"{left}s" == right or f"{right}s" == left:  # "the Upper and Lower Towns"
        return False
    if codes <= {"transliteration", "spelling"} and min(len(left), len(right)) < SHORTEST:
        return False
    if left.replace(".", "") == right.replace(".", "") or left.replace("men", "man") == right.replace("men", "man"):
        return False
    return (
        bool(codes) and codes <= SURENESS.keys() and (codes != {"one-letter"} or (" " in left.strip() and " " in right))
    )


def _likely(names: Sequence[str], aliases: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs that may be spellings of one name, and known aliases, so that not all pairs need comparing."""
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in sorted(name_keys(name)):
            by_key[key].append(name)
    pairs = {pair for members in by_key.values() for pair in combinations(members, 2)}
    for group in aliases:
        pairs.update(combinations(sorted(set(group) & set(names)), 2))
    yield from sorted(pairs)


def _finding(written: Sequence[Spelling], reasons: tuple[Reason, ...], documents: Sequence[Document]) -> Finding:
    places = sorted({p for s in written for p in s.places}, key=lambda p: (p.document, p.claim.start, p.claim.end))
    places = places[:MOST_READINGS]
    readings = tuple(
        reading(documents[c.document], c.claim, _around(c.claim, documents[c.document].source.text)) for c in places
    )
    kinds = Counter(KINDS[c.claim.kind] for c in places)
    kind = min(kinds, key=lambda k: (-kinds[k], k))  # whatever the order of the files
    names = [s.text for s in written]
    return Finding(
        id=grading.finding_id(kind, readings),
        topic=max(names, key=lambda n: (len(n), n)),
        question=f"One {'place' if kind == 'place' else 'name'} in several spellings: {', '.join(names)}?"
        if all(r.code != "alias" for r in reasons)
        else f"One {'place' if kind == 'place' else 'bearer'} of several names: {', '.join(names)}?",
        kind=kind,
        relation="name_variant",
        scope="within" if len({c.document for c in places}) == 1 else "between",
        confidence=min(SURENESS[r.code] for r in reasons),
        severity=1,
        explanation=" ".join(dict.fromkeys(r.sentence for r in reasons)),
        readings=readings,
        reasons=reasons,
    )


def _around(claim: Claim, text: str) -> tuple[int, int]:
    """The clean range of a name with a few whole words on either side."""
    start = text.find(" ", max(0, claim.start - AROUND), claim.start)
    end = text.rfind(" ", claim.end, claim.end + AROUND)
    return (claim.start if start < 0 else start + 1), (claim.end if end < 0 else end)

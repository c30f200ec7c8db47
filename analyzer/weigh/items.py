"""Findings turned into items: one vote for each independent witness, and why some have none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from analyzer.weigh.ballots import Ballot
from analyzer.weigh.classes import Classes, classify
from analyzer.weigh.witnesses import groups
from analyzer.weigh.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analyzer.model import Document, Finding, Reading
    from analyzer.settings import WeighSettings
    from analyzer.weigh.reuse import ReusedText
    from analyzer.weigh.witnesses import Witnesses

KINDS = frozenset({"date", "time", "number", "duration", "place", "role", "name"})
RELATIONS = frozenset({"conflict", "agreement", "granularity", "rounding", "calendar_variant"})


@dataclass(frozen=True, slots=True)
class Item:
    """One comparable fact. `ballot` numbers only voted classes; `voted` maps them back to `classes`.

    `texts[i]` are the sources whose words support class `i`. `silenced` says, for a reader, why a witness has no vote.
    `known` are the classes a reader decided for, empty when none of them is right.
    """

    finding: Finding
    classes: Classes
    texts: tuple[tuple[str, ...], ...]
    ballot: Ballot
    voted: tuple[int, ...]
    silenced: tuple[str, ...] = ()
    known: frozenset[int] | None = None

    @property
    def teaches(self) -> bool:
        """Whether the item counts in judging the witnesses: two independent voices on a finding that stands."""
        return self.ballot.comparable and self.ballot.weight > 0

    def probabilities(self, fitted: tuple[float, ...], least: int) -> tuple[float, ...]:
        """Posterior of every class and of none of them, from the posterior of the voted ones.

        A value nobody votes for (a copy's slip, say) is one of the values "none of them" stands for.
        """
        k, extra = self.ballot.classes, len(self.classes.names) - self.ballot.classes
        none = fitted[-1]
        each = none / max(self.ballot.false_values(least) + 1 - k, extra + 1)
        out = [each] * len(self.classes.names)
        if self.known and not self.known & set(self.voted):
            out = [none / len(self.known) if i in self.known else 0.0 for i in range(len(out))]
        elif self.known is not None:
            out = [0.0] * len(out)
        for k, i in enumerate(self.voted):
            out[i] = max(fitted[k], 0.0) if self.known is None or i in self.known else 0.0
        return (*out, max(1 - sum(out), 0.0))


@dataclass(frozen=True, slots=True)
class Polling:
    """What is needed to turn readings into votes."""

    witnesses: Witnesses
    reused: ReusedText
    documents: Mapping[str, Document]
    settings: WeighSettings

    def reuses(self, reading: Reading, partner: str) -> bool:
        """Whether half of the reading's words or more are also the partner's text."""
        offsets = self.documents[reading.source].source.offsets
        where = (offsets.clean(reading.start), offsets.clean(reading.end - 1) + 1)
        one = self.witnesses.index[reading.source] == self.witnesses.index[partner]
        share = self.reused.share(reading.source, partner, where, same_witness=one)
        return share >= self.settings.reading_cover


def make_items(findings: Sequence[Finding], polling: Polling, known: Mapping[str, str]) -> tuple[Item, ...]:
    """One item per finding between sources whose kind and relation can be weighed, in order of finding id."""
    chosen = [f for f in findings if f.scope == "between" and f.kind in KINDS and f.relation in RELATIONS]
    items = [_item(f, polling, known.get(f.id)) for f in sorted(chosen, key=lambda f: f.id)]
    return tuple(_tempered(items, polling))


def _item(finding: Finding, polling: Polling, known: str | None) -> Item:
    classes = classify(finding)
    said = _by_source(finding, polling)
    texts = tuple(
        tuple(sorted(s for s, readings in said.items() if any(i in classes.of(r) for r in readings)))
        for i in range(len(classes.names))
    )
    votes, silenced = _witness_votes(said, classes, polling)
    votes, shares, doubled = _shared_votes(votes, said, polling)
    voted = tuple(sorted({i for vote in votes for i in vote}))
    number = {i: k for k, i in enumerate(voted)}
    decided = None if known is None else classes.named(known)
    allowed = None if decided is None else frozenset(number[i] for i in decided if i in number)
    ballot = Ballot(
        tuple(frozenset(number[i] for i in vote) for vote in votes),
        len(voted),
        shares,
        _trust(finding, known, polling),
        allowed,
    )
    return Item(finding, classes, texts, ballot, voted, (*silenced, *doubled), decided)


def _trust(finding: Finding, known: str | None, polling: Polling) -> float:
    """A mere suggestion teaches nothing about a source, unless a reader has taken it up."""
    return 1.0 if known is not None or finding.confidence >= polling.settings.min_confidence else 0.0


def _by_source(finding: Finding, polling: Polling) -> dict[str, list[Reading]]:
    said: dict[str, list[Reading]] = {}
    for reading in sorted(finding.readings, key=lambda r: (r.source, r.start, r.end, r.value)):
        if reading.source in polling.witnesses.index:
            said.setdefault(reading.source, []).append(reading)
    return said


def _common(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    return frozenset.intersection(*sets) if sets else frozenset()


def _witness_votes(
    said: Mapping[str, list[Reading]], classes: Classes, polling: Polling
) -> tuple[list[frozenset[int]], list[str]]:
    """The vote of each witness: what all its texts that speak for themselves have in common."""
    votes, reasons = [], []
    for cluster in polling.witnesses.clusters:
        heard = [s for s in cluster if s in said and not _copied(s, said, polling)]
        votes.append(_common([classes.of(r) for s in heard for r in said[s]]))
        if heard and not votes[-1]:
            reasons.append(_split(heard))
        reasons += _changed(cluster, heard, said, classes)
    return votes, reasons


def _copied(source: str, said: Mapping[str, list[Reading]], polling: Polling) -> bool:
    """Whether a derived source only repeats here the words of an original that speaks itself."""
    parents = [p for p in polling.witnesses.origin.get(source, ()) if p in said]
    return any(all(polling.reuses(reading, parent) for reading in said[source]) for parent in parents)


def _split(heard: Sequence[str]) -> str:
    if len(heard) == 1:
        return f"{heard[0]} contradicts itself here, so it has no vote"
    return f"{listed(heard)} share a text but differ here, so this witness has no vote"


def _changed(
    cluster: Sequence[str], heard: Sequence[str], said: Mapping[str, list[Reading]], classes: Classes
) -> list[str]:
    """Derived texts that copied the passage and altered the value."""
    kept = frozenset(i for s in heard for r in said[s] for i in classes.of(r))
    altered = [s for s in cluster if s in said and s not in heard and any(not classes.of(r) & kept for r in said[s])]
    return [f"{s} copies this passage and changes the value, so only its original has a vote" for s in altered]


def _shared_votes(
    votes: Sequence[frozenset[int]], said: Mapping[str, list[Reading]], polling: Polling
) -> tuple[list[frozenset[int]], tuple[float, ...], list[str]]:
    """One vote between witnesses that use the same words here, though their texts are independent elsewhere."""
    index = polling.witnesses.index
    voters = [s for s in said if votes[index[s]]]
    same = {
        (str(index[a]), str(index[b]))
        for a, b in combinations(voters, 2)
        if index[a] != index[b] and _same_words(said[a], said[b], polling)
    }
    out, shares, reasons = list(votes), [1.0] * len(votes), []
    for group in groups([str(s) for s in range(len(votes))], same):
        members = [int(s) for s in group]
        agreed = _common([votes[s] for s in members])
        for s in members if len(members) > 1 else ():
            out[s], shares[s] = agreed, 1 / len(members)
        if len(members) > 1:
            reasons.append(f"{listed([polling.witnesses.clusters[s][0] for s in members])} {_HALF[bool(agreed)]}")
    return out, tuple(shares), reasons


_HALF = {
    True: "use the same words here, so they have one vote between them",
    False: "use the same words here but differ in the value, so neither has a vote",
}


def _same_words(left: Sequence[Reading], right: Sequence[Reading], polling: Polling) -> bool:
    return any(polling.reuses(a, b.source) and polling.reuses(b, a.source) for a in left for b in right)


def _tempered(items: Sequence[Item], polling: Polling) -> list[Item]:
    """Items told in one sentence stand or fall together in part: each weighs 1 / (1 + (n - 1) rho)."""
    sentences = [_sentences(item, polling) for item in items]
    told: dict[tuple[str, int], set[int]] = {}
    for i, places in enumerate(sentences):
        for place in places:
            told.setdefault(place, set()).add(i)
    out = []
    for item, places in zip(items, sentences, strict=True):
        n = len(set().union(*(told[place] for place in places))) or 1
        weight = item.ballot.weight / (1 + (n - 1) * polling.settings.event_correlation)
        out.append(replace(item, ballot=replace(item.ballot, weight=weight)))
    return out


def _sentences(item: Item, polling: Polling) -> set[tuple[str, int]]:
    """The sentences the item's readings begin in."""
    found = set()
    for reading in item.finding.readings:
        document = polling.documents.get(reading.source)
        if document is not None:
            found.add((reading.source, document.sentence_at(document.source.offsets.clean(reading.start))))
    return found

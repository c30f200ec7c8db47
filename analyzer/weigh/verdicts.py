"""What the weighing says of each conflict, and how certain that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analyzer.model import ValuePosterior, Verdict
from analyzer.weigh.evidence import Evidence, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analyzer.model import Superiority
    from analyzer.weigh.items import Item

Certainty = Literal["high", "moderate", "low", "very low"]
EVEN = 1e-9  # voices are sums of shares
_LEVELS: tuple[Certainty, ...] = ("high", "moderate", "low", "very low")


@dataclass(frozen=True, slots=True)
class _Case:
    """One conflict while it is judged; `leading` is the position of its most probable value."""

    item: Item
    evidence: Evidence
    ranked: Sequence[Superiority]
    values: tuple[ValuePosterior, ...]
    leading: int

    @property
    def voices_for(self) -> float:
        """Independent votes for the leading value."""
        ballot = self.item.ballot
        return sum(ballot.shares[s] for s in self.values[self.leading].witnesses)

    @property
    def voices_against(self) -> float:
        """Independent votes that exclude the leading value."""
        return self.item.ballot.voices - self.voices_for

    @property
    def voices_rival(self) -> float:
        """Independent votes for the strongest other value that exclude the leading one."""
        leading, shares = set(self.values[self.leading].witnesses), self.item.ballot.shares
        return max(sum(shares[s] for s in value.witnesses if s not in leading) for value in self.values)


def make_verdicts(evidence: Evidence, ranked: Sequence[Superiority]) -> tuple[Verdict, ...]:
    """One verdict per conflict between sources that is more than a suggestion, in order of finding id."""
    called = [(i, item) for i, item in enumerate(evidence.items) if _called(item, evidence)]
    return tuple(_verdict(i, item, evidence, ranked) for i, item in called)


def _called(item: Item, evidence: Evidence) -> bool:
    finding = item.finding
    return finding.relation == "conflict" and finding.confidence >= evidence.settings.min_confidence


def _verdict(index: int, item: Item, evidence: Evidence, ranked: Sequence[Superiority]) -> Verdict:
    tables = [item.probabilities(fitted.items[index], m) for m, fitted in evidence.fits]
    values = tuple(
        ValuePosterior(name, spread([table[i] for table in tables]), _supporters(item, i), item.texts[i])
        for i, name in enumerate(item.classes.names)
    )
    leading = max(range(len(values)), key=lambda i: (values[i].probability.mid, -i))
    case = _Case(item, evidence, ranked, values, leading)
    none = spread([table[-1] for table in tables])
    if item.known is not None:
        return Verdict(
            item.finding.id, values, none, undetermined=False, certainty="high", information=_information(case)
        )
    undetermined = _undetermined(case)
    downgrades = _downgrades(case)
    certainty = "very low" if undetermined else _LEVELS[min(len(downgrades), 3)]
    return Verdict(item.finding.id, values, none, undetermined, certainty, downgrades, _information(case))


def _supporters(item: Item, position: int) -> tuple[int, ...]:
    number = {i: k for k, i in enumerate(item.voted)}.get(position)
    return tuple(s for s, vote in enumerate(item.ballot.votes) if number in vote)


def _undetermined(case: _Case) -> bool:
    """No verdict without three witnesses, from a single voice, below the threshold, or from a tie."""
    best = case.values[case.leading].probability
    too_few = not case.evidence.judged or not case.item.ballot.comparable
    return too_few or best.mid < case.evidence.settings.verdict or _tied(case)


def _tied(case: _Case) -> bool:
    """No more voices for it than for its rival, and none of its witnesses shown to be better than one of the others."""
    if case.voices_for > case.voices_rival + EVEN:
        return False
    pro = set(case.values[case.leading].witnesses)
    con = {w for value in case.values for w in value.witnesses} - pro
    return not any(pair.a in pro and pair.b in con for pair in case.ranked)


def _information(case: _Case) -> int:
    """Admiralty number of the leading value, by counting independent voices only, so that no letter enters.

    1 confirmed by another witness and contradicted by none, 2 probable (twice as many for it as against), 3 possible
    (more than for any other value), 4 doubtful (as many), 5 improbable (fewer), 6 can't be judged.
    """
    if not case.evidence.judged or not case.item.ballot.comparable:
        return 6
    pro, con = case.voices_for, case.voices_against
    if pro >= 2 and con == 0:
        return 1
    if pro >= 2 and pro >= 2 * con:
        return 2
    rival = case.voices_rival
    return 3 if pro > rival else 4 if pro == rival else 5


def _downgrades(case: _Case) -> tuple[str, ...]:
    """Named reasons to trust the verdict less, as GRADE names them; each lowers the certainty by one step."""
    found = (
        ("dependence", _dependence(case)),
        ("imprecision", _imprecision(case)),
        ("indirectness", _indirectness(case)),
        ("inconsistency", _inconsistency(case)),
        ("extraction", _extraction(case)),
    )
    return tuple(f"{name}: {sentence}" for name, sentence in found if sentence)


def _dependence(case: _Case) -> str:
    count = case.evidence.witnesses.count
    if case.evidence.witnesses.count < 3:
        return (
            f"there {'is one witness' if count == 1 else 'are two witnesses'}, so nothing can be held against a third"
        )
    if any(share < 1 for share in case.item.ballot.shares):
        return "witnesses that are independent elsewhere use the same words here"
    if len(case.evidence.active) <= 3:
        return "with three witnesses it can't be tested whether one silently used another"
    return ""


def _imprecision(case: _Case) -> str:
    best, settings = case.values[case.leading].probability, case.evidence.settings
    n = case.evidence.comparable
    if n < settings.graded_items:
        return f"only {n} comparable {'fact' if n == 1 else 'facts'} to judge the witnesses by"
    if best.high - best.low > settings.sensitivity_range:
        return (
            f"the probability moves from {best.low:.2f} to {best.high:.2f} with how often two wrong sources"
            f" are assumed to agree (n = {n} facts)"
        )
    return ""


def _indirectness(case: _Case) -> str:
    """Votes for the leading value that come from a coarser value only."""
    name = case.values[case.leading].value
    exact = {r.source for r in case.item.finding.readings if r.value == name}
    wide = [s for s in case.values[case.leading].sources if s not in exact]
    return f"{', '.join(wide)} give it only in another form or less exactly" if wide else ""


def _inconsistency(case: _Case) -> str:
    if case.item.silenced:
        return "; ".join(case.item.silenced)
    pro, rival = case.voices_for, case.voices_rival
    if rival and pro <= rival:
        return f"another value has as many independent witnesses ({rival:g}) as this one ({pro:g}), or more"
    return ""


def _extraction(case: _Case) -> str:
    sure = case.item.finding.confidence
    if sure >= case.evidence.settings.sure_confidence:
        return ""
    return f"our own reading of these passages as one fact in conflict has confidence {sure:.2f}"

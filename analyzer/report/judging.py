"""Whether the weighing may say anything of a conflict, and the reason where it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.report.wording import counted

if TYPE_CHECKING:
    from analyzer.model import Analysis, Verdict

CANT_BE_JUDGED = 6  # the last number of the Admiralty scale of information
LEAST_WITNESSES = 3  # two show only how far they agree


def is_judged(verdict: Verdict) -> bool:
    """Whether the probabilities of a verdict mean anything: else none of them is printed."""
    return verdict.information != CANT_BE_JUDGED or not verdict.undetermined


def why_not(analysis: Analysis) -> str:
    """The reason why a conflict can't be judged, as the rest of a sentence after a colon."""
    witnesses, least = analysis.reliability.witnesses, analysis.settings.weigh.judged_items
    if len(witnesses) < LEAST_WITNESSES:
        found = counted(len(witnesses), "independent witness", "independent witnesses")
        return f"{found}, and three are needed"
    enough = sum(witness.n >= least for witness in witnesses)
    if enough < LEAST_WITNESSES:
        tell = "witnesses tell" if enough > 1 else "witness tells"
        return f"{enough or 'no'} {tell} {least} or more comparable facts, and three are needed"
    return "fewer than two independent witnesses have a vote on it"


def condition(analysis: Analysis) -> str:
    """Both conditions of a verdict, as one sentence."""
    settings = analysis.settings.weigh
    return (
        f"A value decides a conflict when its probability reaches {100 * settings.verdict:.0f} % and there is enough "
        f"to judge by: three independent witnesses with {settings.judged_items} or more comparable facts each, two of "
        "them with a vote on this one. Where each side has as many voices, only a witness shown to be better decides."
    )

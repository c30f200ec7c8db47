"""The posterior bars: for each conflict how probable each reading is, and that none of them is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.report.figures import INK, MUTED, RULE, chart, draw, plain, rows_axis
from analyzer.report.judging import condition, is_judged, why_not
from analyzer.report.labels import shorten
from analyzer.report.wording import percent, spoken

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analyzer.model import Analysis, Finding, Verdict
    from analyzer.report.figures import Chart

MOST_BARS = 12  # drawn; every conflict has its own bar on its card
NAME_ROOM = 36
TINTS = (0.34, 0.22, 0.14, 0.09)  # shades, for hues stand for sources everywhere else; light enough for words on them
LETTER = 1.55  # width of a letter in per cent of the axis, for labels that must fit inside their segment
Told = tuple["Finding", "Verdict"]


def posterior_chart(analysis: Analysis) -> Chart | None:
    """The bars of the most serious conflicts; None when no conflict could be weighed."""
    verdicts = {verdict.finding: verdict for verdict in analysis.reliability.verdicts}
    told = [(f, verdicts[f.id]) for f in analysis.findings if f.relation == "conflict" and f.sure and f.id in verdicts]
    if not told:
        return None
    shown = told[:MOST_BARS]
    description = (
        "One bar per conflict: the probability of each value, and hatched that none of them is right. "
        f"{condition(analysis)} Where there is not enough, no probability is given."
    )
    reason = f"not enough to judge: {why_not(analysis)}"
    svg = draw(0.7 + 0.4 * len(shown), lambda figure: _paint(figure, shown, analysis.settings.weigh.verdict, reason))
    header = ("Conflict", "Value", "Probability", "Low", "High")
    return chart("posterior", (_title(told), description), (header, _rows(shown)), svg)


def _title(told: list[Told]) -> str:
    if not any(is_judged(verdict) for _, verdict in told):
        return "Not enough to judge any conflict"
    decided = sum(not verdict.undetermined for _, verdict in told)
    verb = "is" if decided <= 1 else "are"
    return f"{decided or 'None'} of {len(told)} weighed conflicts {verb} decided by the independent witnesses"


def _rows(shown: list[Told]) -> list[tuple[str, ...]]:
    """The figures drawn; a conflict that can't be judged has a row without any."""
    judged = [(f, verdict) for f, verdict in shown if is_judged(verdict)]
    table = [
        (
            f.question,
            spoken(v.value, f.kind),
            percent(v.probability.mid),
            percent(v.probability.low),
            percent(v.probability.high),
        )
        for f, verdict in judged
        for v in verdict.values
    ]
    table += [
        (f.question, "none of them", percent(v.none.mid), percent(v.none.low), percent(v.none.high)) for f, v in judged
    ]
    table += [(f.question, "not enough to judge", "–", "–", "–") for f, v in shown if not is_judged(v)]
    return sorted(table, key=lambda row: row[0])


def _paint(figure: Figure, shown: list[Told], threshold: float, reason: str) -> None:
    axes = figure.subplots()
    rows_axis(axes, [shorten(f.topic, NAME_ROOM) for f, _ in shown])
    for y, (finding, verdict) in enumerate(shown):
        if not is_judged(verdict):
            axes.text(1, y, reason, va="center", color=MUTED, fontsize=8.5)
            continue
        left = 0.0
        for number, value in enumerate(verdict.values):
            width = 100 * value.probability.mid
            axes.barh(y, width, 0.62, left=left, color=INK, alpha=TINTS[min(number, len(TINTS) - 1)], linewidth=0)
            _name(axes, (left, y), width, f"{spoken(value.value, finding.kind)} · {percent(value.probability.mid)}")
            left += width
        axes.barh(y, 100 - left, 0.62, left=left, facecolor="none", edgecolor=MUTED, hatch="////", linewidth=0.6)
    axes.axvline(100 * threshold, color=RULE, linewidth=0.8, linestyle="--")
    axes.set_xlim(0, 100)
    axes.set_xticks(range(0, 101, 20), labels=[f"{x} %" for x in range(0, 101, 20)])
    axes.set_xlabel("posterior probability; hatched: none of them; dashed: the least a verdict needs")
    plain(axes)


def _name(axes: Axes, at: tuple[float, int], width: float, text: str) -> None:
    room = int((width - 2) / LETTER)
    if room >= 4:
        axes.text(at[0] + 1, at[1], shorten(text, room), va="center", color=INK, fontsize=8.5)

"""Charts of the sources: reliability with intervals, agreement before and after copies, conflicts by kind."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING

from analyzer.report.figures import ALARM, HUES, INK, MUTED, NARROW, chart, draw, plain, rows_axis
from analyzer.report.wording import counted, listed, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analyzer.model import Analysis, Finding, Reading
    from analyzer.report.figures import Chart
    from analyzer.report.labels import Label
    from analyzer.report.marking import Marker

Pair = tuple[str, str]
Tally = dict[Pair, tuple[int, int]]  # pair -> (agreeing, all)
NAME_ROOM = 32  # letters on a line: wider names leave too little room for the intervals
NAME_LINES = 2
CROWD = 10  # from this many sources on, figures inside the cells would run into each other


def reliability_chart(analysis: Analysis, labels: dict[str, Label]) -> Chart | None:
    """Agreement of each witness with the independent account; None without witnesses."""
    witnesses = analysis.reliability.witnesses
    if not witnesses:
        return None
    rows: list[tuple[Label, int, bool]] = [
        (labels[name], index, place > 0) for index, w in enumerate(witnesses) for place, name in enumerate(w.sources)
    ]
    table = []
    for label, index, copy in rows:
        w = witnesses[index]
        cells = [percent(x) for x in (w.agreement.low, w.agreement.mid, w.agreement.high)] if w.agreement else ["–"] * 3
        table.append((label.title, "copy" if copy else "original", w.n, *cells))
    judged = [w.agreement for w in witnesses if w.agreement]
    overlap = bool(judged) and max(i.low for i in judged) <= min(i.high for i in judged)
    ranked = [
        " ranks above ".join(labels[witnesses[i].sources[0]].letter for i in (pair.a, pair.b))
        for pair in analysis.reliability.superiority
    ]
    title = _reliability_title(len(judged), ranked, overlap=overlap)
    description = (
        "Share of comparable facts on which a witness agrees with the independent account: mean and 90 % interval, "
        "with the number of facts."
    )
    if any(copy for _, _, copy in rows):
        description += " Hollow dots are copies and count with their original."
    svg = draw(0.95 + 0.42 * len(rows), lambda figure: _paint_reliability(figure, analysis, rows), width=NARROW)
    return chart("reliability", (title, description), (("Source", "Text", "Facts", "Low", "Mean", "High"), table), svg)


def _reliability_title(judged: int, ranked: Sequence[str], *, overlap: bool) -> str:
    if judged == 0:
        return "Not enough to judge any witness"
    if judged == 1:
        return "One witness can be placed, and nothing to compare it with"
    what = "The intervals overlap" if overlap else "The intervals of some witnesses lie apart"
    if not ranked:
        return f"{what}: no ranking" if overlap else what
    return f"{what}; {ranked[0] if len(ranked) == 1 else f'{len(ranked)} pairs can be ranked'}"


def _row_name(label: Label) -> str:
    """The letter and the title on two lines at most."""
    lines = wrap(f"{label.letter}  {label.title}", NAME_ROOM, max_lines=NAME_LINES, placeholder="…")
    return "\n".join(lines)


def _paint_reliability(figure: Figure, analysis: Analysis, rows: list[tuple[Label, int, bool]]) -> None:
    axes = figure.subplots()
    rows_axis(axes, [_row_name(label) for label, _, _ in rows])
    parent = 0
    for y, (label, index, copy) in enumerate(rows):
        witness = analysis.reliability.witnesses[index]
        hue = HUES[rows[parent][0].colour] if copy else HUES[label.colour]
        parent = parent if copy else y
        if witness.agreement is None:
            axes.text(50, y, "not enough to judge", ha="center", va="center", color=MUTED)
            continue
        low, mid, high = (100 * x for x in (witness.agreement.low, witness.agreement.mid, witness.agreement.high))
        if copy:
            axes.plot([mid, mid], [parent, y], ":", color=hue, linewidth=1)
            axes.plot([mid], [y], "o", markerfacecolor="none", color=hue, markersize=7)
            axes.text(mid + 4.5, y, f"copy of {rows[parent][0].letter}", va="center", color=MUTED)
            continue
        axes.plot([low, high], [y, y], color=hue, linewidth=2.2, solid_capstyle="butt")
        axes.plot([mid], [y], "o", color=hue, markersize=7)
        axes.text(min(high + 1.5, 101), y, f"n = {witness.n}", va="center", color=MUTED)
    axes.set_xlim(0, 109)
    axes.set_xticks(range(0, 101, 20), labels=[f"{x} %" for x in range(0, 101, 20)])
    axes.set_xlabel("agreement with the independent account")
    judged = any(witness.agreement for witness in analysis.reliability.witnesses)
    plain(axes, grid="x" if judged else "")  # lines would cross the words where nothing is measured


def agreement_chart(analysis: Analysis, labels: dict[str, Label], marker: Marker) -> Chart | None:
    """How often each pair of sources agrees, with and without shared text; None without a common fact."""
    before = _tally(analysis.findings, _never)
    if not before:
        return None
    after = _tally(analysis.findings, _Copied(analysis, marker))
    names = [labels[name] for name in sorted({name for pair in before for name in pair})]
    table = [
        (
            f"{labels[a].letter} {labels[a].title}",
            f"{labels[b].letter} {labels[b].title}",
            *_cells(before, after, (a, b)),
        )
        for a, b in sorted(before)
    ]
    copied = sum(n for _, n in before.values()) - sum(n for _, n in after.values())
    title = f"{counted(copied, 'comparison')} of two sources {'rests' if copied == 1 else 'rest'} on shared text"
    if not copied:
        title = "No comparable fact stands in shared text"
    description = (
        "Each cell: on how many of the facts both sources tell they agree. Left: all facts. Right: without the facts "
        "that stand in text the two share."
    )
    svg = draw(1.0 + 0.42 * len(names), lambda figure: _paint_matrix(figure, names, (before, after)))
    header = ("Source", "Source", "Agree", "Of", "Agree, shared text left out", "Of")
    return chart("agreement", (title, description), (header, table), svg)


def _cells(before: Tally, after: Tally, pair: Pair) -> tuple[int, ...]:
    return (*before.get(pair, (0, 0)), *after.get(pair, (0, 0)))


def _never(_a: Reading, _b: Reading) -> bool:
    return False


class _Copied:
    """Whether two readings stand in text their sources share."""

    def __init__(self, analysis: Analysis, marker: Marker) -> None:
        self._marker = marker
        self._runs = {(r.a, r.b): r.runs for r in analysis.alignments.reuse}

    def __call__(self, a: Reading, b: Reading) -> bool:
        left, right = (a, b) if (a.source, b.source) in self._runs else (b, a)
        (p, q), (s, t) = self._marker.clean(left), self._marker.clean(right)
        runs = self._runs.get((left.source, right.source), ())
        return any(w < q and p < x and y < t and s < z for w, x, y, z in runs)


def _tally(findings: tuple[Finding, ...], copied: _Copied | object) -> Tally:
    made: Tally = {}
    for finding in (f for f in findings if f.sure):
        for pair, agree in _votes(finding, copied).items():
            yes, n = made.get(pair, (0, 0))
            made[pair] = (yes + agree, n + 1)
    return made


def _votes(finding: Finding, copied: _Copied | object) -> dict[Pair, bool]:
    votes: dict[Pair, bool] = {}
    for i, a in enumerate(finding.readings):
        for b in finding.readings[i + 1 :]:
            if a.source == b.source or (callable(copied) and copied(a, b)):
                continue
            pair = (min(a.source, b.source), max(a.source, b.source))
            agree = finding.relation != "conflict" or a.value == b.value
            votes[pair] = votes.get(pair, False) or agree
    return votes


def _paint_matrix(figure: Figure, names: list[Label], tallies: tuple[Tally, Tally]) -> None:
    panels = figure.subplots(1, 2)
    for axes, tally, title in zip(panels, tallies, ("all facts", "without shared text"), strict=True):
        _panel(axes, names, tally)
        axes.set_title(title, fontsize=9, color=MUTED, loc="left")


def _panel(axes: Axes, names: list[Label], tally: Tally) -> None:
    letters = [label.letter for label in names]
    axes.set_xticks(range(len(names)), labels=letters)
    axes.set_yticks(range(len(names)), labels=letters)
    axes.set_xlim(-0.5, len(names) - 0.5)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_aspect("equal")
    for spine in axes.spines.values():
        spine.set_visible(False)
    places = {label.id: i for i, label in enumerate(names)}
    for (a, b), (yes, n) in sorted(tally.items()):
        for x, y in ((places[a], places[b]), (places[b], places[a])):
            _cell(axes, (x, y), yes, n, written=len(names) <= CROWD)
    plain(axes)


def _cell(axes: Axes, at: tuple[int, int], yes: int, n: int, *, written: bool) -> None:
    from matplotlib.patches import Rectangle

    x, y = at
    axes.add_patch(Rectangle((x - 0.46, y - 0.46), 0.92, 0.92, color=HUES[0], alpha=0.06 + 0.3 * yes / n, linewidth=0))
    if written:
        axes.text(x, y, f"{yes}/{n}", ha="center", va="center", color=INK, fontsize=9)


def kinds_chart(analysis: Analysis, labels: dict[str, Label]) -> Chart | None:
    """In how many conflicts of each kind each source has a reading; None without a conflict."""
    conflicts = [f for f in analysis.findings if f.relation == "conflict" and f.sure]
    if not conflicts:
        return None
    counts = Counter((f.kind, name) for f in conflicts for name in dict.fromkeys(r.source for r in f.readings))
    totals = Counter(f.kind for f in conflicts)
    kinds = sorted(totals, key=lambda kind: (-totals[kind], kind))
    names = list(labels.values())
    table = [(kind, totals[kind], *(counts[kind, label.id] for label in names)) for kind in kinds]
    most = totals[kinds[0]]
    tied = [kind for kind in kinds if totals[kind] == most]
    title = f"Most conflicts are of {listed(tied)}: {most} of {len(conflicts)}" if len(tied) == 1 else (
        f"Conflicts of {listed(list(tied))} are equally many: {most} each"
    )  # fmt: skip
    words = (
        title,
        "Rows: kind of fact. Columns: sources. Each figure: conflicts of that kind the source takes part in.",
    )
    svg = draw(0.75 + 0.36 * len(kinds), lambda figure: _paint_kinds(figure, table, names))
    return chart("kinds", words, (("Kind", "All", *(label.letter for label in names)), table), svg)


def _paint_kinds(figure: Figure, table: Sequence[Sequence[str | int]], names: list[Label]) -> None:
    from matplotlib.patches import Rectangle

    axes = figure.subplots()
    rows_axis(axes, [str(row[0]) for row in table])
    columns = ["all", *(label.letter for label in names)]
    axes.set_xticks(range(len(columns)), labels=columns)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.5, max(len(columns) - 0.5, 5.5))
    top = max(int(row[1]) for row in table)
    for y, row in enumerate(table):
        for x, cell in enumerate(row[1:]):
            share = int(cell) / top
            axes.add_patch(
                Rectangle((x - 0.45, y - 0.42), 0.9, 0.84, color=ALARM, alpha=0.04 + 0.3 * share, linewidth=0)
            )
            axes.text(x, y, str(cell) if cell else "·", ha="center", va="center", color=INK if cell else MUTED)
    axes.spines["bottom"].set_visible(False)
    plain(axes)

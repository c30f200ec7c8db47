"""The alignment map: where in two documents the parallel passages stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.report.figures import HUES, INK, MUTED, chart, draw, plain
from analyzer.report.wording import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from analyzer.model import Alignment, Analysis, Side
    from analyzer.report.figures import Chart
    from analyzer.report.labels import Label

PANELS = 6  # pairs of documents drawn, those with most parallel passages first; the table has all
COLUMNS = 3
STYLES = {
    "same_text": ("s", HUES[0], HUES[0], "same text"),
    "paraphrase": ("o", HUES[1], HUES[1], "paraphrase"),
    "same_event": ("D", "none", HUES[2], "same event"),
}
Pair = tuple[str, str]


def alignment_chart(analysis: Analysis, labels: dict[str, Label]) -> Chart | None:
    """A map for each pair of documents with parallel passages; None without any."""
    by_pair: dict[Pair, list[Alignment]] = {}
    for item in analysis.alignments.pairs:
        by_pair.setdefault((item.left.source, item.right.source), []).append(item)
    if not by_pair:
        return None
    ordered = sorted(by_pair, key=lambda pair: (-len(by_pair[pair]), pair))
    lengths = {d.id: max(len(d.source.text), 1) for d in analysis.documents}
    table = [
        (labels[a].title, labels[b].title, *(sum(i.relation == r for i in by_pair[a, b]) for r in STYLES))
        for a, b in ordered
    ]
    a, b = ordered[0]
    title = (
        f"{counted(len(analysis.alignments.pairs), 'parallel passage')}, {len(by_pair[a, b])} of them between "
        f"{labels[a].letter} and {labels[b].letter}"
    )
    description = (
        "Each mark is a pair of parallel passages; its place is where it stands in each document, in per cent from the "
        "beginning. Marks along the diagonal: the two tell in the same order."
    )
    shown = ordered[:PANELS]
    rows = -(-len(shown) // COLUMNS)
    svg = draw(0.5 + 2.45 * rows, lambda figure: _paint(figure, shown, by_pair, labels, lengths))
    header = ("Source", "Source", *(style[3] for style in STYLES.values()))
    return chart("alignment", (title, description), (header, table), svg)


def _paint(
    figure: Figure,
    shown: list[Pair],
    by_pair: dict[Pair, list[Alignment]],
    labels: dict[str, Label],
    lengths: dict[str, int],
) -> None:
    rows = -(-len(shown) // COLUMNS)
    panels = figure.subplots(rows, COLUMNS, squeeze=False).flat
    for axes, pair in zip(panels, shown, strict=False):
        _panel(axes, by_pair[pair], lengths)
        axes.set_xlabel(f"{labels[pair[0]].letter}, % of the text")
        axes.set_ylabel(f"{labels[pair[1]].letter}, % of the text")
    for axes in list(figure.axes)[len(shown) :]:
        axes.set_axis_off()
    _key(figure)


def _panel(axes: Axes, pairs: list[Alignment], lengths: dict[str, int]) -> None:
    for relation, (shape, face, edge, _) in STYLES.items():
        found = [p for p in pairs if p.relation == relation]
        xs = [_middle(p.left, lengths) for p in found]
        ys = [_middle(p.right, lengths) for p in found]
        axes.plot(xs, ys, shape, markerfacecolor=face, markeredgecolor=edge, markersize=4.5, linestyle="none")
    axes.set_xlim(-3, 103)
    axes.set_ylim(103, -3)
    axes.set_xticks([0, 50, 100])
    axes.set_yticks([0, 50, 100])
    axes.set_aspect("equal")
    plain(axes, grid="y")


def _middle(side: Side, lengths: dict[str, int]) -> float:
    return 100 * (side.start + side.end) / 2 / lengths[side.source]


def _key(figure: Figure) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], marker=shape, linestyle="none", markerfacecolor=face, markeredgecolor=edge, label=name)
        for shape, face, edge, name in STYLES.values()
    ]
    figure.legend(
        handles=handles,
        loc="outside upper left",
        ncols=3,
        frameon=False,
        labelcolor=INK,
        handletextpad=0.2,
        fontsize=8.5,
    )
    figure.patch.set_edgecolor(MUTED)

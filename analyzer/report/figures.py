"""The drawing kit: a matplotlib figure in, an SVG out that needs no style sheet and says what it shows."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK = "#1b1b19"  # text and axes; becomes currentColor, so that a dark page can turn it
MUTED = "#6c6a63"
HUES = ("#1f5fa8", "#b0431f", "#2f7a4f", "#7a4a9e", "#8a6a00", "#0f7580", "#b0386b", "#5a6472")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "h")
ALARM = "#b3261e"
RULE = "#bdb9ae"
WIDTH = 7.6  # inches: the column of the page and of the A4 sheet
NARROW = 4.7  # inches: half a page, for the first screen
LEADING = 0.36  # rows from one line of a name to the next
SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "discrepancy-analyzer",
    "font.family": "DejaVu Sans",
    "font.size": 9.0,
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.8,
    "text.color": INK,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.parse_math": False,
}
STYLE = re.compile(r'\sstyle="([^"]*)"')
ID = re.compile(r'(\bid="|\burl\(#|\b(?:xlink:)?href="#)')
FONT = re.compile(r"(?:(\d+|bold) )?([\d.]+)px (.*)")
NOISE = re.compile(r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>|<style.*?</style>", re.DOTALL)
NUMBER = re.compile(r"-?\d+\.\d{3,}")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with the words and the table that say the same; `title` states what is seen."""

    name: str
    title: str
    description: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    svg: str


def draw(height: float, paint: Callable[[Figure], None], width: float = WIDTH) -> str:
    """The SVG of a figure of `width` by `height` inches, drawn by `paint` under the kit's settings."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with rc_context(SETTINGS):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(figure)
        paint(figure)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return out.getvalue()


def finish(name: str, title: str, description: str, svg: str) -> str:
    """The SVG with presentation attributes for styles, ids prefixed by the chart's name, role, title, description."""
    body = NOISE.sub("", svg).strip()
    body = STYLE.sub(lambda m: _attributes(m.group(1)), body)
    body = ID.sub(lambda m: m.group().removeprefix("xlink:") + name + "-", body)
    body = NUMBER.sub(lambda m: f"{float(m.group()):.2f}".rstrip("0").rstrip("."), body)
    body = body.replace(f'"{INK}"', '"currentColor"')
    box = re.search(r'viewBox="([^"]*)"', body)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box.group(1) if box else ""}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" stroke-linejoin="round" stroke-linecap="butt">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
    )
    inner = re.sub(r"^<svg.*?>", "", body, count=1, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", head + inner)


def standalone(svg: str) -> str:
    """The same SVG as a file of its own, with a size."""
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    size = f' width="{box.group(1)}pt" height="{box.group(2)}pt"' if box else ""
    return svg.replace(' role="img"', f'{size} role="img"', 1) + "\n"


def _attributes(style: str) -> str:
    """A style declaration as presentation attributes.

    >>> _attributes("fill: none; stroke: #bdb9ae; font: 9px 'DejaVu Sans'")
    ' fill="none" stroke="#bdb9ae" font-size="9px" font-family="DejaVu Sans"'
    """
    made = []
    for part in filter(None, (p.strip() for p in style.split(";"))):
        name, _, value = part.partition(":")
        made += _font(value.strip()) if name == "font" else [(name.strip(), value.strip())]
    return "".join(f' {name}="{escape(value, quote=True)}"' for name, value in made)


def _font(value: str) -> list[tuple[str, str]]:
    match = FONT.fullmatch(value)
    if not match:
        return [("font-size", "9px")]
    weight, size, family = match.groups()
    first = family.split(",")[0].strip(" '\"")
    return [*([("font-weight", weight)] if weight else []), ("font-size", f"{size}px"), ("font-family", first)]


def plain(axes: Axes, *, grid: str = "") -> None:
    """Axes without ticks' marks, with a faint grid along `x` or `y`."""
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    if grid == "x":
        axes.grid(axis="x", color=RULE, linewidth=0.5)
    elif grid == "y":
        axes.grid(axis="y", color=RULE, linewidth=0.5)


def rows_axis(axes: Axes, names: Sequence[str]) -> None:
    """One named row per unit, the first on top; a name may hold several lines.

    Each line is a label of its own: one label of several lines would be aligned by another font's widths.
    """
    lines = [
        (row + LEADING * (i - (name.count("\n") / 2)), line)
        for row, name in enumerate(names)
        for i, line in enumerate(name.split("\n"))
    ]
    axes.set_yticks([y for y, _ in lines], labels=[line for _, line in lines])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.spines["left"].set_visible(False)


def chart(name: str, words: tuple[str, str], table: tuple[Sequence[str], Sequence[Sequence[Any]]], svg: str) -> Chart:
    """A finished chart; `words` are title and description, `table` header and rows."""
    header, rows = table
    cells = tuple(tuple(str(cell) for cell in row) for row in rows)
    return Chart(name, words[0], words[1], tuple(header), cells, finish(name, words[0], words[1], svg))

"""Floors under the figures of the quick form, with the digests of documents and ruler they were measured with."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent / "documents"
HELD = ("date", "time", "number", "unit", "duration", "harmless", "reordered", "unplanted")
"""Names, places, roles, polarity and order have no floor yet; what is astray is partly right."""
AT_MOST = frozenset({"harmless", "reordered", "unplanted", "astray"})
SLACK = 0.005
"""Shares at most may rise and recalls fall by this: less than one plant of any group of the quick form."""


def digests() -> dict[str, str]:
    """SHA-256 of documents and ruler, so that floors can't be met by changing either."""
    paths = [*DOCUMENTS.glob("*.txt"), DOCUMENTS / "cast.json", *HERE.glob("*.py")]
    chosen = sorted(path for path in paths if path.name not in {"__init__.py", Path(__file__).name})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in chosen}


def read(path: Path) -> dict[str, float]:
    """The floors of a file, none when there is no file.

    >>> read(Path("nowhere.json"))
    {}
    """
    floors: dict[str, float] = json.loads(path.read_text("utf-8"))["floors"] if path.exists() else {}
    return floors


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Sentences on every figure that is worse than its floor.

    >>> below({"date": 0.9, "harmless": 0.02}, {"date": 0.95, "harmless": 0.02})
    ['date: 0.9 is worse than the floor 0.95']
    """
    return [
        f"{name}: {figures[name]} is worse than the floor {floor}"
        for name, floor in floors.items()
        if (figures[name] - floor if name in AT_MOST else floor - figures[name]) > SLACK
    ]


def update(path: Path, figures: dict[str, float], *, allow_lower: bool) -> list[str]:
    """Write what is measured as the floors; when any would become lower, write nothing and say which."""
    worse = below(figures, read(path))
    if worse and not allow_lower:
        return worse
    content = {"files": digests(), "floors": {name: figures[name] for name in HELD}}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return []

"""Every threshold with its reason; a collection's manifest may override any of them under `[settings]`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LoadSettings:
    """Reading files."""

    max_bytes: int = 20_000_000  # larger files are data dumps, not documents: refuse rather than stall


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Finding parallel passages."""


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """Deciding which claims speak of one fact and what their difference means."""


@dataclass(frozen=True, slots=True)
class WeighSettings:
    """Weighing the witnesses."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run, one group per stage."""

    load: LoadSettings = field(default_factory=LoadSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    weigh: WeighSettings = field(default_factory=WeighSettings)

"""Every threshold with its reason; a collection's manifest may override any of them under `[settings]`."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from analyzer.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Mapping


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


def with_overrides(tables: Mapping[str, Mapping[str, object]]) -> Settings:
    """The built-in settings with a manifest's `[settings.STAGE]` tables laid over them.

    Raises:
        ManifestError: a stage or a setting is unknown, or a value has another type than the built-in one.

    >>> with_overrides({"load": {"max_bytes": 1000}}).load.max_bytes
    1000
    """
    settings = Settings()
    for stage, table in tables.items():
        if stage not in {f.name for f in fields(Settings)}:
            raise ManifestError(
                f"sources.toml: [settings.{stage}] is not a stage",
                hint=f"Stages are {', '.join(f.name for f in fields(Settings))}.",
            )
        group = getattr(settings, stage)
        settings = replace(settings, **{stage: replace(group, **_checked(stage, group, table))})
    return settings


def _checked(stage: str, group: object, table: Mapping[str, object]) -> dict[str, object]:
    """The values of one table, each of the type of the setting it replaces."""
    checked: dict[str, object] = {}
    for key, value in table.items():
        where = f"sources.toml: [settings.{stage}] {key}"
        if not hasattr(group, key):
            raise ManifestError(f"{where} is not a setting", hint="The settings are listed in analyzer/settings.py.")
        kind = type(getattr(group, key))
        if not isinstance(value, (int, float) if kind is float else kind) or isinstance(value, bool) != (kind is bool):
            raise ManifestError(f"{where} must be of type {kind.__name__}, not {type(value).__name__}")
        checked[key] = kind(value)
    return checked

"""Settings: every threshold has a default, a reason, and a place in the manifest."""

from __future__ import annotations

import ast
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from analyzer import Settings, settings
from analyzer.errors import ManifestError
from analyzer.settings import with_overrides

STAGES = ("load", "align", "compare", "weigh")
TEXT = Path(settings.__file__).read_text("utf-8")
LINES = TEXT.splitlines()


def thresholds() -> list[tuple[str, int]]:
    """Name and first line (from 0) of every setting of a stage."""
    groups = [
        node
        for node in ast.parse(TEXT).body
        if isinstance(node, ast.ClassDef) and node.name.endswith("Settings") and node.name != "Settings"
    ]
    return [
        (item.target.id, item.lineno - 1)
        for group in groups
        for item in group.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    ]


def test_each_threshold_has_its_reason() -> None:
    """A comment stands on the line, or on the lines above it for a group of settings."""
    bare = []
    reasoned = False
    for (name, line), (_, before) in zip(thresholds(), [("", -2), *thresholds()], strict=False):
        own = "  # " in LINES[line] or LINES[line - 1].lstrip().startswith("# ")
        reasoned = own or (reasoned and line == before + 1 and "  # " not in LINES[before])
        bare += [] if reasoned else [name]

    assert [] == bare


@pytest.mark.parametrize("stage", STAGES)
def test_settings_can_not_be_changed(stage: str) -> None:
    """A run's settings are what the report says they were."""
    with pytest.raises(FrozenInstanceError):
        setattr(Settings(), stage, None)


def test_there_is_one_group_per_stage_that_has_thresholds() -> None:
    """The groups bear the names of the stages."""
    assert STAGES == tuple(field.name for field in fields(Settings))


def test_nothing_overridden_is_the_default() -> None:
    """An empty manifest changes nothing."""
    assert Settings() == with_overrides({})


def test_an_override_changes_its_setting_alone() -> None:
    """All others keep their defaults."""
    changed = with_overrides({"weigh": {"verdict": 0.9}})

    assert 0.9 == changed.weigh.verdict
    assert (Settings().load, Settings().align, Settings().compare) == (changed.load, changed.align, changed.compare)
    assert Settings().weigh.ranking == changed.weigh.ranking


def test_a_whole_number_is_taken_for_a_fraction() -> None:
    """`verdict = 1` in TOML is an integer, and meant as 1.0."""
    value = with_overrides({"weigh": {"verdict": 1}}).weigh.verdict

    assert (1.0, float) == (value, type(value))


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"conclude": {"depth": 3}}, r"\[settings\.conclude\] is not a stage"),
        ({"load": {"max_size": 3}}, r"\[settings\.load\] max_size is not a setting"),
        ({"load": {"max_bytes": "3"}}, "max_bytes must be of type int, not str"),
        ({"load": {"max_bytes": 3.5}}, "max_bytes must be of type int, not float"),
        ({"load": {"max_bytes": True}}, "max_bytes must be of type int, not bool"),
        ({"weigh": {"verdict": "high"}}, "verdict must be of type float, not str"),
    ],
)
def test_a_wrong_override_is_a_manifest_error(tables: dict[str, dict[str, object]], says: str) -> None:
    """The message names table and key."""
    with pytest.raises(ManifestError, match=says):
        with_overrides(tables)


def test_the_message_for_an_unknown_stage_names_the_stages() -> None:
    """The hint says what could have been meant."""
    with pytest.raises(ManifestError) as caught:
        with_overrides({"conclude": {}})

    assert "load, align, compare, weigh" in caught.value.hint

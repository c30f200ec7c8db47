from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.extract import language
from analyzer.extract.language import LanguageModelError, load_model, mask, model_digest

if TYPE_CHECKING:
    from pathlib import Path


def test_a_changed_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures measured with one model say nothing of another."""
    monkeypatch.setattr(language, "MODEL_SHA256", "0" * 64)
    load_model.cache_clear()

    with pytest.raises(LanguageModelError, match="not the pinned ones"):
        load_model()


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setattr(language, "MODEL", "no_such_model")
    load_model.cache_clear()

    with pytest.raises(LanguageModelError, match="no_such_model is missing"):
        load_model()


def test_the_digest_knows_names_and_contents(tmp_path: Path) -> None:
    """A renamed file is as much a change as a changed one."""
    (tmp_path / "a").write_text("1")
    first = model_digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = model_digest(tmp_path)
    (tmp_path / "b").write_text("2")

    assert 3 == len({first, second, model_digest(tmp_path)})


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["", "1900"]))))
@settings(deadline=None, max_examples=200)
def test_masking_keeps_a_way_back_for_every_character(text: str, masks: list[tuple[int, int, str]]) -> None:
    """Each character of the masked text stands for a range of the clean text, in order."""
    wanted = [(min(a, b), max(a, b), word) for a, b, word in masks if a != b]
    masked, pairs = mask(text, 0, len(text), wanted)

    assert len(masked) == len(pairs)
    assert all(0 <= a < b <= len(text) for a, b in pairs)
    assert pairs == sorted(pairs)

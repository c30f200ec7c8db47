"""What all tests share: a cache of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Never the user's cache; one for the session, so that each document is parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANALYZER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield

"""Ctrl-C while worker processes start."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from analyzer.interrupts import interrupts_held

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system can't hold signals back")


@pytest.fixture(autouse=True)
def _interrupts_heard() -> Iterator[None]:
    """Shells start background jobs with Ctrl-C ignored; here it is heard wherever the tests are started."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_comes_at_the_end_and_not_before() -> None:
    """Nothing is lost: it is raised when the workers have started."""
    seen: list[str] = []

    def start() -> None:
        with interrupts_held():
            signal.raise_signal(signal.SIGINT)
            seen.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()

    assert ["started"] == seen


def test_signals_held_before_stay_held_after() -> None:
    """The caller's own mask comes back, also when the block fails."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    try:
        with pytest.raises(ValueError, match="invalid literal"), interrupts_held():
            int("no worker")

        assert signal.SIGUSR1 in signal.pthread_sigmask(signal.SIG_BLOCK, [])
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

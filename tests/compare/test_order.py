"""The order of two acts as their dates have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.compare.told import Tell

FOUNDED = "The Harbour Relief Committee was established by the council on 12 October 1847 in the town hall."
LED = "The Harbour Relief Committee of the council was led by Anna Brandt from {} October 1847 in the town hall."


def order_reasons(tell: Tell, led_from: str) -> list[str]:
    """The reasons on the order of acts in the one finding on when it was founded and led."""
    (finding,) = (f for f in tell(FOUNDED, LED.format(led_from)).findings if f.kind == "date")
    return [reason.sentence for reason in finding.reasons if reason.code == "order"]


def test_a_body_led_before_it_was_founded_is_said_to_be_out_of_order(tell: Tell) -> None:
    """The dates differ by four days, and the later act comes first."""
    (reason,) = order_reasons(tell, "8")

    assert reason.startswith("As told, “lead” (since 8 October 1847) comes 4 days before “establish”")


def test_a_body_led_after_it_was_founded_is_in_order(tell: Tell) -> None:
    """Nothing is said where the dates follow the acts."""
    assert [] == order_reasons(tell, "16")

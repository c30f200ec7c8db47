"""What the words right around a value say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.compare.told import Tell


@pytest.mark.parametrize(
    ("sentence", "value", "marks"),
    [
        ("The siege cost a thousand casualties every day.", "1000", {"rate"}),
        ("The ferry carried 300 passengers a day.", "300", {"rate"}),
        ("The ferry carried 300 passengers a day later.", "300", set()),
        ("In the gale 3,000 feet of the viaduct fell.", "3000 [ft_i]", {"portion"}),
        ("In the gale 3,000 feet of rope were lost.", "3000 [ft_i]", set()),
        ("It was now nearly half past eleven.", "11:30", {"hour"}),
        ("At half past eleven it was over.", "11:30", set()),
        ("It was at half past eleven.", "11:30", set()),
        ("Of children 94 of the 129 aboard were lost.", "129", {"base"}),
        ("Of the 350 men of the battalion, 119 fell.", "350", {"base"}),
        ("Most of the 350 men fell.", "350", {"base"}),
        ("The loss of the 350 men was felt.", "350", set()),
    ],
)
def test_a_rate_a_portion_and_an_hour_of_the_story_are_marked(
    tell: Tell, sentence: str, value: str, marks: set[str]
) -> None:
    """By the words behind a count and those before an hour."""
    assert marks == tell(sentence, "Nothing here.").context(value).marks


@pytest.mark.parametrize(
    ("sentence", "value", "remainder"),
    [
        ("Another 98 children died.", "98", True),
        ("The army made one last attempt.", "1", True),
        ("The army made one attempt.", "1", False),
        ("The last 98 children died.", "98", False),
    ],
)
def test_others_and_a_last_one_are_parts(tell: Tell, sentence: str, value: str, *, remainder: bool) -> None:
    """They are counted beside those told before."""
    assert remainder == ("rest" == tell(sentence, "Nothing here.").context(value).remainder)


@pytest.mark.parametrize(
    ("sentence", "definite"),
    [
        ("The march killed all three.", True),
        ("The march killed all three men.", False),
        ("The picture shows the only three who grew up.", True),
        ("The picture shows three who grew up.", False),
    ],
)
def test_all_three_and_the_only_three_point_back(tell: Tell, sentence: str, *, definite: bool) -> None:
    """They were named or counted before."""
    assert definite is tell(sentence, "Nothing here.").context("3").definite

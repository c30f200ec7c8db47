"""Days without a year stand in the year in which the other sources have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.extract import extract
from analyzer.extract.shared_years import with_shared_years
from analyzer.load import load
from analyzer.segment import segment

if TYPE_CHECKING:
    from pathlib import Path

RECORD = "The Harbour\n\nThe quay was opened on 12 March 1874. On 20 March 1874 the first ship came in.\n"
REPORT = "A Report\n\nOn 12 March 1874 the quay was opened. A storm broke it on 2 April 1874.\n"


def dates(folder: Path, *texts: str) -> list[str]:
    """The values of the dates of the last text, read beside the others."""
    for number, text in enumerate(texts):
        (folder / f"text{number}.txt").write_text(text, encoding="utf-8")
    found = with_shared_years([extract(segment(source)) for source in load(folder).sources])
    return [claim.value for claim in found[-1].claims if claim.kind == "date"]


def test_a_story_that_tells_no_year_takes_that_of_the_others(tmp_path: Path) -> None:
    story = "Memories\n\nI came to the town in 1869 as a boy. On 12 March they opened the quay with flags.\n"

    assert dates(tmp_path, RECORD, REPORT, story)[-1] == "1874-03-12"


def test_a_day_nobody_else_tells_follows_the_one_before_it(tmp_path: Path) -> None:
    story = (
        "Memories\n\nI came to the town in 1869 as a boy. On 12 March they opened the quay with flags. "
        "On 3 August my father died.\n"
    )

    assert dates(tmp_path, RECORD, REPORT, story)[-2:] == ["1874-03-12", "1874-08-03"]


def test_a_written_year_stays(tmp_path: Path) -> None:
    story = "Memories\n\nOn 12 March 1869 they opened the quay with flags.\n"

    assert dates(tmp_path, RECORD, REPORT, story) == ["1869-03-12"]


def test_the_year_of_the_same_sentence_stays(tmp_path: Path) -> None:
    story = "Memories\n\nIn 1869 we came to the town, and on 12 March I was born.\n"

    assert dates(tmp_path, RECORD, REPORT, story)[-1] == "1869-03-12"


def test_the_year_at_the_head_of_a_row_stays(tmp_path: Path) -> None:
    rows = "Chronicle\n\n1869. The first school. It opens its doors on 12 March.\n\n1880. The bridge is built.\n"

    assert "1869-03-12" in dates(tmp_path, RECORD, REPORT, rows)


def test_one_distant_day_of_another_source_moves_nothing(tmp_path: Path) -> None:
    story = "Memories\n\nI came to the town in 1869 as a boy. On 2 May I went to school.\n"

    assert dates(tmp_path, RECORD, REPORT, story)[-1] == "1869-05-02"


def test_an_anniversary_told_in_full_does_not_draw_the_event_to_itself(tmp_path: Path) -> None:
    """Feasts keep the day of what they celebrate; a day goes the way of the one before it where that is borne out."""
    opened = (
        "The Harbour\n\nOn 2 March 1874 work was done. The quay was opened on 12 March, and a ship came on 20 March.\n"
    )
    feasts = [f"A Feast\n\nThe {name} met on 12 March 1924 to remember the quay.\n" for name in ("mayors", "masons")]
    story = "Memories\n\nI came in 1869 as a boy. On 3 March we rested. On 12 March they opened the quay with flags.\n"

    assert dates(tmp_path, opened, RECORD.replace("On 20", "Work ended on 2 March 1874. On 20"), *feasts, story)[
        -2:
    ] == [
        "1874-03-03",
        "1874-03-12",
    ]


def test_a_year_in_which_the_day_has_another_weekday_is_not_the_one_meant(tmp_path: Path) -> None:
    story = "Memories\n\nThe town kept the feast in 1899. On Thursday, 2 April, a storm broke the quay.\n"

    assert dates(tmp_path, RECORD, REPORT, story)[-1] == "1874-04-02"


def test_a_weekday_and_its_number_tell_the_month_the_others_tell(tmp_path: Path) -> None:
    story = "Memories\n\nOn Thursday the twelfth my cousin and I went to see the quay.\n"

    assert dates(tmp_path, RECORD, REPORT, story) == ["1874-03-12"]


def test_a_weekday_no_month_of_the_others_has_is_left_open(tmp_path: Path) -> None:
    story = "Memories\n\nOn Thursday the twentieth my cousin and I went to see the quay.\n"

    assert dates(tmp_path, RECORD, REPORT, story) == []


def test_a_day_goes_to_the_year_most_of_the_others_days_lie_in(tmp_path: Path) -> None:
    record = "Record\n\n" + " ".join(f"On {day} October 1874 the quay was closed." for day in range(1, 31))
    others = [RECORD, "Notes\n\nOn 3 March 1874 the quay was sold.\n"]
    story = "Memories\n\nThe town kept the feast in 1924. On 22 April they had broken the quay down.\n"

    assert dates(tmp_path, *others, story)[-1] == "1924-04-22"
    assert dates(tmp_path, *others, record, story)[-1] == "1874-04-22"

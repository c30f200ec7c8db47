from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources

from analyzer.extract.events.lexicon import families


def test_no_word_stands_in_two_families() -> None:
    """A verb or noun that meant two kinds of event would make two facts of one."""
    table = tomllib.loads(resources.files("analyzer.extract.events").joinpath("families.toml").read_text("utf-8"))
    parts = (("verbs", " "), ("nouns", " "), ("phrases", ", "))
    counts = Counter(
        (part, w) for row in table.values() for part, gap in parts for w in row.get(part, "").split(gap) if w
    )

    assert [] == [word for word, n in counts.items() if n > 1]


def test_a_phrase_counts_before_its_verb() -> None:
    """ "Pay" is a purchase, "pay off" is not."""
    assert (("pay", "buy"), ("pay off", "")) == (families().of_verb("pay"), families().of_verb("pay", ("off",)))


def test_a_phrase_may_ask_for_a_particle_without_object() -> None:
    """Who puts out leaves the shore; a fire that is put out is at its end."""
    assert (("put out", "depart"), ("put out", "end")) == (
        families().of_verb("put", ("out_", "out")),
        families().of_verb("put", ("out_fire", "out")),
    )


def test_a_line_thrown_open_begins_and_a_stone_unveiled_is_dedicated() -> None:
    assert ("throw open", "begin") == families().of_verb("throw", ("open",))
    assert families().of_verb("unveil")[1] == families().of_verb("dedicate")[1] == "unveil"

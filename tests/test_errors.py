"""The one error base class: what is wrong, where, and what to do next."""

from __future__ import annotations

import inspect

import pytest

from analyzer import errors
from analyzer.errors import AnalyzerError

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, AnalyzerError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_keeps_message_and_hint_apart(kind: type[AnalyzerError]) -> None:
    """Each can be printed on its own line, and both in one."""
    error = kind("no such folder: 'x'", hint="Give an existing folder.")

    assert ("no such folder: 'x'", "Give an existing folder.") == (error.message, error.hint)
    assert "no such folder: 'x'. Give an existing folder." == str(error)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_without_a_hint_is_its_message(kind: type[AnalyzerError]) -> None:
    """Nothing is put after a message that says all."""
    assert "no such folder" == str(kind("no such folder"))


@pytest.mark.parametrize("message", ["no such folder", "no such folder."])
def test_message_and_hint_are_parted_by_one_full_stop(message: str) -> None:
    """Whether the message ends with one or not."""
    assert "no such folder. Look again." == str(AnalyzerError(message, hint="Look again."))


def test_slugs_are_short_and_unlike_each_other() -> None:
    """A slug names one kind of error, for tests and documentation."""
    slugs = [kind.slug for kind in KINDS]

    assert len(set(slugs)) == len(slugs)
    assert all(slug == slug.lower() and " " not in slug for slug in slugs)


@pytest.mark.parametrize("kind", KINDS)
def test_one_except_catches_every_error(kind: type[AnalyzerError]) -> None:
    """Every error raised on purpose has one base, and that base is an Exception."""
    with pytest.raises(AnalyzerError, match="broken"):
        raise kind("broken")


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_says_what_it_is_for(kind: type[AnalyzerError]) -> None:
    """A docstring tells when it is raised."""
    assert kind.__doc__

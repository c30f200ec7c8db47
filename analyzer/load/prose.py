"""Telling a note in sentences from a reference that only names a work."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_VERBAL = frozenset(
    "was were is are had has have did does would could that which who he she they it there been being became when"
    " while although however this these his her their".split()
)


def is_prose(text: str) -> bool:
    """Whether `text` is written in sentences: ten words or more, mostly small ones, with verbs or pronouns among them.

    >>> is_prose("Samuel Pepys, Diary, ed. by R. Latham and W. Matthews, London 1970, vol. 7, p. 267")
    False
    >>> is_prose("The mayor later denied that he had said this, although two who were present had heard it.")
    True
    """
    words = _WORD.findall(text)
    small = sum(word.islower() for word in words)
    return len(words) >= 10 and small >= 0.65 * len(words) and len(_VERBAL.intersection(words)) >= 2

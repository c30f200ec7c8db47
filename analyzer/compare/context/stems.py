"""Crude stems of English words: enough to match "founded" with "founding" and "deserters" with "deserter"."""

from __future__ import annotations

SUFFIXES = ("ingly", "edly", "ings", "ies", "ing", "ied", "ers", "ed", "es", "er", "ly", "s", "e")
SHORTEST = 4  # a shorter stem would join unrelated words

STOP_WORDS = frozenset(
    """a about above after again against all also although am among an and another any are as at away back be became
    because been before behind being below between both but by can came could did do does doing done down during each
    either else even ever every few for from further get got had has have having he her here hers herself him himself
    his how however i if in indeed instead into is it its itself just last later least less like made make many may me
    might more most much must my near nearly neither never next no nor not now of off often on once one only onto or
    other others our out over own part per perhaps rather said same say says shall she should since so some soon still
    such than that the their theirs them themselves then there therefore these they this those though through thus till
    to together too toward towards two under until up upon us very was way we well went were what when where whether
    which while who whole whom whose why will with within without would yet you your day days year years month months
    week weeks time times date hour hours minute minutes""".split()
)


def stem(word: str) -> str:
    """The word without a common English ending, lower case in, lower case out.

    >>> [stem(w) for w in ("founded", "founding", "deserters", "parties", "was")]
    ['found', 'found', 'desert', 'part', 'was']
    """
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST:
            return word[: -len(suffix)]
    return word

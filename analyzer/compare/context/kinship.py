"""Which event families may name one and the same act, and which acts happen only once."""

from __future__ import annotations

# Families whose events are one act seen from two sides, so that either may carry the date the other is told with.
KINDRED: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "found form begin lead build",
        "appoint elect become lead serve",
        "resign remove end serve",
        "die kill",
        "sink collide hit",
        "begin burn announce attack",
        "write publish announce say send sign",
        "win lose attack defeat fight",
        "exile move remove",
        "fall_ill injure",
        "end destroy",
        "burn destroy spread",
        "sink destroy",
        "explode destroy",
        "arrive seize",
        "seize lose",
        "attack begin fight",
        "discover receive",
        "give receive",
        "launch depart",
        "continue measure burn spread",
        "sail depart",
        "join become receive",
        "arrest seize",
        "begin meet",
        "begin explode burn",
        "attack kill hit",
        "announce decide sign order",
        "decide vote try",
        "send receive",
        "discover recover rescue observe",
        "arrive travel",
        "depart escape withdraw",
        "resign abandon",
        "found unveil appoint",
    )
)

# Acts of which one undoes or ends the other: never one act told in two ways.
OPPOSED: tuple[tuple[str, str], ...] = tuple(
    (a, b)
    for a, b in (
        pair.split()
        for pair in (
            "begin end",
            "begin continue",
            "found end",
            "build destroy",
            "arrive depart",
            "arrive sail",
            "arrive exile",
            "arrive escape",
            "born die",
            "arrest release",
            "appoint resign",
            "elect resign",
            "join withdraw",
            "join split",
            "die bury",
            "born baptise",
            "arrest try",
            "exile return",
            "depart return",
            "attack surrender",
            "appoint publish",
            "seize depart",
            "launch sink",
            "publish unveil",
        )
    )
)

# To be chosen for an office is never to lose it, one's freedom or one's life: of 400 pairs of differing values in the
# collections at hand, one told with a family of the first and one with a family of the second, none is of one fact.
CHOSEN: frozenset[str] = frozenset({"appoint", "elect"})
LOST: frozenset[str] = frozenset({"arrest", "bury", "die", "exile", "injure", "kill", "remove", "try"})

# Events that happen to one subject only once: their dates may conflict however far apart they lie. Each group is one
# act under several names.
SINGLE: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split()) for group in ("born", "die kill", "found", "sink", "baptise", "bury")
)


def kindred(left: frozenset[str], right: frozenset[str]) -> bool:
    """Two sets of event families that may name one act from two sides.

    >>> kindred(frozenset({"appoint"}), frozenset({"become"})), kindred(frozenset({"born"}), frozenset({"die"}))
    (True, False)
    """
    return any(group & left and group & right for group in KINDRED)


def single(left: frozenset[str], right: frozenset[str]) -> bool:
    """Both tell of the same act, and it happens to one subject only once.

    >>> single(frozenset({"die"}), frozenset({"kill"}))
    True
    """
    return any(group & left and group & right for group in SINGLE)


def opposed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Two sets of event families that name acts of which one undoes, ends or follows the other.

    >>> opposed(frozenset({"begin"}), frozenset({"end"})), opposed(frozenset({"exile"}), frozenset({"elect"}))
    (True, True)
    """
    if left & right:
        return False
    if (left & CHOSEN and right & LOST) or (right & CHOSEN and left & LOST):
        return True
    return any((a in left and b in right) or (b in left and a in right) for a, b in OPPOSED)

"""Which counted things are one kind under several names: "persons" and "people", "drowned" and "lives lost"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.context.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

# Every group is one thing to count. A state outweighs the noun it stands with: "100 people drowned" counts the dead.
STATES: dict[str, str] = {
    "dead": "dead died die killed kill drowned drown perished perish lost loss fatality fatalities death victim "
    "deceased slain massacred corpse body bodies toll",
    "hurt": "wounded wound injured injure casualty casualties hurt maimed",
    "saved": "saved save rescued rescue survivor survivors survived survive",
    "missing": "missing vanished",
    "captive": "captured prisoner prisoners taken captive captives arrested",
    "homeless": "homeless",
}
THINGS: dict[str, str] = {
    "person": "person persons people man men soul souls life lives individual individuals human humans inhabitant "
    "inhabitants resident residents",
    "soldier": "soldier soldiers troop troops redcoat redcoats trooper troopers",
    "rebel": "rebel rebels insurgent insurgents volunteer volunteers revolutionary revolutionaries mutineer mutineers",
    "height": "height altitude elevation",
    "distance": "distance",
    "building": "building buildings house houses structure structures dwelling dwellings edifice edifices home homes",
    "boat": "boat boats lifeboat lifeboats",
    "ship": "ship ships vessel vessels",
    "aircraft": "aircraft plane planes aeroplane aeroplanes airplane airplanes",
    "child": "child children",
    "member": "member members",
    "street": "street streets",
    "gun": "gun guns cannon cannons",
}


def _index(groups: dict[str, str]) -> dict[str, str]:
    return {stem(word): name for name, members in groups.items() for word in members.split()}


_STATE_OF = _index(STATES)
_THING_OF = _index(THINGS)


FATES = frozenset({"dead", "hurt", "saved", "missing"})


def fate(stems: Iterable[str]) -> str:
    """The one fate that some words speak of ("dead", "saved"); empty for none or several.

    >>> fate(["women", "drown"]), fate(["lost", "save"])
    ('dead', '')
    """
    found = {_STATE_OF.get(word, "") for word in stems} & FATES
    return next(iter(found)) if len(found) == 1 else ""


def kinds(counted: Iterable[str]) -> frozenset[str]:
    """The kinds of thing that stems of counted words name; of people their state alone, where there is one.

    >>> sorted(kinds(["person", "drown"])), sorted(kinds(["lifeboat", "lost"])), sorted(kinds(["tube"]))
    (['dead'], ['boat'], ['tube'])
    """
    found = [word for word in counted if word not in DIMENSIONS]
    states = frozenset(_STATE_OF[word] for word in found if word in _STATE_OF)
    things = frozenset(_THING_OF.get(word, word) for word in found if word not in _STATE_OF or word in _THING_OF)
    return things - PARTICIPLES or states if things & LIFELESS or not states else states


LIFELESS = frozenset({"building", "boat", "ship", "aircraft", "street"})
DIMENSIONS = frozenset(stem(word) for word in ("long", "high", "wide", "deep", "tall", "thick", "broad"))
PARTICIPLES = frozenset(stem(word) for word in ("destroyed", "burned", "built", "lost", "sold", "damaged", "taken"))

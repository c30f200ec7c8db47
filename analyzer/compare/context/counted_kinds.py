"""Which counted things are one kind under several names: "persons" and "people", "drowned" and "lives lost"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.compare.context.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

# Every group is one thing to count. A state outweighs the noun it stands with: "100 people drowned" counts the dead.
STATES: dict[str, str] = {
    "dead": "dead died die killed kill drowned drown perished perish lost loss fatality fatalities death victim "
    "deceased slain massacred executed hanged corpse body bodies toll",
    "hurt": "wounded wound injured injure casualty casualties hurt maimed",
    "saved": "saved save rescued rescue survivor survivors survived survive",
    "missing": "missing vanished",
    "captive": "captured prisoner prisoners taken captive captives arrested",
    "homeless": "homeless",
}
THINGS: dict[str, str] = {
    "person": "person persons people man men soul souls life lives individual individuals human humans inhabitant "
    "inhabitants resident residents gentleman gentlemen mortal mortals folk folks fellow fellows rank ranks name names "
    "being beings countryman countrymen compatriot compatriots",
    "woman": "woman women girl girls lady ladies",
    "soldier": "soldier soldiers troop troops redcoat redcoats trooper troopers "
    "sabre sabres saber sabers bayonet bayonets",
    "sailor": "sailor sailors seaman seamen mariner mariners bluejacket bluejackets tar tars",
    "worker": "worker workers workman workmen labourer labourers laborer laborers employee employees hand hands navvy "
    "navvies",
    "rebel": "rebel rebels insurgent insurgents volunteer volunteers revolutionary revolutionaries mutineer mutineers "
    "conspirator conspirators plotter plotters",
    "accused": "accused defendant defendants",
    "applicant": "applicant applicants application applications candidate candidates",
    "height": "height altitude elevation",
    "distance": "distance",
    "building": "building buildings house houses structure structures dwelling dwellings edifice edifices home homes",
    "boat": "boat boats lifeboat lifeboats",
    "ship": "ship ships vessel vessels",
    "aircraft": "aircraft plane planes aeroplane aeroplanes airplane airplanes",
    "vehicle": "vehicle vehicles car cars automobile automobiles lorry lorries truck trucks",
    "cart": "cart carts wagon wagons waggon waggons",
    "stone": "stone stones rock rocks boulder boulders",
    "child": "child children infant infants baby babies",
    "member": "member members",
    "street": "street streets",
    "gun": "gun guns cannon cannons",
    "book": "book books volume volumes",
    "shop": "shop shops store stores",
    "tree": "tree trees",
    "case": "case cases box boxes crate crates chest chests",
    "excursionist": "excursionist excursionists tourist tourists sightseer sightseers",
    "pupil": "pupil pupils student students",
}
# People told by what they are or do; "men" and "persons" may be any of them.
ROLES = (
    "woman soldier sailor worker rebel accused applicant child member pupil passenger officer crew traveller settler "
    "native citizen peasant prisoner marine cadet guest doctor nurse nun monk priest delegate deputy voter spectator "
    "player driver guard policeman fireman slave colonist convict emigrant immigrant refugee boy orphan widow "
    "wife husband brother sister son daughter friend follower supporter leader ringleader victim bystander expert "
    "excursionist"
)
# Words for people that hold others: crew members are the crew, each of a father's children is a brother or sister.
BROADER: dict[str, str] = {
    "member": ROLES,
    "crew": "member sailor officer worker",
    "passenger": "excursionist traveller settler emigrant immigrant",
    "child": "brother sister son daughter boy orphan pupil",
}
# What only says that something is counted.
UNTOLD = "number numbers total totals figure figures count tally sum half majority rest estimate list"
# The one side of a thing that a measure tells.
SIDES: dict[str, str] = {
    "height": "high tall height altitude elevation",
    "length": "long length",
    "width": "wide broad width breadth",
    "depth": "deep depth",
    "thickness": "thick thickness",
    "distance": "away distant distance",
    "weight": "weight",
    "area": "area",
    "speed": "speed",
    "diameter": "diameter",
    "cost": "cost",
    "pay": "pay",
}


def _index(groups: dict[str, str]) -> dict[str, str]:
    return {stem(word): name for name, members in groups.items() for word in members.split()}


_STATE_OF = _index(STATES)
_THING_OF = _index(THINGS)
_SPOKEN = {
    name: frozenset(map(stem, f"{STATES.get(name, '')} {THINGS.get(name, '')}".split())) for name in STATES | THINGS
}
_ROLE = frozenset(_index({role: role for role in ROLES.split()})) | frozenset(ROLES.split())
_BROADER = {
    name: frozenset(held.split()) | frozenset(map(stem, held.split()))
    for word, held in BROADER.items()
    for name in (word, stem(word))
}
_UNTOLD = frozenset(stem(word) for word in UNTOLD.split())
_SIDE_OF = _index(SIDES)


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
    found = [word for word in counted if word not in DIMENSIONS | _UNTOLD]
    states = frozenset(_STATE_OF[word] for word in found if word in _STATE_OF)
    things = frozenset(_THING_OF.get(word, word) for word in found if word not in _STATE_OF or word in _THING_OF)
    if not states:
        return things
    if things & (LIFELESS | BEASTS):
        return things - PARTICIPLES or states
    return states | {thing for thing in things - PARTICIPLES if not _human(thing)}


def _human(thing: str) -> bool:
    return thing == "person" or thing in _ROLE


def akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one may be the general word for the other: persons, and people told by what they are or befell.

    >>> akin(frozenset({"person"}), frozenset({"soldier"})), akin(frozenset({"person"}), frozenset({"ship"}))
    (True, False)
    >>> akin(frozenset({"crew"}), frozenset({"member"}))
    True
    """
    return any(
        ("person" in general and any(_human(thing) or thing in STATES for thing in special))
        or any(special <= _BROADER.get(word, frozenset()) for word in general)
        for general, special in ((one, other), (other, one))
        if special
    )


def contrasted(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are known for different things: two roles of people, two states, or people and ships."""
    return bool(one and other) and not one & other and not akin(one, other) and all(map(_known, one | other))


def _known(thing: str) -> bool:
    return thing in STATES or thing in THINGS or thing in _ROLE


def spoken_of(thing: str) -> frozenset[str]:
    """The stems of all words that a kind of thing goes by.

    >>> sorted(spoken_of("woman")), sorted(spoken_of("tub"))
    (['girl', 'ladi', 'lady', 'woman', 'women'], ['tub'])
    """
    return frozenset({thing}) | _SPOKEN.get(thing, frozenset())


def side(counted: Iterable[str]) -> str:
    """The one side of a thing that stems of measured words name: "height", "length"; empty for none or several.

    >>> side(["high"]), side(["length"]), side(["rope"])
    ('height', 'length', '')
    """
    found = {_SIDE_OF[word] for word in counted if word in _SIDE_OF}
    return next(iter(found)) if len(found) == 1 else ""


BEASTS = frozenset(stem(word) for word in "horse pony ponies mule ox oxen dog cattle cow sheep camel animal".split())
LIFELESS = frozenset({"building", "boat", "ship", "aircraft", "street", "vehicle", "cart", "gun", "shop"})
DIMENSIONS = frozenset(stem(word) for word in ("long", "high", "wide", "deep", "tall", "thick", "broad"))
PARTICIPLES = frozenset(stem(word) for word in ("destroyed", "burned", "built", "lost", "sold", "damaged", "taken"))

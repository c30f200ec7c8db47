"""When two words of names are one word spelled twice: transliteration, British and American, damage by OCR."""

from __future__ import annotations

import re

from rapidfuzz.distance import JaroWinkler, Levenshtein

# Forms of one first name in several languages, folded.
GIVEN_FORMS = tuple(
    frozenset(row.split())
    for row in (
        "leon lev leo lyova",
        "alexander aleksandr alexandr alessandro alejandro sasha",
        "alexandra aleksandra",
        "nicholas nikolai nikolay nicolas niklaus kolya",
        "peter pyotr petr pierre pedro piotr pietro",
        "john johann johannes jean ivan giovanni juan jan",
        "joseph josef iosif giuseppe jose osip",
        "michael mikhail michel miguel michele",
        "george georgy georgi georg jiri jorge yuri",
        "william wilhelm guillaume guglielmo bill will",
        "charles karl carl carlos carlo",
        "louis ludwig luigi luis lewis",
        "frederick friedrich frederic federico fritz",
        "henry heinrich henri enrico hendrik harry",
        "james jacob jakob jacques giacomo yakov jim",
        "paul pavel pablo paolo",
        "sergei sergey serge",
        "gregory grigory grigori",
        "eugene yevgeny evgeny evgeni",
        "andrew andrei andrey andreas andre",
        "theodore fyodor fedor theodor",
        "elizabeth elisabeth yelizaveta elizaveta",
        "catherine katherine katharine ekaterina yekaterina katharina",
        "mary maria marie mariya",
        "anna anne ann anya",
        "fanny fanya fania feiga",
        "natalia natalya nathalie natasha",
        "robert bob",
        "edward eduard ned ted",
        "thomas tom",
        "samuel sam",
        "benjamin ben",
        "daniel dan",
        "anthony anton antonio antoine tony",
        "vladimir wladimir volodymyr",
        "stephen steven stefan etienne",
        "lawrence laurence lorenz",
    )
)
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|schtsch|sch|sz", "sh"),
        ("tsch|tch|cz(?!a)", "ch"),
        ("ts|tz", "c"),
        ("kh", "h"),
        ("zh", "z"),
        ("ph", "f"),
        ("w", "v"),
        ("ff", "f"),
        ("(?<=[oe])f$", "v"),
        ("x", "ks"),
        ("[yj]", "i"),
        ("(?<=[aou])e(?!$)", ""),
        ("i(?=[aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)
_SPELLING = tuple(
    (re.compile(pattern), one)
    for pattern, one in (
        ("our", "or"),
        ("tre$", "ter"),
        ("is(?=e|ing|ation)", "iz"),
        ("ence$", "ense"),
        ("ogue$", "og"),
        ("ll", "l"),
        ("ae|oe", "e"),
        ("mme$", "m"),
    )
)
_LOOKS = (
    ("rn", "m"),
    ("nn", "m"),
    ("ri", "n"),
    ("cl", "d"),
    ("vv", "w"),
    ("ii", "u"),
    ("0", "o"),
    ("1", "l"),
    ("5", "s"),
)
_FEMININE = frozenset("a e ne le lle tte ette ine ina ia".split())
_COUPLES = frozenset({frozenset({"francis", "frances"}), frozenset({"marion", "marian"})})
_VOWELS = frozenset("aeiouy")
_SLIP_LENGTH = 6  # letters; in shorter names one letter makes another name (Kirk, Kirsk)
_CLOSE_GIVEN = 0.85  # Jaro-Winkler 0-1: Geoffrey and Jeffrey stay apart, Katharina and Katarina meet


def word_reason(a: str, b: str) -> str | None:
    """Why two folded words may be one: "" when equal, a reason's code, or None when they are two words.

    >>> word_reason("tchaikovsky", "chaikovskii"), word_reason("harbour", "harbor"), word_reason("scott", "evans")
    ('transliteration', 'spelling', None)
    """
    if a == b:
        return ""
    if same_initial_sound(a, b) and sound(a) == sound(b):
        return "transliteration"
    if _replaced(a, _SPELLING) == _replaced(b, _SPELLING):
        return "spelling"
    if min(len(a), len(b)) >= _SLIP_LENGTH - 1 and _looks(a) == _looks(b):
        return "ocr"
    if min(len(a), len(b)) >= _SLIP_LENGTH and Levenshtein.distance(a, b, score_cutoff=1) <= 1:
        return "one-letter"
    return None


def word_keys(word: str) -> frozenset[str]:
    """Keys of a folded word; two words share one whenever `word_reason` finds them to be one.

    >>> bool(word_keys("harbour") & word_keys("harbor")), bool(word_keys("scott") & word_keys("evans"))
    (True, False)
    """
    keys = {word, _replaced(word, _SPELLING), sound(word)}
    if len(word) >= _SLIP_LENGTH - 1:
        keys.add(_looks(word))
    if len(word) >= _SLIP_LENGTH:
        keys.update(word[:i] + word[i + 1 :] for i in range(len(word)))
    return frozenset(keys)


def given_keys(word: str) -> frozenset[str]:
    """The same for first names and `given_reason`: initial, sound of the initial, and rows of forms."""
    rows = (f"#{number}" for number, forms in enumerate(GIVEN_FORMS) if word in forms)
    return frozenset({word[0], initial_sound(word), _replaced(word, _SPELLING)[:1], _looks(word)[:1], word[1:2], *rows})


def given_reason(a: str, b: str) -> str | None:
    """As `word_reason`, for first names: initials and forms of one name in two languages too."""
    if a != b and (len(a) == 1 or len(b) == 1):
        return "initial" if a[0] == b[0] or initial_sound(a) == initial_sound(b) else None
    reason = word_reason(a, b)
    if any(a in forms and b in forms for forms in GIVEN_FORMS):
        return "given-form" if reason in {None, "one-letter", "ocr"} else reason
    if _man_and_woman(*sorted((a, b), key=len)):
        return None
    if reason is not None:
        return reason
    return "given-form" if a[0] == b[0] and JaroWinkler.similarity(a, b) >= _CLOSE_GIVEN else None


def _man_and_woman(short: str, long: str) -> bool:
    """Whether two first names differ as a man's and a woman's: Johann and Johanna, Alexander and Alexandra."""
    if long.removeprefix(short) in _FEMININE or frozenset({short, long}) in _COUPLES:
        return True
    ends = sorted((short[-1:], long[-1:]), key=lambda letter: letter == "a")
    return ends[1] == "a" and ends[0] not in _VOWELS and short[:3] == long[:3]


def sound(word: str) -> str:
    """The word with the letters that romanisations write differently made one.

    >>> sound("tolstoi") == sound("tolstoy"), sound("rachmaninoff") == sound("rakhmaninov")
    (True, False)
    """
    return _replaced(word, _SOUNDS)


def initial_sound(word: str) -> str:
    """Class of the first letter: j, y, i and e may stand for each other at the start of a name."""
    first = _replaced(word[:3], _SOUNDS[:9])[:1]
    return "i" if first in "jyie" else first


def same_initial_sound(a: str, b: str) -> bool:
    """Whether two words may begin with one sound."""
    return initial_sound(a) == initial_sound(b)


def _looks(word: str) -> str:
    for pair, one in _LOOKS:
        word = word.replace(pair, one)
    return word


def _replaced(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word

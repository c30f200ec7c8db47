"""The named participants of a document: kind and key of every name, acronyms, genders, and what each is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import JaroWinkler

from analyzer.extract.events.acronyms import acronyms_in
from analyzer.extract.events.lexicon import families, words
from analyzer.extract.events.phrases import PRONOUNS, name_words, phrase
from analyzer.values.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

Kind = Literal["person", "group", "place", "thing"]
_LABELS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "group",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_ROMAN = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split())
_SUFFIXES = {"jr", "sr", "esq", "senior", "junior"}
_MOVING = frozenset(
    "go come move return travel exile arrive sail flee escape deport evacuate transfer live march fly retreat".split()
)
_WHERE = {"in", "to", "from", "into", "across"}
_OPENING = 2  # tokens of a sentence before which a pronoun goes on with the last one
_FAR_MORE = 1.5
_SAME_GIVEN = 0.8  # Jaro-Winkler similarity 0-1: Catherine and Katharine 0.84, Peter and Paul 0.6


@dataclass(frozen=True, slots=True)
class Entities:
    """What a whole document tells of its names.

    `kinds` maps folded names to their kind, `surnames` a surname to its first names (the main bearer's first),
    `acronyms` folded acronyms to long forms, `classes` a key to the common nouns it was called by.
    """

    kinds: dict[str, Kind]
    surnames: dict[str, tuple[tuple[str, ...], ...]]
    owners: dict[str, str]
    acronyms: dict[str, str]
    genders: dict[str, str] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    main: str = ""

    def kind(self, name: Sequence[str], *, articled: bool = False, label: str = "") -> Kind:
        """Kind of a name; `articled` when "the" stands before it, `label` is the tagger's guess for this mention."""
        folded = [w for word in name for w in fold(word).split()]
        if not folded:
            return "thing"
        known = self.kinds.get(" ".join(folded)) or kind_of_words(folded) or _LABELS.get(label, "thing")
        if known != "person" and folded[-1] in self.surnames and not articled:
            return "person"
        return "thing" if known == "person" and articled and len(folded) == 1 else known

    def knows(self, word: str) -> bool:
        """Whether a capitalised word is the name of a person or place elsewhere in the document, or a surname there."""
        known = self.kinds.get(fold(word)) in {"person", "place"} or fold(word) in self.surnames
        return word[:1].isupper() and known

    def key(self, name: Sequence[str], kind: Kind) -> str:
        """The name's canonical key: surname for persons, long form for acronyms, folded words for the rest."""
        folded = [w for word in name for w in fold(word).split()]
        if kind == "person":
            return self._person_key(folded)
        joined = " ".join(folded)
        long = self.acronyms.get(joined)
        if long:
            return long
        trimmed = folded[1:] if len(folded) > 1 and folded[0] in words("vessels", "prefixes") else folded
        return " ".join(trimmed)

    def _person_key(self, folded: list[str]) -> str:
        bare = _from_given(without_titles(folded))
        if not bare:
            return " ".join(folded)
        if bare[-1] in _ROMAN:
            return " ".join(bare)
        surname = bare[-1]
        if len(bare) == 1:
            return self._titled(folded, surname) if surname in self.surnames else self._owner(surname)
        groups = self.surnames.get(surname, ())
        for position, givens in enumerate(groups):
            if any(same_given(bare[0], given) for given in givens):
                return surname if position == 0 else f"{surname} {givens[0]}"
        return surname

    def _owner(self, given: str) -> str:
        """The surname of the one person who bears a first name, else the name itself."""
        if given in self.owners or given not in words("given", "male") | words("given", "female"):
            return self.owners.get(given, given)
        like = [self.owners[g] for g in sorted(self.owners) if same_given(given, g)]
        return like[0] if len(set(like)) == 1 else given

    def _titled(self, folded: list[str], surname: str) -> str:
        """Key of a titled surname: "Mrs Smith" is another person than the man the document calls Smith."""
        gender = gender_of(folded)
        known = self.genders.get(surname, "")
        return f"{folded[0]} {surname}" if gender and known and gender != known and len(folded) > 1 else surname


def _from_given(bare: list[str]) -> list[str]:
    """A long name from its first known first name on: "young English captain James Ward" without "English"."""
    given = words("given", "male") | words("given", "female")
    starts = [i for i, word in enumerate(bare[:-1]) if word in given] if len(bare) > 2 else []
    return bare[starts[0] :] if starts else bare


def without_titles(folded: Sequence[str]) -> list[str]:
    """A person's name without titles, ranks, suffixes.

    >>> without_titles(["captain", "robert", "scott", "jr"])
    ['robert', 'scott']
    """
    titles = words("titles", "male") | words("titles", "female") | words("titles", "either")
    return [w for i, w in enumerate(folded) if not (w in _SUFFIXES or (w in titles and i < len(folded) - 1))]


def same_given(a: str, b: str) -> bool:
    """Whether two first names (folded) may be one: equal, initial, or close in spelling.

    >>> same_given("j", "james"), same_given("peter", "paul")
    (True, False)
    """
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return a == b or (a[0] == b[0] and JaroWinkler.similarity(a, b) >= _SAME_GIVEN)


def gender_of(folded: Sequence[str]) -> str:
    """Return "male", "female" or empty, by title or first name."""
    for word in folded:
        for gender in ("male", "female"):
            if word in words("titles", gender) or word in words("given", gender):
                return gender
    return ""


def kind_of_words(folded: Sequence[str]) -> Kind | None:
    """Kind of a name by its words alone; None when they don't tell."""
    first, last = folded[0], folded[-1]
    titles = words("titles", "male") | words("titles", "female") | words("titles", "either")
    given = words("given", "male") | words("given", "female")
    if last in words("groups", "nouns") or (first in words("groups", "nouns") and len(folded) > 2):
        return "group"
    if first in words("vessels", "prefixes") and len(folded) > 1:
        return "thing"
    if (
        last in words("things", "nouns")
        or last in families().nouns
        or last.removesuffix("s") in families().nouns
        or (first in families().nouns and "of" in folded)
    ):
        return "thing"
    if last in words("places", "nouns") or (first in {"lake", "mount", "cape", "fort", "port"} and len(folded) > 1):
        return "place"
    if len(folded) > 1 and (first in titles or (first in given and last not in words("roles", "nouns"))):
        return "person"
    return None


def collect(docs: Iterable[Doc], title: str = "", text: str = "") -> Entities:
    """Read the names of a document; the main subject is the person in its title, else the most often named."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    sentences = list(docs)
    heads = [token for doc in sentences for token in doc if _ends_name(token)]
    for token in heads:
        folded = fold(" ".join(name_words(token)))
        if folded:
            votes[folded][_vote(token, folded)] += 2
            votes[folded][_vote_by_use(token)] += 2
    kinds = {name: _decide(counts) for name, counts in votes.items()}
    surnames, owners = _surnames(kinds, votes)
    base = Entities(
        kinds, surnames, owners, acronyms_in(text, (name for name, kind in kinds.items() if kind != "person"))
    )
    genders = _genders(base, kinds)
    genders = _genders_by_use(base, sentences) | genders
    counts = _person_counts(base, kinds, votes)
    return Entities(
        kinds, surnames, owners, base.acronyms, genders, _classes(base, heads), _main(counts, genders, title)
    )


def _person_counts(base: Entities, kinds: dict[str, Kind], votes: dict[str, Counter[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name, kind in kinds.items():
        if kind == "person" or base.kind(name.split()) == "person":
            counts[base.key(name.split(), "person")] += votes[name].total()
    return counts


def _ends_name(token: Token) -> bool:
    """Whether a proper name ends here."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is None or not (following.pos_ == "PROPN" and following.text[:1].isupper())


def _vote(token: Token, folded: str) -> str:
    parts = folded.split()
    if phrase(token).articled and len(parts) == 1:
        if token.tag_ == "NNPS" or parts[0].endswith("s"):
            where = token.ent_type_ in {"LOC", "FAC"} or (token.ent_type_ == "GPE" and token.head.lower_ in _WHERE)
            return "place" if where else "group"
        if token.ent_type_ == "PERSON":
            return "thing"
    if token.ent_type_ == "PERSON" and len(parts) == 1 and any(c.dep_ in {"det", "poss"} for c in token.lefts):
        return "thing"  # "his Requiem"
    if len(parts) == 1 and token.ent_type_ not in {"GPE", "LOC"} and gender_of(parts):
        return "person"
    by_words = kind_of_words(parts)
    if by_words is not None or not token.ent_type_:
        return by_words or ""
    return str(_LABELS.get(token.ent_type_, "thing"))


def _vote_by_use(token: Token) -> str:
    """What the words around a name say of its kind: one lives in places, and people act and speak."""
    bare = not any(c.dep_ == "det" for c in token.children)
    if token.dep_ == "pobj" and bare:
        preposition = token.head.lower_
        moving = preposition in _WHERE and token.head.head.lemma_.lower() in _MOVING
        if moving or preposition in {"in", "near"}:
            return "place"
    if bare and token.head.dep_ == "agent":
        return "person"
    if token.dep_ == "conj" and token.head.ent_type_ == "PERSON":
        return "person"
    acting = token.i > 0 and token.dep_ == "nsubj" and token.head.pos_ == "VERB"
    return "person" if acting and bare and token.tag_ == "NNP" else ""


def _decide(counts: Counter[str]) -> Kind:
    """The commonest vote; "" (no label) yields to any label."""
    kinds: tuple[Kind, ...] = ("person", "group", "place", "thing")
    best: Kind = max(kinds, key=lambda kind: counts[kind])
    return best if counts[best] else "thing"


def _surnames(
    kinds: dict[str, Kind], votes: dict[str, Counter[str]]
) -> tuple[dict[str, tuple[tuple[str, ...], ...]], dict[str, str]]:
    """First names of each surname in groups that may be one person, and the surname of each first name used alone."""
    groups: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for name, kind in kinds.items():
        bare = _from_given(without_titles(name.split()))
        if kind != "person" or len(bare) < 2 or bare[-1] in _ROMAN:
            continue
        rows = groups[bare[-1]]
        for i, (count, givens) in enumerate(rows):
            if any(same_given(bare[0], given) for given in givens):
                rows[i] = (count + votes[name].total(), [*givens, bare[0]])
                break
        else:
            rows.append((votes[name].total(), [bare[0]]))
    ordered = {s: tuple(tuple(g) for _, g in sorted(rows, key=lambda r: -r[0])) for s, rows in groups.items()}
    bearers: dict[str, set[str]] = defaultdict(set)
    for surname, rows_of in ordered.items():
        for given in rows_of[0]:
            bearers[given].add(surname)
    return ordered, {g: next(iter(s)) for g, s in bearers.items() if len(s) == 1 and len(g) > 1}


def _genders(base: Entities, kinds: dict[str, Kind]) -> dict[str, str]:
    genders: dict[str, str] = {}
    for name, kind in kinds.items():
        gender = gender_of(name.split()) if kind == "person" else ""
        if gender:
            genders.setdefault(base.key(name.split(), "person"), gender)
    return genders


def _genders_by_use(base: Entities, docs: Sequence[Doc]) -> dict[str, str]:
    """Genders by the pronouns that follow the only person a sentence names, and that open the next sentence."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    last = ""
    for doc in docs:
        named: set[str] = set()
        for token in doc:
            gender = PRONOUNS.get(token.lower_, "")
            if gender in {"male", "female"}:
                if len(named) == 1 or (not named and last and token.i <= _OPENING):
                    votes[min(named, default=last)][gender] += 1
            elif _ends_name(token) and (name := name_words(token)):
                articled = phrase(token).articled
                if base.kind(name, articled=articled, label=token.ent_type_) == "person":
                    named.add(base.key(name, "person"))
        last = min(named) if len(named) == 1 else ""
    return {key: gender for key, counts in votes.items() if (gender := _clear(counts))}


def _clear(votes: Counter[str]) -> str:
    """The gender that three votes in four are for; one vote is enough for a man, whom most texts call by surname."""
    gender, count = votes.most_common(1)[0]
    clear = count * 4 >= votes.total() * 3 and count > (gender == "female")
    return gender if clear else ""


def _classes(base: Entities, heads: Iterable[Token]) -> dict[str, frozenset[str]]:
    """Common nouns each name was called by: in apposition, as predicate, as part or title of the name."""
    out: dict[str, set[str]] = defaultdict(set)
    for token in heads:
        name = name_words(token)
        if not name:
            continue
        found = phrase(token)
        key = base.key(name, base.kind(name, articled=found.articled, label=token.ent_type_))
        nouns = out[key]
        nouns.update(fold(word) for word in name if len(name) > 1)
        nouns.update(word for t in _called(token) for word in (t.lemma_.lower(), t.lower_))
        if fold(name[0]) in words("vessels", "prefixes"):
            nouns.add("ship")
    vessels = words("vessels", "nouns")
    return {key: frozenset(nouns | ({"ship", "vessel"} if nouns & vessels else set())) for key, nouns in out.items()}


def _called(token: Token) -> list[Token]:
    """Nouns that stand in apposition to a name, before it, or are its predicate."""
    classes = words("vessels", "nouns") | words("roles", "nouns")
    out = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "NOUN"]
    out.extend(
        c
        for c in token.lefts
        if c.dep_ in {"compound", "nmod"} and (c.lemma_.lower() in classes or c.lower_ in classes)
    )
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        out.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        out.extend(c for c in token.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")
    return out


def _main(counts: Counter[str], genders: dict[str, str], title: str) -> str:
    """Whom a document is about: the person in its title, else the one it names far more often than any other.

    Somebody it never calls "he" or "she" may be a place that was taken for a person.
    """
    in_title = set(fold(title).split())
    known = {key: count for key, count in counts.items() if key in genders} or counts
    ranked = sorted(known, key=lambda key: (-known[key], key))
    titled = max((k for k in ranked if in_title.issuperset(k.split())), key=lambda k: len(k.split()), default="")
    alone = ranked[:1] if len(ranked) < 2 or known[ranked[0]] >= known[ranked[1]] * _FAR_MORE else []
    return titled or next(iter(alone), "")

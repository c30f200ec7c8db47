from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.extract.events import read_frames
from analyzer.model import Document, Frame, Mention, Passage, Sentence, Source
from analyzer.offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    class Told(Protocol):
        @property
        def frames(self) -> Sequence[Frame]: ...
        def by(self, lemma: str) -> Frame: ...

    Tell = Callable[..., Told]


def keys(frame: Frame) -> set[str]:
    return {m.key for m in frame.objects}


def key(mention: Mention | None) -> str:
    return mention.key if mention else ""


def bare(text: str) -> Document:
    offsets = OffsetMap.build((i, i + 1) for i in range(len(text)))
    source = Source("s", "s.txt", "", "text/plain", "utf-8", "", text, text, offsets)
    sentences = (Sentence(0, 0, 0, 0, len(text)),) if text.strip() else ()
    return Document(source, (), (Passage(0, 0, "paragraph", 0, len(text)),) if text else (), sentences)


@pytest.mark.parametrize("text", ["Ada Byron founded the Chess Club.", "The Chess Club was founded by Ada Byron."])
def test_active_and_passive_tell_one_event(tell: Tell, text: str) -> None:
    """Roles are those of meaning, so that two sources in two voices can be compared."""
    frame = tell(text).by("found")

    assert ("byron", {"chess club"}, "found") == (key(frame.subject), keys(frame), frame.family)


@pytest.mark.parametrize(
    ("text", "lemma", "family"),
    [
        ("The fire broke out in a barn.", "break out", "begin"),
        ("The outbreak of the war surprised them all.", "outbreak", "begin"),
        ("She stepped down as president.", "step down", "resign"),
        ("The rebels were put to death.", "put", "kill"),
        ("His appointment to the court followed.", "appointment", "appoint"),
        ("He was chairman of the society.", "be", "serve"),
        ("The captain was coopted onto the board.", "coopt", "appoint"),
        ("The captain was co-opted onto the board.", "coopt", "appoint"),
        ("The explosion occurred at nine.", "explosion", "explode"),
        ("The landing took place in the rain.", "landing", "arrive"),
        ("His death came in the spring.", "death", "die"),
        ("The steamer blew up at nine.", "blow up", "explode"),
        ("The sappers blew up the bridge.", "blow up", "destroy"),
        ("The cavalry made a charge.", "make", ""),
        ("The king signed his abdication.", "sign", "resign"),
        ("The court began to sit in May.", "sit", "begin"),
        ("The two ships collided off the coast.", "collide", "collide"),
    ],
)
def test_verbs_phrases_and_nouns_meet_in_a_family(tell: Tell, text: str, lemma: str, family: str) -> None:
    """The family is what makes "broke out" and "the outbreak" one kind of event."""
    families = {f.family for f in tell(text).frames if f.lemma.startswith(lemma.split(maxsplit=1)[0])}

    assert family in families


def test_the_possessor_of_a_noun_of_suffering_is_its_object(tell: Tell) -> None:
    """ "His arrest" tells of the one arrested, "his death" of the one who died."""
    told = tell("Bligh's arrest followed Cook's death.")

    assert ({"bligh"}, "cook") == (keys(told.by("arrest")), key(told.by("death").subject))


def test_a_light_verb_gives_its_subject_to_the_event_noun(tell: Tell) -> None:
    """In "he suffered a stroke" the stroke is his."""
    told = tell("Handel suffered a second stroke in London.")

    assert ("handel", ("2",)) == (key(told.by("stroke").subject), told.by("stroke").ordinals)


def test_joined_verbs_share_subject_and_object(tell: Tell) -> None:
    """What stands once is said of both verbs."""
    told = tell("Herzl founded and chaired the Geographical Society.")

    assert ({"geographical society"}, {"geographical society"}) == (keys(told.by("found")), keys(told.by("chair")))
    assert ("herzl", "herzl") == (key(told.by("found").subject), key(told.by("chair").subject))


def test_an_office_holder_and_the_office_are_kept_apart(tell: Tell) -> None:
    """ "Made Adams minister" names a person and a post."""
    told = tell("John Adams was a lawyer.\nThe president made Adams minister of war.")

    assert {"adams", "minister war"} <= keys(told.by("make"))


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        ("Clara Schumann arrived in Vienna.\nShe played at the court.", "play", "schumann"),
        ("Clara Schumann met Robert Peel.\nHe wrote a letter.", "write", "peel"),
        ("Robert Scott died.\nHis wife wrote a book.", "write", "wife of scott"),
        ("Captain Robert Scott left London.\nThe captain wrote a letter.", "write", "scott"),
        ("The liner Sirius left port.\nAt dawn she sank.", "sink", "sirius"),
        ("The liner Sirius left port.\nThe ship sank at dawn.", "sink", "sirius"),
        ("The Board of Trade Inquiry (BTI) met.\nThe BTI published a report.", "publish", "board of trade inquiry"),
        ("The Royal Geographical Society met.\nThe RGS elected a president.", "elect", "royal geographical society"),
        ("The Central Committee met.\nThe committee elected a president.", "elect", "central committee"),
        ("Anna Smith and Paul Smith married.\nThey moved to Ghent.", "move to", "smith paul"),
        ("Robert Peel slept.\nHe slept.\nHe slept.\nPaul Weber retired, and there he died.", "die", "weber"),
        ("Paul Weber left.\nPaul Weber ate.\nPaul Weber met Anna Page.\nShe slept.", "sleep", "page"),
        ("Robert Peel blamed Paul Weber, who had built it.\nHe died.", "die", "weber"),
        ("Weber lost his leg.\nPage slept.\nWeber and Page met.\nAn old lady came.\nShe died.", "die", "lady"),
    ],
)
def test_names_pronouns_and_descriptions_lead_to_one_key(tell: Tell, text: str, lemma: str, who: str) -> None:
    """One participant has one key, however it is called."""
    assert who in key(tell(text).by(lemma).subject)


@pytest.mark.parametrize(
    ("text", "who"), [("Nicholas I left Ulm.", "nicholas"), ("With Nicholas I left Ulm.", "speaker")]
)
def test_the_number_of_a_ruler_is_not_the_narrator(tell: Tell, text: str, who: str) -> None:
    """ "I" after a ruler's name counts him, unless the name is that of a companion."""
    assert who == key(tell(text).by("leave").subject)


def test_nobody_sells_to_himself(tell: Tell) -> None:
    """An object is not the subject that its verb shares with another."""
    told = tell("Paul Weber wrote an opera.\nRobert Peel dealt in cloth and sold him a coat.")

    assert "weber" in keys(told.by("sell"))


def test_a_pronoun_of_no_known_person_is_left_open(tell: Tell) -> None:
    """Of two men equally often named, far back, neither is meant for sure."""
    told = tell(
        "Paul Weber met Robert Peel.\nRobert Peel met Paul Weber.\nIt rained.\nIt rained.\nIt rained.\nHe left."
    )

    assert told.by("leave").subject is None


def test_two_bearers_of_a_surname_have_two_keys(tell: Tell) -> None:
    """Brothers are not one person."""
    told = tell("Wilbur Wright flew.\nWilbur Wright landed.\nOrville Wright slept.")

    assert ("wright", "wright orville") == (key(told.by("fly").subject), key(told.by("sleep").subject))


@pytest.mark.parametrize(
    ("text", "lemma", "ordinals"),
    [
        ("The thirteenth congress met in May.", "meet", ("13",)),
        ("The XIIIth congress met in May.", "meet", ("13",)),
        ("The 13th congress met in London.", "meet", ("13",)),
        ("The council met again in May.", "meet", ("again",)),
        ("He served first as mate and then as captain.", "serve", ()),
    ],
)
def test_ordinals_say_which_of_several(tell: Tell, text: str, lemma: str, ordinals: tuple[str, ...]) -> None:
    """The first and the second of a kind are two events; "first ... then" only puts things in order."""
    assert ordinals == tell(text).by(lemma).ordinals


@pytest.mark.parametrize(
    ("text", "lemma", "modality", "negated"),
    [
        ("She visited Rome.", "visit", "asserted", False),
        ("She never visited Rome.", "visit", "asserted", True),
        ("She did not visit Rome before May.", "visit", "asserted", False),
        ("She did not visit Rome till the war was over.", "visit", "asserted", False),
        ("She refused to visit the prison.", "visit", "asserted", True),
        ("She may have visited Rome.", "visit", "possible", False),
        ("She planned to visit Rome.", "visit", "planned", False),
        ("She hoped to visit Rome.", "visit", "planned", False),
        ("The meeting was fixed for Easter Sunday.", "fix", "planned", False),
        ("The rock was fixed to the shore.", "fix", "asserted", False),
        ("The king ordered her to visit Rome.", "visit", "ordered", False),
        ("The collision might have been avoided.", "avoid", "counterfactual", False),
        ("He intended to stay but left the town.", "leave", "asserted", False),
        ("She had to wait until May.", "wait", "asserted", False),
        ("She was to outlive him by ten years.", "outlive", "asserted", False),
        ("She was to visit Rome.", "visit", "planned", False),
    ],
)
def test_what_was_only_planned_or_denied_is_not_told_as_done(
    tell: Tell, text: str, lemma: str, modality: str, negated: bool
) -> None:
    """A plan and its outcome do not contradict each other."""
    frame = tell(text).by(lemma)

    assert (modality, negated) == (frame.modality, frame.negated)


@pytest.mark.parametrize(
    ("text", "lemma", "speaker"),
    [
        ("The ship sank at dawn.", "sink", ""),
        ("Some authors claim that the ship sank at dawn.", "sink", "Some authors"),
        ("According to John Smith, the ship sank at dawn.", "sink", "John Smith"),
        ("The ship allegedly sank at dawn.", "sink", "unnamed"),
        ("The ship is said to have sunk at dawn.", "sink", "unnamed"),
        ('As Ada Byron writes, "the unlucky ship sank at dawn near the coast".', "sink", "Ada Byron"),
        ('"The unlucky ship sank at dawn near the coast," wrote Ada Byron.', "sink", "Ada Byron"),
        ('They read: "The unlucky ship sank at dawn near the coast."', "sink", "quotation"),
        ('He went aboard the "Sirius", which sank at dawn.', "sink", ""),
    ],
)
def test_reported_words_belong_to_the_one_who_said_them(tell: Tell, text: str, lemma: str, speaker: str) -> None:
    """A source that reports a claim does not make it."""
    assert speaker == tell(text).by(lemma).attribution


def test_dates_are_hidden_from_the_parser_and_from_the_terms(tell: Tell) -> None:
    """A bracketed second date inside the first does not cut the sentence; terms hold words alone."""
    told = tell("The poet was born on 7 June [O.S. 26 May] 1799 in Moscow.", "7 June [O.S. 26 May] 1799")

    assert ("born", {"moscow"}) == (told.by("bear").family, {p.key for p in told.by("bear").places})
    assert not any(c.isdigit() for term in told.by("bear").terms for c in term)


def test_bracketed_life_dates_are_a_birth_and_a_death(tell: Tell) -> None:
    """No verb tells what the dates after a name mean."""
    told = tell("Ada Byron (10 December 1815 – 27 November 1852) wrote notes.", "10 December 1815", "27 November 1852")

    assert ["bear", "die", "write"] == sorted(f.lemma for f in told.frames if f.family)


def test_offsets_point_into_the_clean_text(tell: Tell) -> None:
    """Masked words do not shift what stands after them."""
    text = "On 7 June [O.S. 26 May] 1799, Ada Byron (née Noel) founded the Chess Club."
    frame = tell(text, "7 June [O.S. 26 May] 1799").by("found")

    assert "founded" == text[slice(*frame.trigger)]
    assert ["Chess Club"] == [text[m.start : m.end] for m in frame.objects]


@pytest.mark.parametrize(
    "text",
    ["", " ", "Der Brand brach am Abend in einer Scheune aus.", "Пожар начался вечером.", "1234 5678", "!?", "(((("],
)
def test_other_languages_and_empty_texts_give_no_frames(text: str) -> None:
    """Where the model can't read, nothing is claimed."""
    assert () == read_frames(bare(text), ())


def test_a_sentence_of_twenty_thousand_words_is_read() -> None:
    """A text that lost its full stops is cut, not refused."""
    text = "the ship of the king sailed to the port and " * 2_000
    frames = read_frames(bare(text), ())

    assert len(frames) >= 1_000


@given(
    st.lists(
        st.sampled_from(["the", "of", "and", "was", "(", ")", '"', "He", "ship", "1900", "–", "\n", "Ada", "sank"])
    )
)
@settings(deadline=None, max_examples=60)
def test_no_text_makes_the_reader_raise(words: list[str]) -> None:
    """Whatever the parser makes of a text, its frames lie inside it."""
    text = " ".join(words)
    frames = read_frames(bare(text), ())

    assert all(0 <= f.clause[0] <= f.trigger[0] < f.trigger[1] <= f.clause[1] <= len(text) for f in frames)


@pytest.mark.parametrize(
    ("text", "lemma", "others"),
    [
        ("The council had a heated debate over the tolls.", "debate", {"debate", "toll"}),
        ("The weavers held a strike against the mill.", "strike", {"strike", "mill"}),
        ("The fleet made an attack on the fort.", "make", {"attack", "fort"}),
    ],
)
def test_a_light_verb_takes_over_what_its_noun_is_about(tell: Tell, text: str, lemma: str, others: set[str]) -> None:
    """ "Had a debate over the tolls" tells of a debate and of tolls; "made" keeps its own word."""
    frame = next(f for f in tell(text).frames if f.subject is not None)

    assert (lemma, others) == (frame.lemma, keys(frame))


@pytest.mark.parametrize(
    "text", ["A number of the sailors fled.", "Several of the sailors fled.", "Dozens of sailors fled."]
)
def test_a_word_of_quantity_gives_way_to_what_it_counts(tell: Tell, text: str) -> None:
    """Those who fled are sailors, not a number."""
    assert "sailor" == key(tell(text).by("flee").subject)


def test_a_verb_joined_to_a_passive_is_done_to_the_same_thing(tell: Tell) -> None:
    """A treaty is signed and ratified; who was elected and resigned did that himself."""
    assert {"treaty"} == keys(tell("The treaty was signed in March and ratified in May.").by("ratify"))
    assert "anna" == key(tell("Anna was elected in March and resigned in May.").by("resign").subject)

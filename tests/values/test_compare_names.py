from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.values.names import compare_names, name_keys

NAMES = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            ["Ada", "A.", "Byron", "Mrs", "Captain", "XIIIth", "13th", "V", "the", "HMS", "de", "Zinovyev"]
        ),
        max_size=4,
    ).map(" ".join),
)

SPELLED = st.lists(
    st.sampled_from(
        "J. Ivan John Johann Johanna Lev Leon Robert Bob Yuri George Catherine Katherine Fanny Fanya Zhukov "
        "Zukov Mackenzie Macken zie Maekenzie Tchaikovsky Chaikovskii Constantinople Constantinapla van".split()
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("Tchaikovsky", "Chaikovskii", "transliteration"),
        ("Joffe", "Ioffe", "transliteration"),
        ("Adolph Busch", "Adolf Busch", "transliteration"),
        ("Antonín Dvořák", "Antonin Dvorak", "diacritics"),
        ("Saint-Saëns", "Saint Saëns", "spacing"),
        ("Pearl Harbour", "Pearl Harbor", "spelling"),
        ("Robert Falcon Scott", "Robert Scott", "middle-dropped"),
        ("R. F. Scott", "Robert Falcon Scott", "initial"),
        ("Scott, Robert", "R. Scott", "initial"),
        ("Fanny Burney", "Fanya Burney", "given-form"),
        ("Catherine Howard", "Katherine Howard", "given-form"),
        ("Captain Scott", "Scott", "title"),
        ("Scott", "Robert Scott", "surname-alone"),
        ("RMS Titanic", "Titanic", "prefix"),
        ("The Times", "Times", "prefix"),
        ("RGS", "Royal Geographical Society", "acronym"),
        ("Thirteenth Congress", "XIIIth Congress", "ordinal-form"),
        ("First World War", "World War I", "ordinal-form"),
        ("Shackle ton", "Shackleton", "spacing"),
        ("Shacldeton", "Shackleton", "ocr"),
        ("Kane nev", "Kamenev", "ocr"),
        ("Group Captain Ashby", "Captain Ashby", "title"),
        ("South American President Ashby", "President Ashby", "title"),
    ],
)
def test_a_difference_of_spelling_is_a_variant_and_says_which(a: str, b: str, code: str) -> None:
    """The reader sees why two spellings were taken for one name."""
    found = compare_names(a, b)

    assert ("variant", True) == (found.relation, code in {reason.code for reason in found.reasons})


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("Wilbur Wright", "Orville Wright", "other-first-name"),
        ("Scott", "Amundsen", "other-name"),
        ("Titanic", "Britannic", "other-name"),
        ("Mr Smith", "Mrs Smith", "other-title"),
        ("George V", "George VI", "other-ordinal"),
        ("Johann Weber", "Johanna Weber", "other-first-name"),
        ("Andre Weber", "Andree Weber", "other-first-name"),
        ("Francis Weber", "Frances Weber", "other-first-name"),
        ("North Africa", "North America", "other-name"),
        ("Tracy Jordan", "Tracy Morgan", "other-name"),
        ("Cassandra B.", "Cassandra", "other-name"),
        ("Alexandrov", "Alexandria", "other-name"),
        ("Charleston", "Charles Eaton", "other-name"),
        ("12th Congress", "13th Congress", "other-ordinal"),
        ("Central Committee", "Executive Committee", "other-first-name"),
    ],
)
def test_two_bearers_stay_two(a: str, b: str, code: str) -> None:
    """Brothers, sister ships and congresses are not spellings of each other."""
    found = compare_names(a, b)

    assert ("different", [code]) == (found.relation, [reason.code for reason in found.reasons])


def test_an_alias_of_the_user_makes_one_of_two_names() -> None:
    """What no rule can know the manifest says."""
    aliases = (("Constantinople", "Istanbul"),)

    assert ("different", "variant") == (
        compare_names("Istanbul", "Constantinople").relation,
        compare_names("Istanbul", "Constantinople", aliases).relation,
    )


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=400)
def test_comparison_is_symmetric(a: str, b: str) -> None:
    """The order of the sources changes no verdict; reasons swap their sides."""
    there, back = compare_names(a, b), compare_names(b, a)

    assert there.relation == back.relation
    assert [(r.code, r.left, r.right) for r in there.reasons] == [(r.code, r.right, r.left) for r in back.reasons]


@given(NAMES | SPELLED, NAMES | SPELLED)
@settings(deadline=None, max_examples=400)
def test_variants_share_a_key(a: str, b: str) -> None:
    """So that not all pairs of names need comparing; acronyms and a surname beside a full name are left out."""
    found = compare_names(a, b)
    codes = {reason.code for reason in found.reasons}

    assert found.relation != "variant" or codes & {"acronym", "surname-alone"} or name_keys(a) & name_keys(b)


@given(NAMES)
@settings(deadline=None, max_examples=200)
def test_every_name_is_the_same_as_itself(a: str) -> None:
    """Reflexive, in any case of letters and with any spaces."""
    assert ("same", ()) == (compare_names(a, f" {a} ").relation, compare_names(a, a).reasons)


@given(NAMES, NAMES)
@settings(deadline=None, max_examples=200)
def test_what_is_not_the_same_has_a_reason(a: str, b: str) -> None:
    """No verdict without its why."""
    found = compare_names(a, b)

    assert (found.relation == "same") == (found.reasons == ())

"""Plain text as people save it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from analyzer.load import plain
from analyzer.settings import LoadSettings

SETTINGS = LoadSettings()


def blocks(raw: str) -> list[tuple[str, str]]:
    clean = plain.read(raw, SETTINGS)
    return [(b.kind, clean.text[b.start : b.end]) for b in clean.blocks]


def test_broken_line_joins_before_comma() -> None:
    """A line break before a comma leaves neither break nor space."""
    assert [("paragraph", "The mayor’s house, built in 1640, burnt.")] == blocks(
        "The mayor’s house\n, built in 1640, burnt."
    )


def test_empty_lines_part_paragraphs() -> None:
    """Hard-wrapped lines join, empty lines part, whatever the line ends."""
    assert [("paragraph", "It burnt for four days."), ("paragraph", "Then it rained.")] == blocks(
        "It burnt for\r\nfour days.\r\n\r\nThen it\r\nrained."
    )


def test_paragraph_separators_of_unicode_part() -> None:
    """U+2029 ends a paragraph, U+2028 only a line."""
    assert [("paragraph", "One two."), ("paragraph", "Three.")] == blocks("One\u2028two.\u2029Three.")


def test_long_lines_are_paragraphs() -> None:
    """A line longer than any hard wrap that ends a sentence is a paragraph of its own."""
    long = "The fire went on " + "and on " * 20 + "to the end."

    assert [("paragraph", long), ("paragraph", long)] == blocks(f"{long}\n{long}")


def test_short_capitalised_line_is_a_heading() -> None:
    """Only a short line without end punctuation between empty lines is a heading."""
    text = (
        "THE GREAT FIRE\n\nIt began on a Sunday.\n\n"
        "The Second Day\n\nIt spread to the river and over the bridge.\n\nThe End."
    )

    assert ["heading", "paragraph", "heading", "paragraph", "paragraph"] == [kind for kind, _ in blocks(text)]


def test_hyphen_goes_only_where_the_word_is_known() -> None:
    """A word broken at the line's end is joined when it stands whole elsewhere, else it keeps its hyphen."""
    text = "On 2 Septem-\nber the burning began, and burn-\ning Pudding-\nlane fell."

    assert "On 2 September the burning began, and burning Pudding-lane fell." == plain.read(text, SETTINGS).text


def test_emphasis_and_note_marks_leave_the_text() -> None:
    """`_word_` loses its marks; `[3]` glued to a word becomes a citation there."""
    clean = plain.read("He _never_ said it.[3] snake_case stays [as is].", SETTINGS)

    assert "He never said it. snake_case stays [as is]." == clean.text
    assert [("[3]", "it.")] == [(c.text, clean.text[c.at - 3 : c.at]) for c in clean.citations]


def test_licence_around_an_ebook_is_left_out() -> None:
    """Only what stands between the start and end marks of a Project Gutenberg text is read."""
    mark = "*** {} OF THE PROJECT GUTENBERG EBOOK X ***"
    text = "\n".join(("Licence.", mark.format("START"), "It burnt.", mark.format("END"), "More."))

    assert "It burnt." == plain.read(text, SETTINGS).text


def test_headings_marked_as_in_wikis_part_the_text_around_them() -> None:
    """On a line of their own or inside one, with the marks spaced or not; the marks are no part of the text."""
    assert [("heading", "Boats"), ("heading", "Crews"), ("paragraph", "All were lost.")] == blocks(
        "== Boats ==\n= = = Crews = = = All were lost."
    )


def test_equations_are_no_headings() -> None:
    """A single sign marks a title only at the very start."""
    assert [("paragraph", "It holds that a = b = c here.")] == blocks("It holds that a = b = c here.")


def test_tokenised_text_is_read_as_it_was_written() -> None:
    """Every character left still stands where its offset says."""
    raw = "In May , four , then five , and at last six men , in a 7 - ton boat , sailed 1 @,@ 250 miles ."
    clean = plain.read(raw, SETTINGS)

    assert "In May, four, then five, and at last six men, in a 7-ton boat, sailed 1,250 miles." == clean.text
    assert clean.text == "".join(raw[start] for start in clean.offsets.starts)


def test_every_line_of_a_fact_box_stands_alone() -> None:
    """Labelled lines below each other are no running text, and none of them is a heading."""
    box = "At a glance\nPlace: Market Square, Old Town\nGarrison: some 300\nWalls: stone, 40 feet high"

    title, *rows = box.split("\n")

    assert [("paragraph", title), *(("item", row) for row in rows)] == blocks(box)


def test_a_colon_in_running_text_parts_no_lines() -> None:
    """One labelled line inside a paragraph is a sentence like others."""
    text = "The council met at dawn to hear the envoys and\nThe answer was short: no."

    assert [("paragraph", text.replace("\n", " "))] == blocks(text)


def test_bullets_are_items() -> None:
    """Lines with bullets are items; the bullet is not part of the text."""
    assert [("item", "one"), ("item", "two")] == blocks("- one\n- two")


@hypothesis_settings(deadline=None, max_examples=150)
@given(st.text(alphabet="ab A.,-_[1]\n\r\t\u00ad\u200b\u2029\ufeff", max_size=120))
def test_every_character_maps_to_itself(raw: str) -> None:
    """Whatever the text, each kept character stands in the raw text where its offset says."""
    clean = plain.read(raw, SETTINGS)
    kept = [
        (clean.text[i], raw[a:b]) for i, (a, b) in enumerate(zip(clean.offsets.starts, clean.offsets.ends, strict=True))
    ]

    assert all(char == source for char, source in kept if char not in " \n")

"""HTML pages as browsers save them, and as nobody should write them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.load import html
from analyzer.load.html_tokens import tokens

PIECES = [
    "<p>",
    "</p>",
    "<b>",
    "</i>",
    "<td>",
    "<li>",
    "<sup>[1]</sup>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<",
    ">",
    "&amp;",
    "&amp",
    "&#65;",
    "&bogus;",
    "<a href='#x'>",
    "</a>",
    '<p title="',
    '"',
    "<br>",
    "<main>",
    "</main>",
    "<div hidden>",
    "</div>",
    "<ol class=references>",
    "</ol>",
    "text",
    "It was 1666. ",
    "\r\n",
    "\ufeff",
    "é",
]


def blocks(raw: str) -> list[tuple[str, str]]:
    clean = html.read(raw)
    return [(b.kind, clean.text[b.start : b.end]) for b in clean.blocks]


def test_entities_map_to_their_whole_range() -> None:
    """The character an entity stands for covers all of the entity."""
    clean = html.read("<p>A&amp;B&nbsp;C &eacute;")

    assert "A&B C é" == clean.text
    assert (4, 9) == clean.offsets.raw(1, 2)


def test_page_chrome_is_left_out() -> None:
    """Scripts, navigation, hidden elements, edit links and everything outside of the main part are not text."""
    page = (
        "<head><title>Fire &amp; Plague</title><style>p{}</style></head><nav>Home</nav><main><h1><span>Fire</span>"
        "<span class='mw-editsection'>[edit]</span></h1><p>It burnt.<span style='display: none'>no</span>"
        "<script>var a = '<p>';</script></main><footer>bye</footer>"
    )

    assert [("heading", "Fire"), ("paragraph", "It burnt.")] == blocks(page)
    assert "Fire & Plague" == html.read(page).title


def test_page_inside_a_form_or_beside_an_empty_main_is_read() -> None:
    """Old sites wrap the page in a form, careless ones leave the main part empty: the text counts."""
    assert [("paragraph", "It burnt.")] == blocks("<body class=comments><form><p>It burnt.</form><main></main>")


def test_reference_marks_become_citations_with_their_words() -> None:
    """A mark points to its entry in the list of references; an ordinal's `<sup>` stays."""
    page = (
        "<p>On the 2<sup>nd</sup><sup class=reference><a href='#n1'>[1]</a></sup> it burnt."
        "<ol class=references><li id=n1><a href='#r1'>^</a> Pepys, Diary, 1666</ol>"
    )
    clean = html.read(page)

    assert "On the 2nd it burnt." == clean.text
    assert [("Pepys, Diary, 1666", 10)] == [(c.text, c.at) for c in clean.citations]


def test_note_in_sentences_is_a_block_of_its_own() -> None:
    """An entry of the reference list that tells something is text."""
    note = "The mayor later denied that he had said this, although two who were present had heard it."

    assert [("paragraph", "It burnt."), ("note", note)] == blocks(
        f"<p>It burnt.</p><ol class=references><li id=n>{note}</ol>"
    )


def test_tables_lists_and_quotations_have_their_kinds() -> None:
    """Cells, items, captions and quotations are told apart, with or without closing tags."""
    page = (
        "<ul><li>one<li>two</ul><table><caption>Loss<tr><th>Year<td>1666</table><blockquote><p>Said</blockquote><p>End"
    )

    assert [
        ("item", "one"),
        ("item", "two"),
        ("caption", "Loss"),
        ("cell", "Year"),
        ("cell", "1666"),
        ("quotation", "Said"),
        ("paragraph", "End"),
    ] == blocks(page)


def test_title_attributes_are_no_text() -> None:
    """A span's title is noise; its text stays."""
    assert [("paragraph", "/ab/")] == blocks("<p>/<span title=\"as in 'a>b'\">ab</span>/")


def test_two_line_breaks_part_paragraphs() -> None:
    """One break is a space, two begin a paragraph."""
    assert [("paragraph", "one two"), ("paragraph", "three")] == blocks("one<br>two<br>\n<br/>three")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_markup_is_read_with_exact_offsets(raw: str) -> None:
    """Malformed markup never raises; offsets never run backwards; tokens cover the page without gap."""
    clean = html.read(raw)
    ends = [t.end for t in tokens(raw)]

    assert [t.start for t in tokens(raw)] == [0, *ends][: len(ends)]
    assert sorted(clean.offsets.starts) == list(clean.offsets.starts)
    assert sorted(clean.offsets.ends) == list(clean.offsets.ends)
    assert all(b.start < b.end for b in clean.blocks)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("abc é", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=6))
def test_words_between_tags_come_back(words: list[str]) -> None:
    """Text in inline tags comes back whole, each character from where it stands."""
    raw = "".join(f"<p><b title='x>y'>{w}</b></p>" for w in words)
    clean = html.read(raw)

    assert [" ".join(w.split()) for w in words] == clean.text.split("\n\n")
    assert all(
        c == raw[a:b]
        for c, a, b in zip(clean.text, clean.offsets.starts, clean.offsets.ends, strict=True)
        if c not in " \n"
    )

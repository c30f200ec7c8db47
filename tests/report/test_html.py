"""The page is whole without script or network, keeps its own policy, and escapes what sources say."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

from analyzer.report.charts import charts
from analyzer.report.html import digest, page
from analyzer.report.view import view
from tests.report.halcyon import analysis, crowd, drawn

CARD = re.compile(r'<article class="c .*?</article>', re.DOTALL)
VOID = {"meta", "input", "br", "link", "img", "hr"}


class Reader(HTMLParser):
    """Collects attributes and checks that tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.broken: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken.append(tag)


@cache
def html() -> str:
    """The page of the sample."""
    return page(view(analysis()), drawn())


@cache
def read() -> Reader:
    """The page, parsed."""
    reader = Reader()
    reader.feed(html())
    return reader


def values(name: str) -> list[str]:
    """All values of one attribute."""
    return [value for _, attribute, value in read().attributes if attribute == name]


def test_tags_are_closed_in_order() -> None:
    """The markup is well formed."""
    assert ([], []) == (read().broken, read().open)


def test_every_fragment_has_an_id() -> None:
    """No link inside the page leads nowhere."""
    wanted = {v[1:] for v in values("href") if v.startswith("#")}
    wanted |= {name for v in values("aria-labelledby") for name in v.split()}

    assert set() == wanted - set(values("id"))


def test_ids_are_unique() -> None:
    """No id is given twice, charts included."""
    ids = values("id")

    assert len(set(ids)) == len(ids)


def test_nothing_is_asked_from_outside() -> None:
    """No attribute or style names an address."""
    links = [v for name in ("href", "src", "action", "xlink:href") for v in values(name)]

    assert [] == [v for v in links if not v.startswith("#")]
    assert "@import" not in html()
    assert re.findall(r"url\((?!#)", html()) == []


def test_no_style_attribute_stands_in_the_page() -> None:
    """The policy would block it: charts would be black boxes."""
    assert [] == values("style")


def test_no_inline_handler_stands_in_the_page() -> None:
    """The policy would block it."""
    assert [] == [name for _, name, _ in read().attributes if name.startswith("on")]


def test_the_policy_has_the_hashes_of_style_and_script() -> None:
    """Exactly one style and one script, each named by its hash."""
    styles = re.findall(r"<style>(.*?)</style>", html(), re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", html(), re.DOTALL)
    policy = next(v for v in values("content") if v.startswith("default-src"))

    assert (1, 1) == (len(styles), len(scripts))
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest(styles[0])}'" in policy
    assert f"script-src 'sha256-{digest(scripts[0])}'" in policy


def test_markup_in_a_source_is_shown_not_run() -> None:
    """A script tag in a quote comes out as its letters."""
    assert "<script>alert" not in html()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html()


def test_hostile_words_everywhere_stay_words() -> None:
    """Titles, questions, values, reasons and notices are escaped too."""
    evil = '"><img src=x onerror=alert(1)>'
    base = analysis()
    first = base.findings[0]
    readings = tuple(replace(r, value=evil, locator=evil) for r in first.readings)
    reasons = tuple(replace(r, sentence=evil, code=evil) for r in first.reasons)
    bad = replace(
        first, question=evil, topic=evil, explanation=evil, difference=evil, readings=readings, reasons=reasons
    )
    document = replace(base.documents[0], source=replace(base.documents[0].source, title=evil))
    turned = replace(
        base,
        documents=(document, *base.documents[1:]),
        comparison=replace(base.comparison, findings=(bad, *base.findings[1:])),
        reliability=replace(base.reliability, statement=evil, notes=(evil,)),
    )
    reader = Reader()
    reader.feed(page(view(turned), charts(turned)))

    assert [] == [tag for tag, name, _ in reader.attributes if tag == "img" or name == "onerror"]
    assert [] == reader.broken


def test_every_finding_has_its_card_and_its_question_as_title() -> None:
    """The title of a card is the finding's question."""
    for finding in analysis().findings:
        assert f'<article class="c s{finding.severity}" id="f-{finding.id}"' in html()
        assert f'<a href="#f-{finding.id}">' in html()


def test_the_exact_value_is_marked() -> None:
    """A value in other words than its normal form is found through its claim."""
    assert "At <mark>twenty minutes to three in the morning</mark> she ran" in html()


def test_a_card_stays_within_four_kilobytes() -> None:
    """Long quotes and many readings are cut, never the card's limit passed."""
    assert max(len(card.encode()) for card in CARD.findall(html())) <= 4096


def test_a_crowded_card_stays_within_four_kilobytes() -> None:
    """Forty long readings of nine values and twenty reasons fit as well."""
    base = analysis()
    first = base.findings[1]
    longest = max(first.readings, key=lambda r: len(r.quote))
    readings = tuple(replace(longest, value=f"value number {i % 9}") for i in range(40))
    reasons = tuple(replace(first.reasons[0], sentence="A reason of many words. " * 12) for _ in range(20))
    crowded = replace(first, readings=readings, reasons=reasons, explanation="An explanation. " * 60)
    turned = replace(base, comparison=replace(base.comparison, findings=(crowded,)))

    assert max(len(card.encode()) for card in CARD.findall(page(view(turned), {}))) <= 4096


def test_two_thousand_findings_render_quickly() -> None:
    """The page is made within seconds and stays within the bound per card."""
    start = time.process_time()
    made = page(view(crowd(2000)), {})
    spent = time.process_time() - start

    assert spent < 5
    assert len(made.encode()) < 2000 * 4096 + 200_000


def test_charts_carry_role_title_and_description() -> None:
    """Every picture in the page is named for those who can't see it."""
    pictures = re.findall(
        r'<svg[^>]*role="img"[^>]*>\s*<title id=[^>]*>[^<]+</title>\s*<desc id=[^>]*>[^<]+</desc>', html()
    )

    assert len(drawn()) + len(analysis().documents) == len(pictures)


def test_what_was_not_checked_is_said() -> None:
    """Lone claims, passages without a partner and silent sentences are counted, unread sources named."""
    assert "What was not checked" in html()
    assert "&#39;scan.bin&#39; holds no text" in html()
    assert "built at Stettin in 1889" in html()


def test_an_analysis_without_findings_still_gives_a_page() -> None:
    """Nothing to report is reported."""
    base = analysis()
    empty = replace(base, comparison=replace(base.comparison, findings=(), parallels=()))
    made = page(view(empty), charts(empty))

    assert "No conflict was found" in made

"""What HTML elements mean for a reader: blocks, page chrome, notes; by element, role, class and id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.load.html_tokens import Token
    from analyzer.model import BlockKind

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
SKIPPED = frozenset(
    "script style head title template nav footer button select option textarea dialog noscript iframe object svg"
    " math audio video canvas map datalist menu rp rt".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS: dict[str, BlockKind] = {
    "blockquote": "quotation",
    "li": "item",
    "dt": "item",
    "dd": "quotation",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "figcaption": "caption",
    "summary": "heading",
    "legend": "caption",
}
BLOCKS = frozenset(
    "html body p div section article main header aside address center pre figure figcaption blockquote ul ol li dl dt"
    " dd table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hr fieldset legend details summary hgroup".split()
)
CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "option": frozenset(("option",)),
    "body": frozenset(("head",)),
}
SCOPES = frozenset(("ul", "ol", "dl", "table", "body", "html", "blockquote", "div", "section"))
_FRAME = frozenset(("html", "body", "main", "article"))
_CHROME_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu menubar toolbar dialog alert tablist button".split()
)
_CHROME = frozenset(
    "mw-editsection editsection navbox navbox-styles vertical-navbox sidebar toc toctitle catlinks noprint metadata"
    " ambox tmbox ombox mbox-small hatnote infobox printfooter mw-jump-link jump-to-nav sitenotice sitesub"
    " contentsub mw-head"
    " mw-panel mw-navigation mw-indicators mw-empty-elt authority-control portalbox sistersitebox shortdescription"
    " breadcrumb breadcrumbs cookie cookies cookie-banner advertisement advert ads share-buttons social-share"
    " social-links newsletter related-posts comments comment-list pagination pager skip-link screen-reader-text"
    " visually-hidden sr-only site-header site-footer site-nav navbar pagenum pagenumber pageno vector-toc".split()
)
_REFERENCES = frozenset("references reflist mw-references-wrap refbegin footnotes endnotes".split())
_CITATION_CLASSES = frozenset(("citation", "reference", "noteref", "footnote-ref", "fnref", "footnote-reference"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
REFERENCE_MARK = re.compile(r"\s*(?:\[[^\]]{1,30}\]|\d{1,3}|[*†‡§])(?:\s*,?\s*(?:\[[^\]]{1,30}\]|\d{1,3}))*\s*$")
_MAIN_IDS = frozenset(("mw-content-text", "bodycontent", "main-content", "content-main"))


def names(token: Token) -> frozenset[str]:
    """The element's classes and its id, lower case."""
    return frozenset(f"{token.attributes.get('class', '')} {token.attributes.get('id', '')}".lower().split())


def is_chrome(token: Token) -> bool:
    """Whether the element is not part of the text: hidden, navigation, a form, a site's frame."""
    if token.name in _FRAME:
        return False
    attributes = token.attributes
    return (
        token.name in SKIPPED
        or "hidden" in attributes
        or bool(_HIDDEN.search(attributes.get("style", "")))
        or attributes.get("role", "").lower() in _CHROME_ROLES
        or not _CHROME.isdisjoint(names(token))
    )


def is_reference_list(token: Token) -> bool:
    """Whether the element holds the list of references."""
    return not _REFERENCES.isdisjoint(names(token))


def is_citation(token: Token) -> bool:
    """Whether the element is a reference to a work or a note mark, not text of the sentence."""
    marked = not _CITATION_CLASSES.isdisjoint(names(token))
    return token.name in {"sup", "cite", "a"} and (marked or token.attributes.get("epub:type") == "noteref")


def is_main(token: Token) -> bool:
    """Whether the element holds the page's own text, so that all around it is frame."""
    return token.name == "main" or token.attributes.get("role", "") == "main" or not _MAIN_IDS.isdisjoint(names(token))

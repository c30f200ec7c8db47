"""Four invented accounts of one shipwreck, loaded and segmented by hand, with every awkward character."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace

from analyzer.model import (
    Alignment,
    Block,
    Claim,
    ClaimKind,
    Document,
    Frame,
    Mention,
    Passage,
    PassageRelation,
    Reading,
    Section,
    Sentence,
    Side,
    Source,
    SourceFacts,
)
from analyzer.offsets import OffsetMap
from analyzer.values.calendars import Calendar, Day
from analyzer.values.dates import Granularity, UncertainDate
from analyzer.values.durations import Duration
from analyzer.values.quantities import Quantity
from analyzer.values.times import ClockTime

RAW = {
    "inquiry": (
        "<h1>The loss of the steamer Halcyon</h1>\n<h2>The voyage</h2>\n<p>The steamer <b>Halcyon</b> left Reval on "
        "12 September 1907, O.S., with 214 persons aboard under Captain Edvard Lindqvist. She carried timber, mail and "
        "1,180 tons of coal. The weather, wrote the mate in the log (here <i>verbatim</i>), was &quot;fair; #wind SW "
        "*fresh* at $3 a bet &amp; rising &lt;script&gt;alert(1)&lt;/script&gt;&quot;.</p>\n<h2>The stranding</h2>\n<p>"
        "At 02:40 she struck the Devil's Ledge, four miles off Cape Ristna. The boiler room was flooded within "
        "20 minutes. The court finds that 61 persons lost their lives. Captain Lindqvist was the last to leave the "
        "ship.</p>\n<p>The wreck was found by divers of the salvage company in June 1911. The court was chaired by "
        "Vice-Admiral Николай Орлов, who had also built the light on the cape.</p>\n"
    ),
    "gazette": (
        "THE HALCYON LOST\n\nThe Halcyon sailed from Reval on 25 September 1907 with some two hundred souls. About "
        "1,200 tons of coal lay in her bunkers. At twenty minutes to three in the morning she ran upon the Devil's "
        "Ledge.\n\nSixty-four persons were drowned, as the owners now admit. Captain Lindquist was taken off in the "
        "second boat, and three more boats followed him. The officers of the court sat under Admiral Nikolai "
        "Orlov.\n\nOur correspondent was told that the engines had been repaired twice in the spring, and that the "
        "second officer, a Mr. שלמה Levin, had warned of the compass.\n"
    ),
    "stoker": (
        "What I remember\n\nWe left Reval in September 1907, about two hundred of us. I was at the fires when she "
        "struck at ten past three, I had just come on watch. They say she went down in twenty minutes; it was more "
        "than an hour.\n\nSixty-one were lost, God rest them. The captain went in the second boat, I saw him with my "
        "own eyes, whatever the gentlemen of the court were told afterwards, and I will say it to anyone who asks me, "
        "for I have nothing left to lose and no pension that they could take from me, having been discharged without "
        "one in the winter of that same year. Later in the same winter they told us that fifty-nine had died.\n\n"
        "The wreck was found by fishermen in 1910.\n"
    ),
    "almanac": (
        "Wrecks of the Gulf\n\nThe Halcyon sailed from Reval on 25 September 1907 with some two hundred souls. About "
        "1,200 tons of coal lay in her bunkers. At twenty minutes to three in the morning she ran upon the Devil's "
        "Ledge.\n\nSixty-four persons were drowned. Captain Lindquist was taken off in the second boat.\n\nShe was "
        "built at Stettin in 1889.\n"
    ),
}
TITLES = {
    "inquiry": "Report of the Court of Inquiry",
    "gazette": "The Harbour Gazette",
    "stoker": "A Stoker Remembers",
    "almanac": "Almanac of Wrecks",
}
PATHS = {"inquiry": "inquiry.html", "gazette": "gazette.txt", "stoker": "stoker.txt", "almanac": "almanac.txt"}
ENTITIES = {"&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">"}
TOKEN = re.compile(r"<h[12]>|</h[12]>|</?[a-z]+>|&[a-z]+;|\n+|.", re.DOTALL)


def source(name: str, raw: str, *, title: str, path: str, html: bool) -> Source:
    """A source from raw text; with `html`, tags are left out and entities read, each character mapped back."""
    text, at = "", 0
    pieces: list[tuple[int, int]] = []
    for match in TOKEN.finditer(raw):
        token = match.group()
        span = match.span()
        if html and token.startswith("\n"):
            text, pieces = text + "\n\n", [*pieces, (span[0], span[0]), (span[0], span[0])]
        elif html and token.startswith("<") and len(token) > 1:
            continue
        elif html and token in ENTITIES:
            text, pieces = text + ENTITIES[token], [*pieces, span]
        else:
            text, pieces = text + token, [*pieces, *((i, i + 1) for i in range(*span))]
    blocks = []
    for chunk in re.split(r"\n\n+", text):
        at = text.index(chunk, at) if chunk.strip() else at
        heading = len(chunk) < 40 and not chunk.rstrip().endswith(".")
        if chunk.strip():
            end = at + len(chunk.rstrip("\n"))
            blocks.append(Block("heading" if heading else "paragraph", at, end, 2 if heading else 0))
            at = end
    digest = hashlib.sha256(raw.encode()).hexdigest()
    facts = SourceFacts(kind="account", author="invented for this test", year="1908", licence="MIT")
    media = "text/html" if html else "text/plain"
    return Source(
        name, path, title, media, "utf-8", digest, raw, text, OffsetMap.build(pieces), tuple(blocks), (), facts
    )


def segment(item: Source) -> Document:
    """Sections at headings, passages at paragraphs, sentences at full stops."""
    sections: list[Section] = []
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for block in item.blocks:
        if block.kind == "heading":
            sections.append(Section((item.text[block.start : block.end],), 2, block.start, block.end))
            continue
        section = max(len(sections) - 1, 0)
        passages.append(Passage(len(passages), section, block.kind, block.start, block.end))
        for match in re.finditer(r"\S.*?(?:[.]\"?(?= |$)|$)", item.text[block.start : block.end]):
            start, end = block.start + match.start(), block.start + match.end()
            sentences.append(Sentence(len(sentences), len(passages) - 1, section, start, end))
    return Document(item, tuple(sections), tuple(passages), tuple(sentences))


@dataclass
class Builder:
    """Collects claims and findings while the sample is told."""

    documents: dict[str, Document]
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    frames: dict[str, list[Frame]] = field(default_factory=dict)

    def find(self, name: str, words: str) -> tuple[int, int]:
        """Clean range of the first place where the words stand."""
        start = self.documents[name].source.text.index(words)
        return start, start + len(words)

    def sentence(self, name: str, at: int) -> Sentence:
        """The sentence around a clean offset."""
        return next(s for s in self.documents[name].sentences if s.start <= at < s.end)

    def claim(self, name: str, words: str, kind: ClaimKind, value: str) -> Claim:
        """One claim with a plain frame around it; the typed value is added by `dated` and its like."""
        start, end = self.find(name, words)
        around = self.sentence(name, start)
        frames = self.frames.setdefault(name, [])
        ship = Mention("the Halcyon", "Halcyon", "halcyon", "thing", around.start, around.start + 3)
        frames.append(
            Frame(name, around.index, (around.start, around.end), (start, end), "sail", "sail", ship, (ship,))
        )
        made = Claim(name, kind, start, end, value, around.index, "sample", frames=(len(frames) - 1,))
        self.claims.setdefault(name, []).append(made)
        return made

    def dated(self, name: str, words: str, date: UncertainDate) -> None:
        """A claim of a date."""
        self.claim(name, words, "date", date.edtf)
        self.claims[name][-1] = replace(self.claims[name][-1], date=date)

    def counted(self, name: str, words: str, quantity: Quantity) -> None:
        """A claim of a number."""
        self.claim(name, words, "number", quantity.value)
        self.claims[name][-1] = replace(self.claims[name][-1], quantity=quantity)

    def timed(self, name: str, words: str, time: ClockTime) -> None:
        """A claim of a clock time."""
        self.claim(name, words, "time", time.value)
        self.claims[name][-1] = replace(self.claims[name][-1], time=time)

    def lasting(self, name: str, words: str, duration: Duration) -> None:
        """A claim of a duration."""
        self.claim(name, words, "duration", duration.value)
        self.claims[name][-1] = replace(self.claims[name][-1], duration=duration)

    def reading(self, name: str, words: str, value: str, calendar: str = "") -> Reading:
        """A reading of the words, with its raw span."""
        item = self.documents[name].source
        start, end = self.find(name, words)
        span = item.span(start, end)
        text = item.text[start:end]
        return Reading(name, span.start, span.end, span.quote, value, text, calendar, "paragraph 1", ("Log, p. 3",))

    def pair(
        self, key: str, relation: PassageRelation, score: float, left: tuple[str, str], right: tuple[str, str]
    ) -> Alignment:
        """Two aligned sentences, each found by words in it."""
        a, b = (self.sentence(name, self.find(name, words)[0]) for name, words in (left, right))
        sides = [Side(n, s.index, s.index, s.start, s.end) for (n, _), s in ((left, a), (right, b))]
        return Alignment(key, relation, score, sides[0], sides[1])


def day(year: int, month: int, number: int, calendar: Calendar = "gregorian") -> UncertainDate:
    """One day."""
    one = Day(year, month, number)
    return UncertainDate(f"{year:04}-{month:02}-{number:02}", one, one, "day", calendar, "marked")


def stretch(edtf: str, first: Day, last: Day, granularity: Granularity) -> UncertainDate:
    """A month or a year."""
    return UncertainDate(edtf, first, last, granularity)


def tell(b: Builder) -> None:
    """All claims of the four accounts."""
    b.dated("inquiry", "12 September 1907, O.S.", day(1907, 9, 12, "julian"))
    b.counted("inquiry", "214", Quantity("214", 214, 214, digits=3))
    b.counted("inquiry", "1,180 tons", Quantity("1180 t", 1180, 1180, "measure", "t", digits=4))
    b.timed("inquiry", "02:40", ClockTime("02:40", 2, 40))
    b.lasting("inquiry", "20 minutes", Duration("PT20M", 20, 20, "minute"))
    b.counted("inquiry", "61", Quantity("61", 61, 61, digits=2))
    b.dated("inquiry", "June 1911", stretch("1911-06", Day(1911, 6, 1), Day(1911, 6, 30), "month"))
    for name in ("gazette", "almanac"):
        b.dated(name, "25 September 1907", day(1907, 9, 25))
        b.counted(name, "some two hundred", Quantity("~200", 190, 210, approximator="about"))
        b.counted(name, "About 1,200 tons", Quantity("~1200 t", 1150, 1250, "measure", "t", "about", 2))
        b.timed(name, "twenty minutes to three in the morning", ClockTime("02:40", 2, 40))
        b.counted(name, "Sixty-four", Quantity("64", 64, 64, digits=2))
    b.dated("almanac", "1889", stretch("1889", Day(1889, 1, 1), Day(1889, 12, 31), "year"))
    b.dated("stoker", "September 1907", stretch("1907-09", Day(1907, 9, 1), Day(1907, 9, 30), "month"))
    b.timed("stoker", "ten past three", ClockTime("03:10", 3, 10, ambiguous=True))
    b.lasting("stoker", "more than an hour", Duration("PT1H", 60, 120, "minute", modifier="over"))
    b.counted("stoker", "Sixty-one", Quantity("61", 61, 61, digits=2))
    b.counted("stoker", "fifty-nine", Quantity("59", 59, 59, digits=2))
    b.dated("stoker", "1910", stretch("1910", Day(1910, 1, 1), Day(1910, 12, 31), "year"))

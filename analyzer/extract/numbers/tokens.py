"""Words, numerals and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

TokenKind = Literal["word", "numeral", "mark"]

# Separators of thousands: comma, apostrophes, and the spaces that typesetters use; a plain space only before exactly
# three digits. A point groups only when it does so twice; "1.500" is decided by what follows (see `reader`).
# Tokenized corpora write "1 @,@ 500" or "1 , 500" for the comma and "9. 4 cm" for the decimal point.
_NUMERAL = (
    r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d.,:]*\d)"
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)"
    r"|\d{1,3}(?: @?,@? \d{3})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d{1,3}\. \d{1,2}(?= (?:%|(?:mm|cm|m|km|in|ft|mi|mph|kg|lb|feet|miles|knots|met(?:er|re)s|million|billion)\b))"
    r"|0\. \d{1,5}(?!\d)"
    r"|\d+(?:[.·]\d+)?"
)
LABELLED_LINE = r"\n(?=[A-Z][^\n:.;]{0,40}:\s)"  # the end of a row, before "Horses lost: 800"
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_]\w*(?:['’][^\W\d_]+)?)|(?P<numeral>{_NUMERAL})|(?P<mark>[^\s\w]|_|{LABELLED_LINE})"
)


class Token(NamedTuple):
    """One token; `start` and `end` are clean offsets of the document, `lower` is the text in lower case."""

    kind: TokenKind
    text: str
    lower: str
    start: int
    end: int


END = Token("mark", "", "", -1, -1)


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The tokens of `text`, whose first character stands at clean offset `offset`.

    >>> [t.text for t in tokenize("Some 1,500 men, 13th; £3.5m")]
    ['Some', '1,500', 'men', ',', '13', 'th', ';', '£', '3.5', 'm']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind: TokenKind = "word" if match.lastgroup == "word" else "mark"
        if match.lastgroup == "numeral":
            kind = "numeral"
        word = match.group()
        found.append(Token(kind, word, word.lower(), offset + match.start(), offset + match.end()))
    return found


def at(tokens: list[Token], index: int) -> Token:
    """The token at `index`, or an empty mark outside the sentence, so that looking around needs no bounds check."""
    return tokens[index] if 0 <= index < len(tokens) else END


def touching(tokens: list[Token], index: int) -> bool:
    """Whether token `index` follows its predecessor without white space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start

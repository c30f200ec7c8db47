"""Other aligners on the same documents: each gives the pairs of sentences (left, right) that it brings together.

What is installed is run: text-matcher, Bleualign (a checkout on PYTHONPATH), sentweave, CollateX. Bleualign wants a
translation of one side, and gets that side itself, which is in the language of the other; sentweave wants vectors of
sentences, and gets hashed words weighted by rarity, for want of a model; the stop words that text-matcher would
download are those of the analyzer.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from contextlib import redirect_stdout
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from math import log
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from analyzer.align.words import FUNCTION_WORDS, fold, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analyzer.model import Document

Links = set[tuple[int, int]]
COLLATED = 400  # words that CollateX is given: its time grows with the square, 1,600 words take it most of a minute
_DIMENSIONS = 512
_WORD = re.compile(r"[^\W_]+")


def installed() -> dict[str, Callable[[Document, Document], Links]]:
    """The peers that can be run here, by the name of their module; they are imported, so that no run pays for it."""
    found = {name: run for name, run in _PEERS.items() if find_spec(name)}
    for name in found:
        import_module("text_matcher.matcher" if name == "text_matcher" else name)
    return found


def missing() -> list[str]:
    """The peers that can't."""
    return [name for name in _PEERS if not find_spec(name)]


def collate(left: Document, right: Document) -> None:
    """CollateX on the first words of both; it gives a table of words, and no sentences."""
    collatex = import_module("collatex")
    collation = collatex.Collation()
    for name, document in (("a", left), ("b", right)):
        collation.add_plain_witness(name, " ".join(document.source.text.split()[:COLLATED]))
    collatex.collate(collation)


def _text_matcher(left: Document, right: Document) -> Links:
    import_module("nltk").corpus.stopwords = SimpleNamespace(words=lambda _language: sorted(FUNCTION_WORDS))
    matcher = import_module("text_matcher.matcher")
    with redirect_stdout(io.StringIO()):
        texts = [matcher.Text(d.source.text, d.id) for d in (left, right)]
        matches = matcher.Matcher(*texts)
        _, *places = matches.match()
    pairs = zip(_sentences(left, places[0]), _sentences(right, places[1]), strict=True)
    return {(i, j) for rows, columns in pairs for i, j in _diagonal(rows, columns)}


def _sentences(document: Document, places: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The sentences that each place, given in code points, touches."""
    return [[s.index for s in document.sentences if s.start < end and start < s.end] for start, end in places]


def _diagonal(rows: list[int], columns: list[int]) -> Links:
    """Sentences of two equally long stretches one by one; of others all with all."""
    if len(rows) == len(columns):
        return set(zip(rows, columns, strict=True))
    return {(i, j) for i in rows for j in columns}


def _bleualign(left: Document, right: Document) -> Links:
    a, b = ([" ".join(d.text(s).split()) for s in d.sentences] for d in (left, right))
    options = {"srcfile": a, "targetfile": b, "srctotarget": [a], "verbosity": 0, "log_to": io.StringIO()}
    aligner = import_module("bleualign.align").Aligner(options)
    with redirect_stdout(io.StringIO()):
        aligner.mainloop()
    return {(i, j) for (rows, columns), _ in aligner.multialign for i in rows for j in columns}


def _sentweave(left: Document, right: Document) -> Links:
    texts = [(words, s.index) for words in map(read_words, (left, right)) for s in words.document.sentences]
    rarity = Counter(form for words, i in texts for form in {t.form for t in words.sentence(i)})
    weights = {form: log((1 + len(texts)) / (0.5 + n)) for form, n in rarity.items()}
    a, b = ([d.text(s) for s in d.sentences] for d in (left, right))
    found = import_module("sentweave").align(a, b, encoder=lambda texts: _hashed(texts, weights))
    return {(i, j) for group in found.alignments for i in group.src_indices for j in group.tgt_indices}


def _hashed(texts: Sequence[str], weights: dict[str, float]) -> Any:
    """Unit vectors of sentences: the weights of their words at places given by a hash."""
    import numpy as np

    made = np.zeros((len(texts), _DIMENSIONS))
    for row, text in zip(made, texts, strict=True):
        for word in map(fold, _WORD.findall(text)):
            draw = int.from_bytes(blake2b(word.encode(), digest_size=4).digest(), "big")
            row[draw % _DIMENSIONS] += weights.get(word, 0.0) * (1 if draw >> 16 & 1 else -1)
    return made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)


_PEERS: dict[str, Callable[[Document, Document], Links]] = {
    "text_matcher": _text_matcher,
    "bleualign": _bleualign,
    "sentweave": _sentweave,
}

"""How alike two sentences are in meaning where they share no words: "set sail" and "weighed anchor".

The word vectors are those of WordLlama (Miller 2024, MIT licence): 32,000 pieces of words in 256 dimensions, taken from
large language models and trained to tell paraphrases. A sentence is the mean of its pieces.
"""

from __future__ import annotations

import functools
import hashlib
import math
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from analyzer.extract.language import LanguageModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from analyzer.compare.context.contexts import Context
    from analyzer.model import Document

PACKAGE = "wordllama"
VECTORS = "weights/l2_supercat_256.safetensors"
PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
SHA256 = {
    VECTORS: "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    PIECES: "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}
_INSTALL = "Install the package wordllama 0.4.0.post1."
MOST_SENTENCES = 400  # by which the usual likeness is measured, evenly spread over all documents
# Mean and standard deviation over thirteen collections; how many pairs of sentences they count for, so that a short
# collection proves little.
USUAL, SPREAD, SMOOTHING = 0.07, 0.095, 300
LEAST, MOST = -3.0, 4.0  # standard deviations


@dataclass(frozen=True, slots=True)
class Meaning:
    """One unit vector for each sentence of each document, and how alike two sentences of the collection usually are."""

    vectors: Sequence[NDArray[np.float32]]
    usual: float
    spread: float

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Self:
        """Read the sentences of all documents.

        Raises:
            LanguageModelError: the package with the vectors is missing, or its files are not the pinned ones.

        """
        vectors = tuple(sentence_vectors([d.text(s) for s in d.sentences]) for d in documents)
        usual, spread = _usual(vectors)
        return cls(vectors, usual, spread)

    def likeness(self, left: Context, right: Context) -> float:
        """By how many standard deviations two sentences are more alike than usual, -3 to 4; higher is closer."""
        one, other = (self.vectors[c.document][c.claim.sentence] for c in (left, right))
        likeness = (math.fsum(one.astype(float) * other) - self.usual) / self.spread
        return round(min(MOST, max(LEAST, likeness)), 3)


def sentence_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """One row of length 1 for each text; zero for an empty text."""
    import numpy as np

    pieces, table = load_vectors()
    rows = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for n, encoded in enumerate(pieces.encode_batch(list(texts), add_special_tokens=False)):
        if encoded.ids:
            mean = table[encoded.ids].mean(axis=0)
            rows[n] = mean / (float(np.linalg.norm(mean)) or 1.0)
    return rows


@functools.lru_cache(maxsize=1)
def load_vectors() -> tuple[Any, NDArray[np.float32]]:
    """What cuts a text into pieces, and the table of their vectors; loaded once for each process."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise LanguageModelError(f"the word vectors of {PACKAGE} are missing", hint=_INSTALL)
    folder = Path(found.origin).parent
    for name, digest in SHA256.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise LanguageModelError(f"{name} of the package {PACKAGE} is not the pinned file", hint=_INSTALL)
    import numpy as np
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    table: NDArray[np.float32] = load_file(folder / VECTORS)["embedding.weight"].astype(np.float32)
    return Tokenizer.from_file(str(folder / PIECES)), table


def _usual(vectors: Sequence[NDArray[np.float32]]) -> tuple[float, float]:
    """Mean and standard deviation of the likeness of two sentences of the collection, smoothed."""
    import numpy as np

    rows = np.concatenate([np.zeros((0, load_vectors()[1].shape[1]), dtype=np.float32), *vectors])
    rows = rows[:: max(1, -(-len(rows) // MOST_SENTENCES))].astype(float)
    alike = (rows @ rows.T)[np.triu_indices(len(rows), 1)]
    total = len(alike) + SMOOTHING
    usual = (math.fsum(alike) + SMOOTHING * USUAL) / total
    squares = math.fsum((alike - usual) ** 2) + SMOOTHING * SPREAD**2
    return usual, math.sqrt(squares / total)

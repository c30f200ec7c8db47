"""The vectors of words that likeness in meaning is measured with.

They are those of WordLlama (Miller 2024, MIT licence): 32,000 pieces of words in 256 dimensions, taken from large
language models and trained to tell paraphrases.
"""

from __future__ import annotations

import functools
import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.extract.language import LanguageModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PACKAGE = "wordllama"
VECTORS = "weights/l2_supercat_256.safetensors"
PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
SHA256 = {
    VECTORS: "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    PIECES: "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}
_INSTALL = "Install the package wordllama 0.4.0.post1."
SCALE = 2000  # whole numbers of this length: single precision adds their products exactly, on every machine alike


@functools.lru_cache(maxsize=1)
def load_vectors() -> tuple[Any, NDArray[np.float32]]:
    """What cuts a text into pieces, and the table of their vectors; loaded once for each process.

    Raises:
        LanguageModelError: the package with the vectors is missing, or its files are not the pinned ones.

    """
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


@functools.lru_cache(maxsize=1)
def directions() -> NDArray[np.float32]:
    """The same table with every vector of length `SCALE`, in whole numbers; the product of two is a cosine."""
    import numpy as np

    _, table = load_vectors()
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = np.rint(table / np.where(lengths > 0, lengths, 1.0) * SCALE).astype(np.float32)
    return scaled

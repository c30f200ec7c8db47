"""The one error base class: what is wrong, where, and what to do next."""

from __future__ import annotations


class AnalyzerError(Exception):
    """Base of every error the analyzer raises on purpose.

    Attributes:
        message: what is wrong and where (file, line or offset).
        hint: what to do next, one sentence; may be empty.
        slug: a stable short name of the kind of error, for tests and documentation.

    >>> str(AnalyzerError("no such folder: 'x'", hint="Give an existing folder."))
    "no such folder: 'x'. Give an existing folder."

    """

    slug = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep message and hint apart so that each can be printed on its own line."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Message and hint in one line."""
        return f"{self.message.rstrip('.')}. {self.hint}" if self.hint else self.message


class UsageError(AnalyzerError):
    """A command or call was used in a way that can't work."""

    slug = "usage"


class CollectionError(AnalyzerError):
    """The folder as a whole can't be analysed: missing, empty, no readable source."""

    slug = "collection"


class ManifestError(AnalyzerError):
    """`sources.toml` or `adjudications.toml` is malformed; the message names file and line or key."""

    slug = "manifest"


class UnreadableSourceError(AnalyzerError):
    """One source can't be read: binary, broken encoding, too large, no permission."""

    slug = "unreadable-source"


class OutputError(AnalyzerError):
    """A result could not be written; nothing half-written is left behind."""

    slug = "output"

"""Aligns documents all against all."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING

from analyzer.align.beads import MOST_MERGED, Bead
from analyzer.align.chains import parallel_beads
from analyzer.align.counterparts import counterparts, read_paragraphs
from analyzer.align.events import Side, match_events, read_windows
from analyzer.align.pairing import QUOTED_RUN, Traits, related_pairs
from analyzer.align.parallel import work_through, workers_for
from analyzer.align.passages import bead_alignment, number_repeats, pair, with_edits
from analyzer.align.reuse import compare_texts, hash_runs, nothing_shared, read_runs, sharing_pairs
from analyzer.align.timeline import read_timeline
from analyzer.align.topics import read_matter
from analyzer.align.vectors import (
    count_features,
    last_names,
    markers,
    names,
    number_features,
    tally,
    topics,
    weigh_pair,
    wordings,
)
from analyzer.align.words import read_words
from analyzer.errors import UsageError
from analyzer.model import Alignment, AlignmentSet
from analyzer.settings import AlignSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from analyzer.align.counterparts import Paragraphs
    from analyzer.align.reuse import Copyable
    from analyzer.align.vectors import Counts
    from analyzer.align.words import Words
    from analyzer.model import Document, TextReuse


def align(
    documents: Sequence[Document],
    settings: AlignSettings | None = None,
    *,
    jobs: int = 1,
    progress: Callable[[float], None] | None = None,
) -> AlignmentSet:
    """The parallel passages of every pair of documents, and the text they share.

    The result does not depend on the order of the documents, and the pairs of two documents on no third one.

    Args:
        documents: segmented sources.
        settings: thresholds; default: the built-in ones.
        jobs: the most worker processes to use, 0 for one a processor. The result is the same. Each worker imports the
            calling script: more than 1 needs the guard `if __name__ == "__main__"` there.
        progress: called with the share of the pairs done (0-1) after each pair.

    Raises:
        UsageError: `jobs` is negative.

    """
    if jobs < 0:
        raise UsageError(f"{jobs} is no number of jobs", hint="Give 1 or more, or 0 to choose by the work.")
    chosen = settings or AlignSettings()
    views = tuple(_read(sorted(documents, key=lambda d: d.id), chosen))
    related = _related(views) if chosen.blocking else list(combinations(range(len(views)), 2))
    found = work_through(_Aligner(views, chosen), related, workers_for(len(related), jobs), progress)
    return AlignmentSet(number_repeats(chain.from_iterable(found)), tuple(_reuse(views)))


@dataclass(frozen=True, slots=True, eq=False)
class _Aligner:
    """Aligns two documents by their numbers; made once for every worker."""

    views: tuple[_View, ...]
    settings: AlignSettings

    def __call__(self, i: int, j: int) -> list[Alignment]:
        return _align_pair(self.views[i], self.views[j], self.settings)


def _related(views: Sequence[_View]) -> list[tuple[int, int]]:
    """Numbers of the documents whose passages are worth bringing together."""
    quoting = sharing_pairs([hash_runs(v.words, QUOTED_RUN) for v in views])
    return related_pairs([_traits(v) for v in views], quoting)


def _traits(view: _View) -> Traits:
    words = view.words
    return Traits(markers(words), view.matter.names, last_names(words), len(words.tokens))


def _reuse(views: Sequence[_View]) -> Iterator[TextReuse]:
    """Text reuse of every pair of documents; most pairs of a large collection share no run and cost nothing."""
    sharing = sharing_pairs([v.runs.hashes for v in views])
    for (i, a), (j, b) in combinations(enumerate(views), 2):
        if (i, j) in sharing:
            yield compare_texts(a.runs, b.runs)
        else:
            yield nothing_shared(a.words, b.words)


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """All that is worked out once per document."""

    words: Words
    wording: Counts
    paragraphs: Paragraphs
    runs: Copyable
    matter: Side


def _read(documents: Sequence[Document], settings: AlignSettings) -> list[_View]:
    words = [read_words(d) for d in documents]
    told = [tally(wordings(w)) for w in words]
    about = [tally(topics(w)) for w in words]
    ids = [number_features([t.features for t in tallies]) for tallies in (told, about)]
    return [
        _View(
            w,
            count_features(told[i].matrix, ids[0][i], MOST_MERGED - 1),
            read_paragraphs(w, told[i].matrix, ids[0][i]),
            read_runs(w, settings.run_words),
            Side(
                w.document,
                read_matter(count_features(about[i].matrix, ids[1][i]), read_windows(w.document, settings)),
                read_timeline(w.document),
                names(w),
            ),
        )
        for i, w in enumerate(words)
    ]


def _align_pair(a: _View, b: _View, settings: AlignSettings) -> list[Alignment]:
    """Worked on in an order given by the texts alone, so that names of files can't change the result."""
    left, right = sorted((a, b), key=lambda view: view.words.document.source.text)
    if left.words.document.source.text == right.words.document.source.text:
        left, right = sorted((a, b), key=lambda view: _cuts(view.words.document))
    beads = _beads(left, right, settings)
    found = [bead_alignment(left.words, right.words, bead, settings) for bead in beads]
    found = [with_edits(x, a.words, b.words) if x.relation == "same_text" else x for x in found]
    taken = [((x.left[0], x.left[-1]), (x.right[0], x.right[-1])) for x in beads]
    documents = left.words.document, right.words.document
    for event in match_events(left.matter, right.matter, taken, settings):
        found.append(pair((documents[0], *event.left), (documents[1], *event.right), "same_event", event.score))
    return found


def _beads(left: _View, right: _View, settings: AlignSettings) -> list[Bead]:
    one, other = left.words.document, right.words.document
    if one.source.text == other.source.text and _cuts(one) == _cuts(other):
        return [Bead((i,), (i,), 1.0) for i in range(len(one.sentences))]
    together = counterparts(left.paragraphs, right.paragraphs, settings)
    return parallel_beads(weigh_pair(left.wording, right.wording), settings, together)


def _cuts(document: Document) -> list[tuple[int, int]]:
    """Where sentences begin and end: one text may be cut in two ways, as a page and as plain text."""
    return [(sentence.start, sentence.end) for sentence in document.sentences]

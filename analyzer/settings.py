"""Every threshold with its reason; a collection's manifest may override any of them under `[settings]`."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from analyzer.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class LoadSettings:
    """Reading files."""

    max_bytes: int = 20_000_000  # larger files are data dumps, not documents: refuse rather than stall
    wrapped_line: int = 120  # hard-wrapped lines are shorter; a longer line that ends a sentence is a whole paragraph
    heading_length: int = 80  # a longer line standing alone is a paragraph, not a heading


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """Finding parallel passages. Cosines are of TF-IDF vectors within a pair of documents, 0-1."""

    blocking: bool = True  # leave out documents with neither names nor phrases in common; else all meet all
    threshold: float = 0.32  # a group of sentences has to be this close to be one passage in other words
    seed_margin: float = 0.16  # seeds start chains, so they must be surer than what is found along them
    merge_penalty: float = 0.07  # what each further sentence of a group must gain: merges always raise the cosine a bit
    on_path: float = 0.15  # by how much less will do right between two seeds
    passage: float = 0.3  # cosine from which two passages, each the other's best match, may tell the same
    passage_sentences: int = 30  # a longer passage is a text without paragraphs, and no unit of telling
    in_passage: float = 0.15  # by how much less will do inside such passages, as far as they are closer than that
    gap: int = 8  # sentences a chain may skip on either side; longer gaps are reorderings or omissions
    reach: int = 3  # sentences looked at before the first and after the last seed of a chain
    band: int = 8  # how far from the line through the seeds a group may lie
    longest_chain: int = 120  # seeds; bounds the dense part of the work in very long documents
    same_text: float = 0.75  # share of equal words in order from which two passages are one text
    run_words: int = 5  # shorter shared runs of words are common speech
    event_length: int = 1_000  # raw code points: what a reader still takes in as one passage, markup included
    event_sentences: int = 8  # lists of very short sentences would otherwise make whole sections one passage
    event_cells: int = 6_000_000  # pairs of sentences; beyond, two books are compared by wording alone
    # A logistic model of six kinds of evidence (analyzer/align/events.py), fitted on three annotated pairs of sources;
    # the bias puts a score of 0.5 where precision reaches 0.8.
    event_bias: float = -9.8
    event_weights: tuple[float, ...] = (4.6, 4.1, 0.8, 1.7, 0.25, 0.6)
    event_names: float = 0.45  # two documents on one subject share this part of the names of one; on two wars, a third
    event_strangers: float = 10.0  # what the score loses (logit) per share of names that is missing


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """Deciding which claims speak of one fact and what their difference means.

    Probabilities are those of `compare.gate.same_event`; the weights are natural-log odds.
    """

    # Between two sources `compare/gate/fitted.toml` has the priors, and multiplies the weights.
    prior_logit: float = -4.0  # two claims of one source are of one fact about once in 55
    wording_weight: float = 6.0  # log odds of one fact per unit of cosine of the weighted words
    repeat_weight: float = 3.0  # the same per unit of the shorter telling that the longer one repeats, above 0.4
    actor_weight: float = 2.5  # the same per unit of shared participants
    rarest_actor_weight: float = 0.3  # the same per unit of rarity of the rarest participant they share
    nearness_strength: float = 0.6  # discount of the nearness of values: neighbours in a story cluster in time
    between_logit: float = 0.3  # added to the fitted prior where two sources are on one subject
    within_logit: float = -1.4  # a source seldom tells one fact twice
    soft_floor: float = 0.25  # below, a match between sources is not even a suggestion
    within_floor: float = 0.6  # the same within one source, where other facts are the rule
    agreement_veto: float = 0.4  # an agreement this probable takes its claims out of conflicts
    veto_margin: float = 0.7  # ... unless the conflict is more probable by this much, in log odds
    index_words: int = 10  # telling words per claim that the index holds
    index_cap: int = 300  # a word that more claims share tells nothing
    noise_floor: float = 0.1  # below, a candidate is not even worth a line among the parallels
    parallel_cap: int = 200  # parallels shown, likeliest first
    meaning_best: int = 4  # counterparts per claim and source that are weighed for their likeness in meaning alone
    index_best: int = 12  # counterparts per claim and source that are weighed; more are lists of like things
    index_most: int = 150  # the same over all sources, so that the work grows with the claims and not with their pairs
    group_cap: int = 12  # more claims than this are a chain, not one fact


@dataclass(frozen=True, slots=True)
class WeighSettings:
    """Weighing the witnesses."""

    reuse_share: float = 0.25  # a quarter of a text in common runs is copying, not two writers quoting one speech
    five_word_share: float = 0.25  # the same for five-word sequences, which survive small edits between the runs
    reading_cover: float = 0.5  # a changed word breaks a common run: half of a reading inside runs is reused text
    false_values: int = 3  # two wrong sources agree in 30-50 % of cases: two to three plausible wrong values
    false_values_low: int = 2  # sensitivity: wrong sources agree more often
    false_values_high: int = 10  # sensitivity: wrong sources hardly ever agree
    event_correlation: float = 0.5  # claims of one event stand or fall together in part; 0 apart, 1 as one claim
    grid_points: int = 25  # points per witness; 50 move no posterior by more than .005
    exact_witnesses: int = 4  # 25 to the fourth is a second of work; above that messages on the same grid
    ranking: float = 0.9  # P that one witness is better, below which nothing is ranked
    verdict: float = 0.66  # P of a reading, below which a conflict stays undetermined
    judged_items: int = 5  # with fewer comparable items the starting assumption decides, not the sources
    graded_items: int = 12  # a letter on fewer items would change with every new one
    min_confidence: float = 0.5  # below that a finding is a suggestion and teaches nothing about a source
    sure_confidence: float = 0.8  # below that the doubt of our own reading lowers the certainty
    coincidence: float = 0.01  # chance of a wrong hint at a common source, over all pairs together
    sensitivity_range: float = 0.15  # a reading whose P moves more than this with the assumptions is imprecise


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one run, one group per stage.

    >>> Settings(load=LoadSettings(max_bytes=1_000_000)).load.max_bytes
    1000000

    """

    load: LoadSettings = field(default_factory=LoadSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    weigh: WeighSettings = field(default_factory=WeighSettings)


def with_overrides(tables: Mapping[str, Mapping[str, object]]) -> Settings:
    """The built-in settings with a manifest's `[settings.STAGE]` tables laid over them.

    Raises:
        ManifestError: a stage or a setting is unknown, or a value has another type than the built-in one.

    >>> with_overrides({"load": {"max_bytes": 1000}}).load.max_bytes
    1000
    """
    settings = Settings()
    for stage, table in tables.items():
        if stage not in {f.name for f in fields(Settings)}:
            raise ManifestError(
                f"sources.toml: [settings.{stage}] is not a stage",
                hint=f"Stages are {', '.join(f.name for f in fields(Settings))}.",
            )
        group = getattr(settings, stage)
        settings = replace(settings, **{stage: replace(group, **_checked(stage, group, table))})
    return settings


def _checked(stage: str, group: object, table: Mapping[str, object]) -> dict[str, object]:
    """The values of one table, each of the type of the setting it replaces."""
    checked: dict[str, object] = {}
    for key, value in table.items():
        where = f"sources.toml: [settings.{stage}] {key}"
        if not hasattr(group, key):
            raise ManifestError(f"{where} is not a setting", hint="The settings are listed in analyzer/settings.py.")
        kind = type(getattr(group, key))
        if not isinstance(value, (int, float) if kind is float else kind) or isinstance(value, bool) != (kind is bool):
            raise ManifestError(f"{where} must be of type {kind.__name__}, not {type(value).__name__}")
        checked[key] = kind(value)
    return checked

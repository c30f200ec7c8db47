"""All charts of a report, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analyzer.report.charts_passages import alignment_chart
from analyzer.report.charts_posterior import posterior_chart
from analyzer.report.charts_sources import agreement_chart, kinds_chart, reliability_chart
from analyzer.report.charts_time import timeline
from analyzer.report.labels import label_sources
from analyzer.report.marking import Marker

if TYPE_CHECKING:
    from analyzer.model import Analysis
    from analyzer.report.figures import Chart


def charts(analysis: Analysis) -> dict[str, Chart]:
    """Name -> chart; a chart with nothing to show is left out."""
    labels = label_sources(analysis)
    marker = Marker(analysis)
    drawn = (
        reliability_chart(analysis, labels),
        timeline(analysis, labels, marker),
        posterior_chart(analysis),
        agreement_chart(analysis, labels, marker),
        kinds_chart(analysis, labels),
        alignment_chart(analysis, labels),
    )
    return {chart.name: chart for chart in drawn if chart}

"""Weighs the witnesses: dependence, reliability with intervals, posterior of each reading."""

from analyzer.weigh.weighing import weigh

__all__ = ["weigh"]

"""Weighs the witnesses: dependence, reliability with intervals, posterior of each reading."""

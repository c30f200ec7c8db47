"""Finds the parallel passages of all sources, and the text they share."""

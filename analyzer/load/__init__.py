"""Reads raw files into sources: clean text with a map back to every raw character."""

"""Writes the analysis: HTML, PDF, JSON, CSV, charts."""

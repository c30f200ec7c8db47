"""Measurements of the analyzer, each one command."""

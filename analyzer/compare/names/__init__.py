"""Spellings of names, and which of them name one bearer."""

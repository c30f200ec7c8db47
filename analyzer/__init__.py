"""Finds where several sources tell the same story differently, and says which differences are real."""

"""Decides which claims speak of one fact, and what their differences mean."""

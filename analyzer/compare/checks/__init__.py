"""Findings that rest on no two tellings of one fact: arithmetic, order, calendars, parties, copied words."""
